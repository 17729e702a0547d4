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
    diagnostics.map { "\($0.id): \($0.message)" }.joined(separator: "\n")
  }
}
