// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Opens the files that scripts use and load, inside granted folders only.
///
/// A path is read relative to the file that names it, and it has to lie in the
/// folder of the scripts or in a library folder. Symbolic links below those
/// folders are not followed, and only regular files are opened. A name without an
/// extension means a library: `use "iso27001"` finds `iso27001.remit` or
/// `iso27001/iso27001.remit` in a library folder, and `use "iso27001/checks"` finds
/// `iso27001/checks.remit`.
///
///     let loader = FileLoader(folder: "samples/acme", libraries: ["/usr/share/remit"])
///     let engine = Engine(today: today, loader: loader)
public struct FileLoader: Loader {
  /// The largest script that is opened, in bytes.
  public static let sourceSizeLimit = 16 << 20

  /// The folder of the scripts; what is named at a prompt is relative to it.
  public let folder: String
  /// The folders where libraries are looked for, in this order.
  public let libraries: [String]
  /// Further folders that may be read.
  public let granted: [String]
  /// How large a file may be, and how deep one of JSON or YAML may be nested.
  public let limits: Limits
  private let ahead = ReadAhead()

  /// Makes a loader.
  ///
  /// - Parameters:
  ///   - folder: The folder of the scripts.
  ///   - libraries: The folders where libraries are looked for, in this order.
  ///   - granted: Further folders that may be read.
  ///   - limits: What a file may cost: its size and its depth.
  public init(
    folder: String, libraries: [String] = [], granted: [String] = [], limits: Limits = .script
  ) {
    self.folder = folder
    self.libraries = libraries
    self.granted = granted
    self.limits = limits
  }

  /// Opens the script or library a `use` names.
  public func source(
    named name: String,
    from base: String?
  ) throws(LoadError) -> SourceText {
    guard isLibrary(name) else {
      let path = try path(of: name, from: base)
      let bytes = try read(path, as: name, from: base, limit: FileLoader.sourceSizeLimit)
      guard !bytes.starts(with: Engine.snapshotStart) else {
        throw LoadError(
          "'\(name)' is a snapshot, which can only be what a command begins with: remit \(name)")
      }
      return SourceText(bytes: bytes, name: path.description)
    }
    let last = name.split(separator: "/").last ?? ""
    for library in libraries {
      for candidate in ["\(name).remit", "\(name)/\(last).remit"] {
        let path = FilePath(library).appending(FilePath(candidate))
        let file = ConfinedFile(root: FilePath(library), path: FilePath(candidate))
        switch file.read(limit: FileLoader.sourceSizeLimit) {
        case .success(let bytes): return SourceText(bytes: bytes, name: path.description)
        case .failure(.notFound): continue
        case .failure(let failure):
          throw LoadError(message(for: failure, path.description, from: nil))
        }
      }
    }
    throw LoadError(
      libraries.isEmpty
        ? "there is no library '\(name)': no library folder is granted"
        : "there is no library '\(name)' in \(libraries.map { "'\($0)'" }.joined(separator: ", "))",
      isMissing: true)
  }

  /// Opens the table a `load` names.
  public func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    let path = try path(of: name, from: base)
    if let read = ahead.take(path.description) { return try read.get() }
    return try table(at: path, as: name, from: base)
  }

  /// Opens a sheet of a workbook, or a list of a JSON or YAML file.
  public func table(
    named name: String, sheet: String?, from base: String?
  ) throws(LoadError) -> DataTable {
    guard let sheet else { return try table(named: name, from: base) }
    return try table(at: path(of: name, from: base), as: name, sheet: sheet, from: base)
  }

  /// Opens the table of a CSV or TSV file whose letters are written in some encoding.
  public func table(
    named name: String, encoding: TextEncoding, from base: String?
  ) throws(LoadError) -> DataTable {
    try table(at: path(of: name, from: base), as: name, encoding: encoding, from: base)
  }

  /// The sheets of a workbook, or the lists of a JSON or YAML file, where it has
  /// several.
  ///
  /// - Parameter name: A path relative to the folder of the scripts.
  /// - Returns: Their names in order; none where the file is one table.
  /// - Throws: ``LoadError`` when the file cannot be opened or read.
  public func sheets(of name: String) throws(LoadError) -> [String] {
    let path = try path(of: name, from: nil)
    let limit = min(TableFile.sizeLimit, limits.fileBytes)
    return try TableFile.sheets(
      read(path, as: name, from: nil, limit: limit), name: name, sizeLimit: limit)
  }

  /// Whether a text file seems to be a table: its first line has a tab between words.
  ///
  /// - Parameter name: A path relative to the folder of the scripts.
  /// - Returns: Also false for a file that cannot be opened.
  public func isTable(_ name: String) -> Bool {
    guard let path = try? path(of: name, from: nil),
      let bytes = try? read(path, as: name, from: nil, limit: TableFile.sizeLimit)
    else { return false }
    return bytes.prefix(4096).prefix { $0 != 0x0A && $0 != 0x0D }.contains(0x09)
  }

  /// Reads tables on another thread while those before them are loaded.
  public func expect(tables names: [String], from base: String?) {
    var jobs: [ReadAhead.Job] = []
    for name in names {
      guard let path = try? path(of: name, from: base) else { break }
      jobs.append(
        ReadAhead.Job(path: path.description) {
          Result { () throws(LoadError) in try table(at: path, as: name, from: base) }
        })
    }
    ahead.begin(jobs)
  }

  private func table(
    at path: FilePath, as name: String, sheet: String? = nil, encoding: TextEncoding? = nil,
    from base: String?
  ) throws(LoadError) -> DataTable {
    let limit = min(TableFile.sizeLimit, limits.fileBytes)
    let bytes = try read(path, as: name, from: base, limit: limit)
    return try TableFile.read(
      bytes, name: path.description, sheet: sheet, encoding: encoding,
      depthLimit: limits.fileDepth, sizeLimit: limit)
  }

  private func isLibrary(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.hasSuffix("/") && !name.contains(".")
  }

  /// Where a name leads to: relative to the file it stands in, or to the
  /// folder of the scripts.
  private func path(of name: String, from base: String?) throws(LoadError) -> FilePath {
    guard !name.isEmpty else { throw LoadError("the name of a file is empty") }
    guard !name.utf8.contains(0) else { throw LoadError("the name of a file holds a NUL") }
    let written = FilePath(name)
    guard !written.isAbsolute else { return written }
    return (base.map { FilePath($0).folder } ?? FilePath(folder)).appending(written)
  }

  private func read(
    _ path: FilePath,
    as name: String,
    from base: String?,
    limit: Int
  ) throws(LoadError) -> [UInt8] {
    let roots = [folder] + granted + libraries
    for root in roots.map(FilePath.init) {
      guard let rest = path.relative(to: root) else { continue }
      switch ConfinedFile(root: root, path: rest).read(limit: limit) {
      case .success(let bytes): return bytes
      case .failure(let failure): throw LoadError(message(for: failure, name, from: base))
      }
    }
    throw LoadError("'\(name)' is outside the folders that may be read")
  }

  private func message(
    for failure: ConfinedFile.Failure,
    _ name: String,
    from base: String?
  ) -> String {
    switch failure {
    case .notFound:
      base.map { "there is no file '\(name)' beside '\($0)'" } ?? "there is no file '\(name)'"
    case .symbolicLink: "'\(name)' leads over a symbolic link, which is not followed"
    case .notRegular: "'\(name)' is not a regular file"
    case .notPermitted: "'\(name)' may not be read: permission denied"
    case .tooLarge(let limit): "'\(name)' is larger than \(limit >> 20) MiB"
    case .exists, .readOnly, .severalNames, .otherOwner: "'\(name)' is there already"
    case .unreadable(let code): "'\(name)' cannot be read: \(ConfinedFile.reason(code))"
    }
  }
}
