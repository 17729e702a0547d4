// SPDX-License-Identifier: Apache-2.0

/// Computes as sets the conditions on one thing that occur inside conditions
/// which have to be tested one by one.
///
/// In `controls owned by a person who reports to someone in their department`
/// the inner people depend on two things at once; whether each of them is
/// active does not, and is looked up in a set.
struct ShareSubplans: OptimizerRule {
  var forms: PlanForms { .conditions }

  func concerns(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .project, .sort: plan.hasConditions
    case .filter, .semiJoin, .antiJoin, .countThreshold, .join, .aggregate, .periods: true
    default: false
    }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    for residual in plan.residuals {
      // What a filter tests of its own variable has resisted the other rules.
      if case .filter = plan {
        shareParts(of: residual.condition, &context)
      } else {
        share(residual.condition, &context)
      }
    }
    for condition in plan.shapeConditions { share(condition, &context) }
    return plan
  }

  private func share(_ condition: BoundCondition, _ context: inout PlanContext) {
    let free = condition.freeVariables
    guard free.count == 1, let variable = free.first, condition.isWorthSharing else {
      return shareParts(of: condition, &context)
    }
    if context.shared.contains(where: { $0.variable == variable && $0.condition == condition }) {
      return
    }
    var inner = context
    inner.shared = []
    inner.isOfSharedSet = true
    let plan = Optimizer.optimize(
      .filter(context.scan(variable), variable, condition),
      &inner
    )
    guard plan.isSetwise else { return shareParts(of: condition, &context) }
    context.variables = inner.variables
    context.names = inner.names
    context.shared += inner.shared
    context.shared.append(SharedSet(variable: variable, condition: condition, plan: plan))
  }

  private func shareParts(of condition: BoundCondition, _ context: inout PlanContext) {
    var conditions: [BoundCondition] = []
    condition.collectParts(into: &conditions)
    for part in conditions { share(part, &context) }
  }
}

extension BoundCondition {
  /// Whether it follows links, so that looking it up is cheaper than testing it.
  fileprivate var isWorthSharing: Bool {
    switch self {
    case .definition(_, let operands): operands.count == 2
    case .link, .quantified, .during: true
    case .all(let parts), .any(let parts): parts.contains(where: \.isWorthSharing)
    case .not(let part): part.isWorthSharing
    case .isOf, .same, .compare, .known: false
    }
  }

  /// Adds the conditions directly inside, also those inside terms.
  fileprivate func collectParts(into found: inout [BoundCondition]) {
    var parts: [BoundCondition] = []
    func collect(_ term: BoundTerm) {
      term.forEachPart(condition: { parts.append($0) }, term: collect)
    }
    forEachPart(condition: { parts.append($0) }, term: collect)
    found += parts
  }
}
