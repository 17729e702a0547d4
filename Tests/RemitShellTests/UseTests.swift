// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `use` refuses: files that use themselves, too many, and those that a
/// script may not read; a message shows the path and never what the file holds.
struct UseTests {
  private func run(_ script: String, in folder: TemporaryFolder) throws -> RemitProcess.Outcome {
    try RemitProcess.run([script], in: folder)
  }

  @Test func `a file that uses itself is refused with the cycle`() throws {
    let folder = try TemporaryFolder(["self.remit": "use \"self.remit\""])
    let run = try run("self.remit", in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[use-cycle]: the file uses itself"))
    #expect(run.errors.contains("the cycle is self.remit → self.remit\n"))
  }

  @Test func `a cycle of three is shown in the order of its files`() throws {
    let folder = try TemporaryFolder([
      "start.remit": "use \"lib/a.remit\"", "lib/a.remit": "use \"b.remit\"",
      "lib/b.remit": "use \"../c.remit\"", "c.remit": "use \"lib/a.remit\"",
    ])
    let run = try run("start.remit", in: folder)
    #expect(run.status == 2)
    #expect(
      run.errors.contains("the cycle is lib/a.remit → lib/b.remit → c.remit → lib/a.remit\n"))
    #expect(run.errors.contains("--> c.remit:1:5"))
  }

  @Test func `a file used twice is run once`() throws {
    let folder = try TemporaryFolder([
      "main.remit": "use \"kinds.remit\"\nuse \"other.remit\"\nnumber of people",
      "other.remit": "use \"kinds.remit\"",
      "kinds.remit": "kind person (people)\n  name: text\nadd person Ann",
    ])
    let run = try run("main.remit", in: folder)
    #expect(run.status == 0)
    #expect(run.output == "number\n1\n")
  }

  @Test func `three hundred files are too many, side by side or in a chain`() throws {
    let folder = try TemporaryFolder()
    for number in 1...300 {
      try folder.write("side\(number).remit", "")
      try folder.write("chain\(number).remit", "use \"chain\(number + 1).remit\"")
    }
    let uses = (1...300).map { "use \"side\($0).remit\"" }
    try folder.write("many.remit", uses.joined(separator: "\n"))
    let many = try run("many.remit", in: folder)
    #expect(many.status == 4)
    #expect(many.errors.contains("error[too-many-files]: more than 256 files are used"))
    #expect(many.errors.contains("--> many.remit:257:5"))
    let chain = try run("chain1.remit", in: folder)
    #expect(chain.status == 4)
    #expect(chain.errors.contains("more than 16 files use one another in a chain"))
    try folder.write("few.remit", uses.prefix(256).joined(separator: "\n"))
    #expect(try run("few.remit", in: folder).status == 0)
  }

  @Test(arguments: [
    ("../../secret.remit", "is outside the folders that may be read"),
    ("inner/../../../secret.remit", "is outside the folders that may be read"),
    ("/etc/passwd", "is outside the folders that may be read"),
    ("/dev/zero", "is outside the folders that may be read"),
    ("~/secret.remit", "there is no file"),
    ("link.remit", "leads over a symbolic link, which is not followed"),
    ("out/secret.remit", "leads over a symbolic link, which is not followed"),
    ("zero.remit", "leads over a symbolic link, which is not followed"),
    ("pipe.remit", "is not a regular file"),
    ("inner.remit", "is not a regular file"),
  ])
  func `what a script may not read is refused by its path alone`(
    _ name: String, _ reason: String
  ) throws {
    let secret = "kind treasure\n  name: text\ntreasure"
    let outer = try TemporaryFolder([
      "secret.remit": secret, "a/work/inner/x.remit": "", "a/work/inner.remit/x.remit": "",
      "a/work/main.remit": "use \"\(name)\"",
    ])
    let work = outer.path + "/a/work"
    for (link, target) in [
      ("link.remit", "../../secret.remit"), ("out", "../.."), ("zero.remit", "/dev/zero"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(work)/\(link)", withDestinationPath: target)
    }
    try #require(mkfifo("\(work)/pipe.remit", 0o600) == 0)
    let run = try RemitProcess.run([work + "/main.remit"])
    #expect(run.status == 3)
    #expect(run.errors.contains("error[file-not-read]"))
    #expect(run.errors.contains(reason))
    #expect(run.errors.contains("'\(name)'"))
    #expect(!run.errors.contains("treasure") && !run.errors.contains("root:"))
    #expect(run.output.isEmpty)
  }

  @Test func `a script beside the working directory's model elsewhere is found`() throws {
    let model = try TemporaryFolder([
      "firm/firm.remit": "kind person (people)\n  name: text\nadd person Ann"
    ])
    let folder = try TemporaryFolder(["ask.remit": "number of people"])
    let run = try RemitProcess.run([model.path + "/firm", "ask.remit"], in: folder)
    #expect(run.errors.isEmpty)
    #expect(run.output == "number\n1\n")
  }
}
