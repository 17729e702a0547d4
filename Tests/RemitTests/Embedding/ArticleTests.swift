// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitLibrary
import RemitTestSupport
import Testing

@testable import Remit

/// E16: the code of the article on embedding compiles and runs. Each of its indented lines
/// stands in a function below; the longer example is that of the README.
struct ArticleTests {
  private let day = EmbeddingRegister.today
  private let name = "Ann"

  private struct Person: Encodable { var name: String }
  private struct Control: Encodable {
    var ref: String
    var owner: [String]
  }
  private struct Scanner: Sendable { func sees(_ name: String) -> Bool { name == "Website" } }

  @Test func `E16 values`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let owned = try snapshot.prepare("controls owned by $owner")
    print(owned.parameters)  // owner: the name of a person
    let answer = try snapshot.answer(owned, ["owner": .text(name)])
    #expect(answer.rowCount == 1)
    #expect(owned.parameters.map { "\($0.name): \($0.takes)" } == ["owner: the name of a person"])
  }

  @Test func `E16 edits`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let later = try snapshot.editing { try $0.run("add Bob owns A.5.2 since 2024-01-01") }
    #expect(try later.answer("controls with no owner").isEmpty)
  }

  @Test func `E16 values of one's own`() throws {
    var engine = Engine(today: day)
    let people = [Person(name: "Ann")]
    let controls = [Control(ref: "A.5.1", owner: ["Ann"])]
    try engine.add(people, as: "person (people)")
    try engine.add(controls, as: "control", relations: ["person owns control as owner"])
    #expect(try engine.frozen().answer("controls owned by Ann").rowCount == 1)
  }

  @Test func `E16 words of the host`() throws {
    var engine = try EmbeddingRegister.snapshot().engine
    let scanner = Scanner()
    try engine.provide("exposed", of: "asset") { asset in scanner.sees(asset.name) }
    let answer = try engine.frozen().answer("controls that protect an exposed asset")
    #expect(answer.rowCount == 1)
  }

  @Test func `E16 who may ask what`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let open = snapshot.restricted { access in
      switch access {
      case .attribute("salary", of: "person"): .hidden
      case .kind("incident"): .denied
      default: .allowed
      }
    }
    #expect(throws: QueryError.self) { try open.answer("people whose salary is above 1") }
  }

  @Test func `E16 why`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let proof = try snapshot.why("A.5.2", in: "controls with no owner")
    print(proof.holds, ProofText().render(proof))
    #expect(proof.holds)
  }

  /// Compiled only: the folder is that of whoever reads the article.
  private func library() throws {
    var engine = Engine(today: day, loader: LibraryLoader(FileLoader(folder: "registers")))
    try engine.run("use \"iso27001\"\nload people from \"hr.csv\"")
    for group in engine.questions(about: "A.5.2") {
      for question in group.questions {
        print(question.name, try engine.answer(engine.prepare(question.text)).rows)
      }
    }
  }

  @Test func `E16 a document`() throws {
    var engine = try EmbeddingRegister.snapshot().engine
    let source = SourceText("controls with no owner")
    engine.namesSources = true
    engine.proofsPerCheck = 3
    var script = try engine.begin(source)
    var builder = ReportBuilder(title: "Audit", day: engine.today)
    while !script.isAtEnd { builder.add(try script.step(&engine)) }
    builder.finish()
    let page = ReportFormat.html.render(builder.report)
    #expect(page.contains("A.5.2"))
  }

  @Test func `E16 each line of the article stands here`() throws {
    let article = try ProjectFiles.text("Sources/Remit/Remit.docc/Embedding.md")
    let here = Set(
      try ProjectFiles.text("Tests/RemitTests/Embedding/ArticleTests.swift")
        .split(separator: "\n").map { $0.drop { $0 == " " } })
    var isFenced = false
    var count = 0
    for line in article.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      let code = line.drop { $0 == " " }
      guard !isFenced, line.hasPrefix("    "), !code.hasPrefix(".package"),
        !code.hasPrefix(".product")
      else { continue }
      count += 1
      #expect(here.contains(code), "\(line)")
    }
    #expect(count > 25)
  }
}
