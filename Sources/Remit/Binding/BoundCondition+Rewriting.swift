// SPDX-License-Identifier: Apache-2.0

extension BoundCondition {
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

  /// Whether a variable occurs free.
  func mentions(_ variable: Variable) -> Bool { freeVariables.contains(variable) }

  /// Whether another condition says the same, whichever variables of the same kinds
  /// either binds.
  func isSame(as other: BoundCondition, _ kinds: (Variable) -> [KindID]) -> Bool {
    guard case .quantified(let quantifier, let variable, let among, let holds) = self,
      case .quantified(quantifier, let other, let theirAmong, let theirHolds) = other,
      kinds(variable) == kinds(other)
    else { return self == other }
    let operand = Operand.variable(variable)
    return among.isSame(as: theirAmong.replacing(other, with: operand), kinds)
      && holds.isSame(as: theirHolds.replacing(other, with: operand), kinds)
  }

  /// The condition with one variable replaced by another operand.
  func replacing(_ variable: Variable, with operand: Operand) -> BoundCondition {
    Substitution(operands: [variable: operand], variableOffset: 0, nameOffset: 0)(self)
  }
}

extension BoundTerm {
  /// Whether a variable occurs free.
  func mentions(_ variable: Variable) -> Bool { freeVariables.contains(variable) }

  /// Whether the term mentions no thing at all.
  var isConstant: Bool {
    switch self {
    case .value, .parameter, .today, .calendar: true
    case .shifted(let day, by: let period, later: _): day.isConstant && period.isConstant
    case .daysBetween(let lhs, let rhs), .arithmetic(_, let lhs, let rhs):
      lhs.isConstant && rhs.isConstant
    case .attribute, .entity, .count, .aggregate, .list, .walk: false
    }
  }

  /// A term without things, with `today` meaning another day.
  func replacingToday(with day: BoundTerm) -> BoundTerm {
    switch self {
    case .today: day
    case .shifted(let base, by: let period, later: let later):
      .shifted(base.replacingToday(with: day), by: period, later: later)
    default: self
    }
  }
}
