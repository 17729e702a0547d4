// SPDX-License-Identifier: Apache-2.0

import Remit
@testable import RemitShell
import Testing

struct ChartRendererTests {
  private func answer(_ rows: [(String, Double?)]) -> QueryResult {
    QueryResult(
      columns: [
        QueryResult.Column(title: "team", isNumeric: false),
        QueryResult.Column(title: "number", isNumeric: true),
      ],
      rows: rows.map { [.text($0), $1.map(Value.number)] })
  }

  private func lines(_ result: QueryResult, width: Int = 40, rowLimit: Int? = nil) -> [Substring] {
    ChartRenderer(width: width, rowLimit: rowLimit).render(result)?.split(separator: "\n") ?? []
  }

  @Test func `bars are as long as the numbers, in eighths of a column`() {
    #expect(
      lines(answer([("North", 8), ("South", 4), ("East", 1), ("West", 0)]), width: 20) == [
        "North  ██████████  8", "South  █████       4", "East   █▎          1",
        "West               0",
      ])
    #expect(lines(answer([("a", 16), ("b", 1)]), width: 20).last == "b  ▉               1")
  }

  @Test func `the least number above zero is seen`() {
    #expect(lines(answer([("a", 100_000), ("b", 1)]))[1].contains("▏"))
  }

  @Test func `numbers below zero go to the left`() {
    let drawn = lines(answer([("gain", 2), ("loss", -2)]), width: 24)
    let (gain, loss) = (Array(drawn[0]), Array(drawn[1]))
    #expect(gain.firstIndex(of: "█") == loss.lastIndex(of: "█").map { $0 + 1 })
  }

  @Test func `no number draws no bar`() {
    #expect(lines(answer([("known", 2), ("not known", nil)]))[1].hasSuffix(" -"))
  }

  @Test(arguments: [20, 40, 80, 200])
  func `a chart is no wider than the terminal`(width: Int) {
    let rows: [(String, Double?)] = [
      ("漢字の部署", 12_345), (String(repeating: "long ", count: 60), 7), ("👩‍👩‍👧 family", 99),
      ("e\u{301}", 0.5),
    ]
    for line in lines(answer(rows), width: width) {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test func `a matrix has a bar for each number of a row`() {
    var matrix = answer([("North", 1)])
    matrix.columns.append(QueryResult.Column(title: "open", isNumeric: true))
    matrix.rows = [[.text("North"), .number(1), .number(2)]]
    let drawn = lines(matrix)
    #expect(drawn.count == 3 && drawn[0] == "North" && drawn[1].hasPrefix("  number"))
  }

  @Test func `rows left out are counted`() {
    let many = answer((1...50).map { ("team \($0)", Double($0)) })
    #expect(lines(many, rowLimit: 40).last == "40 of 50 rows")
  }

  @Test func `an answer without numbers has no chart`() {
    let names = QueryResult(
      columns: [QueryResult.Column(title: "name", isNumeric: false)], rows: [[.text("Ann")]])
    #expect(ChartRenderer().render(names) == nil)
  }

  @Test func `labels cannot command the terminal`() {
    #expect(lines(answer([("\u{1B}[2Jx", 1)]))[0].hasPrefix("\\x1B[2Jx"))
  }
}
