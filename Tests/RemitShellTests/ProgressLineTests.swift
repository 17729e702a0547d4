// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitShell
import Synchronization
import Testing

/// The line that tells what goes on.
struct ProgressLineTests {
  /// What was written to a terminal, and what of it would still be seen.
  private final class Screen: Sendable {
    private let text = Mutex("")
    func write(_ more: String) { text.withLock { $0 += more } }
    var written: String { text.withLock { $0 } }
    /// What stands in the last line.
    var line: String {
      let all = written
      let rest = all.range(of: "\r\u{1B}[K", options: .backwards).map { all[$0.upperBound...] }
      return String(rest ?? all[...])
    }

    /// Waits until a text has been written.
    func wait(for wanted: String) -> Bool {
      for _ in 0..<2_000 {
        if written.contains(wanted) { return true }
        Thread.sleep(forTimeInterval: 0.005)
      }
      return false
    }
  }

  private func line(_ screen: Screen, delay: Duration, width: Int = 79) -> ProgressLine {
    ProgressLine(delay: delay, interval: .milliseconds(5), width: width) { screen.write($0) }
  }

  @Test func `it comes after a while and goes before anything else is written`() {
    let screen = Screen()
    let line = line(screen, delay: .milliseconds(10))
    line.begin()
    #expect(screen.wait(for: "working; 0 s, Ctrl-C cancels"))
    line.note(file: "a.csv")
    #expect(screen.wait(for: "loading a.csv; 0 s"))
    line.note(file: nil)
    line.note(file: "b\u{1B}[2J.csv")
    #expect(screen.wait(for: ", file 2; 0 s"))
    #expect(!screen.written.contains("[2J.csv\u{1B}") && !screen.written.contains("b\u{1B}"))
    line.writing {
      #expect(screen.line == "")
      screen.write("answer\n")
    }
    line.end()
    #expect(screen.line == "" || screen.line.hasSuffix("answer\n"))
    let before = screen.written
    Thread.sleep(forTimeInterval: 0.05)
    #expect(screen.written == before)
  }

  @Test func `what is done before that shows nothing`() {
    let screen = Screen()
    let line = line(screen, delay: .seconds(60))
    line.begin()
    line.note(file: "a.csv")
    line.writing { screen.write("answer\n") }
    line.end()
    #expect(screen.written == "answer\n")
  }

  @Test func `it fits the terminal`() {
    let screen = Screen()
    let line = line(screen, delay: .zero, width: 30)
    line.begin()
    line.note(file: String(repeating: "日本", count: 40) + ".csv")
    #expect(screen.wait(for: ".csv; 0 s, Ctrl-C cancels"))
    line.end()
  }

  @Test(.enabled(if: PseudoTerminal.isAvailable, "needs setsid of util-linux"))
  func `a terminal sees it and a pipe does not`() throws {
    var people = "name,manager\n"
    for number in 1...30_000 {
      people += "P\(number),\(number > 1 ? "P\(number - 1)" : "")\n"
    }
    let folder = try TemporaryFolder([
      "p.csv": people,
      "p.remit": """
      kind person (people)
        name: text
      relation person reports to person as report / manager
      load people from "p.csv"
      """,
    ])
    // The number of people squared, in steps.
    let endless = "people p where number of people who report to+ p is above 70000"
    let piped = try RemitProcess.run(["p.remit", "-c", "number of people"], in: folder)
    #expect(!piped.errors.contains("Ctrl-C"))
    let terminal = try PseudoTerminal(["p.remit", "-c", endless], in: folder)
    try terminal.wait(for: "working; 1 s, Ctrl-C cancels", within: .seconds(60))
    terminal.type(PseudoTerminal.Key.controlC)
    try terminal.wait(for: "\r\u{1B}[K", within: .seconds(60))
    #expect(terminal.exitStatus() == 130)
  }
}
