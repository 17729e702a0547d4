// SPDX-License-Identifier: Apache-2.0

/// What a thing is counted under by one key.
enum GroupKey: Hashable {
  case value(Value?)
  case thing(Entity)
}

/// Finds what the head in a frame is counted under by one key.
private typealias Grouping = (inout Frame) throws(Stop) -> [GroupKey]

extension Executor {
  /// A number over the distinct heads for each combination of keys.
  ///
  /// Where the only key is a relation noun, things that make a group without
  /// any head in it appear too.
  func aggregate(
    _ bindings: Rows,
    _ measure: BoundMeasure,
    _ keys: [BoundKey],
    sort: [BoundSort],
    part: LogicalPlan?
  ) throws(Stop) -> AnswerTable {
    let groups = try measuredGroups(bindings, measure, keys, sort: sort, part: part)
    return table(groups, measure, keys)
  }

  /// What is counted under each combination of keys, in the order of the answer.
  func measuredGroups(
    _ bindings: Rows,
    _ measure: BoundMeasure,
    _ keys: [BoundKey],
    sort: [BoundSort],
    part: LogicalPlan?
  ) throws(Stop) -> [MeasuredGroup] {
    let head = bindings.variables[0]
    let width = bindings.variables.count
    let heads = stride(from: 0, to: bindings.cells.count, by: width).map { bindings.cells[$0] }
      .removingRepetitionsInRow()
    var groups: [[GroupKey]: [Entity]] = [:]
    if keys.isEmpty { groups[[]] = heads }
    if keys.count == 1, case .things(let variable, let condition, _, _) = keys[0] {
      for thing in try things(condition, variable) { groups[[.thing(thing)]] = [] }
    }
    let members = try keyEvaluations(keys, head)
    var frame = frame()
    try budget.spend(heads.count)
    for entity in keys.isEmpty ? [] : heads {
      frame.slots[head.index] = entity
      var combinations: [[GroupKey]] = [[]]
      for member in members {
        let found = try member(&frame)
        combinations = combinations.flatMap { start in found.map { start + [$0] } }
      }
      try budget.spend(combinations.count)
      for combination in combinations { groups[combination, default: []].append(entity) }
    }
    try budget.keep(rows: groups.count, bytes: groups.count &* (keys.count &+ 1) &* 48)
    let counted = try part.map { (plan) throws(Stop) in try set(plan) }
    return try ordered(groups, measure, keys, head, sort, counted)
  }

  /// The things of a variable for which a condition holds.
  private func things(
    _ condition: BoundCondition,
    _ variable: Variable
  ) throws(Stop) -> [Entity] {
    let all = EntitySet(all: kinds(variable), in: graph)
    return try filter(all, variable, condition).entities
  }

  /// For each key, what a head counts under.
  private func keyEvaluations(
    _ keys: [BoundKey],
    _ head: Variable
  ) throws(Stop) -> [Grouping] {
    var result: [Grouping] = []
    for key in keys {
      switch key {
      case .term(let term, _):
        let evaluation = try evaluation(term, bound: [head])
        let group: Grouping = { (frame: inout Frame) throws(Stop) -> [GroupKey] in
          let value = try evaluation(&frame)
          if case .list(let values)? = value { return values.map { .value($0) } }
          return [.value(value)]
        }
        result.append(group)
      case .things(let variable, _, let member, _):
        let gathering = try gathering(variable, member, [head])
        let group: Grouping = { (frame: inout Frame) throws(Stop) -> [GroupKey] in
          let things = try gathering(&frame)
          return things.map { GroupKey.thing($0) }
        }
        result.append(group)
      }
    }
    return result
  }

  private func ordered(
    _ groups: [[GroupKey]: [Entity]],
    _ measure: BoundMeasure,
    _ keys: [BoundKey],
    _ head: Variable,
    _ sort: [BoundSort],
    _ counted: EntitySet?
  ) throws(Stop) -> [MeasuredGroup] {
    let ordered = naturallySorted(Array(groups.keys))
    let number = try measuring(measure, head, counted)
    var frame = frame()
    var rows: [MeasuredGroup] = []
    for group in ordered {
      rows.append(
        MeasuredGroup(keys: group, value: try number(groups[group] ?? [], &frame)))
    }
    guard !sort.isEmpty else { return rows }
    let values = try sortValues(ordered, rows.map(shown), keys, sort)
    return SortOrder.order(values, descending: sort.map(\.descending)).map { rows[$0] }
  }

  /// A group as a row of an answer.
  private func shown(_ group: MeasuredGroup) -> [Value?] {
    group.keys.map { key -> Value? in
      switch key {
      case .value(let value): value
      case .thing(let entity): .text(graph.label(of: entity))
      }
    } + [group.value]
  }

  private func table(
    _ groups: [MeasuredGroup], _ measure: BoundMeasure, _ keys: [BoundKey]
  ) -> AnswerTable {
    var columns = keys.map { key in
      switch key {
      case .term(let term, let title):
        QueryResult.Column(title: title, isNumeric: isNumeric(term))
      case .things(_, _, _, let title): QueryResult.Column(title: title, isNumeric: false)
      }
    }
    switch measure {
    case .count(let title), .share(_, let title):
      columns.append(QueryResult.Column(title: title, isNumeric: true))
    case .aggregate(_, let term, let title):
      columns.append(QueryResult.Column(title: title, isNumeric: isNumeric(term)))
    }
    return AnswerTable(columns: columns, rows: groups.map(shown))
  }

  /// Groups by the order of their keys: things naturally, values missing last.
  private func naturallySorted(_ groups: [[GroupKey]]) -> [[GroupKey]] {
    var things: Set<Entity> = []
    for group in groups {
      for case .thing(let entity) in group { things.insert(entity) }
    }
    var ranks: [Entity: Int] = [:]
    for (rank, entity) in graph.sorted(things.sorted()).enumerated() { ranks[entity] = rank }
    return groups.sorted { left, right in
      for (one, other) in zip(left, right) {
        let order =
          switch (one, other) {
          case (.value(let one), .value(let other)): SortOrder.compare(one, other)
          case (.thing(let one), .thing(let other)): (ranks[one] ?? 0) - (ranks[other] ?? 0)
          case (.value, .thing): -1
          case (.thing, .value): 1
          }
        if order != 0 { return order < 0 }
      }
      return false
    }
  }

  private func measuring(
    _ measure: BoundMeasure,
    _ head: Variable,
    _ counted: EntitySet?
  ) throws(Stop) -> ([Entity], inout Frame) throws(Stop) -> Value? {
    switch measure {
    case .count:
      return { (heads: [Entity], _: inout Frame) throws(Stop) -> Value? in
        .number(Double(heads.count))
      }
    case .share:
      return { (heads: [Entity], _: inout Frame) throws(Stop) -> Value? in
        guard !heads.isEmpty else { return nil }
        let part = heads.reduce(0) { $0 + (counted?.contains($1) == true ? 1 : 0) }
        // Of a hundred, to one place behind the point.
        return .number((Double(part) * 1000 / Double(heads.count)).rounded() / 10)
      }
    case .aggregate(let aggregate, let term, _):
      let evaluation = try evaluation(term, bound: [head])
      return { (heads: [Entity], frame: inout Frame) throws(Stop) -> Value? in
        var values: [Value] = []
        for entity in heads {
          frame.slots[head.index] = entity
          if let value = try evaluation(&frame) { values.append(value) }
        }
        return aggregate.value(of: values)
      }
    }
  }

  /// What each group is sorted by: the number, a key's value, or a term of a
  /// key's thing.
  private func sortValues(
    _ groups: [[GroupKey]],
    _ rows: [[Value?]],
    _ keys: [BoundKey],
    _ sort: [BoundSort]
  ) throws(Stop) -> [[Value?]] {
    var values = [[Value?]](repeating: [], count: rows.count)
    let variables = keys.compactMap { key -> Variable? in
      if case .things(let variable, _, _, _) = key { variable } else { nil }
    }
    for key in sort {
      let place = keys.firstIndex { other in
        if case .term(let term, _) = other { term == key.term } else { false }
      }
      guard let term = key.term, place == nil else {
        for index in rows.indices { values[index].append(rows[index][place ?? keys.count]) }
        continue
      }
      let evaluation = try evaluation(term, bound: variables)
      var frame = frame()
      for index in rows.indices {
        let things = groups[index].compactMap { key -> Entity? in
          if case .thing(let entity) = key { entity } else { nil }
        }
        for (variable, thing) in zip(variables, things) { frame.slots[variable.index] = thing }
        values[index].append(try evaluation(&frame))
      }
    }
    return values
  }
}
