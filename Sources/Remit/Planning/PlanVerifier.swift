// SPDX-License-Identifier: Apache-2.0

/// Checks that a plan makes sense: rows and sets where they are expected, kinds
/// that flow, variables bound before they are used.
///
/// Run after every rule in debug builds. What it finds is a mistake in a rule,
/// never one in a query.
struct PlanVerifier {
  private let schema: Schema
  private let variables: [BoundVariable]
  private let names: [BoundName]

  /// What a plan makes.
  private enum Output: Equatable {
    case set([KindID])
    case rows([Variable])
    case answer
  }

  init(_ context: PlanContext) {
    schema = context.schema
    variables = context.variables
    names = context.names
  }

  /// Returns what is wrong, in words.
  func problems(of plan: LogicalPlan) -> [String] {
    var found: [String] = []
    _ = check(plan, &found)
    return found
  }

  private func check(_ plan: LogicalPlan, _ found: inout [String]) -> Output {
    switch plan {
    case .empty: return .set([])
    case .scan(let kinds):
      if kinds.isEmpty { found.append("a scan of no kind") }
      if kinds != kinds.sorted() { found.append("a scan of kinds out of order") }
      for kind in kinds where !schema.kinds.indices.contains(kind.index) {
        found.append("a scan of an undeclared kind")
      }
      return .set(kinds)
    case .thing(let name):
      guard names.indices.contains(name.index) else {
        found.append("a name that is not in the plan")
        return .set([])
      }
      return .set(names[name.index].kinds)
    case .definition: return .set([])
    case .filter(let input, let variable, let condition):
      let output = set(input, &found)
      check(condition, bound: [variable], &found)
      return output
    case .extend(let input, let hop):
      _ = set(input, &found)
      check(hop, &found)
      if hop.link.repetition != nil { found.append("a single hop along a repeated link") }
      return .set([])
    case .closure(let input, let hop):
      _ = set(input, &found)
      check(hop, &found)
      if hop.link.repetition == nil { found.append("a closure of a link that is not repeated") }
      return .set([])
    case .semiJoin(let input, let partners), .antiJoin(let input, let partners):
      check(partners, &found)
      return set(input, &found)
    case .countThreshold(let input, let partners, _, _):
      check(partners, &found)
      if partners.hops.contains(where: { $0.link.repetition != nil }) {
        found.append("a count along a repeated link")
      }
      return set(input, &found)
    case .division(let input, let hop, by: let divisor):
      check(hop, &found)
      if hop.link.repetition != nil { found.append("a division by a repeated link") }
      _ = set(divisor, &found)
      return set(input, &found)
    case .provided(let input, by: let other):
      _ = set(other, &found)
      return set(input, &found)
    case .difference(let input, let other):
      _ = set(other, &found)
      return set(input, &found)
    case .intersection(let parts):
      if parts.isEmpty { found.append("an intersection of nothing") }
      for part in parts { _ = set(part, &found) }
      return .set([])
    case .union(let parts):
      let outputs = parts.map { check($0, &found) }
      guard let first = outputs.first else { return .set([]) }
      if case .rows = first {
        if outputs.contains(where: { $0 != first }) {
          found.append("a union of rows of different variables")
        }
        return first
      }
      if outputs.contains(where: { if case .set = $0 { false } else { true } }) {
        found.append("a union of sets and rows")
      }
      return .set([])
    case .join(let inputs, on: let conditions):
      for input in inputs { _ = set(input.plan, &found) }
      let bound = inputs.map(\.variable)
      if Set(bound).count != bound.count { found.append("a variable bound twice by a join") }
      for condition in conditions { check(condition, bound: Set(bound), &found) }
      return .rows(bound)
    case .aggregate(let input, let measure, keys: _, part: let part):
      if let part { _ = set(part, &found) }
      if case .share = measure, part == nil { found.append("a share of no part") }
      return check(input, &found)
    case .periods(let input, each: let each, let periods):
      _ = set(input, &found)
      _ = set(each, &found)
      if !periods.isOfThings { check(periods.when, bound: [], &found) }
      return .answer
    case .project(let input, _), .sort(let input, _), .limit(let input, _),
      .limitEach(let input, columns: _, _):
      return check(input, &found)
    }
  }

  private func set(_ plan: LogicalPlan, _ found: inout [String]) -> Output {
    let output = check(plan, &found)
    if case .set = output { return output }
    found.append("rows where a set is needed")
    return .set([])
  }

  private func check(_ partners: Partners, _ found: inout [String]) {
    if partners.hops.isEmpty { found.append("partners without a hop") }
    if partners.own == partners.partner { found.append("partners of one variable") }
    let repeated = partners.hops.contains { $0.link.repetition != nil }
    if repeated, partners.hops.count > 1 || partners.condition != .always {
      found.append("a repeated hop beside another condition on the pair")
    }
    for hop in partners.hops { check(hop, &found) }
    _ = set(partners.among, &found)
    check(partners.condition, bound: [partners.own, partners.partner], &found)
  }

  private func check(_ hop: Hop, _ found: inout [String]) {
    if hop.link.relations.isEmpty { found.append("a link of no relation") }
    if !hop.link.time.isClosed { found.append("a hop whose time depends on a thing") }
  }

  private func check(
    _ condition: BoundCondition,
    bound: Set<Variable>,
    _ found: inout [String]
  ) {
    for variable in condition.freeVariables.subtracting(bound).sorted(by: { $0.index < $1.index }) {
      found.append("variable \(variable.index) is used where it is not bound")
    }
    for variable in bound where !variables.indices.contains(variable.index) {
      found.append("variable \(variable.index) is not in the plan")
    }
  }
}
