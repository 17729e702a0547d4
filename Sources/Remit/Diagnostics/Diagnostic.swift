// SPDX-License-Identifier: Apache-2.0

/// One thing wrong with a text, a model or a load: what, where, and what to do.
///
/// A diagnostic is data; ``DiagnosticRenderer`` turns it into text.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// How bad it is.
  public enum Severity: String, Sendable, Codable {
    /// The statement is not run.
    case error
    /// The statement is run, but probably does not mean what was wanted.
    case warning
  }

  /// A replacement of a range of the source by other text.
  public struct Edit: Hashable, Sendable, Codable {
    /// The bytes that go.
    public var range: SourceRange
    /// The text that comes.
    public var replacement: String

    /// Makes an edit.
    public init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The stable name of the kind of mistake, in kebab case: `unknown-word`.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// What is wrong: lower-case start, no final full stop, at most one clause.
  public var message: String
  /// Where.
  public var range: SourceRange
  /// How the phrase was read so far, in brackets, when that explains the error.
  public var reading: String?
  /// What to do, in words, when there is no edit that says it better.
  public var help: [String]
  /// Edits that each make the statement work, the best one first.
  public var edits: [[Edit]]

  /// The message without the values of parameters, if there is one in it.
  var discreetMessage: String?

  /// The diagnostic as it may be told to whoever did not give the parameters.
  var withoutValues: Diagnostic {
    guard let discreetMessage else { return self }
    var diagnostic = self
    diagnostic.message = discreetMessage
    // What is near a value tells of it as well.
    (diagnostic.help, diagnostic.edits, diagnostic.discreetMessage) = ([], [], nil)
    return diagnostic
  }

  private enum CodingKeys: String, CodingKey {
    case id, severity, message, range, reading, help, edits
  }

  /// Makes a diagnostic.
  public init(
    _ id: String, _ message: String, at range: SourceRange, severity: Severity = .error,
    reading: String? = nil, help: [String] = [], edits: [[Edit]] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.reading = reading
    self.help = help
    self.edits = edits
  }

  /// Returns the text with one of the edits applied.
  ///
  /// - Parameters:
  ///   - index: Which of ``edits``.
  ///   - source: The text the diagnostic is about.
  /// - Returns: The changed text, or `nil` when there is no such edit.
  public func applyingEdit(_ index: Int = 0, to source: SourceText) -> String? {
    guard edits.indices.contains(index) else { return nil }
    var bytes = source.bytes
    for edit in edits[index].sorted(by: { $0.range.start > $1.range.start }) {
      let start = min(max(0, edit.range.start), bytes.count)
      let end = min(max(start, edit.range.end), bytes.count)
      bytes.replaceSubrange(start..<end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
