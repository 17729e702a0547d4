// SPDX-License-Identifier: Apache-2.0

@testable import Remit

/// Accepts a proof only if every step of it is so and follows from its parts.
///
/// What is so is decided by the reference evaluator over the raw tables; nothing
/// here is shared with what makes proofs.
struct ProofChecker {
  let reference: ReferenceEvaluator
  let query: BoundQuery
  let definitions: [Definition]
  private var graph: Graph { reference.graph }

  init(_ reference: ReferenceEvaluator, _ query: BoundQuery, _ definitions: [Definition]) {
    self.reference = reference
    self.query = query
    self.definitions = definitions
  }

  /// What is wrong with a proof of a claim, or `nil`.
  func problem(
    of proof: Proof, _ condition: BoundCondition, _ things: [Int: Entity], _ scope: DefinitionID?
  ) -> String? {
    guard proof.evidence.condition == condition, proof.evidence.scope == scope,
      proof.evidence.things == things
    else { return "it is a proof of something else: \(proof.sentence)" }
    return problem(proof, above: [])
  }

  private func context(_ evidence: Proof.Evidence) -> ReferenceEvaluator.Context {
    let variables = evidence.scope.map { definitions[$0.index].variables } ?? query.variables
    let names = evidence.scope.map { definitions[$0.index].names } ?? query.names
    let time: ReferenceTime =
      switch evidence.time {
      case .on(let day): .day(Int(day))
      case .within(let first, let last): .within(open(first), open(last))
      case .throughout(let first, let last): .throughout(open(first), open(last))
      case .always: .always
      }
    return ReferenceEvaluator.Context(
      variables: variables, names: reference.names(names), time: time, isQuery: false)
  }

  private func open(_ day: Int32) -> Int {
    day == .min ? .min : day == .max ? .max : Int(day)
  }

  private func problem(_ proof: Proof, above: [Proof]) -> String? {
    let evidence = proof.evidence
    let context = context(evidence)
    let condition = evidence.condition
    guard evidence.things.values.allSatisfy(graph.contains),
      evidence.candidates.allSatisfy(graph.contains)
    else { return "about what is not there: \(proof.sentence)" }
    guard reference.holds(condition, bindings(evidence.things), context) == proof.holds else {
      return "not so: \(proof.sentence)"
    }
    for part in proof.parts
    where proof.reason != .day && (part.evidence.way.isEmpty || proof.reason != .path) {
      if let problem = problem(part, above: above + [proof]) { return problem }
    }
    func inside(_ part: Proof, _ condition: BoundCondition, _ thing: (Variable, Entity)? = nil)
      -> Bool
    {
      var things = evidence.things
      if let thing { things[thing.0.index] = thing.1 }
      return part.evidence.condition == condition && part.evidence.things == things
        && part.evidence.scope == evidence.scope && part.evidence.time == evidence.time
    }
    switch (condition, proof.reason) {
    case (.all(let parts), .all):
      let isRight =
        proof.holds
        ? proof.parts.count == parts.count
          && zip(proof.parts, parts).allSatisfy { inside($0, $1) && $0.holds }
        : proof.parts.count == 1 && !proof.parts[0].holds
          && parts.contains { inside(proof.parts[0], $0) }
      return isRight ? nil : "not all of: \(proof.sentence)"
    case (.any(let parts), .either):
      let isRight =
        proof.holds
        ? proof.parts.count == 1 && proof.parts[0].holds
          && parts.contains { inside(proof.parts[0], $0) }
        : proof.parts.count == parts.count
          && zip(proof.parts, parts).allSatisfy { inside($0, $1) && !$0.holds }
      return isRight ? nil : "not one of: \(proof.sentence)"
    case (.not(let inner), .opposite):
      let isRight =
        proof.parts.count == 1 && inside(proof.parts[0], inner)
        && proof.parts[0].holds != proof.holds
      return isRight ? nil : "not the opposite: \(proof.sentence)"
    case (.isOf, .identity), (.same, .identity), (.known(.entity), .identity):
      return proof.parts.isEmpty ? nil : "parts"
    case (.compare, .value), (.known, .value): return values(proof, context)
    case (.link(let link, let from, let to), _):
      return self.link(proof, link, from, to, context)
    case (.definition(let id, let operands), _):
      return definition(proof, id, operands, context, above)
    case (.during(let time, let inner), .day):
      return otherDays(proof, time, inner, context)
    case (.quantified(let quantifier, let variable, let among, let holds), _):
      return quantified(proof, quantifier, variable, among, holds, context, inside)
    default: return "\(proof.reason) is no reason for \(proof.sentence)"
    }
  }

  private func bindings(_ things: [Int: Entity]) -> ReferenceEvaluator.Bindings {
    ReferenceEvaluator.Bindings(things)
  }

  // MARK: Other days

  /// A part is a proof as of its day. One day shows that there is one; where
  /// each day of the span has to be right, the reference has looked at all.
  private func otherDays(
    _ proof: Proof, _ time: BoundTime, _ inner: BoundCondition,
    _ context: ReferenceEvaluator.Context
  ) -> String? {
    let (first, last, isEvery): (Int, Int, Bool) =
      switch reference.days(time, bindings(proof.evidence.things), context) {
      case .day(let day): (day, day, false)
      case .within(let first, let last): (first, last, false)
      case .throughout(let first, let last): (first, last, true)
      case .always: (.min, .max, false)
      }
    let isShownByOne = proof.holds != isEvery
    if isShownByOne, proof.parts.count > 1 { return "more days than one" }
    guard proof.parts.map(\.evidence.time) == proof.evidence.days.map(ResolvedTime.on) else {
      return "a day without a word"
    }
    if proof.parts.isEmpty, first <= last { return "no day" }
    for part in proof.parts {
      guard case .on(let day) = part.evidence.time, first <= Int(day), Int(day) <= last else {
        return "a day of another span"
      }
      guard part.evidence.condition == inner, part.evidence.things == proof.evidence.things,
        part.evidence.scope == proof.evidence.scope, part.holds == proof.holds
      else { return "another claim as of a day" }
      let there = ProofChecker(
        reference.evaluator(on: Day(number: day)), query, definitions)
      if let problem = there.problem(part, above: []) { return problem }
    }
    return nil
  }

  // MARK: Leaves

  private func values(_ proof: Proof, _ context: ReferenceEvaluator.Context) -> String? {
    let terms: [BoundTerm]
    switch proof.evidence.condition {
    case .compare(let lhs, _, let rhs): terms = [lhs, rhs]
    case .known(let term): terms = [term]
    default: return "no comparison"
    }
    var attributes: [String] = []
    for term in terms.flatMap(attributes(of:)) {
      guard case .attribute(_, let operand) = term,
        reference.thing(operand, bindings(proof.evidence.things), context) != nil
      else { continue }
      let value = reference.value(term, bindings(proof.evidence.things), context)
      switch value {
      case nil: attributes.append(" no ")
      case .flag: attributes.append("")
      case .some(let value): attributes.append(value.description)
      }
    }
    var parts = proof.parts[...]
    for (variable, condition) in terms.flatMap(counts(in:)) {
      let members = reference.things(context.variables[variable.index].kinds).map { entity in
        proof.evidence.things.merging([variable.index: entity]) { $1 }
      }.filter { reference.holds(condition, bindings($0), context) }
      let named = parts.prefix(members.count).prefix(10)
      parts = parts.dropFirst(named.count)
      guard named.count == min(10, members.count),
        named.allSatisfy({ $0.holds && $0.evidence.condition == condition }),
        Set(named.map(\.evidence.things)).intersection(members).count == named.count
      else { return "miscounted" }
    }
    guard parts.isEmpty else { return "too much is counted" }
    guard attributes.count == proof.facts.count else { return "other facts: \(proof.sentence)" }
    for (fact, value) in zip(proof.facts, attributes)
    where !fact.sentence.contains(value) && !value.isEmpty {
      return "'\(fact.sentence)' does not say \(value)"
    }
    return nil
  }

  /// The things a term counts or makes a value of.
  private func counts(in term: BoundTerm) -> [(Variable, BoundCondition)] {
    switch term {
    case .count(let variable, let condition), .aggregate(_, _, let variable, let condition):
      [(variable, condition)]
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      counts(in: lhs) + counts(in: rhs)
    default: []
    }
  }

  private func attributes(of term: BoundTerm) -> [BoundTerm] {
    switch term {
    case .attribute: [term]
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      attributes(of: lhs) + attributes(of: rhs)
    default: []
    }
  }

  private func link(
    _ proof: Proof, _ link: BoundLink, _ from: Operand, _ to: Operand,
    _ context: ReferenceEvaluator.Context
  ) -> String? {
    let things = proof.evidence.things
    guard let left = reference.thing(from, bindings(things), context),
      let right = reference.thing(to, bindings(things), context)
    else { return proof.holds ? "no things to be linked" : nil }
    switch proof.reason {
    case .path:
      guard proof.holds else { return proof.parts.isEmpty ? nil : "a way that is none" }
      var single = link
      single.repetition = nil
      let way = proof.evidence.way
      guard way.first == left, way.last == right else { return "a way from elsewhere" }
      for (one, other) in zip(way, way.dropFirst())
      where !reference.leads(single, one, other, bindings(things), context) {
        return "no step of a way"
      }
      guard proof.parts.count == max(0, way.count - 1) else { return "steps without a word" }
      for (index, part) in proof.parts.enumerated() {
        var plain = part.evidence
        plain.way = []
        var own = proof.evidence
        own.way = []
        let pair = [way[index], way[index + 1]]
        guard part.holds, part.parts.isEmpty, plain == own, part.evidence.way == pair else {
          return "a step of another way"
        }
        var stored = single
        stored.relations = single.relations.filter { if case .stored = $0 { true } else { false } }
        let isStored = reference.leads(stored, pair[0], pair[1], bindings(things), context)
        guard part.facts.isEmpty != isStored,
          part.facts.allSatisfy({ isOnRecord(single, pair[0], pair[1], $0) })
        else { return "no such step: \(part.sentence)" }
      }
      return nil
    case .either:
      let kinds = proof.parts.allSatisfy {
        $0.holds == proof.holds && $0.evidence.things == things
      }
      let defined = link.relations.filter { if case .defined = $0 { true } else { false } }.count
      let isRight = proof.holds ? proof.parts.count == 1 : proof.parts.count == defined
      return kinds && isRight ? nil : "not as the verb is read"
    case .link:
      guard proof.holds else { return proof.facts.isEmpty ? nil : "facts for what is not" }
      guard proof.facts.count == 1, let fact = proof.facts.first else { return "no fact" }
      return isOnRecord(link, left, right, fact) ? nil : "no such fact: \(fact.sentence)"
    default: return "no reason for a link"
    }
  }

  /// Whether a link between two things is on record at all, or as a fact says.
  private func isOnRecord(
    _ link: BoundLink, _ left: Entity, _ right: Entity, _ fact: Proof.Fact?
  ) -> Bool {
    link.relations.contains { relation in
      guard case .stored(let id) = relation else { return false }
      return graph.linkTables(of: id).contains { table in
        guard table.left == left.kind, table.right == right.kind else { return false }
        return table.forward.range(of: left.node).contains { place in
          guard table.forward.targets[place] == right.node else { return false }
          guard let fact else { return true }
          return day(table.from?[place], open: .min) == fact.from
            && (graph.schema[id].dating == .day
              || day(table.until?[place], open: .max) == fact.until)
            && (graph.schema[id].origin == .stored
              ? graph.source(ofLink: UInt32(place), in: table)
              : graph.source(of: graph.ends(of: left) == nil ? right : left))
              == fact.source
        }
      }
    }
  }

  private func day(_ number: Int32?, open: Int32) -> Day? {
    number.flatMap { $0 == open ? nil : Day(number: $0) }
  }

  // MARK: Steps with parts

  private func definition(
    _ proof: Proof, _ id: DefinitionID, _ operands: [Operand],
    _ context: ReferenceEvaluator.Context, _ above: [Proof]
  ) -> String? {
    let definition = definitions[id.index]
    let arguments = operands.compactMap {
      reference.thing($0, bindings(proof.evidence.things), context)
    }
    guard arguments.count == definition.parameters.count else {
      return proof.holds ? "no things to be said it of" : nil
    }
    if proof.reason == .again {
      let isAbove = above.contains { step in
        step.reason == .definition && !step.holds && step.parts.first?.evidence.scope == id
          && zip(definition.parameters, arguments).allSatisfy {
            step.parts.first?.evidence.things[$0.index] == $1
          }
      }
      return !proof.holds && isAbove ? nil : "it rests on itself"
    }
    let fits = zip(definition.parameters, arguments).allSatisfy {
      definition.variables[$0.index].kinds.contains($1.kind)
    }
    guard fits else { return proof.parts.isEmpty && !proof.holds ? nil : "other kinds" }
    guard proof.parts.count == 1, let part = proof.parts.first,
      part.evidence.scope == id, part.holds == proof.holds,
      zip(definition.parameters, arguments).allSatisfy({
        part.evidence.things[$0.index] == $1
      })
    else { return "no meaning of \(definition.name)" }
    let meaning: BoundCondition =
      definition.undetermined.map { undetermined in
        .all((flat(definition.body)) + [opposite(undetermined)])
      } ?? definition.body
    let isSame =
      part.evidence.condition == meaning || flat(part.evidence.condition) == flat(meaning)
    return isSame ? nil : "another meaning of \(definition.name)"
  }

  private func flat(_ condition: BoundCondition) -> [BoundCondition] {
    if case .all(let parts) = condition { parts.flatMap(flat) } else { [condition] }
  }

  private func opposite(_ condition: BoundCondition) -> BoundCondition {
    if case .not(let inner) = condition { inner } else { .not(condition) }
  }

  private func quantified(
    _ proof: Proof, _ quantifier: Quantifier, _ variable: Variable, _ among: BoundCondition,
    _ holds: BoundCondition, _ context: ReferenceEvaluator.Context,
    _ inside: (Proof, BoundCondition, (Variable, Entity)?) -> Bool
  ) -> String? {
    let candidates = proof.evidence.candidates
    guard candidates.count == proof.parts.count, Set(candidates).count == candidates.count else {
      return "candidates without a word"
    }
    let both = BoundCondition.all(flat(among) + flat(holds))
    let exception = BoundCondition.all(flat(among) + [.not(holds)])
    let all = reference.things(context.variables[variable.index].kinds)
    func fulfilling(_ condition: BoundCondition) -> Set<Entity> {
      Set(
        all.filter { entity in
          var things = proof.evidence.things
          things[variable.index] = entity
          return reference.holds(condition, bindings(things), context)
        })
    }
    let isAbout = zip(proof.parts, candidates).allSatisfy { part, thing in
      let things = part.evidence.things
      return things[variable.index] == thing
        && things.filter { $0.key != variable.index }
          == proof.evidence.things.filter { $0.key != variable.index }
        && (flat(part.evidence.condition) == flat(both)
          || flat(part.evidence.condition) == flat(among)
          || flat(part.evidence.condition) == flat(exception))
    }
    guard isAbout else { return "parts about something else" }
    let found = Set(candidates)
    switch (quantifier, proof.holds) {
    case (.some, true), (.no, false):
      return proof.parts.count == 1 && proof.parts[0].holds ? nil : "no witness"
    case (.some, false), (.no, true):
      // Those that are not named have to fail by themselves.
      guard proof.parts.allSatisfy({ !$0.holds }) else { return "one that fits" }
      return isComplete(found, all, flat(both), variable, proof, context)
    case (.every, true):
      return found == fulfilling(among) && proof.parts.allSatisfy(\.holds) ? nil : "not every one"
    case (.only, true):
      return !found.isEmpty && found == fulfilling(among) && proof.parts.allSatisfy(\.holds)
        ? nil : "not only"
    case (.every, false):
      return isException(proof, exception) ? nil : "no exception"
    case (.only, false):
      if fulfilling(among).isEmpty {
        return isComplete(found, all, flat(among), variable, proof, context)
      }
      return isException(proof, exception) ? nil : "no exception"
    case (.count, _):
      return found == fulfilling(both) && proof.parts.allSatisfy(\.holds) ? nil : "miscounted"
    }
  }

  private func isException(_ proof: Proof, _ exception: BoundCondition) -> Bool {
    proof.parts.count == 1 && proof.parts[0].holds
      && flat(proof.parts[0].evidence.condition) == flat(exception)
  }

  /// Whether the things that are named are those that are linked as the proof
  /// says; the others fail by lacking such a link.
  private func isComplete(
    _ named: Set<Entity>, _ all: [Entity], _ conditions: [BoundCondition], _ variable: Variable,
    _ proof: Proof, _ context: ReferenceEvaluator.Context
  ) -> String? {
    let links = proof.evidence.lacking
    guard links.allSatisfy(conditions.contains), links.allSatisfy(isAboutLinks) else {
      return "not a link that has to be there"
    }
    let linked = all.filter { entity in
      var things = proof.evidence.things
      things[variable.index] = entity
      return links.allSatisfy { reference.holds($0, bindings(things), context) }
    }
    return named == Set(linked) ? nil : "candidates are missing"
  }

  private func isAboutLinks(_ condition: BoundCondition) -> Bool {
    switch condition {
    case .link(let link, _, _): link.time.isClosed
    case .same: true
    case .quantified(.some, _, let among, let holds):
      (flat(among) + flat(holds)).allSatisfy(isAboutLinks)
    default: false
    }
  }
}
