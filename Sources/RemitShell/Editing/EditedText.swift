// SPDX-License-Identifier: Apache-2.0

import Remit

/// A statement of several lines in an editor: where the keys lead to, and what they
/// change.
///
/// All places are UTF-8 bytes. The cursor moves over characters as people see them,
/// each with its marks, and never into one.
package struct EditedText {
  /// A change of a text.
  package struct Change: Equatable, Sendable {
    /// The bytes that go.
    package var range: Range<Int>
    /// What comes in their place.
    package var replacement: String
  }

  /// The text in UTF-8.
  package let bytes: [UInt8]
  /// The byte the cursor stands before.
  package let cursor: Int

  /// Makes a text with a cursor in it.
  package init(_ bytes: [UInt8], cursor: Int) {
    self.bytes = bytes
    self.cursor = min(max(0, cursor), bytes.count)
  }

  private static let lineFeed = UInt8(ascii: "\n")
  /// How far each further line is indented.
  private static let indent = 2

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  // MARK: Lines

  /// Where the line of the cursor begins.
  package var lineStart: Int { start(ofLineAt: cursor) }

  /// Where the line of the cursor ends.
  package var lineEnd: Int { end(ofLineAt: cursor) }

  private func start(ofLineAt place: Int) -> Int {
    bytes[..<place].lastIndex(of: EditedText.lineFeed).map { $0 + 1 } ?? 0
  }

  private func end(ofLineAt place: Int) -> Int {
    bytes[place...].firstIndex(of: EditedText.lineFeed) ?? bytes.count
  }

  /// The column of the cursor in its line, from 0.
  package var column: Int {
    var column = 0
    for unit in TextUnits.units(of: bytes[lineStart..<cursor]) {
      column += EditedText.width(of: unit, at: column)
    }
    return column
  }

  private static func width(of unit: TextUnits.Unit, at column: Int) -> Int {
    guard let character = unit.character else { return 4 }
    if character == "\t" { return 8 - (column + Prompt.width) % 8 }
    let text = String(character)
    let shown = Sanitizer.line(text)
    return shown == text ? DisplayWidth.of(character) : DisplayWidth.of(shown)
  }

  /// The place in the line above that is as many columns in.
  ///
  /// - Returns: `nil` in the first line.
  package func above(column: Int) -> Int? {
    let start = lineStart
    guard start > 0 else { return nil }
    return place(column: column, inLineFrom: self.start(ofLineAt: start - 1))
  }

  /// The place in the line below that is as many columns in.
  ///
  /// - Returns: `nil` in the last line.
  package func below(column: Int) -> Int? {
    let end = lineEnd
    guard end < bytes.count else { return nil }
    return place(column: column, inLineFrom: end + 1)
  }

  private func place(column wanted: Int, inLineFrom start: Int) -> Int {
    var column = 0
    var place = start
    for unit in TextUnits.units(of: bytes[start..<end(ofLineAt: start)]) {
      column += EditedText.width(of: unit, at: column)
      guard column <= wanted else { break }
      place += unit.length
    }
    return place
  }

  // MARK: Characters

  /// The place some characters before the cursor.
  package func before(_ count: Int) -> Int {
    var place = cursor
    var left = count
    while left > 0, place > 0 {
      let start = start(ofLineAt: place)
      guard start < place else {
        place -= 1
        left -= 1
        continue
      }
      for unit in TextUnits.units(of: bytes[start..<place]).reversed() where left > 0 {
        place -= unit.length
        left -= 1
      }
    }
    return place
  }

  /// The place some characters behind the cursor.
  package func after(_ count: Int) -> Int {
    var place = cursor
    var left = count
    while left > 0, place < bytes.count {
      let end = end(ofLineAt: place)
      guard end > place else {
        place += 1
        left -= 1
        continue
      }
      for unit in TextUnits.units(of: bytes[place..<end]) where left > 0 {
        place += unit.length
        left -= 1
      }
    }
    return place
  }

  // MARK: Changes

  /// Begins a new line at the cursor, indented as far as the line it stands in, and
  /// further behind a colon; what follows the cursor goes there.
  package func newLine() -> Change {
    let line = bytes[lineStart..<cursor]
    let blanks = line.prefix(while: EditedText.isBlank)
    var start = cursor
    while start > lineStart, EditedText.isBlank(bytes[start - 1]) { start -= 1 }
    var end = cursor
    while end < lineEnd, EditedText.isBlank(bytes[end]) { end += 1 }
    let opensBlock = start > lineStart && bytes[start - 1] == UInt8(ascii: ":")
    var indent = blanks.count
    if opensBlock || indent == 0 { indent += EditedText.indent }
    // A blank line keeps its blanks, or it would be lost.
    if start == lineStart { (start, indent) = (cursor, blanks.count) }
    return Change(
      range: start..<end, replacement: "\n" + String(repeating: " ", count: indent))
  }

  /// Takes away what is before the cursor: characters, or at the beginning of a line
  /// its indentation, and then the line break.
  ///
  /// - Parameter count: How many characters.
  /// - Returns: `nil` at the beginning of the text.
  package func erasing(_ count: Int = 1) -> Change? {
    guard cursor > 0, count > 0 else { return nil }
    let start = lineStart
    guard count == 1, start > 0, bytes[start..<cursor].allSatisfy(EditedText.isBlank) else {
      return Change(range: before(count)..<cursor, replacement: "")
    }
    let indent = cursor - start
    if indent > EditedText.indent {
      let left = (indent - 1) / EditedText.indent * EditedText.indent
      return Change(range: (start + left)..<cursor, replacement: "")
    }
    var end = start - 1
    while end > 0, EditedText.isBlank(bytes[end - 1]) { end -= 1 }
    // Two words are not to become one.
    let isFirst = end == 0 || bytes[end - 1] == EditedText.lineFeed
    let touches = cursor == bytes.count || !EditedText.isBlank(bytes[cursor])
    return Change(range: end..<cursor, replacement: touches && !isFirst ? " " : "")
  }

  /// Takes away the characters behind the cursor.
  ///
  /// - Returns: `nil` at the end of the text.
  package func erasingAfter(_ count: Int = 1) -> Change? {
    cursor < bytes.count ? Change(range: cursor..<after(count), replacement: "") : nil
  }

  /// What is cut from the cursor to the end of its line, or the line break there.
  package var rangeToLineEnd: Range<Int> {
    cursor == lineEnd ? cursor..<min(cursor + 1, bytes.count) : cursor..<lineEnd
  }

  /// What is cut from the beginning of the line to the cursor.
  package var rangeToLineStart: Range<Int> { lineStart..<cursor }
}
