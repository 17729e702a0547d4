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
    let search = ShortestWays(
      graph,
      try hops.map { (hop) throws(Stop) in
        (try view(hop.link), isForward ? hop.isForward : !hop.isForward)
      }, keepsPaths: walk == .path, budget)
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

/// The distances of all things from one, kept until another is asked for.
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
  /// The things reached, the nearest first.
  private var order: [Entity] = []

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
      let size = graph.schema.kinds.reduce(0) { $0 + graph.capacity(of: $1.id) }
      try budget.keep(bytes: size &* (keepsPaths ? 16 : 12))
      distances = graph.schema.kinds.map {
        [Int32](repeating: -1, count: graph.capacity(of: $0.id))
      }
      if keepsPaths { parents = distances }
    } else {
      // Only what the last search reached is to be forgotten.
      for entity in order { distances[entity.kind.index][Int(entity.node)] = -1 }
    }
    self.root = root
    order.removeAll(keepingCapacity: true)
    guard root != Frame.nothing else { return }
    distances[root.kind.index][Int(root.node)] = 0
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
}
