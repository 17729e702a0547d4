// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit
import RemitTestSupport

/// What the executor answers and what it costs.
struct ExecutorTests {
  private let today = Day(number: 20_000)

  private func run(
    _ query: BoundQuery,
    _ graph: Graph,
    _ definitions: [Definition] = [],
    _ budget: Budget = Budget()
  ) throws -> QueryResult {
    let plan = Planner.plan(query, definitions: definitions, schema: graph.schema)
    return try Executor.run(plan, graph: graph, today: today, budget: budget)
  }

  private func texts(_ result: QueryResult) -> [String] {
    result.rows.map { $0.compactMap { $0?.description }.joined(separator: " ") }
  }

  // MARK: Answers

  @Test func `a control without a competent owner is found`() throws {
    var world = ControlWorld()
    let ann = try world.add(world.person, "Ann")
    let bob = try world.add(world.person, "Bob")
    let swift = try world.add(world.competence, "Swift")
    let law = try world.add(world.competence, "Law")
    let controls = try world.add(world.control, "C", count: 4)
    try world.link(world.holds, ann, swift)
    try world.link(world.holds, ann, law, until: today)
    for (owner, control) in [(ann, 0), (bob, 1), (ann, 2), (bob, 3)] {
      try world.link(world.owns, owner, controls[control])
    }
    try world.link(world.requires, controls[0], swift)
    try world.link(world.requires, controls[1], swift)
    try world.link(world.requires, controls[2], law)
    let plain = try run(world.noCompetentOwner(), world.build(), [world.competent()])
    #expect(texts(plain) == ["C1", "C2"])
    let strict = try run(
      world.noCompetentOwner(missing: [.undetermined(DefinitionID(0))]),
      world.build(),
      [world.competent(undetermined: true)]
    )
    #expect(texts(strict) == ["C1", "C2", "C3"])
    #expect(strict.notes == ["1 of 3 is undetermined: they require no competence"])
  }

  @Test func `what is said of no thing is tested too when pairs are looked for`() throws {
    var world = ControlWorld()
    let people = try world.add(world.person, "P", count: 3)
    let control = try world.add(world.control, "C")
    for person in people { try world.link(world.owns, person, control) }
    // Pairs of owners of one control, if there are at most two people.
    let query = world.query(
      world.person, with: [world.person, world.control, world.person], row: [1],
      columns: [0, 1].map {
        BoundColumn(title: "owner", term: .entity(.variable(Variable($0))))
      },
      .quantified(
        .some, Variable(2), among: ControlWorld.link(world.owns, 0, 2),
        holds: .all([
          .compare(.value(.number(2)), .greaterOrEqual, .count(Variable(3), .always)),
          ControlWorld.link(world.owns, 1, 2),
        ])))
    #expect(texts(try run(query, world.build())) == [])
  }

  @Test func `references are in natural order`() throws {
    var world = ControlWorld()
    for reference in ["A.5.10", "A.5.9", "A.5.1"] { try world.add(world.control, reference) }
    let graph = world.build()
    #expect(
      texts(try run(world.query(world.control, .always), graph)) == ["A.5.1", "A.5.9", "A.5.10"]
    )
    #expect(try run(world.query(world.control, .any([])), graph).isEmpty)
  }

  @Test func `what a missing value let in is noted`() throws {
    var world = ControlWorld()
    try world.add(world.control, "C1", [(world.level, .choice("low", rank: 0))])
    try world.add(world.control, "C2", [(world.level, .choice("high", rank: 1))])
    try world.add(world.control, "C3")
    let low = BoundCondition.compare(
      .attribute([world.level], .variable(Variable(0))),
      .equal,
      .value(.choice("low", rank: 0))
    )
    let query = world.query(
      world.control,
      missing: [.attribute([world.level], name: "level")],
      .not(low)
    )
    let result = try run(query, world.build())
    #expect(texts(result) == ["C2 high", "C3"] || texts(result) == ["C2", "C3"])
    #expect(result.notes == ["1 of 2 has no level"])
  }

  @Test func `a name that finds nothing suggests near ones, quoted where needed`() throws {
    var world = ControlWorld()
    try world.add(world.person, "Alice")
    try world.add(world.person, "head of IT")
    let graph = world.build()
    for (text, replacement) in [("Alise", "Alice"), ("Head of I", "\"head of IT\"")] {
      let query = world.query(
        world.person,
        names: [ControlWorld.name(text, world.person)],
        .same(.variable(Variable(0)), .name(NameID(0)))
      )
      do {
        _ = try run(query, graph)
        Issue.record("'\(text)' was found")
      } catch Stop.invalid(let diagnostics) {
        #expect(diagnostics.map(\.id) == ["unknown-name"])
        #expect(diagnostics[0].edits.first?.first?.replacement == replacement)
      }
    }
  }

  @Test func `a name of two things asks which kind is meant`() throws {
    var world = ControlWorld()
    try world.add(world.person, "Legal")
    try world.add(world.asset, "Legal")
    var query = world.query(
      world.person,
      names: [ControlWorld.name("Legal", world.person)],
      .same(.variable(Variable(0)), .name(NameID(0)))
    )
    query.names[0].kinds = [world.person, world.asset]
    let graph = world.build()
    let broken = query
    #expect(
      throws: Stop.invalid([
        Diagnostic(
          "ambiguous-name",
          "'Legal' could be person Legal or asset Legal",
          at: SourceRange(0, 0),
          edits: [
            [Diagnostic.Edit(range: SourceRange(0, 0), replacement: "person Legal")],
            [Diagnostic.Edit(range: SourceRange(0, 0), replacement: "asset Legal")],
          ]
        )
      ])
    ) { try run(broken, graph) }
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `what a repeated link leads back to is what a walk from each finds`(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    var world = ControlWorld()
    let people = try world.add(world.person, "P", count: 40)
    var next = [[Int]](repeating: [], count: people.count)
    for _ in 0..<(20 + random.below(60)) {
      let (from, to) = (random.below(people.count), random.below(people.count))
      next[from].append(to)
      try world.link(world.reportsTo, people[from], people[to])
    }
    let repeated = BoundLink(
      relations: [.stored(world.reportsTo)], repetition: Repetition(least: 1, most: nil),
      time: .asOf)
    let query = world.query(
      world.person, .link(repeated, from: .variable(Variable(0)), to: .variable(Variable(0))))
    let expected = people.indices.filter { start in
      var reached: Set<Int> = []
      var pending = next[start]
      while let place = pending.popLast() {
        if reached.insert(place).inserted { pending += next[place] }
      }
      return reached.contains(start)
    }
    #expect(try texts(run(query, world.build())) == expected.map { "P\($0)" })
  }

  // MARK: Costs

  /// A graph, a query and definitions, made in a size, whose steps must grow
  /// no faster than the graph.
  struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (Int) throws -> (Graph, BoundQuery, [Definition], links: Int)
  }

  static let shapes: [Shape] = [
    Shape(testDescription: "closure along a chain") { size in
      try chain(size, repeated: Repetition(least: 1, most: nil), isCycle: false)
    },
    Shape(testDescription: "closure round a cycle") { size in
      try chain(size, repeated: Repetition(least: 0, most: nil), isCycle: true)
    },
    Shape(testDescription: "what leads back to itself in one large component") { size in
      try cycles(size, length: size)
    },
    Shape(testDescription: "what leads back to itself where all is in small cycles") { size in
      try cycles(size, length: 4)
    },
    Shape(testDescription: "closure in one large component") { size in
      var (graph, query, definitions, links) = try cycles(size, length: size)
      query.names = [ControlWorld.name("P0", graph.schema.kinds[0].id)]
      if case .link(let link, let from, _) = query.condition {
        query.condition = .link(link, from: from, to: .name(NameID(0)))
      }
      definitions = []
      return (graph, query, definitions, links)
    },
    Shape(testDescription: "pairs in a dense bipartite graph") { size in
      var world = ControlWorld()
      let width = Int(Double(size).squareRoot())
      let people = try world.add(world.person, "P", count: width)
      for control in try world.add(world.control, "C", count: width) {
        for person in people { try world.link(world.owns, person, control) }
      }
      // Two people for each control: owners that report to one another.
      for (place, person) in people.enumerated() {
        try world.link(world.reportsTo, person, people[(place + 1) % width])
      }
      let query = world.query(
        world.person, with: [world.control, world.person],
        .quantified(
          .some, Variable(1), among: ControlWorld.link(world.owns, 0, 1),
          holds: .quantified(
            .some, Variable(2),
            among: .all([
              ControlWorld.link(world.owns, 2, 1), ControlWorld.link(world.reportsTo, 0, 2),
            ]),
            holds: .always)))
      return (world.build(), query, [], width * width)
    },
    Shape(testDescription: "recursive adjective along a chain") { size in
      var (graph, query, definitions, links) = try chain(size, repeated: nil, isCycle: false)
      let dependsOn = graph.schema.relations[3].id
      let asset = graph.schema.kinds[3].id
      definitions = [
        Definition(
          id: DefinitionID(0),
          name: "exposed",
          form: .adjective,
          parameters: [Variable(0)],
          variables: [
            BoundVariable(name: "x", kinds: [asset]), BoundVariable(name: "y", kinds: [asset]),
          ],
          names: [ControlWorld.name("A0", asset)],
          body: .any([
            .same(.variable(Variable(0)), .name(NameID(0))),
            .quantified(
              .some,
              Variable(1),
              among: ControlWorld.link(dependsOn, 0, 1),
              holds: .definition(DefinitionID(0), [.variable(Variable(1))])
            ),
          ]),
          undetermined: nil,
          undeterminedPhrase: nil,
          text: ""
        )
      ]
      query.names = []
      query.condition = .definition(DefinitionID(0), [.variable(Variable(0))])
      return (graph, query, definitions, links)
    },
    Shape(testDescription: "owners of one control, and who owns it with somebody else") { size in
      var world = ControlWorld()
      let control = try world.add(world.control, "C")
      for person in try world.add(world.person, "P", count: size) {
        try world.link(world.owns, person, control)
      }
      let other = BoundCondition.quantified(
        .some,
        Variable(2),
        among: .all([
          ControlWorld.link(world.owns, 2, 1),
          .not(.same(.variable(Variable(0)), .variable(Variable(2)))),
        ]),
        holds: .always
      )
      let query = world.query(
        world.person,
        with: [world.control, world.person],
        .quantified(.some, Variable(1), among: ControlWorld.link(world.owns, 0, 1), holds: other)
      )
      return (world.build(), query, [], size)
    },
    Shape(testDescription: "competent owners in a dense bipartite graph") { size in
      var world = ControlWorld()
      let width = Int(Double(size).squareRoot())
      let people = try world.add(world.person, "P", count: width)
      let controls = try world.add(world.control, "C", count: width)
      let competences = try world.add(world.competence, "K", count: 4)
      for (index, person) in people.enumerated() {
        for competence in competences where index % 3 > 0 {
          try world.link(world.holds, person, competence)
        }
        for control in controls { try world.link(world.owns, person, control) }
      }
      for control in controls {
        for competence in competences { try world.link(world.requires, control, competence) }
      }
      return (world.build(), world.noCompetentOwner(), [world.competent()], width * width)
    },
    Shape(testDescription: "competent owners of a star") { size in
      var world = ControlWorld()
      let boss = try world.add(world.person, "Boss")
      let competence = try world.add(world.competence, "K")
      for control in try world.add(world.control, "C", count: size) {
        try world.link(world.owns, boss, control)
        try world.link(world.requires, control, competence)
      }
      return (world.build(), world.noCompetentOwner(), [world.competent()], size * 2)
    },
  ]

  /// People of whom each reports to the next in a cycle of some length, and some
  /// of whom report to one that is three further, asked for who reports to
  /// themselves.
  private static func cycles(
    _ size: Int, length: Int
  ) throws -> (Graph, BoundQuery, [Definition], links: Int) {
    var world = ControlWorld()
    let people = try world.add(world.person, "P", count: size)
    var links = 0
    for start in stride(from: 0, to: size, by: length) {
      for step in 0..<length {
        for next in step % 5 == 0 && length > 8 ? [1, 3] : [1] {
          try world.link(
            world.reportsTo, people[start + step], people[start + (step + next) % length])
          links += 1
        }
      }
    }
    let repeated = BoundLink(
      relations: [.stored(world.reportsTo)], repetition: Repetition(least: 1, most: nil),
      time: .asOf)
    let query = world.query(
      world.person, .link(repeated, from: .variable(Variable(0)), to: .variable(Variable(0))))
    return (world.build(), query, [], links)
  }

  private static func chain(
    _ size: Int,
    repeated: Repetition?,
    isCycle: Bool
  ) throws -> (Graph, BoundQuery, [Definition], links: Int) {
    var world = ControlWorld()
    let assets = try world.add(world.asset, "A", count: size)
    for place in 1..<size { try world.link(world.dependsOn, assets[place], assets[place - 1]) }
    if isCycle { try world.link(world.dependsOn, assets[0], assets[size - 1]) }
    let query = world.query(
      world.asset,
      names: [ControlWorld.name("A0", world.asset)],
      .link(
        BoundLink(relations: [.stored(world.dependsOn)], repetition: repeated, time: .asOf),
        from: .variable(Variable(0)),
        to: .name(NameID(0))
      )
    )
    return (world.build(), query, [], size)
  }

  @Test(arguments: shapes)
  func `steps grow no faster than the graph`(_ shape: Shape) throws {
    for size in [400, 6400] {
      let (graph, query, definitions, links) = try shape.make(size)
      let budget = Budget()
      #if DEBUG
      let work = UncountedWork()
      let result = try UncountedWork.$current.withValue(work) {
        try run(query, graph, definitions, budget)
      }
      // Bitmaps gone through once for each thing would make 64 times as much.
      #expect(work.count < 32 * links + 2000, "\(size): \(work.count) of uncounted work")
      #else
      let result = try run(query, graph, definitions, budget)
      #endif
      #expect(budget.steps < 16 * links + 2000, "\(size): \(budget.steps) steps")
      #expect(result.rows.count <= size)
    }
  }

  // MARK: Limits

  @Test func `a limit of steps stops the run`() throws {
    let (graph, query, _, _) = try ExecutorTests.chain(
      2000,
      repeated: Repetition(least: 1, most: nil),
      isCycle: false
    )
    #expect {
      try run(query, graph, [], Budget(steps: 500))
    } throws: { error in
      guard case .limit(.steps, let used, let allowed)? = error as? Stop else { return false }
      return allowed == 500 && used > 500
    }
  }

  @Test func `a limit of rows stops the run`() throws {
    var world = ControlWorld()
    _ = try world.add(world.asset, "A", count: 20)
    let query = world.query(world.asset, .always)
    let graph = world.build()
    #expect(throws: Stop.limit(.rows, used: 20, allowed: 10)) {
      try run(query, graph, [], Budget(rows: 10))
    }
  }

  @Test func `a cancelled run stops within an interval`() throws {
    let (graph, query, _, _) = try ExecutorTests.chain(
      20_000,
      repeated: Repetition(least: 1, most: nil),
      isCycle: true
    )
    let cancellation = Cancellation()
    cancellation.cancel()
    let budget = Budget(cancellation: cancellation)
    #expect(throws: Stop.cancelled) { try run(query, graph, [], budget) }
    #expect(budget.steps <= 3 * Budget.interval + 40_000)
  }
}
