// SPDX-License-Identifier: Apache-2.0

/// Goes through a script before any of its lines acts, so that a mistake in the
/// last one is found before the first has done anything.
///
/// The statements at the beginning that only make words and facts are run, in a
/// copy of the engine which is taken over if nothing is wrong: so no file is read
/// twice. From the first statement that asks, checks or writes, no more data is
/// looked at. Then words are declared and facts are stated in the copy as far as
/// that costs little, and the rest is bound. What can be known only when the
/// script runs is left to it: what a `load` brings, what a block states, limits.
struct Rehearsal {
  /// Something that is wrong.
  struct Mistake {
    var error: QueryError
    /// The statement it was found in.
    var range: SourceRange
    /// Whether that is a check, which a report of checks can tell of.
    var isOfCheck: Bool
  }

  /// The engine after the statements that were run.
  struct Opening {
    var engine: Engine
    var outcomes: [Outcome] = []
    var statements = 0
  }

  /// How many mistakes are told.
  static let mostMistakes = 50

  let source: SourceText
  let ranges: [SourceRange]
  let cancellation: Cancellation?
  private(set) var mistakes: [Mistake] = []
  /// What has been run; not to be taken over if there are mistakes in it.
  private(set) var opening: Opening
  /// The engine as far as it is known after the statements gone through.
  private var engine: Engine
  private var isOpening = true
  /// Whether all things and links are known: then facts are checked like any.
  private var isExact = true
  /// Whether all names are known.
  private var knowsNames = true
  /// Words that have no meaning because what should give them one is wrong, or
  /// whose value is known only later: what is said of them is no news.
  private var doubtfulWords: Set<String> = []
  private var hasEnded = false

  /// Goes through a script.
  ///
  /// - Complexity: that of its first statements, then O(*n*) in the text.
  init(_ source: SourceText, in engine: Engine, cancellation: Cancellation?) {
    self.source = source
    self.cancellation = cancellation
    ranges = StatementSplitter.split(source)
    self.engine = engine
    // What a file that is used writes has to wait too.
    self.engine.heldWrites = []
    opening = Opening(engine: engine)
    let tables = Rehearsal.tables(loadedBy: ranges, of: source)
    if tables.count > 1 { engine.loader?.expect(tables: tables, from: source.name) }
    for range in ranges where !hasEnded { pass(range) }
    close()
    if tables.count > 1 { engine.loader?.expect(tables: [], from: source.name) }
    if mistakes.count == Rehearsal.mostMistakes {
      let last = mistakes[mistakes.count - 1]
      let error = QueryError(
        code: .invalid,
        diagnostics: [EngineMessages.moreMistakes(mistakes.count, at: last.range)], source: source)
      mistakes.append(Mistake(error: error, range: last.range, isOfCheck: false))
    }
  }

  /// The same for a file that a script uses after its opening.
  private init(used source: SourceText, by outer: Rehearsal, in engine: Engine) {
    self.source = source
    cancellation = outer.cancellation
    ranges = StatementSplitter.split(source)
    self.engine = engine
    opening = outer.opening
    isOpening = false
    isExact = outer.isExact
    knowsNames = outer.knowsNames
    doubtfulWords = outer.doubtfulWords
    for range in ranges where !hasEnded { pass(range) }
  }

  /// All mistakes as one error; `nil` if there is none.
  var error: QueryError? { QueryError(mistakes.map(\.error)) }

  /// The statements that are left to be run.
  var rest: ArraySlice<SourceRange> { ranges[opening.statements...] }

  // MARK: One statement

  private mutating func pass(_ range: SourceRange) {
    let context = Engine.Context(source: source, range: range, cancellation: cancellation)
    var statement: StatementSyntax?
    do throws(QueryError) {
      if cancellation?.isCancelled == true {
        throw context.error(EngineMessages.cancelled(at: range), code: .cancelled)
      }
      try DeepStack.run(levels: engine.levels(of: range)) { () throws(QueryError) in
        let read = try engine.parse(range, of: source)
        statement = read
        if isOpening, read.onlyMakesModel {
          var outcomes: [Outcome] = []
          try engine.perform(read, context) { outcomes.append($0) }
          opening.outcomes += outcomes
          opening.statements += 1
        } else {
          close()
          try checkParameters(of: read, context)
          try foresee(read, context)
        }
      }
    } catch {
      close()
      note(error, statement, context)
    }
  }

  /// Ends what is run: the engine is kept as it is now.
  private mutating func close() {
    guard isOpening else { return }
    isOpening = false
    // A mistake lets nothing be taken over, so there is nothing to keep.
    if mistakes.isEmpty { opening.engine = engine }
  }

  private mutating func note(
    _ error: QueryError, _ statement: StatementSyntax?, _ context: Engine.Context
  ) {
    let word = context.text.prefix { $0.isLetter }
    if mistakes.isEmpty || error.code != .invalid || !isDoubtful(error) {
      var isOfCheck = word == "check"
      if case .check? = statement { isOfCheck = true }
      mistakes.append(Mistake(error: error, range: context.range, isOfCheck: isOfCheck))
    }
    switch (statement, error.code) {
    case (_, .cancelled), (.use?, _): hasEnded = true
    case (.load?, _): (isExact, knowsNames) = (false, false)
    default:
      if word == "use" { hasEnded = true }
      if statement?.onlyMakesModel ?? Rehearsal.making.contains(String(word)) {
        isExact = false
        doubtfulWords.formUnion(Rehearsal.words(context.text))
      }
    }
    if mistakes.count >= Rehearsal.mostMistakes { hasEnded = true }
  }

  /// The words by which a statement begins that gives a meaning to others.
  private static let making: Set<String> = [
    "kind", "relation", "define", "event", "param", "let", "add", "set", "load", "question",
  ]

  /// The files that the opening will load, as far as a quick look can tell: the
  /// loader may read ahead.
  private static func tables(loadedBy ranges: [SourceRange], of source: SourceText) -> [String] {
    var tables: [String] = []
    for range in ranges {
      let text = source.text(in: range)
      let word = String(text.prefix { $0.isLetter })
      guard making.contains(word) || word == "remit" || word == "use" else { break }
      guard word == "load", let file = text.firstRange(of: "from \""),
        !text.contains("\" sheet \""), !text.contains("\" in \"")
      else { continue }
      tables.append(String(text[file.upperBound...].prefix { $0 != "\"" }))
    }
    return tables
  }

  private static func words(_ text: some StringProtocol) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
      .filter { $0.count > 2 }
  }

  /// Whether all that is said is about words with a mistake of their own.
  private func isDoubtful(_ error: QueryError) -> Bool {
    guard !doubtfulWords.isEmpty, error.others.isEmpty else { return false }
    return error.diagnostics.allSatisfy { diagnostic in
      Rehearsal.words(error.source.text(in: diagnostic.range)).contains { word in
        // Another form of a word begins like it.
        doubtfulWords.contains { $0 == word || $0.commonPrefix(with: word) >= 3 }
      }
    }
  }

  // MARK: Without running it

  private mutating func foresee(
    _ statement: StatementSyntax, _ context: Engine.Context
  ) throws(QueryError) {
    switch statement {
    case .version, .kind, .relation, .event, .define, .param, .named, .exception:
      try engine.perform(statement, context) { _ in }
    case .use(let name): try foresee(use: name, context)
    case .load(let load):
      guard engine.loader != nil else {
        throw context.error(EngineMessages.noLoader(load.file.text, at: load.file.range))
      }
      _ = try engine.encoding(of: load, context)
      (isExact, knowsNames) = (false, false)
    case .let(let naming): try foresee(naming, context)
    case .fact(let fact): try foresee(fact, context)
    case .question, .forEach, .choice, .print, .export, .save, .check, .expect:
      var names: [BoundName] = []
      try engine.foresee(statement, context, &names)
      try lookUp(names, context)
      foreseeChanges(of: statement)
    }
  }

  /// Reads a file that is used, but not the data that it loads.
  private mutating func foresee(
    use name: NameSyntax, _ context: Engine.Context
  ) throws(QueryError) {
    guard let source = try engine.open(name, context) else { return }
    engine.openFiles.append(context.source.name ?? "the prompt")
    let inner = Rehearsal(used: source, by: self, in: engine)
    if let error = inner.error { throw error }
    (engine, isExact, knowsNames) = (inner.engine, inner.isExact, inner.knowsNames)
    doubtfulWords = inner.doubtfulWords
    engine.openFiles.removeLast()
    engine.usedFiles.insert(source.name ?? name.text)
  }

  /// Declares what a word will stand for, but not how much or which things.
  private mutating func foresee(
    _ naming: LetSyntax, _ context: Engine.Context
  ) throws(QueryError) {
    var names: [BoundName] = []
    let meaning = try engine.foresee(naming, context, &names)
    try lookUp(names, context)
    switch meaning {
    case .set: break
    // The rows have names.
    case .table: (isExact, knowsNames) = (false, false)
    case .value:
      isExact = false
      doubtfulWords.formUnion(Rehearsal.words(naming.name.text))
    case .unknown: hasEnded = true
    }
  }

  /// States a fact where that needs no question to be asked.
  private mutating func foresee(_ fact: FactSyntax, _ context: Engine.Context) throws(QueryError) {
    guard !fact.hasSets else {
      try check(fact, context)
      isExact = false
      if fact.changesNames { knowsNames = false }
      return
    }
    do {
      _ = try engine.fact(fact, context)
    } catch {
      if isExact { throw error }
      try check(fact, context)
      if fact.changesNames { knowsNames = false }
    }
  }

  private func check(_ fact: FactSyntax, _ context: Engine.Context) throws(QueryError) {
    let constants = FactConstants(
      model: engine.model, today: engine.today, parameters: engine.parameters, context: context)
    var checker = FactChecker(model: engine.model, constants: constants)
    if knowsNames { checker.finder = FactWriter(engine: engine, context: context, sets: [:]) }
    try checker.check(fact)
  }

  /// What a block may state is not known.
  private mutating func foreseeChanges(of statement: StatementSyntax) {
    guard statement.mayChangeFacts else { return }
    isExact = false
    if statement.mayChangeNames { knowsNames = false }
  }

  // MARK: Names and parameters

  /// Parameters that have no value: no line can give them one later.
  private func checkParameters(
    of statement: StatementSyntax, _ context: Engine.Context
  ) throws(QueryError) {
    guard context.text.contains("$") else { return }
    let missing = TreeSearch.nodes(of: NameSyntax.self, in: statement).filter {
      $0.isParameter && engine.parameters[$0.text] == nil
    }
    guard missing.isEmpty else {
      throw QueryError(
        code: .invalid,
        diagnostics: missing.map { BindingMessages.unknownParameter($0.text, at: $0.range) },
        source: context.source)
    }
  }

  private mutating func lookUp(
    _ names: [BoundName], _ context: Engine.Context
  ) throws(QueryError) {
    let names = names.filter { $0.thing == nil && (knowsNames || $0.isParameter) }
    guard !names.isEmpty else { return }
    let builder = engine.builder()
    var problems: [Diagnostic] = []
    for name in names {
      if let text = name.isParameter ? engine.parameters[name.text]?.description : name.text,
        !knowsNames || builder.find(text, kinds: name.kinds).count == 1
      {
        continue
      }
      let lookup = NameLookup(graph: engine.currentGraph(), parameters: engine.parameters)
      if case .problem(let problem) = lookup.resolve(name), !problems.contains(problem) {
        problems.append(problem)
      }
    }
    guard problems.isEmpty else { throw engine.invalid(problems, context) }
  }
}

extension StatementSyntax {
  /// Whether it makes words and facts, and does nothing else.
  fileprivate var onlyMakesModel: Bool {
    switch self {
    case .version, .use, .load, .kind, .relation, .event, .define, .param, .let, .fact, .named,
      .exception:
      true
    case .question, .forEach, .choice, .print, .export, .save, .check, .expect: false
    }
  }

  /// Whether a fact stands in it.
  fileprivate var mayChangeFacts: Bool {
    switch self {
    case .fact: true
    case .forEach(let loop): loop.body.contains { $0.statement.mayChangeFacts }
    case .choice(let choice):
      (choice.body + choice.otherwise).contains { $0.statement.mayChangeFacts }
    default: false
    }
  }

  fileprivate var mayChangeNames: Bool {
    switch self {
    case .fact(let fact): fact.changesNames
    case .forEach(let loop): loop.body.contains { $0.statement.mayChangeNames }
    case .choice(let choice):
      (choice.body + choice.otherwise).contains { $0.statement.mayChangeNames }
    default: false
    }
  }
}

extension FactSyntax {
  /// Whether it may give a name to a thing, or take one away.
  fileprivate var changesNames: Bool {
    switch self {
    case .add, .remove, .set, .event: true
    case .link: false
    }
  }

  /// Whether it is about every thing of a set.
  fileprivate var hasSets: Bool {
    things.contains { if case .every = $0 { true } else { false } }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
