// SPDX-License-Identifier: Apache-2.0

import Remit

/// Checks, proofs and expectations in HTML.
extension HTMLReportWriter {
  /// Checks by clause: what each found, and why.
  ///
  /// - Parameters:
  ///   - checks: The checks.
  ///   - id: What the marks begin with that the table leads to.
  ///   - level: The level of the headings of checks that failed.
  /// - Returns: The elements.
  func checks(_ checks: [CheckResult], _ id: String, level: Int) -> String {
    guard checks.count > 1 else {
      return checks.map { "<p class=\"verdict\">\(verdict($0))</p>\n" + details($0) }.joined()
    }
    var rows = ""
    var failures = ""
    var count = 0
    for group in CheckGroup.byClause(checks) {
      for (place, check) in group.checks.enumerated() {
        let clause =
          "<th scope=\"row\" rowspan=\"\(group.checks.count)\">\(HTMLText.escaped(group.title))</th>"
        var name = HTMLText.lines(check.name)
        if check.outcome == .failed {
          count += 1
          let heading = "h\(min(level, 6))"
          failures +=
            "<\(heading) class=\"verdict\" id=\"\(id)-\(count)\">\(verdict(check))</\(heading)>\n"
            + details(check)
          name = "<a href=\"#\(id)-\(count)\">\(name)</a>"
        }
        let found = HTMLText.lines(CheckReport.found(check).joined(separator: "; "))
        rows +=
          "<tr>\(place == 0 ? clause : "")<td>\(name)</td><td>\(outcome(check))</td>"
          + "<td>\(check.severity.rawValue)</td><td>\(found)</td></tr>\n"
      }
    }
    let severe = checks.filter { $0.outcome == .failed && $0.severity >= .high }.count
    return """
      <dl class="figures"><div><dt>Checks passed</dt><dd>\(checks.count - count)</dd></div>\
      <div><dt>Checks failed</dt><dd>\(count)</dd></div>\
      <div><dt>Of them critical or high</dt><dd>\(severe)</dd></div></dl>
      <div class="scroll" role="region" aria-label="Checks by clause" tabindex="0">
      <table class="checks">
      <caption>Checks by clause</caption>
      <thead><tr><th scope="col">clause</th><th scope="col">check</th><th scope="col">outcome</th>\
      <th scope="col">severity</th><th scope="col">found</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      \(failures)
      """
  }

  private func outcome(_ check: CheckResult) -> String {
    check.outcome == .passed
      ? "<span class=\"pass\">✓ passed</span>" : "<span class=\"fail\">✗ failed</span>"
  }

  private func verdict(_ check: CheckResult) -> String {
    let about = ([check.severity.rawValue] + check.clauses).map(HTMLText.escaped)
    let found = CheckReport.found(check).map(HTMLText.lines)
    let sum = found.isEmpty ? "" : ": " + found.joined(separator: "; ")
    return
      "\(outcome(check)) <strong>\(HTMLText.lines(check.name))</strong>"
      + "<span class=\"sum\">\(sum)</span> <span class=\"about\">\(about.joined(separator: ", "))</span>"
  }

  private func details(_ check: CheckResult) -> String {
    var text = ""
    if !check.offenders.isEmpty {
      let answer = Report.Answer(caption: "Found: \(check.name)", result: check.offenders)
      text += self.answer(answer, isBrief: true)
    }
    if !check.proofs.isEmpty {
      let more = check.offenders.rowCount - check.proofs.count
      let title = more > 0 ? "Why, of the first \(check.proofs.count)" : "Why"
      text +=
        "<details class=\"why\"><summary>\(title)</summary>\n"
        + check.proofs.map(proof).joined() + "</details>\n"
    }
    if check.isVacuous {
      text += "<p class=\"note\">Nothing was looked at, so there was nothing to find.</p>\n"
    }
    for note in check.noData { text += "<p class=\"note\">No data: \(HTMLText.lines(note)).</p>\n" }
    for exception in check.exceptions {
      text += "<p class=\"note\">\(HTMLText.lines(CheckGroup.text(exception)))</p>\n"
    }
    return text + asked([check.sentence], "Checked", check.sources)
  }

  // MARK: Proofs

  /// A proof as lists in one another.
  func proof(_ proof: Proof) -> String {
    let lines = ProofText().render(proof).split(separator: "\n").map { line in
      (depth: line.prefix { $0 == " " }.count / 2, text: line.drop { $0 == " " })
    }
    var text = "<ul class=\"proof\">"
    var depth = 0
    for (place, line) in lines.enumerated() {
      if line.depth > depth { text += "<ul>" }
      while depth > line.depth, place > 0 {
        text += "</li></ul>"
        depth -= 1
      }
      if place > 0, line.depth <= depth, !text.hasSuffix("<ul>") { text += "</li>" }
      depth = line.depth
      text += "<li>\(HTMLText.lines(names.short(inProof: String(line.text))))"
    }
    return text + String(repeating: "</li></ul>", count: depth + 1) + "\n"
  }

  func expectation(_ result: ExpectationResult) -> String {
    let verdict =
      result.isMet
      ? "<span class=\"pass\">✓ as expected</span>"
      : "<span class=\"fail\">✗ not as expected</span>"
    func rows(_ title: String, _ rows: [[String]]) -> String {
      guard !rows.isEmpty else { return "" }
      let items = rows.map { "<li>\(HTMLText.lines($0.joined(separator: ", ")))</li>" }
      return "<p class=\"caption\">\(title)</p>\n<ul class=\"things\">\(items.joined())</ul>\n"
    }
    return
      "<p class=\"verdict\">\(verdict) <code>\(HTMLText.escaped(result.question))</code></p>\n"
      + rows("Missing", result.missing) + rows("Unexpected", result.unexpected)
  }
}
