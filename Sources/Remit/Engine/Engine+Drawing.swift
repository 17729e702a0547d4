// SPDX-License-Identifier: Apache-2.0

/// Drawings of what a question asks for, and of all that is known.
extension Engine {
  /// Draws what a question asks for: the things of its rows, with every link that
  /// its conditions and columns name among them and what they are tied to.
  ///
  ///     let drawing = try engine.drawing(of: "people who own a critical control")
  ///
  /// The question `everything` draws all things and all links on record, as of a
  /// day those that hold on it.
  ///
  /// - Parameters:
  ///   - question: A question, with what it takes for granted.
  ///   - cancellation: What ends it from another thread.
  /// - Returns: The drawing, with as many things as there are.
  /// - Throws: ``QueryError`` when the question is none, or asks for reasons or changes.
  /// - Complexity: That of answering the question, and of following what ties each row.
  public mutating func drawing(
    of question: String, cancellation: Cancellation? = nil
  ) throws(QueryError) -> GraphDrawing {
    let source = SourceText(question)
    let range = StatementSplitter.split(source).last ?? SourceRange(0, source.bytes.count)
    let context = Context(source: source, range: range, cancellation: cancellation)
    return try DeepStack.run(levels: levels(of: source)) { () throws(QueryError) in
      guard case .question(let asked) = try parse(range, of: source) else {
        throw context.error(EngineMessages.nothingToDraw(at: range))
      }
      let outer = startClock()
      defer { deadline = outer }
      return try drawing(asked, context)
    }
  }

  mutating func drawing(
    _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> GraphDrawing {
    try refuseDrawing(of: question, context)
    // What was asked for stands in the drawing as it is understood.
    let title = SyntaxPrinter().print(question)
    _ = currentGraph()
    var engine = try world(of: question.contexts, context).engine
    var bare = question
    bare.contexts = []
    if bare.isEverything {
      let isOfDay = question.contexts.contains { if case .asOf = $0 { true } else { false } }
      return try engine.drawEverything(on: isOfDay ? engine.today : nil, title, context)
    }
    bare.removeAcross()
    return try engine.draw(bare, title, context)
  }

  /// Refuses questions whose answer is no piece of one graph.
  func refuseDrawing(
    of question: QuestionSyntax, _ context: Context
  ) throws(QueryError) {
    guard question.isWhy || question.isChanges else { return }
    throw context.error(
      question.isWhy
        ? EngineMessages.drawingOfWhy(at: question.subjectRange)
        : EngineMessages.drawingOfChanges(at: question.subjectRange))
  }

  /// Writes a drawing of what a question asks for.
  mutating func export(
    _ syntax: ExportSyntax, mostThings: Int, _ context: Context
  ) throws(QueryError) -> Outcome {
    let drawing = try drawing(syntax.question, context).first(mostThings)
    try write(HeldWrite(content: .drawing(drawing), file: syntax.file, source: context.source))
    let (things, links) = (drawing.nodes.count, drawing.edges.count)
    let what =
      "\(things) thing\(things == 1 ? "" : "s") and \(links) link\(links == 1 ? "" : "s")"
    return .wrote("Drew \(what) in \(syntax.file.text).", notes: drawing.notes)
  }

  private mutating func drawEverything(
    on day: Day?, _ title: String, _ context: Context
  ) throws(QueryError) -> GraphDrawing {
    let drawn = DrawnGraph(currentGraph())
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    do {
      try drawn.addEverything(on: day, budget)
    } catch { throw self.error(error, context) }
    return drawn.drawing(titled: title)
  }

  private mutating func draw(
    _ question: QuestionSyntax, _ title: String, _ context: Context
  ) throws(QueryError) -> GraphDrawing {
    let plan = try plan(question, context)
    let query = plan.query
    let budget = budget(context)
    let (graph, cache) = try graph(for: query, context, budget)
    var rows = OrderedRows(variables: [], columns: [])
    var groups: Set<Value?>?
    do throws(Stop) {
      defer { context.meter.steps += budget.steps }
      let executor = try Executor.start(
        plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
      let bindings = try executor.bindings()
      rows = try executor.drawnRows(plan.unit.root, bindings)
      try budget.keep(rows: rows.count, bytes: rows.count &* DrawnGraph.bytesOfThing)
      if case .measure(_, keys: let keys, sort: _, limit: .some) = query.shape,
        case .things? = keys.first
      {
        let table = try executor.table(plan.unit.root, bindings)
        groups = Set((0..<table.rows.count).map { table.rows.value(row: $0, column: 0) })
      }
    } catch { throw self.error(error, context) }
    let proof = Planner.plan(
      parts: QuestionDrawing.parts(of: query), of: query, definitions: model.definitions,
      schema: model.schema, strata: model.strata)
    let drawn = DrawnGraph(graph)
    let today = today
    try proving(proof, context) { (prover, _) throws(Stop) in
      var drawing = QuestionDrawing(query, prover, drawn, today: today)
      drawing.shownGroups = groups
      try drawing.draw(rows)
    }
    return drawn.drawing(titled: title)
  }
}

extension QuestionSyntax {
  /// Whether it asks for all there is, and for nothing in particular.
  fileprivate var isEverything: Bool {
    guard case .set(let set) = subject, set.rest.isEmpty, set.first.commaPosts.isEmpty,
      set.first.condition == nil, columns.isEmpty, first == nil
    else { return false }
    let noun = set.first.noun
    guard case .indefinite(.everything) = noun.head else { return false }
    return noun.posts.isEmpty && noun.adjectives.isEmpty
  }
}
