// SPDX-License-Identifier: Apache-2.0

/// The columns of some rows that have been evaluated so far: what is both shown
/// and sorted by is evaluated once.
struct KnownColumns {
  private var columns: [(term: BoundTerm, column: AnswerColumn)] = []

  /// The column of a term, if there is one.
  subscript(term: BoundTerm) -> AnswerColumn? {
    columns.first { $0.term == term }?.column
  }

  mutating func add(_ column: AnswerColumn, of term: BoundTerm) { columns.append((term, column)) }

  /// Leaves the rows at some places, in their order.
  mutating func pick(_ places: [Int]) {
    columns = columns.map { ($0.term, $0.column.picked(places)) }
  }
}

/// Terms evaluated of many rows at a time.
extension Executor {
  /// The values of a term in rows, evaluated once.
  func column(
    of term: BoundTerm, _ rows: OrderedRows, _ known: inout KnownColumns
  ) throws(Stop) -> AnswerColumn {
    if let column = known[term] { return column }
    let column = try column(of: term, rows)
    known.add(column, of: term)
    return column
  }

  /// The values of a term in rows.
  func column(of term: BoundTerm, _ rows: OrderedRows) throws(Stop) -> AnswerColumn {
    try budget.spend(rows.count)
    switch term {
    case .attribute(let attributes, .variable(let variable)):
      if let place = rows.variables.firstIndex(of: variable) {
        return attribute(attributes, of: rows.columns[place])
      }
    case .entity(.variable(let variable)):
      if let place = rows.variables.firstIndex(of: variable) {
        return labels(of: rows.columns[place])
      }
    case .count(let variable, let condition):
      if let numbers = try countsAlongLink(variable, condition, rows) { return .numbers(numbers) }
      return .numbers(try counts(variable, condition, rows))
    case .walk(.distance, from: let from, to: let to, let hops):
      if let numbers = try distances(from, to, hops, rows) { return .numbers(numbers) }
    default: break
    }
    let evaluation = try evaluation(term, bound: rows.variables)
    var frame = frame()
    var values: [Value?] = []
    values.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      rows.bind(row, in: &frame)
      values.append(try evaluation(&frame))
    }
    return .values(values)
  }

  /// For each row, how many things fulfil a condition.
  private func counts(
    _ variable: Variable, _ condition: BoundCondition, _ rows: OrderedRows
  ) throws(Stop) -> [Double] {
    let counting = try counting(variable, [condition], rows.variables, upTo: .max)
    var frame = frame()
    var counts: [Double] = []
    counts.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      rows.bind(row, in: &frame)
      counts.append(Double(try counting(&frame)))
    }
    return counts
  }

  /// The attribute of a list that belongs to the kind of each thing; a flag that
  /// is missing is no.
  func attribute(_ attributes: [AttributeID], of things: ThingColumn) -> AnswerColumn {
    let graph = graph
    if let kind = things.kind, graph.records[kind.index] == nil,
      let attribute = attributes.first(where: { graph.schema[$0].kind == kind }),
      let column = graph.column(of: attribute)
    {
      return .property(column, things.nodes)
    }
    var byKind = [AttributeID?](repeating: nil, count: graph.schema.kinds.count)
    for attribute in attributes.reversed() {
      byKind[graph.schema[attribute].kind.index] = attribute
    }
    let read = byKind
    return .made { row in
      let thing = things[row]
      guard let attribute = read[thing.kind.index] else { return nil }
      let isFlag = graph.schema[attribute].type == .flag
      return graph.value(of: attribute, for: thing.node) ?? (isFlag ? .flag(false) : nil)
    }
  }

  /// What things are called in an answer.
  func labels(of things: ThingColumn) -> AnswerColumn {
    let graph = graph
    return .made { .text(graph.label(of: things[$0])) }
  }
}
