// SPDX-License-Identifier: Apache-2.0

/// Does not look for a thing that has to be another one.
///
/// So links lead from what is known already: `whose owner is p` starts at p
/// instead of going through all owners.
///
///     some v such that p owns v and v is w    →    w is a control, and p owns w
struct MergeEqualThings: OptimizerRule {
  var forms: PlanForms { .conditions }

  func concerns(_ plan: LogicalPlan) -> Bool {
    plan.hasConditions
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    plan.mapConditions { merged($0, context) }
  }

  private func merged(_ condition: BoundCondition, _ context: PlanContext) -> BoundCondition {
    if case .quantified(let quantifier, let variable, let among, let holds) = condition {
      let parts = among.conjuncts + holds.conjuncts
      switch quantifier {
      case .some:
        if let body = replaced(variable, in: parts, context) { return merged(body, context) }
      case .no:
        if let body = replaced(variable, in: parts, context) {
          return merged(body, context).negated
        }
      case .every, .only, .count: break
      }
    }
    return condition.mapParts(
      condition: { merged($0, context) }, term: { merged($0, context) })
  }

  private func merged(_ term: BoundTerm, _ context: PlanContext) -> BoundTerm {
    term.mapParts(condition: { merged($0, context) }, term: { merged($0, context) })
  }

  /// The conditions with what a variable has to be the same as in its place.
  ///
  /// - Returns: `nil` when it need not be the same as anything.
  private func replaced(
    _ variable: Variable, in parts: [BoundCondition], _ context: PlanContext
  ) -> BoundCondition? {
    let own = Operand.variable(variable)
    for (place, part) in parts.enumerated() {
      guard case .same(let lhs, let rhs) = part, lhs != rhs, lhs == own || rhs == own else {
        continue
      }
      let other = lhs == own ? rhs : lhs
      let kinds = context.kinds(of: variable)
      var rest = parts
      rest.remove(at: place)
      let isOne = Substitution(operands: [variable: other], variableOffset: 0, nameOffset: 0)
      let isOfKind: [BoundCondition] =
        context.kinds(of: other).allSatisfy(kinds.contains) ? [] : [.isOf(other, kinds)]
      return .conjunction(isOfKind + rest.map { isOne($0) })
    }
    return nil
  }
}
