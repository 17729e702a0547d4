// SPDX-License-Identifier: Apache-2.0

/// The text of a question with marks in the place of such names as another text could
/// have there: in `owners of asset 17`, of the digits.
///
/// Marked are names in quotation marks and those of one word with a digit. The lexer and
/// the parser read any of these, of the same sort and length, in the same way: no month,
/// no keyword and no declared word is among them. That two texts have the same pattern
/// does not say that their plans are alike.
struct QuestionPattern: Hashable, Sendable {
  /// What stands in the place of a name: bytes that no text in UTF-8 has.
  private enum Mark: UInt8 {
    /// Digits alone.
    case number = 0xF8
    /// A word with a digit that begins with a capital.
    case capitalised
    /// A word with a letter that begins with a digit.
    case digitFirst
    /// What stands between quotation marks.
    case quoted
  }

  /// The longest text that has a pattern, in bytes.
  static let longest = 512
  /// The longest number that is marked, in digits: one of hundreds is a name to the lexer.
  private static let longestNumber = 15

  /// The bytes of the text, or the marks.
  private var bytes: [UInt8]

  /// Makes the pattern of a text; `nil` if it is too long, or no text.
  ///
  /// - Complexity: O(*n*) in the bytes.
  init?(_ text: ArraySlice<UInt8>) {
    self.init(exactly: text)
    // What is no plain line of ASCII is its own pattern.
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else { return }
    markNames()
  }

  /// Makes the pattern that a text shares with no other.
  init?(exactly text: ArraySlice<UInt8>) {
    guard text.count <= QuestionPattern.longest, text.allSatisfy({ $0 < Mark.number.rawValue })
    else { return nil }
    bytes = Array(text)
  }

  /// Whether a range holds a name, all of it and nothing else.
  func isName(_ range: SourceRange) -> Bool {
    guard range.start < range.end, range.end <= bytes.count,
      let mark = Mark(rawValue: bytes[range.start])?.rawValue
    else { return false }
    return bytes[range.start..<range.end].allSatisfy { $0 == mark }
      && (range.start == 0 || bytes[range.start - 1] != mark)
      && (range.end == bytes.count || bytes[range.end] != mark)
  }

  // MARK: Marking

  private mutating func markNames() {
    var place = 0
    while place < bytes.count {
      let (start, byte) = (place, bytes[place])
      if byte == UInt8(ascii: "\"") {
        guard let end = bytes[(start + 1)...].firstIndex(of: byte) else { return }
        place = end + 1
        // A quotation mark in a text is written twice: it goes on.
        if place < bytes.count, bytes[place] == byte { return }
        if !isInDoubt(at: place) { mark((start + 1)..<end, .quoted) }
      } else if byte.isWordByte {
        place = endOfWord(start)
        let isParameter = start > 0 && bytes[start - 1] == UInt8(ascii: "$")
        if !isParameter, !isInDoubt(at: place), let sort = sort(of: start..<place) {
          mark(start..<place, sort)
        }
      } else {
        place += 1
      }
    }
  }

  private mutating func mark(_ range: Range<Int>, _ mark: Mark) {
    for place in range { bytes[place] = mark.rawValue }
  }

  /// What sort of name a word is; `nil` if it may be something else.
  private func sort(of range: Range<Int>) -> Mark? {
    let first = bytes[range.lowerBound]
    guard first.isDigit || first.isCapital else { return nil }
    let digits = bytes[range].count(where: \.isDigit)
    if digits == range.count { return digits <= QuestionPattern.longestNumber ? .number : nil }
    if first.isDigit { return bytes[range].contains(where: \.isLetter) ? .digitFirst : nil }
    return digits > 0 ? .capitalised : nil
  }

  /// Whether an apostrophe stands there that is no `'s`: what it is depends on the name.
  private func isInDoubt(at place: Int) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "'") else { return false }
    return place + 1 >= bytes.count || bytes[place + 1] | 32 != UInt8(ascii: "s")
      || place + 2 < bytes.count && bytes[place + 2].isWordByte
  }

  /// The end of the word that begins at `start`, as the lexer has it in ASCII.
  private func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      guard bytes[end].isWordByte || bytes[end].joinsWords && next.isWordByte else { break }
      end += 1
    }
    return end
  }
}
