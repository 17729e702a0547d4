// SPDX-License-Identifier: Apache-2.0

/// A quick test that turns down names that cannot be near to a word.
///
/// It compares lengths and which letters occur; what it admits still has to be
/// measured.
struct NearNameSieve {
  private let letters: UInt64
  private let length: Int
  private let isASCII: Bool

  /// Makes a test for names near to a word.
  init(_ word: String) {
    var word = word
    length = word.utf8.count
    (letters, isASCII) = word.withUTF8 { NearNameSieve.letters(of: $0) }
  }

  /// Tells whether a name has to be measured.
  func admits(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    // Three edits at most, each of which changes the length by one at most
    // and takes one letter away and brings another.
    if isASCII, abs(name.count - length) > 3 * 4 { return false }
    let (other, otherIsASCII) = NearNameSieve.letters(of: name)
    guard isASCII, otherIsASCII else { return true }
    return abs(name.count - length) <= 3 && (letters ^ other).nonzeroBitCount <= 6
  }

  private static func letters(of text: UnsafeBufferPointer<UInt8>) -> (UInt64, isASCII: Bool) {
    var letters: UInt64 = 0
    var seen: UInt8 = 0
    for byte in text {
      letters |= 1 << UInt64((byte | 32) & 63)
      seen |= byte
    }
    return (letters, seen < 128)
  }
}
