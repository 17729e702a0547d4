// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer as comma-separated values.
///
///     control,owners
///     A.5.2,Ann Lee; Bob
///     "A.5.3, part 2",
///
/// Cells with commas, quotes or line breaks are quoted as RFC 4180 says; lines
/// end in LF. Lists are written with `; ` between their values, as
/// ``CSVReader`` and `load` read them. A cell that a spreadsheet would run as a
/// formula gets a `'` before it.
public struct CSVWriter: Sendable {
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
      if place > 0 { bytes.append(CSVWriter.comma) }
      append(column.title, isNumber: false, &bytes, &changed)
    }
    bytes.append(CSVWriter.lineFeed)
    CellBlock.each(of: result, listSeparator: PlainCell.listSeparator) { block in
      append(block, &bytes, &changed)
    }
    return RenderedResult(
      text: String(decoding: bytes, as: UTF8.self), neutralizedCells: changed)
  }

  private static let comma: UInt8 = 0x2C
  private static let lineFeed: UInt8 = 0x0A
  /// What may have to be quoted: a blank is so at the ends of a cell.
  private static let quotes = ByteSet { [0x0A, 0x0D, 0x20, 0x22, 0x2C].contains($0) }

  private func append(_ block: CellBlock, _ bytes: inout [UInt8], _ changed: inout Int) {
    let quotes = CSVWriter.quotes
    for row in 0..<block.rows.count {
      for column in 0..<block.columns {
        if column > 0 { bytes.append(CSVWriter.comma) }
        if PlainCell.isNoFormula(block, row, column),
          block.append(row, column, unless: quotes, to: &bytes)
        {
          continue
        }
        append(
          block.text(row, column), isNumber: block.kind(row, column) == .number, &bytes, &changed)
      }
      bytes.append(CSVWriter.lineFeed)
    }
  }

  private func append(
    _ cell: String, isNumber: Bool, _ bytes: inout [UInt8], _ changed: inout Int
  ) {
    let cell = keepsFormulas || isNumber ? cell : PlainCell.guarded(cell, &changed)
    bytes.append(contentsOf: CSVWriter.quoted(cell).utf8)
  }

  private static func quoted(_ cell: String) -> String {
    let hasSpecial = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard hasSpecial || cell.hasPrefix(" ") || cell.hasSuffix(" ") else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
