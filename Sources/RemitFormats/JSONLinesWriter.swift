// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer as one JSON object for each line, keyed by column.
///
///     {"control": "A.5.2", "open risks": 3}
///     {"control": "A.5.3", "open risks": 0}
///
/// Values are written as ``JSONWriter`` does.
public struct JSONLinesWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes an answer.
  ///
  /// - Parameter result: The answer.
  /// - Returns: The text; empty for an answer without rows.
  public func render(_ result: QueryResult) -> String {
    guard !result.isEmpty else { return "" }
    var bytes: [UInt8] = []
    JSONText.append(objectsOf: result, separatedBy: "\n", to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
