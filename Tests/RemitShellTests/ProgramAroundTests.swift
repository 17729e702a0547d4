// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What the prompt does with the programs around it: a pager, an editor, files that change.
@Suite(.enabled(if: PseudoTerminal.isAvailable))
struct ProgramAroundTests {
  private static let model = """
    kind person (people)
      name: text
    load people from "people.csv"

    """
  private static let names = "name\n" + (1...30).map { "Person \($0)\n" }.joined()

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["firm/firm.remit": Self.model, "firm/people.csv": Self.names])
  }

  @Test func `U20: what is longer than the screen goes through the pager`() throws {
    let terminal = try PseudoTerminal(
      ["firm/"], in: folder(), environment: ["PAGER": "sed s/^/paged:/"])
    try terminal.waitForPrompt()
    terminal.type("people, first 3\r")
    let short = try terminal.wait(for: "3 rows")
    #expect(!short.contains("paged:"))
    try terminal.waitForPrompt()
    terminal.type("people\r")
    let long = try terminal.wait(for: "30 rows")
    #expect(long.contains("paged:│ Person 30"))
    try terminal.waitForPrompt()
    terminal.type(".pager off\r")
    try terminal.waitForPrompt()
    terminal.type("people\r")
    #expect(try !terminal.wait(for: "30 rows").contains("paged:"))
  }

  @Test func `U20: a greeting goes through no pager, however low the screen is`() throws {
    let terminal = try PseudoTerminal(
      ["--demo"], in: folder(), environment: ["PAGER": "sed s/^/paged:/"], rows: 5)
    #expect(try !terminal.waitForPrompt().contains("paged:"))
    terminal.type("people, first 3\r")
    #expect(try terminal.wait(for: "3 rows").contains("paged:"))
  }

  @Test func `U20: leaving the pager early is no error`() throws {
    let terminal = try PseudoTerminal(
      ["firm/"], in: folder(), environment: ["PAGER": "head -n 1"])
    try terminal.waitForPrompt()
    terminal.type("people\r")
    let shown = try terminal.waitForPrompt()
    #expect(!shown.contains("Person 30") && !shown.contains("error"))
    terminal.type(PseudoTerminal.Key.controlD)
    #expect(terminal.exitStatus() == 0)
  }

  @Test func `U20: without a pager everything is shown as it is`() throws {
    let terminal = try PseudoTerminal(
      ["firm/"], in: folder(), environment: ["PAGER": "no-such-pager 2>/dev/null"])
    try terminal.waitForPrompt()
    terminal.type("people\r")
    #expect(try terminal.wait(for: "30 rows").contains("Person 30"))
  }

  @Test func `.edit opens the editor on the last statement and runs what it left`() throws {
    let terminal = try PseudoTerminal(
      ["firm/"], in: folder(), environment: ["EDITOR": "sed -i s/2/4/"])
    try terminal.waitForPrompt()
    terminal.type("people, first 2\r")
    try terminal.wait(for: "2 rows")
    try terminal.waitForPrompt()
    terminal.type(".edit\r")
    try terminal.wait(for: "people, first 4")
    try terminal.wait(for: "4 rows")
    try terminal.waitForPrompt()
    terminal.type(".history\r")
    #expect(try terminal.wait(for: "2  people, first 4").contains("1  people, first 2"))
  }

  @Test func `an editor that fails runs nothing`() throws {
    let terminal = try PseudoTerminal(["firm/"], in: folder(), environment: ["VISUAL": "false"])
    try terminal.waitForPrompt()
    terminal.type("people, first 2\r")
    try terminal.wait(for: "2 rows")
    terminal.type(".edit\r")
    try terminal.wait(for: "the editor 'false' did not end well; nothing is run")
  }

  @Test func `U15: --demo opens the sample and says what to type`() throws {
    let terminal = try PseudoTerminal(["--demo"], in: TemporaryFolder())
    let greeting = try terminal.waitForPrompt()
    #expect(greeting.contains("Three things to type:"))
    terminal.type("controls with no competent owner\r")
    try terminal.wait(for: "32 rows")
  }

  @Test func `.watch tells what a change of a file changes, and Ctrl-C goes on`() throws {
    let folder = try folder()
    let terminal = try PseudoTerminal(["firm/"], in: folder)
    try terminal.waitForPrompt()
    terminal.type(".watch people whose name starts with \"New\"\r")
    try terminal.wait(for: "Ctrl-C ends it")
    try folder.write("firm/people.csv", Self.names + "New Hire\n")
    try terminal.wait(for: "1 entered, 0 left; 1 now")
    try terminal.wait(for: "+ New Hire")
    terminal.type(PseudoTerminal.Key.controlC)
    try terminal.waitForPrompt()
    terminal.type("number of people\r")
    try terminal.wait(for: "31")
  }

  @Test func `remit watch tells what a change of a script or a file changes`() throws {
    let folder = try folder()
    try folder.write("firm/check.remit", "check \"few\": there are at most 30 people\n")
    let terminal = try PseudoTerminal(
      ["watch", "firm/", "firm/check.remit", "-c", "number of people"], in: folder)
    let first = try terminal.wait(for: "files; Ctrl-C ends it")
    #expect(first.contains("30"))
    try folder.write("firm/people.csv", Self.names + "New Hire\n")
    try terminal.wait(for: "number of people: 1 entered, 1 left; 1 now")
    try terminal.wait(for: "+ 31")
    try folder.write("firm/people.csv", "name\n\"broken\n")
    try terminal.wait(for: "error")
    terminal.type(PseudoTerminal.Key.controlC)
    #expect(terminal.exitStatus() == 0)
  }

  @Test func `R13 a watch that is killed leaves nothing behind and starts again`() throws {
    let folder = try folder()
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for _ in 0..<2 {
      let terminal = try PseudoTerminal(["watch", "firm/", "-c", "number of people"], in: folder)
      let first = try terminal.wait(for: "files; Ctrl-C ends it")
      #expect(first.contains("30"))
      terminal.end(by: SIGKILL)
      #expect(terminal.exitStatus() != 0)
      #expect(
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == files)
    }
  }
}
