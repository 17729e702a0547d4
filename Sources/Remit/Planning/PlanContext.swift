// SPDX-License-Identifier: Apache-2.0

/// What the optimizer rules know and add to while one plan is made.
struct PlanContext {
  let schema: Schema
  let definitions: [Definition]
  let strata: Stratification
  /// The rules that are switched off.
  let disabledRules: Set<String>
  /// Whether the plan is of a set that another plan looks into: it looks into none itself.
  var isOfSharedSet = false
  /// The variables of the plan; a rule may add some.
  var variables: [BoundVariable]
  /// The names of the plan; a rule may add some.
  var names: [BoundName]
  /// Sets found so far that residual conditions look into.
  var shared: [SharedSet] = []

  /// Beyond this many variables no definition is written in place any more,
  /// for definitions that use one another twice each would double every time.
  static let mostVariables = 400

  /// The kinds a variable ranges over.
  func kinds(of variable: Variable) -> [KindID] { variables[variable.index].kinds }

  /// The kinds the thing at an operand may have.
  func kinds(of operand: Operand) -> [KindID] {
    switch operand {
    case .variable(let variable): kinds(of: variable)
    case .name(let name): names[name.index].kinds
    }
  }

  /// All things a variable ranges over.
  func scan(_ variable: Variable) -> LogicalPlan { .scan(kinds(of: variable)) }

  /// The condition a definition stands for, with arguments for its parameters.
  ///
  /// - Returns: `nil` when the definition cannot be written in place: it is
  ///   recursive, or the plan has grown too large.
  mutating func expansion(of id: DefinitionID, _ arguments: [Operand]) -> BoundCondition? {
    guard id.index < definitions.count else { return nil }
    let definition = definitions[id.index]
    guard !strata.isRecursive(id), definition.parameters.count == arguments.count,
      variables.count + definition.variables.count <= PlanContext.mostVariables
    else { return nil }
    let substitution = Substitution(
      operands: Dictionary(
        zip(definition.parameters, arguments),
        uniquingKeysWith: { first, _ in first }
      ),
      variableOffset: variables.count,
      nameOffset: names.count
    )
    variables += definition.variables
    names += definition.names
    var parts: [BoundCondition] = []
    for (parameter, argument) in zip(definition.parameters, arguments) {
      let kinds = definition.variables[parameter.index].kinds
      if !self.kinds(of: argument).allSatisfy(kinds.contains) {
        parts.append(.isOf(argument, kinds))
      }
    }
    return .conjunction(parts + [substitution(definition.meaning)])
  }
}

extension Definition {
  /// When the word holds: the body does, and what leaves it undetermined does not.
  var meaning: BoundCondition {
    undetermined.map { .conjunction([body, $0.negated]) } ?? body
  }

  /// Whether the text of the definition mentions a parameter of the host.
  var mentionsHostParameter: Bool {
    if names.contains(where: \.isParameter) { return true }
    return body.mentionsHostParameter || (undetermined?.mentionsHostParameter ?? false)
  }
}

extension BoundCondition {
  /// Whether a value given by the host occurs.
  var mentionsHostParameter: Bool {
    hasPart(condition: \.mentionsHostParameter, term: \.mentionsHostParameter)
  }
}

extension BoundTerm {
  /// Whether a value given by the host occurs.
  var mentionsHostParameter: Bool {
    if case .parameter = self { return true }
    return hasPart(condition: \.mentionsHostParameter, term: \.mentionsHostParameter)
  }
}
