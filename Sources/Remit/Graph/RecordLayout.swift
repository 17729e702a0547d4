// SPDX-License-Identifier: Apache-2.0

/// Which links the things of a record kind are.
///
/// The links of the kind's relations are numbered through, table by table: a
/// record's number is its table's offset and the number of the link in it.
struct RecordLayout: Sendable {
  /// One table, with the number of its first record.
  struct Part: Sendable {
    let offset: Int
    let table: LinkTable
  }

  /// The tables in the order of ``Kind/recordOf``.
  let parts: [Part]
  /// Numbers given out.
  let capacity: Int
  /// The links that are things.
  ///
  /// A symmetric relation stores each link both ways round; the one that leads
  /// from the lower thing to the higher counts.
  let alive: NodeSet

  /// Numbers the links of some tables through.
  init(tables: [LinkTable], schema: Schema) {
    var offset = 0
    parts = tables.map { table in
      defer { offset += table.count }
      return Part(offset: offset, table: table)
    }
    capacity = offset
    guard tables.contains(where: { schema[$0.relation].isSymmetric }) else {
      alive = NodeSet(capacity: offset, full: true)
      return
    }
    var alive = NodeSet(capacity: offset)
    for part in parts {
      let table = part.table
      let isSymmetric = schema[table.relation].isSymmetric
      for node in 0..<table.forward.nodeCount {
        for link in table.forward.range(of: NodeID(node)) {
          let left = Entity(kind: table.left, node: NodeID(node))
          let right = Entity(kind: table.right, node: table.forward.targets[link])
          if !isSymmetric || left <= right { alive.insert(NodeID(part.offset + link)) }
        }
      }
    }
    self.alive = alive
  }

  /// The table a record is a link of, and the number of the link.
  func link(of record: NodeID) -> (table: LinkTable, link: UInt32)? {
    for part in parts where Int(record) < part.offset + part.table.count {
      return (part.table, record - UInt32(part.offset))
    }
    return nil
  }

  /// The number of the first record of a table.
  func offset(of relation: RelationID, left: KindID, right: KindID) -> Int? {
    parts.first {
      $0.table.relation == relation && $0.table.left == left && $0.table.right == right
    }?.offset
  }

  /// The records that have a name, title or key.
  func nodes(named name: String, by attribute: AttributeID) -> [NodeID] {
    var found: [NodeID] = []
    for part in parts {
      guard case .texts(let column)? = part.table.attributes[attribute] else { continue }
      found += column.nodes(of: name).map { NodeID(part.offset) + $0 }
    }
    return found.filter { alive.contains($0) }
  }
}
