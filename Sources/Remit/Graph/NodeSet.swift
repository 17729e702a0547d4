// SPDX-License-Identifier: Apache-2.0

/// A set of the nodes of one kind, or of the links of one table: one bit each.
///
///     var set = NodeSet(capacity: 100)
///     set.insert(7)
///     for node in set { … }  // 7, in ascending order
///
/// Two sets are combined only when they are of one kind, so their capacities
/// are equal.
///
/// - Complexity: Set operations take O(*capacity* / 64), membership O(1).
struct NodeSet: Hashable, Sendable {
  /// Bit `n % 64` of word `n / 64` tells whether `n` is in the set.
  // INVARIANT: bits at and beyond `capacity` are zero.
  private(set) var words: [UInt64]
  /// How many nodes there are to be in the set or not.
  private(set) var capacity: Int

  /// Makes an empty or a full set.
  init(capacity: Int, full: Bool = false) {
    self.capacity = capacity
    words = [UInt64](repeating: full ? ~0 : 0, count: (capacity + 63) / 64)
    UncountedWork.note(words.count)
    if full { clearTail() }
  }

  /// Makes a set of its words; bits beyond the capacity are cleared.
  init(words: [UInt64], capacity: Int) {
    precondition(words.count == (capacity + 63) / 64, "a set has a bit for each node")
    (self.words, self.capacity) = (words, capacity)
    clearTail()
  }

  /// Makes a set of some nodes, each below `capacity`.
  init(capacity: Int, of nodes: some Sequence<NodeID>) {
    self.init(capacity: capacity)
    for node in nodes { insert(node) }
  }

  /// Whether no node is in the set.
  var isEmpty: Bool {
    UncountedWork.note(words.count)
    for word in words where word != 0 { return false }
    return true
  }

  /// The number of nodes in the set.
  ///
  /// - Complexity: O(*capacity* / 64).
  var count: Int {
    UncountedWork.note(words.count)
    var sum = 0
    for word in words { sum &+= word.nonzeroBitCount }
    return sum
  }

  /// The least node of the set.
  var first: NodeID? {
    for (index, word) in words.enumerated() where word != 0 {
      return NodeID(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount)
    }
    return nil
  }

  /// Tells whether a node is in the set; one beyond the capacity is not.
  func contains(_ node: NodeID) -> Bool {
    let index = Int(node) >> 6
    guard index < words.count else { return false }
    return words[index] & (1 << UInt64(node & 63)) != 0
  }

  /// Puts a node, which is below the capacity, into the set.
  ///
  /// - Returns: Whether the node was new.
  @discardableResult
  mutating func insert(_ node: NodeID) -> Bool {
    assert(Int(node) < capacity, "a node beyond the capacity of its set")
    let mask: UInt64 = 1 << UInt64(node & 63)
    let old = words[Int(node) >> 6]
    words[Int(node) >> 6] = old | mask
    return old & mask == 0
  }

  /// Takes a node out of the set.
  mutating func remove(_ node: NodeID) {
    let index = Int(node) >> 6
    guard index < words.count else { return }
    words[index] &= ~(1 << UInt64(node & 63))
  }

  /// Takes all nodes out of the set.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// Makes room for more nodes, none of which is in the set.
  mutating func grow(to newCapacity: Int) {
    guard newCapacity > capacity else { return }
    capacity = newCapacity
    let wordCount = (newCapacity + 63) / 64
    if wordCount == words.count + 1 {
      words.append(0)
    } else if wordCount > words.count {
      words.append(contentsOf: repeatElement(0, count: wordCount - words.count))
    }
  }

  /// Makes room for some more nodes, all of which are in the set.
  mutating func append(_ count: Int) {
    let first = capacity
    grow(to: capacity + count)
    var node = first
    while node < capacity {
      if node & 63 == 0, node + 64 <= capacity {
        words[node >> 6] = ~0
        node += 64
      } else {
        words[node >> 6] |= 1 << UInt64(node & 63)
        node += 1
      }
    }
  }

  private mutating func clearTail() {
    let used = capacity & 63
    if used != 0 { words[words.count - 1] &= (1 << UInt64(used)) &- 1 }
  }
}

extension NodeSet {
  /// Adds the nodes of another set of the same capacity.
  mutating func formUnion(_ other: NodeSet) {
    check(other)
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Keeps the nodes that are also in another set of the same capacity.
  mutating func formIntersection(_ other: NodeSet) {
    check(other)
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Takes out the nodes of another set of the same capacity.
  mutating func subtract(_ other: NodeSet) {
    check(other)
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The nodes of either set.
  func union(_ other: NodeSet) -> NodeSet {
    var result = self
    result.formUnion(other)
    return result
  }

  /// The nodes of both sets.
  func intersection(_ other: NodeSet) -> NodeSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// The nodes of this set that are not in the other.
  func subtracting(_ other: NodeSet) -> NodeSet {
    var result = self
    result.subtract(other)
    return result
  }

  /// The nodes of this set that pass a test.
  ///
  /// - Complexity: O(*capacity* / 64 + nodes of the set).
  @inline(__always)
  func filtered(_ test: (Int) -> Bool) -> NodeSet {
    UncountedWork.note(words.count)
    var result = self
    for index in words.indices {
      var rest = words[index]
      guard rest != 0 else { continue }
      let start = index &* 64
      var word: UInt64 = 0
      if rest == ~0 {
        for bit in 0..<64 { word |= (test(start &+ bit) ? 1 : 0) << UInt64(bit) }
      } else {
        while rest != 0 {
          let bit = rest.trailingZeroBitCount
          word |= (test(start &+ bit) ? 1 : 0) << UInt64(bit)
          rest &= rest &- 1
        }
      }
      result.words[index] = word
    }
    return result
  }

  /// The nodes of this set that are in another, or are not, whatever its capacity.
  func filtered(by other: NodeSet, areMembers: Bool) -> NodeSet {
    UncountedWork.note(words.count)
    var result = self
    let common = Swift.min(words.count, other.words.count)
    for index in 0..<common {
      result.words[index] &= areMembers ? other.words[index] : ~other.words[index]
    }
    if areMembers {
      for index in common..<words.count { result.words[index] = 0 }
    }
    return result
  }

  /// The nodes of `universe` that are not in this set.
  func complement(within universe: NodeSet) -> NodeSet { universe.subtracting(self) }

  /// Whether the two sets have no node in common.
  func isDisjoint(with other: NodeSet) -> Bool {
    check(other)
    for index in words.indices where words[index] & other.words[index] != 0 { return false }
    return true
  }

  /// Whether every node of this set is in the other.
  func isSubset(of other: NodeSet) -> Bool {
    check(other)
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  private func check(_ other: NodeSet) {
    precondition(capacity == other.capacity, "sets of different kinds cannot be combined")
    UncountedWork.note(words.count)
  }
}

extension NodeSet: Sequence {
  /// Walks the nodes of a set in ascending order.
  struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var word: UInt64

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      word = words.first ?? 0
    }

    mutating func next() -> NodeID? {
      while word == 0 {
        index &+= 1
        guard index < words.count else { return nil }
        word = words[index]
      }
      let bit = word.trailingZeroBitCount
      word &= word &- 1
      return NodeID(truncatingIfNeeded: index &* 64 &+ bit)
    }
  }

  func makeIterator() -> Iterator {
    UncountedWork.note(words.count)
    return Iterator(words)
  }
  var underestimatedCount: Int { 0 }

  /// Calls a closure with each node, in ascending order.
  func forEach(_ body: (NodeID) -> Void) {
    for (index, var word) in words.enumerated() {
      while word != 0 {
        body(NodeID(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }

  /// Calls a closure with each node, in ascending order, until it throws.
  func forEach(_ body: (NodeID) throws(Stop) -> Void) throws(Stop) {
    for (index, var word) in words.enumerated() {
      while word != 0 {
        try body(NodeID(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }
}
