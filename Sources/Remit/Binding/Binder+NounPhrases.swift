// SPDX-License-Identifier: Apache-2.0

extension Binder {
  /// Binds a noun with everything that belongs to it.
  ///
  /// `reachedFrom` is the thing whose link leads to the noun: it fills the slot
  /// of a relational adjective. `endKinds` are the kinds the place of the noun
  /// takes, for indefinites.
  mutating func noun(
    _ noun: NounPhraseSyntax, reachedFrom other: Operand?, endKinds: [KindID]? = nil,
    isHead: Bool = false
  ) -> BoundNoun {
    var conditions: [BoundCondition] = []
    let variable: Variable
    switch noun.head {
    case .kinds(let words):
      if let operand = definite(noun, words) {
        variable = self.variable(kinds(of: operand))
        conditions.append(.same(.variable(variable), operand))
        break
      }
      variable = self.variable(words.distinctKinds(kindsNamed), named: noun.variable)
      conditions += definedNouns(words, variable)
      if let name = noun.name {
        let operand = self.name(name, kinds: variables[variable.index].kinds)
        conditions.append(.same(.variable(variable), operand))
      }
    case .relation(let word, let owner):
      (variable, conditions) = relationNoun(noun, word, of: owner)
    case .indefinite:
      variable = self.variable(endKinds ?? ordinaryKinds, named: noun.variable)
      wide.insert(variable.index)
    case .reference(let reference):
      (variable, conditions) = referenceNoun(reference)
    case .missing:
      // Nothing is known of the kind yet: records too can be `void`.
      variable = self.variable(endKinds ?? model.allKinds)
      wide.insert(variable.index)
    }
    if isHead {
      head = variable
      headRange = noun.range
      headWordEnd = noun.headEnd
    }
    if let other { reachedFrom[variable.index] = other }
    if noun.isOther { conditions.append(otherNoun(variable, noun)) }
    scope.addNoun(variable)
    conditions += adjectives(noun, on: variable)
    let modifiers = posts(noun.posts, on: .variable(variable))
    return BoundNoun(
      variable: variable, core: .conjunction(conditions), modifiers: modifiers)
  }

  /// The conditions of defined nouns among the words of a head.
  private func definedNouns(_ words: [WordSyntax], _ variable: Variable) -> [BoundCondition] {
    guard words.contains(where: { model.definedNouns[$0.base] != nil }) else { return [] }
    let alternatives = words.map { word -> BoundCondition in
      if let noun = model.definedNouns[word.base] {
        return .definition(noun, [.variable(variable)])
      }
      return .isOf(.variable(variable), kindsNamed(word))
    }
    return [.disjunction(alternatives)]
  }

  /// `owners of A.5.3`, or `owners`: those who are one of anything.
  private mutating func relationNoun(
    _ noun: NounPhraseSyntax, _ word: RelationNounSyntax, of owner: NounPhraseSyntax?
  ) -> (Variable, [BoundCondition]) {
    let ownerKinds = ownerKinds(of: word, named: owner != nil)
    let kinds = endKinds(word, from: ownerKinds)
    let variable = self.variable(kinds.isEmpty ? ordinaryKinds : kinds, named: noun.variable)
    let link = { (binder: inout Binder, owner: Operand) -> BoundCondition in
      binder.endLink(word, thing: .variable(variable), owner: owner)
    }
    guard let owner else {
      if noun.determiner == .the, let article = noun.determinerRange, let left = scope.nouns.last,
        !endKinds(word, from: variables[left.index].kinds).isEmpty
      {
        report(
          BindingMessages.ofWhat(
            word.words.first?.text ?? "", article: article, at: noun.range))
      }
      let other = self.variable(ownerKinds)
      wide.insert(other.index)
      let condition = link(&self, .variable(other))
      var conditions: [BoundCondition] = [
        .quantified(.some, other, among: .always, holds: condition)
      ]
      if let name = noun.name {
        conditions.append(.same(.variable(variable), self.name(name, kinds: kinds)))
      }
      return (variable, conditions)
    }
    let condition = quantify(owner, reachedFrom: .variable(variable), endKinds: ownerKinds) {
      // One thing leads there: what is said of those there can be about it.
      if owner.isReference { $0.reachedFrom[variable.index] = $1 }
      return link(&$0, $1)
    }
    return (variable, [condition])
  }

  /// A reference in the place of a noun: a name, a variable, a chain, a set.
  private mutating func referenceNoun(_ reference: ReferenceSyntax) -> (Variable, [BoundCondition])
  {
    if case .group(let set) = reference.base {
      let outer = (head, headRange)
      let (variable, condition) = self.set(set)
      (head, headRange) = outer
      return (variable, [condition])
    }
    if reference.steps.isEmpty {
      let operand = self.operand(reference)
      let kinds = self.kinds(of: operand)
      let variable = self.variable(kinds.isEmpty ? ordinaryKinds : kinds)
      return (variable, [.same(.variable(variable), operand)])
    }
    if case .attribute(let word)? = reference.steps.last {
      let gap = SourceRange(reference.endOfThing, word.range.end)
      report(
        BindingMessages.attributeAsThing(
          word.text, edit: Diagnostic.Edit(range: gap, replacement: ", showing \(word.text)"),
          at: word.range))
    }
    var chain = chain(reference)
    guard let last = chain.popLast() else {
      return (self.variable(ordinaryKinds), [])
    }
    return (last.variable, [chain.reversed().reduce(last.condition) { $1.wrap($0) }])
  }

  /// `other`: not the nearest noun to the left that it could be.
  mutating func otherNoun(_ variable: Variable, _ noun: NounPhraseSyntax) -> BoundCondition {
    let kinds = Set(variables[variable.index].kinds)
    let nearest = scope.nouns.last { !kinds.isDisjoint(with: variables[$0.index].kinds) }
    guard let nearest else {
      report(BindingMessages.otherThanWhat(at: noun.range))
      return .always
    }
    return .not(.same(.variable(variable), .variable(nearest)))
  }

  /// A bare relation noun in a column, in `where` or in a definition means that
  /// of the head: `number of holders` is that of its holders.
  func ofHead(_ noun: NounPhraseSyntax) -> NounPhraseSyntax {
    guard case .relation(let word, of: nil) = noun.head, let subject = pronounSubject,
      word.words.contains(where: {
        !model.ends(named: $0.base, from: kinds(of: subject), directly: word.isDirect).isEmpty
      })
    else { return noun }
    let it = ReferenceSyntax(base: .pronoun("it", word.range), steps: [], range: word.range)
    var owned = noun
    owned.head = .relation(word, of: NounPhraseSyntax(head: .reference(it), range: word.range))
    return owned
  }

  // MARK: Quantifying

  /// Binds a noun phrase that a link leads to, with its determiner.
  ///
  /// `reachedFrom` is the thing the link comes from, `endKinds` are the kinds
  /// the link takes at this end, and `link` makes the condition that it holds
  /// for a thing.
  mutating func quantify(
    _ noun: NounPhraseSyntax, reachedFrom other: Operand?, endKinds: [KindID],
    link: (inout Binder, Operand) -> BoundCondition
  ) -> BoundCondition {
    let determiner = effectiveDeterminer(noun)
    if let operand = bareOperand(noun, endKinds: endKinds) {
      guard determiner == .only else { return link(&self, operand) }
      let variable = self.variable(endKinds)
      return .quantified(
        .only, variable, among: link(&self, .variable(variable)),
        holds: .same(.variable(variable), operand))
    }
    switch determiner {
    case .no: return region(noun, .no, other, endKinds, link)
    case .every: return region(noun, .every, other, endKinds, link)
    case .quantity(let quantity):
      return region(noun, quantifier(quantity), other, endKinds, link)
    case .only: return only(noun, other, endKinds, link)
    case nil, .indefinite, .the:
      let before = scope.nouns.count
      let bound = self.noun(noun, reachedFrom: other, endKinds: endKinds)
      let operand = Operand.variable(bound.variable)
      // The link comes first, so that a variable of the noun ranges inside it.
      let condition = BoundCondition.conjunction([link(&self, operand), bound.condition])
      if noun.variable != nil {
        scope.addReferent(bound.variable)
        return condition
      }
      scope.dropNouns(after: before)
      return .quantified(.some, bound.variable, among: condition, holds: .always)
    }
  }

  private func effectiveDeterminer(_ noun: NounPhraseSyntax) -> DeterminerSyntax? {
    if case .indefinite(let word) = noun.head {
      switch word {
      case .nobody, .nothing: return .no
      case .everyone, .everything: return .every
      default: return .indefinite
      }
    }
    return noun.determiner
  }

  mutating func quantifier(_ quantity: QuantitySyntax) -> Quantifier {
    let number = number(quantity.number)
    return switch quantity.comparison {
    case .atLeast: .count(.greaterOrEqual, number)
    case .atMost: .count(.lessOrEqual, number)
    case .exactly: .count(.equal, number)
    case .moreThan: .count(.greater, number)
    case .fewerThan: .count(.less, number)
    }
  }

  /// A quantifier whose nouns cannot be used outside it.
  private mutating func region(
    _ noun: NounPhraseSyntax, _ quantifier: Quantifier, _ other: Operand?, _ endKinds: [KindID],
    _ link: (inout Binder, Operand) -> BoundCondition
  ) -> BoundCondition {
    scope.open()
    let bound = self.noun(noun, reachedFrom: other, endKinds: endKinds)
    let holds = link(&self, .variable(bound.variable))
    let referents = scope.close()
    // A referent of the noun ranges with it: it is bound on the side that
    // mentions it, or over both where the link does too.
    var among = bound.condition
    var inside = holds
    for referent in referents.reversed() {
      if inside.mentions(referent), quantifier == .every {
        inside = .always
        among = among.binding(referent)
        report(
          BindingMessages.variableHidden(
            variables[referent.index].name ?? "", at: noun.range))
      } else if inside.mentions(referent) {
        among = .conjunction([among, inside]).binding(referent)
        inside = .always
      } else {
        among = among.binding(referent)
      }
    }
    return .quantified(quantifier, bound.variable, among: among, holds: inside)
  }

  /// `only N that P`: some, and every N reached is P; `only N`: everything
  /// reached is an N (reading rule 4).
  private mutating func only(
    _ noun: NounPhraseSyntax, _ other: Operand?, _ endKinds: [KindID],
    _ link: (inout Binder, Operand) -> BoundCondition
  ) -> BoundCondition {
    scope.open()
    let hasModifiers = !noun.adjectives.isEmpty || !noun.posts.isEmpty || noun.name != nil
    let bound = self.noun(noun, reachedFrom: other, endKinds: endKinds)
    var holds = bound.condition
    if !hasModifiers, case .kinds = noun.head {
      let kinds = variables[bound.variable.index].kinds
      variables[bound.variable.index].kinds = endKinds
      holds = .conjunction([.isOf(.variable(bound.variable), kinds), holds])
    }
    let among = link(&self, .variable(bound.variable))
    holds = scope.close().reversed().reduce(holds) { $0.binding($1) }
    return .quantified(.only, bound.variable, among: among, holds: holds)
  }

  /// A name or variable that stands for itself: without steps and modifiers.
  mutating func bareOperand(_ noun: NounPhraseSyntax, endKinds: [KindID]) -> Operand? {
    guard noun.posts.isEmpty, noun.adjectives.isEmpty, !noun.isOther else { return nil }
    switch noun.determiner {
    case nil, .the, .only: break
    default: return nil
    }
    if case .reference(let reference) = noun.head, reference.steps.isEmpty {
      if case .group = reference.base { return nil }
      let operand = operand(reference)
      narrow(operand, to: endKinds)
      return operand
    }
    if case .kinds(let words) = noun.head, let operand = definite(noun, words) { return operand }
    if case .kinds(let words) = noun.head, let name = noun.name, noun.variable == nil,
      !words.contains(where: { [known] in known.model.definedNouns[$0.base] != nil })
    {
      return self.name(name, kinds: words.flatMap(kindsNamed))
    }
    return nil
  }

  // MARK: References

  /// The thing a reference starts from.
  mutating func operand(_ reference: ReferenceSyntax) -> Operand {
    switch reference.base {
    case .name(let name): return self.name(name, kinds: ordinaryKinds)
    case .variable(let syntax):
      if let found = scope.find(syntax.text) {
        if !found.isVisible {
          report(BindingMessages.variableHidden(syntax.text, at: syntax.range))
        }
        return .variable(found.variable)
      }
      if let outer = outer(syntax.text, at: syntax.range) { return outer }
      report(
        BindingMessages.unknownVariable(
          syntax.text, known: scope.names + letters.things.keys.sorted(), at: syntax.range))
      return .variable(self.variable(ordinaryKinds))
    case .pronoun(let word, let range): return pronoun(word, range)
    case .definite(let word, let range): return definite([word], range)
    case .group:
      return .variable(self.variable(ordinaryKinds))
    }
  }

  /// `it` and its like: the one noun to the left, or the head of the row where
  /// the place says so (reading rule 6).
  private mutating func pronoun(_ word: String, _ range: SourceRange) -> Operand {
    if let subject = pronounSubject { return subject }
    if scope.nouns.count == 1 { return .variable(scope.nouns[0]) }
    if scope.nouns.isEmpty, let outer = outer(word, at: range) { return outer }
    guard let head, let headRange else {
      report(BindingMessages.pronounWithoutNoun(word, at: range))
      return .variable(variable(ordinaryKinds))
    }
    let letter = ["x", "y", "z"].first { !scope.names.contains($0) } ?? "x"
    let possessive = word == "its" || word == "their" ? "\(letter)'s" : letter
    let named = variables[head.index].name ?? letter
    var edit = [
      Diagnostic.Edit(range: range, replacement: named == letter ? possessive : "\(named)'s")
    ]
    if let pronounVerb { edit.append(pronounVerb) }
    if variables[head.index].name == nil {
      let end = headWordEnd ?? headRange.end
      edit.append(Diagnostic.Edit(range: SourceRange(end, end), replacement: " \(letter)"))
    }
    report(BindingMessages.ambiguousPronoun(word, edits: [edit], at: range))
    return .variable(head)
  }

  /// One step of a chain: a variable, with what leads to it.
  struct ChainStep {
    var variable: Variable
    var condition: BoundCondition

    /// The condition that such a thing exists for which `inside` holds.
    func wrap(_ inside: BoundCondition) -> BoundCondition {
      .quantified(.some, variable, among: condition, holds: inside)
    }
  }

  /// The relation steps of a reference, each a thing reached from the one
  /// before; the first one starts at the reference's base.
  mutating func chain(_ reference: ReferenceSyntax) -> [ChainStep] {
    var steps: [ChainStep] = []
    var current: Operand
    if case .group(let set) = reference.base {
      let outer = (head, headRange)
      let (variable, condition) = self.set(set)
      (head, headRange) = outer
      steps.append(ChainStep(variable: variable, condition: condition))
      current = .variable(variable)
    } else {
      current = operand(reference)
    }
    for step in reference.steps {
      guard case .relation(let adjectives, let word) = step else { break }
      let made = chainStep(word, adjectives, from: current)
      steps.append(made)
      current = .variable(made.variable)
    }
    return steps
  }

  /// The things at an end of a relation of `owner`.
  mutating func chainStep(
    _ word: RelationNounSyntax, _ adjectives: [AdjectiveSyntax], from owner: Operand
  ) -> ChainStep {
    let kinds = endKinds(word, from: self.kinds(of: owner))
    let variable = self.variable(kinds.isEmpty ? ordinaryKinds : kinds)
    reachedFrom[variable.index] = owner
    let link = endLink(word, thing: .variable(variable), owner: owner)
    let conditions = adjectives.map { adjective($0, on: variable, nounEnd: nil) }
    return ChainStep(variable: variable, condition: .conjunction([link] + conditions))
  }
}

extension NounPhraseSyntax {
  /// Whether it is a name, a letter or a pronoun, with nothing behind it.
  fileprivate var isReference: Bool {
    guard case .reference(let reference) = head, posts.isEmpty, !isOther else { return false }
    if case .group = reference.base { return false }
    return reference.steps.isEmpty
  }
}

extension ReferenceSyntax {
  /// Where the reference ends without its last step.
  fileprivate var endOfThing: Int {
    if steps.count > 1, case .relation(_, let noun) = steps[steps.count - 2] {
      return noun.range.end
    }
    switch base {
    case .name(let name): return name.range.end
    case .variable(let variable): return variable.range.end
    case .pronoun(_, let range), .definite(_, let range): return range.end
    case .group(let set): return set.range.end
    }
  }
}
