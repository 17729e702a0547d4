// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// An engine in which all holds that a question takes for granted.
  struct World {
    /// The engine to ask, with its day set.
    var engine: Engine
    /// What changes are counted against: the engine beneath the innermost
    /// `suppose`, or an earlier day.
    var beneath: Engine?
  }

  /// Makes the world of some contexts: a copy, so that nothing of it is left
  /// behind when the question has been answered.
  ///
  /// - Complexity: O(what the supposed facts touch).
  func world(
    of contexts: [ContextSyntax], _ context: Context
  ) throws(QueryError) -> World {
    var world = World(engine: self)
    for part in contexts {
      switch part {
      case .asOf(let date, _):
        let day = try world.engine.day(date, context)
        world.engine.presentDay = world.engine.presentDay ?? world.engine.today
        world.engine.today = day
        world.beneath?.today = day
      case .since(let date, _):
        world.beneath = world.engine
        world.beneath?.presentDay = world.engine.presentDay ?? world.engine.today
        world.beneath?.today = try world.engine.day(date, context)
      case .suppose(let facts, _):
        // What is built for the question itself serves the copies too.
        _ = world.engine.currentGraph()
        world.beneath = world.engine
        for fact in facts { _ = try world.engine.fact(fact, context) }
      }
    }
    return world
  }

  /// The day a date means that mentions no thing.
  mutating func day(_ date: DateSyntax, _ context: Context) throws(QueryError) -> Day {
    var binder = Binder(model, letters: context.letters)
    let term = binder.constantDate(date)
    guard binder.diagnostics.isEmpty else {
      throw invalid(binder.diagnostics, context)
    }
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    do {
      return try Executor.day(
        of: term, graph: currentGraph(), today: today, parameters: parameters, budget: budget,
        at: date.range)
    } catch { throw self.error(error, context) }
  }

  /// The number a count means.
  func number(_ count: CountSyntax, _ context: Context) throws(QueryError) -> Int {
    var binder = Binder(model)
    let number = binder.number(count)
    guard binder.diagnostics.isEmpty else {
      throw invalid(binder.diagnostics, context)
    }
    return number
  }

  /// What is left of what one statement may use.
  func budget(_ context: Context) -> Budget {
    Budget(
      steps: limits.steps.map { max(0, $0 - context.meter.steps) }, rows: limits.rows,
      bytes: limits.bytes, deadline: deadline, cancellation: context.cancellation)
  }

  /// Answers a question that says what it takes for granted.
  mutating func answerInWorld(
    _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> QueryResult {
    // Facts that the statements before have left in a draft are put in once.
    _ = currentGraph()
    let world = try world(of: question.contexts, context)
    var bare = question
    bare.contexts = []
    guard question.isChanges else {
      for case .since(_, let range) in question.contexts {
        throw context.error(
          EngineMessages.sinceWithoutChanges(at: range, before: question.subjectRange))
      }
      var engine = world.engine
      return try engine.answer(bare, context)
    }
    guard var before = world.beneath else {
      throw context.error(EngineMessages.changesOfNothing(at: question.subjectRange))
    }
    var after = world.engine
    bare.isChanges = false
    bare.first = nil
    let old = try before.answer(bare, context)
    let plan = try after.plan(bare, context)
    let new = try after.answer(plan, bare, context)
    var result: QueryResult
    switch question.subject {
    case .measure(let measure):
      // What no group has been made for has been counted as none.
      let none: Value? = measure.aggregate == nil ? .number(0) : nil
      result = new.numbersChanged(from: old, orElse: none)
    case .which(_, _, counts: true): result = new.numbersChanged(from: old, orElse: nil)
    default: result = new.rowsChanged(from: old)
    }
    if let first = question.first {
      result.keepFirst(try number(first, context))
    }
    if let note = before.timelessNote(plan.query), !result.notes.contains(note) {
      result.notes.append(note)
    }
    if result.rows.isEmpty, let note = steadyNote(plan.query, question.contexts) {
      result.notes.append(note)
    }
    let phrase = context.source.line(in: question.subjectRange)
    result.emptySentence = "Nothing changed: \(phrase)."
    return result
  }
}

extension Engine {
  /// Why nothing can have changed, if that is so: the question is about links of
  /// all days, or about nothing that a day makes different.
  private func steadyNote(_ query: BoundQuery, _ contexts: [ContextSyntax]) -> String? {
    let kinds = query.variables[query.head.index].kinds
    let read = query.attributesRead(definitions: model.definitions)
    if !kinds.isEmpty, kinds.allSatisfy({ model.schema[$0].isRecord }),
      !read.contains(where: { [.linkStart, .linkEnd].contains(model.schema[$0].source) })
    {
      let words = model.phrase(kinds, plural: true)
      return "\(words) are of all days: 'changes in current \(words)' compares those that hold"
    }
    let isSupposed = contexts.contains { if case .suppose = $0 { true } else { false } }
    return isSupposed
      || query.dependsOnDay(definitions: model.definitions, schema: model.schema)
      ? nil : "nothing in this question depends on the day"
  }
}

extension QueryResult {
  /// The rows that entered an answer and those that left it, in this order.
  ///
  /// - Complexity: O(rows of both).
  func rowsChanged(from old: QueryResult) -> QueryResult {
    let (before, after) = (Set(old.rows), Set(rows))
    let entered = rows.filter { !before.contains($0) }
    let left = old.rows.filter { !after.contains($0) }
    var result = self
    result.columns.insert(Column(title: "change", isNumeric: false), at: 0)
    result.rows =
      entered.map { [.text("entered")] + $0 } + left.map { [.text("left")] + $0 }
    return result
  }

  /// The groups whose number is another than before, with both numbers.
  func numbersChanged(from old: QueryResult, orElse none: Value?) -> QueryResult {
    func byKey(_ rows: [[Value?]]) -> [[Value?]: Value?] {
      Dictionary(
        rows.map { (Array($0.dropLast()), $0.last ?? nil) }, uniquingKeysWith: { first, _ in first }
      )
    }
    let (before, after) = (byKey(old.rows), byKey(rows))
    let gone = old.rows.map { Array($0.dropLast()) }.filter { after[$0] == nil }
    var result = self
    let isNumeric = columns.last?.isNumeric == true
    result.columns.removeLast()
    result.columns += ["before", "after"].map { Column(title: $0, isNumeric: isNumeric) }
    result.rows = (rows.map { Array($0.dropLast()) } + gone).compactMap { key in
      let (one, other) = (before[key] ?? none, after[key] ?? none)
      return one == other ? nil : key + [one, other]
    }
    return result
  }
}
