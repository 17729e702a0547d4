// SPDX-License-Identifier: Apache-2.0

/// A renaming of variables and names, to write a definition's body in place of
/// its word.
///
/// Variables that stand in `operands` are replaced; all others, and all names,
/// move up by an offset so that they are free in the place they come to.
struct Substitution {
  var operands: [Variable: Operand]
  var variableOffset: Int
  var nameOffset: Int

  func callAsFunction(_ condition: BoundCondition) -> BoundCondition {
    switch condition {
    case .isOf(let operand, let kinds): .isOf(self(operand), kinds)
    case .same(let lhs, let rhs): .same(self(lhs), self(rhs))
    case .link(let link, let from, let to):
      .link(link.mapTerms { self($0) }, from: self(from), to: self(to))
    case .definition(let id, let operands): .definition(id, operands.map { self($0) })
    case .quantified(let quantifier, let variable, let among, let holds):
      .quantified(quantifier, moved(variable), among: self(among), holds: self(holds))
    case .all, .any, .not, .compare, .known, .during:
      condition.mapParts(condition: { self($0) }, term: { self($0) })
    }
  }

  func callAsFunction(_ term: BoundTerm) -> BoundTerm {
    switch term {
    case .attribute(let attributes, let operand): .attribute(attributes, self(operand))
    case .entity(let operand): .entity(self(operand))
    case .walk(let walk, from: let from, to: let to, let hops):
      .walk(walk, from: self(from), to: self(to), hops)
    case .count(let variable, let condition): .count(moved(variable), self(condition))
    case .aggregate(let aggregate, let value, let variable, let condition):
      .aggregate(aggregate, self(value), moved(variable), self(condition))
    case .list(let value, let variable, let condition):
      .list(self(value), moved(variable), self(condition))
    case .value, .parameter, .today, .calendar, .arithmetic, .shifted, .daysBetween:
      term.mapParts(condition: { self($0) }, term: { self($0) })
    }
  }

  private func callAsFunction(_ operand: Operand) -> Operand {
    switch operand {
    case .variable(let variable): operands[variable] ?? .variable(moved(variable))
    case .name(let name): .name(NameID(name.index + nameOffset))
    }
  }

  private func moved(_ variable: Variable) -> Variable {
    Variable(variable.index + variableOffset)
  }
}
