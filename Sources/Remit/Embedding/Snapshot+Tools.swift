// SPDX-License-Identifier: Apache-2.0

/// What a program shows beside an answer: why, how, what could come next, what is wrong.
extension Snapshot {
  /// Explains why a thing is in the answer of a question, or why it is not.
  ///
  /// - Parameters:
  ///   - name: What finds the thing: its key, name or title.
  ///   - question: A question for things; what it shows does not matter.
  ///   - cancellation: Stops the search for reasons from another thread.
  /// - Returns: The proof, whose ``Proof/holds`` tells which it is.
  /// - Throws: ``QueryError`` when the question is none, asks for no things, or the name
  ///   finds nothing among them.
  public func why(
    _ name: String, in question: Question, cancellation: Cancellation? = nil
  ) throws(QueryError) -> Proof {
    var engine = engine
    engine.parameters = try engine.parameters(
      question.values, for: try prepare(question), limits: engine.limits)
    return try engine.why(name, in: question.text, cancellation: cancellation)
  }

  /// Draws what a question asks for: the things of its rows, with every link that its
  /// conditions and columns name; `everything` is the whole graph.
  ///
  /// - Parameters:
  ///   - question: A question that asks neither for reasons nor for changes.
  ///   - cancellation: Stops it from another thread.
  /// - Returns: The drawing, with as many things as there are.
  /// - Throws: ``QueryError`` when the question cannot be answered, or not be drawn.
  public func drawing(
    of question: Question, cancellation: Cancellation? = nil
  ) throws(QueryError) -> GraphDrawing {
    var engine = engine
    engine.parameters = try engine.parameters(
      [:], for: try prepare(question), limits: engine.limits)
    engine.parameters.merge(question.values) { $1 }
    return try engine.drawing(of: question.text, cancellation: cancellation)
  }

  /// Shows how a question is understood, or how it is answered.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - stage: What of it: how it was read, its meaning in logic, its plan, or what the
  ///     plan does in words with the rows of each step.
  /// - Returns: Text of several lines.
  /// - Throws: ``QueryError`` when the question does not get so far.
  public func explain(_ question: Question, stage: Stage = .explain) throws(QueryError) -> String {
    var engine = engine
    engine.parameters.merge(question.values) { $1 }
    return try engine.explain(question.text, stage: stage)
  }

  /// What could stand at the end of a text: words and names that continue it.
  ///
  /// - Parameter text: A statement so far, or a script with one at its end.
  /// - Returns: The part of the text the completions replace, and the completions: words
  ///   by what they do, then up to 100 names.
  /// - Complexity: One look at each word of the model that fits the place, and at each
  ///   name of the kinds that do.
  public func completions(for text: String) -> Completions { engine.completions(for: text) }

  /// What the parts of a text are, for an editor that shows it in colours.
  ///
  /// - Parameter text: Statements, the last of them perhaps unfinished.
  /// - Returns: The parts in their order, none overlapping another.
  /// - Complexity: O(*n*) in the bytes of the text, and a look-up for each name.
  public func highlights(_ text: String) -> [Highlight] { engine.highlights(text) }

  /// Whether more has to come before a text is a whole statement.
  public func isIncomplete(_ text: String) -> Bool { engine.isIncomplete(text) }

  /// What is wrong with a text, and if nothing is, what it probably does not mean.
  ///
  /// Nothing is asked, checked or written, and what the text declares or states is
  /// forgotten again. Files that it loads at its beginning are opened, if a loader was
  /// given.
  ///
  /// - Parameter text: A question or a script.
  /// - Returns: The mistakes, or else the warnings, in the order of their places.
  /// - Complexity: O(*n*) in the text, and what its first statements load.
  public func diagnostics(of text: String) -> [Diagnostic] {
    let source = SourceText(text)
    var engine = engine
    do throws(QueryError) {
      try engine.checkText(of: source)
      _ = engine.startClock()
      let rehearsal = Rehearsal(source, in: engine, cancellation: nil)
      if let error = rehearsal.error { throw error }
    } catch {
      return error.diagnostics
    }
    return engine.warnings(source)
  }

  /// The model in words, as the prompt's `.schema` shows it.
  ///
  /// - Parameter word: A kind, attribute or verb to look up; all, if there is none.
  /// - Returns: Text of several lines.
  public func describeSchema(_ word: String? = nil) -> String { engine.describeSchema(word) }
}
