// SPDX-License-Identifier: Apache-2.0

/// How the days in a data file are written: `DD.MM.YYYY`, `M/D/YYYY`, `D MMM YYYY`.
///
/// `D` is the day and `M` the month in one or two digits, `MMM` the month in
/// letters, `YYYY` the year; `h`, `m` and `s` are digits that are passed over, and
/// all else has to stand as it is.
package struct DateForm: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case day, month, monthName, year, digits
    case sign(Character)
  }

  /// The form as it is written.
  package let text: String
  private var parts: [Part] = []

  /// Reads a form; `nil` if it does not have one day, one month and one year of
  /// four digits.
  package init?(_ text: String) {
    self.text = text
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      switch (first, run.count) {
      case ("D", 1...2): parts.append(.day)
      case ("M", 1...2): parts.append(.month)
      case ("M", 3...4): parts.append(.monthName)
      case ("Y", 4): parts.append(.year)
      case ("D", _), ("M", _), ("Y", _): return nil
      case ("h", _), ("m", _), ("s", _): parts.append(.digits)
      default: parts += run.map(Part.sign)
      }
    }
    let months = parts.count { $0 == .month || $0 == .monthName }
    guard months == 1, parts.count(where: { $0 == .day }) == 1,
      parts.count(where: { $0 == .year }) == 1
    else { return nil }
  }

  /// The day that a text means; `2026-06-30` is always read.
  package func day(_ text: some StringProtocol) -> Day? {
    if let day = Day(text) { return day }
    var rest = Substring(text)
    var (year, month, day) = (0, 0, 0)
    func number(_ most: Int) -> Int? {
      let digits = rest.prefix(most).prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return Int(digits)
    }
    for part in parts {
      switch part {
      case .day: day = number(2) ?? 0
      case .month: month = number(2) ?? 0
      case .year: year = number(4) ?? 0
      case .digits: guard number(9) != nil else { return nil }
      case .monthName:
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        month = ForeignDate.month(word.lowercased()) ?? 0
      case .sign(let sign):
        guard rest.first == sign || sign == " " && rest.first == "\u{A0}" else { return nil }
        rest = rest.dropFirst()
      }
    }
    guard rest.isEmpty, year > 999 else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// The forms in which a text is a day, of those in use.
  package static func forms(of text: String) -> [DateForm] {
    usual.filter { $0.day(text) != nil && Day(text) == nil }
  }

  private static let usual = [
    "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "YYYY/MM/DD", "D MMM YYYY",
    "MMM D, YYYY", "D-MMM-YYYY", "DD.MM.YYYY hh:mm", "DD/MM/YYYY hh:mm", "MM/DD/YYYY hh:mm",
    "YYYY-MM-DD hh:mm:ss", "YYYY-MM-DDThh:mm:ss", "YYYY-MM-DDThh:mm:ssZ",
  ].compactMap(DateForm.init)
}
