// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Remit
import RemitFormats
import RemitShell

/// One run of the command: models and scripts, then statements or the prompt.
struct Program {
  private let arguments: CommandLineArguments
  private let output: StandardStream
  private let errors: StandardStream
  private let scripts: Scripts
  private var session: Session

  /// Makes a run from what the command line says.
  init(_ arguments: CommandLineArguments, output: StandardStream, errors: StandardStream) throws {
    self.arguments = arguments
    self.output = output
    self.errors = errors
    scripts = Scripts(arguments.paths)
    let engine = try scripts.engine(arguments.model)
    var settings = ShellSettings()
    let isTerminal = Terminal.isTerminal(StandardStream.output)
    settings.format = arguments.format ?? (isTerminal ? .table : .tsv)
    settings.terminalWidth = Terminal.width
    settings.colorsOutput = Terminal.allowsColor(arguments.color, on: StandardStream.output)
    settings.colorsErrors = Terminal.allowsColor(arguments.color, on: StandardStream.errors)
    settings.showsTime = arguments.timer
    settings.keepsGoing = arguments.keepGoing
    settings.failsIfAny = arguments.failIfAny
    settings.failsIfNone = arguments.failIfNone
    session = Session(engine: engine, settings: settings, output: output, errors: errors)
    session.interrupter = Signals.EvaluationInterrupter()
    session.drawSVG = Graphviz.drawing(ProcessInfo.processInfo.environment)
  }

  /// Runs everything, one after the other.
  mutating func run() -> RunStatus {
    Signals.catchInterrupt()
    var status = RunStatus.success
    for file in scripts.files {
      status = max(status, session.read(file))
      if ends(status) { return status }
    }
    for statement in arguments.statements {
      let result = ScriptRunner(allowsCommands: true).run(SourceText(statement), in: &session)
      status = max(status, result.status)
      if ends(status) || result.quits { return status }
    }
    let opens =
      arguments.paths.isEmpty || scripts.snapshot != nil
      || arguments.paths.contains(where: FileNames.isDirectory)
    guard opens, arguments.statements.isEmpty else { return status }
    if Terminal.isTerminal(0) { return max(status, prompt()) }
    return max(status, runStandardInput())
  }

  private func ends(_ status: RunStatus) -> Bool {
    status == .interrupted || status > .found && !arguments.keepGoing
  }

  /// Runs the statements of a pipe.
  private mutating func runStandardInput() -> RunStatus {
    // One byte more than the engine takes is enough for it to say so.
    let limit = session.engine.limits.sourceBytes + 1
    let data = try? FileHandle.standardInput.read(upToCount: limit)
    let bytes = Array(data ?? Data())
    if arguments.paths.isEmpty, bytes.allSatisfy({ [9, 10, 13, 32].contains($0) }) {
      errors.write("\(CommandLineArguments.usageString())\nSee 'remit --help'.\n")
      return .invalid
    }
    let runner = ScriptRunner(allowsCommands: true, checksAhead: false)
    return runner.run(SourceText(bytes: bytes), in: &session).status
  }

  /// Asks for statements until the end.
  private mutating func prompt() -> RunStatus {
    session.settings.isInteractive = true
    session.engine.limits = .interactive
    Signals.catchTerminalSignals()
    runInitFile()
    if Terminal.isTerminal(StandardStream.output) {
      output.write(
        "Remit \(LineEditorVersion.remit)   Tab completes, .help explains, Ctrl-D leaves.\n"
      )
    }
    var shell = Shell(session: session)
    #if Readline
    let history = history()
    var source = ReadlineSource(history: history, errors: errors)
    defer { history?.compact() }
    #else
    var source = PlainLineSource(
      prompts: Terminal.isTerminal(StandardStream.output) ? output : errors
    )
    #endif
    return shell.run(&source)
  }

  private func history() -> HistoryFile? {
    guard !arguments.noHistory else { return nil }
    do {
      let environment = ProcessInfo.processInfo.environment
      return HistoryFile(path: try HistoryFile.standardPath(environment))
    } catch {
      errors.write("warning: the history is not kept: \(error.message)\n")
      return nil
    }
  }

  /// Runs the user's own statements and commands, if nobody else can change them.
  private mutating func runInitFile() {
    guard !arguments.noInit, let path = InitFile.path(ProcessInfo.processInfo.environment) else {
      return
    }
    switch InitFile.read(path) {
    case .success(let source?):
      _ = ScriptRunner(allowsCommands: true).run(source, in: &session)
    case .success(nil): break
    case .failure(let problem):
      errors.write("warning: '\(Sanitizer.line(path))' is not run: \(problem.message)\n")
    }
  }
}
