// SPDX-License-Identifier: Apache-2.0

@testable import Remit

extension ReferenceEvaluator {
  /// The same definition of the language on another day.
  func evaluator(on day: Day) -> ReferenceEvaluator {
    if let other = others[day.number] {
      other.assumed = assumed
      return other
    }
    let other = ReferenceEvaluator(graph, definitions, today: day, parameters: parameters)
    other.assumed = assumed
    others[day.number] = other
    return other
  }

  /// How far from today and from the ends of the calendar days are looked at:
  /// what lies further away is as the days in between.
  private static let reach = 40

  /// Whether a condition holds on some day, or on every day, of a span: each day
  /// on which anything could happen is looked at by itself.
  func during(
    _ time: BoundTime, _ inner: BoundCondition, _ bindings: Bindings, _ context: Context
  ) -> Bool {
    let (first, last, isEvery): (Int, Int, Bool) =
      switch days(time, bindings, context) {
      case .day(let day): (day, day, false)
      case .within(let first, let last): (first, last, false)
      case .throughout(let first, let last): (first, last, true)
      case .always: (.min, .max, false)
      }
    let (earliest, latest) = (Int(Day.earliest.number), Int(Day.latest.number))
    let span = (max(first, earliest), min(last, latest))
    guard span.0 <= span.1 else { return false }
    let reach = ReferenceEvaluator.reach
    let around = Int(RandomGraph.today.number)
    let days = [
      earliest...(earliest + reach), (around - reach)...(around + reach),
      (latest - reach)...latest, span.0...span.0, span.1...span.1,
    ].flatMap { $0 }.filter { $0 >= span.0 && $0 <= span.1 }
    func holds(_ day: Int) -> Bool {
      let there = evaluator(on: Day(number: Int32(day)))
      let context = Context(
        variables: context.variables, names: context.names, time: .day(day),
        isQuery: context.isQuery, definition: context.definition)
      return there.holds(inner, bindings, context)
    }
    return isEvery ? days.allSatisfy(holds) : days.contains(where: holds)
  }

  /// Periods: every day of the span is looked at by itself.
  func periods(
    _ periods: BoundPeriods, of tuples: [[Entity]], _ query: BoundQuery, _ context: Context
  ) -> [[Value?]] {
    guard case .day(let first)? = value(periods.first, [:], context),
      case .day(let last)? = value(periods.last, [:], context), first <= last
    else { return [] }
    let heads: [Entity?] = periods.isOfThings ? tuples.map { $0[0] } : [nil]
    var holding: [[Bool]] = heads.map { _ in [] }
    for number in first.number...last.number {
      let there = evaluator(on: Day(number: number))
      let context = Context(
        variables: query.variables, names: there.names(query.names),
        time: .on(there.today), isQuery: false)
      for (index, head) in heads.enumerated() {
        var bindings: Bindings = [:]
        if let head { bindings[query.head.index] = head }
        holding[index].append(there.holds(periods.when, bindings, context))
      }
    }
    var spans: [(head: Entity?, from: Int, until: Int)] = []
    for (head, days) in zip(heads, holding) {
      var place = 0
      while place < days.count {
        let start = place
        while place < days.count, days[place] == days[start] { place += 1 }
        if days[start] {
          spans.append((head, Int(first.number) + start, Int(first.number) + place))
        }
      }
    }
    func own(_ span: (head: Entity?, from: Int, until: Int)) -> [PeriodColumn: Value] {
      [
        .from: .day(Day(number: Int32(span.from))), .until: .day(Day(number: Int32(span.until))),
        .days: .number(Double(span.until - span.from)),
      ]
    }
    func valueOfHead(_ term: BoundTerm, _ head: Entity?) -> Value? {
      head.flatMap { self.value(term, [query.head.index: $0], context) }
    }
    let ordered = sorted(spans, periods.sort.map(\.descending)) { span in
      periods.sort.map { key in
        switch key.key {
        case .column(let column): own(span)[column]
        case .term(let term): valueOfHead(term, span.head)
        }
      }
    }
    var rows: [[Value?]] = []
    for span in ordered {
      let shown: [Value?] =
        periods.columns.isEmpty
        ? span.head.map { self.shown($0, query) } ?? []
        : periods.columns.map { valueOfHead($0.term, span.head) }
      let row = shown + [own(span)[.from], own(span)[.until], own(span)[.days]]
      if !rows.contains(row) { rows.append(row) }
    }
    return periods.limit.map { Array(rows.prefix($0)) } ?? rows
  }
}
