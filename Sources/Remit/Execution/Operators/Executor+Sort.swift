// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The rows in natural order: by the head, then by the other variables.
  func naturallySorted(_ rows: Rows) -> Rows {
    guard rows.variables.count > 1 else {
      return Rows(variables: rows.variables, cells: graph.sorted(rows.cells))
    }
    // By kind and number, the place of each thing among all that occur.
    var ranks = [[UInt64]](repeating: [], count: graph.schema.kinds.count)
    let things = EntitySet(of: rows.cells, in: graph)
    for part in things.parts {
      ranks[part.kind.index] = [UInt64](repeating: 0, count: part.nodes.capacity)
    }
    for (rank, entity) in graph.sorted(things.entities).enumerated() {
      ranks[entity.kind.index][Int(entity.node)] = UInt64(rank)
    }
    let keys = rows.cells.map { ranks[$0.kind.index][Int($0.node)] }
    let order = Rows.order(keys, width: rows.variables.count)
    return Rows(variables: rows.variables, cells: order.flatMap { rows.row($0) })
  }

  /// The rows in the order of keys; rows that are equal by them stay in order.
  func sort(_ rows: Rows, by keys: [BoundSort]) throws(Stop) -> Rows {
    var evaluations: [(Evaluation, isDescending: Bool)] = []
    for key in keys {
      guard let term = key.term else { continue }
      evaluations.append((try evaluation(term, bound: rows.variables), key.descending))
    }
    var frame = frame()
    var values: [[Value?]] = []
    for index in 0..<rows.count {
      try budget.spend(evaluations.count)
      bind(rows, index, in: &frame)
      var row: [Value?] = []
      for (evaluation, _) in evaluations { row.append(try evaluation(&frame)) }
      values.append(row)
    }
    let directions = evaluations.map(\.isDescending)
    let order = SortOrder.order(values, descending: directions)
    return Rows(variables: rows.variables, cells: order.flatMap { rows.row($0) })
  }

  /// Puts the things of a row into their slots.
  func bind(_ rows: Rows, _ index: Int, in frame: inout Frame) {
    for (variable, entity) in zip(rows.variables, rows.row(index)) {
      frame.slots[variable.index] = entity
    }
  }
}

/// The order of rows by values, a missing value always being last.
enum SortOrder {
  /// The places of the rows in order; equal rows keep theirs.
  static func order(_ rows: [[Value?]], descending: [Bool]) -> [Int] {
    rows.indices.sorted { left, right in
      for (column, isDescending) in descending.enumerated() {
        let order = compare(rows[left][column], rows[right][column], isDescending)
        if order != 0 { return order < 0 }
      }
      return left < right
    }
  }

  static func compare(_ lhs: Value?, _ rhs: Value?, _ isDescending: Bool = false) -> Int {
    switch (lhs, rhs) {
    case (nil, nil): return 0
    case (nil, _): return 1
    case (_, nil): return -1
    case (let lhs?, let rhs?):
      let order = Value.order(lhs, rhs)
      return isDescending ? -order : order
    }
  }
}
