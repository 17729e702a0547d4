// SPDX-License-Identifier: Apache-2.0

extension Graph {
  /// The value of an attribute; records answer from their links.
  ///
  /// A flag always has a value; a removed thing has none.
  func value(of attribute: AttributeID, for node: NodeID) -> Value? {
    let declaration = schema[attribute]
    guard let layout = records[declaration.kind.index] else {
      guard things[declaration.kind.index].alive.contains(node) else { return nil }
      guard let column = columns[attribute.index] else {
        return declaration.type == .flag ? .flag(false) : nil
      }
      return column.value(at: Int(node))
    }
    guard let (table, link) = layout.link(of: node) else { return nil }
    switch declaration.source {
    case .stored, .membership, .rowName, .host:
      guard !declaration.isHidden, let column = table.attributes[attribute] else {
        return declaration.type == .flag ? .flag(false) : nil
      }
      return column.value(at: Int(link))
    case .linkStart:
      guard let day = table.from?[Int(link)], day != .min else { return nil }
      return .day(Day(number: day))
    case .linkEnd:
      guard let day = table.until?[Int(link)], day != .max else { return nil }
      return .day(Day(number: day))
    case .linkRelation: return .text(schema[table.relation].name)
    }
  }

  /// Reads an attribute of many things, as ``value(of:for:)`` does of one: what is
  /// the same for all of them is looked up once.
  func values(of attribute: AttributeID) -> (NodeID) -> Value? {
    let declaration = schema[attribute]
    guard records[declaration.kind.index] == nil else {
      return { self.value(of: attribute, for: $0) }
    }
    let alive = things[declaration.kind.index].alive
    guard let column = columns[attribute.index] else {
      let missing: Value? = declaration.type == .flag ? .flag(false) : nil
      return { alive.contains($0) ? missing : nil }
    }
    return { alive.contains($0) ? column.value(at: Int($0)) : nil }
  }

  /// The column of an attribute of things that are not records; `nil` while
  /// no thing has a value, and for records.
  ///
  /// Removed things may still have a value in it.
  func column(of attribute: AttributeID) -> PropertyColumn? {
    attribute.index < columns.count ? columns[attribute.index] : nil
  }

  /// Whether every thing of a set has a text as its value of an attribute of its kind.
  ///
  /// - Complexity: O(*things of the set*), at most O(*things of the kind*).
  func isKnown(_ attribute: AttributeID, of nodes: NodeSet) -> Bool {
    let kind = schema[attribute].kind
    guard records[kind.index] == nil, case .texts(let texts)? = column(of: attribute) else {
      return false
    }
    let codes = texts.codes
    func isKnown(_ node: NodeID) -> Bool {
      Int(node) < codes.count && codes[Int(node)] != TextColumn.missing
    }
    if nodes.count < nodes.capacity / 8 { return nodes.allSatisfy(isKnown) }
    // All texts are there, as a rule: then there is nothing else to look at.
    var isComplete = codes.count >= nodes.capacity
    for code in codes where code == TextColumn.missing { isComplete = false }
    return isComplete || nodes.allSatisfy(isKnown)
  }

  /// The things whose value of an attribute passes a test; things without a
  /// value do not.
  ///
  /// The test is called once for each distinct text or choice.
  ///
  /// - Complexity: O(*things asked about* + *distinct texts or choices*).
  ///
  /// - Parameters:
  ///   - attribute: The attribute.
  ///   - some: The things asked about; all of the kind, unless told.
  ///   - test: Tells whether a value is wanted.
  /// - Returns: Those of the things whose value is.
  func nodes(
    with attribute: AttributeID, among some: NodeSet? = nil, where test: (Value) -> Bool
  ) -> NodeSet {
    let declaration = schema[attribute]
    let all = nodes(of: declaration.kind)
    let asked = some.map(all.intersection) ?? all
    if records[declaration.kind.index] == nil, let column = columns[attribute.index] {
      return column.nodes(among: asked, where: test)
    }
    var found = NodeSet(capacity: asked.capacity)
    for node in asked {
      if let value = value(of: attribute, for: node), test(value) { found.insert(node) }
    }
    return found
  }

  /// The values a thing is shown by, one for each of its display attributes.
  func displayValues(of entity: Entity) -> [Value?] {
    schema.displayAttributes(of: entity.kind).map { value(of: $0, for: entity.node) }
  }

  /// How a thing is named in an answer: its key, else its name.
  ///
  /// A record without a name is named by its ends: `certificate of Ann Lee,
  /// Python`.
  func label(of entity: Entity) -> String {
    let attributes =
      schema.displayAttributes(of: entity.kind) + schema.namingAttributes(of: entity.kind)
    for attribute in attributes {
      if let value = value(of: attribute, for: entity.node) { return value.description }
    }
    let kind = schema[entity.kind].singular
    guard let (left, right) = ends(of: entity) else { return "\(kind) \(entity.node + 1)" }
    return "\(kind) of \(label(of: left)), \(label(of: right))"
  }

  /// The things a record joins, or `nil` for other things.
  func ends(of record: Entity) -> (left: Entity, right: Entity)? {
    guard let (table, link) = link(of: record) else { return nil }
    return (
      Entity(kind: table.left, node: table.source(ofLink: link)),
      Entity(kind: table.right, node: table.target(ofLink: link))
    )
  }
}
