// SPDX-License-Identifier: Apache-2.0

/// The host's side of `export` and `save`: the engine's only way to write anything.
///
/// An engine without a writer refuses the statement.
public protocol Writer: Sendable {
  /// Writes an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - name: A path relative to the file `base`; its ending tells the format.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Throws: ``LoadError`` when it may not or cannot be written; then nothing
  ///   has been changed.
  func write(_ answer: QueryResult, to name: String, from base: String?) throws(LoadError)

  /// Writes a script.
  ///
  /// - Parameters:
  ///   - script: The text.
  ///   - name: A path relative to the file `base`.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Throws: ``LoadError`` when it may not or cannot be written; then nothing
  ///   has been changed.
  func write(script: String, to name: String, from base: String?) throws(LoadError)
}
