// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Synchronization
import Testing

@testable import Remit

/// What somebody may ask about: E12.
struct AccessTests {
  private func restricted(
    _ accesses: [Access], _ permission: Permission, of snapshot: Snapshot? = nil
  ) throws -> Snapshot {
    try (snapshot ?? EmbeddingRegister.snapshot()).restricted { access in
      accesses.contains(access) ? permission : .allowed
    }
  }

  private let salary = Access.attribute("salary", of: "person")

  private func problem(_ snapshot: Snapshot, _ question: Question) -> QueryError? {
    do {
      _ = try snapshot.answer(question)
      return nil
    } catch { return error }
  }

  @Test func `E12 each kind, attribute and relation is asked about once`() throws {
    let asked = Mutex<[Access]>([])
    _ = try EmbeddingRegister.snapshot().restricted { access in
      asked.withLock { $0.append(access) }
      return .allowed
    }
    let all = asked.withLock { $0 }
    #expect(all.count == Set(all).count)
    #expect(all.contains(.kind("case file")))
    #expect(all.contains(salary))
    #expect(all.contains(.relation("owns", from: ["person"], to: ["control"])))
  }

  @Test func `E12 what is denied is an error with the place of the word`() throws {
    let snapshot = try restricted(
      [salary, .kind("case file"), .relation("protects", from: ["control"], to: ["asset"])],
      .denied)
    for (question, word) in [
      ("people whose salary is above 80000", "salary"), ("people showing name, salary", "salary"),
      ("case files", "case files"), ("people who handle a case file", "handle"),
      ("controls that protect \"Payroll\"", "protect"),
    ] {
      let error = try #require(problem(snapshot, Question(text: question)), "\(question)")
      let diagnostic = try #require(error.diagnostics.first)
      #expect(diagnostic.id == "not-allowed", "\(question): \(error)")
      #expect(error.source.text(in: diagnostic.range) == word)
    }
    #expect(try snapshot.answer("controls owned by Ann").rowCount == 1)
    #expect(try snapshot.answer("people").rowCount == 3)
  }

  @Test func `E12 what is hidden is as unknown as any other word`() throws {
    let snapshot = try restricted(
      [salary, .kind("case file"), .relation("protects", from: ["control"], to: ["asset"])],
      .hidden)
    var plain = EmbeddingRegister.script
    for line in [
      "  salary: number\n", "kind case file\n  name: text\n", "relation control protects asset\n",
      "relation person handles case file\n", ", salary 90000", ", salary 70000",
      "add case file \"Leak 7\"\n", "add A.5.1 protects \"Payroll\"\n",
      "add A.5.3 protects \"Website\"\n", "add Cem handles \"Leak 7\"\n",
    ] {
      #expect(plain.contains(line))
      plain = plain.replacing(line, with: "")
    }
    let without = try Snapshot(plain, today: EmbeddingRegister.today)
    for question in [
      "people whose salary is above 80000", "people whose salery is above 80000",
      "people showing name, salary", "case files", "people who handle a case file",
      "people who handel something", "controls that protect \"Payroll\"", "people named \"Leak 7\"",
      "controls owned by \"Leak 7\"", "controls owned by \"Leak 8\"", "salary of Ann",
      "what is \"Leak 7\"", "people whose leak is 7", "Leak 7",
    ] {
      let (one, other) = (
        problem(snapshot, Question(text: question)), problem(without, Question(text: question))
      )
      #expect(one == other, "\(question)")
    }
    #expect(snapshot.describeSchema() == without.describeSchema())
    for text in [
      "", "people whose ", "people who ", "people who h", "controls that p", "what is L",
    ] {
      #expect(
        snapshot.completions(for: text).completions == without.completions(for: text).completions)
    }
    for question in ["people", "controls", "assets", "everything", "controls with no owner"] {
      let (one, other) = (
        try? snapshot.answer(Question(text: question)),
        try? without.answer(Question(text: question))
      )
      #expect(one?.rows == other?.rows, "\(question)")
    }
  }

  @Test(arguments: [Permission.denied, .hidden])
  func `E12 a definition that reads what is refused goes with it, also through another`(
    permission: Permission
  ) throws {
    let whole = try EmbeddingRegister.snapshot().editing {
      try $0.run(
        """
        define a person is well paid if their salary is above 80000
        define a control is costly if its owner is well paid
        """)
    }
    #expect(try whole.answer("costly controls").rowCount == 1)
    let snapshot = try restricted([salary], permission, of: whole)
    for question: Question in ["well paid people", "costly controls", "controls that are costly"] {
      let ids = problem(snapshot, question)?.diagnostics.map(\.id)
      #expect(ids == [permission == .denied ? "not-allowed" : "unknown-word"], "\(question)")
    }
    #expect(try snapshot.answer("risky controls").rowCount == 2)
    #expect(!snapshot.describeSchema().contains("paid"))
  }

  @Test(arguments: [Permission.denied, .hidden])
  func `E12 a definition that only counts what is refused goes with it`(
    permission: Permission
  ) throws {
    let whole = try EmbeddingRegister.snapshot().editing {
      try $0.run("define a person is nervous if number of case files is at least 1")
    }
    #expect(try whole.answer("nervous people").rowCount == 3)
    let snapshot = try restricted([.kind("case file")], permission, of: whole)
    #expect(problem(snapshot, "nervous people") != nil)
    #expect(!snapshot.describeSchema().contains("nervous"))
  }

  @Test(arguments: [Permission.denied, .hidden])
  func `E12 what a let has found by what is refused goes too`(permission: Permission) throws {
    let whole = try EmbeddingRegister.snapshot().editing {
      try $0.run(
        """
        let rich be people whose salary is above 80000
        let payroll be total salary of people
        let pay be total salary of people per department
        """)
    }
    #expect(try whole.answer("rich").rowCount == 1)
    let snapshot = try restricted([salary], permission, of: whole)
    for question: Question in [
      "rich", "people who are rich", "people whose salary is payroll", "pay", "pays showing total",
    ] {
      #expect(problem(snapshot, question) != nil, "\(question)")
    }
    #expect(!snapshot.describeSchema().contains("rich"))
    #expect(!snapshot.completions(for: "").completions.contains { $0.text.hasPrefix("pay") })
    #expect(try snapshot.answer("people").rows == whole.answer("people").rows)
  }

  @Test func `E12 what is said of several kinds is said of those that are left`() throws {
    let whole = try EmbeddingRegister.snapshot().editing {
      try $0.run(
        """
        relation person looks after asset or case file as keeper, recorded as duty
        add Ann looks after "Payroll"
        add Ann looks after "Leak 7"
        define an asset or case file is tended if a person looks after it
        """)
    }
    #expect(
      try whole.answer("tended assets").rowCount == 1
    )
    let snapshot = try restricted([.kind("case file")], .hidden, of: whole)
    #expect(try snapshot.answer("tended assets").rowCount == 1)
    #expect(try snapshot.answer("duties").rowCount == 1)
    #expect(try snapshot.answer("people who look after something").rowCount == 1)
    #expect(
      try snapshot.answer("number of duties per keeper").rows(String.self, Int.self).map { $0.1 }
        == [1])
    #expect(!snapshot.describeSchema().contains("case file"))
    for question: Question in ["tended controls", "controls that Ann looks after"] {
      #expect(problem(snapshot, question)?.rendered.contains("case file") == false)
    }
    let records = try restricted([.kind("duty")], .hidden, of: whole)
    #expect(problem(records, "duties") != nil)
    #expect(!records.describeSchema().contains("duty"))
    #expect(try records.answer("assets with a keeper").rowCount == 1)
  }

  @Test func `E12 a question prepared with all rights is read again with fewer`() throws {
    let whole = try EmbeddingRegister.snapshot()
    let query = try whole.prepare("people whose salary is above 80000")
    #expect(try whole.answer(query).rowCount == 1)
    let snapshot = try restricted([salary], .denied)
    #expect(throws: QueryError.self) { try snapshot.answer(query) }
    let other = try restricted([salary], .denied, of: whole)
    #expect(throws: QueryError.self) { try other.answer(query) }
  }

  @Test func `E12 a second restriction takes away more and gives nothing back`() throws {
    let first = try restricted([salary], .hidden)
    let second = first.restricted { $0 == .kind("case file") ? .denied : .allowed }
    #expect(
      problem(second, "people whose salary is above 1")?.diagnostics.first?.id == "unknown-word")
    #expect(problem(second, "case files")?.diagnostics.first?.id == "not-allowed")
  }

  @Test func `E12 hidden names are shown by nothing and find nothing`() throws {
    let snapshot = try restricted([.attribute("name", of: "person")], .hidden)
    #expect(try snapshot.answer("people").rowCount == 3)
    let text = try snapshot.answer("controls showing ref, owner").rows.description
    #expect(!text.contains("Ann") && !text.contains("Bob"))
    #expect(problem(snapshot, "controls owned by Ann") != nil)
    #expect(problem(snapshot, "controls owned by An")?.rendered.contains("Ann") != true)
  }

  @Test func `E12 reading files, writing and changing are asked about when they happen`() throws {
    struct Files: Loader, Writer {
      func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
        SourceText("kind tool", name: name)
      }
      func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
        DataTable(
          name: name, columns: ["name"], bytes: Array("Zoe".utf8), ends: [3], lines: [2])
      }
      func write(
        _ answer: QueryResult, to name: String, from base: String?
      ) throws(LoadError) {}
      func write(script: String, to name: String, from base: String?) throws(LoadError) {}
    }
    var engine = try EmbeddingRegister.snapshot().engine
    (engine.loader, engine.writer) = (Files(), Files())
    let whole = engine.frozen()
    let statements: [(String, Access)] = [
      ("use \"tools.remit\"", .use("tools.remit")), ("load people from \"p.csv\"", .load("p.csv")),
      ("export people to \"p.csv\"", .export("p.csv")), ("save \"all.remit\"", .save("all.remit")),
      ("add person \"Zoe\"", .change),
    ]
    for (statement, access) in statements {
      _ = try whole.editing { try $0.run(statement) }
      for permission in [Permission.denied, .hidden] {
        let snapshot = try restricted([access], permission, of: whole)
        #expect {
          try snapshot.editing { try $0.run(statement) }
        } throws: { error in
          (error as? QueryError)?.diagnostics.map(\.id) == ["not-allowed"]
        }
      }
    }
  }
}
