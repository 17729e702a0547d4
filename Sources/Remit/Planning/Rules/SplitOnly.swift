// SPDX-License-Identifier: Apache-2.0

/// Reads `only` as what it says: there is one, and all of them are such.
///
///     only w among A: H    →    some w among A, and every w among A: H
struct SplitOnly: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    if case .filter(_, _, .quantified(.only, _, among: _, holds: _)) = plan { true } else { false }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard
      case .filter(let input, let variable, .quantified(.only, let partner, let among, let holds)) =
        plan
    else { return plan }
    let some = BoundCondition.quantified(.some, partner, among: among, holds: .always)
    let every = BoundCondition.quantified(.every, partner, among: among, holds: holds)
    return .filter(input, variable, .all([some, every]))
  }
}
