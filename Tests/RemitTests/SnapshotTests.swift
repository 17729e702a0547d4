// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// Snapshots: what is opened answers as what was written, and nothing else is opened.
struct SnapshotTests {
  // MARK: The same as before

  /// An engine made of another one's snapshot.
  private static func opened(_ engine: Engine) throws -> Engine {
    var engine = engine
    var opened = try Engine(
      snapshot: try engine.snapshot(), today: engine.today, loader: engine.loader,
      limits: engine.limits)
    opened.showsParameterValues = engine.showsParameterValues
    return opened
  }

  /// The models of specs as they were opened, by name and day.
  private static let models = Memo<[String?], Engine>()

  @Test(arguments: SpecTests.paths)
  func `a spec shows the same of what was opened`(_ path: String) throws {
    let file = SpecFile(try ProjectFiles.text(path), path: path)
    let engine = try SpecModel.engine(for: file)
    var opened = try Self.models.value(of: [file.model, file.asOf]) { try Self.opened(engine) }
    (opened.cache, opened.planCache) = (ExecutionCache(), PlanCache())
    for one in file.cases {
      let (before, after) = (SpecRun(engine, one.statements), SpecRun(opened, one.statements))
      for section in one.sections {
        #expect(
          after.text(of: section.name) == before.text(of: section.name),
          "\(path):\(one.line) \(one.name): \(section.name)")
      }
    }
  }

  @Test func `a random graph is read as it was written`() throws {
    for seed in 0..<UInt64(300) {
      let random = RandomGraph(seed: seed)
      var writer = SnapshotWriter()
      writer.write(random.graph)
      var reader = try SnapshotReader(writer.finished())
      let graph = try reader.graph(random.schema)
      try reader.finish()
      #expect(GraphContents(graph) == GraphContents(random.graph), "seed \(seed)")
      // It can be changed, and the arrays made so far are not others'.
      var changed = GraphBuilder(graph)
      for kind in random.kinds {
        for node in graph.nodes(of: kind).prefix(2) {
          try changed.removeThing(Entity(kind: kind, node: node))
        }
      }
      var other = GraphBuilder(random.graph)
      for kind in random.kinds {
        for node in random.graph.nodes(of: kind).prefix(2) {
          try other.removeThing(Entity(kind: kind, node: node))
        }
      }
      #expect(GraphContents(changed.build()) == GraphContents(other.build()), "seed \(seed)")
      #expect(GraphContents(graph) == GraphContents(random.graph), "seed \(seed)")
    }
  }

  @Test func `a random model answers random questions as before`() throws {
    var made = 0
    for seed in 0..<UInt64(60) {
      let statements = GraphStatements(RandomGraph(seed: seed).graph)
      guard statements.isComplete else { continue }
      made += 1
      var engine = Engine(today: RandomGraph.today)
      for statement in statements.declarations + statements.facts { try engine.run(statement) }
      var opened = try SnapshotTests.opened(engine)
      #expect(try opened.saved() == engine.saved(), "seed \(seed)")
      #expect(try opened.snapshot() == engine.snapshot(), "seed \(seed)")
    }
    #expect(made > 20)
  }

  @Test func `words of let, parameters and files that were used stay`() throws {
    var engine = try SpecModel.engine(model: "small")
    engine.parameters["least"] = .number(2)
    for statement in [
      "let outsiders be people whose contract is external",
      "let strong certificates be certificates whose level is above 2",
      "let load be number of controls per owner", "let few be 2",
      "let most be number of controls", "let start be 2024-01-01",
      "kind cable\n  name: text", "add cable \"C1\"",
      "define \"busy people\" as people who own at least $least controls",
    ] {
      try engine.run(statement)
    }
    var opened = try SnapshotTests.opened(engine)
    for question in [
      "outsiders", "number of strong certificates", "load whose number is few", "cables",
      "people who own at least few controls", "most plus 1", "busy people", "load",
      "people whose start date is before start",
    ] {
      let (before, after) = (SpecRun(engine, question), SpecRun(opened, question))
      for section in ["result", "notes", "error"] {
        #expect(after.text(of: section) == before.text(of: section), "\(question)")
      }
    }
    #expect(opened.usedFiles == engine.usedFiles)
    #expect(try opened.saved() == engine.saved())
    let other = try Engine(
      snapshot: engine.snapshot(), today: engine.today, parameters: ["least": .number(1)])
    #expect(other.parameters["least"] == .number(1))
  }

  @Test func `bytes that lie at an odd place are read too`() throws {
    struct Shifted: SnapshotBytes {
      let bytes: [UInt8]
      func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.dropFirst())) }
      }
    }
    var engine = try SpecModel.engine(model: "small")
    let bytes = try engine.snapshot()
    var opened = try Engine(snapshot: Shifted(bytes: [0] + bytes), today: engine.today)
    #expect(try opened.saved() == engine.saved())
  }

  // MARK: What is refused

  /// A model of every type, with texts that numbers find and others, days, links of
  /// several sorts, and records.
  private static func model() throws -> Engine {
    var engine = Engine(today: RandomGraph.today)
    try engine.run(
      """
      kind person (people)
        id: text, key
        name: text
        active: flag
        size: number
        weight: number
        start: date
        notice: duration
        grade: levels low < middle < high
      kind skill
        name: text
      relation person masters skill as - / skill, dated, recorded as certificate
        level: number
      relation person helps person as helper, symmetric
      define "seniors" as people whose grade is high
      add person "Ann" with id "1", active, size 3, weight 0.5, start 2020-01-01, grade high
      add person "Bob" with id "2", notice 30 days, size 4
      add person "Zoë" with id "3", grade low, notice 6 months
      add skill "Swift"
      add skill "C"
      add Ann masters Swift since 2024-01-01 with level 3
      add Bob masters Swift until 2025-01-01
      add Bob masters skill C
      add Ann helps Bob
      add Zoë helps Ann
      remove skill "C"
      let current seniors be seniors
      let most be number of people
      let cells be number of people per grade
      """)
    return engine
  }

  /// What an engine says of all it knows, if it says anything.
  private static func answers(_ engine: Engine) -> [String] {
    [
      "people", "people who master a skill", "certificates", "number of people per grade",
      "people p who help a person who helps p", "current seniors", "Ann's skills",
      "people whose size is above 3", "why Ann masters Swift", "people sorted by weight",
      "certificates whose level is known", "people whose notice is above 2 months",
      "people who mastered a skill on 2024-06-01", "people who help Zoë",
      "people whose id is \"2\"", "cells whose number is 1", "people whose start is before today",
      "people with the same grade as Ann",
    ].map { question in
      let run = SpecRun(engine, question)
      return ["result", "notes", "error"].map { run.text(of: $0) ?? "" }.joined(separator: "\n")
    }
  }

  private static func error(_ bytes: [UInt8]) -> SnapshotError? {
    do {
      _ = try Engine(snapshot: bytes, today: RandomGraph.today)
      return nil
    } catch {
      return error
    }
  }

  @Test func `what was cut off anywhere is refused`() throws {
    var engine = try SnapshotTests.model()
    let bytes = try engine.snapshot()
    for count in 0..<bytes.count {
      let id = SnapshotTests.error(Array(bytes.prefix(count)))?.id
      #expect(id == (count < 8 ? "no-snapshot" : "snapshot-damaged"), "\(count) bytes")
    }
    #expect(SnapshotTests.error(bytes + [0])?.id == "snapshot-damaged")
    #expect(SnapshotTests.error(bytes) == nil)
  }

  @Test func `a byte that has changed anywhere is noticed`() throws {
    var engine = try SnapshotTests.model()
    let bytes = try engine.snapshot()
    let ids = ["no-snapshot", "snapshot-version", "snapshot-damaged"]
    for place in bytes.indices {
      for change in [UInt8(1), 0x80, 0xFF] {
        var other = bytes
        other[place] ^= change
        let error = SnapshotTests.error(other)
        #expect(ids.contains(error?.id ?? ""), "byte \(place)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `whatever numbers it holds, nothing traps`(_ part: Int) throws {
    var engine = try SnapshotTests.model()
    let bytes = try engine.snapshot()
    #expect(SnapshotSeal.sealed(bytes) == bytes)
    var random = RandomSource(seed: UInt64(part))
    var (refused, opened) = (0, 0)
    for place in stride(from: 8 + 11 * part, to: bytes.count, by: 44) {
      var other = bytes
      let changes = [other[place] &+ 1, UInt8(truncatingIfNeeded: random.next())]
      for change in changes {
        other[place] = change
        let sealed = SnapshotSeal.sealed(other)
        if var engine = try? Engine(snapshot: sealed, today: RandomGraph.today) {
          opened += 1
          _ = SnapshotTests.answers(engine)
          _ = try? engine.saved()
          _ = try? engine.run("remove Ann\nadd person \"4\"\nadd person \"x\"\npeople")
        } else {
          refused += 1
        }
      }
    }
    #expect(refused > 0 && opened > 0, "\(refused) and \(opened)")
  }

  @Test func `whatever large numbers it holds, nothing traps`() throws {
    var engine = try SnapshotTests.model()
    let bytes = try engine.snapshot()
    // A count that overflows when it is multiplied.
    let number = UInt64(Int64.max) - 1
    var refused = 0
    for place in 40..<bytes.count - 8 {
      var other = bytes
      for byte in 0..<8 { other[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
      let sealed = SnapshotSeal.sealed(other)
      if let engine = try? Engine(snapshot: sealed, today: RandomGraph.today) {
        _ = SnapshotTests.answers(engine)
      } else {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test func `every refusal says what is wrong and what to do`() throws {
    var engine = try SnapshotTests.model()
    let bytes = try engine.snapshot()
    #expect(
      SnapshotTests.error(Array("remit 1\n\nkind a\n".utf8))?.message
        == "the file is no snapshot of Remit")
    #expect(SnapshotTests.error([])?.id == "no-snapshot")
    var later = bytes
    later[8] = 2
    #expect(
      SnapshotTests.error(later)?.message
        == "the snapshot is of version 2 of its format, and version 1 is read")
    var changed = bytes
    changed[changed.count - 1] ^= 4
    #expect(
      SnapshotTests.error(changed)
        == SnapshotError(
          "snapshot-damaged", "the snapshot is damaged: a part of it has changed",
          help: "write it anew from the files of the model, with 'remit snapshot'"))
    // The number of the schema comes first in the contents.
    let contents = Int(bytes[40]) | Int(bytes[41]) << 8
    var otherModel = bytes
    otherModel[contents] ^= 1
    #expect(
      SnapshotTests.error(SnapshotSeal.sealed(otherModel))?.id == "snapshot-model")
    for error in [SnapshotError.byteOrder, .otherModel, .foreign] {
      #expect(!error.message.isEmpty && !error.help.isEmpty)
    }
  }
}

/// Everything in a graph, to compare one with another.
private struct GraphContents: Equatable {
  var alive: [NodeSet]
  var unknown: [Set<NodeID>]
  var ranks: [[UInt32]]
  var sources: [[FactSource]]
  var values: [[Value?]]
  var found: [[Entity]] = []
  var tables: [[Table]]

  struct Table: Equatable {
    var ends: [KindID]
    var numbers: [[UInt32]]
    var days: [[Int32]?]
    var values: [[Value?]]
    var sources: [FactSource]
  }

  init(_ graph: Graph) {
    let kinds = graph.schema.kinds.map(\.id)
    alive = kinds.map(graph.nodes)
    unknown = graph.things.map(\.unknown)
    ranks = graph.things.map(\.ranks)
    sources = kinds.map { kind in
      graph.nodes(of: kind).map { graph.source(of: Entity(kind: kind, node: $0)) }
    }
    values = graph.schema.attributes.map { attribute in
      (0..<graph.capacity(of: attribute.kind)).map {
        graph.value(of: attribute.id, for: NodeID($0))
      }
    }
    tables = graph.schema.relations.map { relation in
      graph.linkTables(of: relation.id).map { table in
        Table(
          ends: [table.left, table.right],
          numbers: [
            table.forward.offsets, table.forward.targets, table.backward.offsets,
            table.backward.targets, table.backwardLinks,
          ],
          days: [table.from, table.until],
          values: table.attributes.sorted { $0.key.index < $1.key.index }.map { _, column in
            (0..<table.count).map { column.value(at: $0) }
          },
          sources: (0..<UInt32(table.count)).map { graph.source(ofLink: $0, in: table) })
      }
    }
    for names in values.joined() {
      if case .text(let text)? = names { found.append(graph.find(text, kinds: kinds)) }
    }
  }
}
