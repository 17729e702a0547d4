// SPDX-License-Identifier: Apache-2.0

/// The stages of the engine that can be printed.
public enum Stage: String, CaseIterable, Sendable {
  /// The tokens, with what each can be.
  case tokens
  /// The syntax tree.
  case tree
  /// The phrase with brackets around each modifier.
  case reading
  /// The bound query.
  case bound
  /// The meaning in first-order logic.
  case logic
  /// The plan that is run.
  case plan
  /// What the plan does in words, with the rows of each step.
  case explain
}

extension Engine {
  /// Prints a stage of one statement.
  ///
  /// - Parameters:
  ///   - text: One statement; for the stages after `tree`, a question or a
  ///     definition.
  ///   - stage: The stage.
  ///   - now: Reads the time, for how long each step of ``Stage/explain`` takes; without
  ///     it no times are told, and the text is the same on every machine.
  /// - Returns: The stage as text of several lines.
  /// - Throws: ``QueryError`` when the statement does not get so far.
  public func explain(
    _ text: String, stage: Stage, now: (() -> ContinuousClock.Instant)? = nil
  ) throws(QueryError) -> String {
    let source = SourceText(text)
    return try DeepStack.run(levels: levels(of: source)) { () throws(QueryError) in
      try explain(source, stage, now)
    }
  }

  private func explain(
    _ source: SourceText, _ stage: Stage, _ now: (() -> ContinuousClock.Instant)?
  ) throws(QueryError) -> String {
    let range = StatementSplitter.split(source).first ?? SourceRange(0, 0)
    let context = Context(source: source, range: range, cancellation: nil)
    if stage == .tokens { return try tokens(context) }
    let statement = try parse(range, of: source)
    if stage == .tree { return TreePrinter.print(statement) }
    if case .define(let define) = statement { return try explain(define, stage, context) }
    guard case .question(let question) = statement else {
      throw context.error(
        Diagnostic(
          "no-such-stage", "only a question has a \(stage.rawValue)", at: range,
          help: ["'.tokens' and '.tree' show any statement"]))
    }
    if [.plan, .explain].contains(stage), question.isWhy {
      throw context.error(
        Diagnostic(
          "no-such-stage", "a proof has no \(stage == .plan ? "plan" : "steps to explain")",
          at: range,
          help: ["ask for the \(stage == .plan ? "plan" : "steps") of the question without 'why'"]))
    }
    if stage == .explain {
      var engine = self
      _ = engine.startClock()
      return try engine.explanation(question, context, now: now)
    }
    if stage == .reading { return SyntaxPrinter(brackets: true).print(question) }
    let (query, diagnostics) = Binder.bind(question, model: model)
    guard diagnostics.isEmpty else { throw invalid(diagnostics, context) }
    switch stage {
    case .bound: return TreePrinter.print(query)
    case .logic:
      let printer = LogicPrinter(query, model: model)
      let formula =
        question.isWhyOfSentence ? printer.printSentence(query) : printer.print(query)
      // What is supposed is no part of the formula: it is another graph.
      let facts = question.contexts.compactMap { part -> String? in
        if case .asOf = part { nil } else { SyntaxPrinter().print(part) + ": " }
      }
      return facts.joined() + (question.isChanges ? "changes in " : "") + formula
    default:
      let plan = Planner.plan(
        query, definitions: model.definitions, schema: model.schema,
        strata: model.strata)
      return PlanPrinter.print(plan, schema: model.schema)
    }
  }

  private func tokens(_ context: Context) throws(QueryError) -> String {
    let (tokens, diagnostics) = Lexer.lex(
      context.source, in: context.range, vocabulary: model.vocabulary)
    guard diagnostics.isEmpty else {
      throw QueryError(code: .invalid, diagnostics: diagnostics, source: context.source)
    }
    let words = tokens.filter { $0.kind != .end }
    let texts = words.map { Sanitizer.line($0.text) }
    let width = texts.map(\.count).max() ?? 0
    return zip(words, texts).map { token, text in
      text + String(repeating: " ", count: width - text.count + 2) + token.phrase
    }.joined(separator: "\n")
  }

  private func explain(
    _ define: DefineSyntax, _ stage: Stage, _ context: Context
  ) throws(QueryError) -> String {
    var declarer = Declarer(model)
    declarer.declareWord(of: define)
    let id =
      declarer.diagnostics.isEmpty
      ? declarer.addDefinition(define, text: context.text, depthLimit: limits.depth) : nil
    guard declarer.diagnostics.isEmpty, let id else {
      throw QueryError(
        code: .invalid, diagnostics: declarer.diagnostics, source: context.source)
    }
    let definition = declarer.model[id]
    guard stage == .logic else { return TreePrinter.print(definition) }
    return LogicPrinter(definition, model: declarer.model).print(definition)
  }
}
