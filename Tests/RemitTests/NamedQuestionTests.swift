// SPDX-License-Identifier: Apache-2.0
import Remit
import RemitTestSupport
import Testing

/// Questions with a name, and exceptions from checks, as a program sees them.
struct NamedQuestionTests {
  private static let model = """
    kind requirement
      ref: text, key
      title: text
    kind control
      ref: text, key
      title: text
    kind person (people)
      name: text
    relation person owns control as owner
    add requirement A.5.2 with title "Roles"
    add requirement 5.2 with title "Policy"
    add control A.5.2 with title "Our roles"
    add control C9 with title "Éclairs"
    add person "Ann"
    Ann owns A.5.2
    """
  private static let questions = """
    question "Who owns what?": people who own a control
      clause A.5.2, A.5.10, 5.2
    question "Which éclairs has nobody?": controls with no owner
      clause A.5.9
    question "What else?": requirements
    """

  private func engine() throws -> Engine {
    var engine = Engine(today: SampleEngine.day)
    try engine.run(Self.model)
    try engine.run(Self.questions)
    return engine
  }

  private func groups(_ filter: String) throws -> [String] {
    var engine = try engine()
    return engine.questions(about: filter).map { group in
      "\(group.clause ?? "-") \(group.title ?? "-"): \(group.questions.map(\.name).joined(separator: ", "))"
    }
  }

  @Test func `questions are grouped by clause in natural order, those of none last`() throws {
    #expect(
      try groups("") == [
        "5.2 Policy: Who owns what?", "A.5.2 Roles: Who owns what?",
        "A.5.9 -: Which éclairs has nobody?", "A.5.10 -: Who owns what?", "- -: What else?",
      ])
  }

  @Test func `a number alone means the clause and the control, and what is below`() throws {
    #expect(try groups("5.2") == ["5.2 Policy: Who owns what?", "A.5.2 Roles: Who owns what?"])
    #expect(try groups("A.5.2") == ["A.5.2 Roles: Who owns what?"])
    #expect(try groups("A.5.1") == [], "A.5.10 is not below A.5.1")
    #expect(try groups("A.5").count == 3)
    #expect(try groups("5").count == 4)
  }

  @Test func `other words find what has them in its name`() throws {
    #expect(try groups("ECLAIR") == ["A.5.9 -: Which éclairs has nobody?"])
    #expect(try groups("else") == ["- -: What else?"])
    #expect(try groups("nowhere") == [])
  }

  @Test func `a question can be prepared and answered`() throws {
    var engine = try engine()
    let question = try #require(engine.questions.first)
    #expect(question.text == "people who own a control")
    #expect(question.isAbout("A.5") && !question.isAbout("A.6"))
    #expect(try engine.answer(engine.prepare(question.text)).rows == [[.text("Ann")]])
  }

  @Test func `a question of the same words takes the place of the first`() throws {
    var engine = try engine()
    try engine.run("question \"What else?\": controls")
    #expect(engine.questions.count == 3)
    #expect(engine.questions.last?.text == "controls")
  }

  @Test func `questions and exceptions are saved, and are in a snapshot`() throws {
    var engine = try engine()
    try engine.run("except C9 from \"owned\" by Ann because \"they are sweet\"")
    let check = "check \"owned\": every control has an owner"
    let passed = try engine.run(check).map(OutcomeText.text)
    #expect(passed[0].hasPrefix("passed"))
    var again = Engine(today: SampleEngine.day, limits: .script)
    try again.run(engine.saved())
    var opened = try Engine(snapshot: try engine.snapshot(), today: SampleEngine.day)
    for copy in [again, opened] {
      #expect(copy.questions.map(\.name) == engine.questions.map(\.name))
      #expect(copy.questions.map(\.text) == engine.questions.map(\.text))
      #expect(copy.questions.map(\.clauses) == engine.questions.map(\.clauses))
    }
    #expect(try again.run(check).map(OutcomeText.text) == passed)
    #expect(try opened.run(check).map(OutcomeText.text) == passed)
  }

  @Test func `a word of a model may be called 'question'`() throws {
    var engine = Engine(today: SampleEngine.day)
    try engine.run("kind question\n  name: text\nadd question \"Why?\"")
    let answers = try engine.run("question \"Why?\"").map(OutcomeText.text)
    #expect(answers == ["Why?"])
    try engine.run("question \"How many?\": number of questions")
    #expect(engine.questions.map(\.text) == ["number of questions"])
  }
}
