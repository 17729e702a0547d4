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
    if all, table.forwardAscends, table.backward.ascends {
      return LinkPart(
        left: table.left,
        right: table.right,
        forward: table.forward,
        rightCount: table.backward.nodeCount,
        backward: table.backward,
        isKept: true
      )
    }
    // What is kept, and what it takes to turn it round.
    try budget.keep(bytes: table.count &* 8)
    let forward = try ascending(table, all ? .always : time, dating, budget)
    return LinkPart(
      left: table.left,
      right: table.right,
      forward: forward,
      rightCount: table.backward.nodeCount,
      isKept: true
    )
  }

  /// The neighbours of every node along the links that hold at a time, in
  /// ascending order without repetition.
  private static func ascending(
    _ table: LinkTable, _ time: ResolvedTime, _ dating: Dating, _ budget: Budget
  ) throws(Stop) -> Adjacency {
    let (forward, ascends) = (table.forward, table.forwardAscends)
    switch (time, table.from, table.until) {
    case (.always, _, _): return try ascending(forward, isInOrder: ascends, budget) { _ in true }
    case (.on(let day), nil, let until?) where dating == .interval:
      return try ascending(forward, isInOrder: ascends, budget) { day < until[$0] }
    case (.on(let day), let from?, let until?) where dating == .interval:
      return try ascending(forward, isInOrder: ascends, budget) {
        from[$0] <= day && day < until[$0]
      }
    case (_, let from, let until):
      return try ascending(forward, isInOrder: ascends, budget) { link in
        time.holds(from: from?[link] ?? .min, until: until?[link] ?? .max, dating: dating)
      }
    }
  }

  /// The neighbours of every node along the links that hold, in ascending order
  /// without repetition.
  @inline(__always)
  private static func ascending(
    _ adjacency: Adjacency, isInOrder: Bool, _ budget: Budget, _ holds: (Int) -> Bool
  ) throws(Stop) -> Adjacency {
    let (starts, links) = (adjacency.offsets, adjacency.targets)
    var offsets = [UInt32](repeating: 0, count: starts.count)
    var targets = [NodeID](repeating: 0, count: links.count)
    var count = 0
    if isInOrder {
      // What is left of it ascends too. Whether a link holds cannot be foreseen: each is
      // written, and the next one over it if it does not.
      for node in 0..<adjacency.nodeCount {
        for link in Int(starts[node])..<Int(starts[node &+ 1]) {
          targets[count] = links[link]
          count &+= holds(link) ? 1 : 0
        }
        offsets[node &+ 1] = UInt32(truncatingIfNeeded: count)
      }
      targets.removeLast(links.count &- count)
      return Adjacency(offsets: offsets, targets: targets)
    }
    for node in 0..<adjacency.nodeCount {
      let start = count
      var ascends = true
      for link in Int(starts[node])..<Int(starts[node &+ 1]) where holds(link) {
        let target = links[link]
        if count > start, targets[count &- 1] >= target { ascends = false }
        targets[count] = target
        count &+= 1
      }
      if !ascends {
        try budget.spend(sorting: count &- start)
        targets[start..<count].sort()
        var end = start
        for place in start..<count where end == start || targets[end &- 1] != targets[place] {
          targets[end] = targets[place]
          end &+= 1
        }
        count = end
      }
      offsets[node &+ 1] = UInt32(truncatingIfNeeded: count)
    }
    targets.removeLast(links.count &- count)
    return Adjacency(offsets: offsets, targets: targets)
  }

  /// One part of several between the same kinds.
  private static func union(
    _ parts: [LinkPart], in graph: Graph, isKept: Bool, _ budget: Budget
  ) throws(Stop) -> LinkPart {
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
      in: graph,
      isKept: isKept
    )
  }

  /// A view of parts of which several may join the same kinds.
  static func view(
    _ parts: [LinkPart], in graph: Graph, isKept: Bool, _ budget: Budget
  ) throws(Stop) -> LinkView {
    if parts.count == 1, parts[0].count > 0 { return LinkView(parts: parts) }
    var result: [LinkPart] = []
    var seen: [(KindID, KindID)] = []
    for part in parts where part.count > 0 {
      guard !seen.contains(where: { $0 == (part.left, part.right) }) else { continue }
      seen.append((part.left, part.right))
      let same = parts.filter {
        $0.left == part.left && $0.right == part.right && $0.count > 0
      }
      result.append(same.count == 1 ? part : try union(same, in: graph, isKept: isKept, budget))
    }
    return LinkView(parts: result)
  }

  /// Whether all links of a table hold at a time.
  static func holdsEverywhere(
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
      return table.holdsEverywhere(on: Day(number: day))
    default: return false
    }
  }
}
