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
      append(Block(result, rows), &bytes, &changed)
    }
    return RenderedResult(
      text: String(decoding: bytes, as: UTF8.self), neutralizedCells: changed)
  }

  private static let tab: UInt8 = 0x09
  private static let lineFeed: UInt8 = 0x0A
  /// How many rows are written at a time.
  private static let block = 1024

  /// The cells of some rows, column by column, in one buffer.
  private struct Block {
    let rows: Int
    let columns: Int
    /// The UTF-8 of all cells.
    var bytes: [UInt8] = []
    /// Where the text of each cell ends, and the one after it starts.
    var ends: [Int] = [0]
    var isNumber: [Bool] = []
    /// Whether a cell has a byte that cannot be written as it is.
    let needsEscapes: Bool

    init(_ result: QueryResult, _ range: Range<Int>) {
      (rows, columns) = (range.count, result.columns.count)
      for column in result.columns.indices {
        let texts = result.texts(
          ofColumn: column, rows: range, listSeparator: PlainCell.listSeparator)
        let start = bytes.count
        bytes += texts.bytes
        ends += texts.ends.map { start &+ $0 }
        isNumber += texts.isNumber
      }
      var found: UInt8 = 0
      for byte in bytes { found |= byte < 0x20 || byte == 0x5C ? 1 : 0 }
      needsEscapes = found != 0
    }
  }

  private func append(_ block: Block, _ bytes: inout [UInt8], _ changed: inout Int) {
    let (texts, ends) = (block.bytes, block.ends)
    for row in 0..<block.rows {
      for column in 0..<block.columns {
        if column > 0 { bytes.append(TSVWriter.tab) }
        let cell = column &* block.rows &+ row
        let (start, end) = (ends[cell], ends[cell &+ 1])
        guard start < end else { continue }
        if !block.needsEscapes, TSVWriter.isWordByte(texts[start]) {
          for place in start..<end { bytes.append(texts[place]) }
        } else {
          append(
            String(decoding: texts[start..<end], as: UTF8.self), isNumber: block.isNumber[cell],
            &bytes, &changed)
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

  /// Whether a text that begins with a byte is no formula, as is seen at once.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
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
