// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Typing and changing a statement at a real terminal, judged by the screen.
@Suite(.serialized, .enabled(if: PseudoTerminal.isAvailable, "needs setsid of util-linux"))
struct EditingTests {
  private typealias Key = PseudoTerminal.Key

  private func open(
    environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let terminal = try PseudoTerminal(
      ["small/"], in: folder, environment: environment, columns: columns, rows: rows)
    try terminal.look { $0.cursorRow == "remit>" }
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) {
    terminal.type(Key.controlD)
    #expect(terminal.exitStatus() == 0)
  }

  // MARK: Colours

  @Test func `U21: what is typed has colours, and an unknown word is underlined`() throws {
    let terminal = try open(environment: ["NO_COLOR": ""])
    terminal.type("people who onw")
    let typing = try terminal.look { $0.cursorRow == "remit> people who onw" }
    #expect(typing.style(of: "people") == "1;35" && typing.style(of: "who") == "1;34")
    #expect(typing.style(of: "onw") == "", "the cursor is in it")
    terminal.type(" A.5.1")
    let typed = try terminal.look { $0.cursorRow.hasSuffix("A.5.1") }
    #expect(typed.style(of: "onw") == "4;31" && typed.style(of: "A.5.1") == "32")
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb", "NO_COLOR": ""]])
  func `U21: without colours nothing has a style`(environment: [String: String]) throws {
    let terminal = try open(environment: environment)
    terminal.type("people who onw (A.5.1\u{08}")
    let screen = try terminal.look { $0.description.contains("A.5") }
    #expect(screen.cells.joined().allSatisfy { $0.style.isEmpty })
    terminal.type(Key.controlC)
    leave(terminal)
  }

  @Test func `U21: the statement is shown right where readline shows something else`() throws {
    let terminal = try open()
    terminal.type("people\r")
    try terminal.look { $0.cursorRow == "remit>" && $0.description.contains("Bob") }
    terminal.type("con" + Key.controlR + "peo")
    try terminal.look { $0.cursorRow == "(reverse-i-search)`peo': people" }
    // Found by the search, the entry is the statement.
    terminal.type(Key.end + " who")
    try terminal.look { $0.cursorRow == "remit> people who" }
    // A number before a key, then back.
    terminal.type("\u{1B}3")
    try terminal.look { $0.cursorRow == "(arg: 3) people who" }
    terminal.type("x")
    try terminal.look { $0.cursorRow == "remit> people whoxxx" }
    terminal.type("\u{1F}")
    try terminal.look { $0.cursorRow == "remit> people who" }
    terminal.type(Key.controlL)
    try terminal.look { $0.rows.first == "remit> people who" }
    terminal.type(Key.tab + Key.tab)
    try terminal.look { $0.row > 2 && $0.cursorRow == "remit> people who" }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" && $0.rows[$0.row - 1] == "remit> people who^C" }
    leave(terminal)
  }

  @Test func `U9: wide characters, marks and emoji are edited as what is seen`() throws {
    let terminal = try open()
    terminal.type("people named \"漢字e\u{301}🇨🇭👩‍👩‍👧‍👦")
    try terminal.look { $0.column == 30 }
    terminal.type(Key.backspace)
    try terminal.look { $0.column == 28 && $0.cursorRow.hasSuffix("🇨🇭") }
    terminal.type(Key.backspace + Key.left + "x")
    try terminal.look { $0.cursorRow == "remit> people named \"漢字xe\u{301}" && $0.column == 26 }
    terminal.type(Key.backspace + Key.backspace + Key.backspace)
    try terminal.look { $0.cursorRow == "remit> people named \"e\u{301}" }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  // MARK: Several lines

  @Test func `U10: Enter opens an indented line, and the arrows move between the lines`() throws {
    let terminal = try open()
    terminal.type("controls with\r")
    try terminal.look(for: "remit> controls with", "  ...>")
    terminal.type("no owner" + Key.up)
    try terminal.look { $0.cursorRow == "remit> controls with" && $0.column == 17 }
    terminal.type(Key.home + Key.altEnter)
    try terminal.look(for: "remit>", "  ...> controls with", "  ...>   no owner")
    terminal.type(Key.backspace)
    try terminal.look(for: "remit> controls with", "  ...>   no owner")
    terminal.type(Key.down + Key.end)
    try terminal.look { $0.cursorRow == "  ...>   no owner" && $0.column == 17 }
    // At its beginning, Backspace joins the line to the one above.
    terminal.type(Key.home + "\u{1B}[C\u{1B}[C" + Key.backspace)
    try terminal.look { $0.cursorRow == "remit> controls with no owner" && $0.column == 21 }
    terminal.type(Key.enter)
    try terminal.look { $0.description.contains("│ A.5.2 │") && $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test func `U10: the prompt of a further line says what is open`() throws {
    let terminal = try open()
    terminal.type("people who own (\ra control\r")
    try terminal.look(for: "remit> people who own (", "  ..(>   a control", "  ..(>")
    terminal.type(")" + Key.altEnter + "\"x" + Key.altEnter)
    try terminal.look(for: "  ..(>   )", "  ...>   \"x", "  ..\">")
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test func `U10: a pasted text of 30 lines is one statement that can be edited`() throws {
    let terminal = try open()
    let lines = (1...30).map { "add control B.\($0)" }
    terminal.type(Key.paste(lines.joined(separator: "\r") + "\r"))
    try terminal.look { $0.cursorRow == "  ...> add control B.30" }
    #expect(terminal.screen.rows.count == 24 && terminal.screen.rows[0].hasSuffix("B.7"))
    for _ in 1...29 { terminal.type(Key.up) }
    try terminal.look { $0.cursorRow == "remit> add control B.1" }
    terminal.type("00" + Key.enter)
    try terminal.look { $0.cursorRow == "remit>" && $0.rows[$0.row - 1] != "" }
    terminal.type("number of controls\r")
    try terminal.look { $0.description.contains("32") }
    // It is recalled whole.
    terminal.type(Key.up + Key.up)
    try terminal.look { $0.cursorRow == "  ...> add control B.30" }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  // MARK: Pasting

  @Test func `D3-36: a paste that holds its own end stays text`() throws {
    let terminal = try open()
    terminal.type(Key.paste("people\u{1B}[201~\r.quit\r"))
    try terminal.look(for: "remit> people", "  ...> .quit")
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test(.timeLimit(.minutes(15)))
  func `D3-36: a paste of more than a megabyte stays text and is refused`() throws {
    let terminal = try open()
    terminal.type(Key.paste(String(repeating: "people who own a control\n", count: 50_000)))
    try terminal.look { $0.rows.count == 24 && $0.cursorRow.hasPrefix("  ") }
    terminal.type(Key.enter)
    try terminal.look {
      $0.cursorRow == "remit>" && $0.description.contains("source-too-long")
    }
    leave(terminal)
  }

  @Test func `U7: what is pasted is shown, not obeyed`() throws {
    let terminal = try open()
    terminal.type(Key.paste("people\u{1B}]0;evil\u{07}\u{1B}[2J\u{9B}x\u{202E}"))
    try terminal.look {
      $0.cursorRow == "remit> people\\x1B]0;evil\\x07\\x1B[2J\\x9Bx\\u{202E}" && $0.bells == 0
    }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  // MARK: Completion

  @Test func `U11: Tab puts in, lists, and explains, also in the middle`() throws {
    let terminal = try open()
    terminal.type("contr" + Key.tab)
    try terminal.look { $0.cursorRow == "remit> control" }
    terminal.type("s with no owner" + String(repeating: Key.left, count: 3) + Key.tab)
    try terminal.look { $0.cursorRow == "remit> controls with no owner" && $0.column == 29 }
    terminal.type("\u{05} plus people who own a co" + Key.tab)
    try terminal.look { $0.cursorRow.hasSuffix("no owner plus people who own a control") }
    terminal.type(Key.controlC + "people who ow" + Key.tab + Key.tab)
    let listed = try terminal.look {
      $0.cursorRow == "remit> people who own" && $0.rows.contains { $0.contains("  owned") }
    }
    #expect(listed.rows.contains { $0.hasPrefix("link it") && $0.contains("person owns control") })
    terminal.type(Key.tab)
    try terminal.look {
      $0.cursorRow == "remit> people who own" && $0.rows[$0.row - 1] == "  people who own a control"
    }
    #expect(terminal.screen.description.contains("forms: own, owns, owned, owned by"))
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test func `U11: where nothing can follow, a second Tab says what is wrong`() throws {
    let terminal = try open()
    terminal.type("people who onw" + Key.tab)
    try terminal.look { $0.cursorRow == "remit> people who onw" && $0.bells == 1 }
    terminal.type(Key.tab)
    let screen = try terminal.look {
      $0.cursorRow == "remit> people who onw" && $0.rows[$0.row - 1] == "  write: people who own"
    }
    #expect(screen.description.contains("the word 'onw' has not been declared"))
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test func `U7: names that hold sequences are listed and put in escaped`() throws {
    let folder = try TemporaryFolder([
      "small/small.remit": smallModel + "\nload people from \"p.csv\" with name from \"Name\"",
      "small/p.csv": "Name\nEve\u{1B}]0;evil\u{07}\u{1B}[2J\u{202E}\nEva\n",
    ])
    let terminal = try PseudoTerminal(["small/"], in: folder)
    try terminal.waitForPrompt()
    terminal.type("controls owned by \"Ev" + Key.tab)
    let screen = try terminal.look {
      $0.cursorRow == "remit> controls owned by \"Ev" && $0.rows.contains { $0.hasPrefix("people") }
    }
    #expect(screen.description.contains("\\x1B]0;evil\\x07\\x1B[2J\\u{202E}"))
    #expect(screen.bells == 0 && screen.rows.contains { $0.contains("Tab completes") })
    terminal.type("e" + Key.tab)
    try terminal.look { $0.cursorRow.contains("\"Eve\\x1B]0;evil\\x07\\x1B[2J\\u{202E}\"") }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test(arguments: [40, 80, 200])
  func `U11: the list fits the terminal, and there is no question`(columns: Int) throws {
    let many = (1...300).map { "add control C.\($0) with title \"The title of control \($0)\"" }
    let folder = try TemporaryFolder([
      "small/small.remit": smallModel + "\n" + many.joined(separator: "\n")
    ])
    let terminal = try PseudoTerminal(["small/"], in: folder, columns: columns, rows: 40)
    try terminal.look { $0.cursorRow == "remit>" }
    terminal.type("controls named " + Key.tab)
    let screen = try terminal.look {
      $0.cursorRow == "remit> controls named" && $0.rows[$0.row - 1].contains("more; a letter")
    }
    let list = screen.rows.filter { $0.contains("C.") || $0.contains("more") }
    #expect(list.count > 2 && list.allSatisfy { $0.count < columns })
    #expect(screen.rows.filter { $0.contains("C.1 ") }.count == 1)
    // U5: whatever is typed next is typed, not an answer.
    terminal.type("y")
    try terminal.look { $0.cursorRow == "remit> controls named y" }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  // MARK: Sizes and signals

  @Test func `D3-37: Ctrl-C while completing or searching leaves the prompt in order`() throws {
    let terminal = try open()
    for typed in ["people who " + Key.tab, "contr" + Key.tab + Key.tab, Key.controlR + "x"] {
      terminal.type(typed + Key.controlC)
      try terminal.look { $0.cursorRow == "remit>" && $0.rows[$0.row - 1].hasSuffix("^C") }
    }
    terminal.type("controls with no owner\r")
    try terminal.look { $0.cursorRow == "remit>" && $0.description.contains("│ A.5.2 │") }
    leave(terminal)
  }

  @Test func `D3-38: Ctrl-Z gives the terminal back, and fg shows the statement again`() throws {
    let terminal = try open()
    terminal.type("people who\rown a co")
    try terminal.look(for: "remit> people who", "  ...>   own a co")
    #expect(!terminal.echoes)
    terminal.type(Key.controlZ)
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    while !terminal.echoes, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
    }
    #expect(terminal.echoes)
    terminal.end(by: SIGCONT)
    try terminal.look {
      $0.cursorRow == "  ...>   own a co" && $0.rows[$0.row - 1] == "remit> people who"
        && $0.rows.filter { $0 == "remit> people who" }.count == 2
    }
    terminal.type("ntrol\r")
    try terminal.look { $0.cursorRow == "remit>" && $0.description.contains("Ann") }
    leave(terminal)
  }

  @Test func `U21: a statement taller than the screen is edited in a view that follows`() throws {
    let terminal = try open(columns: 40, rows: 10)
    terminal.type(Key.paste((1...40).map { "people  # \($0)" }.joined(separator: "\n")))
    try terminal.look { $0.cursorRow == "  ...> people  # 40" && $0.rows.count == 10 }
    for _ in 1...39 { terminal.type(Key.up) }
    try terminal.look { $0.cursorRow == "remit> people  # 1" && $0.row == 0 }
    #expect(terminal.screen.rows[9] == "  ...> people  # 10")
    terminal.type(Key.end + "x")
    try terminal.look { $0.cursorRow == "remit> people  # 1x" }
    terminal.type(Key.controlC)
    try terminal.look { $0.cursorRow == "remit>" }
    leave(terminal)
  }

  @Test func `D3-34: the statement is shown right after the terminal was resized`() throws {
    let terminal = try open()
    let text = "people who own a control or own a control or own a control"
    terminal.type(text)
    try terminal.look { $0.cursorRow == "remit> " + text }
    terminal.resize(columns: 30, rows: 10)
    try terminal.look(
      for: "remit> people who own a contro", "l or own a control or own a co", "ntrol")
    terminal.resize(columns: 100, rows: 24)
    try terminal.look { $0.cursorRow == "remit> " + text }
    terminal.type(Key.enter)
    try terminal.look { $0.cursorRow == "remit>" && $0.description.contains("Ann") }
    leave(terminal)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2)])
  func `D3-34: a terminal of no size is taken for one of 80 columns, or filled`(
    columns: Int, rows: Int
  ) throws {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let terminal = try PseudoTerminal(["small/"], in: folder)
    terminal.resize(columns: columns, rows: rows)
    terminal.type("people\r")
    try terminal.wait(for: "Bob")
    // The prompt itself is broken into rows.
    try terminal.wait(for: "\u{1B}[?2004h")
    terminal.type(Key.controlD)
    #expect(terminal.exitStatus() == 0)
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func `D3-34: where the cursor cannot be moved the lines are asked for one by one`(
    terminal name: String
  ) throws {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let terminal = try PseudoTerminal(["small/"], in: folder, environment: ["TERM": name])
    try terminal.waitForPrompt()
    terminal.type("controls with\r")
    try terminal.wait(for: "  ...> ")
    terminal.type("no owner\r")
    #expect(try terminal.waitForPrompt().contains("│ A.5.2 │"))
    terminal.type(Key.controlD)
    #expect(terminal.exitStatus() == 0)
  }
}
