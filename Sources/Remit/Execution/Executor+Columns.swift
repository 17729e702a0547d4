// SPDX-License-Identifier: Apache-2.0

/// The columns of some rows that have been evaluated so far: what is both shown
/// and sorted by is evaluated once.
struct KnownColumns {
  private var columns: [(term: BoundTerm, column: AnswerColumn)] = []

  /// The column of a term, if there is one.
  subscript(term: BoundTerm) -> AnswerColumn? {
    columns.first { $0.term == term }?.column
  }

  mutating func add(_ column: AnswerColumn, of term: BoundTerm) { columns.append((term, column)) }

  /// Leaves the rows at some places, in their order.
  mutating func pick(_ places: [Int]) {
    columns = columns.map { ($0.term, $0.column.picked(places)) }
  }
}

/// Terms evaluated of many rows at a time.
extension Executor {
  /// The values of a term in rows, evaluated once.
  func column(
    of term: BoundTerm, _ rows: OrderedRows, _ known: inout KnownColumns
  ) throws(Stop) -> AnswerColumn {
    if let column = known[term] { return column }
    let column = try column(of: term, rows)
    known.add(column, of: term)
    return column
  }

  /// The values of a term in rows.
  func column(of term: BoundTerm, _ rows: OrderedRows) throws(Stop) -> AnswerColumn {
    try budget.spend(rows.count)
    switch term {
    case .attribute(let attributes, .variable(let variable)):
      if let place = rows.variables.firstIndex(of: variable) {
        return attribute(attributes, of: rows.columns[place])
      }
    case .entity(.variable(let variable)):
      if let place = rows.variables.firstIndex(of: variable) {
        return labels(of: rows.columns[place])
      }
    case .count(let variable, let condition):
      if let numbers = try countsAlongLink(variable, condition, rows) { return .numbers(numbers) }
      return .numbers(try counts(variable, condition, rows))
    case .walk(.distance, from: let from, to: let to, let hops):
      if let numbers = try distances(from, to, hops, rows) { return .numbers(numbers) }
    default: break
    }
    let evaluation = try evaluation(term, bound: rows.variables)
    var frame = frame()
    var values: [Value?] = []
    values.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      rows.bind(row, in: &frame)
      values.append(try evaluation(&frame))
    }
    return .values(values)
  }

  /// For each row, how many things fulfil a condition.
  private func counts(
    _ variable: Variable, _ condition: BoundCondition, _ rows: OrderedRows
  ) throws(Stop) -> [Double] {
    let counting = try counting(variable, [condition], rows.variables, upTo: .max)
    var frame = frame()
    var counts: [Double] = []
    counts.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      rows.bind(row, in: &frame)
      counts.append(Double(try counting(&frame)))
    }
    return counts
  }

  /// For each row, how many things fulfil a condition, where that says that a link
  /// joins them to a thing of the row: all rows are counted in one walk along it.
  ///
  /// - Returns: `nil` if the condition says something else, or there are so few
  ///   rows that each is better looked at by itself.
  private func countsAlongLink(
    _ variable: Variable, _ condition: BoundCondition, _ rows: OrderedRows
  ) throws(Stop) -> [Double]? {
    let free = rows.variables.filter(condition.freeVariables.contains)
    guard free.count == 1, let place = rows.variables.firstIndex(of: free[0]) else { return nil }
    let own = free[0]
    let size = kinds(own).reduce(0) { $0 + graph.capacity(of: $1) }
    guard rows.count > size / 8, let linked = try linked(own, variable, condition) else {
      return nil
    }
    let counted = try things(of: variable, for: linked.own)
    let pair = try pairTest(linked.both, variable, own)
    var counts = graph.schema.kinds.map { kind in
      kinds(own).contains(kind.id) ? [Int32](repeating: 0, count: graph.capacity(of: kind.id)) : []
    }
    try budget.keep(bytes: size &* 4)
    for part in linked.view.parts {
      let kind = part.source(isForward: linked.isForward)
      guard let nodes = counted[part.target(isForward: linked.isForward)],
        !counts[kind.index].isEmpty
      else { continue }
      try count(
        part.adjacency(isForward: !linked.isForward), from: nodes, pair,
        (variable, part.target(isForward: linked.isForward)), (own, kind), &counts[kind.index])
    }
    let things = rows.columns[place]
    return (0..<things.count).map { row in
      Double(counts[things[row].kind.index][Int(things[row].node)])
    }
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

  /// The attribute of a list that belongs to the kind of each thing; a flag that
  /// is missing is no.
  func attribute(_ attributes: [AttributeID], of things: ThingColumn) -> AnswerColumn {
    let graph = graph
    var byKind = [AttributeID?](repeating: nil, count: graph.schema.kinds.count)
    for attribute in attributes.reversed() {
      byKind[graph.schema[attribute].kind.index] = attribute
    }
    if let kind = things.kind, graph.records[kind.index] == nil, let attribute = byKind[kind.index],
      let column = graph.column(of: attribute)
    {
      if case .texts(let texts) = column { return .texts(texts, things.nodes) }
      return .property(column, things.nodes)
    }
    let read = byKind
    return .made { row in
      let thing = things[row]
      guard let attribute = read[thing.kind.index] else { return nil }
      let isFlag = graph.schema[attribute].type == .flag
      return graph.value(of: attribute, for: thing.node) ?? (isFlag ? .flag(false) : nil)
    }
  }

  /// What things are called in an answer.
  func labels(of things: ThingColumn) -> AnswerColumn {
    let graph = graph
    return .made { .text(graph.label(of: things[$0])) }
  }
}
