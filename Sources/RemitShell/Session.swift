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
  public var now: () -> ContinuousClock.Instant = { ContinuousClock.now }
  /// The engine as it was before each text that changed it, the oldest first.
  private var past: [(text: String, engine: Engine)] = []
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
  /// ends it.
  public mutating func run(_ source: SourceText) -> RunStatus {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    let printer = printer
    let start = now()
    let before = settings.isInteractive ? engine : nil
    var hasChanged = false
    defer { if hasChanged, let before { remember(before, source) } }
    var status = RunStatus.success
    do {
      try engine.run(source, cancellation: cancellation) { outcome in
        if case .done = outcome { hasChanged = true }
        status = max(status, printer.print(outcome))
      }
      // Cancelled so late that nothing noticed: a script still ends here.
      if cancellation.isCancelled, !settings.isInteractive {
        errors.write("cancelled\n")
        status = .interrupted
      }
    } catch {
      // The terminal has echoed `^C` where the answer would have begun.
      if error.code == .cancelled, settings.isInteractive { errors.write("\n") }
      printer.print(error)
      status = max(status, RunStatus(error.code))
    }
    if settings.showsTime { printTime(since: start) }
    return status
  }

  // MARK: Undoing

  /// How many changes can be taken back.
  private static let mostUndone = 100

  private mutating func remember(_ engine: Engine, _ source: SourceText) {
    let text = source.text(in: SourceRange(0, source.bytes.count))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    past.append((text, engine))
    if past.count > Session.mostUndone { past.removeFirst() }
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
    return last.text
  }

  /// The printer of the settings as they are now.
  var printer: AnswerPrinter {
    AnswerPrinter(settings: settings, output: output, errors: errors)
  }

  /// Writes the time since `start` in seconds, to the millisecond.
  private func printTime(since start: ContinuousClock.Instant) {
    let (seconds, attoseconds) = start.duration(to: now()).components
    let thousandths = String(1000 + attoseconds / 1_000_000_000_000_000).dropFirst()
    let text = AnsiStyle.dim("\(seconds).\(thousandths) s", if: settings.colorsErrors)
    errors.write(text + "\n")
  }
}

/// Cancels the running evaluation when Ctrl-C is pressed.
public protocol Interrupter {
  /// Makes Ctrl-C cancel this evaluation from now on.
  func willEvaluate(_ cancellation: Cancellation)
  /// Makes Ctrl-C cancel nothing.
  func didEvaluate()
}
