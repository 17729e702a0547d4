// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Compiles the enumeration of all bindings of some variables for which all
  /// conditions hold.
  ///
  /// Things that only have to be there, also those of "there is" inside "there
  /// is", are bound side by side with the variables: the next one is that with
  /// the fewest things to expect, found along links from what is bound rather
  /// than among all things. Where several links lead there, their rows are
  /// intersected. What depends on nothing that is still to be bound is tested
  /// by itself. What is said of one variable alone narrows its candidates
  /// beforehand.
  ///
  /// - Parameters:
  ///   - variables: The variables to be bound.
  ///   - candidates: The sets they range over, where that is not all.
  ///   - conditions: What has to hold.
  ///   - bound: The variables bound outside.
  ///   - meeting: How often each binding has to be met.
  ///   - then: What is done with each binding.
  /// - Returns: A test that is true as soon as `then` is.
  /// - Throws: ``Stop``, if what it is compiled from costs too much.
  func enumeration(
    of variables: [Variable],
    candidates: [Variable: EntitySet],
    _ conditions: [BoundCondition],
    bound: [Variable],
    meeting: Meeting,
    then: @escaping Test
  ) throws(Stop) -> Test {
    let wanted = meeting == .any ? [] : Set(variables)
    var state = EnumerationState(wanted: wanted, candidates: candidates, bound: bound)
    for variable in variables { try add(variable, to: &state) }
    var before: [BoundCondition] = []
    let conditions = conditions.flatMap(\.conjuncts)
    var quantified: [Variable: Int] = [:]
    for condition in conditions { condition.countQuantified(into: &quantified) }
    for condition in conditions {
      if condition.freeVariables.isDisjoint(with: variables) {
        before.append(condition)
      } else {
        try add(condition, quantified, to: &state)
      }
    }
    state.conditions.removeAll {
      guard $0.freeVariables.isDisjoint(with: state.variables) else { return false }
      before.append($0)
      return true
    }
    return try chain(before, bound, try bindings(of: state, meeting, then))
  }

  private func add(_ variable: Variable, to state: inout EnumerationState) throws(Stop) {
    state.variables.append(variable)
    if state.candidates[variable] == nil {
      state.candidates[variable] = EntitySet(all: kinds(variable), in: graph)
    }
  }

  /// Takes a condition in: one on a variable alone narrows its candidates if
  /// its set is at hand; what "there is" is bound as well.
  ///
  /// A variable that is `quantified` twice has one slot for two things: it is
  /// left where it is.
  private func add(
    _ condition: BoundCondition,
    _ quantified: [Variable: Int],
    to state: inout EnumerationState
  ) throws(Stop) {
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
    if case .quantified(.some, let inner, let among, let holds) = condition,
      quantified[inner] == 1, !state.variables.contains(inner), !state.bound.contains(inner)
    {
      try add(inner, to: &state)
      for part in [among, holds].flatMap(\.conjuncts) { try add(part, quantified, to: &state) }
      return
    }
    try narrow(by: condition, &state)
    state.conditions.append(condition)
  }

  /// Leaves as candidates only things that have a link, where those are few.
  private func narrow(
    by condition: BoundCondition,
    _ state: inout EnumerationState
  ) throws(Stop) {
    guard let (ends, view) = try ends(of: condition) else { return }
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

  /// The two ends of a link that can be followed, and the pairs it joins.
  func ends(of condition: BoundCondition) throws(Stop) -> ((Operand, Operand), LinkView)? {
    switch condition {
    case .link(let link, let from, let to) where link.repetition == nil && link.time.isClosed:
      return ((from, to), try view(link))
    case .definition(let id, let operands) where operands.count == 2:
      return ((operands[0], operands[1]), try execution.view(of: id, at: time))
    default: return nil
    }
  }

  // MARK: Order

  /// Compiles the binding of all that is not bound yet.
  private func bindings(
    of state: EnumerationState,
    _ meeting: Meeting,
    _ then: @escaping Test
  ) throws(Stop) -> Test {
    guard !state.variables.isEmpty else { return then }
    var parts = independentParts(of: state)
    if parts.count == 1, meeting == .any || !parts[0].wanted.isEmpty {
      return try bindNext(parts[0], meeting, then)
    }
    // There only has to be one of what has nothing to do with the things wanted.
    var costs: [Double] = []
    for part in parts { costs.append(try next(of: part, .any).cost) }
    let order = parts.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    var tests: [ListedTest] = []
    for place in order where parts[place].wanted.isEmpty {
      let test = try bindNext(parts[place], .any, constant(true))
      tests.append(ListedTest(test: test))
    }
    parts.removeAll(where: \.wanted.isEmpty)
    let rest: Test
    if var joined = parts.first {
      for part in parts.dropFirst() {
        joined.variables += part.variables
        joined.wanted.formUnion(part.wanted)
        joined.conditions += part.conditions
      }
      rest = try bindNext(joined, meeting, then)
    } else {
      rest = then
    }
    let list = tests
    guard !list.isEmpty else { return rest }
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for listed in list where !(try listed.test(&frame)) { return false }
      return try rest(&frame)
    }
  }

  /// Parts that no condition ties together, now that so much is bound.
  private func independentParts(of state: EnumerationState) -> [EnumerationState] {
    var groups = state.variables.map { Set([$0]) }
    for condition in state.conditions {
      let free = condition.freeVariables
      var joined: Set<Variable> = []
      var place = groups.count
      for index in groups.indices.reversed() where !groups[index].isDisjoint(with: free) {
        joined.formUnion(groups.remove(at: index))
        place = index
      }
      if !joined.isEmpty { groups.insert(joined, at: place) }
    }
    guard groups.count > 1 else { return [state] }
    return groups.map { group in
      var part = state
      part.variables = state.variables.filter(group.contains)
      part.wanted = state.wanted.intersection(group)
      part.conditions = state.conditions.filter { !$0.freeVariables.isDisjoint(with: group) }
      return part
    }
  }

  /// Compiles the binding of the next variable, and of those after it.
  private func bindNext(
    _ state: EnumerationState,
    _ meeting: Meeting,
    _ then: @escaping Test
  ) throws(Stop) -> Test {
    var state = state
    let choice = try next(of: state, meeting)
    if choice.isScan { try narrowToLinked(choice.variable, &state) }
    // What the things come from needs no test.
    for place in choice.fulfilled.sorted().reversed() { state.conditions.remove(at: place) }
    state.variables.removeAll { $0 == choice.variable }
    state.wanted.remove(choice.variable)
    state.bound.append(choice.variable)
    let open = Set(state.variables)
    var ready: [BoundCondition] = []
    state.conditions.removeAll {
      guard $0.freeVariables.isDisjoint(with: open) else { return false }
      ready.append($0)
      return true
    }
    ready = ready.filter { !$0.hasQuantifier } + ready.filter(\.hasQuantifier)
    let rest = try bindings(of: state, meeting, then)
    let test = try chain(ready, state.bound, rest)
    return try each(choice, state.candidates[choice.variable], test)
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
    let tests = try listed(conditions, bound)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for listed in tests where !(try listed.test(&frame)) { return false }
      return try then(&frame)
    }
  }

  private func each(
    _ choice: BindingChoice,
    _ candidates: EntitySet?,
    _ then: @escaping Test
  ) throws(Stop) -> Test {
    let index = choice.variable.index
    let candidates = candidates ?? EntitySet()
    let budget = budget
    switch choice.source {
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
      return neighbors.count == 1
        ? walk(neighbors[0], candidates, index, then)
        : commonNeighbors(neighbors, candidates, index, then)
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
