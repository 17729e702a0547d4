// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Those of a set for which a condition holds.
  ///
  /// A comparison of an attribute with something fixed is answered from the
  /// column at once, unless few things are asked about.
  func filter(
    _ input: EntitySet,
    _ variable: Variable,
    _ condition: BoundCondition
  ) throws(Stop) -> EntitySet {
    guard !input.isEmpty else { return input }
    if let set = try set(of: condition, variable, askedOf: input.count) {
      return input.intersection(set)
    }
    let test = try self.test(condition, bound: [variable])
    var frame = frame()
    var found = EntitySet()
    for part in input.parts {
      var nodes = NodeSet(capacity: part.nodes.capacity)
      for node in part.nodes {
        try budget.spend()
        frame.slots[variable.index] = Entity(kind: part.kind, node: node)
        if try test(&frame) { nodes.insert(node) }
      }
      found.formUnion(part.kind, nodes)
    }
    return found
  }

  /// The things a condition on one variable holds of, if that is known or
  /// quickly found; things of kinds the variable does not have may be left out.
  func set(
    of condition: BoundCondition,
    _ variable: Variable,
    askedOf count: Int
  ) throws(Stop) -> EntitySet? {
    switch condition {
    case .definition(let id, [.variable(variable)]):
      return try execution.set(of: id, at: time)
    case .isOf(.variable(variable), let kinds): return EntitySet(all: kinds, in: graph)
    case .same(.variable(variable), .name(let name)),
      .same(.name(let name), .variable(variable)):
      return thing(name)
    case .not(let inner):
      guard let set = try set(of: inner, variable, askedOf: count) else { return nil }
      return EntitySet(all: kinds(variable), in: graph).subtracting(set)
    case .compare(.attribute(let attributes, .variable(variable)), let comparison, let term)
    where term.freeVariables.isEmpty && !term.hasCondition:
      return try column(attributes, variable, comparison, term, isFlipped: false, count)
    case .compare(let term, let comparison, .attribute(let attributes, .variable(variable)))
    where term.freeVariables.isEmpty && !term.hasCondition:
      return try column(attributes, variable, comparison, term, isFlipped: true, count)
    default: return try sharedSet(condition, variable)
    }
  }

  /// The things whose attribute compares with a fixed value.
  private func column(
    _ attributes: [AttributeID],
    _ variable: Variable,
    _ comparison: Comparison,
    _ term: BoundTerm,
    isFlipped: Bool,
    _ count: Int
  ) throws(Stop) -> EntitySet? {
    let kinds = kinds(variable)
    let size = kinds.reduce(0) { $0 + graph.capacity(of: $1) }
    guard count > size / 16 else { return nil }
    try budget.spend(size / 8)
    var frame = frame()
    guard let value = try evaluation(term, bound: [])(&frame) else { return EntitySet() }
    var found = EntitySet()
    for kind in kinds {
      guard let attribute = attributes.first(where: { graph.schema[$0].kind == kind }) else {
        continue
      }
      let test = ValueComparison(comparison, choices: graph.schema[attribute].type.choices)
      found.formUnion(
        kind,
        graph.nodes(with: attribute) {
          isFlipped ? test.holds(value, $0) : test.holds($0, value)
        }
      )
    }
    return found
  }
}
