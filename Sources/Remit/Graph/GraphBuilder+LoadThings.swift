// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Adds a thing for each row of a table, with the links its columns name.
  ///
  /// Names in the table may mean things of the table itself. A row with the name
  /// of an unknown thing defines it. When anything is wrong nothing is loaded, and
  /// all that is wrong is reported.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - kind: The kind of the things.
  ///   - mapping: What the columns say; columns that are not named are skipped.
  /// - Returns: How much was added, or what was wrong.
  /// - Complexity: O(*cells*), and O(*links*) of the relations on ``build()``.
  mutating func load(
    table: DataTable,
    kind: KindID,
    mapping: [(column: Int, target: LoadTarget)]
  ) -> LoadReport {
    var draft = self
    var report = LoadReport()
    let nodes = draft.loadThings(table, kind, mapping, &report)
    draft.loadLinks(of: nodes, table, kind, mapping, &report)
    report.sort()
    if report.isLoaded { self = draft }
    return report
  }

  /// Adds the things and their attributes.
  ///
  /// - Returns: The thing of each row; none where no rows can be loaded.
  private mutating func loadThings(
    _ table: DataTable,
    _ kind: KindID,
    _ mapping: [(column: Int, target: LoadTarget)],
    _ report: inout LoadReport
  ) -> [NodeID] {
    let declaration = schema[kind]
    guard !declaration.isRecord else {
      report.add(line: 1, column: nil, GraphError.notAdded(declaration).message)
      return []
    }
    guard capacity(of: kind) + table.rowCount < Int(UInt32.max) else {
      report.add(line: 1, column: nil, GraphError.full().message)
      return []
    }
    let naming = schema.namingAttributes(of: kind)
    let nodes = rowThings(table, kind, mapping, naming)
    report.things = table.rowCount
    // Keys first: whether a name may be shared depends on them.
    let columns = mapping.compactMap { column, target in
      if case .attribute(let id) = target { (column, schema[id]) } else { nil }
    }
    for (column, attribute) in columns.sorted(by: { $0.1.isKey && !$1.1.isKey }) {
      guard attribute.kind == kind else {
        report.add(
          line: 1,
          column: table.columns[column],
          GraphError.otherKind(attribute, declaration).message
        )
        continue
      }
      loadColumn(column, attribute, naming.contains(attribute.id), table, nodes, &report)
    }
    guard !naming.isEmpty else { return nodes }
    let given = columns.filter { naming.contains($0.1.id) }.map(\.0)
    for row in 0..<table.rowCount
    where given.allSatisfy({ table.range(row: row, column: $0).isEmpty }) {
      report.add(
        line: Int(table.lines[row]),
        column: given.count == 1 ? table.columns[given[0]] : nil,
        GraphError.unnamed(declaration, naming.map { schema[$0].name }).message
      )
    }
    return nodes
  }

  /// A thing for each row: a new one, or the unknown one that its name means.
  private mutating func rowThings(
    _ table: DataTable,
    _ kind: KindID,
    _ mapping: [(column: Int, target: LoadTarget)],
    _ naming: [AttributeID]
  ) -> [NodeID] {
    let numbers = sources.numbers(file: table.name, lines: table.lines)
    let columns = mapping.compactMap { column, target -> (Int, AttributeID)? in
      guard case .attribute(let id) = target, naming.contains(id) else { return nil }
      return (column, id)
    }
    var nodes: [NodeID] = []
    nodes.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      var unknown: NodeID?
      if !things[kind.index].unknown.isEmpty {
        let names = columns.compactMap { column, attribute -> (AttributeID, Value)? in
          let range = table.range(row: row, column: column)
          guard !range.isEmpty else { return nil }
          return (attribute, .text(String(decoding: table.bytes[range], as: UTF8.self)))
        }
        unknown = unknownThing(kind, named: names)?.node
      }
      if let unknown {
        things[kind.index].unknown.remove(unknown)
        things[kind.index].sources[Int(unknown)] = numbers[row]
        renamed[kind.index].append(unknown)
        nodes.append(unknown)
      } else {
        nodes.append(NodeID(capacity(of: kind)))
        appendThing(kind, source: numbers[row])
      }
    }
    return nodes
  }

  /// Reads one column into an attribute of the things of the rows.
  private mutating func loadColumn(
    _ column: Int,
    _ attribute: Attribute,
    _ isNaming: Bool,
    _ table: DataTable,
    _ nodes: [NodeID],
    _ report: inout LoadReport
  ) {
    let place = attribute.id.index
    var values =
      columns[place] ?? PropertyColumn(type: attribute.type, isIndexed: isNaming)
    columns[place] = nil
    values.grow(to: capacity(of: attribute.kind))
    defer { columns[place] = values }
    table.bytes.withUnsafeBufferPointer { bytes in
      if case .texts(var texts) = values {
        values = .days([])
        defer { values = .texts(texts) }
        var names = TakenNames(self, attribute, texts)
        for row in 0..<table.rowCount {
          let range = table.range(row: row, column: column)
          guard !range.isEmpty else { continue }
          let cell = UnsafeBufferPointer(rebasing: bytes[range])
          guard let code = texts.intern(cell) else {
            report.add(
              line: Int(table.lines[row]),
              column: table.columns[column],
              GraphError.full().message
            )
            return
          }
          if names.isTaken(code, in: texts, for: nodes[row], self) {
            let name = String(decoding: cell, as: UTF8.self)
            report.add(
              line: Int(table.lines[row]),
              column: table.columns[column],
              GraphError.duplicate(schema[attribute.kind], attribute, name).message
            )
          }
          texts.setCode(code, at: Int(nodes[row]))
        }
        return
      }
      var reader = CellReader(type: attribute.type)
      for row in 0..<table.rowCount {
        let range = table.range(row: row, column: column)
        guard !range.isEmpty else { continue }
        let cell = UnsafeBufferPointer(rebasing: bytes[range])
        if let value = reader.value(of: cell), values.set(value, at: Int(nodes[row])) { continue }
        let text = String(decoding: cell, as: UTF8.self)
        report.add(
          line: Int(table.lines[row]),
          column: table.columns[column],
          GraphError.wrongType(attribute, .text(text)).message,
          nearest: NearestName.nearest(to: text, among: attribute.type.choices ?? [])
        )
      }
    }
  }

  /// Adds the links that columns of the things name.
  private mutating func loadLinks(
    of nodes: [NodeID],
    _ table: DataTable,
    _ kind: KindID,
    _ mapping: [(column: Int, target: LoadTarget)],
    _ report: inout LoadReport
  ) {
    for (column, target) in mapping {
      guard case .links(let relations, let rowIsLeft) = target else {
        switch target {
        case .attribute, .links: break
        case .start, .end, .part:
          report.add(
            line: 1,
            column: table.columns[column],
            "the column belongs to a link, and \(GraphError.article(schema[kind].singular)) is none"
          )
        }
        continue
      }
      var batch = LinkBatch(self, relations: relations)
      let kinds = relations.flatMap { rowIsLeft ? schema[$0].right : schema[$0].left }
      let names = CellNames(self, kinds: kinds, table: table, column: column)
      for (row, node) in nodes.enumerated() {
        let thing = Entity(kind: kind, node: node)
        names.forEach(in: row, separated: true, &report) { other, report in
          let (left, right) = rowIsLeft ? (thing, other) : (other, thing)
          batch.append(
            left,
            right,
            source: sources(of: thing),
            line: Int(table.lines[row]),
            column: table.columns[column],
            &report
          )
        }
      }
      report.links += batch.count
      batch.commit(to: &self)
    }
  }

  private func sources(of thing: Entity) -> UInt32 {
    things[thing.kind.index].sources[Int(thing.node)]
  }
}

/// Tells which keys and names are taken while a table is loaded, as
/// ``GraphBuilder/checkUnique(_:of:for:hasKey:)`` does for one thing.
private struct TakenNames {
  private let attribute: Attribute
  private let isUnique: Bool
  /// Whether two things may share the text if each has a key.
  private let canBeShared: Bool
  /// The texts of things without a key.
  private var keyless: Set<TextDictionary.Code> = []

  init(_ builder: GraphBuilder, _ attribute: Attribute, _ texts: TextColumn) {
    self.attribute = attribute
    isUnique = attribute.isKey || attribute.name == "name"
    let hasKeys = builder.schema[attribute.kind].attributes.contains { builder.schema[$0].isKey }
    canBeShared = !attribute.isKey && hasKeys
    guard isUnique, canBeShared else { return }
    for node in builder.things[attribute.kind.index].alive where Int(node) < texts.count {
      let code = texts.codes[Int(node)]
      if code != TextColumn.missing, !builder.hasKey(attribute.kind, node) {
        keyless.insert(code)
      }
    }
  }

  mutating func isTaken(
    _ code: TextDictionary.Code,
    in texts: TextColumn,
    for node: NodeID,
    _ builder: GraphBuilder
  ) -> Bool {
    guard isUnique else { return false }
    if canBeShared {
      if builder.hasKey(attribute.kind, node) { return keyless.contains(code) }
      keyless.insert(code)
    }
    let alive = builder.things[attribute.kind.index].alive
    return texts.hasNode(of: code) { $0 != node && alive.contains($0) }
  }
}
