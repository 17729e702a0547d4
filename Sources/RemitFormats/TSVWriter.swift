// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer as tab-separated values, one line for each row.
///
/// A tab, line break or backslash in a cell is written as `\t`, `\n`, `\r` or
/// `\\`, so that a line is a row and a tab a border. A cell that a spreadsheet
/// would run as a formula gets a `'` before it.
public struct TSVWriter: Sendable {
  /// Whether cells that a spreadsheet would run as formulas stay as they are.
  public var keepsFormulas: Bool

  /// Makes a writer.
  ///
  /// - Parameter keepsFormulas: Whether formulas stay as they are.
  public init(keepsFormulas: Bool = false) { self.keepsFormulas = keepsFormulas }

  /// Writes an answer, with a line of headings first.
  ///
  /// - Parameter result: The answer.
  /// - Returns: The text, and how many cells were changed.
  public func render(_ result: QueryResult) -> RenderedResult {
    var changed = 0
    var bytes: [UInt8] = []
    for (place, column) in result.columns.enumerated() {
      if place > 0 { bytes.append(TSVWriter.tab) }
      append(column.title, isNumber: false, &bytes, &changed)
    }
    bytes.append(TSVWriter.lineFeed)
    for start in stride(from: 0, to: result.rowCount, by: TSVWriter.block) {
      let rows = start..<min(start + TSVWriter.block, result.rowCount)
      append(
        result.columns.indices.map {
          result.texts(ofColumn: $0, rows: rows, listSeparator: PlainCell.listSeparator)
        }, count: rows.count, &bytes, &changed)
    }
    return RenderedResult(
      text: String(decoding: bytes, as: UTF8.self), neutralizedCells: changed)
  }

  private static let tab: UInt8 = 0x09
  private static let lineFeed: UInt8 = 0x0A
  /// How many rows are written at a time.
  private static let block = 1024

  private func append(
    _ columns: [CellTexts], count: Int, _ bytes: inout [UInt8], _ changed: inout Int
  ) {
    for row in 0..<count {
      for (place, column) in columns.enumerated() {
        if place > 0 { bytes.append(TSVWriter.tab) }
        let text = column.bytes[(row == 0 ? 0 : column.ends[row - 1])..<column.ends[row]]
        if TSVWriter.isPlain(text) {
          bytes.append(contentsOf: text)
        } else {
          append(
            String(decoding: text, as: UTF8.self), isNumber: column.isNumber[row], &bytes, &changed)
        }
      }
      bytes.append(TSVWriter.lineFeed)
    }
  }

  private func append(
    _ cell: String, isNumber: Bool, _ bytes: inout [UInt8], _ changed: inout Int
  ) {
    let cell = keepsFormulas || isNumber ? cell : PlainCell.guarded(cell, &changed)
    bytes.append(contentsOf: TSVWriter.escaped(cell).utf8)
  }

  /// Whether a cell can be written as it is, as is seen at once.
  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    let isWord =
      first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first >= 0x30 && first <= 0x39
    guard isWord else { return false }
    for byte in text where byte < 0x20 || byte == 0x5C { return false }
    return true
  }

  private static func escaped(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x09, 0x0A, 0x0D, 0x5C].contains($0) }) else {
      return cell
    }
    var escaped = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
