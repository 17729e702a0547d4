// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct GraphAdjacencyTests {
  @Test func `every list of up to five pairs of three nodes sorts stably`() {
    let pairs = (0..<9).map { (NodeID($0 / 3), NodeID($0 % 3)) }
    for length in 0...4 {
      let combinations = (0..<length).reduce(1) { product, _ in product * 9 }
      for combination in 0..<combinations {
        var rest = combination
        let chosen = (0..<length).map { _ in
          defer { rest /= 9 }
          return pairs[rest % 9]
        }
        let (adjacency, order) = Adjacency.sorting(
          sources: chosen.map(\.0),
          targets: chosen.map(\.1),
          sourceCount: 3
        )
        for node in NodeID(0)..<3 {
          let expected = chosen.filter { $0.0 == node }.map(\.1)
          #expect(Array(adjacency.neighbors(of: node)) == expected)
          for place in adjacency.range(of: node) {
            #expect(adjacency.source(of: place) == node)
            #expect(chosen[Int(order[place])] == (node, adjacency.targets[place]))
          }
        }
      }
    }
  }

  @Test func `an extended adjacency has nodes without neighbours at its end`() {
    let (adjacency, _) = Adjacency.sorting(sources: [1, 0], targets: [7, 8], sourceCount: 2)
    let extended = adjacency.extended(to: 4)
    #expect(extended.nodeCount == 4)
    #expect(Array(extended.neighbors(of: 0)) == [8])
    #expect(Array(extended.neighbors(of: 1)) == [7])
    #expect(extended.neighbors(of: 3).isEmpty)
  }

  @Test func `a table leads back the way it leads forward`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<50 {
      let (leftCount, rightCount) = (Int(random.next() % 8) + 1, Int(random.next() % 8) + 1)
      let count = Int(random.next() % 30)
      let lefts = (0..<count).map { _ in NodeID(random.next() % UInt64(leftCount)) }
      let rights = (0..<count).map { _ in NodeID(random.next() % UInt64(rightCount)) }
      let table = LinkTable(
        relation: RelationID(0),
        left: KindID(0),
        right: KindID(1),
        forward: Adjacency.sorting(sources: lefts, targets: rights, sourceCount: leftCount)
          .adjacency,
        rightCount: rightCount
      )
      #expect(table.lefts() == lefts.sorted())
      for right in 0..<NodeID(rightCount) {
        for place in table.backward.range(of: right) {
          let link = table.backwardLinks[place]
          #expect(table.source(ofLink: link) == table.backward.targets[place])
          #expect(table.target(ofLink: link) == right)
        }
      }
    }
  }

  @Test func `links hold from their first day until their last is over`() throws {
    let (adjacency, _) = Adjacency.sorting(
      sources: [0, 0, 0],
      targets: [0, 1, 2],
      sourceCount: 1
    )
    let table = LinkTable(
      relation: RelationID(0),
      left: KindID(0),
      right: KindID(0),
      forward: adjacency,
      rightCount: 3,
      from: [10, .min, 20],
      until: [20, 15, .max]
    )
    for number in Int32(5)...25 {
      let day = Day(number: number)
      let expected = [10..<20, Int32.min..<15, 20..<Int32.max].enumerated()
        .filter { $0.element.contains(number) }.map { NodeID($0.offset) }
      let valid = table.validLinks(on: day) ?? NodeSet(capacity: 3, full: true)
      #expect(Array(valid) == expected)
      for link in UInt32(0)..<3 {
        #expect(table.holds(link, on: day) == expected.contains(link))
      }
    }
    let undated = LinkTable(
      relation: RelationID(0),
      left: KindID(0),
      right: KindID(0),
      forward: adjacency,
      rightCount: 3,
      from: [10, .min, 5],
      until: [.max, .max, .max]
    )
    #expect(undated.until == nil)
    #expect(undated.validLinks(on: Day(number: 10)) == nil)
    #expect(undated.validLinks(on: Day(number: 9)).map(Array.init) == [1, 2])
  }
}
