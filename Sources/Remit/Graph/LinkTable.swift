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
  /// The number of links.
  let count: Int
  /// How many nodes there are at the left and at the right end.
  let nodeCounts: (left: Int, right: Int)
  /// What takes room; made when it is needed, if the table comes out of a snapshot.
  private let content: Lazy<Content>
  /// Whether neighbours ascend in forward order, without repetition.
  private let ascent: Lazy<Bool>
  /// The latest first day and the earliest end, to see that all links hold.
  private let latestStart: Int32
  private let earliestEnd: Int32

  /// The arrays of a table.
  struct Content: Sendable {
    let forward: Adjacency
    let backward: Adjacency
    let backwardLinks: [UInt32]
    let from: [Int32]?
    let until: [Int32]?
    let attributes: [AttributeID: PropertyColumn]
    let sources: [UInt32]

    /// Makes the arrays of links in forward order.
    init(
      forward: Adjacency, rightCount: Int, from: [Int32]?, until: [Int32]?,
      attributes: [AttributeID: PropertyColumn], sources: [UInt32]
    ) {
      self.forward = forward
      (backward, backwardLinks) = LinkTable.reverse(forward, rightCount: rightCount)
      (self.from, self.until) = (from, until)
      (self.attributes, self.sources) = (attributes, sources)
    }

    /// Makes the same arrays with room for more things at the ends.
    init(_ content: Content, leftCount: Int, rightCount: Int) {
      forward = content.forward.extended(to: leftCount)
      backward = content.backward.extended(to: rightCount)
      backwardLinks = content.backwardLinks
      (from, until) = (content.from, content.until)
      (attributes, sources) = (content.attributes, content.sources)
    }
  }

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
    count = forward.targets.count
    nodeCounts = (forward.nodeCount, rightCount)
    latestStart = from?.max() ?? .min
    earliestEnd = until?.min() ?? .max
    content = Lazy(
      Content(
        forward: forward, rightCount: rightCount, from: latestStart == .min ? nil : from,
        until: earliestEnd == .max ? nil : until, attributes: attributes, sources: sources))
    ascent = LinkTable.ascent(of: content)
  }

  /// Makes the same table with room for more things at its ends.
  init(_ table: LinkTable, leftCount: Int, rightCount: Int) {
    relation = table.relation
    left = table.left
    right = table.right
    count = table.count
    nodeCounts = (leftCount, rightCount)
    latestStart = table.latestStart
    earliestEnd = table.earliestEnd
    let old = table.content
    content = Lazy { Content(old.value, leftCount: leftCount, rightCount: rightCount) }
    ascent = table.ascent
  }

  /// Makes a table whose arrays are made when they are needed.
  ///
  /// - Parameters:
  ///   - relation: The relation.
  ///   - left: The kind at the left end.
  ///   - right: The kind at the right end.
  ///   - count: How many links there are.
  ///   - nodeCounts: How many nodes there are at the ends.
  ///   - latestStart: The latest first day, `nil` if no link has one.
  ///   - earliestEnd: The earliest end, `nil` if no link has one.
  ///   - content: Makes the arrays.
  init(
    relation: RelationID, left: KindID, right: KindID, count: Int,
    nodeCounts: (left: Int, right: Int), latestStart: Int32?, earliestEnd: Int32?,
    content: @escaping @Sendable () -> Content
  ) {
    (self.relation, self.left, self.right) = (relation, left, right)
    (self.count, self.nodeCounts) = (count, nodeCounts)
    self.latestStart = latestStart ?? .min
    self.earliestEnd = earliestEnd ?? .max
    self.content = Lazy(making: content)
    ascent = LinkTable.ascent(of: self.content)
  }

  private static func ascent(of content: Lazy<Content>) -> Lazy<Bool> {
    Lazy { content.value.forward.ascends }
  }

  /// From left to right; the place of a target is the number of the link.
  var forward: Adjacency { content.value.forward }
  /// Whether the neighbours of every node ascend in ``forward``, without repetition.
  var forwardAscends: Bool { ascent.value }
  /// From right to left.
  var backward: Adjacency { content.value.backward }
  /// For each place in `backward.targets`, the number of the link.
  var backwardLinks: [UInt32] { content.value.backwardLinks }
  /// First day of each link as a day number, `Int32.min` if open; `nil` when
  /// no link has one.
  var from: [Int32]? { content.value.from }
  /// Day after the last day of each link, `Int32.max` if open; `nil` when no
  /// link has one.
  ///
  /// A link that happened on a day ends on the day after.
  var until: [Int32]? { content.value.until }
  /// The attributes of the links, in forward order.
  var attributes: [AttributeID: PropertyColumn] { content.value.attributes }
  /// Where each link came from, as a fact number of ``FactSourceTable``; empty
  /// for links the engine made itself.
  var sources: [UInt32] { content.value.sources }

  /// The left node of a link.
  ///
  /// - Complexity: O(log *nodes*).
  func source(ofLink link: UInt32) -> NodeID { forward.source(of: Int(link)) }

  /// The right node of a link.
  func target(ofLink link: UInt32) -> NodeID { forward.targets[Int(link)] }

  /// The kind a step along a link starts from.
  func source(isForward: Bool) -> KindID { isForward ? left : right }

  /// The kind a step along a link leads to.
  func target(isForward: Bool) -> KindID { isForward ? right : left }

  /// How many links a node has at its end.
  func linkCount(of node: NodeID, isForward: Bool) -> Int {
    content.with { (isForward ? $0.forward : $0.backward).range(of: node).count }
  }

  /// Calls a closure with the other end of each link of a node, its first day and the day
  /// after its last, `Int32.min` and `Int32.max` if open.
  @inline(__always)
  func forEachLink(
    of node: NodeID, isForward: Bool, _ body: (NodeID, _ from: Int32, _ until: Int32) -> Void
  ) {
    content.with { content in
      let adjacency = isForward ? content.forward : content.backward
      let range = adjacency.range(of: node)
      guard content.from != nil || content.until != nil else {
        // Which link it is would be one more look at memory that is far away.
        for place in range { body(adjacency.targets[place], .min, .max) }
        return
      }
      for place in range {
        let link = isForward ? place : Int(content.backwardLinks[place])
        body(adjacency.targets[place], content.from?[link] ?? .min, content.until?[link] ?? .max)
      }
    }
  }

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
    let content = content.value
    switch (content.from, content.until) {
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
    let forward = forward
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
