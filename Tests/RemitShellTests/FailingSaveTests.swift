// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// Saving where the system refuses, and to files that are not to be replaced.
@Suite(.serialized)
struct FailingSaveTests {
  private static let model = smallModel + "\n"

  /// Enough people for a file of more than one block.
  private static let large =
    smallModel + "\n" + (1...2000).map { "add person \"Somebody \($0)\"\n" }.joined()

  private func attribute(_ key: FileAttributeKey, _ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[key] as? Int
  }

  // MARK: Row 30

  @Test(
    .enabled(if: Strace.isAvailable, "needs strace that may trace"),
    arguments: ["ENOSPC", "EIO", "EDQUOT", "EINTR"])
  func `D3-30: .save ends with 3 and keeps the old file when a call of the system fails`(
    code: String
  ) throws {
    let folder = try TemporaryFolder(["m.remit": Self.model])
    let path = folder.path + "/a.remit"
    var failed = 0
    // No other file is synchronized or renamed, and what is written to `a.remit` is all
    // that goes to no terminal and no pipe.
    for call in ["fsync", "renameat"] {
      for number in 1...3 {
        try "old\n".write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let status = try Strace.save(in: folder.path, with: "error=\(code)", at: call, number)
        let text = try folder.text("a.remit")
        if status == 0 {
          #expect(text.hasPrefix("remit 1\n"))
        } else {
          failed += 1
          #expect(status == 3, "\(call) \(number)")
          #expect(text == "old\n", "\(call) \(number)")
        }
        #expect(try attribute(.posixPermissions, path) == 0o640)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.sorted() == ["a.remit", "m.remit"])
      }
    }
    // Only what a signal has interrupted may be made again.
    #expect(failed >= 2 || code == "EINTR")
  }

  @Test func `D3-30: .save ends with 3 where no file may grow that long`() throws {
    let folder = try TemporaryFolder(["m.remit": Self.large, "a.remit": "old\n"])
    // A limit of the shell stands for a full disk: the call fails when some has been written.
    let command = "trap '' XFSZ; ulimit -f 8; exec \"$0\" m.remit -c '.save a.remit!'"
    let run = try RemitProcess.run(
      ["-c", command, RemitProcess.path], of: "/bin/sh", in: folder)
    #expect(run.status == 3, "\(run.errors)")
    #expect(run.errors.contains("a.remit"))
    #expect(!run.errors.contains("Somebody"))
    #expect(try folder.text("a.remit") == "old\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["a.remit", "m.remit"])
    #expect(
      try RemitProcess.run(["m.remit", "-c", ".save a.remit!"], in: folder).status == 0)
    #expect(try folder.text("a.remit").contains("Somebody 2000"))
  }

  // MARK: Row 32

  @Test func `D3-32: .save keeps the mode, and refuses what is not to be replaced`() throws {
    let folder = try TemporaryFolder(["m.remit": Self.model, "a.remit": "old\n"])
    let path = folder.path + "/a.remit"
    func save() throws -> RemitProcess.Outcome {
      try RemitProcess.run(["m.remit", "-c", ".save a.remit!"], in: folder)
    }
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try save().status == 0)
    #expect(try folder.text("a.remit").hasPrefix("remit 1\n"))
    #expect(try attribute(.posixPermissions, path) == 0o600)

    try folder.write("a.remit", "old\n")
    try files.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    var refused = try save()
    #expect(refused.status == 3 && refused.errors.contains("'a.remit' is read-only"))
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)

    try files.linkItem(atPath: path, toPath: folder.path + "/other.remit")
    refused = try save()
    #expect(refused.status == 3 && refused.errors.contains("has a second name, a hard link"))
    try files.removeItem(atPath: folder.path + "/other.remit")

    try files.moveItem(atPath: path, toPath: folder.path + "/target.remit")
    try files.createSymbolicLink(atPath: path, withDestinationPath: "target.remit")
    refused = try save()
    #expect(refused.status == 3 && refused.errors.contains("leads over a symbolic link"))
    #expect(try folder.text("target.remit") == "old\n")
    try files.removeItem(atPath: path)

    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    refused = try save()
    #expect(refused.status == 3 && refused.errors.contains("'a.remit' is not a regular file"))
    let names = try files.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["a.remit", "m.remit", "target.remit"])
  }
}
