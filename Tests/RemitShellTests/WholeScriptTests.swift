// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// Scripts that are checked before they run, and what they write as JSON.
struct WholeScriptTests {
  private static let acme = ProjectFiles.path("samples/acme")

  private func run(
    _ script: String, _ arguments: [String] = [], files: [String: String] = [:]
  ) throws -> (run: RemitProcess.Outcome, files: [String]) {
    let folder = try TemporaryFolder()
    try folder.write("audit.remit", script)
    for (name, text) in files { try folder.write(name, text) }
    let all = ["audit.remit", "--as-of", "2026-06-30"] + arguments
    let run = try RemitProcess.run(all, in: folder)
    return (run, try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted())
  }

  private static let model = """
    kind lamp
      name: text
      watts: number

    """

  @Test func `nothing is written before a file that is used has been checked`() throws {
    let writing = ["export lamps to \"lamps.csv\"\nsave \"all.remit\"", "--allow-write", "."]
    let files = ["used.remit": Self.model + "add lamp Desk\n" + writing[0]]
    let wrong = try run("use \"used.remit\"\nlampz", Array(writing[1...]), files: files)
    #expect(wrong.run.status == 2 && wrong.run.errors.contains("audit.remit:2"))
    #expect(wrong.files == ["audit.remit", "used.remit"])
    let right = try run("use \"used.remit\"\nlamps", Array(writing[1...]), files: files)
    #expect(right.run.status == 0 && right.run.output.contains("Desk"))
    #expect(right.files == ["all.remit", "audit.remit", "lamps.csv", "used.remit"])
  }

  @Test func `a mistake in a file that is used is told with the file`() throws {
    let script = "print \"first\"\nuse \"used.remit\"\nlamps"
    let files = ["used.remit": Self.model + "lampz\ncolour of lamps"]
    let seen = try run(script, files: files).run
    #expect(seen.status == 2 && seen.output.isEmpty)
    #expect(seen.errors.contains("used.remit:4") && seen.errors.contains("used.remit:5"))
    #expect(!seen.errors.contains("audit.remit"))
  }

  @Test func `names that a later load brings are not refused`() throws {
    let script =
      Self.model + "print \"first\"\nload lamps from \"lamps.csv\"\nlamps named \"Desk\""
      + "\ncheck \"bright\": every lamp has watts above 60\n  except Desk by Ann because \"old\""
    let files = ["lamps.csv": "name,watts\nDesk,40\nHall,80\n"]
    let seen = try run(script, files: files).run
    #expect(seen.status == 0, "\(seen.errors)")
    #expect(seen.output.contains("first") && seen.output.contains("excepted: Desk"))
  }

  @Test func `what a used file declares behind the first question is known`() throws {
    let script =
      "print \"first\"\nuse \"used.remit\"\nbright lamps named \"Hall\"\nwhy Hall in lamps"
    let used = Self.model + "define a lamp is bright if its watts is above 60\n"
    let loading = ["used.remit": used + "load lamps from \"lamps.csv\""]
    let seen = try run(
      script, files: loading.merging(["lamps.csv": "name,watts\nHall,80\n"]) { a, _ in a }
    ).run
    #expect(seen.output.contains("first") && seen.output.contains("Hall"))
    let stating = ["used.remit": used + "add lamp Hall with watts 80\nadd lamp Desk"]
    let wrong = try run(script + "\nwhy Hal in lamps", files: stating).run
    #expect(wrong.status == 2 && wrong.output.isEmpty && wrong.errors.contains("unknown-name"))
  }

  @Test func `going on after errors runs the statements one by one`() throws {
    let seen = try run(Self.model + "add lamp Desk\nlampz\nlamps", ["--keep-going"]).run
    #expect(seen.status == 2 && seen.output.contains("Desk"))
  }

  @Test func `the text of one -c is checked as a whole`() throws {
    let arguments = [Self.acme, "--as-of", "2026-06-30"]
    let seen = try RemitProcess.run(arguments + ["-c", "print \"first\"\ncontrolz"])
    #expect(seen.status == 2 && seen.output.isEmpty)
    let several = try RemitProcess.run(arguments + ["-c", "print \"first\"", "-c", "controlz"])
    #expect(several.status == 2 && several.output.contains("first"))
  }

  // MARK: JSON

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private static let script =
    model + """
      add lamp Desk with watts 40
      add lamp Hall with watts 80
      heading "Lamps"
      print "{number of lamps} lamps"
      lamps whose watts is above 60
      check "bright": every lamp has watts above 60, showing name, watts
      expect lamps
        = Desk
      why Hall in lamps whose watts is above 60
      """

  @Test func `every statement that gives output is an object on a line`() throws {
    let seen = try run(Self.script, ["--format", "json"]).run
    #expect(seen.status == 1)
    let all = try objects(seen.output)
    #expect(
      all.map { $0["kind"] as? String }
        == ["heading", "text", "answer", "check", "expectation", "proof"])
    #expect(all[1]["text"] as? String == "2 lamps")
    #expect(all[2]["question"] as? String == "lamps whose watts is above 60")
    let rows = try #require(all[2]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["name"] as? String } == ["Hall"])
    #expect((all[3]["offenders"] as? [[String: Any]])?.first?["watts"] as? Int == 40)
    #expect(all[4]["met"] as? Bool == false)
    #expect(all[4]["unexpected"] as? [[String]] == [["Hall"]])
    #expect(all[5]["holds"] as? Bool == true)
  }

  @Test func `in JSON Lines a question gives its rows`() throws {
    let seen = try run(Self.script, ["--format", "jsonl"]).run
    let all = try objects(seen.output)
    #expect(
      all.map { $0["kind"] as? String } == [
        "heading", "text", nil, "check", "expectation", "proof",
      ])
    #expect(all[2]["name"] as? String == "Hall")
  }

  @Test func `errors are objects too`() throws {
    let seen = try run(
      Self.model + "print \"a\"\nlampz\nlamps whose wats is 3", ["--format", "json"]
    ).run
    #expect(seen.status == 2)
    let all = try objects(seen.output)
    #expect(all.map { $0["kind"] as? String } == ["error", "error"])
    #expect(all.map { $0["line"] as? Int } == [5, 6])
    #expect(all[0]["code"] as? String == "unknown-word" && all[0]["column"] as? Int == 1)
    #expect(seen.errors.contains("error[unknown-word]"))
  }
}
