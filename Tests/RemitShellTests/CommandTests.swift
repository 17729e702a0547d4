// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// The command without a terminal: statuses, pipes, formats.
struct CommandTests {
  private func run(_ arguments: String..., input: String = "") throws -> RemitProcess.Outcome {
    let folder = try TemporaryFolder([
      "small/small.remit": smallModel, "audit.remit": smallModel + "\ncontrols with no owner\n",
      "broken.remit": "remit 1\n\nkind person (people)\n  name: text\npepole\npeople\n",
    ])
    return try RemitProcess.run(arguments, input: input, in: folder)
  }

  @Test func `without a terminal and without input there is the usage`() throws {
    let seen = try run()
    #expect(seen.status == 2)
    #expect(seen.output.isEmpty)
    #expect(seen.errors.hasPrefix("remit [FILE|FOLDER ...]"))
  }

  @Test func `--help fits 60 lines and starts with three examples`() throws {
    let seen = try run("--help")
    let lines = seen.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(seen.status == 0)
    #expect(lines.count <= 60)
    #expect(lines.prefix(7).filter { $0.hasPrefix("  remit ") }.count == 3)
    #expect(!seen.output.contains("\u{1B}"))
  }

  @Test func `names that nothing defines are refused unless lenient is asked for`() throws {
    let folder = try TemporaryFolder([
      "m.remit": smallModel + "\nload owns from \"o.csv\"\npeople who own A.5.2\n",
      "o.csv": "person,control\nBbo,A.5.2\n",
    ])
    for arguments in [[], ["--strict"]] {
      let seen = try RemitProcess.run(["m.remit"] + arguments, in: folder)
      #expect(seen.status == 3)
      #expect(seen.errors.contains("Bbo"))
    }
    let lenient = try RemitProcess.run(["m.remit", "--lenient"], in: folder)
    #expect(lenient.status == 0 && lenient.output == "name\nBbo\n")
    let both = try RemitProcess.run(["m.remit", "--lenient", "--strict"], in: folder)
    #expect(both.status == 2)
    #expect(both.errors.contains("--strict and --lenient say the opposite"))
    let check = try RemitProcess.run(["check", "m.remit", "--lenient", "--strict"], in: folder)
    #expect(check.status == 2)
  }

  @Test func `the questions of a clause are asked from the command line`() throws {
    let acme = ProjectFiles.path("samples/acme")
    let seen = try run(
      acme, "--as-of", "2026-06-30", "-c", ".ask 5.2", "--format", "json")
    #expect(seen.status == 0)
    let lines = seen.output.split(separator: "\n")
    #expect(lines.first?.contains("\"kind\": \"heading\", \"text\": \"5.2 Policy\"") == true)
    #expect(lines.count { $0.contains("\"kind\": \"heading\"") } == 2)
    #expect(lines.count { $0.contains("\"kind\": \"answer\"") } == 3)
    let none = try run(acme, "-c", ".ask 5.99")
    #expect(none.status == 2)
    #expect(none.errors == "error: no question is about '5.99'; '.questions' lists them all\n")
  }

  @Test func `the library is there from every folder`() throws {
    let seen = try run("-c", "use \"iso27001\"\nnumber of annex requirements", "--format", "csv")
    #expect(seen.status == 0)
    #expect(seen.output == "number\n93\n" || seen.output == "number\r\n93\r\n")
  }

  @Test(arguments: ["check", "test", "fmt", "lint", "explain", "logic", "reading"])
  func `every command has --help`(_ name: String) throws {
    let seen = try run(name, "--help")
    #expect(seen.status == 0)
    #expect(seen.output.contains("USAGE: remit \(name)"))
    #expect(seen.errors.isEmpty)
  }

  @Test func `--version names the line editor`() throws {
    let seen = try run("--version")
    #expect(seen.status == 0)
    #expect(seen.output.hasPrefix("remit "))
    #expect(seen.output.contains("line editor: "))
    if seen.output.contains("GNU") { #expect(seen.output.contains("GPL-3.0-or-later")) }
  }

  @Test func `wrong usage is status 2`() throws {
    for arguments in [
      ["--bogus"], ["--format", "pdf"], ["--as-of", "yesterday"], ["--param", "x"],
    ] {
      #expect(try RemitProcess.run(arguments).status == 2)
    }
  }

  @Test func `a script runs and ends`() throws {
    let seen = try run("audit.remit", input: "people\n")
    #expect(seen.status == 0)
    #expect(seen.output == "ref\ttitle\nA.5.2\tRoles\n")
  }

  @Test func `a folder is opened and asked through a pipe`() throws {
    let seen = try run("small/", input: "controls with no owner\n.mode csv\npeople named \"Ann\"\n")
    #expect(seen.status == 0)
    #expect(seen.output.hasPrefix("ref\ttitle\nA.5.2\tRoles\n"))
    #expect(seen.output.hasSuffix("Ann\n"))
    #expect(try run("small").output.isEmpty, "a model alone says nothing")
  }

  @Test func `with -i a file is opened as a folder is, and statements come first`() throws {
    let alone = try run("small/small.remit", input: "people named \"Ann\"\n")
    #expect(alone.output.isEmpty, "a file is run, and a pipe is not its own")
    let opened = try run("-i", "small/small.remit", input: "people named \"Ann\"\n")
    #expect(opened.status == 0)
    #expect(opened.output == "name\nAnn\n")
    let after = try run(
      "small", "-c", "add person Zoe", "--interactive", input: "people named \"Zoe\"\n")
    #expect(after.output.hasSuffix("name\nZoe\n"))
  }

  @Test func `-c runs statements one after the other`() throws {
    let seen = try run("small", "-c", "add person Zoe", "-c", "people named \"Zoe\"")
    #expect(seen.status == 0)
    #expect(seen.output.contains("Zoe"))
  }

  @Test func `the first error stops, with its place and status 2`() throws {
    let seen = try run("broken.remit", "-c", "people")
    #expect(seen.status == 2)
    #expect(seen.output.isEmpty)
    #expect(seen.errors.contains("broken.remit:5:1"))
    let going = try run("--keep-going", "broken.remit", "-c", "pepole", "-c", "people")
    #expect(going.status == 2)
    #expect(going.errors.matches(of: /error\[unknown-word\]/).count == 2)
  }

  @Test func `a file that is not there is status 3`() throws {
    #expect(try run("missing.remit").status == 3)
    #expect(try run("small", "-c", ".read missing.remit").status == 3)
  }

  @Test func `findings are asked for`() throws {
    #expect(try run("small", "-c", "controls", "--fail-if-any").status == 1)
    #expect(try run("small", "-c", "people named \"Zoe\"", "--fail-if-none").status == 1)
    #expect(try run("small", "-c", "people named \"Zoe\"", "--fail-if-any").status == 0)
  }

  @Test func `a pipe gets neither decoration nor limits`() throws {
    let names = (1...200).map {
      "add person \"\(String(repeating: "n", count: 300))\($0)\""
    }
    let seen = try run("small", input: names.joined(separator: "\n") + "\npeople\n")
    let lines = seen.output.split(separator: "\n")
    #expect(lines.count == 1 + 202)
    #expect(lines.contains { $0.count > 300 })
    #expect(seen.output.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.value >= 32 })
    #expect(!seen.output.contains("│"))
  }

  @Test(arguments: [
    ("tsv", "      A.5.2\tRoles\n"), ("csv", "      A.5.2,Roles\n"),
    ("markdown", "      | A.5.2 | Roles |\n"), ("line", "      title: Roles\n"),
  ])
  func `what offends a check has the form of answers`(format: String, expected: String) throws {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    func run(_ format: String?) throws -> RemitProcess.Outcome {
      let check = ["small", "-c", "check: every control has an owner"]
      return try RemitProcess.run(check + (format.map { ["--format", $0] } ?? []), in: folder)
    }
    let seen = try run(format == "tsv" ? nil : format)
    #expect(seen.status == 1 && seen.output.contains(expected), "\(seen.output)")
    #expect(!seen.output.contains("│") && !seen.output.contains("─"))
    #expect(try run("table").output.contains("      │ A.5.2 │ Roles │\n"))
  }

  @Test func `remit check draws no lines in a pipe`() throws {
    let folder = try TemporaryFolder([
      "small/small.remit": smallModel, "c.remit": "check: every control has an owner\n",
    ])
    let seen = try RemitProcess.run(["check", "small", "c.remit"], in: folder)
    #expect(seen.status == 1 && seen.output.contains("      A.5.2\tRoles\n"), "\(seen.output)")
    #expect(!seen.output.contains("│"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `an output that takes no more is told on the errors`() throws {
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let run = try RemitProcess.run(
      ["-c", "'\(RemitProcess.path)' small -c controls > /dev/full"], of: "/bin/sh", in: folder)
    #expect(run.status == 3)
    #expect(run.errors == "error: the output could not be written: No space left on device\n")
  }

  @Test func `a reader that stops early is no error`() throws {
    let process = Process()
    let folder = try TemporaryFolder(["small/small.remit": smallModel])
    let questions = String(repeating: "controls\n", count: 2_000)
    try folder.write("questions", questions)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "'\(RemitProcess.path)' small < questions 2> errors | head -1",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = Pipe()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try String(contentsOfFile: folder.path + "/errors", encoding: .utf8).isEmpty)
  }

  @Test func `parameters are values, whatever they hold`() throws {
    let query = "controls owned by $who"
    #expect(try run("small", "--param", "who=Ann", "-c", query).output.contains("A.5.1"))
    let odd = try run("small", "--param", "who=Ann or controls", "-c", query)
    #expect(!odd.output.contains("A.5"))
  }

  @Test func `colours are for terminals unless they are asked for`() throws {
    #expect(try !run("-c", "pepole").errors.contains("\u{1B}"))
    #expect(try run("--color", "always", "-c", "pepole").errors.contains("\u{1B}[1;31m"))
  }
}
