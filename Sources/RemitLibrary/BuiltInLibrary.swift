// SPDX-License-Identifier: Apache-2.0

/// A library that comes with Remit, so that `use "iso27001"` works from any folder.
///
/// Its files are those of the folder of its name below `samples`: the texts below
/// `Texts` are made from them, and a test compares the two. `acme` is the invented
/// company of the examples, which `remit --demo` opens.
public struct BuiltInLibrary: Sendable {
  /// The name a script uses it by.
  public let name: String
  /// What it is, in a clause.
  public let summary: String
  /// Its files; the first is the one that its name alone means.
  public let files: [File]

  /// A file of a library.
  public struct File: Sendable {
    /// Its name, such as `model.remit`.
    public let name: String
    /// What stands in it.
    public let text: String
  }

  /// All libraries that come with Remit.
  public static let all: [BuiltInLibrary] = [.iso27001, .acme]

  /// A file by its path, such as `iso27001/model.remit`.
  public static func file(at path: some StringProtocol) -> File? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return all.first { $0.name == parts[0] }?.files.first { $0.name == parts[1] }
  }

  /// The path of the script that a name without an extension means: `iso27001`, or a
  /// part of it, as `iso27001/checks`.
  public static func path(named name: some StringProtocol) -> String? {
    let last = name.split(separator: "/").last ?? ""
    return ["\(name).remit", "\(name)/\(last).remit"].first { file(at: $0) != nil }
  }

  /// What a script may use of it: its own name, and that of each of its scripts.
  public var names: [String] {
    files.filter { $0.name.hasSuffix(".remit") }.map(name)
  }

  /// What a script uses one of its scripts by.
  public func name(of script: File) -> String {
    let part = script.name.dropLast(".remit".count)
    return part == name ? name : "\(name)/\(part)"
  }
}

extension BuiltInLibrary.File {
  /// What the file is, in the words of its first comment.
  public var summary: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let comment = lines.drop { !$0.hasPrefix("# ") }.prefix { $0.hasPrefix("# ") }
    let words = comment.map { $0.dropFirst(2) }.joined(separator: " ")
    let sentence = words.prefix { $0 != "." && $0 != ":" }
    return String(sentence)
  }
}
