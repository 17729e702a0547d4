// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Those of a set whose number of partners compares so with a number.
  func countThreshold(
    _ input: EntitySet,
    _ partners: Partners,
    _ comparison: Comparison,
    _ count: Int
  ) throws(Stop) -> EntitySet {
    guard !input.isEmpty else { return input }
    let threshold = CountThreshold(comparison, count)
    if partners.hops.count == 1, partners.condition == .always {
      return try countThreshold(input, partners, along: partners.hops[0], threshold)
    }
    if let found = try covered(input, partners, threshold) { return found }
    let index = partners.partner.index
    let sink: Test = { (frame: inout Frame) throws(Stop) -> Bool in
      frame.counters[index] &+= 1
      return frame.counters[index] >= threshold.decided
    }
    let each = try partnerTest(partners, input, counting: sink)
    return try keep(input, partners.own) { (frame: inout Frame) throws(Stop) -> Bool in
      frame.counters[index] = 0
      _ = try each(&frame)
      return threshold.holds(frame.counters[index])
    }
  }
}

extension Executor {
  /// Those of a set whose number of partners along one hop compares so.
  private func countThreshold(
    _ input: EntitySet,
    _ partners: Partners,
    along hop: Hop,
    _ threshold: CountThreshold
  ) throws(Stop) -> EntitySet {
    let view = try view(hop.link)
    let among = try candidates(partners, view, hop.isForward, input)
    var found = EntitySet()
    for source in input.parts {
      var ways: [(offsets: [UInt32], targets: [NodeID], wanted: NodeSet?)] = []
      for part in view.parts where part.source(isForward: hop.isForward) == source.kind {
        let kind = part.target(isForward: hop.isForward)
        guard let wanted = among[kind] else { continue }
        let adjacency = part.adjacency(isForward: hop.isForward)
        let isAll = wanted == graph.nodes(of: kind)
        ways.append((adjacency.offsets, adjacency.targets, isAll ? nil : wanted))
      }
      var nodes = NodeSet(capacity: source.nodes.capacity)
      if ways.isEmpty {
        if threshold.holds(0) { nodes = source.nodes }
      } else if ways.count == 1 {
        let (offsets, targets, wanted) = ways[0]
        nodes = try keep(source.nodes, threshold) { (node: NodeID) throws(Stop) -> Int in
          try count(node, offsets, targets, wanted, upTo: threshold.decided)
        }
      } else {
        nodes = try keep(source.nodes, threshold) { (node: NodeID) throws(Stop) -> Int in
          var met = 0
          for (offsets, targets, wanted) in ways where met < threshold.decided {
            met &+= try count(node, offsets, targets, wanted, upTo: threshold.decided)
          }
          return met
        }
      }
      found.formUnion(source.kind, nodes)
    }
    return found
  }

  /// Those of some nodes for which a number compares so.
  @inline(__always)
  private func keep(
    _ nodes: NodeSet,
    _ threshold: CountThreshold,
    _ number: (NodeID) throws(Stop) -> Int
  ) throws(Stop) -> NodeSet {
    try nodes.filtered { (node) throws(Stop) in
      threshold.holds(try number(NodeID(truncatingIfNeeded: node)))
    }
  }

  /// How many neighbours of a node are wanted, counted up to a number.
  @inline(__always)
  private func count(
    _ node: NodeID,
    _ offsets: [UInt32],
    _ targets: [NodeID],
    _ wanted: NodeSet?,
    upTo most: Int
  ) throws(Stop) -> Int {
    let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
    guard let wanted else {
      try budget.spend()
      return end &- start
    }
    try budget.spend(end &- start &+ 1)
    var met = 0
    for place in start..<end where wanted.contains(targets[place]) {
      met &+= 1
      if met >= most { break }
    }
    return met
  }
}

/// A comparison of a count with a number.
struct CountThreshold {
  private let comparison: Comparison
  private let count: Int
  /// The count from which on more does not change the answer.
  let decided: Int

  init(_ comparison: Comparison, _ count: Int) {
    self.comparison = comparison
    self.count = count
    decided = comparison == .greaterOrEqual ? max(1, count) : max(1, count &+ 1)
  }

  func holds(_ number: Int) -> Bool {
    switch comparison {
    case .equal: number == count
    case .notEqual: number != count
    case .less: number < count
    case .lessOrEqual: number <= count
    case .greater: number > count
    case .greaterOrEqual: number >= count
    case .containsText, .startsWith, .endsWith: false
    }
  }
}
