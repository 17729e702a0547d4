// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer as an HTML table, to be put into a page.
///
/// All text is escaped. For a whole page there is `remit report`.
public struct HTMLTableWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes an answer.
  ///
  /// - Parameter result: The answer.
  /// - Returns: The `table` element, ended by a line feed.
  /// - Complexity: O(cells).
  public func render(_ result: QueryResult) -> String {
    func row(_ cells: [String]) -> String { "<tr>" + cells.joined() + "</tr>\n" }
    let heads = result.columns.map { "<th scope=\"col\">\(HTMLText.escaped($0.title))</th>" }
    let rows = (0..<result.rowCount).map { index in
      row(
        zip(result.columns, result.row(index)).map { column, value in
          let style = column.isNumeric ? " style=\"text-align: right\"" : ""
          return "<td\(style)>\(HTMLText.escaped(value?.description ?? ""))</td>"
        })
    }
    return "<table>\n<thead>\n\(row(heads))</thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }
}
