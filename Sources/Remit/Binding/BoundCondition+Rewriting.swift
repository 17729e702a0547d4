// SPDX-License-Identifier: Apache-2.0

extension BoundCondition {
  /// The conjunction of several conditions, without nested conjunctions.
  static func conjunction(_ parts: [BoundCondition]) -> BoundCondition {
    var flat: [BoundCondition] = []
    for part in parts {
      if case .all(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// The disjunction of several conditions, without nested disjunctions.
  static func disjunction(_ parts: [BoundCondition]) -> BoundCondition {
    var flat: [BoundCondition] = []
    for part in parts {
      if case .any(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  /// Binds a variable existentially over the smallest part that mentions it.
  ///
  /// `all([A, B(v), C])` becomes `all([A, some v: B(v), C])`: an extra variable
  /// in a question costs nothing.
  func binding(_ variable: Variable) -> BoundCondition {
    if case .all(let parts) = self {
      let places = parts.indices.filter { parts[$0].mentions(variable) }
      if places.count == 1 {
        var parts = parts
        parts[places[0]] = parts[places[0]].binding(variable)
        return .conjunction(parts)
      }
      if places.count < parts.count {
        let inside = BoundCondition.conjunction(places.map { parts[$0] })
        var outside = parts.indices.filter { !places.contains($0) }.map { parts[$0] }
        outside.insert(
          .quantified(.some, variable, among: inside, holds: .always),
          at: min(places.first ?? 0, outside.count))
        return .conjunction(outside)
      }
    }
    if case .quantified(.some, let inner, let among, let holds) = self {
      switch (among.mentions(variable), holds.mentions(variable)) {
      case (true, false):
        return .quantified(.some, inner, among: among.binding(variable), holds: holds)
      case (false, true):
        return .quantified(.some, inner, among: among, holds: holds.binding(variable))
      default: break
      }
    }
    return .quantified(.some, variable, among: self, holds: .always)
  }

  /// Whether a variable occurs.
  func mentions(_ variable: Variable) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains { $0.mentions(variable) }
    case .not(let part): part.mentions(variable)
    case .isOf(let operand, _): operand == .variable(variable)
    case .same(let lhs, let rhs): lhs == .variable(variable) || rhs == .variable(variable)
    case .compare(let lhs, _, let rhs): lhs.mentions(variable) || rhs.mentions(variable)
    case .known(let term): term.mentions(variable)
    case .link(let link, let from, let to):
      from == .variable(variable) || to == .variable(variable) || link.time.mentions(variable)
    case .definition(_, let arguments): arguments.contains(.variable(variable))
    case .quantified(_, _, let among, let holds):
      among.mentions(variable) || holds.mentions(variable)
    }
  }

  /// The condition with one variable replaced by another operand.
  func replacing(_ variable: Variable, with operand: Operand) -> BoundCondition {
    func replaced(_ other: Operand) -> Operand { other == .variable(variable) ? operand : other }
    func replaced(_ condition: BoundCondition) -> BoundCondition {
      condition.replacing(variable, with: operand)
    }
    switch self {
    case .all(let parts): return .conjunction(parts.map(replaced))
    case .any(let parts): return .disjunction(parts.map(replaced))
    case .not(let part): return .not(replaced(part))
    case .isOf(let other, let kinds): return .isOf(replaced(other), kinds)
    case .same(let lhs, let rhs): return .same(replaced(lhs), replaced(rhs))
    case .compare(let lhs, let comparison, let rhs):
      return .compare(
        lhs.replacing(variable, with: operand), comparison, rhs.replacing(variable, with: operand))
    case .known(let term): return .known(term.replacing(variable, with: operand))
    case .link(var link, let from, let to):
      link.time = link.time.replacing(variable, with: operand)
      return .link(link, from: replaced(from), to: replaced(to))
    case .definition(let id, let arguments): return .definition(id, arguments.map(replaced))
    case .quantified(let quantifier, let inner, let among, let holds):
      return .quantified(quantifier, inner, among: replaced(among), holds: replaced(holds))
    }
  }
}

extension BoundTime {
  func mentions(_ variable: Variable) -> Bool {
    switch self {
    case .asOf, .past, .always: false
    case .within(let first, let last), .throughout(let first, let last):
      first?.mentions(variable) == true || last?.mentions(variable) == true
    }
  }

  func replacing(_ variable: Variable, with operand: Operand) -> BoundTime {
    func replaced(_ term: BoundTerm?) -> BoundTerm? { term?.replacing(variable, with: operand) }
    return switch self {
    case .asOf, .past, .always: self
    case .within(let first, let last): .within(first: replaced(first), last: replaced(last))
    case .throughout(let first, let last): .throughout(first: replaced(first), last: replaced(last))
    }
  }
}

extension BoundTerm {
  /// Whether a variable occurs.
  func mentions(_ variable: Variable) -> Bool {
    switch self {
    case .value, .parameter, .today: false
    case .attribute(_, let operand), .entity(let operand): operand == .variable(variable)
    case .count(_, let condition): condition.mentions(variable)
    case .aggregate(_, let term, _, let condition), .list(let term, _, let condition):
      term.mentions(variable) || condition.mentions(variable)
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.mentions(variable) || rhs.mentions(variable)
    }
  }

  /// The term with one variable replaced by another operand.
  func replacing(_ variable: Variable, with operand: Operand) -> BoundTerm {
    func replaced(_ other: Operand) -> Operand { other == .variable(variable) ? operand : other }
    func replaced(_ term: BoundTerm) -> BoundTerm { term.replacing(variable, with: operand) }
    func replaced(_ condition: BoundCondition) -> BoundCondition {
      condition.replacing(variable, with: operand)
    }
    return switch self {
    case .value, .parameter, .today: self
    case .attribute(let ids, let other): .attribute(ids, replaced(other))
    case .entity(let other): .entity(replaced(other))
    case .count(let inner, let condition): .count(inner, replaced(condition))
    case .aggregate(let function, let term, let inner, let condition):
      .aggregate(function, replaced(term), inner, replaced(condition))
    case .list(let term, let inner, let condition):
      .list(replaced(term), inner, replaced(condition))
    case .arithmetic(let operation, let lhs, let rhs):
      .arithmetic(operation, replaced(lhs), replaced(rhs))
    case .daysBetween(let lhs, let rhs): .daysBetween(replaced(lhs), replaced(rhs))
    case .shifted(let lhs, by: let rhs, let later):
      .shifted(replaced(lhs), by: replaced(rhs), later: later)
    }
  }
}
