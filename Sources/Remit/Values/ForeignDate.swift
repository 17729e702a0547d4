// SPDX-License-Identifier: Apache-2.0

/// Dates as they are written in letters and spreadsheets, for suggestions: `30
/// June 2025`, `June 30, 2025`, `30.06.2025`, `06/30/2025`.
enum ForeignDate {
  /// The days that a text can mean; two where the month could be the first
  /// number or the second.
  static func days(_ text: some StringProtocol) -> [Day] {
    let parts = text.lowercased().split { " /.,-".contains($0) }.map(String.init)
    guard parts.count == 3, let year = Int(parts[2]), parts[2].count == 4 else { return [] }
    let numbers = parts[..<2].map { part in
      Int(part) ?? Int(part.prefix { "0"..."9" ~= $0 }) ?? 0
    }
    let months = parts[..<2].map(month)
    let days: [Day?]
    if let month = months[1] {
      days = [Day(year: year, month: month, day: numbers[0])]
    } else if let month = months[0] {
      days = [Day(year: year, month: month, day: numbers[1])]
    } else {
      days = [
        Day(year: year, month: numbers[1], day: numbers[0]),
        Day(year: year, month: numbers[0], day: numbers[1]),
      ]
    }
    return days.compactMap { $0 }.removingRepetitions { _ in false }
  }

  /// The month that a word names, in full or by its first three letters.
  static func month(_ word: String) -> Int? {
    guard word.count > 2 else { return nil }
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
