// SPDX-License-Identifier: Apache-2.0

/// The parts of a schema that whoever asks may not know of.
struct HiddenParts: Sendable {
  var kinds: Set<KindID> = []
  var attributes: Set<AttributeID> = []
  var relations: Set<RelationID> = []

  var isEmpty: Bool { kinds.isEmpty && attributes.isEmpty && relations.isEmpty }

  /// Adds what cannot be without what is hidden: the attributes and the links of hidden
  /// kinds, and the records of hidden links. What a `let` has named goes with anything,
  /// for it holds what was found, and not how.
  mutating func close(in schema: Schema) {
    guard !isEmpty else { return }
    kinds.formUnion(schema.kinds.filter(\.isTable).map(\.id))
    attributes.formUnion(schema.attributes.filter { $0.source == .membership }.map(\.id))
    var count = -1
    while count != kinds.count + relations.count {
      count = kinds.count + relations.count
      for relation in schema.relations {
        let ends = [relation.left, relation.right]
        let isOfHidden =
          switch relation.origin {
          case .stored: false
          case .recordLeft(let link), .recordRight(let link): relations.contains(link)
          }
        if isOfHidden || ends.contains(where: { $0.allSatisfy(kinds.contains) }) {
          relations.insert(relation.id)
        }
      }
      for kind in schema.kinds where kind.isRecord {
        if kind.recordOf.contains(where: relations.contains) { kinds.insert(kind.id) }
      }
    }
    for attribute in schema.attributes where kinds.contains(attribute.kind) {
      attributes.insert(attribute.id)
    }
  }
}

extension Graph {
  /// The graph without the things, the values and the links of hidden parts: what is not
  /// there cannot be told by any way that leads to it.
  ///
  /// - Complexity: O(hidden things and their links).
  func hiding(_ hidden: HiddenParts) -> Graph {
    var builder = GraphBuilder(self)
    for kind in hidden.kinds.sorted() where !schema[kind].isRecord {
      for node in nodes(of: kind) {
        // INVARIANT: a thing that is there can be taken away.
        try? builder.removeThing(Entity(kind: kind, node: node))
      }
    }
    let rest = hidden.kinds.isEmpty ? self : builder.build()
    var (schema, columns, links, records) = (rest.schema, rest.columns, rest.links, rest.records)
    schema.hide(hidden)
    for attribute in hidden.attributes where attribute.index < columns.count {
      columns[attribute.index] = nil
    }
    for relation in hidden.relations where relation.index < links.count {
      links[relation.index] = []
    }
    for kind in hidden.kinds where kind.index < records.count && records[kind.index] != nil {
      records[kind.index] = RecordLayout(tables: [], schema: schema)
    }
    return Graph(
      schema: schema, things: rest.things, columns: columns, links: links, records: records,
      sources: rest.sources)
  }
}
