// SPDX-License-Identifier: Apache-2.0

/// The verbs that may stand in the place of a word that is none: `people who audit a control`
/// where `audit` is a sort of review.
struct VerbWords {
  /// More than that are not tried.
  private static let mostTried = 64

  private let range: SourceRange
  private let verbs: [String]

  /// Looks whether a noun was said where a verb has to stand.
  ///
  /// - Returns: `nil` where that is not the mistake.
  init?(at mistake: SourceRange, in tokens: [Token], _ vocabulary: Vocabulary) {
    guard let place = tokens.firstIndex(where: { $0.range.start == mistake.start }),
      let word = tokens[place].term, word.classes.isDisjoint(with: .verb),
      let relative = tokens[..<place].lastIndex(where: {
        [.who, .that, .which].contains($0.keyword)
      }), relative > 0, let subject = tokens[relative - 1].term
    else { return nil }
    let isOne = subject.classes.contains(.kind) && subject.text == subject.base
    range = tokens[place].range
    // `who own and own a control` says no more than before.
    let said = Set(tokens[relative..<place].compactMap { $0.term?.text })
    verbs = vocabulary.terms.values
      .filter { $0.classes.contains(isOne ? .singularVerb : .pluralVerb) }
      .filter { !said.contains($0.text) }
      .map(\.text).sorted().prefix(VerbWords.mostTried).map { $0 }
  }

  /// The edits that put one of the verbs there.
  var edits: [Diagnostic.Edit] {
    verbs.map { Diagnostic.Edit(range: range, replacement: $0) }
  }
}
