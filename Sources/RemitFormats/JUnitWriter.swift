// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a report of checks as JUnit XML: a test case for each check.
///
/// - SeeAlso: The JUnit XML format as CI servers read it; it has no standard.
struct JUnitWriter {
  func render(_ report: CheckReport) -> String {
    let counts = report.counts
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"remit check\" tests=\"\(report.entries.count)\""
        + " failures=\"\(counts.failed)\" errors=\"\(counts.notEvaluated)\">",
      "  <testsuite name=\"checks on \(report.day)\" tests=\"\(report.entries.count)\""
        + " failures=\"\(counts.failed)\" errors=\"\(counts.notEvaluated)\" skipped=\"0\">",
    ]
    for entry in report.entries { lines += testCase(entry) }
    return (lines + ["  </testsuite>", "</testsuites>", ""]).joined(separator: "\n")
  }

  private func testCase(_ entry: CheckReport.Entry) -> [String] {
    func open(_ name: String, _ source: FactSource) -> String {
      "    <testcase name=\"\(XMLText.escaped(name))\""
        + " classname=\"\(XMLText.escaped(source.description))\""
    }
    switch entry {
    case .failure(let name, let message, let source):
      return [
        open(name, source) + ">",
        "      <error message=\"\(XMLText.escaped(message))\"/>", "    </testcase>",
      ]
    case .check(let check):
      guard check.outcome == .failed else { return [open(check.name, check.source) + "/>"] }
      let found = CheckReport.found(check).joined(separator: "; ")
      let summary = found.isEmpty ? "it does not hold" : found
      let body = ([check.sentence] + check.found + CheckReport.lines(of: check))
        .map(XMLText.escaped).joined(separator: "\n")
      return [
        open(check.name, check.source) + ">",
        "      <failure type=\"\(check.severity.rawValue)\""
          + " message=\"\(XMLText.escaped(summary))\">\(body)</failure>",
        "    </testcase>",
      ]
    }
  }
}
