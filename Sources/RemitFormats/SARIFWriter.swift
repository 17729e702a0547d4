// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a report of checks as SARIF: a rule for each check, a result for each
/// offender.
///
/// - SeeAlso: OASIS, Static Analysis Results Interchange Format 2.1.0.
struct SARIFWriter {
  func render(_ report: CheckReport) -> String {
    let rules = report.entries.enumerated().map { rule($0, $1) }
    let results = report.entries.enumerated().flatMap { self.results($0, $1) }
    return SARIFWriter.log(rules: rules, results: results)
  }

  /// A log of rules and results that are JSON objects already.
  static func log(rules: [String], results: [String]) -> String {
    """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [{
        "tool": {"driver": {"name": "remit", "rules": [
    \(rules.map { "      " + $0 }.joined(separator: ",\n"))
        ]}},
        "results": [
    \(results.map { "      " + $0 }.joined(separator: ",\n"))
        ]
      }]
    }

    """
  }

  private func rule(_ index: Int, _ entry: CheckReport.Entry) -> String {
    switch entry {
    case .failure(let name, _, _):
      return "{\"id\": \(JSONText.string(name))}"
    case .check(let check):
      let tags = check.clauses.map(JSONText.string).joined(separator: ", ")
      return "{\"id\": \(JSONText.string(check.name)), \"shortDescription\": {\"text\": "
        + "\(JSONText.string(check.sentence))}, \"properties\": {\"tags\": [\(tags)]}}"
    }
  }

  private func results(_ index: Int, _ entry: CheckReport.Entry) -> [String] {
    switch entry {
    case .failure(let name, let message, let source):
      return [SARIFWriter.result(index, name, "error", message, source)]
    case .check(let check):
      guard check.outcome == .failed else { return [] }
      let level = check.severity >= .high ? "error" : check.severity == .medium ? "warning" : "note"
      guard !check.offenders.isEmpty else {
        let found = check.found.isEmpty ? "" : " (\(check.found.joined(separator: "; ")))"
        let text = check.sentence + found
        return [SARIFWriter.result(index, check.name, level, text, check.source)]
      }
      let keys = JSONText.keys(of: check.offenders.columns)
      return zip(check.offenders.rows, CheckReport.lines(of: check)).map { row, line in
        SARIFWriter.result(
          index, check.name, level, "\(line): \(check.sentence)", check.source,
          properties: JSONText.object(keys, row))
      }
    }
  }

  /// One result; with a column and properties where they are known.
  static func result(
    _ index: Int, _ id: String, _ level: String, _ message: String, _ source: FactSource,
    column: Int? = nil, properties: String? = nil
  ) -> String {
    var text =
      "{\"ruleId\": \(JSONText.string(id)), \"ruleIndex\": \(index), "
      + "\"level\": \"\(level)\", \"message\": {\"text\": \(JSONText.string(message))}"
    if let file = source.file {
      let place = column.map { ", \"startColumn\": \($0)" } ?? ""
      text +=
        ", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": "
        + "\(JSONText.string(file))}, \"region\": {\"startLine\": \(max(1, source.line))\(place)}}}]"
    }
    if let properties { text += ", \"properties\": \(properties)" }
    return text + "}"
  }
}
