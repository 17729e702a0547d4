// SPDX-License-Identifier: Apache-2.0

/// The things of one kind, apart from their attributes.
struct ThingTable: Sendable {
  /// The things that have not been removed; its capacity is the count of
  /// numbers given out.
  var alive = NodeSet(capacity: 0)
  /// The things that are only named by others: no row and no statement defines them.
  var unknown: Set<NodeID> = []
  private var deferredSources = Deferred<[UInt32]>([])
  private var deferredRanks = Deferred<[UInt32]>([])
  private var deferredOrder = Lazy<[NodeID]>([])

  /// Numbers given out, removed things included.
  var capacity: Int { alive.capacity }

  /// Where each thing came from, as a fact number of ``FactSourceTable``.
  var sources: [UInt32] {
    get { deferredSources.value }
    _modify { yield &deferredSources.value }
  }

  /// The place of each thing in the order of answers.
  var ranks: [UInt32] {
    get { deferredRanks.value }
    _modify {
      defer { deferOrder() }
      yield &deferredRanks.value
    }
  }

  /// The thing at each place in the order of answers.
  var order: [NodeID] { deferredOrder.value }

  private mutating func deferOrder() {
    let ranks = deferredRanks
    deferredOrder = Lazy {
      let ranks = ranks.value
      var order = [NodeID](repeating: 0, count: ranks.count)
      for (node, rank) in ranks.enumerated() { order[Int(rank)] = NodeID(node) }
      return order
    }
  }

  /// Makes what takes room when it is needed.
  mutating func `defer`(
    sources: @escaping @Sendable () -> [UInt32], ranks: @escaping @Sendable () -> [UInt32]
  ) {
    deferredSources = Deferred(making: sources)
    deferredRanks = Deferred(making: ranks)
    deferOrder()
  }
}
