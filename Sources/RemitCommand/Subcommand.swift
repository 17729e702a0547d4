// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import RemitShell

/// A command with a name of its own: `remit check`.
protocol Subcommand: ParsableCommand {
  /// Runs it.
  ///
  /// - Throws: A `ValidationError` for wrong usage.
  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus
}

/// The commands by name. What is no name of one is a script, or `./NAME` is.
enum Subcommands {
  static let all: [String: any Subcommand.Type] = [
    "check": CheckCommand.self, "fmt": FormatCommand.self,
    "lint": LintCommand.self, "init": InitCommand.self,
    "explain": ExplainCommand.self, "logic": LogicCommand.self, "reading": ReadingCommand.self,
    "report": ReportCommand.self, "snapshot": SnapshotCommand.self, "test": TestCommand.self,
    "watch": WatchCommand.self,
  ]
}
