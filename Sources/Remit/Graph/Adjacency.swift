// SPDX-License-Identifier: Apache-2.0

/// The neighbours of each node, in CSR form (compressed sparse row).
///
/// The neighbours of `n` are `targets[offsets[n]..<offsets[n + 1]]`, in the
/// order in which the links were given.
///
///     let (adjacency, _) = Adjacency.sorting(
///       sources: [0, 2, 0], targets: [5, 6, 7], sourceCount: 3)
///     adjacency.neighbors(of: 0)  // [5, 7]
struct Adjacency: Sendable {
  /// Where the neighbours of each node begin; one more than there are nodes.
  // INVARIANT: ascends from 0 to `targets.count`.
  let offsets: [UInt32]
  /// The neighbours of node 0, then those of node 1, and so on.
  let targets: [NodeID]

  /// Makes an adjacency of its parts.
  init(offsets: [UInt32], targets: [NodeID]) {
    self.offsets = offsets
    self.targets = targets
    checkInvariants()
  }

  /// The number of nodes that may have neighbours.
  var nodeCount: Int { offsets.count - 1 }

  /// The places of a node's neighbours in ``targets``.
  func range(of node: NodeID) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  /// The neighbours of a node.
  func neighbors(of node: NodeID) -> ArraySlice<NodeID> { targets[range(of: node)] }

  /// The node at whose neighbours a place in ``targets`` lies.
  ///
  /// - Complexity: O(log *nodes*).
  func source(of place: Int) -> NodeID {
    var low = 0
    var high = nodeCount
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= place { low = middle } else { high = middle }
    }
    return NodeID(low)
  }

  /// The same adjacency with room for more nodes, none of which has neighbours.
  func extended(to nodeCount: Int) -> Adjacency {
    guard nodeCount > self.nodeCount else { return self }
    let last = UInt32(targets.count)
    return Adjacency(
      offsets: offsets + repeatElement(last, count: nodeCount - self.nodeCount),
      targets: targets
    )
  }

  /// Sorts pairs by source with a stable counting sort.
  ///
  /// - Parameters:
  ///   - sources: The first of each pair, each below `sourceCount`.
  ///   - targets: The second of each pair.
  ///   - sourceCount: How many nodes there are to be first.
  /// - Returns: The adjacency, and for each place in its targets the number
  ///   of the pair that stands there.
  /// - Complexity: O(*pairs* + *nodes*); pairs that are sorted already stay where
  ///   they are.
  static func sorting(
    sources: [NodeID],
    targets: [NodeID],
    sourceCount: Int
  ) -> (adjacency: Adjacency, order: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: sourceCount + 1)
    var isSorted = true
    var last: NodeID = 0
    for source in sources {
      offsets[Int(source) + 1] &+= 1
      isSorted = isSorted && last <= source
      last = source
    }
    for node in 0..<sourceCount { offsets[node + 1] &+= offsets[node] }
    if isSorted {
      let adjacency = Adjacency(offsets: offsets, targets: targets)
      return (adjacency, Array(0..<UInt32(truncatingIfNeeded: sources.count)))
    }
    var next = offsets
    var sorted = [NodeID](repeating: 0, count: sources.count)
    var order = [UInt32](repeating: 0, count: sources.count)
    for pair in sources.indices {
      let source = Int(sources[pair])
      let place = Int(next[source])
      next[source] &+= 1
      sorted[place] = targets[pair]
      order[place] = UInt32(truncatingIfNeeded: pair)
    }
    return (Adjacency(offsets: offsets, targets: sorted), order)
  }

  /// The most neighbours a node has.
  ///
  /// - Complexity: O(*nodes*).
  var widest: Int {
    let offsets = offsets.span
    var most: UInt32 = 0
    for node in 1..<max(1, offsets.count) { most = max(most, offsets[node] &- offsets[node &- 1]) }
    return Int(most)
  }

  /// Whether the neighbours of every node ascend, without repetition.
  ///
  /// - Complexity: O(*pairs* + *nodes*).
  var ascends: Bool {
    for node in 0..<nodeCount {
      let (start, end) = (Int(offsets[node]), Int(offsets[node + 1]))
      guard start &+ 1 < end else { continue }
      for place in (start &+ 1)..<end where targets[place] <= targets[place &- 1] {
        return false
      }
    }
    return true
  }

  private func checkInvariants() {
    #if DEBUG
    precondition(offsets.first == 0, "the offsets of an adjacency begin at 0")
    precondition(Int(offsets[nodeCount]) == targets.count, "the offsets end at the last target")
    for node in 0..<nodeCount {
      precondition(offsets[node] <= offsets[node + 1], "the offsets of an adjacency ascend")
    }
    #endif
  }
}
