// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// A span of days, `until` not included.
  private struct Span {
    /// The place of the thing among the heads.
    var head: Int
    var from: Int32
    var until: Int32
  }

  /// The longest spans of days on which a condition holds: of each thing its
  /// own, in natural order, or of the condition alone.
  ///
  /// The condition is evaluated on the days on which it can change.
  ///
  /// - Complexity: O(days on which it can change · cost of the condition).
  func periods(
    _ periods: BoundPeriods, of bindings: Bindings, each: LogicalPlan
  ) throws(Stop) -> AnswerTable {
    let heads = naturallySorted(bindings).columns[0].entities
    var spans: [Span] = []
    var frame = frame()
    if case .day(let first)? = try evaluation(periods.first, bound: [])(&frame),
      case .day(let last)? = try evaluation(periods.last, bound: [])(&frame), first <= last
    {
      let days = try ChangeDays.find(
        of: periods.when, in: self, from: first.number, to: last.number)
      spans =
        periods.isOfThings
        ? try self.spans(of: heads, each, days, until: last.number + 1)
        : try self.spans(of: periods.when, days, until: last.number + 1)
    }
    return try table(spans, periods, heads)
  }

  private func spans(
    of heads: [Entity], _ each: LogicalPlan, _ days: [Int32], until end: Int32
  ) throws(Stop) -> [Span] {
    let all = EntitySet(of: heads, in: graph)
    let places = Dictionary(
      heads.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var open = EntitySet()
    var starts: [Entity: Int32] = [:]
    var found: [Span] = []
    func close(_ things: EntitySet, on day: Int32) throws(Stop) {
      for thing in things.entities {
        try budget.spend()
        try budget.keep(rows: 1, bytes: 24)
        found.append(Span(head: places[thing] ?? 0, from: starts[thing] ?? day, until: day))
      }
    }
    for day in days {
      let holding = try onDay(day) { (executor) throws(Stop) in
        try executor.set(each, within: all)
      }
      try close(open.subtracting(holding), on: day)
      for thing in holding.subtracting(open).entities { starts[thing] = day }
      try budget.spend(holding.count)
      open = holding
    }
    try close(open, on: end)
    return found.sorted { ($0.head, $0.from) < ($1.head, $1.from) }
  }

  private func spans(
    of condition: BoundCondition, _ days: [Int32], until end: Int32
  ) throws(Stop) -> [Span] {
    var start: Int32?
    var found: [Span] = []
    for day in days {
      let holds = try onDay(day) { (executor) throws(Stop) in
        var frame = executor.frame()
        return try executor.test(condition, bound: [])(&frame)
      }
      if holds, start == nil { start = day }
      if !holds, let from = start {
        found.append(Span(head: 0, from: from, until: day))
        start = nil
      }
    }
    if let from = start { found.append(Span(head: 0, from: from, until: end)) }
    return found
  }

  // MARK: Rows

  /// The rows of some spans, with what is shown of their heads.
  private func table(
    _ spans: [Span], _ periods: BoundPeriods, _ heads: [Entity]
  ) throws(Stop) -> AnswerTable {
    var columns: [QueryResult.Column] = []
    var shown: [[Value?]] = []
    let head = execution.plan.query.head
    if periods.isOfThings, periods.columns.isEmpty {
      let table = try showHeads(
        OrderedRows(variables: [head], columns: [ThingColumn(heads)]))
      (columns, shown) = (table.columns, table.rows.all)
    } else if periods.isOfThings {
      columns = periods.columns.map {
        QueryResult.Column(title: $0.title, isNumeric: isNumeric($0.term))
      }
      shown = try values(periods.columns.map(\.term), of: heads)
    }
    let ordered = try sorted(spans, periods, heads)
    columns += PeriodColumn.allCases.map {
      QueryResult.Column(title: $0.rawValue, isNumeric: $0 == .days)
    }
    var seen: Set<[Value?]> = []
    var rows: [[Value?]] = []
    for span in ordered {
      try budget.spend()
      let own = PeriodColumn.allCases.map { value(of: $0, span) }
      let row = (shown.isEmpty ? [] : shown[span.head]) + own
      if seen.insert(row).inserted { rows.append(row) }
      if let limit = periods.limit, rows.count >= limit { break }
    }
    return AnswerTable(columns: columns, rows: .made(rows))
  }

  /// The values of terms of each of some heads.
  private func values(_ terms: [BoundTerm], of heads: [Entity]) throws(Stop) -> [[Value?]] {
    let head = execution.plan.query.head
    var evaluations: [Evaluation] = []
    for term in terms { evaluations.append(try evaluation(term, bound: [head])) }
    var frame = frame()
    var rows: [[Value?]] = []
    for thing in heads {
      try budget.spend(terms.count)
      frame.slots[head.index] = thing
      var row: [Value?] = []
      for evaluation in evaluations { row.append(try evaluation(&frame)) }
      rows.append(row)
    }
    return rows
  }

  private func sorted(
    _ spans: [Span], _ periods: BoundPeriods, _ heads: [Entity]
  ) throws(Stop) -> [Span] {
    guard !periods.sort.isEmpty else { return spans }
    var terms: [BoundTerm] = []
    for case .term(let term) in periods.sort.map(\.key) { terms.append(term) }
    let values = terms.isEmpty ? [] : try values(terms, of: heads)
    let keys = spans.map { span -> [Value?] in
      var next = 0
      return periods.sort.map { key in
        guard case .column(let column) = key.key else {
          next += 1
          return values[span.head][next - 1]
        }
        return value(of: column, span)
      }
    }
    let columns = periods.sort.enumerated().map { place, key in
      (SortColumn.values(keys.map { $0[place] }), isDescending: key.descending)
    }
    let order = SortOrder.order(columns, count: spans.count, limit: nil)
    return order.map { spans[$0] }
  }

  /// What a column shows of a span; a span up to the last day there is has no
  /// day after it.
  private func value(of column: PeriodColumn, _ span: Span) -> Value? {
    switch column {
    case .from: .day(Day(number: span.from))
    case .until: span.until > Day.latest.number ? nil : .day(Day(number: span.until))
    case .days: .number(Double(span.until - span.from))
    }
  }
}
