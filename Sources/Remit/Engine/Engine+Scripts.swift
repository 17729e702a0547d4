// SPDX-License-Identifier: Apache-2.0

/// Counts the steps of all that one statement does.
final class StepMeter {
  var steps = 0
}

extension Engine.Context {
  /// Counts a step of a loop over things that no evaluation counts.
  ///
  /// - Throws: ``QueryError`` if it is one too many, or somebody cancelled.
  func spendStep(of limits: Limits) throws(QueryError) {
    if cancellation?.isCancelled == true {
      throw error(EngineMessages.cancelled(at: range), code: .cancelled)
    }
    meter.steps += 1
    guard let allowed = limits.steps, meter.steps > allowed else { return }
    throw error(ReachedLimit(.steps, used: meter.steps, allowed: allowed))
  }
}

/// Blocks, texts and parameters.
extension Engine {
  // MARK: Blocks

  /// Runs the statements of a block once for each thing, in natural order.
  ///
  /// The things are found before anything is run, so that the block cannot
  /// change what it runs for, and always ends.
  mutating func run(
    _ loop: ForEachSyntax, _ context: Context, _ emit: (Outcome) -> Void
  ) throws(QueryError) {
    let letter = loop.noun.variable?.text
    let kinds = kinds(of: loop.noun, context)
    try checkBlock(loop.body, context, of: kinds, letter: letter, newNames: nil)
    let things = try things(of: loop.noun, context)
    if !things.isEmpty, let newNames = loop.body.newNames {
      // What is stated is stated of something: so its names have to be there.
      try checkBlock(loop.body, context, of: kinds, letter: letter, newNames: newNames)
    }
    for thing in things {
      var inner = context
      inner.isChecked = true
      inner.loopDepth = context.loopDepth + 1
      inner.letters = context.letters.adding(letter, thing)
      try run(loop.body, inner, emit)
    }
  }

  /// Runs one of two blocks.
  mutating func run(
    _ choice: IfSyntax, _ context: Context, _ emit: (Outcome) -> Void
  ) throws(QueryError) {
    let block = choice.body + choice.otherwise
    try checkBlock(block, context, newNames: nil)
    let holds = try truth(of: choice.condition, context)
    var inner = context
    inner.isChecked = true
    try run(holds ? choice.body : choice.otherwise, inner, emit)
  }

  private mutating func run(
    _ block: [BlockStatementSyntax], _ context: Context, _ emit: (Outcome) -> Void
  ) throws(QueryError) {
    for statement in block {
      if context.cancellation?.isCancelled == true {
        throw context.error(EngineMessages.cancelled(at: statement.range), code: .cancelled)
      }
      try perform(statement.statement, context.at(statement.range), emit)
    }
  }

  // MARK: Checking a block before it runs

  private func kinds(of noun: NounPhraseSyntax, _ context: Context) -> [KindID] {
    var binder = Binder(model, letters: context.letters)
    let bound = binder.headNoun(noun)
    return binder.variables[bound.variable.index].kinds
  }

  /// Binds the statements of a block without running them, once for each kind
  /// that what it runs for can have.
  ///
  /// With `newNames` the names of facts are looked up, but for these, which the
  /// block gives to things itself; not those in blocks that may never run.
  ///
  /// - Throws: ``QueryError`` with the first mistake.
  func checkBlock(
    _ block: [BlockStatementSyntax], _ context: Context, of kinds: [KindID], letter: String?,
    newNames: Set<String>?
  ) throws(QueryError) {
    for kind in kinds {
      var inner = context
      inner.letters = context.letters.adding(letter, Entity(kind: kind, node: 0))
      try checkBlock(block, inner, newNames: newNames)
    }
  }

  func checkBlock(
    _ block: [BlockStatementSyntax], _ context: Context, newNames: Set<String>?
  ) throws(QueryError) {
    guard !context.isChecked else { return }
    for statement in block {
      try context.spendStep(of: limits)
      guard case .fact(let fact) = statement.statement else {
        var names: [BoundName] = []
        try foresee(statement.statement, context, &names)
        continue
      }
      let constants = FactConstants(
        model: model, today: today, parameters: parameters, context: context)
      var checker = FactChecker(model: model, constants: constants)
      if let newNames {
        checker.newNames = newNames
        checker.finder = FactWriter(engine: self, context: context, sets: [:])
      }
      try checker.check(fact)
    }
  }

  // MARK: Truths and texts

  /// Tells whether propositions hold.
  mutating func truth(
    of propositions: PropositionsSyntax, _ context: Context
  ) throws(QueryError) -> Bool {
    var binder = Binder(model, letters: context.letters)
    let condition = binder.closed { $0.propositions(propositions) }
    return try evaluate(binder, terms: [], conditions: [condition], context).truths[0]
  }

  /// Makes the text of `print`.
  mutating func text(_ print: PrintSyntax, _ context: Context) throws(QueryError) -> Outcome {
    var binder = Binder(model, letters: context.letters)
    var terms: [BoundTerm] = []
    for case .term(let term, _) in print.pieces { terms.append(binder.column(term)) }
    var values = try evaluate(binder, terms: terms, conditions: [], context).values[...]
    let text = print.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .term: (values.popFirst() ?? nil)?.description ?? ""
      }
    }.joined()
    return print.isHeading ? .heading(text, depth: context.loopDepth) : .text(text)
  }

  /// Evaluates what a binder has made of closed terms and propositions.
  mutating func evaluate(
    _ binder: Binder, terms: [BoundTerm], conditions: [BoundCondition], _ context: Context
  ) throws(QueryError) -> (values: [Value?], truths: [Bool]) {
    guard binder.diagnostics.isEmpty else {
      throw invalid(binder.diagnostics, context)
    }
    let query = binder.unitQuery
    let plan = Planner.plan(
      parts: conditions + terms.map(BoundCondition.known), of: query,
      definitions: model.definitions, schema: model.schema,
      strata: model.strata)
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (graph, cache) = try graph(
      for: query, terms: terms, conditions: conditions, context, budget)
    do {
      return try Executor.evaluate(
        plan, terms: terms, conditions: conditions, graph: graph, today: today,
        parameters: parameters, cache: cache, budget: budget)
    } catch { throw self.error(error, context) }
  }

  // MARK: Parameters

  /// Declares a parameter: the host's value has to be of its type, and where
  /// the host gives none the one declared counts.
  mutating func param(_ param: ParamSyntax, _ context: Context) throws(QueryError) -> Outcome {
    let name = param.name.text
    if let given = parameters[name] {
      guard let value = param.type.value(from: given.description) else {
        throw context.error(
          EngineMessages.wrongParameter(name, given, param.type, at: param.name.range))
      }
      parameters[name] = value
    } else if let syntax = param.value {
      let text = syntax.plainText
      guard let text, let value = param.type.value(from: text) else {
        throw context.error(
          EngineMessages.badDefault(
            SyntaxPrinter().print(syntax), of: name, param.type, at: param.name.range))
      }
      parameters[name] = value
    } else {
      throw context.error(EngineMessages.missingParameter(name, at: param.name.range))
    }
    return .done("The parameter $\(name) is \(parameters[name]?.description ?? "").")
  }
}

extension Engine.Context {
  /// The same for a statement inside this one.
  fileprivate func at(_ range: SourceRange) -> Engine.Context {
    var inner = Engine.Context(
      source: source, range: range, cancellation: cancellation, letters: letters)
    inner.meter = meter
    inner.isChecked = isChecked
    inner.loopDepth = loopDepth
    return inner
  }
}

extension ValueSyntax {
  /// A literal as it is written; `nil` for what is to be computed.
  fileprivate var plainText: String? {
    switch self {
    case .word(let word): word.text
    case .period(.fixed(let period), _): period.description
    case .period(.counted, _): nil
    case .term(.text(let name)) where !name.isParameter: name.text
    case .term(.number(let number, _)): Value.number(number).description
    case .term(.date(let day, _)): day.description
    case .term(.negative(.number(let number, _), _)): Value.number(-number).description
    case .term: nil
    }
  }
}

extension Binder {
  /// Binds a question for its mistakes alone.
  mutating func check(_ question: QuestionSyntax) {
    diagnostics += Binder.bind(question, model: model, letters: letters).diagnostics
  }

  /// A column of a text: of no row.
  mutating func column(_ term: TermSyntax) -> BoundTerm {
    column(ColumnSyntax(term: term, title: nil)).term
  }

  /// A query that asks for nothing, with the variables and names made so far.
  var unitQuery: BoundQuery {
    BoundQuery(
      variables: variables, names: names, head: Variable(0), rowVariables: [],
      condition: .always, shape: .rows([], sort: [], limit: nil), asOf: nil, missing: [])
  }
}
