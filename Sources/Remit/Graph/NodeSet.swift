// SPDX-License-Identifier: Apache-2.0

/// A set of the nodes of one kind, or of the links of one table: a list while it has few,
/// else one bit each.
///
///     var set = NodeSet(capacity: 100)
///     set.insert(7)
///     for node in set { … }  // 7, in ascending order
///
/// Two sets are combined only when they are of one kind, so their capacities
/// are equal.
///
/// The list is for answers that are about a thing or two: a bit for each of a million
/// others would take longer than all the rest. Once there are bits they stay.
///
/// - Complexity: Set operations take O(*capacity* / 64), or O(*nodes*) where a set is a
///   list; membership takes O(1).
struct NodeSet: Sendable {
  /// Bit `n % 64` of word `n / 64` tells whether `n` is in the set; empty while the set
  /// is a list.
  // INVARIANT: bits at and beyond `capacity` are zero.
  private(set) var words: [UInt64]
  /// The nodes in ascending order while the set is a list, else empty.
  private var few: [NodeID] = []
  /// How many nodes there are to be in the set or not.
  private(set) var capacity: Int

  /// As many nodes as a list has at most: it is never longer than the words would be.
  private var mostFew: Int { Swift.min(32, (capacity + 63) / 64) }

  /// Makes an empty or a full set.
  init(capacity: Int, full: Bool = false) {
    self.capacity = capacity
    words = []
    guard full, capacity > 0 else { return }
    words = [UInt64](repeating: ~0, count: (capacity + 63) / 64)
    UncountedWork.note(words.count)
    clearTail()
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
    let count = nodes.underestimatedCount
    if count > mostFew { spread() } else { few.reserveCapacity(count) }
    for node in nodes { insert(node) }
  }

  /// Whether the set is a list, or empty and not yet anything.
  var isList: Bool { words.isEmpty }

  /// The nodes in ascending order.
  ///
  /// - Complexity: O(1) where the set is a list.
  var nodes: [NodeID] { isList ? few : Array(self) }

  /// A bit for each node, whatever the set is.
  var allWords: [UInt64] {
    var copy = self
    copy.spread()
    return copy.words
  }

  /// Makes a list bits.
  private mutating func spread() {
    guard isList else { return }
    words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    UncountedWork.note(words.count)
    for node in few { words[Int(node) >> 6] |= 1 << UInt64(node & 63) }
    few = []
  }

  /// Whether no node is in the set.
  var isEmpty: Bool {
    guard !isList else { return few.isEmpty }
    UncountedWork.note(words.count)
    for word in words where word != 0 { return false }
    return true
  }

  /// The number of nodes in the set.
  ///
  /// - Complexity: O(*capacity* / 64).
  var count: Int {
    guard !isList else { return few.count }
    UncountedWork.note(words.count)
    var sum = 0
    for word in words { sum &+= word.nonzeroBitCount }
    return sum
  }

  /// The least node of the set.
  var first: NodeID? {
    guard !isList else { return few.first }
    for (index, word) in words.enumerated() where word != 0 {
      return NodeID(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount)
    }
    return nil
  }

  /// Tells whether a node is in the set; one beyond the capacity is not.
  @inline(__always)
  func contains(_ node: NodeID) -> Bool {
    let index = Int(node) >> 6
    guard index < words.count else { return isListed(node) }
    return words[index] & (1 << UInt64(node & 63)) != 0
  }

  /// Apart from the look at a bit, so that this is all that a loop is given.
  @inline(never)
  private func isListed(_ node: NodeID) -> Bool { isList && few.contains(node) }

  /// Puts a node, which is below the capacity, into the set.
  ///
  /// - Returns: Whether the node was new.
  @discardableResult
  mutating func insert(_ node: NodeID) -> Bool {
    assert(Int(node) < capacity, "a node beyond the capacity of its set")
    let index = Int(node) >> 6
    guard index < words.count else { return list(node) }
    let mask: UInt64 = 1 << UInt64(node & 63)
    let old = words[index]
    words[index] = old | mask
    return old & mask == 0
  }

  /// Puts many nodes, each below the capacity, into the set.
  mutating func insert(contentsOf nodes: some Sequence<NodeID>) {
    spread()
    var bits = words.mutableSpan
    for node in nodes { bits.insert(node) }
  }

  /// Lets a closure change the bits, which are made if the set is a list.
  ///
  /// That is for loops that put many nodes in: ``insert(_:)`` has to look each time
  /// whether others have the same words.
  @inline(__always)
  mutating func withBits(
    _ body: (inout MutableSpan<UInt64>) throws(Stop) -> Void
  ) throws(Stop) {
    spread()
    var bits = words.mutableSpan
    try body(&bits)
  }

  /// Puts a node into the list, which becomes bits when it gets too long.
  @inline(never)
  private mutating func list(_ node: NodeID) -> Bool {
    precondition(isList && Int(node) < capacity, "a node beyond the capacity of its set")
    var place = few.count
    while place > 0, few[place - 1] >= node {
      if few[place - 1] == node { return false }
      place -= 1
    }
    guard few.count < mostFew else {
      spread()
      return insert(node)
    }
    if place == few.count { few.append(node) } else { few.insert(node, at: place) }
    return true
  }

  /// Takes a node out of the set.
  mutating func remove(_ node: NodeID) {
    let index = Int(node) >> 6
    guard index < words.count else {
      few.removeAll { $0 == node }
      return
    }
    words[index] &= ~(1 << UInt64(node & 63))
  }

  /// Takes all nodes out of the set.
  mutating func removeAll() {
    few = []
    for index in words.indices { words[index] = 0 }
  }

  /// Makes room for more nodes, none of which is in the set.
  mutating func grow(to newCapacity: Int) {
    guard newCapacity > capacity else { return }
    capacity = newCapacity
    guard !isList else { return }
    let wordCount = (newCapacity + 63) / 64
    if wordCount == words.count + 1 {
      words.append(0)
    } else if wordCount > words.count {
      words.append(contentsOf: repeatElement(0, count: wordCount - words.count))
    }
  }

  /// Makes room for some more nodes, all of which are in the set.
  mutating func append(_ count: Int) {
    spread()
    let first = capacity
    grow(to: capacity + count)
    // There are no words to grow where there was no node.
    spread()
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

extension MutableSpan<UInt64> {
  /// Puts a node into the set whose words these are.
  @inline(__always)
  mutating func insert(_ node: NodeID) { self[Int(node) >> 6] |= 1 << UInt64(node & 63) }
}

extension NodeSet: Hashable {
  static func == (lhs: NodeSet, rhs: NodeSet) -> Bool {
    guard lhs.capacity == rhs.capacity else { return false }
    if lhs.isList == rhs.isList { return lhs.words == rhs.words && lhs.few == rhs.few }
    return lhs.count == rhs.count && lhs.elementsEqual(rhs)
  }

  /// The same for the same nodes, whatever form they are in.
  func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for node in prefix(8) { hasher.combine(node) }
  }
}

extension NodeSet {
  /// Adds the nodes of another set of the same capacity.
  mutating func formUnion(_ other: NodeSet) {
    check(other)
    if other.isList {
      for node in other.few { insert(node) }
    } else if isList {
      let mine = few
      self = other
      for node in mine { insert(node) }
    } else {
      for index in words.indices { words[index] |= other.words[index] }
    }
  }

  /// Keeps the nodes that are also in another set of the same capacity.
  mutating func formIntersection(_ other: NodeSet) {
    check(other)
    if isList {
      few.removeAll { !other.contains($0) }
    } else if other.isList {
      let (mine, theirs) = (self, other.few)
      self = NodeSet(capacity: capacity)
      few = theirs.filter(mine.contains)
    } else {
      for index in words.indices { words[index] &= other.words[index] }
    }
  }

  /// Takes out the nodes of another set of the same capacity.
  mutating func subtract(_ other: NodeSet) {
    check(other)
    if isList {
      few.removeAll(where: other.contains)
    } else if other.isList {
      for node in other.few { remove(node) }
    } else {
      for index in words.indices { words[index] &= ~other.words[index] }
    }
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
  func filtered<Failure>(_ test: (Int) throws(Failure) -> Bool) throws(Failure) -> NodeSet {
    UncountedWork.note(words.count)
    var result = self
    result.few = []
    for node in few where try test(Int(node)) { result.few.append(node) }
    for index in words.indices {
      var rest = words[index]
      guard rest != 0 else { continue }
      let start = index &* 64
      var word: UInt64 = 0
      if rest == ~0 {
        for bit in 0..<64 { word |= (try test(start &+ bit) ? 1 : 0) << UInt64(bit) }
      } else {
        while rest != 0 {
          let bit = rest.trailingZeroBitCount
          word |= (try test(start &+ bit) ? 1 : 0) << UInt64(bit)
          rest &= rest &- 1
        }
      }
      result.words[index] = word
    }
    return result
  }

  /// The nodes of this set that have a code.
  ///
  /// Where many nodes stand together the codes of all are compared, without a branch that the
  /// processor would have to guess.
  func filtered<Code: FixedWidthInteger & UnsignedInteger>(
    by codes: [Code], equalTo wanted: Code
  ) -> NodeSet {
    let isSpread = isList || count < capacity / 8
    guard !isSpread else { return filtered { $0 < codes.count && codes[$0] == wanted } }
    UncountedWork.note(words.count)
    let codes = codes.span
    var result = self
    for index in words.indices where words[index] != 0 {
      let start = Swift.min(index &* 64, codes.count)
      let part = codes.extracting(start..<Swift.min(start &+ 64, codes.count))
      var word: UInt64 = 0
      for place in part.indices.reversed() {
        // Less than nothing, and so the highest bit, where the two are the same.
        let difference = UInt64(truncatingIfNeeded: part[place] ^ wanted)
        word = word << 1 | (difference &- 1) >> 63
      }
      result.words[index] &= word
    }
    return result
  }

  /// The nodes of this set that are in another, or are not, whatever its capacity.
  func filtered(by other: NodeSet, areMembers: Bool) -> NodeSet {
    guard !isList else { return filtered { other.contains(NodeID($0)) == areMembers } }
    if other.isList {
      var result = areMembers ? NodeSet(capacity: capacity) : self
      if areMembers {
        for node in other.few where contains(node) { result.insert(node) }
      } else {
        for node in other.few { result.remove(node) }
      }
      return result
    }
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
    if isList { return !few.contains(where: other.contains) }
    if other.isList { return !other.few.contains(where: contains) }
    for index in words.indices where words[index] & other.words[index] != 0 { return false }
    return true
  }

  /// Whether every node of this set is in the other.
  func isSubset(of other: NodeSet) -> Bool {
    check(other)
    if isList { return few.allSatisfy(other.contains) }
    if other.isList { return allSatisfy(other.contains) }
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  private func check(_ other: NodeSet) {
    precondition(capacity == other.capacity, "sets of different kinds cannot be combined")
    UncountedWork.note(Swift.min(words.count, other.words.count))
  }
}

extension NodeSet: Sequence {
  /// Walks the nodes of a set in ascending order.
  struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private let few: [NodeID]
    /// The number of the word, or of the last node of a list.
    private var index = 0
    private var word: UInt64

    fileprivate init(_ words: [UInt64], _ few: [NodeID]) {
      (self.words, self.few) = (words, few)
      word = words.first ?? 0
      if words.isEmpty { index = -1 }
    }

    mutating func next() -> NodeID? {
      while word == 0 {
        index &+= 1
        guard index < words.count else { return index < few.count ? few[index] : nil }
        word = words[index]
      }
      let bit = word.trailingZeroBitCount
      word &= word &- 1
      return NodeID(truncatingIfNeeded: index &* 64 &+ bit)
    }
  }

  func makeIterator() -> Iterator {
    UncountedWork.note(words.count)
    return Iterator(words, few)
  }

  /// The number of nodes: a list of them is made in one piece.
  var underestimatedCount: Int { count }

  /// Calls a closure with each node, in ascending order.
  func forEach(_ body: (NodeID) -> Void) {
    for node in few { body(node) }
    for (index, var word) in words.enumerated() {
      while word != 0 {
        body(NodeID(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }

  /// Calls a closure with each node, in ascending order, until it throws.
  func forEach(_ body: (NodeID) throws(Stop) -> Void) throws(Stop) {
    for node in few { try body(node) }
    for (index, var word) in words.enumerated() {
      while word != 0 {
        try body(NodeID(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }
}
