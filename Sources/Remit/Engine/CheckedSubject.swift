// SPDX-License-Identifier: Apache-2.0

/// The subject of a sentence that has offenders, and what is said of it.
struct CheckedSubject {
  private(set) var phrase: PhraseSyntax
  /// What is said of the subject; nothing after `there is no`.
  let verbs: VerbPhraseSyntax?
  /// Whether it is said of every one; else of none.
  let isAboutAll: Bool

  init?(_ proposition: PropositionSyntax) {
    switch proposition {
    case .statement(var noun, let verbs):
      switch noun.determiner {
      case .every: isAboutAll = true
      case .no: isAboutAll = false
      default:
        guard case .indefinite(let word) = noun.head,
          [.everyone, .everything, .nobody, .nothing].contains(word)
        else { return nil }
        isAboutAll = word == .everyone || word == .everything
        noun.head = .indefinite(word == .everyone || word == .nobody ? .someone : .something)
      }
      noun.determiner = nil
      phrase = PhraseSyntax(noun: noun, range: noun.range)
      self.verbs = verbs
    case .exists(var phrase):
      guard phrase.noun.determiner == .no else { return nil }
      phrase.noun.determiner = nil
      self.phrase = phrase
      verbs = nil
      isAboutAll = false
    case .comparison: return nil
    }
  }

  /// What is true of those for which the sentence does not hold.
  func offending(_ noun: BoundCondition, _ predicate: BoundCondition) -> BoundCondition {
    .conjunction([noun, isAboutAll ? predicate.negated : predicate])
  }

  /// Leaves things out for which a condition does not hold.
  mutating func narrow(to restriction: PropositionsSyntax?) {
    guard let restriction else { return }
    phrase.condition = restriction
  }
}

extension Binder {
  /// The query for some of the things of a checked sentence.
  ///
  /// `make` makes the condition from that of the subject and what is said of it.
  mutating func checked(
    _ subject: CheckedSubject,
    _ make: (_ noun: BoundCondition, _ predicate: BoundCondition) -> BoundCondition
  ) -> BoundQuery {
    checked(subject) { _, noun, predicate in make(noun, predicate) }
  }

  /// The same, where the condition also needs the variable of the subject.
  mutating func checked(
    _ subject: CheckedSubject,
    _ make: (_ head: Variable, _ noun: BoundCondition, _ predicate: BoundCondition) ->
      BoundCondition
  ) -> BoundQuery {
    let noun: BoundCondition
    let predicate: BoundCondition
    let head: Variable
    if let verbs = subject.verbs {
      (head, noun) = phrase(subject.phrase)
      self.head = head
      predicate = closed { $0.verbPhrase(verbs, subject: .variable(head)) }
    } else {
      // `there is no P`: the noun is looked at, its modifiers are what is said.
      var bare = subject.phrase
      bare.condition = nil
      let whole = phraseParts(bare)
      head = whole.variable
      var (core, said) = (whole.core, whole.modifiers)
      if let restriction = subject.phrase.condition {
        pronounSubject = .variable(head)
        let narrower = propositions(restriction)
        pronounSubject = nil
        // What is about the noun alone narrows what is looked at.
        if narrower.freeVariables.isSubset(of: [head]) {
          core = .conjunction([core, narrower])
        } else {
          said = .conjunction([said, narrower])
        }
      }
      (noun, predicate) = (core, said)
    }
    let referents = scope.outermostReferents.reversed()
    let condition = referents.reduce(make(head, noun, predicate)) { $0.binding($1) }
    var query = unitQuery
    query.head = head
    query.condition = condition
    query.missing = condition.missingCauses(in: model, variables: query.variables)
    return query
  }
}
