// SPDX-License-Identifier: Apache-2.0

/// Computes what is known without the graph, and takes away what that leaves
/// without effect.
///
///     Filter c where c is a control          Scan control
///       Scan control or asset           →
struct FoldConstants: OptimizerRule {
  var forms: PlanForms { [.filter, .partners, .join, .answer, .set] }

  func concerns(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .empty, .scan, .thing, .definition, .limit, .limitEach, .periods: false
    case .project, .sort: plan.hasConditions
    default: true
    }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    switch plan {
    case .filter(let input, let variable, let condition):
      let folded = fold(condition, context)
      if case .isOf(.variable(variable), let kinds) = folded {
        return .intersection([input, .scan(kinds.sorted())])
      }
      if folded == .always { return input }
      if folded == .never || input == .empty { return .empty }
      return .filter(input, variable, folded)
    case .semiJoin(let input, var partners):
      partners.condition = fold(partners.condition, context)
      if input == .empty || partners.among == .empty || partners.condition == .never {
        return .empty
      }
      return .semiJoin(input, partners)
    case .antiJoin(let input, var partners):
      partners.condition = fold(partners.condition, context)
      if partners.among == .empty || partners.condition == .never { return input }
      return input == .empty ? .empty : .antiJoin(input, partners)
    case .countThreshold(let input, var partners, let comparison, let count):
      partners.condition = fold(partners.condition, context)
      return input == .empty ? .empty : .countThreshold(input, partners, comparison, count)
    case .join(let inputs, on: let conditions):
      let folded = conditions.map { fold($0, context) }.flatMap(\.conjuncts)
      return .join(inputs, on: folded)
    case .extend(.empty, _), .closure(.empty, _), .division(.empty, _, by: _),
      .provided(.empty, by: _), .provided(_, by: .empty), .difference(.empty, _):
      return .empty
    case .project, .sort, .aggregate: return plan.mapConditions { fold($0, context) }
    case .difference(let input, .empty): return input
    case .intersection(let parts): return intersection(parts)
    case .union(let parts):
      var kept: [LogicalPlan] = []
      for part in parts {
        if case .union(let inner) = part { kept += inner } else { kept.append(part) }
      }
      kept = kept.removingRepetitions { $0 == .empty }
      return kept.isEmpty ? .empty : kept.count == 1 ? kept[0] : .union(kept)
    default: return plan
    }
  }

  private func intersection(_ parts: [LogicalPlan]) -> LogicalPlan {
    if isFolded(parts) { return .intersection(parts) }
    var kept: [LogicalPlan] = []
    for part in parts {
      if case .intersection(let inner) = part { kept += inner } else { kept.append(part) }
    }
    kept = kept.removingRepetitions { _ in false }
    if kept.contains(.empty) { return .empty }
    let scans: [[KindID]] = kept.compactMap {
      if case .scan(let kinds) = $0 { kinds } else { nil }
    }
    if scans.count > 1, let first = scans.first {
      let kinds = scans.dropFirst().reduce(first) { $0.filter($1.contains) }
      if kinds.isEmpty { return .empty }
      kept.removeAll { if case .scan = $0 { true } else { false } }
      kept.insert(.scan(kinds.sorted()), at: 0)
    }
    return kept.count == 1 ? kept[0] : .intersection(kept)
  }

  /// Whether an intersection of few parts is seen to stay as it is.
  private func isFolded(_ parts: [LogicalPlan]) -> Bool {
    guard parts.count > 1, parts.count <= 8 else { return false }
    var scans = 0
    for (place, part) in parts.enumerated() {
      switch part {
      case .empty, .intersection: return false
      case .scan: scans += 1
      default: break
      }
      if parts[..<place].contains(part) { return false }
    }
    return scans <= 1
  }

  /// Returns the condition without the parts that are always or never true.
  private func fold(_ condition: BoundCondition, _ context: PlanContext) -> BoundCondition {
    switch condition {
    case .all(let parts):
      let folded = parts.map { fold($0, context) }.flatMap(\.conjuncts)
        .removingRepetitions { $0 == .always }
      return folded.contains(.never) ? .never : .conjunction(folded)
    case .any(let parts):
      var folded: [BoundCondition] = []
      for part in parts.map({ fold($0, context) }) {
        if case .any(let inner) = part { folded += inner } else { folded.append(part) }
      }
      folded = folded.removingRepetitions { _ in false }
      if folded.contains(.always) { return .always }
      return folded.count == 1 ? folded[0] : .any(folded)
    case .not(let part):
      let folded = fold(part, context)
      return folded == .always ? .never : folded == .never ? .always : folded.negated
    case .isOf(let operand, let kinds):
      let possible = context.kinds(of: operand)
      if possible.allSatisfy(kinds.contains) { return .always }
      return possible.contains(where: kinds.contains) ? condition : .never
    case .same(let lhs, let rhs):
      if lhs == rhs { return .always }
      let kinds = context.kinds(of: rhs)
      return context.kinds(of: lhs).contains(where: kinds.contains) ? condition : .never
    case .compare(.value(let lhs), let comparison, .value(let rhs)):
      return ValueComparison(comparison).holds(lhs, rhs) ? .always : .never
    case .known(.value), .known(.today), .known(.count): return .always
    case .quantified(let quantifier, let variable, let among, let holds):
      let among = fold(among, context)
      let holds = fold(holds, context)
      let none = context.kinds(of: variable).isEmpty || among == .never
      switch quantifier {
      case .some, .only: if none || holds == .never { return .never }
      case .no: if none || holds == .never { return .always }
      case .every: if none || holds == .always { return .always }
      case .count(let comparison, let count):
        if none || holds == .never {
          return ValueComparison(comparison).holds(.number(0), .number(Double(count)))
            ? .always : .never
        }
      }
      return .quantified(quantifier, variable, among: among, holds: holds)
    case .during(let time, let inner):
      let inner = fold(inner, context)
      return inner == .never ? .never : .during(time.mapTerms { fold($0, context) }, inner)
    case .compare, .known, .link, .definition:
      return condition.mapParts(condition: { fold($0, context) }, term: { fold($0, context) })
    }
  }

  private func fold(_ term: BoundTerm, _ context: PlanContext) -> BoundTerm {
    term.mapParts(condition: { fold($0, context) }, term: { fold($0, context) })
  }
}

extension BoundTerm {
  /// Whether it counts or gathers things of which conditions hold.
  var hasConditions: Bool {
    switch self {
    case .count, .aggregate, .list: true
    case .arithmetic(_, let lhs, let rhs), .shifted(let lhs, by: let rhs, later: _),
      .daysBetween(let lhs, let rhs):
      lhs.hasConditions || rhs.hasConditions
    case .value, .parameter, .today, .calendar, .attribute, .entity, .walk: false
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without those for which `isLeftOut`, each once.
  func removingRepetitions(_ isLeftOut: (Element) -> Bool) -> [Element] {
    // Few are compared sooner than they are hashed.
    if count <= 8 {
      var kept: [Element] = []
      for element in self where !isLeftOut(element) && !kept.contains(element) {
        kept.append(element)
      }
      return kept
    }
    var seen: Set<Element> = []
    return filter { !isLeftOut($0) && seen.insert($0).inserted }
  }
}
