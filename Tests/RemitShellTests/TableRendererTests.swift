// SPDX-License-Identifier: Apache-2.0

@testable import Remit
@testable import RemitShell
import Testing

struct TableRendererTests {
  private func table(_ titles: [String], _ rows: [[Value?]], numeric: Set<Int> = []) -> QueryResult
  {
    let columns = titles.enumerated().map {
      QueryResult.Column(title: $1, isNumeric: numeric.contains($0))
    }
    return QueryResult(columns: columns, rows: rows, notes: [], emptySentence: "")
  }

  @Test func `a small answer is drawn as it is`() {
    let result = table(
      ["ref", "title", "owners"],
      [
        [.text("A.5.1"), .text("Policies"), .number(12)], [.text("A.5.2"), nil, .number(3)],
      ],
      numeric: [2]
    )
    #expect(
      TableRenderer(width: 80).render(result) == """
        ┌───────┬──────────┬────────┐
        │ ref   │ title    │ owners │
        ├───────┼──────────┼────────┤
        │ A.5.1 │ Policies │     12 │
        │ A.5.2 │          │      3 │
        └───────┴──────────┴────────┘
        2 rows

        """
    )
  }

  @Test(arguments: 40...200)
  func `no line is wider than the terminal and all are equally wide`(width: Int) {
    let wide = String(repeating: "漢字 and 👩‍👩‍👧 ", count: 20)
    let result = table(
      ["ref", "title", "count", "note"],
      [
        [.text("A.5.1"), .text(wide), .number(123_456), .text(String(wide.prefix(31)))],
        [.text("🇨🇭"), .text("Cafe\u{301}"), .number(1), .text("\u{1B}[31m")],
      ],
      numeric: [2]
    )
    let lines = TableRenderer(width: width).render(result).split(separator: "\n").dropLast()
    let widths = Set(lines.map { DisplayWidth.of(String($0)) })
    #expect(widths.count == 1)
    #expect(widths.allSatisfy { $0 <= width })
    #expect(lines.contains { $0.contains("123456") }, "a number is never cut while text can be")
  }

  @Test func `a long answer shows both ends and counts the rest`() {
    let rows = (1...12_345).map { [Value.number(Double($0))] as [Value?] }
    let text = TableRenderer(width: 80, rowLimit: 40)
      .render(table(["n"], rows, numeric: [0]))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3 + 41 + 2)
    #expect(lines[22] == "│    20 │")
    #expect(lines[23] == "│     ⋮ │")
    #expect(lines[24] == "│ 12326 │")
    #expect(lines.last == "40 of 12,345 rows")
  }

  @Test func `columns that cannot fit are counted`() {
    let titles = (1...30).map { "column \($0)" }
    let result = table(titles, [titles.map { .text($0) }])
    let text = TableRenderer(width: 40).render(result)
    #expect(text.hasSuffix("1 row, 3 of 30 columns\n"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 40 })
  }

  @Test func `the line below a narrow table is no wider than it`() {
    let text = TableRenderer(width: 20).render(table(["a long title", "a number"], []))
    #expect(text.hasSuffix("0 rows,\n1 of 2 columns\n"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 20 })
  }

  @Test func `what is shown can be read, and the last columns go before it cannot`() {
    let result = table(
      ["what", "is", "since", "until"],
      [[.text("directly owns"), .text("control A.5.2"), .text("2023-02-01"), .text("2024-01-31")]])
    #expect(
      TableRenderer(width: 40).render(result).contains("│ directly … │ control A… │ 2023-02-01 │"))
    #expect(TableRenderer(width: 60).render(result).contains("│ 2024-01-31 │"))
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 6, "漢字…"),
    ("漢字漢字", 7, "漢字漢…"), ("🇨🇭🇩🇪", 3, "🇨🇭…"),
  ])
  func `a cut is marked and never splits a character`(text: String, width: Int, expected: String) {
    #expect(DisplayWidth.shorten(text, to: width) == expected)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
  func `thousands are grouped`(count: Int, expected: String) {
    #expect(TableRenderer.grouped(count) == expected)
  }
}
