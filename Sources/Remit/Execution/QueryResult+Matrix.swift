// SPDX-License-Identifier: Apache-2.0

extension QueryResult {
  /// A column whose values head columns of a matrix.
  struct Across {
    var place: Int
    /// The heading it has been given.
    var heading: String?
  }

  /// What a value takes in a row, and its share of what holds the row.
  private static let bytesOfCell = 48

  /// Arranges the rows as a matrix.
  ///
  /// What stands before the first column that goes across stays at the left, a row
  /// for each of its combinations. Each value of a column that goes across heads a
  /// column, in order. In the cells stands what the other columns hold; where they
  /// hold nothing, the heading of the column the value is from, or a tick.
  ///
  /// - Parameters:
  ///   - across: The columns that go across, in order; the first is not at place 0.
  ///   - isMeasured: Whether a row without a value that goes across is a group too,
  ///     shown last, as those of a measure are.
  ///   - countsNone: Whether an empty cell is the number 0.
  ///   - first: How many rows of the matrix are wanted.
  ///   - budget: What may be used.
  /// - Returns: The matrix.
  /// - Throws: ``Stop``: cancelled, or too large.
  /// - Complexity: O(cells of the matrix + values of the answer).
  func spread(
    _ across: [Across], isMeasured: Bool, countsNone: Bool, first: Int?,
    _ budget: Budget
  ) throws(Stop) -> QueryResult {
    let places = Set(across.map(\.place))
    guard let left = across.first?.place else { return self }
    let content = columns.indices.filter { $0 > left && !places.contains($0) }
    // The values of the answer are made for this.
    try budget.keep(bytes: rowCount &* columns.count &* QueryResult.bytesOfCell)
    var rowNumbers: [[Value?]: Int] = [:]
    var heads: [Value?: Int] = [:]
    // The values of a cell, by its row and by the number of its head.
    var cells: [[Int: [Value]]] = []
    var keys: [[Value?]] = []
    for row in rows {
      // So are those of the lists in its cells, which it keeps meanwhile.
      let listed = row.reduce(0) { $0 + ($1?.countInList ?? 0) }
      try budget.keep(bytes: listed &* QueryResult.bytesOfCell)
      let key = Array(row.prefix(left))
      let number = rowNumbers[key] ?? keys.count
      if number == keys.count {
        if let first, number >= first { continue }
        try budget.keep(bytes: (left &+ 4) &* QueryResult.bytesOfCell)
        rowNumbers[key] = number
        keys.append(key)
        cells.append([:])
      }
      for column in across {
        let mark = column.heading ?? (across.count > 1 ? columns[column.place].title : "✓")
        let held = content.flatMap { row[$0].map(\.parts) ?? [] }
        let shown = held.isEmpty ? [.text(mark)] : held
        let values: [Value?] = row[column.place].map(\.parts) ?? (isMeasured ? [nil] : [])
        for head in values {
          let place = heads[head] ?? heads.count
          let known = cells[number][place]?.count ?? 0
          // Each value is compared with those that stand there.
          try budget.spend(1 &+ shown.count &* (1 &+ known))
          try budget.keep(bytes: (shown.count &+ (known == 0 ? 2 : 0)) &* QueryResult.bytesOfCell)
          heads[head] = place
          for value in shown where cells[number][place]?.contains(value) != true {
            cells[number][place, default: []].append(value)
          }
        }
      }
    }
    try budget.spend(sorting: heads.count)
    let order = heads.sorted { SortOrder.compare($0.key, $1.key) < 0 }
    try budget.keep(
      rows: keys.count, bytes: keys.count &* (left &+ order.count) &* QueryResult.bytesOfCell)
    try budget.spend(keys.count &* (1 &+ order.count))
    var result = self
    let none: Value? = countsNone ? .number(0) : nil
    result.rows = keys.indices.map { row in
      keys[row] + order.map { cells[row][$0.value]?.joined ?? none }
    }
    result.form = .matrix(left: left)
    result.columns =
      columns.prefix(left)
      + order.enumerated().map { place, head in
        let values = result.rows.compactMap { $0[left + place] }
        let isNumeric = values.allSatisfy { if case .number = $0 { true } else { false } }
        return Column(
          title: head.key?.description ?? "unknown", isNumeric: isNumeric && !values.isEmpty)
      }
    return result
  }
}

extension Value {
  /// The values of a list, or the value itself.
  fileprivate var parts: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// How many values stand in it beside itself.
  fileprivate var countInList: Int { if case .list(let values) = self { values.count } else { 0 } }
}

extension [Value] {
  /// All in one cell.
  fileprivate var joined: Value? { count > 1 ? .list(self) : first }
}
