// SPDX-License-Identifier: Apache-2.0

/// A table of text cells read from a data file.
///
/// All cells lie after one another, row by row, in one buffer of UTF-8, so a
/// table of a million rows is four arrays and no strings.
///
///     let table = DataTable(
///       name: "people.csv", columns: ["name"], bytes: Array("AnnBob".utf8),
///       ends: [3, 6], lines: [2, 3])
///     table.cell(row: 1, column: 0)  // "Bob"
public struct DataTable: Sendable {
  /// The file's name, for messages and as the source of facts.
  public var name: String
  /// The header.
  public var columns: [String]
  /// All cells after one another, row by row, in valid UTF-8.
  public var bytes: [UInt8]
  /// The end of each cell in `bytes`, row by row; a row has `columns.count` cells.
  public var ends: [UInt32]
  /// The line each row starts on, from 1.
  public var lines: [UInt32]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - columns: The header.
  ///   - bytes: All cells after one another, row by row.
  ///   - ends: The end of each cell in `bytes`, `columns.count` for each row.
  ///   - lines: The line each row starts on.
  public init(
    name: String,
    columns: [String],
    bytes: [UInt8],
    ends: [UInt32],
    lines: [UInt32]
  ) {
    self.name = name
    self.columns = columns
    self.bytes = bytes
    self.ends = ends
    self.lines = lines
  }

  /// A heading as a declared word: lower case, `_` as a blank, one blank between.
  package static func word(ofHeading heading: String) -> String {
    heading.lowercased().split { $0 == " " || $0 == "_" || $0 == "\u{A0}" }
      .joined(separator: " ")
  }

  /// The number of rows, the header not counted.
  public var rowCount: Int { lines.count }

  /// The cell's text, trimmed of blanks and no-break spaces; empty if there is
  /// nothing, also in a row or column beyond the table.
  ///
  /// - Parameters:
  ///   - row: The row, from 0.
  ///   - column: The column, from 0.
  /// - Returns: The text.
  public func cell(row: Int, column: Int) -> String {
    String(decoding: bytes[range(row: row, column: column)], as: UTF8.self)
  }

  /// Where the trimmed cell lies in ``bytes``.
  func range(row: Int, column: Int) -> Range<Int> {
    guard lines.indices.contains(row), columns.indices.contains(column) else { return 0..<0 }
    let place = row * columns.count + column
    guard place < ends.count else { return 0..<0 }
    let end = min(Int(ends[place]), bytes.count)
    let start = place == 0 ? 0 : min(Int(ends[place - 1]), end)
    return bytes.withUnsafeBufferPointer { DataTable.trimmed(start..<end, of: $0) }
  }

  /// A range of a text without the blanks and no-break spaces at its ends.
  static func trimmed(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if text[start] == 0x20 || text[start] == 0x09 {
        start += 1
      } else if end - start >= 2, text[start] == 0xC2, text[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if text[end - 1] == 0x20 || text[end - 1] == 0x09 {
        end -= 1
      } else if end - start >= 2, text[end - 1] == 0xA0, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}
