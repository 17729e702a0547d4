// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import Synchronization
import Testing

@testable import RemitFormats

/// Files are replaced as a whole or not at all, whatever fails.
final class ConfinedWritingTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("remit-writing-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func file(_ name: String = "a.txt") -> ConfinedFile {
    ConfinedFile(root: FilePath(folder), path: FilePath(name))
  }

  private func text(_ name: String = "a.txt") -> String? {
    FileManager.default.contents(atPath: "\(folder)/\(name)")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func put(_ text: String, mode: Int = 0o644) throws {
    try text.write(toFile: "\(folder)/a.txt", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(folder)/a.txt")
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func attribute(_ key: FileAttributeKey) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(folder)/a.txt")[key] as? Int
  }

  /// Calls of the system of which those with some numbers fail.
  private final class Faults: Sendable {
    private let number = Atomic<Int>(0)
    let fails: @Sendable (Int) -> Bool
    let code: Int32

    init(code: Int32, fails: @escaping @Sendable (Int) -> Bool) {
      self.fails = fails
      self.code = code
    }

    var count: Int { number.load(ordering: .relaxed) }

    private func isFailing() -> Bool {
      let place = number.wrappingAdd(1, ordering: .relaxed).newValue
      guard fails(place) else { return false }
      errno = code
      return true
    }

    /// Writes no more than three bytes at a time.
    var calls: FileCalls {
      let system = FileCalls.system
      return FileCalls(
        open: { self.isFailing() ? -1 : system.open($0, $1, $2, $3) },
        write: { descriptor, bytes in
          self.isFailing()
            ? -1 : system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(3)))
        },
        changeOwner: { self.isFailing() ? -1 : system.changeOwner($0, $1, $2) },
        changeMode: { self.isFailing() ? -1 : system.changeMode($0, $1) },
        synchronize: { self.isFailing() ? -1 : system.synchronize($0) },
        close: { descriptor in
          // A descriptor is closed even where closing fails.
          let result = system.close(descriptor)
          return self.isFailing() ? -1 : result
        },
        rename: { self.isFailing() ? -1 : system.rename($0, $1, $2) },
        remove: { self.isFailing() ? -1 : system.remove($0, $1) })
    }
  }

  private static let codes = [ENOSPC, EIO, EDQUOT, EINTR, EACCES, EROFS]

  @Test(arguments: codes, [true, false])
  func `the old file stays whole when any call fails, and nothing is left behind`(
    _ code: Int32, _ isThere: Bool
  ) throws {
    var failed = 0
    for place in 1... {
      if isThere {
        try put("old", mode: 0o640)
      } else {
        try? FileManager.default.removeItem(atPath: "\(folder)/a.txt")
      }
      let faults = Faults(code: code) { $0 == place }
      let failure = file().write(Array("new content".utf8), replacing: true, calls: faults.calls)
      guard faults.count >= place else {
        // The call does not come: all was well.
        #expect(failure == nil)
        break
      }
      let isWritten = text() == "new content"
      #expect(isWritten == (failure == nil), "call \(place)")
      if !isWritten {
        failed += 1
        #expect(text() == (isThere ? "old" : nil), "call \(place)")
      }
      if isThere { #expect(try attribute(.posixPermissions) == 0o640, "call \(place)") }
      #expect(try names() == (isWritten || isThere ? ["a.txt"] : []), "call \(place)")
    }
    // A signal between calls is waited out, where it can come.
    #expect(failed >= (code == EINTR ? 1 : 6))
  }

  @Test func `whoever is killed at any call leaves the old file or the new`() throws {
    var old = 0
    for place in 1... {
      try put("old")
      // From then on nothing happens any more.
      let faults = Faults(code: EIO) { $0 >= place }
      _ = file().write(Array("new content".utf8), replacing: true, calls: faults.calls)
      #expect(["old", "new content"].contains(text()), "call \(place)")
      if text() == "old" { old += 1 }
      guard faults.count >= place else { break }
    }
    #expect(old > 6)
    #expect(try names().count > 1)
    // What a process has left that is no more is removed; what others use is not.
    let mine = try names().filter { $0 != "a.txt" }
    for name in mine {
      let other = name.replacing("-\(getpid())-", with: "-99999999-")
      try FileManager.default.moveItem(atPath: "\(folder)/\(name)", toPath: "\(folder)/\(other)")
    }
    try "x".write(toFile: "\(folder)/.remit-1-1.tmp", atomically: false, encoding: .utf8)
    #expect(file().write(Array("b".utf8), replacing: true) == nil)
    #expect(try names() == [".remit-1-1.tmp", "a.txt"])
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o755])
  func `the mode is kept`(_ mode: Int) throws {
    try put("old", mode: mode)
    #expect(file().write(Array("new".utf8), replacing: true) == nil)
    #expect(try attribute(.posixPermissions) == mode)
    #expect(text() == "new")
  }

  @Test func `a new file is as the process makes files`() throws {
    let mask = umask(0o027)
    defer { umask(mask) }
    #expect(file().write(Array("new".utf8), replacing: false) == nil)
    #expect(try attribute(.posixPermissions) == 0o640)
  }

  @Test func `what should not be replaced is refused with the reason`() throws {
    func written() -> String? {
      do throws(LoadError) {
        try FileWriter(folder: folder, granted: [folder], replaces: true)
          .write(Array("new".utf8), to: "a.txt")
        return nil
      } catch { return error.message }
    }
    try put("old", mode: 0o444)
    #expect(written() == "'a.txt' is read-only")
    try put("old", mode: 0o644)
    try FileManager.default.linkItem(atPath: "\(folder)/a.txt", toPath: "\(folder)/b.txt")
    #expect(
      written() == "'a.txt' has a second name, a hard link, which would keep the old content")
    try FileManager.default.removeItem(atPath: "\(folder)/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/a.txt", withDestinationPath: "b.txt")
    #expect(written() == "'a.txt' leads over a symbolic link, which is not followed")
    #expect(text("b.txt") == "old")
    try FileManager.default.removeItem(atPath: "\(folder)/a.txt")
    #expect(mkfifo("\(folder)/a.txt", 0o600) == 0)
    #expect(written() == "'a.txt' is not a regular file")
    #expect(try names() == ["a.txt", "b.txt"])
  }

  @Test(.enabled(if: getuid() == 0, "only root can give files away"))
  func `the owner is kept, or the file refused`() throws {
    try put("old", mode: 0o600)
    #expect(chown("\(folder)/a.txt", 12345, 23456) == 0)
    var refusing = FileCalls.system
    refusing.changeOwner = { _, _, _ in
      errno = EPERM
      return -1
    }
    #expect(file().write(Array("new".utf8), replacing: true, calls: refusing) == .otherOwner)
    #expect(text() == "old")
    #expect(file().write(Array("new".utf8), replacing: true) == nil)
    #expect(try attribute(.ownerAccountID) == 12345)
    #expect(try attribute(.groupOwnerAccountID) == 23456)
    #expect(try attribute(.posixPermissions) == 0o600)
  }

  @Test func `a long name and several writers at once do not meet`() async throws {
    let name = String(repeating: "n", count: 250)
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<20 {
        group.addTask { [folder] in
          let file = ConfinedFile(root: FilePath(folder), path: FilePath(name))
          let bytes = [UInt8](repeating: UInt8(number), count: 10_000)
          return file.write(bytes, replacing: true) == nil
        }
      }
      for await isWritten in group { #expect(isWritten) }
    }
    let content = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
    #expect(content.count == 10_000 && Set(content).count == 1)
    #expect(try names() == [name])
  }
}
