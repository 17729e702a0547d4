// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a report of checks as a Markdown page.
struct MarkdownReportWriter {
  func render(_ report: CheckReport) -> String {
    var text = "# Checks on \(report.day)\n\n\(report.summary).\n\n"
    text += "| check | outcome | severity | found | clauses |\n| --- | --- | --- | --- | --- |\n"
    for entry in report.entries { text += row(entry) }
    for case .check(let check) in report.entries where check.outcome == .failed {
      text += "\n## \(MarkdownWriter.escaped(check.name))\n\n"
      text += "\(MarkdownWriter.escaped(check.sentence))\n\n"
      for found in check.found { text += "Found: \(MarkdownWriter.escaped(found)).\n\n" }
      if !check.offenders.isEmpty { text += MarkdownWriter().render(check.offenders) }
      for note in check.notes { text += "\n\(MarkdownWriter.escaped(note)).\n" }
      for note in check.noData { text += "\nNo data: \(MarkdownWriter.escaped(note)).\n" }
      for exception in check.exceptions {
        let until = exception.until.map { " until \($0)" } ?? ""
        text +=
          "\nException (\(exception.state.rawValue)\(until)): "
          + MarkdownWriter.escaped(
            "\(exception.thing), by \(exception.owner): \(exception.reason)") + ".\n"
      }
    }
    return text
  }

  private func row(_ entry: CheckReport.Entry) -> String {
    let cells: [String]
    switch entry {
    case .failure(let name, let message, _):
      cells = [name, "could not be evaluated", "", message, ""]
    case .check(let check):
      let found = CheckReport.found(check).joined(separator: "; ")
      cells = [
        check.name, check.outcome.rawValue, check.severity.rawValue, found,
        check.clauses.joined(separator: ", "),
      ]
    }
    return "| " + cells.map(MarkdownWriter.escaped).joined(separator: " | ") + " |\n"
  }
}
