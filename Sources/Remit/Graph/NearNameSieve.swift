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

  /// How many scores there are.
  static let scores = 11
  /// How many names are worth measuring.
  static let most = 20_000

  /// How unlike a name is, below ``scores``, or `nil` if it cannot be near.
  func score(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let difference = abs(name.count - length)
    // Three edits at most, each of which changes the length by one character
    // at most, and takes one letter away and brings another.
    guard difference <= 3 * 4 else { return nil }
    let (other, otherIsASCII) = NearNameSieve.letters(of: name)
    guard isASCII, otherIsASCII else { return NearNameSieve.scores - 1 }
    let letterDifference = (letters ^ other).nonzeroBitCount
    guard difference <= 3, letterDifference <= 6 else { return nil }
    return difference + letterDifference
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
