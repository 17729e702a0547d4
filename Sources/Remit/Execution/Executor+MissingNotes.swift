// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// One note for each cause through which missing data let rows in.
  ///
  /// A row was let in by a cause if it would leave when the comparisons that
  /// miss a value held. Rows are bindings of the head and the row variables,
  /// before columns and limit.
  func missingNotes(_ bindings: Bindings) throws(Stop) -> [String] {
    let plan = execution.plan
    let all = bindings.count
    guard all > 0 else { return [] }
    var notes = unknownNotes(bindings) + endedNotes(bindings)
    for cause in plan.query.missing {
      let variant = MissingVariant(plan.query, cause, definitions: plan.declared)
      guard canLetIn(cause, variant.kinds) else { continue }
      let variantPlan = Planner.plan(
        variant.query,
        definitions: variant.definitions,
        schema: graph.schema,
        disabledRules: plan.disabledRules,
        declaredCount: plan.declared.count
      )
      let other = Execution(
        graph: graph,
        plan: variantPlan,
        today: execution.today,
        parameters: execution.parameters,
        givenNames: execution.givenNames,
        cache: execution.cache,
        budget: budget
      )
      try other.resolveNames()
      let kept = try Executor(other, variantPlan.unit, at: time).bindings()
      let gone = bindings.count(notIn: kept)
      guard gone > 0 else { continue }
      notes.append(note(cause, gone, of: all, isAboutHead: variant.isAboutHead))
    }
    return notes
  }

  /// How many of the things in question are only named by others.
  private func unknownNotes(_ bindings: Bindings) -> [String] {
    guard graph.things.contains(where: { !$0.unknown.isEmpty }) else { return [] }
    // Who asks for them need not be told.
    let asked = BoundCondition.not(.known(.entity(.variable(execution.plan.query.head))))
    guard !execution.plan.query.condition.conjuncts.contains(asked) else { return [] }
    let heads = bindings.heads(in: graph).entities
    let count = heads.count(where: graph.isUnknown)
    guard count > 0 else { return [] }
    return [
      "\(count) of \(heads.count) \(count == 1 ? "is" : "are") unknown: nothing defines \(count == 1 ? "it" : "them")"
    ]
  }

  /// How many of the records in question have ended: as things they stay, and
  /// who counts them may not think of that.
  private func endedNotes(_ bindings: Bindings) -> [String] {
    let query = execution.plan.query
    if case .periods = query.shape { return [] }
    let kinds = query.variables[query.head.index].kinds
    guard case .on(let today) = time, !kinds.isEmpty,
      kinds.allSatisfy({ graph.schema[$0].isRecord })
    else { return [] }
    let ends = kinds.compactMap { kind in
      graph.schema[kind].attributes.first { graph.schema[$0].source == .linkEnd }
    }
    let read = query.attributesRead(definitions: execution.plan.declared)
    guard !ends.isEmpty,
      !read.contains(where: { [.linkStart, .linkEnd].contains(graph.schema[$0].source) })
    else { return [] }
    let heads = bindings.heads(in: graph).entities
    let ended = heads.count { head in
      guard let end = ends.first(where: { graph.schema[$0].kind == head.kind }),
        case .day(let day)? = graph.value(of: end, for: head.node)
      else { return false }
      return day.number <= today
    }
    guard ended > 0 else { return [] }
    let words = kinds.map { graph.schema[$0].plural }.joined(separator: " or ")
    return [
      "\(ended) of \(heads.count) \(ended == 1 ? "has" : "have") ended: "
        + "'current \(words)' leaves \(ended == 1 ? "it" : "them") out"
    ]
  }

  /// Whether any data are missing at all, as far as that is seen at once.
  private func canLetIn(_ cause: MissingCause, _ kinds: Set<KindID>) -> Bool {
    switch cause {
    case .vacuous, .unsaid: return true
    case .undetermined(let id):
      let declared = execution.plan.declared
      return declared.indices.contains(id.index) && declared[id.index].undetermined != nil
    case .attribute(let attributes, _):
      let declared = attributes.map { graph.schema[$0].kind }
      return !kinds.isSubset(of: declared)
        || attributes.contains { attribute in
          guard graph.schema[attribute].type != .flag else { return false }
          return graph.nodes(with: attribute, where: { _ in true })
            != graph.nodes(of: graph.schema[attribute].kind)
        }
    }
  }

  private func note(
    _ cause: MissingCause,
    _ count: Int,
    of all: Int,
    isAboutHead: Bool
  ) -> String {
    let isOne = count == 1
    switch cause {
    case .vacuous:
      return "\(count) of \(all) \(isOne ? "is" : "are") listed because there is nothing "
        + "'every' could fail for"
    case .undetermined(let id):
      return "\(count) of \(all) \(isOne ? "is" : "are") undetermined"
        + (undeterminedPhrase(id).map { ": \($0)" } ?? "")
    case .unsaid(let ids, of: let variable, let beyond):
      let word = execution.plan.declared[ids[0].index].name
      let asked = execution.plan.query.variables[variable.index].kinds
      let rest = asked.filter { !beyond.contains($0) }
      // Of many kinds it is shorter to name those that are left.
      let isShort = beyond.count <= rest.count || rest.isEmpty
      let kinds = (isShort ? beyond : rest).map { graph.schema[$0].plural }
      return "\(count) of \(all) \(isOne ? "is" : "are") listed because '\(word)' is "
        + (isShort ? "not said of " : "only said of ") + kinds.joined(separator: " or ")
    case .attribute(_, let name):
      if isAboutHead { return "\(count) of \(all) \(isOne ? "has" : "have") no \(name)" }
      let article = name.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
      return "\(count) of \(all) \(isOne ? "is" : "are") listed although \(article) \(name)"
        + " is missing"
    }
  }

  /// What leaves a word undetermined: `they have no need`, or with another noun
  /// where it is not the rows that have none.
  private func undeterminedPhrase(_ id: DefinitionID) -> String? {
    let definition = execution.plan.declared[id.index]
    let query = execution.plan.query
    let they = definition.undeterminedKinds
    guard let phrase = definition.undeterminedPhrase, !they.isEmpty, phrase.hasPrefix("they "),
      Set(they).isDisjoint(with: query.variables[query.head.index].kinds)
    else { return definition.undeterminedPhrase }
    let nouns = they.map { graph.schema[$0].plural }.joined(separator: " or ")
    return "the " + nouns + phrase.dropFirst("they".count)
  }
}
