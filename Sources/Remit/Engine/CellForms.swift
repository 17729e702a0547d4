// SPDX-License-Identifier: Apache-2.0

/// What a `load` says about how its file writes things: the form of days, that the
/// day after one is meant, and texts that stand for nothing.
struct CellForms {
  /// How the cells of a column are written.
  struct Column {
    let place: Int
    let dates: DateForm?
    /// Whether the file has the last day and the first day after it is meant.
    let isDayAfter: Bool
    /// What stands between the values of a cell, if not `;`.
    let separator: String?
  }

  var columns: [Column] = []
  /// The texts that stand for nothing, in small letters.
  var omitted: Set<String> = []
  /// The columns whose cells name a thing, where equal names are one thing.
  var once: [Int]?

  /// Whether the file is read as it is.
  var isEmpty: Bool { columns.isEmpty && omitted.isEmpty && once == nil }

  /// The table with its cells as Remit writes them.
  ///
  /// - Parameters:
  ///   - table: The table as it was read.
  ///   - needed: The columns without which a row says nothing: a row in which one
  ///     of them is left out is left out too.
  ///   - report: Takes down the cells that are not of their form.
  /// - Returns: The rows that are left, with their lines.
  func applied(
    to table: DataTable, needed: [Int], _ report: inout LoadReport
  ) -> DataTable {
    var made = DataTable(
      name: table.name, columns: table.columns, bytes: [], ends: [], lines: [])
    made.bytes.reserveCapacity(table.bytes.count)
    made.ends.reserveCapacity(table.ends.count)
    let forms = Dictionary(columns.map { ($0.place, $0) }) { first, _ in first }
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      if let once {
        let names = once.map { kept(table.cell(row: row, column: $0)).lowercased() }
        guard names.contains(where: { !$0.isEmpty }), seen.insert(names).inserted else { continue }
      }
      let isLeftOut = needed.contains { place in
        let text = table.cell(row: row, column: place)
        return !text.isEmpty && kept(text).isEmpty
      }
      guard !isLeftOut else { continue }
      made.lines.append(table.lines[row])
      for place in table.columns.indices {
        var text = table.cell(row: row, column: place)
        let form = forms[place]
        if let separator = form?.separator { text = text.replacing(separator, with: ";") }
        if !omitted.isEmpty { text = kept(text) }
        if !text.isEmpty, let form, form.dates != nil || form.isDayAfter {
          text = day(text, form, table, row, &report)?.description ?? text
        }
        made.bytes.append(contentsOf: text.utf8)
        made.ends.append(UInt32(clamping: made.bytes.count))
      }
    }
    return made
  }

  /// A cell without the values that stand for nothing.
  private func kept(_ cell: String) -> String {
    guard !omitted.contains(cell.lowercased()) else { return "" }
    guard cell.contains(";") else { return cell }
    return cell.split(separator: ";").filter { part in
      let name = part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
      return !omitted.contains(String(name).lowercased())
    }.joined(separator: ";")
  }

  private func day(
    _ text: String, _ form: Column, _ table: DataTable, _ row: Int, _ report: inout LoadReport
  ) -> Day? {
    let written = form.dates.map { $0.day(text) } ?? Day(text)
    let day = form.isDayAfter ? written?.adding(Period(days: 1)) : written
    if day == nil {
      report.add(
        line: Int(table.lines[row]), column: table.columns[form.place],
        written == nil
          ? "'\(text)' is no day" + (form.dates.map { " written as \($0.text)" } ?? "")
          : "there is no day after '\(text)'")
    }
    return day
  }
}
