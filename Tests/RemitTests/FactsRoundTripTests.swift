// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Facts that are saved and loaded again make the same graph, whatever things are
/// called.
struct FactsRoundTripTests {
  private static let model = """
    kind person (people)
      name: text
      email: text, key
      score: number
      boss: flag
      notice: duration
      start: date
      team: text
      level: levels low < very high < L3
    kind control
      ref: text, key
      title: text
    relation person likes person or control as fan / idol, dated, recorded as liking
      note: text
      weight: number
      witness: person
    relation person meets person, symmetric, dated on day
    relation control is part of control
    relation person masters control, recorded as mastery (masteries)
      grade: levels low < high

    """

  /// Names that have been trouble somewhere.
  private static let awkward = [
    "a\"b", "\"", "\"\"", "\"a\"", "a\"\"", "“a”", "“a \"b\"”", "‘a’", "it's", "Ann's", ".quit",
    "--help", "  a  b ", "# a", "a. b", "a.", "a?", "x: y", "remit 1", "who", "everything",
    "no", "unknown", "2024-02-29", "2024-02-30", "1e5", "-1", "12", "A.5.1", "$x", "{x}", "\\",
    "\\n", "a\nb", "a\n\nb", "\na", "a\r\nb\t", "\"\n\"", "newline", "\" newline \"", "cr tab",
    "C:\\new", "漢字", "🏳️‍🌈", "é", "ß", "İ", "a,b;c", "<script>", "=1+1", "add person Ann", "it",
    "a\u{A0}b", "p", "p1", "(a)", "a+b", "Ann Li", "ann li",
    String(repeating: "é", count: 10_000),
  ]

  private static let pieces =
    awkward.filter { $0.count < 8 } + ["a", "B", " ", "\"", "“", "”", "."]

  /// What is called by it is told from all others.
  private struct Names {
    private var used: Set<String> = []

    mutating func next(_ random: inout RandomSource) -> String {
      while true {
        var name = random.pick(FactsRoundTripTests.awkward) ?? "a"
        if !random.oneIn(3) {
          name = (0...random.below(3)).map { _ in
            random.pick(FactsRoundTripTests.pieces) ?? ""
          }.joined()
        }
        // A name of nothing but blanks is refused.
        guard !name.allSatisfy(\.isWhitespace) else { continue }
        if used.insert(name).inserted { return name }
      }
    }
  }

  private static func engine(seed: UInt64) throws -> Engine {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(model)
    var random = RandomSource(seed: seed)
    var builder = engine.builder()
    let schema = engine.model.schema
    let person = try #require(schema.kind(named: "person"))
    let control = try #require(schema.kind(named: "control"))
    func attribute(_ name: String, _ kind: KindID) throws -> AttributeID {
      try #require(schema.attribute(named: name, of: kind))
    }
    var names = Names()
    var people: [Entity] = []
    var controls: [Entity] = []
    for index in 0..<(2 + random.below(8)) {
      var values: [(AttributeID, Value)] = []
      let hasName = !random.oneIn(4)
      if hasName { values.append((try attribute("name", person), .text(names.next(&random)))) }
      if !hasName || random.oneIn(2) {
        values.append((try attribute("email", person), .text(names.next(&random))))
      }
      if random.oneIn(2) {
        let score = [0, -2.5, 1e21, 1e-7, 0.1, 12_345_678_901, 3][random.below(7)]
        values.append((try attribute("score", person), .number(score)))
      }
      if random.oneIn(3) { values.append((try attribute("boss", person), .flag(true))) }
      if random.oneIn(3) {
        values.append(
          (try attribute("notice", person), .period(Period(days: Int32(random.below(40))))))
      }
      if random.oneIn(3) {
        values.append((try attribute("start", person), .day(day(&random))))
      }
      if random.oneIn(3) {
        values.append((try attribute("team", person), .text(names.next(&random))))
      }
      if random.oneIn(3) {
        let rank = random.below(3)
        values.append(
          (try attribute("level", person), .choice(["low", "very high", "L3"][rank], rank: rank)))
      }
      people.append(
        try builder.addThing(
          person, attributes: values, source: .prompt, isUnknown: hasName && index % 5 == 4))
    }
    for _ in 0..<(1 + random.below(4)) {
      var values = [(try attribute("ref", control), Value.text(names.next(&random)))]
      if random.oneIn(2) {
        values.append((try attribute("title", control), .text(names.next(&random))))
      }
      controls.append(try builder.addThing(control, attributes: values, source: .prompt))
    }
    for _ in 0..<random.below(16) {
      try addLink(people, controls, to: &builder, engine, &random)
    }
    if random.oneIn(3), people.count > 2 { try builder.removeThing(people[0]) }
    engine.draft = builder
    return engine
  }

  private static func day(_ random: inout RandomSource) -> Day {
    let days = ["0001-01-01", "9999-12-31", "2024-02-29", "1969-12-31", "2026-06-30"]
    return Day(days[random.below(days.count)]) ?? .earliest
  }

  private static func addLink(
    _ people: [Entity], _ controls: [Entity], to builder: inout GraphBuilder, _ engine: Engine,
    _ random: inout RandomSource
  ) throws {
    func relation(_ name: String) throws -> RelationID {
      try #require(engine.model.verbs[name]?.relations.first)
    }
    let left = people[random.below(people.count)]
    let other = people[random.below(people.count)]
    let control = controls[random.below(controls.count)]
    let schema = engine.model.schema
    switch random.below(4) {
    case 0:
      let id = try relation("likes")
      let from = random.oneIn(2) ? Day("2024-02-29") : nil
      let until = random.oneIn(2) ? Day("2025-01-01") : nil
      var values: [(AttributeID, Value)] = []
      for attribute in schema[id].attributes where random.oneIn(2) {
        values.append(
          (attribute, schema[attribute].type == .number ? .number(0.5) : .text("\"a\" ‘b’. # c")))
      }
      var parts: [(RelationID, Entity)] = []
      if let part = schema[id].parts.first, random.oneIn(2) { parts.append((part, other)) }
      try builder.addLink(
        id, left: left, right: random.oneIn(2) ? other : control, from: from, until: until,
        attributes: values, parts: parts, source: .prompt)
    case 1:
      try builder.addLink(
        try relation("meets"), left: left, right: other, from: day(&random), source: .prompt)
    case 2:
      try builder.addLink(
        try relation("part of"), left: control, right: controls[random.below(controls.count)],
        source: .prompt)
    default:
      try builder.addLink(
        try relation("masters"), left: left, right: control,
        attributes: schema[try relation("masters")].attributes.prefix(random.below(2)).map {
          ($0, .choice("high", rank: 1))
        }, source: .prompt)
    }
  }

  /// All that a graph says, as a text for each thing and each link.
  private static func content(of graph: Graph) -> [String] {
    let schema = graph.schema
    func name(_ thing: Entity) -> String {
      "\(schema[thing.kind].singular) \(graph.label(of: thing))"
    }
    var lines: [String] = []
    for kind in schema.kinds where !kind.isRecord {
      for node in graph.nodes(of: kind.id) {
        let thing = Entity(kind: kind.id, node: node)
        let values = kind.attributes.map { "\(graph.value(of: $0, for: node) ?? .text("-"))" }
        lines.append("\(name(thing)) \(graph.isUnknown(thing)) \(values)")
      }
    }
    for relation in schema.relations {
      for table in graph.linkTables(of: relation.id) where !schema[table.left].isRecord {
        for (place, left) in table.lefts().enumerated() {
          let record = graph.record(of: UInt32(place), in: table)
          let parts = relation.parts.flatMap { part in
            graph.linkTables(of: part).flatMap { table -> [String] in
              guard let record, Int(record.node) < table.forward.nodeCount else { return [] }
              return table.forward.neighbors(of: record.node).map {
                name(Entity(kind: table.right, node: $0))
              }
            }
          }
          let values = relation.attributes.map {
            table.attributes[$0]?.value(at: place)?.description ?? "-"
          }
          let ends = [
            name(Entity(kind: table.left, node: left)),
            name(Entity(kind: table.right, node: table.forward.targets[place])),
          ]
          lines.append(
            "\(relation.name) \(ends) \(table.from?[place] ?? .min) \(table.until?[place] ?? .max) "
              + "\(values) \(parts.sorted())")
        }
      }
    }
    return lines.sorted()
  }

  @Test func `a random graph with awkward names is the same when it is loaded again`() throws {
    for seed in 0..<UInt64(150) {
      var engine = try Self.engine(seed: seed)
      let saved = try engine.saved()
      var again = Engine(today: engine.today)
      do {
        try again.run(SourceText(saved)) { _ in }
      } catch {
        Issue.record("seed \(seed): \(error)")
        continue
      }
      let resaved = try again.saved()
      #expect(resaved == saved, "seed \(seed)")
      let (before, after) = (
        Self.content(of: engine.currentGraph()), Self.content(of: again.currentGraph())
      )
      #expect(before == after, "seed \(seed)")
      // The canonical form of the script is read alike.
      let formatted = try Engine(today: engine.today).formatted(SourceText(saved))
      var third = Engine(today: engine.today)
      try third.run(SourceText(formatted)) { _ in }
      #expect(try third.saved() == saved, "seed \(seed)")
    }
  }

  @Test(arguments: awkward)
  func `a thing of any name is found by it, in questions and at the prompt`(
    _ name: String
  ) throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(Self.model)
    let quoted = SyntaxPrinter().quote(name)
    try engine.run(SourceText("add person \(quoted) with team \(quoted)")) { _ in }
    let written = NameLookup.quoted(name)
    for question in [
      "people who are person \(written)", "person \(quoted)", "people whose team is \(quoted)",
    ] {
      guard case .answer(let answer)? = try engine.run(question).last else {
        Issue.record("\(question) has no answer")
        continue
      }
      #expect(answer.rows.map { $0[0] } == [.text(name)], "\(question)")
    }
    #expect(try engine.why(name, in: "people").holds)
    // What completion offers can be read.
    let start = "people who like person \"" + name.prefix(1).replacing("\"", with: "\"\"")
    let found = engine.completions(for: start).completions.map(\.text)
    if name.first?.isWhitespace != true {
      #expect(found.contains(BindingMessages.quotedName(name)), "\(found)")
    }
  }

  @Test(arguments: [
    ("\"{number of people whose name is \"\"Ann\"\"}\"", "1"),
    ("\"{number of people whose name is \"\"Bob\"\"}\"\"\"", "0\""),
    ("\"say \"\"{number of people}\"\"\"", "say \"1\""),
    ("\u{201C}{number of people}\u{201D}", "1"),
    ("\u{201C}{number of people whose name is \"Ann\"} a\u{201D}", "1 a"),
  ])
  func `a text in a text is read as it is meant`(_ text: String, _ expected: String) throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(Self.model)
    try engine.run("add person Ann")
    guard case .text(let shown)? = try engine.run("print \(text)").last else {
      Issue.record("nothing was printed")
      return
    }
    #expect(shown == expected)
  }
}
