// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Shows why a thing is in the answer of a question, or why it is not.
  ///
  /// - Parameters:
  ///   - name: A name or key of the thing.
  ///   - text: A question that asks for things, perhaps of another day; what it
  ///     shows of them does not matter.
  ///   - cancellation: Stops the search from another thread.
  /// - Returns: The proof; ``Proof/holds`` tells which of the two it is.
  /// - Throws: ``QueryError`` when the text is no such question, when a name
  ///   finds nothing or several things, or when a limit is reached.
  /// - Complexity: That of the question, and of what the proof mentions.
  public mutating func why(
    _ name: String, in text: String, cancellation: Cancellation? = nil
  ) throws(QueryError) -> Proof {
    let source = SourceText(text)
    let range = StatementSplitter.split(source).first ?? SourceRange(0, source.bytes.count)
    let context = Context(source: source, range: range, cancellation: cancellation)
    guard case .question(let question) = try parse(range, of: source) else {
      throw context.error(
        Diagnostic("not-a-question", "only a question can be prepared", at: range))
    }
    // What a `changes in` compares and what groups count is no condition on one thing.
    let (query, diagnostics) = Binder.bind(question, model: model)
    guard diagnostics.isEmpty else {
      throw QueryError(code: .invalid, diagnostics: diagnostics, source: source)
    }
    guard case .rows = query.shape, query.rowVariables.isEmpty, !question.needsWorld else {
      throw context.error(EngineMessages.noProof(at: question.subjectRange))
    }
    // Nothing is written in place, so that each definition is known by itself.
    let plan = Planner.plan(
      query, definitions: model.definitions, schema: model.schema,
      disabledRules: [InlineDefinitions().name])
    let graph = currentGraph()
    do {
      return try prove(bound(name, query, question), plan, graph, budget(context))
    } catch { throw self.error(error, context) }
  }

  private func bound(
    _ name: String, _ query: BoundQuery, _ question: QuestionSyntax
  ) -> BoundName {
    BoundName(
      text: name, isParameter: false, kinds: query.variables[query.head.index].kinds,
      range: question.subjectRange)
  }

  private func prove(
    _ name: BoundName, _ plan: QueryPlan, _ graph: Graph, _ budget: Budget
  ) throws(Stop) -> Proof {
    let executor = try Executor.start(
      plan, graph: graph, today: today, parameters: parameters, cache: ExecutionCache(),
      budget: budget)
    switch NameLookup(graph: graph, parameters: parameters).resolve(name) {
    case .thing(let thing):
      let prover = Prover(executor).binding(plan.query.head, to: thing)
      guard let proof = try prover.prove(plan.query.condition) else {
        throw .limit(.levels, used: Prover.deepest, allowed: Prover.deepest)
      }
      return proof
    case .problem(var problem):
      // The name is not in the text, so no edit of it can help.
      problem.edits = []
      throw .invalid([problem])
    }
  }
}
