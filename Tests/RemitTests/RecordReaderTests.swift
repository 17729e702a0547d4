// SPDX-License-Identifier: Apache-2.0
import Remit
import RemitFormats
import RemitTestSupport
import Testing

/// JSON and YAML as tables.
struct RecordReaderTests {
  private func table(_ text: String, _ format: String, _ list: String?) throws(LoadError)
    -> DataTable
  {
    try TableFile.read(Array(text.utf8), name: "t.\(format)", sheet: list)
  }

  private func rows(_ text: String, _ format: String, _ list: String? = nil) throws -> [[String]] {
    let table = try table(text, format, list)
    return [table.columns]
      + (0..<table.rowCount).map { row in
        ["\(table.lines[row])"] + table.columns.indices.map { table.cell(row: row, column: $0) }
      }
  }

  private func failure(_ text: String, _ format: String, _ list: String? = nil) -> String {
    do {
      _ = try table(text, format, list)
      return "no error"
    } catch {
      return ([error.message] + error.problems.map { "\($0.line): \($0.message)" })
        .joined(separator: "\n")
    }
  }

  private static let people = [
    ["name", "manager.email", "teams", "active", "left"],
    ["2", "Ann \"A\" Li", "bob@example.org", "IT;Audit", "true", ""],
    ["3", "Bob", "", "", "false", "2026-06-30"],
  ]

  @Test(arguments: [
    (
      """
      [
        {"name": "Ann \\"A\\" Li", "manager": {"email": "bob@example.org"}, "teams": ["IT", "Audit"], "active": true},
        {"name": "Bob", "active": false, "left": "2026-06-30"}
      ]
      """, "json"
    ),
    (
      """

      {"name": "Ann \\"A\\" Li", "manager": {"email": "bob@example.org"}, "teams": ["IT", "Audit"], "active": true}
      {"name": "Bob", "active": false, "left": "2026-06-30"}
      """, "jsonl"
    ),
    (
      """
      ---
      - {name: "Ann \\"A\\" Li", manager: {email: bob@example.org}, teams: [IT, 'Audit'], active: true}
      - {name: Bob, active: false, left: 2026-06-30} # she left
      """, "yaml"
    ),
  ])
  func `records become rows`(text: String, format: String) throws {
    #expect(try rows(text, format) == Self.people)
  }

  @Test func `blocks of YAML become rows`() throws {
    let text = """
      # a register
      people:
        - name: Ann Li          # a comment
          manager:
            email: bob@example.org
          teams:
          - IT
          - Audit
          note: |
            first line
              second

            third
          url: http://example.org/#top
        -
          name: 'It''s Bob'
          teams: [
            IT,   # a comment
            Audit ]
          note: >-
            folded
            text
          empty:
          none: ~
          "quoted: name": no
      version: 1.10
      """
    #expect(
      try rows(text, "yaml") == [
        ["name", "manager.email", "teams", "note", "url", "empty", "none", "quoted: name"],
        [
          "3", "Ann Li", "bob@example.org", "IT;Audit", "first line\n  second\n\nthird",
          "http://example.org/#top", "", "", "",
        ],
        ["16", "It's Bob", "", "IT;Audit", "folded text", "", "", "", "no"],
      ])
  }

  @Test func `of several lists one is named`() throws {
    let text = #"{"people": [{"name": "Ann"}], "assets": [{"ref": "AS1"}], "version": 2}"#
    #expect(try rows(text, "json", "assets") == [["ref"], ["1", "AS1"]])
    #expect(
      failure(text, "json")
        == "'t.json' has several lists: say which with 'sheet', one of 'people', 'assets'")
    #expect(
      failure(text, "json", "risks") == "'t.json' has no list 'risks', but 'people', 'assets'")
    #expect(
      failure("[]", "json", "risks")
        == "'t.json' is one list of records and has none with the name 'risks'")
  }

  @Test(arguments: [
    ("", "'t.json' is not JSON\n1: a value should stand where the end is"),
    ("[{\"a\": 1}", "'t.json' is not JSON\n1: ',' or ']' should stand where the end is"),
    ("[{\"a\": 1},\n]", "'t.json' is not JSON\n2: a value should stand where ']' is"),
    ("[{\"a\": 01}]", "'t.json' is not JSON\n1: a value should stand where '0' is"),
    ("[{\"a\": 1e999}]", "'t.json' is not JSON\n1: a value should stand where '1' is"),
    ("[{\"a\": nope}]", "'t.json' is not JSON\n1: a value should stand where 'n' is"),
    ("[{\"a\": 1, \"a\": 2}]", "'t.json' is not JSON\n1: 'a' is given twice in one object"),
    (
      "[{\"a\": \"\\ud800\"}]",
      "'t.json' is not JSON\n1: both halves of a character should stand where '\"' is"
    ),
    ("[1] 2", "'t.json' is not JSON\n1: the end should stand where '2' is"),
    (
      "[1, 2]",
      "'t.json' has 2 problems\n1: a text stands where a record should\n1: a text stands where a record should"
    ),
    ("7", "'t.json' should hold a list of records"),
    (
      "[{\"a\": [{\"b\": 1}]}]",
      "'t.json' has 1 problem\n1: 'a' is a list with an object in it, not of texts"
    ),
    (
      "[{\"a\": [\"x;y\"]}]",
      "'t.json' has 1 problem\n1: 'x;y' in the list 'a' holds ';', which stands between values"
    ),
    ("[{\"a.b\": 1, \"a\": {\"b\": 2}}]", "'t.json' has 1 problem\n1: 'a.b' is given twice"),
  ])
  func `what is wrong in JSON is told with its line`(text: String, message: String) {
    #expect(failure(text, "json") == message)
  }

  @Test(arguments: [
    ("- a: &x 1", "1: anchors and aliases are not read: write it out"),
    ("- a: 1\n- *x", "2: anchors and aliases are not read: write it out"),
    ("- a: !!str 1", "1: tags are not read: every value is a text"),
    ("%YAML 1.2\n---\n- a: 1", "1: directives are not read"),
    ("- a: 1\n---\n- a: 2", "2: a second document begins: one is read"),
    ("- a:\n\t- 1", "2: a tab cannot indent a line: use blanks"),
    ("- a: 1\n  a: 2", "2: 'a: 2' names 'a' a second time"),
    (
      "- a: 1\n   b: 2",
      "2: 'b: 2' goes on from the line before: quote a text over several lines, or begin it with '|' or '>'"
    ),
    ("- a: [1, 2", "1: 'a: [1, 2' opens a bracket that is not closed"),
    ("- a: \"x", "1: '\"' at the end of the text should stand where the end is"),
    ("- a: \"x\" y", "1: the end should stand where 'y' is"),
  ])
  func `what is wrong in YAML is told with its line`(text: String, message: String) {
    #expect(failure(text, "yaml") == "'t.yaml' cannot be read as YAML\n" + message)
  }

  @Test(arguments: ["json", "yaml"])
  func `deep nesting is refused`(format: String) {
    let deep = String(repeating: "[", count: 100_000)
    #expect(failure(deep, format).contains("nested deeper than 64") || format == "yaml")
    #expect(failure(deep, format) != "no error")
  }

  @Test func `a format that is not meant is told`() {
    #expect(failure("PK\u{3}\u{4}", "csv").contains("has to end in .xlsx"))
    #expect(failure("a\n1", "csv", "x") == "'t.csv' is one table and has no sheets")
  }

  @Test func `any bytes are read or refused`() {
    var random = RandomSource(seed: 11)
    let pieces = [
      "{", "}", "[", "]", "\"", ":", ",", "- ", "\n", "  ", "a", "1", "'", "#", "|", ">", "\\",
      "null", "é",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }.joined()
      for format in ["json", "yaml"] { _ = try? table(text, format, nil) }
    }
  }
}
