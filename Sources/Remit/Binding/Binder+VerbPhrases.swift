// SPDX-License-Identifier: Apache-2.0

extension Binder {
  // MARK: Verb phrases

  /// The condition a verb phrase makes of its subject.
  mutating func verbPhrase(_ verbs: VerbPhraseSyntax, subject: Operand) -> BoundCondition {
    switch verbs.conjunction {
    case .and: .conjunction(verbs.terms.map { verbTerm($0, subject: subject) })
    case .or:
      .disjunction(verbs.terms.map { term in closed { $0.verbTerm(term, subject: subject) } })
    }
  }

  private mutating func verbTerm(_ term: VerbTermSyntax, subject: Operand) -> BoundCondition {
    switch term {
    case .verb(let clause):
      let isNegated = clause.auxiliary?.isNegated == true
      return isNegated
        ? .not(closed { $0.verbClause(clause, subject: subject) })
        : verbClause(clause, subject: subject)
    case .be(let form, let conjunction, let predicates, _):
      func made(_ binder: inout Binder) -> BoundCondition {
        switch conjunction {
        case .and:
          .conjunction(predicates.map { binder.predicate($0, on: subject, of: form) })
        case .or:
          .disjunction(
            predicates.map { predicate in
              binder.closed { $0.predicate(predicate, on: subject, of: form) }
            })
        }
      }
      return form.isNegated ? .not(closed(made)) : made(&self)
    case .have(let having, let isNegated, let form, let times, _):
      func made(_ binder: inout Binder) -> BoundCondition {
        let condition = binder.having(having, of: subject)
        let isPast = form == .had && !binder.isAboutOneDay
        if isPast || !times.isEmpty, let range = having.timelessRange {
          binder.report(BindingMessages.pastOfTimeless(at: range))
          return condition
        }
        return binder.said(condition, times, isPast: isPast, isNegated: isNegated)
      }
      return isNegated ? .not(closed(made)) : made(&self)
    case .missing: return .always
    }
  }

  /// A verb, or several sharing their objects, without the negation.
  private mutating func verbClause(
    _ clause: VerbClauseSyntax, subject: Operand
  ) -> BoundCondition {
    let uses = clause.verbs.map { verb in
      VerbUse(
        word: verb.word, isDirect: clause.isDirect, isPast: verb.isPast,
        repetition: verb.repetition, times: clause.times, isPassive: false,
        isNegated: clause.auxiliary?.isNegated == true)
    }
    return objects(clause.objects, uses, clause.conjunction, subject)
  }

  /// The condition that verbs lead from the subject to their objects.
  private mutating func objects(
    _ objects: ObjectsSyntax?, _ uses: [VerbUse], _ conjunction: Conjunction, _ subject: Operand
  ) -> BoundCondition {
    let kinds = uses.distinctKinds { objectKinds($0, subject: self.kinds(of: subject)) }
    let endKinds = kinds.isEmpty ? ordinaryKinds : kinds
    func link(_ binder: inout Binder, _ object: Operand) -> BoundCondition {
      let links = uses.map { binder.link($0, subject: subject, object: object) }
      return conjunction == .and ? .conjunction(links) : .disjunction(links)
    }
    guard let objects else {
      if let actions = actions(uses, of: subject) {
        return conjunction == .and ? .conjunction(actions) : .disjunction(actions)
      }
      for use in uses where use.word.base.endsInPreposition {
        report(BindingMessages.openPreposition(use.word))
      }
      let object = variable(endKinds)
      wide.insert(object.index)
      let condition = link(&self, .variable(object))
      return .quantified(.some, object, among: condition, holds: .always)
    }
    func one(_ binder: inout Binder, _ noun: NounPhraseSyntax) -> BoundCondition {
      binder.quantify(noun, reachedFrom: subject, endKinds: endKinds, link: link)
    }
    switch objects.conjunction {
    case .and: return .conjunction(objects.nouns.map { one(&self, $0) })
    case .or: return .disjunction(objects.nouns.map { noun in closed { one(&$0, noun) } })
    }
  }

  /// What verbs that take no object say of a subject; `nil` if one of them takes one.
  ///
  /// Such a verb happens on days: a bare participle, as in `people left in 2025`,
  /// is its past.
  private mutating func actions(_ uses: [VerbUse], of subject: Operand) -> [BoundCondition]? {
    let kinds = Set(self.kinds(of: subject))
    var conditions: [BoundCondition] = []
    for use in uses {
      let fitting = (model.verbs[use.word.base]?.actions ?? []).filter { id in
        !kinds.isDisjoint(with: model[id].variables[model[id].parameters[0].index].kinds)
      }
      guard !fitting.isEmpty, !use.isDirect, use.repetition == nil else { return nil }
      narrow(
        subject,
        to: fitting.distinctKinds { model[$0].variables[model[$0].parameters[0].index].kinds })
      let now = BoundCondition.disjunction(fitting.map { .definition($0, [subject]) })
      let days =
        use.times.isEmpty
        ? days([], isPast: use.isPast || use.isPassive)
        : use.times.map { time($0, isSome: true) }
      conditions.append(.conjunction(days.map { .during($0, now) }, orElse: now))
    }
    return conditions
  }

  /// `owned by Ann`, `part of an asset`, `owned`.
  mutating func passive(
    _ passive: PassiveSyntax, on operand: Operand, isNegated: Bool, isPast: Bool,
    isNone: Bool? = nil
  ) -> BoundCondition {
    let use = VerbUse(
      word: passive.word, isDirect: passive.isDirect, isPast: isPast,
      repetition: passive.repetition, times: passive.times, isPassive: !passive.isLink,
      isNegated: isNone ?? isNegated)
    return isNegated
      ? .not(closed { $0.objects(passive.objects, [use], .and, operand) })
      : objects(passive.objects, [use], .and, operand)
  }

  private mutating func predicate(
    _ predicate: PredicateSyntax, on operand: Operand, of form: BeSyntax
  ) -> BoundCondition {
    let isPast = form.isPast
    let isNegated = predicate.isNegated != form.isNegated
    if isPast, !isAboutOneDay, let range = predicate.timelessRange(in: model) {
      report(BindingMessages.pastOfTimeless(at: range))
    }
    switch predicate.body {
    case .adjective(let word, let slot?, let times):
      return adjective(
        word, on: operand, slotNoun: slot, isNegated: predicate.isNegated,
        days: days(times, isPast: isPast, isNegated: isNegated))
    case .adjective(let word, nil, let times):
      let slot: Operand? =
        if case .variable(let variable) = operand { reachedFrom[variable.index] } else { nil }
      let condition = adjective(
        word, on: operand, slot: slot, nounEnd: nil,
        days: days(times, isPast: isPast, isNegated: isNegated))
      return predicate.isNegated ? .not(condition) : condition
    case .passive(let passive):
      return self.passive(
        passive, on: operand, isNegated: predicate.isNegated, isPast: isPast, isNone: isNegated)
    case .otherThan(let noun):
      let condition = BoundCondition.not(closed { $0.isNoun(noun, operand) })
      return predicate.isNegated ? .not(condition) : condition
    case .noun(let noun):
      func made(_ binder: inout Binder) -> BoundCondition {
        let condition = binder.isNoun(noun, operand)
        return binder.said(condition, [], isPast: isPast)
      }
      return predicate.isNegated ? .not(closed(made)) : made(&self)
    }
  }

  /// `is a person who …`, `is Ann`, `is no owner of …`.
  mutating func isNoun(_ noun: NounPhraseSyntax, _ operand: Operand) -> BoundCondition {
    let slot: Operand? =
      if case .variable(let variable) = operand { reachedFrom[variable.index] } else { nil }
    if case .no = noun.determiner {
      return .not(
        closed { binder in
          var bare = noun
          bare.determiner = nil
          return binder.isNoun(bare, operand)
        })
    }
    let kinds = self.kinds(of: operand)
    if noun.isOther { report(BindingMessages.otherThanWhat(at: noun.range)) }
    if let other = bareReference(noun) {
      narrow(other, to: kinds)
      return .same(operand, other)
    }
    var plain = noun
    plain.isOther = false
    let before = scope.nouns.count
    let bound = self.noun(plain, reachedFrom: slot, endKinds: kinds)
    scope.dropNouns(after: before)
    let own = variables[bound.variable.index].kinds
    if !own.overlaps(kinds) {
      report(
        BindingMessages.mixedKinds(
          "a \(model.phrase(kinds))", "a \(model.phrase(own))", at: noun.range))
    }
    if noun.variable != nil {
      // The letter goes on to mean the thing: `whose subject is a control c`.
      scope.addReferent(bound.variable)
      return .conjunction([.same(operand, .variable(bound.variable)), bound.condition])
    }
    let condition = bound.condition.replacing(bound.variable, with: operand)
    let isNarrower = !kinds.allSatisfy(own.contains)
    return isNarrower ? .conjunction([.isOf(operand, own), condition]) : condition
  }

  /// Marks the name in `who is CISO`, which asks for no role.
  mutating func markWhoIs(_ verbs: VerbPhraseSyntax) {
    guard verbs.terms.count == 1, case .be(let form, _, let predicates, let range) = verbs.terms[0],
      !form.isNegated, !form.isPast, predicates.count == 1, !predicates[0].isNegated,
      case .noun(let noun) = predicates[0].body, noun.posts.isEmpty, noun.adjectives.isEmpty
    else { return }
    var name = noun.name
    if case .reference(let reference) = noun.head, reference.steps.isEmpty,
      case .name(let plain) = reference.base
    {
      name = plain
    }
    for place in names.indices where names[place].range == name?.range && name?.isParameter == false
    {
      names[place].whoIs = range
    }
  }

  private mutating func bareReference(_ noun: NounPhraseSyntax) -> Operand? {
    guard noun.posts.isEmpty, noun.adjectives.isEmpty,
      case .reference(let reference) = noun.head, reference.steps.isEmpty
    else { return nil }
    if case .group = reference.base { return nil }
    return operand(reference)
  }

  // MARK: Propositions

  mutating func propositions(_ syntax: PropositionsSyntax) -> BoundCondition {
    switch syntax.conjunction {
    case .and: .conjunction(syntax.parts.map { proposition($0) })
    case .or: .disjunction(syntax.parts.map { part in closed { $0.proposition(part) } })
    }
  }

  mutating func proposition(_ syntax: PropositionSyntax) -> BoundCondition {
    switch syntax {
    case .exists(var phrase):
      phrase.noun = ofHead(phrase.noun)
      let outer = (head, headRange)
      defer { (head, headRange) = outer }
      if case .no = phrase.noun.determiner {
        var bare = phrase
        bare.noun.determiner = nil
        return .not(closed { $0.exists(bare) })
      }
      if case .quantity(let quantity) = phrase.noun.determiner {
        var bare = phrase
        bare.noun.determiner = nil
        scope.open()
        let (variable, condition) = self.phrase(bare)
        let among = scope.close().reversed().reduce(condition) { $0.binding($1) }
        return .quantified(
          quantifier(quantity), variable, among: among, holds: .always)
      }
      return exists(phrase)
    case .comparison(let term, let comparison):
      return self.comparison(term, comparison)
    case .statement(let noun, let verbs):
      return quantify(ofHead(noun), reachedFrom: nil, endKinds: ordinaryKinds) {
        $0.verbPhrase(verbs, subject: $1)
      }
    }
  }

  private mutating func exists(_ phrase: PhraseSyntax) -> BoundCondition {
    let named = phrase.noun.variable != nil
    let before = scope.nouns.count
    let (variable, condition) = self.phrase(phrase)
    if named {
      scope.addReferent(variable)
      return condition
    }
    scope.dropNouns(after: before)
    return .quantified(.some, variable, among: condition, holds: .always)
  }
}

extension PredicateSyntax {
  /// Where the predicate stands, if it says something that keeps no history: a
  /// kind or a thing. Of adjectives the definition decides.
  fileprivate func timelessRange(in model: Model) -> SourceRange? {
    switch body {
    case .adjective(let word, _, _):
      let timeless: [Keyword] = [.current, .known, .unknown]
      return timeless.contains { $0.text == word.base } ? word.range : nil
    case .otherThan(let noun): return noun.range
    case .noun(let noun):
      switch noun.head {
      case .relation: return nil
      case .kinds(let words):
        let isDefined = words.allSatisfy { model.definedNouns[$0.base] != nil }
        return isDefined ? nil : noun.range
      case .indefinite, .reference, .missing: return noun.range
      }
    case .passive: return nil
    }
  }
}

extension HavingSyntax {
  /// Where an attribute stands, which keeps no history.
  fileprivate var timelessRange: SourceRange? {
    if case .attribute(let word, _, _) = self { word.range } else { nil }
  }
}

extension String {
  /// Whether a verb asks for more: `reports to`, `conflicts with`.
  fileprivate var endsInPreposition: Bool {
    let words = split(separator: " ")
    return words.count > 1
      && ["to", "with", "for", "on", "of", "from", "by", "in", "at", "about", "against"]
        .contains(words[words.count - 1])
  }
}
