// SPDX-License-Identifier: Apache-2.0

/// The error of the engine's entry points: what is wrong, and with which text.
public struct QueryError: Error, Sendable {
  /// What sort of error it is; a command's exit status follows from it.
  public enum Code: Sendable, Hashable {
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
  /// What is wrong with further texts, where several are checked before they run.
  public var others: [QueryError] = []

  /// Makes an error.
  public init(code: Code, diagnostics: [Diagnostic], source: SourceText) {
    self.code = code
    self.diagnostics = diagnostics
    self.source = source
  }
}

extension QueryError: CustomStringConvertible {
  /// The messages alone, one a line.
  public var description: String {
    (diagnostics.map { "\($0.id): \($0.message)" } + others.map(\.description))
      .joined(separator: "\n")
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
