// SPDX-License-Identifier: Apache-2.0

/// Words of the language that were written in capitals, which makes a name of them:
/// `CONTROLS WITH NO OWNER`.
struct CapitalWords {
  /// The first words that were read as a name and mean something in small letters.
  let place: SourceRange
  /// The statement with all such words in small letters.
  let small: String

  /// Looks for such words in a statement; `nil` if there are none.
  ///
  /// Other words beside them are written as `name` says.
  init?(
    _ range: SourceRange, of source: SourceText, _ vocabulary: Vocabulary,
    name: (String) -> String
  ) {
    func lowered(_ words: String) -> String {
      var parts: [String] = []
      for run in CapitalWords.runs(words, vocabulary) {
        parts.append(run.isKnown ? run.text.lowercased() : name(run.text))
      }
      return parts.joined(separator: " ")
    }
    var place: SourceRange?
    var small = ""
    var end = range.start
    for (index, token) in Lexer.lex(source, in: range, vocabulary: vocabulary).tokens.enumerated() {
      let written = source.text(in: token.range)
      var text = written
      if token.kind == .name(isQuoted: false) {
        guard CapitalWords.runs(token.text, vocabulary).contains(where: \.isKnown) else { continue }
        text = lowered(token.text)
        place = place ?? token.range
      } else if index == 0, written.utf8.count > 1, !written.contains(where: \.isLowercase) {
        // The first word has been read in small letters already.
        text = token.text
      }
      guard text != written else { continue }
      small += source.text(in: SourceRange(end, token.range.start)) + text
      end = token.range.end
    }
    guard let place else { return nil }
    self.place = place
    self.small = small + source.text(in: SourceRange(end, range.end))
  }

  /// The words of a name, those that mean something in small letters apart from others.
  private static func runs(
    _ name: String, _ vocabulary: Vocabulary
  ) -> [(text: String, isKnown: Bool)] {
    var runs: [(text: String, isKnown: Bool)] = []
    for word in name.split(separator: " ") {
      let small = word.lowercased()
      let isKnown =
        Keyword(word: small) != nil || vocabulary.knows(word: small)
        || Synonyms.word(for: small, in: vocabulary) != nil
      if let last = runs.last, last.isKnown == isKnown {
        runs[runs.count - 1].text += " " + word
      } else {
        runs.append((String(word), isKnown))
      }
    }
    return runs
  }
}
