// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Adds a link for each row of a table.
  ///
  /// When anything is wrong nothing is loaded, and all that is wrong is
  /// reported.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - relations: The signatures of the verb; the kinds of the two things a
  ///     row names decide which is meant.
  ///   - left: The column that names the thing at the left end.
  ///   - right: The column that names the thing at the right end.
  ///   - mapping: What further columns say.
  ///   - concurrently: Does several things at a time, if the host can; what comes of
  ///     them is the same.
  /// - Returns: How much was added, or what was wrong.
  /// - Complexity: O(*cells*), and O(*links*) of the relations on ``build()``.
  mutating func load(
    table: DataTable,
    relations: [RelationID],
    left: LoadEnd,
    right: LoadEnd,
    mapping: [(column: Int, target: LoadTarget)],
    concurrently: Concurrently? = nil
  ) -> LoadReport {
    var report = LoadReport()
    var draft = self
    let concurrently = table.rowCount > Concurrency.worthAThread ? concurrently : nil
    let numbers = draft.sources.numbers(file: table.name, lines: table.lines)
    var batch = LinkBatch(self, relations: relations)
    let columns = mapping.map { LinkColumn(self, $0.column, $0.target, relations, table) }
    let known = self
    let (lefts, rights) = Concurrency.both(
      concurrently,
      { CellNames(known, left, table) },
      { CellNames(known, right, table) })
    if !appendAll(table, columns, lefts, rights, numbers, to: &batch, concurrently) {
      var readers = columns
      table.bytes.withUnsafeBufferPointer { bytes in
        for row in 0..<table.rowCount {
          loadRow(row, table, bytes, lefts, rights, &readers, &batch, numbers[row], &report)
        }
      }
    }
    report.links = batch.count
    report.sort()
    guard report.isLoaded else { return report }
    batch.commit(to: &draft)
    self = draft
    return report
  }

  /// Adds the links of all rows at once, if they are alike.
  private func appendAll(
    _ table: DataTable, _ columns: [LinkColumn], _ lefts: CellNames, _ rights: CellNames,
    _ sources: [UInt32], to batch: inout LinkBatch, _ concurrently: Concurrently?
  ) -> Bool {
    var (start, end): (Int?, Int?)
    for column in columns {
      switch column.role {
      case .start where start == nil: start = column.column
      case .end where end == nil: end = column.column
      case .start, .end, .attribute, .part: return false
      }
    }
    guard
      let links = LinkColumns(table, lefts, rights, start: start, end: end, concurrently)
    else {
      return false
    }
    return batch.append(links, sources: sources)
  }

  private func loadRow(
    _ row: Int,
    _ table: DataTable,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lefts: CellNames,
    _ rights: CellNames,
    _ columns: inout [LinkColumn],
    _ batch: inout LinkBatch,
    _ source: UInt32,
    _ report: inout LoadReport
  ) {
    let line = Int(table.lines[row])
    let left = end(lefts, row, &report)
    let right = end(rights, row, &report)
    var from: Day?
    var until: Day?
    var isReadable = true
    for index in columns.indices {
      let range = table.range(row: row, column: columns[index].column)
      columns[index].read(UnsafeBufferPointer(rebasing: bytes[range]), row, &report)
      isReadable = isReadable && columns[index].isReadable
      switch (columns[index].role, columns[index].value) {
      case (.start, .day(let day)?): from = day
      case (.end, .day(let day)?): until = day
      default: break
      }
    }
    guard let left, let right, isReadable,
      let place = batch.append(
        left,
        right,
        from: from,
        until: until,
        source: source,
        line: line,
        column: nil,
        &report
      )
    else { return }
    let relation = batch.relation(at: place)
    for column in columns {
      switch column.role {
      case .start, .end: break
      case .attribute(let attribute):
        guard let value = column.value else { continue }
        if !relation.attributes.contains(attribute)
          || !batch.set(value, of: attribute, at: place)
        {
          report.add(
            line: line,
            column: table.columns[column.column],
            "a link to \(GraphError.article(schema[right.kind].singular)) has no '\(schema[attribute].name)'"
          )
        }
      case .part(let parts):
        guard let entity = column.entity else { continue }
        let part = parts.first {
          relation.parts.contains($0) && schema[$0].right.contains(entity.kind)
        }
        guard let part else {
          report.add(
            line: line,
            column: table.columns[column.column],
            "\(GraphError.article(schema[entity.kind].singular)) cannot be part of '\(relation.name)'"
          )
          continue
        }
        batch.add(part: part, entity, at: place)
      }
    }
  }

  private func end(_ names: CellNames, _ row: Int, _ report: inout LoadReport) -> Entity? {
    guard !names.table.range(row: row, column: names.column).isEmpty else {
      report.add(
        line: Int(names.table.lines[row]),
        column: names.table.columns[names.column],
        "the name is missing"
      )
      return nil
    }
    var found: Entity?
    names.forEach(in: row, separated: false, &report) { entity, _ in found = entity }
    return found
  }
}

/// Reads one column of a table of links, row by row.
private struct LinkColumn {
  enum Role {
    case start
    case end
    case attribute(AttributeID)
    case part([RelationID])
  }

  let column: Int
  let role: Role
  /// The value in the present row.
  private(set) var value: Value?
  /// The thing named in the present row.
  private(set) var entity: Entity?
  /// Whether the present row has no value, or one that could be read.
  private(set) var isReadable = true
  private var reader: CellReader
  private let type: ValueType
  private let name: String
  private let names: CellNames?
  private let table: DataTable

  init(
    _ builder: GraphBuilder,
    _ column: Int,
    _ target: LoadTarget,
    _ relations: [RelationID],
    _ table: DataTable
  ) {
    self.column = column
    self.table = table
    var type = ValueType.date
    var names: CellNames?
    switch target {
    case .start: role = .start
    case .end: role = .end
    case .attribute(let id):
      switch builder.schema[id].source {
      case .linkStart: role = .start
      case .linkEnd: role = .end
      case .stored, .linkRelation, .membership, .rowName, .host:
        role = .attribute(id)
        type = builder.schema[id].type
      }
    case .part(let parts, let property), .links(let parts, _, let property):
      role = .part(parts)
      names = CellNames(
        builder,
        kinds: parts.flatMap { builder.schema[$0].right },
        by: property,
        table: table,
        column: column
      )
    }
    self.type = type
    self.names = names
    name = column < table.columns.count ? table.columns[column] : ""
    reader = CellReader(type: type)
  }

  mutating func read(
    _ cell: UnsafeBufferPointer<UInt8>,
    _ row: Int,
    _ report: inout LoadReport
  ) {
    value = nil
    entity = nil
    isReadable = true
    guard !cell.isEmpty else { return }
    if let names {
      var found: Entity?
      names.forEach(in: row, separated: false, &report) { entity, _ in found = entity }
      entity = found
      isReadable = found != nil
      return
    }
    value = reader.value(of: cell)
    guard value == nil else { return }
    isReadable = false
    let text = String(decoding: cell, as: UTF8.self)
    report.add(
      line: Int(table.lines[row]),
      column: name,
      "'\(text)' is no value of the type \(type.phrase)",
      nearest: NearestName.nearest(to: text, among: type.choices ?? []),
      text: type.choices == nil ? nil : text
    )
    if type == .date { report.add(date: text, column: name) }
  }
}
