// SPDX-License-Identifier: Apache-2.0

import Remit

/// The text of a cell in the forms that spreadsheets read.
enum PlainCell {
  /// What stands between the values of a list.
  static let listSeparator = "; "

  /// The text of a value; a list has ``listSeparator`` between its values.
  static func text(of value: Value?) -> String {
    switch value {
    case nil: ""
    case .list(let values): values.map { text(of: $0) }.joined(separator: listSeparator)
    case .some(let value): value.description
    }
  }

  /// The text of a value, with a `'` before it if a spreadsheet would run it.
  ///
  /// A formula begins with `= + - @`, a tab or a carriage return, blanks apart;
  /// what is a number is none.
  static func guarded(_ value: Value?, _ changed: inout Int) -> String {
    let cell = text(of: value)
    if case .number? = value { return cell }
    return guarded(cell, &changed)
  }

  /// A text that is no number, with a `'` before it if a spreadsheet would run it.
  static func guarded(_ cell: String, _ changed: inout Int) -> String {
    guard isFormula(cell) else { return cell }
    changed += 1
    return "'" + cell
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
    var digits = 0
    for (place, byte) in cell.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2B, 0x2D: if place > 0 { return false }
      case 0x2E: break
      default: return false
      }
    }
    return digits > 0 && Double(cell) != nil
  }
}
