// SPDX-License-Identifier: Apache-2.0

/// A condition on one variable that is computed as a set before the things it
/// is asked of are looked at.
struct SharedSet: Hashable, Sendable {
  /// The variable that is free in the condition.
  var variable: Variable
  /// The condition as it occurs in a residual condition of the plan.
  var condition: BoundCondition
  /// The things it holds of: a set plan.
  var plan: LogicalPlan
}

/// A plan with the variables and names it uses: that of a query, or that of a
/// definition.
///
/// Whatever runs it keeps hold of it, which is one reference to be counted.
final class PlanUnit: Sendable {
  /// The plan.
  let root: LogicalPlan
  /// The variables, by number; those of definitions written in place included.
  let variables: [BoundVariable]
  /// The names, by number.
  let names: [BoundName]
  /// Sets that the conditions of the plan look into.
  let shared: [SharedSet]

  init(
    root: LogicalPlan, variables: [BoundVariable], names: [BoundName], shared: [SharedSet] = []
  ) {
    self.root = root
    self.variables = variables
    self.names = names
    self.shared = shared
  }
}

extension PlanUnit: Hashable {
  static func == (lhs: PlanUnit, rhs: PlanUnit) -> Bool {
    lhs === rhs
      || lhs.root == rhs.root && lhs.variables == rhs.variables && lhs.names == rhs.names
        && lhs.shared == rhs.shared
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(root)
    hasher.combine(variables)
    hasher.combine(names)
    hasher.combine(shared)
  }
}

/// The plan of one definition.
struct DefinitionPlan: Hashable, Sendable {
  let definition: DefinitionID
  /// A set plan for one parameter, a join or a union of joins for two.
  var unit: PlanUnit
  /// The kinds of the parameters.
  var parameterKinds: [[KindID]]
  /// Whether it uses itself, at once or through others.
  var isRecursive: Bool
  /// The definitions that are computed together with it; itself included.
  var group: [DefinitionID]
  /// Whether it uses its group once at most in any alternative, so that it can
  /// be computed from what is new.
  var isLinear: Bool
  /// Whether it means the same in every query: it was declared, and neither it
  /// nor what it uses mentions a parameter of the host.
  var isCacheable: Bool
}

/// A query with all that is to be computed for it.
///
/// It never changes, and each answer keeps hold of it: a reference to it is all that
/// has to be counted then, not each of its parts.
final class QueryPlan: Sendable {
  /// The bound query it was made from.
  let query: BoundQuery
  /// The plan of the query itself.
  let unit: PlanUnit
  /// The plans of the definitions it uses, at once or through others.
  let definitions: [DefinitionID: DefinitionPlan]
  /// All definitions, by number: a variant of the query is planned from them.
  let declared: [Definition]
  /// The optimizer rules it was made without.
  let disabledRules: Set<String>

  init(
    query: BoundQuery, unit: PlanUnit, definitions: [DefinitionID: DefinitionPlan] = [:],
    declared: [Definition] = [], disabledRules: Set<String> = []
  ) {
    self.query = query
    self.unit = unit
    self.definitions = definitions
    self.declared = declared
    self.disabledRules = disabledRules
  }
}
