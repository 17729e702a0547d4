// SPDX-License-Identifier: Apache-2.0

/// How often a plan uses the definitions of a group in any one alternative.
///
/// When that is once at most, and only in places that distribute over union,
/// what is new in the definition follows from what is new in the group alone.
enum Linearity {
  /// Stands for a use in a place that does not distribute, or at another time.
  private static let many = 1000

  /// Whether a definition's plan uses its group once in any alternative.
  static func isLinear(_ unit: PlanUnit, _ group: Set<DefinitionID>) -> Bool {
    let shared = unit.shared.map { uses($0.plan, group) }
    return shared.allSatisfy { $0 == 0 } && uses(unit.root, group) <= 1
  }

  /// Whether a plan uses a group at all.
  static func uses(_ plan: LogicalPlan, anyOf group: Set<DefinitionID>) -> Bool {
    uses(plan, group) > 0
  }

  private static func uses(_ plan: LogicalPlan, _ group: Set<DefinitionID>) -> Int {
    func of(_ plan: LogicalPlan) -> Int { uses(plan, group) }
    func of(_ condition: BoundCondition) -> Int { uses(condition, group) }
    switch plan {
    case .empty, .scan, .thing: return 0
    case .definition(let id): return group.contains(id) ? 1 : 0
    case .filter(let input, _, let condition): return of(input) + of(condition)
    case .extend(let input, let hop): return of(input) + uses(hop.link, group)
    case .closure(let input, let hop):
      return of(input) + (uses(hop.link, group) > 0 ? many : 0)
    case .semiJoin(let input, let partners):
      let repeated = partners.hops.contains { $0.link.repetition != nil }
      let hops = partners.hops.reduce(0) { $0 + uses($1.link, group) }
      return of(input) + of(partners.among) + of(partners.condition)
        + (repeated && hops > 0 ? many : hops)
    case .countThreshold, .antiJoin, .division:
      return plan.mentions(group) ? many : 0
    case .provided(let input, by: let other): return of(input) + of(other)
    case .intersection(let parts): return parts.reduce(0) { $0 + of($1) }
    case .union(let parts): return parts.reduce(0) { max($0, of($1)) }
    case .difference(let input, let other): return of(input) + (of(other) > 0 ? many : 0)
    case .join(let inputs, on: let conditions):
      return inputs.reduce(0) { $0 + of($1.plan) } + conditions.reduce(0) { $0 + of($1) }
    case .project, .aggregate, .sort, .limit, .limitEach, .periods: return 0
    }
  }

  private static func uses(_ condition: BoundCondition, _ group: Set<DefinitionID>) -> Int {
    switch condition {
    case .all(let parts): return parts.reduce(0) { $0 + uses($1, group) }
    case .any(let parts): return parts.reduce(0) { max($0, uses($1, group)) }
    case .definition(let id, _): return group.contains(id) ? 1 : 0
    case .link(let link, _, _): return uses(link, group)
    case .quantified(.some, _, let among, let holds):
      return uses(among, group) + uses(holds, group)
    case .not, .isOf, .same, .compare, .known, .quantified, .during:
      var found: Set<DefinitionID> = []
      condition.collectDefinitions(into: &found)
      return found.isDisjoint(with: group) ? 0 : many
    }
  }

  private static func uses(_ link: BoundLink, _ group: Set<DefinitionID>) -> Int {
    let count = link.relations.reduce(0) {
      if case .defined(let id) = $1, group.contains(id) { $0 + 1 } else { $0 }
    }
    guard count > 0 else { return 0 }
    return link.repetition == nil && link.time == .asOf ? 1 : many
  }
}

extension LogicalPlan {
  /// Whether a definition of a group occurs anywhere inside.
  fileprivate func mentions(_ group: Set<DefinitionID>) -> Bool {
    let unit = PlanUnit(root: self, variables: [], names: [])
    return !Planner.references(in: unit).isDisjoint(with: group)
  }
}
