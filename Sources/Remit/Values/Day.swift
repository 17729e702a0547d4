// SPDX-License-Identifier: Apache-2.0

/// A calendar day, without a time of day and without a time zone.
///
/// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, so
/// comparing two days is comparing two numbers.
///
///     Day(year: 2026, month: 6, day: 30)?.description  // "2026-06-30"
///
/// - SeeAlso: ISO 8601-1:2019, calendar dates; H. Hinnant, "chrono-Compatible
///   Low-Level Date Algorithms".
public struct Day: Hashable, Comparable, Sendable {
  /// The number of days since 1970-01-01; negative before it.
  public let number: Int32

  /// The first day that can be written, 0001-01-01.
  public static let earliest = Day(number: -719_162)
  /// The last day that can be written, 9999-12-31.
  public static let latest = Day(number: 2_932_896)

  /// Makes a day from its number.
  ///
  /// - Parameter number: Days since 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// Makes a day from year, month and day of month; `nil` when there is no such
  /// day in the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.number = Day.number(year: year, month: month, day: day)
  }

  /// Reads a day written as `2026-06-30`; `nil` when the text has another form
  /// or names no day.
  ///
  /// - Parameter text: Exactly four, two and two digits with hyphens.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Tells whether `lhs` is the earlier day.
  public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

  /// Year, month and day of month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The day of the week, 0 for Monday.
  var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

  /// Returns the day a period later, or earlier for a negative period.
  ///
  /// Months are added first and clamp to the end of a shorter month; then days.
  ///
  /// - Parameter period: Months and days, of either sign.
  /// - Returns: `nil` when the result lies outside the years 1 to 9999.
  public func adding(_ period: Period) -> Day? {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + Int(period.months)
    guard months >= 12, months < 120_000 else { return nil }
    let newYear = months / 12
    let newMonth = months % 12 + 1
    let clamped = min(day, Day.length(ofMonth: newMonth, year: newYear))
    let sum = Int(Day.number(year: newYear, month: newMonth, day: clamped)) + Int(period.days)
    guard sum >= Int(Day.earliest.number), sum <= Int(Day.latest.number) else { return nil }
    return Day(number: Int32(sum))
  }

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `2026-06-30`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A length of time in calendar months and days, such as `1 year` or `30 days`.
public struct Period: Hashable, Sendable, Codable {
  /// Calendar months; a quarter is three, a year twelve.
  public var months: Int32
  /// Days; a week is seven.
  public var days: Int32

  /// Makes a period of months and days.
  public init(months: Int32 = 0, days: Int32 = 0) {
    self.months = months
    self.days = days
  }

  /// The period of the same length in the other direction.
  ///
  /// Saturates, so that no written period can overflow.
  public var negated: Period { Period(months: 0 &- months, days: 0 &- days) }

  /// Reads a period written as `30 days`, `6 months`, `1 year` or `2 weeks`;
  /// `nil` when the text has another form or the number is too large.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int32(parts[0]),
      let unit = Unit(word: parts[1]), let period = Period(count: count, unit: unit)
    else { return nil }
    self = period
  }

  /// Makes a period of a number of units; `nil` beyond ten thousand years.
  init?(count: Int32, unit: Unit) {
    let (product, overflow) = count.multipliedReportingOverflow(by: unit.size)
    guard !overflow, abs(Int(product)) <= (unit.isMonths ? 120_000 : 3_652_500) else { return nil }
    self = unit.isMonths ? Period(months: product) : Period(days: product)
  }

  /// A unit a period is written in.
  enum Unit: String, CaseIterable {
    case days, weeks, months, quarters, years

    /// The unit a word names, singular or plural.
    init?(word: some StringProtocol) {
      guard
        let unit = Unit.allCases.first(where: {
          $0.rawValue == word || $0.rawValue.dropLast() == word
        })
      else { return nil }
      self = unit
    }

    var isMonths: Bool { self == .months || self == .quarters || self == .years }

    /// How many months or days make one.
    var size: Int32 {
      switch self {
      case .days, .months: 1
      case .weeks: 7
      case .quarters: 3
      case .years: 12
      }
    }
  }
}

extension Period: CustomStringConvertible {
  /// The period in words, `1 year`, `18 months`, `2 months 3 days`.
  public var description: String {
    func phrase(_ count: Int32, _ unit: String) -> String {
      "\(count) \(unit)\(abs(Int(count)) == 1 ? "" : "s")"
    }
    var parts: [String] = []
    if months != 0 {
      parts.append(months % 12 == 0 ? phrase(months / 12, "year") : phrase(months, "month"))
    }
    if days != 0 || months == 0 { parts.append(phrase(days, "day")) }
    return parts.joined(separator: " ")
  }
}
