// SPDX-License-Identifier: Apache-2.0

/// An answer: columns, rows and notes.
///
/// The values of a large answer are made when ``rows`` is first read, and kept.
/// Until then it takes a few bytes a row; ``rowCount``, ``row(_:)`` and
/// ``texts(ofColumn:rows:listSeparator:)`` do without making all of them. It
/// shares the snapshot of the graph that it was found in, and the text it was asked in.
public struct QueryResult: Sendable {
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

  /// What was asked for, which tells whoever lays an answer out how to.
  public enum Form: Sendable, Hashable {
    /// Things, or what is shown of them: a row each.
    case things
    /// What is shown of one thing that the question names.
    case thing
    /// A number for each group: so many columns say of which, none of one for all.
    case measure(keys: Int)
    /// A matrix, of which so many columns stand at the left.
    case matrix(left: Int)
  }

  /// The columns.
  public var columns: [Column]
  /// One value or none per column, for each row.
  ///
  /// - Complexity: O(rows) when it is first read.
  public var rows: [[Value?]] {
    get { answer.all }
    set { answer = .made(newValue) }
  }
  /// What should be known about the answer: `4 of 9 have no classification`.
  public var notes: [String]
  /// The sentence for an answer without rows; empty if there are some.
  ///
  ///     No control lacks an owner; 93 looked at.
  public var emptySentence: String
  /// The question as it was written, on one line; empty where nobody wrote it.
  ///
  /// - Complexity: O(*n*) in its length.
  public var question: String {
    get { asked.text }
    set { asked = .text(newValue) }
  }
  /// What was asked for.
  public var form = Form.things
  /// The files that what was looked at is from, where the engine
  /// ``Engine/namesSources``.
  public var sources: [String] = []
  /// The rows, of which the values may not have been made yet.
  private(set) var answer: AnswerRows
  /// The question, of which the text may not have been made yet.
  private var asked = Asked.text("")

  private enum Asked {
    case text(String)
    case place(SourceText, SourceRange)

    var text: String {
      switch self {
      case .text(let text): text
      case .place(let source, let range): source.line(in: range)
      }
    }
  }

  /// Makes an answer.
  public init(
    columns: [Column],
    rows: [[Value?]],
    notes: [String] = [],
    emptySentence: String = ""
  ) {
    self.init(columns: columns, answer: .made(rows), notes: notes, emptySentence: emptySentence)
  }

  /// Makes an answer of rows whose values need not have been made.
  init(
    columns: [Column], answer: AnswerRows, notes: [String], emptySentence: String,
    form: Form = .things, sources: [String] = []
  ) {
    self.columns = columns
    self.answer = answer
    self.notes = notes
    self.emptySentence = emptySentence
    self.form = form
    self.sources = sources
  }

  /// The number of rows.
  ///
  /// - Complexity: O(1).
  public var rowCount: Int { answer.count }

  /// Whether there are no rows.
  ///
  /// - Complexity: O(1).
  public var isEmpty: Bool { answer.count == 0 }

  /// The values of one row: one or none per column.
  ///
  /// - Parameter index: The number of the row, from 0.
  /// - Returns: The values.
  /// - Complexity: O(columns).
  public func row(_ index: Int) -> [Value?] { answer[index] }

  /// Notes where the question was written.
  mutating func note(asked range: SourceRange, of source: SourceText) {
    asked = .place(source, range)
  }

  /// Keeps only the first rows.
  mutating func keepFirst(_ count: Int) { answer = answer.prefix(max(0, count)) }
}

extension QueryResult: Hashable {
  /// Whether two answers say the same.
  public static func == (lhs: QueryResult, rhs: QueryResult) -> Bool {
    lhs.columns == rhs.columns && lhs.rowCount == rhs.rowCount && lhs.notes == rhs.notes
      && lhs.emptySentence == rhs.emptySentence && lhs.question == rhs.question
      && lhs.rows == rhs.rows
  }

  /// Mixes all that is said into a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(columns)
    hasher.combine(rows)
    hasher.combine(notes)
    hasher.combine(emptySentence)
    hasher.combine(question)
  }
}
