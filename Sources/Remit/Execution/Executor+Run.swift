// SPDX-License-Identifier: Apache-2.0

/// A plan as it is used for one answer.
struct PlanInUse {
  let plan: QueryPlan
  /// Names that stand in the place of those of the query.
  let givenNames: [GivenName]
  /// What may be done instead of running the plan.
  let lookUp: LookUp?

  init(_ plan: QueryPlan, _ givenNames: [GivenName] = [], _ lookUp: LookUp? = nil) {
    (self.plan, self.givenNames, self.lookUp) = (plan, givenNames, lookUp)
  }
}

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
  /// - Returns: The answer with its notes, but without the sentence for no rows: whoever
  ///   knows the phrase that was asked for makes it.
  /// - Throws: ``Stop``: cancelled, too costly, or a name that finds no thing.
  static func run(
    _ plan: QueryPlan,
    graph: Graph,
    today: Day,
    parameters: [String: Value] = [:],
    cache: ExecutionCache = ExecutionCache(),
    budget: Budget
  ) throws(Stop) -> QueryResult {
    let (table, notes) = try answer(
      PlanInUse(plan), graph: graph, today: today, parameters: parameters, cache: cache,
      budget: budget)
    return QueryResult(columns: table.columns, answer: table.rows, notes: notes, emptySentence: "")
  }

  /// Finds what ``run(_:graph:today:parameters:cache:budget:)`` makes an answer of.
  ///
  /// - Throws: ``Stop``, as that does.
  static func answer(
    _ use: PlanInUse, graph: Graph, today: Day, parameters: [String: Value],
    cache: ExecutionCache, budget: Budget
  ) throws(Stop) -> (table: AnswerTable, notes: [String]) {
    if let lookUp = use.lookUp,
      let table = try lookUp.table(
        LookUp.Asked(
          graph: graph, today: today, parameters: parameters, givenNames: use.givenNames,
          budget: budget))
    {
      return (table, [])
    }
    let executor = try start(
      use.plan, graph: graph, today: today, parameters: parameters, givenNames: use.givenNames,
      cache: cache, budget: budget)
    let bindings = try executor.bindings()
    let table = try executor.table(use.plan.unit.root, bindings)
    return (table, try executor.missingNotes(bindings))
  }

  /// Finds the things a query without shape asks for, by kind and number.
  ///
  /// - Throws: ``Stop``, as ``run(_:graph:today:parameters:cache:budget:)`` does.
  static func things(
    _ plan: QueryPlan,
    graph: Graph,
    today: Day,
    parameters: [String: Value],
    cache: ExecutionCache,
    budget: Budget
  ) throws(Stop) -> [Entity] {
    let executor = try start(
      plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
    return try executor.bindings().heads(in: graph).entities
  }

  /// Evaluates closed terms and conditions.
  ///
  /// - Throws: ``Stop``, as ``run(_:graph:today:parameters:cache:budget:)`` does.
  static func evaluate(
    _ plan: QueryPlan,
    terms: [BoundTerm],
    conditions: [BoundCondition],
    graph: Graph,
    today: Day,
    parameters: [String: Value],
    cache: ExecutionCache,
    budget: Budget
  ) throws(Stop) -> (values: [Value?], truths: [Bool]) {
    let executor = try start(
      plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
    var frame = executor.frame()
    var values: [Value?] = []
    for term in terms { values.append(try executor.evaluation(term, bound: [])(&frame)) }
    var truths: [Bool] = []
    for condition in conditions {
      truths.append(try executor.test(condition, bound: [])(&frame))
    }
    return (values, truths)
  }

  /// Makes the executor of a query, with its day and its names settled.
  static func start(
    _ plan: QueryPlan,
    graph: Graph,
    today: Day,
    parameters: [String: Value],
    givenNames: [GivenName] = [],
    cache: ExecutionCache,
    budget: Budget
  ) throws(Stop) -> Executor {
    let day =
      try plan.query.asOf.map { (term) throws(Stop) in
        try self.day(
          of: term, graph: graph, today: today, parameters: parameters, budget: budget,
          at: plan.query.asOfRange)
      } ?? today
    let execution = Execution(
      graph: graph,
      plan: plan,
      today: day,
      parameters: parameters,
      givenNames: givenNames,
      cache: cache,
      budget: budget
    )
    try execution.resolveNames()
    return Executor(execution, plan.unit, at: .on(day.number))
  }

  /// The distinct bindings of the query's head and row variables, by number.
  func bindings() throws(Stop) -> Bindings {
    let (head, others) = (execution.plan.query.head, execution.plan.query.rowVariables)
    let plan = Executor.bindings(of: unit.root)
    if others.allSatisfy({ $0 == head }) { return .things(head, try set(plan)) }
    return .rows(try rows(plan, [head] + others.filter { $0 != head }))
  }

  /// The day a term without variables means.
  static func day(
    of term: BoundTerm,
    graph: Graph,
    today: Day,
    parameters: [String: Value],
    budget: Budget,
    at range: SourceRange
  ) throws(Stop) -> Day {
    let query = BoundQuery(
      variables: [], names: [], head: Variable(0), rowVariables: [], condition: .always,
      shape: .rows([], sort: [], limit: nil), asOf: nil, missing: [])
    let unit = PlanUnit(root: .empty, variables: [], names: [])
    let plan = QueryPlan(query: query, unit: unit)
    let execution = Execution(
      graph: graph,
      plan: plan,
      today: today,
      parameters: parameters,
      cache: ExecutionCache(),
      budget: budget
    )
    let executor = Executor(execution, unit, at: .on(today.number))
    var frame = executor.frame()
    if case .day(let day)? = try executor.evaluation(term, bound: [])(&frame) { return day }
    throw .invalid([
      Diagnostic(
        "not-a-date", "this is no day of the calendar", at: range,
        help: ["the last one is 9999-12-31"])
    ])
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
