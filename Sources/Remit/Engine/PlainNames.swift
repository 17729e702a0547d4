// SPDX-License-Identifier: Apache-2.0

/// Finds the names of things that were written as plain words: `marek zielinski`,
/// `the information security policy`.
struct PlainNames {
  let builder: GraphBuilder

  /// How many words of a name are looked at on each side of a mistake.
  private static let mostWords = 5
  /// How many names that begin with the same word are compared.
  private static let mostNames = 200

  /// An edit that puts in quotes the longest name with a word in it.
  ///
  /// Names are compared without regard to capitals and accents, except in their
  /// first word.
  ///
  /// - Complexity: O(names) for each word that a name could begin with.
  func edit(at mistake: SourceRange, in source: SourceText) -> Diagnostic.Edit? {
    let words = words(around: mistake, in: source)
    guard let place = words.firstIndex(where: { $0.start == mistake.start }) else { return nil }
    let resolver = NameResolver(
      builder, kinds: builder.schema.kinds.filter { !$0.isHidden }.map(\.id))
    var best: Diagnostic.Edit?
    for start in max(0, place - PlainNames.mostWords + 1)...place {
      let first = source.text(in: words[start])
      guard first.utf8.count > 2, Keyword(word: first) == nil else { continue }
      let names = resolver.names(startingWith: first, limit: PlainNames.mostNames)
      for end in place..<min(words.count, place + PlainNames.mostWords) {
        let range = SourceRange(words[start].start, words[end].end)
        if let best, best.range.end - best.range.start >= range.end - range.start { continue }
        let text = FoldedText.folded(
          source.text(in: range).split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard let found = names.first(where: { FoldedText.folded($0.name) == text }) else {
          continue
        }
        best = Diagnostic.Edit(range: range, replacement: NameLookup.quoted(found.name))
      }
    }
    return best
  }

  /// The words of the line around a mistake, up to signs and quotes.
  private func words(around mistake: SourceRange, in source: SourceText) -> [SourceRange] {
    let bytes = source.bytes
    func isLetter(_ place: Int) -> Bool {
      let byte = bytes[place]
      return byte >= 0x80 || byte == UInt8(ascii: "-") || (byte | 0x20) &- 97 < 26
        || byte &- 48 < 10
    }
    var start = mistake.start
    while start > 0, isLetter(start - 1) || bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    var found: [SourceRange] = []
    var place = start
    while place < bytes.count, isLetter(place) || bytes[place] == UInt8(ascii: " ") {
      guard isLetter(place) else {
        place += 1
        continue
      }
      let word = place
      while place < bytes.count, isLetter(place) { place += 1 }
      found.append(SourceRange(word, place))
    }
    return found
  }
}
