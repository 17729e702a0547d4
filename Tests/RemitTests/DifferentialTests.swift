// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Remit
import RemitTestSupport

/// The engine against the definition of the language taken literally.
struct DifferentialTests {
  /// How many graphs and queries are compared.
  private static let count =
    ProcessInfo.processInfo.environment["REMIT_DIFFERENTIAL"].flatMap(Int.init) ?? 400
  /// A seed to be looked at alone.
  private static let onlySeed =
    ProcessInfo.processInfo.environment["REMIT_SEED"].flatMap(UInt64.init)

  private static func seeds(_ count: Int) -> [UInt64] {
    onlySeed.map { [$0] } ?? (0..<count).map { UInt64($0) }
  }

  @Test func `the engine answers as the definition of the language says`() {
    var failures = 0
    for seed in DifferentialTests.seeds(DifferentialTests.count) where failures < 3 {
      if let problem = compare(seed, without: []) {
        failures += 1
        Issue.record("\(problem)")
      }
    }
  }

  @Test(arguments: (Optimizer.rules + Optimizer.finishingRules).map(\.name))
  func `answers stay the same without a rule`(_ rule: String) {
    var failures = 0
    let count = DifferentialTests.count / 10
    for seed in DifferentialTests.seeds(count) where failures < 2 {
      if let problem = compare(seed, without: [rule]) {
        failures += 1
        Issue.record("\(problem)")
      }
    }
  }

  @Test func `answers stay the same without any rule`() {
    let all = Set((Optimizer.rules + Optimizer.finishingRules).map(\.name))
    for seed in DifferentialTests.seeds(DifferentialTests.count / 10) {
      if let problem = compare(seed, without: all) { Issue.record("\(problem)") }
    }
  }

  @Test func `random queries come to every operator`() {
    var operators: Set<String> = []
    var linear = 0
    var repeated = 0
    for seed in 0..<1500 {
      let world = RandomGraph(seed: UInt64(seed))
      let random = RandomQuery(seed: UInt64(seed), in: world)
      let plan = Planner.plan(
        random.query,
        definitions: random.definitions,
        schema: world.schema
      )
      for line in PlanPrinter.print(plan, schema: world.schema).split(separator: "\n") {
        if let word = line.split(separator: " ").first { operators.insert(String(word)) }
      }
      for definition in plan.definitions.values where definition.isRecursive {
        if definition.isLinear { linear += 1 } else { repeated += 1 }
      }
    }
    let expected: Set<String> = [
      "Scan", "Thing", "Definition", "Filter", "Extend", "Closure", "SemiJoin", "AntiJoin",
      "CountThreshold", "Division", "Provided", "Intersection", "Union", "Difference", "Join",
      "Project", "Aggregate", "Sort", "Limit", "Shared",
    ]
    #expect(expected.subtracting(operators) == [])
    #expect(linear > 20)
    #expect(repeated > 20)
  }

  /// Returns what differs for a seed, with the plan and the graph.
  private func compare(_ seed: UInt64, without rules: Set<String>) -> String? {
    let world = RandomGraph(seed: seed)
    let random = RandomQuery(seed: seed, in: world)
    if DifferentialTests.onlySeed != nil { dump(random.query) }
    let reference = ReferenceEvaluator(
      world.graph,
      random.definitions,
      today: RandomGraph.today,
      parameters: RandomGraph.parameters
    )
    let expected = reference.answer(random.query)
    let plan = Planner.plan(
      random.query,
      definitions: random.definitions,
      schema: world.schema,
      disabledRules: rules
    )
    let found: ReferenceEvaluator.Answer
    do {
      let result = try Executor.run(
        plan,
        graph: world.graph,
        today: RandomGraph.today,
        parameters: RandomGraph.parameters,
        budget: Budget()
      )
      found = ReferenceEvaluator.Answer(
        rows: result.rows,
        notes: result.notes.map(DifferentialTests.counts)
      )
    } catch {
      return "seed \(seed): \(error)"
    }
    let wanted = ReferenceEvaluator.Answer(
      rows: expected.rows,
      notes: expected.notes.map(DifferentialTests.counts)
    )
    guard found != wanted else { return nil }
    let words = random.definitions.map { definition in
      let printer = ConditionPrinter(
        schema: world.schema,
        definitions: random.definitions,
        variables: definition.variables,
        names: definition.names
      )
      return "\(definition.name): \(printer.text(definition.meaning))"
    }
    let printer = ConditionPrinter(
      schema: world.schema,
      definitions: random.definitions,
      variables: random.query.variables,
      names: random.query.names
    )
    return """
      seed \(seed) without \(rules.sorted())
      expected \(wanted)
      found    \(found)
      \(printer.text(random.query.condition))
      \(words.joined(separator: "\n"))
      \(PlanPrinter.print(plan, schema: world.schema))
      \(world)
      """
  }

  /// `4 of 9` out of a note.
  private static func counts(_ note: String) -> String {
    note.split(separator: " ").prefix(3).joined(separator: " ")
  }
}
