// SPDX-License-Identifier: Apache-2.0

/// Asking from tasks: what cancels the task stops the question.
///
/// Each of these runs on the pool of concurrent threads, and not on the actor that asks.
/// A question computes and never waits, so that one which takes long holds one of these
/// threads: give it a ``Limits/deadline``.
extension Snapshot {
  /// Asks a prepared question in a task.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - values: The values of its parameters.
  ///   - limits: What it may cost, if not what the snapshot is limited to.
  /// - Returns: The answer.
  /// - Throws: `CancellationError` when the task is cancelled, some thousand steps later
  ///   at most; else ``QueryError``, as without `await`.
  @concurrent
  public func answer(
    _ query: PreparedQuery, _ values: [String: Value] = [:], limits: Limits? = nil
  ) async throws -> QueryResult {
    try await cancellable { (cancellation) throws(QueryError) in
      try answer(query, values, limits: limits, cancellation: cancellation)
    }
  }

  /// Asks a question in a task.
  ///
  /// - Parameters:
  ///   - question: The question; what is interpolated into it is bound as a value.
  ///   - limits: What it may cost, if not what the snapshot is limited to.
  /// - Returns: The answer.
  /// - Throws: `CancellationError` when the task is cancelled, some thousand steps later
  ///   at most; else ``QueryError``, as without `await`.
  @concurrent
  public func answer(_ question: Question, limits: Limits? = nil) async throws -> QueryResult {
    try await cancellable { (cancellation) throws(QueryError) in
      try answer(question, limits: limits, cancellation: cancellation)
    }
  }

  /// Explains in a task why a thing is in an answer, or why it is not.
  ///
  /// - Parameters:
  ///   - name: What finds the thing: its key, name or title.
  ///   - question: A question for things.
  /// - Returns: The proof, whose ``Proof/holds`` tells which it is.
  /// - Throws: `CancellationError` when the task is cancelled; else ``QueryError``.
  @concurrent
  public func why(_ name: String, in question: Question) async throws -> Proof {
    try await cancellable { (cancellation) throws(QueryError) in
      try why(name, in: question, cancellation: cancellation)
    }
  }

  /// Runs something that the cancellation of the task stops.
  private func cancellable<Result>(
    _ work: (Cancellation) throws(QueryError) -> Result
  ) async throws -> Result {
    try Task.checkCancellation()
    let cancellation = Cancellation()
    return try await withTaskCancellationHandler {
      do throws(QueryError) {
        return try work(cancellation)
      } catch  where error.code == .cancelled {
        throw CancellationError()
      }
    } onCancel: {
      cancellation.cancel()
    }
  }
}
