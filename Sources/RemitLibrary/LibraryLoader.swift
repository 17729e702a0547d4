// SPDX-License-Identifier: Apache-2.0

public import Remit
import RemitFormats

/// Opens the libraries that come with Remit, and leaves all else to another loader.
///
///     let loader = LibraryLoader(FileLoader(folder: "samples/acme"))
///     var engine = Engine(today: today, loader: loader)
///     try engine.run("use \"iso27001\"")
///
/// The other loader is asked first: a library of the same name that it has takes the
/// place of the one that comes with Remit.
public struct LibraryLoader: Loader {
  /// What the path of a file that is built in begins with.
  public static let prefix = "remit:"

  private let other: (any Loader)?

  /// Makes a loader.
  ///
  /// - Parameter other: Opens what is not built in; without it there is nothing else.
  public init(_ other: (any Loader)? = nil) {
    self.other = other
  }

  /// Opens the script or library a `use` names.
  public func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    if let file = try file(beside: base, named: name) {
      return SourceText(file.text, name: LibraryLoader.prefix + file.path)
    }
    let builtIn = LibraryLoader.source(named: name)
    guard let other else {
      if let builtIn { return builtIn }
      throw LoadError(
        "there is no library '\(name)'; \(LibraryLoader.hint(for: name))", isMissing: true)
    }
    do {
      // What stands in a library has no folder of the host's beside it.
      return try other.source(named: name, from: LibraryLoader.isBuiltIn(base) ? nil : base)
    } catch {
      guard error.isMissing else { throw error }
      if let builtIn { return builtIn }
      guard !name.contains(".") else { throw error }
      throw LoadError("\(error.message); \(LibraryLoader.hint(for: name))", isMissing: true)
    }
  }

  /// Opens the table a `load` names.
  public func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    if let file = try file(beside: base, named: name) {
      return try CSVReader.read(Array(file.text.utf8), name: LibraryLoader.prefix + file.path)
    }
    guard let other else {
      throw LoadError("there is no file '\(name)': only libraries can be read here")
    }
    return try other.table(named: name, from: base)
  }

  /// Opens one table of a file that holds several.
  public func table(
    named name: String, sheet: String?, from base: String?
  ) throws(LoadError) -> DataTable {
    guard let other, sheet != nil, !LibraryLoader.isBuiltIn(base) else {
      return try table(named: name, from: base)
    }
    return try other.table(named: name, sheet: sheet, from: base)
  }

  /// Opens the table of a file whose letters are written in another encoding.
  public func table(
    named name: String, encoding: TextEncoding, from base: String?
  ) throws(LoadError) -> DataTable {
    guard let other, !LibraryLoader.isBuiltIn(base) else {
      return try table(named: name, from: base)
    }
    return try other.table(named: name, encoding: encoding, from: base)
  }

  /// Tells the other loader which tables will be asked for.
  public func expect(tables names: [String], from base: String?) {
    guard !LibraryLoader.isBuiltIn(base) else { return }
    other?.expect(tables: names, from: base)
  }

  private static func isBuiltIn(_ base: String?) -> Bool {
    base?.hasPrefix(prefix) ?? false
  }

  /// The library a name without an extension means, if it is built in.
  private static func source(named name: String) -> SourceText? {
    guard let path = BuiltInLibrary.path(named: name), let file = BuiltInLibrary.file(at: path)
    else { return nil }
    return SourceText(file.text, name: prefix + path)
  }

  /// The file of a library that one of its files names; `nil` if what names it is no
  /// file of a library, or the name is one of a library.
  ///
  /// - Throws: ``LoadError`` if the library has no such file.
  private func file(
    beside base: String?, named name: String
  ) throws(LoadError) -> (path: String, text: String)? {
    guard let base, LibraryLoader.isBuiltIn(base), name.contains(".") else { return nil }
    let folder = base.dropFirst(LibraryLoader.prefix.count).prefix { $0 != "/" }
    let path = "\(folder)/\(name)"
    guard let file = BuiltInLibrary.file(at: path) else {
      throw LoadError("there is no file '\(name)' in the library '\(folder)'")
    }
    return (path, file.text)
  }

  /// The library that was probably meant, or else those there are.
  private static func hint(for name: String) -> String {
    let letters = Array(name.lowercased())
    let near = BuiltInLibrary.all.flatMap(\.names)
      .map { (name: $0, distance: Array($0).difference(from: letters).count) }
      .min { $0.distance < $1.distance }
    if let near, near.distance <= 2 { return "did you mean '\(near.name)'?" }
    let names = BuiltInLibrary.all.map { "'\($0.name)'" }
    return names.joined(separator: ", ") + (names.count == 1 ? " comes" : " come") + " with Remit"
  }
}
