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
    if case .all(let parts) = condition {
      var kept = input
      for part in parts { kept = try filter(kept, variable, part) }
      return kept
    }
    guard !input.isEmpty else { return input }
    if let set = try set(of: condition, variable, askedOf: input) {
      return input.intersection(set)
    }
    return try keep(input, variable, try test(condition, bound: [variable]))
  }

  /// The things a condition on one variable holds of, if that is known or
  /// quickly found; of the things that are not asked about, some may be left out.
  func set(
    of condition: BoundCondition,
    _ variable: Variable,
    askedOf input: EntitySet
  ) throws(Stop) -> EntitySet? {
    switch condition {
    case .definition(let id, [.variable(variable)]):
      return try execution.set(of: id, at: time)
    case .isOf(.variable(variable), let kinds): return EntitySet(all: kinds, in: graph)
    case .same(.variable(variable), .name(let name)),
      .same(.name(let name), .variable(variable)):
      return thing(name)
    case .link(let link, from: .variable(variable), to: .variable(variable))
    where link.time.isClosed && link.repetition == Repetition(least: 1, most: nil)
      && input.count > 1:
      return try onCycles(link)
    case .not(let inner):
      guard let set = try set(of: inner, variable, askedOf: input) else { return nil }
      return EntitySet(all: kinds(variable), in: graph).subtracting(set)
    default:
      if let compared = FixedComparison(condition, of: variable) {
        return try column(compared, variable, input)
      }
      return try sharedSet(condition, variable)
    }
  }

  /// The things whose attribute compares with a fixed value.
  private func column(
    _ compared: FixedComparison, _ variable: Variable, _ input: EntitySet
  ) throws(Stop) -> EntitySet? {
    let kinds = kinds(variable)
    let size = kinds.reduce(0) { $0 + graph.capacity(of: $1) }
    let count = input.count
    // Each distinct value is compared once: of texts there may be as many as things.
    let hasFewValues = compared.attributes.allSatisfy {
      let type = graph.schema[$0].type
      return type == .flag || type.choices != nil
    }
    guard count > (hasFewValues ? 16 : size / 16) else { return nil }
    try budget.spend(size / 64 &+ count)
    guard let value = try value(of: compared) else { return EntitySet() }
    var found = EntitySet()
    for kind in kinds {
      guard let attribute = compared.attribute(of: kind, in: graph.schema), let asked = input[kind]
      else { continue }
      let test = compared.test(of: attribute, in: graph.schema)
      var stop: Stop?
      let nodes = graph.nodes(with: attribute, among: asked) { stored in
        guard stop == nil else { return false }
        do throws(Stop) {
          try budget.spend(test.steps(stored, value))
        } catch {
          stop = error
          return false
        }
        return compared.holds(test, stored, value)
      }
      if let stop { throw stop }
      found.formUnion(kind, nodes)
    }
    return found
  }

  /// The value an attribute is compared with; none if it is missing.
  func value(of compared: FixedComparison) throws(Stop) -> Value? {
    var frame = frame()
    return try evaluation(compared.term, bound: [])(&frame)
  }
}

/// How an attribute of a thing compares with something that is the same for all things.
struct FixedComparison {
  /// One of each kind.
  let attributes: [AttributeID]
  let term: BoundTerm
  private let comparison: Comparison
  /// Whether the attribute stands behind.
  private let isFlipped: Bool

  /// Takes a condition as one; `nil` if it is something else.
  init?(_ condition: BoundCondition, of variable: Variable) {
    switch condition {
    case .compare(.attribute(let attributes, .variable(variable)), let comparison, let term):
      (self.attributes, self.comparison, self.term) = (attributes, comparison, term)
      isFlipped = false
    case .compare(let term, let comparison, .attribute(let attributes, .variable(variable))):
      (self.attributes, self.comparison, self.term) = (attributes, comparison, term)
      isFlipped = true
    default: return nil
    }
    guard term.freeVariables.isEmpty, !term.hasCondition else { return nil }
  }

  func attribute(of kind: KindID, in schema: Schema) -> AttributeID? {
    attributes.first { schema[$0].kind == kind }
  }

  func test(of attribute: AttributeID, in schema: Schema) -> ValueComparison {
    ValueComparison(comparison, choices: schema[attribute].type.choices)
  }

  func holds(_ test: ValueComparison, _ stored: Value, _ value: Value) -> Bool {
    isFlipped ? test.holds(value, stored) : test.holds(stored, value)
  }
}
