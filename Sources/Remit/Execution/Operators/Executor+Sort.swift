// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The rows in natural order: by the head, then by the other variables.
  func naturallySorted(_ bindings: Bindings) -> OrderedRows {
    guard case .things(let variable, let set) = bindings else {
      let rows = listed(bindings)
      let columns = rows.columns.map { (SortColumn.places(places(of: $0)), isDescending: false) }
      return rows.picked(SortOrder.order(columns, count: rows.count, limit: nil))
    }
    var column = ThingColumn()
    for (kind, nodes) in set.parts {
      if graph.records[kind.index] == nil {
        column.append(kind, graph.sorted(kind, nodes.nodes))
      } else {
        let things = nodes.map { Entity(kind: kind, node: $0) }
        column.append(kind, graph.sorted(things).map(\.node))
      }
    }
    return OrderedRows(variables: [variable], columns: [column])
  }

  /// The rows in the order of keys; those that are equal by them in natural order.
  ///
  /// - Parameters:
  ///   - bindings: The rows.
  ///   - keys: The keys.
  ///   - limit: How many rows are wanted.
  ///   - known: Is given the columns evaluated of the keys, in the order of the rows.
  /// - Returns: The rows, or the first of them.
  /// - Throws: ``Stop``, if evaluating the keys costs too much.
  func sorted(
    _ bindings: Bindings, by keys: [BoundSort], limit: Int? = nil, _ known: inout KnownColumns
  ) throws(Stop) -> OrderedRows {
    guard !keys.isEmpty else { return naturallySorted(bindings).prefix(limit) }
    let rows = listed(bindings)
    var sorting: [(SortColumn, isDescending: Bool)] = []
    let isLimited = limit.map { $0 < rows.count } ?? false
    for key in keys {
      guard let term = key.term else { continue }
      let column = try column(of: term, rows, &known)
      sorting.append((SortColumn(column, count: rows.count, isLimited: isLimited), key.descending))
    }
    for column in rows.columns { sorting.append((natural(column, isLimited: isLimited), false)) }
    try budget.spend(rows.count)
    let order = SortOrder.order(sorting, count: rows.count, limit: limit)
    known.pick(order)
    return rows.picked(order)
  }

  /// The rows by the numbers of their things.
  private func listed(_ bindings: Bindings) -> OrderedRows {
    switch bindings {
    case .things(let variable, let set):
      var column = ThingColumn()
      for (kind, nodes) in set.parts { column.append(kind, nodes.nodes) }
      return OrderedRows(variables: [variable], columns: [column])
    case .rows(let rows):
      let width = rows.variables.count
      let columns = (0..<width).map { column in
        ThingColumn(
          stride(from: column, to: rows.cells.count, by: width).lazy.map { rows.cells[$0] })
      }
      return OrderedRows(variables: rows.variables, columns: columns)
    }
  }

  /// The natural order of a column as a key to sort by.
  private func natural(_ column: ThingColumn, isLimited: Bool) -> SortColumn {
    guard isLimited, let kind = column.kind, graph.records[kind.index] == nil else {
      return .places(places(of: column))
    }
    let (graph, nodes) = (graph, column.nodes)
    return .placesAsked { graph.rank(of: Entity(kind: kind, node: nodes[$0])) }
  }

  /// The place of each thing of a column in natural order.
  private func places(of column: ThingColumn) -> [UInt32] {
    if let kind = column.kind, graph.records[kind.index] == nil {
      return column.nodes.map { graph.rank(of: Entity(kind: kind, node: $0)) }
    }
    var places: [Entity: UInt32] = [:]
    for (place, thing) in graph.sorted(Set(column.entities).sorted()).enumerated() {
      places[thing] = UInt32(truncatingIfNeeded: place)
    }
    return column.entities.map { places[$0] ?? 0 }
  }
}
