// SPDX-License-Identifier: Apache-2.0

/// Answers `every` for whole sets: by division where the things asked for do
/// not depend on the one outside, by an anti-join on the offenders else.
///
///     Filter p where p holds every k that A.5.3 requires
///       Scan person
///     →
///     Division holds
///       Scan person
///       Extend requires
///         Thing A.5.3
struct TurnEveryIntoDivision: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    if case .filter(_, _, .quantified(.every, _, among: _, holds: _)) = plan { true } else { false }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard
      case .filter(let input, let own, .quantified(.every, let partner, let among, let holds)) =
        plan
    else { return plan }
    let asked = PartnerPattern([among], own: own, partner: partner)
    let wanted = PartnerPattern([holds], own: own, partner: partner)
    if asked.hops.isEmpty, asked.pair.isEmpty, asked.own.isEmpty, wanted.hops.count == 1,
      wanted.hops[0].link.repetition == nil, wanted.pair.isEmpty, wanted.own.isEmpty,
      wanted.partner.isEmpty
    {
      return .division(input, wanted.hops[0], by: asked.set(partner, context))
    }
    let offends = PartnerPattern([among, holds.negated], own: own, partner: partner)
    guard offends.isJoin, offends.own.isEmpty else { return plan }
    return .antiJoin(input, offends.partners(own: own, partner, context))
  }
}
