// SPDX-License-Identifier: Apache-2.0

/// What is measured of each group, counted up head by head.
struct Tally {
  private enum Content {
    case count
    case share([Bool])
    case aggregate(Aggregate, AnswerColumn)
  }

  private let content: Content
  private let heads: EntitySet
  private let budget: Budget
  /// By group: how many heads are in it.
  private var counts: [Int] = []
  /// By group: how many of them are in the part whose share is asked for.
  private var parts: [Int] = []
  private var folds: [AggregateFold] = []

  /// Prepares to measure some heads.
  init(
    _ measure: BoundMeasure, _ executor: Executor, _ head: Variable, _ heads: EntitySet,
    _ part: LogicalPlan?
  ) throws(Stop) {
    self.heads = heads
    budget = executor.budget
    switch measure {
    case .count: content = .count
    case .share:
      let counted = try part.map { (plan) throws(Stop) in try executor.set(plan) } ?? EntitySet()
      content = .share(heads.entities.map(counted.contains))
    case .aggregate(let aggregate, let term, _):
      var column = ThingColumn()
      for (kind, nodes) in heads.parts { column.append(kind, Array(nodes)) }
      let rows = OrderedRows(variables: [head], columns: [column])
      content = .aggregate(aggregate, try executor.column(of: term, rows))
    }
  }

  private mutating func resize(to count: Int) {
    counts += repeatElement(0, count: count - counts.count)
    switch content {
    case .count: break
    case .share: parts += repeatElement(0, count: count - parts.count)
    case .aggregate(let aggregate, _):
      folds += repeatElement(AggregateFold(aggregate), count: count - folds.count)
    }
  }

  /// Counts all heads as one group.
  mutating func addAll() throws(Stop) {
    resize(to: 1)
    let count = heads.count
    counts[0] = count
    switch content {
    case .count: break
    case .share(let counted): parts[0] = counted.count { $0 }
    case .aggregate(_, let column):
      try budget.spend(count)
      var fold = folds[0]
      if case .numbers(let numbers) = column {
        for number in numbers { fold.add(number) }
      } else {
        for place in 0..<count { fold.add(column.value(at: place)) }
      }
      folds[0] = fold
    }
  }

  /// Counts each head in the groups of a key.
  mutating func add(_ codes: GroupCodes, count: Int? = nil) throws(Stop) {
    resize(to: count ?? codes.count)
    var counts = counts
    self.counts = []
    switch content {
    case .count:
      var counts = counts.mutableSpan
      try codes.forEach(of: heads, budget) { (_, group) throws(Stop) in counts[group] &+= 1 }
    case .share(let counted):
      try codes.forEach(of: heads, budget) { (place, group) throws(Stop) in
        counts[group] &+= 1
        if counted[place] { parts[group] &+= 1 }
      }
    case .aggregate(_, let column):
      try codes.forEach(of: heads, budget) { (place, group) throws(Stop) in
        counts[group] &+= 1
        folds[group].add(column.value(at: place))
      }
    }
    self.counts = counts
  }

  /// Makes a group for each of some things, and gives those that had none a number.
  ///
  /// - Returns: The numbers of their groups.
  mutating func open(_ things: [Entity], of codes: inout GroupCodes) -> [Int] {
    if case .pairs(let heads, let numbers, var keys) = codes {
      var known: [GroupKey: Int] = [:]
      for (number, key) in keys.enumerated() { known[key] = number }
      for thing in things where known[.thing(thing)] == nil { keys.append(.thing(thing)) }
      codes = .pairs(heads: heads, codes: numbers, keys: keys)
      resize(to: keys.count)
      // What has been evaluated has no number for what nothing counts under.
      return Array(0..<keys.count)
    }
    return things.compactMap { codes.code(of: $0) }
  }

  /// The groups with a head in them, and others, in ascending order.
  func groups(or others: [Int]) -> [Int] {
    guard !others.isEmpty else { return counts.indices.filter { counts[$0] > 0 } }
    var isOpen = counts.map { $0 > 0 }
    for group in others { isOpen[group] = true }
    return isOpen.indices.filter { isOpen[$0] }
  }

  /// What is measured of a group.
  func value(of group: Int) -> Value? {
    switch content {
    case .count: return .number(Double(counts[group]))
    case .share:
      guard counts[group] > 0 else { return nil }
      // Of a hundred, to one place behind the point.
      let share = (Double(parts[group]) * 1000 / Double(counts[group])).rounded() / 10
      return .number(share)
    case .aggregate: return folds[group].value
    }
  }
}

/// A value made of several, one after another.
struct AggregateFold {
  private let aggregate: Aggregate
  /// The lowest or the highest so far.
  private var best: Value?
  private var total = 0.0
  private var count = 0
  /// All numbers, of which the one in the middle is asked for.
  private var numbers: [Double] = []

  init(_ aggregate: Aggregate) { self.aggregate = aggregate }

  /// Takes in a value, or that there is none.
  mutating func add(_ value: Value?) {
    guard let value else { return }
    switch aggregate {
    case .lowest, .earliest:
      if best.map({ Value.order(value, $0) < 0 }) ?? true { best = value }
    case .highest, .latest:
      if best.map({ Value.order($0, value) < 0 }) ?? true { best = value }
    case .total, .average, .median:
      if case .number(let number) = value { add(toSum: number) }
    }
  }

  /// Takes in a number; one that is none is missing.
  mutating func add(_ number: Double) {
    guard !number.isNaN else { return }
    switch aggregate {
    case .lowest, .earliest:
      if case .number(let least)? = best, least <= number { return }
      best = .number(number)
    case .highest, .latest:
      if case .number(let most)? = best, most >= number { return }
      best = .number(number)
    case .total, .average, .median: add(toSum: number)
    }
  }

  /// Takes in the same number several times.
  mutating func add(_ number: Double, times: Int) {
    switch aggregate {
    case .lowest, .earliest, .highest, .latest: if times > 0 { add(number) }
    case .total, .average, .median: for _ in 0..<times { add(number) }
    }
  }

  private mutating func add(toSum number: Double) {
    total += number
    count += 1
    if aggregate == .median { numbers.append(number) }
  }

  /// The value; `nil` when there was none to make it of.
  var value: Value? {
    switch aggregate {
    case .lowest, .earliest, .highest, .latest: return best
    case .total: return count == 0 ? nil : .number(total)
    case .average: return count == 0 ? nil : .number(total / Double(count))
    case .median:
      guard count > 0 else { return nil }
      let sorted = numbers.sorted()
      let middle = count / 2
      return .number(
        count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
    }
  }
}
