// SPDX-License-Identifier: Apache-2.0

/// How a recursive definition spreads: from some things, along links, to others.
///
///     define an asset x is exposed if x is critical, or x depends on an exposed asset
private struct Spreading {
  /// One way to spread.
  struct Way {
    /// The hop from a thing to one of which the definition has to hold.
    let hop: Hop
    /// What is reached: sets, all of which a thing has to be in.
    var to: [LogicalPlan]
    /// What it spreads from.
    var from: [LogicalPlan] = []
  }

  /// The sets that all things it holds of are in.
  private(set) var limits: [LogicalPlan] = []
  /// The alternatives that do not use it.
  private(set) var beginnings: [LogicalPlan] = []
  private(set) var ways: [Way] = []

  /// Reads the plan of a definition.
  ///
  /// Fails if it uses itself in another form than along one hop.
  init?(_ plan: LogicalPlan, of id: DefinitionID) {
    var alternatives = [plan]
    if case .intersection(let parts) = plan {
      let using = parts.filter { Linearity.uses($0, anyOf: [id]) }
      guard using.count == 1 else { return nil }
      limits = parts.filter { !Linearity.uses($0, anyOf: [id]) }
      alternatives = using
    }
    if case .union(let parts) = alternatives[0] { alternatives = parts }
    for alternative in alternatives {
      guard Linearity.uses(alternative, anyOf: [id]) else {
        beginnings.append(alternative)
        continue
      }
      guard let way = Spreading.way(alternative, id) else { return nil }
      ways.append(way)
    }
  }

  private static func way(_ plan: LogicalPlan, _ id: DefinitionID) -> Way? {
    switch plan {
    case .intersection(let parts):
      let using = parts.filter { Linearity.uses($0, anyOf: [id]) }
      guard using.count == 1, var way = way(using[0], id) else { return nil }
      way.to += parts.filter { !Linearity.uses($0, anyOf: [id]) }
      return way
    case .semiJoin(let input, let partners):
      let hop = partners.hops[0]
      var used: Set<DefinitionID> = []
      hop.link.collectDefinitions(into: &used)
      guard partners.hops.count == 1, partners.condition == .always,
        hop.link.repetition == nil, !used.contains(id),
        !Linearity.uses(input, anyOf: [id])
      else { return nil }
      var way = Way(hop: hop, to: [input])
      let among: [LogicalPlan] =
        if case .intersection(let parts) = partners.among { parts } else { [partners.among] }
      way.from = among.filter { $0 != .definition(id) }
      guard way.from.count == among.count - 1,
        !way.from.contains(where: { Linearity.uses($0, anyOf: [id]) })
      else { return nil }
      return way
    default: return nil
    }
  }
}

extension Execution {
  /// What a definition holds of that uses itself only to spread along links,
  /// found in one walk from where it begins.
  ///
  /// - Complexity: O(*things* / 64 + links of the things found).
  ///
  /// - Returns: `nil` if the definition is of another form.
  func spread(_ definition: DefinitionPlan, at time: ResolvedTime) throws(Stop) -> EntitySet? {
    guard definition.parameterKinds.count == 1,
      let spreading = Spreading(definition.unit.root, of: definition.definition)
    else { return nil }
    let executor = Executor(self, definition.unit, at: time)
    func common(_ plans: [LogicalPlan], _ limit: EntitySet? = nil) throws(Stop) -> EntitySet? {
      var result = limit
      for plan in plans { result = try executor.set(plan, within: result) }
      return result
    }
    let limit = try common(spreading.limits)
    // By kind, to be changed in place.
    var found = graph.schema.kinds.map { NodeSet(capacity: graph.capacity(of: $0.id)) }
    var queue: [Entity] = []
    for plan in spreading.beginnings {
      for entity in try executor.set(plan, within: limit).entities
      where found[entity.kind.index].insert(entity.node) {
        queue.append(entity)
      }
    }
    var steps: [(from: EntitySet?, kind: KindID, adjacency: Adjacency, to: KindID, in: NodeSet)] =
      []
    for way in spreading.ways {
      let from = try common(way.from)
      guard let to = try common(way.to, limit) else { continue }
      for part in try executor.view(way.hop.link).parts {
        let kind = part.source(isForward: way.hop.isForward)
        guard let wanted = to[kind] else { continue }
        let adjacency = part.adjacency(isForward: !way.hop.isForward)
        steps.append((from, part.target(isForward: way.hop.isForward), adjacency, kind, wanted))
      }
    }
    var place = 0
    while place < queue.count {
      let entity = queue[place]
      place &+= 1
      for (from, kind, adjacency, reached, wanted) in steps where kind == entity.kind {
        if let from, !from.contains(entity) { continue }
        let range = adjacency.range(of: entity.node)
        try budget.spend(range.count &+ 1)
        for next in range {
          let target = adjacency.targets[next]
          guard wanted.contains(target), found[reached.index].insert(target) else { continue }
          queue.append(Entity(kind: reached, node: target))
        }
      }
    }
    var result = EntitySet()
    for kind in graph.schema.kinds { result.formUnion(kind.id, found[kind.id.index]) }
    return result
  }
}
