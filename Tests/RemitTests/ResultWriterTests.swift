// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Testing

@testable import Remit

struct ResultWriterTests {
  private func result(_ titles: [String], _ rows: [[Value?]]) -> QueryResult {
    QueryResult(
      columns: titles.map { QueryResult.Column(title: $0, isNumeric: $0 == "n") },
      rows: rows,
      notes: [],
      emptySentence: ""
    )
  }

  private var sample: QueryResult {
    result(
      ["name", "n", "owners"],
      [
        [.text("Ann, \"Lee\""), .number(3), .list([.text("Bob"), .text("Eve")])],
        [.text("a|b`<c>\n\td"), .number(-2.5), nil],
        [.choice("secret", rank: 2), nil, .flag(true)],
      ]
    )
  }

  @Test func `CSV quotes what it has to`() {
    #expect(
      ResultFormat.csv.render(sample)?.text == """
        name,n,owners
        "Ann, ""Lee""\",3,Bob; Eve
        "a|b`<c>
        \td",-2.5,
        secret,,yes

        """
    )
  }

  @Test func `TSV keeps a row on its line`() {
    #expect(
      ResultFormat.tsv.render(sample)?.text == """
        name\tn\towners
        Ann, "Lee"\t3\tBob; Eve
        a|b`<c>\\n\\td\t-2.5\t
        secret\t\tyes

        """
    )
  }

  @Test func `JSON writes an array of objects`() {
    #expect(
      ResultFormat.json.render(sample)?.text == """
        [
          {"name": "Ann, \\"Lee\\"", "n": 3, "owners": ["Bob", "Eve"]},
          {"name": "a|b`<c>\\n\\td", "n": -2.5, "owners": null},
          {"name": "secret", "n": null, "owners": true}
        ]

        """
    )
    #expect(ResultFormat.json.render(result(["a"], []))?.text == "[]\n")
  }

  @Test func `JSON lines hold an object each`() {
    let result = result(
      ["a", "a"],
      [[.text("\u{1B}\u{9B}\u{2028}é"), .day(Day(number: 0))], [.number(1e300), nil]]
    )
    #expect(
      ResultFormat.jsonLines.render(result)?.text == """
        {"a": "\\u001b\\u009b\\u2028é", "a 2": "1970-01-01"}
        {"a": 1e+300, "a 2": null}

        """
    )
  }

  @Test func `Markdown escapes markup`() {
    #expect(
      ResultFormat.markdown.render(sample)?.text == """
        | name | n | owners |
        | --- | ---: | --- |
        | Ann, "Lee" | 3 | Bob, Eve |
        | a\\|b\\`&lt;c><br> d | -2.5 |  |
        | secret |  | yes |

        """
    )
  }

  @Test func `only the shell draws tables`() { #expect(ResultFormat.table.render(sample) == nil) }

  @Test(arguments: [
    ("=1+1", true), (" +1+1", true), ("@SUM(A1)", true), ("-2+3", true), ("\tx", true),
    ("\rx", true), ("\u{A0}=x", true), ("＝x", true), ("-", true), ("+49 30 1234", true),
    ("-2.5", false), ("+3", false), ("a=b", false), ("", false), ("-2.5.1", true), ("'=x", false),
  ])
  func `cells a spreadsheet would run get an apostrophe`(cell: String, isFormula: Bool) {
    let result = result(["a"], [[.text(cell)]])
    for format in [ResultFormat.csv, .tsv] {
      let rendered = format.render(result)
      #expect(rendered?.neutralizedCells == (isFormula ? 1 : 0))
      let line = rendered?.text.split(separator: "\n", omittingEmptySubsequences: false)[1]
      #expect(line?.drop { $0 == "\"" }.hasPrefix("'") == (isFormula || cell.hasPrefix("'")))
      #expect(format.render(result, keepsFormulas: true)?.neutralizedCells == 0)
    }
  }

  @Test func `numbers are never taken for formulas`() {
    let rendered = ResultFormat.csv.render(result(["n"], [[.number(-1)], [.number(-1.5e300)]]))
    #expect(rendered?.neutralizedCells == 0)
  }

  @Test func `what CSV writes, the reader reads`() throws {
    var random = SeededRandom(seed: 8)
    let pieces = ["a", "\"", ",", ";", "\t", "\n", "é", " ", "x", "|"]
    for _ in 0..<300 {
      let rows: [[Value?]] = (0..<random.next() % 6).map { _ in
        (0..<3).map { _ in
          .text(
            "v" + (0..<random.next() % 6).map { _ in pieces[Int(random.next() % 10)] }.joined()
              + "w"
          )
        }
      }
      let rendered = try #require(ResultFormat.csv.render(result(["a", "b", "c"], rows)))
      let table = try CSVReader.read(Array(rendered.text.utf8), name: "t")
      let read = (0..<table.rowCount).map { row in
        (0..<3).map { Value.text(table.cell(row: row, column: $0)) }
      }
      #expect(read == rows.map { $0.compactMap { $0 } })
    }
  }
}
