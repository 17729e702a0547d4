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
    func guarded(_ value: Value?) -> String {
      keepsFormulas ? PlainCell.text(of: value) : PlainCell.guarded(value, &changed)
    }
    var text = ""
    let header: [Value?] = result.columns.map { .text($0.title) }
    for row in [header] + result.rows {
      text += row.map { TSVWriter.escaped(guarded($0)) }.joined(separator: "\t")
      text += "\n"
    }
    return RenderedResult(text: text, neutralizedCells: changed)
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
