// SPDX-License-Identifier: Apache-2.0

import Remit

/// Makes a table of the cells of a sheet, as they stand in its XML.
struct SheetReader {
  private static let columnLimit = 16_384
  private static let rowLimit = 1_048_576

  private let texts: [String]
  private let dateStyles: Set<Int>
  private let is1904: Bool
  private let sizeLimit: Int

  /// The cells of all rows, one row after the other.
  private var cells: [(column: Int, text: String)] = []
  /// The rows with a cell, and where their cells end.
  private var rows: [(number: Int, end: Int)] = []
  private var problems: [(line: Int, message: String)] = []
  private var row = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var text = ""
  private var isText = false

  init(texts: [String], dateStyles: Set<Int>, is1904: Bool, sizeLimit: Int) {
    (self.texts, self.dateStyles, self.is1904) = (texts, dateStyles, is1904)
    self.sizeLimit = sizeLimit
  }

  mutating func read(_ piece: XMLScanner.Piece) {
    switch piece {
    case .start("row", let attributes):
      // Saturates: a number is only told, and may be any.
      row = attributes["r"].flatMap { Int($0) } ?? max(row, row &+ 1)
      column = -1
      dropUnfinished()
    case .start("c", let attributes):
      column = attributes["r"].flatMap(SheetReader.column(of:)) ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      text = ""
    case .start("v", _), .start("t", _): isText = true
    case .text(let part) where isText: text += part
    case .end("v"), .end("t"): isText = false
    case .end("c"): finishCell()
    case .end("row"):
      if rows.count < SheetReader.rowLimit, cells.count > rows.last?.end ?? 0 {
        rows.append((row, cells.count))
      }
      dropUnfinished()
    default: break
    }
  }

  /// Forgets cells of no row.
  private mutating func dropUnfinished() { cells.removeLast(cells.count - (rows.last?.end ?? 0)) }

  private mutating func finishCell() {
    guard !text.isEmpty, (0..<SheetReader.columnLimit).contains(column) else { return }
    switch type {
    case "s":
      guard let place = Int(text), texts.indices.contains(place) else {
        report("refers to a text that is not there")
        return
      }
      add(texts[place])
    case "b": add(text == "1" ? "yes" : "no")
    case "e": report("holds the error \(text)")
    case "d": add(String(text.prefix(10)))
    case "n":
      guard let number = Double(text), number.isFinite else {
        report("holds '\(text)', which is no number")
        return
      }
      guard dateStyles.contains(style) else {
        // A whole number is kept with a fraction behind it only by mistake.
        add(Int64(exactly: number).map { "\($0)" } ?? "\(number)")
        return
      }
      guard let day = day(number) else {
        report("holds a day that there is not")
        return
      }
      add(day.description)
    default: add(text)
    }
  }

  private mutating func add(_ text: String) {
    if !text.allSatisfy(\.isWhitespace) { cells.append((column, text)) }
  }

  private mutating func report(_ message: String) {
    guard problems.count < LoadError.problemLimit else { return }
    problems.append((row, "\(SheetReader.letters(of: column))\(row) \(message)"))
  }

  /// The day of a number: days since 1900, with the 29 February that Excel takes
  /// that year to have had, or since 1904.
  private func day(_ number: Double) -> Day? {
    guard number >= (is1904 ? 0 : 1), number < 3_000_000 else { return nil }
    let count = Int32(number)
    if is1904 { return Day(year: 1904, month: 1, day: 1)?.adding(Period(days: count)) }
    guard count != 60 else { return nil }
    return Day(year: 1899, month: 12, day: 31)?
      .adding(Period(days: count > 60 ? count - 1 : count))
  }

  /// The table, once the whole sheet is read.
  ///
  /// - Throws: ``LoadError`` with what is wrong in its cells and headings.
  func table(name: String, sheet: String) throws(LoadError) -> DataTable {
    guard let place = headingPlace else {
      throw LoadError("the sheet '\(sheet)' of '\(name)' is empty: it needs a row of headings")
    }
    let (head, start) = (rows[place], place == 0 ? 0 : rows[place - 1].end)
    let headings = Dictionary(cells[start..<head.end].map { ($0.column, $0.text) }) { $1 }
    let columns = Set(cells[start..<(rows.last?.end ?? 0)].lazy.map(\.column)).sorted()
    var wrong = problems
    var seen: Set<String> = []
    for column in columns {
      let letters = SheetReader.letters(of: column)
      guard let heading = headings[column] else {
        wrong.append((head.number, "column \(letters) has no heading"))
        continue
      }
      if !seen.insert(heading).inserted {
        wrong.append((head.number, "two columns have the heading '\(heading)'"))
      }
    }
    guard wrong.isEmpty else {
      throw LoadError(problemsIn: name, Array(wrong.prefix(LoadError.problemLimit)))
    }
    var maker = TableMaker(
      name: name, columns: columns.map { headings[$0] ?? "" }, sizeLimit: sizeLimit)
    let places = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    try maker.append(
      rows[(place + 1)...].lazy.map { (UInt32(clamping: $0.number), $0.end) },
      of: cells[head.end...], at: { places[$0] })
    return maker.table
  }

  /// The row of headings: the first, or that below titles.
  private var headingPlace: Int? {
    var start = 0
    for (place, row) in rows.prefix(TitleRows.limit).enumerated() {
      let texts = cells[start..<row.end].map(\.text)
      start = row.end
      if texts.count >= 2 { return place == 0 || TitleRows.areHeadings(texts) ? place : 0 }
    }
    return rows.isEmpty ? nil : 0
  }

  // MARK: References

  /// The column of `BC12`, from 0.
  private static func column(of reference: String) -> Int? {
    let letters = reference.utf8.prefix { $0 &- 0x41 < 26 }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1
  }

  private static func letters(of column: Int) -> String {
    var rest = column + 1
    var letters: [Character] = []
    while rest > 0 {
      rest -= 1
      letters.append(Character(Unicode.Scalar(UInt8(0x41 + rest % 26))))
      rest /= 26
    }
    return String(letters.reversed())
  }
}
