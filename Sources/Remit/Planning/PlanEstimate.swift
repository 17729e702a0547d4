// SPDX-License-Identifier: Apache-2.0

/// Guesses how many rows the parts of a plan make, from the numbers of things
/// and links alone.
///
/// Good enough to see where a plan looks at more than it should; nothing that is
/// run depends on it.
struct PlanEstimate {
  let graph: Graph
  let plan: QueryPlan

  /// The rows of a part of a plan, never below 0.
  func rows(_ part: LogicalPlan, of unit: PlanUnit) -> Double {
    func rows(_ part: LogicalPlan) -> Double { self.rows(part, of: unit) }
    switch part {
    case .empty: return 0
    case .scan(let kinds): return things(kinds)
    case .thing: return 1
    case .definition(let id):
      guard let definition = plan.definitions[id] else { return 0 }
      return definition.isRecursive
        ? things(definition.parameterKinds.first ?? []) / 2
        : self.rows(definition.unit.root, of: definition.unit)
    case .filter(let input, _, let condition): return rows(input) * share(condition)
    case .extend(let input, let hop): return min(targets(hop), rows(input) * fan(hop))
    case .closure(let input, let hop):
      // A few steps, until everything is reached.
      return min(targets(hop), rows(input) * max(1, fan(hop)) * 4)
    case .semiJoin(let input, let partners): return rows(input) * share(partners, of: unit)
    case .antiJoin(let input, let partners): return rows(input) * (1 - share(partners, of: unit))
    case .countThreshold(let input, let partners, _, _):
      return rows(input) * share(partners, of: unit) / 2
    case .division(let input, _, by: let divisor): return rows(input) / (1 + rows(divisor))
    case .provided(let input, by: _): return rows(input)
    case .intersection(let parts): return (parts.map(rows).min() ?? 0) / Double(max(1, parts.count))
    case .union(let parts): return parts.map(rows).reduce(0, +)
    case .difference(let input, let other):
      return max(0, rows(input) - min(rows(input), rows(other)) / 2)
    case .join(let inputs, on: let conditions):
      let all = inputs.map { rows($0.plan) }.reduce(1, *)
      return conditions.map(share).reduce(all, *)
    case .project(let input, _), .sort(let input, _): return rows(input)
    case .aggregate(let input, _, keys: let keys, part: _):
      return keys.isEmpty ? 1 : min(rows(input), keys.map { groups($0, unit) }.reduce(1, *))
    case .limit(let input, let count): return min(rows(input), Double(max(0, count)))
    case .limitEach(let input, columns: _, _): return rows(input)
    case .periods(let input, each: _, _): return rows(input)
    }
  }

  private func things(_ kinds: [KindID]) -> Double {
    Double(kinds.reduce(0) { $0 + graph.count(of: $1) })
  }

  private func groups(_ key: BoundKey, _ unit: PlanUnit) -> Double {
    switch key {
    case .term: 10
    case .things(let variable, _, _, _): things(unit.variables[variable.index].kinds)
    }
  }

  // MARK: Links

  /// How many links lead on from a thing, on average.
  private func fan(_ hop: Hop) -> Double {
    var links = 0.0
    var kinds: Set<KindID> = []
    for relation in hop.link.relations {
      switch relation {
      case .stored(let id):
        for table in graph.linkTables(of: id) {
          links += Double(table.count)
          kinds.insert(hop.isForward ? table.left : table.right)
        }
      case .defined(let id):
        guard let definition = plan.definitions[id] else { continue }
        let ends = definition.parameterKinds
        kinds.formUnion((hop.isForward ? ends.first : ends.last) ?? [])
        // One for each thing: what a definition holds of is not known.
        links += things((hop.isForward ? ends.first : ends.last) ?? [])
      }
    }
    return links / max(1, things(kinds.sorted()))
  }

  private func targets(_ hop: Hop) -> Double {
    var kinds: Set<KindID> = []
    for relation in hop.link.relations {
      switch relation {
      case .stored(let id):
        for table in graph.linkTables(of: id) {
          kinds.insert(hop.isForward ? table.right : table.left)
        }
      case .defined(let id):
        let ends = plan.definitions[id]?.parameterKinds ?? []
        kinds.formUnion((hop.isForward ? ends.last : ends.first) ?? [])
      }
    }
    return things(kinds.sorted())
  }

  /// Which part of a set has a partner.
  private func share(_ partners: Partners, of unit: PlanUnit) -> Double {
    let among = rows(partners.among, of: unit)
    let hops = partners.hops.map { hop in
      min(1, fan(hop) * min(1, among / max(1, targets(hop))))
    }
    return (hops.min() ?? 1) * share(partners.condition)
  }

  // MARK: Conditions

  /// Which part of the things a condition leaves.
  private func share(_ condition: BoundCondition) -> Double {
    switch condition {
    case .all(let parts): parts.map(share).reduce(1, *)
    case .any(let parts): 1 - parts.map { 1 - share($0) }.reduce(1, *)
    case .not(let part): 1 - share(part)
    case .compare(.attribute(let attributes, _), .equal, .value):
      1 / Double(attributes.first.flatMap { graph.schema[$0].type.choices?.count } ?? 10)
    case .compare(_, .equal, _): 0.1
    case .compare: 0.33
    case .known: 0.9
    case .quantified(.some, _, _, _) where condition.freeVariables.count > 1: 0.05
    case .isOf, .definition, .quantified, .during: 0.5
    case .same: 0.01
    case .link: 0.05
    }
  }
}
