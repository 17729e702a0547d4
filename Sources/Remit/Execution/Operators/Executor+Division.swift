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
    // Of few things asked for, those that lead to each of them are common.
    if needed < Executor.fewDivisors, needed < input.count / Executor.fewDivisors {
      var found = input
      for wanted in divisor.entities where !found.isEmpty {
        found.formIntersection(try extend(wanted, hop.reversed))
      }
      return found
    }
    var found = EntitySet()
    for source in input.parts {
      var ways: [(adjacency: Adjacency, wanted: NodeSet)] = []
      for part in view.parts where part.source(isForward: hop.isForward) == source.kind {
        guard let wanted = divisor[part.target(isForward: hop.isForward)] else { continue }
        ways.append((part.adjacency(isForward: hop.isForward), wanted))
      }
      let nodes = try source.nodes.filtered { (node) throws(Stop) in
        try budget.spend()
        var met = 0
        for (adjacency, wanted) in ways {
          let range = adjacency.range(of: NodeID(truncatingIfNeeded: node))
          try budget.spend(range.count)
          for place in range where wanted.contains(adjacency.targets[place]) { met &+= 1 }
        }
        return met == needed
      }
      found.formUnion(source.kind, nodes)
    }
    return found
  }
  /// So many things are walked back from one after the other.
  private static let fewDivisors = 16
}
