// SPDX-License-Identifier: Apache-2.0

/// The things of one kind, apart from their attributes.
struct ThingTable: Sendable {
  /// The things that have not been removed; its capacity is the count of
  /// numbers given out.
  var alive = NodeSet(capacity: 0)
  /// The things that are only named by others: no row and no statement defines them.
  var unknown: Set<NodeID> = []
  /// Where each thing came from, as a fact number of ``FactSourceTable``.
  var sources: [UInt32] = []
  /// The place of each thing in the order of answers.
  var ranks: [UInt32] = []

  /// Numbers given out, removed things included.
  var capacity: Int { alive.capacity }
}
