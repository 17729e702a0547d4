// SPDX-License-Identifier: Apache-2.0

import Remit

/// Some rows of an answer as text, column by column in one buffer: what writers that go
/// through large answers work on.
struct CellBlock {
  /// The rows of the answer.
  let rows: Range<Int>
  /// How many columns there are.
  let columns: Int
  /// The UTF-8 of all cells.
  private(set) var bytes: [UInt8] = []
  /// Where the text of each cell ends, and the one after it starts.
  private var ends: [Int] = [0]
  private var kinds: [CellTexts.Kind] = []

  /// How many rows a block has: its buffers stay in the cache.
  private static let size = 1024

  private init(_ result: QueryResult, _ rows: Range<Int>, _ listSeparator: String) {
    self.rows = rows
    columns = result.columns.count
    for column in result.columns.indices {
      let texts = result.texts(ofColumn: column, rows: rows, listSeparator: listSeparator)
      let start = bytes.count
      bytes += texts.bytes
      ends += texts.ends.map { start &+ $0 }
      kinds += texts.kinds
    }
  }

  /// Goes through an answer, block by block.
  static func each(
    of result: QueryResult, listSeparator: String, _ body: (CellBlock) -> Void
  ) {
    for start in stride(from: 0, to: result.rowCount, by: size) {
      let rows = start..<min(start + size, result.rowCount)
      body(CellBlock(result, rows, listSeparator))
    }
  }

  /// Where the text of a cell lies; the row is counted from the first of the block.
  func range(_ row: Int, _ column: Int) -> Range<Int> {
    let cell = column &* rows.count &+ row
    return ends[cell]..<ends[cell &+ 1]
  }

  func kind(_ row: Int, _ column: Int) -> CellTexts.Kind { kinds[column &* rows.count &+ row] }

  /// The text of a cell.
  func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes[range(row, column)], as: UTF8.self)
  }

  /// Whether no cell has a control character, nor a byte that is given.
  ///
  /// One look at the whole block, without a branch for each byte.
  func isFree(of byte: UInt8) -> Bool {
    var found: UInt8 = 0
    for other in bytes { found |= other < 0x20 || other == byte ? 1 : 0 }
    return found == 0
  }

  /// Adds the text of a cell to a buffer.
  func append(_ row: Int, _ column: Int, to buffer: inout [UInt8]) {
    for place in range(row, column) { buffer.append(bytes[place]) }
  }

  /// Adds the text of a cell to a buffer, if none of its bytes is special.
  ///
  /// - Returns: Whether it was added.
  func append(_ row: Int, _ column: Int, unless special: ByteSet, to buffer: inout [UInt8]) -> Bool
  {
    let range = range(row, column)
    let start = buffer.count
    for place in range {
      let byte = bytes[place]
      guard !special.contains(byte) else {
        buffer.removeLast(buffer.count &- start)
        return false
      }
      buffer.append(byte)
    }
    return true
  }
}

/// A set of bytes.
struct ByteSet {
  private let isMember: [Bool]

  init(_ isMember: (UInt8) -> Bool) { self.isMember = (0...UInt8.max).map(isMember) }

  func contains(_ byte: UInt8) -> Bool { isMember[Int(byte)] }
}
