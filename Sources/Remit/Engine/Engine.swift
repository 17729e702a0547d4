// SPDX-License-Identifier: Apache-2.0

/// A language engine with its model and its graph: the entry point of the library.
///
///     var engine = Engine(today: day)
///     try engine.run("kind control\n  ref: text, key\nadd control A.5.1")
///     for case .answer(let answer) in try engine.run("controls") { … }
///
/// An engine is a value: a copy is a snapshot that later statements do not
/// change, and costs nothing.
public struct Engine: Sendable {
  /// The day `today` is, unless a statement says `as of`.
  public var today: Day
  /// Values of `$name` parameters.
  public var parameters: [String: Value] {
    get { model.parameters }
    set { model.parameters = newValue }
  }
  /// Opens what `use` and `load` name; without one both are refused.
  public var loader: (any Loader)?
  /// Takes what `export` and `save` write; without one it is refused.
  public var writer: (any Writer)?
  /// Whether `load` keeps a name that nothing defines as an unknown thing.
  public var isLenient = false
  /// What one statement may cost.
  public var limits: Limits
  /// Whether messages may show the values of parameters, and names that are near them.
  ///
  /// Off, because what is given as a parameter may be somebody's secret, and messages
  /// end in logs.
  public var showsParameterValues = false
  /// Notes which definitions are used, if anybody wants to know.
  public var coverage: CoverageRecorder?
  /// Of how many offenders of each check it is told why they are: proofs take time
  /// that a nightly check has better use for.
  public var proofsPerCheck = 0
  /// Whether answers and checks name the files that what they look at is from.
  public var namesSources = false
  /// Told when a phase of a statement begins: the engine reads no clock, but who
  /// has one can tell what takes the time.
  public var onPhase: (@Sendable (Phase) -> Void)?
  /// Told each time the tokens, the tree, the bound query or the plan of a statement
  /// have been made: for who measures the stages apart.
  public var onStage: (@Sendable (Stage) -> Void)?
  /// Told the name of each data file when it begins to be loaded, and nothing when it
  /// has been: for a line that says what goes on.
  public var onLoad: (@Sendable (String?) -> Void)?
  /// Does several things at a time when much has been loaded: the engine starts no
  /// threads, but who has some can lend them. Answers do not depend on it.
  public var concurrently: Concurrently?

  /// What has been declared.
  var model: Model {
    _read { yield sharedModel.model }
    _modify { yield &sharedModel.model }
  }
  private(set) var sharedModel = SharedModel()
  /// What is known, as of the last query.
  var graph: Graph
  /// Changes that the next query will put into the graph.
  var draft: GraphBuilder?
  /// What earlier queries found out about the graph.
  var cache = ExecutionCache()
  /// The plans of what has been defined.
  let definitionPlans = DefinitionPlans()
  /// The plans of what was asked last.
  var planCache = PlanCache()
  /// The day of the host, in a world of another day.
  var presentDay: Day?
  /// The files already used, by the names their loader has given them: each is read once.
  public internal(set) var usedFiles: Set<String> = []
  /// The files being read, outermost first.
  var openFiles: [String] = []
  /// The questions that scripts have given a name, in the order in which they stand.
  public internal(set) var questions: [NamedQuestion] = []
  /// Exceptions for checks that stand elsewhere, by the name of the check.
  var exceptions: [String: [StatedException]] = [:]
  /// The text of each declaration, for `save`.
  var declarations: [Declaration] = []
  /// How many statements have changed the model or the facts: it differs where
  /// something has been changed.
  package internal(set) var changeCount = 0
  /// The file that `save` has last written; whoever asks takes it away.
  package var savedFile: String?
  /// What waits to be written until a script has been checked; `nil` if nothing
  /// has to wait.
  var heldWrites: [HeldWrite]?
  /// Which statements are run: tools that read a script leave some out.
  var running = Running.everything
  /// Decides what may be opened, written and changed; what may be read is settled when
  /// a snapshot is restricted.
  var authorize: (@Sendable (Access) -> Permission)?
  /// The words of what may be known of, but not asked about.
  var deniedWords: Set<String> = []
  /// Functions of the host that tell attributes, by the attribute.
  var hostWords: [AttributeID: HostWord] = [:]
  /// What they have told of the things of the graph.
  var hostColumns = HostColumns()
  /// When the run that is going on has to end.
  var deadline: Deadline?

  /// Makes an engine with an empty model and an empty graph.
  ///
  /// - Parameters:
  ///   - today: The day `today` is.
  ///   - parameters: Values of `$name` parameters.
  ///   - loader: Opens what `use` and `load` name.
  ///   - limits: What one statement may cost.
  public init(
    today: Day, parameters: [String: Value] = [:], loader: (any Loader)? = nil,
    limits: Limits = .script
  ) {
    self.today = today
    self.loader = loader
    self.limits = limits
    self.graph = GraphBuilder(schema: Schema()).build()
    self.parameters = parameters
  }

  /// Runs the statements of a text one after the other; the first error ends it.
  ///
  /// All of the text is checked before its first statement does anything: if one
  /// cannot be read or has no meaning, the error tells all such mistakes, and
  /// nothing has been done. Of what shows only when the text runs, such as a limit
  /// or a name that a file should have brought, the first ends it, and what the
  /// statements before it did stays done.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - cancellation: Stops a running query from another thread.
  ///   - checksAhead: Whether the whole text is checked first. A text that somebody
  ///     types or sends line by line is not.
  ///   - onOutcome: Is given what each statement did, in order.
  /// - Throws: ``QueryError`` with what is wrong and where.
  public mutating func run(
    _ source: SourceText, cancellation: Cancellation? = nil, checksAhead: Bool = true,
    onOutcome: (Outcome) -> Void
  ) throws(QueryError) {
    try checkText(of: source)
    let outer = startClock()
    defer { deadline = outer }
    var ranges = StatementSplitter.split(source)[...]
    // One statement checks itself before it does anything.
    if checksAhead, running == .everything, ranges.count > 1 {
      let rehearsal = Rehearsal(source, in: self, cancellation: cancellation)
      if let error = rehearsal.error { throw error }
      ranges = rehearsal.rest
      try takeOver(rehearsal, onOutcome)
    }
    for range in ranges {
      if cancellation?.isCancelled == true {
        throw QueryError(
          code: .cancelled, diagnostics: [EngineMessages.cancelled(at: range)], source: source)
      }
      try checkClock(Context(source: source, range: range, cancellation: cancellation))
      try execute(range, of: source, cancellation: cancellation, onOutcome)
    }
  }

  /// Refuses a text that is too long to be read, or that shows something else than it says.
  func checkText(of source: SourceText) throws(QueryError) {
    guard source.bytes.count <= limits.sourceBytes else {
      let size = source.bytes.count
      let diagnostic = Diagnostic(
        "source-too-long",
        "the text has \(size) bytes, and at most \(limits.sourceBytes) are read",
        at: SourceRange(0, 0))
      var error = QueryError(code: .invalid, diagnostics: [diagnostic], source: source)
      error.limit = ReachedLimit(.sourceBytes, used: size, allowed: limits.sourceBytes)
      throw error
    }
    try checkComments(of: source)
  }

  /// Refuses comments that show something else than they say; those within a statement
  /// are seen when it is read.
  private func checkComments(of source: SourceText) throws(QueryError) {
    guard source.bytes.contains(where: { $0 >= 0x7F || $0 < 9 || $0 > 13 && $0 < 32 }) else {
      return
    }
    var diagnostics: [Diagnostic] = []
    var start = 0
    for line in source.bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.first(where: { $0 != 32 && $0 != 9 }) == UInt8(ascii: "#") {
        diagnostics += Lexer.hidden(
          inComment: SourceRange(start, start + line.count), of: source)
      }
      start += line.count + 1
    }
    guard diagnostics.isEmpty else {
      throw QueryError(code: .invalid, diagnostics: diagnostics, source: source)
    }
  }

  /// Starts the clock of a run, unless it is a part of one.
  ///
  /// - Returns: What ``deadline`` has to be again when the run has ended.
  mutating func startClock() -> Deadline? {
    let outer = deadline
    if outer == nil { deadline = limits.deadline.map { Deadline($0) } }
    return outer
  }

  /// Ends a run whose time is over.
  func checkClock(_ context: Context) throws(QueryError) {
    guard let deadline, deadline.isOver else { return }
    throw context.error(
      ReachedLimit(.deadline, used: deadline.milliseconds, allowed: deadline.allowed))
  }

  /// Runs a text and returns the outcome of each statement.
  ///
  /// - Throws: ``QueryError`` with what is wrong and where.
  @discardableResult
  public mutating func run(_ text: String) throws(QueryError) -> [Outcome] {
    var outcomes: [Outcome] = []
    try run(SourceText(text)) { outcomes.append($0) }
    return outcomes
  }

  /// The graph with every change made so far.
  mutating func currentGraph() -> Graph {
    if draft != nil || !isGraphOfModel {
      onPhase?(.building)
      defer { onPhase?(.running) }
      graph = builder().build(concurrently: concurrently)
      cache = ExecutionCache(succeeding: cache)
      hostColumns = HostColumns()
      draft = nil
    }
    return graph
  }

  /// Whether the graph knows all that has been declared.
  private var isGraphOfModel: Bool {
    graph.schema.kinds.count == model.schema.kinds.count
      && graph.schema.relations.count == model.schema.relations.count
      && graph.schema.attributes.count == model.schema.attributes.count
  }

  /// A builder with every change made so far, for the next one.
  func builder() -> GraphBuilder {
    var builder = draft ?? GraphBuilder(graph)
    builder.schema = model.schema
    return builder
  }
}

/// A part of what is done for a statement.
///
/// Phases come back: a question about a supposed fact builds a graph while it
/// runs. What belongs to no other phase is ``running``.
public enum Phase: Sendable, Hashable, CaseIterable {
  /// From the text to its tree.
  case reading
  /// From the tree to the steps that answer it.
  case planning
  /// Putting what was loaded or changed into the graph.
  case building
  /// Finding the answer, or doing what the statement says.
  case running
}

/// What one statement did.
public enum Outcome: Sendable {
  /// A query was answered.
  case answer(QueryResult)
  /// The model or the graph was changed, in a sentence: `Added 3 links.`
  case done(String)
  /// A file was written, in a sentence, and what should be known about it: that a
  /// drawing is not all.
  case wrote(String, notes: [String])
  /// A text was printed.
  case text(String)
  /// A heading was printed; `depth` is how many `for each` it stands in.
  case heading(String, depth: Int)
  /// Something was explained.
  case proof(Proof)
  /// A check was made.
  case check(CheckResult)
  /// An answer was compared with the rows it should have.
  case expectation(ExpectationResult)
}
