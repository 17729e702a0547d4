// SPDX-License-Identifier: Apache-2.0

/// Tests each part of a conjunction by itself, cheap ones first, and conditions
/// on one variable of a join before the join.
///
/// The parts stay side by side, however many there are; each is asked only of
/// the things that those before it have left.
///
///     Filter c where A and B          Intersection
///       Scan control             →      Scan control
///                                       Filter c where A …
///                                       Filter c where B …
struct PushDownFilters: OptimizerRule {
  var forms: PlanForms { [.filter, .join] }

  func concerns(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .filter(_, _, .all), .join: true
    default: false
    }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    switch plan {
    case .filter(let input, let variable, .all(let parts)):
      let parts = parts.flatMap(\.conjuncts)
      let leaves = parts.filter { !$0.hasQuantifier && !$0.hasLink }
      let links = parts.filter { !$0.hasQuantifier && $0.hasLink }
      let ordered = leaves + links + parts.filter(\.hasQuantifier)
      let all = context.scan(variable)
      return .intersection([input] + ordered.map { .filter(all, variable, $0) })
    case .join(var inputs, on: let conditions):
      var kept: [BoundCondition] = []
      var pushed = [[BoundCondition]](repeating: [], count: inputs.count)
      for condition in conditions.flatMap(\.conjuncts) {
        let free = condition.freeVariables
        if free.count == 1, let place = inputs.firstIndex(where: { free.contains($0.variable) }) {
          pushed[place].append(condition)
        } else {
          kept.append(condition)
        }
      }
      for place in inputs.indices where !pushed[place].isEmpty {
        inputs[place].plan = .filter(
          inputs[place].plan,
          inputs[place].variable,
          .conjunction(pushed[place])
        )
      }
      return .join(inputs, on: kept)
    default: return plan
    }
  }
}

extension BoundCondition {
  /// Whether a link, a definition or a quantifier occurs outside terms.
  var hasLink: Bool {
    switch self {
    case .link, .definition, .quantified, .during: true
    case .all(let parts), .any(let parts): parts.contains(where: \.hasLink)
    case .not(let part): part.hasLink
    case .isOf, .same, .compare, .known: false
    }
  }
}
