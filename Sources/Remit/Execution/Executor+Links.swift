// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The days a time means, its terms having no free variables.
  func resolve(_ time: BoundTime) throws(Stop) -> ResolvedTime {
    if let fixed = fixedTime(time) { return fixed }
    var frame = frame()
    return try resolution(time, bound: [])(&frame)
  }

  /// The days a time means where it has no terms.
  private func fixedTime(_ time: BoundTime) -> ResolvedTime? {
    time.fixed(asOf: self.time, today: execution.today.number)
  }

  /// Compiles the finding of the days a time means.
  func resolution(
    _ time: BoundTime,
    bound: [Variable]
  ) throws(Stop) -> (inout Frame) throws(Stop) -> ResolvedTime {
    switch time {
    case .within(let first, let last):
      return try resolution(first, last, bound) { .within($0, $1) }
    case .throughout(let first, let last):
      return try resolution(first, last, bound) { .throughout($0, $1) }
    case .asOf, .past, .always:
      let fixed = fixedTime(time) ?? .never
      return { (_: inout Frame) throws(Stop) -> ResolvedTime in fixed }
    }
  }

  private func resolution(
    _ first: BoundTerm?,
    _ last: BoundTerm?,
    _ bound: [Variable],
    _ make: @escaping (Int32, Int32) -> ResolvedTime
  ) throws(Stop) -> (inout Frame) throws(Stop) -> ResolvedTime {
    let start = try day(first, orElse: .min, bound)
    let end = try day(last, orElse: .max, bound)
    return { (frame: inout Frame) throws(Stop) -> ResolvedTime in
      guard let start = try start(&frame), let end = try end(&frame) else { return .never }
      return make(start, end)
    }
  }

  private func day(
    _ term: BoundTerm?,
    orElse open: Int32,
    _ bound: [Variable]
  ) throws(Stop) -> (inout Frame) throws(Stop) -> Int32? {
    guard let term else { return { (_: inout Frame) throws(Stop) -> Int32? in open } }
    let evaluation = try evaluation(term, bound: bound)
    return { (frame: inout Frame) throws(Stop) -> Int32? in
      guard case .day(let day)? = try evaluation(&frame) else { return nil }
      return day.number
    }
  }

  /// Compiles the test that a link leads from one thing to another.
  func link(
    _ link: BoundLink,
    _ from: Operand,
    _ to: Operand,
    _ bound: [Variable]
  ) throws(Stop) -> Test {
    let (left, right) = (slot(from), slot(to))
    if link.time.isClosed {
      let view = try view(link)
      guard link.repetition != nil else { return pair(view, left, right) }
      // Walk from the end that stays the same for longer.
      let isForward = boundAt(from, bound) <= boundAt(to, bound)
      let reach = Reach(self, link, view, isForward: isForward)
      let (start, end) = isForward ? (left, right) : (right, left)
      return { (frame: inout Frame) throws(Stop) -> Bool in
        try reach.set(from: frame.slots[start]).contains(frame.slots[end])
      }
    }
    let time = try resolution(link.time, bound: bound)
    let execution = execution
    guard link.repetition == nil else {
      return { [unowned self] (frame: inout Frame) throws(Stop) -> Bool in
        let view = try execution.view(link.relations, at: try time(&frame))
        return try Reach(self, link, view, isForward: true)
          .set(from: frame.slots[left]).contains(frame.slots[right])
      }
    }
    return dated(link, left, right, time)
  }

  /// Tests the dates of the links between two things, which differ by thing; what is
  /// defined has none of its own, and is read on each day as a whole.
  private func dated(
    _ link: BoundLink,
    _ left: Int,
    _ right: Int,
    _ time: @escaping (inout Frame) throws(Stop) -> ResolvedTime
  ) -> Test {
    var tables: [(table: LinkTable, dating: Dating)] = []
    for case .stored(let id) in link.relations {
      for table in graph.linkTables(of: id) { tables.append((table, graph.schema[id].dating)) }
    }
    let all = tables
    let budget = budget
    return { (frame: inout Frame) throws(Stop) -> Bool in
      let (from, to) = (frame.slots[left], frame.slots[right])
      let time = try time(&frame)
      for (table, dating) in all where table.left == from.kind && table.right == to.kind {
        let range = table.forward.range(of: from.node)
        try budget.spend(range.count &+ 1)
        for place in range where table.forward.targets[place] == to.node {
          let holds = time.holds(
            from: table.from?[place] ?? .min,
            until: table.until?[place] ?? .max,
            dating: dating
          )
          if holds { return true }
        }
      }
      return false
    }
  }

  /// How late an operand is bound; names are bound before all variables.
  func boundAt(_ operand: Operand, _ bound: [Variable]) -> Int {
    guard case .variable(let variable) = operand else { return -1 }
    return bound.firstIndex(of: variable) ?? bound.count
  }
}

/// What a repeated link reaches from one thing, kept until another is asked for.
final class Reach {
  private let executor: Executor
  private let view: LinkView
  private let isForward: Bool
  private let repetition: Repetition
  private let ends: [KindID]
  private var start = Frame.nothing
  private var reached = EntitySet()

  init(_ executor: Executor, _ link: BoundLink, _ view: LinkView, isForward: Bool) {
    self.executor = executor
    self.view = view
    self.isForward = isForward
    repetition = link.repetition ?? Repetition(least: 1, most: 1)
    ends = executor.endKinds(of: link)
  }

  func set(from entity: Entity) throws(Stop) -> EntitySet {
    if entity == start { return reached }
    guard entity != Frame.nothing else { return EntitySet() }
    try executor.budget.spend()
    reached = try executor.reached(
      from: EntitySet(of: [entity], in: executor.graph),
      view,
      isForward: isForward,
      repetition,
      ends: ends
    )
    start = entity
    return reached
  }
}
