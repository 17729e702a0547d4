// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a report as one HTML page that needs nothing else: no script, no font, no
/// picture, no network.
///
/// The page forbids itself all but its own style sheet, which it names by its hash, so
/// that nothing in the data could run or be loaded even if it got past the escapes.
/// It is laid out for a screen, a phone and A4 paper, light and dark.
///
/// - SeeAlso: WCAG 2.2; Content Security Policy Level 3.
struct HTMLReportWriter {
  /// The most rows of an answer that are shown.
  static let mostRows = 1000

  let report: Report
  let names: SourceNames

  init(report: Report) {
    self.report = report
    names = SourceNames(report)
  }

  /// Writes the page.
  func render() -> String {
    let title = HTMLText.escaped(report.body.title)
    let hash = SHA256.base64(SHA256.hash(Array(ReportStyle.sheet.utf8)))
    let policy =
      "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Remit">
      <title>\(title)</title>
      <style>\(ReportStyle.sheet)</style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
      <h1>\(title)</h1>
      <p class="date">As of <time datetime="\(report.day)">\(report.day)</time></p>
      \(content(of: report.body, report.body.parts.prefix(leadCount), "lead", level: 1))</header>
      \(contents)<main id="content">
      \(content(of: report.body, report.body.parts.dropFirst(leadCount), "s", level: 1))</main>
      \(footer)</body>
      </html>

      """
  }

  // MARK: Sections

  /// How many texts stand right below the title: they introduce the contents too.
  private var leadCount: Int {
    report.body.parts.prefix { if case .block(.paragraph) = $0 { true } else { false } }.count
  }

  private func section(_ section: Report.Section, _ id: String, level: Int) -> String {
    let heading = "h\(min(level, 6))"
    let kind = section.isRepeated ? " class=\"sheet\"" : ""
    return """
      <section id="\(id)"\(kind) aria-labelledby="\(id)-h">
      <\(heading) id="\(id)-h">\(HTMLText.escaped(section.title))</\(heading)>
      \(content(of: section, section.parts[...], id + "-", level: level))</section>

      """
  }

  /// What stands in a section. What is asked of each of many alike is told before them.
  private func content(
    of section: Report.Section, _ parts: ArraySlice<Report.Part>, _ id: String, level: Int
  ) -> String {
    var text = ""
    var count = (blocks: 0, sections: 0)
    for part in parts {
      switch part {
      case .block(let block):
        count.blocks += 1
        text += self.block(
          block, "\(id)c\(count.blocks)", level: level, isBrief: section.isRepeated)
      case .section(let inner):
        if count.sections == 0 { text += asked(section.asked, "Asked of each of them") }
        count.sections += 1
        text += self.section(inner, "\(id)\(count.sections)", level: level + 1)
      }
    }
    return text
  }

  /// A piece; in one of many alike what was asked is told once for all.
  private func block(
    _ block: Report.Block, _ id: String, level: Int, isBrief: Bool
  ) -> String {
    switch block {
    case .paragraph(let text): return "<p>\(HTMLText.lines(text))</p>\n"
    case .figures(let answers): return figures(answers, isBrief: isBrief)
    case .answer(let answer): return self.answer(answer, isBrief: isBrief)
    case .checks(let checks): return self.checks(checks, id, level: level + 1)
    case .proof(let proof, let caption):
      let title = caption.map { "<p class=\"caption\">\(HTMLText.lines($0))</p>\n" } ?? ""
      return title + self.proof(proof)
    case .expectation(let result): return expectation(result)
    }
  }

  // MARK: Contents and sources

  private var contents: String {
    guard report.body.sections.count > 1 else { return "" }
    let items = report.body.sections.enumerated().map { place, section in
      let id = "s\(place + 1)"
      return "<li>\(link(to: id, section))\(inner(of: section, id))</li>\n"
    }
    return """
      <nav aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ol>
      \(items.joined())</ol>
      </nav>

      """
  }

  private func inner(of section: Report.Section, _ id: String) -> String {
    guard !section.sections.isEmpty else { return "" }
    let links = section.sections.enumerated().map { place, inner in
      "<li>\(link(to: "\(id)-\(place + 1)", inner))</li>"
    }
    let list = "<ul>\(links.joined())</ul>"
    guard section.sections.count > 8 else { return list }
    return "<details><summary>\(section.sections.count) inside</summary>\(list)</details>"
  }

  private func link(to id: String, _ section: Report.Section) -> String {
    "<a href=\"#\(id)\">\(HTMLText.escaped(section.title))</a>"
  }

  private var footer: String {
    let sources = report.sources
    let list =
      sources.isEmpty
      ? "<p>No file of data was looked at.</p>\n"
      : "<ul>" + sources.map { "<li>\(HTMLText.escaped(names.short($0)))</li>" }.joined()
        + "</ul>\n"
    return """
      <footer aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <p>What is said here was found on <time datetime="\(report.day)">\(report.day)</time> in these files, \
      by the questions that stand with each part. It is made anew with Remit whenever they change.</p>
      \(list)</footer>

      """
  }

  // MARK: What was asked

  /// Questions, with the day and the files they are of.
  func asked(_ questions: [String], _ title: String, _ sources: [String] = []) -> String {
    guard !questions.isEmpty else { return "" }
    let texts = questions.map { "<code>\(HTMLText.escaped($0))</code>" }
    let files =
      sources.isEmpty
      ? "" : ", from \(sources.map { HTMLText.escaped(names.short($0)) }.joined(separator: ", "))"
    return """
      <details class="asked">
      <summary>\(title)</summary>
      <p>\(texts.joined(separator: "<br>"))</p>
      <p>As of \(report.day)\(files).</p>
      </details>

      """
  }
}
