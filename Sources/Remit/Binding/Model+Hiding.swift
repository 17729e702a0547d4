// SPDX-License-Identifier: Apache-2.0

extension Model {
  /// The model without some of its parts, as if they had never been declared.
  ///
  /// The numbers of what is left stay as they are, so that it fits the same graph. A
  /// definition that reads something hidden, also through another, is hidden too: it would
  /// tell of it.
  ///
  /// - Complexity: O(*n*) in the model.
  func hiding(_ hidden: HiddenParts) -> Model {
    var hidden = hidden
    guard !hidden.isEmpty else { return self }
    hidden.close(in: schema)
    let gone = definitions(reading: hidden)
    var model = self
    (model.lets, model.letTexts, model.constants) = ([:], [:], [:])
    model.version = ModelVersion()
    model.schema.hide(hidden)
    model.hiddenDefinitions.formUnion(gone)
    model.takeHiddenKinds(hidden.kinds, except: gone)
    model.attributes = attributes.mapValues { $0.filter { !hidden.attributes.contains($0) } }
      .filter { !$0.value.isEmpty }
    model.adjectives = adjectives.mapValues { meanings in
      meanings.filter { meaning in
        switch meaning {
        case .flag(let id), .choice(let id, _): !hidden.attributes.contains(id)
        case .definition(let id): !gone.contains(id)
        }
      }
    }.filter { !$0.value.isEmpty }
    model.verbs = verbs.mapValues { verb in
      var verb = verb
      verb.relations.removeAll(where: hidden.relations.contains)
      verb.definitions.removeAll(where: gone.contains)
      verb.actions.removeAll(where: gone.contains)
      return verb
    }.filter {
      !$0.value.relations.isEmpty || !$0.value.definitions.isEmpty || !$0.value.actions.isEmpty
    }
    model.endNouns = endNouns.mapValues { nouns in
      nouns.filter { noun in
        switch noun.relation {
        case .stored(let id): !hidden.relations.contains(id)
        case .defined(let id): !gone.contains(id)
        }
      }
    }.filter { !$0.value.isEmpty }
    model.definedNouns = definedNouns.filter { !gone.contains($0.value) }
    model.events = events.mapValues { events in
      events.filter { !$0.kinds.allSatisfy(hidden.kinds.contains) }
    }.filter { !$0.value.isEmpty }
    model.vocabulary = vocabulary.keeping { model.classes(of: $0) }
    return model
  }

  /// Leaves definitions to be said of the things that are not hidden. The text of one that
  /// names a hidden kind is not shown any more.
  private mutating func takeHiddenKinds(_ kinds: Set<KindID>, except gone: Set<DefinitionID>) {
    var changed = definitions
    for index in changed.indices where !gone.contains(changed[index].id) {
      for variable in changed[index].variables.indices
      where changed[index].variables[variable].kinds.contains(where: kinds.contains) {
        changed[index].variables[variable].kinds.removeAll(where: kinds.contains)
        hiddenDefinitions.insert(changed[index].id)
      }
    }
    if changed != definitions { definitions = changed }
  }

  /// The parts of speech for which a form has a meaning.
  private func classes(of term: Term) -> TermClasses {
    var classes: TermClasses = []
    if schema.kind(named: term.text) != nil || definedNouns[term.base] != nil {
      classes.insert(.kind)
    }
    if endNouns[term.base] != nil { classes.insert(.relationNoun) }
    if attributes[term.base] != nil { classes.insert(.attribute) }
    if (adjectives[term.base] ?? adjectives[term.text]) != nil {
      classes.formUnion([.adjective, .fitting, .fittingPhrase])
    }
    if schema.attributes.contains(where: {
      !$0.isHidden && $0.type.choices?.contains(term.text) == true
    }) {
      classes.insert(.value)
    }
    if verbs[term.base] != nil {
      classes.formUnion([.verb, .participle, .passive, .link])
    }
    if events[term.base] != nil { classes.insert(.event) }
    if constants[term.base] != nil { classes.insert(.constant) }
    return classes
  }

  /// The definitions that read something hidden, at once or through others.
  private func definitions(reading hidden: HiddenParts) -> Set<DefinitionID> {
    var gone: Set<DefinitionID> = []
    var count = -1
    while count != gone.count {
      count = gone.count
      for definition in definitions where !gone.contains(definition.id) {
        if reads(definition, hidden, gone) { gone.insert(definition.id) }
      }
    }
    return gone
  }

  private func reads(
    _ definition: Definition, _ hidden: HiddenParts, _ gone: Set<DefinitionID>
  ) -> Bool {
    // What is said of a thing can be asked of those that are not hidden; what it is
    // compared with must not be.
    for (index, variable) in definition.variables.enumerated() {
      let isParameter = definition.parameters.contains(Variable(index))
      let isSome = variable.kinds.contains(where: hidden.kinds.contains)
      if isSome, !isParameter || variable.kinds.allSatisfy(hidden.kinds.contains) { return true }
    }
    var isHidden = definition.names.contains { $0.kinds.contains(where: hidden.kinds.contains) }
    func note(_ relations: [RelationReference]) {
      for relation in relations {
        switch relation {
        case .stored(let id): if hidden.relations.contains(id) { isHidden = true }
        case .defined(let id): if gone.contains(id) { isHidden = true }
        }
      }
    }
    let walk = DefinitionWalk(
      [],
      onCondition: { condition in
        switch condition {
        case .definition(let id, _): if gone.contains(id) { isHidden = true }
        case .link(let link, _, _): note(link.relations)
        default: break
        }
      }
    ) { term in
      switch term {
      case .attribute(let ids, _):
        if ids.contains(where: hidden.attributes.contains) { isHidden = true }
      case .walk(_, from: _, to: _, let hops): for hop in hops { note(hop.link.relations) }
      default: break
      }
    }
    walk.look(at: definition.body)
    if let undetermined = definition.undetermined { walk.look(at: undetermined) }
    return isHidden
  }
}
