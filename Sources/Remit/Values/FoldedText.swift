// SPDX-License-Identifier: Apache-2.0

/// Text without regard to capitals and accents, for tests of a part of a text.
///
/// `contains text "zielinski"` finds `Zieliński`: who looks for a part types what
/// a keyboard has. Letters of the Latin and Greek scripts lose their marks; those
/// of other scripts, where a mark makes another letter, keep theirs.
enum FoldedText {
  /// The text in small letters without marks.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func folded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.lowercased() }
    var result = ""
    for scalar in text.lowercased().unicodeScalars where !marks.contains(scalar.value) {
      if let base = bases[scalar] {
        result += base
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Marks that stand behind the letter they belong to.
  private static let marks: ClosedRange<UInt32> = 0x0300...0x036F

  /// The small letters with marks, and what they are without.
  ///
  /// The standard library has no decomposition, but knows that a letter and its
  /// marks equal the one scalar for both; letters with two marks are found from
  /// those with one.
  private static let bases: [Unicode.Scalar: String] = {
    var composed: [Character: [Unicode.Scalar]] = [:]
    for range: ClosedRange<UInt32> in [0x00DF...0x024F, 0x0390...0x03CE, 0x1E00...0x1FFF] {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        composed[Character(scalar), default: []].append(scalar)
      }
    }
    var found: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ς": "σ",
    ]
    let plain = (0x61...0x7A).map { UInt32($0) } + (0x03B1...0x03C9).map { UInt32($0) }
    var open = plain.compactMap(Unicode.Scalar.init).map { ($0, String(Character($0))) }
    while let (letter, base) = open.popLast() {
      for mark in marks.compactMap(Unicode.Scalar.init) {
        var both = String(Character(letter))
        both.unicodeScalars.append(mark)
        guard both.count == 1 else { continue }
        for one in composed[Character(both)] ?? [] where found[one] == nil {
          found[one] = base
          open.append((one, base))
        }
      }
    }
    return found
  }()
}
