// SPDX-License-Identifier: Apache-2.0

extension BoundCondition {
  /// The comparisons and definitions that stand under a negation: through them
  /// missing data can let a row in (reading rule 7).
  ///
  /// What a definition says inside is not looked at: its author has decided
  /// what missing data mean there, and says `undetermined if` where it matters.
  func missingCauses(in model: Model, variables: [BoundVariable]) -> [MissingCause] {
    var causes: [MissingCause] = []
    collect(negated: false, (model, variables), &causes)
    return causes
  }

  /// What is said of things: the words there are, and what the variables range over.
  private typealias World = (model: Model, variables: [BoundVariable])

  private func collect(negated: Bool, _ world: World, _ causes: inout [MissingCause]) {
    let model = world.model
    func note(_ cause: MissingCause) {
      if negated, !causes.contains(cause) { causes.append(cause) }
    }
    switch self {
    case .all(let parts):
      for part in parts { part.collect(negated: negated, world, &causes) }
    case .any(let parts):
      for part in parts {
        if case .definition(let id, _) = part {
          if model[id].undetermined != nil { note(.undetermined(id)) }
        } else {
          part.collect(negated: negated, world, &causes)
        }
      }
      Self.unsaid(among: parts, world).forEach(note)
    case .not(let part): part.collect(negated: !negated, world, &causes)
    case .compare(let lhs, _, let rhs):
      for case .attribute(let ids, _) in [lhs, rhs] {
        guard let first = ids.first, model.schema[first].type != .flag else { continue }
        note(.attribute(ids, name: model.schema[first].name))
      }
    case .definition(let id, _):
      if model[id].undetermined != nil { note(.undetermined(id)) }
      Self.unsaid(among: [self], world).forEach(note)
    case .quantified(let quantifier, _, let among, let holds):
      switch quantifier {
      case .some, .count(.greater, _), .count(.greaterOrEqual, _):
        among.collect(negated: negated, world, &causes)
        holds.collect(negated: negated, world, &causes)
      case .no, .count(.less, _), .count(.lessOrEqual, _):
        among.collect(negated: !negated, world, &causes)
        holds.collect(negated: !negated, world, &causes)
      case .every:
        if !negated, !causes.contains(.vacuous) { causes.append(.vacuous) }
        among.collect(negated: !negated, world, &causes)
        holds.collect(negated: negated, world, &causes)
      case .only, .count:
        among.collect(negated: false, world, &causes)
        among.collect(negated: true, world, &causes)
        holds.collect(negated: negated, world, &causes)
        if case .count = quantifier { holds.collect(negated: !negated, world, &causes) }
      }
    case .during(_, let inner): inner.collect(negated: negated, world, &causes)
    case .isOf, .same, .known, .link: break
    }
  }

  /// The variables of definitions, alternatives to each other, that range over
  /// more kinds than any of the alternatives is said of.
  private static func unsaid(among parts: [BoundCondition], _ world: World) -> [MissingCause] {
    var said: [(operands: [Operand], ids: [DefinitionID])] = []
    for case .definition(let id, let operands) in parts {
      if let place = said.firstIndex(where: { $0.operands == operands }) {
        said[place].ids.append(id)
      } else {
        said.append((operands, [id]))
      }
    }
    return said.flatMap { operands, ids in
      operands.enumerated().compactMap { place, operand -> MissingCause? in
        guard case .variable(let variable) = operand else { return nil }
        let flags = parts.flatMap { $0.kindsWithAttribute(of: operand, world.model) }
        let definitions = ids.flatMap { id in
          let parameter = world.model[id].parameters[place]
          return world.model[id].variables[parameter.index].kinds
        }
        let beyond = Set(world.variables[variable.index].kinds).subtracting(flags + definitions)
        return beyond.isEmpty ? nil : .unsaid(ids, of: variable, beyond: beyond.sorted())
      }
    }
  }

  /// The kinds of a thing for which a comparison with its attribute says something.
  private func kindsWithAttribute(of operand: Operand, _ model: Model) -> [KindID] {
    guard case .compare(.attribute(let ids, operand), _, _) = self else { return [] }
    return ids.map { model.schema[$0].kind }
  }
}
