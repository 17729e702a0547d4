// SPDX-License-Identifier: Apache-2.0

/// A node with a key it is sorted by.
struct KeyedNode {
  let key: UInt64
  let node: NodeID

  init(_ key: UInt64, _ node: NodeID) {
    self.key = key
    self.node = node
  }
}

/// Sorts many nodes by their keys.
enum KeyedNodes {
  /// From how many nodes on counting is faster than comparing.
  private static let many = 1 << 15
  private static let digit = 16

  /// The nodes by ascending key; those with equal keys keep their order.
  ///
  /// - Complexity: O(*n*) for many nodes, a pass for each two bytes in which the
  ///   keys differ.
  static func sorted(_ nodes: [KeyedNode]) -> [KeyedNode] {
    guard nodes.count >= many else {
      // The standard library's sort is stable, though it does not promise to be.
      return nodes.sorted { ($0.key, $0.node) < ($1.key, $1.node) }
    }
    var differing: UInt64 = 0
    for node in nodes { differing |= node.key ^ nodes[0].key }
    var current = nodes
    var other = nodes
    for shift in stride(from: 0, to: UInt64.bitWidth, by: digit)
    where differing >> UInt64(shift) & 0xFFFF != 0 {
      pass(current, into: &other, shift: UInt64(shift))
      swap(&current, &other)
    }
    return current
  }

  /// Sorts by two bytes of the keys.
  private static func pass(_ nodes: [KeyedNode], into sorted: inout [KeyedNode], shift: UInt64) {
    var next = [Int](repeating: 0, count: 1 << digit)
    for node in nodes { next[Int(node.key >> shift & 0xFFFF)] &+= 1 }
    var place = 0
    for bucket in next.indices {
      let count = next[bucket]
      next[bucket] = place
      place &+= count
    }
    for node in nodes {
      let bucket = Int(node.key >> shift & 0xFFFF)
      sorted[next[bucket]] = node
      next[bucket] &+= 1
    }
  }
}
