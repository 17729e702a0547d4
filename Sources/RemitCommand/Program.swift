// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Remit
import RemitFormats
import RemitLibrary
import RemitShell

/// One run of the command: models and scripts, then statements or the prompt.
struct Program {
  private let arguments: CommandLineArguments
  private let output: any TextSink
  /// Where what is no answer goes, which no pager shows.
  private let terminal: StandardStream
  private let errors: StandardStream
  private let scripts: Scripts
  private var session: Session
  private let record = FileRecord()

  /// Makes a run from what the command line says.
  init(_ arguments: CommandLineArguments, output: StandardStream, errors: StandardStream) throws {
    self.arguments = arguments
    self.errors = errors
    scripts = Scripts(arguments.paths)
    var engine = try scripts.engine(arguments.model, noting: record)
    if arguments.demo, arguments.model.asOf == nil { engine.today = Demonstration.day }
    var settings = ShellSettings()
    settings.isSafe = arguments.safe
    let isTerminal = Terminal.isTerminal(StandardStream.output)
    settings.format = arguments.format ?? (isTerminal ? .table : .tsv)
    settings.terminalWidth = Terminal.width
    settings.colorsOutput = Terminal.allowsColor(arguments.color, on: StandardStream.output)
    settings.colorsErrors = Terminal.allowsColor(arguments.color, on: StandardStream.errors)
    settings.showsTime = arguments.timer
    settings.keepsGoing = arguments.keepGoing
    settings.failsIfAny = arguments.failIfAny
    settings.failsIfNone = arguments.failIfNone
    let opensPrompt = Program.opens(arguments, scripts) && Terminal.isTerminal(0)
    let pager =
      opensPrompt && isTerminal
      ? Pager(before: output, ProcessInfo.processInfo.environment) : nil
    self.output = pager ?? output
    terminal = output
    session = Session(engine: engine, settings: settings, output: self.output, errors: errors)
    if let pager {
      session.host.paging = (isOn: { pager.isOn }, set: { pager.isOn = $0 })
    }
    session.interrupter = Signals.EvaluationInterrupter()
    session.host.draw = Graphviz.drawing(ProcessInfo.processInfo.environment)
  }

  /// Runs everything, one after the other.
  mutating func run() -> RunStatus {
    Signals.catchInterrupt()
    var status = RunStatus.success
    let runner = ScriptRunner(allowsCommands: true)
    for statement in arguments.statements
    where runner.refuses(SourceText(statement), in: session) {
      return .invalid
    }
    if arguments.demo {
      status = session.run(SourceText(Demonstration.statement))
      if ends(status) { return status }
    }
    for file in scripts.files {
      status = max(status, session.read(file))
      if ends(status) { return status }
    }
    if arguments.safe { closeFiles() }
    if let file = arguments.output {
      status = max(
        status,
        session.redirect(
          to: file, as: arguments.format, replaces: arguments.model.overwrites,
          hint: "--overwrite lets it be"))
      if ends(status) { return status }
    }
    for statement in arguments.statements {
      let result = runner.run(SourceText(statement), in: &session)
      status = max(status, result.status)
      if ends(status) || result.quits { return status }
    }
    guard Program.opens(arguments, scripts) else {
      tellWhatIsNotAsked()
      return status
    }
    return max(status, Terminal.isTerminal(0) ? prompt() : runStandardInput())
  }

  /// Whether statements are asked for once the scripts have run.
  private static func opens(_ arguments: CommandLineArguments, _ scripts: Scripts) -> Bool {
    arguments.interactive
      || arguments.statements.isEmpty
        && (arguments.paths.isEmpty || scripts.snapshot != nil
          || arguments.opensFolder)
  }

  /// Tells a person whose scripts had nothing to show how to ask something.
  private func tellWhatIsNotAsked() {
    guard arguments.statements.isEmpty, arguments.output == nil, !StandardStream.hasWritten,
      Terminal.isTerminal(0), Terminal.isTerminal(StandardStream.output)
    else { return }
    let files = arguments.paths.map(FileNames.inShell).joined(separator: " ")
    errors.write(
      "note: it ran, and asks nothing. To ask something: remit -i \(Sanitizer.line(files))\n")
  }

  /// Leaves nothing to be read or written but the libraries that come with Remit.
  private mutating func closeFiles() {
    session.engine.loader = LibraryLoader()
    session.engine.writer = nil
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
    if arguments.paths.isEmpty, !arguments.demo, bytes.allSatisfy({ [9, 10, 13, 32].contains($0) })
    {
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
      let width = Terminal.width() ?? 80
      let banner =
        "Remit \(LineEditorVersion.remit)   Tab completes, .help explains, Ctrl-D leaves.\n"
      terminal.write(TextFlow.wrapLines(banner, width: width))
      terminal.write(
        arguments.demo
          ? Demonstration.greeting(on: session.engine.today, width: width)
          : session.greeting(width: width))
    }
    let environment = ProcessInfo.processInfo.environment
    if scripts.snapshot == nil, !arguments.paths.isEmpty {
      session.host.files = WatchedScripts(scripts, arguments.model, record, output, errors)
    }
    session.host.edit = { ExternalEditor.edit($0, environment) }
    #if Readline
    session.host.history = { ReadlineSource.entries }
    #endif
    let journal = journal()
    session.host.journal = journal
    if let notice = session.recoveryNotice { errors.write(notice + "\n") }
    var shell = Shell(session: session)
    #if Readline
    let history = history()
    var source = ReadlineSource(history: history, color: arguments.color, errors: errors)
    defer { history?.compact() }
    #else
    var source = PlainLineSource(
      prompts: Terminal.isTerminal(StandardStream.output) ? output : errors
    )
    #endif
    let status = shell.run(&source)
    if let kept = journal?.finish(), kept > 0 {
      errors.write(
        "\(kept) edit\(kept == 1 ? " is" : "s are") not saved, and kept for the next time "
          + "this \(arguments.opensFolder ? "folder" : "file") is opened.\n")
    }
    return status
  }

  /// The journal of what is changed, if something was opened that can be opened again.
  private func journal() -> JournalFile? {
    guard !arguments.noJournal, !arguments.safe, !scripts.files.isEmpty,
      arguments.interactive || arguments.opensFolder
    else { return nil }
    do {
      let errors = errors
      let opened = arguments.paths.map {
        URL(fileURLWithPath: $0).resolvingSymlinksInPath().path
      }
      return JournalFile(
        in: try JournalFile.standardFolder(ProcessInfo.processInfo.environment),
        of: opened.joined(separator: "\n"), base: scripts.files.first, today: Terminal.today,
        warn: { errors.write("warning: \(Sanitizer.line($0))\n") })
    } catch {
      errors.write("warning: edits are not kept: \(error.message)\n")
      return nil
    }
  }

  private func history() -> HistoryFile? {
    guard !arguments.noHistory else { return nil }
    do {
      return HistoryFile(path: try HistoryFile.standardPath(ProcessInfo.processInfo.environment))
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
