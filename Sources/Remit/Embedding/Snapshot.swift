// SPDX-License-Identifier: Apache-2.0

/// The model and the facts of one moment, to be asked from any number of threads.
///
/// A snapshot never changes. Who edits makes another one, in which all of the edit is
/// there; whoever still asks the old one is not disturbed, and both share what has not
/// been touched.
///
///     let snapshot = try Snapshot(script, today: day)
///     let answer = try await snapshot.answer("controls owned by \(name)")
///     let later = try snapshot.editing { try $0.run("add Bob owns A.5.2") }
///
/// - Complexity: A copy costs nothing. The graph is built when the snapshot is made, so
///   that asking never waits for another thread.
public struct Snapshot: Sendable {
  // INVARIANT: all changes have been put into its graph.
  let engine: Engine

  /// The day `today` is.
  public var today: Day { engine.today }

  /// Makes a snapshot of a script.
  ///
  /// - Parameters:
  ///   - script: The model and the facts.
  ///   - today: The day `today` is.
  ///   - loader: Opens what `use` and `load` name; without one both are refused.
  ///   - limits: What running the script, and each question, may cost.
  /// - Throws: ``QueryError`` with all mistakes of the script.
  /// - Complexity: O(*n*) in the things and links.
  public init(
    _ script: String, today: Day, loader: (any Loader)? = nil, limits: Limits = .script
  ) throws(QueryError) {
    var engine = Engine(today: today, loader: loader, limits: limits)
    try engine.run(script)
    self = engine.frozen()
  }

  init(frozen engine: Engine) { self.engine = engine }

  /// Makes a snapshot with changes; this one stays as it is.
  ///
  ///     let later = try snapshot.editing { try $0.run("add control A.5.3") }
  ///
  /// - Parameter change: Changes a copy of the engine the snapshot was made of.
  /// - Returns: The snapshot after the changes.
  /// - Throws: What the change throws; then there is no new snapshot.
  /// - Complexity: O(what the changes touch).
  public func editing<Failure>(
    _ change: (inout Engine) throws(Failure) -> Void
  ) throws(Failure) -> Snapshot {
    var engine = engine
    try change(&engine)
    return engine.frozen()
  }

  /// The same model and facts on another day.
  ///
  /// - Complexity: O(1).
  public func on(_ day: Day) -> Snapshot {
    var engine = engine
    engine.today = day
    return Snapshot(frozen: engine)
  }

  /// The same with other limits for each question.
  ///
  /// - Complexity: O(1).
  public func limited(to limits: Limits) -> Snapshot {
    var engine = engine
    engine.limits = limits
    return Snapshot(frozen: engine)
  }

  // MARK: Asking

  /// Reads, binds and plans a question once, to be asked often.
  ///
  /// - Parameter question: One question; its parameters may be given later.
  /// - Returns: The prepared question, for every snapshot of the same model.
  /// - Throws: ``QueryError`` with what is wrong and where.
  /// - Complexity: O(*n*) in the text and the definitions it uses; of a question that was
  ///   prepared or asked a short time ago, perhaps with other names, in the text alone.
  public func prepare(_ question: Question) throws(QueryError) -> PreparedQuery {
    if let name = question.quoted {
      let source = SourceText(question.text)
      throw QueryError(
        code: .invalid,
        diagnostics: [
          EngineMessages.valueInQuotes(name, at: SourceRange(0, source.bytes.count))
        ], source: source)
    }
    guard !question.values.isEmpty else { return try engine.prepare(question.text) }
    var query: PreparedQuery
    if let known = engine.knownQuery(question.text) {
      query = known
    } else {
      var engine = engine
      engine.parameters.merge(question.values) { $1 }
      query = try engine.prepare(question.text)
    }
    query.bind(question.values)
    return query
  }

  /// Asks a prepared question.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - values: The values of its parameters.
  ///   - limits: What it may cost, if not what the snapshot is limited to.
  ///   - cancellation: Stops it from another thread or from a signal handler.
  /// - Returns: The answer.
  /// - Throws: ``QueryError`` when a parameter is missing, not of the question or of the
  ///   wrong sort, which is found before anything else is done; when a name finds
  ///   nothing; when a limit is reached.
  public func answer(
    _ query: PreparedQuery, _ values: [String: Value] = [:], limits: Limits? = nil,
    cancellation: Cancellation? = nil
  ) throws(QueryError) -> QueryResult {
    let limits = limits ?? engine.limits
    let parameters = try engine.parameters(values, for: query, limits: limits)
    if engine.isPlanned(query, for: parameters) {
      return try engine.answerAsPlanned(
        query, parameters, limits: limits, cancellation: cancellation)
    }
    var engine = engine
    (engine.limits, engine.parameters) = (limits, parameters)
    return try engine.answer(query, cancellation: cancellation)
  }

  /// Asks a question.
  ///
  /// - Parameters:
  ///   - question: The question; what is interpolated into it is bound as a value.
  ///   - limits: What it may cost, if not what the snapshot is limited to.
  ///   - cancellation: Stops it from another thread or from a signal handler.
  /// - Returns: The answer.
  /// - Throws: ``QueryError`` with what is wrong and where.
  public func answer(
    _ question: Question, limits: Limits? = nil, cancellation: Cancellation? = nil
  ) throws(QueryError) -> QueryResult {
    let snapshot = limits.map(limited) ?? self
    return try snapshot.answer(try snapshot.prepare(question), cancellation: cancellation)
  }
}

extension Engine {
  /// The model and the facts as they are now, to be asked from any number of threads.
  ///
  /// - Returns: The snapshot. What the engine does later does not change it.
  /// - Complexity: O(what has been changed since the last question).
  public mutating func frozen() -> Snapshot {
    _ = currentGraph()
    return Snapshot(frozen: self)
  }
}
