// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitFormats
import RemitTestSupport
import Testing

/// The workbooks in `Tests/Fixtures` were made by two different programs.
struct XLSXReaderTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: ProjectFiles.path("Tests/Fixtures/\(name)"))))
  }

  private func rows(_ name: String, sheet: String?) throws -> [[String]] {
    let table = try XLSXReader.read(bytes(name), name: name, sheet: sheet)
    return [table.columns]
      + (0..<table.rowCount).map { row in
        ["\(table.lines[row])"] + table.columns.indices.map { table.cell(row: row, column: $0) }
      }
  }

  private func failure(_ bytes: [UInt8], sheet: String? = nil) -> String {
    do {
      _ = try XLSXReader.read(bytes, name: "t.xlsx", sheet: sheet)
      return "no error"
    } catch {
      return ([error.message] + error.problems.map { "\($0.line): \($0.message)" })
        .joined(separator: "\n")
    }
  }

  @Test func `days, numbers, truths and texts are read as they are shown or kept`() throws {
    #expect(
      try rows("register.xlsx", sheet: "people") == [
        ["Full name", "E-mail", "Start", "Left", "Share", "External", "Teams", "Days"],
        ["3", "Ann Li", "ann@example.org", "2020-01-01", "", "0.5", "yes", "IT; Audit", "12.5"],
        [
          "4", "Łukasz \"Lu\" Baran", "lu@example.org", "1999-12-31", "2026-06-30", "1", "no", "",
          "7",
        ],
        [
          "6", "Zoë <Q&A>", "zoe@example.org", "2024-02-29", "", "0.1", "yes", "",
          "1000000000000000",
        ],
      ])
  }

  @Test func `a formula is what it was when the workbook was saved`() throws {
    #expect(
      try rows("register.xlsx", sheet: "Assets") == [
        ["ref", "name", "owner"], ["2", "AS1", "CRM", "Ann Li"],
      ])
  }

  @Test func `the only sheet need not be named`() throws {
    #expect(
      try rows("one-sheet.xlsx", sheet: nil) == [
        ["name", "day"], ["2", "inline", "2026-01-02"], ["3", "line\nbreak", "1900-01-31"],
      ])
  }

  @Test func `what cannot be read is told with its cell`() throws {
    let register = try bytes("register.xlsx")
    #expect(
      failure(register, sheet: "Broken") == """
        't.xlsx' has 3 problems
        2: A2 holds the error #DIV/0!
        1: two columns have the heading 'ref'
        1: column C has no heading
        """)
    #expect(
      failure(register)
        == "'t.xlsx' has several sheets: say which with 'sheet', one of "
        + "'People', 'Assets', 'Broken', 'Empty'")
    #expect(
      failure(register, sheet: "Peple")
        == "'t.xlsx' has no sheet 'Peple', but 'People', 'Assets', 'Broken', 'Empty'")
    #expect(
      failure(register, sheet: "Empty")
        == "the sheet 'Empty' of 't.xlsx' is empty: it needs a row of headings")
  }

  @Test func `titles above the headings are left out`() throws {
    #expect(
      try rows("titled.xlsx", sheet: nil) == [
        ["ref", "name", "owner"], ["5", "A-1", "Ledger", "Ann"], ["6", "A-2", "Archive", ""],
      ])
  }

  @Test func `what is no workbook is refused`() throws {
    #expect(failure([]) == "'t.xlsx' is no Excel workbook")
    #expect(failure(Array("a,b".utf8)) == "'t.xlsx' is no Excel workbook")
    #expect(failure([0xD0, 0xCF, 0x11, 0xE0, 0]).contains("save it as .xlsx"))
    #expect(failure([0x50, 0x4B, 0x03, 0x04]).contains("damaged"))
  }

  @Test func `a damaged workbook is refused and never read wrongly`() throws {
    let whole = try bytes("one-sheet.xlsx")
    let right = try rows("one-sheet.xlsx", sheet: nil)
    for length in stride(from: 0, to: whole.count, by: 37) {
      #expect(failure(Array(whole[..<length])) != "no error")
    }
    var random = RandomSource(seed: 7)
    for _ in 0..<400 {
      var damaged = whole
      let place = Int.random(in: damaged.indices, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      guard let table = try? XLSXReader.read(damaged, name: "t.xlsx") else { continue }
      // What the checksums do not cover says nothing about cells.
      #expect(table.columns == right[0])
      #expect(table.cell(row: 0, column: 1) == right[1][2])
    }
  }
}
