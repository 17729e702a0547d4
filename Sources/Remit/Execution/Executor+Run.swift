// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Runs a query on a graph.
  ///
  /// - Parameters:
  ///   - plan: The plan of the query.
  ///   - graph: The graph; its schema is that of the plan, or has grown since.
  ///   - today: The host's day, which `as of` may replace.
  ///   - parameters: Values of `$name` parameters.
  ///   - cache: What earlier runs found out about the same graph and definitions.
  ///   - budget: What the run may use.
  /// - Returns: The answer with its notes. The sentence for no rows is a plain
  ///   one that a caller who knows the phrase may replace.
  /// - Throws: ``Stop``: cancelled, too costly, or a name that finds no thing.
  static func run(
    _ plan: QueryPlan,
    graph: Graph,
    today: Day,
    parameters: [String: Value] = [:],
    cache: ExecutionCache = ExecutionCache(),
    budget: Budget
  ) throws(Stop) -> QueryResult {
    let day = try asOfDay(plan, graph, today, parameters, budget)
    let execution = Execution(
      graph: graph,
      plan: plan,
      today: day,
      parameters: parameters,
      cache: cache,
      budget: budget
    )
    try execution.resolveNames()
    let executor = Executor(execution, plan.unit, at: .on(day.number))
    let bindings = try executor.bindings()
    let table = try executor.table(plan.unit.root, bindings)
    return QueryResult(
      columns: table.columns,
      rows: table.rows,
      notes: try executor.missingNotes(bindings),
      emptySentence: emptySentence(plan.query, graph)
    )
  }

  /// The distinct bindings of the query's head and row variables, by number.
  func bindings() throws(Stop) -> Rows {
    let query = execution.plan.query
    let variables = [query.head] + query.rowVariables.filter { $0 != query.head }
    return try rows(Executor.bindings(of: unit.root), variables)
  }

  /// The day that `as of` sets, or the host's.
  private static func asOfDay(
    _ plan: QueryPlan,
    _ graph: Graph,
    _ today: Day,
    _ parameters: [String: Value],
    _ budget: Budget
  ) throws(Stop) -> Day {
    guard let term = plan.query.asOf else { return today }
    let execution = Execution(
      graph: graph,
      plan: plan,
      today: today,
      parameters: parameters,
      cache: ExecutionCache(),
      budget: budget
    )
    let unit = PlanUnit(root: .empty, variables: [], names: [])
    let executor = Executor(execution, unit, at: .on(today.number))
    var frame = executor.frame()
    if case .day(let day)? = try executor.evaluation(term, bound: [])(&frame) { return day }
    throw .invalid([
      Diagnostic("not-a-date", "the day after 'as of' is not a date", at: term.range)
    ])
  }

  private static func emptySentence(_ query: BoundQuery, _ graph: Graph) -> String {
    let kinds = query.variables[query.head.index].kinds
    let count = kinds.reduce(0) { $0 + graph.nodes(of: $1).count }
    let words = kinds.map { graph.schema[$0].singular }.joined(separator: " or ")
    return "No \(words) found; \(count) looked at."
  }
}

extension BoundTerm {
  /// Where the term was written, as far as it is known.
  fileprivate var range: SourceRange {
    switch self {
    case .parameter(_, let range): range
    case .shifted(let day, by: let period, later: _):
      day.range.end > 0 ? day.range : period.range
    default: SourceRange(0, 0)
    }
  }
}
