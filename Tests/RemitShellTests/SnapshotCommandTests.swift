// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// `remit snapshot`, `.snapshot`, and opening what they write.
struct SnapshotCommandTests {
  private static let model = ProjectFiles.path("Tests/Specs/models/small.remit")
  private static let question = ["-c", "controls with no competent owner"]
  private static let day = ["--as-of", "2026-06-30"]

  @Test func `what was written opens and answers as the model does`() throws {
    let folder = try TemporaryFolder()
    let written = try RemitProcess.run(
      ["snapshot", Self.model, "--output", "small.snapshot"], in: folder)
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output == "Saved the model and the facts to small.snapshot.\n")
    let before = try RemitProcess.run([Self.model] + Self.question + Self.day, in: folder)
    let after = try RemitProcess.run(["small.snapshot"] + Self.question + Self.day, in: folder)
    #expect(after.status == 0)
    #expect(after.output == before.output)
    #expect(after.errors == before.errors)
    // It is a beginning: scripts, a pipe and the other commands go on from it.
    let piped = try RemitProcess.run(
      ["small.snapshot"] + Self.day, input: "add person \"Eve\"\nnumber of people\n", in: folder)
    #expect(piped.output.hasSuffix("\n6\n"), "\(piped.output)")
    let explained = try RemitProcess.run(
      ["explain", "small.snapshot", "controls with no owner"], in: folder)
    #expect(explained.status == 0)
    // What a prompt has changed goes in too.
    let again = try RemitProcess.run(
      ["small.snapshot", "-c", "add person \"Eve\"", "-c", ".snapshot small.snapshot!"],
      in: folder)
    #expect(again.status == 0, "\(again.errors)")
    let count = try RemitProcess.run(["small.snapshot", "-c", "number of people"], in: folder)
    #expect(count.output == "number\n6\n")
  }

  @Test func `a file that is there stays, unless it may be replaced`() throws {
    let folder = try TemporaryFolder(["a.snapshot": "mine\n"])
    let arguments = ["snapshot", Self.model, "-o", "a.snapshot"]
    let refused = try RemitProcess.run(arguments, in: folder)
    #expect(refused.status == 3)
    #expect(refused.errors.contains("a.snapshot! replaces a file"))
    #expect(try RemitProcess.run(arguments + ["--overwrite"], in: folder).status == 0)
    let other = try RemitProcess.run(["snapshot", Self.model, "-o", "a.remit"], in: folder)
    #expect(other.status == 3)
    #expect(other.errors.contains("ends in .snapshot"))
  }

  @Test func `what is damaged is refused with what to do`() throws {
    let folder = try TemporaryFolder()
    _ = try RemitProcess.run(["snapshot", Self.model, "-o", "a.snapshot"], in: folder)
    let path = folder.path + "/a.snapshot"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let refused = try RemitProcess.run(["a.snapshot", "-c", "people"], in: folder)
    #expect(refused.status == 3)
    #expect(refused.output == "")
    #expect(
      refused.errors == """
        error[snapshot-damaged]: 'a.snapshot' is not opened: the snapshot is damaged: a part of it has changed
            = help: write it anew from the files of the model, with 'remit snapshot'

        """)
    try bytes.prefix(100).write(to: URL(fileURLWithPath: path))
    let short = try RemitProcess.run(["check", "a.snapshot"], in: folder)
    #expect(short.status == 3)
    #expect(short.errors.contains("it has 100 bytes, and"))
  }

  @Test func `a snapshot is no script`() throws {
    let folder = try TemporaryFolder()
    _ = try RemitProcess.run(["snapshot", Self.model, "-o", "a.snapshot"], in: folder)
    for arguments in [
      [Self.model, "a.snapshot"], ["-c", ".read a.snapshot"], ["-c", "use \"./a.snapshot\""],
      ["fmt", "a.snapshot"], ["lint", Self.model, "a.snapshot"],
    ] {
      let run = try RemitProcess.run(arguments, in: folder)
      #expect(run.status == 3, "\(arguments)")
      #expect(run.errors.contains("a.snapshot' is a snapshot, which"))
    }
  }
}
