// SPDX-License-Identifier: Apache-2.0

/// An immutable snapshot of things, their attributes and their links.
///
/// A change makes a new snapshot that shares everything it did not touch, so
/// keeping an old one for undo costs next to nothing.
///
/// - SeeAlso: ``Schema``, which says what the things and links are.
final class Graph: Sendable {
  /// The kinds, attributes and relations of the graph.
  let schema: Schema
  /// By kind; empty tables for record kinds.
  let things: [ThingTable]
  /// By attribute; `nil` while no thing has a value, and for attributes of records.
  let columns: PropertyColumns
  /// By relation.
  let links: [[LinkTable]]
  /// By kind; `nil` for kinds that are not records.
  let records: [RecordLayout?]
  /// What the fact numbers mean.
  let sources: FactSourceTable
  /// By kind, the columns whose texts find its things.
  private let naming: Lazy<[[NamingColumn]]>
  /// By kind, the number of things.
  private let counts: Lazy<[Int]>

  /// Makes a graph of its parts.
  init(
    schema: Schema,
    things: [ThingTable],
    columns: PropertyColumns,
    links: [[LinkTable]],
    records: [RecordLayout?],
    sources: FactSourceTable
  ) {
    self.schema = schema
    self.things = things
    self.columns = columns
    self.links = links
    self.records = records
    self.sources = sources
    naming = Lazy {
      schema.kinds.map { kind in
        schema.namingAttributes(of: kind.id).map { NamingColumn($0, of: columns) }
      }
    }
    counts = Lazy {
      zip(things, records).map { things, record in (record?.alive ?? things.alive).count }
    }
  }

  /// Whether a thing is only named by others, and nothing defines it.
  func isUnknown(_ entity: Entity) -> Bool {
    entity.kind.index < things.count && things[entity.kind.index].unknown.contains(entity.node)
  }

  /// Numbers given out for a kind, removed things included.
  func capacity(of kind: KindID) -> Int {
    guard kind.index < things.count else { return 0 }
    return records[kind.index]?.capacity ?? things[kind.index].capacity
  }

  /// The things of a kind.
  func nodes(of kind: KindID) -> NodeSet {
    guard kind.index < things.count else { return NodeSet(capacity: 0) }
    return records[kind.index]?.alive ?? things[kind.index].alive
  }

  /// The number of things of a kind.
  ///
  /// - Complexity: O(1) once one has been asked for.
  func count(of kind: KindID) -> Int {
    kind.index < things.count ? counts.value[kind.index] : 0
  }

  /// The columns whose texts find a thing of a kind: keys, name, title.
  func namingColumns(of kind: KindID) -> [NamingColumn] { naming.with { $0[kind.index] } }

  /// The tables of a relation, one for each pair of kinds that has links.
  ///
  /// A symmetric relation stores each link both ways round.
  func linkTables(of relation: RelationID) -> [LinkTable] {
    relation.index < links.count ? links[relation.index] : []
  }

  /// The table of a relation between two kinds, if it has links there.
  func linkTable(of relation: RelationID, left: KindID, right: KindID) -> LinkTable? {
    linkTables(of: relation).first { $0.left == left && $0.right == right }
  }

  /// Tells whether a thing is in the graph.
  func contains(_ entity: Entity) -> Bool { nodes(of: entity.kind).contains(entity.node) }

  /// The link a record is, or `nil` for other things.
  func link(of record: Entity) -> (table: LinkTable, link: UInt32)? {
    guard record.kind.index < records.count else { return nil }
    return records[record.kind.index]?.link(of: record.node)
  }

  /// The record a link is, or `nil` if its relation is not recorded.
  ///
  /// A link of a symmetric relation that is stored the other way round has
  /// the record of its mirror image.
  func record(of link: UInt32, in table: LinkTable) -> Entity? {
    guard let kind = schema[table.relation].record, let layout = records[kind.index],
      let offset = layout.offset(of: table.relation, left: table.left, right: table.right)
    else { return nil }
    let node = NodeID(offset) + link
    if layout.alive.contains(node) { return Entity(kind: kind, node: node) }
    guard let mirror = mirror(of: link, in: table) else { return nil }
    return record(of: mirror.link, in: mirror.table)
  }

  /// Where a thing came from.
  func source(of entity: Entity) -> FactSource {
    if let (table, link) = link(of: entity) { return source(ofLink: link, in: table) }
    guard entity.kind.index < things.count,
      Int(entity.node) < things[entity.kind.index].sources.count
    else { return .prompt }
    return sources.source(of: things[entity.kind.index].sources[Int(entity.node)])
  }

  /// Where a link came from.
  func source(ofLink link: UInt32, in table: LinkTable) -> FactSource {
    guard Int(link) < table.sources.count else { return .prompt }
    return sources.source(of: table.sources[Int(link)])
  }

  /// The same link of a symmetric relation, stored the other way round.
  private func mirror(of link: UInt32, in table: LinkTable) -> (table: LinkTable, link: UInt32)? {
    let (left, right) = (table.source(ofLink: link), table.target(ofLink: link))
    guard (table.left, left) > (table.right, right),
      let other = linkTable(of: table.relation, left: table.right, right: table.left)
    else { return nil }
    for place in other.forward.range(of: right) where other.forward.targets[place] == left {
      let candidate = UInt32(place)
      let isSame =
        other.from?[place] == table.from?[Int(link)]
        && other.until?[place] == table.until?[Int(link)]
        && table.attributes.allSatisfy { id, column in
          column.value(at: Int(link)) == other.attributes[id]?.value(at: place)
        }
      if isSame { return (other, candidate) }
    }
    return nil
  }
}
