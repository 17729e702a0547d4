// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitTestSupport
import Testing

@testable import Remit

/// The engine against the definition of the language taken literally.
///
/// `REMIT_DIFFERENTIAL=50000` compares as many graphs and questions,
/// `REMIT_SEED=7` only those of one seed.
struct DifferentialTests {
  private static let count =
    ProcessInfo.processInfo.environment["REMIT_DIFFERENTIAL"].flatMap(Int.init) ?? 1_500
  private static let onlySeed =
    ProcessInfo.processInfo.environment["REMIT_SEED"].flatMap(UInt64.init)
  /// The seeds are spread over as many tests, which run side by side.
  private static let shares = 4

  private static func seeds(_ count: Int, share: Int) -> [UInt64] {
    if let onlySeed { return share == 0 ? [onlySeed] : [] }
    return stride(from: share, to: count, by: shares).map { UInt64($0) }
  }

  @Test(arguments: 0..<shares)
  func `the engine answers as the definition of the language says`(_ share: Int) {
    compare(Self.seeds(Self.count, share: share), without: [[]])
  }

  @Test(arguments: 0..<shares)
  func `answers stay the same without a rule, and without any`(_ share: Int) {
    let rules = (Optimizer.rules + Optimizer.finishingRules).map(\.name)
    compare(Self.seeds(Self.count / 8, share: share), without: rules.map { [$0] } + [Set(rules)])
  }

  private func compare(_ seeds: [UInt64], without choices: [Set<String>]) {
    var failures = 0
    for seed in seeds where failures < 2 {
      let pair = RandomPair(seed: seed)
      let expected = answer(of: pair)
      for rules in choices where difference(of: pair, from: expected, without: rules) != nil {
        failures += 1
        Issue.record("\(report(seed, pair, without: rules))")
      }
    }
  }

  /// What differs for a seed, as small as it can be made.
  private func report(_ seed: UInt64, _ pair: RandomPair, without rules: Set<String>) -> String {
    func difference(_ pair: RandomPair) -> (text: String, isStop: Bool)? {
      self.difference(of: pair, from: answer(of: pair), without: rules)
    }
    let isStop = difference(pair)?.isStop
    let small = pair.shrunk { difference($0).map { $0.isStop == isStop } ?? false }
    return """
      seed \(seed) without \(rules.sorted())
      \(difference(small)?.text ?? "")
      \(small)
      \(PlanPrinter.print(plan(small, without: rules), schema: small.world.schema))
      """
  }

  private func plan(_ pair: RandomPair, without rules: Set<String>) -> QueryPlan {
    Planner.plan(
      pair.query, definitions: pair.definitions, schema: pair.world.schema, disabledRules: rules)
  }

  private func answer(of pair: RandomPair) -> ReferenceEvaluator.Answer {
    let reference = ReferenceEvaluator(
      pair.world.graph, pair.definitions, today: RandomGraph.today,
      parameters: RandomGraph.parameters)
    var answer = reference.answer(pair.query)
    answer.notes = answer.notes.map(Self.counts)
    return answer
  }

  /// What differs for a pair, and whether the engine gave no answer at all.
  private func difference(
    of pair: RandomPair, from expected: ReferenceEvaluator.Answer, without rules: Set<String>
  ) -> (text: String, isStop: Bool)? {
    do {
      let result = try Executor.run(
        plan(pair, without: rules), graph: pair.world.graph, today: RandomGraph.today,
        parameters: RandomGraph.parameters, budget: Budget())
      let found = ReferenceEvaluator.Answer(
        rows: result.rows, notes: result.notes.map(Self.counts))
      return found == expected ? nil : ("expected \(expected)\nfound    \(found)", false)
    } catch {
      return ("\(error)", true)
    }
  }

  /// `4 of 9` out of a note.
  private static func counts(_ note: String) -> String {
    note.split(separator: " ").prefix(3).joined(separator: " ")
  }
}
