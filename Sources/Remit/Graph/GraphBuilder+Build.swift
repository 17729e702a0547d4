// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Makes a snapshot of everything put in so far.
  ///
  /// What was not touched is shared with the graph the builder started from.
  ///
  /// - Parameter concurrently: Does several things at a time, if the host can; what
  ///   comes of them is the same.
  /// - Returns: The snapshot.
  /// - Complexity: O(*things* of the touched kinds + *links* of the touched
  ///   relations).
  func build(concurrently: Concurrently? = nil) -> Graph {
    var assembly = GraphAssembly(self, concurrently)
    return assembly.assemble()
  }
}

/// Puts a graph together from a builder's parts.
///
/// Relations whose ends are records come after the relations that make the
/// records, because a changed relation numbers its records anew.
struct GraphAssembly {
  let builder: GraphBuilder
  let concurrently: Concurrently?
  private var things: [ThingTable]
  private var columns: PropertyColumns
  private var links: [[LinkTable]]
  private var records: [RecordLayout?]
  /// By kind: what the record with each old number is called now, `gone` if it
  /// is no more; `nil` while the numbers are good.
  private var renumbered: [[UInt32]?]
  private var isPrepared: [Bool]
  private var isAssembled: [Bool]
  /// By kind: whether the records are others than before.
  private var isRebuilt: [Bool]
  private var rebuilt: [LinkDraft.Key: RebuiltLinks] = [:]
  /// What has been made ahead, at the same time as other things.
  var ahead = BuiltAhead()
  /// The further ends of new records, by relation and kinds.
  private var parts: [LinkDraft.Key: [(record: NodeID, end: NodeID, source: UInt32)]] = [:]

  /// Stands for a record that is no more.
  static let gone = UInt32.max

  init(_ builder: GraphBuilder, _ concurrently: Concurrently? = nil) {
    self.builder = builder
    self.concurrently = concurrently
    things = builder.things
    columns = builder.columns
    links = builder.links
    records = builder.records
    let kinds = builder.schema.kinds.count
    renumbered = [[UInt32]?](repeating: nil, count: kinds)
    isPrepared = [Bool](repeating: false, count: kinds)
    isRebuilt = [Bool](repeating: false, count: kinds)
    isAssembled = [Bool](repeating: false, count: builder.schema.relations.count)
  }

  mutating func assemble() -> Graph {
    let schema = builder.schema
    for kind in schema.kinds where !kind.isRecord { fillColumns(of: kind) }
    buildAhead()
    for kind in schema.kinds where !builder.renamed[kind.id.index].isEmpty {
      things[kind.id.index].ranks = ahead.ranks[kind.id] ?? ranks(of: kind)
    }
    for relation in schema.relations where relation.origin == .stored {
      assemble(relation)
    }
    for kind in schema.kinds where kind.isRecord { prepare(kind) }
    for relation in schema.relations { assembleDerived(relation) }
    return Graph(
      schema: schema,
      things: things,
      columns: columns,
      links: links,
      records: records,
      sources: builder.sources
    )
  }

  // MARK: Things

  /// Makes the columns of a kind as long as the kind has numbers.
  private mutating func fillColumns(of kind: Kind) {
    let capacity = things[kind.id.index].capacity
    for attribute in kind.attributes {
      if let count = columns[attribute.index]?.count, count < capacity {
        columns[attribute.index]?.grow(to: capacity)
      }
    }
  }

  /// The places of the things of a kind in the order of answers.
  func ranks(of kind: Kind) -> [UInt32] {
    let display = builder.schema.displayAttributes(of: kind.id).compactMap { attribute in
      if case .texts(let column)? = columns[attribute.index] { column } else { nil }
    }
    return NameOrder(columns: display).ranks(
      count: things[kind.id.index].capacity,
      previous: things[kind.id.index].ranks,
      changed: builder.renamed[kind.id.index]
    )
  }

  private func capacity(of kind: KindID) -> Int {
    records[kind.index]?.capacity ?? things[kind.index].capacity
  }

  // MARK: Links

  private mutating func assemble(_ relation: Relation) {
    guard !isAssembled[relation.id.index] else { return }
    isAssembled[relation.id.index] = true
    for kind in relation.left + relation.right { prepare(builder.schema[kind]) }
    let base = builder.links[relation.id.index]
    var keys: Set<LinkDraft.Key> = []
    for table in base where !relation.isSymmetric || table.left <= table.right {
      keys.insert(LinkDraft.Key(relation: relation.id, left: table.left, right: table.right))
    }
    for key in builder.drafts.keys where key.relation == relation.id { keys.insert(key) }
    for key in parts.keys where key.relation == relation.id { keys.insert(key) }
    var tables: [LinkTable] = []
    for key in keys.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) {
      let old = base.filter {
        ($0.left, $0.right) == (key.left, key.right)
          || relation.isSymmetric && ($0.left, $0.right) == (key.right, key.left)
      }
      if needsRebuilding(key, old.first) {
        let new = ahead.links[key] ?? rebuild(key, old.first)
        rebuilt[key] = new
        tables += new.tables.filter { $0.count > 0 }
      } else {
        tables += old.map(fitted)
      }
    }
    links[relation.id.index] = tables.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  private func needsRebuilding(_ key: LinkDraft.Key, _ base: LinkTable?) -> Bool {
    guard builder.drafts[key] == nil, parts[key] == nil, renumbered[key.left.index] == nil,
      renumbered[key.right.index] == nil, let base
    else { return true }
    func isHit(_ kind: KindID, _ adjacency: Adjacency) -> Bool {
      builder.removed[kind.index].contains {
        Int($0) < adjacency.nodeCount && !adjacency.range(of: $0).isEmpty
      }
    }
    // A record that loses a part may become the same as another one.
    let losesPart = builder.schema[key.relation].parts.contains { part in
      builder.links[part.index].contains { isHit($0.right, $0.backward) }
    }
    return losesPart || isHit(key.left, base.forward) || isHit(key.right, base.backward)
  }

  func rebuild(_ key: LinkDraft.Key, _ base: LinkTable?) -> RebuiltLinks {
    let relation = builder.schema[key.relation]
    var draft =
      builder.drafts[key]
      ?? LinkDraft(key: key, base: base, isSymmetric: relation.isSymmetric)
    renumber(&draft.lefts, of: key.left, in: &draft.removed)
    renumber(&draft.rights, of: key.right, in: &draft.removed)
    // The ends of new records carry their new numbers already.
    for (record, end, source) in parts[key] ?? [] {
      draft.append(left: record, right: end, from: .min, until: .max, source: source)
    }
    let addedParts = Dictionary(grouping: draft.parts, by: \.row)
    return RebuiltLinks(
      draft,
      leftCount: capacity(of: key.left),
      rightCount: capacity(of: key.right),
      isSymmetric: relation.isSymmetric,
      parts: { row in
        let parts =
          Int(row) < draft.baseCount
          ? oldParts(of: row, in: draft)
          : (addedParts[row] ?? []).map { PartKey($0.relation, $0.entity) }
        return parts.filter { isThere($0.entity) }.sorted()
      }
    )
  }

  /// Gives nodes their new numbers, and removes the rows whose nodes are gone.
  private func renumber(_ nodes: inout [NodeID], of kind: KindID, in removed: inout NodeSet) {
    if let numbers = renumbered[kind.index] {
      removed.grow(to: nodes.count)
      for row in nodes.indices {
        let number = numbers[Int(nodes[row])]
        if number == GraphAssembly.gone {
          removed.insert(NodeID(row))
          nodes[row] = 0
        } else {
          nodes[row] = number
        }
      }
    } else if !builder.removed[kind.index].isEmpty {
      removed.grow(to: nodes.count)
      let alive = things[kind.index].alive
      for row in nodes.indices where !alive.contains(nodes[row]) { removed.insert(NodeID(row)) }
    }
  }

  /// The further ends of the record that a row of the start is.
  private func oldParts(of row: UInt32, in draft: LinkDraft) -> [PartKey] {
    let relation = builder.schema[draft.key.relation]
    guard !relation.parts.isEmpty, let kind = relation.record,
      let offset = builder.records[kind.index]?.offset(
        of: relation.id,
        left: draft.key.left,
        right: draft.key.right
      )
    else { return [] }
    let record = NodeID(offset) + (draft.baseLinks?[Int(row)] ?? row)
    var found: [PartKey] = []
    for part in relation.parts {
      for table in builder.links[part.index] where table.left == kind {
        for node in table.forward.neighbors(of: record) {
          found.append(PartKey(part, Entity(kind: table.right, node: node)))
        }
      }
    }
    return found
  }

  /// Tells whether a thing that is no record has not been removed.
  private func isThere(_ entity: Entity) -> Bool {
    records[entity.kind.index] != nil || things[entity.kind.index].alive.contains(entity.node)
  }

  private func fitted(_ table: LinkTable) -> LinkTable {
    let (left, right) = (capacity(of: table.left), capacity(of: table.right))
    guard table.nodeCounts.left < left || table.nodeCounts.right < right else {
      return table
    }
    return LinkTable(table, leftCount: left, rightCount: right)
  }

  // MARK: Records

  /// Numbers the records of a kind, once its relations have been assembled.
  private mutating func prepare(_ kind: Kind) {
    guard kind.isRecord, !isPrepared[kind.id.index] else { return }
    isPrepared[kind.id.index] = true
    for relation in kind.recordOf { assemble(builder.schema[relation]) }
    let old = builder.records[kind.id.index]
    let tables = kind.recordOf.flatMap { links[$0.index] }
    guard let old, old.parts.count == tables.count,
      zip(old.parts, tables).allSatisfy({ $0.table === $1 })
    else {
      let layout = RecordLayout(tables: tables, schema: builder.schema)
      renumber(kind.id, from: old, to: layout)
      collectParts(of: kind, layout)
      records[kind.id.index] = layout
      return
    }
  }

  private mutating func renumber(
    _ kind: KindID,
    from old: RecordLayout?,
    to new: RecordLayout
  ) {
    var numbers = [UInt32](repeating: GraphAssembly.gone, count: old?.capacity ?? 0)
    var isSame = true
    for part in old?.parts ?? [] {
      let table = part.table
      let key = LinkDraft.Key(relation: table.relation, left: table.left, right: table.right)
      let offset = new.offset(of: key.relation, left: key.left, right: key.right)
      let change = rebuilt[key]
      for link in 0..<table.count {
        var number: UInt32?
        if let offset {
          number = change.map { $0.link(ofBase: UInt32(link)) } ?? UInt32(link)
          number = number.map { $0 + UInt32(offset) }
        }
        numbers[part.offset + link] = number ?? GraphAssembly.gone
        if number != UInt32(part.offset + link) { isSame = false }
      }
    }
    isRebuilt[kind.index] = !isSame || new.capacity != old?.capacity
    if !isSame { renumbered[kind.index] = numbers }
  }

  /// Notes the further ends of the records that are new.
  private mutating func collectParts(of kind: Kind, _ layout: RecordLayout) {
    for (key, change) in rebuilt where kind.recordOf.contains(key.relation) {
      guard
        let offset = layout.offset(of: key.relation, left: key.left, right: key.right)
      else { continue }
      for part in change.parts {
        guard let link = change.link(ofAdded: part.row) else { continue }
        prepare(builder.schema[part.entity.kind])
        var end = part.entity.node
        if let numbers = renumbered[part.entity.kind.index] { end = numbers[Int(end)] }
        guard isThere(part.entity), end != GraphAssembly.gone else { continue }
        let partKey = LinkDraft.Key(
          relation: part.relation,
          left: kind.id,
          right: part.entity.kind
        )
        parts[partKey, default: []].append(
          (NodeID(offset) + link, end, builder.drafts[key]?.sources[Int(part.row)] ?? 0)
        )
      }
    }
  }

  /// Makes the tables that lead from records to the ends of their links.
  private mutating func assembleDerived(_ relation: Relation) {
    let source: RelationID
    let isLeft: Bool
    switch relation.origin {
    case .stored: return
    case .recordLeft(let id): (source, isLeft) = (id, true)
    case .recordRight(let id): (source, isLeft) = (id, false)
    }
    guard let kind = builder.schema[source].record, let layout = records[kind.index] else {
      return
    }
    let base = builder.links[relation.id.index]
    if !isRebuilt[kind.index], !base.isEmpty || layout.capacity == 0 {
      links[relation.id.index] = base.map(fitted)
      return
    }
    var pairs: [KindID: (records: [NodeID], ends: [NodeID])] = [:]
    for part in layout.parts where part.table.relation == source {
      let ends = isLeft ? part.table.lefts() : part.table.forward.targets
      let end = isLeft ? part.table.left : part.table.right
      var (numbers, nodes) = pairs.removeValue(forKey: end) ?? ([], [])
      for (link, node) in ends.enumerated() {
        let record = NodeID(part.offset + link)
        guard layout.alive.contains(record) else { continue }
        numbers.append(record)
        nodes.append(node)
      }
      pairs[end] = (numbers, nodes)
    }
    links[relation.id.index] = pairs.sorted { $0.key < $1.key }.map { end, pairs in
      LinkTable(
        relation: relation.id,
        left: kind,
        right: end,
        forward: Adjacency.sorting(
          sources: pairs.records,
          targets: pairs.ends,
          sourceCount: layout.capacity
        ).adjacency,
        rightCount: capacity(of: end)
      )
    }
  }
}
