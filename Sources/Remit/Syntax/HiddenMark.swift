// SPDX-License-Identifier: Apache-2.0

/// What a text can have that would not be seen within quotes: it is written as a word
/// between two of them, `"Head of IT" newline "Leeds"`.
enum HiddenMark: String, CaseIterable {
  /// The end of a line.
  case newline
  /// What moves on to the next column.
  case tab
  /// What some files have before the end of a line.
  case cr

  /// The character it stands for.
  var scalar: Unicode.Scalar {
    switch self {
    case .newline: "\n"
    case .tab: "\t"
    case .cr: "\r"
    }
  }

  /// The mark of a character, if it is one.
  init?(_ scalar: Unicode.Scalar) {
    guard let mark = HiddenMark.allCases.first(where: { $0.scalar == scalar }) else { return nil }
    self = mark
  }

  /// A text in quotes, with each of its own written twice and its marks as words.
  static func quoted(_ text: String) -> String {
    var result = "\""
    var isBehindMark = false
    for scalar in text.unicodeScalars {
      guard let mark = HiddenMark(scalar) else {
        result.unicodeScalars.append(scalar)
        if scalar == "\"" { result += "\"" }
        isBehindMark = false
        continue
      }
      // Nothing stands between two marks, not even quotes.
      if isBehindMark { result.removeLast() } else { result += "\" " }
      result += "\(mark.rawValue) \""
      isBehindMark = true
    }
    return result + "\""
  }
}
