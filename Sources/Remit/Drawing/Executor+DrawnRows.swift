// SPDX-License-Identifier: Apache-2.0

/// The things behind the rows of an answer.
extension Executor {
  /// The bindings that make the rows an answer shows, in its order: where only so
  /// many rows are wanted, those of these rows.
  ///
  /// - Parameters:
  ///   - plan: The plan of the query, with its shape.
  ///   - bindings: What the query has found.
  ///   - limit: How many rows are wanted.
  /// - Returns: For each row one binding, or several that are shown alike.
  /// - Throws: ``Stop``: cancelled, or too costly.
  func drawnRows(
    _ plan: LogicalPlan, _ bindings: Bindings, limit: Int? = nil
  ) throws(Stop) -> OrderedRows {
    var known = KnownColumns()
    switch plan {
    case .limit(let input, let count):
      return try drawnRows(input, bindings, limit: min(limit ?? .max, max(0, count)))
    case .limitEach(.project(let input, let columns), columns: let keys, let count):
      let rows = try sorted(bindings, by: input.sortKeys, &known)
      let whole = try groups(columns, of: rows, &known)
      let byKey = try groups(Array(columns.prefix(keys)), of: rows, &known)
      var counts: [Int: Int] = [:]
      var kept: [Int: Bool] = [:]
      let places = whole.indices.filter { row in
        if let isKept = kept[whole[row]] { return isKept }
        counts[byKey[row], default: 0] += 1
        let isKept = counts[byKey[row], default: 0] <= count
        kept[whole[row]] = isKept
        return isKept
      }
      return rows.picked(places)
    case .project(let input, let columns):
      let rows = try sorted(bindings, by: input.sortKeys, &known)
      guard let limit else { return rows }
      let groups: [Int]
      if columns.isEmpty {
        var numbers: [Entity: Int] = [:]
        groups = (rows.columns.first?.entities ?? []).map { head in
          let number = numbers[head] ?? numbers.count
          numbers[head] = number
          return number
        }
      } else {
        groups = try self.groups(columns, of: rows, &known)
      }
      return rows.picked(groups.indices.filter { groups[$0] < limit })
    default: return naturallySorted(bindings)
    }
  }

  /// For each row the number of its group: rows that are shown alike.
  private func groups(
    _ columns: [BoundColumn], of rows: OrderedRows, _ known: inout KnownColumns
  ) throws(Stop) -> [Int] {
    var shown: [AnswerColumn] = []
    for column in columns { shown.append(try self.column(of: column.term, rows, &known)) }
    return AnswerRows(shown, count: rows.count).groups(byFirst: columns.count)
  }
}

extension LogicalPlan {
  /// What the rows below a projection are sorted by.
  fileprivate var sortKeys: [BoundSort] { if case .sort(_, let keys) = self { keys } else { [] } }
}
