// SPDX-License-Identifier: Apache-2.0

/// The error of the engine's entry points: what is wrong, and with which text.
///
/// An error is a value. It can be shown to a person with ``rendered``, sent to another
/// program with any encoder, and looked at: each of its ``diagnostics`` has a name that
/// stays the same, the bytes it is about, and where there are any, edits that mend it.
///
///     {"code": "invalid",
///      "diagnostics": [{"id": "unknown-word", "message": "…", "line": 1, "column": 15, …}],
///      "source": {"text": "controls with no onwer"}, …}
public struct QueryError: Error, Sendable, Hashable {
  /// What sort of error it is; a command's exit status follows from it.
  public enum Code: String, Sendable, Hashable, Codable {
    /// The text or the model is wrong.
    case invalid
    /// Data could not be read.
    case data
    /// A limit was reached.
    case limit
    /// The evaluation was cancelled.
    case cancelled
  }

  /// What sort of error it is.
  public var code: Code
  /// What is wrong, in the order of the text; never empty.
  public var diagnostics: [Diagnostic]
  /// The text the diagnostics are about.
  public var source: SourceText
  /// The limit that was reached, if that is what is wrong.
  public var limit: ReachedLimit?
  /// What is wrong with further texts, where several are checked before they run.
  public var others: [QueryError] = []

  /// Makes an error.
  public init(code: Code, diagnostics: [Diagnostic], source: SourceText) {
    self.code = code
    self.diagnostics = diagnostics
    self.source = source
  }

  /// All messages as a person reads them, with the places marked.
  ///
  /// - Complexity: O(*n*) in the lines that are marked.
  public var rendered: String {
    let renderer = DiagnosticRenderer(source)
    return diagnostics.map { renderer.render($0) }.joined() + others.map(\.rendered).joined()
  }
}

extension QueryError: CustomStringConvertible {
  /// The messages alone, one a line.
  public var description: String {
    (diagnostics.map { "\($0.id): \($0.message)" } + others.map(\.description))
      .joined(separator: "\n")
  }
}

extension QueryError: Codable {
  private enum CodingKeys: String, CodingKey {
    case code, diagnostics, source, limit, others
  }

  /// A diagnostic with the place as people count it, for whoever has not the text.
  private struct Placed: Codable {
    var diagnostic: Diagnostic
    var position: SourcePosition?

    init(_ diagnostic: Diagnostic, in source: SourceText) {
      self.diagnostic = diagnostic
      position = source.position(of: diagnostic.range.start)
    }

    init(from decoder: any Decoder) throws {
      diagnostic = try Diagnostic(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
      try diagnostic.encode(to: encoder)
      try position?.encode(to: encoder)
    }
  }

  /// Reads an error that has been written.
  ///
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      code: try values.decode(Code.self, forKey: .code),
      diagnostics: try values.decode([Placed].self, forKey: .diagnostics).map(\.diagnostic),
      source: try values.decode(SourceText.self, forKey: .source))
    limit = try values.decodeIfPresent(ReachedLimit.self, forKey: .limit)
    others = try values.decodeIfPresent([QueryError].self, forKey: .others) ?? []
  }

  /// Writes the error, with the line and column of each diagnostic beside its range.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encode(diagnostics.map { Placed($0, in: source) }, forKey: .diagnostics)
    try values.encode(source, forKey: .source)
    try values.encodeIfPresent(limit, forKey: .limit)
    if !others.isEmpty { try values.encode(others, forKey: .others) }
  }
}

extension QueryError {
  /// Several errors as one, in their order; `nil` if there is none.
  init?(_ errors: [QueryError]) {
    guard var first = errors.first else { return nil }
    for error in errors.dropFirst() {
      if first.others.isEmpty, error.others.isEmpty, error.code == first.code,
        error.source.name == first.source.name, error.source.bytes == first.source.bytes
      {
        first.diagnostics += error.diagnostics
      } else {
        var single = error
        single.others = []
        first.others += [single] + error.others
      }
    }
    self = first
  }
}
