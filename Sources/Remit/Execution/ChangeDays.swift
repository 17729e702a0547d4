// SPDX-License-Identifier: Apache-2.0

/// Finds the days of a span on which a condition can come to hold or to fail.
///
/// The truth of a condition as of a day depends on the day through the dates of
/// links, through values compared with `today`, and through spans that move
/// with it. Between the days found here it stays the same for all things; some
/// found days may change nothing. What follows the day in a way that is not
/// understood here makes every day of the span one of them.
struct ChangeDays {
  let execution: Execution
  let first: Int32
  let last: Int32
  private var days: Set<Int32>
  private var isEveryDay = false
  private var definitions: Set<DefinitionID> = []

  /// Returns the days in order, the first of the span always among them.
  ///
  /// - Complexity: O(links and values that are looked at), times the logarithm
  ///   of the span where something moves with the day; O(days) at worst.
  static func find(
    of condition: BoundCondition, in executor: Executor, from first: Int32, to last: Int32
  ) throws(Stop) -> [Int32] {
    var search = ChangeDays(
      execution: executor.execution, first: first, last: last, days: [first])
    try search.look(at: condition, executor)
    guard search.isEveryDay else {
      try executor.budget.spend(search.days.count)
      return search.days.sorted()
    }
    try executor.budget.spend(Int(last) - Int(first))
    return Array(first...last)
  }

  private init(execution: Execution, first: Int32, last: Int32, days: Set<Int32>) {
    (self.execution, self.first, self.last, self.days) = (execution, first, last, days)
  }

  mutating func mark(_ day: Int32) {
    if day > first, day <= last { days.insert(day) }
  }

  // MARK: Conditions

  private mutating func look(
    at condition: BoundCondition, _ executor: Executor
  ) throws(Stop) {
    guard !isEveryDay else { return }
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { try look(at: part, executor) }
    case .not(let part): try look(at: part, executor)
    case .isOf, .same: break
    case .compare(let lhs, _, let rhs):
      try look(at: lhs, executor)
      try look(at: rhs, executor)
      try order([lhs, rhs], executor)
    case .known(let term):
      try look(at: term, executor)
      try order([term], executor)
    case .link(let link, let from, let to):
      try look(at: link, link.repetition == nil ? (from, to) : nil, executor)
    case .definition(let id, _): try look(at: id)
    case .quantified(_, _, let among, let holds):
      try look(at: among, executor)
      try look(at: holds, executor)
    case .during(let time, let inner): try look(at: time, inner, executor)
    }
  }

  /// Looks at the body of a definition, once.
  private mutating func look(at id: DefinitionID) throws(Stop) {
    guard definitions.insert(id).inserted,
      execution.plan.declared.indices.contains(id.index)
    else { return }
    let definition = execution.plan.declared[id.index]
    let unit = PlanUnit(
      root: .empty, variables: definition.variables, names: definition.names)
    let executor = Executor(execution, unit, at: .on(execution.today.number))
    try look(at: definition.meaning, executor)
  }

  /// Looks at the conditions inside a term, and at what is gathered there.
  private mutating func look(at term: BoundTerm, _ executor: Executor) throws(Stop) {
    guard !isEveryDay else { return }
    switch term {
    case .value, .parameter, .today, .calendar, .attribute, .entity: break
    case .count(_, let condition): try look(at: condition, executor)
    case .aggregate(_, let value, _, let condition), .list(let value, _, let condition):
      try look(at: value, executor)
      try look(at: condition, executor)
      if value.followsToday { isEveryDay = true }
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      try look(at: lhs, executor)
      try look(at: rhs, executor)
    case .walk(_, from: _, to: _, let hops):
      for hop in hops { try look(at: hop.link, nil, executor) }
    }
  }

  /// Looks at a condition on other days: what has ever held has held from the
  /// day on which it began, and a span that moves passes the days on which the
  /// condition changes. A span that stays is the same on each day.
  private mutating func look(
    at time: BoundTime, _ inner: BoundCondition, _ executor: Executor
  ) throws(Stop) {
    for term in time.terms { try look(at: term, executor) }
    switch time {
    case .asOf, .past: try look(at: inner, executor)
    case .always: break
    case .within, .throughout:
      guard !isEveryDay, time.terms.contains(where: \.followsToday) else { return }
      var all = ChangeDays(
        execution: execution, first: Day.earliest.number, last: Day.latest.number, days: [])
      try all.look(at: inner, executor)
      if all.isEveryDay { return isEveryDay = true }
      try order(time.terms, executor, among: all.days)
    }
  }

  // MARK: Links

  /// Looks at the dates of the links that can be meant: those of the things
  /// named at their ends, if any is.
  private mutating func look(
    at link: BoundLink, _ ends: (Operand, Operand)?, _ executor: Executor
  ) throws(Stop) {
    for term in link.time.terms { try look(at: term, executor) }
    guard !isEveryDay else { return }
    for case .defined(let id) in link.relations {
      // Links of other days within a definition: its links are read then too.
      guard link.time == .asOf else { return isEveryDay = true }
      try look(at: id)
    }
    switch link.time {
    case .always: return
    case .asOf, .past:
      for day in try dates(of: link, ends, executor) { mark(day) }
    case .within, .throughout:
      guard link.time.terms.contains(where: \.followsToday) else { return }
      try order(link.time.terms, executor, among: try dates(of: link, ends, executor))
    }
  }

  /// The first days of links, and the days after their last ones.
  private func dates(
    of link: BoundLink, _ ends: (Operand, Operand)?, _ executor: Executor
  ) throws(Stop) -> Set<Int32> {
    var found: Set<Int32> = []
    for case .stored(let id) in link.relations {
      let isSymmetric = execution.graph.schema[id].isSymmetric
      for table in execution.graph.linkTables(of: id) where table.from != nil || table.until != nil
      {
        func note(_ place: Int) {
          if let day = table.from?[place], day != .min { found.insert(day) }
          if let day = table.until?[place], day != .max { found.insert(day) }
        }
        let named =
          isSymmetric
          ? (nil, nil)
          : (
            ends.flatMap { thing($0.0, executor) },
            ends.flatMap { thing($0.1, executor) }
          )
        if let from = named.0 {
          guard from.kind == table.left else { continue }
          let places = table.forward.range(of: from.node)
          try executor.budget.spend(places.count)
          for place in places { note(place) }
        } else if let to = named.1 {
          guard to.kind == table.right else { continue }
          let places = table.backward.range(of: to.node)
          try executor.budget.spend(places.count)
          for place in places { note(Int(table.backwardLinks[place])) }
        } else {
          try executor.budget.spend(table.count)
          for place in 0..<table.count { note(place) }
        }
      }
    }
    return found
  }

  private func thing(_ operand: Operand, _ executor: Executor) -> Entity? {
    guard case .name(let name) = operand else { return nil }
    return executor.names[name.index]
  }

  // MARK: What moves with the day

  /// Marks the days on which terms that follow today change their places among
  /// each other, the other terms, and some days.
  private mutating func order(
    _ terms: [BoundTerm], _ executor: Executor, among days: Set<Int32> = []
  ) throws(Stop) {
    let moving = terms.filter(\.followsToday)
    guard !moving.isEmpty, !isEveryDay else { return }
    var days = days
    for term in terms where !term.followsToday {
      guard let found = try self.days(of: term, executor) else { return isEveryDay = true }
      days.formUnion(found)
    }
    let clocks = moving.compactMap { Clock($0, executor) }
    guard clocks.count == moving.count else { return isEveryDay = true }
    let bounds = days.sorted()
    if clocks.count == 1 || Clock.keepTheirOrder(clocks) {
      for clock in clocks {
        if clock.isSteady, clock.hasValue(on: first, or: last) {
          try clock.passing(bounds, from: first, to: last, executor.budget) { mark($0) }
        } else {
          try scan([clock], bounds, executor)
        }
      }
    } else {
      try scan(clocks, bounds, executor)
    }
  }

  /// Goes through the days one by one.
  private mutating func scan(
    _ clocks: [Clock], _ bounds: [Int32], _ executor: Executor
  ) throws(Stop) {
    var before: [Clock.Place] = []
    for day in first...last {
      try executor.budget.spend(clocks.count)
      let values = clocks.map { $0.value(on: day) }
      var places = values.map { Clock.Place($0, among: bounds) }
      for (index, value) in values.enumerated() {
        for other in values.dropFirst(index + 1) { places.append(Clock.Place(value, other)) }
      }
      if day > first, places != before { mark(day) }
      before = places
    }
  }

  /// All days that a term which does not follow today can have as its value;
  /// `nil` if they cannot be told.
  private func days(
    of term: BoundTerm, _ executor: Executor
  ) throws(Stop) -> Set<Int32>? {
    if case .aggregate(let function, let value, _, _) = term {
      return [.earliest, .latest, .lowest, .highest].contains(function)
        ? try days(of: value, executor) : nil
    }
    let free = Array(term.freeVariables)
    guard !term.hasCondition, free.count <= 1 else { return nil }
    var frame = executor.frame()
    let evaluation = try executor.evaluation(term, bound: free)
    var found: Set<Int32> = []
    var isOfDays = true
    func note() throws(Stop) {
      switch try evaluation(&frame) {
      case .day(let day)?: found.insert(day.number)
      case nil: break
      case .number?, .period?: isOfDays = false
      default: break
      }
    }
    guard let variable = free.first else {
      try note()
      return isOfDays ? found : nil
    }
    for kind in executor.kinds(variable) {
      for node in execution.graph.nodes(of: kind) {
        try executor.budget.spend()
        frame.slots[variable.index] = Entity(kind: kind, node: node)
        try note()
      }
    }
    return isOfDays ? found : nil
  }
}
