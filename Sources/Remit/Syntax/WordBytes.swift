// SPDX-License-Identifier: Apache-2.0

/// What bytes of UTF-8 words are made of.
extension UInt8 {
  var isLetter: Bool { (self | 32) &- 97 < 26 }
  var isCapital: Bool { self &- 65 < 26 }
  var isDigit: Bool { self &- 48 < 10 }

  /// Whether it stands in words: a letter, a digit, or a byte of what is not ASCII.
  var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }

  /// Whether it belongs to the word before it where a letter or digit follows.
  var joinsWords: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "&"): true
    default: false
    }
  }
}
