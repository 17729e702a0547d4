// SPDX-License-Identifier: Apache-2.0

/// What one statement may cost.
///
/// Exceeding a limit ends the statement with an error that names the limit; it
/// never traps and leaves the graph as it was.
public struct Limits: Sendable, Hashable {
  /// The longest source text, in bytes.
  public var sourceBytes: Int
  /// The deepest nesting of a statement.
  public var depth: Int
  /// The most tokens of a statement.
  public var tokens: Int
  /// The most steps of evaluation, or `nil` for no bound but cancellation.
  public var steps: Int?
  /// The most rows an answer or a table on the way may have.
  public var rows: Int
  /// The most bytes an evaluation may hold at a time.
  public var bytes: Int
  /// The deepest chain of events that happen within one another.
  public var eventDepth: Int
  /// The deepest chain of files that use one another.
  public var useDepth: Int
  /// The most files one script may use.
  public var usedFiles: Int

  /// For a person at a prompt, who can press Ctrl-C.
  public static let interactive = Limits(
    sourceBytes: 1 << 20, depth: 200, tokens: 200_000, steps: nil, rows: 1_000_000,
    bytes: 512 << 20, eventDepth: 32, useDepth: 16, usedFiles: 256)

  /// For scripts that somebody wrote and nobody watches.
  public static let script = Limits(
    sourceBytes: 4 << 20, depth: 200, tokens: 200_000, steps: 500_000_000, rows: 1_000_000,
    bytes: 512 << 20, eventDepth: 32, useDepth: 16, usedFiles: 256)

  /// For text that comes from strangers.
  public static let untrusted = Limits(
    sourceBytes: 64 << 10, depth: 64, tokens: 5_000, steps: 5_000_000, rows: 10_000,
    bytes: 16 << 20, eventDepth: 16, useDepth: 0, usedFiles: 0)
}
