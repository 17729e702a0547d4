// SPDX-License-Identifier: Apache-2.0
import Remit
import RemitTestSupport
import Testing

/// Answers arranged as a matrix, against the same answers as rows.
struct MatrixTests {
  private static func answer(_ text: String) throws -> QueryResult {
    var engine = SampleEngine.acme()
    for case .answer(let result) in try engine.run(text) { return result }
    throw QueryError(code: .invalid, diagnostics: [], source: SourceText(text))
  }

  @Test func `a mark stands where a pair is, and nowhere else`() throws {
    let matrix = try Self.answer("controls, showing ref, across owner as \"A\"")
    let pairs = try Self.answer("controls c owned by a person p, showing c's ref, p's name")
    var found: Set<[String]> = []
    for row in matrix.rows {
      for (column, value) in zip(matrix.columns, row).dropFirst() where value != nil {
        #expect(value == .text("A"))
        found.insert([row[0]?.description ?? "", column.title])
      }
    }
    #expect(found == Set(pairs.rows.map { $0.map { $0?.description ?? "" } }))
    #expect(matrix.rowCount == 93)
    #expect(matrix.form == .matrix(left: 1))
    #expect(Set(matrix.columns.map(\.title)).count == matrix.columns.count)
  }

  @Test func `the numbers of a matrix are those of the groups`() throws {
    let matrix = try Self.answer("number of controls per theme, across status")
    let groups = try Self.answer("number of controls per theme, status")
    var numbers: [[String]: Value] = [:]
    for row in groups.rows {
      numbers[[row[0]?.description ?? "", row[1]?.description ?? "unknown"]] = row[2]
    }
    for row in matrix.rows {
      for (column, value) in zip(matrix.columns, row).dropFirst() {
        #expect(value == numbers[[row[0]?.description ?? "", column.title]] ?? .number(0))
      }
    }
  }

  @Test func `a prepared question gives the same matrix`() throws {
    var engine = SampleEngine.acme()
    let text = "areas, showing name, across direct owner as \"A\", first 3"
    #expect(
      try engine.answer(engine.prepare(text)).rows == Self.answer(text).rows)
  }

  @Test func `what a matrix takes is limited`() {
    var engine = SampleEngine.acme()
    engine.limits.rows = 50
    #expect(throws: QueryError.self) {
      try engine.run("assets, showing ref, across owner, first 60")
    }
    engine.limits = .script
    engine.limits.steps = 2_000
    #expect(throws: QueryError.self) { try engine.run("assets, showing ref, across owner") }
  }

  @Test(arguments: [
    ("controls", QueryResult.Form.things), ("who owns control A.5.2", .things),
    ("role CISO, showing name", .thing), ("number of controls", .measure(keys: 0)),
    ("how many controls", .measure(keys: 0)), ("number of controls per status", .measure(keys: 1)),
    ("(controls), showing ref", .things), ("owners of control A.5.2", .things),
  ])
  func `the form of an answer is that of its question`(
    _ text: String, _ form: QueryResult.Form
  ) throws {
    #expect(try Self.answer(text).form == form)
  }
}
