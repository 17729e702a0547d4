// SPDX-License-Identifier: Apache-2.0

/// Comparisons, times and terms.
extension SyntaxPrinter {
  /// A comparison as a predicate: `is planned`, `contains text "x"`.
  func predicate(_ comparison: ComparisonSyntax, needsBe: Bool = false) -> String {
    if case .text = comparison.body, !comparison.isNegated, !needsBe { return print(comparison) }
    return "is " + print(comparison)
  }

  /// `does not contain text "x"`, which is said of an attribute alone.
  func lacking(_ comparison: ComparisonSyntax) -> String? {
    guard comparison.isNegated, case .text(let test, let name) = comparison.body else { return nil }
    let verb =
      switch test {
      case .containsText: "contain text"
      case .startsWith: "start with"
      default: "end with"
      }
    return "does not \(verb) \(print(name))"
  }

  func print(_ comparison: ComparisonSyntax) -> String {
    join(comparison.isNegated ? "not" : nil, print(comparison.body))
  }

  func print(_ body: ComparisonSyntax.Body) -> String {
    switch body {
    case .compare(.equal, let value): print(value)
    case .compare(let comparison, let value):
      switch comparison {
      case .greaterOrEqual: "at least \(print(value))"
      case .lessOrEqual: "at most \(print(value))"
      case .greater: "above \(print(value))"
      case .less: "below \(print(value))"
      case .notEqual: "different from \(print(value))"
      default: "\(comparison.rawValue) \(print(value))"
      }
    case .oneOf(let values): "one of \(values.map(print).joined(separator: ", "))"
    case .text(let comparison, let name): "\(comparison.rawValue) \(print(name))"
    case .when(let when): print(when)
    case .known: "known"
    case .unknown: "unknown"
    }
  }

  func print(_ value: ValueSyntax) -> String {
    switch value {
    case .word(let word): word.text
    case .period(let period, let range): spelling?.words(in: range) ?? print(period)
    case .term(let term): print(term)
    }
  }

  func print(_ count: CountSyntax) -> String {
    switch count {
    case .number(let number): "\(number)"
    case .parameter(let name): print(name)
    case .constant(let word): word.text
    }
  }

  func print(_ period: PeriodSyntax) -> String {
    switch period {
    case .fixed(let period): period.description
    case .counted(let count, let unit): "\(print(count)) \(unit.rawValue)"
    }
  }

  func print(_ body: LetSyntax.Body) -> String {
    switch body {
    case .question(let question): print(question)
    case .period(let period): print(period)
    case .date(let date): print(date)
    case .term(let term): print(term)
    }
  }

  func print(_ times: [WhenSyntax]) -> String {
    times.map(print).joined(separator: " ")
  }

  func print(_ when: WhenSyntax) -> String {
    switch when.body {
    case .inLast, .inNext, .moreThanAgo, .lessThanAgo, .inYear, .inNamed, .calendar:
      if let words = spelling?.words(in: when.range) { return words }
    default: break
    }
    return switch when.body {
    case .before(let date): "before \(print(date))"
    case .after(let date): "after \(print(date))"
    case .on(let date): "on \(print(date))"
    case .onOrBefore(let date): "on or before \(print(date))"
    case .onOrAfter(let date): "on or after \(print(date))"
    case .since(let date): "since \(print(date))"
    case .until(let date): "until \(print(date))"
    case .between(let first, let last): "between \(print(first)) and \(print(last))"
    case .inYear(let year): "in \(year)"
    case .inMonth(let month): "in \(month)"
    case .inNamed(let count): "in \(print(count))"
    case .inLast(let period): "in the last \(print(period))"
    case .inNext(let period): "in the next \(print(period))"
    case .calendar(let span): "\(span)"
    case .moreThanAgo(let period): "more than \(print(period)) ago"
    case .lessThanAgo(let period): "less than \(print(period)) ago"
    }
  }

  func print(_ date: DateSyntax) -> String {
    guard let shift = date.shift else { return factor(date.base) }
    let amount =
      switch shift.amount {
      case .period(let period): spelling?.words(last: 2, of: date.range) ?? print(period)
      case .term(let term): factor(term)
      }
    return "\(factor(date.base)) \(shift.later ? "plus" : "minus") \(amount)"
  }

  func print(_ term: TermSyntax) -> String {
    switch term {
    case .number(let number, let range):
      return spelling?.words(in: range) ?? Value.number(number).description
    case .text(let name): return print(name)
    case .date(let day, _): return day.description
    case .today: return "today"
    case .constant(let word): return word.text
    case .share(let noun, _): return "share of \(inner(noun))"
    case .count(let noun, _): return "number of \(inner(noun))"
    case .aggregate(let function, let term, let noun, _):
      return "\(function.rawValue) \(amounts(term)) of \(inner(noun))"
    case .daysBetween(let first, let last, _):
      return "days between \(print(first)) and \(print(last))"
    case .distance(let function, let walk, _):
      return join(function?.rawValue, "distance", print(walk))
    case .arithmetic(let first, let operations):
      return operations.reduce(factor(first)) { "\($0) \($1.sign) \(factor($1.factor))" }
    case .negative(let operand, _): return "-\(factor(operand))"
    case .possessive(let reference): return print(reference)
    case .attribute(let word, let owner, _):
      return join(word.text, owner.map { "of \(inner($0))" })
    case .directEnd(let word, _): return "direct \(word.text)"
    case .missing: return "…"
    }
  }

  /// A term that begins a proposition, where a parenthesis would be a phrase.
  func measured(_ term: TermSyntax) -> String {
    guard case .arithmetic(let first, let operations) = term else { return print(term) }
    return operations.reduce(print(first)) { "\($0) \($1.sign) \(factor($1.factor))" }
  }

  func factor(_ term: TermSyntax) -> String {
    if case .arithmetic = term { return "(\(print(term)))" }
    return term.isOpenEnded ? "(\(print(term)))" : print(term)
  }
}
