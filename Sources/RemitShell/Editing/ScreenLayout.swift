// SPDX-License-Identifier: Apache-2.0

import Remit

/// A statement being typed, as it is to be seen.
package struct EditedLine {
  /// What stands before its first line.
  package var prompt: String
  /// The statement in UTF-8; bytes that are no text are shown by their number.
  package var text: [UInt8]
  /// The byte the cursor stands before; `nil` behind the text, once it is entered.
  package var cursor: Int?
  /// How its parts look, in their order; none for a terminal without colours.
  package var spans: [StyledSpan]
  /// Whether anything has a style at all.
  package var isStyled: Bool

  /// Makes a statement to be shown.
  ///
  /// - Parameters:
  ///   - prompt: What stands before its first line.
  ///   - text: The statement in UTF-8.
  ///   - cursor: The byte the cursor stands before.
  ///   - spans: How its parts look, in their order.
  ///   - isStyled: Whether anything has a style at all.
  package init(
    prompt: String, text: [UInt8], cursor: Int?, spans: [StyledSpan] = [], isStyled: Bool = true
  ) {
    self.prompt = prompt
    self.text = text
    self.cursor = cursor
    self.spans = spans
    self.isStyled = isStyled
  }
}

/// The rows of the screen that a statement takes.
///
/// Lines are broken at the width, each character being as wide as a terminal shows
/// it. Whatever could not be seen or would be obeyed is shown by its number.
struct ScreenLayout {
  /// What is shown as one: a character with its marks, or a part of an escape.
  struct Cell: Equatable {
    var text: String
    var width: Int
    var style: LineStyle?
  }

  /// One row of the screen.
  struct Row: Equatable {
    var cells: [Cell] = []
    /// The columns it takes.
    var width = 0
    /// The byte of the statement it begins with.
    var start: Int

    /// What is sent for its cells from one on, with their styles.
    func sent(from first: Int = 0) -> String {
      var text = ""
      var style: LineStyle?
      for cell in cells[first...] {
        if cell.style != style {
          if style != nil { text += "\u{1B}[0m" }
          if let new = cell.style { text += "\u{1B}[\(new.codes)m" }
          style = cell.style
        }
        text += cell.text
      }
      return style == nil ? text : text + "\u{1B}[0m"
    }
  }

  private(set) var rows: [Row] = []
  /// Where the cursor is, or the end of the text without one.
  private(set) var cursor = (row: 0, column: 0)

  private let width: Int
  private let line: EditedLine
  private var nextSpan = 0

  /// Lays a statement out.
  ///
  /// - Parameters:
  ///   - line: The statement.
  ///   - width: The columns of the screen.
  ///   - height: The rows that are wanted around the cursor: of a long text no more
  ///     is laid out than can be seen. `nil` for all of it.
  /// - Complexity: O(*n*) in the bytes of the part laid out.
  init(_ line: EditedLine, width: Int, height: Int? = nil) {
    self.line = line
    self.width = max(1, width)
    let window =
      height.map { ScreenWindow.range(of: line, width: width, height: $0) } ?? 0..<line.text.count
    let prompts = ContinuationPrompts(line.text)
    rows.append(Row(start: window.lowerBound))
    var number = line.text[..<window.lowerBound].count { $0 == ScreenLayout.lineFeed }
    if window.lowerBound == 0 {
      putPrompt(line.prompt, .prompt)
    } else if line.text[window.lowerBound - 1] == ScreenLayout.lineFeed {
      putPrompt(prompts.prompt(ofLine: number), .continuation)
    }
    nextSpan = line.spans.firstIndex { $0.range.upperBound > window.lowerBound } ?? line.spans.count
    var start = window.lowerBound
    while true {
      let end = line.text[start..<window.upperBound].firstIndex(of: ScreenLayout.lineFeed)
      putLine(start..<(end ?? window.upperBound))
      guard let end else { break }
      start = end + 1
      number += 1
      startRow(at: start)
      putPrompt(prompts.prompt(ofLine: number), .continuation)
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")

  // MARK: Rows

  private mutating func startRow(at start: Int) { rows.append(Row(start: start)) }

  /// Puts what takes some columns at the end, in a new row if there is no room.
  private mutating func put(
    _ text: String, width columns: Int, _ style: LineStyle?, at place: Int, length: Int = 0
  ) {
    if rows[rows.count - 1].width + columns > width, rows[rows.count - 1].width > 0 {
      startRow(at: place)
    }
    if let cursor = line.cursor, length > 0, cursor >= place, cursor < place + length {
      self.cursor = (rows.count - 1, rows[rows.count - 1].width)
    }
    let style = line.isStyled ? style : nil
    rows[rows.count - 1].cells.append(Cell(text: text, width: columns, style: style))
    rows[rows.count - 1].width += columns
  }

  private mutating func putPrompt(_ prompt: String, _ style: LineStyle) {
    let place = rows[rows.count - 1].start
    for character in prompt {
      let shown = Sanitizer.line(String(character))
      put(shown, width: DisplayWidth.of(shown), style, at: place)
    }
  }

  // MARK: Lines

  private mutating func putLine(_ range: Range<Int>) {
    var place = range.lowerBound
    if line.text[range].allSatisfy({ $0 < 0x80 }) {
      for byte in line.text[range] {
        putByte(byte, at: place)
        place += 1
      }
    } else {
      for unit in TextUnits.units(of: line.text[range]) {
        if let character = unit.character {
          putCharacter(character, length: unit.length, at: place)
        } else {
          let number = String(line.text[place], radix: 16, uppercase: true)
          put("\\x" + number, width: 4, .escaped, at: place, length: unit.length)
        }
        place += unit.length
      }
    }
    let isAtEnd =
      line.cursor.map { $0 == range.upperBound } ?? (range.upperBound == line.text.count)
    guard isAtEnd else { return }
    // The cursor needs a place to stand in, behind a full row too.
    if line.cursor != nil, rows[rows.count - 1].width >= width { startRow(at: range.upperBound) }
    cursor = (rows.count - 1, rows[rows.count - 1].width)
  }

  private mutating func putByte(_ byte: UInt8, at place: Int) {
    guard byte >= 32, byte < 127 else {
      return putCharacter(Character(Unicode.Scalar(byte)), length: 1, at: place)
    }
    put(String(Unicode.Scalar(byte)), width: 1, style(at: place), at: place, length: 1)
  }

  private mutating func putCharacter(_ character: Character, length: Int, at place: Int) {
    let style = style(at: place)
    if character == "\t" {
      let column = rows[rows.count - 1].width % width
      let columns = min(8 - column % 8, width - column)
      put(String(repeating: " ", count: columns), width: columns, style, at: place, length: length)
      return
    }
    let plain = String(character)
    let shown = Sanitizer.line(plain)
    guard shown != plain else {
      let columns = DisplayWidth.of(character)
      put(plain, width: columns, style, at: place, length: length)
      return
    }
    var rest = length
    for part in shown {
      put(String(part), width: DisplayWidth.of(part), .escaped, at: place, length: rest)
      rest = 0
    }
  }

  /// The style of a byte; asked for in ascending order.
  private mutating func style(at place: Int) -> LineStyle? {
    while nextSpan < line.spans.count, line.spans[nextSpan].range.upperBound <= place {
      nextSpan += 1
    }
    guard nextSpan < line.spans.count, line.spans[nextSpan].range.contains(place) else {
      return nil
    }
    return line.spans[nextSpan].style
  }
}

/// The part of a long statement that has to be laid out to show what is around the
/// cursor.
enum ScreenWindow {
  static func range(of line: EditedLine, width: Int, height: Int) -> Range<Int> {
    let text = line.text
    let cursor = min(line.cursor ?? text.count, text.count)
    // A character may be of many bytes, but a screen of nothing else is no statement.
    let most = max(4096, width * height * 8)
    guard text.count > most else { return 0..<text.count }
    var start = cursor
    var lines = 0
    while start > 0, cursor - start < most {
      if text[start - 1] == UInt8(ascii: "\n") {
        if lines == height { break }
        lines += 1
      }
      start -= 1
    }
    var end = cursor
    lines = 0
    while end < text.count, end - cursor < most {
      if text[end] == UInt8(ascii: "\n") {
        if lines == height { break }
        lines += 1
      }
      end += 1
    }
    // Not inside a character.
    while start < cursor, text[start] & 0xC0 == 0x80 { start += 1 }
    while end < text.count, end > cursor, text[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
