// SPDX-License-Identifier: Apache-2.0

public import Remit
import RemitFormats

extension ShellCommand {
  /// Runs a line with a dot-command.
  ///
  /// - Returns: The status, or `nil` when the session ends.
  static func run(_ line: String, in session: inout Session) -> RunStatus? {
    let (name, argument) = parts(of: line)
    switch find(name) {
    case .success(let command):
      guard command.action != .quit else { return nil }
      if let refusal = refusal(of: line, in: session) { return session.fail(refusal) }
      return command.run(argument, in: &session)
    case .failure(let problem):
      return session.fail(problem.sentence)
    }
  }

  /// Why a line may not be run here, if so.
  static func refusal(of line: String, in session: Session) -> String? {
    let (name, argument) = parts(of: line)
    guard session.settings.isSafe, case .success(let command) = find(name),
      command.reachesOut(with: argument)
    else { return nil }
    return ".\(command.name) reaches out of the model, which --safe forbids"
  }

  private func run(_ argument: String, in session: inout Session) -> RunStatus {
    switch action {
    case .help:
      return session.show(ShellHelp.text(for: argument, in: session.engine))
    case .lesson:
      switch Lesson.text(for: argument) {
      case .success(let text): return session.show(text)
      case .failure(let problem): return session.fail(problem.sentence)
      }
    case .schema:
      return session.show(session.engine.describeSchema(argument.isEmpty ? nil : argument))
    case .questions: return session.listQuestions(about: ShellCommand.unquoted(argument))
    case .ask:
      guard !argument.isEmpty else { return session.fail(missing("a clause")) }
      return session.ask(about: ShellCommand.unquoted(argument))
    case .describe:
      guard !argument.isEmpty else { return session.fail(missing("a name")) }
      return session.describe(argument)
    case .stage(let stage):
      guard !argument.isEmpty else { return session.fail(missing("a question")) }
      return session.explain(argument, stage: stage)
    case .library:
      switch LibraryText.text(of: argument) {
      case .success(let text): return session.write(text)
      case .failure(let problem): return session.fail(problem.sentence)
      }
    case .mode: return session.setFormat(argument)
    case .limit:
      guard !argument.isEmpty else {
        let limit = session.settings.tableRows.map { "at most \($0)" } ?? "all"
        return session.show("a table shows \(limit) rows")
      }
      let count = Int(argument)
      guard argument == "off" || count.map({ $0 > 0 }) ?? false else {
        return session.fail(missing("a number of rows or 'off'"))
      }
      session.settings.tableRows = count
      return .success
    case .pager:
      guard let paging = session.host.paging else { return session.fail("there is no pager here") }
      guard !argument.isEmpty else {
        let way = paging.isOn() ? "page by page" : "all at once"
        return session.show("what is longer than the screen is shown \(way)")
      }
      guard argument == "on" || argument == "off" else {
        return session.fail(missing("'on' or 'off'"))
      }
      paging.set(argument == "on")
      return .success
    case .timer:
      guard !argument.isEmpty else {
        return session.show(
          session.settings.showsTime
            ? "the time an answer took is shown below it" : "the time an answer took is not shown")
      }
      guard argument == "on" || argument == "off" else {
        return session.fail(missing("'on' or 'off'"))
      }
      session.settings.showsTime = argument == "on"
      return .success
    case .read:
      guard !argument.isEmpty else { return session.fail(missing("a file")) }
      return session.read(ShellCommand.unquoted(argument))
    case .output:
      guard !argument.isEmpty else { return session.endRedirection() }
      guard let (file, replaces) = ShellCommand.target(argument) else {
        return session.fail(missing("a file"))
      }
      return session.redirect(
        to: file, replaces: replaces, hint: ".output \(file)! replaces a file")
    case .save, .snapshot:
      guard let (file, replaces) = ShellCommand.target(argument) else {
        return session.fail(missing("a file"))
      }
      return session.save(file, replaces: replaces, asSnapshot: action == .snapshot)
    case .graph:
      let target = ShellCommand.target(argument)
      return session.graph(target?.file ?? "", replaces: target?.replaces ?? false)
    case .chart: return session.chart(argument)
    case .watch: return session.watch(argument)
    case .history: return session.listHistory(argument)
    case .edit: return session.edit(argument)
    case .why: return session.why(argument)
    case .recover: return session.recover(argument)
    case .undo:
      guard let text = session.undo() else {
        return session.show("Nothing has been changed that could be taken back.")
      }
      return session.show("Taken back: \(text)")
    case .quit:
      return .success
    }
  }

  private func missing(_ what: String) -> String {
    ".\(name) needs \(what), such as: \(example)"
  }

  /// The file to be written that an argument names, and whether its `!` says that
  /// one that is there is replaced.
  private static func target(_ argument: String) -> (file: String, replaces: Bool)? {
    let replaces = argument.hasSuffix("!")
    let file = unquoted(String(replaces ? argument.dropLast() : argument[...]).trimmed)
    return file.isEmpty ? nil : (file, replaces)
  }

  /// A file name without the quotes around it.
  private static func unquoted(_ argument: String) -> String {
    guard argument.count >= 2, let quote = argument.first, quote == argument.last,
      quote == "\"" || quote == "'"
    else { return argument }
    return String(argument.dropFirst().dropLast())
  }
}

/// What to do instead of a form of answers that there is in other programs.
private enum FormatHint {
  static let all: [String: String] = {
    let drawing = "to draw the last answer, write: .graph FILE"
    var hints = ["box", "grid", "column", "columns", "pretty"].reduce(into: [String: String]()) {
      $0[$1] = "'table' has lines between its columns"
    }
    for name in ["dot", "svg", "png", "pdf", "graphml"] { hints[name] = "\(drawing).\(name)" }
    hints["mermaid"] = "\(drawing).mmd"
    hints["graphviz"] = "\(drawing).dot"
    for name in ["xlsx", "excel", "xls", "ods"] { hints[name] = "'csv' opens in a spreadsheet" }
    for name in ["facts", "remit"] { hints[name] = "to write out the facts, write: .save FILE" }
    for name in ["list", "lines", "record", "vertical"] {
      hints[name] = "'line' has a line for each value"
    }
    hints["md"] = "did you mean 'markdown'?"
    hints["ndjson"] = "did you mean 'jsonl'?"
    return hints
  }()
}

extension String {
  /// The text without the blanks at its end.
  var trimmed: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Session {
  /// Writes the model and the facts to a file that the user names.
  ///
  /// - Parameters:
  ///   - file: The file's name.
  ///   - replaces: Whether a file that is there is replaced.
  ///   - asSnapshot: Whether they are written as bytes, and not as statements.
  /// - Returns: The status; what went wrong has been printed.
  public mutating func save(
    _ file: String, replaces: Bool, asSnapshot: Bool = false
  ) -> RunStatus {
    do {
      let writer = FileWriter(file, replaces: replaces)
      if asSnapshot {
        try writer.write(snapshot: try engine.snapshot(), to: file)
      } else {
        try writer.write(script: try engine.saved(), to: file, from: nil)
      }
      host.journal?.noteSave(to: file)
      return show("Saved the model and the facts to \(file).")
    } catch let error as QueryError {
      printer.print(error)
      return RunStatus(error.code)
    } catch let error as LoadError {
      return fail(
        replaces
          ? error.message
          : "\(error.message); .\(asSnapshot ? "snapshot" : "save") \(file)! replaces a file", .data
      )
    } catch {
      return fail("\(error)")
    }
  }

  /// Writes bytes to a file that the user names, and says so.
  func write(
    _ bytes: [UInt8], to file: String, replaces: Bool, saying sentence: String
  ) -> RunStatus {
    do {
      try FileWriter(file, replaces: replaces).write(bytes, to: file)
      return show(sentence)
    } catch {
      return fail(replaces ? error.message : "\(error.message); \(file)! replaces a file", .data)
    }
  }

  /// Sets how answers are written, or says how they are.
  fileprivate mutating func setFormat(_ name: String) -> RunStatus {
    guard !name.isEmpty else { return show("answers are written as \(settings.format.rawValue)") }
    guard let format = ResultFormat(rawValue: name) else {
      let names = ResultFormat.allCases.map(\.rawValue)
      let hint =
        FormatHint.all[name.lowercased()]
        ?? ShellCommand.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "there are \(names.joined(separator: ", "))"
      return fail("there is no format '\(name)'; \(hint)")
    }
    settings.format = format
    return .success
  }

  /// Writes a text of several lines to the output.
  func show(_ text: String) -> RunStatus {
    let width = settings.terminalWidth() ?? .max
    let wrapped = TextFlow.wrapLines(Sanitizer.block(text), width: width)
    output.write(wrapped + (text.hasSuffix("\n") ? "" : "\n"))
    return .success
  }

  /// Writes a text as it stands: its lines are not wrapped.
  fileprivate func write(_ text: String) -> RunStatus {
    output.write(Sanitizer.block(text))
    return .success
  }

  /// Writes a sentence to the errors.
  func fail(_ sentence: String, _ status: RunStatus = .invalid) -> RunStatus {
    printer.print(problem: sentence)
    return status
  }

  /// Writes a stage of a statement to the output.
  public func explain(_ text: String, stage: Stage) -> RunStatus {
    do {
      return show(try engine.explain(text, stage: stage, now: now))
    } catch {
      printer.print(error)
      return RunStatus(error.code)
    }
  }

  /// Runs a file that the engine's loader opens.
  public mutating func read(_ file: String) -> RunStatus {
    guard let source = source(of: file) else { return .data }
    return ScriptRunner(allowsCommands: false).run(source, in: &self).status
  }

  /// Opens a file by the engine's loader; `nil` after saying why it cannot.
  public func source(of file: String) -> SourceText? {
    guard let loader = engine.loader else {
      printer.print(problem: "no file can be read here")
      return nil
    }
    do {
      return try loader.source(named: file, from: nil)
    } catch {
      let problems = error.problems.map { "\n  line \($0.line): \($0.message)" }
      printer.print(problem: error.message + problems.joined())
      return nil
    }
  }
}
