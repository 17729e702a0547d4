// SPDX-License-Identifier: Apache-2.0

public import Remit
public import RemitFormats

/// Runs scripts and makes a report of what their statements do.
public struct ReportRunner {
  /// The report so far.
  public var report: Report {
    var ended = builder
    ended.finish()
    return ended.report
  }
  /// Whether nothing has been found to be shown.
  public var isEmpty: Bool { report.body.isEmpty }

  private var builder: ReportBuilder
  private let printer: AnswerPrinter

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - title: What the report is called if no script says.
  ///   - session: Where errors are written to; its engine's day is that of the report.
  public init(title: String, _ session: Session) {
    builder = ReportBuilder(title: title, day: session.engine.today)
    printer = session.printer
  }

  /// Runs one script.
  ///
  /// It is checked as a whole first: if there is a mistake in it, nothing of it is run,
  /// and a report that would lack a part is not written.
  ///
  /// - Returns: The status; all but success means that there is no report to write.
  public mutating func run(_ source: SourceText, in session: inout Session) -> RunStatus {
    let cancellation = Cancellation()
    session.interrupter?.willEvaluate(cancellation)
    defer { session.interrupter?.didEvaluate() }
    do {
      var script = try session.engine.begin(source, cancellation: cancellation)
      while !script.isAtEnd { builder.add(try script.step(&session.engine)) }
      return .success
    } catch {
      printer.print(error)
      return RunStatus(error)
    }
  }
}
