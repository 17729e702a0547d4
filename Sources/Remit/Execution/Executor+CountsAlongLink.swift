// SPDX-License-Identifier: Apache-2.0

/// How many things a link joins to each of many: all are counted in one walk.
extension Executor {
  /// For each row, how many things fulfil a condition, where that says that a link
  /// joins them to a thing of the row: all rows are counted in one walk along it.
  ///
  /// - Returns: `nil` if the condition says something else, or there are so few
  ///   rows that each is better looked at by itself.
  func countsAlongLink(
    _ variable: Variable, _ condition: BoundCondition, _ rows: OrderedRows
  ) throws(Stop) -> [Double]? {
    let free = rows.variables.filter(condition.freeVariables.contains)
    guard free.count == 1, let place = rows.variables.firstIndex(of: free[0]) else { return nil }
    let own = free[0]
    let size = kinds(own).reduce(0) { $0 + graph.capacity(of: $1) }
    guard rows.count > size / 8, let linked = try linked(own, variable, condition) else {
      return nil
    }
    try budget.keep(bytes: size &* 4)
    var counts = graph.schema.kinds.map { kind in
      kinds(own).contains(kind.id) ? [Int32](repeating: 0, count: graph.capacity(of: kind.id)) : []
    }
    let things = rows.columns[place]
    func numbers() -> [Double] {
      (0..<things.count).map { row in
        Double(counts[things[row].kind.index][Int(things[row].node)])
      }
    }
    if try countOnlyWitnesses(variable, own, condition, linked, &counts) { return numbers() }
    let counted = try self.things(of: variable, for: linked.own)
    let pair = try pairTest(linked.both, variable, own)
    for part in linked.view.parts {
      let kind = part.source(isForward: linked.isForward)
      guard let nodes = counted[part.target(isForward: linked.isForward)],
        !counts[kind.index].isEmpty
      else { continue }
      try count(
        part.adjacency(isForward: !linked.isForward), from: nodes, pair,
        (variable, part.target(isForward: linked.isForward)), (own, kind), &counts[kind.index])
    }
    return numbers()
  }

  /// Counts for each thing those whose only witness it is, where the condition says that
  /// there is exactly one and that it is the thing: "controls with exactly 1 competent
  /// owner, whose competent owner is p". One walk over the pairs answers both.
  ///
  /// - Returns: Whether the condition says that, and what covers has rows of bits.
  private func countOnlyWitnesses(
    _ variable: Variable, _ own: Variable, _ condition: BoundCondition,
    _ linked: LinkedCondition, _ counts: inout [[Int32]]
  ) throws(Stop) -> Bool {
    let wanted = condition.conjuncts.filter { $0.mentions(own) }
    guard
      let place = linked.own.firstIndex(where: { part in
        guard case .quantified(.count(.equal, 1), let witness, let among, let holds) = part,
          kinds(witness) == kinds(own)
        else { return false }
        let said = (among.conjuncts + holds.conjuncts).map {
          $0.replacing(witness, with: .variable(own))
        }
        return said.allSatisfy { one in wanted.contains { $0.isSame(as: one, kinds) } }
          && wanted.allSatisfy { one in said.contains { $0.isSame(as: one, kinds) } }
      }),
      linked.both.count == 1,
      let neighbors = try coveredNeighbors(
        of: variable, own, linked.view, isForward: !linked.isForward, linked.both[0]),
      let matrix = neighbors.covering.matrix
    else { return false }
    var others = linked.own
    others.remove(at: place)
    guard let nodes = try things(of: variable, for: others)[neighbors.rows.kind] else {
      return true
    }
    var found = counts[neighbors.kind.index]
    counts[neighbors.kind.index] = []
    defer { counts[neighbors.kind.index] = found }
    _ = try filtered(nodes, neighbors, among: nil, matrix, upTo: 2) { count, witness in
      if count == 1 { found[Int(witness)] &+= 1 }
      return count == 1
    }
    return true
  }

  /// What else has to hold of the pairs of a link.
  private enum PairTest {
    case nothing
    /// A test of the numbers of both: of the second first, if they are swapped.
    case nodes((NodeID, NodeID) throws(Stop) -> Bool, isSwapped: Bool)
    case test(Test)
  }

  private func pairTest(
    _ conditions: [BoundCondition], _ first: Variable, _ second: Variable
  ) throws(Stop) -> PairTest {
    guard !conditions.isEmpty else { return .nothing }
    if conditions.count == 1,
      case .quantified(.every, let variable, let among, let holds) = conditions[0],
      let covering = try covering(variable, among, holds),
      kinds(first).count == 1, kinds(second).count == 1
    {
      let slots = [covering.needs, covering.has].map(\.slot)
      let sides = [covering.needs, covering.has].map { [$0.kind] }
      if slots == [first.index, second.index], sides == [kinds(first), kinds(second)] {
        return .nodes(covers(covering), isSwapped: false)
      }
      if slots == [second.index, first.index], sides == [kinds(second), kinds(first)] {
        return .nodes(covers(covering), isSwapped: true)
      }
    }
    return .test(try test(.conjunction(conditions), bound: [first, second]))
  }

  /// Counts for each thing those of a set that links lead from, if both pass a test.
  private func count(
    _ adjacency: Adjacency, from nodes: NodeSet, _ pair: PairTest,
    _ counted: (variable: Variable, kind: KindID), _ own: (variable: Variable, kind: KindID),
    _ counts: inout [Int32]
  ) throws(Stop) {
    let (offsets, targets) = (adjacency.offsets, adjacency.targets)
    var frame = frame()
    var counts = counts.mutableSpan
    for node in nodes {
      let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
      try budget.spend(end &- start &+ 1)
      switch pair {
      case .nothing: for index in start..<end { counts[Int(targets[index])] &+= 1 }
      case .nodes(let test, let isSwapped):
        for index in start..<end {
          let target = targets[index]
          if try isSwapped ? test(target, node) : test(node, target) {
            counts[Int(target)] &+= 1
          }
        }
      case .test(let test):
        frame.slots[counted.variable.index] = Entity(kind: counted.kind, node: node)
        for index in start..<end {
          frame.slots[own.variable.index] = Entity(kind: own.kind, node: targets[index])
          if try test(&frame) { counts[Int(targets[index])] &+= 1 }
        }
      }
    }
  }

  /// The things of a variable that fulfil conditions on it alone.
  private func things(
    of variable: Variable, for conditions: [BoundCondition]
  ) throws(Stop) -> EntitySet {
    var found = EntitySet(all: kinds(variable), in: graph)
    var rest: [BoundCondition] = []
    for condition in conditions {
      if let set = try set(of: condition, variable, askedOf: found) {
        found.formIntersection(set)
      } else if case .quantified(let quantifier, let partner, let among, let holds) = condition,
        let partners = partners(of: variable, partner, among.conjuncts + holds.conjuncts),
        let set = try set(found, quantifier, partners)
      {
        found = set
      } else {
        rest.append(condition)
      }
    }
    return rest.isEmpty ? found : try filter(found, variable, .conjunction(rest))
  }

  /// Those of a set that have some, no or so many partners.
  private func set(
    _ input: EntitySet, _ quantifier: Quantifier, _ partners: Partners
  ) throws(Stop) -> EntitySet? {
    switch quantifier {
    case .some: try semiJoin(input, partners)
    case .no: input.subtracting(try semiJoin(input, partners))
    case .count(let comparison, let count): try countThreshold(input, partners, comparison, count)
    case .every, .only: nil
    }
  }

  /// The things that a link joins to those of a variable and for which conditions
  /// hold; `nil` if they name no link that is the same for all.
  private func partners(
    of own: Variable, _ partner: Variable, _ conditions: [BoundCondition]
  ) -> Partners? {
    let ends = [Operand.variable(own), .variable(partner)]
    for (place, condition) in conditions.enumerated() {
      guard case .link(let link, let from, let to) = condition, link.repetition == nil,
        link.time.isClosed, ends == [from, to] || ends == [to, from]
      else { continue }
      var rest = conditions
      rest.remove(at: place)
      return Partners(
        hops: [Hop(link: link, isForward: ends == [from, to])], own: own, partner: partner,
        among: .scan(kinds(partner)), condition: .conjunction(rest))
    }
    return nil
  }
}
