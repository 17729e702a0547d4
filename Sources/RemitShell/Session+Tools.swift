// SPDX-License-Identifier: Apache-2.0

public import Remit

/// What the tools that read scripts without running them need.
extension Session {
  /// Takes over the words of a model, without its facts.
  ///
  /// - Returns: Whether that went well; else what is wrong has been printed.
  public mutating func declare(_ source: SourceText) -> RunStatus {
    do {
      try engine.declareWords(of: source)
      return .success
    } catch {
      printer.print(error)
      return RunStatus(error.code)
    }
  }

  /// Takes over the model and the facts of a script; what it asks is left out.
  ///
  /// - Returns: Whether that went well; else what is wrong has been printed.
  public mutating func load(_ source: SourceText) -> RunStatus {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    do {
      try engine.loadModel(of: source, cancellation: cancellation)
      return .success
    } catch {
      printer.print(error)
      return RunStatus(error.code)
    }
  }

  /// Runs a script and gives what came of it instead of printing it.
  ///
  /// - Returns: The outcomes, and the status: of an error, which has been printed, or
  ///   success.
  public mutating func outcomes(of source: SourceText) -> (outcomes: [Outcome], RunStatus) {
    var outcomes: [Outcome] = []
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    do {
      try engine.run(source, cancellation: cancellation) { outcomes.append($0) }
      return (outcomes, cancellation.isCancelled ? .interrupted : .success)
    } catch {
      printer.print(error)
      // Ctrl-C may come while the error is being told.
      return (outcomes, cancellation.isCancelled ? .interrupted : RunStatus(error))
    }
  }

  /// Prints one outcome.
  public func print(_ outcome: Outcome) { _ = printer.print(outcome) }

  /// A script in canonical form.
  ///
  /// - Returns: The text; else the status, and what is wrong has been printed.
  public func formatted(_ source: SourceText) -> Formatted {
    do {
      return .success(try engine.formatted(source))
    } catch {
      printer.print(error)
      return .failure(RunStatus(error.code))
    }
  }

  /// Reports what in a script probably does not mean what was wanted.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - printing: Whether the findings are written to the output; mistakes are
  ///     always written to the errors.
  /// - Returns: The report.
  public mutating func lint(_ source: SourceText, printing: Bool) -> LintReport {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    let report = engine.lint(source, cancellation: cancellation)
    for error in report.errors { printer.print(error) }
    if printing { printer.print(report.findings, of: report.source) }
    return report
  }

  /// Writes, before a statement is run at the prompt, what in it probably does
  /// not mean what was wanted.
  func warn(_ source: SourceText) {
    // Nobody typed a text that long; 'remit lint' reads it.
    guard source.bytes.count <= LineHighlighter.longestText else { return }
    // That an 'every' ranges over nothing stands in a note below the answer.
    for warning in engine.warnings(source) {
      var lines = ["\(warning.severity.rawValue)[\(warning.id)]: \(warning.message)"]
      if let text = warning.applyingEdit(to: source) {
        lines.append(
          "  write: " + text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      }
      for line in lines {
        errors.write(AnsiStyle.dim(Sanitizer.line(line), if: settings.colorsErrors) + "\n")
      }
    }
  }

  /// What came of formatting.
  public enum Formatted {
    /// The canonical form.
    case success(String)
    /// It has a mistake.
    case failure(RunStatus)
  }
}
