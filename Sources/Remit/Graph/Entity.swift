// SPDX-License-Identifier: Apache-2.0

/// The dense number of a thing among those of its kind, or of a link among
/// those of its relation.
typealias NodeID = UInt32

/// One thing of the graph: its kind and its number within the kind.
///
/// Good within one ``Graph``; a later snapshot may number records otherwise.
struct Entity: Hashable, Comparable, Sendable {
  /// The kind.
  let kind: KindID
  /// The number within the kind, from 0.
  let node: NodeID

  /// Makes a reference to a thing.
  init(kind: KindID, node: NodeID) {
    self.kind = kind
    self.node = node
  }

  /// Orders by kind, then by number.
  static func < (lhs: Entity, rhs: Entity) -> Bool {
    (lhs.kind, lhs.node) < (rhs.kind, rhs.node)
  }
}
