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
    try budget.keep(bytes: table.count &* 16)
    var lefts: [NodeID] = []
    var rights: [NodeID] = []
    let (from, until) = (table.from, table.until)
    for node in 0..<table.forward.nodeCount {
      for link in table.forward.range(of: NodeID(node)) {
        let holds =
          all
          || time.holds(
            from: from?[link] ?? .min,
            until: until?[link] ?? .max,
            dating: dating
          )
        guard holds else { continue }
        lefts.append(NodeID(truncatingIfNeeded: node))
        rights.append(table.forward.targets[link])
      }
    }
    return LinkPart(left: table.left, right: table.right, lefts: lefts, rights: rights, in: graph)
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
