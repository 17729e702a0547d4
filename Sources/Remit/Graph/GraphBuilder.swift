// SPDX-License-Identifier: Apache-2.0

/// Makes a graph, or a changed copy of one.
///
/// A builder that starts from a graph is a draft: it copies a kind or a
/// relation when it is first touched, and ``build()`` shares the rest with the
/// graph it came from.
///
///     var builder = GraphBuilder(graph)
///     let bob = try builder.addThing(person, attributes: [(name, .text("Bob"))])
///     try builder.addLink(owns, left: bob, right: ledger)
///     let changed = builder.build()
///
/// Things keep their numbers. Records are numbered anew by ``build()``; until
/// then an ``Entity`` of a record kind means a record of the graph the builder
/// started from.
struct GraphBuilder {
  /// What there may be in the graph; may be replaced by one that has grown.
  var schema: Schema { didSet { fitSchema() } }
  /// By kind, as in ``Graph``.
  var things: [ThingTable]
  /// By attribute, as in ``Graph``; may be shorter than the kind's capacity.
  var columns: PropertyColumns
  /// By relation: the links of the graph the builder started from.
  var links: [[LinkTable]]
  /// By kind: the records of the graph the builder started from.
  var records: [RecordLayout?]
  /// The changed relations.
  var drafts: [LinkDraft.Key: LinkDraft] = [:]
  /// By kind: things that are new or whose display changed.
  var renamed: [[NodeID]]
  /// By kind: things removed since the start.
  var removed: [[NodeID]]
  /// What the fact numbers mean.
  var sources: FactSourceTable

  /// Starts with nothing.
  init(schema: Schema) {
    self.schema = schema
    things = []
    columns = PropertyColumns()
    links = []
    records = []
    renamed = []
    removed = []
    sources = FactSourceTable()
    fitSchema()
  }

  /// Starts with the things and links of a graph.
  init(_ graph: Graph) {
    schema = graph.schema
    things = graph.things
    columns = graph.columns
    links = graph.links
    records = graph.records
    renamed = [[NodeID]](repeating: [], count: things.count)
    removed = [[NodeID]](repeating: [], count: things.count)
    sources = graph.sources
  }

  private mutating func fitSchema() {
    func fit<T>(_ array: inout [T], _ count: Int, _ value: T) {
      if array.count < count {
        array.append(contentsOf: repeatElement(value, count: count - array.count))
      }
    }
    fit(&things, schema.kinds.count, ThingTable())
    columns.grow(to: schema.attributes.count)
    fit(&links, schema.relations.count, [])
    fit(&records, schema.kinds.count, nil)
    fit(&renamed, schema.kinds.count, [])
    fit(&removed, schema.kinds.count, [])
    for kind in schema.kinds where kind.isRecord && records[kind.id.index] == nil {
      records[kind.id.index] = RecordLayout(tables: [], schema: schema)
    }
  }

  /// Numbers given out for a kind, removed things included.
  func capacity(of kind: KindID) -> Int {
    records[kind.index]?.capacity ?? things[kind.index].capacity
  }

  /// Tells whether a thing is there.
  func contains(_ entity: Entity) -> Bool {
    (records[entity.kind.index]?.alive ?? things[entity.kind.index].alive).contains(entity.node)
  }
}

extension GraphBuilder {
  /// Adds a thing.
  ///
  /// - Parameters:
  ///   - kind: A kind that is not a record.
  ///   - attributes: Its attributes; text is read as a value of the attribute.
  ///   - source: Where the fact came from.
  ///   - isUnknown: Whether it is only named, and not defined.
  /// - Returns: The new thing.
  /// - Throws: ``GraphError`` when a key or name is taken or a value is of
  ///   another type; then nothing has changed.
  @discardableResult
  mutating func addThing(
    _ kind: KindID,
    attributes: [(AttributeID, Value)],
    source: FactSource = .prompt,
    isUnknown: Bool = false
  ) throws(GraphError) -> Entity {
    guard !schema[kind].isRecord else { throw .notAdded(schema[kind]) }
    let entity = Entity(kind: kind, node: NodeID(truncatingIfNeeded: capacity(of: kind)))
    guard capacity(of: kind) < Int(UInt32.max) - 1 else { throw .full() }
    var values: [(AttributeID, Value)] = []
    for (attribute, value) in attributes {
      guard schema[attribute].kind == kind else {
        throw .otherKind(schema[attribute], schema[kind])
      }
      values.append((attribute, try coerced(value, for: schema[attribute])))
    }
    if !isUnknown, let unknown = unknownThing(kind, named: values) {
      try define(unknown, attributes: values)
      return unknown
    }
    let naming = schema.namingAttributes(of: kind)
    guard naming.isEmpty || values.contains(where: { naming.contains($0.0) }) else {
      throw .unnamed(schema[kind], naming.map { schema[$0].name })
    }
    for (attribute, value) in values where naming.contains(attribute) && value.isBlank {
      throw .emptyName(schema[kind], schema[attribute])
    }
    let hasKey = values.contains { schema[$0.0].isKey }
    for (attribute, value) in values {
      try checkUnique(value, of: attribute, for: entity, hasKey: hasKey)
    }
    appendThing(kind, source: sources.number(of: source))
    for (attribute, value) in values { try store(value, of: attribute, at: entity.node) }
    if isUnknown { things[kind.index].unknown.insert(entity.node) }
    return entity
  }

  /// Gives a thing another value of an attribute, or takes the value away.
  ///
  /// - Throws: ``GraphError`` when a key or name is taken, a name would be
  ///   lost or the value is of another type; then nothing has changed.
  mutating func setAttribute(
    _ attribute: AttributeID,
    of entity: Entity,
    to value: Value?
  ) throws(GraphError) {
    let declaration = schema[attribute]
    guard declaration.kind == entity.kind else {
      throw .otherKind(declaration, schema[entity.kind])
    }
    guard contains(entity) else { throw .noSuchThing(schema[entity.kind]) }
    let value = try value.map { (value) throws(GraphError) in
      try coerced(value, for: declaration)
    }
    if schema[entity.kind].isRecord {
      try setRecordAttribute(attribute, of: entity, to: value)
      return
    }
    let naming = schema.namingAttributes(of: entity.kind)
    if let value {
      guard !naming.contains(attribute) || !value.isBlank else {
        throw .emptyName(schema[entity.kind], declaration)
      }
      let hasKey = naming.contains {
        schema[$0].isKey && ($0 == attribute || self.value(of: $0, at: entity.node) != nil)
      }
      try checkUnique(value, of: attribute, for: entity, hasKey: hasKey)
    } else if naming.contains(attribute),
      !naming.contains(where: { $0 != attribute && self.value(of: $0, at: entity.node) != nil })
    {
      throw .emptyName(schema[entity.kind], declaration)
    }
    try store(value, of: attribute, at: entity.node)
    if naming.contains(attribute) { renamed[entity.kind.index].append(entity.node) }
  }

  /// Removes a thing and its links; removing a record removes its link.
  ///
  /// - Throws: ``GraphError`` when the thing is not there.
  mutating func removeThing(_ entity: Entity) throws(GraphError) {
    guard contains(entity) else { throw .noSuchThing(schema[entity.kind]) }
    if schema[entity.kind].isRecord {
      removeRecord(entity)
    } else {
      things[entity.kind.index].alive.remove(entity.node)
      things[entity.kind.index].unknown.remove(entity.node)
      removed[entity.kind.index].append(entity.node)
      // Its names are free again.
      for attribute in schema.namingAttributes(of: entity.kind) {
        try store(nil, of: attribute, at: entity.node)
      }
      renamed[entity.kind.index].append(entity.node)
    }
  }

  /// How many things of a kind there are.
  func count(of kind: KindID) -> Int {
    kind.index < things.count ? things[kind.index].alive.count : 0
  }

  /// The value of an attribute of a thing that is not a record.
  func value(of attribute: AttributeID, at node: NodeID) -> Value? {
    guard let column = columns[attribute.index], Int(node) < column.count else { return nil }
    return column.value(at: Int(node))
  }

  /// The things of the given kinds that a name, title or key finds, also
  /// among those just added; in ascending order, each once.
  ///
  /// Records are found among those of the graph the builder started from.
  func find(_ name: String, kinds: [KindID]) -> [Entity] {
    var found: Set<Entity> = []
    for kind in kinds {
      for attribute in schema.namingAttributes(of: kind) {
        for node in nodes(named: name, by: attribute) {
          found.insert(Entity(kind: kind, node: node))
        }
      }
    }
    return found.sorted()
  }

  /// Names that were probably meant, best first, also of things just added.
  func names(meantBy name: String, kinds: [KindID], limit: Int) -> [String] {
    NameResolver(self, kinds: kinds).names(meantBy: name, limit: limit)
  }

  /// The names that differ from one in capitals and accents only, also of things just added.
  func names(like name: String, kinds: [KindID]) -> [String] {
    let folded = FoldedText.folded(name)
    return names(meantBy: name, kinds: kinds, limit: 3).filter { FoldedText.folded($0) == folded }
  }

  /// The things that have a name, title or key.
  func nodes(named name: String, by attribute: AttributeID) -> [NodeID] {
    let kind = schema[attribute].kind.index
    guard let layout = records[kind] else {
      guard case .texts(let column)? = columns[attribute.index] else { return [] }
      return column.nodes(of: name).filter { things[kind].alive.contains($0) }
    }
    return layout.nodes(named: name, by: attribute)
  }
}

extension GraphBuilder {
  /// Gives out the next number of a kind.
  mutating func appendThing(_ kind: KindID, source: UInt32) {
    let node = NodeID(things[kind.index].capacity)
    things[kind.index].alive.grow(to: Int(node) + 1)
    things[kind.index].alive.insert(node)
    things[kind.index].sources.append(source)
    renamed[kind.index].append(node)
  }

  /// Gives out the next numbers of a kind, one for each source.
  mutating func appendThings(_ kind: KindID, sources: [UInt32]) -> Range<NodeID> {
    let first = NodeID(truncatingIfNeeded: things[kind.index].capacity)
    let nodes = first..<first + NodeID(truncatingIfNeeded: sources.count)
    things[kind.index].alive.append(nodes.count)
    things[kind.index].sources += sources
    renamed[kind.index] += nodes
    return nodes
  }

  /// Puts a value into a column.
  mutating func store(
    _ value: Value?,
    of attribute: AttributeID,
    at node: NodeID
  ) throws(GraphError) {
    let declaration = schema[attribute]
    if columns[attribute.index] == nil {
      guard value != nil else { return }
      let isNaming = schema.namingAttributes(of: declaration.kind).contains(attribute)
      columns[attribute.index] = PropertyColumn(type: declaration.type, isIndexed: isNaming)
    }
    guard columns[attribute.index]?.set(value, at: Int(node)) == true else { throw .full() }
  }

  /// The value as one of the attribute's type, text being read.
  func coerced(_ value: Value, for attribute: Attribute) throws(GraphError) -> Value {
    switch (value, attribute.type) {
    case (.text(let text), .text):
      let isNaming = schema.namingAttributes(of: attribute.kind).contains(attribute.id)
      guard !isNaming || !text.isEmpty else {
        throw .emptyName(schema[attribute.kind], attribute)
      }
      return value
    case (.number(let number), .number) where number.isFinite: return value
    case (.day, .date), (.period, .duration), (.flag, .flag): return value
    case (.choice(let name, let rank), .enumeration(let names)),
      (.choice(let name, let rank), .levels(let names)):
      guard names.indices.contains(rank), names[rank] == name,
        rank < PropertyColumn.largestChoiceCount
      else { throw .wrongType(attribute, value) }
      return value
    case (.text(let text), _):
      guard !text.isEmpty, let read = attribute.type.value(from: text) else {
        throw .wrongType(attribute, value)
      }
      return read
    default: throw .wrongType(attribute, value)
    }
  }

  /// Checks that a key, or a name without a key beside it, is not taken.
  ///
  /// Two people may share a name if each has a key of their own.
  func checkUnique(
    _ value: Value,
    of attribute: AttributeID,
    for entity: Entity,
    hasKey: Bool
  ) throws(GraphError) {
    let declaration = schema[attribute]
    guard case .text(let text) = value, declaration.isKey || declaration.name == "name"
    else { return }
    for other in nodes(named: text, by: attribute) where other != entity.node {
      let sharesName = !declaration.isKey && hasKey && self.hasKey(entity.kind, other)
      if !sharesName { throw .duplicate(schema[entity.kind], declaration, text) }
    }
  }

  /// Tells whether a thing has a key.
  func hasKey(_ kind: KindID, _ node: NodeID) -> Bool {
    schema[kind].attributes.contains { schema[$0].isKey && value(of: $0, at: node) != nil }
  }
}

extension Value {
  /// Whether it is a text of nothing but blanks.
  fileprivate var isBlank: Bool {
    guard case .text(let text) = self else { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
