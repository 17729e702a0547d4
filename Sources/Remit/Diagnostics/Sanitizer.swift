// SPDX-License-Identifier: Apache-2.0

/// Makes text from data, files and scripts safe to show on a terminal.
///
/// A terminal obeys control characters, wherever they come from: an asset named
/// `ESC ]0;…` would rename the window, a bidirectional override would show a
/// name backwards. Every text meant for people goes through here, so such
/// characters are seen instead of obeyed.
///
///     Sanitizer.line("a\u{1B}[2Jb")    // "a\\x1B[2Jb"
///     Sanitizer.line("a\u{202E}b")     // "a\\u{202E}b"
package enum Sanitizer {
  /// Returns a text as one line: line breaks and tabs are escaped too.
  ///
  /// - Complexity: O(*n*); text without anything to escape is returned as it is.
  package static func line(_ text: String) -> String { escape(text, keepsLayout: false) }

  /// Returns a text that may have several lines: line feeds and tabs stay.
  package static func block(_ text: String) -> String { escape(text, keepsLayout: true) }

  private static func escape(_ text: String, keepsLayout: Bool) -> String {
    // Most texts are of letters and blanks that are seen to be so at once.
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 ? byte < 0x7F : keepsLayout && (byte == 0x0A || byte == 0x09)
    }
    if isPlain { return text }
    var previous: Unicode.Scalar = "\0"
    var isInFlag = false
    func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
      defer { previous = scalar }
      // The flags of England, Scotland and Wales are a black flag and hidden letters.
      isInFlag = isTag(scalar) && (isInFlag || previous == "\u{1F3F4}")
      if isInFlag { return false }
      if keepsLayout, scalar == "\n" || scalar == "\t" { return false }
      if isJoiner(scalar) { return previous.value < firstJoiningScalar }
      return isHidden(scalar)
    }
    guard text.unicodeScalars.contains(where: needsEscape) else { return text }
    (previous, isInFlag) = ("\0", false)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) {
        result.append(contentsOf: escapeSequence(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a terminal would act on a scalar, or a reader not see it.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL, C1
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional
    case 0x2028, 0x2029: true  // line and paragraph separator
    case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB: true
    default: isTag(scalar)
    }
  }

  /// Whether it is one of the letters that are hidden in every font.
  private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0000...0xE007F).contains(scalar.value)
  }

  /// The joiners shape emoji and many scripts, but after a Latin letter they
  /// only make two names that look alike.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200C || scalar.value == 0x200D
  }

  /// The first scalar after Latin, Greek, Cyrillic and Armenian.
  private static let firstJoiningScalar: UInt32 = 0x0590

  private static func escapeSequence(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      guard scalar.value < 0x100 else { return "\\u{\(digits)}" }
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
  }
}
