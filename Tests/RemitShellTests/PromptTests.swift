// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The prompt at a real terminal, with the line editor `remit` was built with.
@Suite(.serialized, .enabled(if: PseudoTerminal.isAvailable, "needs setsid of util-linux"))
struct PromptTests {
  private typealias Key = PseudoTerminal.Key

  /// Opens the small model at a prompt.
  private func open(
    _ arguments: [String] = [],
    environment: [String: String] = [:]
  ) throws -> (terminal: PseudoTerminal, folder: TemporaryFolder) {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let terminal = try PseudoTerminal(
      ["small/"] + arguments,
      in: folder,
      environment: environment
    )
    try terminal.waitForPrompt()
    return (terminal, folder)
  }

  private func leave(_ terminal: PseudoTerminal) {
    terminal.type(Key.controlD)
    #expect(terminal.exitStatus() == 0)
  }

  @Test func `a question is answered by a table`() throws {
    let (terminal, _) = try open()
    terminal.type("controls with no owner\r")
    #expect(try terminal.waitForPrompt().contains("│ A.5.2 │"))
    leave(terminal)
  }

  @Test func `a file that asks nothing says how to ask, and -i opens it`() throws {
    let folder = try TemporaryFolder([
      "small model.remit": smallModel, "asks.remit": smallModel + "\ncontrols with no owner\n",
    ])
    let silent = try PseudoTerminal(["small model.remit"], in: folder)
    try silent.wait(for: "asks nothing. To ask something: remit -i 'small model.remit'\r\n")
    #expect(silent.exitStatus() == 0)
    let asking = try PseudoTerminal(["asks.remit"], in: folder)
    #expect(asking.exitStatus() == 0)
    #expect(!asking.screen.description.contains("asks nothing"))
    let terminal = try PseudoTerminal(["-i", "small model.remit"], in: folder)
    try terminal.waitForPrompt()
    terminal.type("add person Zoe\r")
    try terminal.waitForPrompt()
    terminal.type(Key.controlD)
    try terminal.wait(for: "1 edit is not saved, and kept for the next time this file is opened")
    #expect(terminal.exitStatus() == 0)
  }

  @Test func `Ctrl-C drops the line, leaves it visible and never exits`() throws {
    let (terminal, _) = try open()
    for _ in 1...20 {
      terminal.type("controls wi")
      try terminal.wait(for: "controls wi")
      terminal.type(Key.controlC)
      #expect(try terminal.waitForPrompt().hasPrefix("^C\r\n"))
    }
    terminal.type("controls with no owner\r")
    #expect(try terminal.waitForPrompt().contains("A.5.2"))
    leave(terminal)
  }

  @Test(arguments: ["xterm", "dumb"])
  func `Ctrl-C right behind what is typed is seen at once`(name: String) throws {
    let (terminal, _) = try open(environment: ["TERM": name])
    for round in 0..<200 {
      // Once the prompt waits, the terminal's queue is emptied at some moment between
      // being seen and read.
      usleep(5000)
      terminal.type("controls wi")
      usleep(UInt32(round % 20) * 20)
      terminal.type(Key.controlC)
      try terminal.wait(for: "^C")
      try terminal.waitForPrompt()
    }
    leave(terminal)
  }

  @Test func `Ctrl-C ends a reverse search`() throws {
    let (terminal, _) = try open()
    terminal.type("controls\r")
    try terminal.wait(for: "2 rows")
    try terminal.waitForPrompt()
    terminal.type(Key.controlR)
    try terminal.wait(for: "(reverse-i-search)")
    terminal.type("cont")
    terminal.type(Key.controlC)
    try terminal.wait(for: "^C")
    try terminal.waitForPrompt()
    terminal.type("people\r")
    #expect(try terminal.waitForPrompt().contains("Bob"))
    leave(terminal)
  }

  @Test func `Ctrl-D on an empty line leaves and the history is kept`() throws {
    let (terminal, folder) = try open()
    terminal.type("controls\r")
    try terminal.wait(for: "2 rows")
    try terminal.waitForPrompt()
    terminal.type(" people\r")
    try terminal.wait(for: "2 rows")
    try terminal.waitForPrompt()
    leave(terminal)
    let path = folder.path + "/.local/state/remit/history"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\ncontrols\n"))
    #expect(!text.contains("people"), "a leading blank keeps a statement out")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `--no-history keeps nothing`() throws {
    let (terminal, folder) = try open(["--no-history"])
    terminal.type("controls\r")
    try terminal.waitForPrompt()
    leave(terminal)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.local"))
  }

  @Test func `Enter continues an incomplete statement, and Up brings it back whole`() throws {
    let (terminal, folder) = try open()
    terminal.type("controls with\r")
    terminal.type("no owner\r")
    #expect(try terminal.waitForPrompt().contains("│ A.5.2 │"))
    terminal.type(Key.up + Key.enter)
    #expect(try terminal.waitForPrompt().contains("│ A.5.2 │"))
    leave(terminal)
    let path = folder.path + "/.local/state/remit/history"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\ncontrols with\n  no owner\n"))
    #expect(text.split(separator: "#").count == 1, "repeated, it is kept once")
  }

  @Test func `a pasted text of several lines waits for Enter`() throws {
    let (terminal, _) = try open()
    terminal.type("\u{1B}[200~controls\npeople\u{1B}[201~")
    try terminal.wait(for: "people")
    terminal.type(Key.enter)
    let seen = try terminal.waitForPrompt()
    #expect(seen.contains("A.5.1") && seen.contains("Bob"))
    leave(terminal)
  }

  @Test func `Tab puts in what can only follow, and lists the rest`() throws {
    let (terminal, _) = try open()
    terminal.type("contr" + Key.tab)
    try terminal.wait(for: "control")
    terminal.type(Key.controlC)
    try terminal.waitForPrompt()
    terminal.type(".re" + Key.tab + Key.tab)
    try terminal.wait(for: ".read")
    try terminal.wait(for: "how a question is read")
    terminal.type(Key.controlC)
    try terminal.waitForPrompt()
    terminal.type(".read sm" + Key.tab)
    try terminal.wait(for: "small/")
    terminal.type("sm" + Key.tab)
    try terminal.wait(for: "small.remit")
    terminal.type(Key.controlC)
    try terminal.waitForPrompt()
    leave(terminal)
  }

  @Test(arguments: [["LC_ALL": "C"], [:], ["LC_ALL": "xx_YY.UTF-8"], ["LC_ALL": "C.UTF-8"]])
  func `letters of any script can be typed and erased`(environment: [String: String]) throws {
    let (terminal, _) = try open(environment: environment)
    terminal.type("people named \"漢字é")
    terminal.type(Key.backspace + Key.backspace + "X\"\r")
    #expect(try terminal.waitForPrompt().contains("漢X"))
    leave(terminal)
  }

  @Test func `SIGTERM ends the prompt with the terminal in order`() throws {
    let (terminal, _) = try open()
    terminal.type(".timer on\r")
    try terminal.waitForPrompt()
    terminal.end(by: SIGTERM)
    #expect(terminal.exitStatus() == SIGTERM)
    #expect(terminal.echoes, "echo is on again")
  }

  @Test func `an odd history is warned of once and left alone`() throws {
    let folder = try TemporaryFolder([
      "small/small.remit": smallModel, ".local/state/remit/history": "a\0b",
    ])
    let terminal = try PseudoTerminal(["small/"], in: folder)
    #expect(try terminal.waitForPrompt().contains("warning: the history is not kept"))
    terminal.type("controls\r")
    #expect(try !terminal.waitForPrompt().contains("warning"))
    leave(terminal)
    let path = folder.path + "/.local/state/remit/history"
    #expect(FileManager.default.contents(atPath: path) == Data("a\0b".utf8))
  }

  @Test func `what others can write is not run at the start`() throws {
    let folder = try TemporaryFolder([
      "small/small.remit": smallModel, ".config/remit/init.remit": ".mode csv\n",
    ])
    let path = folder.path + "/.config/remit/init.remit"
    for (mode, isRun) in [(0o644, true), (0o666, false)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let terminal = try PseudoTerminal(["small/"], in: folder)
      #expect(try terminal.waitForPrompt().contains("others can write it") == !isRun)
      terminal.type(".mode\r")
      #expect(try terminal.waitForPrompt().contains(isRun ? "as csv" : "as table"))
      leave(terminal)
    }
  }
}
