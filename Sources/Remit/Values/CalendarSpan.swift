// SPDX-License-Identifier: Apache-2.0

/// A whole week, month, quarter or year of the calendar, counted from the one
/// that today is in: `this month`, `last quarter`.
struct CalendarSpan: Hashable, Sendable {
  /// How a span is told from the one that today is in.
  enum Turn: String, CaseIterable, Sendable {
    case last, this, next

    fileprivate var offset: Int32 {
      switch self {
      case .last: -1
      case .this: 0
      case .next: 1
      }
    }
  }

  var turn: Turn
  /// Not days.
  var unit: Period.Unit

  /// The first or the last day; `nil` outside the years 1 to 9999.
  func day(_ isLast: Bool, on today: Day) -> Day? {
    guard isLast else { return first(turn.offset, on: today) }
    return first(turn.offset + 1, on: today)?.adding(Period(days: -1))
  }

  /// The first day of the span so many spans after the one that a day is in.
  private func first(_ offset: Int32, on today: Day) -> Day? {
    let (year, month, _) = today.components
    let start =
      switch unit {
      case .days: today
      case .weeks: Day(number: today.number - Int32(today.weekday))
      case .months: Day(year: year, month: month, day: 1)
      case .quarters: Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
      case .years: Day(year: year, month: 1, day: 1)
      }
    return Period(count: offset, unit: unit).flatMap { start?.adding($0) }
  }
}

extension CalendarSpan: CustomStringConvertible {
  var description: String { "\(turn.rawValue) \(unit.rawValue.dropLast())" }
}
