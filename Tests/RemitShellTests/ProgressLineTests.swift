// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
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
  }

  /// A clock that goes when the test says so.
  private final class HandClock: Sendable {
    private struct State {
      let start = ContinuousClock.now
      var passed = Duration.zero
      var waiting: [(due: Duration, action: @Sendable () -> Void)] = []
    }
    private let state = Mutex(State())

    var clock: ProgressLine.Clock {
      ProgressLine.Clock(
        now: { self.state.withLock { $0.start + $0.passed } },
        wait: { time, action in
          self.state.withLock { $0.waiting.append((due: $0.passed + time, action: action)) }
        })
    }

    /// Lets time pass, and does what is due meanwhile.
    func pass(_ time: Duration) {
      let end = state.withLock { $0.passed + time }
      while let action = nextAction(by: end) { action() }
      state.withLock { $0.passed = end }
    }

    private func nextAction(by end: Duration) -> (@Sendable () -> Void)? {
      state.withLock { state in
        let next = state.waiting.indices.min { state.waiting[$0].due < state.waiting[$1].due }
        guard let next, state.waiting[next].due <= end else { return nil }
        state.passed = state.waiting[next].due
        return state.waiting.remove(at: next).action
      }
    }
  }

  private func line(_ screen: Screen, _ time: HandClock, width: Int = 79) -> ProgressLine {
    ProgressLine(
      delay: .seconds(1), interval: .milliseconds(500), width: width, clock: time.clock
    ) { screen.write($0) }
  }

  @Test func `it comes after a while and goes before anything else is written`() {
    let (screen, time) = (Screen(), HandClock())
    let line = line(screen, time)
    line.begin()
    time.pass(.milliseconds(999))
    #expect(screen.written == "")
    time.pass(.milliseconds(1))
    #expect(screen.line == "working; 1 s, Ctrl-C cancels")
    line.note(file: "a.csv")
    time.pass(.milliseconds(500))
    #expect(screen.line == "loading a.csv; 1 s, Ctrl-C cancels")
    line.note(file: nil)
    line.note(file: "b\u{1B}[2J.csv")
    time.pass(.milliseconds(500))
    #expect(screen.line.hasSuffix(", file 2; 2 s, Ctrl-C cancels"))
    #expect(!screen.written.contains("[2J.csv\u{1B}") && !screen.written.contains("b\u{1B}"))
    line.writing {
      #expect(screen.line == "")
      screen.write("answer\n")
    }
    #expect(screen.line == "answer\n")
    time.pass(.milliseconds(500))
    #expect(screen.line.hasSuffix("; 2 s, Ctrl-C cancels"), "it is not over yet")
    line.end()
    #expect(screen.line == "")
    let before = screen.written
    time.pass(.seconds(60))
    #expect(screen.written == before)
  }

  @Test func `what is done before that shows nothing`() {
    let (screen, time) = (Screen(), HandClock())
    let line = line(screen, time)
    line.begin()
    line.note(file: "a.csv")
    time.pass(.milliseconds(900))
    line.writing { screen.write("answer\n") }
    line.end()
    line.begin()
    time.pass(.milliseconds(900))
    line.end()
    #expect(screen.written == "answer\n", "each has a second of its own")
  }

  @Test func `it fits the terminal`() {
    let (screen, time) = (Screen(), HandClock())
    let line = line(screen, time, width: 30)
    line.begin()
    line.note(file: String(repeating: "日本", count: 40) + ".csv")
    time.pass(.seconds(1))
    #expect(screen.line.hasSuffix(".csv; 1 s, Ctrl-C cancels"))
    #expect(DisplayWidth.of(screen.line) <= 30)
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
    try terminal.wait(for: "working; ")
    try terminal.wait(for: " s, Ctrl-C cancels")
    terminal.type(PseudoTerminal.Key.controlC)
    try terminal.wait(for: "\r\u{1B}[K")
    #expect(terminal.exitStatus() == 130)
  }
}
