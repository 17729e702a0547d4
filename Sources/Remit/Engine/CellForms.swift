// SPDX-License-Identifier: Apache-2.0

/// What a `load` says about how its file writes things: the form of days, that the
/// day after one is meant, and texts that stand for nothing.
struct CellForms {
  /// How the cells of a column are written.
  struct Column {
    let place: Int
    /// The columns whose cells follow in the same text.
    let further: [Int]
    let dates: DateForm?
    /// Whether the file has the last day and the first day after it is meant.
    let isDayAfter: Bool
    /// What texts, in small letters, stand for.
    let values: [String: String]
    /// What stands between the values of a cell, if not `;`.
    let separator: String?

    /// A cell with each of its values as the model has it.
    func reading(_ cell: String) -> String {
      if let value = values[cell.lowercased()] { return value }
      guard cell.contains(";") else { return cell }
      return CellForms.parts(of: cell).map { values[$0.lowercased()] ?? $0 }.joined(separator: ";")
    }
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
  ///   - naming: The columns that say what a row's thing is called: a row in which
  ///     nothing else than what is left out does so is left out too.
  ///   - needed: The columns without which a row says nothing: a row in which one
  ///     of them is left out is left out too.
  ///   - report: Takes down the cells that are not of their form.
  /// - Returns: The rows that are left, with their lines.
  func applied(
    to table: DataTable, naming: [Int], needed: [Int], _ report: inout LoadReport
  ) -> DataTable {
    var made = DataTable(
      name: table.name, columns: table.columns, bytes: [], ends: [], lines: [])
    made.bytes.reserveCapacity(table.bytes.count)
    made.ends.reserveCapacity(table.ends.count)
    let forms = Dictionary(columns.map { ($0.place, $0) }) { first, _ in first }
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      if let once {
        let names = once.map { kept(cell(table, row, $0, forms[$0])).lowercased() }
        guard names.contains(where: { !$0.isEmpty }), seen.insert(names).inserted else { continue }
      }
      let isLeftOut = needed.contains { place in
        let text = table.cell(row: row, column: place)
        return !text.isEmpty && kept(text).isEmpty
      }
      let names = naming.map { cell(table, row, $0, forms[$0]) }.filter { !$0.isEmpty }
      let isNameless = !names.isEmpty && names.allSatisfy { kept($0).isEmpty }
      guard !isLeftOut, !isNameless else { continue }
      made.lines.append(table.lines[row])
      for place in table.columns.indices {
        let form = forms[place]
        var text = cell(table, row, place, form)
        if let separator = form?.separator { text = text.replacing(separator, with: ";") }
        if !omitted.isEmpty { text = kept(text) }
        if let form, !form.values.isEmpty { text = form.reading(text) }
        if !text.isEmpty, let form, form.dates != nil || form.isDayAfter {
          text = day(text, form, table, row, &report)?.description ?? text
        }
        made.bytes.append(contentsOf: text.utf8)
        made.ends.append(UInt32(clamping: made.bytes.count))
      }
    }
    return made
  }

  /// A cell with those that follow in the same text.
  private func cell(_ table: DataTable, _ row: Int, _ place: Int, _ form: Column?) -> String {
    let text = table.cell(row: row, column: place)
    guard let further = form?.further, !further.isEmpty else { return text }
    return ([text] + further.map { table.cell(row: row, column: $0) })
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The values of a cell, trimmed.
  fileprivate static func parts(of cell: String) -> [String] {
    cell.split(separator: ";").map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
  }

  /// A cell without the values that stand for nothing.
  private func kept(_ cell: String) -> String {
    guard !omitted.contains(cell.lowercased()) else { return "" }
    guard cell.contains(";") else { return cell }
    return CellForms.parts(of: cell).filter { !omitted.contains($0.lowercased()) }
      .joined(separator: ";")
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
