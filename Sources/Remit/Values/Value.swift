// SPDX-License-Identifier: Apache-2.0

/// A value of an attribute, a term or a cell of an answer.
///
/// There is no null: a missing value is the absence of a `Value`.
public enum Value: Hashable, Sendable {
  /// Text, in Unicode normalisation form C when it was loaded.
  case text(String)
  /// A number; whole numbers are exact up to 2^53.
  case number(Double)
  /// A calendar day.
  case day(Day)
  /// A length of time.
  case period(Period)
  /// A flag.
  case flag(Bool)
  /// One of the declared values of an enumeration or an ordered level.
  ///
  /// `rank` is the place in the declaration, from 0: the order of levels.
  case choice(String, rank: Int)
  /// Several values in one cell, such as the owners of a control.
  case list([Value])
}

extension Value: CustomStringConvertible {
  /// The value as a person reads it: `3`, `2026-06-30`, `secret`, `yes`.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): Value.describe(number)
    case .day(let day): day.description
    case .period(let period): period.description
    case .flag(let flag): flag ? "yes" : "no"
    case .choice(let name, _): name
    case .list(let values): values.map(\.description).joined(separator: ", ")
    }
  }

  /// A number without a needless fraction and without noise in the last digits.
  private static func describe(_ number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    let scaled = (number * 1e9).rounded() / 1e9
    return scaled.isFinite ? "\(scaled)" : "\(number)"
  }
}

extension Value {
  /// Compares two values of one type.
  ///
  /// Text compares in natural order, choices by rank, flags no before yes.
  ///
  /// - Returns: A negative number, zero or a positive number; values of two
  ///   types are ordered by type, so that sorting is always total.
  static func order(_ lhs: Value, _ rhs: Value) -> Int {
    func compare<T: Comparable>(_ lhs: T, _ rhs: T) -> Int { lhs < rhs ? -1 : lhs > rhs ? 1 : 0 }
    switch (lhs, rhs) {
    case (.text(let lhs), .text(let rhs)): return NaturalOrder.compare(lhs, rhs)
    case (.number(let lhs), .number(let rhs)): return compare(lhs, rhs)
    case (.day(let lhs), .day(let rhs)): return compare(lhs, rhs)
    case (.period(let lhs), .period(let rhs)):
      return compare(lhs.approximateDays, rhs.approximateDays)
    case (.flag(let lhs), .flag(let rhs)): return compare(lhs ? 1 : 0, rhs ? 1 : 0)
    case (.choice(let lhs, let left), .choice(let rhs, let right)):
      return left == right ? NaturalOrder.compare(lhs, rhs) : compare(left, right)
    case (.list(let lhs), .list(let rhs)):
      for (left, right) in zip(lhs, rhs) {
        let order = order(left, right)
        if order != 0 { return order }
      }
      return compare(lhs.count, rhs.count)
    default: return compare(lhs.typeRank, rhs.typeRank)
    }
  }

  private var typeRank: Int {
    switch self {
    case .text: 0
    case .number: 1
    case .day: 2
    case .period: 3
    case .flag: 4
    case .choice: 5
    case .list: 6
    }
  }
}

extension Period {
  /// The length in days, a month counted as 30.436875, to order periods.
  var approximateDays: Double { Double(months) * 30.436875 + Double(days) }
}
