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
    var text = ""
    var changed = 0
    func append(_ cells: [String]) {
      text += cells.map(CSVWriter.quoted).joined(separator: ",")
      text += "\n"
    }
    func guarded(_ value: Value?) -> String {
      keepsFormulas ? PlainCell.text(of: value) : PlainCell.guarded(value, &changed)
    }
    append(result.columns.map { guarded(.text($0.title)) })
    for row in result.rows { append(row.map(guarded)) }
    return RenderedResult(text: text, neutralizedCells: changed)
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
