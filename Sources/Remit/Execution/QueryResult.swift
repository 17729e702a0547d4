// SPDX-License-Identifier: Apache-2.0

/// An answer: columns, rows and notes.
public struct QueryResult: Sendable, Hashable {
  /// A column of an answer.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// Numbers are aligned right and written bare in JSON.
    public var isNumeric: Bool

    /// Makes a column.
    public init(title: String, isNumeric: Bool) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  /// The columns.
  public var columns: [Column]
  /// One value or none per column.
  public var rows: [[Value?]]
  /// What should be known about the answer: `4 of 9 have no classification`.
  public var notes: [String]
  /// The sentence for an answer without rows.
  ///
  ///     No control lacks an owner; 93 looked at.
  public var emptySentence: String
  /// The question as it was written, on one line; empty where nobody wrote it.
  public var question = ""

  /// Makes an answer.
  public init(
    columns: [Column],
    rows: [[Value?]],
    notes: [String] = [],
    emptySentence: String = ""
  ) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.emptySentence = emptySentence
  }
}
