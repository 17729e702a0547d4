// SPDX-License-Identifier: Apache-2.0

/// Keeps the things that a link joins to one of a set.
///
///     Filter p where there is a c that p owns and that is critical
///       Scan person
///     →
///     SemiJoin owns
///       Scan person
///       Filter c where c is critical
///         Scan control
struct TurnExistsIntoSemiJoin: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    if case .filter(_, _, .quantified(.some, _, among: _, holds: _)) = plan { true } else { false }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard
      case .filter(let input, let own, .quantified(.some, let partner, let among, let holds)) = plan
    else { return plan }
    let pattern = PartnerPattern([among, holds], own: own, partner: partner)
    let filtered =
      pattern.own.isEmpty ? input : .filter(input, own, .conjunction(pattern.own))
    if pattern.isJoin {
      return .semiJoin(filtered, pattern.partners(own: own, partner, context))
    }
    guard pattern.hops.isEmpty, pattern.pair.isEmpty else { return plan }
    return .provided(filtered, by: pattern.set(partner, context))
  }
}

extension PartnerPattern {
  /// The things that can be partners, when nothing joins them to the thing outside.
  func set(_ variable: Variable, _ context: PlanContext) -> LogicalPlan {
    partner.isEmpty
      ? context.scan(variable) : .filter(context.scan(variable), variable, .conjunction(partner))
  }
}
