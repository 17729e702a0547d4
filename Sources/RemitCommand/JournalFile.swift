// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
import RemitShell

/// The journal of the edits made at the prompt while one folder is open.
///
/// It lies beside the history, readable by its owner alone, and never in the
/// folder itself. Each session has a file of its own, which it holds locked: one
/// that nobody holds is that of a session that has ended. A file is made with the
/// first edit and goes when all is saved.
final class JournalFile: EditJournal {
  /// A journal larger than this is not read: it is not ours.
  private static let byteLimit = 256 << 20

  /// A file that is open and locked.
  private struct Held {
    var path: String
    var descriptor: Int32
    var state: JournalState
    /// Its length, as far as it is whole.
    var length: Int
    var isWhole: Bool
    /// When it was last written.
    var time: Date
  }

  /// The folder of journals.
  private let folder: String
  /// What is open, and the start of the names of its journals.
  private let opened: String
  private let name: String
  /// The script that opening reads first.
  private let base: String?
  private let today: () -> Day
  /// Is told, once, why edits are not kept.
  private let warn: (String) -> Void
  private var own: Held?
  private var others: [Held] = []
  private var isBroken = false

  /// Opens the journals of a folder.
  ///
  /// - Parameters:
  ///   - folder: Where journals are.
  ///   - opened: The absolute paths of what is open, a line each.
  ///   - base: The script that opening reads first.
  ///   - today: The day of the calendar.
  ///   - warn: Is told a sentence when edits cannot be kept, or not be read.
  init(
    in folder: String, of opened: String, base: String?, today: @escaping () -> Day,
    warn: @escaping (String) -> Void
  ) {
    (self.folder, self.opened, self.base) = (folder, opened, base)
    (self.today, self.warn) = (today, warn)
    name = JournalFile.name(of: opened)
    findOthers()
  }

  deinit {
    for held in others + [own].compactMap({ $0 }) { release(held) }
  }

  /// Where journals are: `$XDG_STATE_HOME/remit/journals`.
  static func standardFolder(
    _ environment: [String: String]
  ) throws(HistoryFile.Problem) -> String {
    let history = try HistoryFile.standardPath(environment)
    return (history as NSString).deletingLastPathComponent + "/journals"
  }

  /// A name that says which folder it is of, and is the same for no other.
  private static func name(of opened: String) -> String {
    let last = (opened as NSString).lastPathComponent.filter { $0.isASCII && $0.isLetter }
    let bytes = Array(opened.utf8)
    let sums = [bytes, bytes.reversed()].map { sum in
      let text = String(Checksum.crc32(sum), radix: 16)
      return String(repeating: "0", count: 8 - text.count) + text
    }
    return "\(last.prefix(20))-\(sums.joined())-"
  }

  // MARK: The session

  var unsaved: [UnsavedEdits] {
    others.compactMap { $0.state.unsaved(isCut: !$0.isWhole) }
  }

  func note(_ edit: Edit) { append(.edit(edit, on: today())) }

  func noteUndo() {
    // What is not in the journal cannot be taken back in it.
    if own?.state.edits.isEmpty == false { append(.undo) }
  }

  func noteSave(to file: String) {
    guard own != nil else { return }
    let isBase = base.map { JournalFile.isSame($0, file) } ?? false
    append(.saved(file: file, isBase: isBase))
  }

  func takeOver() {
    guard !others.isEmpty else { return }
    var first = others[0]
    if let held = own, !held.state.edits.isEmpty {
      // Behind the edits of this session, as they were made.
      for edit in first.state.edits { append(.edit(edit, on: first.state.day)) }
      if !isBroken { forget() }
      return
    }
    others.removeFirst()
    if let held = own { remove(held) }
    if !first.isWhole {
      guard ftruncate(first.descriptor, off_t(first.length)) == 0 else {
        own = first
        return give(up: "'\(first.path)' cannot be written: \(Self.reason())")
      }
      first.isWhole = true
    }
    own = first
  }

  func forget() {
    guard !others.isEmpty else { return }
    remove(others.removeFirst())
  }

  /// Ends the session: a journal of what is saved goes.
  ///
  /// - Returns: How many edits it keeps.
  func finish() -> Int {
    guard let held = own else { return 0 }
    own = nil
    guard let unsaved = held.state.unsaved(isCut: false) else {
      remove(held)
      return 0
    }
    release(held)
    return max(1, unsaved.edits.count - unsaved.savedCount)
  }

  // MARK: Files

  /// Opens and locks the journals of sessions that have ended.
  private func findOthers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in names where file.hasPrefix(name) && file.hasSuffix(".journal") {
      let path = "\(folder)/\(file)"
      guard let descriptor = open(path, O_RDWR) else { continue }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        // Its session goes on.
        close(descriptor)
        continue
      }
      guard let held = read(path, descriptor) else {
        close(descriptor)
        continue
      }
      if held.state.isUnsaved { others.append(held) } else { remove(held) }
    }
    others.sort { ($0.time, $0.path) < ($1.time, $1.path) }
  }

  private func read(_ path: String, _ descriptor: Int32) -> Held? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) <= Self.byteLimit,
      let data = FileManager.default.contents(atPath: path),
      let content = JournalRecords.read(Array(data))
    else {
      warn("the journal '\(path)' is not read: it is of another version, or none")
      return nil
    }
    return Held(
      path: path, descriptor: descriptor, state: JournalState(content.records),
      length: content.length, isWhole: content.isWhole, time: Self.time(of: path))
  }

  /// When a file was last written.
  private static func time(of path: String) -> Date {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }

  /// Opens a file if it is one of ours: no link, no pipe, nobody else's.
  private func open(_ path: String, _ flags: Int32) -> Int32? {
    let descriptor = Foundation.open(
      path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Leaves a journal to others.
  private func release(_ held: Held) {
    // A process that is just being started has the descriptor for a moment, and the lock
    // with it: closing it here would not be enough.
    flock(held.descriptor, LOCK_UN)
    close(held.descriptor)
  }

  private func remove(_ held: Held) {
    // While it is locked nobody else takes it for one that was left.
    unlink(held.path)
    close(held.descriptor)
  }

  /// Makes the journal of this session.
  private func begin() -> Held? {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    for number in 1...1_000 {
      let path = "\(folder)/\(name)\(number).journal"
      guard let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL) else {
        if errno == EEXIST { continue }
        return nil
      }
      var status = stat()
      // Between making and locking, another session may have taken it for a left one.
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
        status.st_nlink > 0
      else {
        close(descriptor)
        continue
      }
      var held = Held(
        path: path, descriptor: descriptor, state: JournalState(), length: 0, isWhole: true,
        time: .now)
      let start = JournalRecords.start + JournalRecords.bytes(of: .opened(folder: opened))
      guard write(start, to: &held) else {
        let code = errno
        remove(held)
        errno = code
        return nil
      }
      synchronizeFolder()
      return held
    }
    return nil
  }

  private func append(_ record: JournalRecord) {
    guard !isBroken else { return }
    guard var held = own ?? begin() else {
      return give(up: "'\(folder)' cannot be written: \(Self.reason())")
    }
    guard write(JournalRecords.bytes(of: record), to: &held) else {
      let reason = Self.reason()
      // No half of a record stays, if that can be helped.
      _ = ftruncate(held.descriptor, off_t(held.length))
      own = held
      return give(up: "'\(held.path)' cannot be written: \(reason)")
    }
    held.state.add(record)
    own = held
  }

  /// Writes at the end, and waits until it is kept.
  private func write(_ bytes: [UInt8], to held: inout Held) -> Bool {
    guard lseek(held.descriptor, off_t(held.length), SEEK_SET) >= 0 else { return false }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.write(held.descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    guard fsync(held.descriptor) == 0 else { return false }
    held.length += bytes.count
    return true
  }

  /// Makes the name of a new file last.
  private func synchronizeFolder() {
    let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private func give(up problem: String) {
    isBroken = true
    warn("edits are not kept any more: \(problem)")
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    let paths = [one, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return paths[0] == paths[1]
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
