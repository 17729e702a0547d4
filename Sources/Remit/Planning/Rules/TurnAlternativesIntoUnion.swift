// SPDX-License-Identifier: Apache-2.0

/// Computes each alternative by itself and joins what they find.
///
///     Filter c where A or B           Intersection
///       Scan control             →      Scan control
///                                       Union
///                                         Filter c where A …
///                                         Filter c where B …
struct TurnAlternativesIntoUnion: OptimizerRule {
  var forms: PlanForms { [.filter, .join] }

  func concerns(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .filter(_, _, .any), .join: true
    default: false
    }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    switch plan {
    case .filter(let input, let variable, .any(let parts))
    where parts.contains { $0.hasLink || $0.hasQuantifier }:
      let all = context.scan(variable)
      return .intersection([input, .union(parts.map { .filter(all, variable, $0) })])
    case .join(let inputs, on: let conditions):
      let alternatives = conditions.indices.filter {
        if case .any(let parts) = conditions[$0] { !parts.isEmpty } else { false }
      }
      guard alternatives.count == 1, case .any(let parts) = conditions[alternatives[0]] else {
        return plan
      }
      return .union(
        parts.map { part in
          var conditions = conditions
          conditions[alternatives[0]] = part
          return .join(inputs, on: conditions.flatMap(\.conjuncts))
        }
      )
    default: return plan
    }
  }
}
