// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a report as a Markdown text.
///
/// What was asked stands below each answer, in small print; bars are left out, as the
/// numbers are there.
struct MarkdownDocumentWriter {
  let report: Report
  private let names: SourceNames

  init(report: Report) {
    self.report = report
    names = SourceNames(report)
  }

  /// Writes the text.
  func render() -> String {
    var parts = [
      "# \(text(report.body.title))\n", "As of \(report.day).\n",
    ]
    parts += content(of: report.body, level: 1)
    let sources = report.sources
    if !sources.isEmpty {
      parts.append("## Sources\n")
      parts.append(sources.map { "- \(text(names.short($0)))\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private func content(of section: Report.Section, level: Int) -> [String] {
    var parts: [String] = []
    var isBehindSection = false
    var isFirst = true
    for part in section.parts {
      switch part {
      case .block(let block):
        // What follows the last of many does not belong to it.
        if isBehindSection { parts.append("---\n") }
        isBehindSection = false
        parts += self.block(block, isBrief: section.isRepeated)
      case .section(let inner):
        if isFirst { parts.append(asked(section.asked, "Asked of each of them")) }
        (isFirst, isBehindSection) = (false, true)
        let marks = String(repeating: "#", count: min(level + 1, 6))
        parts.append("\(marks) \(text(inner.title))\n")
        parts += content(of: inner, level: level + 1)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  private func block(_ block: Report.Block, isBrief: Bool) -> [String] {
    switch block {
    case .paragraph(let paragraph): return [text(paragraph) + "\n"]
    case .figures(let answers):
      let items = answers.map { "- \(text($0.heading)): **\(text($0.figure ?? ""))**\n" }
      let questions = answers.map(\.result.question)
      return [items.joined()]
        + (isBrief ? [] : [asked(questions, "Asked", Report.sources(of: answers))])
    case .answer(let answer): return self.answer(answer, isBrief: isBrief)
    case .proof(let proof, let caption):
      return (caption.map { ["**\(text($0))**\n"] } ?? []) + [self.proof(proof)]
    case .checks(let checks): return self.checks(checks)
    case .expectation(let result):
      let rows =
        result.missing.map { ("missing", $0) } + result.unexpected.map { ("unexpected", $0) }
      return [
        "\(result.isMet ? "As expected" : "**Not as expected**"): \(code(result.question))\n"
      ]
        + (rows.isEmpty
          ? [] : [rows.map { "- \($0): \(text($1.joined(separator: ", ")))\n" }.joined()])
    }
  }

  // MARK: Answers

  private func answer(_ answer: Report.Answer, isBrief: Bool) -> [String] {
    let result = answer.result
    var parts: [String] = []
    let heading = "**\(text(answer.heading))**"
    if result.isEmpty {
      parts.append("\(heading): \(isBrief ? "none" : text(result.emptySentence))\n")
    } else {
      switch result.form {
      case .thing where result.rowCount == 1:
        if answer.caption != nil { parts.append(heading + "\n") }
        parts.append(
          zip(result.columns, result.row(0)).map { column, value in
            "- \(text(column.title)): \(value.map { text($0.description) } ?? "none")\n"
          }.joined())
      case .things where result.columns.count == 1 && answer.findings.isEmpty:
        parts.append(heading + "\n")
        parts.append(
          result.rows.map { "- \(text(($0.first ?? nil)?.description ?? "unknown"))\n" }.joined())
      default:
        parts.append(heading + "\n")
        parts.append(table(answer))
      }
    }
    parts += result.notes.map { "\(text($0)).\n" }
    if !isBrief { parts.append(asked([result.question], "Asked", result.sources)) }
    return parts
  }

  private func table(_ answer: Report.Answer) -> String {
    var result = answer.result
    guard !answer.findings.isEmpty else { return MarkdownWriter().render(result) }
    result.columns.append(.init(title: "found by", isNumeric: false))
    result.rows = result.rows.enumerated().map { row, cells in
      cells + [answer.findings[row].map { .text("⚠ " + $0.joined(separator: ", ")) }]
    }
    return MarkdownWriter().render(result)
  }

  // MARK: Checks

  private func checks(_ checks: [CheckResult]) -> [String] {
    var parts: [String] = []
    if checks.count > 1 {
      let failed = checks.filter { $0.outcome == .failed }.count
      parts.append("\(checks.count - failed) of \(checks.count) checks passed, \(failed) failed.\n")
      let rows = CheckGroup.byClause(checks).flatMap { group in
        group.checks.map { check in
          let cells = [
            group.title, check.name, check.outcome.rawValue, check.severity.rawValue,
            CheckReport.found(check).joined(separator: "; "),
          ]
          return "| " + cells.map(MarkdownWriter.escaped).joined(separator: " | ") + " |\n"
        }
      }
      parts.append(
        "| clause | check | outcome | severity | found |\n| --- | --- | --- | --- | --- |\n"
          + rows.joined())
    }
    for check in checks where check.outcome == .failed || checks.count == 1 {
      parts += details(check)
    }
    return parts
  }

  private func details(_ check: CheckResult) -> [String] {
    let found = CheckReport.found(check).joined(separator: "; ")
    let about = ([check.severity.rawValue] + check.clauses).joined(separator: ", ")
    var parts = [
      "**\(check.outcome == .passed ? "✓" : "✗") \(text(check.name))**"
        + "\(found.isEmpty ? "" : ": \(text(found))") (\(text(about)))\n"
    ]
    if !check.offenders.isEmpty { parts.append(MarkdownWriter().render(check.offenders)) }
    parts += check.proofs.map(proof)
    if check.isVacuous { parts.append("Nothing was looked at, so there was nothing to find.\n") }
    parts += check.noData.map { "No data: \(text($0)).\n" }
    parts += check.exceptions.map { text(CheckGroup.text($0)) + "\n" }
    return parts + [asked([check.sentence], "Checked", check.sources)]
  }

  private func proof(_ proof: Proof) -> String {
    ProofText().render(proof).split(separator: "\n").map { line in
      let depth = line.prefix { $0 == " " }.count
      return "\(line.prefix(depth))- \(text(names.short(inProof: String(line.dropFirst(depth)))))\n"
    }.joined()
  }

  // MARK: Texts

  private func asked(_ questions: [String], _ title: String, _ sources: [String] = []) -> String {
    let codes = questions.filter { !$0.isEmpty }.map(code)
    guard !codes.isEmpty else { return "" }
    let files =
      sources.isEmpty
      ? "" : ", from \(sources.map { text(names.short($0)) }.joined(separator: ", "))"
    return "> \(title): \(codes.joined(separator: "; ")). As of \(report.day)\(files).\n"
  }

  /// A text that begins a line, where some signs mean more than inside it.
  private func text(_ text: String) -> String {
    let escaped = MarkdownWriter.escaped(text)
    guard let first = escaped.unicodeScalars.first else { return "" }
    if "#>+-=~".unicodeScalars.contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let mark = escaped.dropFirst(digits.count).first,
      mark == "." || mark == ")"
    else { return escaped }
    return digits + "\\" + escaped.dropFirst(digits.count)
  }

  /// A text as code, between more backticks than stand in it.
  private func code(_ text: String) -> String {
    let line = Sanitizer.line(text)
    var longest = 0
    var run = 0
    for character in line {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? fence + line + fence : "\(fence) \(line) \(fence)"
  }
}
