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
    guard let first = given.first else {
      for row in 0..<table.rowCount { reportUnnamed(row, given, table, declaration, &report) }
      return nodes
    }
    table.withCells(of: first) { cells in
      for row in 0..<table.rowCount
      where cells.range(row).isEmpty
        && given.allSatisfy({ table.range(row: row, column: $0).isEmpty })
      {
        reportUnnamed(row, given, table, declaration, &report)
      }
    }
    return nodes
  }

  private func reportUnnamed(
    _ row: Int, _ given: [Int], _ table: DataTable, _ kind: Kind, _ report: inout LoadReport
  ) {
    report.add(
      line: Int(table.lines[row]),
      column: given.count == 1 ? table.columns[given[0]] : nil,
      GraphError.unnamed(kind, schema.namingAttributes(of: kind.id).map { schema[$0].name })
        .message
    )
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
    if things[kind.index].unknown.isEmpty {
      return Array(appendThings(kind, sources: numbers))
    }
    var nodes: [NodeID] = []
    nodes.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let names = columns.compactMap { column, attribute -> (AttributeID, Value)? in
        let range = table.range(row: row, column: column)
        guard !range.isEmpty else { return nil }
        return (attribute, .text(String(decoding: table.bytes[range], as: UTF8.self)))
      }
      if let unknown = unknownThing(kind, named: names)?.node {
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

  /// Adds the links that columns of the things name.
  private mutating func loadLinks(
    of nodes: [NodeID],
    _ table: DataTable,
    _ kind: KindID,
    _ mapping: [(column: Int, target: LoadTarget)],
    _ report: inout LoadReport
  ) {
    for (column, target) in mapping {
      guard case .links(let relations, let rowIsLeft, let property) = target else {
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
      let names = CellNames(
        self, kinds: kinds, by: property, table: table, column: column)
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
