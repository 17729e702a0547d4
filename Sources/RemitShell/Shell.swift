// SPDX-License-Identifier: Apache-2.0

public import Remit

/// The prompt: reads statements and dot-commands, prints answers, until the end.
///
/// It knows no terminal. Lines come from a ``LineSource``, text goes to the
/// session's sinks, so a test can type as a person would.
public struct Shell {
  /// The engine and the settings.
  public var session: Session

  /// Makes a shell over a session.
  public init(session: Session) { self.session = session }

  /// Reads and runs until the end of the input or `.quit`.
  ///
  /// An error is reported and forgotten: the next statement starts anew.
  public mutating func run(_ source: inout some LineSource) -> RunStatus {
    while let text = statement(from: &source) {
      guard !text.allSatisfy(\.isWhitespace) else { continue }
      let end = text.lastIndex { !$0.isWhitespace } ?? text.startIndex
      source.remember(String(text[...end]))
      let runner = ScriptRunner(allowsCommands: true, checksAhead: false)
      if runner.run(SourceText(text), in: &session).quits { break }
      for statement in session.edited { source.remember(statement) }
      session.edited = []
    }
    return .success
  }

  /// Whether Enter should continue the statement instead of running it.
  ///
  /// A blank last line always ends it, so nobody is caught in a statement.
  public static func continues(_ text: String, in engine: Engine) -> Bool {
    if ShellCommand.isCommand(text) || text.allSatisfy(\.isWhitespace) { return false }
    let lastLine = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    return !lastLine.allSatisfy(\.isWhitespace) && engine.isIncomplete(text)
  }

  /// Reads lines until they make a whole statement.
  ///
  /// - Returns: `nil` at the end of the input; an incomplete statement before it
  ///   is returned, so that its error is seen.
  private func statement(from source: inout some LineSource) -> String? {
    var text = ""
    var prompt = Prompt.statement
    while true {
      switch source.next(prompt, in: session.engine) {
      case .line(let line):
        text += (prompt == .continuation ? "\n" : "") + line
        guard Shell.continues(text, in: session.engine) else { return text }
        prompt = .continuation
      case .interrupt:
        text = ""
        prompt = .statement
      case .endOfFile:
        return prompt == .continuation ? text : nil
      }
    }
  }
}
