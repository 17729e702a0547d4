// SPDX-License-Identifier: Apache-2.0

/// The host's side of `use` and `load`: the engine's only way to any file.
///
/// A host that keeps its scripts elsewhere than in files writes its own; an
/// engine without a loader refuses both statements.
public protocol Loader: Sendable {
  /// Opens the text a `use` names.
  ///
  /// - Parameters:
  ///   - name: A path relative to the file `base`, or a library's bare name.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Returns: The text, named so that it can be a base in turn.
  /// - Throws: ``LoadError`` when it cannot be opened or read.
  func source(named name: String, from base: String?) throws(LoadError) -> SourceText

  /// Opens the table a `load` names.
  ///
  /// - Parameters:
  ///   - name: A path relative to the file `base`.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Returns: The table's header and cells.
  /// - Throws: ``LoadError`` when it cannot be opened or is no table.
  func table(named name: String, from base: String?) throws(LoadError) -> DataTable

  /// Opens one table of a file that holds several: a sheet of a workbook.
  ///
  /// A loader that knows no such files need not have it.
  ///
  /// - Parameters:
  ///   - name: A path relative to the file `base`.
  ///   - sheet: The name of the sheet or list, `nil` for the only one.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Returns: The table's header and cells.
  /// - Throws: ``LoadError`` when it cannot be opened, or has no such sheet.
  func table(named name: String, sheet: String?, from base: String?) throws(LoadError) -> DataTable

  /// Opens the table of a file whose letters are written in another encoding than
  /// UTF-8.
  ///
  /// A loader that knows no such files need not have it.
  ///
  /// - Parameters:
  ///   - name: A path relative to the file `base`.
  ///   - encoding: How the letters are written.
  ///   - base: The name of the file the statement stands in, `nil` at a prompt.
  /// - Returns: The table's header and cells.
  /// - Throws: ``LoadError`` when it cannot be opened, or is not in that encoding.
  func table(
    named name: String, encoding: TextEncoding, from base: String?
  ) throws(LoadError) -> DataTable

  /// Is told which tables will be asked for, one after the other, before the first
  /// is, so that a loader may read the next while the engine takes one over.
  ///
  /// Nothing but time may depend on it. A loader need not have it.
  ///
  /// - Parameters:
  ///   - names: Paths relative to the file `base`; none says that no more are wanted.
  ///   - base: The name of the file the statements stand in, `nil` at a prompt.
  func expect(tables names: [String], from base: String?)
}

extension Loader {
  /// Opens the table of a file, which has no sheets.
  public func table(
    named name: String, sheet: String?, from base: String?
  ) throws(LoadError) -> DataTable {
    guard sheet == nil else { throw LoadError("'\(name)' is not read by sheets") }
    return try table(named: name, from: base)
  }

  /// Opens the table of a file, of which all are UTF-8.
  public func table(
    named name: String, encoding: TextEncoding, from base: String?
  ) throws(LoadError) -> DataTable {
    guard encoding == .utf8 else {
      throw LoadError("'\(name)' is not read in \(encoding.rawValue)")
    }
    return try table(named: name, from: base)
  }

  /// Does nothing: each table is read when it is asked for.
  public func expect(tables names: [String], from base: String?) {}
}

/// Why a file could not be opened or read.
public struct LoadError: Error, Sendable {
  /// One clause, lower case: `there is no file 'people.csv' beside 'acme.remit'`.
  public var message: String
  /// What was wrong inside the file, if it could be opened.
  public var problems: [(line: Int, message: String)]
  /// Whether there is nothing of that name: another loader may have it.
  public var isMissing: Bool
  /// How the letters of the file are probably written, if it is read when that is said.
  public var encoding: TextEncoding?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - message: One clause, lower case, with the user's text in single quotes.
  ///   - problems: What was wrong inside the file, by line.
  ///   - isMissing: Whether there is nothing of that name: another loader may have it.
  ///   - encoding: How the letters of the file are probably written, if it is read when
  ///     that is said.
  public init(
    _ message: String, problems: [(line: Int, message: String)] = [], isMissing: Bool = false,
    encoding: TextEncoding? = nil
  ) {
    self.message = message
    self.problems = problems
    self.isMissing = isMissing
    self.encoding = encoding
  }
}
