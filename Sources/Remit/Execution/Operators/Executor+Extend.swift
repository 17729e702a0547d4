// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The things one hop away from a set.
  func extend(_ input: EntitySet, _ hop: Hop) throws(Stop) -> EntitySet {
    try image(of: input, try view(hop.link), isForward: hop.isForward)
  }

  /// The things one hop away from one thing.
  func extend(_ thing: Entity, _ hop: Hop) throws(Stop) -> EntitySet {
    var found = EntitySet()
    for part in try view(hop.link).parts
    where part.source(isForward: hop.isForward) == thing.kind {
      let adjacency = part.adjacency(isForward: hop.isForward)
      let row = adjacency.range(of: thing.node)
      try budget.spend(row.count &+ 1)
      let kind = part.target(isForward: hop.isForward)
      found.formUnion(
        kind, NodeSet(capacity: graph.capacity(of: kind), of: adjacency.targets[row]))
    }
    return found
  }

  /// The pairs of a link whose time has no free variables, repetition apart.
  func view(_ link: BoundLink) throws(Stop) -> LinkView {
    try execution.view(link.relations, at: try resolve(link.time))
  }

  /// The things that pairs of a view lead to from a set; only those of some kinds, if
  /// they are given.
  func image(
    of input: EntitySet, _ view: LinkView, isForward: Bool, of kinds: [KindID]? = nil
  ) throws(Stop) -> EntitySet {
    var found = EntitySet()
    for part in view.parts {
      let kind = part.target(isForward: isForward)
      guard kinds?.contains(kind) ?? true, let sources = input[part.source(isForward: isForward)]
      else { continue }
      var nodes = NodeSet(capacity: graph.capacity(of: kind))
      let adjacency = part.adjacency(isForward: isForward)
      let (offsets, targets) = (adjacency.offsets, adjacency.targets)
      if sources.isList {
        for node in sources {
          let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
          try budget.spend(end &- start &+ 1)
          for place in start..<end { nodes.insert(targets[place]) }
        }
      } else {
        try nodes.withBits { (bits) throws(Stop) in
          for node in sources {
            let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
            try budget.spend(end &- start &+ 1)
            for place in start..<end { bits.insert(targets[place]) }
          }
        }
      }
      found.formUnion(kind, nodes)
    }
    return found
  }
}
