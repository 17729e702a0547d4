// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer as one JSON array of objects, keyed by column.
///
///     [
///       {"control": "A.5.2", "owners": ["Ann Lee", "Bob"], "open risks": 3},
///       {"control": "A.5.3", "owners": null, "open risks": 0}
///     ]
///
/// Numbers and flags are bare, days and durations are text, lists are arrays
/// and missing values are `null`. Of two columns with one title the second is
/// keyed with a number: `owner`, `owner 2`.
///
/// - SeeAlso: RFC 8259, The JavaScript Object Notation Data Interchange Format.
public struct JSONWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes an answer.
  ///
  /// - Parameter result: The answer.
  /// - Returns: The text.
  public func render(_ result: QueryResult) -> String {
    guard !result.isEmpty else { return "[]\n" }
    var bytes = Array("[\n".utf8)
    JSONText.append(
      objectsOf: result, startingWith: "  ", separatedBy: ",\n", to: &bytes)
    bytes += "\n]\n".utf8
    return String(decoding: bytes, as: UTF8.self)
  }
}
