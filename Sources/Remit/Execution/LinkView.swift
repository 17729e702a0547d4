// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The pairs that a link joins at some time, between one kind at the left and
/// one at the right: each pair once, neighbours in ascending order.
final class LinkPart: Sendable {
  let left: KindID
  let right: KindID
  /// From left to right.
  let forward: Adjacency
  /// Whether what follows from it is worth keeping for other questions: it is kept
  /// itself.
  let isKept: Bool
  /// How many nodes there are at the right.
  private let rightCount: Int
  /// From right to left, once it was asked for.
  private let turned: Mutex<Adjacency?>
  /// Whether each node at the left has one neighbour at most.
  private let isFunctional: Lazy<Bool>

  /// Makes a part of an adjacency, and of the one that mirrors it if that is at hand.
  init(
    left: KindID, right: KindID, forward: Adjacency, rightCount: Int, backward: Adjacency? = nil,
    isKept: Bool
  ) {
    self.left = left
    self.right = right
    self.forward = forward
    self.isKept = isKept
    self.rightCount = rightCount
    turned = Mutex(backward)
    isFunctional = Lazy { forward.widest <= 1 }
  }

  /// From right to left.
  ///
  /// It is made when it is first asked for: many questions follow a link one way
  /// only. Keep it in a loop, for each look takes a lock.
  var backward: Adjacency {
    turned.withLock { kept in
      if let kept { return kept }
      let made = LinkPart.reversed(forward, count: rightCount)
      kept = made
      return made
    }
  }

  /// Makes a part of pairs in any order, repeated or not.
  convenience init(
    left: KindID,
    right: KindID,
    lefts: [NodeID],
    rights: [NodeID],
    in graph: Graph,
    isKept: Bool = false
  ) {
    // Sorting by the right end first makes rows ascend, for the sort is stable.
    let (leftCount, rightCount) = (graph.capacity(of: left), graph.capacity(of: right))
    let (byRight, order) = Adjacency.sorting(
      sources: rights,
      targets: lefts,
      sourceCount: rightCount
    )
    var orderedRights = [NodeID](repeating: 0, count: order.count)
    for (place, pair) in order.enumerated() { orderedRights[place] = rights[Int(pair)] }
    let (byLeft, _) = Adjacency.sorting(
      sources: byRight.targets,
      targets: orderedRights,
      sourceCount: leftCount
    )
    self.init(
      left: left,
      right: right,
      forward: LinkPart.withoutRepetitions(byLeft),
      rightCount: rightCount,
      isKept: isKept
    )
  }

  /// The number of pairs.
  var count: Int { forward.targets.count }

  func adjacency(isForward: Bool) -> Adjacency { isForward ? forward : backward }

  /// The adjacency in one direction if it is there already.
  func known(isForward: Bool) -> Adjacency? {
    isForward ? forward : turned.withLock { $0 }
  }

  /// Whether it is known that at most one node leads to each, in one direction: backward
  /// that is so where no node at the left has two neighbours.
  ///
  /// - Complexity: O(*nodes*) when it is asked first.
  func isKnownToBranch(isForward: Bool) -> Bool {
    // Forward it would take the links turned round, which may not be there.
    !isForward && isFunctional.value
  }

  /// The kind a hop starts from.
  func source(isForward: Bool) -> KindID { isForward ? left : right }

  /// The kind a hop leads to.
  func target(isForward: Bool) -> KindID { isForward ? right : left }

  /// Tells whether a pair is joined.
  ///
  /// - Complexity: O(log *neighbours*).
  func contains(_ left: NodeID, _ right: NodeID) -> Bool {
    LinkPart.find(right, in: forward.targets, forward.range(of: left))
  }

  private static func find(_ node: NodeID, in targets: [NodeID], _ range: Range<Int>) -> Bool {
    var low = range.lowerBound
    var high = range.upperBound
    while high &- low > 8 {
      let middle = (low &+ high) / 2
      if targets[middle] <= node { low = middle } else { high = middle }
    }
    while low < high {
      if targets[low] == node { return true }
      low &+= 1
    }
    return false
  }

  /// The same pairs from their targets, which are below a number, to their sources.
  static func reversed(_ adjacency: Adjacency, count: Int) -> Adjacency {
    let (offsets, targets) = (adjacency.offsets, adjacency.targets)
    var starts = [UInt32](repeating: 0, count: count + 1)
    for target in targets { starts[Int(target) &+ 1] &+= 1 }
    for node in 0..<count { starts[node &+ 1] &+= starts[node] }
    var next = starts
    var sources = [NodeID](repeating: 0, count: targets.count)
    for node in 0..<adjacency.nodeCount {
      for place in Int(offsets[node])..<Int(offsets[node &+ 1]) {
        let target = Int(targets[place])
        sources[Int(next[target])] = NodeID(truncatingIfNeeded: node)
        next[target] &+= 1
      }
    }
    return Adjacency(offsets: starts, targets: sources)
  }

  private static func withoutRepetitions(_ adjacency: Adjacency) -> Adjacency {
    guard !adjacency.ascends else { return adjacency }
    var offsets: [UInt32] = [0]
    var targets: [NodeID] = []
    offsets.reserveCapacity(adjacency.offsets.count)
    targets.reserveCapacity(adjacency.targets.count)
    for node in 0..<adjacency.nodeCount {
      let start = targets.count
      for place in adjacency.range(of: NodeID(node)) {
        let target = adjacency.targets[place]
        if targets.count > start, targets[targets.count - 1] == target { continue }
        targets.append(target)
      }
      offsets.append(UInt32(truncatingIfNeeded: targets.count))
    }
    return Adjacency(offsets: offsets, targets: targets)
  }
}

/// All pairs that a link joins at some time, between whatever kinds.
struct LinkView: Sendable {
  /// The pairs by their kinds, each combination once.
  var parts: [LinkPart]

  /// The number of pairs.
  var count: Int { parts.reduce(0) { $0 + $1.count } }

  func contains(_ left: Entity, _ right: Entity) -> Bool {
    parts.contains {
      $0.left == left.kind && $0.right == right.kind && $0.contains(left.node, right.node)
    }
  }

  /// Whether two views join the same pairs.
  func hasSamePairs(as other: LinkView) -> Bool {
    guard parts.count == other.parts.count else { return false }
    return parts.allSatisfy { part in
      other.parts.contains {
        $0.left == part.left && $0.right == part.right
          && $0.forward.offsets == part.forward.offsets
          && $0.forward.targets == part.forward.targets
      }
    }
  }
}
