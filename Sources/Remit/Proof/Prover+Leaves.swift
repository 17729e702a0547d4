// SPDX-License-Identifier: Apache-2.0

/// The steps that end a proof: links and values.
extension Prover {
  // MARK: Links

  func link(
    _ link: BoundLink, _ from: Operand, _ to: Operand, _ condition: BoundCondition,
    _ holds: Bool, _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> Proof? {
    let (left, right) = (scope.thing(from, things), scope.thing(to, things))
    if link.repetition != nil { return try way(link, left, right, condition, holds, things, scope) }
    let time = try scope.resolved(link.time, things)
    let facts = holds ? facts(link, left, right, at: time, scope.words) : []
    // A verb as read is what its definition says.
    var parts: [Proof] = []
    if facts.isEmpty {
      for case .defined(let id) in link.relations {
        let isSo = try execution.view(of: id, at: time).contains(left, right)
        guard isSo == holds else { continue }
        guard
          let proof = try definition(
            id, [left, right], .definition(id, [from, to]), holds, things, scope, at: time)
        else {
          if holds { continue }
          return nil
        }
        parts.append(proof)
        if holds { break }
      }
      if holds, parts.isEmpty { return nil }
    }
    if !parts.isEmpty {
      return step(.either, condition, holds, things, scope, parts: parts)
    }
    return step(
      .link, condition, holds, things, scope, facts: Array(facts.prefix(1)),
      sentence: holds ? nil : scope.words.absence(condition, nearMiss(link, left, right), things))
  }

  /// The links on record between two things at a time.
  func facts(
    _ link: BoundLink, _ left: Entity, _ right: Entity, at time: ResolvedTime,
    _ words: ProofWords
  ) -> [Proof.Fact] {
    var found: [Proof.Fact] = []
    for case .stored(let id) in link.relations {
      let dating = graph.schema[id].dating
      for table in graph.linkTables(of: id)
      where table.left == left.kind && table.right == right.kind {
        guard Int(left.node) < table.forward.nodeCount else { continue }
        for place in table.forward.range(of: left.node)
        where table.forward.targets[place] == right.node {
          let from = table.from?[place] ?? .min
          let until = table.until?[place] ?? .max
          guard time.holds(from: from, until: until, dating: dating) else { continue }
          found.append(
            Proof.Fact(
              sentence: words.fact(id, left, right),
              from: from == .min ? nil : Day(number: from),
              until: until == .max || dating == .day ? nil : Day(number: until),
              source: source(ofLink: UInt32(place), in: table, from: left, to: right)))
        }
      }
    }
    return found
  }

  /// Where a link was stated; the ends of a record were with its link.
  private func source(
    ofLink link: UInt32, in table: LinkTable, from left: Entity, to right: Entity
  ) -> FactSource {
    graph.schema[table.relation].origin == .stored
      ? graph.source(ofLink: link, in: table)
      : graph.source(of: graph.ends(of: left) == nil ? right : left)
  }

  /// A link between two things that holds at another time.
  private func nearMiss(_ link: BoundLink, _ left: Entity, _ right: Entity) -> Proof.Fact? {
    facts(link, left, right, at: .always, scope(nil, at: .always).words).last
  }

  private func way(
    _ link: BoundLink, _ left: Entity, _ right: Entity, _ condition: BoundCondition,
    _ holds: Bool, _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> Proof? {
    guard holds else {
      return step(
        .path, condition, holds, things, scope,
        sentence: scope.words.noWay(link, left, right))
    }
    var single = link
    single.repetition = nil
    let time = try scope.resolved(link.time, things)
    let way = try shortestWay(along: link, left, right, at: time)
    var steps: [Proof] = []
    for (one, other) in zip(way, way.dropFirst()) {
      let facts = facts(single, one, other, at: time, scope.words)
      let sentence = scope.words.pair(link, one, other)
      steps.append(
        Proof(
          sentence: sentence, holds: true, reason: .link, facts: Array(facts.prefix(1)), parts: [],
          isClaim: false,
          evidence: Proof.Evidence(
            condition: condition, things: things, scope: scope.id, time: scope.executor.time,
            way: [one, other])))
    }
    let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
    return step(
      .path, condition, holds, things, scope, parts: steps, way: way,
      sentence: "\(scope.words.pair(link, left, right)) in \(count)")
  }

  /// The things on the shortest way along a repeated link, the ends among them.
  func shortestWay(
    along link: BoundLink, _ left: Entity, _ right: Entity, at time: ResolvedTime
  ) throws(Stop) -> [Entity] {
    let view = try execution.view(link.relations, at: time)
    let search = ShortestWays(graph, [(view, true)], keepsPaths: true, execution.budget)
    var way = try search.path(from: left, to: right)
    let least = link.repetition?.least ?? 1
    guard way.count == 1, least > 0 else { return way }
    // Back to itself: by the nearest neighbour from which a way leads back.
    way = []
    for part in view.parts where part.left == left.kind {
      for next in part.forward.neighbors(of: left.node) {
        let back = try search.path(from: Entity(kind: part.right, node: next), to: right)
        if !back.isEmpty, way.isEmpty || back.count + 1 < way.count { way = [left] + back }
      }
    }
    return way
  }

  // MARK: Values

  func value(
    _ condition: BoundCondition, _ holds: Bool, _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> Proof? {
    var facts: [Proof.Fact] = []
    var parts: [Proof] = []
    for term in condition.ownTerms {
      for leaf in term.leaves {
        switch leaf {
        case .attribute(let attributes, let operand):
          let thing = scope.thing(operand, things)
          guard thing != Frame.nothing else { continue }
          let value = try scope.value(leaf, things)
          facts.append(
            Proof.Fact(
              sentence: scope.words.value(of: attributes, thing, value), from: nil, until: nil,
              source: source(of: attributes, thing)))
        case .count(let variable, let counted), .aggregate(_, _, let variable, let counted):
          let members = try members(variable, counted, things, scope)
          for member in members.prefix(Prover.mostMembers) {
            var inner = things
            inner[variable.index] = member
            if let proof = try prove(counted, inner, in: scope) { parts.append(proof) }
          }
        default: break
        }
      }
    }
    return step(
      .value, condition, holds, things, scope, facts: facts, parts: parts,
      sentence: try scope.words.comparison(condition, holds, things) { (term) throws(Stop) in
        try scope.value(term, things)
      })
  }

  /// Where a value was stated, or that the host tells it.
  private func source(of attributes: [AttributeID], _ thing: Entity) -> FactSource {
    let isTold = attributes.contains {
      graph.schema[$0].kind == thing.kind && graph.schema[$0].source == .host
    }
    return isTold ? .host : graph.source(of: thing)
  }

  /// The most counted things that are shown.
  private static let mostMembers = 10

  private func members(
    _ variable: Variable, _ condition: BoundCondition, _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> [Entity] {
    var found: [Entity] = []
    for entity in EntitySet(all: scope.executor.kinds(variable), in: graph).entities {
      try execution.budget.spend()
      var inner = things
      inner[variable.index] = entity
      if try scope.holds(condition, inner) { found.append(entity) }
    }
    return graph.sorted(found)
  }
}

extension Prover.Scope {
  /// The value of a term for some things.
  func value(_ term: BoundTerm, _ things: [Int: Entity]) throws(Stop) -> Value? {
    var frame = frame(things)
    return try executor.evaluation(term, bound: things.keys.sorted().map(Variable.init))(&frame)
  }

  /// The days a time means for some things.
  func resolved(_ time: BoundTime, _ things: [Int: Entity]) throws(Stop) -> ResolvedTime {
    var frame = frame(things)
    return try executor.resolution(time, bound: things.keys.sorted().map(Variable.init))(&frame)
  }
}

extension BoundCondition {
  /// The terms that the condition itself compares.
  var ownTerms: [BoundTerm] {
    switch self {
    case .compare(let lhs, _, let rhs): [lhs, rhs]
    case .known(let term): [term]
    default: []
    }
  }
}

extension BoundTerm {
  /// The parts of a term that look at things.
  var leaves: [BoundTerm] {
    switch self {
    case .attribute, .count, .aggregate: [self]
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.leaves + rhs.leaves
    case .value, .parameter, .today, .calendar, .entity, .list, .walk: []
    }
  }
}
