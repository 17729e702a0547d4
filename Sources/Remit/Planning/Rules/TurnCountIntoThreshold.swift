// SPDX-License-Identifier: Apache-2.0

/// Counts the partners of each thing along a link.
///
///     Filter c where there are at least 2 p that own c
///       Scan control
///     →
///     CountThreshold owns >= 2
///       Scan control
///       Scan person
struct TurnCountIntoThreshold: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    if case .filter(_, _, .quantified(.count, _, among: _, holds: _)) = plan { true } else { false }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard
      case .filter(
        let input,
        let own,
        .quantified(.count(let comparison, let count), let partner, let among, let holds)
      ) = plan
    else { return plan }
    let pattern = PartnerPattern([among, holds], own: own, partner: partner)
    guard pattern.isJoin, pattern.own.isEmpty,
      pattern.hops.allSatisfy({ $0.link.repetition == nil })
    else { return plan }
    return .countThreshold(
      input,
      pattern.partners(own: own, partner, context),
      comparison,
      count
    )
  }
}
