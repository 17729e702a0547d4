// SPDX-License-Identifier: Apache-2.0
// Signatures agreed between the layers; the storage behind them is being built.

/// A set of the nodes of one kind: one bit per node.
struct NodeSet: Hashable, Sendable {
  private(set) var words: [UInt64]
  let capacity: Int
  init(capacity: Int, full: Bool = false) { fatalError() }
  var isEmpty: Bool { fatalError() }
  var count: Int { fatalError() }
  func contains(_ node: NodeID) -> Bool { fatalError() }
  /// Returns whether the node was new.
  @discardableResult mutating func insert(_ node: NodeID) -> Bool { fatalError() }
  mutating func remove(_ node: NodeID) { fatalError() }
  mutating func formUnion(_ other: NodeSet) { fatalError() }
  mutating func formIntersection(_ other: NodeSet) { fatalError() }
  mutating func subtract(_ other: NodeSet) { fatalError() }
  func forEach(_ body: (NodeID) throws(Stop) -> Void) throws(Stop) { fatalError() }
}

/// Why an evaluation ended early.
enum Stop: Error { case placeholder }

/// Neighbours of each node in CSR form: `offsets` has one more element than
/// there are nodes; the neighbours of `n` are `targets[offsets[n]..<offsets[n + 1]]`.
struct Adjacency: Sendable {
  let offsets: [UInt32]
  let targets: [NodeID]
}

/// The links of one relation between one kind at the left and one at the right.
final class LinkTable: Sendable {
  let relation: RelationID
  let left: KindID
  let right: KindID
  /// From left to right. The place of a target is the number of the link.
  let forward: Adjacency
  /// From right to left.
  let backward: Adjacency
  /// For each place in `backward.targets`, the number of the link.
  let backwardLinks: [UInt32]
  /// First day of each link as a day number, `Int32.min` if open; `nil` when undated.
  let from: [Int32]?
  /// Day after the last day of each link, `Int32.max` if open; `nil` when undated.
  let until: [Int32]?
  init() { fatalError() }
}

/// An immutable snapshot of things, their attributes and their links.
public struct Graph: Sendable {
  public let schema: Schema
  /// Numbers given out for a kind, removed things included.
  func capacity(of kind: KindID) -> Int { fatalError() }
  /// The things of a kind.
  func nodes(of kind: KindID) -> NodeSet { fatalError() }
  /// The tables of a relation, one for each pair of kinds that has links.
  /// A symmetric relation stores each link both ways round.
  func linkTables(of relation: RelationID) -> [LinkTable] { fatalError() }
  /// The value of an attribute; records answer from their links.
  func value(of attribute: AttributeID, for node: NodeID) -> Value? { fatalError() }
  /// The things of the given kinds that a name, title or key finds.
  func find(_ name: String, kinds: [KindID]) -> [Entity] { fatalError() }
  /// Names near to a misspelt one, best first.
  func names(near name: String, kinds: [KindID], limit: Int) -> [String] { fatalError() }
  /// Names that begin so, in natural order, for completion.
  func names(startingWith prefix: String, kinds: [KindID], limit: Int) -> [(name: String, entity: Entity)] { fatalError() }
  /// How a thing is named in an answer: its key, else its name.
  func label(of entity: Entity) -> String { fatalError() }
  /// Sorts things in the order answers have: by key or name in natural order.
  func sorted(_ entities: [Entity]) -> [Entity] { fatalError() }
}
