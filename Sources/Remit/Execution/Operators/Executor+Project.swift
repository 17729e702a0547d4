// SPDX-License-Identifier: Apache-2.0

/// An answer without what is said about it.
struct AnswerTable {
  var columns: [QueryResult.Column]
  var rows: [[Value?]]
}

extension Executor {
  /// The answer a plan makes of the bindings the query asks for.
  func table(_ plan: LogicalPlan, _ bindings: Rows) throws(Stop) -> AnswerTable {
    switch plan {
    case .limit(let input, let count):
      var table = try table(input, bindings)
      table.rows = Array(table.rows.prefix(max(0, count)))
      return table
    case .project(let input, let columns):
      var rows = naturallySorted(bindings)
      if case .sort(_, let keys) = input { rows = try sort(rows, by: keys) }
      return columns.isEmpty ? try showHeads(rows) : try project(rows, columns)
    case .limitEach(let input, columns: let columns, let count):
      var table = try table(input, bindings)
      var counts: [[Value?]: Int] = [:]
      table.rows = table.rows.filter { row in
        counts[Array(row.prefix(columns)), default: 0] += 1
        return counts[Array(row.prefix(columns)), default: 0] <= count
      }
      return table
    case .aggregate(_, let measure, keys: let keys, part: let part):
      return try aggregate(bindings, measure, keys, sort: [], part: part)
    case .sort(.aggregate(_, let measure, keys: let keys, part: let part), let sort):
      return try aggregate(bindings, measure, keys, sort: sort, part: part)
    case .periods(_, each: let each, let periods):
      return try self.periods(periods, of: bindings, each: each)
    default:
      // INVARIANT: the planner puts one of these round every query.
      assertionFailure("a plan without a shape")
      return AnswerTable(columns: [], rows: [])
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

  /// Distinct rows of columns, in the order in which they are first met.
  private func project(_ rows: Rows, _ columns: [BoundColumn]) throws(Stop) -> AnswerTable {
    var evaluations: [Evaluation] = []
    for column in columns {
      evaluations.append(try evaluation(column.term, bound: rows.variables))
    }
    var frame = frame()
    let keys = keyColumns(of: rows, columns)
    var seen: Set<[Value?]> = []
    var result: [[Value?]] = []
    for index in 0..<rows.count {
      try budget.spend(columns.count)
      bind(rows, index, in: &frame)
      var row: [Value?] = []
      row.reserveCapacity(columns.count)
      for evaluation in evaluations { row.append(try evaluation(&frame)) }
      // A row that says of each thing which it is cannot come twice.
      if keys.isEmpty || keys.contains(where: { row[$0] == nil }) {
        guard seen.insert(row).inserted else { continue }
      }
      try budget.keep(rows: 1, bytes: columns.count &* 48)
      result.append(row)
    }
    return AnswerTable(
      columns: columns.map {
        QueryResult.Column(title: $0.title, isNumeric: isNumeric($0.term))
      },
      rows: result
    )
  }

  /// For each variable of the rows a column with the key of its thing; none, if
  /// one of them has no such column.
  private func keyColumns(of rows: Rows, _ columns: [BoundColumn]) -> [Int] {
    var found: [Int] = []
    for variable in rows.variables {
      let place = columns.firstIndex { column in
        guard case .attribute(let attributes, .variable(variable)) = column.term else {
          return false
        }
        return attributes.count == 1 && kinds(variable) == [graph.schema[attributes[0]].kind]
          && graph.schema[attributes[0]].isKey
      }
      guard let place else { return [] }
      found.append(place)
    }
    return found
  }

  /// The heads by key, and name or title; with their kind where kinds are mixed.
  func showHeads(_ rows: Rows) throws(Stop) -> AnswerTable {
    let width = max(1, rows.variables.count)
    let heads = stride(from: 0, to: rows.cells.count, by: width).map { rows.cells[$0] }
      .removingRepetitionsInRow()
    try budget.keep(rows: heads.count, bytes: heads.count &* 96)
    try budget.spend(heads.count)
    let kinds = rows.variables.first.map { self.kinds($0) } ?? []
    if kinds.count == 1 {
      let attributes = graph.schema.displayAttributes(of: kinds[0])
      guard !attributes.isEmpty else {
        return AnswerTable(
          columns: [QueryResult.Column(title: graph.schema[kinds[0]].singular, isNumeric: false)],
          rows: heads.map { [.text(graph.label(of: $0))] }
        )
      }
      return AnswerTable(
        columns: attributes.map {
          QueryResult.Column(
            title: graph.schema[$0].name,
            isNumeric: graph.schema[$0].type == .number
          )
        },
        rows: heads.map { head in attributes.map { graph.value(of: $0, for: head.node) } }
      )
    }
    let titles = kinds.compactMap { kind -> String? in
      let attributes = graph.schema.displayAttributes(of: kind)
      return attributes.count > 1 ? graph.schema[attributes[1]].name : nil
    }
    let firsts = kinds.compactMap { graph.schema.displayAttributes(of: $0).first }
    let first = Set(firsts.map { graph.schema[$0].name }).count == 1 ? firsts.first : nil
    var columns = ["kind", first.map { graph.schema[$0].name } ?? "thing"].map {
      QueryResult.Column(title: $0, isNumeric: false)
    }
    // Columns follow from the question, never from what was found.
    if let title = titles.first {
      let title = Set(titles).count == 1 ? title : "title"
      columns.append(QueryResult.Column(title: title, isNumeric: false))
    }
    return AnswerTable(
      columns: columns,
      rows: heads.map { head in
        var row: [Value?] = [
          .text(graph.schema[head.kind].singular), .text(graph.label(of: head)),
        ]
        if columns.count > 2 {
          let attributes = graph.schema.displayAttributes(of: head.kind)
          row.append(
            attributes.count > 1 ? graph.value(of: attributes[1], for: head.node) : nil
          )
        }
        return row
      }
    )
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
