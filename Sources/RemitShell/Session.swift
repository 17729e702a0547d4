// SPDX-License-Identifier: Apache-2.0

public import Remit

/// An engine with a place to print: what the prompt and scripts have in common.
public struct Session {
  /// The engine, with its model and its graph.
  public var engine: Engine
  /// How answers are shown.
  public var settings: ShellSettings
  /// Told which evaluation Ctrl-C cancels, or `nil` when none can.
  public var interrupter: (any Interrupter)?
  /// Reads the time, for `.timer`.
  public var now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  /// What the program around can do.
  public var host = ShellHost()
  /// Statements from an editor that the history has not taken note of yet.
  var edited: [String] = []
  /// The file answers go to, if they do not go to the output.
  var answerFile: AnswerFile?
  /// The last answer, which knows its question.
  var last: QueryResult?
  /// The engine as it was before each text that changed it, the oldest first.
  var past: [(text: String, engine: Engine)] = []
  /// Where answers go.
  let output: any TextSink
  /// Where errors and notes of the machine formats go.
  let errors: any TextSink

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - engine: The engine.
  ///   - settings: How answers are shown.
  ///   - output: Where answers go.
  ///   - errors: Where errors go.
  public init(
    engine: Engine,
    settings: ShellSettings,
    output: any TextSink,
    errors: any TextSink
  ) {
    self.engine = engine
    self.settings = settings
    self.output = output
    self.errors = errors
  }

  /// Runs the statements of a text and prints what they did; the first error
  /// ends it, unless the session keeps going.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - checksAhead: Whether all of it is checked before its first line acts.
  /// - Returns: The status.
  public mutating func run(_ source: SourceText, checksAhead: Bool = true) -> RunStatus {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    let printer = printer
    let before = settings.isInteractive ? engine : nil
    engine.savedFile = nil
    var status = RunStatus.success
    defer { if let before { note(source, since: before, status) } }
    if settings.isInteractive { warn(source) }
    let watch = settings.showsTime ? PhaseWatch(now: now) : nil
    if let watch { engine.onPhase = { watch.begin(.engine($0)) } }
    defer { engine.onPhase = nil }
    var isTimed = false
    var errorsKeptBack = Consequences()
    // A program that counts the errors gets all of them.
    errorsKeptBack.isCounting = !printer.isJSON
    func show(_ outcome: Outcome) {
      watch?.begin(.writing)
      if case .answer(let answer) = outcome {
        last = answer
      }
      status = max(status, printer.print(outcome))
      let times = watch?.lap()
      if outcome.isTimed {
        if let times { printer.print(times) }
        isTimed = true
        // Writing this line belongs to no statement.
        _ = watch?.lap()
      }
    }
    do {
      if settings.keepsGoing {
        var script = try engine.begin(source, cancellation: cancellation, checksAhead: false)
        while !script.isAtEnd {
          let declares = script.declaresNext
          do {
            for outcome in try script.step(&engine) { show(outcome) }
          } catch  where error.code != .cancelled {
            if !errorsKeptBack.keepsBack(error) { printer.print(error) }
            if declares { errorsKeptBack.isDeclarationMissing = true }
            status = max(status, RunStatus(error))
          }
        }
        if let sentence = errorsKeptBack.sentence { printer.print(problem: sentence) }
      } else {
        try engine.run(
          source, cancellation: cancellation, checksAhead: checksAhead, onOutcome: show)
      }
      // Cancelled so late that nothing noticed: a script still ends here.
      if cancellation.isCancelled, !settings.isInteractive {
        errors.write("cancelled\n")
        status = .interrupted
      }
    } catch {
      // The terminal has echoed `^C` where the answer would have begun.
      if error.code == .cancelled, settings.isInteractive { errors.write("\n") }
      if let hint = ShellCommand.hint(for: source, error), settings.isInteractive {
        printer.print(problem: hint)
      } else {
        printer.print(error)
      }
      status = max(status, RunStatus(error))
    }
    // What answers nothing, a model or a fact, is timed as a whole.
    if !isTimed, let times = watch?.total() { printer.print(times) }
    return max(status, flushAnswers())
  }

  // MARK: Undoing

  /// How many changes can be taken back.
  private static let mostUndone = 100

  /// Whether something was changed here that the files do not have.
  var hasEdits: Bool { !past.isEmpty }

  /// Takes note of what a text has changed or saved.
  private mutating func note(_ source: SourceText, since before: Engine, _ status: RunStatus) {
    if engine.changeCount != before.changeCount {
      remember(before, source)
      let parameters = engine.parameters.filter { source.string.contains("$" + $0.key) }
      host.journal?.note(
        Edit(
          text: source.string.trimmingLineBreaks, file: source.name, today: before.today,
          parameters: parameters, hadMistake: status > .found))
    }
    if let file = engine.savedFile { host.journal?.noteSave(to: file) }
  }

  /// Makes it possible to take a change back.
  mutating func remember(_ engine: Engine, _ source: SourceText) {
    let text = Session.text(of: source)
    past.append((text, engine))
    if past.count > Session.mostUndone { past.removeFirst() }
  }

  private static func text(of source: SourceText) -> String {
    source.text(in: SourceRange(0, source.bytes.count))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Explains a row of the last answer, by its number, or why a name is not in it.
  public mutating func why(_ argument: String) -> RunStatus {
    guard let last else {
      printer.print(problem: "there is no answer yet whose rows could be explained")
      return .invalid
    }
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    let name: String
    if words.first == "not", words.count == 2 {
      name = words[1].trimmingQuotes
    } else if let row = Int(argument), row > 0, row <= last.rowCount {
      name = (last.row(row - 1).first ?? nil)?.description ?? ""
    } else {
      let count = last.rowCount
      printer.print(
        problem: count == 0
          ? "the last answer has no rows; '.why not NAME' says why something is not in it"
          : ".why needs the number of a row, 1 to \(count), or 'not' and a name")
      return .invalid
    }
    do {
      return printer.print(.proof(try engine.why(name, in: last.question)))
    } catch {
      printer.print(error)
      return RunStatus(error.code)
    }
  }

  /// Takes the last change back.
  ///
  /// - Returns: The text that made the change; `nil` when there was none.
  public mutating func undo() -> String? {
    guard let last = past.popLast() else { return nil }
    // The day and the parameters are the session's, not the change's.
    var engine = last.engine
    engine.today = self.engine.today
    engine.parameters = self.engine.parameters
    self.engine = engine
    host.journal?.noteUndo()
    return last.text
  }

  /// The printer of the settings as they are now.
  var printer: AnswerPrinter {
    guard let answerFile else {
      return AnswerPrinter(settings: settings, output: output, errors: errors)
    }
    return AnswerPrinter(
      settings: settings.forFile(answerFile.format), output: answerFile, errors: errors)
  }
}

/// Errors that are not told one by one, because an earlier one is probably their cause.
private struct Consequences {
  /// Whether there may be any: not where a program reads the errors.
  var isCounting = true
  /// Whether a statement failed that would have given words or names.
  var isDeclarationMissing = false
  private var count = 0

  /// Whether an error is only counted.
  mutating func keepsBack(_ error: QueryError) -> Bool {
    let ids = ["unknown-word", "unknown-name"]
    guard isCounting, isDeclarationMissing,
      let first = error.diagnostics.first, ids.contains(first.id), first.edits.isEmpty,
      error.others.isEmpty
    else { return false }
    count += 1
    return true
  }

  /// What is said of those that were counted.
  var sentence: String? {
    guard count > 0 else { return nil }
    let use = count == 1 ? "1 statement uses" : "\(count) statements use"
    return "\(use) words or names that are not there, perhaps because of what is wrong above"
  }
}

extension Outcome {
  /// Whether the time it took is worth a line of its own.
  fileprivate var isTimed: Bool {
    switch self {
    case .answer, .proof, .check, .expectation: true
    case .done, .wrote, .text, .heading: false
    }
  }
}

/// Cancels the running evaluation when Ctrl-C is pressed.
public protocol Interrupter {
  /// Makes Ctrl-C cancel this evaluation from now on.
  func willEvaluate(_ cancellation: Cancellation)
  /// Makes Ctrl-C cancel nothing.
  func didEvaluate()
}

extension String {
  /// The text without the lines before and behind it in which nothing stands.
  var trimmingLineBreaks: String {
    let text = drop { $0.isNewline }
    let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.endIndex
    return String(text[..<end])
  }

  /// The text without double quotes around it, as a statement reads it.
  fileprivate var trimmingQuotes: String {
    count >= 2 && first == "\"" && last == "\""
      ? String(dropFirst().dropLast()).replacing("\"\"", with: "\"") : self
  }
}
