// SPDX-License-Identifier: Apache-2.0

/// Follows a repeated link once from the whole set of partners instead of from
/// each thing outside.
///
///     SemiJoin depends on+              Intersection
///       Scan asset                 →      Scan asset
///       Filter a where a is core          Closure depends on+ (backwards)
///                                           Filter a where a is core
struct TurnRepetitionIntoClosure: OptimizerRule {
  var forms: PlanForms { .partners }

  func concerns(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .semiJoin(_, let partners), .antiJoin(_, let partners):
      partners.hops.contains { $0.link.repetition != nil }
    default: false
    }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    switch plan {
    case .semiJoin(let input, let partners):
      guard let reached = closure(partners) else { return plan }
      return .intersection([input, reached])
    case .antiJoin(let input, let partners):
      guard let reached = closure(partners) else { return plan }
      return .difference(input, reached)
    default: return plan
    }
  }

  private func closure(_ partners: Partners) -> LogicalPlan? {
    guard partners.hops.count == 1, partners.hops[0].link.repetition != nil,
      partners.condition == .always
    else { return nil }
    return .closure(partners.among, partners.hops[0].reversed)
  }
}
