// SPDX-License-Identifier: Apache-2.0

extension Graph {
  /// Sorts things in the order answers have: by kind, then by key or name in
  /// natural order; records by their ends, then by their first day.
  func sorted(_ entities: [Entity]) -> [Entity] {
    UncountedWork.note(sorting: entities.count)
    guard let kind = entities.first?.kind, entities.allSatisfy({ $0.kind == kind }),
      kind.index < things.count, records[kind.index] == nil
    else {
      return entities.map { ($0, orderKey(of: $0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
    return sorted(kind, entities.map(\.node)).map { Entity(kind: kind, node: $0) }
  }

  /// Sorts things of a kind that are no records.
  ///
  /// - Complexity: O(*n*) for things that are in order, or many of all; else
  ///   O(*n* log *n*).
  func sorted(_ kind: KindID, _ nodes: [NodeID]) -> [NodeID] {
    guard nodes.count > 1 else { return nodes }
    let ranks = things[kind.index].ranks
    var last: UInt32 = 0
    let isInOrder = nodes.allSatisfy { node in
      let rank = ranks[Int(node)]
      defer { last = rank }
      return rank >= last
    }
    if isInOrder { return nodes }
    if nodes.count > ranks.count / 16 {
      var places = NodeSet(capacity: ranks.count)
      places.insert(contentsOf: nodes.lazy.map { ranks[Int($0)] })
      let order = things[kind.index].order
      return places.map { order[Int($0)] }
    }
    var keys = nodes.map { UInt64(ranks[Int($0)]) << 32 | UInt64($0) }
    keys.sort()
    return keys.map { NodeID(truncatingIfNeeded: $0) }
  }

  /// The place of a thing among those of its kind; for records, their number.
  func rank(of entity: Entity) -> UInt32 {
    guard entity.kind.index < things.count, records[entity.kind.index] == nil,
      Int(entity.node) < things[entity.kind.index].ranks.count
    else { return entity.node }
    return things[entity.kind.index].ranks[Int(entity.node)]
  }

  private func orderKey(of entity: Entity) -> OrderKey {
    guard let (table, link) = link(of: entity) else {
      return OrderKey(numbers: [Int64(entity.kind.index), Int64(rank(of: entity))], name: nil)
    }
    let left = Entity(kind: table.left, node: table.source(ofLink: link))
    let right = Entity(kind: table.right, node: table.target(ofLink: link))
    let hasName = displayValues(of: entity).contains { $0 != nil }
    return OrderKey(
      numbers: [
        Int64(entity.kind.index), Int64(left.kind.index), Int64(rank(of: left)),
        Int64(right.kind.index), Int64(rank(of: right)),
        Int64(table.from?[Int(link)] ?? .min), Int64(entity.node),
      ],
      name: hasName ? label(of: entity) : nil
    )
  }

  /// What the order of a thing among things of several kinds depends on.
  private struct OrderKey: Comparable {
    /// The kind, then what orders the things of the kind.
    let numbers: [Int64]
    /// The name of a record that has one: it counts before the ends.
    let name: String?

    static func < (lhs: OrderKey, rhs: OrderKey) -> Bool {
      if lhs.numbers[0] != rhs.numbers[0] { return lhs.numbers[0] < rhs.numbers[0] }
      switch (lhs.name, rhs.name) {
      case (let left?, let right?):
        let order = NaturalOrder.compare(left, right)
        if order != 0 { return order < 0 }
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): break
      }
      return lhs.numbers.lexicographicallyPrecedes(rhs.numbers)
    }
  }
}
