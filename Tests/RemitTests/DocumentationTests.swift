// SPDX-License-Identifier: Apache-2.0
import Foundation
@testable import Remit
import RemitFormats
import RemitTestSupport
import Testing

/// What the documents say, against what the engine says.
///
/// Every example begins with the sample company as it was loaded, as of
/// 2026-06-30. With `REMIT_UPDATE_SPECS=1` the pages are rewritten, and the run
/// still fails: the change is to be read before it is kept.
struct DocumentationTests {
  static let pages =
    ["README.md", "Grammar/language.md", "Grammar/coming-from.md", "samples/iso27001/README.md"]
    + ProjectFiles.paths(below: "Sources/Remit/Remit.docc", suffix: ".md")

  static let acme = SampleEngine.acme()

  @Test(arguments: pages)
  func `the examples of a page give what stands below them`(path: String) throws {
    let page = try DocumentedPage(path)
    var changes: [(block: DocumentedPage.Block, text: String)] = []
    func compare(_ block: DocumentedPage.Block, with now: String) {
      guard block.text != now else { return }
      changes.append((block, now))
      let location = SourceLocation(
        fileID: "Documents/\(path)",
        filePath: ProjectFiles.path(path),
        line: block.lines.lowerBound,
        column: 1
      )
      Issue.record("expected:\n\(block.text)\nfound:\n\(now)", sourceLocation: location)
    }
    for example in page.examples {
      let place: Comment = "\(path):\(example.line)"
      if let file = example.file {
        let whole = try ProjectFiles.text(file)
        #expect(whole.contains(example.text), place)
        continue
      }
      for (name, block) in example.stages {
        let stage = try #require(Stage(rawValue: name), place)
        compare(block, with: Self.explanation(of: example.text, stage: stage))
      }
      if let answer = example.answer { compare(answer, with: Self.answer(to: example.text)) }
      #expect(example.answer != nil || !example.stages.isEmpty, place)
    }
    if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] == "1", !changes.isEmpty {
      try page.write(replacing: changes)
    }
  }

  @Test func `the reference has examples`() throws {
    #expect(try DocumentedPage("Grammar/language.md").examples.count >= 60)
  }

  @Test func `other languages have pairs with answers`() throws {
    let page = try DocumentedPage("Grammar/coming-from.md")
    #expect(page.examples.count >= 20)
    for language in ["sql", "cypher", "text", "prolog"] {
      #expect(page.blocks.contains { $0.info == language })
    }
    let pairs = zip(page.blocks, page.blocks.dropFirst()).filter { $1.info == "remit" }
    #expect(pairs.allSatisfy { $0.0.info != "remit" && $0.0.info != "answer" })
  }

  /// The examples of the cheat sheet: the second cell of each row of its tables.
  static let cheats: [String] = {
    let page = (try? ProjectFiles.text("Grammar/cheat-sheet.md")) ?? ""
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { String($0) }
      guard line.hasPrefix("|"), cells.count == 2, cells[1].hasPrefix(" `"),
        cells[1].hasSuffix("` ")
      else { return nil }
      return String(cells[1].dropFirst(2).dropLast(2))
    }
  }()

  @Test(arguments: cheats)
  func `an example of the cheat sheet runs and finds something`(_ example: String) throws {
    var engine = Self.acme
    var isEmpty = false
    try engine.run(SourceText(example)) { outcome in
      if case .answer(let answer) = outcome { isEmpty = answer.rows.isEmpty }
    }
    #expect(!isEmpty)
  }

  @Test func `the cheat sheet has all its examples`() { #expect(Self.cheats.count >= 90) }

  @Test(arguments: ["README.md", "Sources/Remit/Remit.docc/Embedding.md"])
  func `the embedding example is the one that is compiled`(path: String) throws {
    let test = try ProjectFiles.text("Tests/RemitTests/ReadmeExampleTests.swift")
    let lines = test.split(separator: "\n", omittingEmptySubsequences: false)
    let compiled = lines.drop { $0 != "// begin example" }.dropFirst()
      .prefix { $0 != "// end example" }
    let shown = try DocumentedPage(path).blocks.filter { $0.info == "swift" }.map(\.text)
    #expect(shown.contains(compiled.map { $0 + "\n" }.joined()))
  }

  /// What the statements of a text print, one under the other.
  private static func answer(to text: String) -> String {
    var engine = acme
    var parts: [String] = []
    do {
      try engine.run(SourceText(text)) { parts.append(rendered($0)) }
    } catch {
      let renderer = DiagnosticRenderer(error.source)
      parts += error.diagnostics.map { renderer.render($0) }
    }
    // A path of the machine the tests run on is no part of what is shown.
    return parts.joined(separator: "\n").replacing(ProjectFiles.path(""), with: "")
  }

  private static func rendered(_ outcome: Outcome) -> String {
    switch outcome {
    case .done(let sentence), .wrote(let sentence, notes: _): return sentence + "\n"
    case .text, .heading, .check, .expectation, .proof: return OutcomeText.text(outcome) + "\n"
    case .answer(let result):
      let table =
        result.rows.isEmpty ? result.emptySentence + "\n" : MarkdownWriter().render(result)
      return table + result.notes.map { $0 + "\n" }.joined()
    }
  }

  /// A stage of the last statement of a text, after those before it.
  private static func explanation(of text: String, stage: Stage) -> String {
    var engine = acme
    let source = SourceText(text)
    let statements = StatementSplitter.split(source).map { source.text(in: $0) }
    do {
      for statement in statements.dropLast() { try engine.run(statement) }
      return try engine.explain(statements.last ?? "", stage: stage) + "\n"
    } catch {
      return "\(error)\n"
    }
  }

  @Test func `the table of the threat model is that of the limits`() throws {
    let page = try ProjectFiles.text("Sources/Remit/Remit.docc/ThreatModel.md")
    let presets = [Limits.interactive, .script, .untrusted]
    func row(_ name: String, _ cell: (Limits) -> String) {
      let line = "| \(name) | " + presets.map(cell).joined(separator: " | ") + " |\n"
      #expect(page.contains(line), "\(line)")
    }
    func size(_ bytes: Int) -> String {
      bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
    }
    func count(_ number: Int) -> String {
      number % 1_000_000 == 0
        ? "\(number / 1_000_000) million"
        : number >= 1000
          ? "\(number / 1000),\(String(number % 1000 + 1000).dropFirst())" : "\(number)"
    }
    row("source") { size($0.sourceBytes) }
    row("depth of nesting") { "\($0.depth)" }
    row("tokens of a statement") { count($0.tokens) }
    row("steps") { $0.steps.map(count) ?? "no bound" }
    row("time") { $0.deadline.map { "\($0.components.seconds) s" } ?? "no bound" }
    row("rows") { count($0.rows) }
    row("bytes held") { size($0.bytes) }
    row("one text") { size($0.textBytes) }
    row("files used") { $0.usedFiles == 0 ? "none" : "\($0.usedFiles), \($0.useDepth) deep" }
  }
}
