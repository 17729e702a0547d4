// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Runs one statement: text, tokens, tree, and then what the tree is.
  ///
  /// `emit` is given what it did; several things, if it has a block.
  mutating func execute(
    _ range: SourceRange, of source: SourceText, cancellation: Cancellation?,
    _ emit: (Outcome) -> Void
  ) throws(QueryError) {
    try DeepStack.run(levels: levels(of: range)) { () throws(QueryError) in
      onPhase?(.reading)
      let context = Context(source: source, range: range, cancellation: cancellation)
      if try answerAsKnown(context, emit) { return }
      let statement = try parse(range, of: source)
      onPhase?(.running)
      try perform(statement, context, emit)
      remember(statement, context)
    }
  }

  /// Does what a statement says.
  mutating func perform(
    _ statement: StatementSyntax, _ context: Context, _ emit: (Outcome) -> Void
  ) throws(QueryError) {
    guard running.includes(statement) else { return }
    switch statement {
    case .version(let number, let range):
      guard number == 1 else {
        throw context.error(BindingMessages.unsupportedVersion(number, at: range))
      }
    case .use(let name):
      if let outcome = try use(name, context, emit) {
        changeCount &+= 1
        emit(outcome)
      }
    case .load(let load): emit(try self.load(load, context))
    case .kind(let kind):
      var declarer = Declarer(model)
      _ = declarer.declare(kind)
      try adopt(declarer, context)
      emit(.done("Declared the kind \(kind.name.text)."))
    case .relation(let relation):
      var declarer = Declarer(model)
      _ = declarer.declare(relation)
      try adopt(declarer, context)
      emit(.done("Declared the relation \(relation.name.text)."))
    case .event(let event):
      var declarer = Declarer(model)
      declarer.declare(event, in: context.source)
      if declarer.diagnostics.isEmpty { try check(event, in: declarer.model, context) }
      try adopt(declarer, context)
      emit(.done("Declared the event \(event.word.text)."))
    case .define(let define): emit(try self.define(define, context))
    case .param(let param): emit(try self.param(param, context))
    case .let(let naming): emit(.done(try self.let(naming, context)))
    case .fact(let fact): emit(.done(try self.fact(fact, context)))
    case .question(let question) where question.isWhy:
      emit(.proof(try why(question, context)))
    case .question(let question):
      var result = try answer(question, context)
      result.note(asked: context.range, of: context.source)
      emit(.answer(result))
    case .forEach(let loop): try run(loop, context, emit)
    case .choice(let choice): try run(choice, context, emit)
    case .print(let print): emit(try text(print, context))
    case .export(let export): emit(try self.export(export, context))
    case .save(let file): emit(try save(file, context))
    case .check(let check): emit(.check(try self.check(check, context)))
    case .exception(let exception): emit(.done(note(exception, context)))
    case .named(let named): emit(.done(try self.name(named, context)))
    case .expect(let expect): emit(.expectation(try self.expect(expect, context)))
    }
    if statement.isChange { changeCount &+= 1 }
    noteDeclaration(statement, context)
  }

  /// Where a statement stands, for what goes wrong with it.
  struct Context {
    let source: SourceText
    let range: SourceRange
    let cancellation: Cancellation?
    /// What letters mean that the statement does not introduce itself.
    var letters = Letters()
    /// The steps used so far by the statement this one is a part of.
    var meter = StepMeter()
    /// Whether it stands in a block whose statements have been bound.
    var isChecked = false
    /// How many `for each` it stands in.
    var loopDepth = 0
    /// How many events this happens within.
    var eventDepth = 0
    /// Whether a number may be a parameter that has no value yet.
    var leavesParametersOpen = false
    /// Whether the tree of the statement is that of another text, which has other names.
    var isRenamed = false

    func error(_ diagnostics: Diagnostic..., code: QueryError.Code = .invalid) -> QueryError {
      QueryError(code: code, diagnostics: diagnostics, source: source)
    }

    /// The error of a limit that has been reached, with the message of its sort unless
    /// another says more.
    func error(
      _ limit: ReachedLimit, _ diagnostic: Diagnostic? = nil, at range: SourceRange? = nil
    ) -> QueryError {
      var error = error(
        diagnostic ?? EngineMessages.limit(limit, at: range ?? self.range), code: .limit)
      error.limit = limit
      return error
    }
  }

  /// Reads the tree of a statement, or says what is wrong with its form.
  ///
  /// A definition may mention itself: its word is declared before its body is
  /// read.
  func parse(_ range: SourceRange, of source: SourceText) throws(QueryError) -> StatementSyntax {
    try read(range, of: source).statement
  }

  /// Reads the tree of a statement, with the words it is read with.
  func read(
    _ range: SourceRange, of source: SourceText
  ) throws(QueryError) -> (statement: StatementSyntax, vocabulary: Vocabulary) {
    var vocabulary = model.vocabulary
    var (statement, diagnostics) = syntax(range, of: source, vocabulary)
    if !diagnostics.isEmpty, case .define(let define)? = statement {
      var declarer = Declarer(model)
      declarer.declareWord(of: define)
      if declarer.diagnostics.isEmpty {
        vocabulary = declarer.model.vocabulary
        (statement, diagnostics) = syntax(range, of: source, vocabulary)
      }
    }
    guard diagnostics.isEmpty, let statement else {
      // What is tried for a suggestion is no stage of the statement.
      var quiet = self
      quiet.onStage = nil
      diagnostics = quiet.suggesting(diagnostics, range, of: source, vocabulary)
      var error = QueryError(code: .invalid, diagnostics: diagnostics, source: source)
      error.limit = diagnostics.lazy.compactMap(limit).first
      throw error
    }
    return (statement, vocabulary)
  }

  /// The limit that a mistake of the form tells of.
  private func limit(_ diagnostic: Diagnostic) -> ReachedLimit? {
    switch diagnostic.id {
    case "too-long": ReachedLimit(.tokens, used: limits.tokens + 1, allowed: limits.tokens)
    case "nested-too-deep": ReachedLimit(.depth, used: limits.depth + 1, allowed: limits.depth)
    case "limit-reached":
      ReachedLimit(
        .textBytes, used: diagnostic.range.end - diagnostic.range.start, allowed: limits.textBytes)
    default: nil
    }
  }

  func syntax(
    _ range: SourceRange, of source: SourceText, _ vocabulary: Vocabulary
  ) -> (StatementSyntax?, [Diagnostic]) {
    let lexed = Lexer.lex(source, in: range, vocabulary: vocabulary, limit: limits.tokens)
    guard lexed.diagnostics.isEmpty else { return (nil, lexed.diagnostics) }
    if range.end - range.start > limits.textBytes,
      let long = lexed.tokens.first(where: { $0.range.end - $0.range.start > limits.textBytes })
    {
      let size = long.range.end - long.range.start
      let limit = ReachedLimit(.textBytes, used: size, allowed: limits.textBytes)
      return (nil, [EngineMessages.limit(limit, at: long.range)])
    }
    onStage?(.tokens)
    let (statement, diagnostics, _) = Parser.parse(
      lexed.tokens, source: source, vocabulary: vocabulary, depthLimit: limits.depth)
    if diagnostics.isEmpty { onStage?(.tree) }
    return (statement, diagnostics)
  }

  /// Takes over a model if nothing was wrong with its declarations.
  mutating func adopt(_ declarer: Declarer, _ context: Context) throws(QueryError) {
    guard declarer.diagnostics.isEmpty else {
      var error = QueryError(
        code: .invalid, diagnostics: declarer.diagnostics, source: context.source)
      error.limit = declarer.diagnostics.lazy.compactMap(limit).first
      throw error
    }
    model = declarer.model
  }

  // MARK: Questions

  mutating func answer(
    _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> QueryResult {
    if question.across != nil { return try matrix(question, context) }
    if question.needsWorld { return try answerInWorld(question, context) }
    return try answer(plan(question, context), question, context)
  }

  mutating func answer(
    _ plan: QueryPlan, _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> QueryResult {
    try answer(PlanInUse(plan), question, question.form, context, own: context)
  }

  /// Answers a question of the graph as it is, with what the host tells; `own` is where
  /// the text stands that the plan was made of.
  mutating func answer(
    _ use: PlanInUse, _ question: @autoclosure () -> QuestionSyntax, _ form: QueryResult.Form,
    _ context: Context, own: @autoclosure () -> Context
  ) throws(QueryError) -> QueryResult {
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    // Looked for first: as an argument of a method it would have the engine copied.
    let known = try graph(for: use.plan.query, context, budget)
    return try answer(
      use, question(), form, own(), on: known, parameters: parameters, budget)
  }

  /// Answers a question of a graph; the engine stays as it is.
  ///
  /// Its tree and its place, which are large, are looked at only for an error or where
  /// there are no rows.
  func answer(
    _ use: PlanInUse, _ question: @autoclosure () -> QuestionSyntax, _ form: QueryResult.Form,
    _ context: @autoclosure () -> Context,
    on known: (graph: Graph, cache: ExecutionCache), parameters: [String: Value],
    _ budget: Budget
  ) throws(QueryError) -> QueryResult {
    let table: AnswerTable
    var notes: [String]
    do {
      (table, notes) = try Executor.answer(
        use, graph: known.graph, today: today, parameters: parameters, cache: known.cache,
        budget: budget)
    } catch {
      throw self.error(error, context(), of: question())
    }
    if let note = timelessNote(use.plan.query) { notes.append(note) }
    return QueryResult(
      columns: table.columns, answer: table.rows, notes: notes,
      emptySentence: table.rows.count == 0
        ? emptySentence(question(), use.plan.query, known.graph, context().source) : "",
      form: form, sources: namesSources ? sources(of: use.plan.query, in: known.graph) : [])
  }

  /// The error of a question that was stopped, with how it was read where it has no meaning.
  private func error(
    _ stop: Stop, _ context: Context, of question: QuestionSyntax
  ) -> QueryError {
    var error = self.error(stop, context)
    guard error.code == .invalid else { return error }
    let asked = context.isRenamed ? reread(context) ?? question : question
    let reading = SyntaxPrinter.reading(of: asked)
    // A query of another language was not read at all.
    for index in error.diagnostics.indices where error.diagnostics[index].id != "foreign-query" {
      error.diagnostics[index].reading = reading
    }
    return error
  }

  /// The tree of a prepared question's own text.
  private func reread(_ context: Context) -> QuestionSyntax? {
    var quiet = self
    quiet.onStage = nil
    let range = StatementSplitter.split(context.source).first ?? context.range
    guard case .question(let own)? = try? quiet.parse(range, of: context.source) else { return nil }
    return own
  }

  /// What an answer as of another day takes as it is now.
  func timelessNote(_ query: BoundQuery) -> String? {
    guard presentDay ?? today != today || query.asOf.map({ $0 != .value(.day(today)) }) ?? false
    else { return nil }
    let timeless = query.attributesRead(definitions: model.definitions)
      .filter(model.schema.isTimeless)
    let words = Set(timeless.map { model.schema[$0].name }).sorted()
    guard let last = words.last else { return nil }
    let names = words.map { "'\($0)'" }
    return words.count == 1
      ? "'\(last)' is taken as it is now: values have no past"
      : "\(names.dropLast().joined(separator: ", ")) and '\(last)' are taken as they are now: "
        + "values have no past"
  }

  /// Binds and plans a question.
  func plan(_ question: QuestionSyntax, _ context: Context) throws(QueryError) -> QueryPlan {
    onPhase?(.planning)
    defer { onPhase?(.running) }
    // What a sentence rests on is no set of things, so it has no plan.
    if question.isWhy {
      throw context.error(EngineMessages.whyIsNoAnswer(at: question.subjectRange))
    }
    var binder = Binder(
      sharedModel, letters: context.letters, leavesParametersOpen: context.leavesParametersOpen)
    let query = binder.bind(question)
    guard binder.diagnostics.isEmpty else { throw invalid(binder.diagnostics, context) }
    onStage?(.bound)
    let (definitions, kept) = (model.definitions, model.keptStrata)
    let plan = Planner.plan(
      query, definitions: definitions, schema: model.schema,
      strata: kept.order(of: definitions), kept: (definitionPlans, kept))
    onStage?(.plan)
    coverage?.note(plan)
    return plan
  }

  func error(_ stop: Stop, _ context: Context) -> QueryError {
    switch stop {
    case .cancelled:
      context.error(EngineMessages.cancelled(at: context.range), code: .cancelled)
    case .limit(let kind, let used, let allowed):
      context.error(ReachedLimit(kind.reached, used: used, allowed: allowed))
    case .invalid(let diagnostics): invalid(diagnostics, context)
    }
  }

  /// The error of a query that has no meaning, or does not fit the graph.
  func invalid(_ diagnostics: [Diagnostic], _ context: Context) -> QueryError {
    var quiet = self
    quiet.onStage = nil
    let diagnostics = quiet.suggesting(diagnostics, context)
    return QueryError(
      code: .invalid,
      diagnostics: showsParameterValues ? diagnostics : diagnostics.map(\.withoutValues),
      source: context.source)
  }

  /// The sentence for an answer without rows, with how many were looked at.
  private func emptySentence(
    _ question: QuestionSyntax, _ query: BoundQuery, _ graph: Graph, _ source: SourceText
  ) -> String {
    let kinds = query.variables[query.head.index].kinds
    let count = kinds.reduce(0) { $0 + graph.count(of: $1) }
    let phrase = source.line(in: question.subjectRange)
    if case .periods = question.subject { return "There are no \(phrase)." }
    guard count > 0 else {
      return
        "There are no \(kinds.count > 3 ? "things" : model.phrase(kinds, plural: true)) at all."
    }
    if case .path = question.subject { return "There is no \(phrase)." }
    let noun =
      kinds.count > 3
      ? "things" : count == 1 ? model.phrase(kinds) : model.phrase(kinds, plural: true)
    // Many answers are empty: the tree is searched only where the word stands.
    let mayBeUnknown = source.contains(Keyword.known.text, in: question.subjectRange)
    let end = mayBeUnknown ? unknownEnd(in: question) : ""
    return "None of the \(count) \(noun) fits: \(phrase).\(end)"
  }

  /// What to ask for if `whose owner is unknown` was meant as `with no owner`.
  private func unknownEnd(in question: QuestionSyntax) -> String {
    for case .whoseRelation(let noun, .verbs(let verbs)) in TreeSearch.nodes(
      of: PostSyntax.self, in: question)
    {
      guard case .be(let form, _, let predicates, _)? = verbs.terms.first,
        predicates.count == 1, let predicate = predicates.first,
        case .adjective(let word, nil, _) = predicate.body,
        case .relation(let words, nil) = noun.head
      else { continue }
      let isTurned = form.isNegated != predicate.isNegated
      guard Keyword(word: word.base) == (isTurned ? .known : .unknown) else { continue }
      let end = words.words.map(\.base).joined(separator: " or ")
      return " What is unknown is named and defined nowhere; where none is named, it is "
        + "'with no \(words.isDirect ? "direct " : "")\(end)'."
    }
    return ""
  }

  // MARK: Other files

  /// Reads a file that a script uses; `nil` if it has been read before.
  func open(_ name: NameSyntax, _ context: Context) throws(QueryError) -> SourceText? {
    guard let loader else {
      throw context.error(EngineMessages.noLoader(name.text, at: name.range))
    }
    try check(.use(name.text), context, at: name.range)
    let source: SourceText
    do {
      source = try loader.source(named: name.text, from: context.source.name)
    } catch {
      throw context.error(EngineMessages.notLoaded(error, at: name.range), code: .data)
    }
    let file = source.name ?? name.text
    let open = openFiles + [context.source.name].compactMap { $0 }
    if let start = open.firstIndex(of: file) {
      throw context.error(EngineMessages.useCycle(open[start...] + [file], at: name.range))
    }
    if usedFiles.contains(file) { return nil }
    guard openFiles.count < limits.useDepth else {
      throw context.error(
        ReachedLimit(.useDepth, used: openFiles.count + 1, allowed: limits.useDepth),
        EngineMessages.usedTooDeep(limits.useDepth, at: name.range))
    }
    guard usedFiles.count < limits.usedFiles else {
      throw context.error(
        ReachedLimit(.usedFiles, used: usedFiles.count + 1, allowed: limits.usedFiles),
        EngineMessages.tooManyFiles(limits.usedFiles, at: name.range))
    }
    return source
  }

  private mutating func use(
    _ name: NameSyntax, _ context: Context, _ emit: (Outcome) -> Void
  ) throws(QueryError) -> Outcome? {
    guard let source = try open(name, context) else { return nil }
    openFiles.append(context.source.name ?? "the prompt")
    defer { openFiles.removeLast() }
    // What a library checks is told; what else it says is its own matter.
    try run(source, cancellation: context.cancellation) { outcome in
      switch outcome {
      case .check, .expectation: emit(outcome)
      case .answer, .done, .wrote, .text, .heading, .proof: break
      }
    }
    usedFiles.insert(source.name ?? name.text)
    return .done("Used \(name.text).")
  }
}

extension Stop.Limit {
  /// The limit by its public name.
  fileprivate var reached: ReachedLimit.Kind {
    switch self {
    case .steps: .steps
    case .rows: .rows
    case .bytes: .bytes
    case .depth: .depth
    case .deadline: .deadline
    }
  }
}

extension StatementSyntax {
  /// Whether it changes the model or the facts itself: what stands in a block is
  /// looked at by itself.
  fileprivate var isChange: Bool {
    switch self {
    case .load, .kind, .relation, .event, .define, .param, .let, .fact, .exception, .named:
      true
    // A file that was used before is not used again.
    case .use, .version, .question, .forEach, .choice, .print, .export, .save, .check, .expect:
      false
    }
  }
}

extension Engine {
  /// Which statements an engine runs.
  enum Running: Sendable {
    case everything
    /// Those that make the words and the facts: nothing is asked or written.
    case model
    /// Those that make words: nothing is loaded either.
    case words

    fileprivate func includes(_ statement: StatementSyntax) -> Bool {
      switch statement {
      case .version, .use, .kind, .relation, .event, .define, .let, .named, .exception: true
      case .load, .fact, .param: self != .words
      default: self == .everything
      }
    }
  }
}
