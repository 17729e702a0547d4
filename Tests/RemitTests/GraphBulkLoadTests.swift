// SPDX-License-Identifier: Apache-2.0
import Dispatch
import RemitFormats
import Testing

@testable import Remit

/// Shortcuts of loading make what the long way makes.
struct GraphBulkLoadTests {
  private let model = GraphModel()

  // MARK: Texts found by their numbers

  /// Texts of one form or of several, with numbers that lie close or far apart.
  private static let forms: [@Sendable (Int, inout SeededRandom) -> String] = [
    { place, _ in "\(place)" },
    { place, _ in "\(100_000 - place)" },
    { _, random in "R\(random.next() % 500)" },
    { _, random in "A.\(String(1_000 + random.next() % 300).dropFirst())" },
    { _, random in "\(["", "0", "00"][Int(random.next() % 3)])\(random.next() % 40)" },
    { place, random in "\(["server", "laptop"][Int(random.next() % 2)])-\(place)" },
    { _, random in "\(random.next() % 3_000_000_000)" },
    { place, random in "\(["é", "e\u{301}", "K", "\u{212A}"][Int(random.next() % 4)])\(place % 9)"
    },
    { place, random in place == 900 ? "no number" : "\(place)\(random.next() % 50 == 0 ? "x" : "")"
    },
    { place, random in random.next() % 90 == 0 ? "\(place)\(place)\(place)" : "x\(place * 3)" },
  ]

  @Test(arguments: forms.indices)
  func `texts are found whatever they end with`(form: Int) throws {
    var random = SeededRandom(seed: UInt64(form) + 40)
    var dictionary = TextDictionary()
    // By the text in composed form.
    var codes: [String: UInt32] = [:]
    for place in 0..<3_000 {
      let text = GraphBulkLoadTests.forms[form](place, &random)
      #expect(dictionary.code(of: text) == codes[text])
      let interned = dictionary.intern(text)
      let code = try #require(interned)
      #expect(codes.updateValue(code, forKey: text) ?? code == code)
      #expect(dictionary[code] == text)
    }
    #expect(dictionary.count == codes.count)
    for (text, code) in codes {
      #expect(dictionary.code(of: text) == code)
      for other in ["0\(text)", "\(text)0", String(text.dropFirst()), String(text.dropLast())] {
        #expect(dictionary.code(of: other) == codes[other], "\(other)")
      }
    }
    #expect(dictionary.code(of: "") == nil)
  }

  // MARK: Links of a whole table

  @Test(arguments: 0..<20)
  func `links that are added at once are those added one by one`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed) + 1)
    var builder = GraphBuilder(schema: model.schema)
    for number in 0..<30 {
      try builder.addThing(
        model.person, attributes: [(model.personName, .text("person \(number)"))])
      try builder.addThing(model.role, attributes: [(model.title, .text("role \(number)"))])
    }
    var single = builder
    for file in 0..<3 {
      var text = "who,what,since,until\n"
      let isDated = random.next() % 3 > 0
      for _ in 0..<random.next() % 60 {
        let (person, role) = (random.next() % 30, random.next() % 30)
        let start = isDated && random.next() % 2 == 0 ? "2024-01-0\(1 + random.next() % 9)" : ""
        let end = isDated && random.next() % 2 == 0 ? "2025-01-0\(1 + random.next() % 9)" : ""
        text += "person \(person),role \(role),\(start),\(end)\n"
      }
      let table = try CSVReader.read(Array(text.utf8), name: "links\(file).csv")
      let report = builder.load(
        table: table, relations: [model.holds],
        left: LoadEnd(column: 0, kinds: [model.person]),
        right: LoadEnd(column: 1, kinds: [model.role, model.asset]),
        mapping: [(2, .start), (3, .end)])
      #expect(report.problems == [])
      #expect(report.links == table.rowCount)
      for row in 0..<table.rowCount {
        let left = single.find(table.cell(row: row, column: 0), kinds: [model.person])
        let right = single.find(table.cell(row: row, column: 1), kinds: [model.role])
        try single.addLink(
          model.holds, left: try #require(left.first), right: try #require(right.first),
          from: Day(table.cell(row: row, column: 2)), until: Day(table.cell(row: row, column: 3)),
          source: FactSource(file: table.name, line: Int(table.lines[row])))
      }
      // Some links are there already when the last file comes.
      if file == 1 {
        builder = GraphBuilder(builder.build())
        single = GraphBuilder(single.build())
      }
    }
    let (graph, other) = (builder.build(), single.build())
    #expect(graph.plainLinks(model) == other.plainLinks(model))
    let tables = zip(graph.linkTables(of: model.holds), other.linkTables(of: model.holds))
    for (one, another) in tables {
      for link in 0..<UInt32(one.count) {
        #expect(graph.source(ofLink: link, in: one) == other.source(ofLink: link, in: another))
      }
    }
  }

  // MARK: Order and threads

  private static let threads: Concurrently = { count, body in
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }

  @Test(arguments: [nil, "nobody", "2024-13-01"])
  func `both ends of many links are read at the same time`(mistake: String?) throws {
    var builder = GraphBuilder(schema: model.schema)
    for number in 0..<300 {
      try builder.addThing(
        model.person, attributes: [(model.personName, .text("person \(number)"))])
      try builder.addThing(model.role, attributes: [(model.title, .text("role \(number)"))])
    }
    var random = SeededRandom(seed: 4)
    var text = "who,what,since,until\n"
    for row in 0..<(Concurrency.worthAThread + 5_000) {
      let isWrong = row % 9_000 == 8_999
      let who = isWrong && mistake == "nobody" ? "nobody" : "person \(random.next() % 300)"
      let since = isWrong && mistake == "2024-13-01" ? "2024-13-01" : "2024-01-0\(1 + row % 9)"
      text += "\(who),role \(random.next() % 300),\(since),\(row % 3 == 0 ? "2025-02-01" : "")\n"
    }
    let table = try CSVReader.read(Array(text.utf8), name: "links.csv")
    var other = builder
    func load(_ builder: inout GraphBuilder, _ concurrently: Concurrently?) -> LoadReport {
      builder.load(
        table: table, relations: [model.holds],
        left: LoadEnd(column: 0, kinds: [model.person]),
        right: LoadEnd(column: 1, kinds: [model.role, model.asset]),
        mapping: [(2, .start), (3, .end)], concurrently: concurrently)
    }
    let report = load(&builder, nil)
    let same = load(&other, GraphBulkLoadTests.threads)
    #expect(report.problems == same.problems)
    #expect(report.problems.isEmpty == (mistake == nil))
    #expect(report.links == same.links)
    #expect(builder.build().plainLinks(model) == other.build().plainLinks(model))
  }

  /// Things with names of several forms, and links between them.
  private func large() throws -> GraphBuilder {
    var random = SeededRandom(seed: 9)
    var builder = GraphBuilder(schema: model.schema)
    var people = "name\n"
    var assets = "ref\n"
    for number in 0..<40_000 {
      let word = ["Server room", "server", "A.5", "Zoë"][Int(random.next() % 4)]
      assets += "\(word) \(number)\n"
      people += "person \(random.next() % 1_000_000_000_000)-\(number)\n"
    }
    var needs = "from,to\n"
    var owns = "owner,asset\n"
    for number in 0..<60_000 {
      needs += "\(random.next() % 40_000),\(random.next() % 40_000)\n"
      owns += "\(number % 40_000),\(random.next() % 40_000)\n"
    }
    for (text, kind, attribute) in [
      (people, model.person, model.personName), (assets, model.asset, model.assetReference),
    ] {
      let report = builder.load(
        table: try CSVReader.read(Array(text.utf8), name: "things.csv"), kind: kind,
        mapping: [(0, .attribute(attribute))])
      #expect(report.problems == [])
    }
    for (text, relation, left) in [
      (needs, model.needs, model.asset), (owns, model.owns, model.person),
    ] {
      // The cells are numbers of nodes, not names.
      let table = try CSVReader.read(Array(text.utf8), name: "links.csv")
      for row in 0..<table.rowCount {
        try builder.addLink(
          relation,
          left: Entity(kind: left, node: UInt32(table.cell(row: row, column: 0)) ?? 0),
          right: Entity(kind: model.asset, node: UInt32(table.cell(row: row, column: 1)) ?? 0))
      }
    }
    return builder
  }

  @Test func `many names are put in natural order, and threads change nothing`() throws {
    let builder = try large()
    let graph = builder.build()
    let other = builder.build(concurrently: GraphBulkLoadTests.threads)
    for kind in [model.person, model.asset] {
      let ranks = graph.things[kind.index].ranks
      #expect(ranks == other.things[kind.index].ranks)
      var order = [NodeID](repeating: .max, count: ranks.count)
      for (node, rank) in ranks.enumerated() { order[Int(rank)] = NodeID(node) }
      #expect(!order.contains(.max))
      let labels = order.map { graph.label(of: Entity(kind: kind, node: $0)) }
      for (one, next) in zip(labels, labels.dropFirst()) {
        #expect(NaturalOrder.compare(one, next) < 0, "\(one) \(next)")
      }
    }
    for relation in [model.needs, model.owns] {
      let table = try #require(graph.linkTables(of: relation).first)
      let same = try #require(other.linkTables(of: relation).first)
      #expect(table.forward.offsets == same.forward.offsets)
      #expect(table.forward.targets == same.forward.targets)
      #expect(table.backward.targets == same.backward.targets)
      #expect(table.backwardLinks == same.backwardLinks)
    }
  }
}
