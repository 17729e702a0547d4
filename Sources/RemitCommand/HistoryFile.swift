// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The file that keeps what was entered at the prompt.
///
/// It has the form readline writes: a line with `#` and a time stamp before each
/// entry, which may have several lines. It is readable by its owner alone. Each
/// entry is appended when it is entered, so that two sessions both keep theirs
/// and a killed one loses nothing.
struct HistoryFile {
  /// The most entries kept.
  static let entryLimit = 5_000
  /// A file larger than this is not read: it is not ours.
  private static let byteLimit = 16 << 20

  /// Why there is no history, in a clause.
  struct Problem: Error {
    let message: String
  }

  private let path: String

  /// Makes a history at a path; see ``standardPath(_:)``.
  init(path: String) { self.path = path }

  /// Where the history is: `$XDG_STATE_HOME/remit/history`.
  static func standardPath(_ environment: [String: String]) throws(Problem) -> String {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/remit/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw Problem(message: "neither XDG_STATE_HOME nor HOME is set")
    }
    return home + "/.local/state/remit/history"
  }

  /// Whether a statement is worth keeping: a leading blank asks not to.
  static func keeps(_ statement: String) -> Bool {
    guard let first = statement.unicodeScalars.first else { return false }
    return !first.properties.isWhitespace && !statement.unicodeScalars.contains("\0")
  }

  /// Reads the entries, the oldest first, each only where it was last entered.
  func load() throws(Problem) -> [String] {
    let descriptor = try openFile(O_RDONLY, isNeeded: false)
    guard let descriptor else { return [] }
    defer { close(descriptor) }
    let handle = FileHandle(fileDescriptor: descriptor)
    guard let data = try? handle.read(upToCount: Self.byteLimit + 1) ?? Data() else {
      throw Problem(message: "'\(path)' cannot be read")
    }
    guard data.count <= Self.byteLimit else { throw Problem(message: "'\(path)' is too large") }
    guard !data.contains(0), let text = String(validating: data, as: UTF8.self) else {
      throw Problem(message: "'\(path)' is not a text file")
    }
    return Self.withoutRepetitions(Self.entries(in: text))
  }

  /// Adds an entry at the end of the file.
  func append(_ entry: String) throws(Problem) {
    let directory = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    guard let descriptor = try openFile(O_WRONLY | O_APPEND | O_CREAT, isNeeded: true) else {
      return
    }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    // One call, so that the entries of two sessions do not mix.
    let bytes = Array(Self.record(entry).utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Problem(message: "'\(path)' cannot be written: \(Self.reason())")
    }
  }

  /// Drops repetitions and the oldest entries once the file has grown.
  ///
  /// The file is replaced in one step, and stays as it is when that fails.
  func compact() {
    guard let entries = try? load(), !entries.isEmpty else { return }
    let text = entries.suffix(Self.entryLimit).map(Self.record).joined()
    let temporary = path + ".\(getpid())"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWhole = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
  }

  // MARK: The file

  /// Opens the file if it is one: no link, no pipe, no directory.
  private func openFile(_ flags: Int32, isNeeded: Bool) throws(Problem) -> Int32? {
    let descriptor = open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == ENOENT, !isNeeded { return nil }
      let reason = errno == ELOOP ? "it is a symbolic link" : Self.reason()
      throw Problem(message: "'\(path)' cannot be opened: \(reason)")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Problem(message: "'\(path)' is not a file")
    }
    return descriptor
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  // MARK: The form

  private static func record(_ entry: String) -> String {
    "#\(time(nil))\n\(entry)\n"
  }

  /// The entries of a file's text; one without time stamps has an entry per line.
  private static func entries(in text: String) -> [String] {
    var entries: [String] = []
    var isStamped = false
    var continues = false
    for line in text.split(separator: "\n") {
      if line.first == "#", line.count > 1, line.dropFirst().allSatisfy(\.isNumber) {
        (isStamped, continues) = (true, false)
      } else if continues, isStamped {
        entries[entries.count - 1] += "\n" + line
      } else {
        entries.append(String(line))
        continues = true
      }
    }
    return entries
  }

  private static func withoutRepetitions(_ entries: [String]) -> [String] {
    var seen: Set<String> = []
    return entries.reversed().filter { seen.insert($0).inserted }.reversed()
  }
}
