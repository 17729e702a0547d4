// SPDX-License-Identifier: Apache-2.0

import Foundation
#if canImport(FoundationXML)
import FoundationXML
#endif
import Remit
import RemitFormats
import Testing

/// Reports of checks whose names and offenders look like markup.
struct CheckReportTests {
  private static let hostile = "<b a='1'>&amp; ]]> | `x` \\ é \u{1B}[2J \u{FFFE} \"quoted\"\r\nnext"
  private static let thing = "<script>]]>&'|`*_x\u{7}"

  private func report() throws -> CheckReport {
    let today = try #require(Day("2026-06-30"))
    var engine = Engine(today: today, parameters: ["thing": .text(Self.thing)])
    let outcomes = try engine.run(
      """
      kind person (people)
        name: text
        mail: text
      add person $thing
      check "<x> & | ]]>": no person has mail unknown, and every person is a person
        clause "A<5>", "6&1"
      """)
    var report = CheckReport(day: today)
    for case .check(let check) in outcomes { report.entries.append(.check(check)) }
    report.entries.append(
      .failure(
        name: Self.hostile, message: Self.hostile,
        source: FactSource(file: "a <&\"b.remit", line: 3)))
    return report
  }

  @Test func `JSON gives every text back as it was`() throws {
    let text = try #require(try report().render(.json))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let checks = try #require(root["checks"] as? [[String: Any]])
    #expect(checks.map { $0["name"] as? String } == ["<x> & | ]]>", Self.hostile])
    #expect(checks[0]["clauses"] as? [String] == ["A<5>", "6&1"])
    let offenders = try #require(checks[0]["offenders"] as? [[String: Any]])
    #expect(offenders.map { $0["name"] as? String } == [Self.thing])
    #expect(checks[1]["message"] as? String == Self.hostile)
    #expect(root["failed"] as? Int == 1 && root["notEvaluated"] as? Int == 1)
  }

  @Test func `reports tell what a comparison found, and what is shown of offenders`() throws {
    let today = try #require(Day("2026-06-30"))
    var engine = Engine(today: today)
    let outcomes = try engine.run(
      """
      kind person (people)
        name: text
        team: text
      add person "Ann" with team "Red"
      add person "Bob"
      check "few": number of people is at most 1
      check "named": every person has a team, showing team, name as "who"
      """)
    var report = CheckReport(day: today)
    for case .check(let check) in outcomes { report.entries.append(.check(check)) }
    let found = "number of people is 2"
    let junit = try #require(report.render(.junit))
    #expect(junit.contains("message=\"\(found)\""))
    #expect(junit.contains("message=\"1 of 2\"") && junit.contains("team: unknown, who: Bob"))
    let markdown = try #require(report.render(.markdown))
    #expect(markdown.contains("| few | failed | medium | \(found) |"))
    #expect(markdown.contains("Found: \(found).") && markdown.contains("| team | who |"))
    let sarif = try #require(report.render(.sarif))
    #expect(sarif.contains("number of people is at most 1 (\(found))"))
    #expect(sarif.contains("\"properties\": {\"team\": null, \"who\": \"Bob\"}"))
    let json = try #require(report.render(.json))
    #expect(json.contains("\"offenders\": [{\"team\": null, \"who\": \"Bob\"}]"))
  }

  @Test func `SARIF gives every text back as it was`() throws {
    let text = try #require(try report().render(.sarif))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["<x> & | ]]>", Self.hostile])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == rules[index]["id"] as? String)
      let level = try #require(result["level"] as? String)
      #expect(["none", "note", "warning", "error"].contains(level))
    }
    let messages = results.compactMap { ($0["message"] as? [String: Any])?["text"] as? String }
    #expect(messages.count == 2 && messages[0].hasPrefix(Self.thing))
    #expect(messages[1] == Self.hostile)
    let place = try #require((results[1]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(place["physicalLocation"] as? [String: Any])
    #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 3)
  }

  @Test func `JUnit XML gives texts back, with what XML lacks escaped`() throws {
    let text = try #require(try report().render(.junit))
    let reader = ElementReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.names("testcase").count == 2)
    #expect(reader.names("testcase").first == "<x> & | ]]>")
    let shown = Self.hostile.replacing("\u{1B}", with: "\\u{1B}")
      .replacing("\u{FFFE}", with: "\\u{FFFE}")
    #expect(reader.names("testcase").last == shown)
    #expect(reader.texts.contains { $0.contains("<script>]]>&'|`*_x\\u{7}") })
  }

  @Test func `Markdown keeps each check on its line of the table`() throws {
    let text = try #require(try report().render(.markdown))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    // Its heading, its rule, two checks; and the offenders' heading, rule, row.
    #expect(rows.count == 7)
    #expect(!text.contains("<script>") && !text.contains("<b a"))
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{7}"))
  }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  private var elements: [(element: String, name: String)] = []
  private(set) var texts: [String] = [""]

  func names(_ element: String) -> [String] {
    elements.filter { $0.element == element }.map(\.name)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes["name"] ?? ""))
    texts.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    texts[texts.count - 1] += string
  }
}
