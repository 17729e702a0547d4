// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

extension ReferenceEvaluator {
  /// The value of a term, or `nil` if it is missing.
  func value(_ term: BoundTerm, _ bindings: Bindings, _ context: Context) -> Value? {
    switch term {
    case .value(let value): return value
    case .parameter(let name, _): return parameters[name]
    case .today: return .day(today)
    case .calendar(let span, isLast: let isLast): return calendarDay(span, isLast).map(Value.day)
    case .attribute(let attributes, let operand):
      guard let entity = thing(operand, bindings, context),
        let attribute = attributes.first(where: { graph.schema[$0].kind == entity.kind })
      else { return nil }
      let value = graph.value(of: attribute, for: entity.node)
      return value ?? (graph.schema[attribute].type == .flag ? .flag(false) : nil)
    case .entity(let operand):
      return thing(operand, bindings, context).map { .text(graph.label(of: $0)) }
    case .count(let variable, let condition):
      return .number(Double(matches(variable, condition, bindings, context).count))
    case .aggregate(let aggregate, let term, let variable, let condition):
      return combine(aggregate, values(term, variable, condition, bindings, context))
    case .list(let term, let variable, let condition):
      let all = values(term, variable, condition, bindings, context)
        .sorted { Value.order($0, $1) < 0 }
      var distinct: [Value] = []
      for value in all where !distinct.contains(value) { distinct.append(value) }
      return distinct.isEmpty ? nil : .list(distinct)
    case .arithmetic(let operation, let lhs, let rhs):
      guard case .number(let left)? = value(lhs, bindings, context),
        case .number(let right)? = value(rhs, bindings, context)
      else { return nil }
      switch operation {
      case .add: return .number(left + right)
      case .subtract: return .number(left - right)
      case .multiply: return .number(left * right)
      case .divide: return right == 0 ? nil : .number(left / right)
      }
    case .shifted(let day, by: let period, later: let later):
      guard case .day(let day)? = value(day, bindings, context),
        case .period(let period)? = value(period, bindings, context)
      else { return nil }
      return day.adding(later ? period : period.negated).map(Value.day)
    case .walk(let walk, from: let from, to: let to, let hops):
      guard let start = thing(from, bindings, context), let end = thing(to, bindings, context)
      else { return nil }
      return self.walk(walk, start, end, hops, context)
    case .daysBetween(let lhs, let rhs):
      guard case .day(let first)? = value(lhs, bindings, context),
        case .day(let last)? = value(rhs, bindings, context)
      else { return nil }
      return .number(Double(last.number - first.number))
    }
  }

  /// Looked for from today day by day, as one would in a printed calendar.
  private func calendarDay(_ span: CalendarSpan, _ isLast: Bool) -> Day? {
    func name(_ day: Day) -> [Int] {
      let (year, month, _) = day.components
      switch span.unit {
      case .days: return [Int(day.number)]
      // 1970-01-05 was a Monday.
      case .weeks: return [Int(((Double(day.number) - 4) / 7).rounded(.down))]
      case .months: return [year, month]
      case .quarters: return [year, (month + 2) / 3]
      case .years: return [year]
      }
    }
    let step: Int32 = span.turn == .last ? -1 : 1
    var day = today
    if span.turn != .this {
      while name(day) == name(today) { day = Day(number: day.number + step) }
    }
    let there = name(day)
    let outwards: Int32 = isLast ? 1 : -1
    while name(Day(number: day.number + outwards)) == there {
      day = Day(number: day.number + outwards)
    }
    return day
  }

  private func matches(
    _ variable: Variable,
    _ condition: BoundCondition,
    _ bindings: Bindings,
    _ context: Context
  ) -> [Entity] {
    things(context.variables[variable.index].kinds).filter { entity in
      var inner = bindings
      inner[variable.index] = entity
      return holds(condition, inner, context)
    }
  }

  private func values(
    _ term: BoundTerm,
    _ variable: Variable,
    _ condition: BoundCondition,
    _ bindings: Bindings,
    _ context: Context
  ) -> [Value] {
    matches(variable, condition, bindings, context).compactMap { entity in
      var inner = bindings
      inner[variable.index] = entity
      return value(term, inner, context)
    }
  }

  private func combine(_ aggregate: Aggregate, _ values: [Value]) -> Value? {
    let sorted = values.sorted { Value.order($0, $1) < 0 }
    let numbers = sorted.compactMap { value -> Double? in
      if case .number(let number) = value { number } else { nil }
    }
    switch aggregate {
    case .lowest, .earliest: return sorted.first
    case .highest, .latest: return sorted.last
    case .total: return numbers.isEmpty ? nil : .number(numbers.reduce(0, +))
    case .average:
      return numbers.isEmpty ? nil : .number(numbers.reduce(0, +) / Double(numbers.count))
    case .median:
      guard !numbers.isEmpty else { return nil }
      return .number((numbers[(numbers.count - 1) / 2] + numbers[numbers.count / 2]) / 2)
    }
  }

  // MARK: Answers

  /// What is compared with the engine's answer.
  struct Answer: Equatable {
    var rows: [[Value?]]
    var notes: [String]
  }

  /// The answer of a query.
  func answer(_ query: BoundQuery) -> Answer {
    let context = context(query)
    let bindings = bindings(query, context)
    return Answer(
      rows: rows(query, bindings, context),
      notes: notes(query, bindings, context)
    )
  }

  /// All bindings of head and row variables, in natural order.
  func bindings(_ query: BoundQuery, _ context: Context) -> [[Entity]] {
    var tuples: [[Entity]] = [[]]
    for variable in rowVariables(query) {
      let all = graph.sorted(things(query.variables[variable.index].kinds))
      tuples = tuples.flatMap { tuple in all.map { tuple + [$0] } }
    }
    return tuples.filter { holds(query.condition, bind(query, $0), context) }
  }

  private func rowVariables(_ query: BoundQuery) -> [Variable] {
    [query.head] + query.rowVariables.filter { $0 != query.head }
  }

  private func bind(_ query: BoundQuery, _ tuple: [Entity]) -> Bindings {
    Bindings(rowVariables(query), tuple)
  }

  private func rows(
    _ query: BoundQuery,
    _ tuples: [[Entity]],
    _ context: Context
  ) -> [[Value?]] {
    switch query.shape {
    case .rows(let columns, let sort, let limit):
      let ordered = sorted(tuples, sort.map(\.descending)) { tuple in
        sort.map { key in key.term.flatMap { value($0, bind(query, tuple), context) } }
      }
      var rows: [[Value?]] = []
      for tuple in ordered {
        let row =
          columns.isEmpty
          ? shown(tuple[0], query) : columns.map { value($0.term, bind(query, tuple), context) }
        if !columns.isEmpty, rows.contains(row) { continue }
        rows.append(row)
      }
      return limit.map { Array(rows.prefix(max(0, $0))) } ?? rows
    case .top(let columns, let sort, let keys, let count):
      let ordered = sorted(tuples, sort.map(\.descending)) { tuple in
        sort.map { key in key.term.flatMap { value($0, bind(query, tuple), context) } }
      }
      var rows: [[Value?]] = []
      for tuple in ordered {
        let row = columns.map { value($0.term, bind(query, tuple), context) }
        guard !rows.contains(row) else { continue }
        rows.append(row)
      }
      return rows.indices.filter { place in
        let group = rows[place].prefix(keys)
        return rows[..<place].filter { $0.prefix(keys) == group }.count < count
      }.map { rows[$0] }
    case .periods(let periods): return self.periods(periods, of: tuples, query, context)
    case .measure(let measure, let keys, let sort, let limit):
      let rows = measured(query, tuples, measure, keys, sort, context)
      return limit.map { Array(rows.prefix(max(0, $0))) } ?? rows
    }
  }

  /// A stable sort in which missing values are last.
  func sorted<Row>(
    _ rows: [Row],
    _ descending: [Bool],
    _ values: (Row) -> [Value?]
  ) -> [Row] {
    let keyed = rows.map { ($0, values($0)) }
    return keyed.enumerated().sorted { left, right in
      for (column, isDescending) in descending.enumerated() {
        switch (left.element.1[column], right.element.1[column]) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let one?, let other?):
          let order = Value.order(one, other)
          if order != 0 { return isDescending ? order > 0 : order < 0 }
        }
      }
      return left.offset < right.offset
    }.map(\.element.0)
  }

  func shown(_ entity: Entity, _ query: BoundQuery) -> [Value?] {
    let kinds = query.variables[query.head.index].kinds
    guard kinds.count > 1 else {
      let values = graph.displayValues(of: entity)
      return values.isEmpty ? [.text(graph.label(of: entity))] : values
    }
    var row: [Value?] = [
      .text(graph.schema[entity.kind].singular), .text(graph.label(of: entity)),
    ]
    if kinds.contains(where: { graph.schema.displayAttributes(of: $0).count > 1 }) {
      let values = graph.displayValues(of: entity)
      row.append(values.count > 1 ? values[1] : nil)
    }
    return row
  }

  // MARK: Groups

  private func measured(
    _ query: BoundQuery,
    _ tuples: [[Entity]],
    _ measure: BoundMeasure,
    _ keys: [BoundKey],
    _ sort: [BoundSort],
    _ context: Context
  ) -> [[Value?]] {
    var heads: [Entity] = []
    for tuple in tuples where !heads.contains(tuple[0]) { heads.append(tuple[0]) }
    // A group is a list of a value or a thing for each key.
    var groups: [(key: [Entity?], values: [Value?], heads: [Entity])] = []
    func add(_ key: [Entity?], _ values: [Value?], _ head: Entity?) {
      var place = groups.firstIndex { $0.key == key && $0.values == values }
      if place == nil {
        place = groups.count
        groups.append((key, values, []))
      }
      if let place, let head { groups[place].heads.append(head) }
    }
    if keys.isEmpty { add([], [], nil) }
    if keys.count == 1, case .things(let variable, let condition, _, _) = keys[0] {
      for thing in matches(variable, condition, [:], context) {
        add([thing], [.text(graph.label(of: thing))], nil)
      }
    }
    for head in heads {
      var combinations: [(key: [Entity?], values: [Value?])] = [([], [])]
      for key in keys {
        let options: [(Entity?, Value?)] =
          switch key {
          case .term(let term, _):
            switch value(term, [query.head.index: head], context) {
            case .list(let values): values.map { (nil, $0) }
            case let value: [(nil, value)]
            }
          case .things(let variable, _, let member, _):
            matches(variable, member, [query.head.index: head], context)
              .map { ($0, .text(graph.label(of: $0))) }
          }
        combinations = combinations.flatMap { start in
          options.map { (start.key + [$0.0], start.values + [$0.1]) }
        }
      }
      for combination in combinations { add(combination.key, combination.values, head) }
    }
    let ranks = graph.sorted(Array(Set(groups.flatMap(\.key).compactMap { $0 })))
    let ordered = sorted(groups, keys.map { _ in false }) { group in
      zip(group.key, group.values).map { thing, value in
        thing.flatMap { ranks.firstIndex(of: $0) }.map { .number(Double($0)) } ?? value
      }
    }
    let rows = ordered.map { group -> (key: [Entity?], row: [Value?]) in
      (group.key, group.values + [number(measure, group.heads, query, context)])
    }
    return sorted(rows, sort.map(\.descending)) { row in
      sort.map { key in
        guard let term = key.term else { return row.row[keys.count] }
        for (index, other) in keys.enumerated() {
          if case .term(term, _) = other { return row.row[index] }
        }
        var bindings: Bindings = [:]
        for (index, other) in keys.enumerated() {
          if case .things(let variable, _, _, _) = other {
            bindings[variable.index] = row.key[index]
          }
        }
        return value(term, bindings, context)
      }
    }.map(\.row)
  }

  private func number(
    _ measure: BoundMeasure,
    _ heads: [Entity],
    _ query: BoundQuery,
    _ context: Context
  ) -> Value? {
    switch measure {
    case .count: .number(Double(heads.count))
    case .share(let condition, _):
      heads.isEmpty
        ? nil
        : .number(
          (Double(heads.filter { holds(condition, [query.head.index: $0], context) }.count) * 1000
            / Double(heads.count)).rounded() / 10
        )
    case .aggregate(let aggregate, let term, _):
      combine(
        aggregate,
        heads.compactMap { value(term, [query.head.index: $0], context) }
      )
    }
  }

  // MARK: Missing data

  private func notes(
    _ query: BoundQuery,
    _ tuples: [[Entity]],
    _ context: Context
  ) -> [String] {
    var notes = endedNotes(query, tuples, context)
    for cause in query.missing {
      assumed = cause
      let kept = Set(bindings(query, context))
      assumed = nil
      let gone = tuples.filter { !kept.contains($0) }.count
      guard gone > 0 else { continue }
      switch cause {
      case .vacuous: notes.append("\(gone) of \(tuples.count) for 'every'")
      case .undetermined(let id):
        let phrase = definitions[id.index].undeterminedPhrase.map { ": \($0)" } ?? ""
        notes.append(
          "\(gone) of \(tuples.count) \(gone == 1 ? "is" : "are") undetermined\(phrase)"
        )
      case .unsaid: notes.append("\(gone) of \(tuples.count) for what is not said of all")
      case .attribute(_, let name): notes.append("\(gone) of \(tuples.count) for \(name)")
      }
    }
    return notes
  }

  /// Where all that is asked for are links, and not by their dates.
  private func endedNotes(
    _ query: BoundQuery, _ tuples: [[Entity]], _ context: Context
  ) -> [String] {
    if case .periods = query.shape { return [] }
    let kinds = query.variables[query.head.index].kinds
    func isDate(_ id: AttributeID, _ sources: [Attribute.Source]) -> Bool {
      sources.contains(graph.schema[id].source)
    }
    let read = query.attributesRead(definitions: definitions)
    guard case .day(let today) = context.time, kinds.allSatisfy({ graph.schema[$0].isRecord }),
      !read.contains(where: { isDate($0, [.linkStart, .linkEnd]) })
    else { return [] }
    let heads = Set(tuples.compactMap(\.first))
    let ended = heads.filter { head in
      graph.schema[head.kind].attributes.contains { id in
        guard isDate(id, [.linkEnd]), case .day(let end)? = graph.value(of: id, for: head.node)
        else { return false }
        return end.number <= today
      }
    }
    return ended.isEmpty ? [] : ["\(ended.count) of \(heads.count) have ended"]
  }
}
