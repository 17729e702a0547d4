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
    for (index, column) in columns.enumerated() where Int(node) < column.count {
      let code = column.codes[Int(node)]
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
    let keys = NaturalSortKeys(count: count) { node, body in
      guard let (column, code) = place(node) else { return false }
      columns[column].dictionary.withUTF8(of: code, body)
      return true
    }
    var pairs: [(key: UInt64, node: NodeID)] = []
    pairs.reserveCapacity(count)
    for node in 0..<count { pairs.append((keys[node], NodeID(node))) }
    pairs.sort { $0.key == $1.key ? precedes($0.node, $1.node) : $0.key < $1.key }
    return pairs.map(\.node)
  }
}
