// SPDX-License-Identifier: Apache-2.0

/// Finds conditions that nothing can fulfil.
///
/// Goes by the form of the conditions and the types of attributes, never by
/// data: what no thing happens to fulfil today is no contradiction.
struct Contradiction {
  private let model: Model
  /// The constraints on each term.
  private var constraints: [Key: [Constraint]] = [:]

  /// A term, and whether it is compared with days counted from today: those say
  /// nothing of days by date.
  private struct Key: Hashable {
    var term: BoundTerm
    var isRelative: Bool
  }

  /// A comparison of a term with a value.
  private struct Constraint: Hashable {
    var comparison: Comparison
    var value: Value
    var isNegated: Bool
  }

  /// Describes why conditions cannot hold together.
  ///
  /// - Parameters:
  ///   - condition: What has to hold.
  ///   - model: The model.
  /// - Returns: The reason in a clause, `nil` if there is none to be seen.
  static func reason(in condition: BoundCondition, model: Model) -> String? {
    var search = Contradiction(model: model)
    return search.reason(condition.conjuncts)
  }

  private init(model: Model) { self.model = model }

  private mutating func reason(_ parts: [BoundCondition]) -> String? {
    var seen: Set<BoundCondition> = []
    for part in parts {
      if seen.contains(part.negated), let what = name(of: part) {
        return "\(what) holds and does not hold"
      }
      seen.insert(part)
      if let reason = note(part) { return reason }
    }
    for (key, constraints) in constraints.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      guard let reason = reason(constraints, on: key.term) else { continue }
      return key.isRelative
        ? "the days that \(name(of: key.term) ?? "it") is compared with leave none between them"
        : reason
    }
    return nil
  }

  /// Notes what one condition says; a reason if it cannot hold by itself.
  private mutating func note(_ part: BoundCondition) -> String? {
    switch part {
    case .compare(.value(let lhs), let comparison, .value(let rhs)):
      return Contradiction.holds(lhs, comparison, rhs)
        ? nil : "\(lhs) is not \(Contradiction.words(comparison, rhs))"
    case .compare(let term, let comparison, let other):
      add(term, comparison, other, isNegated: false)
    case .not(.compare(let term, let comparison, let other)):
      add(term, comparison, other, isNegated: true)
    case .known, .not(.known): break
    case .quantified(.count(.less, let count), _, _, _) where count <= 0:
      return "no number is below 0"
    case .quantified(_, _, let among, let holds):
      for case .link(let link, _, _) in among.conjuncts + holds.conjuncts {
        if let reason = emptySpan(link.time) { return reason }
      }
      for case .during(let time, _) in among.conjuncts + holds.conjuncts {
        if let reason = emptySpan(time) { return reason }
      }
    case .link(let link, _, _): return emptySpan(link.time)
    case .during(let time, _): return emptySpan(time)
    default: break
    }
    return nil
  }

  private mutating func add(
    _ term: BoundTerm, _ comparison: Comparison, _ other: BoundTerm, isNegated: Bool
  ) {
    guard let (value, isRelative) = Contradiction.value(of: other) else { return }
    constraints[Key(term: term, isRelative: isRelative), default: []].append(
      Constraint(comparison: comparison, value: value, isNegated: isNegated))
  }

  /// A value that does not depend on any thing; one that is counted from today
  /// as if today were some day.
  private static func value(of term: BoundTerm) -> (value: Value, isRelative: Bool)? {
    switch term {
    case .value(let value): return (value, false)
    // In the middle of a month, and of a year without a leap day.
    case .today: return (.day(Day(number: 20_255)), true)
    case .calendar(let span, isLast: let isLast):
      return span.day(isLast, on: Day(number: 20_255)).map { (.day($0), true) }
    case .shifted(let base, by: .value(.period(let period)), later: let later):
      guard case (.day(let day), let isRelative)? = value(of: base),
        let moved = day.adding(later ? period : period.negated)
      else { return nil }
      return (.day(moved), isRelative)
    default: return nil
    }
  }

  private func emptySpan(_ time: BoundTime) -> String? {
    switch time {
    case .within(.value(let first)?, .value(let last)?),
      .throughout(.value(let first)?, .value(let last)?):
      Value.order(first, last) > 0 ? "no day is between \(first) and \(last)" : nil
    default: nil
    }
  }

  // MARK: One term

  private func reason(_ constraints: [Constraint], on term: BoundTerm) -> String? {
    guard constraints.contains(where: { !$0.isNegated }), let what = name(of: term) else {
      return nil
    }
    // The whole first, then the shortest part of it that says why.
    guard !canHold(constraints, term) else { return nil }
    for one in constraints where !one.isNegated && !canHold([one], term) {
      return "no \(what) is \(Contradiction.words(one))"
    }
    for (index, one) in constraints.enumerated() {
      for other in constraints[(index + 1)...]
      where !(one.isNegated && other.isNegated) && !canHold([one, other], term) {
        return "no \(what) is both \(Contradiction.words(one)) and \(Contradiction.words(other))"
      }
    }
    return "no \(what) is so"
  }

  /// Whether some value fulfils the constraints.
  private func canHold(_ constraints: [Constraint], _ term: BoundTerm) -> Bool {
    candidates(constraints, term).contains { value in
      constraints.allSatisfy {
        Contradiction.holds(value, $0.comparison, $0.value) != $0.isNegated
      }
    }
  }

  /// Values among which there is one that fulfils the constraints, if any does:
  /// all of a finite type, else the ones named and those just beside them.
  private func candidates(_ constraints: [Constraint], _ term: BoundTerm) -> [Value] {
    if case .attribute(let attributes, _) = term {
      let types = attributes.map { model.schema[$0].type }
      let choices = types.compactMap(\.choices)
      if choices.count == types.count {
        return choices.flatMap { names in
          names.enumerated().map { Value.choice($1, rank: $0) }
        }
      }
      if types.contains(.flag) { return [.flag(true), .flag(false)] }
    }
    let isCount = if case .count = term { true } else { false }
    return constraints.flatMap { constraint -> [Value] in
      switch constraint.value {
      case .number(let number):
        let beside =
          isCount
          ? [number.rounded(.down), number.rounded(.down) + 1, number.rounded(.up) - 1, 0]
            .filter { $0 >= 0 }
          : [number, number.nextUp, number.nextDown]
        return beside.map { Value.number($0) }
      case .day(let day):
        return [0, 1, -1].compactMap { day.adding(Period(days: $0)) }.map(Value.day)
      case .period(let period):
        return [-1, 0, 1].map {
          .period(Period(months: period.months, days: period.days &+ $0))
        }
      case .text(let text): return [.text(text), .text(text + "\u{1}"), .text("\u{1}" + text)]
      default: return [constraint.value]
      }
    } + Contradiction.others(constraints)
  }

  /// Values that make sure nothing is called impossible that has no order here.
  private static func others(_ constraints: [Constraint]) -> [Value] {
    let texts = constraints.compactMap { constraint -> String? in
      if case .text(let text) = constraint.value { text } else { nil }
    }
    // A text that begins, contains and ends as asked, in any order of them.
    guard texts.count > 1 else { return [] }
    return texts.flatMap { one in texts.map { Value.text(one + $0) } }
      + [.text(texts.joined()), .text(texts.reversed().joined())]
  }

  private static func holds(_ lhs: Value, _ comparison: Comparison, _ rhs: Value) -> Bool {
    switch (comparison, lhs, rhs) {
    case (.containsText, .text(let lhs), .text(let rhs)):
      return FoldedText.folded(lhs).contains(FoldedText.folded(rhs))
    case (.startsWith, .text(let lhs), .text(let rhs)):
      return FoldedText.folded(lhs).hasPrefix(FoldedText.folded(rhs))
    case (.endsWith, .text(let lhs), .text(let rhs)):
      return FoldedText.folded(lhs).hasSuffix(FoldedText.folded(rhs))
    case (.containsText, _, _), (.startsWith, _, _), (.endsWith, _, _): return true
    case (.equal, .text(let lhs), .text(let rhs)): return lhs == rhs
    case (.notEqual, .text(let lhs), .text(let rhs)): return lhs != rhs
    case (.equal, _, _): return Value.order(lhs, rhs) == 0
    case (.notEqual, _, _): return Value.order(lhs, rhs) != 0
    case (.less, _, _): return Value.order(lhs, rhs) < 0
    case (.lessOrEqual, _, _): return Value.order(lhs, rhs) <= 0
    case (.greater, _, _): return Value.order(lhs, rhs) > 0
    case (.greaterOrEqual, _, _): return Value.order(lhs, rhs) >= 0
    }
  }

  // MARK: Words

  private func name(of term: BoundTerm) -> String? {
    switch term {
    case .attribute(let attributes, _): attributes.first.map { model.schema[$0].name }
    case .count: "number"
    default: nil
    }
  }

  private func name(of condition: BoundCondition) -> String? {
    switch condition {
    case .not(let inner): name(of: inner)
    case .definition(let id, _): "'\(model[id].name)'"
    case .compare(let term, _, _): name(of: term).map { "'\($0)'" }
    case .known(let term): name(of: term).map { "'\($0) is known'" }
    case .isOf(_, let kinds): "'\(model.phrase(kinds))'"
    case .link(let link, _, _):
      link.relations.first.flatMap { model.verb(of: $0)?.forms.singular }.map { "'\($0)'" }
    case .during(_, let inner): name(of: inner)
    case .quantified, .same, .all, .any: nil
    }
  }

  private static func words(_ constraint: Constraint) -> String {
    (constraint.isNegated ? "not " : "") + words(constraint.comparison, constraint.value)
  }

  private static func words(_ comparison: Comparison, _ value: Value) -> String {
    if case .day = value {
      switch comparison {
      case .less: return "before \(value)"
      case .greater: return "after \(value)"
      case .lessOrEqual: return "on or before \(value)"
      case .greaterOrEqual: return "on or after \(value)"
      default: break
      }
    }
    return switch comparison {
    case .equal: "\(value)"
    case .notEqual: "not \(value)"
    case .less: "below \(value)"
    case .lessOrEqual: "at most \(value)"
    case .greater: "above \(value)"
    case .greaterOrEqual: "at least \(value)"
    case .containsText, .startsWith, .endsWith: "one that \(comparison.rawValue) \(value)"
    }
  }
}
