// SPDX-License-Identifier: Apache-2.0

/// The order of a kind's things in answers: by the text they are shown by, in
/// natural order; things without one come last; then by number.
struct NameOrder {
  /// The columns of the display attributes; the first with a text counts.
  private let columns: [TextColumn]

  /// Makes the order of things with these display columns.
  init(columns: [TextColumn]) { self.columns = columns }

  /// The place of each node among all.
  ///
  /// - Parameters:
  ///   - count: How many nodes there are.
  ///   - previous: The places before the change; may be of fewer nodes.
  ///   - changed: The nodes that are new or have another text.
  /// - Returns: A number below `count` for each node.
  /// - Complexity: O(*n* log *n*); O(*n* + *changed* log *n*) after a small change.
  func ranks(count: Int, previous: [UInt32] = [], changed: [NodeID] = []) -> [UInt32] {
    let order: [NodeID]
    if !previous.isEmpty, changed.count < count / 8 {
      order = merging(changed, into: previous, count: count)
    } else if (1..<max(1, count)).allSatisfy({ precedes(NodeID($0 - 1), NodeID($0)) }) {
      return Array(0..<UInt32(count))
    } else {
      order = sorted(count: count)
    }
    var ranks = [UInt32](repeating: 0, count: count)
    for (rank, node) in order.enumerated() { ranks[Int(node)] = UInt32(rank) }
    return ranks
  }

  /// Tells whether a node comes before another one.
  func precedes(_ lhs: NodeID, _ rhs: NodeID) -> Bool {
    let order: Int
    switch (place(lhs), place(rhs)) {
    case (nil, nil): return lhs < rhs
    case (nil, _): return false
    case (_, nil): return true
    case (let left?, let right?):
      if left.column == right.column {
        order = columns[left.column].dictionary.order(left.code, right.code)
      } else {
        order = columns[left.column].dictionary.withUTF8(of: left.code) { one in
          columns[right.column].dictionary.withUTF8(of: right.code) {
            NaturalOrder.compare(one, $0)
          }
        }
      }
    }
    return order == 0 ? lhs < rhs : order < 0
  }

  private func place(_ node: NodeID) -> (column: Int, code: TextDictionary.Code)? {
    // A loop over the columns themselves would copy each.
    for index in columns.indices where Int(node) < columns[index].count {
      let code = columns[index].codes[Int(node)]
      if code != TextColumn.missing { return (index, code) }
    }
    return nil
  }

  /// Puts the changed nodes at their places among those that were ordered before.
  private func merging(_ changed: [NodeID], into previous: [UInt32], count: Int) -> [NodeID] {
    var isChanged = NodeSet(capacity: count, of: changed)
    for node in previous.count..<max(previous.count, count) { isChanged.insert(NodeID(node)) }
    var slots = [NodeID](repeating: 0, count: previous.count)
    for (node, rank) in previous.enumerated() { slots[Int(rank)] = NodeID(node) }
    let kept = slots.filter { !isChanged.contains($0) }
    let added = Array(isChanged).sorted(by: precedes)
    var result: [NodeID] = []
    result.reserveCapacity(count)
    var taken = 0
    for node in added {
      var low = taken
      var high = kept.count
      while low < high {
        let middle = (low + high) / 2
        if precedes(kept[middle], node) { low = middle + 1 } else { high = middle }
      }
      result += kept[taken..<low]
      result.append(node)
      taken = low
    }
    result += kept[taken...]
    return result
  }

  private func sorted(count: Int) -> [NodeID] {
    sorted((0..<NodeID(truncatingIfNeeded: count)).map { $0 }, depth: 0, known: 0)
  }

  /// How often texts that are alike so far are told apart by what follows, before
  /// they are compared as they are.
  private static let deepest = 8

  /// Sorts nodes by keys of what follows the bytes in which their texts are known to be
  /// alike, and those with equal keys by what follows these.
  private func sorted(_ nodes: [NodeID], depth: Int, known: Int) -> [NodeID] {
    guard depth < NameOrder.deepest, nodes.count > 8 else { return nodes.sorted(by: precedes) }
    let keys = NaturalSortKeys(count: nodes.count, known: known) { index, body in
      guard let (column, code) = place(nodes[Int(index)]) else { return false }
      columns[column].dictionary.withUTF8(of: code, body)
      return true
    }
    let pairs = KeyedNodes.sorted(nodes.indices.map { KeyedNode(keys[$0], nodes[$0]) })
    guard let (first, last) = pairs.first.flatMap({ first in pairs.last.map { (first, $0) } }),
      first.key != last.key
    else { return nodes.sorted(by: precedes) }
    var result: [NodeID] = []
    result.reserveCapacity(nodes.count)
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end].key == pairs[start].key { end += 1 }
      if end == start + 1 {
        result.append(pairs[start].node)
      } else {
        result += sorted(pairs[start..<end].map(\.node), depth: depth + 1, known: keys.known)
      }
      start = end
    }
    return result
  }
}
