// SPDX-License-Identifier: Apache-2.0

/// A question that has been read, bound and planned once, to be asked often.
///
/// It belongs to the model it was prepared in and can be asked, on any thread, of every
/// engine and ``Snapshot`` of that model, whatever facts they have gained. Asked of
/// another model, or of one in which more has been declared since, it is read again.
///
///     let owned = try snapshot.prepare("controls owned by $owner")
///     let answer = try snapshot.answer(owned, ["owner": .text("Ann")])
public struct PreparedQuery: Sendable {
  /// The text of the question.
  public var text: String { source.string }
  /// The parameters it takes, each once, in the order of their names.
  public var parameters: [QueryParameter] { reading.parameters }
  /// The plan, with the names of the text.
  let known: KnownQuestion
  /// The text.
  let source: SourceText
  /// The values that were bound when it was written.
  private(set) var values: [String: Value] = [:]
  /// Whether any of them is of no parameter of the question.
  private(set) var hasStrayValues = false

  init(_ known: KnownQuestion, _ source: SourceText) {
    (self.known, self.source) = (known, source)
  }

  /// What was made of the text, or of one that has other names.
  var reading: Reading { known.reading }

  /// Binds the values that a question was written with.
  mutating func bind(_ values: [String: Value]) {
    self.values = values
    hasStrayValues = !values.keys.allSatisfy { name in parameters.contains { $0.name == name } }
  }

  /// What is made of a text once, for all texts that differ from it in their names alone.
  final class Reading: Sendable {
    let source: SourceText
    let plan: QueryPlan
    /// What may be done instead of running the plan, made when it is first run.
    let lookUp: Lazy<LookUp?>
    let question: QuestionSyntax
    let parameters: [QueryParameter]
    /// Where it takes values of the host.
    let uses: [ParameterUse]
    /// The model it was bound in.
    let version: ModelVersion
    /// What its answers are laid out as.
    let form: QueryResult.Form
    /// Whether it is asked of the graph as it is, and its answer is neither a matrix nor
    /// an explanation.
    let isPlain: Bool

    init(
      _ source: SourceText, _ plan: QueryPlan, _ question: QuestionSyntax,
      _ parameters: [QueryParameter], _ uses: [ParameterUse], _ version: ModelVersion,
      _ model: SharedModel
    ) {
      self.source = source
      self.plan = plan
      // A model is one reference, a schema many.
      lookUp = Lazy { LookUp(plan, model.model.schema) }
      self.question = question
      self.parameters = parameters
      self.uses = uses
      self.version = version
      form = question.form
      isPlain = question.isPlain
    }
  }
}

/// A parameter of a prepared question.
public struct QueryParameter: Sendable, Hashable {
  /// The name behind `$`.
  public let name: String
  /// What it takes, in words: `the name of a person`, `a date`.
  public let takes: String
}

extension Engine {
  /// Reads, binds and plans a question.
  ///
  /// - Parameter text: One question.
  /// - Returns: The prepared question.
  /// - Throws: ``QueryError`` when it is not a question of this model. Names are
  ///   looked up when it is asked.
  /// - Complexity: O(*n*) in the text and the definitions it uses; of a question that was
  ///   prepared or asked a short time ago, perhaps with other names, in the text alone.
  public func prepare(_ text: String) throws(QueryError) -> PreparedQuery {
    if let known = knownQuery(text) { return known }
    let prepared = try prepareAnew(text)
    keep(prepared)
    return prepared
  }

  /// Prepares a question though it may have been prepared before.
  func prepareAnew(_ text: String) throws(QueryError) -> PreparedQuery {
    let source = SourceText(text)
    try checkText(of: source)
    return try DeepStack.run(levels: levels(of: source)) { () throws(QueryError) in
      try prepare(source)
    }
  }

  private func prepare(_ source: SourceText) throws(QueryError) -> PreparedQuery {
    let range = StatementSplitter.split(source).first ?? SourceRange(0, source.bytes.count)
    var context = Context(source: source, range: range, cancellation: nil)
    context.leavesParametersOpen = true
    let question = try question(range, of: source)
    let plan = try plan(question, context)
    let uses = uses(in: plan, range, of: source)
    var parameters: [QueryParameter] = []
    for use in uses where parameters.last?.name != use.name {
      parameters.append(
        QueryParameter(name: use.name, takes: EngineMessages.taken(use.place, in: model)))
    }
    let reading = PreparedQuery.Reading(
      source, plan, question, parameters, uses, model.version, sharedModel)
    return PreparedQuery(KnownQuestion(reading, []), source)
  }

  /// Reads the tree of a text that has to be a question.
  private func question(
    _ range: SourceRange, of source: SourceText
  ) throws(QueryError) -> QuestionSyntax {
    let statement = try parse(range, of: source)
    // Trees are large: it is taken out of the statement, not copied.
    guard case .question(let question) = consume statement else {
      let diagnostic = Diagnostic(
        "not-a-question", "only a question can be prepared", at: range)
      throw QueryError(code: .invalid, diagnostics: [diagnostic], source: source)
    }
    return question
  }

  /// Where a question takes values of the host, by their names.
  private func uses(
    in plan: QueryPlan, _ range: SourceRange, of source: SourceText
  ) -> [ParameterUse] {
    // Most have no place for one, and then nothing is gone through to find it.
    guard
      source.bytes.contains(UInt8(ascii: "$"))
        || definitionPlans.takeParameters(model.definitions, model.keptStrata)
    else { return [] }
    let finder = ParameterFinder(
      plan.query, definitions: model.definitions, schema: model.schema)
    return (finder.uses + otherUses(than: finder.uses, range, of: source)).sorted {
      ($0.name, $0.range?.start ?? 0) < ($1.name, $1.range?.start ?? 0)
    }
  }

  /// Parameters that stand in a question where no plan has a place for them: in what it
  /// supposes, in the days it compares, in the bounds of periods.
  private func otherUses(
    than uses: [ParameterUse], _ range: SourceRange, of source: SourceText
  ) -> [ParameterUse] {
    guard source.bytes.contains(UInt8(ascii: "$")) else { return [] }
    let tokens = Lexer.lex(
      source, in: range, vocabulary: model.vocabulary, limit: limits.tokens
    ).tokens
    return tokens.compactMap { token in
      guard token.kind == .parameter, !uses.contains(where: { $0.name == token.text }) else {
        return nil
      }
      return ParameterUse(name: token.text, place: .any, range: token.range)
    }
  }

  /// Asks a prepared question with the ``parameters`` of the engine.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - cancellation: Stops the evaluation from another thread.
  /// - Returns: The answer.
  /// - Throws: ``QueryError`` when a name finds nothing or a limit is reached.
  public mutating func answer(
    _ query: PreparedQuery, cancellation: Cancellation? = nil
  ) throws(QueryError) -> QueryResult {
    let outer = startClock()
    defer { deadline = outer }
    let query = query.reading.version === model.version ? query : try prepare(query.text)
    let (reading, question) = (query.reading, query.reading.question)
    let context = Context(query.known, query.source, cancellation)
    return try DeepStack.run(levels: levels(of: query.source)) { () throws(QueryError) in
      if question.across != nil { return try matrix(question, context) }
      if question.needsWorld { return try answerInWorld(question, context) }
      guard reading.isPlanned(for: parameters) else {
        return try answer(plan(question, context), question, context)
      }
      return try answer(query.known, context, own: context)
    }
  }

  /// Whether a prepared question can be asked as it was planned: it is not about another
  /// world or another model, need not be planned for its parameters, and the host is not
  /// asked for anything.
  func isPlanned(_ query: PreparedQuery, for parameters: [String: Value]) -> Bool {
    let reading = query.reading
    return reading.isPlain && hostWords.isEmpty && draft == nil
      && reading.version === model.version && reading.isPlanned(for: parameters)
  }

  /// Asks a prepared question as it was planned: nothing of the engine is copied or
  /// changed for it.
  ///
  /// - Precondition: It ``isPlanned(_:for:)``.
  func answerAsPlanned(
    _ query: PreparedQuery, _ parameters: [String: Value], limits: Limits,
    cancellation: Cancellation?
  ) throws(QueryError) -> QueryResult {
    assert(isPlanned(query, for: parameters), "a question that has to be planned again")
    let budget = Budget(
      steps: limits.steps, rows: limits.rows, bytes: limits.bytes,
      deadline: deadline ?? limits.deadline.map { Deadline($0) }, cancellation: cancellation)
    return try DeepStack.run(levels: levels(of: query.source)) { () throws(QueryError) in
      try answer(
        query.known, Context(query.known, query.source, cancellation), on: (graph, cache),
        parameters: parameters, budget)
    }
  }

  /// The values of a question's parameters, as its places take them.
  ///
  /// - Parameters:
  ///   - given: The values that are given for this question alone.
  ///   - query: The question, which may have been written with some.
  ///   - limits: What it may cost.
  /// - Returns: The parameters of the engine with those that were given.
  /// - Throws: ``QueryError`` with every parameter that is missing, that the question
  ///   does not have, or whose value does not fit its place.
  func parameters(
    _ given: [String: Value], for query: PreparedQuery, limits: Limits
  ) throws(QueryError) -> [String: Value] {
    let reading = query.reading
    if parameters.isEmpty, !query.hasStrayValues, reading.isAnswered(by: given, limits) {
      return given
    }
    let given = query.values.merging(given) { $1 }
    var diagnostics: [Diagnostic] = []
    var values = parameters.merging(given) { $1 }
    let names = reading.parameters.map(\.name)
    for name in given.keys.sorted() where !names.contains(name) {
      diagnostics.append(
        EngineMessages.extraParameter(
          name, nearest: NearestName.nearest(to: name, among: names), at: query.statement))
    }
    for use in reading.uses {
      guard let value = values[use.name] else {
        diagnostics.append(
          BindingMessages.unknownParameter(use.name, at: use.range ?? query.statement))
        continue
      }
      if case .text(let text) = value, text.utf8.count > limits.textBytes {
        let range = use.range ?? query.statement
        let context = Context(source: query.source, range: range, cancellation: nil)
        throw context.error(
          ReachedLimit(.textBytes, used: text.utf8.count, allowed: limits.textBytes))
      }
      guard let fitting = use.place.value(from: value) else {
        diagnostics.append(
          EngineMessages.wrongParameter(
            use, value, in: model, at: use.range ?? query.statement))
        continue
      }
      if fitting != value { values[use.name] = fitting }
    }
    guard diagnostics.isEmpty else {
      throw QueryError(
        code: .invalid,
        diagnostics: showsParameterValues ? diagnostics : diagnostics.map(\.withoutValues),
        source: query.source)
    }
    return values
  }
}

extension PreparedQuery.Reading {
  /// Whether some values are those of all its parameters, and of no other, are within the
  /// limits, and stand in their places as they are.
  fileprivate func isAnswered(by given: [String: Value], _ limits: Limits) -> Bool {
    given.count == parameters.count
      && uses.allSatisfy { use in
        guard let value = given[use.name] else { return false }
        guard case .text(let text) = value else { return use.place.value(from: value) == value }
        guard text.utf8.count <= limits.textBytes else { return false }
        if case .name = use.place { return true }
        return use.place.value(from: value) == value
      }
  }

  /// Whether the plan is one for some parameters: a number that stands in the question as
  /// a parameter is part of it.
  fileprivate func isPlanned(for parameters: [String: Value]) -> Bool {
    plan.query.fixedParameters.allSatisfy { parameters[$0.key] == $0.value }
  }
}

extension PreparedQuery {
  /// Where the question stands in the text.
  fileprivate var statement: SourceRange {
    StatementSplitter.split(source).first ?? SourceRange(0, 0)
  }
}

extension ParameterUse.Place {
  /// A value as the place takes it; `nil` if it does not.
  fileprivate func value(from value: Value) -> Value? {
    if case .number(let number) = value, !number.isFinite { return nil }
    switch (self, value) {
    case (.any, _): return value
    case (.name, .text), (.name, .number), (.name, .choice): return value
    case (.count, .number(let number)):
      return Int(exactly: number).map { $0 >= 0 } == true ? value : nil
    case (.count, .text), (.span, .text), (.span, .number): return value
    case (.value(let type), _):
      if let choices = type.choices {
        switch value {
        case .text(let text): return type.value(from: text)
        case .choice(let name, _): return choices.contains(name) ? type.value(from: name) : nil
        default: return nil
        }
      }
      if case .choice(let name, _) = value, type == .text { return .text(name) }
      return value.type == type ? value : nil
    default: return nil
    }
  }
}
