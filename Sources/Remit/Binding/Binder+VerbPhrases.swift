// SPDX-License-Identifier: Apache-2.0

extension Binder {
  // MARK: Modifiers

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
  private mutating func adjective(
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
      if !Set(own).isDisjoint(with: subject) {
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
      if !Set(ends[1]).isDisjoint(with: slot) { kinds.formUnion(ends[0]) }
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
    let kinds = Set(uses.flatMap { objectKinds($0, subject: self.kinds(of: subject)) }).sorted()
    let endKinds = kinds.isEmpty ? ordinaryKinds : kinds
    func link(_ binder: inout Binder, _ object: Operand) -> BoundCondition {
      let links = uses.map { binder.link($0, subject: subject, object: object) }
      return conjunction == .and ? .conjunction(links) : .disjunction(links)
    }
    guard let objects else {
      if let actions = actions(uses, of: subject) {
        return conjunction == .and ? .conjunction(actions) : .disjunction(actions)
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
        to: Set(fitting.flatMap { model[$0].variables[model[$0].parameters[0].index].kinds })
          .sorted())
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
  private mutating func passive(
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
    if Set(own).isDisjoint(with: kinds) {
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
