// SPDX-License-Identifier: Apache-2.0

/// Makes link views from the tables of a graph.
enum LinkViewBuilder {
  /// The pairs of a table that are joined at a time.
  ///
  /// Where all links hold and neighbours already ascend, nothing is copied.
  static func part(
    _ table: LinkTable,
    dating: Dating,
    at time: ResolvedTime,
    in graph: Graph,
    _ budget: Budget
  ) throws(Stop) -> LinkPart {
    try budget.spend(table.count)
    let all = holdsEverywhere(table, dating: dating, at: time)
    if all, LinkPart.ascends(table.forward), LinkPart.ascends(table.backward) {
      return LinkPart(
        left: table.left,
        right: table.right,
        forward: table.forward,
        backward: table.backward
      )
    }
    // What is kept, and what it takes to turn it round.
    try budget.keep(bytes: table.count &* 8)
    let (from, until) = (table.from, table.until)
    let forward =
      all
      ? try ascending(table.forward, budget) { _ in true }
      : try ascending(table.forward, budget) { link in
        time.holds(from: from?[link] ?? .min, until: until?[link] ?? .max, dating: dating)
      }
    return LinkPart(
      left: table.left,
      right: table.right,
      forward: forward,
      backward: LinkPart.reversed(forward, count: table.backward.nodeCount)
    )
  }

  /// The neighbours of every node along the links that hold, in ascending order
  /// without repetition.
  private static func ascending(
    _ adjacency: Adjacency, _ budget: Budget, holds: (Int) -> Bool
  ) throws(Stop) -> Adjacency {
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(adjacency.offsets.count)
    var targets: [NodeID] = []
    targets.reserveCapacity(adjacency.targets.count)
    for node in 0..<adjacency.nodeCount {
      let start = targets.count
      var ascends = true
      for link in adjacency.range(of: NodeID(node)) where holds(link) {
        let target = adjacency.targets[link]
        if targets.count > start, targets[targets.count &- 1] >= target { ascends = false }
        targets.append(target)
      }
      if !ascends {
        try budget.spend(sorting: targets.count &- start)
        let row = targets[start...].sorted()
        targets.removeSubrange(start...)
        for target in row where targets.count == start || targets[targets.count - 1] != target {
          targets.append(target)
        }
      }
      offsets.append(UInt32(truncatingIfNeeded: targets.count))
    }
    return Adjacency(offsets: offsets, targets: targets)
  }

  /// One part of several between the same kinds.
  static func union(_ parts: [LinkPart], in graph: Graph, _ budget: Budget) throws(Stop)
    -> LinkPart
  {
    var lefts: [NodeID] = []
    var rights: [NodeID] = []
    for part in parts {
      try budget.spend(part.count)
      try budget.keep(bytes: part.count &* 16)
      for node in 0..<part.forward.nodeCount {
        for place in part.forward.range(of: NodeID(node)) {
          lefts.append(NodeID(truncatingIfNeeded: node))
          rights.append(part.forward.targets[place])
        }
      }
    }
    return LinkPart(
      left: parts[0].left,
      right: parts[0].right,
      lefts: lefts,
      rights: rights,
      in: graph
    )
  }

  /// A view of parts of which several may join the same kinds.
  static func view(_ parts: [LinkPart], in graph: Graph, _ budget: Budget) throws(Stop)
    -> LinkView
  {
    var result: [LinkPart] = []
    var seen: [(KindID, KindID)] = []
    for part in parts where part.count > 0 {
      guard !seen.contains(where: { $0 == (part.left, part.right) }) else { continue }
      seen.append((part.left, part.right))
      let same = parts.filter {
        $0.left == part.left && $0.right == part.right && $0.count > 0
      }
      result.append(same.count == 1 ? part : try union(same, in: graph, budget))
    }
    return LinkView(parts: result)
  }

  private static func holdsEverywhere(
    _ table: LinkTable,
    dating: Dating,
    at time: ResolvedTime
  ) -> Bool {
    if dating == .undated || table.from == nil && table.until == nil {
      return time.holds(from: .min, until: .max, dating: dating)
    }
    switch time {
    case .always: return true
    case .on(let day) where dating == .interval:
      return table.validLinks(on: Day(number: day)) == nil
    default: return false
    }
  }
}
