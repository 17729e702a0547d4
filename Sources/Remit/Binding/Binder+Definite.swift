// SPDX-License-Identifier: Apache-2.0

/// `the person`, alone: the thing that has been said to be a person.
extension Binder {
  /// A noun that stands for the thing a definition, an event or a block is about.
  struct Definite {
    var words: Set<String>
    var operand: Operand
  }

  /// What `the KIND` means with nothing else said of it.
  ///
  /// In the body of a definition it is the parameter with this noun; in events
  /// and blocks the thing of this kind that they are about. After a noun that it
  /// could mean in a question, it is refused: read as any person, the person of
  /// `people who own an asset that the person audits` would be wrong in silence.
  mutating func definite(_ noun: NounPhraseSyntax, _ words: [WordSyntax]) -> Operand? {
    guard noun.isBareDefinite, let article = noun.determinerRange else { return nil }
    if let meant = meant(words, at: noun.range) { return meant }
    let kinds = Set(words.flatMap(kindsNamed))
    let isSaidBefore = scope.nouns.contains {
      !kinds.isDisjoint(with: variables[$0.index].kinds) && !wide.contains($0.index)
    }
    if isSaidBefore {
      report(BindingMessages.definiteNoun(words[0], article: article, at: noun.range))
    }
    return nil
  }

  /// What `the KIND's` starts from: the one noun that it can mean.
  mutating func definite(_ words: [WordSyntax], _ range: SourceRange) -> Operand {
    if let meant = meant(words, at: range) { return meant }
    let kinds = words.flatMap(kindsNamed)
    let nouns = scope.nouns.filter { kinds.overlaps(variables[$0.index].kinds) }
    if nouns.count == 1 { return .variable(nouns[0]) }
    report(
      nouns.isEmpty
        ? BindingMessages.definiteWithoutNoun(words[0], at: range)
        : BindingMessages.severalDefinites(words[0].text, nouns.count, at: range))
    return .variable(variable(kinds))
  }

  /// The parameter, or the thing of an event or a block, with a noun.
  private mutating func meant(_ words: [WordSyntax], at range: SourceRange) -> Operand? {
    let bases = Set(words.map(\.base))
    let meant = definites.filter { $0.words == bases }
    if meant.count > 1 {
      report(BindingMessages.severalDefinites(words[0].text, meant.count, at: range))
    }
    if let first = meant.first { return first.operand }
    guard let subject = letters.subject, words.count == 1,
      words.flatMap(kindsNamed).contains(subject.kind)
    else { return nil }
    return outer("it", at: range)
  }
}

extension NounPhraseSyntax {
  /// Whether it is `the` and a noun, and nothing else that would describe what
  /// is meant.
  var isBareDefinite: Bool {
    determiner == .the && adjectives.isEmpty && posts.isEmpty && name == nil && variable == nil
      && !isOther
  }
}
