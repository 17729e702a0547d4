// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Synchronization
import Testing

@testable import Remit

/// What of a graph is drawn.
struct DrawingTests {
  private static let model = """
    kind person (people)
      name: text
    kind role
      name: text
    kind control
      ref: text, key
      title: text
      open: flag
    relation person owns control as owner, dated
    relation person reports to person as - / manager
    relation person meets person, symmetric, dated on day
    relation person holds role as holder, dated, recorded as holding
      witness: person
    relation control is part of control
    define a person p runs a control c if p owns c or a control that is part of c
    define a control is lonely if nobody owns it
    add person Ann
    add person Bob
    add person Cid
    add role CISO
    add control C1 with title "Policies", open
    add control C2 with title "Roles"
    add control C3
    Ann owns C1 since 2024-01-01
    Ann owns C2 since 2024-01-01 until 2025-01-01
    Bob owns C1
    Bob owns C2
    Cid reports to Bob
    Bob reports to Ann
    Bob meets Ann on 2025-05-05
    C1 is part of C3
    Ann holds CISO since 2024-03-01 with witness Bob
    """

  private static func engine() throws -> Engine {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(model)
    return engine
  }

  /// A drawing as text: the things, those asked for with a star, and the links.
  private static func text(_ question: String) throws -> [String] {
    var engine = try engine()
    let drawing = try engine.drawing(of: question)
    return drawing.nodes.map { "\($0.label)\($0.isAnswer ? "*" : "")" }
      + drawing.edges.map { edge in
        let ends = [edge.source, edge.target].map { drawing.nodes[$0].label }
        let days = [edge.from.map { "from \($0)" }, edge.until.map { "until \($0)" }]
        return ([ends[0], edge.relation, ends[1]] + days.compactMap { $0 }).joined(separator: " ")
      }
  }

  @Test(arguments: [
    // All reasons are drawn, each link once.
    (
      "people who own a control",
      ["Ann*", "C1", "Bob*", "C2", "Ann owns C1 from 2024-01-01", "Bob owns C1", "Bob owns C2"]
    ),
    ("controls with no owner", ["C3*"]),
    ("lonely controls", ["C3*"]),
    ("open controls owned by Bob", ["C1*", "Bob", "Bob owns C1"]),
    // What a definition says is drawn as it is on record.
    (
      "people who run C3",
      [
        "Ann*", "C1", "C3", "Bob*", "Ann owns C1 from 2024-01-01", "C1 part of C3", "Bob owns C1",
      ]
    ),
    (
      "people who report to+ Ann",
      ["Bob*", "Ann", "Cid*", "Bob reports to Ann", "Cid reports to Bob"]
    ),
    (
      "people who meet Ann", ["Bob*", "Ann", "Ann meets Bob from 2025-05-05"]
    ),
    (
      "people p who own a control c, where c is part of C3, showing p, c's title, first 1",
      ["Ann*", "C1*", "C3", "Ann owns C1 from 2024-01-01", "C1 part of C3"]
    ),
    // Columns draw what they look at.
    ("C2, showing owner", ["C2*", "Bob", "Bob owns C2"]),
    (
      "number of controls per owner, sorted by number descending, first 1",
      ["Bob*", "C1", "C2", "Bob owns C1", "Bob owns C2"]
    ),
    (
      "path from Cid to Ann via reports to",
      [
        "Cid*", "Ann*", "Bob", "Cid reports to Bob", "Bob reports to Ann",
      ]
    ),
    (
      "as of 2024-06-30: people who own C2",
      [
        "Ann*", "C2", "Bob*", "Ann owns C2 from 2024-01-01 until 2025-01-01", "Bob owns C2",
      ]
    ),
    (
      "people who owned C2 in 2024",
      [
        "Ann*", "C2", "Bob*", "Ann owns C2 from 2024-01-01 until 2025-01-01", "Bob owns C2",
      ]
    ),
    (
      "suppose Cid owns C3: controls with exactly 1 owner",
      [
        "C2*", "Bob", "C3*", "Cid", "Bob owns C2", "Cid owns C3",
      ]
    ),
    // A link that is a thing comes with its ends.
    (
      "holdings whose witness is Bob",
      [
        "holding of Ann, CISO*", "Ann", "CISO", "Bob",
        "holding of Ann, CISO holder Ann from 2024-03-01",
        "holding of Ann, CISO role CISO from 2024-03-01",
        "holding of Ann, CISO witness Bob",
      ]
    ),
    (
      "top 1 controls by number of owners",
      [
        "C1*", "Ann", "Bob", "Ann owns C1 from 2024-01-01", "Bob owns C1",
      ]
    ),
  ])
  func `a drawing has what is asked for and what ties it`(
    _ question: String, _ expected: [String]
  ) throws {
    let drawn = try Self.text(question)
    #expect(drawn == expected)
  }

  @Test func `everything is all that is on record, or holds on a day`() throws {
    let all = try Self.text("everything")
    #expect(all.contains("Ann owns C2 from 2024-01-01 until 2025-01-01"))
    #expect(all.contains("holding of Ann, CISO witness Bob"))
    #expect(all.filter { $0.contains("meets") }.count == 1)
    #expect(all.filter { $0.hasSuffix("*") }.count == 7)
    let today = try Self.text("as of 2026-06-30: everything")
    #expect(!today.contains { $0.contains("until 2025-01-01") })
    #expect(today.count == all.count - 1)
  }

  @Test(arguments: [
    ("why Ann in people who own a control", "drawing-of-why"),
    ("since 2024-01-01: changes in people who own a control", "drawing-of-changes"),
    ("add person Dan", "nothing-to-draw"),
  ])
  func `what is no piece of one graph is refused`(_ question: String, _ id: String) throws {
    var engine = try Self.engine()
    #expect {
      try engine.drawing(of: question)
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == [id]
    }
  }

  /// Of each question of the sample, the things of the rows are drawn, and each link
  /// is one on record between two things of the drawing.
  @Test func `every question of the sample can be drawn`() throws {
    var engine = try SpecModel.engine(model: "samples/acme")
    let onRecord = Self.links(in: engine.currentGraph())
    var drawn = 0
    for question in Corpus.acme {
      guard case .question(let asked)? = question.parse().statement, !asked.isWhy,
        !asked.isChanges
      else { continue }
      let drawing = try engine.drawing(of: question.text)
      drawn += 1
      #expect(Set(drawing.edges).count == drawing.edges.count, "\(question.name)")
      #expect(drawing.edges.allSatisfy { drawing.nodes.indices.contains($0.source) })
      #expect(drawing.edges.allSatisfy { drawing.nodes.indices.contains($0.target) })
      if asked.contexts.isEmpty {
        let records = Set(
          engine.model.schema.kinds.filter(\.isRecord).map(\.singular))
        for (edge, link) in zip(drawing.edges, drawing.links)
        where !records.contains(drawing.nodes[edge.source].kind) {
          #expect(onRecord.contains(link), "\(question.name)")
        }
      }
      guard case .set = asked.subject, asked.columns.isEmpty, asked.contexts.isEmpty,
        case .answer(let answer)? = try engine.run(question.text).last
      else { continue }
      let labels = Set(drawing.nodes.filter(\.isAnswer).map(\.label))
      if answer.columns.first?.title != "kind" {
        let shown = Set(answer.rows.compactMap { row in (row.first ?? nil)?.description })
        #expect(shown.isSubset(of: labels), "\(question.name)")
      }
    }
    #expect(drawn > 50)
  }

  /// What every link of a graph is in a drawing.
  private static func links(in graph: Graph) -> Set<[String]> {
    var links: Set<[String]> = []
    for relation in graph.schema.relations {
      for table in graph.linkTables(of: relation.id) {
        for (place, left) in table.lefts().enumerated() {
          let ends = [
            Entity(kind: table.left, node: left),
            Entity(kind: table.right, node: table.forward.targets[place]),
          ].map { graph.label(of: $0) }
          func day(_ days: [Int32]?) -> String {
            guard let number = days?[place], number != .min, number != .max else { return "" }
            return "\(Day(number: number))"
          }
          let until = relation.dating == .day ? "" : day(table.until)
          links.insert([ends[0], relation.name, ends[1], day(table.from), until])
        }
      }
    }
    return links
  }

  @Test func `what may not be read is not drawn`() throws {
    var engine = try Self.engine()
    engine.restrict { access in
      switch access {
      case .kind("role"), .attribute("title", of: "control"): .hidden
      case .relation("meets", from: _, to: _): .denied
      default: .allowed
      }
    }
    for question in ["everything", "people who own C1"] {
      let drawing = try engine.drawing(of: question)
      #expect(drawing.nodes.contains { $0.label == "C1" && $0.title == nil })
      #expect(!drawing.nodes.contains { ["role", "holding"].contains($0.kind) })
      #expect(!drawing.edges.contains { ["meets", "holds"].contains($0.relation) })
    }
    #expect(throws: QueryError.self) { try engine.drawing(of: "people who meet Ann") }
  }

  @Test(arguments: ["everything", "people", "people who own a control"])
  func `a drawing keeps to the limits`(_ question: String) throws {
    var engine = try Self.engine()
    engine.limits.rows = 1
    #expect {
      try engine.drawing(of: question)
    } throws: { error in
      (error as? QueryError)?.code == .limit
    }
    engine.limits.rows = 1_000
    engine.limits.bytes = 100
    #expect(throws: QueryError.self) { try engine.drawing(of: question) }
    engine = try Self.engine()
    let cancellation = Cancellation()
    cancellation.cancel()
    engine.limits.steps = 1
    #expect(throws: QueryError.self) {
      try engine.drawing(of: question, cancellation: cancellation)
    }
  }

  @Test func `a drawing is cut where it is to be looked at, and says so`() throws {
    let nodes = (1...300).map { GraphDrawing.Node(id: "n\($0)", label: "\($0)", kind: "control") }
    let edges = (1..<300).map { GraphDrawing.Edge(source: 0, target: $0, relation: "is near") }
    let drawing = GraphDrawing(title: "controls", nodes: nodes, edges: edges)
    let note =
      "drawn are the first 200 of 300 things, and 199 of 299 links; a .graphml file has all of them"
    #expect(drawing.first(200).notes == [note])
    #expect(drawing.first(300) == drawing)
    #expect(DrawingFormat.mermaid.render(drawing).contains("%% \(note)\n"))
    #expect(DrawingFormat.dot.render(drawing).contains("// \(note)\n"))
    #expect(DrawingFormat.graphML.render(drawing).components(of: "<node ") == 300)
    #expect(DrawingFormat.mermaid.render(drawing).components(of: "]:::") == 200)
  }

  @Test func `export draws by the ending of the name`() throws {
    var engine = try Self.engine()
    let writer = KeptDrawings()
    engine.writer = writer
    let outcomes = try engine.run("export people who own C2 to \"a.mmd\"")
    guard case .wrote("Drew 2 things and 1 link in a.mmd.", notes: [])? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(writer.drawings.withLock { $0["a.mmd"]?.title } == "people who own C2")
    guard
      case .wrote(_, notes: let notes)? = try engine.run(
        "export people who own C2 to \"a.one.mmd\""
      ).first
    else {
      Issue.record("nothing was written")
      return
    }
    #expect(notes.first?.hasPrefix("drawn are the first 1 of 2 things") == true)
    #expect(throws: QueryError.self) { try engine.run("export people who own C2 to \"a.csv\"") }
    for (question, id) in [
      ("why Ann in people", "drawing-of-why"),
      ("since 2024-01-01: changes in people", "drawing-of-changes"),
    ] {
      #expect {
        try engine.run(SourceText("export \(question) to \"a.mmd\"")) { _ in }
      } throws: { error in
        (error as? QueryError)?.diagnostics.map(\.id) == [id]
      }
    }
    #expect(writer.drawings.withLock { $0.count } == 2)
  }
}

/// Takes drawings and nothing else.
private final class KeptDrawings: Writer {
  let drawings = Mutex<[String: GraphDrawing]>([:])

  func write(_ answer: QueryResult, to name: String, from base: String?) throws(LoadError) {
    throw LoadError("no answers here")
  }

  func write(script: String, to name: String, from base: String?) throws(LoadError) {
    throw LoadError("no scripts here")
  }

  func mostThingsDrawn(in name: String) -> Int? {
    name.hasSuffix(".one.mmd") ? 1 : name.hasSuffix(".mmd") ? 200 : nil
  }

  func write(drawing: GraphDrawing, to name: String, from base: String?) throws(LoadError) {
    drawings.withLock { $0[name] = drawing }
  }
}

extension GraphDrawing {
  /// The links by what their ends are called.
  fileprivate var links: [[String]] {
    edges.map { edge in
      [
        nodes[edge.source].label, edge.relation, nodes[edge.target].label,
        edge.from.map { "\($0)" } ?? "", edge.until.map { "\($0)" } ?? "",
      ]
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
