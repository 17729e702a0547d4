// SPDX-License-Identifier: Apache-2.0

/// A half-open range of UTF-8 bytes of a source text.
public struct SourceRange: Hashable, Sendable, Codable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// Makes a range from two byte offsets.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}

/// A place in a source text as people count: line and column, both from 1.
public struct SourcePosition: Hashable, Sendable, Codable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
}
