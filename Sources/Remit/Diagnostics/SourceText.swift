// SPDX-License-Identifier: Apache-2.0

/// A source text with its name and a table of where its lines start.
///
/// The text is kept as UTF-8: every range of the engine counts bytes of it.
public struct SourceText: Sendable, Hashable {
  /// The file's name as the user gave it, or `nil` for text typed at a prompt
  /// or passed in by a program.
  public let name: String?
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line but the first: most statements have one.
  private let laterStarts: [Int]

  /// Makes a source text from a string.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name, if it came from a file.
  public init(_ text: String, name: String? = nil) {
    self.init(bytes: Array(text.utf8), name: name)
  }

  /// Makes a source text from bytes, which need not be valid UTF-8: the lexer
  /// reports where they are not.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(bytes: [UInt8], name: String? = nil) {
    self.name = name
    self.bytes = bytes
    var starts: [Int] = []
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    laterStarts = starts
  }

  /// The number of lines.
  public var lineCount: Int { laterStarts.count + 1 }

  /// The whole text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range; offsets beyond the end are clamped.
  public func text(in range: SourceRange) -> String {
    let start = min(max(0, range.start), bytes.count)
    let end = min(max(start, range.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text of a range on one line, with a blank between its words.
  func line(in range: SourceRange) -> String {
    let start = min(max(0, range.start), bytes.count)
    let text = bytes[start..<min(max(start, range.end), bytes.count)]
    guard !isLine(text.indices) else { return String(decoding: text, as: UTF8.self) }
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: text, as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    // In ASCII a blank is seen by its number.
    var line: [UInt8] = []
    line.reserveCapacity(text.count)
    var isBlank = false
    for byte in text {
      guard byte != 0x20, byte < 0x09 || byte > 0x0D else {
        isBlank = true
        continue
      }
      if isBlank, !line.isEmpty { line.append(0x20) }
      isBlank = false
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether bytes are ASCII on one line, with a blank between its words.
  private func isLine(_ range: Range<Int>) -> Bool {
    let bytes = bytes.span
    var before = UInt8(ascii: " ")
    for place in range {
      let byte = bytes[place]
      if byte >= 0x80 || byte &- 0x09 < 5 || byte == 0x20 && before == 0x20 { return false }
      before = byte
    }
    return before != 0x20
  }

  /// Whether a text stands in a range, byte for byte.
  func contains(_ text: String, in range: SourceRange) -> Bool {
    let (text, count) = (Array(text.utf8), text.utf8.count)
    let (start, end) = (max(0, range.start), min(range.end, bytes.count) &- count)
    guard count > 0, start <= end else { return count == 0 }
    return (start...end).contains { place in
      bytes[place] == text[0] && bytes[place..<(place &+ count)].elementsEqual(text)
    }
  }

  /// The line and column of a byte offset.
  ///
  /// - Complexity: O(log *lines* + length of the line).
  public func position(of offset: Int) -> SourcePosition {
    let line = lineIndex(of: offset)
    let start = self.start(ofLine: line)
    let prefix = text(in: SourceRange(start, max(start, offset)))
    return SourcePosition(line: line + 1, column: prefix.unicodeScalars.count + 1)
  }

  /// The range of a line's bytes, without its line break.
  ///
  /// - Parameter line: The line, from 1.
  /// - Returns: The range, empty for an empty line.
  func range(ofLine line: Int) -> SourceRange {
    let start = self.start(ofLine: line - 1)
    var end = line < lineCount ? self.start(ofLine: line) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, max(start, end))
  }

  /// The first byte of a line, from 0.
  private func start(ofLine line: Int) -> Int { line == 0 ? 0 : laterStarts[line - 1] }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineCount
    while low + 1 < high {
      let middle = (low + high) / 2
      if start(ofLine: middle) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension SourceText: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, text
  }

  /// Reads a text that has been written.
  ///
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try values.decode(String.self, forKey: .text),
      name: try values.decodeIfPresent(String.self, forKey: .name))
  }

  /// Writes the text and its name. Bytes that are no UTF-8 are written as U+FFFD.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(name, forKey: .name)
    try values.encode(string, forKey: .text)
  }
}
