// SPDX-License-Identifier: Apache-2.0

/// A month of a year, written `2026-03`.
struct Month: Hashable, Sendable {
  let first: Day
  let last: Day

  /// Reads a month; `nil` when the text has another form or names no month of
  /// the years 1 to 9999.
  init?(_ text: String) {
    guard let first = Day(text + "-01") else { return nil }
    let (year, month, _) = first.components
    let length = Day.length(ofMonth: month, year: year)
    guard let last = Day(year: year, month: month, day: length) else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// Whether a text is meant as a month, be there such a month or not:
  /// `2026-13` and `2026-3` are.
  static func isMeant(by text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, (1...2).contains(parts[1].count) else {
      return false
    }
    return parts.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
  }
}

extension Month: CustomStringConvertible {
  var description: String { String(first.description.dropLast(3)) }
}
