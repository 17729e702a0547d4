// SPDX-License-Identifier: Apache-2.0

/// The links of one relation between one kind at the left and one at the right.
///
/// A link's number is its place in `forward.targets`. Links of the same two
/// things stand apart when their dates or attributes differ.
final class LinkTable: Sendable {
  /// The relation.
  let relation: RelationID
  /// The kind at the left end.
  let left: KindID
  /// The kind at the right end.
  let right: KindID
  /// From left to right; the place of a target is the number of the link.
  let forward: Adjacency
  /// From right to left.
  let backward: Adjacency
  /// For each place in `backward.targets`, the number of the link.
  let backwardLinks: [UInt32]
  /// First day of each link as a day number, `Int32.min` if open; `nil` when
  /// no link has one.
  let from: [Int32]?
  /// Day after the last day of each link, `Int32.max` if open; `nil` when no
  /// link has one.
  ///
  /// A link that happened on a day ends on the day after.
  let until: [Int32]?
  /// The attributes of the links, in forward order.
  let attributes: [AttributeID: PropertyColumn]
  /// Where each link came from, as a fact number of ``FactSourceTable``; empty
  /// for links the engine made itself.
  let sources: [UInt32]
  /// The latest first day and the earliest end, to see that all links hold.
  private let latestStart: Int32
  private let earliestEnd: Int32

  /// Makes a table of links in forward order.
  init(
    relation: RelationID,
    left: KindID,
    right: KindID,
    forward: Adjacency,
    rightCount: Int,
    from: [Int32]? = nil,
    until: [Int32]? = nil,
    attributes: [AttributeID: PropertyColumn] = [:],
    sources: [UInt32] = []
  ) {
    self.relation = relation
    self.left = left
    self.right = right
    self.forward = forward
    (backward, backwardLinks) = LinkTable.reverse(forward, rightCount: rightCount)
    latestStart = from?.max() ?? .min
    earliestEnd = until?.min() ?? .max
    self.from = latestStart == .min ? nil : from
    self.until = earliestEnd == .max ? nil : until
    self.attributes = attributes
    self.sources = sources
  }

  /// Makes the same table with room for more things at its ends.
  init(_ table: LinkTable, leftCount: Int, rightCount: Int) {
    relation = table.relation
    left = table.left
    right = table.right
    forward = table.forward.extended(to: leftCount)
    backward = table.backward.extended(to: rightCount)
    backwardLinks = table.backwardLinks
    from = table.from
    until = table.until
    attributes = table.attributes
    sources = table.sources
    latestStart = table.latestStart
    earliestEnd = table.earliestEnd
  }

  /// The number of links.
  var count: Int { forward.targets.count }

  /// The left node of a link.
  ///
  /// - Complexity: O(log *nodes*).
  func source(ofLink link: UInt32) -> NodeID { forward.source(of: Int(link)) }

  /// The right node of a link.
  func target(ofLink link: UInt32) -> NodeID { forward.targets[Int(link)] }

  /// Tells whether a link holds on a day.
  func holds(_ link: UInt32, on day: Day) -> Bool {
    (from?[Int(link)] ?? .min) <= day.number && day.number < (until?[Int(link)] ?? .max)
  }

  /// Tells whether all links hold on a day.
  func holdsEverywhere(on day: Day) -> Bool {
    latestStart <= day.number && day.number < earliestEnd
  }

  /// The links that hold on a day, or `nil` when all of them do.
  ///
  /// - Complexity: O(1) when all links hold, else O(*links*).
  func validLinks(on day: Day) -> NodeSet? {
    guard !holdsEverywhere(on: day) else { return nil }
    var valid = NodeSet(capacity: count)
    switch (from, until) {
    case (let from?, let until?):
      for link in 0..<count where from[link] <= day.number && day.number < until[link] {
        valid.insert(NodeID(link))
      }
    case (let from?, nil):
      for link in 0..<count where from[link] <= day.number { valid.insert(NodeID(link)) }
    case (nil, let until?):
      for link in 0..<count where day.number < until[link] { valid.insert(NodeID(link)) }
    case (nil, nil): return nil
    }
    return valid
  }

  /// The left node of every link, in forward order.
  ///
  /// - Complexity: O(*links* + *nodes*).
  func lefts() -> [NodeID] {
    var result = [NodeID](repeating: 0, count: count)
    for node in 0..<forward.nodeCount {
      for link in forward.range(of: NodeID(node)) { result[link] = NodeID(node) }
    }
    return result
  }

  /// Turns an adjacency round, keeping for each place the link that stands there.
  private static func reverse(
    _ forward: Adjacency,
    rightCount: Int
  ) -> (Adjacency, links: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: rightCount + 1)
    for target in forward.targets { offsets[Int(target) + 1] &+= 1 }
    for node in 0..<rightCount { offsets[node + 1] &+= offsets[node] }
    var next = offsets
    var sources = [NodeID](repeating: 0, count: forward.targets.count)
    var links = [UInt32](repeating: 0, count: forward.targets.count)
    for node in 0..<forward.nodeCount {
      for link in forward.range(of: NodeID(node)) {
        let target = Int(forward.targets[link])
        let place = Int(next[target])
        next[target] &+= 1
        sources[place] = NodeID(truncatingIfNeeded: node)
        links[place] = UInt32(truncatingIfNeeded: link)
      }
    }
    return (Adjacency(offsets: offsets, targets: sources), links)
  }
}
