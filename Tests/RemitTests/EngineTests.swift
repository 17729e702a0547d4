// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Testing

@testable import Remit

struct EngineTests {
  private static let model = """
    kind person (people)
      name: text
      department: text
      end date: date
    kind control
      ref: text, key
      title: text
    relation person owns control as owner, dated
    """

  private func engine(_ facts: String = "") throws -> Engine {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(Self.model + "\n" + facts)
    return engine
  }

  private func answer(_ question: String, _ engine: inout Engine) throws -> [[String]] {
    for case .answer(let answer) in try engine.run(question) {
      return answer.rows.map { $0.map { $0?.description ?? "" } }
    }
    return []
  }

  @Test func `copies of an engine may give one word different meanings`() throws {
    var one = try engine("add person Ann\nadd control A.5.1\nadd control A.5.2\nAnn owns A.5.1")
    #expect(try answer("controls", &one).count == 2)
    var other = one
    try one.run("define \"weak spot\" as controls with no owner")
    try other.run("define \"weak spot\" as controls with an owner")
    #expect(try answer("weak spots", &one) == [["A.5.2", ""]])
    #expect(try answer("weak spots", &other) == [["A.5.1", ""]])
  }

  @Test func `a copy of an engine is a snapshot that later facts do not change`() throws {
    var engine = try engine("add person Ann\nadd control A.5.1\nAnn owns A.5.1")
    var before = engine
    try engine.run("Ann no longer owns A.5.1")
    #expect(try answer("controls with an owner", &engine).isEmpty)
    #expect(try answer("controls with an owner", &before) == [["A.5.1", ""]])
  }

  @Test func `a dated link ends on the day and its past stays`() throws {
    var engine = try engine("add person Ann\nadd control A.5.1\nAnn owns A.5.1 since 2026-01-01")
    try engine.run("Ann no longer owns A.5.1")
    #expect(try answer("controls owned by Ann", &engine).isEmpty)
    #expect(try answer("as of 2026-06-29: controls owned by Ann", &engine).count == 1)
    #expect(try answer("people who owned a control", &engine) == [["Ann"]])
  }

  @Test func `a parameter is a value whatever it contains`() throws {
    var engine = try engine("add person Ann with department \"IT\"")
    engine.parameters["department"] = .text("IT\" or \"HR")
    #expect(try answer("people whose department is $department", &engine).isEmpty)
    engine.parameters["department"] = .text("IT")
    #expect(try answer("people whose department is $department", &engine) == [["Ann"]])
  }

  @Test func `a parameter nobody gave is an error before anything runs`() throws {
    var engine = try engine("add person Ann")
    let error = #expect(throws: QueryError.self) { try engine.run("controls owned by $owner") }
    #expect(error?.diagnostics.first?.id == "unknown-parameter")
  }

  @Test func `a prepared question sees facts that came later`() throws {
    var engine = try engine("add control A.5.1")
    let query = try engine.prepare("controls with no owner")
    #expect(try engine.answer(query).rows.count == 1)
    try engine.run("add person Ann\nAnn owns A.5.1")
    #expect(try engine.answer(query).rows.isEmpty)
  }

  @Test func `a mistake in a script is found before any of it is done`() throws {
    var engine = try engine()
    var outcomes = 0
    let error = #expect(throws: QueryError.self) {
      let text = "add control A.5.1\ncontrols wiht no owner\nadd control A.5.2\npeeple"
      try engine.run(SourceText(text)) { _ in outcomes += 1 }
    }
    #expect(error?.diagnostics.map(\.id) == ["unknown-word", "unknown-word"])
    #expect(outcomes == 0)
    #expect(try answer("controls", &engine).isEmpty)
  }

  @Test func `statements run one by one stay done up to the first error`() throws {
    var engine = try engine()
    #expect(throws: QueryError.self) {
      let text = "add control A.5.1\ncontrols wiht no owner\nadd control A.5.2"
      try engine.run(SourceText(text), checksAhead: false) { _ in }
    }
    #expect(try answer("controls", &engine) == [["A.5.1", ""]])
  }

  @Test func `what shows only when a script runs ends it there`() throws {
    var engine = try engine()
    engine.limits.rows = 1
    #expect(throws: QueryError.self) {
      try engine.run(
        "print \"1\"\nadd control A.5.1\nadd control A.5.2\ncontrols\nadd control A.5.3")
    }
    engine.limits.rows = 100
    #expect(try answer("controls", &engine) == [["A.5.1", ""], ["A.5.2", ""]])
  }

  @Test func `a text that is no script at all has only its first mistakes told`() throws {
    var engine = try engine()
    let error = #expect(throws: QueryError.self) {
      try engine.run(String(repeating: "wrr grr\n", count: 80))
    }
    #expect(error?.diagnostics.count == Rehearsal.mostMistakes + 1)
    #expect(error?.diagnostics.last?.id == "more-mistakes")
  }

  @Test func `a script is stepped through, but for mistakes outside checks`() throws {
    var engine = try engine()
    let text = "add control A.5.1\ncheck \"named\": no control has a nmae\ncontrols"
    var script = try engine.begin(SourceText(text))
    #expect(script.nameOfNextCheck == nil)
    #expect(try script.step(&engine).count == 1)
    #expect(script.nameOfNextCheck == "named")
    #expect(throws: QueryError.self) { try script.step(&engine) }
    #expect(try script.step(&engine).count == 1)
    #expect(script.isAtEnd)
    let error = #expect(throws: QueryError.self) {
      try engine.begin(SourceText(text + "\ncontrls"))
    }
    #expect(error?.diagnostics.count == 2)
  }

  @Test func `without a loader no file is opened`() throws {
    var engine = try engine()
    for statement in ["use \"other.remit\"", "load people from \"people.csv\""] {
      let error = #expect(throws: QueryError.self) { try engine.run(statement) }
      #expect(error?.diagnostics.first?.id == "no-files")
    }
  }

  @Test func `a definition through its own absence is refused with the cycle`() throws {
    var engine = try engine()
    let error = #expect(throws: QueryError.self) {
      try engine.run("define a person p is lonely if there is no lonely person")
    }
    #expect(error?.diagnostics.first?.id == "cycle-through-negation")
    #expect(throws: QueryError.self) { try engine.run("lonely people") }
  }

  @Test func `a step limit ends a question with an error of its own`() throws {
    var engine = try engine((1...200).map { "add person P\($0)" }.joined(separator: "\n"))
    engine.limits.steps = 10
    let error = #expect(throws: QueryError.self) {
      try engine.run("people whose department is not \"IT\"")
    }
    #expect(error?.code == .limit)
  }

  @Test func `the stages of a statement are told one after the other`() throws {
    let told = Mutex<[Stage]>([])
    var engine = try engine("add person \"Ann\"")
    engine.onStage = { stage in told.withLock { $0.append(stage) } }
    let query = try engine.prepare("controls with no owner")
    #expect(told.withLock { $0 } == [.tokens, .tree, .bound, .plan])
    _ = try engine.answer(query)
    #expect(told.withLock { $0.count } == 4)
    #expect(throws: QueryError.self) { try engine.prepare("controls onwed by \"Ann\"") }
    #expect(told.withLock { $0.dropFirst(4) } == [.tokens])
  }

  @Test func `a cancelled engine runs nothing more`() throws {
    var engine = try engine("add person Ann")
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = #expect(throws: QueryError.self) {
      try engine.run(SourceText("people"), cancellation: cancellation) { _ in }
    }
    #expect(error?.code == .cancelled)
  }

  @Test func `of events that lead to themselves nothing remains`() throws {
    var engine = try engine(
      """
      kind team
        name: text
      add person Ann
      add team Response
      event a person leaves: set department of the person to "none"
      event a team leaves: every person leaves, and the team leaves
      """)
    for statement in ["Response leaves", "every team leaves", "suppose Response leaves: people"] {
      let error = #expect(throws: QueryError.self) { try engine.run(statement) }
      #expect(error?.code == .limit)
      #expect(error?.diagnostics.first?.id == "limit-reached")
    }
    #expect(try answer("people whose department is \"none\"", &engine).isEmpty)
    try engine.run("every person leaves")
    #expect(try answer("people whose department is \"none\"", &engine).count == 1)
  }

  @Test func `facts and events about every thing of a set spend steps`() throws {
    let people = (1...100).map { "add person P\($0)\n" }.joined()
    let event = "event a person leaves: set department of the person to \"none\""
    for statement in [
      "every person leaves", "set department of every person to \"none\"", "remove every person",
    ] {
      var engine = try engine(people + event)
      // Enough to find the people, too little to change each.
      engine.limits.steps = 50
      let error = #expect(throws: QueryError.self) { try engine.run(statement) }
      #expect(error?.code == .limit, "\(statement)")
      engine.limits.steps = nil
      let left = try answer("people whose department is not \"none\"", &engine)
      #expect(left.count == 100, "\(statement)")
    }
  }

  @Test func `the links between two sets count as rows before any is made`() throws {
    let things = (1...20).map { "add person P\($0)\nadd control A.\($0)\n" }.joined()
    var engine = try engine(things)
    engine.limits.rows = 399
    let error = #expect(throws: QueryError.self) {
      try engine.run("every person owns every control")
    }
    #expect(error?.code == .limit)
    #expect(try answer("people who own a control", &engine).isEmpty)
    engine.limits.rows = 400
    try engine.run("every person owns every control")
    #expect(try answer("people who own every control", &engine).count == 20)
  }

  @Test func `what is supposed shares every table that it does not touch`() throws {
    var engine = try engine(
      """
      kind role
        name: text
      relation person holds role
      relation control mitigates role
      add person Ann
      add person Bob
      add control A.5.1
      add role CISO
      Ann owns A.5.1
      Ann holds role CISO
      A.5.1 mitigates role CISO
      """)
    let base = engine.currentGraph()
    let text = "suppose Bob owns A.5.1, and set department of Bob to \"IT\": controls"
    let source = SourceText(text)
    let range = try #require(StatementSplitter.split(source).first)
    guard case .question(let question) = try engine.parse(range, of: source) else {
      Issue.record("no question")
      return
    }
    let context = Engine.Context(source: source, range: range, cancellation: nil)
    var world = try engine.world(of: question.contexts, context)
    let supposed = world.engine.currentGraph()
    for relation in base.schema.relations {
      let (old, new) = (base.linkTables(of: relation.id), supposed.linkTables(of: relation.id))
      let isShared = old.count == new.count && zip(old, new).allSatisfy { $0 === $1 }
      #expect(isShared == (relation.name != "owns"), "\(relation.name)")
    }
    #expect(supposed.linkTables(of: try #require(base.schema.relations.first).id)[0].count == 2)
    let untouched = try #require(base.schema.relations.first { $0.name == "holds" })
    #expect(!base.linkTables(of: untouched.id).isEmpty)
  }
}
