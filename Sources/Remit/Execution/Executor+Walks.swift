// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Compiles the shortest way from one thing to another.
  ///
  /// One search from an end serves all pairs with that end: the one that stays
  /// the same for longer. A path is always searched from its start, so that it
  /// does not depend on the plan.
  func walk(
    _ walk: Walk, _ from: Operand, _ to: Operand, _ hops: [Hop], _ bound: [Variable]
  ) throws(Stop) -> Evaluation {
    let isForward = walk == .path || boundAt(from, bound) <= boundAt(to, bound)
    let search = try shortestWays(hops, isForward: isForward, keepsPaths: walk == .path)
    let (root, end) = isForward ? (slot(from), slot(to)) : (slot(to), slot(from))
    let graph = graph
    switch walk {
    case .distance:
      return { (frame: inout Frame) throws(Stop) -> Value? in
        try search.distance(from: frame.slots[root], to: frame.slots[end])
          .map { .number(Double($0)) }
      }
    case .path:
      return { (frame: inout Frame) throws(Stop) -> Value? in
        let things = try search.path(from: frame.slots[root], to: frame.slots[end])
        return things.isEmpty
          ? nil : .text(things.map { graph.label(of: $0) }.joined(separator: " → "))
      }
    }
  }
}

extension Executor {
  /// Prepares a search along hops, or against them.
  private func shortestWays(
    _ hops: [Hop], isForward: Bool, keepsPaths: Bool
  ) throws(Stop) -> ShortestWays {
    ShortestWays(
      graph,
      try hops.map { (hop) throws(Stop) in
        (try view(hop.link), hop.isForward == isForward)
      }, keepsPaths: keepsPaths, budget)
  }

  /// For each row the distance between two things, one of which is the same in all
  /// rows; `nil` if that is not so.
  func distances(
    _ from: Operand, _ to: Operand, _ hops: [Hop], _ rows: OrderedRows
  ) throws(Stop) -> [Double]? {
    guard let (root, end) = namedEnd(from, to), let place = rows.variables.firstIndex(of: end)
    else { return nil }
    let search = try shortestWays(hops, isForward: root == from, keepsPaths: false)
    return try search.distances(from: frame().slots[slot(root)], to: rows.columns[place])
  }

  /// The end of a way that is named, and the variable at the other; `nil` if the ends
  /// are not one of each.
  private func namedEnd(_ from: Operand, _ to: Operand) -> (root: Operand, end: Variable)? {
    switch (from, to) {
    case (.name, .variable(let end)): (from, end)
    case (.variable(let end), .name): (to, end)
    default: nil
    }
  }
}

extension Executor {
  /// Compiles a number made of the distances between one thing and each of some: one
  /// search has them all.
  ///
  /// - Returns: `nil` for another number, or where which things they are depends on
  ///   what is bound.
  func foldedDistances(
    _ aggregate: Aggregate, _ value: BoundTerm, _ variable: Variable, _ condition: BoundCondition
  ) throws(Stop) -> Evaluation? {
    guard case .walk(.distance, from: let from, to: let to, let hops) = value, from != to,
      from == .variable(variable) || to == .variable(variable),
      condition.freeVariables.isSubset(of: [variable])
    else { return nil }
    let isForward = to == .variable(variable)
    let root = slot(isForward ? from : to)
    let search = try shortestWays(hops, isForward: isForward, keepsPaths: false)
    let things = try filter(EntitySet(all: kinds(variable), in: graph), variable, condition)
    return { (frame: inout Frame) throws(Stop) -> Value? in
      try search.fold(aggregate, from: frame.slots[root], to: things).value
    }
  }

  /// A number made of the distances between things and one that is named.
  ///
  /// - Returns: `nil` if that is not what the term says.
  func foldedDistances(
    _ aggregate: Aggregate, _ term: BoundTerm, _ variable: Variable, _ things: EntitySet
  ) throws(Stop) -> AggregateFold? {
    guard case .walk(.distance, from: let from, to: let to, let hops) = term,
      let (root, end) = namedEnd(from, to), end == variable
    else { return nil }
    let search = try shortestWays(hops, isForward: root == from, keepsPaths: false)
    return try search.fold(aggregate, from: frame().slots[slot(root)], to: things)
  }
}

/// The distances of all things from one, kept until another is asked for; or how many
/// of some there are at each, where they are in a tree.
///
/// A breadth-first search over several relations at once. Neighbours are
/// visited in the order of the hops, then of their numbers, so that of several
/// shortest paths always the same one is found.
///
/// - SeeAlso: E. F. Moore, "The shortest path through a maze" (1959).
final class ShortestWays {
  private let graph: Graph
  private let hops: [(view: LinkView, isForward: Bool)]
  private let keepsPaths: Bool
  private let budget: Budget
  private var root: Entity?
  /// By kind and number: the steps from the root, -1 where it does not lead.
  private var distances: [[Int32]] = []
  /// By kind and number: the place in `order` of the thing before it.
  private var parents: [[Int32]] = []
  /// The things reached, the nearest first; those of one kind may stand in
  /// ``nodes`` instead.
  private var order: [Entity] = []
  private var nodes: [NodeID] = []
  /// Where in ``nodes`` those at each number of steps end.
  private var levels: [Int] = []
  /// Room for the things that are counted in a tree.
  private var queue: [NodeID] = []
  /// What was counted in the last tree.
  private var counted: (root: Entity, counts: [Int])?

  init(
    _ graph: Graph, _ hops: [(view: LinkView, isForward: Bool)], keepsPaths: Bool,
    _ budget: Budget
  ) {
    self.graph = graph
    self.hops = hops
    self.keepsPaths = keepsPaths
    self.budget = budget
  }

  /// The least number of steps; `nil` when no way leads there.
  func distance(from root: Entity, to end: Entity) throws(Stop) -> Int? {
    try search(from: root)
    guard distances.indices.contains(end.kind.index),
      distances[end.kind.index].indices.contains(Int(end.node))
    else { return nil }
    let steps = distances[end.kind.index][Int(end.node)]
    return steps < 0 ? nil : Int(steps)
  }

  /// The least number of steps to each of some things, not a number when no way
  /// leads there.
  func distances(from root: Entity, to ends: ThingColumn) throws(Stop) -> [Double] {
    try search(from: root)
    var found = [Double](repeating: .nan, count: ends.count)
    if let kind = ends.kind {
      let distances = distances[kind.index]
      guard !distances.isEmpty else { return found }
      for (row, node) in ends.nodes.enumerated() where distances[Int(node)] >= 0 {
        found[row] = Double(distances[Int(node)])
      }
      return found
    }
    for row in found.indices {
      if let steps = try distance(from: root, to: ends[row]) { found[row] = Double(steps) }
    }
    return found
  }

  /// A number made of the distances of some things.
  func fold(
    _ aggregate: Aggregate, from root: Entity, to things: EntitySet
  ) throws(Stop) -> AggregateFold {
    try budget.spend(things.count)
    var fold = AggregateFold(aggregate)
    for (steps, count) in try counts(from: root, of: things).enumerated() {
      fold.add(Double(steps), times: count)
    }
    return fold
  }

  /// How many of some things there are at each number of steps.
  // INVARIANT: the things are the same in all calls.
  private func counts(from root: Entity, of things: EntitySet) throws(Stop) -> [Int] {
    if let counted, counted.root == root { return counted.counts }
    if root != Frame.nothing, let tree = tree(within: root.kind) {
      let counts = try counts(in: tree, from: root, of: things[root.kind])
      counted = (root, counts)
      return counts
    }
    try search(from: root)
    var counts: [Int] = []
    guard nodes.isEmpty else {
      guard let part = things[root.kind] else { return [] }
      var start = 0
      for end in levels {
        counts.append(nodes[start..<end].count { part.contains($0) })
        start = end
      }
      return counts
    }
    for (kind, nodes) in things.parts where !distances[kind.index].isEmpty {
      let distances = distances[kind.index]
      nodes.forEach { node in
        let steps = Int(distances[Int(node)])
        guard steps >= 0 else { return }
        while counts.count <= steps { counts.append(0) }
        counts[steps] += 1
      }
    }
    return counts
  }

  /// How many of some things there are at each number of steps, where at most one other
  /// leads to each.
  ///
  /// No thing but the root can be come to twice, so none is noted.
  private func counts(
    in tree: Adjacency, from root: Entity, of things: NodeSet?
  ) throws(Stop) -> [Int] {
    guard let things else { return [] }
    let isAll = things.count == graph.count(of: root.kind)
    // Another root may be of another kind.
    if queue.count < tree.nodeCount {
      // INVARIANT: there are at most as many numbers of steps as things.
      try budget.keep(bytes: tree.nodeCount &* 20)
      queue = [NodeID](repeating: 0, count: tree.nodeCount)
    }
    let (offsets, targets) = (tree.offsets, tree.targets)
    var counts: [Int] = []
    var kept = queue
    queue = []
    defer { queue = kept }
    var found = kept.mutableSpan
    found[0] = root.node
    var steps = StepBatch()
    var (start, end) = (0, 1)
    while start < end {
      var next = end
      var count = isAll ? end &- start : 0
      for place in start..<end {
        let node = Int(found[place])
        if !isAll, things.contains(found[place]) { count &+= 1 }
        let (first, last) = (Int(offsets[node]), Int(offsets[node &+ 1]))
        try steps.add(last &- first &+ 1, to: budget)
        for index in first..<last where targets[index] != root.node {
          found[next] = targets[index]
          next &+= 1
        }
      }
      counts.append(count)
      (start, end) = (end, next)
    }
    try steps.settle(with: budget)
    return counts
  }

  /// The only links that lead from things of a kind, if they lead to such and to each from
  /// one at most.
  private func tree(within kind: KindID) -> Adjacency? {
    var found: Adjacency?
    for (view, isForward) in hops {
      for part in view.parts where part.source(isForward: isForward) == kind {
        guard found == nil, part.target(isForward: isForward) == kind,
          part.isKnownToBranch(isForward: isForward)
        else { return nil }
        found = part.adjacency(isForward: isForward)
      }
    }
    return found
  }

  /// The things on a shortest way, both ends included; none when there is no way.
  func path(from root: Entity, to end: Entity) throws(Stop) -> [Entity] {
    guard try distance(from: root, to: end) != nil else { return [] }
    var things = [end]
    while let last = things.last, last != root {
      try budget.spend()
      let place = parents[last.kind.index][Int(last.node)]
      guard place >= 0 else { break }
      things.append(order[Int(place)])
    }
    return things.reversed()
  }

  private func search(from root: Entity) throws(Stop) {
    guard self.root != root else { return }
    if distances.isEmpty {
      distances = [[Int32]](repeating: [], count: graph.schema.kinds.count)
      if keepsPaths { parents = distances }
    }
    // Only what the last search reached is to be forgotten.
    for entity in order { distances[entity.kind.index][Int(entity.node)] = -1 }
    if let last = self.root, !nodes.isEmpty {
      for node in nodes { distances[last.kind.index][Int(node)] = -1 }
    }
    self.root = root
    order.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    guard root != Frame.nothing else { return }
    try makeRoom(for: root.kind)
    distances[root.kind.index][Int(root.node)] = 0
    let steps = adjacencies(within: root.kind)
    if !keepsPaths, let steps {
      try search(from: root.node, steps, &distances[root.kind.index])
    } else {
      try searchAll(from: root)
    }
  }

  /// The links that lead from things of a kind; `nil` if some lead to other kinds.
  private func adjacencies(within kind: KindID) -> [Adjacency]? {
    var found: [Adjacency] = []
    for (view, isForward) in hops {
      for part in view.parts where part.source(isForward: isForward) == kind {
        guard part.target(isForward: isForward) == kind else { return nil }
        found.append(part.adjacency(isForward: isForward))
      }
    }
    return found
  }

  /// Searches among things of one kind, level by level.
  private func search(
    from root: NodeID, _ steps: [Adjacency], _ distances: inout [Int32]
  ) throws(Stop) {
    var queue = nodes
    nodes = []
    defer { nodes = queue }
    queue.append(root)
    var (start, end) = (0, 1)
    var next: Int32 = 0
    var distances = distances.mutableSpan
    while start < end {
      next &+= 1
      for adjacency in steps {
        let (offsets, targets) = (adjacency.offsets, adjacency.targets)
        for place in start..<end {
          let node = Int(queue[place])
          let (first, last) = (Int(offsets[node]), Int(offsets[node &+ 1]))
          try budget.spend(last &- first &+ 1)
          for index in first..<last {
            let target = targets[index]
            guard distances[Int(target)] < 0 else { continue }
            distances[Int(target)] = next
            queue.append(target)
          }
        }
      }
      levels.append(end)
      (start, end) = (end, queue.count)
    }
  }

  /// Searches among things of several kinds, or for paths.
  private func searchAll(from root: Entity) throws(Stop) {
    order.append(root)
    if keepsPaths { parents[root.kind.index][Int(root.node)] = -1 }
    var place = 0
    while place < order.count {
      let entity = order[place]
      let next = distances[entity.kind.index][Int(entity.node)] &+ 1
      for hop in hops {
        for part in hop.view.parts where part.source(isForward: hop.isForward) == entity.kind {
          let adjacency = part.adjacency(isForward: hop.isForward)
          let kind = part.target(isForward: hop.isForward)
          let range = adjacency.range(of: entity.node)
          try makeRoom(for: kind)
          try budget.spend(range.count &+ 1)
          for index in range {
            let target = Int(adjacency.targets[index])
            guard distances[kind.index][target] < 0 else { continue }
            distances[kind.index][target] = next
            if keepsPaths { parents[kind.index][target] = Int32(truncatingIfNeeded: place) }
            order.append(Entity(kind: kind, node: adjacency.targets[index]))
          }
        }
      }
      place &+= 1
    }
  }

  /// Makes the arrays for a kind, unless it has them.
  private func makeRoom(for kind: KindID) throws(Stop) {
    guard distances[kind.index].isEmpty else { return }
    let size = graph.capacity(of: kind)
    try budget.keep(bytes: size &* (keepsPaths ? 24 : 20))
    distances[kind.index] = [Int32](repeating: -1, count: size)
    if keepsPaths { parents[kind.index] = distances[kind.index] }
  }
}
