// SPDX-License-Identifier: Apache-2.0

/// What stands behind a noun: clauses, `with`, `whose`, passives, adjectives.
extension Binder {
  /// The conditions of the modifiers behind a noun; groups side by side all hold.
  mutating func posts(_ groups: [PostGroupSyntax], on operand: Operand) -> BoundCondition {
    .conjunction(
      groups.map { group in
        switch group.conjunction {
        case .and: .conjunction(group.posts.map { post($0, on: operand) })
        case .or: .disjunction(group.posts.map { post in closed { $0.post(post, on: operand) } })
        }
      })
  }

  /// The condition a modifier makes of a thing.
  mutating func post(_ post: PostSyntax, on operand: Operand) -> BoundCondition {
    switch post {
    case .clause(let verbs, _): return verbPhrase(verbs, subject: operand)
    case .objectClause(let clause, _): return objectClause(clause, on: operand)
    case .whoseAttribute(let word, let comparison, _):
      return attributeComparison(word, comparison, on: operand)
    case .whoseRelation(let noun, let said): return whoseRelation(noun, said, on: operand)
    case .having(let having, let isNegated, _):
      return isNegated
        ? .not(closed { $0.having(having, of: operand) }) : self.having(having, of: operand)
    case .passive(let passive, let isNegated):
      return self.passive(passive, on: operand, isNegated: isNegated, isPast: false)
    case .adjective(let word, let slot, let isNegated, let times):
      return adjective(
        word, on: operand, slotNoun: slot, isNegated: isNegated,
        days: days(times, isPast: false, isNegated: isNegated))
    case .named(let name): return named(name, operand)
    case .otherThan(let noun, _):
      return .not(closed { $0.isNoun(noun, operand) })
    }
  }

  /// `competent for A.5.3`
  mutating func adjective(
    _ word: WordSyntax, on operand: Operand, slotNoun: NounPhraseSyntax, isNegated: Bool,
    days: [BoundTime]
  ) -> BoundCondition {
    func made(_ binder: inout Binder) -> BoundCondition {
      let kinds = binder.slotKinds(word, of: binder.kinds(of: operand))
      guard !kinds.isEmpty else {
        binder.report(BindingMessages.slotNotTaken(word.text, at: word.range))
        return .always
      }
      if word.text == word.base, let other = binder.preposition(of: word), other != "for" {
        let place = SourceRange(word.range.start, slotNoun.range.start)
        binder.report(
          BindingMessages.otherPreposition(word.text, other, replacing: place, at: word.range))
      }
      return binder.quantify(slotNoun, reachedFrom: operand, endKinds: kinds) {
        $0.narrow($1, to: kinds)
        return $0.adjective(word, on: operand, slot: $1, nounEnd: nil, days: days)
      }
    }
    return isNegated ? .not(closed(made)) : made(&self)
  }

  /// What a relational adjective is said with.
  private func preposition(of word: WordSyntax) -> String? {
    for case .definition(let id) in model.adjectives[word.base] ?? []
    where model[id].form == .relationalAdjective {
      return model[id].preposition
    }
    return nil
  }

  /// The kinds the slot of a relational adjective takes.
  func slotKinds(_ word: WordSyntax, of subject: [KindID]) -> [KindID] {
    var kinds: Set<KindID> = []
    for case .definition(let id) in model.adjectives[word.base] ?? []
    where model[id].form == .relationalAdjective {
      let definition = model[id]
      let own = definition.variables[definition.parameters[0].index].kinds
      if own.overlaps(subject) {
        kinds.formUnion(definition.variables[definition.parameters[1].index].kinds)
      }
    }
    return kinds.sorted()
  }

  private mutating func named(_ name: NameSyntax, _ operand: Operand) -> BoundCondition {
    let kinds = self.kinds(of: operand)
    let attributes = kinds.flatMap { model.schema.namingAttributes(of: $0) }
    return .disjunction(
      attributes.map {
        .compare(.attribute([$0], operand), .equal, .value(.text(name.text)))
      })
  }

  /// `that Ann owns`: the thing is the object.
  private mutating func objectClause(
    _ clause: ObjectClauseSyntax, on operand: Operand
  ) -> BoundCondition {
    pronounVerb = singularVerb(clause)
    defer { pronounVerb = nil }
    if clause.isFit { return fitClause(clause, on: operand) }
    let auxiliary = clause.auxiliary
    let use = VerbUse(
      word: clause.verb, isDirect: clause.isDirect,
      isPast: auxiliary.map { $0.isPerfect || $0.isPast } ?? false, repetition: clause.repetition,
      times: clause.times, isPassive: false, isNegated: auxiliary?.isNegated == true)
    let isNegated = use.isNegated
    func made(_ binder: inout Binder) -> BoundCondition {
      let reverse = VerbUse(
        word: use.word, isDirect: use.isDirect, isPast: use.isPast, repetition: use.repetition,
        times: use.times, isPassive: true, isNegated: use.isNegated)
      let kinds = binder.objectKinds(reverse, subject: binder.kinds(of: operand))
      // Without a fitting end the link itself reports what is impossible.
      return binder.quantify(
        clause.subject, reachedFrom: operand, endKinds: kinds.isEmpty ? binder.ordinaryKinds : kinds
      ) { $0.link(use, subject: $1, object: operand) }
    }
    return isNegated ? .not(closed(made)) : made(&self)
  }

  /// The edit that makes `x holds` of `they hold`, once `they` is a letter.
  private func singularVerb(_ clause: ObjectClauseSyntax) -> Diagnostic.Edit? {
    guard case .reference(let reference) = clause.subject.head,
      case .pronoun(_, let pronoun) = reference.base, reference.steps.isEmpty
    else { return nil }
    let said = clause.auxiliary
    let not = said?.isNegated == true ? " not" : ""
    let auxiliary: String? =
      if said?.isPerfect == true {
        clause.isLink ? "has\(not) been" : "has\(not)"
      } else if said?.isPast == true {
        clause.isLink ? "was\(not)" : "did\(not)"
      } else if clause.isLink {
        "is\(not)"
      } else {
        said == nil ? nil : "does\(not)"
      }
    guard auxiliary != nil || model.verbs[clause.verb.base] != nil else { return nil }
    let verb = model.verbs[clause.verb.base]?.forms.singular ?? clause.verb.text
    let words = [auxiliary, clause.isDirect ? "directly" : nil, auxiliary == nil ? verb : nil]
    return Diagnostic.Edit(
      range: SourceRange(
        pronoun.end, auxiliary == nil ? clause.verb.range.end : clause.verb.range.start),
      replacement: " " + words.compactMap { $0 }.joined(separator: " ")
        + (auxiliary == nil ? "" : " "))
  }

  /// `that they are competent for`: the thing is what the adjective is about.
  private mutating func fitClause(
    _ clause: ObjectClauseSyntax, on operand: Operand
  ) -> BoundCondition {
    let word = clause.verb
    let kinds = fitKinds(word, for: self.kinds(of: operand))
    guard !kinds.isEmpty else {
      let about = model.phrase(self.kinds(of: operand), plural: true)
      report(
        preposition(of: word).map {
          BindingMessages.notSaidAbout(word.base, $0, about, at: word.range)
        } ?? BindingMessages.slotNotTaken(word.text, at: word.range))
      return .always
    }
    let auxiliary = clause.auxiliary
    let isNegated = auxiliary?.isNegated == true
    let days = days(
      clause.times, isPast: auxiliary.map { $0.isPerfect || $0.isPast } ?? false,
      isNegated: isNegated)
    func made(_ binder: inout Binder) -> BoundCondition {
      binder.quantify(clause.subject, reachedFrom: operand, endKinds: kinds) {
        $0.adjective(word, on: $1, slot: operand, nounEnd: nil, days: days)
      }
    }
    return isNegated ? .not(closed(made)) : made(&self)
  }

  /// The kinds of which a relational adjective can be said about things of others.
  private func fitKinds(_ word: WordSyntax, for slot: [KindID]) -> [KindID] {
    var kinds: Set<KindID> = []
    for case .definition(let id) in model.adjectives[word.base] ?? []
    where model[id].form == .relationalAdjective {
      let ends = model[id].parameters.map { model[id].variables[$0.index].kinds }
      if ends[1].overlaps(slot) { kinds.formUnion(ends[0]) }
    }
    return kinds.sorted()
  }

  /// `whose active owner is Ann`; `whose every dependency is critical`.
  private mutating func whoseRelation(
    _ noun: NounPhraseSyntax, _ said: WhoseSyntax, on operand: Operand
  ) -> BoundCondition {
    guard case .relation(let word, _) = noun.head else { return .always }
    // The noun's own link is its restriction; the verb phrase is what holds.
    var bare = noun
    bare.posts = []
    return quantifyEnd(bare, word, of: operand) { binder, thing in
      switch said {
      case .verbs(let verbs): return binder.verbPhrase(verbs, subject: thing)
      case .attribute(let word, let comparison):
        return binder.attributeComparison(word, comparison, on: thing)
      case .step(let adjectives, let word, let rest):
        let next = NounPhraseSyntax(
          adjectives: adjectives, head: .relation(word, of: nil), range: word.range)
        return binder.whoseRelation(next, rest, on: thing)
      }
    }
  }

  /// `no competent owner`, `classification secret`
  mutating func having(_ having: HavingSyntax, of operand: Operand) -> BoundCondition {
    switch having {
    case .attribute(let word, let isNo, let comparison):
      if let comparison { return attributeComparison(word, comparison, on: operand) }
      guard let term = attribute(word, of: operand) else { return .always }
      return isNo ? .not(.known(term.term)) : .known(term.term)
    case .relation(let noun):
      guard case .relation(let word, _) = noun.head else { return .always }
      return quantifyEnd(noun, word, of: operand, holds: nil)
    case .alike(let word, let isSame, let noun):
      return alike(word, isSame: isSame, operand, noun)
    }
  }

  /// Quantifies over the things at an end of a relation of `owner`.
  ///
  /// `holds` is what has to hold of them; `nil` asks only that there are so many
  /// of them.
  private mutating func quantifyEnd(
    _ noun: NounPhraseSyntax, _ word: RelationNounSyntax, of owner: Operand,
    holds: ((inout Binder, Operand) -> BoundCondition)?
  ) -> BoundCondition {
    let kinds = endKinds(word, from: kinds(of: owner))
    func bound(_ binder: inout Binder) -> (Variable, BoundCondition) {
      let variable = binder.variable(
        kinds.isEmpty ? binder.ordinaryKinds : kinds, named: noun.variable)
      binder.reachedFrom[variable.index] = owner
      var conditions = [binder.endLink(word, thing: .variable(variable), owner: owner)]
      if let name = noun.name {
        conditions.append(.same(.variable(variable), binder.name(name, kinds: kinds)))
      }
      if noun.isOther {
        conditions.append(binder.otherNoun(variable, noun))
      }
      binder.scope.addNoun(variable)
      conditions += binder.adjectives(noun, on: variable)
      conditions.append(binder.posts(noun.posts, on: .variable(variable)))
      return (variable, .conjunction(conditions))
    }
    let quantifier: Quantifier
    switch noun.determiner {
    case nil, .indefinite, .the:
      let before = scope.nouns.count
      let (variable, condition) = bound(&self)
      let inside = holds?(&self, .variable(variable)) ?? .always
      if noun.variable != nil {
        scope.addReferent(variable)
        return .conjunction([condition, inside])
      }
      scope.dropNouns(after: before)
      return .quantified(.some, variable, among: condition, holds: inside)
    case .no: quantifier = .no
    case .every: quantifier = .every
    case .only: quantifier = .only
    case .quantity(let quantity): quantifier = self.quantifier(quantity)
    }
    scope.open()
    var (variable, among) = bound(&self)
    var inside = holds?(&self, .variable(variable)) ?? .always
    if quantifier == .only || quantifier == .every, holds == nil {
      (among, inside) = splitEnd(among)
    }
    for referent in scope.close().reversed() {
      if inside.mentions(referent), quantifier != .every, quantifier != .only {
        among = .conjunction([among, inside]).binding(referent)
        inside = .always
      } else {
        among = among.binding(referent)
      }
    }
    return .quantified(quantifier, variable, among: among, holds: inside)
  }

  /// `with only active owners`: among the owners, all are active.
  private func splitEnd(_ condition: BoundCondition) -> (BoundCondition, BoundCondition) {
    guard case .all(let parts) = condition, let link = parts.first else {
      return (condition, .always)
    }
    return (link, .conjunction(Array(parts.dropFirst())))
  }
}
