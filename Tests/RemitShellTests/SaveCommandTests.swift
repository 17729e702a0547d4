// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// `save` and `.save`, which write files.
struct SaveCommandTests {
  private static let model = ProjectFiles.path("Tests/Specs/models/small.remit")

  @Test func `what the prompt saves is a script that answers alike`() throws {
    let folder = try TemporaryFolder()
    let run = try RemitProcess.run([Self.model, "-c", ".save register.remit"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == "Saved the model and the facts to register.remit.\n")
    let question = ["-c", "controls with no competent owner", "--as-of", "2026-06-30"]
    let before = try RemitProcess.run([Self.model] + question, in: folder)
    let after = try RemitProcess.run(["register.remit"] + question, in: folder)
    #expect(after.status == 0)
    #expect(after.output == before.output)
    let check = try RemitProcess.run(["fmt", "register.remit"], in: folder)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `a file that is there is replaced only with a mark`() throws {
    let folder = try TemporaryFolder(["a.remit": "people\n"])
    let refused = try RemitProcess.run([Self.model, "-c", ".save a.remit"], in: folder)
    #expect(refused.status == 3)
    #expect(refused.errors.contains("a.remit! replaces a file"))
    #expect(try Self.text(folder, "a.remit") == "people\n")
    #expect(try RemitProcess.run([Self.model, "-c", ".save a.remit!"], in: folder).status == 0)
    #expect(try Self.text(folder, "a.remit").hasPrefix("remit 1\n"))
  }

  @Test func `a script saves only to folders that were named`() throws {
    let folder = try TemporaryFolder(["s.remit": "save \"out/a.remit\"\n", "out/x": ""])
    let refused = try RemitProcess.run([Self.model, "s.remit"], in: folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("error[no-writing]"))
    let granted = try RemitProcess.run(
      [Self.model, "s.remit", "--allow-write", "out"], in: folder)
    #expect(granted.status == 0, "\(granted.errors)")
    #expect(try Self.text(folder, "out/a.remit").contains("add person \"Bob\""))
    let outside = try RemitProcess.run(
      [Self.model, "-c", "save \"../b.remit\"", "--allow-write", "out"], in: folder)
    #expect(outside.status == 3)
    #expect(outside.errors.contains("error[file-not-written]"))
    let other = try RemitProcess.run(
      [Self.model, "-c", "save \"out/b.csv\"", "--allow-write", "out"], in: folder)
    #expect(other.status == 3)
    #expect(other.errors.contains("ends in .remit"))
  }

  @Test func `an export tells how many cells it made harmless`() throws {
    let folder = try TemporaryFolder([
      "m.remit": smallModel + "\nadd person \"=1+1\"\nadd person \"-cmd\"\nadd person \"-5\"\n"
    ])
    for (name, note) in [
      ("a.csv", "2 cells got a leading ' so that no spreadsheet runs them\n"), ("a.json", ""),
    ] {
      let run = try RemitProcess.run(
        ["m.remit", "--allow-write", ".", "-c", "export people to \"\(name)\""], in: folder)
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(run.errors == note)
    }
    let drawn = try RemitProcess.run(["m.remit", "--output", "a.mmd", "-c", "people"], in: folder)
    #expect(drawn.status == 2)
    #expect(drawn.errors.contains("export QUESTION to \"a.mmd\""))
  }

  @Test func `a drawing that is not all says so, beside the output`() throws {
    let people = (1...201).map { "add person P\($0)\nadd P\($0) owns A.5.1\n" }.joined()
    let folder = try TemporaryFolder(["m.remit": smallModel + "\n" + people])
    let options = ["--allow-write", ".", "-c"]
    let run = try RemitProcess.run(
      ["m.remit"] + options + ["export people who own A.5.1 to \"a.mmd\""], in: folder)
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("drawn are the first 200 of 203 things"))
    #expect(try Self.text(folder, "a.mmd").contains("%% drawn are the first 200 of 203 things"))
    let whole = try RemitProcess.run(
      ["m.remit"] + options + ["export people who own A.5.1 to \"a.graphml\""], in: folder)
    #expect(whole.status == 0 && whole.errors.isEmpty)
    #expect(try Self.text(folder, "a.graphml").ranges(of: "<node ").count == 203)
  }

  private static func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }
}
