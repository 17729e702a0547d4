// SPDX-License-Identifier: Apache-2.0

/// Reads the cells of a column as values of one type.
///
/// What was read once is remembered, except texts, numbers and days: a column
/// has few distinct durations and choices.
struct CellReader {
  private let type: ValueType
  private var seen = TextDictionary()
  private var values: [Value?] = []
  /// How many distinct cells are remembered.
  private static let memory = 1 << 16

  /// Makes a reader of values of a type.
  init(type: ValueType) { self.type = type }

  /// The value of a cell that is not empty, or `nil` if it has none of the type.
  mutating func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    func read() -> Value? { type.value(from: String(decoding: cell, as: UTF8.self)) }
    switch type {
    case .text: return read()
    case .number: return CellReader.number(cell).map(Value.number)
    case .date: return CellReader.day(cell).map(Value.day)
    case .duration, .flag, .enumeration, .levels:
      if let code = seen.code(ofComposed: cell) { return values[Int(code)] }
      let value = read()
      if values.count < CellReader.memory, seen.intern(composed: cell) != nil {
        values.append(value)
      }
      return value
    }
  }

  /// The number a cell holds.
  static func number(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    guard cell.count <= mostExactDigits, cell.allSatisfy({ $0 &- 48 < 10 }) else {
      let value = ValueType.number.value(from: String(decoding: cell, as: UTF8.self))
      if case .number(let number)? = value { return number }
      return nil
    }
    return Double(cell.reduce(0) { $0 &* 10 &+ Int($1 &- 48) })
  }

  /// How many digits a number may have to be exact whatever they are.
  private static let mostExactDigits = 15

  /// The day written as `2026-06-30`.
  static func day(_ cell: UnsafeBufferPointer<UInt8>) -> Day? {
    guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else {
      return nil
    }
    var digits = 0
    for (place, byte) in cell.enumerated() where place != 4 && place != 7 {
      guard byte &- 48 < 10 else { return nil }
      digits = digits * 10 + Int(byte - 48)
    }
    return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }
}
