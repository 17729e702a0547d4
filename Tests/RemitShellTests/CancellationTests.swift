// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Ctrl-C during a question that would run for a very long time.
@Suite(.serialized, .enabled(if: PseudoTerminal.isAvailable, "needs setsid of util-linux"))
struct CancellationTests {
  /// How many people report to one another in a chain.
  private static let count = 60_000
  /// Asks for the people below each of them: their number squared, in steps.
  private static let endless = "people p where number of people who report to+ p is above 70000"

  /// A model of a long chain of people, each reporting to the one before.
  private func chain() throws -> TemporaryFolder {
    var people = "Name,Manager\n"
    people.reserveCapacity(Self.count * 20)
    for number in 1...Self.count {
      people += "Person \(number),\(number > 1 ? "Person \(number - 1)" : "")\n"
    }
    return try TemporaryFolder([
      "chain/people.csv": people,
      "chain/chain.remit": """
      remit 1

      kind person (people)
        name: text
      relation person reports to person as report / manager
      load people from "people.csv" with name from "Name", manager from "Manager"
      """,
    ])
  }

  @Test(.timeLimit(.minutes(15)))
  func `one Ctrl-C brings the prompt back, a hundred times in a row`() throws {
    let terminal = try PseudoTerminal(["chain/"], in: chain())
    try terminal.waitForPrompt()
    for _ in 1...100 {
      terminal.type(Self.endless + "\r")
      try terminal.wait(for: "70000")
      Thread.sleep(forTimeInterval: 0.05)
      terminal.type(PseudoTerminal.Key.controlC)
      #expect(try terminal.waitForPrompt().contains("cancelled"))
    }
    // What was typed behind the question is dropped with it.
    terminal.type(Self.endless + "\rpeople named \"Person 9\"\r")
    try terminal.wait(for: "70000")
    Thread.sleep(forTimeInterval: 0.05)
    terminal.type(PseudoTerminal.Key.controlC)
    try terminal.wait(for: "cancelled")
    try terminal.waitForPrompt()
    terminal.type("people named \"Person 7\"\r")
    let seen = try terminal.waitForPrompt()
    #expect(!seen.contains("Person 9") && seen.contains("│ Person 7"))
    terminal.type("people named \"Person 7\"\r")
    #expect(try terminal.waitForPrompt().contains("Person 7"))
    terminal.type(PseudoTerminal.Key.controlD)
    #expect(terminal.exitStatus() == 0)
  }

  @Test(.timeLimit(.minutes(15)))
  func `Ctrl-C ends a script with 130`() throws {
    let folder = try chain()
    let terminal = try PseudoTerminal(["chain/", "-c", Self.endless], in: folder)
    try terminal.wait(for: "Ctrl-C cancels")
    terminal.type(PseudoTerminal.Key.controlC)
    try terminal.wait(for: "cancelled")
    #expect(terminal.exitStatus() == 130)
  }
}
