// SPDX-License-Identifier: Apache-2.0

/// A question that has been read, bound and planned once, to be asked often.
///
/// It belongs to the model of the engine that prepared it and can be asked of
/// that engine and of its later copies, whatever facts they have gained.
public struct PreparedQuery: Sendable {
  /// The text of the question.
  public let text: String
  let question: QuestionSyntax
  let plan: QueryPlan
  let source: SourceText
}

extension Engine {
  /// Reads, binds and plans a question.
  ///
  /// - Parameter text: One question.
  /// - Returns: The prepared question.
  /// - Throws: ``QueryError`` when it is not a question of this model. Names are
  ///   looked up when it is asked.
  public func prepare(_ text: String) throws(QueryError) -> PreparedQuery {
    let source = SourceText(text)
    let range = StatementSplitter.split(source).first ?? SourceRange(0, source.bytes.count)
    let context = Context(source: source, range: range, cancellation: nil)
    guard case .question(let question) = try parse(range, of: source) else {
      throw context.error(
        Diagnostic("not-a-question", "only a question can be prepared", at: range))
    }
    return PreparedQuery(
      text: text, question: question, plan: try plan(question, context), source: source)
  }

  /// Asks a prepared question.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - cancellation: Stops the evaluation from another thread.
  /// - Returns: The answer.
  /// - Throws: ``QueryError`` when a name finds nothing or a limit is reached.
  public mutating func answer(
    _ query: PreparedQuery, cancellation: Cancellation? = nil
  ) throws(QueryError) -> QueryResult {
    let range = SourceRange(0, query.source.bytes.count)
    let context = Context(source: query.source, range: range, cancellation: cancellation)
    if query.question.across != nil { return try matrix(query.question, context) }
    // A number that stands in the question as a parameter is part of the plan.
    let isSame = query.plan.query.fixedParameters.allSatisfy { parameters[$0.key] == $0.value }
    return try answer(isSame ? query.plan : plan(query.question, context), query.question, context)
  }
}
