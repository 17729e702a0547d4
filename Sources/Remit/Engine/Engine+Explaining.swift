// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// A plan in words: what each operator does, how many rows were expected of it
  /// and how many it makes.
  func explanation(
    _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> String {
    var engine = self
    var question = question
    if question.needsWorld {
      _ = engine.currentGraph()
      engine = try engine.world(of: question.contexts, context).engine
      question.contexts = []
      question.isChanges = false
    }
    let plan = try engine.plan(question, context)
    let budget = engine.budget(context)
    let (graph, cache) = try engine.graph(for: plan.query, context, budget)
    var writer: ExplanationWriter
    do {
      writer = ExplanationWriter(
        plan, graph,
        try Executor.start(
          plan, graph: graph, today: engine.today, parameters: engine.parameters,
          cache: cache, budget: budget))
      try writer.write()
    } catch { throw self.error(error, context) }
    return writer.lines.joined(separator: "\n")
  }
}

/// Writes the lines of an explanation, running each part of the plan to count
/// what it makes.
private struct ExplanationWriter {
  let plan: QueryPlan
  let graph: Graph
  let executor: Executor
  let estimate: PlanEstimate
  private(set) var lines: [String] = []

  init(_ plan: QueryPlan, _ graph: Graph, _ executor: Executor) {
    self.plan = plan
    self.graph = graph
    self.executor = executor
    estimate = PlanEstimate(graph: graph, plan: plan)
  }

  mutating func write() throws(Stop) {
    try add(plan.unit, executor, depth: 0)
    for (id, definition) in plan.definitions.sorted(by: { $0.key < $1.key }) {
      let words = PlanWords(plan, definition.unit, schema: graph.schema)
      let pairs =
        definition.parameterKinds.count == 1
        ? try executor.execution.set(of: id, at: executor.time).count
        : try executor.execution.view(of: id, at: executor.time).parts.reduce(0) { $0 + $1.count }
      let found = "'\(words.word(id))'" + (definition.isRecursive ? ", which uses itself" : "")
      line("the definition \(found)", rows: pairs, estimated: nil, 0)
      // What uses itself has no parts that mean anything alone.
      guard !definition.isRecursive else { continue }
      try add(
        definition.unit, Executor(executor.execution, definition.unit, at: executor.time), depth: 1)
    }
  }

  private mutating func add(
    _ unit: PlanUnit, _ executor: Executor, depth: Int
  ) throws(Stop) {
    let words = PlanWords(plan, unit, schema: graph.schema)
    try add(unit.root, unit, words, executor, depth)
    for shared in unit.shared {
      let count = try executor.set(shared.plan).count
      let estimated = estimate.rows(shared.plan, of: unit)
      line(words.sentence(shared), rows: count, estimated: estimated, depth)
      try add(shared.plan, unit, words, executor, depth + 1)
    }
  }

  private mutating func add(
    _ part: LogicalPlan, _ unit: PlanUnit, _ words: PlanWords, _ executor: Executor, _ depth: Int
  ) throws(Stop) {
    line(
      words.sentence(part), rows: try rows(part, executor),
      estimated: estimate.rows(part, of: unit), depth)
    for child in part.children { try add(child, unit, words, executor, depth + 1) }
  }

  /// How many rows a part makes; `nil` where it is not run by itself.
  private func rows(_ part: LogicalPlan, _ executor: Executor) throws(Stop) -> Int? {
    switch part {
    case .project, .aggregate, .limit, .limitEach, .periods:
      return try executor.table(part, try executor.bindings()).rows.count
    case .sort(let input, _): return try rows(input, executor)
    case .join(let inputs, on: _):
      return try executor.rows(part, inputs.map(\.variable)).count
    case .union(let parts) where part.hasRows:
      return try executor.rows(part, parts.lazy.compactMap(\.variables).first ?? []).count
    default: return try executor.set(part).count
    }
  }

  private mutating func line(_ text: String, rows: Int?, estimated: Double?, _ depth: Int) {
    var counts: [String] = []
    if let rows { counts.append(rows == 1 ? "1 row" : "\(rows) rows") }
    if let estimated {
      counts.append("about \(Value.number(estimated.rounded()).description) expected")
    }
    let end = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    lines.append(String(repeating: "  ", count: depth) + text + end)
  }
}

extension LogicalPlan {
  /// The variables of its rows, if it is a join or a union of joins.
  fileprivate var variables: [Variable]? {
    switch self {
    case .join(let inputs, on: _): inputs.map(\.variable)
    case .union(let parts): parts.lazy.compactMap(\.variables).first
    default: nil
    }
  }

  /// Whether it makes rows of several variables.
  fileprivate var hasRows: Bool {
    if case .join = self { return true }
    if case .union(let parts) = self { return parts.contains(where: \.hasRows) }
    return false
  }
}
