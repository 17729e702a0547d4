// SPDX-License-Identifier: Apache-2.0

/// Which variable of an enumeration is bound next, and whence its things come.
extension Executor {
  /// The variable to bind next.
  func next(of state: EnumerationState, _ meeting: Meeting) throws(Stop) -> BindingChoice {
    var best = try cheapest(state.variables[0], state)
    var bestWanted: BindingChoice?
    for (place, variable) in state.variables.enumerated() {
      let choice = place == 0 ? best : try cheapest(variable, state)
      if choice.cost < best.cost { best = choice }
      guard state.wanted.contains(variable) else { continue }
      if bestWanted.map({ choice.cost < $0.cost }) ?? true { bestWanted = choice }
    }
    guard let bestWanted else { return best }
    // A thing that only has to be there comes first where the way leads over it;
    // what is wanted may then be met again.
    let leadsThere = meeting == .all && bestWanted.isScan && bestWanted.cost > 1 && !best.isScan
    return leadsThere ? best : bestWanted
  }

  /// Leaves of a variable that is about to be scanned the things that have all
  /// the links they need.
  func narrowToLinked(
    _ variable: Variable, _ state: inout EnumerationState
  ) throws(Stop) {
    guard let all = state.candidates[variable] else { return }
    state.candidates[variable] = try linked(
      all, variable, by: try links(among: state.conditions))
  }

  /// The cheapest way to the things of a variable.
  private func cheapest(
    _ variable: Variable,
    _ state: EnumerationState
  ) throws(Stop) -> BindingChoice {
    let own = Operand.variable(variable)
    let count = Double(state.candidates[variable]?.count ?? 0)
    let all = Double(max(1, kinds(variable).reduce(0) { $0 + graph.capacity(of: $1) }))
    var best = BindingChoice(variable: variable, source: .scan, cost: count)
    var neighbors: [Neighbors] = []
    var fulfilled: [Int] = []
    var cost = Double.infinity
    for (place, condition) in state.conditions.enumerated() {
      switch condition {
      case .same(own, let other) where other != own && isBound(other, state),
        .same(let other, own) where other != own && isBound(other, state):
        return BindingChoice(
          variable: variable, source: .same(slot(other)), cost: 0, fulfilled: [place])
      case .link(let link, let from, let to) where from != to:
        guard from == own ? isBound(to, state) : to == own && isBound(from, state),
          let time = try generatorTime(link)
        else { continue }
        let isForward = to == own
        let start = slot(isForward ? from : to)
        if link.repetition != nil {
          guard link.time.isClosed, count / 2 < best.cost else { continue }
          best.source = .reached(link, from: start, isForward: isForward)
          (best.cost, best.fulfilled) = (count / 2, [place])
          continue
        }
        let view = try execution.view(link.relations, at: time)
        neighbors.append(Neighbors(view: view, slot: start, isForward: isForward))
        cost = min(cost, degree(view, isForward) * max(count / all, 0.01))
        if link.time.isClosed { fulfilled.append(place) }
      case .definition(let id, let ends) where ends.count == 2 && ends[0] != ends[1]:
        guard ends[0] == own ? isBound(ends[1], state) : ends[1] == own && isBound(ends[0], state)
        else { continue }
        let view = try execution.view(of: id, at: time)
        let isForward = ends[1] == own
        neighbors.append(
          Neighbors(view: view, slot: slot(isForward ? ends[0] : ends[1]), isForward: isForward)
        )
        cost = min(cost, degree(view, isForward) * max(count / all, 0.01))
        fulfilled.append(place)
      default: continue
      }
    }
    guard cost < best.cost else { return best }
    return BindingChoice(
      variable: variable, source: .neighbors(neighbors), cost: cost, fulfilled: fulfilled)
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
}
