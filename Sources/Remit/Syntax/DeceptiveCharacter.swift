// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// Its number as the Unicode standard writes it: `U+043E`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a reader cannot see what the character does: controls always,
  /// directional and zero-width marks outside quotes.
  func isDeceptive(quoted: Bool) -> Bool {
    switch properties.generalCategory {
    case .control: return true
    case .format: return !quoted
    case .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
