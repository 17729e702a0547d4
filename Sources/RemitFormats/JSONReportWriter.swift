// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a report of checks as one JSON object.
struct JSONReportWriter {
  func render(_ report: CheckReport) -> String {
    let counts = report.counts
    let checks = report.entries.map { "    {" + fields($0) + "}" }.joined(separator: ",\n")
    return """
      {
        "date": \(JSONText.string(report.day.description)),
        "passed": \(counts.passed),
        "failed": \(counts.failed),
        "notEvaluated": \(counts.notEvaluated),
        "checks": [
      \(checks)
        ]
      }

      """
  }

  /// The members of the object of a check.
  func fields(_ entry: CheckReport.Entry) -> String {
    func text(_ text: String) -> String { JSONText.string(text) }
    func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
    var fields: [(String, String)]
    switch entry {
    case .failure(let name, let message, let source):
      fields = [
        ("name", text(name)), ("outcome", text("notEvaluated")), ("message", text(message)),
        ("source", text(source.description)),
      ]
    case .check(let check):
      let keys = JSONText.keys(of: check.offenders.columns)
      fields = [
        ("name", text(check.name)), ("outcome", text(check.outcome.rawValue)),
        ("sentence", text(check.sentence)), ("severity", text(check.severity.rawValue)),
        ("clauses", list(check.clauses.map(text))),
        ("offenders", list(check.offenders.rows.map { JSONText.object(keys, $0) })),
        ("lookedAt", check.lookedAt.map { "\($0)" } ?? "null"),
        ("share", JSONText.text(of: check.share.map { .number($0) })),
        ("vacuous", check.isVacuous ? "true" : "false"),
        ("noData", list(check.noData.map(text))),
        ("exceptions", list(check.exceptions.map(exception))),
        ("source", text(check.source.description)),
      ]
      if !check.notes.isEmpty { fields.append(("notes", list(check.notes.map(text)))) }
      if !check.found.isEmpty { fields.append(("found", list(check.found.map(text)))) }
    }
    return fields.map { "\(text($0.0)): \($0.1)" }.joined(separator: ", ")
  }

  private func exception(_ exception: CheckResult.Exception) -> String {
    let fields = [
      ("thing", exception.thing), ("owner", exception.owner), ("reason", exception.reason),
      ("until", exception.until?.description ?? ""), ("state", exception.state.rawValue),
    ]
    return "{"
      + fields.map { "\(JSONText.string($0.0)): \(JSONText.string($0.1))" }.joined(separator: ", ")
      + "}"
  }
}
