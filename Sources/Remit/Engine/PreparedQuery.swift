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
  public let text: String
  /// The parameters it takes, each once, in the order of their names.
  public let parameters: [QueryParameter]
  let question: QuestionSyntax
  let plan: QueryPlan
  let source: SourceText
  /// The model it was bound in.
  let version: ModelVersion
  /// Where it takes values of the host.
  let uses: [ParameterUse]
  /// The values that were bound when it was written.
  var values: [String: Value] = [:]
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
  /// - Complexity: O(*n*) in the text and the definitions it uses.
  public func prepare(_ text: String) throws(QueryError) -> PreparedQuery {
    let source = SourceText(text)
    try checkText(of: source)
    let range = StatementSplitter.split(source).first ?? SourceRange(0, source.bytes.count)
    let context = Context(source: source, range: range, cancellation: nil)
    guard case .question(let question) = try parse(range, of: source) else {
      throw context.error(
        Diagnostic("not-a-question", "only a question can be prepared", at: range))
    }
    var engine = self
    engine.model.hasOpenParameters = true
    let plan = try engine.plan(question, context)
    let finder = ParameterFinder(
      plan.query, definitions: model.definitions, schema: model.schema)
    let uses = finder.uses.sorted {
      ($0.name, $0.range?.start ?? 0) < ($1.name, $1.range?.start ?? 0)
    }
    var parameters: [QueryParameter] = []
    for use in uses where parameters.last?.name != use.name {
      parameters.append(
        QueryParameter(name: use.name, takes: EngineMessages.taken(use.place, in: model)))
    }
    return PreparedQuery(
      text: text, parameters: parameters, question: question, plan: plan, source: source,
      version: model.version, uses: uses)
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
    let query = query.version === model.version ? query : try prepare(query.text)
    let range = SourceRange(0, query.source.bytes.count)
    let context = Context(source: query.source, range: range, cancellation: cancellation)
    if query.question.isWhy {
      throw context.error(EngineMessages.whyIsNoAnswer(at: query.question.subjectRange))
    }
    if query.question.across != nil { return try matrix(query.question, context) }
    if query.question.needsWorld { return try answerInWorld(query.question, context) }
    // A number that stands in the question as a parameter is part of the plan.
    let isSame = query.plan.query.fixedParameters.allSatisfy { parameters[$0.key] == $0.value }
    return try answer(isSame ? query.plan : plan(query.question, context), query.question, context)
  }

  /// The values of a question's parameters, as its places take them.
  ///
  /// - Parameters:
  ///   - given: The values that are given for this question alone.
  ///   - query: The question.
  /// - Returns: The parameters of the engine with those that were given.
  /// - Throws: ``QueryError`` with every parameter that is missing, that the question
  ///   does not have, or whose value does not fit its place.
  func parameters(
    _ given: [String: Value], for query: PreparedQuery
  ) throws(QueryError) -> [String: Value] {
    let whole = StatementSplitter.split(query.source).first ?? SourceRange(0, 0)
    var diagnostics: [Diagnostic] = []
    var values = parameters.merging(given) { $1 }
    let names = Set(query.parameters.map(\.name))
    for name in given.keys.sorted() where !names.contains(name) {
      diagnostics.append(
        EngineMessages.extraParameter(
          name, nearest: NearestName.nearest(to: name, among: names.sorted()), at: whole))
    }
    for use in query.uses {
      let range = use.range ?? whole
      guard let value = values[use.name] else {
        diagnostics.append(BindingMessages.unknownParameter(use.name, at: range))
        continue
      }
      if case .text(let text) = value, text.utf8.count > limits.textBytes {
        let context = Context(source: query.source, range: range, cancellation: nil)
        throw context.error(
          ReachedLimit(.textBytes, used: text.utf8.count, allowed: limits.textBytes))
      }
      guard let fitting = use.place.value(from: value) else {
        diagnostics.append(
          EngineMessages.wrongParameter(use, value, in: model, at: range))
        continue
      }
      values[use.name] = fitting
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
