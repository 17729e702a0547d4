// SPDX-License-Identifier: Apache-2.0

/// The words a tree was read from: where several words mean the same, a printer
/// that has them keeps the author's.
struct Spelling: Sendable {
  private let tokens: [Token]

  /// - Parameter tokens: The tokens of the statement, in order.
  init(_ tokens: [Token]) { self.tokens = tokens.filter { $0.kind != .end } }

  /// The words of a range with one blank between them, `nil` if it has none.
  func words(in range: SourceRange?) -> String? {
    guard let range else { return nil }
    let words = tokens(in: range).map(written)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The last words of a range.
  func words(last count: Int, of range: SourceRange) -> String? {
    let words = tokens(in: range).suffix(count).map(written)
    return words.count < count ? nil : words.joined(separator: " ")
  }

  private func written(_ token: Token) -> String {
    token.kind == .parameter ? "$" + token.text : token.text
  }

  /// The word right before a place.
  func word(before place: Int) -> Token? {
    let index = firstIndex(from: place)
    return index > 0 ? tokens[index - 1] : nil
  }

  /// The tokens of a range.
  ///
  /// - Complexity: O(log *n* + *k*) for *k* tokens of *n*.
  func tokens(in range: SourceRange) -> ArraySlice<Token> {
    let start = firstIndex(from: range.start)
    let end = max(start, firstIndex(from: range.end))
    return tokens[start..<end]
  }

  /// The first token that begins at a place or behind it.
  private func firstIndex(from place: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
