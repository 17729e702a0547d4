// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer with a line for each value and a blank line between rows.
///
///     ref:   A.5.2
///     title: Roles and responsibilities
///
/// Wide rows are read whole, and a screen reader speaks each value with its name.
/// What a terminal would obey is escaped.
public struct LineWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes an answer.
  ///
  /// - Parameter result: The answer.
  /// - Returns: The text; empty for an answer without rows.
  /// - Complexity: O(cells).
  public func render(_ result: QueryResult) -> String {
    let titles = result.columns.map { Sanitizer.line($0.title) + ":" }
    let width = titles.map(DisplayWidth.of).max() ?? 0
    let heads = titles.map { $0 + String(repeating: " ", count: width - DisplayWidth.of($0) + 1) }
    return (0..<result.rowCount).map { index in
      zip(heads, result.row(index)).map { head, value in
        head + Sanitizer.line(value?.description ?? "-") + "\n"
      }.joined()
    }.joined(separator: "\n")
  }
}
