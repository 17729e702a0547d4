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

  /// Returns what differs for a seed, as small as it can be made.
  private func compare(_ seed: UInt64, without rules: Set<String>) -> String? {
    let pair = RandomPair(seed: seed)
    if DifferentialTests.onlySeed != nil { dump(pair.query) }
    guard let difference = difference(of: pair, without: rules) else { return nil }
    let isStop = difference.isStop
    let small = pair.shrunk { self.difference(of: $0, without: rules)?.isStop == isStop }
    let text = self.difference(of: small, without: rules)?.text ?? difference.text
    return """
      seed \(seed) without \(rules.sorted())
      \(text)
      \(small)
      \(PlanPrinter.print(plan(small, without: rules), schema: small.world.schema))
      """
  }

  private func plan(_ pair: RandomPair, without rules: Set<String>) -> QueryPlan {
    Planner.plan(
      pair.query, definitions: pair.definitions, schema: pair.world.schema, disabledRules: rules)
  }

  /// What differs for a pair, and whether the engine gave no answer at all.
  private func difference(
    of pair: RandomPair, without rules: Set<String>
  ) -> (text: String, isStop: Bool)? {
    let reference = ReferenceEvaluator(
      pair.world.graph, pair.definitions, today: RandomGraph.today,
      parameters: RandomGraph.parameters)
    let expected = reference.answer(pair.query)
    let result: QueryResult
    do {
      result = try Executor.run(
        plan(pair, without: rules), graph: pair.world.graph, today: RandomGraph.today,
        parameters: RandomGraph.parameters, budget: Budget())
    } catch {
      return ("\(error)", true)
    }
    let found = ReferenceEvaluator.Answer(
      rows: result.rows, notes: result.notes.map(DifferentialTests.counts))
    let wanted = ReferenceEvaluator.Answer(
      rows: expected.rows, notes: expected.notes.map(DifferentialTests.counts))
    return found == wanted ? nil : ("expected \(wanted)\nfound    \(found)", false)
  }

  /// `4 of 9` out of a note.
  private static func counts(_ note: String) -> String {
    note.split(separator: " ").prefix(3).joined(separator: " ")
  }
}
