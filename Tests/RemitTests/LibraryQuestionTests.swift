// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitTestSupport
import Testing

/// The named questions and the checks of the library `iso27001`, asked of the sample.
///
/// `REMIT_UPDATE_SPECS=1` writes the answers and the tables of the page anew; what the
/// checks have to find was worked out from the data files without the engine.
struct LibraryQuestionTests {
  private static let answersPath = "Tests/Specs/library/answers.txt"
  private static let findingsPath = "Tests/Specs/library/findings.txt"
  private static let pagePath = "samples/iso27001/README.md"

  private static let acme = SampleEngine.acme()
  private static let questions = acme.questions
  private static let isUpdating = ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] != nil

  /// Each question with its answer.
  private static let answered: [(question: NamedQuestion, answer: QueryResult?)] = {
    var engine = acme
    return questions.map { question in
      guard let prepared = try? engine.prepare(question.text) else { return (question, nil) }
      return (question, try? engine.answer(prepared))
    }
  }()

  /// The checks of the sample, with its exceptions.
  private static let checks: [CheckResult] = {
    var engine = acme
    var found: [CheckResult] = []
    let path = ProjectFiles.path("samples/acme/checks.remit")
    guard let text = try? ProjectFiles.text("samples/acme/checks.remit") else { return [] }
    try? engine.run(SourceText(text, name: path)) { outcome in
      if case .check(let check) = outcome { found.append(check) }
    }
    return found
  }()

  // MARK: The questions

  /// The clauses, controls and statements that a question is due for.
  private static let wanted: [String] = {
    let clauses = """
      4.1 4.2 4.3 4.4 5.1 5.3 6.1.1 6.1.2 6.1.3 6.2 6.3 7.1 7.2 7.3 7.4 7.5.1 7.5.2 8.3 9.1 9.2 9.3
      10.1 10.2
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    let annex = [(5, 37), (6, 8), (7, 14), (8, 34)].flatMap { chapter, count in
      (1...count).map { "A.\(chapter).\($0)" }
    }
    return clauses + annex + (1...22).map { "S\($0)" }
  }()

  @Test func `every clause, control and statement has a question`() {
    #expect(Self.wanted.count == 23 + 93 + 22)
    let asked = Set(Self.questions.flatMap(\.clauses))
    #expect(Self.wanted.filter { !asked.contains($0) } == [])
    #expect(Self.questions.count >= 170)
  }

  @Test func `every question has words of its own and is answered`() {
    #expect(Set(Self.questions.map(\.name)).count == Self.questions.count)
    #expect(Set(Self.questions.map(\.text)).count == Self.questions.count)
    for (question, answer) in Self.answered {
      #expect(question.name.hasSuffix("?") && question.name.count <= 110, "\(question.name)")
      #expect(!question.clauses.isEmpty, "\(question.name)")
      #expect(answer != nil, "\(question.name): \(question.text)")
    }
  }

  @Test func `nearly every question finds something in the sample`() {
    let empty = Self.answered.filter { $0.answer?.isEmpty ?? true }.map(\.question.name)
    #expect(empty.count * 20 <= Self.answered.count, "\(empty.joined(separator: "\n"))")
  }

  @Test func `no question names somebody or something of the sample`() throws {
    var engine = Self.acme
    var names: Set<String> = []
    for kind in ["people", "roles", "teams", "assets", "documents", "areas", "trainings"] {
      for case .answer(let answer) in try engine.run(kind) {
        names.formUnion(answer.rows.flatMap { $0.compactMap { $0?.description } })
      }
    }
    for question in Self.questions {
      for quoted in question.text.split(separator: "\"").enumerated() where quoted.offset % 2 == 1 {
        #expect(!names.contains(String(quoted.element)), "\(question.text)")
      }
    }
  }

  @Test func `the answers are those that were looked through`() throws {
    var text =
      "The named questions of the library, asked of samples/acme as of \(SampleEngine.day).\n"
    var engine = Self.acme
    for group in engine.questions(about: "") {
      text += "\n== \(group.clause ?? "") \(group.title ?? "")\n"
      for question in group.questions {
        text += "\n\(question.name)\n  \(question.text)\n"
        guard let answer = Self.answered.first(where: { $0.question == question })?.answer else {
          continue
        }
        text +=
          "  \(answer.rowCount) rows\(answer.rowCount > 12 ? ", of which the first are" : "")\n"
        for row in answer.rows.prefix(12) {
          text += "    " + row.map { $0?.description ?? "" }.joined(separator: " | ") + "\n"
        }
        for note in answer.notes { text += "  note: \(note)\n" }
      }
    }
    try compare(text, with: Self.answersPath)
  }

  // MARK: The checks

  /// What the checks have to find, by the name of the check.
  private static let findings: [String: [[String]]] = {
    var found: [String: [[String]]] = [:]
    var name = ""
    for line in ((try? ProjectFiles.text(findingsPath)) ?? "").split(separator: "\n")
    where !line.hasPrefix("#") {
      guard line.hasPrefix("  ") else {
        name = String(line)
        found[name] = []
        continue
      }
      let cells = line.dropFirst(2).split(separator: "/").map { cell in
        String(cell).trimmingCharacters(in: .whitespaces)
      }
      found[name, default: []].append(cells)
    }
    return found
  }()

  @Test func `each check finds what was planted, and nothing else`() throws {
    #expect(Self.checks.count >= 40)
    #expect(Set(Self.checks.map(\.name)) == Set(Self.findings.keys))
    for check in Self.checks {
      let expected = try #require(Self.findings[check.name], "\(check.name)")
      let rows = check.offenders.rows.map { $0.map { $0?.description ?? "" } }
      if !check.found.isEmpty {
        // A comparison finds a number: its whole part and the first place behind the point.
        #expect(check.found.allSatisfy { $0.contains(" is \(expected[0][0])") }, "\(check.found)")
        continue
      }
      for row in expected {
        #expect(rows.contains { Array($0.prefix(row.count)) == row }, "\(check.name): \(row)")
      }
      for row in rows {
        #expect(
          expected.contains { Array(row.prefix($0.count)) == $0 },
          "\(check.name) also finds \(row)")
      }
      #expect(check.outcome == (expected.isEmpty ? .passed : .failed), "\(check.name)")
    }
  }

  @Test func `the numbers of a small organisation find less, those of a large one more`() throws {
    func count(_ size: String?) throws -> Int {
      var engine = Self.acme
      var found = 0
      let text = (size.map { "use \"iso27001/\($0)\"\n" } ?? "") + "use \"iso27001/checks\""
      for case .check(let check) in try engine.run(text) { found += check.offenders.rows.count }
      return found
    }
    let usual = try count(nil)
    #expect(try count("small") < usual)
    #expect(try count("large") > usual)
  }

  // MARK: The page

  @Test func `the tables of the page are true`() throws {
    var page = try ProjectFiles.text(Self.pagePath)
    try put(Self.questionTable(), between: "questions", into: &page)
    try put(Self.checkTable(), between: "checks", into: &page)
    try compare(page, with: Self.pagePath)
  }

  private static func questionTable() -> String {
    var engine = acme
    var lines = [
      "| | question | in the language | rows |", "|---|---|---|--:|",
    ]
    for group in engine.questions(about: "") {
      lines.append("| **\(group.clause ?? "")** | **\(group.title ?? "")** | | |")
      for question in group.questions {
        let rows = answered.first { $0.question == question }?.answer?.rowCount ?? 0
        lines.append("| | \(question.name) | `\(question.text)` | \(rows) |")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func checkTable() -> String {
    var lines = ["| check | says | severity | clauses | found |", "|---|---|---|---|--:|"]
    for check in checks {
      // A comparison has found a number: two places of it are enough.
      let found = check.found.first.map { String(($0.split(separator: " ").last ?? "").prefix(5)) }
      lines.append(
        "| \(check.name) | `\(check.sentence)` | \(check.severity.rawValue) "
          + "| \(check.clauses.joined(separator: ", ")) | \(found ?? "\(check.offenders.rowCount)") |"
      )
    }
    return lines.joined(separator: "\n")
  }

  private func put(_ table: String, between name: String, into page: inout String) throws {
    let start = try #require(page.firstRange(of: "<!-- \(name) -->\n"), "\(name)")
    let end = try #require(page.firstRange(of: "\n<!-- end of \(name) -->"), "\(name)")
    page.replaceSubrange(start.upperBound..<end.lowerBound, with: "\n\(table)\n")
  }

  private func compare(_ text: String, with path: String) throws {
    guard (try? ProjectFiles.text(path)) != text else { return }
    if Self.isUpdating { try ProjectFiles.write(text, to: path) }
    Issue.record("\(path) does not show what there is now")
  }
}
