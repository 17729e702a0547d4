// SPDX-License-Identifier: Apache-2.0

extension Dating {
  /// The day numbers a link is stored with, or `nil` if the days do not fit.
  func span(from: Day?, until: Day?) -> (from: Int32, until: Int32)? {
    switch self {
    case .undated: return from == nil && until == nil ? (.min, .max) : nil
    case .day:
      guard until == nil else { return nil }
      guard let from else { return (.min, .max) }
      return (from.number, from.number == .max ? .max : from.number + 1)
    case .interval:
      if let from, let until, until <= from { return nil }
      return (from?.number ?? .min, until?.number ?? .max)
    }
  }
}

extension GraphBuilder {
  /// Adds a link.
  ///
  /// A link that is there already, with the same dates, attributes and parts,
  /// is not added again.
  ///
  /// - Parameters:
  ///   - relation: The relation.
  ///   - left: The thing at the left end.
  ///   - right: The thing at the right end.
  ///   - from: The first day, or the day it happened; `nil` if open.
  ///   - until: The day after the last; `nil` if open.
  ///   - attributes: Attributes of the link.
  ///   - parts: Further ends of the record the link is.
  ///   - source: Where the fact came from.
  /// - Throws: ``GraphError`` when the ends, days or values do not fit; then
  ///   nothing has changed.
  mutating func addLink(
    _ relation: RelationID,
    left: Entity,
    right: Entity,
    from: Day? = nil,
    until: Day? = nil,
    attributes: [(AttributeID, Value)] = [],
    parts: [(RelationID, Entity)] = [],
    source: FactSource = .prompt
  ) throws(GraphError) {
    let declaration = schema[relation]
    try check(declaration, left: left, right: right)
    let (start, end) = try span(of: declaration, from: from, until: until)
    var values: [(AttributeID, Value)] = []
    for (attribute, value) in attributes {
      guard declaration.attributes.contains(attribute) else {
        throw .otherKind(schema[attribute], schema[declaration.record ?? left.kind])
      }
      values.append((attribute, try coerced(value, for: schema[attribute])))
    }
    for (part, entity) in parts {
      guard declaration.parts.contains(part) else { throw .notAPart(schema[part], declaration) }
      guard schema[part].right.contains(entity.kind) else {
        throw .wrongEnd(schema[part], schema[entity.kind], isLeft: false)
      }
      guard contains(entity) else { throw .noSuchThing(schema[entity.kind]) }
    }
    let (first, second) =
      declaration.isSymmetric && right < left ? (right, left) : (left, right)
    let key = touch(relation, left: first.kind, right: second.kind)
    let row = drafts[key]?.count ?? 0
    guard row < Int(UInt32.max) - 1 else { throw .full() }
    let number = sources.number(of: source)
    drafts[key]?.append(
      left: first.node,
      right: second.node,
      from: start,
      until: end,
      source: number
    )
    for (attribute, value) in values { try store(value, of: attribute, row: row, in: key) }
    for (part, entity) in parts {
      drafts[key]?.parts.append(
        LinkDraft.Part(row: UInt32(row), relation: part, entity: entity)
      )
    }
  }

  /// Ends the links between two things: one that is dated ends on a day and
  /// keeps its past, one that is not is removed.
  ///
  /// A link that has ended already or starts later stays as it is; one that
  /// starts on the day is removed.
  ///
  /// - Returns: How many links were ended.
  @discardableResult
  mutating func endLinks(
    _ relation: RelationID,
    left: Entity,
    right: Entity,
    on day: Day
  ) -> Int {
    guard schema[relation].dating == .interval else {
      return schema[relation].dating == .day
        ? 0 : removeLinks(relation, left: left, right: right)
    }
    guard let (key, rows) = rows(of: relation, left: left, right: right) else { return 0 }
    var ended = 0
    for row in rows {
      let start = drafts[key]?.start(of: row) ?? .min
      let end = drafts[key]?.end(of: row) ?? .max
      guard start <= day.number, day.number < end else { continue }
      if start == day.number {
        drafts[key]?.remove(row)
      } else {
        drafts[key]?.setEnd(day.number, at: Int(row))
      }
      ended += 1
    }
    return ended
  }

  /// Ends all links that last and have a thing at either end; those without
  /// dates, and those that happened on a day, stay.
  ///
  /// - Parameters:
  ///   - entity: The thing.
  ///   - record: Only links with records of this kind; all, if `nil`.
  ///   - day: The first day on which they no longer hold.
  /// - Complexity: O(links of the relations that a link of the thing is of).
  mutating func endLinks(of entity: Entity, recordedAs record: KindID?, on day: Day) {
    let tables = links.flatMap { $0 }
    var keys = Set(
      tables.map { LinkDraft.Key(relation: $0.relation, left: $0.left, right: $0.right) })
    keys.formUnion(drafts.keys)
    for key in keys {
      let relation = schema[key.relation]
      guard relation.dating == .interval, record == nil || relation.record == record,
        key.left == entity.kind || key.right == entity.kind
      else { continue }
      let pairs = partners(of: entity, key)
      for pair in pairs {
        endLinks(
          key.relation, left: Entity(kind: key.left, node: pair.left),
          right: Entity(kind: key.right, node: pair.right), on: day)
      }
    }
  }

  /// The pairs of a relation that a thing is in.
  private func partners(of entity: Entity, _ key: LinkDraft.Key) -> Set<LinkDraft.Pair> {
    var found: Set<LinkDraft.Pair> = []
    if let draft = drafts[key] {
      for row in draft.lefts.indices {
        let isLeft = key.left == entity.kind && draft.lefts[row] == entity.node
        let isRight = key.right == entity.kind && draft.rights[row] == entity.node
        if isLeft || isRight {
          found.insert(LinkDraft.Pair(left: draft.lefts[row], right: draft.rights[row]))
        }
      }
      return found
    }
    for table in links[key.relation.index] where table.left == key.left && table.right == key.right
    {
      if table.left == entity.kind, Int(entity.node) < table.forward.nodeCount {
        for right in table.forward.neighbors(of: entity.node) {
          found.insert(LinkDraft.Pair(left: entity.node, right: right))
        }
      }
      if table.right == entity.kind, Int(entity.node) < table.backward.nodeCount {
        for left in table.backward.neighbors(of: entity.node) {
          found.insert(LinkDraft.Pair(left: left, right: entity.node))
        }
      }
    }
    return found
  }

  /// Removes the links between two things, with their past.
  ///
  /// - Returns: How many links were removed.
  @discardableResult
  mutating func removeLinks(_ relation: RelationID, left: Entity, right: Entity) -> Int {
    guard let (key, rows) = rows(of: relation, left: left, right: right) else { return 0 }
    for row in rows { drafts[key]?.remove(row) }
    return rows.count
  }

  /// The draft of a relation between two kinds, begun if it is not there.
  mutating func touch(_ relation: RelationID, left: KindID, right: KindID) -> LinkDraft.Key {
    let isSymmetric = schema[relation].isSymmetric
    let key =
      isSymmetric && right < left
      ? LinkDraft.Key(relation: relation, left: right, right: left)
      : LinkDraft.Key(relation: relation, left: left, right: right)
    if drafts[key] == nil {
      let base = links[relation.index].first { $0.left == key.left && $0.right == key.right }
      drafts[key] = LinkDraft(key: key, base: base, isSymmetric: isSymmetric)
    }
    return key
  }

  /// Checks that two things are there and can be the ends of a relation.
  func check(_ relation: Relation, left: Entity, right: Entity) throws(GraphError) {
    guard relation.origin == .stored else { throw .notStored(relation) }
    let fits = relation.left.contains(left.kind) && relation.right.contains(right.kind)
    let fitsReversed =
      relation.isSymmetric && relation.left.contains(right.kind)
      && relation.right.contains(left.kind)
    guard fits || fitsReversed else {
      throw relation.left.contains(left.kind)
        ? .wrongEnd(relation, schema[right.kind], isLeft: false)
        : .wrongEnd(relation, schema[left.kind], isLeft: true)
    }
    guard contains(left) else { throw .noSuchThing(schema[left.kind]) }
    guard contains(right) else { throw .noSuchThing(schema[right.kind]) }
  }

  /// The day numbers a link of a relation is stored with.
  func span(
    of relation: Relation,
    from: Day?,
    until: Day?
  ) throws(GraphError) -> (from: Int32, until: Int32) {
    if let span = relation.dating.span(from: from, until: until) { return span }
    switch (relation.dating, from, until) {
    case (.undated, _, _): throw .notDated(relation)
    case (.interval, let from?, let until?):
      throw .endsBeforeItStarts(relation, from: from, until: until)
    case (.day, _, _), (.interval, _, _): throw .hasNoEnd(relation)
    }
  }

  /// Puts a value into a link's column.
  mutating func store(
    _ value: Value?,
    of attribute: AttributeID,
    row: Int,
    in key: LinkDraft.Key
  ) throws(GraphError) {
    let declaration = schema[attribute]
    if drafts[key]?.attributes[attribute] == nil {
      let isNaming = schema.namingAttributes(of: declaration.kind).contains(attribute)
      drafts[key]?.attributes[attribute] = PropertyColumn(
        type: declaration.type,
        isIndexed: isNaming
      )
    }
    guard drafts[key]?.attributes[attribute]?.set(value, at: row) == true else { throw .full() }
  }

  private mutating func rows(
    of relation: RelationID,
    left: Entity,
    right: Entity
  ) -> (LinkDraft.Key, [UInt32])? {
    let (first, second) =
      schema[relation].isSymmetric && right < left ? (right, left) : (left, right)
    let isThere = links[relation.index].contains {
      $0.left == first.kind && $0.right == second.kind
    }
    let key = LinkDraft.Key(relation: relation, left: first.kind, right: second.kind)
    guard isThere || drafts[key] != nil else { return nil }
    _ = touch(relation, left: first.kind, right: second.kind)
    guard let rows = drafts[key]?.rows(left: first.node, right: second.node) else { return nil }
    return (key, rows)
  }
}

extension GraphBuilder {
  /// Sets an attribute of a link through its record.
  mutating func setRecordAttribute(
    _ attribute: AttributeID,
    of record: Entity,
    to value: Value?
  ) throws(GraphError) {
    let declaration = schema[attribute]
    guard let (table, row) = draftRow(of: record) else {
      throw .noSuchThing(schema[record.kind])
    }
    let key = touch(table.relation, left: table.left, right: table.right)
    let relation = schema[table.relation]
    let day: Day? = if case .day(let day)? = value { day } else { nil }
    func stored(_ day: Int32?, open: Int32) -> Day? {
      day.flatMap { $0 == open ? nil : Day(number: $0) }
    }
    switch declaration.source {
    case .linkRelation: throw .fixed(declaration)
    case .linkStart:
      let end =
        relation.dating == .day ? nil : stored(drafts[key]?.end(of: row), open: .max)
      let span = try span(of: relation, from: day, until: end)
      drafts[key]?.setStart(span.from, at: Int(row))
      drafts[key]?.setEnd(span.until, at: Int(row))
    case .linkEnd:
      let start = stored(drafts[key]?.start(of: row), open: .min)
      let span = try span(of: relation, from: start, until: day)
      drafts[key]?.setEnd(span.until, at: Int(row))
    case .stored, .membership, .rowName, .host:
      guard relation.attributes.contains(attribute) else {
        throw .otherKind(declaration, schema[record.kind])
      }
      try store(value, of: attribute, row: Int(row), in: key)
    }
  }

  /// Removes the link a record is.
  mutating func removeRecord(_ record: Entity) {
    guard let (table, row) = draftRow(of: record) else { return }
    let key = touch(table.relation, left: table.left, right: table.right)
    drafts[key]?.remove(row)
  }

  /// The row of the link a record is, in its draft, which is begun if needed.
  private mutating func draftRow(of record: Entity) -> (LinkTable, UInt32)? {
    guard let (table, link) = records[record.kind.index]?.link(of: record.node) else {
      return nil
    }
    let key = touch(table.relation, left: table.left, right: table.right)
    guard let row = drafts[key]?.row(ofLink: link) else { return nil }
    return (table, row)
  }
}
