// SPDX-License-Identifier: Apache-2.0

/// The rows of an answer, one after the other as they are asked for.
///
///     for try await row in snapshot.rows(of: query) {
///       guard show(try row.decode(as: Review.self)) else { break }
///     }
///
/// The question is asked when the first row is wanted, and the next row is made when the
/// one before has been dealt with: whoever is slow holds up nothing but himself. Rows that
/// nobody asks for are never made, and no thread works for them after a `break`. The
/// answer as a set is found before its first row: what `first 10` in the question saves,
/// a `break` does not.
public struct RowSequence: AsyncSequence, Sendable {
  let ask: @Sendable () async throws -> QueryResult

  /// Starts anew: the question is asked once for each iterator.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(ask: ask) }

  /// Makes the rows one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    let ask: @Sendable () async throws -> QueryResult
    private var answer: QueryResult?
    private var titles = ColumnTitles([])
    private var number = 0

    init(ask: @escaping @Sendable () async throws -> QueryResult) { self.ask = ask }

    /// The next row; `nil` after the last one.
    ///
    /// - Throws: `CancellationError` when the task is cancelled; else ``QueryError``.
    /// - Complexity: O(columns), the first time that of the question.
    public mutating func next() async throws -> Row? {
      try Task.checkCancellation()
      let answer: QueryResult
      if let standing = self.answer {
        answer = standing
      } else {
        answer = try await ask()
        self.answer = answer
        titles = ColumnTitles(answer.columns)
      }
      guard number < answer.rowCount else { return nil }
      defer { number += 1 }
      return Row(values: answer.row(number), number: number, titles: titles)
    }
  }
}

extension Snapshot {
  /// The rows of the answer to a prepared question, one after the other.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - values: The values of its parameters.
  ///   - limits: What it may cost, if not what the snapshot is limited to.
  /// - Returns: The rows; nothing is done until the first is asked for.
  public func rows(
    of query: PreparedQuery, _ values: [String: Value] = [:], limits: Limits? = nil
  ) -> RowSequence {
    RowSequence { try await answer(query, values, limits: limits) }
  }

  /// The rows of the answer to a question, one after the other.
  ///
  /// - Parameters:
  ///   - question: The question; what is interpolated into it is bound as a value.
  ///   - limits: What it may cost, if not what the snapshot is limited to.
  /// - Returns: The rows; nothing is done until the first is asked for.
  public func rows(of question: Question, limits: Limits? = nil) -> RowSequence {
    RowSequence { try await answer(question, limits: limits) }
  }
}
