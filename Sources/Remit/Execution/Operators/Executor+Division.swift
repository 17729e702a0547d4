// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Those of a set that a hop joins to every thing of another.
  func division(
    _ input: EntitySet,
    _ hop: Hop,
    by divisor: EntitySet
  ) throws(Stop) -> EntitySet {
    let needed = divisor.count
    guard needed > 0, !input.isEmpty else { return input }
    let view = try view(hop.link)
    var found = EntitySet()
    for source in input.parts {
      var ways: [(adjacency: Adjacency, wanted: NodeSet)] = []
      for part in view.parts where part.source(isForward: hop.isForward) == source.kind {
        guard let wanted = divisor[part.target(isForward: hop.isForward)] else { continue }
        ways.append((part.adjacency(isForward: hop.isForward), wanted))
      }
      var nodes = NodeSet(capacity: source.nodes.capacity)
      for node in source.nodes {
        try budget.spend()
        var met = 0
        for (adjacency, wanted) in ways {
          let range = adjacency.range(of: node)
          try budget.spend(range.count)
          for place in range where wanted.contains(adjacency.targets[place]) { met &+= 1 }
        }
        if met == needed { nodes.insert(node) }
      }
      found.formUnion(source.kind, nodes)
    }
    return found
  }
}
