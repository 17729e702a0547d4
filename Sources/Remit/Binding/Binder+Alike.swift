// SPDX-License-Identifier: Apache-2.0

extension Binder {
  /// `with the same department as Ann`: a value that two things share, or a
  /// thing that both are linked to.
  mutating func alike(
    _ word: WordSyntax, isSame: Bool, _ subject: Operand, _ noun: NounPhraseSyntax
  ) -> BoundCondition {
    if isSame, model.attributes(named: word.base, of: kinds(of: subject)).isEmpty {
      return sharing(word, subject, noun)
    }
    guard let own = attribute(word, of: subject) else { return .always }
    let others = (model.attributes[word.base] ?? []).map { model.schema[$0].kind }
    return quantify(noun, reachedFrom: subject, endKinds: ordinary(others)) { binder, other in
      guard let term = binder.attribute(word, of: other) else { return .always }
      if let one = own.type, let two = term.type, !one.isComparable(with: two) {
        binder.report(
          BindingMessages.incomparable(
            "\(own.name), which is \(one.article),", two.article, at: word.range))
      }
      return .compare(own.term, isSame ? .equal : .notEqual, term.term)
    }
  }

  /// `with the same owner as A.5.3`: someone is the owner of both.
  private mutating func sharing(
    _ word: WordSyntax, _ subject: Operand, _ noun: NounPhraseSyntax
  ) -> BoundCondition {
    let end = RelationNounSyntax(
      isDirect: false, words: [word], repetition: nil, range: word.range)
    let own = chainStep(end, [], from: subject)
    let shared = quantify(
      noun, reachedFrom: subject, endKinds: ordinary(ownerKinds(of: end, named: false))
    ) { binder, other in binder.endLink(end, thing: .variable(own.variable), owner: other) }
    return own.wrap(shared)
  }

  private func ordinary(_ kinds: [KindID]) -> [KindID] {
    let fitting = Set(kinds).intersection(ordinaryKinds).sorted()
    return fitting.isEmpty ? ordinaryKinds : fitting
  }
}
