// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// `remit fmt` on files.
struct FormatCommandTests {
  private static let model = ["--model", ProjectFiles.path("Tests/Specs/models/small.remit")]

  @Test func `a file is written in canonical form, once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.remit", "Controls   with no owner # which?\n")
    let run = try RemitProcess.run(["fmt", "a.remit"] + Self.model, in: folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "formatted a.remit\n")
    #expect(try Self.text(folder, "a.remit") == "controls with no owner  # which?\n")
    let again = try RemitProcess.run(["fmt", "a.remit"] + Self.model, in: folder)
    #expect(again.status == 0)
    #expect(again.errors.isEmpty)
  }

  @Test func `where a script's words are from is asked for only where they are missing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("model.remit", "kind lamp\n")
    let clean = try RemitProcess.run(["fmt", "model.remit"], in: folder)
    #expect(clean.status == 0)
    #expect(clean.errors.isEmpty)
    try folder.write("script.remit", "chairs\n")
    let unknown = try RemitProcess.run(["fmt", "script.remit"], in: folder)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("help: '--model FOLDER/' gives the model"))
  }

  @Test func `check shows what would change and changes nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.remit", "Controls\n")
    try folder.write("b.remit", "people\n")
    let run = try RemitProcess.run(
      ["fmt", "--check", "a.remit", "b.remit"] + Self.model, in: folder)
    #expect(run.status == 1)
    #expect(run.output == "a.remit\n@@ line 1 @@\n-Controls\n+controls\n \n")
    #expect(try Self.text(folder, "a.remit") == "Controls\n")
    let clean = try RemitProcess.run(["fmt", "--check", "b.remit"] + Self.model, in: folder)
    #expect(clean.status == 0)
    #expect(clean.output.isEmpty)
  }

  @Test func `a file with a mistake stays as it is, and the others are written`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.remit", "Controls\ncontrols onwed by Bob\n")
    try folder.write("b.remit", "People\n")
    let run = try RemitProcess.run(["fmt", "a.remit", "b.remit"] + Self.model, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[unknown-word]"))
    #expect(run.errors.contains("a.remit:2:10"))
    #expect(try Self.text(folder, "a.remit") == "Controls\ncontrols onwed by Bob\n")
    #expect(try Self.text(folder, "b.remit") == "people\n")
  }

  @Test func `a file that is not there or cannot be written is an error of its own`() throws {
    let folder = try TemporaryFolder()
    #expect(try RemitProcess.run(["fmt", "no.remit"], in: folder).status == 3)
    try folder.write("a.remit", "Controls\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.remit", withDestinationPath: "a.remit")
    let run = try RemitProcess.run(["fmt", "link.remit"] + Self.model, in: folder)
    #expect(run.status == 3)
    #expect(try Self.text(folder, "a.remit") == "Controls\n")
  }

  @Test func `the standard input is written to the output`() throws {
    let run = try RemitProcess.run(["fmt", "-"] + Self.model, input: "Who owns A.5.3?")
    #expect(run.status == 0)
    #expect(run.output == "who owns A.5.3\n")
    let check = try RemitProcess.run(
      ["fmt", "--check", "-"] + Self.model, input: "who owns A.5.3?")
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("standard input\n"))
  }

  private static func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }
}
