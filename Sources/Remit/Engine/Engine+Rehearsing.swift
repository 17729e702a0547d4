// SPDX-License-Identifier: Apache-2.0

/// Binding statements without running them.
extension Engine {
  /// Runs what a rehearsal has left to be done of its opening.
  mutating func takeOver(
    _ rehearsal: Rehearsal, _ emit: (Outcome) -> Void
  ) throws(QueryError) {
    let held = heldWrites
    self = rehearsal.opening.engine
    let writes = heldWrites ?? []
    heldWrites = held
    rehearsal.opening.outcomes.forEach(emit)
    for write in writes { try self.write(write) }
  }

  /// Binds a statement that asks, checks or writes.
  ///
  /// The names in it that are surely looked up are added to `names`: not those in
  /// blocks, which may never run.
  func foresee(
    _ statement: StatementSyntax, _ context: Context, _ names: inout [BoundName]
  ) throws(QueryError) {
    var binder = Binder(model, letters: context.letters)
    switch statement {
    case .question(let question): try foresee(question, context, &names)
    case .export(let export):
      guard writer != nil else {
        throw context.error(
          EngineMessages.noWriter(export.file.text, at: export.file.range))
      }
      if writer?.mostThingsDrawn(in: export.file.text) != nil {
        try refuseDrawing(of: export.question, context)
      }
      try foresee(export.question, context, &names)
    case .save(let file):
      guard writer != nil else {
        throw context.error(EngineMessages.noWriter(file.text, at: file.range))
      }
    case .expect(let expect): try foresee(expect.question, context, &names)
    case .print(let print):
      for case .term(let term, _) in print.pieces { _ = binder.column(term) }
    case .check(let check): try foresee(check, context, &names)
    case .choice(let choice):
      _ = binder.closed { $0.propositions(choice.condition) }
      try finish(binder, context)
      try checkBlock(choice.body + choice.otherwise, context, newNames: nil)
    case .forEach(let loop):
      let bound = binder.headNoun(loop.noun)
      try finish(binder, context)
      try checkBlock(
        loop.body, context, of: binder.variables[bound.variable.index].kinds,
        letter: loop.noun.variable?.text, newNames: nil)
    case .version, .use, .load, .kind, .relation, .event, .define, .param, .let, .fact, .named,
      .exception:
      break
    }
    try finish(binder, context)
    names += binder.names
  }

  /// - Throws: ``QueryError`` if a binder has found mistakes.
  func finish(_ binder: Binder, _ context: Context) throws(QueryError) {
    guard binder.diagnostics.isEmpty else {
      throw invalid(binder.diagnostics, context)
    }
  }

  /// Binds a question, and the facts that it supposes.
  func foresee(
    _ question: QuestionSyntax, _ context: Context, _ names: inout [BoundName]
  ) throws(QueryError) {
    var supposes = false
    for case .suppose(let facts, _) in question.contexts {
      supposes = true
      let constants = FactConstants(
        model: model, today: today, parameters: parameters, context: context)
      for fact in facts {
        try FactChecker(model: model, constants: constants).check(fact)
      }
    }
    let (query, diagnostics) = Binder.bind(question, model: model, letters: context.letters)
    guard diagnostics.isEmpty else {
      throw invalid(diagnostics, context)
    }
    // What is supposed may give names to things.
    names += query.names.filter { !supposes || $0.isParameter }
  }

  // MARK: Let

  /// What a word will stand for.
  enum Foreseen { case value, set, table, unknown }

  /// Declares the word of a `let` without asking its question.
  mutating func foresee(
    _ syntax: LetSyntax, _ context: Context, _ names: inout [BoundName]
  ) throws(QueryError) -> Foreseen {
    var binder = Binder(model, letters: context.letters)
    switch syntax.body {
    case .question(let question): try foresee(question, context, &names)
    case .term(let term): _ = letTerm(term, &binder)
    case .date(let date): _ = binder.constantDate(date)
    case .period(let length): _ = binder.period(length)
    }
    try finish(binder, context)
    names += binder.names
    let outer = running
    running = .words
    defer { running = outer }
    _ = try self.let(syntax, context)
    switch model.lets[syntax.name.text] {
    case .set?: return .set
    case .table?: return .table
    case .value?: return model.constants[syntax.name.text]?.type == nil ? .unknown : .value
    case nil: return .unknown
    }
  }
}

/// Something to be written, which may have to wait until a script is checked.
struct HeldWrite: Sendable {
  enum Content: Sendable {
    case answer(QueryResult)
    case drawing(GraphDrawing)
    case script(String)
  }

  var content: Content
  var file: NameSyntax
  var source: SourceText
}

extension Engine {
  /// Writes something, now or when the script that is being checked is run.
  mutating func write(_ write: HeldWrite) throws(QueryError) {
    if heldWrites != nil {
      heldWrites?.append(write)
      return
    }
    let (name, range) = (write.file.text, write.file.range)
    guard let writer else {
      throw QueryError(
        code: .invalid, diagnostics: [EngineMessages.noWriter(name, at: range)],
        source: write.source)
    }
    do {
      switch write.content {
      case .answer(let answer): try writer.write(answer, to: name, from: write.source.name)
      case .drawing(let drawing):
        try writer.write(drawing: drawing, to: name, from: write.source.name)
      case .script(let text):
        try writer.write(script: text, to: name, from: write.source.name)
        savedFile = name
      }
    } catch {
      throw QueryError(
        code: .data, diagnostics: [EngineMessages.notWritten(error, at: range)],
        source: write.source)
    }
  }
}
