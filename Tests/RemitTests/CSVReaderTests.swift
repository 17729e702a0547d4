// SPDX-License-Identifier: Apache-2.0
import Remit
import RemitFormats
import Testing

struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] {
    let table = try CSVReader.read(Array(text.utf8), name: "t.csv")
    return [table.columns]
      + (0..<table.rowCount).map { row in
        table.columns.indices.map { table.cell(row: row, column: $0) }
      }
  }

  private func problems(_ bytes: [UInt8]) -> (message: String, problems: [String]) {
    do {
      _ = try CSVReader.read(bytes, name: "t.csv")
      return ("", [])
    } catch {
      return (error.message, error.problems.map { "\($0.line): \($0.message)" })
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("\n\r\n , \n\na,b\n,\n\n1,2\n ;\n".replacingSemicolon, [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n3,4\n", [["a", "b"], ["x, \"y\"", "1\n2"], ["3", "4"]]),
    ("\"a;b\",c\n1,2\n", [["a;b", "c"], ["1", "2"]]),
    ("a,b\n \u{A0}x\u{A0} ,\"\u{A0}y \"\n", [["a", "b"], ["x", "y"]]),
    ("a,b\n \"x\" ,2\n", [["a", "b"], ["x", "2"]]),
    ("a,b\nit\"s,5\" disk\n", [["a", "b"], ["it\"s", "5\" disk"]]),
    ("a\n", [["a"]]),
    ("a,b\nx,\n,y\n", [["a", "b"], ["x", ""], ["", "y"]]),
    ("List of 2026;;\n;;\na;b;c\n1;2;3\n", [["a", "b", "c"], ["1", "2", "3"]]),
    (
      "\"List \"\"A\"\"\";;\nsaved 2026-01-01;;\r\na;b;c\n1;;3\n",
      [["a", "b", "c"], ["1", "", "3"]]
    ),
    ("Name\nAnn\nBob\n", [["Name"], ["Ann"], ["Bob"]]),
    ("é\u{2028}x,日本\n1,🙂\n", [["é\u{2028}x", "日本"], ["1", "🙂"]]),
  ])
  func `well-formed and slightly messy tables are read`(input: String, expected: [[String]])
    throws
  {
    #expect(try rows(input) == expected)
  }

  @Test(arguments: [
    ("", "'t.csv' is empty: it needs a line of headings", []),
    ("\n \n", "'t.csv' is empty: it needs a line of headings", []),
    (
      "a,b\n1\n\n1,2,3\n1,2\n", "'t.csv' has 2 problems",
      ["2: the row has 1 cell, the header has 2", "4: the row has 3 cells, the header has 2"]
    ),
    (
      "a,,a\n1,2,3\n", "'t.csv' has 2 problems",
      ["1: column 2 has no heading", "1: two columns have the heading 'a'"]
    ),
    // A day or a number is no heading: nothing above it is a title.
    (
      "Name,\nAnn,5\n", "'t.csv' has 1 problem", ["1: column 2 has no heading"]
    ),
    (
      "Name\nAnn,Lee\n", "'t.csv' has 1 problem", ["2: the row has 2 cells, the header has 1"]
    ),
    (
      "List,,\n\na,b,c\n1,2\n", "'t.csv' has 1 problem",
      ["4: the row has 2 cells, the header has 3"]
    ),
    (
      "a,b\n1,\"2\n3,4\n", "'t.csv' has 1 problem",
      ["2: the quotation mark that opens a cell is never closed"]
    ),
    (
      "a,b\n\"1\"2,3\n", "'t.csv' has 1 problem",
      ["2: there is text after the quotation mark that closes a cell"]
    ),
    (
      "a,b\n\"1\n\n2\",3\n4\n", "'t.csv' has 1 problem",
      ["5: the row has 1 cell, the header has 2"]
    ),
  ])
  func `what is wrong is reported with its line`(
    input: String,
    message: String,
    lines: [String]
  ) {
    let found = problems(Array(input.utf8))
    #expect(found.message == message)
    #expect(found.problems == lines)
  }

  @Test func `bytes that are not UTF-8 are reported with line and offset`() {
    let cases: [([UInt8], Int)] = [
      ([0xFF], 0), ([0xC3], 0), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xE2, 0x82], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0x80], 0), ([0xE2, 0x28, 0xA1], 0),
    ]
    for (bad, _) in cases {
      let found = problems(Array("a,b\n1,é\nlong enough row,".utf8) + bad)
      #expect(found.message == "'t.csv' is not UTF-8")
      #expect(found.problems == ["3: byte 25 does not belong to a UTF-8 character"])
    }
  }

  @Test func `every table that is written can be read`() throws {
    var random = SeededRandom(seed: 21)
    let pieces = [
      "a", "\"", ",", ";", "\t", "\n", "\r\n", "é", "x y", "=", "日", "more than eight bytes",
    ]
    for _ in 0..<500 {
      let separator = [",", ";", "\t"][Int(random.next() % 3)]
      let width = Int(random.next() % 4) + 1
      let table = (0..<random.next() % 12).map { _ in
        (0..<width).map { _ in
          "v" + (0..<random.next() % 5).map { _ in pieces[Int(random.next() % 12)] }.joined() + "w"
        }
      }
      let newline = random.next() % 2 == 0 ? "\n" : "\r\n"
      let header = (0..<width).map { "column \($0)" }
      let text = ([header] + table).map { row in
        row.map { cell in
          let special = width == 1 ? "\"\n\r\r\n,;\t" : "\"\n\r\r\n" + separator
          let isQuoted = cell.contains { special.contains($0) } || random.next() % 4 == 0
          return isQuoted
            ? "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
            : cell
        }.joined(separator: separator)
      }.joined(separator: newline)
      #expect(try rows(text) == [header] + table)
    }
  }

  @Test func `no bytes make the reader fail otherwise than by an error`() {
    var random = SeededRandom(seed: 4)
    let alphabet: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x61, 0x20, 0xC2, 0xA0, 0xEF, 0]
    for _ in 0..<20_000 {
      let bytes = (0..<random.next() % 20).map { _ in alphabet[Int(random.next() % 12)] }
      guard let table = try? CSVReader.read(bytes, name: "t") else { continue }
      #expect(table.ends.count == table.rowCount * table.columns.count)
    }
  }
}

extension String {
  /// The text with commas for semicolons, to keep a table of one separator.
  fileprivate var replacingSemicolon: String { String(map { $0 == ";" ? "," : $0 }) }
}
