// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// `remit lint` on files.
struct LintCommandTests {
  private static let model = ProjectFiles.path("Tests/Specs/models/small.remit")

  @Test func `the samples have no findings`() throws {
    let run = try RemitProcess.run([
      "lint", ProjectFiles.path("samples/acme"),
      ProjectFiles.path("samples/acme/checks.remit"), "--as-of", "2026-06-30",
    ])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors == "nothing in 2 files\n")
  }

  @Test func `a finding has its place and an edit, and the status is 1`() throws {
    let folder = try TemporaryFolder(["a.remit": "controls\npeople who owns a control\n"])
    let run = try RemitProcess.run(["lint", Self.model, "a.remit"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("warning[verb-number]"))
    #expect(run.output.contains("a.remit:2:12"))
    #expect(run.output.contains("help: write: people who own a control"))
    #expect(run.errors == "1 finding in 2 files\n")
  }

  @Test func `a comment silences a finding`() throws {
    let text = "people who owns a control  # lint: allow verb-number\n"
    let folder = try TemporaryFolder(["a.remit": text])
    let run = try RemitProcess.run(["lint", Self.model, "a.remit"], in: folder)
    #expect(run.status == 0)
  }

  @Test func `a mistake is told beside the findings, and the status is 2`() throws {
    let text = "controls onwed by Bob\npeople who owns a control\n"
    let folder = try TemporaryFolder(["a.remit": text])
    let run = try RemitProcess.run(["lint", Self.model, "a.remit"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[unknown-word]"))
    #expect(run.output.contains("warning[verb-number]"))
    #expect(try RemitProcess.run(["lint", "no.remit"], in: folder).status == 3)
  }

  @Test func `the findings as JSON and as SARIF`() throws {
    let folder = try TemporaryFolder(["a.remit": "people who owns a control\nnobody at all\n"])
    let json = try RemitProcess.run(
      ["lint", Self.model, "a.remit", "--format", "json"], in: folder)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["id"] as? String }.last == "verb-number")
    #expect(findings.last?["line"] as? Int == 1)
    #expect(findings.last?["column"] as? Int == 12)
    #expect((findings.last?["edits"] as? [Any])?.count == 1)
    let sarif = try RemitProcess.run(
      ["lint", Self.model, "a.remit", "--format", "sarif"], in: folder)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    let runs = try #require(log["runs"] as? [[String: Any]])
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func `nothing that is asked is run`() throws {
    let text = "export controls to \"out.csv\"\nprint \"hello\"\n"
    let folder = try TemporaryFolder(["a.remit": text])
    let run = try RemitProcess.run(
      ["lint", Self.model, "a.remit", "--allow-write", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.csv"))
  }
}
