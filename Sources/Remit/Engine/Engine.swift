// SPDX-License-Identifier: Apache-2.0
// Signatures agreed between the layers; what is behind them is being built.

/// A language engine with its model and its graph: the entry point of the library.
public struct Engine: Sendable {
  /// The day `today` is, unless a statement says `as of`.
  public var today: Day
  /// Values of `$name` parameters.
  public var parameters: [String: Value]
  /// Opens what `use` and `load` name; without one both are refused.
  public var loader: (any Loader)?
  /// What one statement may cost.
  public var limits: Limits

  public init(
    today: Day, parameters: [String: Value] = [:], loader: (any Loader)? = nil,
    limits: Limits = .interactive
  ) { fatalError() }

  /// Runs the statements of a text one after the other; the first error ends it.
  /// What the statements before the error did stays done.
  public mutating func run(
    _ source: SourceText, cancellation: Cancellation? = nil,
    onOutcome: (Outcome) -> Void
  ) throws(QueryError) { fatalError() }

  /// Runs a text and returns the outcome of each statement.
  public mutating func run(_ text: String) throws(QueryError) -> [Outcome] { fatalError() }

  /// Whether a text typed so far is a whole statement, for the prompt.
  public func isIncomplete(_ text: String) -> Bool { fatalError() }

  /// What could stand at the end of `text`: words and names that continue it.
  /// `range` is the part of the text the completions replace.
  public func completions(for text: String) -> (range: SourceRange, completions: [Completion]) { fatalError() }

  /// The stages of one statement as text, for `.tokens .tree .bound .logic .plan`.
  public func explain(_ text: String, stage: Stage) throws(QueryError) -> String { fatalError() }

  /// The model in words: kinds, attributes, relations with all their forms, definitions.
  /// `word` narrows it to one kind, relation or definition.
  public func describeSchema(_ word: String? = nil) -> String { fatalError() }
}

/// The stages of the engine that can be printed.
public enum Stage: String, CaseIterable, Sendable { case tokens, tree, reading, bound, logic, plan }

/// What one statement did.
public enum Outcome: Sendable {
  /// A query was answered.
  case answer(QueryResult)
  /// Facts or declarations: a sentence that says what changed (`Added 3 links.`), its source range.
  case done(String)
}

/// A word or name that could come next.
public struct Completion: Sendable, Hashable {
  /// What to insert, quoted if it must be.
  public var text: String
  /// What it is, in a word: keyword, kind, relation, attribute, adjective, name.
  public var category: String
  /// More about it: a name's title, a word's use.
  public var detail: String?
}

/// What one run may cost.
public struct Limits: Sendable, Hashable {
  public var sourceBytes: Int
  public var depth: Int
  public var tokens: Int
  public var steps: Int?
  public var rows: Int
  public static let interactive = Limits(sourceBytes: 1 << 20, depth: 200, tokens: 200_000, steps: nil, rows: 1_000_000)
  public static let script = Limits(sourceBytes: 4 << 20, depth: 200, tokens: 200_000, steps: 500_000_000, rows: 1_000_000)
  public static let untrusted = Limits(sourceBytes: 64 << 10, depth: 64, tokens: 5_000, steps: 5_000_000, rows: 10_000)
}

/// An error of the engine's entry points.
public struct QueryError: Error, Sendable {
  public enum Code: Sendable, Hashable {
    /// The text or the model is wrong: exit status 2.
    case invalid
    /// Data could not be read: exit status 3.
    case data
    /// A limit was reached: exit status 4.
    case limit
    /// It was cancelled: exit status 130.
    case cancelled
  }
  public var code: Code
  public var diagnostics: [Diagnostic]
  /// The text the diagnostics are about.
  public var source: SourceText
}
