// SPDX-License-Identifier: Apache-2.0

extension Declarer {
  /// Enters the word of a definition, so that its body can mention it.
  ///
  /// A second definition of an adjective or verb is one for other kinds; for
  /// the same kinds it is an error.
  mutating func declareWord(of syntax: DefineSyntax) {
    let id = DefinitionID(model.definitions.count)
    switch syntax.head {
    case .noun(let name, _):
      let plural = Inflection.plural(name.text)
      if model.definedNouns[name.text] != nil || model.schema.kind(named: name.text) != nil {
        diagnostics.append(
          BindingMessages.alreadyDeclared(name.text, as: "a noun", at: name.range))
        return
      }
      insert(name.text, base: name.text, .kind, as: "noun", at: name.range)
      insert(plural, base: name.text, .kind, as: "noun", at: name.range)
      guard diagnostics.isEmpty else { return }
    case .adjective(let subject, let word, let slot):
      declareAdjective(id, subject, word, slot: slot)
    case .verb(let left, let word, let right): declareVerb(id, left, word, right)
    }
  }

  private mutating func declareAdjective(
    _ id: DefinitionID, _ subject: NounPhraseSyntax, _ word: RawWords, slot: DefineSyntax.Slot?
  ) {
    if word.text.split(separator: " ").contains(where: { ["a", "an", "the"].contains($0) }) {
      diagnostics.append(BindingMessages.articleInWord(word))
      return
    }
    insert(word.text, base: word.text, .adjective, as: "adjective", at: word.range)
    guard diagnostics.isEmpty else { return }
    if let slot, slot.preposition == .for {
      model.vocabulary.insert(word.text, base: word.text, classes: .fitting)
    } else if let slot {
      insert(
        word.text + " " + slot.preposition.text, base: word.text, .fittingPhrase,
        as: "adjective with a preposition", at: word.range)
      guard diagnostics.isEmpty else { return }
    }
    var parameters = [kinds(subject.words)]
    if let slot { parameters.append(kinds(slot.noun.words)) }
    for case .definition(let other) in model.adjectives[word.text] ?? [] {
      let standing = model[other]
      if let slot, standing.form == .relationalAdjective,
        standing.preposition != slot.preposition.text
      {
        diagnostics.append(
          BindingMessages.alreadyDeclared(
            word.text, as: "said with '\(standing.preposition)'", at: word.range))
        return
      }
      let kinds = standing.parameters.map { standing.variables[$0.index].kinds }
      if kinds.count == parameters.count,
        zip(kinds, parameters).allSatisfy({ $0.overlaps($1) })
      {
        diagnostics.append(
          BindingMessages.alreadyDeclared(
            word.text, as: "defined for these kinds", at: word.range))
        return
      }
    }
    model.adjectives[word.text, default: []].append(.definition(id))
    addPlaceholder(
      id, word.text, slot == nil ? .adjective : .relationalAdjective, parameters)
    if let slot { model.definitions[id.index].preposition = slot.preposition.text }
  }

  private mutating func declareVerb(
    _ id: DefinitionID, _ left: NounPhraseSyntax, _ word: RawWords, _ right: NounPhraseSyntax?
  ) {
    let base = model.vocabulary.terms[word.text]?.base ?? word.text
    guard
      enterVerb(
        base, forms: Inflection.verb(base), isLink: false, isAction: right == nil,
        at: word.range)
    else { return }
    guard let right else { return declareAction(id, base, kinds(left.words), at: word.range) }
    let parameters = [kinds(left.words), kinds(right.words)]
    for other in model.verbs[base]?.definitions ?? [] {
      let standing = RelationReference.defined(other)
      if model.kinds(standing, at: .left).overlaps(parameters[0]),
        model.kinds(standing, at: .right).overlaps(parameters[1])
      {
        diagnostics.append(
          BindingMessages.alreadyDeclared(base, as: "defined for these kinds", at: word.range))
        return
      }
    }
    model.verbs[base]?.definitions.append(id)
    addPlaceholder(id, base, .verb, parameters)
  }

  private mutating func declareAction(
    _ id: DefinitionID, _ base: String, _ kinds: [KindID], at range: SourceRange
  ) {
    let standing = (model.verbs[base]?.actions ?? []).flatMap { other in
      model[other].variables[model[other].parameters[0].index].kinds
    }
    guard !standing.overlaps(kinds) else {
      diagnostics.append(
        BindingMessages.alreadyDeclared(base, as: "defined for these kinds", at: range))
      return
    }
    model.verbs[base]?.actions.append(id)
    addPlaceholder(id, base, .action, [kinds])
  }

  /// Enters a definition that never holds until its body has been bound.
  private mutating func addPlaceholder(
    _ id: DefinitionID, _ name: String, _ form: Definition.Form, _ parameters: [[KindID]]
  ) {
    model.definitions.append(
      Definition(
        id: id, name: name, form: form, parameters: parameters.indices.map(Variable.init),
        variables: parameters.map { BoundVariable(name: nil, kinds: $0) }, names: [],
        body: .any([]), undetermined: nil, undeterminedPhrase: nil, text: ""))
  }

  /// Binds the body of a definition whose word stands.
  ///
  /// - Parameters:
  ///   - syntax: The definition.
  ///   - text: Its text, for proofs.
  ///   - depthLimit: The deepest nesting, with the definitions that it uses.
  /// - Returns: Its number; `nil` when something is wrong with it.
  mutating func addDefinition(
    _ syntax: DefineSyntax, text: String, depthLimit: Int
  ) -> DefinitionID? {
    var binder = Binder(model)
    let name: String
    let form: Definition.Form
    var parameters: [Variable] = []
    var conditions: [BoundCondition] = []
    var preposition = "for"
    switch syntax.head {
    case .noun(let noun, let phrase):
      let (variable, condition) = binder.phrase(phrase)
      let referents = binder.scope.outermostReferents.reversed()
      conditions = [referents.reduce(condition) { $0.binding($1) }]
      parameters = [variable]
      (name, form) = (noun.text, .noun)
    case .adjective(let subject, let word, let slot):
      parameters.append(parameter(subject, &binder, &conditions))
      if let slot { parameters.append(parameter(slot.noun, &binder, &conditions)) }
      preposition = slot?.preposition.text ?? preposition
      (name, form) = (word.text, slot == nil ? .adjective : .relationalAdjective)
    case .verb(let left, let word, let right):
      parameters.append(parameter(left, &binder, &conditions))
      if let right { parameters.append(parameter(right, &binder, &conditions)) }
      name = model.vocabulary.terms[word.text]?.base ?? word.text
      form = right == nil ? .action : .verb
    }
    binder.pronounSubject = parameters.first.map(Operand.variable)
    binder.head = parameters.first
    if let body = syntax.body {
      conditions.append(binder.closed { $0.propositions(body) })
    }
    let undetermined = syntax.undetermined.map { props in
      binder.closed { $0.propositions(props) }
    }
    diagnostics += binder.diagnostics
    guard diagnostics.isEmpty else { return nil }
    let they = syntax.undetermined?.only?.letter.flatMap { letter in
      parameters.first { binder.variables[$0.index].name == letter }
    }
    let id: DefinitionID
    if case .noun = form {
      id = DefinitionID(model.definitions.count)
      model.definedNouns[name] = id
    } else {
      id = DefinitionID(model.definitions.count - 1)
      model.definitions.removeLast()
    }
    var definition = Definition(
      id: id, name: name, form: form, parameters: parameters, variables: binder.variables,
      names: binder.names, body: .conjunction(conditions), undetermined: undetermined,
      undeterminedPhrase: syntax.undetermined.map(phrase),
      undeterminedKinds: they.map { binder.variables[$0.index].kinds } ?? [], text: text,
      preposition: preposition)
    definition.depth = definition.depth(after: model.definitions)
    guard definition.depth <= depthLimit else {
      diagnostics.append(
        BindingMessages.definedTooDeep(name, limit: depthLimit, at: syntax.range))
      return nil
    }
    model.definitions.append(definition)
    return id
  }

  /// The phrase a note quotes: `c requires no competence` becomes `they require
  /// no competence`.
  private func phrase(_ undetermined: PropositionsSyntax) -> String {
    let printer = SyntaxPrinter()
    guard let noun = undetermined.only, noun.isOneThing,
      case .statement(_, var verbs) = undetermined.parts[0]
    else { return printer.print(undetermined) }
    verbs.terms = verbs.terms.map(plural)
    return "they " + printer.print(verbs)
  }

  /// A verb phrase said of several.
  private func plural(_ term: VerbTermSyntax) -> VerbTermSyntax {
    switch term {
    case .verb(var clause):
      clause.auxiliary?.isSingular = false
      guard clause.auxiliary == nil else { return .verb(clause) }
      for index in clause.verbs.indices {
        let base = clause.verbs[index].word.base
        if let form = model.verbs[base]?.forms.plural { clause.verbs[index].word.text = form }
      }
      return .verb(clause)
    case .be(var form, let conjunction, let predicates, let range):
      let several: [Keyword: Keyword] = [.is: .are, .was: .were, .has: .have]
      form.word = several[form.word] ?? form.word
      return .be(form: form, conjunction, predicates, range)
    case .have(let having, let isNegated, let form, let times, let range):
      return .have(
        having, isNegated: isNegated, form: form == .has ? .have : form, times: times, range)
    case .missing: return term
    }
  }

  /// A parameter: its noun's kinds, and what its adjectives and defined noun say.
  private func parameter(
    _ noun: NounPhraseSyntax, _ binder: inout Binder, _ conditions: inout [BoundCondition]
  ) -> Variable {
    let bound = binder.noun(noun, reachedFrom: nil)
    if bound.condition != .always { conditions.append(bound.condition) }
    if case .kinds(let words) = noun.head {
      binder.definites.append(
        Binder.Definite(words: Set(words.map(\.base)), operand: .variable(bound.variable)))
    }
    return bound.variable
  }
}

extension NounPhraseSyntax {
  /// Whether it is a letter, or `the` and a noun, and nothing else.
  fileprivate var isOneThing: Bool {
    if isBareDefinite { return true }
    guard case .reference(let subject) = head, case .variable = subject.base else { return false }
    return subject.steps.isEmpty
  }

  /// The letter that it is and nothing else.
  fileprivate var letter: String? {
    guard isOneThing, case .reference(let subject) = head, case .variable(let name) = subject.base
    else { return nil }
    return name.text
  }
}

extension PropositionsSyntax {
  /// What its only statement is about.
  fileprivate var only: NounPhraseSyntax? {
    guard parts.count == 1, case .statement(let noun, _) = parts[0] else { return nil }
    return noun
  }
}
