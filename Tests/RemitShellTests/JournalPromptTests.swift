// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Edits at a real prompt that is killed.
@Suite(.serialized, .enabled(if: PseudoTerminal.isAvailable, "needs setsid of util-linux"))
struct JournalPromptTests {
  private func open(
    _ folder: TemporaryFolder, _ arguments: [String] = []
  ) throws -> (terminal: PseudoTerminal, greeting: String) {
    let terminal = try PseudoTerminal(["small/"] + arguments, in: folder)
    return (terminal, try terminal.waitForPrompt())
  }

  private func type(_ lines: [String], at terminal: PseudoTerminal) throws -> String {
    var shown = ""
    for line in lines {
      terminal.type(line + "\r")
      shown += try terminal.waitForPrompt()
    }
    return shown
  }

  private func journals(_ folder: TemporaryFolder) -> [String] {
    (try? FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/.local/state/remit/journals")) ?? []
  }

  @Test func `edits survive kill -9 and come back when asked for`() throws {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let (first, _) = try open(folder)
    _ = try type(["add person Cid", "add Cid owns A.5.2"], at: first)
    first.end(by: SIGKILL)
    _ = first.exitStatus()
    #expect(journals(folder).count == 1)
    let own = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/small")
    #expect(own == ["small.remit"])

    let (second, greeting) = try open(folder)
    #expect(greeting.contains("2 edits of "))
    #expect(greeting.contains(".recover puts them in"))
    // Nothing is put in unasked, and the prompt takes the next line at once.
    #expect(try type(["people who own A.5.2"], at: second).contains("None of the 2 people"))
    #expect(try type([".recover", "people who own A.5.2"], at: second).contains("Cid"))
    second.type(PseudoTerminal.Key.controlD)
    try second.wait(for: "2 edits are not saved, and kept for the next time")
    #expect(second.exitStatus() == 0)

    let (third, again) = try open(folder)
    #expect(again.contains("2 edits of "))
    _ = try type([".recover", ".save small/small.remit!"], at: third)
    third.type(PseudoTerminal.Key.controlD)
    #expect(third.exitStatus() == 0)
    #expect(journals(folder).isEmpty)
    let (fourth, clean) = try open(folder)
    #expect(!clean.contains(".recover"))
    #expect(try type(["people who own A.5.2"], at: fourth).contains("Cid"))
    fourth.type(PseudoTerminal.Key.controlD)
    #expect(fourth.exitStatus() == 0)
  }

  @Test(arguments: ["--no-journal", "--safe"])
  func `no journal is kept where none is wanted`(_ flag: String) throws {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let (terminal, _) = try open(folder, [flag])
    _ = try type(["add person Cid"], at: terminal)
    terminal.end(by: SIGKILL)
    _ = terminal.exitStatus()
    #expect(journals(folder).isEmpty)
  }
}
