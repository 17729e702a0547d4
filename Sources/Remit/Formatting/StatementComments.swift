// SPDX-License-Identifier: Apache-2.0

/// A comment inside a statement.
struct StatementComment: Hashable, Sendable {
  /// The comment with its `#`.
  var text: String
  /// How many tokens of the statement stand before it.
  var place: Int
  /// Whether it has its line to itself.
  var isWholeLine: Bool
  /// Whether an empty line stands before it.
  var followsBlank: Bool
}

/// What stands between the tokens of a statement: comments and empty lines.
struct StatementComments: Sendable {
  private(set) var comments: [StatementComment] = []
  /// The numbers of the tokens with an empty line before them.
  private(set) var blanks: Set<Int> = []

  /// Finds the comments of a statement.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - tokens: The statement's tokens without the `end`.
  ///   - end: The end of the last line it stands on.
  /// - Complexity: O(*n*) in the bytes of the statement.
  init(_ source: SourceText, tokens: [Token], end: Int) {
    guard var place = tokens.first?.range.end else { return }
    for index in 1...tokens.count {
      let next = index < tokens.count ? tokens[index].range.start : end
      scan(source, from: place, to: next, before: index)
      if index < tokens.count { place = tokens[index].range.end }
    }
  }

  private mutating func scan(_ source: SourceText, from start: Int, to end: Int, before index: Int)
  {
    guard start < end else { return }
    let lines = source.bytes[start..<end]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var isBlank = false
    for (number, line) in lines.enumerated() {
      if let mark = line.firstIndex(of: UInt8(ascii: "#")) {
        comments.append(
          StatementComment(
            text: StatementComments.trimmed(source, mark, line.endIndex), place: index,
            isWholeLine: number > 0, followsBlank: isBlank))
        isBlank = false
      } else if number > 0, number < lines.count - 1, line.allSatisfy(StatementComments.isBlank) {
        isBlank = true
      }
    }
    if isBlank { blanks.insert(index) }
  }

  /// The text of a comment without what blanks follow it.
  static func trimmed(_ source: SourceText, _ start: Int, _ end: Int) -> String {
    var end = end
    while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
    return source.text(in: SourceRange(start, end))
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
}
