// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import RemitShell

Heap.useLargePages()
Terminal.useUTF8()
let output = StandardStream(StandardStream.output)
let errors = StandardStream(StandardStream.errors)
if let name = CommandLine.arguments.dropFirst().first, let command = Subcommands.all[name] {
  do {
    var parsed = try command.parseAsRoot(Array(CommandLine.arguments.dropFirst(2)))
    Signals.catchInterrupt()
    guard let subcommand = parsed as? any Subcommand else {
      // The parser's own, such as `--help`, which throws its text.
      try parsed.run()
      exit(RunStatus.success.rawValue)
    }
    let status = try subcommand.run(output, errors)
    Signals.endIfAsked()
    exit(status.rawValue)
  } catch let failure as SnapshotFailure {
    errors.write(failure.text)
    exit(RunStatus.data.rawValue)
  } catch {
    let isAnswer = command.exitCode(for: error) == .success
    (isAnswer ? output : errors).write(command.fullMessage(for: error) + "\n")
    exit((isAnswer ? RunStatus.success : .invalid).rawValue)
  }
}
do {
  let arguments = try CommandLineArguments.parse()
  if let shell = arguments.completions {
    output.write(shell.completionScript)
    exit(RunStatus.success.rawValue)
  }
  if arguments.man {
    guard let page = ManualPage.text() else { exit(RunStatus.invalid.rawValue) }
    output.write(page)
    exit(RunStatus.success.rawValue)
  }
  var program = try Program(arguments, output: output, errors: errors)
  let status = program.run()
  Signals.endIfAsked()
  exit(status.rawValue)
} catch let failure as SnapshotFailure {
  errors.write(failure.text)
  exit(RunStatus.data.rawValue)
} catch {
  // The parser's own status for wrong usage is 64; ours is 2.
  let message = CommandLineArguments.fullMessage(for: error)
  let isAnswer = CommandLineArguments.exitCode(for: error) == .success
  (isAnswer ? output : errors).write(message + "\n")
  exit((isAnswer ? RunStatus.success : .invalid).rawValue)
}
