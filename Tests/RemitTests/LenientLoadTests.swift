// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Testing

@testable import Remit

/// Names in data files that nothing defines: refused, or kept as unknown things.
struct LenientLoadTests {
  /// Gives texts as files.
  private struct Files: Loader {
    var texts: [String: String]

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there is no '\(name)'")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      do {
        return try CSVReader.read(Array((texts[name] ?? "").utf8), name: name)
      } catch { throw LoadError("'\(name)' is no table") }
    }
  }

  private static let declarations = """
    kind person (people)
      name: text
      department: text
      start date, end date: date
    kind team
      name: text
    kind control
      ref: text, key
    relation person or team owns control as owner, dated
    relation person manages person as manager
    define a person p is active if p is known, and p's end date is not on or before today
    define a control is orphaned if it has no active owner
    load people from "people.csv"
    """

  private func engine(lenient: Bool = true) throws -> Engine {
    var engine = Engine(
      today: try #require(Day("2026-06-30")),
      loader: Files(texts: [
        "people.csv": "name,department\nAnn,IT\nBob,Sales\n",
        "controls.csv": "ref,Owner\nA.1,Ann\nA.2,Bbo; Ann\nA.3,Eve\nA.4,\n",
        "late.csv": "name,department,Boss\nFay,Sales,Eve\nEve,IT,Ann\n",
        "again.csv": "Who,What\nBbo,A.4\n",
        "chain.csv": "name,Boss\nHal,Gil\nGil,\n",
        "owns.csv": "Who,What,Since\nEve,A.4,2026-01-01\nFay,A.9,2026-02-01\n",
        "bad.csv": "ref,Owner,Until\nA.5,Gus,soon\n",
      ]))
    engine.isLenient = lenient
    try engine.run(LenientLoadTests.declarations)
    return engine
  }

  private static let load = "load controls from \"controls.csv\" with owner from \"Owner\""

  private func answer(_ question: String, _ engine: Engine) throws -> [String] {
    var engine = engine
    guard case .answer(let result)? = try engine.run(question).last else { return [] }
    return result.rows.map { $0[0]?.description ?? "" }
  }

  @Test(arguments: ["name", "department"])
  func `a name by an attribute is kept as what has it`(_ property: String) throws {
    var engine = try engine()
    try engine.run("\(LenientLoadTests.load) by \(property) leaving out \"Ann\", \"Eve\"")
    #expect(try answer("unknown people, showing \(property)", engine) == ["Bbo"])
    try engine.run(
      "load owns from \"again.csv\" with person from \"Who\" by \(property), control from \"What\"")
    #expect(try answer("controls owned by Bbo", engine) == ["A.2", "A.4"])
    #expect(try answer("unknown people", engine) == ["Bbo"])
  }

  @Test func `such a name is refused, and the help names the option`() throws {
    var engine = try engine(lenient: false)
    let error = #expect(throws: QueryError.self) { try engine.run(LenientLoadTests.load) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.id == "data-problems")
    #expect(
      diagnostic.help.last == "'--lenient' keeps names that nothing defines as unknown things")
    #expect(try answer("controls", engine).isEmpty)
  }

  @Test func `nobody, somebody unknown and somebody known are three answers`() throws {
    var engine = try engine()
    guard case .done(let sentence)? = try engine.run(LenientLoadTests.load).last else { return }
    #expect(
      sentence
        == "Loaded 4 controls and 4 links from controls.csv. Unknown: person 'Bbo', person 'Eve'.")
    let answers = [
      "controls with no owner": ["A.4"],
      "controls with an owner": ["A.1", "A.2", "A.3"],
      "controls with an unknown owner": ["A.2", "A.3"],
      "controls with a known owner": ["A.1", "A.2"],
      "controls with no known owner": ["A.3", "A.4"],
      "controls owned only by unknown people": ["A.3"],
      "controls whose owner is unknown": ["A.2", "A.3"],
      "controls whose owner is not unknown": ["A.1", "A.2"],
      "controls owned by Eve": ["A.3"],
      "orphaned controls": ["A.3", "A.4"],
      "unknown people": ["Bbo", "Eve"], "known people": ["Ann", "Bob"],
      "not known people": ["Bbo", "Eve"], "known or unknown people": ["Ann", "Bbo", "Bob", "Eve"],
      "active people": ["Ann", "Bob"],
      "people p where p is unknown, and p owns A.2": ["Bbo"],
    ]
    for (question, rows) in answers { #expect(try answer(question, engine) == rows, "\(question)") }
    guard case .answer(let people)? = try engine.run("people").last else { return }
    #expect(people.notes == ["2 of 4 are unknown: nothing defines them"])
    guard case .answer(let asked)? = try engine.run("unknown people").last else { return }
    #expect(asked.notes.isEmpty)
  }

  @Test func `a statement defines an unknown thing`() throws {
    var engine = try engine()
    try engine.run(LenientLoadTests.load)
    try engine.run("add person Eve with department \"Sales\"")
    #expect(try answer("controls with an unknown owner", engine) == ["A.2"])
    #expect(try answer("people who own A.3", engine) == ["Eve"])
    #expect(try answer("people whose department is \"Sales\"", engine) == ["Bob", "Eve"])
    try engine.run("remove Bbo")
    #expect(try answer("unknown people", engine).isEmpty)
  }

  @Test func `links name unknown things at both ends, once each`() throws {
    var engine = try engine()
    try engine.run(LenientLoadTests.load)
    try engine.run(
      "load owns from \"owns.csv\" with person from \"Who\", control from \"What\", since from \"Since\""
    )
    #expect(try answer("unknown people", engine) == ["Bbo", "Eve", "Fay"])
    #expect(try answer("unknown controls", engine) == ["A.9"])
    #expect(try answer("controls directly owned by Eve", engine) == ["A.3", "A.4"])
  }

  @Test func `a check tells what passes only by something unknown`() throws {
    var engine = try engine()
    try engine.run(LenientLoadTests.load)
    func check(_ sentence: String) throws -> CheckResult? {
      guard case .check(let result)? = try engine.run("check: \(sentence)").last else { return nil }
      return result
    }
    let owned = try #require(try check("every control has an owner"))
    #expect(owned.offenders.rows.map { $0[0]?.description } == ["A.4"])
    #expect(owned.noData == ["1 passes only by what is unknown"])
    let active = try #require(try check("every control has an active owner"))
    #expect(active.offenders.rows.map { $0[0]?.description } == ["A.3", "A.4"])
    #expect(active.noData.isEmpty)
  }

  @Test func `a row of a later file defines what an earlier one named`() throws {
    var engine = try engine()
    try engine.run(LenientLoadTests.load)
    try engine.run("load people from \"late.csv\" with manager from \"Boss\"")
    #expect(try answer("unknown people", engine) == ["Bbo"])
    #expect(try answer("controls owned by Eve", engine) == ["A.3"])
    #expect(try answer("people who are managed by Eve", engine) == ["Fay"])
    #expect(try answer("people whose department is \"IT\"", engine) == ["Ann", "Eve"])
    #expect(try answer("controls with a known owner", engine) == ["A.1", "A.2", "A.3"])
    let proof = try engine.why("Eve", in: "people whose department is \"IT\"")
    #expect("\(proof)".contains("late.csv"))
    // A second row with the name is one too many.
    let error = #expect(throws: QueryError.self) {
      try engine.run("load people from \"late.csv\" with manager from \"Boss\"")
    }
    #expect(error?.diagnostics.first?.help.first?.contains("there is already a person") == true)
  }

  @Test func `a manager may be named before the row that defines him`() throws {
    var engine = try engine(lenient: false)
    try engine.run("load people from \"chain.csv\" with manager from \"Boss\"")
    #expect(try answer("people who are managed by Gil", engine) == ["Hal"])
  }

  @Test func `an unknown thing is saved as one`() throws {
    var engine = try engine()
    try engine.run(LenientLoadTests.load)
    let saved = try engine.saved()
    #expect(saved.contains("add unknown person \"Bbo\""))
    var again = Engine(today: engine.today)
    try again.run(saved)
    #expect(try again.saved() == saved)
    for question in [
      "unknown people", "controls with an unknown owner", "controls with a known owner",
      "orphaned controls",
    ] {
      #expect(try answer(question, again) == answer(question, engine), "\(question)")
    }
    try again.run("add person Bbo with department \"IT\"")
    #expect(try answer("unknown people", again) == ["Eve"])
  }

  @Test func `with another mistake nothing is loaded`() throws {
    var engine = try engine()
    #expect(throws: QueryError.self) {
      try engine.run("load controls from \"bad.csv\" with owner from \"Nobody\"")
    }
    #expect(try answer("unknown people", engine).isEmpty)
  }

  @Test func `a proof says who is unknown`() throws {
    var engine = try engine()
    try engine.run(LenientLoadTests.load)
    let proof = try engine.why("A.3", in: "orphaned controls")
    let text = "\(proof)"
    #expect(text.contains("the unknown Eve is not active"))
    #expect(text.contains("Eve is unknown"))
  }
}
