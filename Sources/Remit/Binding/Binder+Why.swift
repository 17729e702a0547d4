// SPDX-License-Identifier: Apache-2.0

extension Binder {
  /// The question whose answer `why` explains: a set with one thing in it, or a
  /// condition on no thing.
  mutating func whyQuestion(_ why: WhySyntax) -> BoundQuery {
    var query = unitQuery
    switch why.subject {
    case .member(let thing, let set):
      let (head, condition) = self.set(set)
      let referents = scope.outermostReferents.reversed()
      query.head = head
      query.condition = referents.reduce(condition) { $0.binding($1) }
      if let operand = operand(thing, kinds: variables[head.index].kinds) {
        query.condition = .all([.same(.variable(head), operand), query.condition])
      }
    case .propositions(let propositions):
      query.condition = closed { $0.propositions(propositions) }
    }
    return query
  }

  /// The thing a fact or an explanation names.
  private mutating func operand(_ thing: ThingSyntax, kinds: [KindID]) -> Operand? {
    switch thing {
    case .name(let name): return self.name(name, kinds: kinds)
    case .variable(let variable):
      if let outer = outer(variable.text, at: variable.range) { return outer }
      report(
        BindingMessages.unknownVariable(
          variable.text, known: letters.things.keys.sorted(), at: variable.range))
    case .subject(let word, let range):
      if let outer = outer(word, at: range) { return outer }
      report(BindingMessages.pronounWithoutNoun(word, at: range))
    case .every(_, let range):
      report(BindingMessages.whyOfMany(at: range))
    }
    return nil
  }
}
