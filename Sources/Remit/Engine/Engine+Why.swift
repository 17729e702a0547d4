// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Explains what a question beginning with `why` asks about.
  ///
  /// What is so is explained, whatever was asked: `why not` of something that
  /// holds shows why it does.
  mutating func why(
    _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> Proof {
    guard case .why(let why) = question.subject else {
      throw context.error(EngineMessages.changesOfNothing(at: question.subjectRange))
    }
    if question.isChanges {
      throw context.error(EngineMessages.changesOfWhy(at: question.subjectRange))
    }
    _ = currentGraph()
    var engine = try world(of: question.contexts, context).engine
    var bare = question
    bare.contexts = []
    return try engine.prove(bare, why, context)
  }

  /// Explains why a thing is in the answer of a question, or why it is not.
  ///
  /// - Parameters:
  ///   - name: What finds the thing: its key, name or title.
  ///   - question: A question for things, with what it takes for granted; what
  ///     it shows and how it sorts does not matter.
  ///   - cancellation: What ends the search for reasons from another thread.
  /// - Returns: The proof, whose ``Proof/holds`` tells which it is.
  /// - Throws: ``QueryError`` when the question is none, asks for no things, or
  ///   the name finds nothing among them.
  public mutating func why(
    _ name: String, in question: String, cancellation: Cancellation? = nil
  ) throws(QueryError) -> Proof {
    let source = SourceText(question)
    let range = StatementSplitter.split(source).last ?? SourceRange(0, source.bytes.count)
    let context = Context(source: source, range: range, cancellation: cancellation)
    return try DeepStack.run(levels: levels(of: source)) { () throws(QueryError) in
      guard case .question(var asked) = try parse(range, of: source),
        let set = asked.subject.set
      else { throw context.error(EngineMessages.noThingsToExplain(at: range)) }
      let outer = startClock()
      defer { deadline = outer }
      let thing = NameSyntax(
        text: name, isQuoted: true, range: SourceRange(range.start, range.start))
      asked.subject = .why(WhySyntax(isNegated: false, subject: .member(.name(thing), set)))
      asked.isChanges = false
      return try why(asked, context)
    }
  }

  private mutating func prove(
    _ question: QuestionSyntax, _ why: WhySyntax, _ context: Context
  ) throws(QueryError) -> Proof {
    let (query, diagnostics) = Binder.bind(question, model: model, letters: context.letters)
    guard diagnostics.isEmpty else {
      throw invalid(diagnostics, context)
    }
    let plan = planForProof(of: query)
    coverage?.note(plan)
    let today = today
    return try proving(plan, context) { (prover, graph) throws(Stop) in
      let scope = prover.scope(nil, at: .on(today.number))
      var condition = query.condition
      var things: [Int: Entity] = [:]
      var claim: String?
      if case .member(_, let set) = why.subject, case .all(let parts) = query.condition,
        parts.count == 2, case .same(_, let operand) = parts[0]
      {
        condition = parts[1]
        let thing = scope.thing(operand, [:])
        things[query.head.index] = thing
        let holds = try scope.holds(condition, things)
        claim =
          "\(graph.label(of: thing)) is \(holds ? "" : "not ")in \(SyntaxPrinter().print(set))"
      }
      guard var proof = try prover.prove(condition, things, in: scope) else {
        throw Stop.limit(.depth, used: Prover.mostSteps, allowed: Prover.mostSteps)
      }
      if let claim {
        proof = Proof(
          sentence: claim, holds: proof.holds, reason: .all, facts: [], parts: [proof],
          isClaim: true,
          evidence: proof.evidence)
      }
      return proof
    }
  }

  /// The plan of a query whose condition is to be proved.
  func planForProof(of query: BoundQuery) -> QueryPlan {
    Planner.plan(
      parts: [query.condition], of: query, definitions: model.definitions, schema: model.schema,
      strata: model.strata)
  }

  /// Gives a closure a prover over the facts of the day, at the cost of a statement.
  mutating func proving<Result>(
    _ plan: QueryPlan, _ context: Context,
    _ body: (Prover, Graph) throws(Stop) -> Result
  ) throws(QueryError) -> Result {
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (graph, cache) = try graph(for: plan.query, context, budget)
    do throws(Stop) {
      let execution = Execution(
        graph: graph, plan: plan, today: today, parameters: parameters, cache: cache,
        budget: budget)
      try execution.resolveNames()
      return try body(Prover(execution), graph)
    } catch { throw self.error(error, context) }
  }
}

extension QuestionSyntax.Subject {
  /// The things a question is about, where it asks for things.
  fileprivate var set: SetSyntax? {
    switch self {
    case .set(let set): return set
    case .top(let top): return SetSyntax(first: top.phrase)
    case .who(let verbs, let range):
      // `who owns A.5.3` asks for everyone that does.
      var noun = NounPhraseSyntax(head: .indefinite(.someone), range: range)
      noun.posts = [PostGroupSyntax(conjunction: .and, posts: [.clause(verbs, relative: .who)])]
      return SetSyntax(first: PhraseSyntax(noun: noun, range: range.union(verbs.range)))
    case .which(let noun, let verbs, counts: false):
      var noun = noun
      if let verbs {
        noun.posts.append(
          PostGroupSyntax(conjunction: .and, posts: [.clause(verbs, relative: .that)]))
      }
      return SetSyntax(first: PhraseSyntax(noun: noun, range: noun.range))
    case .which, .measure, .path, .distance, .periods, .why: return nil
    }
  }
}
