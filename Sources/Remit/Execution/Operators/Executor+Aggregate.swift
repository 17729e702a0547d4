// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// A number over the distinct heads for each combination of keys.
  ///
  /// Where the only key is a relation noun, things that make a group without
  /// any head in it appear too.
  func aggregate(
    _ bindings: Bindings,
    _ measure: BoundMeasure,
    _ keys: [BoundKey],
    sort: [BoundSort],
    part: LogicalPlan?,
    limit: Int?
  ) throws(Stop) -> AnswerTable {
    let groups = try measuredGroups(bindings, measure, keys, sort: sort, part: part, limit: limit)
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
    return AnswerTable(columns: columns, rows: .made(groups.map(shown)))
  }

  /// What is counted under each combination of keys, in the order of the answer;
  /// no more groups than a limit.
  func measuredGroups(
    _ bindings: Bindings,
    _ measure: BoundMeasure,
    _ keys: [BoundKey],
    sort: [BoundSort],
    part: LogicalPlan?,
    limit: Int?
  ) throws(Stop) -> [MeasuredGroup] {
    let head = bindings.head
    let heads = bindings.heads(in: graph)
    guard !keys.isEmpty else {
      let all = [MeasuredGroup(keys: [], value: try measured(measure, head, heads, part))]
      return Array(all.prefix(limit ?? 1))
    }
    var tally = try Tally(measure, self, head, heads, part)
    var coded: [GroupCodes] = []
    for key in keys { coded.append(try codes(key, head, heads)) }
    var combined: CombinedKeys?
    var extra: [Int] = []
    if keys.count == 1 {
      try tally.add(coded[0])
      if case .things(let variable, let condition, _, _) = keys[0] {
        let things = try filter(EntitySet(all: kinds(variable), in: graph), variable, condition)
        extra = tally.open(things.entities, of: &coded[0])
      }
    } else {
      let all = try CombinedKeys(coded, heads, budget)
      try tally.add(.pairs(heads: all.heads, codes: all.groups, keys: []), count: all.count)
      combined = all
    }
    let found = tally.groups(or: extra)
    try budget.keep(rows: found.count, bytes: found.count &* (keys.count &+ 1) &* 48)
    let measured = found.map { (group: $0, value: tally.value(of: $0)) }
    var kept = measured[...]
    if let limit, limit < measured.count, let first = sort.first, first.term == nil {
      kept = leading(measured, limit, first.descending)
    }
    let groups = kept.map { group, value in
      MeasuredGroup(
        keys: combined?.keys(of: group).enumerated().map { coded[$0].key($1) }
          ?? [coded[0].key(group)], value: value)
    }
    let ordered = try ordered(groups, keys, sort)
    return limit.map { Array(ordered.prefix($0)) } ?? ordered
  }

  /// What is counted of all heads together.
  private func measured(
    _ measure: BoundMeasure, _ head: Variable, _ heads: EntitySet, _ part: LogicalPlan?
  ) throws(Stop) -> Value? {
    if case .aggregate(let aggregate, let term, _) = measure,
      let fold = try foldedDistances(aggregate, term, head, heads)
    {
      return fold.value
    }
    var tally = try Tally(measure, self, head, heads, part)
    try tally.addAll()
    return tally.value(of: 0)
  }

  /// The groups that can be among the first ones by their numbers: those with the
  /// same number as the last of these too.
  private func leading(
    _ groups: [(group: Int, value: Value?)], _ limit: Int, _ descending: Bool
  ) -> ArraySlice<(group: Int, value: Value?)> {
    guard limit > 0 else { return [] }
    let column = SortColumn(.values(groups.map(\.value)), count: groups.count)
    let order = SortOrder.order([(column, descending)], count: groups.count, limit: limit)
    guard let last = order.last else { return [] }
    return groups.indices.filter { column.order($0, last, descending) <= 0 }.map { groups[$0] }[...]
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

  // MARK: Order

  private func ordered(
    _ groups: [MeasuredGroup], _ keys: [BoundKey], _ sort: [BoundSort]
  ) throws(Stop) -> [MeasuredGroup] {
    let groups = naturallySorted(groups)
    guard !sort.isEmpty else { return groups }
    let values = try sortValues(groups, keys, sort)
    let columns = zip(values, sort).map { (SortColumn.values($0), isDescending: $1.descending) }
    return SortOrder.order(columns, count: groups.count, limit: nil).map { groups[$0] }
  }

  /// Groups by the order of their keys: things naturally, values missing last.
  private func naturallySorted(_ groups: [MeasuredGroup]) -> [MeasuredGroup] {
    var things: Set<Entity> = []
    for group in groups {
      for case .thing(let entity) in group.keys { things.insert(entity) }
    }
    var ranks: [Entity: Int] = [:]
    for (rank, entity) in graph.sorted(things.sorted()).enumerated() { ranks[entity] = rank }
    return groups.sorted { left, right in
      for (one, other) in zip(left.keys, right.keys) {
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

  /// What the groups are sorted by, key by key: the number, a key's value, or a
  /// term of a key's thing.
  private func sortValues(
    _ groups: [MeasuredGroup], _ keys: [BoundKey], _ sort: [BoundSort]
  ) throws(Stop) -> [[Value?]] {
    var values: [[Value?]] = []
    let variables = keys.compactMap { key -> Variable? in
      if case .things(let variable, _, _, _) = key { variable } else { nil }
    }
    for key in sort {
      let place = keys.firstIndex { other in
        if case .term(let term, _) = other { term == key.term } else { false }
      }
      guard let term = key.term, place == nil else {
        values.append(groups.map { shown($0)[place ?? keys.count] })
        continue
      }
      let evaluation = try evaluation(term, bound: variables)
      var frame = frame()
      var column: [Value?] = []
      for group in groups {
        try budget.spend()
        let things = group.keys.compactMap { key -> Entity? in
          if case .thing(let entity) = key { entity } else { nil }
        }
        for (variable, thing) in zip(variables, things) { frame.slots[variable.index] = thing }
        column.append(try evaluation(&frame))
      }
      values.append(column)
    }
    return values
  }
}

/// The combinations of what heads are counted under by several keys.
private struct CombinedKeys {
  /// The place of a head for each time it is counted.
  private(set) var heads: [Int] = []
  /// The group it is counted in then.
  private(set) var groups: [Int] = []
  /// For each group, the group by the keys before the last and what the last gives;
  /// for each key after the first.
  private var parts: [[(Int, Int)]] = []
  /// How many groups there are.
  private(set) var count: Int

  init(_ keys: [GroupCodes], _ all: EntitySet, _ budget: Budget) throws(Stop) {
    count = keys[0].count
    try keys[0].forEach(of: all, budget) { (head, code) throws(Stop) in
      heads.append(head)
      groups.append(code)
    }
    for key in keys.dropFirst() {
      var next: [[Int]] = [[Int]](repeating: [], count: all.count)
      try key.forEach(of: all, budget) { (head, code) throws(Stop) in next[head].append(code) }
      var numbers: [UInt64: Int] = [:]
      var pairs: [(Int, Int)] = []
      var (newHeads, newGroups): ([Int], [Int]) = ([], [])
      for (head, group) in zip(heads, groups) {
        try budget.spend(next[head].count)
        for code in next[head] {
          let pair = UInt64(group) << 32 | UInt64(code)
          let number = numbers[pair] ?? pairs.count
          if number == pairs.count {
            numbers[pair] = number
            pairs.append((group, code))
          }
          newHeads.append(head)
          newGroups.append(number)
        }
      }
      (heads, groups, count) = (newHeads, newGroups, pairs.count)
      parts.append(pairs)
    }
  }

  /// What the numbers of the keys are in a group.
  func keys(of group: Int) -> [Int] {
    var found: [Int] = []
    var group = group
    for pairs in parts.reversed() {
      found.append(pairs[group].1)
      group = pairs[group].0
    }
    return [group] + found.reversed()
  }
}
