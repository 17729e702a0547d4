// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// A question that was asked before, perhaps with other names; `nil` if its text has to
  /// be read.
  ///
  /// Who is told of the stages of a statement sees it read.
  func knownQuestion(_ text: ArraySlice<UInt8>) -> KnownQuestion? {
    guard keepsPlan(ofBytes: text.count) else { return nil }
    return planCache.question(text, in: model.version, depthLimit: limits.depth)
  }

  /// A question that was prepared or asked before, perhaps with other names.
  func knownQuery(_ text: String) -> PreparedQuery? {
    let bytes = Array(text.utf8)
    guard let known = knownQuestion(bytes[...]) else { return nil }
    coverage?.note(known.reading.plan)
    return PreparedQuery(
      known, known.names.isEmpty ? known.reading.source : SourceText(bytes: bytes))
  }

  /// Whether texts of a length are kept with their plans: they are within all limits.
  private func keepsPlan(ofBytes count: Int) -> Bool {
    // A token has a byte at least.
    onStage == nil && count <= min(limits.sourceBytes, limits.tokens, limits.textBytes)
  }

  /// Answers a question whose plan is known; `own` is where its text stands by itself, as
  /// the plan has it.
  mutating func answer(
    _ question: KnownQuestion, _ context: Context, own: @autoclosure () -> Context
  ) throws(QueryError) -> QueryResult {
    let reading = question.reading
    return try answer(
      question.use, reading.question, reading.form, context, own: own())
  }

  /// Answers a question whose plan is known of a graph; the engine stays as it is.
  func answer(
    _ question: KnownQuestion, _ context: @autoclosure () -> Context,
    on known: (graph: Graph, cache: ExecutionCache), parameters: [String: Value],
    _ budget: Budget
  ) throws(QueryError) -> QueryResult {
    let reading = question.reading
    return try answer(
      question.use, reading.question, reading.form, context(), on: known,
      parameters: parameters, budget)
  }

  /// Answers a statement that is a question whose plan is known.
  ///
  /// - Returns: Whether it did; else it has to be read, which it has to be too where
  ///   something is wrong with it: what that is stands at a place of its own text.
  /// - Throws: ``QueryError`` when a limit is reached.
  mutating func answerAsKnown(
    _ context: Context, _ emit: (Outcome) -> Void
  ) throws(QueryError) -> Bool {
    let text = context.source.bytes[context.range.start..<context.range.end]
    // A function of the host would be called twice where it fails.
    guard running == .everything, hostWords.isEmpty, let known = knownQuestion(text),
      known.reading.isPlain
    else { return false }
    onPhase?(.running)
    coverage?.note(known.reading.plan)
    do throws(QueryError) {
      var answer = try answer(
        known, context, own: Context(known, SourceText(bytes: Array(text)), context.cancellation))
      answer.note(asked: context.range, of: context.source)
      emit(.answer(answer))
      return true
    } catch {
      guard error.code != .invalid else {
        onPhase?(.reading)
        return false
      }
      var error = error
      error.source = context.source
      for index in error.diagnostics.indices { error.diagnostics[index].range = context.range }
      throw error
    }
  }

  /// Notes that a question was asked, and plans it for the next time once that is likely
  /// to come.
  func remember(_ statement: StatementSyntax, _ context: Context) {
    guard case .question(let question) = statement, question.isPlain, hostWords.isEmpty,
      keepsPlan(ofBytes: context.range.end - context.range.start)
    else { return }
    let texts = planCache.noteAsked(
      context.source.text(in: context.range), in: model.version, depthLimit: limits.depth)
    guard !texts.isEmpty else { return }
    onPhase?(.planning)
    defer { onPhase?(.running) }
    var quiet = self
    quiet.onPhase = nil
    quiet.coverage = nil
    for text in texts {
      if let prepared = try? quiet.prepareAnew(text) { keep(prepared) }
    }
  }

  /// Keeps a question that has been prepared for who asks it again.
  func keep(_ prepared: PreparedQuery) {
    guard keepsPlan(ofBytes: prepared.source.bytes.count) else { return }
    planCache.note(prepared.reading, depthLimit: limits.depth)
  }
}

extension Engine.Context {
  /// Where a question stands whose plan is known, for what goes wrong with it; `source` is
  /// its own text and nothing else.
  init(_ known: KnownQuestion, _ source: SourceText, _ cancellation: Cancellation?) {
    self.init(
      source: source, range: SourceRange(0, source.bytes.count), cancellation: cancellation)
    isRenamed = !known.names.isEmpty
  }
}

extension QuestionSyntax {
  /// Whether it is asked of the graph as it is, and its answer is neither a matrix nor an
  /// explanation.
  var isPlain: Bool { !isWhy && !needsWorld && across == nil }
}
