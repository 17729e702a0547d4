// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats

/// Writes texts, checks and expectations for people.
struct CheckPrinter {
  private let printer: AnswerPrinter
  private var isColored: Bool { printer.settings.colorsOutput }

  init(_ printer: AnswerPrinter) { self.printer = printer }

  /// A printed text; a heading stands out.
  func text(_ text: String, isHeading: Bool) -> String {
    let line = Sanitizer.block(text)
    return isHeading ? "\n" + AnsiStyle.bold(line, if: isColored) + "\n" : line + "\n"
  }

  /// A check: how it ended, and what it found.
  func text(_ check: CheckResult) -> String {
    let isPassed = check.outcome == .passed
    let verdict =
      isPassed
      ? AnsiStyle.green("pass", if: isColored) : AnsiStyle.red("FAIL", if: isColored)
    var lines = ["\(verdict)  \(Sanitizer.line(check.name))\(about(check))"]
    if !isPassed {
      lines.append("      \(summary(check))")
      lines += check.found.map { "      \(Sanitizer.line($0))" }
      if !check.offenders.isEmpty {
        lines += table(of: check.offenders).split(separator: "\n").map { "      " + $0 }
      }
      lines += check.notes.map { "      \(Sanitizer.line($0))" }
    }
    if check.isVacuous { lines.append("      nothing was looked at, so there was nothing to find") }
    for note in check.noData { lines.append("      no data: \(Sanitizer.line(note))") }
    for exception in check.exceptions { lines.append("      \(text(exception))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What offends a check, in the form of answers: a pipe gets no lines between columns.
  private func table(of offenders: QueryResult) -> String {
    let settings = printer.settings
    if let rendered = settings.format.render(offenders) {
      return settings.terminalWidth() == nil ? rendered.text : Sanitizer.block(rendered.text)
    }
    let width = settings.terminalWidth().map { max(20, $0 - 6) }
    return TableRenderer(width: width, rowLimit: settings.rowLimit).render(offenders)
  }

  /// A check that could not be evaluated.
  func failure(_ name: String, _ message: String) -> String {
    let verdict = AnsiStyle.red("ERROR", if: isColored)
    return "\(verdict) \(Sanitizer.line(name))\n      \(Sanitizer.line(message))\n"
  }

  private func about(_ check: CheckResult) -> String {
    let parts = (check.outcome == .passed ? [] : [check.severity.rawValue]) + check.clauses
    let text = parts.map(Sanitizer.line).joined(separator: ", ")
    return parts.isEmpty ? "" : AnsiStyle.dim("  (\(text))", if: isColored)
  }

  private func summary(_ check: CheckResult) -> String {
    guard let lookedAt = check.lookedAt else {
      return "it does not hold: \(Sanitizer.line(check.sentence))"
    }
    let share = check.share.map { ", \(Value.number($0).description) %" } ?? ""
    return "\(check.offenders.rowCount) of \(lookedAt)\(share)"
  }

  private func text(_ exception: CheckResult.Exception) -> String {
    let thing = Sanitizer.line(exception.thing)
    let who = "by \(Sanitizer.line(exception.owner)): \(Sanitizer.line(exception.reason))"
    let until = exception.until.map { " until \($0)" } ?? ""
    switch exception.state {
    case .applied: return "excepted\(until): \(thing), \(who)"
    case .expired:
      return "exception over since \(exception.until?.description ?? ""): \(thing), \(who)"
    case .unused: return "exception without use: \(thing), \(who)"
    }
  }

  /// An expectation: whether it is met, and the rows that differ.
  func text(_ result: ExpectationResult) -> String {
    guard !result.isMet else {
      let verdict = AnsiStyle.green("pass", if: isColored)
      return "\(verdict)  \(Sanitizer.line(result.question))\n"
    }
    var lines = ["\(AnsiStyle.red("FAIL", if: isColored))  \(Sanitizer.line(result.question))"]
    lines += result.missing.map { "      - \(row($0))" }
    lines += result.unexpected.map { "      + \(row($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ cells: [String]) -> String {
    Sanitizer.line(cells.map { $0.isEmpty ? "unknown" : $0 }.joined(separator: ", "))
  }
}
