// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Remit
import RemitShell

/// What `remit explain`, `remit logic` and `remit reading` take.
struct StageArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Scripts to run or folders with a model to open, and the question last.",
      valueName: "file ... question")
  )
  var arguments: [String]

  @OptionGroup
  var model: ModelOptions

  /// Runs the scripts and prints a stage of the question.
  func run(
    _ stage: Stage, _ output: StandardStream, _ errors: StandardStream
  ) throws -> RunStatus {
    guard let question = arguments.last else { throw ValidationError("a question is missing") }
    let scripts = Scripts(arguments.dropLast())
    var session = try scripts.session(model, output, errors) {
      $0.terminalWidth = Terminal.width
    }
    let status = scripts.load(into: &session)
    guard status == .success else { return status }
    return session.explain(question, stage: stage)
  }
}

/// `remit explain`: the plan of a question in words.
struct ExplainCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "remit",
    abstract: "Tells the steps that answer a question, and how many rows each makes.",
    discussion: """
        remit explain samples/acme/ 'controls with no competent owner'

      The scripts before the question are read for their model and their facts.
      """
  )

  @OptionGroup
  var stage: StageArguments

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    try stage.run(.explain, output, errors)
  }
}

/// `remit logic`: a question as a formula.
struct LogicCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "logic", _superCommandName: "remit",
    abstract: "Writes a question as a formula of first-order logic.",
    discussion: "  remit logic samples/acme/ 'controls with no competent owner'"
  )

  @OptionGroup
  var stage: StageArguments

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    try stage.run(.logic, output, errors)
  }
}

/// `remit reading`: a question with brackets.
struct ReadingCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "reading", _superCommandName: "remit",
    abstract: "Shows how a question is read, with each modifier in brackets.",
    discussion: "  remit reading samples/acme/ 'controls with no competent owner'"
  )

  @OptionGroup
  var stage: StageArguments

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    try stage.run(.reading, output, errors)
  }
}
