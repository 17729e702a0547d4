// SPDX-License-Identifier: Apache-2.0

/// Keeps the things that no link joins to one of a set.
///
///     Filter c where there is no p that owns c
///       Scan control
///     →
///     AntiJoin owns
///       Scan control
///       Scan person
struct TurnNotExistsIntoAntiJoin: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    if case .filter(_, _, .quantified(.no, _, among: _, holds: _)) = plan { true } else { false }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard
      case .filter(let input, let own, .quantified(.no, let partner, let among, let holds)) = plan
    else { return plan }
    let pattern = PartnerPattern([among, holds], own: own, partner: partner)
    if pattern.isJoin, pattern.own.isEmpty {
      return .antiJoin(input, pattern.partners(own: own, partner, context))
    }
    // What is said of the thing itself belongs outside: take away those that have one.
    guard pattern.isJoin || pattern.hops.isEmpty && pattern.pair.isEmpty else { return plan }
    let some = BoundCondition.quantified(.some, partner, among: among, holds: holds)
    return .difference(input, .filter(context.scan(own), own, some))
  }
}
