// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes what `export` writes, inside granted folders only.
///
/// A path is relative to the folder of the scripts. The ending of the name tells
/// the format: `.csv`, `.tsv`, `.json`, `.jsonl` or `.md`, and of a drawing
/// `.graphml`, `.dot` or `.mmd`. A file is written as a whole or not at all, and one
/// that is there is replaced only where that is allowed.
public struct FileWriter: Writer {
  /// The folder that names are relative to.
  public let folder: String
  /// The folders that may be written to.
  public let granted: [String]
  /// Whether a file that is there may be replaced.
  public let replaces: Bool

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - folder: The folder that names are relative to.
  ///   - granted: The folders that may be written to.
  ///   - replaces: Whether a file that is there may be replaced.
  public init(folder: String, granted: [String], replaces: Bool) {
    self.folder = folder
    self.granted = granted
    self.replaces = replaces
  }

  /// The format a file's name asks for.
  public static func format(of name: String) -> ResultFormat? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "csv": return .csv
    case "tsv", "txt": return .tsv
    case "json": return .json
    case "jsonl": return .jsonLines
    case "md", "markdown": return .markdown
    default: return nil
    }
  }

  /// Writes an answer.
  public func write(
    _ answer: QueryResult,
    to name: String,
    from base: String?
  ) throws(LoadError) {
    guard let text = FileWriter.format(of: name)?.render(answer)?.text else {
      throw LoadError(
        "the ending of '\(name)' tells no format: there are .csv, .tsv, .json, .jsonl and .md, "
          + "and for drawings .graphml, .dot, of which Graphviz makes .svg, and .mmd; "
          + "'save' writes all facts as .remit")
    }
    try write(Array(text.utf8), to: name)
  }

  /// Tells how many cells get a `'` so that no spreadsheet runs them.
  public func notes(on answer: QueryResult, in name: String) -> [String] {
    guard let format = FileWriter.format(of: name), format == .csv || format == .tsv,
      PlainCell.mayBeFormulas(in: answer)
    else { return [] }
    return format.render(answer)?.notes ?? []
  }

  /// How many things are drawn in a file of a name.
  public func mostThingsDrawn(in name: String) -> Int? {
    DrawingFormat(fileName: name)?.mostThings
  }

  /// Writes a drawing.
  public func write(
    drawing: GraphDrawing,
    to name: String,
    from base: String?
  ) throws(LoadError) {
    guard let format = DrawingFormat(fileName: name) else {
      throw LoadError(
        "the ending of '\(name)' tells no format of a drawing: there are .graphml, .dot and .mmd")
    }
    try write(Array(format.render(drawing).utf8), to: name)
  }

  /// Writes a script: a file that ends in `.remit`.
  public func write(
    script: String,
    to name: String,
    from base: String?
  ) throws(LoadError) {
    guard name.lowercased().hasSuffix(".remit") else {
      throw LoadError("'\(name)' would be a script, and the name of one ends in .remit")
    }
    try write(Array(script.utf8), to: name)
  }

  /// Writes a snapshot: a file that ends in `.snapshot`.
  ///
  /// - Throws: ``LoadError`` when it may not or cannot be written.
  public func write(snapshot: [UInt8], to name: String) throws(LoadError) {
    guard name.lowercased().hasSuffix(".snapshot") else {
      throw LoadError("'\(name)' would be a snapshot, and the name of one ends in .snapshot")
    }
    try write(snapshot, to: name)
  }

  /// Writes bytes to a file.
  ///
  /// - Throws: ``LoadError`` when it may not or cannot be written.
  public func write(_ bytes: [UInt8], to name: String) throws(LoadError) {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw LoadError("'\(name)' is no name of a file")
    }
    let written = FilePath(name)
    let path = written.isAbsolute ? written : FilePath(folder).appending(written)
    for root in granted.map(FilePath.init) {
      guard let rest = path.relative(to: root), !rest.components.isEmpty else { continue }
      guard let failure = ConfinedFile(root: root, path: rest).write(bytes, replacing: replaces)
      else { return }
      throw LoadError(message(for: failure, name))
    }
    let folders = granted.map { "'\($0)'" }.joined(separator: ", ")
    throw LoadError("'\(name)' is outside the folders that may be written to, \(folders)")
  }

  private func message(for failure: ConfinedFile.Failure, _ name: String) -> String {
    switch failure {
    case .exists: "'\(name)' is there already, and is not replaced"
    case .notFound: "there is no folder for '\(name)'"
    case .symbolicLink: "'\(name)' leads over a symbolic link, which is not followed"
    case .notRegular: "'\(name)' is not a regular file"
    case .readOnly: "'\(name)' is read-only"
    case .severalNames:
      "'\(name)' has a second name, a hard link, which would keep the old content"
    case .otherOwner: "'\(name)' belongs to somebody else, and would be yours"
    case .notPermitted: "'\(name)' may not be written: permission denied"
    case .tooLarge: "'\(name)' cannot be written: it would be too large"
    case .unreadable(let code):
      "'\(name)' cannot be written: \(ConfinedFile.reason(code))"
    }
  }
}
