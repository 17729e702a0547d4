// SPDX-License-Identifier: Apache-2.0

/// What one run may cost.
///
/// Exceeding a limit ends the run with a ``QueryError`` whose ``QueryError/limit``
/// names the limit, what was used and what was allowed; it never traps and leaves the
/// graph as it was. All limits but those of ``interactive`` are finite.
///
///     var limits = Limits.untrusted
///     limits.rows = 100
///
/// - SeeAlso: SQLite, *Run-time limits*; Kubernetes, *CEL cost limits*.
public struct Limits: Sendable, Hashable {
  /// The longest source text, in bytes.
  public var sourceBytes: Int
  /// The deepest nesting of a statement.
  public var depth: Int
  /// The most tokens of a statement.
  public var tokens: Int
  /// The most steps of evaluating one statement, or `nil` for no bound but
  /// cancellation.
  public var steps: Int?
  /// How long one run may take, with all statements of its text, or `nil` for no
  /// bound. It is measured by the clock that goes on while a machine sleeps.
  public var deadline: Duration?
  /// The most rows an answer or a table on the way may have.
  public var rows: Int
  /// The most bytes an evaluation may hold at a time.
  public var bytes: Int
  /// The longest single text: a quoted name, the value of a parameter, a cell of a
  /// file; in bytes.
  public var textBytes: Int
  /// The deepest chain of events that happen within one another.
  public var eventDepth: Int
  /// The deepest chain of files that use one another.
  public var useDepth: Int
  /// The most files one script may use.
  public var usedFiles: Int
  /// The largest file that is loaded, in bytes; also the largest part of a workbook,
  /// unpacked. The cells of a file take twice that at most; reading one takes as much
  /// memory as the file has, or, with the smallest values there can be, some 12 times
  /// that for CSV and 40 times for JSON and YAML.
  public var fileBytes: Int
  /// The deepest nesting of a JSON or YAML file that is loaded.
  public var fileDepth: Int

  /// For a person at a prompt, who can press Ctrl-C.
  public static let interactive = Limits(
    sourceBytes: 1 << 20, depth: 200, tokens: 200_000, steps: nil, deadline: nil,
    rows: 1_000_000, bytes: 512 << 20, textBytes: 1 << 20, eventDepth: 32, useDepth: 16,
    usedFiles: 256, fileBytes: 512 << 20, fileDepth: 64)

  /// For scripts that somebody wrote and nobody watches.
  public static let script = Limits(
    sourceBytes: 4 << 20, depth: 200, tokens: 200_000, steps: 500_000_000,
    deadline: .seconds(60), rows: 1_000_000, bytes: 512 << 20, textBytes: 1 << 20,
    eventDepth: 32, useDepth: 16, usedFiles: 256, fileBytes: 512 << 20, fileDepth: 64)

  /// For text that comes from strangers.
  public static let untrusted = Limits(
    sourceBytes: 64 << 10, depth: 64, tokens: 5_000, steps: 5_000_000,
    deadline: .seconds(1), rows: 10_000, bytes: 16 << 20, textBytes: 64 << 10,
    eventDepth: 16, useDepth: 0, usedFiles: 0, fileBytes: 8 << 20, fileDepth: 32)
}

/// A limit that was reached: which, and by how much.
public struct ReachedLimit: Sendable, Hashable, Codable {
  /// The limits by name, as the properties of ``Limits`` have them.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The length of the source text.
    case sourceBytes
    /// The nesting of a statement, or of a proof.
    case depth
    /// The tokens of a statement.
    case tokens
    /// The steps of an evaluation.
    case steps
    /// The time of a run, in milliseconds.
    case deadline
    /// The rows of an answer or of a table on the way.
    case rows
    /// The bytes held at a time.
    case bytes
    /// The bytes of a single text.
    case textBytes
    /// Events that happen within one another.
    case eventDepth
    /// Files that use one another.
    case useDepth
    /// Files used.
    case usedFiles
    /// The bytes of a file that is loaded.
    case fileBytes
    /// The nesting of a file that is loaded.
    case fileDepth
  }

  /// Which limit it is.
  public var kind: Kind
  /// What would have been used, as far as it is known: at least this.
  public var used: Int
  /// What is allowed.
  public var allowed: Int

  /// Makes one.
  public init(_ kind: Kind, used: Int, allowed: Int) {
    self.kind = kind
    self.used = used
    self.allowed = allowed
  }
}
