// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitFormats
import Testing

@testable import Remit

/// Errors as values, and parameters: E5 and E6.
struct ErrorAndParameterTests {
  private func error(_ work: (Snapshot) throws -> Void) throws -> QueryError {
    let snapshot = try EmbeddingRegister.snapshot()
    do {
      try work(snapshot)
    } catch let error as QueryError {
      return error
    }
    throw CocoaError(.featureUnsupported)
  }

  // MARK: E5

  @Test func `E5 an error has a code, a message, bytes, a line and a column, and edits`() throws {
    let error = try error { _ = try $0.answer("people\n  who owns controls with no onwer") }
    let diagnostic = try #require(error.diagnostics.first)
    #expect(error.code == .invalid)
    #expect(diagnostic.id == "unknown-word" || !diagnostic.id.isEmpty)
    let position = error.source.position(of: diagnostic.range.start)
    #expect(position.line == 2)
    #expect(diagnostic.applyingEdit(to: error.source) != nil)
  }

  @Test func `E5 an error goes through JSON and comes back the same`() throws {
    let error = try error { _ = try $0.answer("controls with no onwer") }
    let data = try JSONEncoder().encode(error)
    #expect(try JSONDecoder().decode(QueryError.self, from: data) == error)
    let text = try #require(String(data: data, encoding: .utf8))
    #expect(text.contains("\"line\":1") && text.contains("\"column\":18"))
    var limits = Limits.script
    limits.rows = 1
    let reached = try self.error { _ = try $0.answer("controls", limits: limits) }
    let again = try JSONDecoder().decode(
      QueryError.self, from: try JSONEncoder().encode(reached))
    #expect(again.limit == ReachedLimit(.rows, used: 3, allowed: 1))
  }

  @Test func `E5 all errors of a script are told at once`() throws {
    let error = try error { snapshot in
      _ = try snapshot.editing { try $0.run("controls with no onwer\npeople\nassets taht matter") }
    }
    #expect(error.diagnostics.count == 2)
    #expect(error.source.position(of: error.diagnostics[1].range.start).line == 3)
  }

  @Test func `E5 its localized description is what a person reads`() throws {
    let error: any Error = try error { _ = try $0.answer("controls with no onwer") }
    #expect(error.localizedDescription.contains("onwer"))
    #expect(error.localizedDescription.contains("^^^^^"))
    #expect((error as? QueryError)?.rendered == error.localizedDescription)
  }

  @Test(
    arguments: [
      ("controls owned by $secret", Value.text("Zoltan 7731")),
      ("controls, first $secret", .text("Zoltan 7731")),
      ("people whose department is $secret", .number(7731)),
      ("controls reviewed in $secret", .text("Zoltan 7731")),
      ("controls whose review date is in $secret", .text("Zoltan 7731")),
      ("what is $secret", .text("Zoltan 7731")),
      ("controls whose status is $secret", .text("Zoltan 7731")),
    ])
  func `E5 values of parameters are in no message unless that is allowed`(
    question: String, value: Value
  ) throws {
    var text = ""
    do {
      let snapshot = try EmbeddingRegister.snapshot()
      let query = try snapshot.prepare(Question(text: question))
      _ = try snapshot.answer(query, ["secret": value])
    } catch let error as QueryError {
      text = error.rendered + error.description
    }
    #expect(!text.contains("7731") && !text.contains("Zoltan"), "\(text)")
  }

  @Test func `E5 who allows it sees them`() throws {
    var engine = try EmbeddingRegister.snapshot().engine
    engine.showsParameterValues = true
    let snapshot = Snapshot(frozen: engine)
    #expect {
      try snapshot.answer("controls owned by \("Anm")")
    } throws: { error in
      (error as? QueryError)?.description.contains("'Anm'") == true
    }
  }

  // MARK: E6

  @Test func `E6 a value is one value, whatever is in it`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let query = try snapshot.prepare("controls owned by $owner")
    #expect(try snapshot.answer(query, ["owner": .text("Ann")]).rowCount == 1)
    for text in ["x\" or true", "Ann or Bob", "Ann\nremove control A.5.1", "$owner", ""] {
      #expect(throws: QueryError.self) { try snapshot.answer(query, ["owner": .text(text)]) }
    }
    let department = "IT\" or name is not \""
    #expect(try snapshot.answer("people whose department is \(department)").rowCount == 0)
    #expect(try snapshot.answer("people whose department is \("IT")").rowCount == 2)
  }

  @Test func `E6 values of every sort are bound where they fit`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let day = try #require(Day("2026-02-01"))
    #expect(try snapshot.answer("controls whose review date is before \(day)").rowCount == 1)
    #expect(try snapshot.answer("controls whose score is above \(2.5)").rowCount == 2)
    #expect(try snapshot.answer("controls, first \(2)").rowCount == 2)
    #expect(try snapshot.answer("controls whose status is \("planned")").rowCount == 2)
    #expect(try snapshot.answer("assets whose classification is above \("public")").rowCount == 1)
    let count = try snapshot.prepare("controls, first $n")
    #expect(try snapshot.answer(count, ["n": .number(1)]).rowCount == 1)
    #expect(try snapshot.answer(count, ["n": .number(3)]).rowCount == 3)
    let since = try snapshot.prepare("as of $day: people who own controls")
    #expect(try snapshot.answer(since, ["day": .day(day)]).rowCount == 2)
  }

  @Test func `E6 a question says what it takes`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let query = try snapshot.prepare(
      "controls whose score is above $score that are owned by $owner, and whose review date is before $day, first $n"
    )
    #expect(
      query.parameters.map { "\($0.name): \($0.takes)" } == [
        "day: a date", "n: a whole number", "owner: the name of a person", "score: a number",
      ])
  }

  @Test(
    arguments: [
      ("controls owned by $owner", [:], "unknown-parameter"),
      (
        "controls owned by $owner", ["ownr": Value.text("Ann"), "owner": .text("Ann")],
        "extra-parameter"
      ),
      ("controls owned by $owner", ["owner": .flag(true)], "wrong-parameter"),
      ("controls whose score is above $n", ["n": .text("3")], "wrong-parameter"),
      ("controls whose review date is before $n", ["n": .number(3)], "wrong-parameter"),
      ("controls whose status is $s", ["s": .text("plannd")], "wrong-parameter"),
      ("controls, first $n", ["n": .number(1.5)], "wrong-parameter"),
      ("controls, first $n", ["n": .flag(true)], "wrong-parameter"),
      ("risky controls", ["n": .flag(true)], "extra-parameter"),
    ] as [(String, [String: Value], String)])
  func `E6 a missing, an extra or a wrong parameter is found before anything is done`(
    question: String, values: [String: Value], id: String
  ) throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let query = try snapshot.prepare(Question(text: question))
    var limits = Limits.script
    limits.steps = 0
    #expect {
      try snapshot.answer(query, values, limits: limits)
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == [id]
    }
  }

  @Test func `E6 values that a question is written with are bound wherever they stand`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let audit = try snapshot.answer(
      """
      suppose set department of Cem to \("Audit"): people whose department is "Audit", showing name
      """)
    #expect(audit.rows == [[.text("Ann")], [.text("Cem")]])
    let start = try #require(Day("2025-01-01"))
    let periods = try snapshot.answer("periods between \(start) and today when Bob owns A.5.3")
    #expect(periods.rowCount == 1)
    let query = try snapshot.prepare(
      Question(text: "controls owned by $owner", values: ["owner": .text("Ann")]))
    #expect(try snapshot.answer(query).rowCount == 1)
    #expect(try snapshot.answer(query, ["owner": .text("Bob")]).rowCount == 2)
  }

  @Test(
    arguments: [
      ("risky controls", ["n": .flag(true)], [:]),
      ("controls owned by $owner", ["ownr": .text("Ann")], ["owner": .text("Ann")]),
    ] as [(String, [String: Value], [String: Value])])
  func `E6 a value of no parameter that a question is written with is told`(
    text: String, written: [String: Value], given: [String: Value]
  ) throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let query = try snapshot.prepare(Question(text: text, values: written))
    #expect {
      try snapshot.answer(query, given)
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == ["extra-parameter"]
    }
  }

  @Test func `E6 parameters of the script are there where no plan has a place for them`() throws {
    let snapshot = try EmbeddingRegister.snapshot().editing {
      try $0.run("param start: date = 2025-01-01\nparam team: text = \"Audit\"")
    }
    let supposed: Question =
      "suppose set department of Cem to $team: people whose department is \"Audit\""
    #expect(try snapshot.answer(supposed).rowCount == 2)
    let periods: Question = "periods between $start and today when Bob owns A.5.3"
    #expect(try snapshot.answer(periods).rowCount == 1)
  }

  @Test func `E6 a value between quotation marks is a mistake that is told`() throws {
    let error = try error { _ = try $0.answer("controls owned by \"\("Ann")\"") }
    #expect(error.diagnostics.map(\.id) == ["value-in-quotes"])
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e308, -1e308, 9e18, .leastNonzeroMagnitude])
  func `E6 a number beyond all others is refused or compared, and traps nothing`(
    number: Double
  ) throws {
    let snapshot = try EmbeddingRegister.snapshot()
    for question: Question in [
      "controls whose score is above \(number)", "controls, first \(number)",
      "controls whose score plus \(number) is above \(number)",
      "controls whose review date is before today minus \(number) days",
      "controls owned by \(number)", "controls owned by Ann in \(number)",
    ] {
      do { _ = try snapshot.answer(question) } catch { #expect(!error.diagnostics.isEmpty) }
    }
    #expect(
      number.isFinite || (try? snapshot.answer("controls whose score is above \(number)")) == nil)
  }

  @Test func `E6 parameters within definitions count`() throws {
    let snapshot = try EmbeddingRegister.snapshot().editing {
      try $0.run(
        "param least: number = 5\ndefine a control is hot if its score is above $least")
    }
    let query = try snapshot.prepare("hot controls")
    #expect(query.parameters.map(\.name) == ["least"])
    #expect(try snapshot.answer(query).rowCount == 1)
    #expect(try snapshot.answer(query, ["least": .number(2)]).rowCount == 3)
    #expect(throws: QueryError.self) { try snapshot.answer(query, ["least": .text("2")]) }
  }

  @Test func `E6 a question with why has no rows, and says so`() throws {
    for question in ["why A.5.1 in risky controls", "why A.5.1 is risky"] {
      let error = try error { _ = try $0.answer(Question(text: question)) }
      #expect(error.diagnostics.map(\.id) == ["why-is-no-answer"])
    }
  }
}
