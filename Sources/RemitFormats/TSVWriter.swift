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
    CellBlock.each(of: result, listSeparator: PlainCell.listSeparator) { block in
      append(block, &bytes, &changed)
    }
    return RenderedResult(
      text: String(decoding: bytes, as: UTF8.self), neutralizedCells: changed)
  }

  private static let tab: UInt8 = 0x09
  private static let lineFeed: UInt8 = 0x0A
  private static let escapes = ByteSet { [0x09, 0x0A, 0x0D, 0x5C].contains($0) }

  private func append(_ block: CellBlock, _ bytes: inout [UInt8], _ changed: inout Int) {
    let escapes = TSVWriter.escapes
    let isPlain = block.isFree(of: 0x5C)
    for row in 0..<block.rows.count {
      for column in 0..<block.columns {
        if column > 0 { bytes.append(TSVWriter.tab) }
        if PlainCell.isNoFormula(block, row, column) {
          if isPlain {
            block.append(row, column, to: &bytes)
            continue
          }
          if block.append(row, column, unless: escapes, to: &bytes) { continue }
        }
        append(
          block.text(row, column), isNumber: block.kind(row, column) == .number, &bytes, &changed)
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

  private static func escaped(_ cell: String) -> String {
    guard cell.utf8.contains(where: { escapes.contains($0) }) else { return cell }
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
