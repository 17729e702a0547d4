// SPDX-License-Identifier: Apache-2.0

/// What `let` names: the things or the groups of an answer themselves, not how
/// they are shown.
extension Executor {
  /// A row of a measure with keys: what is counted under, and the number.
  struct MeasuredGroup {
    var keys: [GroupKey]
    var value: Value?
  }

  /// The things of an answer in its order; no more than it has rows.
  static func heads(
    _ plan: QueryPlan, graph: Graph, today: Day, parameters: [String: Value],
    cache: ExecutionCache, budget: Budget
  ) throws(Stop) -> (things: [Entity], notes: [String]) {
    let executor = try start(
      plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
    let bindings = try executor.bindings()
    var keys: [BoundSort] = []
    var limit: Int?
    switch plan.query.shape {
    case .rows(_, let sort, let first): (keys, limit) = (sort, first)
    case .top(_, let sort, _, let count): (keys, limit) = (sort, count)
    case .measure, .periods: break
    }
    var known = KnownColumns()
    let rows = try executor.sorted(bindings, by: keys, &known)
    let things = rows.columns[0].entities.removingRepetitionsInRow()
    return (limit.map { Array(things.prefix($0)) } ?? things, try executor.missingNotes(bindings))
  }

  /// The groups of a measure in the order of its answer.
  static func groups(
    _ plan: QueryPlan, graph: Graph, today: Day, parameters: [String: Value],
    cache: ExecutionCache, budget: Budget
  ) throws(Stop) -> (groups: [MeasuredGroup], notes: [String]) {
    // The plan has the keys as they are run: a definition may be written out in them, and then
    // there is no plan of it.
    guard case .measure(_, _, let sort, let limit) = plan.query.shape,
      case (let measure, let keys, let part)? = plan.unit.root.aggregated
    else { return ([], []) }
    let executor = try start(
      plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
    let bindings = try executor.bindings()
    let groups = try executor.measuredGroups(
      bindings, measure, keys, sort: sort, part: part, limit: limit)
    return (groups, try executor.missingNotes(bindings))
  }
}

extension LogicalPlan {
  /// What the plan of a measure counts, by which keys, and what a share counts.
  fileprivate var aggregated: (BoundMeasure, [BoundKey], LogicalPlan?)? {
    switch self {
    case .limit(let input, _), .sort(let input, _): input.aggregated
    case .aggregate(_, let measure, let keys, let part): (measure, keys, part)
    default: nil
    }
  }
}
