// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Synchronization
import Testing

@testable import Remit

/// `save`: a graph as statements that make it again.
struct SavingTests {
  @Test func `a random graph is the same when its statements are run again`() throws {
    var made = 0
    for seed in 0..<UInt64(200) {
      let statements = GraphStatements(RandomGraph(seed: seed).graph)
      guard statements.isComplete else { continue }
      made += 1
      var engine = Engine(today: RandomGraph.today)
      for statement in statements.declarations + statements.facts { try engine.run(statement) }
      let saved = try engine.saved()
      var again = Engine(today: RandomGraph.today)
      try again.run(saved)
      #expect(try again.saved() == saved, "seed \(seed)")
      let facts = Set(GraphStatements(again.currentGraph()).facts)
      #expect(facts == Set(GraphStatements(engine.currentGraph()).facts), "seed \(seed)")
    }
    #expect(made > 100)
  }

  @Test func `what let has named is named again`() throws {
    var engine = try SpecModel.engine(model: "small")
    try engine.run("let outsiders be people whose contract is external")
    try engine.run("let strong certificates be certificates whose level is above 2")
    try engine.run("let load be number of controls per owner")
    try engine.run("let few be 2")
    let saved = try engine.saved()
    var again = Engine(today: try #require(Day("2026-06-30")), limits: .script)
    try again.run(SourceText(saved)) { _ in }
    #expect(try again.saved() == saved)
    for question in ["outsiders", "number of strong certificates", "load whose number is few"] {
      let before = try engine.run(question)
      let after = try again.run(question)
      #expect(Self.rows(after) == Self.rows(before), "\(question)")
      #expect(Self.rows(after)?.isEmpty == false)
    }
  }

  /// The saved sample answers every question as the sample does.
  @Test func `the sample answers alike when it has been saved`() throws {
    var engine = try SpecModel.engine(model: "samples/acme")
    let saved = try engine.saved()
    var again = Engine(today: try #require(Day("2026-06-30")), limits: .script)
    try again.run(SourceText(saved)) { _ in }
    #expect(try again.saved() == saved)
    for kind in engine.model.schema.kinds {
      #expect(
        again.currentGraph().nodes(of: kind.id).count
          == engine.currentGraph().nodes(of: kind.id).count, "\(kind.plural)")
    }
    for relation in engine.model.schema.relations {
      func count(_ engine: inout Engine) -> Int {
        engine.currentGraph().linkTables(of: relation.id).reduce(0) { $0 + $1.count }
      }
      #expect(count(&again) == count(&engine), "\(relation.name)")
    }
    for question in Corpus.acme {
      let before = try? engine.run(question.text)
      let after = try? again.run(question.text)
      #expect(Self.rows(after) == Self.rows(before), "\(question.name)")
      #expect(Self.rows(before) != nil, "\(question.name)")
    }
  }

  private static func rows(_ outcomes: [Outcome]?) -> [[[Value?]]]? {
    outcomes.map { $0.compactMap { if case .answer(let answer) = $0 { answer.rows } else { nil } } }
  }

  private static let model = """
    kind person (people)
      name: text
      email: text, key
      score: number
      boss: flag
      notice: duration
      start: date
      level: levels low < very high < L3
    relation person likes person as fan / idol, dated, recorded as liking
      note: text
      witness: person
    relation person meets person, symmetric, dated on day
    relation person is part of person

    """

  @Test(arguments: [
    "add person \"Ann O'Neill\" with email \"a@x\", score 0.1, boss, notice 3 weeks",
    "add person with email \"a@x\", start 2024-02-29, level very high",
    "add person Ann with level \"L3\", score 12345678901",
    "add person Ann with score \"1e-7\"\nadd person Bob with score \"-2.5\"",
    "add person \u{201C}a \"b\". c # d\u{201D}\npeople",
    "add person Ann\nadd person Bob\nAnn likes Bob since 2024-01-01 with note \"x\", witness Ann",
    "add person Ann\nadd person Bob\nAnn likes Bob until 2024-01-01\nBob meets Ann on 2025-05-05",
    "add person with email \"b@x\"\nadd person Cid\nCid is part of person \"b@x\"",
    "let limit be (3)\nadd person Ann",
  ])
  func `what is known is said again`(_ facts: String) throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(Self.model + facts)
    let saved = try engine.saved()
    var again = Engine(today: engine.today)
    try again.run(saved)
    #expect(try again.saved() == saved)
    let questions = [
      "people, showing name, email, score, notice, start, level", "boss people", "likings",
    ]
    for question in questions {
      #expect(Self.rows(try again.run(question)) == Self.rows(try engine.run(question)))
    }
  }

  @Test(arguments: [
    ("unsavable-text", "two\u{2028}lines", false),
    ("unsavable-thing", nil, true),
  ])
  func `what no statement can say is refused`(
    _ id: String, _ text: String?, _ isLinked: Bool
  ) throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(Self.model)
    var builder = engine.builder()
    let kind = try #require(engine.model.schema.kind(named: "person"))
    let name = try #require(engine.model.schema.attribute(named: "name", of: kind))
    let email = try #require(engine.model.schema.attribute(named: "email", of: kind))
    let likes = try #require(engine.model.verbs["likes"]?.relations.first)
    let first = try builder.addThing(
      kind, attributes: text.map { [(name, .text($0))] } ?? [(email, .text("Ann"))],
      source: .prompt)
    if isLinked {
      let other = try builder.addThing(kind, attributes: [(name, .text("Ann"))], source: .prompt)
      try builder.addLink(likes, left: first, right: other, source: .prompt)
    }
    engine.draft = builder
    #expect {
      try engine.saved()
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == [id]
    }
  }

  @Test func `a link of a link is refused`() throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(
      Self.model + """
        relation person sees liking
        add person Ann
        add person Bob
        Ann likes Bob
        """)
    _ = engine.currentGraph()
    var builder = engine.builder()
    let schema = engine.model.schema
    let sees = try #require(engine.model.verbs["sees"]?.relations.first)
    let person = try #require(schema.kind(named: "person"))
    let liking = try #require(schema.kind(named: "liking"))
    try builder.addLink(
      sees, left: Entity(kind: person, node: 0), right: Entity(kind: liking, node: 0),
      source: .prompt)
    engine.draft = builder
    #expect {
      try engine.saved()
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == ["unsavable-links"]
    }
  }

  @Test func `a script saves only where the host lets it`() throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    #expect {
      try engine.run("save \"a.remit\"")
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == ["no-writing"]
    }
    let writer = KeptScripts()
    engine.writer = writer
    try engine.run("kind person (people)\n  name: text\nadd person Ann\nsave \"a.remit\"")
    #expect(writer.scripts.withLock { $0["a.remit"] }?.contains("add person \"Ann\"") == true)
  }
}

/// A host that keeps what is written.
private final class KeptScripts: Writer {
  let scripts = Mutex<[String: String]>([:])

  func write(_ answer: QueryResult, to name: String, from base: String?) throws(LoadError) {
    throw LoadError("no answers here")
  }

  func write(script: String, to name: String, from base: String?) throws(LoadError) {
    scripts.withLock { $0[name] = script }
  }
}
