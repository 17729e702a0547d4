// SPDX-License-Identifier: Apache-2.0

import Remit

/// The text of a cell in the forms that spreadsheets read.
enum PlainCell {
  /// What stands between the values of a list.
  static let listSeparator = "; "

  /// A text that is no number, with a `'` before it if a spreadsheet would run it.
  ///
  /// A formula begins with `= + - @`, a tab or a carriage return, blanks apart.
  static func guarded(_ cell: String, _ changed: inout Int) -> String {
    guard isFormula(cell) else { return cell }
    changed += 1
    return "'" + cell
  }

  /// Whether a cell is seen at once to be no formula: it is empty, or begins with a letter
  /// or a digit.
  static func isNoFormula(_ block: CellBlock, _ row: Int, _ column: Int) -> Bool {
    let range = block.range(row, column)
    guard !range.isEmpty else { return true }
    let byte = block.bytes[range.lowerBound]
    return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a cell or a heading of an answer may be a formula, as far as its first
  /// character tells.
  static func mayBeFormulas(in answer: QueryResult) -> Bool {
    if answer.columns.contains(where: { isFormula($0.title) }) { return true }
    var isFound = false
    CellBlock.each(of: answer, listSeparator: listSeparator) { block in
      guard !isFound else { return }
      isFound = (0..<block.columns).contains { column in
        (0..<block.rows.count).contains { !isNoFormula(block, $0, column) }
      }
    }
    return isFound
  }

  private static func isFormula(_ cell: String) -> Bool {
    let scalars = cell.unicodeScalars
    guard let first = scalars.first else { return false }
    if first == "\t" || first == "\r" { return true }
    let start = scalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    guard let start,
      ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
        .contains(start)
    else { return false }
    return !isNumber(cell)
  }

  /// Whether a text is a number as a spreadsheet reads one: `-12.5`.
  private static func isNumber(_ cell: String) -> Bool {
    // No hexadecimal digits, exponents or names of infinity.
    for (place, byte) in cell.utf8.enumerated() {
      switch byte {
      case 0x30...0x39, 0x2E: break
      case 0x2B, 0x2D: if place > 0 { return false }
      default: return false
      }
    }
    return Double(cell) != nil
  }
}
