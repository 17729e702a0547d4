// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// `remit report`.
struct ReportCommandTests {
  private static let model = """
    kind person (people)
      name: text
    add person "Ann"
    add person "Bob"

    """
  private static let script = """
    heading "People"
    print "All of them:"
    people
    check "few": number of people is at most 1

    """

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["firm/firm.remit": Self.model, "people.remit": Self.script])
  }

  @Test func `the name of the file tells the format`() throws {
    let folder = try folder()
    for (name, beginning) in [("a.html", "<!doctype html>"), ("a.md", "# People\n")] {
      let run = try RemitProcess.run(
        ["report", "firm", "people.remit", "-o", name, "--as-of", "2026-06-30"], in: folder)
      // What a check finds stands in the document and is no failure.
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty && run.errors.isEmpty)
      let text = try folder.text(name)
      #expect(text.hasPrefix(beginning) && text.contains("2026-06-30") && text.contains("Bob"))
    }
  }

  @Test func `without a file the output is Markdown, or what is asked for`() throws {
    let folder = try folder()
    let plain = try RemitProcess.run(["report", "firm", "people.remit"], in: folder)
    #expect(plain.status == 0 && plain.output.hasPrefix("# People\n"))
    let page = try RemitProcess.run(
      ["report", "firm", "people.remit", "--format", "html"], in: folder)
    #expect(page.status == 0 && page.output.hasPrefix("<!doctype html>"))
  }

  @Test(arguments: [("ann.md", "# What is expected of Ann Li\n"), ("ann.html", "<!doctype html>")])
  func `one person has a sheet`(file: String, beginning: String) throws {
    let folder = try TemporaryFolder()
    let run = try RemitProcess.run(
      [
        "report", ProjectFiles.path("samples/acme"), "--person", "ann li", "-o", file, "--as-of",
        "2026-06-30",
      ], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let text = try folder.text(file)
    #expect(text.hasPrefix(beginning) && text.contains("What is expected of Ann Li"))
    #expect(text.contains("Vulnerability Assessment") && !text.contains("Zuzanna"))
  }

  @Test func `who has left has a sheet, and an address names a person`() throws {
    let run = try RemitProcess.run([
      "report", ProjectFiles.path("samples/acme"), "--person", "derek.whitlock@acme.example",
      "--as-of", "2026-06-30",
    ])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# What is expected of Derek Whitlock\n"))
  }

  @Test(arguments: [
    ("Ann Lee", "; did you mean 'Ann Li'?"),
    ("Ann", "; did you mean 'Ann Li' or 'Ann Lindqvist'?"), ("Nobody Atall", ""),
  ])
  func `who is not there is refused with those who are near`(name: String, hint: String) throws {
    let run = try RemitProcess.run([
      "report", ProjectFiles.path("samples/acme"), "--person", name,
    ])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == "error: there is no person called '\(name)'\(hint)\n")
  }

  @Test func `of two with one name the address says who`() throws {
    let model = """
      use "iso27001"
      add person "Ann" with email "ann@a.example"
      add person "Ann" with email "ann@b.example", job title "Buyer"
      """
    let folder = try TemporaryFolder(["firm/firm.remit": model])
    let both = try RemitProcess.run(["report", "firm", "--person", "Ann"], in: folder)
    #expect(both.status == 2)
    #expect(
      both.errors
        == "error: 2 people are called 'Ann'; say which: 'ann@a.example', 'ann@b.example'\n")
    let one = try RemitProcess.run(["report", "firm", "--person", "ann@b.example"], in: folder)
    #expect(one.status == 0 && one.output.contains("- job title: Buyer"), "\(one.errors)")
    let other = try RemitProcess.run(
      ["report", ProjectFiles.path("Tests/Specs/models/small.remit"), "--person", "Bob"])
    #expect(other.status == 2 && other.errors.contains("uses \"iso27001\""))
  }

  @Test func `the document of a folder is the one in it`() throws {
    let folder = try TemporaryFolder([
      "firm/firm.remit": Self.model, "firm/report.remit": Self.script,
    ])
    let run = try RemitProcess.run(["report", "firm"], in: folder)
    #expect(run.status == 0 && run.output.hasPrefix("# People\n"), "\(run.errors)")
  }

  @Test func `the document that comes along has all its parts, from any folder`() throws {
    let folder = try TemporaryFolder()
    let model = ProjectFiles.path("samples/acme")
    let run = try RemitProcess.run(
      ["report", model, "-o", "acme.html", "--as-of", "2026-06-30"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let html = try folder.text("acme.html")
    let sections = html.matches(of: #/<h2 id="s\d+-h">([^<]*)</#).map { String($0.1) }
    #expect(
      sections == [
        "In short", "Register of roles", "Who does what", "Competence", "Segregation of duties",
        "Single points of failure", "Statement of Applicability", "Findings by clause",
        "What is expected of each person",
      ])
    // A document that is handed out does not tell where it was made.
    #expect(!html.contains(ProjectFiles.path("")))
    #expect(html.contains("<h3 id=\"s2-1-h\">Access Reviewer</h3>"))
    #expect(html.contains(">Ann Li</h3>"))
    #expect(html.contains("class=\"flag\">exactly one accountable<"))
  }

  @Test func `a part of it can be asked for by name`() throws {
    let run = try RemitProcess.run(
      [
        "report", ProjectFiles.path("samples/acme"), "iso27001/sheets", "--as-of", "2026-06-30",
      ], in: TemporaryFolder())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("# What is expected of each person\n"))
    #expect(run.output.contains("\n## Ann Li\n"))
  }

  @Test func `what is wrong writes nothing`() throws {
    let folder = try folder()
    let wrong = try RemitProcess.run(
      ["report", "firm", "people.remit", "-o", "a.txt"], in: folder)
    #expect(wrong.status == 2 && wrong.errors.contains("tells no format"))
    let missing = try RemitProcess.run(["report", "firm", "none.remit", "-o", "a.md"], in: folder)
    #expect(missing.status == 3)
    let unknown = try RemitProcess.run(["report", "firm", "none/such", "-o", "a.md"], in: folder)
    #expect(unknown.status == 3 && unknown.errors.contains("none/such"))
    let broken = try TemporaryFolder([
      "firm/firm.remit": Self.model, "people.remit": "people\npeeple\n",
    ])
    let refused = try RemitProcess.run(
      ["report", "firm", "people.remit", "-o", "a.md"], in: broken)
    #expect(refused.status == 2 && refused.errors.contains("peeple"))
    #expect(throws: (any Error).self) { try broken.text("a.md") }
    #expect(throws: (any Error).self) { try folder.text("a.md") }
  }
}
