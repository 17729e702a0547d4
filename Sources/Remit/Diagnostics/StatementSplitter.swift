// SPDX-License-Identifier: Apache-2.0

/// Cuts a script into statements by its layout, before any word is read.
///
/// A statement begins at a line and goes on over every deeper-indented line
/// below it; blank lines and comments do not end it. A full stop followed by a
/// blank or the end of the line ends it too, but not inside a block: behind a
/// line that ends in a colon. `otherwise` at the place of its `if` goes on with
/// it. Layout does not depend on the vocabulary, so a declaration may change how
/// the next statement is read.
enum StatementSplitter {
  /// Returns the ranges of the statements, in order.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  static func split(_ source: SourceText) -> [SourceRange] {
    var result: [SourceRange] = []
    var current: (range: SourceRange, indent: Int, isBlock: Bool)?
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
    for line in 1...source.lineCount {
      let range = source.range(ofLine: line)
      var start = range.start
      if line == 1, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
      let indentFrom = start
      while start < range.end, isBlank(source.bytes[start]) { start += 1 }
      guard start < range.end, source.bytes[start] != UInt8(ascii: "#") else { continue }
      let indent = start - indentFrom
      let opensBlock = endsInColon(source, from: start, to: range.end)
      if let open = current,
        indent > open.indent
          || open.isBlock && indent == open.indent && isOtherwise(source, from: start)
      {
        current = (
          SourceRange(open.range.start, range.end), open.indent, open.isBlock || opensBlock
        )
        if current?.isBlock == true { continue }
      } else {
        if let open = current { result.append(open.range) }
        current = (SourceRange(start, range.end), indent, opensBlock)
        if opensBlock { continue }
      }
      // A full stop inside the line ends the statement there.
      while let stop = fullStop(source, from: start, to: range.end) {
        if let open = current {
          result.append(SourceRange(open.range.start, stop + 1))
        }
        start = stop + 1
        while start < range.end, isBlank(source.bytes[start]) { start += 1 }
        guard start < range.end, source.bytes[start] != UInt8(ascii: "#") else {
          current = nil
          break
        }
        current = (SourceRange(start, range.end), indent, false)
      }
    }
    if let open = current { result.append(open.range) }
    return result
  }

  /// Whether the last sign of a line is a colon, comments left aside.
  private static func endsInColon(_ source: SourceText, from start: Int, to end: Int) -> Bool {
    var quotes = Quotes()
    var last: UInt8 = 0
    for place in start..<end {
      let byte = source.bytes[place]
      quotes.pass(source, place)
      if byte == UInt8(ascii: "#"), !quotes.isOpen { break }
      if byte != 32, byte != 9, byte != 13 { last = byte }
    }
    return last == UInt8(ascii: ":")
  }

  /// Whether a place of a line lies inside a quoted text, straight or typographic.
  private struct Quotes {
    private var isStraight = false
    private var isTypographic = false
    var isOpen: Bool { isStraight || isTypographic }

    /// Goes over the byte at a place.
    mutating func pass(_ source: SourceText, _ place: Int) {
      switch source.bytes[place] {
      case UInt8(ascii: "\"") where !isTypographic: isStraight.toggle()
      case 0xE2 where !isStraight && place + 2 < source.bytes.count:
        // “ and „ open a text, and any typographic mark closes it.
        guard source.bytes[place + 1] == 0x80 else { return }
        let mark = source.bytes[place + 2]
        if isTypographic, [0x98, 0x99, 0x9C, 0x9D, 0x9E].contains(mark) {
          isTypographic = false
        } else if mark == 0x9C || mark == 0x9E {
          isTypographic = true
        }
      default: break
      }
    }
  }

  private static func isOtherwise(_ source: SourceText, from start: Int) -> Bool {
    source.bytes[start...].starts(with: Array("otherwise".utf8))
  }

  /// The first full stop of a line that ends a statement: outside quotes and
  /// comments, before a blank or the end of the line.
  private static func fullStop(_ source: SourceText, from start: Int, to end: Int) -> Int? {
    var quotes = Quotes()
    for place in start..<end {
      quotes.pass(source, place)
      switch source.bytes[place] {
      case UInt8(ascii: "#") where !quotes.isOpen: return nil
      case UInt8(ascii: ".") where !quotes.isOpen:
        let next = place + 1 < end ? source.bytes[place + 1] : 32
        if next == 32 || next == 9 || next == 13 { return place }
      default: break
      }
    }
    return nil
  }
}
