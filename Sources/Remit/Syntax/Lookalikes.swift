// SPDX-License-Identifier: Apache-2.0

/// Letters that look like Latin ones and are others: a word with one of them among Latin
/// letters is read by people as another word than by the lexer.
///
/// - SeeAlso: Unicode Technical Standard #39, *Unicode Security Mechanisms*.
enum Lookalikes {
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s",
    "ј": "j", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ԍ": "g",
    "ο": "o", "ν": "v", "ι": "i", "α": "a", "ρ": "p", "υ": "u", "γ": "y",
    "օ": "o", "ո": "n", "ս": "u", "հ": "h",
  ]

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // Full-width letters are Latin ones in another width.
    if (0xFF41...0xFF5A).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
    return latin[scalar]
  }

  /// The word as it looks; `nil` if it has no letter that looks like a Latin one, or no
  /// Latin letter beside it, as words of other languages have none.
  static func latin(_ word: String) -> String? {
    guard word.utf8.contains(where: { $0 >= 0x80 }),
      word.utf8.contains(where: { ($0 | 32) &- 97 < 26 })
    else { return nil }
    var hasOther = false
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if let other = letter(scalar) {
        hasOther = true
        result.append(other)
      } else {
        result.append(scalar)
      }
    }
    return hasOther ? String(result) : nil
  }

  /// Which letter it is: `'о' in it is the Cyrillic letter U+043E`; `nil` if there is none.
  static func note(on word: String) -> String? {
    guard latin(word) != nil, let scalar = word.unicodeScalars.first(where: { letter($0) != nil })
    else { return nil }
    let script =
      switch scalar.value {
      case 0x370...0x3FF: "the Greek letter"
      case 0x400...0x52F: "the Cyrillic letter"
      case 0x530...0x58F: "the Armenian letter"
      default: "the wide letter"
      }
    return "'\(scalar)' in it is \(script) \(scalar.codePoint)"
  }
}
