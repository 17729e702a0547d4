// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Where the shell gets its lines from: a line editor, a pipe, or a test.
public protocol LineSource {
  /// Waits for the next line.
  ///
  /// - Parameters:
  ///   - prompt: What to ask with; a source without a terminal ignores it.
  ///   - engine: Knows what can be completed and what is incomplete. Not to be
  ///     kept: the engine grows in place only while nobody else holds it.
  /// - Returns: The line, or why there is none.
  mutating func next(_ prompt: Prompt, in engine: Engine) -> InputLine

  /// Takes note of a whole statement that was entered, for the history.
  mutating func remember(_ statement: String)
}

extension LineSource {
  /// Forgets the statement: most sources have no history.
  public mutating func remember(_ statement: String) {}
}

/// What a source answers when it is asked for a line.
public enum InputLine: Equatable, Sendable {
  /// A line without its line break, or several when the source edits whole statements.
  case line(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupt
  /// There is nothing more.
  case endOfFile
}

/// What the shell asks with.
public enum Prompt: String, Sendable {
  /// A new statement may begin.
  case statement = "remit> "
  /// The statement is incomplete.
  case continuation = "  ...> "
  /// The statement is incomplete, and so is a bracket.
  case bracket = "  ..(> "
  /// A quote is open at the end of the line above.
  case quote = "  ..\"> "

  /// The columns each of them takes.
  static let width = 7
}

/// Where text goes: standard output, standard error, or a test's string.
///
/// The shell writes each answer by one call.
public protocol TextSink: AnyObject {
  /// Writes a text as it is.
  func write(_ text: String)
}
