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
    // What is too long to be read is refused at once.
    guard text.utf8.count <= engine.limits.sourceBytes else { return false }
    if ShellCommand.isCommand(text) || text.allSatisfy(\.isWhitespace) { return false }
    let lastLine = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    return !lastLine.allSatisfy(\.isWhitespace) && engine.isIncomplete(text)
  }

  /// A further line of a statement, which has to stand further in than its first.
  private static func indented(_ line: String) -> String {
    let standsAlone = line.allSatisfy(\.isWhitespace) || line.first?.isWhitespace == true
    return standsAlone || line.hasPrefix("otherwise") ? line : "  " + line
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
        text += prompt == .statement ? line : "\n" + Shell.indented(line)
        guard Shell.continues(text, in: session.engine) else { return text }
        prompt = ContinuationPrompts.prompt(behind: text)
      case .interrupt:
        text = ""
        prompt = .statement
      case .endOfFile:
        return prompt == .statement ? nil : text
      }
    }
  }
}
