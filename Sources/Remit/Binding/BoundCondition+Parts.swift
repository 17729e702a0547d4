// SPDX-License-Identifier: Apache-2.0

extension BoundCondition {
  /// A condition that never holds.
  static let never = BoundCondition.any([])

  /// The parts of a conjunction, nested ones taken apart.
  var conjuncts: [BoundCondition] {
    guard case .all(let parts) = self else { return [self] }
    return parts.flatMap(\.conjuncts)
  }

  /// One condition of several that all have to hold.
  static func conjunction(_ parts: [BoundCondition]) -> BoundCondition {
    let parts = parts.flatMap(\.conjuncts)
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// One condition of several that all have to hold, or another if there is none.
  static func conjunction(
    _ parts: [BoundCondition], orElse other: BoundCondition
  ) -> BoundCondition {
    parts.isEmpty ? other : .conjunction(parts)
  }

  /// The opposite, without a double negation.
  var negated: BoundCondition {
    if case .not(let inner) = self { inner } else { .not(self) }
  }

  /// The variables that occur free.
  var freeVariables: Set<Variable> {
    // There are few: looking through them takes less time than hashing them.
    var found: [Variable] = []
    collectFree(into: &found, except: [])
    return Set(found)
  }

  /// Whether a quantifier, or a term that counts, occurs anywhere.
  var hasQuantifier: Bool {
    switch self {
    case .quantified, .during: return true
    default: break
    }
    return hasPart(condition: \.hasQuantifier, term: \.hasCondition)
  }

  /// Counts how often each variable is bound inside, by a quantifier or a term.
  func countQuantified(into found: inout [Variable: Int]) {
    if case .quantified(_, let variable, _, _) = self { found[variable, default: 0] += 1 }
    forEachPart(
      condition: { $0.countQuantified(into: &found) }, term: { $0.countQuantified(into: &found) })
  }

  /// Returns the condition with every condition and term directly inside it replaced.
  func mapParts(
    condition change: (BoundCondition) -> BoundCondition, term: (BoundTerm) -> BoundTerm
  ) -> BoundCondition {
    switch self {
    case .all(let parts): .all(parts.map(change))
    case .any(let parts): .any(parts.map(change))
    case .not(let part): .not(change(part))
    case .isOf, .same, .definition: self
    case .compare(let lhs, let comparison, let rhs): .compare(term(lhs), comparison, term(rhs))
    case .known(let inner): .known(term(inner))
    case .link(let link, let from, let to):
      .link(link.mapTerms(term), from: from, to: to)
    case .quantified(let quantifier, let variable, let among, let holds):
      .quantified(quantifier, variable, among: change(among), holds: change(holds))
    case .during(let time, let inner): .during(time.mapTerms(term), change(inner))
    }
  }

  func collectFree(into found: inout [Variable], except hidden: [Variable]) {
    func note(_ operand: Operand) {
      if case .variable(let variable) = operand { found.note(variable, unless: hidden) }
    }
    switch self {
    case .all(let parts), .any(let parts):
      for part in parts { part.collectFree(into: &found, except: hidden) }
    case .not(let part): part.collectFree(into: &found, except: hidden)
    case .isOf(let operand, _): note(operand)
    case .same(let lhs, let rhs):
      note(lhs)
      note(rhs)
    case .compare(let lhs, _, let rhs):
      lhs.collectFree(into: &found, except: hidden)
      rhs.collectFree(into: &found, except: hidden)
    case .known(let term): term.collectFree(into: &found, except: hidden)
    case .link(let link, let from, let to):
      note(from)
      note(to)
      for term in link.time.terms { term.collectFree(into: &found, except: hidden) }
    case .definition(_, let operands): operands.forEach(note)
    case .quantified(_, let variable, let among, let holds):
      let hidden = hidden + [variable]
      among.collectFree(into: &found, except: hidden)
      holds.collectFree(into: &found, except: hidden)
    case .during(let time, let inner):
      for term in time.terms { term.collectFree(into: &found, except: hidden) }
      inner.collectFree(into: &found, except: hidden)
    }
  }
}

extension BoundTerm {
  /// The variables that occur free.
  var freeVariables: Set<Variable> {
    // There are few: looking through them takes less time than hashing them.
    var found: [Variable] = []
    collectFree(into: &found, except: [])
    return Set(found)
  }

  /// Whether a condition occurs inside: a count, an aggregate or a list.
  var hasCondition: Bool {
    switch self {
    case .value, .parameter, .today, .calendar, .attribute, .entity: false
    case .count, .aggregate, .list, .walk: true
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.hasCondition || rhs.hasCondition
    }
  }

  /// Counts how often each variable is bound inside.
  func countQuantified(into found: inout [Variable: Int]) {
    switch self {
    case .count(let variable, _), .aggregate(_, _, let variable, _), .list(_, let variable, _):
      found[variable, default: 0] += 1
    default: break
    }
    forEachPart(
      condition: { $0.countQuantified(into: &found) }, term: { $0.countQuantified(into: &found) })
  }

  /// Returns the term with every term and condition directly inside it replaced.
  func mapParts(
    condition: (BoundCondition) -> BoundCondition, term: (BoundTerm) -> BoundTerm
  ) -> BoundTerm {
    switch self {
    case .value, .parameter, .today, .calendar, .attribute, .entity, .walk: self
    case .count(let variable, let inner): .count(variable, condition(inner))
    case .aggregate(let aggregate, let value, let variable, let inner):
      .aggregate(aggregate, term(value), variable, condition(inner))
    case .list(let value, let variable, let inner):
      .list(term(value), variable, condition(inner))
    case .arithmetic(let operation, let lhs, let rhs):
      .arithmetic(operation, term(lhs), term(rhs))
    case .shifted(let day, by: let period, later: let later):
      .shifted(term(day), by: term(period), later: later)
    case .daysBetween(let lhs, let rhs): .daysBetween(term(lhs), term(rhs))
    }
  }

  func collectFree(into found: inout [Variable], except hidden: [Variable]) {
    switch self {
    case .value, .parameter, .today, .calendar: break
    case .attribute(_, .variable(let variable)), .entity(.variable(let variable)):
      found.note(variable, unless: hidden)
    case .attribute, .entity: break
    case .walk(_, from: let from, to: let to, _):
      for case .variable(let variable) in [from, to] { found.note(variable, unless: hidden) }
    case .count(let variable, let condition):
      condition.collectFree(into: &found, except: hidden + [variable])
    case .aggregate(_, let term, let variable, let condition),
      .list(let term, let variable, let condition):
      let hidden = hidden + [variable]
      term.collectFree(into: &found, except: hidden)
      condition.collectFree(into: &found, except: hidden)
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.collectFree(into: &found, except: hidden)
      rhs.collectFree(into: &found, except: hidden)
    }
  }
}

extension [Variable] {
  /// Adds a variable that is neither there nor hidden.
  fileprivate mutating func note(_ variable: Variable, unless hidden: [Variable]) {
    if !hidden.contains(variable), !contains(variable) { append(variable) }
  }
}

extension BoundTime {
  /// The terms that bound the span.
  var terms: [BoundTerm] {
    switch self {
    case .asOf, .past, .always: []
    case .within(let first, let last), .throughout(let first, let last):
      [first, last].compactMap { $0 }
    }
  }

  /// Returns the time with its terms replaced.
  func mapTerms(_ change: (BoundTerm) -> BoundTerm) -> BoundTime {
    switch self {
    case .asOf, .past, .always: self
    case .within(let first, let last):
      .within(first: first.map(change), last: last.map(change))
    case .throughout(let first, let last):
      .throughout(first: first.map(change), last: last.map(change))
    }
  }

  /// Whether the span is the same for all things.
  var isClosed: Bool { terms.allSatisfy { $0.freeVariables.isEmpty } }
}

extension BoundLink {
  /// Returns the link with the terms of its time replaced.
  func mapTerms(_ change: (BoundTerm) -> BoundTerm) -> BoundLink {
    var link = self
    link.time = time.mapTerms(change)
    return link
  }
}
