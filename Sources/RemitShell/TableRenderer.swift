// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Draws an answer as a table for people.
///
///     ┌───────┬──────────────────────┐
///     │ ref   │ title                │
///     ├───────┼──────────────────────┤
///     │ A.5.2 │ Roles and responsib… │
///     └───────┴──────────────────────┘
///     1 row
///
/// A row never wraps: cells are shortened, marked by `…`, and when even that is
/// not enough the last columns are left out and counted below. Numbers stand
/// right and are shortened last, since a number cut off is a wrong number.
public struct TableRenderer: Sendable {
  /// The columns of the terminal, or `nil` for no limit.
  public var width: Int?
  /// The most rows shown, half from the start and half from the end, or `nil` for all.
  public var rowLimit: Int?

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal, or `nil` for no limit.
  ///   - rowLimit: The most rows shown, or `nil` for all.
  public init(width: Int? = nil, rowLimit: Int? = nil) {
    self.width = width
    self.rowLimit = rowLimit
  }

  /// Returns the table and its footer, each line ended by a line feed.
  ///
  /// - Complexity: O(cells shown), whatever the answer's size.
  public func render(_ result: QueryResult) -> String {
    let grid = Grid(result, rowLimit: rowLimit)
    let widths = columnWidths(of: grid)
    var text = rule(widths, "┌", "┬", "┐")
    text += line(grid.header, widths, alignsRight: grid.isNumeric)
    text += rule(widths, "├", "┼", "┤")
    for (index, row) in grid.rows.enumerated() {
      if index == grid.gap {
        text += line(grid.header.map { _ in "⋮" }, widths, alignsRight: grid.isNumeric)
      }
      text += line(row, widths, alignsRight: grid.isNumeric)
    }
    text += rule(widths, "└", "┴", "┘")
    return text + footer(result, grid, columnsShown: widths.count) + "\n"
  }

  // MARK: Widths

  /// The narrowest a shortened cell gets: less tells no word from another.
  private static let leastWidth = 8
  /// What a column needs beside its cells: a bar and a blank on both sides.
  private static let frame = 3

  /// The width of each column that is shown; those left out are the last ones.
  private func columnWidths(of grid: Grid) -> [Int] {
    var natural = grid.naturalWidths
    guard let width else { return natural }
    var shown = natural.count
    func least(_ count: Int) -> Int {
      natural.prefix(count).reduce(1) { $0 + min($1, Self.leastWidth) + Self.frame }
    }
    while shown > 1, least(shown) > width { shown -= 1 }
    natural = Array(natural.prefix(shown))
    let available = width - Self.frame * shown - 1
    let numeric = zip(natural, grid.isNumeric).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let text = zip(natural, grid.isNumeric).reduce(0) {
      $0 + ($1.1 ? 0 : min($1.0, Self.leastWidth))
    }
    guard numeric > 0, numeric + text <= available else {
      return Self.shrink(natural, to: available)
    }
    var shrunk = Self.shrink(
      zip(natural, grid.isNumeric).map { $1 ? 0 : $0 },
      to: available - numeric
    )
    for index in shrunk.indices where grid.isNumeric[index] { shrunk[index] = natural[index] }
    return shrunk
  }

  /// Takes from the widest columns until the sum fits.
  private static func shrink(_ natural: [Int], to available: Int) -> [Int] {
    guard natural.reduce(0, +) > available else { return natural }
    var cap = natural.max() ?? 0
    while cap > 1, natural.reduce(0, { $0 + min($1, cap) }) > available { cap -= 1 }
    var widths = natural.map { min($0, cap) }
    var rest = available - widths.reduce(0, +)
    for index in widths.indices where widths[index] < natural[index] && rest > 0 {
      widths[index] += 1
      rest -= 1
    }
    return widths
  }

  // MARK: Lines

  private func rule(_ widths: [Int], _ left: String, _ cross: String, _ right: String) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: cross) + right
      + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int], alignsRight: [Bool]) -> String {
    var text = ""
    for (index, width) in widths.enumerated() {
      let cell = DisplayWidth.shorten(cells[index], to: width)
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
      text += "│ " + (alignsRight[index] ? padding + cell : cell + padding) + " "
    }
    return text + "│\n"
  }

  private func footer(_ result: QueryResult, _ grid: Grid, columnsShown: Int) -> String {
    let total = result.rowCount
    var text = "\(Self.grouped(total)) row\(total == 1 ? "" : "s")"
    if grid.rows.count < total { text = "\(grid.rows.count) of " + text }
    if columnsShown < result.columns.count {
      let columns = "\(columnsShown) of \(result.columns.count) columns"
      let isWide = width.map { DisplayWidth.of(text) + columns.utf8.count + 2 > $0 } ?? false
      text += (isWide ? ",\n" : ", ") + columns
    }
    return text
  }

  /// A count with a comma between thousands: `12,345`.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}

/// The cells of an answer that are shown, as safe text of one line.
private struct Grid {
  var header: [String]
  var isNumeric: [Bool]
  var rows: [[String]] = []
  /// The row before which others are left out.
  var gap: Int?
  /// The width of each column if nothing is shortened.
  var naturalWidths: [Int]

  init(_ result: QueryResult, rowLimit: Int?) {
    header = result.columns.map { Sanitizer.line($0.title) }
    isNumeric = result.columns.map(\.isNumeric)
    naturalWidths = header.map(DisplayWidth.of)
    var shown = Array(0..<result.rowCount)
    if let rowLimit, shown.count > rowLimit {
      let tail = rowLimit / 2
      gap = rowLimit - tail
      shown = Array(shown.prefix(rowLimit - tail) + shown.suffix(tail))
    }
    for index in shown {
      let cells = result.row(index).map { Sanitizer.line($0?.description ?? "") }
      for (column, cell) in cells.enumerated() {
        naturalWidths[column] = max(naturalWidths[column], DisplayWidth.of(cell))
      }
      rows.append(cells)
    }
  }
}
