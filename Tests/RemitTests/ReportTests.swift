// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitTestSupport
import Testing

@testable import RemitFormats

/// Documents made of what scripts do.
struct ReportTests {
  private static let today = Day("2026-06-30") ?? .latest

  /// The report of a text in an engine that names its sources.
  private static func report(
    _ text: String, name: String? = nil, loader: (any Loader)? = nil,
    parameters: [String: Value] = [:]
  ) throws -> Report {
    var engine = Engine(today: today, parameters: parameters, loader: loader, limits: .script)
    engine.namesSources = true
    engine.proofsPerCheck = 2
    var builder = ReportBuilder(title: "Report", day: today)
    var script = try engine.begin(SourceText(text, name: name))
    while !script.isAtEnd { builder.add(try script.step(&engine)) }
    builder.finish()
    return builder.report
  }

  // MARK: The whole, byte for byte

  @Test(arguments: [("html", ReportFormat.html), ("md", .markdown)])
  func `a small report is byte for byte what it was`(_ ending: String, _ format: ReportFormat)
    throws
  {
    let name = "Tests/Reports/small.remit"
    let report = try Self.report(
      ProjectFiles.text(name), name: ProjectFiles.path(name),
      loader: FileLoader(folder: ProjectFiles.path("Tests")))
    // A path of the machine the tests run on is no part of what is shown.
    let text = format.render(report).replacing(ProjectFiles.path(""), with: "")
    let path = "Tests/Reports/small.\(ending)"
    let expected = (try? ProjectFiles.text(path)) ?? ""
    if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] == "1", text != expected {
      try ProjectFiles.write(text, to: path)
    }
    #expect(text == expected, "\(path) is not what the report is now")
  }

  // MARK: HTML

  /// What looks like markup, or is not seen.
  private static let hostile = [
    "<script>alert(1)</script>", "a|b", "\"; color=red", "]]>", "`x`", "*b* [l](u)", "&amp;",
    "a\u{1B}[2Jb", "a\u{202E}b", "a\u{0}b", "'><img src=x onerror=y>", "# head", "1. one", "a\nb",
  ]

  private static func hostileReport() throws -> Report {
    var parameters: [String: Value] = [:]
    for (index, text) in hostile.enumerated() { parameters["x\(index)"] = .text(text) }
    let names = hostile.indices
    return try report(
      """
      kind person (people)
        name: text
        mail: text
      relation person likes person as fan / idol
      \(names.map { "add person $x\($0) with mail $x\($0)" }.joined(separator: "\n"))
      \(names.dropFirst().map { "person $x\($0) likes person $x\($0 - 1)" }.joined(separator: "\n"))
      heading "{name of person $x0} & <all>"
      print "{name of person $x10} is <here>"
      people
      people, showing name, mail, fan
      people, showing name, across fan
      number of people per mail
      check "<b>": no person has a fan
        clause "<5>"
      check "more": every person has a fan
      for each person p:
        heading "{p's name}"
        p, showing name, fan
      why person $x1 in people with a fan
      """, parameters: parameters)
  }

  @Test func `names that look like markup are text in every place`() throws {
    let html = ReportFormat.html.render(try Self.hostileReport())
    try Self.expectWellFormed(html)
    let lower = html.lowercased()
    #expect(!lower.contains("<script") && !lower.contains("<img") && !lower.contains("<all>"))
    for scalar in html.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar.value != 0x202E, "\(scalar.value) is in the page")
    }
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("a\\u{202E}b"))
  }

  @Test func `names that look like markup are text in Markdown`() throws {
    let text = ReportFormat.markdown.render(try Self.hostileReport())
    #expect(!text.contains("<script>") && text.contains("&lt;script>"))
    #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("a\\|b"))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("# ") || $0.hasPrefix("1. ") }
    #expect(headings.count == 1, "\(headings)")
  }

  @Test(arguments: ["Tests/Reports/small.html"])
  func `a page needs no script, no other file and no network`(_ path: String) throws {
    let html = try ProjectFiles.text(path)
    try Self.expectWellFormed(html)
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    for attribute in ["src=", "style=", "onclick=", "http:", "https:", "url(", "@import"] {
      #expect(!html.contains(attribute), "'\(attribute)' is in the page")
    }
    for link in html.matches(of: #/href="([^"]*)"/#) {
      #expect(link.1.hasPrefix("#"), "'\(link.1)' leads out of the page")
      #expect(html.contains("id=\"\(link.1.dropFirst())\""), "'\(link.1)' leads nowhere")
    }
  }

  @Test func `a page allows itself its own style sheet alone`() throws {
    let html = try ProjectFiles.text("Tests/Reports/small.html")
    let style = try #require(html.firstMatch(of: #/<style>((?s).*?)<\/style>/#)).1
    let hash = SHA256.base64(SHA256.hash(Array(style.utf8)))
    #expect(html.contains("content=\"default-src 'none'; style-src 'sha256-\(hash)'"))
  }

  @Test func `what a reader needs who does not see the page is there`() throws {
    let html = try ProjectFiles.text("Tests/Reports/small.html")
    for landmark in ["<header>", "<nav aria-labelledby", "<main id=\"content\">", "<footer"] {
      #expect(html.contains(landmark))
    }
    let tables = html.matches(of: #/<table(?s).*?<\/table>/#).map { String($0.0) }
    #expect(tables.count > 3)
    for table in tables {
      #expect(table.contains("<caption>"), "a table has no caption")
      #expect(table.contains("scope=\"col\"") && table.contains("scope=\"row\""))
      #expect(
        !table.contains(#/<th(?![a-z])(?![^>]*scope=)[^>]*>/#), "a heading says of what it is one")
    }
    var level = 0
    for heading in html.matches(of: #/<h([1-6])[ >]/#) {
      let next = try #require(Int(heading.1))
      #expect(next <= level + 1, "h\(next) follows h\(level)")
      level = next
    }
    var ids: Set<Substring> = []
    for id in html.matches(of: #/ id="([^"]*)"/#) {
      #expect(ids.insert(id.1).inserted, "'\(id.1)' is the mark of two places")
    }
  }

  /// Each element is closed in the reverse order, and each attribute is quoted.
  private static func expectWellFormed(_ html: String) throws {
    let empty: Set<Substring> = ["meta", "br", "rect"]
    // The style sheet stands in the head.
    var open: [Substring] = ["html", "head"]
    let body = try #require(html.firstRange(of: "</style>")).upperBound
    for tag in html[body...].matches(
      of: #/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/#.ignoresCase())
    {
      if tag.1 == "/" {
        #expect(open.popLast() == tag.2, "</\(tag.2)> closes another")
      } else if !empty.contains(tag.2) {
        open.append(tag.2)
      }
    }
    #expect(open == [], "left open: \(open)")
    let signs = html[body...].matches(of: #/</#).count
    let tags = html[body...].matches(of: #/<\/?[a-z][^<>]*>/#.ignoresCase()).count
    #expect(signs == tags, "a '<' begins no element")
  }

  // MARK: Colours and hashes

  @Test(arguments: [0, 1])
  func `every text has a contrast of at least 4.5, every bar of 3`(_ scheme: Int) throws {
    let sheets = ReportStyle.sheet.matches(of: #/:root \{((?s).*?)\}/#).map { String($0.1) }
    #expect(sheets.count == 3)
    var colors: [Substring: Double] = [:]
    for match in sheets[scheme].matches(of: #/--([a-z0-9-]+): #([0-9a-f]{3,6});/#) {
      colors[match.1] = Self.luminance(String(match.2))
    }
    let ground = try #require(colors["ground"])
    let band = try #require(colors["band"])
    let bad = try #require(colors["bad-ground"])
    for text in ["ink", "soft", "link", "bad", "good"] {
      let color = try #require(colors[Substring(text)])
      for below in [ground, band] {
        #expect(Self.contrast(color, below) >= 4.5, "\(text) is hard to read")
      }
    }
    #expect(Self.contrast(try #require(colors["ink"]), bad) >= 4.5)
    #expect(Self.contrast(try #require(colors["bad"]), bad) >= 4.5)
    for index in 0..<HTMLChart.mostColors {
      let color = try #require(colors["c\(index)"])
      #expect(Self.contrast(color, ground) >= 3, "c\(index) is hard to see")
    }
  }

  private static func luminance(_ hex: String) -> Double {
    let digits = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
    let number = Int(digits, radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func `hashes are those of the standard`(_ text: String, _ hash: String) {
    #expect(SHA256.base64(SHA256.hash(Array(text.utf8))) == hash)
  }

  // MARK: What stands where

  @Test func `headings make sections, and a loop sections inside`() throws {
    let report = try Self.report(
      """
      kind person (people)
        name: text
      add person "Ann"
      add person "Bob"
      heading "Title"
      heading "One"
      for each person p:
        heading "{p's name}"
        p, showing name
      print "after"
      heading "Two"
      """)
    #expect(report.body.title == "Title")
    #expect(report.body.sections.map(\.title) == ["One", "Two"])
    let one = report.body.sections[0]
    #expect(one.sections.map(\.title) == ["Ann", "Bob"])
    #expect(one.sections.allSatisfy { $0.isRepeated && $0.blocks.count == 1 })
    #expect(one.asked == ["p, showing name"])
    // What follows the loop belongs to the section again, and stands behind it.
    guard case .block(.paragraph("after"))? = one.parts.last else {
      Issue.record("'after' is elsewhere")
      return
    }
  }

  @Test func `what a check finds is marked in the tables behind it`() throws {
    let report = try Self.report(
      """
      kind person (people)
        name: text
        mail: text
      add person "Ann" with mail "a"
      add person "Bob"
      check "mail": every person has mail known
      people, showing name, mail
      people, showing mail, name
      heading "Elsewhere"
      people, showing name, mail
      """)
    func findings(_ blocks: [Report.Block]) -> [[Int: [String]]] {
      blocks.compactMap { if case .answer(let answer) = $0 { answer.findings } else { nil } }
    }
    #expect(findings(report.body.blocks) == [[1: ["mail"]], [:]])
    #expect(findings(report.body.sections[0].blocks) == [[:]])
  }

  @Test func `answers and checks name the files they look at`() throws {
    let engine = SampleEngine.acme()
    var asking = engine
    asking.namesSources = true
    func sources(_ text: String) throws -> [String] {
      for outcome in try asking.run(text) {
        switch outcome {
        case .answer(let result): return names(result.sources)
        case .check(let check): return names(check.sources)
        default: continue
        }
      }
      return []
    }
    func names(_ files: [String]) -> [String] {
      files.map { String($0.split(separator: "/").last ?? "") }
    }
    #expect(try sources("trainings") == ["trainings.csv"])
    #expect(
      try sources("people who have completed a training")
        == ["completions.csv", "people.csv", "trainings.csv"])
    #expect(
      try sources("check: every training has a participant")
        == ["completions.csv", "people.csv", "trainings.csv"])
    // What can be anything is looked for in all that it can be.
    let owned = try sources("something that \"Ann Li\" owns")
    for file in ["assets.csv", "controls.csv", "documents.csv", "objectives.csv"] {
      #expect(owned.contains(file), "\(file)")
    }
    #expect(!owned.contains("trainings.csv") && !owned.contains("delegations.csv"))
    var plain = engine
    for case .answer(let result) in try plain.run("trainings") { #expect(result.sources.isEmpty) }
  }

  @Test func `a check proves as many offenders as are asked for`() throws {
    var engine = SampleEngine.acme()
    let text = "check: every critical asset has an owner"
    for (count, expected) in [(0, 0), (2, 2), (100, 4)] {
      engine.proofsPerCheck = count
      for case .check(let check) in try engine.run(text) {
        #expect(check.proofs.count == expected)
        #expect(check.proofs.allSatisfy { $0.sentence.contains("AS") })
      }
    }
  }
}
