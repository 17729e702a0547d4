// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Saving when the process is killed at each of the calls it makes for it.
@Suite(.serialized, .enabled(if: Strace.isAvailable, "needs strace that may trace"))
struct KilledSaveTests {
  @Test(arguments: ["write", "fchmod", "fsync", "renameat", "openat"])
  func `a save that is killed leaves the old file or the new`(_ call: String) throws {
    let folder = try TemporaryFolder(["m.remit": smallModel + "\n"])
    let path = folder.path + "/a.remit"
    var killed = 0
    for number in 1...4 {
      try "old\n".write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let status = try Strace.save(in: folder.path, with: "signal=KILL", at: call, number)
      if status != 0 { killed += 1 }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let isNew =
        text.hasPrefix("remit 1\n") && text.hasSuffix("person \"Ann\" owns control \"A.5.1\"\n")
      #expect(text == "old\n" || isNew, "\(call) \(number): \(text)")
      if status == 0 { #expect(isNew) }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o640)
    }
    #expect(killed > 0)
    let saved = try RemitProcess.run(["m.remit", "-c", ".save a.remit!"], in: folder)
    #expect(saved.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.allSatisfy { !$0.hasSuffix(".tmp") }, "\(names)")
  }
}

/// The tool that sees the calls of a process, and ends it at one.
enum Strace {
  private static let path = "/usr/bin/strace"

  /// Whether processes can be traced here.
  static let isAvailable =
    FileManager.default.isExecutableFile(atPath: path)
    && (try? run(["-qq", "-o", "/dev/null", "/bin/true"], in: "/")) == 0

  /// Saves the model `m.remit` to `a.remit` while something befalls one of the calls.
  static func save(
    in folder: String, with fault: String, at call: String, _ number: Int
  ) throws -> Int32 {
    try run(
      [
        "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
        "inject=\(call):\(fault):when=\(number)", RemitProcess.path, "m.remit", "-c",
        ".save a.remit!",
      ], in: folder)
  }

  /// Runs it.
  ///
  /// - Returns: The exit status, or the number of the signal that ended it.
  static func run(_ arguments: [String], in folder: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
