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

  /// What should be known about an answer as it is written to a file of a name.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - name: The name, as `export` has it.
  /// - Returns: Sentences, such as that cells were changed.
  func notes(on answer: QueryResult, in name: String) -> [String]

  /// How many things a drawing may have in a file of a name.
  ///
  /// - Parameter name: The name, as `export` has it.
  /// - Returns: The most things, `Int.max` for any number; `nil` if the ending of the
  ///   name is not that of a drawing: then an answer is written.
  func mostThingsDrawn(in name: String) -> Int?

  /// Writes a drawing.
  ///
  /// - Parameters:
  ///   - drawing: The drawing, with no more things than ``mostThingsDrawn(in:)`` says.
  ///   - name: A path relative to the file `base`; its ending tells the format.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Throws: ``LoadError`` when it may not or cannot be written; then nothing
  ///   has been changed.
  func write(drawing: GraphDrawing, to name: String, from base: String?) throws(LoadError)
}

extension Writer {
  /// Says nothing, unless the host does.
  public func notes(on answer: QueryResult, in name: String) -> [String] { [] }

  /// Draws nothing, unless the host says otherwise.
  public func mostThingsDrawn(in name: String) -> Int? { nil }

  /// Refuses to draw, unless the host says otherwise.
  public func write(
    drawing: GraphDrawing, to name: String, from base: String?
  ) throws(LoadError) {
    throw LoadError("'\(name)' would be a drawing, and drawings are not written here")
  }
}
