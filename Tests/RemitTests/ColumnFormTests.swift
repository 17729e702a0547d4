// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Testing

@testable import Remit

/// Columns as they are sorted, written and divided by, against the same one value at a time.
struct ColumnFormTests {
  /// Numbers that look random: the same in every run.
  private static func numbers(_ count: Int, below limit: UInt64) -> [UInt64] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 17) % limit
    }
  }

  @Test(arguments: [0, 1, 2, 100, 128, 129, 1000, 5000])
  func `sorting by digits keeps the order of equal keys`(count: Int) {
    for limit in [2, 300, 70_000, UInt64.max] {
      let keys = ColumnFormTests.numbers(count, below: limit)
      let expected = keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
      #expect(RadixSort.places(of: keys) == expected)
    }
    let low = ColumnFormTests.numbers(count, below: 9)
    let high = low.map { $0 << 56 | 0x00FF_0000 }
    #expect(RadixSort.places(of: high) == RadixSort.places(of: low))
  }

  @Test func `a set is filtered by one of another capacity`() {
    for (own, other) in [(0, 70), (70, 0), (64, 64), (65, 200), (200, 65), (130, 128)] {
      let all = NodeSet(capacity: own, of: stride(from: 0, to: own, by: 2).map(NodeID.init))
      let some = NodeSet(capacity: other, of: stride(from: 0, to: other, by: 3).map(NodeID.init))
      #expect(Array(all.filtered(by: some, areMembers: true)) == all.filter(some.contains))
      #expect(Array(all.filtered(by: some, areMembers: false)) == all.filter { !some.contains($0) })
    }
  }

  /// An engine with so many people, of whom some values are missing.
  private static func engine(people count: Int) throws -> Engine {
    var text = """
      kind person (people)
        name: text, key
        born: date
        size: number
        grade: levels low < middle < high
        active: flag
        term: duration
      kind skill
        name: text, key
      relation person holds skill as holder

      """
    for skill in 0..<3 { text += "add skill \"s\(skill)\"\n" }
    for number in 0..<count {
      var parts: [String] = []
      if number % 5 != 0 {
        parts.append("born \(Day(number: Int32(number * 397 % 30_000) - 9000))")
      }
      if number % 7 != 0 { parts.append("size \(["0", "12.25", "1000", "7"][number % 4])") }
      if number % 3 != 0 { parts.append("grade \(["low", "high", "middle"][number % 3])") }
      if number % 4 == 0 { parts.append("active") }
      if number % 6 != 0 { parts.append("term \(number % 50) days") }
      let values = parts.isEmpty ? "" : " with " + parts.joined(separator: ", ")
      text += "add person \"p\(number)\"\(values)\n"
      for skill in 0..<3 where number % (skill + 2) == 0 {
        text += "add \"p\(number)\" holds \"s\(skill)\"\n"
      }
    }
    var engine = Engine(today: Day(number: 20_000))
    try engine.run(text)
    return engine
  }

  private static func answer(_ question: String, _ engine: inout Engine) throws -> QueryResult {
    try engine.answer(try engine.prepare(question))
  }

  @Test func `columns are written as their values are`() throws {
    var engine = try ColumnFormTests.engine(people: 60)
    let question = "people, showing name, born, size, grade, term, size times -3.5 as \"s\""
    let columns = try ColumnFormTests.answer(question, &engine)
    // Rows that have been made are written without columns.
    var made = columns
    made.rows = columns.rows
    for format in ResultFormat.allCases {
      #expect(format.render(columns) == format.render(made), "\(format)")
    }
    for column in columns.columns.indices {
      let texts = columns.texts(ofColumn: column, rows: 0..<columns.rowCount)
      var start = 0
      for (row, end) in texts.ends.enumerated() {
        let value = columns.rows[row][column]
        let written = String(decoding: texts.bytes[start..<end], as: UTF8.self)
        #expect(written == value?.description ?? "")
        #expect((texts.kinds[row] == .missing) == (value == nil))
        start = end
      }
    }
  }

  @Test(arguments: ["born", "size", "grade", "term"])
  func `rows are sorted by a column as by its values`(key: String) throws {
    var engine = try ColumnFormTests.engine(people: 200)
    for (words, isDescending) in [("", false), (" descending", true)] {
      let question = "people, showing name, \(key), sorted by \(key)\(words)"
      let sorted = try ColumnFormTests.answer(question, &engine)
      let expected = try ColumnFormTests.answer("people, showing name, \(key)", &engine).rows
        .enumerated().sorted { left, right in
          let order = SortOrder.compare(left.element[1], right.element[1], isDescending)
          return order == 0 ? left.offset < right.offset : order < 0
        }.map(\.element)
      #expect(sorted.rows == expected)
      let first = try ColumnFormTests.answer(question + ", first 9", &engine)
      #expect(first.rows == Array(expected.prefix(9)))
    }
  }

  @Test func `dividing by few things is dividing by many`() throws {
    var engine = try ColumnFormTests.engine(people: 120)
    // Who has both of the first two is every sixth, who has all every twelfth.
    for (person, step) in [("p6", 6), ("p12", 12), ("p4", 4)] {
      let question = "people who hold every skill held by \"\(person)\", showing name"
      let found = try ColumnFormTests.answer(question, &engine)
      let expected = stride(from: 0, to: 120, by: step).map { "p\($0)" }
      #expect(found.rows.map { $0[0]?.description ?? "" } == expected)
    }
  }
}
