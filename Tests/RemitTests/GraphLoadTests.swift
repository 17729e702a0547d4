// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Testing

@testable import Remit

struct GraphLoadTests {
  private let model = GraphModel()

  private func table(_ text: String, _ name: String = "data.csv") throws -> DataTable {
    try CSVReader.read(Array(text.utf8), name: name)
  }

  private func builder() throws -> GraphBuilder {
    var builder = GraphBuilder(schema: model.schema)
    for name in ["Ann", "Bob", "Clerk"] {
      try builder.addThing(model.person, attributes: [(model.personName, .text(name))])
    }
    for name in ["Admin", "Clerk"] {
      try builder.addThing(model.role, attributes: [(model.title, .text(name))])
    }
    return builder
  }

  @Test func `a table of things is loaded with the links its columns name`() throws {
    var builder = try builder()
    let report = builder.load(
      table: try table(
        """
        ref,level,owner,needs
        Ledger,secret,Ann; Admin,Vault
        Vault,Public,,
        Safe,,Bob;,Safe;Vault;Vault
        """
      ),
      kind: model.asset,
      mapping: [
        (0, .attribute(model.assetReference)), (1, .attribute(model.classification)),
        (2, .links([model.owns], rowIsLeft: false)), (3, .links([model.needs], rowIsLeft: true)),
      ]
    )
    #expect(report.problems == [])
    #expect(report.things == 3)
    #expect(report.links == 7)
    let graph = builder.build()
    let found = Set(graph.plainLinks(model).map { "\($0.left) \($0.relation.index) \($0.right)" })
    #expect(
      found == [
        "Ann 0 Ledger", "Admin 0 Ledger", "Bob 0 Safe", "Ledger 3 Vault", "Safe 3 Safe",
        "Safe 3 Vault",
      ]
    )
    #expect(graph.value(of: model.classification, for: 1) == .choice("public", rank: 0))
    #expect(graph.value(of: model.classification, for: 2) == nil)
    let vault = try #require(graph.entity("Vault", model))
    #expect(graph.source(of: vault).description == "data.csv:3")
    let needs = try #require(graph.linkTables(of: model.needs).first)
    #expect(graph.source(ofLink: 0, in: needs).description == "data.csv:2")
  }

  @Test func `everything that is wrong is reported and nothing is loaded`() throws {
    var builder = try builder()
    let before = builder.build()
    let report = builder.load(
      table: try table(
        """
        ref,level,owner
        Ledger,secrt,Ann
        Ledger,secret,Anm; Clerk
        ,secret,Bob
        """
      ),
      kind: model.asset,
      mapping: [
        (0, .attribute(model.assetReference)), (1, .attribute(model.classification)),
        (2, .links([model.owns], rowIsLeft: false)),
      ]
    )
    #expect(!report.isLoaded)
    #expect(report.problemCount == 5)
    #expect(
      report.problems.map { "\($0.line) \($0.column ?? "-") \($0.message) \($0.nearest)" } == [
        "2 level 'secrt' is no value for 'classification': levels public < internal < secret"
          + " [\"secret\"]",
        "3 ref there is already an asset with the ref 'Ledger' []",
        "3 owner no person or role is called 'Anm' [\"Ann\"]",
        "3 owner 'Clerk' is a person and a role []",
        "4 ref an asset needs a ref []",
      ]
    )
    let after = builder.build()
    #expect(after.capacity(of: model.asset) == 0)
    #expect(after.plainLinks(model) == before.plainLinks(model))
  }

  @Test func `a table of links chooses the signature by the ends`() throws {
    var builder = try builder()
    for name in ["Ledger", "Vault"] {
      try builder.addThing(model.asset, attributes: [(model.assetReference, .text(name))])
    }
    let report = builder.load(
      table: try table(
        """
        who,what,since,until,level
        Ann,Admin,2024-01-01,2025-01-01,3
        Ann,Admin,2024-01-01,2025-01-01,3
        Ann,Admin,2024-01-01,2025-01-01,4
        Bob,Ledger,2024-02-01,,
        """
      ),
      relations: [model.holds, model.owns],
      left: LoadEnd(column: 0, kinds: [model.person]),
      right: LoadEnd(column: 1, kinds: [model.role, model.asset]),
      mapping: [(2, .start), (3, .end), (4, .attribute(model.level))]
    )
    #expect(report.problems == [])
    #expect(report.links == 4)
    let graph = builder.build()
    let start = try #require(Day("2024-01-01")).number
    let end = try #require(Day("2025-01-01")).number
    #expect(
      Set(graph.plainLinks(model)) == [
        PlainLink(
          relation: model.holds,
          left: "Ann",
          right: "Admin",
          from: start,
          until: end,
          level: 3
        ),
        PlainLink(
          relation: model.holds,
          left: "Ann",
          right: "Admin",
          from: start,
          until: end,
          level: 4
        ),
        PlainLink(
          relation: model.owns,
          left: "Bob",
          right: "Ledger",
          from: try #require(Day("2024-02-01")).number
        ),
      ]
    )
  }

  @Test func `a delegation is loaded with its subject`() throws {
    var builder = try builder()
    let mapping: [(column: Int, target: LoadTarget)] = [(2, .part([model.subject]))]
    let report = builder.load(
      table: try table("from,to,subject\nAnn,Bob,Admin\nAnn,Bob,\n"),
      relations: [model.delegates],
      left: LoadEnd(column: 0, kinds: [model.person]),
      right: LoadEnd(column: 1, kinds: [model.person]),
      mapping: mapping
    )
    #expect(report.problems == [])
    #expect(
      Set(builder.build().plainLinks(model)) == [
        PlainLink(relation: model.delegates, left: "Ann", right: "Bob", subjects: ["Admin"]),
        PlainLink(relation: model.delegates, left: "Ann", right: "Bob"),
      ]
    )
  }

  @Test func `bad links are reported row by row`() throws {
    var builder = try builder()
    let report = builder.load(
      table: try table(
        """
        who,what,since,until
        Ann,Admin,2024-02-30,
        Ann,,2024-01-01,
        Bib,Admin,2024-01-01,2023-01-01
        Ann,Admin,2024-01-01,2023-01-01
        Ann,Bob,,
        """
      ),
      relations: [model.holds],
      left: LoadEnd(column: 0, kinds: [model.person]),
      right: LoadEnd(column: 1, kinds: [model.role, model.person]),
      mapping: [(2, .start), (3, .end)]
    )
    #expect(
      report.problems.map { "\($0.line) \($0.column ?? "-") \($0.message) \($0.nearest)" } == [
        "2 since '2024-02-30' is no value of the type date []",
        "3 what the name is missing []",
        "4 who no person is called 'Bib' [\"Bob\"]",
        "5 - 'holds' cannot end on 2023-01-01, it starts on 2024-01-01 []",
        "6 - a person cannot be linked to a person by 'holds' []",
      ]
    )
    #expect(builder.build().plainLinks(model).isEmpty)
  }

  @Test func `a hundred problems are kept and all are counted`() throws {
    var builder = try builder()
    let rows = (0..<5_000).map { "x\($0),Nobody\($0)" }.joined(separator: "\n")
    let report = builder.load(
      table: try table("ref,owner\n" + rows),
      kind: model.asset,
      mapping: [
        (0, .attribute(model.assetReference)), (1, .links([model.owns], rowIsLeft: false)),
      ]
    )
    #expect(report.problems.count == 100)
    #expect(report.problemCount == 5_000)
  }

  @Test func `two people of one name need a key each, also in a table`() throws {
    var builder = try builder()
    let mapping: [(column: Int, target: LoadTarget)] = [
      (0, .attribute(model.personName)), (1, .attribute(model.email)),
    ]
    let good = builder.load(
      table: try table("name,email\nEve,e@x\nEve,f@x\n"),
      kind: model.person,
      mapping: mapping
    )
    #expect(good.problems == [])
    let bad = builder.load(
      table: try table("name,email\nAnn,a@x\nEve,e@x\nZoe,\nZoe,z@x\nEve,g@x\n"),
      kind: model.person,
      mapping: mapping
    )
    #expect(
      bad.problems.map { "\($0.line) \($0.message)" } == [
        "2 there is already a person with the name 'Ann'",
        "3 there is already a person with the email 'e@x'",
        "5 there is already a person with the name 'Zoe'",
      ]
    )
  }
}
