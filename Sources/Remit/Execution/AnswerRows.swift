// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// An answer without what is said about it.
struct AnswerTable {
  var columns: [QueryResult.Column]
  var rows: AnswerRows
}

/// The rows of an answer: values, or columns from which they are made when they
/// are first read.
enum AnswerRows: Sendable {
  case made([[Value?]])
  case columns(LazyRows)

  /// Makes rows of columns.
  init(_ columns: [AnswerColumn], count: Int) {
    self = .columns(LazyRows(columns, count: count))
  }

  /// The number of rows.
  var count: Int {
    switch self {
    case .made(let rows): rows.count
    case .columns(let rows): rows.count
    }
  }

  /// One value or none per column, for each row.
  var all: [[Value?]] {
    switch self {
    case .made(let rows): rows
    case .columns(let rows): rows.all
    }
  }

  /// The values of one row.
  subscript(row: Int) -> [Value?] {
    switch self {
    case .made(let rows): rows[row]
    case .columns(let rows): rows[row]
    }
  }

  /// The value of a cell.
  func value(row: Int, column: Int) -> Value? {
    switch self {
    case .made(let rows): rows[row][column]
    case .columns(let rows): rows.columns[column].value(at: row)
    }
  }

  /// The first rows.
  func prefix(_ limit: Int?) -> AnswerRows {
    guard let limit, limit < count else { return self }
    return picked(Array(0..<limit))
  }

  /// The rows at some places, in their order.
  func picked(_ places: [Int]) -> AnswerRows {
    switch self {
    case .made(let rows): .made(places.map { rows[$0] })
    case .columns(let rows):
      AnswerRows(rows.columns.map { $0.picked(places) }, count: places.count)
    }
  }

  /// The rows that differ in the first columns from all before them.
  func distinct(byFirst width: Int) -> AnswerRows {
    var first: [Int] = []
    // Groups are numbered as they are met.
    for (row, group) in groups(byFirst: width).enumerated() where group == first.count {
      first.append(row)
    }
    return first.count < count ? picked(first) : self
  }

  /// For each row the number of its group: rows that are alike in the first
  /// columns are one group.
  ///
  /// Groups are numbered in the order in which they are met.
  func groups(byFirst width: Int) -> [Int] {
    let columns: [AnswerColumn] =
      switch self {
      case .columns(let rows): Array(rows.columns.prefix(width))
      case .made(let rows): (0..<width).map { column in .values(rows.map { $0[column] }) }
      }
    var groups = [Int](repeating: 0, count: count)
    for column in columns {
      var numbers: [UInt64: Int] = [:]
      for (row, code) in column.codes(count: count).enumerated() {
        let key = UInt64(truncatingIfNeeded: groups[row]) << 32 | UInt64(code)
        let next = numbers.count
        let number = numbers[key] ?? next
        if number == next { numbers[key] = next }
        groups[row] = number
      }
    }
    return groups
  }
}

/// The rows of some columns.
final class LazyRows: Sendable {
  let columns: [AnswerColumn]
  /// The number of rows.
  let count: Int
  private let made = Mutex<[[Value?]]?>(nil)

  /// Makes rows of columns that have so many values each.
  init(_ columns: [AnswerColumn], count: Int) {
    self.columns = columns
    self.count = count
  }

  /// All rows, which are kept once they have been made.
  var all: [[Value?]] {
    made.withLock { made in
      if let made { return made }
      let rows = (0..<count).map { self[$0] }
      made = rows
      return rows
    }
  }

  subscript(row: Int) -> [Value?] { columns.map { $0.value(at: row) } }
}
