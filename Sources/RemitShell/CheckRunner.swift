// SPDX-License-Identifier: Apache-2.0

public import Remit
public import RemitFormats

/// Runs scripts for their checks and expectations.
///
/// What else the scripts say is run but not shown. An error inside a check makes
/// that check one that could not be evaluated; any other error ends the script.
public struct CheckRunner {
  /// The checks, in the order in which they were made.
  public private(set) var report: CheckReport
  /// The expectations, in the order in which they were compared.
  public private(set) var expectations: [ExpectationResult] = []
  /// The highest status so far.
  public private(set) var status = RunStatus.success
  /// The least severity of a check that counts when it fails.
  public var leastSeverity = CheckResult.Severity.low

  private let printer: AnswerPrinter

  /// Makes a runner.
  ///
  /// - Parameter session: Where errors are written to; its engine's day is that
  ///   of the report.
  public init(_ session: Session) {
    report = CheckReport(day: session.engine.today)
    printer = session.printer
  }

  /// Runs one script.
  ///
  /// It is checked first: if there is a mistake in it, but in a check, nothing of
  /// it is run, unless the session keeps going.
  public mutating func run(_ source: SourceText, in session: inout Session) {
    let cancellation = Cancellation()
    session.interrupter?.willEvaluate(cancellation)
    defer { session.interrupter?.didEvaluate() }
    let isEager = session.settings.keepsGoing
    var script: ScriptRun
    do {
      script = try session.engine.begin(
        source, cancellation: cancellation, checksAhead: !isEager)
    } catch {
      printer.print(error)
      status = max(status, RunStatus(error))
      return
    }
    while !script.isAtEnd {
      let checkName = script.nameOfNextCheck
      do {
        for outcome in try script.step(&session.engine) { note(outcome) }
      } catch {
        status = max(status, RunStatus(error))
        if let checkName, error.code == .invalid || error.code == .limit {
          note(error, checkName)
          continue
        }
        printer.print(error)
        if error.code == .cancelled || !isEager { return }
      }
    }
  }

  private mutating func note(_ outcome: Outcome) {
    switch outcome {
    case .check(let check):
      report.entries.append(.check(check))
      if check.outcome == .failed, check.severity >= leastSeverity { status = max(status, .found) }
    case .expectation(let result):
      expectations.append(result)
      if !result.isMet { status = max(status, .found) }
    case .answer, .done, .wrote, .text, .heading, .proof: break
    }
  }

  private mutating func note(_ error: QueryError, _ name: String) {
    printer.print(error)
    let diagnostic = error.diagnostics.first
    let line = diagnostic.map { error.source.position(of: $0.range.start).line } ?? 1
    let source = error.source.name.map { FactSource(file: $0, line: line) } ?? .prompt
    report.entries.append(
      .failure(name: name, message: diagnostic?.message ?? "\(error)", source: source))
  }

  /// What is said of exceptions from checks that were not made: one line for each such
  /// check, with the name that was probably meant.
  ///
  /// - Parameter session: The session in which the checks were made.
  /// - Returns: The lines; none where every exception has its check.
  public func strayExceptions(in session: Session) -> [String] {
    let made = report.entries.map { entry in
      switch entry {
      case .check(let check): check.name
      case .failure(let name, _, _): name
      }
    }
    return session.engine.exceptedChecks.filter { !made.contains($0) }.map { name in
      let near = NearestName.nearest(to: name, among: made, limit: 1).first
      return
        "warning: there is an exception from '\(Sanitizer.line(name))', and no such check was made"
        + (near.map { "; did you mean '\(Sanitizer.line($0))'?" } ?? "") + "\n"
    }
  }

  /// The report as text for a terminal or a log.
  public func text() -> String {
    let check = CheckPrinter(printer)
    let lines = report.entries.map { entry in
      switch entry {
      case .check(let result): check.text(result)
      case .failure(let name, let message, _): check.failure(name, message)
      }
    }
    return lines.joined() + (lines.isEmpty ? "" : "\n") + report.summary + "\n"
  }

  /// The expectations as text, those that are met in one line.
  public func expectationText() -> String {
    let check = CheckPrinter(printer)
    return expectations.filter { !$0.isMet }.map(check.text).joined()
  }
}
