// SPDX-License-Identifier: Apache-2.0

/// Names for values, sets and tables.
extension Engine {
  /// Gives a word what a question answers or a term is worth, as of now: what
  /// is stated later does not change it.
  ///
  /// - Returns: The sentence that says what the word stands for.
  mutating func `let`(_ syntax: LetSyntax, _ context: Context) throws(QueryError) -> String {
    var declarer = Declarer(model)
    declarer.freeWord(of: syntax)
    guard declarer.diagnostics.isEmpty else {
      throw QueryError(
        code: .invalid, diagnostics: declarer.diagnostics, source: context.source)
    }
    if running == .words {
      try declareWords(of: syntax, declarer, context)
      return ""
    }
    switch syntax.body {
    case .question(let question): return try name(question, by: syntax, declarer, context)
    case .term(let term):
      var binder = Binder(model, letters: context.letters)
      let typed = letTerm(term, &binder)
      return try name(typed, of: binder, by: syntax, declarer, context)
    case .date(let date):
      var binder = Binder(model, letters: context.letters)
      let day = TypedTerm(term: binder.constantDate(date), type: .date, name: "a date")
      return try name(day, of: binder, by: syntax, declarer, context)
    case .period(let length):
      var binder = Binder(model, letters: context.letters)
      let period = TypedTerm(
        term: .value(.period(binder.period(length))), type: .duration, name: "a duration")
      return try name(period, of: binder, by: syntax, declarer, context)
    }
  }

  /// Binds a term whose value gets a name.
  func letTerm(_ term: TermSyntax, _ binder: inout Binder) -> TypedTerm {
    let typed = binder.term(term)
    if typed.isThing || !typed.steps.isEmpty {
      binder.report(EngineMessages.letOfThings(at: term.range))
    }
    return typed
  }

  /// Enters the words alone, for whoever wants to read on and asks nothing.
  private mutating func declareWords(
    of syntax: LetSyntax, _ declarer: Declarer, _ context: Context
  ) throws(QueryError) {
    var declarer = declarer
    let bound = syntax.question.map {
      Binder.bind($0, model: model, letters: context.letters).query
    }
    switch (syntax.question?.subject, bound) {
    case (.set, let query?), (.who, let query?), (.which(_, _, counts: false), let query?),
      (.top, let query?):
      let kinds = query.variables[query.head.index].kinds
      _ = declarer.declare(syntax, setOf: kinds, text: context.text)
    case (.measure(let measure), let query?) where !measure.keys.isEmpty:
      let drafts = try columns(of: measure, query, [], context)
      _ = declarer.declare(syntax, table: drafts, text: context.text)
    default:
      let type = valueType(of: syntax, bound, context)
      declarer.declare(
        syntax, value: type?.example(today) ?? .number(1), type: type, text: context.text)
    }
    try adopt(declarer, context)
  }

  /// The type of the value that a word will stand for; `nil` if only the data tell.
  private func valueType(
    of syntax: LetSyntax, _ query: BoundQuery?, _ context: Context
  ) -> ValueType? {
    switch syntax.body {
    case .question:
      guard case .measure(.aggregate, _, _, _)? = query?.shape else { return .number }
      return query.flatMap(measuredType) ?? .number
    case .term(let term):
      var binder = Binder(model, letters: context.letters)
      return binder.term(term).type
    case .date: return .date
    case .period: return .duration
    }
  }

  private mutating func name(
    _ typed: TypedTerm, of binder: Binder, by syntax: LetSyntax, _ declarer: Declarer,
    _ context: Context
  ) throws(QueryError) -> String {
    let value = try evaluate(binder, terms: [typed.term], conditions: [], context).values[0]
    return try name(value, typed.type, [], by: syntax, declarer, context)
  }

  /// Gives the word a value.
  private mutating func name(
    _ value: Value?, _ type: ValueType?, _ notes: [String], by syntax: LetSyntax,
    _ declarer: Declarer, _ context: Context
  ) throws(QueryError) -> String {
    guard let value else {
      throw context.error(EngineMessages.letOfNothing(syntax.name.text, at: syntax.name.range))
    }
    var declarer = declarer
    declarer.declare(syntax, value: value, type: type ?? value.type, text: context.text)
    try adopt(declarer, context)
    return ["\(syntax.name.text) is \(value)."].joined(with: notes)
  }

  // MARK: Questions

  private mutating func name(
    _ question: QuestionSyntax, by syntax: LetSyntax, _ declarer: Declarer, _ context: Context
  ) throws(QueryError) -> String {
    if question.isChanges {
      throw context.error(EngineMessages.letOfOther("changes", at: question.range))
    }
    if let across = question.across {
      throw context.error(EngineMessages.letOfOther("a matrix", at: across))
    }
    if !question.columns.isEmpty {
      throw context.error(EngineMessages.letWithColumns(at: question.range))
    }
    for case .since(_, let range) in question.contexts {
      throw context.error(
        EngineMessages.sinceWithoutChanges(at: range, before: question.subjectRange))
    }
    var asked = question
    var world = self
    if question.needsWorld {
      _ = currentGraph()
      world = try self.world(of: question.contexts, context).engine
      asked.contexts = []
    }
    switch question.subject {
    case .set, .who, .which(_, _, counts: false), .top:
      if case .top(let top) = question.subject, !top.keys.isEmpty {
        throw context.error(
          EngineMessages.letOfOther("the first of each group", at: question.range))
      }
      return try nameSet(asked, in: &world, by: syntax, declarer, context)
    case .measure(let measure) where !measure.keys.isEmpty:
      return try nameTable(asked, measure, in: &world, by: syntax, declarer, context)
    case .measure, .distance, .which(_, _, counts: true):
      let plan = try world.plan(asked, context)
      let result = try world.answer(plan, asked, context)
      let value = result.rows.first?.last ?? nil
      return try name(
        value, measuredType(plan.query), result.notes, by: syntax, declarer, context)
    case .path: throw context.error(EngineMessages.letOfOther("a path", at: question.range))
    case .periods: throw context.error(EngineMessages.letOfOther("periods", at: question.range))
    case .why: throw context.error(EngineMessages.letOfOther("a proof", at: question.range))
    }
  }

  /// The type of what a measure makes.
  private func measuredType(_ query: BoundQuery) -> ValueType? {
    guard case .measure(.aggregate(let aggregate, let term, _), _, _, _) = query.shape,
      case .attribute(let ids, _) = term, let id = ids.first,
      ![.total, .average, .median].contains(aggregate)
    else { return nil }
    return model.schema[id].type
  }

  // MARK: Sets

  private mutating func nameSet(
    _ question: QuestionSyntax, in world: inout Engine, by syntax: LetSyntax,
    _ declarer: Declarer, _ context: Context
  ) throws(QueryError) -> String {
    let plan = try world.plan(question, context)
    let kinds = plan.query.variables[plan.query.head.index].kinds
    if question.needsWorld != syntax.question?.needsWorld,
      kinds.contains(where: { model.schema[$0].isRecord })
    {
      throw context.error(EngineMessages.letOfSupposedRecords(at: question.range))
    }
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (worldGraph, cacheOfWorld) = try world.graph(for: plan.query, context, budget)
    let found: (things: [Entity], notes: [String])
    do {
      found = try Executor.heads(
        plan, graph: worldGraph, today: world.today, parameters: parameters, cache: cacheOfWorld,
        budget: budget)
    } catch { throw self.error(error, context) }
    var declarer = declarer
    let marks = declarer.declare(syntax, setOf: kinds, text: context.text)
    _ = currentGraph()
    try adopt(declarer, context)
    var builder = builder()
    var count = 0
    for thing in found.things {
      try context.spendStep(of: limits)
      // What was only supposed to be there is not there.
      guard let mark = marks[thing.kind], builder.contains(thing) else { continue }
      do { try builder.setAttribute(mark, of: thing, to: .flag(true)) } catch {
        throw context.error(EngineMessages.fact(error, at: context.range))
      }
      count += 1
    }
    draft = builder
    cache = ExecutionCache(succeeding: cache)
    let noun =
      kinds.count > 3 ? count == 1 ? "thing" : "things" : model.phrase(kinds, plural: count != 1)
    return ["\(syntax.name.text): \(count) \(noun)."].joined(with: found.notes)
  }

  // MARK: Tables

  private mutating func nameTable(
    _ question: QuestionSyntax, _ measure: MeasureSyntax, in world: inout Engine,
    by syntax: LetSyntax, _ declarer: Declarer, _ context: Context
  ) throws(QueryError) -> String {
    let plan = try world.plan(question, context)
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (worldGraph, cacheOfWorld) = try world.graph(for: plan.query, context, budget)
    let found: (groups: [Executor.MeasuredGroup], notes: [String])
    do {
      found = try Executor.groups(
        plan, graph: worldGraph, today: world.today, parameters: parameters, cache: cacheOfWorld,
        budget: budget)
    } catch { throw self.error(error, context) }
    let drafts = try columns(of: measure, plan.query, found.groups, context)
    var declarer = declarer
    let table = declarer.declare(syntax, table: drafts, text: context.text)
    _ = currentGraph()
    try adopt(declarer, context)
    var writer = TableWriter(
      kind: table.kind, title: table.title, columns: table.columns, builder: builder(),
      source: FactSource(context))
    for group in found.groups {
      try context.spendStep(of: limits)
      do { try writer.add(group, in: worldGraph) } catch {
        throw context.error(EngineMessages.fact(error, at: context.range))
      }
    }
    draft = writer.builder
    let count = found.groups.count
    let titles = drafts.map(\.word.base).joined(separator: ", ")
    return ["\(syntax.name.text): \(count) \(count == 1 ? "row" : "rows") of \(titles)."]
      .joined(with: found.notes)
  }

  /// What the columns of a measure with keys are called and what is in them.
  private func columns(
    of measure: MeasureSyntax, _ query: BoundQuery, _ groups: [Executor.MeasuredGroup],
    _ context: Context
  ) throws(QueryError) -> [Declarer.TableColumnDraft] {
    guard case .measure(let bound, let keys, _, _) = query.shape else { return [] }
    var drafts: [Declarer.TableColumnDraft] = []
    for (place, (syntax, key)) in zip(measure.keys, keys).enumerated() {
      let word = syntax.steps[syntax.steps.count - 1]
      switch key {
      case .things(let variable, _, _, let title):
        drafts.append(
          .init(
            title: title, word: word,
            content: .things(query.variables[variable.index].kinds)))
      case .term(let term, let title):
        let known = type(of: term) ?? groups.lazy.compactMap { $0.value(at: place) }.first?.type
        // Of a column with no value and no declared type, any type will do.
        let type = known ?? .text
        drafts.append(.init(title: title, word: word, content: .value(type)))
      }
    }
    let number: (name: String, type: ValueType)
    switch bound {
    case .count: number = ("number", .number)
    case .share: number = ("share", .number)
    case .aggregate(let aggregate, let term, _):
      let isNumber = [.total, .average, .median].contains(aggregate)
      number = (aggregate.rawValue, isNumber ? .number : type(of: term) ?? .number)
    }
    let word = WordSyntax(text: number.name, base: number.name, range: measure.set.range)
    drafts.append(.init(title: number.name, word: word, content: .value(number.type)))
    return drafts
  }

  /// The type of the values of a key.
  private func type(of term: BoundTerm) -> ValueType? {
    switch term {
    case .attribute(let ids, _): ids.first.map { model.schema[$0].type }
    case .list(let inner, _, _): type(of: inner)
    case .entity: .text
    default: nil
    }
  }
}

/// Writes the rows of a table into a draft of the graph.
private struct TableWriter {
  let kind: KindID
  let title: AttributeID
  let columns: [Model.TableColumn]
  var builder: GraphBuilder
  let source: FactSource

  mutating func add(
    _ group: Executor.MeasuredGroup, in graph: Graph
  ) throws(GraphError) {
    var values: [(AttributeID, Value)] = []
    var links: [(RelationID, Entity)] = []
    var labels: [String] = []
    for (place, column) in columns.enumerated() {
      let isKey = place < group.keys.count
      switch (column, isKey ? group.keys[place] : .value(group.value)) {
      case (.value(let name, let attribute), .value(let value)):
        if let value { values.append((attribute, value)) }
        if isKey { labels.append(value?.description ?? "no \(name)") }
      case (.things(_, let relation), .thing(let thing)):
        links.append((relation, thing))
        labels.append(graph.label(of: thing))
      case (.value, .thing), (.things, .value): break
      }
    }
    values.append((title, .text(labels.joined(separator: ", "))))
    let row = try builder.addThing(kind, attributes: values, source: source)
    for (relation, thing) in links where builder.contains(thing) {
      try builder.addLink(relation, left: row, right: thing, source: source)
    }
  }
}

extension Executor.MeasuredGroup {
  fileprivate func value(at place: Int) -> Value? {
    if case .value(let value) = keys[place] { value } else { nil }
  }
}

extension Value {
  /// The type of the value by itself; of a choice, none.
  var type: ValueType? {
    switch self {
    case .text: .text
    case .number: .number
    case .day: .date
    case .period: .duration
    case .flag: .flag
    case .choice, .list: nil
    }
  }
}

extension FactSource {
  /// The place of a statement.
  fileprivate init(_ context: Engine.Context) {
    if let file = context.source.name {
      let line = context.source.position(of: context.range.start).line
      self = FactSource(file: file, line: line)
    } else {
      self = .prompt
    }
  }
}

extension [String] {
  /// The lines of a sentence and the notes below it.
  fileprivate func joined(with notes: [String]) -> String {
    (self + notes).joined(separator: "\n")
  }
}

extension ValueType {
  /// Some value of the type, for whoever does not know it yet.
  fileprivate func example(_ day: Day) -> Value? {
    switch self {
    case .text: .text("")
    case .number: .number(1)
    case .date: .day(day)
    case .duration: value(from: "1 day")
    case .flag: .flag(false)
    case .enumeration(let values), .levels(let values): values.first.flatMap { value(from: $0) }
    }
  }
}
