// SPDX-License-Identifier: Apache-2.0

/// The cells of one column of a table, for a loop over many rows.
struct TableCells {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ends: UnsafeBufferPointer<UInt32>
  private let column: Int
  private let columnCount: Int
  /// How many rows have a cell in the column.
  private let rows: Int

  fileprivate init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<UInt32>, column: Int,
    columnCount: Int, rows: Int
  ) {
    (self.bytes, self.ends, self.column, self.columnCount) = (bytes, ends, column, columnCount)
    self.rows = column < 0 || column >= columnCount ? 0 : rows
  }

  /// The trimmed cell of a row, as ``DataTable/range(row:column:)`` finds it.
  subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
    let range = range(row)
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Where the trimmed cell of a row lies.
  func range(_ row: Int) -> Range<Int> {
    guard row >= 0, row < rows else { return 0..<0 }
    let place = row &* columnCount &+ column
    guard place < ends.count else { return 0..<0 }
    let end = min(Int(ends[place]), bytes.count)
    let start = place == 0 ? 0 : min(Int(ends[place &- 1]), end)
    guard start < end else { return start..<end }
    // Most cells begin and end with a byte that is never trimmed.
    let (first, last) = (bytes[start], bytes[end &- 1])
    if first > 0x20, first != 0xC2, last > 0x20, last != 0xA0 { return start..<end }
    return DataTable.trimmed(start..<end, of: bytes)
  }
}

extension DataTable {
  /// Calls a closure with the cells of a column.
  func withCells<R>(of column: Int, _ body: (TableCells) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        body(
          TableCells(bytes, ends, column: column, columnCount: columns.count, rows: rowCount))
      }
    }
  }

  /// Whether all cells are ASCII.
  var isASCII: Bool {
    bytes.withUnsafeBytes { raw in
      var seen: UInt64 = 0
      var place = 0
      while place + 8 <= raw.count {
        seen |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        place += 8
      }
      var rest: UInt8 = 0
      while place < raw.count {
        rest |= raw[place]
        place += 1
      }
      return seen & 0x8080_8080_8080_8080 == 0 && rest < 0x80
    }
  }
}
