// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Laws of `let`: what has a name answers as what was named.
struct LetLawTests {
  private typealias World = LawWorld

  private static let keys = [
    "people": "department", "controls": "owner", "assets": "classification", "risks": "owner",
    "roles": "holder",
  ]

  @Test func `a named set answers as the phrase`() {
    World.check(90) { phrase in
      guard let rows = World.rows(phrase.text),
        let named = World.rows("let found things be \(phrase.text)\nfound things")
      else { return nil }
      return (rows, named)
    }
  }

  @Test func `a named set has all it had when nothing has changed`() {
    World.check(90) { phrase in
      guard
        let rows = World.rows(
          "let found things be \(phrase.text)\n(\(phrase.text)) except found things")
      else { return nil }
      return ([], rows)
    }
  }

  @Test func `a set named by a name of another is the same`() {
    World.check(90) { phrase in
      let first = "let found things be \(phrase.text)"
      guard let rows = World.rows("\(first)\nfound things"),
        let again = World.rows("\(first)\nlet found things be found things\nfound things")
      else { return nil }
      return (rows, again)
    }
  }

  @Test func `a named number is where a number stands`() {
    World.check(90) { phrase in
      guard let number = World.rows("number of \(phrase.text)"),
        case .number(let count)? = number.first?.first ?? nil, count > 0,
        let rows = World.rows("let many be number of \(phrase.text)\n\(phrase.text), first many"),
        let all = World.rows(phrase.text)
      else { return World.rows(phrase.text).flatMap { $0.isEmpty ? ([], []) : nil } }
      return (all, rows)
    }
  }

  @Test func `a named table has the rows of the measure, and they can be counted`() {
    World.check(40) { phrase in
      guard let key = Self.keys[phrase.kind] else { return nil }
      let measure = "number of \(phrase.text) per \(key)"
      guard let rows = World.rows(measure),
        let table = World.rows("let sizes be \(measure)\nsizes"),
        let count = World.rows("let sizes be \(measure)\nnumber of sizes"),
        case .number(let counted)? = count.first?.first ?? nil
      else { return nil }
      guard Int(counted) == rows.count else { return ([[.number(counted)]], rows) }
      return (World.sorted(rows.map(Self.plain)), World.sorted(table.map(Self.plain)))
    }
  }

  /// A row whose single things are their names.
  private static func plain(_ row: [Value?]) -> [Value?] {
    row.map { $0.map { .text($0.description) } }
  }
}
