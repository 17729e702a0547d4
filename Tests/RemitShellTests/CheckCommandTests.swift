// SPDX-License-Identifier: Apache-2.0

import Foundation
#if canImport(FoundationXML)
import FoundationXML
#endif
import RemitFormats
import RemitTestSupport
import Testing

/// `remit check` and `remit test` on the sample.
struct CheckCommandTests {
  private static let acme = ProjectFiles.path("samples/acme")
  private static let checks = [
    "check", acme, "--as-of", "2026-06-30",
  ]

  /// How many offenders each check has: worked out from the data files without the
  /// engine, less what is excepted.
  private static let offenders: [String: Int] = {
    var counts: [String: Int] = [:]
    var name = ""
    let text = (try? ProjectFiles.text("Tests/Specs/library/findings.txt")) ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if !line.hasPrefix("  ") { name = String(line) }
      counts[name, default: 0] += line.hasPrefix("  ") ? 1 : 0
    }
    return counts
  }()

  @Test func `an exception from a check that is not made is told`() throws {
    let folder = try TemporaryFolder([
      "a.remit": """
      remit 1
      kind control
        ref: text, key
        planned: flag
      add control A.1 with planned
      except A.1 from "plnaned" by "Ann" because "it is being built"
      check "planned": no control is planned

      """
    ])
    let run = try RemitProcess.run(["check", "a.remit"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors
        == "warning: there is an exception from 'plnaned', and no such check was made; "
        + "did you mean 'planned'?\n")
  }

  @Test func `the checks of the sample find what was planted`() throws {
    let run = try RemitProcess.run(Self.checks + ["--format", "json"])
    #expect(run.status == 1)
    let data = Data(run.output.utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let checks = try #require(report["checks"] as? [[String: Any]])
    #expect(checks.count == Self.offenders.count && checks.count == 45)
    #expect(report["notEvaluated"] as? Int == 0)
    for (name, count) in Self.offenders where name != "awareness" {
      let check = try #require(checks.first { $0["name"] as? String == name }, "\(name)")
      #expect((check["offenders"] as? [Any])?.count == count, "\(name)")
      #expect(check["outcome"] as? String == (count == 0 ? "passed" : "failed"), "\(name)")
    }
  }

  @Test(arguments: ["check", "test"])
  func `a file with nothing to check is no success`(_ command: String) throws {
    let run = try RemitProcess.run([command, ProjectFiles.path("Tests/Specs/models/small.remit")])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("there is no"))
  }

  @Test func `a folder without checks is checked by those of the library it uses`() throws {
    let model = "remit 1\nuse \"iso27001\"\nadd control C1 with title \"Locks\", applicable\n"
    let folder = try TemporaryFolder(["firm/firm.remit": model, "other/other.remit": smallModel])
    let run = try RemitProcess.run(["check", "firm"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("FAIL  no control owner") && run.output.contains("45 checks on"))
    let own = "check \"own\": every control has title\n"
    try folder.write("firm/checks.remit", own)
    let other = try RemitProcess.run(["check", "firm/"], in: folder)
    #expect(other.status == 0)
    #expect(other.output.contains("pass  own") && other.output.contains("1 check on"))
    #expect(try RemitProcess.run(["check", "other"], in: folder).status == 2, "it uses no library")
  }

  @Test func `the page on the checks shows the report`() throws {
    let run = try RemitProcess.run(Self.checks + ["--format", "markdown"])
    let page = try ProjectFiles.text("samples/questions/README.md")
    let summary = run.output.split(separator: "\n").prefix { !$0.hasPrefix("## ") }.dropFirst()
    #expect(summary.count == 48)
    for line in summary { #expect(page.contains(line)) }
  }

  @Test func `a report as JUnit XML is well-formed`() throws {
    let run = try RemitProcess.run(Self.checks + ["--format", "junit"])
    let parser = XMLParser(data: Data(run.output.utf8))
    let counter = ElementCounter()
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.counts["testcase"] == 45)
    #expect(counter.counts["failure"] == 42)
  }

  @Test func `a report as SARIF has a rule for each check`() throws {
    let run = try RemitProcess.run(Self.checks + ["--format", "sarif"])
    let data = Data(run.output.utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect((driver["rules"] as? [Any])?.count == 45)
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.allSatisfy { $0["ruleId"] is String && $0["message"] is [String: Any] })
  }

  @Test func `only checks that are bad enough make the run fail`() throws {
    let script = """
      check "low": every control has an owner
        severity low
      """
    let folder = try TemporaryFolder()
    try folder.write("low.remit", script)
    let path = folder.path + "/low.remit"
    let arguments = ["check", Self.acme, path, "--allow-path", folder.path]
    #expect(try RemitProcess.run(arguments).status == 1)
    #expect(try RemitProcess.run(arguments + ["--severity", "high"]).status == 0)
  }

  @Test func `a check with a mistake could not be evaluated, and the others are made`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "checks.remit",
      """
      check "typo": every contrl has an owner
      check "sound": number of controls is 93
      """)
    let run = try RemitProcess.run([
      "check", Self.acme, folder.path + "/checks.remit", "--allow-path", folder.path,
    ])
    #expect(run.status == 2)
    #expect(run.output.contains("2 checks"))
    #expect(run.output.contains("1 passed, 0 failed, 1 could not be evaluated"))
  }

  @Test func `a report goes to a file as a whole`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/checks.md"
    let run = try RemitProcess.run(Self.checks + ["--format", "markdown", "--output", file])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("# Checks on 2026-06-30"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["checks.md"])
  }

  @Test func `expected rows are compared, and the coverage counted`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "tests.remit",
      """
      expect vacant roles
        = "Cryptography Officer"
        = "Penetration Tester"
      expect critical assets with no owner
        = AS008
        = AS999
      check "owners": every critical asset has an owner
      check "owners": every public asset is an asset
      check "none": every asset named "None" has an owner
      check "nowhere": every asset owned by "Nobody At All" has an owner
      """)
    let arguments = [
      "test", Self.acme, folder.path + "/tests.remit", "--allow-path", folder.path,
      "--as-of", "2026-06-30",
    ]
    let run = try RemitProcess.run(arguments + ["--coverage", "--keep-going"])
    #expect(run.status == 2)
    #expect(run.output.contains("- AS999"))
    #expect(run.output.contains("+ AS015, Recipe Store"))
    #expect(run.output.contains("1 passed, 1 failed"))
    #expect(run.output.contains("not used: overdue"))
    #expect(!run.output.contains("not used: vacant"))
    #expect(run.output.contains("checks evaluated: 2 of 3, 66 %; seen to pass and to fail: 1"))
    #expect(run.output.contains("  looked at nothing: none"))
    #expect(run.output.contains("  not evaluated: nowhere"))
  }

  @Test func `the threshold counts definitions used and checks seen to pass and to fail`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "tests.remit",
      """
      kind lamp
        name: text
        watts: number
      define a lamp is bright if its watts is at least 60
      add lamp "Desk" with watts 80
      expect bright lamps
        = Desk
      check "bright": every lamp is bright
      """)
    let arguments = ["test", folder.path + "/tests.remit", "--allow-path", folder.path]
    let short = try RemitProcess.run(arguments + ["--threshold", "70"])
    #expect(short.status == 1)
    #expect(short.output.contains("coverage: 2 of 3, 66 %, less than the threshold of 70 %"))
    let enough = try RemitProcess.run(arguments + ["--threshold", "66"])
    #expect(enough.status == 0)
    #expect(enough.output.contains("coverage: 2 of 3, 66 %\n"))
  }

  @Test func `a check that only passed or only failed is told as such`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "tests.remit",
      """
      kind lamp
        name: text
        watts: number
      add lamp "Desk" with watts 80
      check "bright": every lamp is a lamp whose watts is at least 60
      check "dim": every lamp is a lamp whose watts is below 60
      """)
    let run = try RemitProcess.run(
      ["test", folder.path + "/tests.remit", "--allow-path", folder.path, "--coverage"])
    #expect(run.output.contains("  only passed: bright\n"))
    #expect(run.output.contains("  only failed: dim\n"))
  }

  @Test func `a mistake outside the checks is told before any check is made`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "checks.remit",
      """
      check "owned": every control has an owner
      check "typo": every contrl has an owner
      export controls to "\(folder.path)/controls.csv"
      contrls
      """)
    let run = try RemitProcess.run([
      "check", Self.acme, folder.path + "/checks.remit", "--allow-path", folder.path,
      "--allow-write", folder.path,
    ])
    #expect(run.status == 2)
    #expect(run.output.contains("0 checks"))
    #expect(run.errors.contains("checks.remit:2") && run.errors.contains("checks.remit:4"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["checks.remit"])
  }

  @Test func `exports need a folder, and replace nothing unless told`() throws {
    let folder = try TemporaryFolder()
    let statement = "export vacant roles to \"\(folder.path)/vacant.csv\""
    let arguments = [Self.acme, "--as-of", "2026-06-30", "-c", statement]
    #expect(try RemitProcess.run(arguments).errors.contains("no-writing"))
    let granted = arguments + ["--allow-write", folder.path]
    #expect(try RemitProcess.run(granted).status == 0)
    let file = folder.path + "/vacant.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("Cryptography Officer"))
    let again = try RemitProcess.run(granted)
    #expect(again.status == 3)
    #expect(again.errors.contains("is there already"))
    #expect(try RemitProcess.run(granted + ["--overwrite"]).status == 0)
    let outside = "export vacant roles to \"/tmp/../etc/vacant.csv\""
    let run = try RemitProcess.run([
      Self.acme, "-c", outside, "--allow-write", folder.path,
    ])
    #expect(run.status == 3)
    #expect(run.errors.contains("outside the folders"))
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
