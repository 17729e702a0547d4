// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct GraphNodeSetTests {
  /// Capacities on both sides of the borders between words.
  private static let capacities = [0, 1, 2, 5, 63, 64, 65, 127, 128, 129, 200, 1000]

  @Test func `a set of every small capacity agrees with a Swift set`() {
    for capacity in GraphNodeSetTests.capacities {
      for step in 1...7 {
        let nodes = stride(from: 0, to: capacity, by: step).map(NodeID.init)
        let set = NodeSet(capacity: capacity, of: nodes)
        let reference = Set(nodes)
        #expect(set.count == reference.count)
        #expect(set.isEmpty == reference.isEmpty)
        #expect(set.first == nodes.first)
        #expect(Array(set) == nodes)
        var walked: [NodeID] = []
        set.forEach { walked.append($0) }
        #expect(walked == nodes)
        for node in 0..<NodeID(capacity + 70) {
          #expect(set.contains(node) == reference.contains(node))
        }
      }
    }
  }

  @Test func `the set operations agree with those of a Swift set`() {
    var random = SeededRandom(seed: 1)
    for capacity in GraphNodeSetTests.capacities {
      for round in 0..<40 {
        // Both many nodes and so few that a set is a list.
        let (sparse, dense) = (UInt64(3 + round * 10), UInt64(2 + round % 4 * 80))
        let left = (0..<capacity).map(NodeID.init).filter { _ in random.next() % sparse == 0 }
        let right = (0..<capacity).map(NodeID.init).filter { _ in random.next() % dense == 0 }
        let (one, other) = (
          NodeSet(capacity: capacity, of: left), NodeSet(capacity: capacity, of: right)
        )
        let (oneSet, otherSet) = (Set(left), Set(right))
        #expect(Array(one.union(other)) == oneSet.union(otherSet).sorted())
        #expect(Array(one.intersection(other)) == oneSet.intersection(otherSet).sorted())
        #expect(Array(one.subtracting(other)) == oneSet.subtracting(otherSet).sorted())
        #expect(Array(one.complement(within: other)) == otherSet.subtracting(oneSet).sorted())
        #expect(one.isDisjoint(with: other) == oneSet.isDisjoint(with: otherSet))
        #expect(one.isSubset(of: other) == oneSet.isSubset(of: otherSet))
        #expect(one.isSubset(of: one.union(other)))
        #expect(Array(one.filtered { $0 % 3 != 0 }) == left.filter { $0 % 3 != 0 })
        for length in [0, capacity / 2, capacity, capacity + 70] {
          let codes = (0..<length).map { UInt8($0 % 5) }
          let kept = left.filter { $0 < length && $0 % 5 == 2 }
          #expect(Array(one.filtered(by: codes, equalTo: 2)) == kept)
        }
        for areMembers in [true, false] {
          let kept = left.filter { otherSet.contains($0) == areMembers }
          #expect(Array(one.filtered(by: other, areMembers: areMembers)) == kept)
        }
      }
    }
  }

  @Test func `a full set holds its capacity and no more`() {
    for capacity in GraphNodeSetTests.capacities {
      let full = NodeSet(capacity: capacity, full: true)
      #expect(full.count == capacity)
      #expect(full == NodeSet(capacity: capacity, of: (0..<capacity).map(NodeID.init)))
    }
  }

  @Test func `inserting says whether the node was new, and removing undoes it`() {
    var set = NodeSet(capacity: 100)
    let isNew = set.insert(99)
    #expect(isNew)
    let again = set.insert(99)
    #expect(!again)
    set.remove(99)
    set.remove(1_000)
    #expect(set.isEmpty)
    #expect(set == NodeSet(capacity: 100))
  }

  @Test func `a set is the same whether it had more nodes once or not`() {
    for capacity in GraphNodeSetTests.capacities where capacity > 5 {
      let nodes: [NodeID] = [1, NodeID(capacity / 2), NodeID(capacity - 1)]
      let list = NodeSet(capacity: capacity, of: nodes)
      var bits = NodeSet(capacity: capacity, full: true)
      for node in 0..<NodeID(capacity) where !nodes.contains(node) { bits.remove(node) }
      #expect(list == bits)
      #expect(list.hashValue == bits.hashValue)
      #expect(list.allWords == bits.words)
      bits.remove(1)
      #expect(list != bits)
      #expect(NodeSet(capacity: capacity + 1, of: nodes) != list)
      bits.removeAll()
      #expect(bits == NodeSet(capacity: capacity))
    }
  }

  @Test func `nodes that are appended are all there`() {
    for first in [0, 1, 63, 64, 200] {
      for count in [0, 1, 64, 130] {
        var set = NodeSet(capacity: first)
        if first > 0 { set.insert(0) }
        set.append(count)
        #expect(set.capacity == first + count)
        #expect(Array(set) == (first > 0 ? [0] : []) + (first..<first + count).map(NodeID.init))
      }
    }
  }

  @Test func `growing keeps the nodes`() {
    var set = NodeSet(capacity: 0)
    for node in 0..<NodeID(300) {
      set.grow(to: Int(node) + 1)
      if node % 3 == 0 { set.insert(node) }
    }
    #expect(set.capacity == 300)
    #expect(Array(set) == (0..<300).filter { $0 % 3 == 0 })
    set.grow(to: 5_000)
    #expect(set.count == 100)
    #expect(set.allWords.count == (5_000 + 63) / 64)
  }
}

/// Numbers that look random and are the same in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
