// SPDX-License-Identifier: Apache-2.0

extension Prover {
  /// Shows a link by a fact, by the definition of its verb, or by a way.
  func link(
    _ link: BoundLink, _ from: Entity, _ to: Entity, _ holds: Bool
  ) throws(Stop) -> Proof.Reason? {
    var frame = frame
    let time = try executor.resolution(link.time, bound: bound)(&frame)
    guard let repetition = link.repetition else {
      return try step(link, from, to, time, holds)
    }
    var proofs: [Proof] = []
    let things = holds ? try way(link, from, to, time, least: repetition.least) : []
    for (start, end) in zip(things, things.dropFirst()) {
      guard let reason = try step(link, start, end, time, true) else { return nil }
      proofs.append(Proof(holds: true, reason: reason))
    }
    return .way(from: label(from), verb: verb(of: link), to: label(to), proofs)
  }

  func verb(of link: BoundLink) -> String {
    let names = link.relations.map { relation in
      switch relation {
      case .stored(let id): name(of: id)
      case .defined(let id): executor.execution.plan.declared[id.index].name
      }
    }
    return names.removingRepetitionsInRow().joined(separator: " or ")
  }

  private func step(
    _ link: BoundLink, _ from: Entity, _ to: Entity, _ time: ResolvedTime, _ holds: Bool
  ) throws(Stop) -> Proof.Reason? {
    for relation in link.relations {
      switch relation {
      case .stored(let id):
        guard holds, let fact = try fact(id, from, to, time) else { continue }
        return .link(from: label(from), verb: name(of: id), to: label(to), fact)
      case .defined(let id):
        let isSo = try executor.execution.view(of: id, at: time).contains(from, to)
        guard isSo == holds, holds || link.relations.count == 1 else { continue }
        if let reason = try definition(id, [from, to], at: time, holds) { return reason }
      }
    }
    guard !holds else { return nil }
    return .link(from: label(from), verb: verb(of: link), to: label(to), nil)
  }

  /// The verb of a relation; an end of a record is had.
  private func name(of relation: RelationID) -> String {
    let name = graph.schema[relation].name
    guard let end = name.firstRange(of: "'s ") else { return name }
    return "has the \(name[end.upperBound...])"
  }

  /// Where a link was stated: what joins a record to its ends, with the record.
  private func source(
    ofLink link: UInt32, in table: LinkTable, _ from: Entity, _ to: Entity
  ) -> FactSource {
    guard table.sources.isEmpty else { return graph.source(ofLink: link, in: table) }
    return graph.source(of: graph.ends(of: from) == nil ? to : from)
  }

  /// The first fact that joins two things at a time.
  private func fact(
    _ relation: RelationID, _ from: Entity, _ to: Entity, _ time: ResolvedTime
  ) throws(Stop) -> Proof.Fact? {
    let dating = graph.schema[relation].dating
    for table in graph.linkTables(of: relation)
    where table.left == from.kind && table.right == to.kind {
      for place in table.forward.range(of: from.node) {
        try executor.budget.spend()
        let since = table.from?[place] ?? .min
        let until = table.until?[place] ?? .max
        guard table.forward.targets[place] == to.node,
          time.holds(from: since, until: until, dating: dating)
        else { continue }
        return Proof.Fact(
          since: since == .min ? nil : Day(number: since),
          until: until == .max || dating == .day ? nil : Day(number: until),
          source: source(ofLink: UInt32(place), in: table, from, to))
      }
    }
    return nil
  }

  /// The things on a shortest way, both ends included: the first in order.
  private func way(
    _ link: BoundLink, _ from: Entity, _ to: Entity, _ time: ResolvedTime, least: Int
  ) throws(Stop) -> [Entity] {
    if least == 0, from == to { return [] }
    let view = try executor.execution.view(link.relations, at: time)
    var cameFrom: [Entity: Entity] = [:]
    var front = [from]
    while !front.isEmpty, cameFrom[to] == nil {
      var next: [Entity] = []
      for thing in front {
        for part in view.parts where part.left == thing.kind {
          let row = part.forward.range(of: thing.node)
          try executor.budget.spend(row.count &+ 1)
          for place in row {
            let reached = Entity(kind: part.right, node: part.forward.targets[place])
            guard cameFrom[reached] == nil else { continue }
            cameFrom[reached] = thing
            next.append(reached)
          }
        }
      }
      front = next
    }
    guard cameFrom[to] != nil else { return [] }
    var things = [to]
    var thing = to
    repeat {
      guard let before = cameFrom[thing] else { return [] }
      things.append(before)
      thing = before
    } while thing != from
    return things.reversed()
  }
}
