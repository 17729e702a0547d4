// SPDX-License-Identifier: Apache-2.0

/// Makes the plan of a bound query.
///
/// The first plan is the query taken literally: every thing is looked at, and
/// the whole condition is tested of it. The ``Optimizer`` makes the rest.
enum Planner {
  /// Returns the plan of a query and of the definitions it uses.
  ///
  /// - Parameters:
  ///   - query: The query; its definitions contain no cycle through a negation
  ///     (``Stratification/check(_:)``).
  ///   - definitions: All definitions, by number.
  ///   - schema: What the query was bound against.
  ///   - strata: The order of the definitions, if it is at hand.
  ///   - kept: Plans of definitions made before, and what they have to have been made from.
  ///   - disabledRules: Names of optimizer rules not to apply.
  ///   - declaredCount: How many of the definitions were declared; the others
  ///     are made for this query alone. All, unless told.
  /// - Returns: The optimised plan.
  static func plan(
    _ query: BoundQuery,
    definitions: [Definition],
    schema: Schema,
    strata: Stratification? = nil,
    kept: (DefinitionPlans, KeptStratification)? = nil,
    disabledRules: Set<String> = [],
    declaredCount: Int? = nil
  ) -> QueryPlan {
    let strata = strata ?? Stratification(definitions)
    var context = PlanContext(
      schema: schema,
      definitions: definitions,
      strata: strata,
      disabledRules: disabledRules,
      variables: query.variables,
      names: query.names
    )
    let root = Optimizer.optimize(literalPlan(of: query, context), &context)
    let unit = PlanUnit(
      root: root, variables: context.variables, names: context.names, shared: context.shared)
    return QueryPlan(
      query: query,
      unit: unit,
      definitions: plans(
        of: references(in: unit), among: definitions, strata, schema, kept: kept,
        disabledRules: disabledRules, declaredCount: declaredCount),
      declared: definitions,
      disabledRules: disabledRules
    )
  }

  /// Makes the plan for conditions that are evaluated as they are, without
  /// things to range over: of a text, or of what is true or false.
  ///
  /// - Parameters:
  ///   - conditions: What will be evaluated.
  ///   - query: Holds the variables and names; what it asks for is not planned.
  ///   - definitions: All definitions, by number.
  ///   - schema: What the query was bound against.
  ///   - strata: The order of the definitions, if it is at hand.
  /// - Returns: A plan of the definitions alone.
  static func plan(
    parts conditions: [BoundCondition],
    of query: BoundQuery,
    definitions: [Definition],
    schema: Schema,
    strata: Stratification? = nil
  ) -> QueryPlan {
    let strata = strata ?? Stratification(definitions)
    var used: Set<DefinitionID> = []
    for condition in conditions { condition.collectDefinitions(into: &used) }
    return QueryPlan(
      query: query,
      unit: PlanUnit(root: .empty, variables: query.variables, names: query.names),
      definitions: plans(of: used, among: definitions, strata, schema),
      declared: definitions
    )
  }

  /// Plans definitions, and those they use.
  private static func plans(
    of ids: Set<DefinitionID>,
    among definitions: [Definition],
    _ strata: Stratification,
    _ schema: Schema,
    kept: (plans: DefinitionPlans, definitions: KeptStratification)? = nil,
    disabledRules: Set<String> = [],
    declaredCount: Int? = nil
  ) -> [DefinitionID: DefinitionPlan] {
    var plans: [DefinitionID: DefinitionPlan] = [:]
    var pending = ids
    while let id = pending.popFirst() {
      guard plans[id] == nil, id.index < definitions.count else { continue }
      let isDeclared = id.index < declaredCount ?? definitions.count
      func made() -> DefinitionPlan {
        self.plan(
          definitions[id.index],
          definitions,
          strata,
          schema,
          disabledRules,
          isDeclared
        )
      }
      let planned = kept.map { $0.plans.plan(of: id, in: $0.definitions, made) } ?? made()
      plans[id] = planned
      pending.formUnion(references(in: planned.unit))
    }
    return plans
  }

  /// The set or the rows a query asks for, with its shape round it.
  private static func literalPlan(of query: BoundQuery, _ context: PlanContext) -> LogicalPlan {
    let variables = [query.head] + query.rowVariables.filter { $0 != query.head }
    let bindings: LogicalPlan =
      variables.count == 1
      ? .filter(context.scan(query.head), query.head, query.condition)
      : .join(
        variables.map { JoinInput(variable: $0, plan: context.scan($0)) },
        on: query.condition.conjuncts
      )
    switch query.shape {
    case .rows(let columns, let sort, let limit):
      let sorted = sort.isEmpty ? bindings : .sort(bindings, sort)
      let projected = LogicalPlan.project(sorted, columns)
      return limit.map { .limit(projected, $0) } ?? projected
    case .measure(let measure, let keys, let sort, let limit):
      var part: LogicalPlan?
      if case .share(let condition, _) = measure {
        part = .filter(context.scan(query.head), query.head, condition)
      }
      let aggregated = LogicalPlan.aggregate(bindings, measure, keys: keys, part: part)
      let sorted = sort.isEmpty ? aggregated : .sort(aggregated, sort)
      return limit.map { .limit(sorted, $0) } ?? sorted
    case .top(let columns, let sort, let keys, let count):
      let projected = LogicalPlan.project(.sort(bindings, sort), columns)
      return keys == 0
        ? .limit(projected, count) : .limitEach(projected, columns: keys, count)
    case .periods(let periods):
      guard periods.isOfThings else { return .periods(.empty, each: .empty, periods) }
      let each = LogicalPlan.filter(context.scan(query.head), query.head, periods.when)
      return .periods(bindings, each: each, periods)
    }
  }

  /// The plan of a definition: a set, or pairs.
  private static func plan(
    _ definition: Definition,
    _ definitions: [Definition],
    _ strata: Stratification,
    _ schema: Schema,
    _ disabledRules: Set<String>,
    _ isDeclared: Bool
  ) -> DefinitionPlan {
    var context = PlanContext(
      schema: schema,
      definitions: definitions,
      strata: strata,
      disabledRules: disabledRules,
      variables: definition.variables,
      names: definition.names
    )
    let meaning = definition.meaning
    let literal: LogicalPlan =
      if definition.parameters.count == 1 {
        .filter(context.scan(definition.parameters[0]), definition.parameters[0], meaning)
      } else {
        .join(
          definition.parameters.map { JoinInput(variable: $0, plan: context.scan($0)) },
          on: meaning.conjuncts
        )
      }
    let root = Optimizer.optimize(literal, &context)
    let used = closure(of: definition.id, definitions)
    let group = strata.groups[strata.group(of: definition.id)]
    let unit = PlanUnit(
      root: root,
      variables: context.variables,
      names: context.names,
      shared: context.shared
    )
    return DefinitionPlan(
      definition: definition.id,
      unit: unit,
      parameterKinds: definition.parameters.map { definition.variables[$0.index].kinds },
      isRecursive: strata.isRecursive(definition.id),
      group: group,
      isLinear: Linearity.isLinear(unit, Set(group)),
      isCacheable: isDeclared && !used.contains { definitions[$0.index].mentionsHostParameter }
    )
  }

  /// A definition and all it uses.
  private static func closure(
    of id: DefinitionID,
    _ definitions: [Definition]
  ) -> Set<DefinitionID> {
    var found: Set<DefinitionID> = [id]
    var pending = [id]
    while let next = pending.popLast() {
      for other in definitions[next.index].references
      where other.index < definitions.count && found.insert(other).inserted {
        pending.append(other)
      }
    }
    return found
  }

  /// The definitions that the plans of a unit mention.
  static func references(in unit: PlanUnit) -> Set<DefinitionID> {
    var found: Set<DefinitionID> = []
    func collect(_ hop: Hop) { hop.link.collectDefinitions(into: &found) }
    func collect(_ plan: LogicalPlan) {
      switch plan {
      case .definition(let id): found.insert(id)
      case .extend(_, let hop), .closure(_, let hop), .division(_, let hop, by: _): collect(hop)
      case .semiJoin(_, let partners), .antiJoin(_, let partners),
        .countThreshold(_, let partners, _, _):
        partners.hops.forEach(collect)
      default: break
      }
      for residual in plan.residuals { residual.condition.collectDefinitions(into: &found) }
      for term in plan.shapeTerms {
        // Most are no more than that.
        if case .attribute(_, .variable) = term { continue }
        BoundCondition.known(term).collectDefinitions(into: &found)
      }
      for condition in plan.groupConditions { condition.collectDefinitions(into: &found) }
    }
    for plan in [unit.root] + unit.shared.map(\.plan) { plan.forEachPart(collect) }
    return found
  }
}

extension LogicalPlan {
  /// The terms evaluated of each row when the answer is made, with the
  /// variables that their key binds besides those of the row.
  var shapeTerms: [BoundTerm] {
    switch self {
    case .project(_, let columns): return columns.map(\.term)
    case .sort(_, let keys): return keys.compactMap(\.term)
    case .aggregate(_, let measure, keys: let keys, part: _):
      var terms: [BoundTerm] = []
      if case .aggregate(_, let term, _) = measure { terms.append(term) }
      for case .term(let term, _) in keys { terms.append(term) }
      return terms
    case .periods(_, each: _, let periods):
      var terms = [periods.first, periods.last] + periods.columns.map(\.term)
      for key in periods.sort { if case .term(let term) = key.key { terms.append(term) } }
      return terms
    default: return []
    }
  }

  /// The conditions evaluated when the answer is made, inside terms or keys.
  var shapeConditions: [BoundCondition] {
    shapeTerms.map { BoundCondition.known($0) } + groupConditions
  }

  /// Those that say what belongs to a group, or when something holds.
  fileprivate var groupConditions: [BoundCondition] {
    var found: [BoundCondition] = []
    if case .aggregate(_, _, keys: let keys, part: _) = self {
      for case .things(_, let groups, let member, _) in keys { found += [groups, member] }
    }
    if case .periods(_, each: _, let periods) = self, !periods.isOfThings {
      found.append(periods.when)
    }
    return found
  }
}
