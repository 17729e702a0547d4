// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Testing

@testable import Remit

/// Things and links from values of Swift types.
struct RecordTests {
  private struct Person: Codable {
    var name: String
    var department: Department?
    var active: Bool
    enum Department: String, Codable { case audit, it = "IT" }
  }

  private struct Control: Codable {
    var ref: String
    var title: String
    var score: Double?
    var reviewDate: Day?
    var owner: [String]
    var site: Site?
    struct Site: Codable { var city: String }
  }

  private struct Delegation: Codable {
    var person, control: String
    var since: Day
  }

  private let people = [
    Person(name: "Ann", department: .audit, active: true),
    Person(name: "Bob", department: .it, active: false),
  ]
  private let controls = [
    Control(
      ref: "A.5.1", title: "Policies", score: 2.5, reviewDate: Day("2026-01-31"),
      owner: ["Ann", "Bob"], site: .init(city: "Bern")),
    Control(ref: "A.5.2", title: "Roles; duties", score: 7, reviewDate: nil, owner: [], site: nil),
  ]

  private func engine() throws -> Engine {
    var engine = Engine(today: EmbeddingRegister.today)
    try engine.add(people, as: "person (people)")
    try engine.add(controls, as: "control", relations: ["person owns control as owner"])
    return engine
  }

  @Test func `kinds come from types, attributes from properties, links from keys`() throws {
    var engine = try engine()
    let snapshot = engine.frozen()
    #expect(
      try snapshot.answer("controls whose review date is before today showing ref, owner")
        .rows(String.self, [String].self).map { "\($0.0) \($0.1)" } == [#"A.5.1 ["Ann", "Bob"]"#])
    #expect(
      try snapshot.answer("controls with no owner").rows(String.self, String.self)
        .map { $0.1 } == ["Roles; duties"])
    #expect(try snapshot.answer("active people").rows(String.self) == ["Ann"])
    #expect(try snapshot.answer("people whose department is IT").rows(String.self) == ["Bob"])
    #expect(try snapshot.answer("controls whose site city is \"Bern\"").rowCount == 1)
    #expect(try snapshot.answer("total score of controls").rows(Double.self) == [9.5])
  }

  @Test func `rows come back as the values that went in`() throws {
    struct Plain: Codable, Equatable {
      var ref: String
      var title: String
      var score: Double?
      var reviewDate: Day?
      var owner: [String]
    }
    var engine = try engine()
    let answer = try engine.frozen().answer(
      "controls showing ref, title, score, review date, owner")
    #expect(
      try answer.decode(as: Plain.self)
        == controls.map {
          Plain(
            ref: $0.ref, title: $0.title, score: $0.score, reviewDate: $0.reviewDate,
            owner: $0.owner)
        })
  }

  @Test func `values are added to what a script has declared`() throws {
    var engine = Engine(today: EmbeddingRegister.today)
    try engine.run(
      """
      kind person (people)
        name: text
        department: one of audit, IT
        active: flag
      kind control
        ref: text, key
      relation person deputises for control as deputy, dated
      """)
    try engine.add(people, as: "person")
    struct Bare: Encodable { var ref: String }
    try engine.add([Bare(ref: "C1"), Bare(ref: "C2")], as: "control")
    let since = try #require(Day("2026-01-01"))
    try engine.add(
      [Delegation(person: "Ann", control: "C1", since: since)], as: "deputises for")
    let snapshot = engine.frozen()
    #expect(try snapshot.answer("controls with no deputy").rows(String.self) == ["C2"])
    #expect(
      try snapshot.on(since.adding(Period(days: -1)) ?? since).answer("controls with no deputy")
        .rowCount == 2)
    let proof = try snapshot.why("C1", in: "controls with a deputy")
    #expect(ProofText().render(proof).contains("Delegation:1"))
  }

  @Test func `what does not fit is told value by value, and nothing is added`() throws {
    var engine = try engine()
    let before = engine
    var wrong = controls[0]
    wrong.ref = "A.5.9"
    wrong.owner = ["Nobody"]
    #expect {
      try engine.add([wrong], as: "control", relations: ["person owns control as owner"])
    } throws: { error in
      let error = error as? QueryError
      let text = error?.rendered ?? ""
      return error?.diagnostics.map(\.id) == ["data-problems"] && text.contains("Control:1")
        && text.contains("Nobody")
    }
    struct Extra: Encodable {
      var ref: String
      var colour: String
    }
    #expect {
      try engine.add([Extra(ref: "X", colour: "red")], as: "control")
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == ["unused-property"]
    }
    struct Odd: Encodable {
      var ref: String
      var score: Double
      var parts: [Extra]
    }
    #expect {
      try engine.add(
        [
          Odd(ref: "X", score: .nan, parts: []),
          Odd(ref: "Y", score: 1, parts: [.init(ref: "", colour: "")]),
        ], as: "control")
    } throws: { error in
      let error = error as? QueryError
      let text = error?.rendered ?? ""
      return error?.diagnostics.map(\.id) == ["bad-record"]
        && text.contains("Odd:1: 'score' is no number")
        && text.contains("Odd:2: 'parts' is a list of records")
    }
    #expect(throws: QueryError.self) { try engine.add([1, 2], as: "control") }
    var (one, other) = (engine, before)
    #expect(try one.run("controls").count == 1)
    #expect(try one.frozen().answer("controls").rows == other.frozen().answer("controls").rows)
  }

  @Test func `a large sum of values is limited like a file`() throws {
    var engine = Engine(today: EmbeddingRegister.today)
    engine.limits.fileBytes = 10
    #expect {
      try engine.add(people, as: "person (people)")
    } throws: { error in
      (error as? QueryError)?.limit?.kind == .fileBytes
    }
  }
}
