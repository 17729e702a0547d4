// SPDX-License-Identifier: Apache-2.0

extension Engine {
  // MARK: Checks

  /// Makes a check.
  ///
  /// A sentence about every thing, or about no thing, has offenders: those of
  /// its subject for which it does not hold. Of several sentences each is
  /// checked; all have to hold, or with `or` one of them.
  ///
  /// - Throws: ``QueryError`` when it cannot be evaluated.
  mutating func check(
    _ syntax: CheckSyntax, _ context: Context
  ) throws(QueryError) -> CheckResult {
    let sentence = context.source.line(in: syntax.subjectRange)
    var result = CheckResult(
      name: syntax.name?.text ?? sentence, sentence: sentence,
      severity: CheckResult.Severity(rawValue: syntax.severity.rawValue) ?? .medium,
      clauses: syntax.clauses.map(\.text), outcome: .passed,
      offenders: QueryResult(columns: [], rows: []), lookedAt: nil, isVacuous: false, noData: [],
      exceptions: [], source: source(context))
    var exceptions = try self.exceptions(syntax.exceptions, context)
    for stated in self.exceptions[result.name] ?? [] {
      exceptions += try self.exceptions([stated.syntax], stated.context(context))
    }
    var truths: [Bool] = []
    try checkForm(of: syntax, context)
    for part in syntax.propositions.parts {
      guard var subject = CheckedSubject(part) else {
        let one = PropositionsSyntax(
          conjunction: .and, parts: [part], range: syntax.propositions.range)
        let isTrue = try truth(of: one, context)
        truths.append(isTrue)
        if !isTrue, case .comparison(let term, _) = part {
          result.found.append(try found(term, context))
        }
        continue
      }
      subject.narrow(to: syntax.restriction)
      truths.append(
        try judge(subject, &exceptions, showing: syntax.columns, into: &result, context))
    }
    let holds =
      syntax.propositions.conjunction == .and
      ? !truths.contains(false) : truths.contains(true)
    result.outcome = holds ? .passed : .failed
    if holds {
      (result.offenders.rows, result.found) = ([], [])
      (result.proofs, result.notes) = ([], [])
    }
    result.exceptions = exceptions.map(\.shown)
    return result
  }

  private func checkForm(of syntax: CheckSyntax, _ context: Context) throws(QueryError) {
    if let restriction = syntax.restriction,
      syntax.propositions.parts.count > 1 || CheckedSubject(syntax.propositions.parts[0]) == nil
    {
      throw context.error(EngineMessages.nothingToNarrow(at: restriction.range))
    }
    if let across = syntax.columns.lazy.compactMap(\.across).first {
      throw context.error(BindingMessages.strayAcross(at: across))
    }
    guard let column = syntax.columns.first else { return }
    guard syntax.propositions.parts.count == 1,
      let subject = CheckedSubject(syntax.propositions.parts[0])
    else { throw context.error(EngineMessages.nothingToShow(at: column.term.range)) }
    try check(syntax.columns, of: subject, context)
  }

  /// Binds a check without making it, and adds the names in it to `names`.
  func foresee(
    _ syntax: CheckSyntax, _ context: Context, _ names: inout [BoundName]
  ) throws(QueryError) {
    try checkForm(of: syntax, context)
    for part in syntax.propositions.parts {
      var binder = Binder(model, letters: context.letters)
      if var subject = CheckedSubject(part) {
        subject.narrow(to: syntax.restriction)
        _ = binder.checked(subject) { noun, predicate in .conjunction([noun, predicate]) }
      } else {
        let one = PropositionsSyntax(
          conjunction: .and, parts: [part], range: syntax.propositions.range)
        _ = binder.closed { $0.propositions(one) }
      }
      try finish(binder, context)
      names += binder.names
    }
    for case .name(let name) in syntax.exceptions.map(\.thing) {
      let kind = name.kind.flatMap { model.schema.kind(named: $0.base) }
      names.append(
        BoundName(
          text: name.text, isParameter: name.isParameter,
          kinds: kind.map { [$0] } ?? model.factKinds,
          range: name.range))
    }
  }

  /// What a term that is compared is: `number of controls with no owner is 7`.
  private mutating func found(
    _ term: TermSyntax, _ context: Context
  ) throws(QueryError) -> String {
    var binder = Binder(model, letters: context.letters)
    let bound = binder.column(term)
    let value = try evaluate(binder, terms: [bound], conditions: [], context).values[0]
    var shown = value?.description ?? "unknown"
    // Two digits tell on which side of a limit a share is.
    if case .number(let number)? = value, abs(number) >= 1 {
      shown = Value.number((number * 100).rounded() / 100).description
    }
    return "\(SyntaxPrinter().print(term)) is \(shown)"
  }

  /// An exception with the thing it is of.
  private struct Excepted {
    let thing: Entity
    var shown: CheckResult.Exception
  }

  private mutating func exceptions(
    _ syntax: [CheckSyntax.Exception], _ context: Context
  ) throws(QueryError) -> [Excepted] {
    var found: [Excepted] = []
    for exception in syntax {
      var sets: [SourceRange: [Entity]] = [:]
      if case .every(let noun, let range) = exception.thing {
        sets[range] = try things(of: noun, context)
      }
      let writer = FactWriter(engine: self, context: context, sets: sets)
      var until: Day?
      if let date = exception.until { until = try day(date, context) }
      for thing in try writer.things(exception.thing, kinds: model.factKinds) {
        let isOver = until.map { $0 <= today } ?? false
        found.append(
          Excepted(
            thing: thing,
            shown: CheckResult.Exception(
              thing: currentGraph().label(of: thing), owner: exception.owner.text,
              reason: exception.reason.text, until: until, state: isOver ? .expired : .unused)))
      }
    }
    return found
  }

  /// Finds the offenders of one sentence.
  ///
  /// - Returns: Whether there is none that counts.
  private mutating func judge(
    _ subject: CheckedSubject, _ exceptions: inout [Excepted], showing columns: [ColumnSyntax],
    into result: inout CheckResult, _ context: Context
  ) throws(QueryError) -> Bool {
    let offending = try things(subject, .offending, context)
    let looked = try things(subject, .lookedAt, context).things.count
    var excepted: Set<Entity> = []
    for index in exceptions.indices where exceptions[index].shown.state != .expired {
      if offending.things.contains(exceptions[index].thing) {
        exceptions[index].shown.state = .applied
        excepted.insert(exceptions[index].thing)
      }
    }
    let graph = currentGraph()
    let heads = graph.sorted(offending.things)
    let kept = zip(heads, offending.answer.rows).filter { !excepted.contains($0.0) }
    if columns.isEmpty {
      result.offenders.add(kept.map(\.1), columns: offending.answer.columns)
    } else {
      result.showsTerms = true
      result.offenders = try shown(kept.map(\.0), columns, of: subject, context)
    }
    for head in heads.prefix(proofsPerCheck) where !excepted.contains(head) {
      if let proof = try proof(of: head, subject, context) { result.proofs.append(proof) }
    }
    result.sources += offending.answer.sources.filter { !result.sources.contains($0) }
    if !kept.isEmpty { result.notes += offending.answer.notes }
    result.lookedAt = (result.lookedAt ?? 0) + looked
    result.isVacuous = result.isVacuous || looked == 0
    result.noData += try things(subject, .passing, context).answer.notes
    result.noData += try leftOutNotes(beside: offending.things, subject, context)
    result.noData += try unknownNotes(beside: heads) { (engine) throws(QueryError) in
      try engine.things(subject, .offending, context).things
    }
    return kept.isEmpty
  }

  /// Which things of a checked sentence are asked for.
  private enum Part { case lookedAt, offending, passing }

  private mutating func things(
    _ subject: CheckedSubject, _ part: Part, _ context: Context
  ) throws(QueryError) -> (things: [Entity], answer: QueryResult) {
    var binder = Binder(model, letters: context.letters)
    let query = binder.checked(subject) { noun, predicate in
      switch part {
      case .lookedAt: noun
      case .offending: subject.offending(noun, predicate)
      case .passing:
        .conjunction([noun, subject.isAboutAll ? predicate : predicate.negated])
      }
    }
    return try things(query, binder, context)
  }

  /// A note of how many things would offend, but are not looked at because it is not
  /// known whether they are meant: an asset with no criticality may be a critical one.
  private mutating func leftOutNotes(
    beside offending: [Entity], _ subject: CheckedSubject, _ context: Context
  ) throws(QueryError) -> [String] {
    var binder = Binder(model, letters: context.letters)
    let schema = model.schema
    var attributes: [AttributeID] = []
    let query = binder.checked(subject) { head, noun, predicate in
      subject.offending(noun.lenient(about: head, schema, attributes: &attributes), predicate)
    }
    guard !attributes.isEmpty else { return [] }
    let known = Set(offending)
    let others = try things(query, binder, context).things.filter { !known.contains($0) }
    guard let first = others.first else { return [] }
    let graph = currentGraph()
    var lacking: [String] = []
    for attribute in attributes where !lacking.contains(schema[attribute].name) {
      let isLacked = others.contains {
        $0.kind == schema[attribute].kind && graph.value(of: attribute, for: $0.node) == nil
      }
      if isLacked { lacking.append(schema[attribute].name) }
    }
    let isOne = others.count == 1
    let kind = schema[first.kind]
    let noun =
      others.allSatisfy { $0.kind == first.kind }
      ? (isOne ? kind.singular : kind.plural) : "things"
    return [
      "\(others.count) \(noun) that would fail \(isOne ? "is" : "are") not looked at: "
        + "\(isOne ? "it has" : "they have") "
        + lacking.map { "no \($0)" }.joined(separator: " or ")
    ]
  }

  private mutating func things(
    _ query: BoundQuery, _ binder: Binder, _ context: Context
  ) throws(QueryError) -> (things: [Entity], answer: QueryResult) {
    guard binder.diagnostics.isEmpty else {
      throw invalid(binder.diagnostics, context)
    }
    let plan = Planner.plan(
      query, definitions: model.definitions, schema: model.schema,
      strata: model.strata)
    coverage?.note(plan)
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (graph, cache) = try graph(for: query, context, budget)
    do {
      var answer = try Executor.run(
        plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
      if namesSources { answer.sources = sources(of: query, in: graph) }
      let things = try Executor.things(
        plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
      return (things, answer)
    } catch { throw self.error(error, context) }
  }

  // MARK: Expectations

  /// Compares an answer with the rows it should have, as sets.
  mutating func expect(
    _ syntax: ExpectSyntax, _ context: Context
  ) throws(QueryError) -> ExpectationResult {
    let answer = try answer(syntax.question, context)
    let found = answer.rows.map { $0.map { $0?.description ?? "" } }
    // A row may leave out the columns that follow from the first, such as a title.
    let wanted = syntax.rows.map { $0.map(\.text) }
    func fits(_ row: [String], _ wanted: [String]) -> Bool {
      row.count >= wanted.count && Array(row.prefix(wanted.count)) == wanted
    }
    let missing = wanted.filter { row in !found.contains { fits($0, row) } }
    let unexpected = found.filter { row in !wanted.contains { fits(row, $0) } }
    return ExpectationResult(
      question: context.source.line(in: syntax.question.range),
      columns: answer.columns.map(\.title), missing: missing, unexpected: unexpected,
      matched: found.count - unexpected.count, source: source(context))
  }

  /// Where a statement stands.
  private func source(_ context: Context) -> FactSource {
    context.source.name.map {
      FactSource(file: $0, line: context.source.position(of: context.range.start).line)
    } ?? .prompt
  }

  // MARK: Files

  /// Writes an answer where the host lets it be written.
  mutating func export(
    _ syntax: ExportSyntax, _ context: Context
  ) throws(QueryError) -> Outcome {
    guard let writer else {
      throw context.error(EngineMessages.noWriter(syntax.file.text, at: syntax.file.range))
    }
    try check(.export(syntax.file.text), context, at: syntax.file.range)
    if let mostThings = writer.mostThingsDrawn(in: syntax.file.text) {
      return try export(syntax, mostThings: mostThings, context)
    }
    let answer = try answer(syntax.question, context)
    try write(HeldWrite(content: .answer(answer), file: syntax.file, source: context.source))
    let count = answer.rowCount
    return .wrote(
      "Wrote \(count) row\(count == 1 ? "" : "s") to \(syntax.file.text).",
      notes: writer.notes(on: answer, in: syntax.file.text))
  }
}

extension QueryResult {
  /// Adds rows; where their columns are others, all are shown by the first alone.
  fileprivate mutating func add(_ more: [[Value?]], columns: [Column]) {
    if rows.isEmpty { self.columns = columns }
    guard !more.isEmpty else { return }
    var more = more
    if self.columns != columns {
      self.columns = [Column(title: "thing", isNumeric: false)]
      rows = rows.map { Array($0.prefix(1)) }
      more = more.map { Array($0.prefix(1)) }
    }
    let known = Set(rows)
    rows += more.filter { !known.contains($0) }
  }
}
