// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct GraphBuilderTests {
  private let model = GraphModel()

  @Test(arguments: 1...16)
  func `random changes give the graph a plain reference has`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var reference = ReferenceGraph(model)
    var builder = GraphBuilder(schema: model.schema)
    var graph = builder.build()
    for step in 0..<40 {
      let note: Comment = "seed \(seed), step \(step)"
      for _ in 0..<random.next() % 6 {
        try reference.change(&builder, graph, &random)
      }
      let before = graph.plainLinks(model).sorted { "\($0)" < "\($1)" }
      let built = builder.build()
      #expect(graph.plainLinks(model).sorted { "\($0)" < "\($1)" } == before, note)
      if random.next() % 4 != 0 {
        graph = built
        builder = GraphBuilder(graph)
      }
      try reference.compare(built, note)
      if random.next() % 4 == 0, random.next() % 2 == 0 {
        graph = built
        builder = GraphBuilder(graph)
      }
    }
  }

  @Test func `relations that were not touched are shared`() throws {
    var builder = GraphBuilder(schema: model.schema)
    let ann = try builder.addThing(model.person, attributes: [(model.personName, .text("Ann"))])
    let ledger = try builder.addThing(
      model.asset,
      attributes: [(model.assetReference, .text("Ledger"))]
    )
    let admin = try builder.addThing(model.role, attributes: [(model.title, .text("Admin"))])
    try builder.addLink(model.owns, left: ann, right: ledger)
    try builder.addLink(model.holds, left: ann, right: admin)
    let graph = builder.build()
    var draft = GraphBuilder(graph)
    try draft.addLink(model.owns, left: admin, right: ledger)
    let changed = draft.build()
    #expect(
      graph.linkTables(of: model.holds).first === changed.linkTables(of: model.holds).first
    )
    #expect(graph.linkTables(of: model.owns).count == 1)
    #expect(changed.linkTables(of: model.owns).count == 2)
  }

  @Test func `facts that do not fit are refused and change nothing`() throws {
    var builder = GraphBuilder(schema: model.schema)
    let ann = try builder.addThing(
      model.person,
      attributes: [(model.personName, .text("Ann")), (model.email, .text("ann@x"))]
    )
    let ledger = try builder.addThing(
      model.asset,
      attributes: [(model.assetReference, .text("Ledger"))]
    )
    func refuse(_ message: String, _ change: (inout GraphBuilder) throws -> Void) {
      var copy = builder
      let error = #expect(throws: GraphError.self) { try change(&copy) }
      #expect(error?.message == message)
    }
    refuse("there is already a person with the email 'ann@x'") {
      try $0.addThing(
        model.person,
        attributes: [(model.personName, .text("Bob")), (model.email, .text("ann@x"))]
      )
    }
    refuse("there is already a person with the name 'Ann'") {
      try $0.addThing(model.person, attributes: [(model.personName, .text("Ann"))])
    }
    refuse("a person needs an email or name") {
      try $0.addThing(model.person, attributes: [(model.department, .text("IT"))])
    }
    refuse("the name of a person cannot be empty") {
      try $0.addThing(model.person, attributes: [(model.personName, .text(""))])
    }
    refuse("'top' is no value for 'classification': levels public < internal < secret") {
      try $0.setAttribute(model.classification, of: ledger, to: .text("top"))
    }
    refuse("an asset cannot be at the left of 'owns'") {
      try $0.addLink(model.owns, left: ledger, right: ledger)
    }
    refuse("'owns' cannot end on 1970-01-02, it starts on 1970-01-03") {
      try $0.addLink(
        model.owns,
        left: ann,
        right: ledger,
        from: Day(number: 2),
        until: Day(number: 1)
      )
    }
    refuse("'needs' is not dated") {
      try $0.addLink(model.needs, left: ledger, right: ledger, from: Day(number: 2))
    }
    refuse("a certificate is made by a link and cannot be added by itself") {
      try $0.addThing(model.certificate, attributes: [])
    }
    refuse("'holder' follows from other links and cannot be added by itself") {
      try $0.addLink(model.certified, left: ann, right: ann)
    }
    refuse("the person is not there any more") {
      try $0.removeThing(ann)
      try $0.addLink(model.owns, left: ann, right: ledger)
    }
  }

  @Test func `two people may share a name when each has a key`() throws {
    var builder = GraphBuilder(schema: model.schema)
    for mail in ["a@x", "b@x"] {
      try builder.addThing(
        model.person,
        attributes: [(model.personName, .text("Ann Lee")), (model.email, .text(mail))]
      )
    }
    let graph = builder.build()
    #expect(graph.find("Ann Lee", kinds: [model.person]).count == 2)
    #expect(graph.find("b@x", kinds: [model.person]).map(\.node) == [1])
  }

  @Test func `a dated link that is ended keeps its past`() throws {
    var builder = GraphBuilder(schema: model.schema)
    let ann = try builder.addThing(model.person, attributes: [(model.personName, .text("Ann"))])
    let ledger = try builder.addThing(
      model.asset,
      attributes: [(model.assetReference, .text("Ledger"))]
    )
    let days: [(Int32?, Int32?)] = [(nil, 5), (5, nil), (20, nil), (10, nil)]
    for (from, until) in days {
      try builder.addLink(
        model.owns,
        left: ann,
        right: ledger,
        from: from.map(Day.init),
        until: until.map(Day.init)
      )
    }
    let ended = builder.endLinks(model.owns, left: ann, right: ledger, on: Day(number: 10))
    #expect(ended == 2)
    let table = try #require(builder.build().linkTables(of: model.owns).first)
    #expect(table.from == [.min, 5, 20])
    #expect(table.until == [5, 10, .max])
    try builder.addLink(model.needs, left: ledger, right: ledger)
    let removed = builder.endLinks(model.needs, left: ledger, right: ledger, on: Day(number: 1))
    #expect(removed == 1)
    #expect(builder.build().linkTables(of: model.needs).isEmpty)
  }

  @Test func `every fact knows where it came from`() throws {
    var builder = GraphBuilder(schema: model.schema)
    var people: [Entity] = []
    for line in [1, 5_000, 4_095, 4_096, 3] {
      people.append(
        try builder.addThing(
          model.person,
          attributes: [(model.personName, .text("P\(line)"))],
          source: FactSource(file: "people.csv", line: line)
        )
      )
    }
    let admin = try builder.addThing(model.role, attributes: [(model.title, .text("Admin"))])
    for (line, person) in people.enumerated().reversed() {
      try builder.addLink(
        model.holds,
        left: person,
        right: admin,
        source: FactSource(file: "holds.csv", line: line + 1)
      )
    }
    let graph = builder.build()
    #expect(
      people.map { graph.source(of: $0).description } == [
        "people.csv:1", "people.csv:5000", "people.csv:4095", "people.csv:4096", "people.csv:3",
      ]
    )
    #expect(graph.source(of: admin).description == "the prompt")
    let table = try #require(graph.linkTables(of: model.holds).first)
    for link in UInt32(0)..<5 {
      #expect(graph.source(ofLink: link, in: table).description == "holds.csv:\(link + 1)")
    }
    let record = try #require(graph.record(of: 2, in: table))
    #expect(graph.source(of: record).description == "holds.csv:3")
  }

  @Test func `records answer from their links and sort by their ends`() throws {
    var builder = GraphBuilder(schema: model.schema)
    let bob = try builder.addThing(model.person, attributes: [(model.personName, .text("Bob"))])
    let ann = try builder.addThing(model.person, attributes: [(model.personName, .text("Ann"))])
    let java = try builder.addThing(model.role, attributes: [(model.title, .text("Java"))])
    for (person, day, level) in [(bob, 3, 1.0), (ann, 9, 2), (ann, 4, 3)] {
      try builder.addLink(
        model.holds,
        left: person,
        right: java,
        from: Day(number: Int32(day)),
        attributes: [(model.level, .number(level))]
      )
    }
    let graph = builder.build()
    let records = graph.sorted(
      graph.nodes(of: model.certificate).map { Entity(kind: model.certificate, node: $0) }
    )
    #expect(
      records.map { graph.label(of: $0) } == [
        "certificate of Ann, Java", "certificate of Ann, Java", "certificate of Bob, Java",
      ]
    )
    #expect(
      records.map { graph.value(of: model.level, for: $0.node) } == [
        .number(3), .number(2), .number(1),
      ]
    )
    #expect(
      records.map { graph.value(of: model.startDate, for: $0.node) } == [
        .day(Day(number: 4)), .day(Day(number: 9)), .day(Day(number: 3)),
      ]
    )
    #expect(graph.value(of: model.endDate, for: 0) == nil)
    #expect(graph.value(of: model.relationName, for: 0) == .text("holds"))
    var draft = GraphBuilder(graph)
    try draft.setAttribute(model.level, of: records[2], to: .number(7))
    try draft.setAttribute(model.endDate, of: records[2], to: .day(Day(number: 30)))
    try draft.removeThing(records[0])
    let changed = draft.build()
    let table = try #require(changed.linkTables(of: model.holds).first)
    #expect(table.count == 2)
    #expect(table.from == [3, 9])
    #expect(table.until == [30, .max])
    #expect(changed.value(of: model.level, for: 0) == .number(7))
    #expect(changed.capacity(of: model.certificate) == 2)
    let holders = try #require(changed.linkTables(of: model.certified).first)
    #expect(holders.forward.targets == [bob.node, ann.node])
  }
}
