// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// A plan in words: what each operator does, how many rows were expected of it
  /// and how many it makes.
  func explanation(
    _ question: QuestionSyntax, _ context: Context, now: (() -> ContinuousClock.Instant)?
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
        plan, graph, now,
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
  let now: (() -> ContinuousClock.Instant)?
  private(set) var lines: [String] = []

  /// A step as it was measured.
  private struct Step {
    var sentence: String
    var rows: Int?
    var estimated: Double?
    /// How long it took with the steps below it.
    var time: Duration?
    var below: [Step] = []

    /// How long it took without the steps below it.
    var ownTime: Duration? {
      time.map { time in
        max(.zero, below.reduce(time) { $0 - ($1.time ?? .zero) })
      }
    }
  }

  init(
    _ plan: QueryPlan, _ graph: Graph, _ now: (() -> ContinuousClock.Instant)?,
    _ executor: Executor
  ) {
    self.plan = plan
    self.graph = graph
    self.now = now
    self.executor = executor
    estimate = PlanEstimate(graph: graph, plan: plan)
  }

  mutating func write() throws(Stop) {
    // The definitions first: they are made once, and whoever asks for one first would be
    // charged for it.
    var definitions: [Step] = []
    for (id, definition) in plan.definitions.sorted(by: { $0.key < $1.key }) {
      let words = PlanWords(plan, definition.unit, schema: graph.schema)
      let found = "'\(words.word(id))'" + (definition.isRecursive ? ", which uses itself" : "")
      var step = Step(sentence: "the definition \(found)")
      (step.rows, step.time) = try measured { () throws(Stop) in
        definition.parameterKinds.count == 1
          ? try executor.execution.set(of: id, at: executor.time).count
          : try executor.execution.view(of: id, at: executor.time).parts.reduce(0) { $0 + $1.count }
      }
      // What uses itself has no parts that mean anything alone.
      if !definition.isRecursive {
        step.below = try steps(
          of: definition.unit, Executor(executor.execution, definition.unit, at: executor.time))
      }
      definitions.append(step)
    }
    for step in try steps(of: plan.unit, executor) + definitions { add(step, depth: 0) }
  }

  private func steps(of unit: PlanUnit, _ executor: Executor) throws(Stop) -> [Step] {
    let words = PlanWords(plan, unit, schema: graph.schema)
    var steps = [try step(unit.root, unit, words, executor)]
    for shared in unit.shared {
      var step = Step(sentence: words.sentence(shared))
      (step.rows, step.time) = try measured { () throws(Stop) in
        try executor.set(shared.plan).count
      }
      step.estimated = estimate.rows(shared.plan, of: unit)
      step.below = [try self.step(shared.plan, unit, words, executor)]
      steps.append(step)
    }
    return steps
  }

  private func step(
    _ part: LogicalPlan, _ unit: PlanUnit, _ words: PlanWords, _ executor: Executor
  ) throws(Stop) -> Step {
    var step = Step(sentence: words.sentence(part))
    (step.rows, step.time) = try measured { () throws(Stop) in try rows(part, executor) }
    step.estimated = estimate.rows(part, of: unit)
    for child in part.children {
      step.below.append(try self.step(child, unit, words, executor))
    }
    return step
  }

  private func measured<Result>(
    _ body: () throws(Stop) -> Result
  ) throws(Stop) -> (Result, Duration?) {
    guard let now else { return (try body(), nil) }
    let start = now()
    let result = try body()
    return (result, start.duration(to: now()))
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

  private mutating func add(_ step: Step, depth: Int) {
    var counts: [String] = []
    if let rows = step.rows { counts.append(rows == 1 ? "1 row" : "\(rows) rows") }
    if let estimated = step.estimated {
      counts.append("about \(Value.number(estimated.rounded()).description) expected")
    }
    if let time = step.ownTime { counts.append(ExplanationWriter.milliseconds(time)) }
    let end = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    lines.append(String(repeating: "  ", count: depth) + step.sentence + end)
    for child in step.below { add(child, depth: depth + 1) }
  }

  /// A time to the microsecond: `0.120 ms`.
  private static func milliseconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let digits = String(microseconds % 1000)
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
      + " ms"
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
