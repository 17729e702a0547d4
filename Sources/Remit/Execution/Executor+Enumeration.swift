// SPDX-License-Identifier: Apache-2.0

/// Where the things of a variable come from when it is bound.
private enum Source {
  /// All candidates are looked at.
  case scan
  /// It is the thing in another slot.
  case same(Int)
  /// The neighbours of a bound thing; of several, those that are fewest.
  case neighbors([Neighbors])
  /// What a repeated link reaches from a bound thing.
  case reached(BoundLink, from: Int, isForward: Bool)
}

/// The neighbours of the thing in a slot.
struct Neighbors {
  let view: LinkView
  let slot: Int
  let isForward: Bool
}

/// One step of an enumeration: a variable, whence its things come, and what is
/// tested as soon as it is bound.
private struct Step {
  let variable: Variable
  let source: Source
  var conditions: [BoundCondition]
}

/// The choice of an order in which to bind variables, the cheapest next.
private struct EnumerationState {
  var variables: [Variable]
  var conditions: [BoundCondition]
  var candidates: [Variable: EntitySet]
  /// The variables bound so far, those from outside first.
  var bound: [Variable]
  var steps: [Step] = []
}

extension Executor {
  /// Compiles the enumeration of all bindings of some variables for which all
  /// conditions hold.
  ///
  /// Every next variable is the one with the fewest things to expect, found
  /// along links from what is bound rather than among all things. What is said
  /// of one variable alone narrows its candidates beforehand.
  ///
  /// - Parameters:
  ///   - variables: The variables to be bound.
  ///   - candidates: The sets they range over, where that is not all.
  ///   - conditions: What has to hold.
  ///   - bound: The variables bound outside.
  ///   - isDistinct: Whether each binding may be met only once; else inner
  ///     variables may be bound as well where that shows a way.
  ///   - then: What is done with each binding.
  /// - Returns: A test that is true as soon as `then` is.
  /// - Throws: ``Stop``, if what it is compiled from costs too much.
  func enumeration(
    of variables: [Variable],
    candidates: [Variable: EntitySet],
    _ conditions: [BoundCondition],
    bound: [Variable],
    isDistinct: Bool,
    then: @escaping Test
  ) throws(Stop) -> Test {
    var state = EnumerationState(
      variables: [],
      conditions: [],
      candidates: candidates,
      bound: bound
    )
    var before: [BoundCondition] = []
    for variable in variables { try add(variable, to: &state) }
    for condition in conditions.flatMap(\.conjuncts) {
      if condition.freeVariables.isDisjoint(with: variables) {
        before.append(condition)
      } else {
        try add(condition, to: &state)
      }
    }
    while !state.variables.isEmpty { try bindNext(&state, isDistinct) }
    var test = then
    var outer = state.bound
    for step in state.steps.reversed() {
      test = try chain(step.conditions, outer, test)
      outer.removeLast()
      test = try each(step, state.candidates[step.variable], test)
    }
    return try chain(before, bound, test)
  }

  private func add(_ variable: Variable, to state: inout EnumerationState) throws(Stop) {
    state.variables.append(variable)
    if state.candidates[variable] == nil {
      state.candidates[variable] = EntitySet(all: kinds(variable), in: graph)
    }
  }

  /// Takes a condition in: one on a variable alone narrows its candidates if
  /// its set is at hand.
  private func add(_ condition: BoundCondition, to state: inout EnumerationState) throws(Stop) {
    let free = condition.freeVariables
    if free.count == 1, let variable = free.first, state.variables.contains(variable) {
      let set: EntitySet? =
        if case .isOf(_, let kinds) = condition {
          EntitySet(all: kinds, in: graph)
        } else {
          try knownSet(of: condition, variable)
        }
      if let set {
        state.candidates[variable]?.formIntersection(set)
        return
      }
    }
    try narrow(by: condition, &state)
    state.conditions.append(condition)
  }

  /// Leaves as candidates only things that have a link, where those are few.
  private func narrow(
    by condition: BoundCondition,
    _ state: inout EnumerationState
  ) throws(Stop) {
    let ends: (Operand, Operand)
    let view: LinkView
    switch condition {
    case .link(let link, let from, let to) where link.repetition == nil && link.time.isClosed:
      ends = (from, to)
      view = try self.view(link)
    case .definition(let id, let operands) where operands.count == 2:
      ends = (operands[0], operands[1])
      view = try execution.view(of: id, at: time)
    default: return
    }
    for (end, isForward) in [(ends.0, false), (ends.1, true)] {
      guard case .variable(let variable) = end, let all = state.candidates[variable],
        view.count < all.count / 4
      else { continue }
      var linked = EntitySet()
      for part in view.parts {
        let kind = part.target(isForward: isForward)
        try budget.spend(part.count)
        linked.formUnion(
          kind,
          NodeSet(
            capacity: graph.capacity(of: kind),
            of: part.adjacency(isForward: isForward).targets
          )
        )
      }
      state.candidates[variable] = all.intersection(linked)
    }
  }

  // MARK: Order

  private func bindNext(_ state: inout EnumerationState, _ isDistinct: Bool) throws(Stop) {
    var best: (cost: Double, variable: Variable, source: Source, used: Int?)?
    for variable in state.variables {
      let (cost, source, used) = try cheapest(variable, state)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, variable, source, used) }
    }
    guard var choice = best else { return }
    if case .scan = choice.source, !isDistinct, choice.cost > 1,
      try mergeExistential(towards: choice.variable, &state)
    {
      return
    }
    if let used = choice.used {
      // The link is what the things come from: it needs no test.
      state.conditions.remove(at: used)
      choice.used = nil
    }
    state.variables.removeAll { $0 == choice.variable }
    state.bound.append(choice.variable)
    let open = Set(state.variables)
    var ready: [BoundCondition] = []
    state.conditions.removeAll {
      guard $0.freeVariables.isDisjoint(with: open) else { return false }
      ready.append($0)
      return true
    }
    ready = ready.filter { !$0.hasQuantifier } + ready.filter(\.hasQuantifier)
    state.steps.append(
      Step(variable: choice.variable, source: choice.source, conditions: ready)
    )
  }

  /// The cheapest way to the things of a variable, what it is expected to
  /// cost, and the condition that it fulfils by itself.
  private func cheapest(
    _ variable: Variable,
    _ state: EnumerationState
  ) throws(Stop) -> (Double, Source, Int?) {
    let own = Operand.variable(variable)
    let count = Double(state.candidates[variable]?.count ?? 0)
    let all = Double(max(1, kinds(variable).reduce(0) { $0 + graph.capacity(of: $1) }))
    var best: (Double, Source, Int?) = (count, .scan, nil)
    var neighbors: [Neighbors] = []
    for (place, condition) in state.conditions.enumerated() {
      switch condition {
      case .same(own, let other) where other != own && isBound(other, state),
        .same(let other, own) where other != own && isBound(other, state):
        return (0, .same(slot(other)), place)
      case .link(let link, let from, let to) where from != to:
        guard from == own ? isBound(to, state) : to == own && isBound(from, state),
          let time = try generatorTime(link)
        else { continue }
        let isForward = to == own
        let start = slot(isForward ? from : to)
        if link.repetition != nil {
          if link.time.isClosed, count / 2 < best.0 {
            best = (count / 2, .reached(link, from: start, isForward: isForward), place)
          }
          continue
        }
        let view = try execution.view(link.relations, at: time)
        neighbors.append(Neighbors(view: view, slot: start, isForward: isForward))
        let cost = degree(view, isForward) * max(count / all, 0.01)
        if cost < best.0 {
          best = (cost, .neighbors(neighbors), link.time.isClosed ? place : nil)
        }
      case .definition(let id, let ends) where ends.count == 2 && ends[0] != ends[1]:
        guard ends[0] == own ? isBound(ends[1], state) : ends[1] == own && isBound(ends[0], state)
        else { continue }
        let view = try execution.view(of: id, at: time)
        let isForward = ends[1] == own
        neighbors.append(
          Neighbors(view: view, slot: slot(isForward ? ends[0] : ends[1]), isForward: isForward)
        )
        let cost = degree(view, isForward) * max(count / all, 0.01)
        if cost < best.0 { best = (cost, .neighbors(neighbors), place) }
      default: continue
      }
    }
    // Several links lead there: the shortest row is chosen for each binding,
    // and every link is tested.
    if case .neighbors = best.1, neighbors.count > 1 { best = (best.0, .neighbors(neighbors), nil) }
    return best
  }

  /// A time at which a link holds whenever it does at its own time, if its own
  /// is not the same for all things.
  private func generatorTime(_ link: BoundLink) throws(Stop) -> ResolvedTime? {
    if link.time.isClosed { return try resolve(link.time) }
    let stored = link.relations.allSatisfy { if case .stored = $0 { true } else { false } }
    return stored ? .always : nil
  }

  private func isBound(_ operand: Operand, _ state: EnumerationState) -> Bool {
    guard case .variable(let variable) = operand else { return true }
    return state.bound.contains(variable)
  }

  /// How many neighbours a thing has on average.
  private func degree(_ view: LinkView, _ isForward: Bool) -> Double {
    var nodes = 1
    for part in view.parts { nodes += graph.capacity(of: part.source(isForward: isForward)) }
    return Double(view.count) / Double(nodes)
  }

  /// Binds also a variable that is quantified by "there is" inside, if the way
  /// to the wanted one leads over it.
  ///
  /// - Returns: Whether there was one.
  private func mergeExistential(
    towards variable: Variable,
    _ state: inout EnumerationState
  ) throws(Stop) -> Bool {
    let bound = Set(state.bound)
    for (place, condition) in state.conditions.enumerated() {
      guard case .quantified(.some, let inner, let among, let holds) = condition else { continue }
      let free = condition.freeVariables
      guard free.contains(variable), free.count > 1, !free.isDisjoint(with: bound),
        !bound.contains(inner), !state.variables.contains(inner)
      else { continue }
      state.conditions.remove(at: place)
      try add(inner, to: &state)
      for part in [among, holds].flatMap(\.conjuncts) { try add(part, to: &state) }
      return true
    }
    return false
  }

  // MARK: Steps

  private func chain(
    _ conditions: [BoundCondition],
    _ bound: [Variable],
    _ then: @escaping Test
  ) throws(Stop) -> Test {
    guard !conditions.isEmpty else { return then }
    if conditions.count == 1 {
      let first = try test(conditions[0], bound: bound)
      return { (frame: inout Frame) throws(Stop) -> Bool in
        guard try first(&frame) else { return false }
        return try then(&frame)
      }
    }
    var tests: [ListedTest] = []
    for condition in conditions {
      tests.append(ListedTest(test: try test(condition, bound: bound)))
    }
    let list = tests
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for listed in list where !(try listed.test(&frame)) { return false }
      return try then(&frame)
    }
  }

  private func each(
    _ step: Step,
    _ candidates: EntitySet?,
    _ then: @escaping Test
  ) throws(Stop) -> Test {
    let index = step.variable.index
    let candidates = candidates ?? EntitySet()
    let budget = budget
    switch step.source {
    case .scan: return scan(candidates, index, then)
    case .same(let other):
      return { (frame: inout Frame) throws(Stop) -> Bool in
        guard candidates.contains(frame.slots[other]) else { return false }
        frame.slots[index] = frame.slots[other]
        return try then(&frame)
      }
    case .reached(let link, let start, let isForward):
      let reach = Reach(self, link, try view(link), isForward: isForward)
      return { (frame: inout Frame) throws(Stop) -> Bool in
        let found = try reach.set(from: frame.slots[start])
        for part in found.parts {
          guard let wanted = candidates[part.kind] else { continue }
          for node in part.nodes where wanted.contains(node) {
            try budget.spend()
            frame.slots[index] = Entity(kind: part.kind, node: node)
            if try then(&frame) { return true }
          }
        }
        return false
      }
    case .neighbors(let neighbors):
      return self.neighbors(neighbors, candidates, index, then)
    }
  }

  private func scan(_ candidates: EntitySet, _ index: Int, _ then: @escaping Test) -> Test {
    let budget = budget
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for part in candidates.parts {
        for node in part.nodes {
          try budget.spend()
          frame.slots[index] = Entity(kind: part.kind, node: node)
          if try then(&frame) { return true }
        }
      }
      return false
    }
  }
}
