// SPDX-License-Identifier: Apache-2.0

/// What holds as of other days than the one the question is about.
extension Executor {
  /// Runs something as of another day; what it kept is given back.
  func onDay<T>(
    _ day: Int32, _ run: (Executor) throws(Stop) -> T
  ) throws(Stop) -> T {
    let kept = budget.bytes
    defer { budget.release(to: kept) }
    return try run(executor(on: day))
  }

  /// The same as of another day.
  fileprivate func executor(on day: Int32) -> Executor {
    Executor(Execution(execution, on: Day(number: day)), unit, at: .on(day))
  }

  /// Compiles the test that a condition holds as of some day, or of every day,
  /// of a span: it is evaluated on the days on which it can change.
  func during(
    _ time: BoundTime, _ condition: BoundCondition, _ bound: [Variable]
  ) throws(Stop) -> Test {
    guard time.isClosed else { return try moving(time, condition, bound) }
    let span = DaySpan(try resolve(time))
    guard span.first <= span.last else { return constant(false) }
    let days = try ChangeDays.find(of: condition, in: self, from: span.first, to: span.last)
    let free = condition.freeVariables
    if free.isEmpty { return constant(try holds(condition, days, span)) }
    if free.count == 1, let variable = free.first {
      return member(of: try set(of: condition, variable, days, span), variable.index)
    }
    if !span.isEvery, let (left, right, view) = try pairs(of: condition, days) {
      return pair(view, slot(left), slot(right))
    }
    let tests = DayTests(self, condition, bound, days)
    return { (frame: inout Frame) throws(Stop) -> Bool in try tests.holds(span, &frame) }
  }

  /// The test over a span that is another one for each thing.
  private func moving(
    _ time: BoundTime, _ condition: BoundCondition, _ bound: [Variable]
  ) throws(Stop) -> Test {
    let resolution = try resolution(time, bound: bound)
    let days = try ChangeDays.find(
      of: condition, in: self, from: Day.earliest.number, to: Day.latest.number)
    let tests = DayTests(self, condition, bound, days)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      try tests.holds(DaySpan(try resolution(&frame)), &frame)
    }
  }

  private func holds(
    _ condition: BoundCondition, _ days: [Int32], _ span: DaySpan
  ) throws(Stop) -> Bool {
    for day in days {
      let holds = try onDay(day) { (executor) throws(Stop) in
        var frame = executor.frame()
        return try executor.test(condition, bound: [])(&frame)
      }
      if holds != span.isEvery { return holds }
    }
    return span.isEvery
  }

  /// The things a condition on one variable holds of on some day, or on each.
  private func set(
    of condition: BoundCondition, _ variable: Variable, _ days: [Int32], _ span: DaySpan
  ) throws(Stop) -> EntitySet {
    let all = EntitySet(all: kinds(variable), in: graph)
    let plan = LogicalPlan.filter(.scan(kinds(variable)), variable, condition)
    var found = span.isEvery ? all : EntitySet()
    for day in days {
      let asked = span.isEvery ? found : all.subtracting(found)
      if asked.isEmpty { break }
      let holding = try onDay(day) { (executor) throws(Stop) in
        try executor.set(plan, within: asked)
      }
      if span.isEvery { found = holding } else { found.formUnion(holding) }
    }
    return found
  }

  /// The pairs that a link or a definition joins on some of the days.
  private func pairs(
    of condition: BoundCondition, _ days: [Int32]
  ) throws(Stop) -> (Operand, Operand, LinkView)? {
    let ends: (Operand, Operand)
    switch condition {
    case .link(let link, let from, let to) where link.repetition == nil && link.time == .asOf:
      ends = (from, to)
    case .definition(_, let operands) where operands.count == 2:
      ends = (operands[0], operands[1])
    default: return nil
    }
    var found = PairSet()
    for day in days {
      try onDay(day) { (executor) throws(Stop) in
        let view =
          switch condition {
          case .link(let link, _, _): try executor.view(link)
          case .definition(let id, _): try executor.execution.view(of: id, at: .on(day))
          default: LinkView(parts: [])
          }
        for part in view.parts {
          try budget.spend(part.count)
          for node in 0..<part.forward.nodeCount {
            let left = Entity(kind: part.left, node: NodeID(node))
            for place in part.forward.range(of: NodeID(node)) {
              let right = Entity(kind: part.right, node: part.forward.targets[place])
              _ = found.insert(left, right)
            }
          }
        }
      }
    }
    return (ends.0, ends.1, found.view(in: graph))
  }
}

/// The days of a resolved time that the calendar has.
struct DaySpan {
  let first: Int32
  let last: Int32
  /// Whether something has to hold on each of them; else on one.
  let isEvery: Bool

  init(_ time: ResolvedTime) {
    let (first, last): (Int32, Int32)
    switch time {
    case .on(let day): (first, last, isEvery) = (day, day, false)
    case .within(let start, let end): (first, last, isEvery) = (start, end, false)
    case .throughout(let start, let end): (first, last, isEvery) = (start, end, true)
    case .always: (first, last, isEvery) = (.min, .max, false)
    }
    self.first = max(first, Day.earliest.number)
    self.last = min(last, Day.latest.number)
  }
}

/// The tests of a condition as of some days, each compiled when it is needed.
private final class DayTests {
  private let executor: Executor
  private let condition: BoundCondition
  private let bound: [Variable]
  /// The first of the days on which it stays the same, in order.
  private let days: [Int32]
  private var tests: [Int: (executor: Executor, test: ListedTest)] = [:]

  init(
    _ executor: Executor, _ condition: BoundCondition, _ bound: [Variable], _ days: [Int32]
  ) {
    (self.executor, self.condition, self.bound, self.days) = (executor, condition, bound, days)
  }

  func holds(_ span: DaySpan, _ frame: inout Frame) throws(Stop) -> Bool {
    guard span.first <= span.last else { return false }
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= span.first { low = middle + 1 } else { high = middle }
    }
    var place = max(0, low - 1)
    while place < days.count, days[place] <= span.last {
      try executor.budget.spend()
      let holds = try test(place).test(&frame)
      if holds != span.isEvery { return holds }
      place += 1
    }
    return span.isEvery
  }

  private func test(_ place: Int) throws(Stop) -> ListedTest {
    if let known = tests[place] { return known.test }
    let there = executor.executor(on: days[place])
    let test = ListedTest(test: try there.test(condition, bound: bound))
    // Kept too: its tests look into it.
    tests[place] = (there, test)
    return test
  }
}
