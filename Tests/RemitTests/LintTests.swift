// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What `remit lint` reports.
struct LintTests {
  @Test(arguments: ProjectFiles.paths(below: "samples", suffix: ".remit"))
  func `the samples have no findings`(_ path: String) throws {
    let text = try ProjectFiles.text(path)
    // Checks are about data, and without any would hold of nothing.
    let needsData =
      path.contains("questions") && !text.contains("\nuse ") || path.contains("checks")
    let model = needsData ? "samples/acme" : nil
    var engine = try SpecModel.engine(model: model)
    if model == nil { engine.loader = try SpecModel.engine(model: "samples/acme").loader }
    let source = SourceText(text, name: ProjectFiles.path(path))
    let report = engine.lint(source)
    Self.expectNone(report, path)
  }

  @Test(arguments: ["Grammar/language.md", "README.md"])
  func `the examples have no findings`(_ page: String) throws {
    let engine = try SpecModel.engine(model: "samples/acme")
    for example in try DocumentedPage(page).examples where example.file == nil {
      var engine = engine
      for finding in engine.lint(SourceText(example.text)).findings {
        Issue.record("\(page):\(example.line): \(finding.id) \(finding.message)\n\(example.text)")
      }
    }
  }

  /// What specs say on purpose, by file and case.
  private static let meant: [String: String] = [
    "Tests/Specs/checks.spec: nothing to look at": "vacuous-every",
    "Tests/Specs/definitions.spec: had, up to today": "past-without-time",
    "Tests/Specs/determiners.spec: every of nothing is true": "vacuous-every",
    "Tests/Specs/negation.spec: does not with a plural subject": "verb-number",
    "Tests/Specs/words.spec: singular and plural verbs mean the same": "verb-number",
  ]

  /// Whether a spec says on purpose what is found; the questions of auditors use
  /// commas for what they are there for, and say so in their readings.
  private static func isMeant(_ id: String, _ name: String) -> Bool {
    meant[name] == id
      || id == "comma-attachment" && name.hasPrefix("Tests/Specs/questions/")
  }

  @Test(arguments: SpecTests.paths.filter { $0 != "Tests/Specs/lint.spec" })
  func `the specs have no findings`(_ path: String) throws {
    let file = SpecFile(try ProjectFiles.text(path), path: path)
    let engine = try SpecModel.engine(for: file)
    for one in file.cases {
      var engine = engine
      for finding in engine.lint(SourceText(one.statements)).findings
      where !Self.isMeant(finding.id, "\(path): \(one.name)") {
        Issue.record("\(path): \(one.name): \(finding.id) \(finding.message)\n\(one.statements)")
      }
    }
  }

  @Test func `every lint is in a spec`() throws {
    let spec = try ProjectFiles.text("Tests/Specs/lint.spec")
    for lint in Lint.allCases { #expect(spec.contains("warning[\(lint.rawValue)]")) }
  }

  /// The first edit of each finding of the specs makes it go.
  @Test func `an edit mends what is found`() throws {
    let path = "Tests/Specs/lint.spec"
    let engine = try SpecModel.engine(for: SpecFile(try ProjectFiles.text(path), path: path))
    for one in SpecFile(try ProjectFiles.text(path), path: path).cases {
      let source = SourceText(one.statements)
      // What is wrong with a comment is told in words alone.
      for finding in Self.findings(source, engine)
      where finding.id != Lint.unknownLint.rawValue {
        guard let changed = finding.applyingEdit(to: source) else {
          Issue.record("\(one.name) has no edit")
          continue
        }
        let left = Self.findings(SourceText(changed), engine).map(\.id)
        if finding.id != "vacuous-every", left.contains(finding.id) {
          Issue.record("\(one.name): \(changed)")
        }
      }
    }
  }

  private static func findings(_ source: SourceText, _ engine: Engine) -> [Diagnostic] {
    var engine = engine
    return engine.lint(source).findings
  }

  private static func expectNone(_ report: LintReport, _ path: String) {
    for error in report.errors { Issue.record("\(error)") }
    for finding in report.findings {
      Issue.record("\(DiagnosticRenderer(report.source).render(finding))")
    }
  }
}
