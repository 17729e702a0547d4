// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The answer a plan makes of the bindings the query asks for; no more rows
  /// than a limit.
  func table(
    _ plan: LogicalPlan, _ bindings: Bindings, limit: Int? = nil
  ) throws(Stop) -> AnswerTable {
    switch plan {
    case .limit(let input, let count):
      return try table(input, bindings, limit: min(limit ?? .max, max(0, count)))
    case .project(let input, let columns):
      var keys: [BoundSort] = []
      if case .sort(_, let sort) = input { keys = sort }
      return try project(bindings, columns, sortedBy: keys, limit: limit)
    case .limitEach(let input, columns: let columns, let count):
      var table = try table(input, bindings)
      var counts: [Int: Int] = [:]
      let kept = table.rows.groups(byFirst: columns).enumerated().filter { _, group in
        counts[group, default: 0] += 1
        return counts[group, default: 0] <= count
      }
      table.rows = table.rows.picked(kept.map(\.offset)).prefix(limit)
      return table
    case .aggregate(_, let measure, keys: let keys, part: let part):
      return try aggregate(bindings, measure, keys, sort: [], part: part, limit: limit)
    case .sort(.aggregate(_, let measure, keys: let keys, part: let part), let sort):
      return try aggregate(bindings, measure, keys, sort: sort, part: part, limit: limit)
    case .periods(_, each: let each, let periods):
      var table = try self.periods(periods, of: bindings, each: each)
      table.rows = table.rows.prefix(limit)
      return table
    default:
      // INVARIANT: the planner puts one of these round every query.
      assertionFailure("a plan without a shape")
      return AnswerTable(columns: [], rows: .made([]))
    }
  }

  /// The bindings below the shape of a plan.
  static func bindings(of plan: LogicalPlan) -> LogicalPlan {
    switch plan {
    case .limit(let input, _), .limitEach(let input, columns: _, _), .project(let input, _),
      .sort(let input, _), .aggregate(let input, _, keys: _, part: _),
      .periods(let input, each: _, _):
      bindings(of: input)
    default: plan
    }
  }

  /// Distinct rows of columns, in the order in which they are first met; without
  /// columns, the heads.
  private func project(
    _ bindings: Bindings, _ columns: [BoundColumn], sortedBy keys: [BoundSort], limit: Int?
  ) throws(Stop) -> AnswerTable {
    var known = KnownColumns()
    guard !columns.isEmpty else {
      let most = bindings.isOfOneVariable ? limit : nil
      return try showHeads(sorted(bindings, by: keys, limit: most, &known), limit: limit)
    }
    // A row that says of each thing which it is cannot come twice.
    let isDistinct = !bindings.mayBeSeveral || tellsApart(bindings, columns)
    let rows = try sorted(bindings, by: keys, limit: isDistinct ? limit : nil, &known)
    var shown: [AnswerColumn] = []
    shown.reserveCapacity(columns.count)
    for column in columns {
      shown.append(
        // What is evaluated once need not be kept.
        keys.isEmpty && columns.count == 1
          ? try self.column(of: column.term, rows)
          : try self.column(of: column.term, rows, &known))
    }
    var result = AnswerRows(shown, count: rows.count)
    if !isDistinct, rows.count > 1 {
      try budget.spend(rows.count)
      result = result.distinct(byFirst: columns.count)
    }
    if !isDistinct { result = result.prefix(limit) }
    try budget.keep(rows: result.count, bytes: result.count &* columns.count &* 48)
    return AnswerTable(
      columns: columns.map {
        QueryResult.Column(title: $0.title, isNumeric: isNumeric($0.term))
      },
      rows: result
    )
  }

  /// Whether for each variable of the rows a column shows the key of its thing,
  /// and each thing has one.
  private func tellsApart(_ bindings: Bindings, _ columns: [BoundColumn]) -> Bool {
    bindings.variables.allSatisfy { variable in
      columns.contains { column in
        guard case .attribute(let attributes, .variable(variable)) = column.term,
          attributes.count == 1, kinds(variable) == [graph.schema[attributes[0]].kind]
        else { return false }
        let key = attributes[0]
        return graph.schema[key].isKey && isKnown(key, of: bindings)
      }
    }
  }

  /// Whether each thing in bindings has a value.
  private func isKnown(_ attribute: AttributeID, of bindings: Bindings) -> Bool {
    let kind = graph.schema[attribute].kind
    switch bindings {
    case .things(_, let set): return set[kind].map { graph.isKnown(attribute, of: $0) } ?? true
    case .rows(let rows):
      var things = NodeSet(capacity: graph.capacity(of: kind))
      for thing in rows.cells where thing.kind == kind { things.insert(thing.node) }
      return graph.isKnown(attribute, of: things)
    }
  }

  /// The heads by key, and name or title; with their kind where kinds are mixed.
  func showHeads(_ rows: OrderedRows, limit: Int? = nil) throws(Stop) -> AnswerTable {
    var heads = rows.columns.first ?? ThingColumn()
    if rows.variables.count > 1 {
      let places = (0..<heads.count).filter { $0 == 0 || heads[$0] != heads[$0 - 1] }
      heads = heads.picked(limit.map { Array(places.prefix($0)) } ?? places)
    }
    try budget.keep(rows: heads.count, bytes: heads.count &* 96)
    try budget.spend(heads.count)
    let kinds = rows.variables.first.map { self.kinds($0) } ?? []
    return kinds.count == 1 ? show(heads, of: kinds[0]) : show(heads, of: kinds)
  }

  private func show(_ heads: ThingColumn, of kind: KindID) -> AnswerTable {
    let attributes = graph.schema.displayAttributes(of: kind)
    guard !attributes.isEmpty else {
      return AnswerTable(
        columns: [QueryResult.Column(title: graph.schema[kind].singular, isNumeric: false)],
        rows: AnswerRows([labels(of: heads)], count: heads.count)
      )
    }
    return AnswerTable(
      columns: attributes.map {
        QueryResult.Column(
          title: graph.schema[$0].name,
          isNumeric: graph.schema[$0].type == .number
        )
      },
      rows: AnswerRows(attributes.map { attribute([$0], of: heads) }, count: heads.count)
    )
  }

  private func show(_ heads: ThingColumn, of kinds: [KindID]) -> AnswerTable {
    let graph = graph
    let titles = kinds.compactMap { kind -> String? in
      let attributes = graph.schema.displayAttributes(of: kind)
      return attributes.count > 1 ? graph.schema[attributes[1]].name : nil
    }
    let firsts = kinds.compactMap { graph.schema.displayAttributes(of: $0).first }
    let first = Set(firsts.map { graph.schema[$0].name }).count == 1 ? firsts.first : nil
    var columns = ["kind", first.map { graph.schema[$0].name } ?? "thing"].map {
      QueryResult.Column(title: $0, isNumeric: false)
    }
    var shown: [AnswerColumn] = [
      .made { .text(graph.schema[heads[$0].kind].singular) }, labels(of: heads),
    ]
    // Columns follow from the question, never from what was found.
    if let title = titles.first {
      let title = Set(titles).count == 1 ? title : "title"
      columns.append(QueryResult.Column(title: title, isNumeric: false))
      shown.append(
        .made { row in
          let attributes = graph.schema.displayAttributes(of: heads[row].kind)
          return attributes.count > 1 ? graph.value(of: attributes[1], for: heads[row].node) : nil
        })
    }
    return AnswerTable(columns: columns, rows: AnswerRows(shown, count: heads.count))
  }

  /// Whether all values of a term are numbers.
  func isNumeric(_ term: BoundTerm) -> Bool {
    switch term {
    case .value(.number), .count, .arithmetic, .daysBetween, .walk(.distance, from: _, to: _, _):
      true
    case .parameter(let name, _):
      if case .number? = execution.parameters[name] { true } else { false }
    case .attribute(let attributes, _):
      attributes.allSatisfy { graph.schema[$0].type == .number }
    case .aggregate(_, let value, _, _): isNumeric(value)
    case .value, .today, .calendar, .entity, .list, .shifted, .walk(.path, from: _, to: _, _): false
    }
  }
}
