// SPDX-License-Identifier: Apache-2.0

/// Takes away the things for which the opposite holds.
///
///     Filter c where not A          Difference
///       Scan control           →      Scan control
///                                     Filter c where A
///                                       Scan control
struct TurnNotIntoDifference: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    if case .filter(_, _, .not) = plan { true } else { false }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard case .filter(let input, let variable, .not(let condition)) = plan,
      condition.hasLink || condition.hasQuantifier
    else { return plan }
    return .difference(input, .filter(context.scan(variable), variable, condition))
  }
}
