// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What the random graphs and queries come to.
///
/// A construct that they never make is one whose answers nobody has compared:
/// it is to be added to `RandomQuery` and to `ReferenceEvaluator`.
struct RandomCoverageTests {
  private static let count: UInt64 = 1_000

  private static let bound = [
    "BoundTime", "Quantifier", "BoundCondition", "BoundTerm", "Aggregate", "Arithmetic",
    "Comparison", "Operand", "RelationReference", "BoundShape", "BoundMeasure", "BoundKey",
    "MissingCause", "Walk",
  ]

  @Test func `random queries make every construct`() throws {
    var counter = CaseCounter(Self.bound)
    for seed in 0..<Self.count {
      let pair = RandomPair(seed: seed)
      counter.count(pair.query)
      counter.count(pair.definitions)
    }
    let files = ["BoundCondition.swift", "BoundQuery.swift"].map { "Sources/Remit/Binding/\($0)" }
    var cases = try files.flatMap { try CaseCounter.cases(of: Self.bound, in: $0) }
    #expect(cases.count > 60)
    #expect(
      Set(cases.compactMap { $0.split(separator: ".").first.map(String.init) }) == Set(Self.bound))
    cases += Aggregate.allCases.flatMap { ["BoundTerm.\($0)", "BoundMeasure.\($0)"] }
    cases += ["0...", "0...1", "1...", "1...1", "1...2", "2...", "2...3"].map { "Repetition \($0)" }
    cases += ["equal", "notEqual", "less", "lessOrEqual", "greater", "greaterOrEqual"]
      .map { "a number that is \($0)" }
    cases += [
      "BoundTime of each thing", "BoundTime with one end", "0 keys", "1 keys", "2 keys",
      "the first of a sorted measure", "the first of sorted rows",
    ]
    for name in cases {
      let met = counter.counts[name] ?? 0
      #expect(met >= 15, "\(name) occurs \(met) times in \(Self.count) random queries")
    }
  }

  @Test func `random queries come to every operator`() throws {
    var counter = CaseCounter(["LogicalPlan"])
    for seed in 0..<Self.count {
      let pair = RandomPair(seed: seed)
      let plan = Planner.plan(
        pair.query, definitions: pair.definitions, schema: pair.world.schema)
      counter.count(plan.unit)
      for definition in plan.definitions.values {
        counter.count(definition.unit)
        guard definition.isRecursive else { continue }
        counter.note(definition.isLinear ? "linear recursion" : "recursion")
      }
    }
    let cases = try CaseCounter.cases(
      of: ["LogicalPlan"], in: "Sources/Remit/Planning/LogicalPlan.swift")
    #expect(cases.count > 18)
    for name in cases + ["linear recursion", "recursion"] {
      let met = counter.counts[name] ?? 0
      #expect(met >= 15, "\(name) occurs \(met) times in \(Self.count) plans")
    }
  }

  @Test func `every rule finds something to do`() {
    let rules = Optimizer.rules + Optimizer.finishingRules
    let names = Set(rules.map(\.name))
    var changed: [String: Int] = [:]
    for seed in 0..<Self.count {
      let pair = RandomPair(seed: seed)
      let literal = Planner.plan(
        pair.query, definitions: pair.definitions, schema: pair.world.schema,
        disabledRules: names)
      var context = PlanContext(
        schema: pair.world.schema, definitions: pair.definitions,
        strata: Stratification(pair.definitions), disabledRules: [],
        variables: pair.query.variables, names: pair.query.names)
      var plan = literal.unit.root
      var shared = 0
      for _ in 0..<4 {
        for rule in rules {
          let next = apply(rule, to: plan, &context)
          // What is shared stands beside the plan.
          if next != plan || context.shared.count > shared {
            changed[rule.name, default: 0] += 1
          }
          (plan, shared) = (next, context.shared.count)
        }
      }
    }
    for name in names {
      let met = changed[name] ?? 0
      #expect(met >= 30, "\(name) changes \(met) of \(Self.count) plans")
    }
  }

  private func apply(
    _ rule: any OptimizerRule, to plan: LogicalPlan, _ context: inout PlanContext
  ) -> LogicalPlan {
    rule.apply(to: plan, in: &context).mapChildren { apply(rule, to: $0, &context) }
  }

  @Test func `random graphs have what makes graphs hard`() {
    var counts: [String: Int] = [:]
    for seed in 0..<Self.count {
      for name in RandomGraph(seed: seed).peculiarities { counts[name, default: 0] += 1 }
    }
    for name in RandomGraph.allPeculiarities {
      let met = counts[name] ?? 0
      #expect(met >= 50, "\(name) in \(met) of \(Self.count) random graphs")
    }
  }
}

extension RandomGraph {
  fileprivate static let allPeculiarities = [
    "parallel links", "a cycle", "a link to itself", "a link with one end open",
    "a symmetric link", "links on a day", "several kinds at an end", "a missing value",
    "a thing that is gone", "a record", "records of two relations", "a third part",
    "a link to a record", "a record without an attribute", "links changed later",
  ]

  /// What is special about this graph.
  fileprivate var peculiarities: Set<String> {
    var found: Set<String> = []
    for kind in schema.kinds {
      if graph.nodes(of: kind.id).count < graph.capacity(of: kind.id), !kind.isRecord {
        found.insert("a thing that is gone")
      }
      if kind.isRecord, !graph.nodes(of: kind.id).isEmpty { found.insert("a record") }
      if kind.recordOf.count(where: { !graph.linkTables(of: $0).isEmpty }) > 1 {
        found.insert("records of two relations")
      }
      for node in graph.nodes(of: kind.id)
      where kind.attributes.contains(where: { graph.value(of: $0, for: node) == nil }) {
        found.insert(kind.isRecord ? "a record without an attribute" : "a missing value")
      }
    }
    for relation in schema.relations {
      for table in graph.linkTables(of: relation.id) { found.formUnion(peculiarities(of: table)) }
      if graph.linkTables(of: relation.id).count > 1, !relation.isSymmetric {
        found.insert("several kinds at an end")
      }
      if !relation.parts.allSatisfy({ graph.linkTables(of: $0).isEmpty }) {
        found.insert("a third part")
      }
    }
    let later = steps.drop { if case .build = $0 { false } else { true } }
    let isEnd: (GraphStep) -> Bool = { if case .endLinks = $0 { true } else { false } }
    if later.contains(where: isEnd) { found.insert("links changed later") }
    return found
  }

  private func peculiarities(of table: LinkTable) -> Set<String> {
    var found: Set<String> = []
    let relation = schema[table.relation]
    if relation.isSymmetric { found.insert("a symmetric link") }
    if relation.dating == .day { found.insert("links on a day") }
    if schema[table.right].isRecord { found.insert("a link to a record") }
    var pairs: Set<[NodeID]> = []
    for link in 0..<UInt32(table.count) {
      let pair = [table.source(ofLink: link), table.target(ofLink: link)]
      if !pairs.insert(pair).inserted { found.insert("parallel links") }
      let from = table.from?[Int(link)] ?? .min
      let until = table.until?[Int(link)] ?? .max
      if (from == .min) != (until == .max) { found.insert("a link with one end open") }
    }
    guard table.left == table.right else { return found }
    if pairs.contains(where: { $0[0] == $0[1] }) { found.insert("a link to itself") }
    // A thing from which steps lead back to it.
    var reached = pairs.filter { $0[0] != $0[1] }
    for _ in 0..<6 {
      for one in reached {
        for other in pairs where other[0] == one[1] { reached.insert([one[0], other[1]]) }
      }
    }
    if !relation.isSymmetric, reached.contains(where: { $0[0] == $0[1] }) {
      found.insert("a cycle")
    }
    return found
  }
}
