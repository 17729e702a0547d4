// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// What was made of a text, or of one with other names, when it was asked before; `nil`
  /// if it has to be read.
  ///
  /// Who is told of the stages of a statement sees it read.
  func knownReading(of text: ArraySlice<UInt8>) -> PreparedQuery.Reading? {
    guard keepsPlan(ofBytes: text.count) else { return nil }
    return planCache.reading(of: text, in: model.version, depthLimit: limits.depth)
  }

  /// A question that was prepared or asked before, perhaps with other names.
  func knownQuery(_ text: String) -> PreparedQuery? {
    guard let known = knownReading(of: Array(text.utf8)[...]) else { return nil }
    coverage?.note(known.plan)
    return PreparedQuery(reading: known)
  }

  /// Whether texts of a length are kept with their plans: they are within all limits.
  private func keepsPlan(ofBytes count: Int) -> Bool {
    // A token has a byte at least.
    onStage == nil && count <= min(limits.sourceBytes, limits.tokens, limits.textBytes)
  }

  /// Where a prepared question stands, for what goes wrong with it.
  func context(of reading: PreparedQuery.Reading, _ cancellation: Cancellation?) -> Context {
    var context = Context(
      source: reading.source, range: reading.range, cancellation: cancellation)
    context.isRenamed = reading.isRenamed
    return context
  }

  /// Answers a statement that is a question whose plan is known.
  ///
  /// - Returns: The answer; `nil` if it has to be read, which it has to be too where
  ///   something is wrong with it: what that is stands at a place of its own text.
  /// - Throws: ``QueryError`` when a limit is reached.
  mutating func answerAsKnown(_ context: Context) throws(QueryError) -> QueryResult? {
    let text = context.source.bytes[context.range.start..<context.range.end]
    // A function of the host would be called twice where it fails.
    guard running == .everything, hostWords.isEmpty, let known = knownReading(of: text),
      known.parsed.isPlain
    else { return nil }
    onPhase?(.running)
    coverage?.note(known.plan)
    let own = self.context(of: known, context.cancellation)
    do throws(QueryError) {
      var answer = try answer(known.plan, known.parsed.question, known.parsed.form, own)
      answer.question = context.text
      return answer
    } catch {
      guard error.code != .invalid else {
        onPhase?(.reading)
        return nil
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
    guard keepsPlan(ofBytes: prepared.reading.source.bytes.count) else { return }
    planCache.note(prepared.reading, depthLimit: limits.depth)
  }
}

extension QuestionSyntax {
  /// Whether it is asked of the graph as it is, and its answer is neither a matrix nor an
  /// explanation.
  var isPlain: Bool { !isWhy && !needsWorld && across == nil }
}
