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
    var isQuoted = false
    var last: UInt8 = 0
    for byte in source.bytes[start..<end] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "#"), !isQuoted { break }
      if byte != 32, byte != 9, byte != 13 { last = byte }
    }
    return last == UInt8(ascii: ":")
  }

  private static func isOtherwise(_ source: SourceText, from start: Int) -> Bool {
    source.bytes[start...].starts(with: Array("otherwise".utf8))
  }

  /// The first full stop of a line that ends a statement: outside quotes and
  /// comments, before a blank or the end of the line.
  private static func fullStop(_ source: SourceText, from start: Int, to end: Int) -> Int? {
    var isQuoted = false
    for place in start..<end {
      switch source.bytes[place] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "#") where !isQuoted: return nil
      case UInt8(ascii: ".") where !isQuoted:
        let next = place + 1 < end ? source.bytes[place + 1] : 32
        if next == 32 || next == 9 || next == 13 { return place }
      default: break
      }
    }
    return nil
  }
}
