// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// A look-up answers as the plan does that it stands for.
struct LookUpTests {
  /// An engine with somebody who owns much, and links of all sorts.
  private func engine() throws -> Engine {
    var engine = Engine(today: EmbeddingRegister.today)
    try engine.run(EmbeddingRegister.script)
    try engine.run(
      """
      relation person works with person, symmetric
      relation person reviews control, dated on day
      add control A.8.1
      add control A.8.2
      add control A.8.3
      add Bob owns A.8.1 since 2024-01-01 until 2025-01-01
      add Ann owns A.8.1 since 2025-06-01
      add Ann owns A.8.1 since 2023-01-01 until 2023-06-01
      add Bob owns A.8.1 since 2026-01-01
      add Ann reviews A.8.1 on 2026-02-03
      add Ann reviews A.8.1 on 2027-02-03
      add Ann works with Bob
      add control A.10.1 with status implemented
      add control A.9.1 with status implemented
      add Ann owns A.10.1 since 2025-01-01
      add Ann owns A.9.1 since 2025-01-01
      """)
    for number in 1...40 { try engine.run("add control M.\(number)\nadd Bob owns M.\(number)") }
    return engine
  }

  private static let lookUps = [
    "owners of A.8.1", "owners of A.8.2", "owners of \"A.8.1\"", "people who own A.8.1",
    "people who owned A.8.1", "owners of A.8.1, showing name", "controls that Ann owns",
    "controls owned by Ann, showing status",
    "controls owned by Ann, showing status, score, ref", "people who review A.8.1",
    "people who reviewed A.8.1", "people who work with Ann", "people who work with Bob",
    "controls reviewed by Ann, showing title",
  ]

  private func lookUp(_ text: String, in engine: Engine) throws -> LookUp? {
    try engine.prepareAnew(text).reading.lookUp.value
  }

  @Test(arguments: lookUps)
  func `it finds what the plan finds, on every day`(_ text: String) throws {
    var engine = try engine()
    let lookUp = try #require(try lookUp(text, in: engine), "a question that is no look-up")
    let plan = try engine.prepareAnew(text).reading.plan
    let graph = engine.currentGraph()
    for day in ["2022-01-01", "2024-05-01", "2025-01-01", "2026-01-01", "2026-06-30", "2027-03-01"]
    {
      let today = try #require(Day(day))
      let found = try lookUp.table(
        LookUp.Asked(
          graph: graph, today: today, parameters: [:], givenNames: [], budget: Budget()))
      let (table, notes) = try Executor.answer(
        PlanInUse(plan), graph: graph, today: today, parameters: [:], cache: ExecutionCache(),
        budget: Budget())
      #expect(found?.columns == table.columns)
      #expect(found?.rows.all == table.rows.all, "on \(day)")
      #expect(notes.isEmpty)
    }
  }

  @Test(arguments: [
    "people", "people who own a control", "people who own A.8.1 or A.8.2",
    "people who own no control",
    "people who own A.8.1 and A.8.2", "owners of A.8.1 sorted by name", "owners of A.8.1, first 1",
    "number of owners of A.8.1", "as of 2025-01-01: owners of A.8.1",
    "people who owned A.8.1 in 2025", "people who own A.8.1 whose department is \"IT\"",
    "people p who own A.8.1, showing number of controls that p owns",
    "people who are not owners of A.8.1",
    "people who lead+ Ann", "people who own A.8.1 and are not Ann",
  ])
  func `what is more than a look-up is run as a plan`(_ text: String) throws {
    var engine = try engine()
    try engine.run("relation person leads person")
    #expect(try lookUp(text, in: engine) == nil)
  }

  @Test func `what has many links is left to the operators`() throws {
    var engine = try engine()
    let lookUp = try #require(try lookUp("controls owned by Bob", in: engine))
    let few = try #require(try self.lookUp("owners of A.8.1", in: engine))
    let asked = LookUp.Asked(
      graph: engine.currentGraph(), today: EmbeddingRegister.today, parameters: [:],
      givenNames: [], budget: Budget())
    #expect(try lookUp.table(asked) == nil)
    #expect(try few.table(asked)?.rows.count == 2)
    #expect(try engine.run("controls owned by Bob").count == 1)
    let snapshot = engine.frozen()
    #expect(try snapshot.answer("controls owned by Bob").rowCount > 40)
  }

  @Test func `a name that finds nothing, or several, is told as ever`() throws {
    var engine = try engine()
    try engine.run("add control A.5.9 with title \"Policies\"")
    let snapshot = engine.frozen()
    for (text, id) in [
      ("owners of A.8.9", "unknown-name"), ("owners of \"Policies\"", "ambiguous-name"),
    ] {
      do throws(QueryError) {
        _ = try snapshot.answer(Question(text: text))
        Issue.record("an answer to \(text)")
      } catch {
        #expect(error.diagnostics.first?.id == id)
      }
    }
  }

  @Test func `who is named and not defined is told of`() throws {
    var engine = Engine(today: EmbeddingRegister.today, loader: Owners())
    engine.isLenient = true
    try engine.run(EmbeddingRegister.script)
    try engine.run("load controls from \"controls.csv\" with owner from \"Owner\"")
    let answer = try engine.frozen().answer("owners of A.8.3")
    #expect(answer.rowCount == 1 && answer.notes.count == 1)
  }

  /// A file that names somebody whom nothing defines.
  private struct Owners: Loader {
    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there are no scripts")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      DataTable(name: name, columns: ["ref", "Owner"], rows: [["A.8.3", "Zoe"]])
    }
  }
}
