// SPDX-License-Identifier: Apache-2.0

/// Writes a definition of two parameters in place of its word.
///
/// So the parts of it that concern one side only, or a thing named outright,
/// become sets: `competent for A.5.3` asks for the competences of A.5.3 once.
/// A verb is written in place only where it joins its two sides by no link, or by one
/// that is repeated, for then a table of all its pairs could be as large as their product.
///
///     p is competent for c    →    no k such that c requires k and p does not hold k
struct InlineDefinitions: OptimizerRule {
  var forms: PlanForms { .conditions }

  func concerns(_ plan: LogicalPlan) -> Bool {
    plan.hasConditions
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    plan.mapConditions { inline($0, &context) }
  }

  private func inline(_ condition: BoundCondition, _ context: inout PlanContext) -> BoundCondition {
    switch condition {
    case .definition(let id, let arguments) where arguments.count == 2:
      guard let body = context.expansion(of: id, arguments) else { return condition }
      return inline(body, &context)
    case .link(let link, let from, let to) where link.repetition == nil && link.time == .asOf:
      guard link.relations.count == 1, case .defined(let id) = link.relations[0],
        id.index < context.definitions.count, !context.definitions[id.index].joinsItsParameters,
        let body = context.expansion(of: id, [from, to])
      else { return condition }
      return inline(body, &context)
    // As of each day, a set or a table of pairs is looked into.
    case .during: return condition
    default:
      return condition.mapParts(
        condition: { inline($0, &context) },
        term: { inline($0, &context) }
      )
    }
  }

  private func inline(_ term: BoundTerm, _ context: inout PlanContext) -> BoundTerm {
    term.mapParts(condition: { inline($0, &context) }, term: { inline($0, &context) })
  }
}

extension Definition {
  /// Whether links lead from one parameter to the other wherever it holds, so
  /// that its pairs can be listed by following each a few times.
  var joinsItsParameters: Bool {
    parameters.count == 2 && body.joins(.variable(parameters[0]), .variable(parameters[1]))
  }
}

extension BoundCondition {
  /// Whether a chain of links, none of them repeated, leads from one end to the other
  /// wherever it holds.
  func joins(_ start: Operand, _ end: Operand) -> Bool {
    var edges: [(Operand, Operand)] = []
    let alternatives = collectEdges(into: &edges)
    var reached: Set<Operand> = [start]
    var grows = true
    while grows {
      grows = false
      for (lhs, rhs) in edges where reached.contains(lhs) != reached.contains(rhs) {
        reached.formUnion([lhs, rhs])
        grows = true
      }
    }
    if reached.contains(end) { return true }
    return alternatives.contains { parts in
      !parts.isEmpty && parts.allSatisfy { $0.joins(start, end) }
    }
  }

  /// Adds the links that lead wherever the condition holds.
  ///
  /// - Returns: The alternatives, of each of which one part holds.
  private func collectEdges(into edges: inout [(Operand, Operand)]) -> [[BoundCondition]] {
    var alternatives: [[BoundCondition]] = []
    for part in conjuncts {
      switch part {
      case .link(let link, let from, let to) where link.repetition == nil:
        edges.append((from, to))
      case .same(let lhs, let rhs): edges.append((lhs, rhs))
      case .any(let parts): alternatives.append(parts)
      case .quantified(.some, _, let among, let holds):
        alternatives += among.collectEdges(into: &edges)
        alternatives += holds.collectEdges(into: &edges)
      default: break
      }
    }
    return alternatives
  }
}

extension LogicalPlan {
  /// Whether the outermost operator has conditions that ``mapConditions(_:)`` would replace.
  var hasConditions: Bool {
    switch self {
    case .filter, .aggregate: true
    case .project(_, let columns): columns.contains { $0.term.hasConditions }
    case .sort(_, let keys): keys.contains { $0.term?.hasConditions == true }
    case .semiJoin(_, let partners), .antiJoin(_, let partners),
      .countThreshold(_, let partners, _, _):
      partners.condition != .always
    case .join(_, on: let conditions): !conditions.isEmpty
    default: false
    }
  }

  /// Returns the plan with the conditions of its outermost operator replaced,
  /// those inside the terms of an answer included.
  func mapConditions(_ change: (BoundCondition) -> BoundCondition) -> LogicalPlan {
    func changed(_ partners: Partners) -> Partners {
      var partners = partners
      partners.condition = change(partners.condition)
      return partners
    }
    func changed(_ term: BoundTerm) -> BoundTerm {
      term.mapParts(condition: change, term: { changed($0) })
    }
    switch self {
    case .filter(let input, let variable, let condition):
      return .filter(input, variable, change(condition))
    case .semiJoin(let input, let partners): return .semiJoin(input, changed(partners))
    case .antiJoin(let input, let partners): return .antiJoin(input, changed(partners))
    case .countThreshold(let input, let partners, let comparison, let count):
      return .countThreshold(input, changed(partners), comparison, count)
    case .join(let inputs, on: let conditions):
      return .join(inputs, on: conditions.map(change).flatMap(\.conjuncts))
    case .project(let input, let columns):
      return .project(input, columns.map { BoundColumn(title: $0.title, term: changed($0.term)) })
    case .sort(let input, let keys):
      return .sort(
        input,
        keys.map { BoundSort(term: $0.term.map(changed), descending: $0.descending) }
      )
    case .aggregate(let input, var measure, keys: var keys, part: let part):
      if case .aggregate(let aggregate, let term, let title) = measure {
        measure = .aggregate(aggregate, changed(term), title: title)
      }
      keys = keys.map { key in
        switch key {
        case .term(let term, let title): .term(changed(term), title: title)
        case .things(let variable, let groups, let member, let title):
          .things(variable, groups: change(groups), member: change(member), title: title)
        }
      }
      return .aggregate(input, measure, keys: keys, part: part)
    default: return self
    }
  }
}
