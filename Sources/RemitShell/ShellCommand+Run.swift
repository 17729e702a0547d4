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
      return command.run(argument, in: &session)
    case .failure(let problem):
      return session.fail(problem.sentence)
    }
  }

  private func run(_ argument: String, in session: inout Session) -> RunStatus {
    switch action {
    case .help:
      return session.show(ShellHelp.text(for: argument, in: session.engine))
    case .schema:
      return session.show(session.engine.describeSchema(argument.isEmpty ? nil : argument))
    case .questions: return session.listQuestions(about: ShellCommand.unquoted(argument))
    case .ask:
      guard !argument.isEmpty else { return session.fail(missing("a clause")) }
      return session.ask(about: ShellCommand.unquoted(argument))
    case .stage(let stage):
      guard !argument.isEmpty else { return session.fail(missing("a question")) }
      return session.explain(argument, stage: stage)
    case .library:
      switch LibraryText.text(of: argument) {
      case .success(let text): return session.write(text)
      case .failure(let problem): return session.fail(problem.sentence)
      }
    case .mode:
      guard !argument.isEmpty else {
        return session.show("answers are written as \(session.settings.format.rawValue)")
      }
      guard let format = ResultFormat(rawValue: argument) else {
        let names = ResultFormat.allCases.map(\.rawValue)
        let hint =
          ShellCommand.nearest(to: argument, among: names).map { "did you mean '\($0)'?" }
          ?? "there are \(names.joined(separator: ", "))"
        return session.fail("there is no format '\(argument)'; \(hint)")
      }
      session.settings.format = format
      return .success
    case .timer:
      guard argument == "on" || argument == "off" else {
        return session.fail(missing("'on' or 'off'"))
      }
      session.settings.showsTime = argument == "on"
      return .success
    case .read:
      guard !argument.isEmpty else { return session.fail(missing("a file")) }
      return session.read(ShellCommand.unquoted(argument))
    case .save, .snapshot:
      let (file, replaces) = ShellCommand.file(argument)
      guard !file.isEmpty else { return session.fail(missing("a file")) }
      return session.save(file, replaces: replaces, asSnapshot: action == .snapshot)
    case .graph:
      let (file, replaces) = ShellCommand.file(argument)
      return session.graph(file, replaces: replaces)
    case .why: return session.why(argument)
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

  /// The name of a file, and whether a `!` behind it lets it be replaced.
  private static func file(_ argument: String) -> (name: String, replaces: Bool) {
    let replaces = argument.hasSuffix("!")
    return (unquoted(String(replaces ? argument.dropLast() : argument[...]).trimmed), replaces)
  }

  /// A file name without the quotes around it.
  private static func unquoted(_ argument: String) -> String {
    guard argument.count >= 2, let quote = argument.first, quote == argument.last,
      quote == "\"" || quote == "'"
    else { return argument }
    return String(argument.dropFirst().dropLast())
  }
}

extension String {
  /// The text without the blanks at its end.
  fileprivate var trimmed: String {
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
      let writer = Session.writer(of: file, replaces: replaces)
      if asSnapshot {
        try writer.write(snapshot: try engine.snapshot(), to: file)
      } else {
        try writer.write(script: try engine.saved(), to: file, from: nil)
      }
      return show("Saved the model and the facts to \(file).")
    } catch let error as QueryError {
      printer.print(error)
      return RunStatus(error.code)
    } catch let error as LoadError {
      return fail(replaces ? error.message : "\(error.message); \(file)! replaces a file", .data)
    } catch {
      return fail("\(error)")
    }
  }

  /// A writer of a file that the user names, which may be anywhere.
  private static func writer(of file: String, replaces: Bool) -> FileWriter {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    return FileWriter(folder: ".", granted: [folder.isEmpty ? "/" : folder], replaces: replaces)
  }

  /// Writes bytes to a file that the user names, and says so.
  func write(
    _ bytes: [UInt8], to file: String, replaces: Bool, saying sentence: String
  ) -> RunStatus {
    do {
      try Session.writer(of: file, replaces: replaces).write(bytes, to: file)
      return show(sentence)
    } catch {
      return fail(replaces ? error.message : "\(error.message); \(file)! replaces a file", .data)
    }
  }

  /// Writes a text of several lines to the output.
  func show(_ text: String) -> RunStatus {
    let width = settings.terminalWidth() ?? .max
    let lines = Sanitizer.block(text).split(separator: "\n", omittingEmptySubsequences: false)
    let wrapped = lines.map { TextFlow.wrap(String($0), width: width) }.joined(separator: "\n")
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
      return show(try engine.explain(text, stage: stage))
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
