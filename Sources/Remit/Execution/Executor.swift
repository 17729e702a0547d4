// SPDX-License-Identifier: Apache-2.0

/// Runs the plan of a query, or of a definition, at a time.
///
/// Set plans are run a set at a time over bitmaps and adjacencies; conditions
/// no operator could take are compiled to closures over slots. The operators
/// are in `Operators/`.
final class Executor {
  let execution: Execution
  let unit: PlanUnit
  /// When plain links have to hold.
  let time: ResolvedTime
  /// The things the names of the unit mean.
  let names: [Entity]
  /// The recursive definitions of which only what is new is known here.
  var differenceGroup: Set<DefinitionID> = []
  /// The sets that conditions look into, computed when first asked for.
  private var sharedSets: [SharedKey: EntitySet] = [:]
  /// How to compute those that have not been asked for.
  private var sharedPlans: [SharedKey: LogicalPlan]

  private struct SharedKey: Hashable {
    let variable: Variable
    let condition: BoundCondition
  }

  var graph: Graph { execution.graph }
  var budget: Budget { execution.budget }

  init(_ execution: Execution, _ unit: PlanUnit, at time: ResolvedTime) {
    self.execution = execution
    self.unit = unit
    self.time = time
    names = execution.things(of: unit)
    sharedPlans =
      unit.shared.isEmpty
      ? [:]
      : Dictionary(
        unit.shared.map { (SharedKey(variable: $0.variable, condition: $0.condition), $0.plan) },
        uniquingKeysWith: { first, _ in first }
      )
  }

  // MARK: Variables

  /// A frame with nothing bound but the names.
  func frame() -> Frame { Frame(variables: unit.variables.count, names: names) }

  func slot(_ operand: Operand) -> Int {
    switch operand {
    case .variable(let variable): variable.index
    case .name(let name): unit.variables.count + name.index
    }
  }

  func kinds(_ operand: Operand) -> [KindID] {
    switch operand {
    case .variable(let variable): unit.variables[variable.index].kinds
    case .name(let name): [names[name.index].kind]
    }
  }

  func kinds(_ variable: Variable) -> [KindID] { unit.variables[variable.index].kinds }

  /// The set planned for a condition on one variable, if there is one.
  func sharedSet(_ condition: BoundCondition, _ variable: Variable) throws(Stop) -> EntitySet? {
    guard !unit.shared.isEmpty else { return nil }
    let key = SharedKey(variable: variable, condition: condition)
    if let set = sharedSets[key] { return set }
    // Taken out: the plan may test the condition itself, thing by thing.
    guard let plan = sharedPlans.removeValue(forKey: key) else { return nil }
    let set = try self.set(plan)
    sharedSets[key] = set
    return set
  }

  // MARK: Sets

  /// The things a set plan makes; only those of `limit`, if it is given.
  func set(_ plan: LogicalPlan, within limit: EntitySet? = nil) throws(Stop) -> EntitySet {
    if let limit, limit.isEmpty { return EntitySet() }
    switch plan {
    case .empty: return EntitySet()
    case .scan(let kinds): return scan(kinds, within: limit)
    case .thing(let name): return thing(name).intersection(limit)
    case .definition(let id):
      return try execution.set(of: id, at: time).intersection(limit)
    case .filter(let input, let variable, let condition):
      return try filter(try set(input, within: limit), variable, condition)
    case .extend(.thing(let name), let hop):
      return try extend(names[name.index], hop).intersection(limit)
    case .extend(let input, let hop):
      return try extend(try set(input), hop).intersection(limit)
    case .closure(let input, let hop):
      return try closure(try set(input), hop).intersection(limit)
    case .semiJoin(let input, let partners):
      return try semiJoin(try set(input, within: limit), partners)
    case .antiJoin(let input, let partners):
      let all = try set(input, within: limit)
      return all.subtracting(try semiJoin(all, partners))
    case .countThreshold(let input, let partners, let comparison, let count):
      return try countThreshold(try set(input, within: limit), partners, comparison, count)
    case .division(let input, let hop, by: let divisor):
      return try division(try set(input, within: limit), hop, by: try set(divisor))
    case .provided(let input, by: let other):
      let all = try set(input, within: limit)
      guard !all.isEmpty else { return all }
      let isProvided = try !set(other).isEmpty
      return isProvided ? all : EntitySet()
    case .intersection, .union, .difference: return try combine(plan, within: limit)
    case .join, .project, .aggregate, .sort, .limit, .limitEach, .periods:
      // INVARIANT: the verifier refuses plans that have rows where a set belongs.
      assertionFailure("rows where a set is needed")
      return EntitySet()
    }
  }
}
