// SPDX-License-Identifier: Apache-2.0

/// How many columns of a terminal a text takes.
///
/// The C library's `wcwidth` depends on the locale and on its version, so the
/// shell has its own rules: what UAX #11 calls wide or fullwidth, and emoji, take
/// two columns; combining marks and joiners none; everything else one.
///
///     DisplayWidth.of("Café")   // 4
///     DisplayWidth.of("漢字")    // 4
///     DisplayWidth.of("🇨🇭")     // 2
///
/// - SeeAlso: Unicode Standard Annex #11, East Asian Width; Unicode Technical
///   Standard #51, Unicode Emoji.
package enum DisplayWidth {
  /// Measures a text on one line.
  ///
  /// - Parameter text: Text without control characters; see ``Sanitizer``.
  /// - Returns: The columns it takes.
  /// - Complexity: O(*n*) in the scalars of the text.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(into: 0) { $0 += of($1) }
  }

  /// The beginning of a text that fits into some columns, with a sign that it is one.
  ///
  /// - Parameters:
  ///   - text: Text without control characters.
  ///   - width: The columns there are.
  /// - Returns: The text itself if it fits.
  package static func shorten(_ text: String, to width: Int) -> String {
    // No text is wider than two columns per byte, so short text needs no measuring.
    guard text.utf8.count > width, of(text) > width else { return text }
    var (result, used) = ("", 0)
    for character in text {
      used += of(character)
      guard used < width else { break }
      result.append(character)
    }
    return result + "…"
  }

  /// Returns the columns one character takes.
  ///
  /// A character may be several scalars: a letter with its marks, a syllable of
  /// Hangul or Devanagari, a flag of two regional indicators, a family of emoji
  /// joined by U+200D.
  package static func of(_ character: Character) -> Int {
    var width = 0
    var previous: Unicode.Scalar?
    var isJoined = false
    for scalar in character.unicodeScalars {
      defer {
        isJoined = scalar.value == zeroWidthJoiner
        previous = scalar
      }
      if scalar.value == emojiVariationSelector, previous?.properties.isEmoji == true {
        width = max(width, 2)
      } else if isRegionalIndicator(scalar) {
        // Two make a flag; one alone is a boxed letter.
        width = previous.map(isRegionalIndicator) == true ? 2 : width + 1
      } else if isJoined && scalar.properties.isEmoji
        || scalar.properties.isEmojiModifier && previous != nil
      {
        continue
      } else {
        width += of(scalar)
      }
    }
    return width
  }

  /// Returns the columns a scalar takes by itself.
  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isCombining(scalar) { return 0 }
    if wideRanges.contains(where: { $0.contains(value) }) { return 2 }
    return scalar.properties.isEmojiPresentation && !isRegionalIndicator(scalar) ? 2 : 1
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    // The vowels and final consonants of Hangul stand in their syllable's block.
    default: (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static let zeroWidthJoiner: UInt32 = 0x200D
  private static let emojiVariationSelector: UInt32 = 0xFE0F

  /// The blocks UAX #11 calls wide or fullwidth, without those that are wide as
  /// emoji; reserved places within and between them count as wide.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul initial consonants
    0x2329...0x232A,  // angle brackets
    0x2E80...0x303E,  // radicals, CJK punctuation
    0x3041...0x3247,  // kana, bopomofo, enclosed CJK
    0x3250...0xA4CF,  // CJK compatibility, ideographs, Yi
    0xA960...0xA97C,  // Hangul initial consonants, extended
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19,  // vertical forms
    0xFE30...0xFE6F,  // CJK compatibility forms, small forms
    0xFF01...0xFF60,  // fullwidth forms
    0xFFE0...0xFFE6,  // fullwidth signs
    0x16FE0...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // kana extensions, Nüshu
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x3FFFD,  // ideographic planes
  ]
}
