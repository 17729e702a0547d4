// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Runs whole texts: script files, `-c` statements, what comes through a pipe.
public struct ScriptRunner {
  /// Whether a line may be a dot-command: not in a file, which is only the language.
  public var allowsCommands: Bool

  /// Whether all of a text is checked before its first line acts. What comes
  /// through a pipe is not: its lines are run as they come.
  public var checksAhead: Bool

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - allowsCommands: Whether a line may be a dot-command.
  ///   - checksAhead: Whether all of a text is checked before its first line acts.
  public init(allowsCommands: Bool, checksAhead: Bool = true) {
    self.allowsCommands = allowsCommands
    self.checksAhead = checksAhead
  }

  /// Runs a text in a session.
  ///
  /// The mistakes that are found before it runs are all told, and the first error
  /// while it runs ends it. If the session keeps going, the statements are run one
  /// after the other, every error is reported, and the status is the highest.
  ///
  /// - Returns: The status, and whether `.quit` ended the text.
  public func run(
    _ source: SourceText,
    in session: inout Session
  ) -> (status: RunStatus, quits: Bool) {
    var status = RunStatus.success
    guard !refuses(source, in: session) else { return (.invalid, false) }
    for segment in segments(of: source) {
      let next: RunStatus
      switch segment {
      case .statements(let text):
        next = session.run(text, checksAhead: checksAhead)
      case .command(let line):
        guard let commandStatus = ShellCommand.run(line, in: &session) else {
          return (status, true)
        }
        next = commandStatus
      }
      status = max(status, next)
      if next == .interrupted || next > .found && !session.settings.keepsGoing { break }
    }
    return (status, false)
  }

  /// Whether a command of a text is forbidden here, after saying so: nothing of the
  /// text should be run then.
  public func refuses(_ source: SourceText, in session: Session) -> Bool {
    for case .command(let line) in segments(of: source) {
      guard let refusal = ShellCommand.refusal(of: line, in: session) else { continue }
      _ = session.fail(refusal)
      return true
    }
    return false
  }

  /// A part of a text.
  enum Segment {
    /// Statements, with as many line feeds before them as there were lines, so
    /// that their positions are those of the whole text.
    case statements(SourceText)
    /// A line with a dot-command.
    case command(String)
  }

  /// Cuts a text at its dot-commands.
  func segments(of source: SourceText) -> [Segment] {
    guard allowsCommands else { return [.statements(source)] }
    var segments: [Segment] = []
    var start: Int?
    var firstLine = 0
    func close(at end: Int) {
      guard let from = start else { return }
      start = nil
      let padding = [UInt8](repeating: UInt8(ascii: "\n"), count: firstLine)
      let bytes = padding + source.bytes[from..<end]
      segments.append(.statements(SourceText(bytes: bytes, name: source.name)))
    }
    var offset = 0
    for (number, line) in source.bytes.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    ).enumerated() {
      defer { offset += line.count + 1 }
      let text = String(decoding: line, as: UTF8.self)
      if ShellCommand.isCommand(text) {
        close(at: offset)
        segments.append(.command(text))
      } else if start == nil {
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        (start, firstLine) = (offset, number)
      }
    }
    close(at: source.bytes.count)
    return segments
  }
}
