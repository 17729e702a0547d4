// SPDX-License-Identifier: Apache-2.0

public import Remit

/// What the checks of some scripts found, to be written for people and machines.
public struct CheckReport: Sendable {
  /// One check, or one that could not be evaluated.
  public enum Entry: Sendable {
    /// A check that was made.
    case check(CheckResult)
    /// A check that could not be evaluated, with what is wrong with it.
    case failure(name: String, message: String, source: FactSource)
  }

  /// A form a report can be written in.
  public enum Format: String, CaseIterable, Sendable {
    /// For reading; written by a shell.
    case text
    /// One JSON object.
    case json
    /// JUnit XML, for CI servers.
    case junit
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// A Markdown page.
    case markdown
  }

  /// The day the checks were made for.
  public var day: Day
  /// The checks in the order in which they were made.
  public var entries: [Entry]

  /// Makes a report.
  public init(day: Day, entries: [Entry] = []) {
    self.day = day
    self.entries = entries
  }

  /// The checks that were made.
  public var checks: [CheckResult] {
    entries.compactMap { if case .check(let check) = $0 { check } else { nil } }
  }

  /// How many checks passed, failed and could not be evaluated.
  public var counts: (passed: Int, failed: Int, notEvaluated: Int) {
    let failed = checks.filter { $0.outcome == .failed }.count
    return (checks.count - failed, failed, entries.count - checks.count)
  }

  /// The counts in a sentence.
  public var summary: String {
    let counts = counts
    var parts = ["\(counts.passed) passed", "\(counts.failed) failed"]
    if counts.notEvaluated > 0 { parts.append("\(counts.notEvaluated) could not be evaluated") }
    return "\(entries.count) check\(entries.count == 1 ? "" : "s") on \(day): "
      + parts.joined(separator: ", ")
  }

  /// Writes the report.
  ///
  /// - Returns: The text, or `nil` for ``Format/text``, which a shell writes.
  public func render(_ format: Format) -> String? {
    switch format {
    case .text: nil
    case .json: JSONReportWriter().render(self)
    case .junit: JUnitWriter().render(self)
    case .sarif: SARIFWriter().render(self)
    case .markdown: MarkdownReportWriter().render(self)
    }
  }

  /// The offenders, each on one line: its key and its name, or what `showing` asks
  /// for with the titles of the columns.
  static func lines(of check: CheckResult) -> [String] {
    check.offenders.rows.map { row in
      guard check.showsTerms else {
        return row.compactMap { $0?.description }.joined(separator: " ")
      }
      return zip(check.offenders.columns, row).map { column, value in
        "\(column.title): \(value?.description ?? "unknown")"
      }.joined(separator: ", ")
    }
  }

  /// How many of how many, and what was compared: `2 of 5`, `share of controls
  /// with an owner is 80`; nothing of a sentence that is about neither.
  static func found(_ check: CheckResult) -> [String] {
    (check.lookedAt.map { ["\(check.offenders.rowCount) of \($0)"] } ?? []) + check.found
  }
}
