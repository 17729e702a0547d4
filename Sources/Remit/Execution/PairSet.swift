// SPDX-License-Identifier: Apache-2.0

/// Pairs of things, in the order in which they were added, to be asked whether
/// one is among them and to be made a view.
struct PairSet {
  /// The pairs of things of two kinds.
  private struct Part {
    let left: KindID
    let right: KindID
    var lefts: [NodeID] = []
    var rights: [NodeID] = []
    /// Open addressing with linear probing: the number of a pair and 1, or 0.
    var slots: [UInt32] = []

    init(_ left: KindID, _ right: KindID) {
      self.left = left
      self.right = right
    }

    /// Adds a pair if it is not there.
    mutating func insert(_ left: NodeID, _ right: NodeID) -> Bool {
      if slots.count < (lefts.count + 1) * 2 { grow() }
      let mask = slots.count - 1
      var slot = Part.hash(left, right) & mask
      while slots[slot] != 0 {
        let pair = Int(slots[slot]) - 1
        if lefts[pair] == left, rights[pair] == right { return false }
        slot = (slot + 1) & mask
      }
      lefts.append(left)
      rights.append(right)
      slots[slot] = UInt32(truncatingIfNeeded: lefts.count)
      return true
    }

    private mutating func grow() {
      let size = max(16, slots.count * 4)
      slots = [UInt32](repeating: 0, count: size)
      for pair in lefts.indices {
        var slot = Part.hash(lefts[pair], rights[pair]) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt32(truncatingIfNeeded: pair + 1)
      }
    }

    private static func hash(_ left: NodeID, _ right: NodeID) -> Int {
      let key = UInt64(left) << 32 | UInt64(right)
      return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
    }
  }

  private var parts: [Part] = []

  /// Adds a pair.
  ///
  /// - Returns: Whether it was new.
  mutating func insert(_ left: Entity, _ right: Entity) -> Bool {
    parts[place(left.kind, right.kind)].insert(left.node, right.node)
  }

  /// Adds a pair that is known to be new, and is not to be asked for.
  mutating func append(_ left: Entity, _ right: Entity) {
    let place = place(left.kind, right.kind)
    parts[place].lefts.append(left.node)
    parts[place].rights.append(right.node)
  }

  /// The pairs as a view.
  func view(in graph: Graph) -> LinkView {
    LinkView(
      parts: parts.map {
        LinkPart(left: $0.left, right: $0.right, lefts: $0.lefts, rights: $0.rights, in: graph)
      }
    )
  }

  private mutating func place(_ left: KindID, _ right: KindID) -> Int {
    if let place = parts.firstIndex(where: { $0.left == left && $0.right == right }) {
      return place
    }
    parts.append(Part(left, right))
    return parts.count - 1
  }
}
