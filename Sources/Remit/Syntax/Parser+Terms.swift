// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// unit = "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years" ;
  static let units: [Keyword] = [
    .day, .days, .week, .weeks, .month, .months, .year, .years,
  ]

  private mutating func expectPeriod() -> Period {
    let start = range.start
    let count = expectInteger()
    guard at(anyOf: Parser.units), let unit = Period.Unit(word: token().text) else {
      fail()
      return Period()
    }
    take()
    guard let small = Int32(exactly: count), let period = Period(count: small, unit: unit) else {
      fail(
        Diagnostic("number-too-large", "the period is too long", at: range(from: start)))
      return Period()
    }
    return period
  }

  private mutating func atPeriod(_ ahead: Int = 0) -> Bool {
    atInteger(ahead) != nil && at(anyOf: Parser.units, ahead + 1)
  }

  // MARK: Comparisons

  /// Whether a comparison begins here, for `with ATTR [ cmp ]`.
  mutating func atComparison() -> Bool {
    if at(anyOf: [.not, .above, .below, .at, .one, .contains, .starts, .ends]) { return true }
    if at(anyOf: [.known, .unknown, .same, .different, .before, .after, .on, .since, .until]) {
      return true
    }
    if at(.between) || (at(.the) && at(.same, 1)) { return true }
    if at(anyOf: [.more, .less]), at(.than, 1) { return true }
    if at(.in), atNumber(1) || at(.the, 1) { return true }
    for sign in ["=", "!=", "<", "<=", ">", ">=", "-"] where at(sign: sign) { return true }
    let value = atTerm([.adjective, .value])
    let literal = atNumber() || atDate() || atName() || at(.today)
    return value || literal || atVariable()
  }

  /// cmp = [ "not" ] ( ( "above" | "below" | "at" "least" | "at" "most" | "=" | "!=" | "<" | "<=" | ">" | ">=" ) value | "one" "of" value { "," value } { "or" value } | ( "contains" "text" | "starts" "with" | "ends" "with" ) STRING | when | "known" | "unknown" | ( "the" "same" "as" | "different" "from" ) value | value ) ;
  mutating func comparison() -> ComparisonSyntax {
    let start = range.start
    let isNegated = take(.not)
    let body = comparisonBody()
    return ComparisonSyntax(isNegated: isNegated, body: body, range: range(from: start))
  }

  private mutating func comparisonBody() -> ComparisonSyntax.Body {
    if take(.above) { return .compare(.greater, value()) }
    if take(.below) { return .compare(.less, value()) }
    if at(.at), at(.least, 1) || at(.most, 1) {
      take()
      return .compare(take().keyword == .least ? .greaterOrEqual : .lessOrEqual, value())
    }
    for sign in ["=", "!=", "<=", ">=", "<", ">"] where take(sign: sign) {
      return .compare(ComparisonSyntax.Comparison(rawValue: sign) ?? .equal, value())
    }
    if at(.one), at(.of, 1) {
      take()
      take()
      var values = [value()]
      while !hasFailed, take(sign: ",") { values.append(value()) }
      while !hasFailed, take(.or) { values.append(value()) }
      return .oneOf(values)
    }
    if at(.contains), at(.text, 1) {
      take()
      take()
      return .text(.containsText, expectText())
    }
    if at(.starts) || at(.ends), at(.with, 1) {
      let kind = take().keyword
      take()
      return .text(kind == .starts ? .startsWith : .endsWith, expectText())
    }
    if at(.the), at(.same, 1) {
      take()
      take()
      expect(.as)
      return .compare(.equal, value())
    }
    if take(.different) {
      expect(.from)
      return .compare(.notEqual, value())
    }
    if take(.known) { return .known }
    if take(.unknown) { return .unknown }
    if let when = when() { return .when(when) }
    return .compare(.equal, value())
  }

  /// value = VALUE | INT unit | term ;
  mutating func value() -> ValueSyntax {
    if atTerm([.adjective, .value]), !atTerm([.attribute, .relationNoun]) { return .word(takeWord()) }
    if atPeriod() {
      let start = range.start
      let period = expectPeriod()
      return .period(period, range(from: start))
    }
    return .term(term())
  }

  // MARK: Times

  mutating func whens() -> [WhenSyntax] {
    var times: [WhenSyntax] = []
    while !hasFailed, let time = when() { times.append(time) }
    return times
  }

  /// when = ( "before" | "after" | "on" [ "or" ( "before" | "after" ) ] | "since" | "until" ) date | "between" date "and" date | "in" NUMBER | "in" "the" ( "last" | "next" ) INT unit | ( "more" | "less" ) "than" INT unit "ago" ;
  mutating func when() -> WhenSyntax? {
    let start = range.start
    func made(_ parser: Parser, _ body: WhenSyntax.Body) -> WhenSyntax {
      WhenSyntax(body: body, range: parser.range(from: start))
    }
    if take(.before) { return made(self, .before(date())) }
    if take(.after) { return made(self, .after(date())) }
    if take(.since) { return made(self, .since(date())) }
    if take(.until) { return made(self, .until(date())) }
    if take(.on) {
      guard at(.or), at(anyOf: [.before, .after], 1) else { return made(self, .on(date())) }
      take()
      let isBefore = take().keyword == .before
      let day = date()
      return made(self, isBefore ? .onOrBefore(day) : .onOrAfter(day))
    }
    if take(.between) {
      let first = date()
      expect(.and)
      return made(self, .between(first, date()))
    }
    if at(.in), at(.the, 1) {
      take()
      take()
      guard at(anyOf: [.last, .next]) else {
        fail()
        return nil
      }
      let isLast = take().keyword == .last
      let period = expectPeriod()
      return made(self, isLast ? .inLast(period) : .inNext(period))
    }
    if at(.in), atNumber(1) {
      take()
      return made(self, .inYear(expectInteger()))
    }
    if at(anyOf: [.more, .less]), at(.than, 1), atPeriod(2) {
      let isMore = take().keyword == .more
      take()
      let period = expectPeriod()
      expect(.ago)
      return made(self, isMore ? .moreThanAgo(period) : .lessThanAgo(period))
    }
    return nil
  }

  /// date = ( DATE | "today" | term ) [ ( "plus" | "minus" ) ( INT unit | term ) ] ;
  mutating func date() -> DateSyntax {
    let start = range.start
    let base = factor()
    guard at(.plus) || at(.minus) else {
      return DateSyntax(base: base, shift: nil, range: range(from: start))
    }
    let later = take().keyword == .plus
    let amount: DateSyntax.Shift.Amount =
      atPeriod() ? .period(expectPeriod()) : .term(factor())
    return DateSyntax(
      base: base, shift: .init(later: later, amount: amount), range: range(from: start))
  }

  // MARK: Terms

  /// term = factor { ( "+" | "-" | "*" | "/" ) factor } ;
  ///
  /// `*` and `/` bind before `+` and `-`, as in arithmetic.
  mutating func term() -> TermSyntax {
    nested(.missing(range)) { parser in
      let first = parser.factor()
      var operations: [TermSyntax.Operation] = []
      while !parser.hasFailed, let sign = parser.atOperator() {
        parser.take()
        operations.append(.init(sign: sign, factor: parser.factor()))
      }
      return operations.isEmpty ? first : .arithmetic(first, operations)
    }
  }

  private mutating func atOperator() -> String? {
    ["+", "-", "*", "/"].first { at(sign: $0) }
  }

  /// factor = NUMBER | STRING | NAME | DATE | "today" | "number" "of" np | agg ( ATTR | RELNOUN ) "of" np | "days" "between" date "and" date | "(" term ")" | "-" factor | possessive | [ "the" ] ( ATTR | RELNOUN ) [ "of" np ] ;
  mutating func factor() -> TermSyntax {
    let start = range.start
    if case .number(let value) = token().kind, atNumber() {
      take()
      return .number(value, range(from: start))
    }
    if case .date(let day) = token().kind, atDate() {
      take()
      return .date(day, range(from: start))
    }
    if take(.today) { return .today(range(from: start)) }
    if at(.number), at(.of, 1) {
      take()
      take()
      let noun = nounPhrase()
      return .count(noun, range(from: start))
    }
    if let function = atAggregate() {
      take()
      let word = takeWord()
      expect(.of)
      let noun = nounPhrase()
      return .aggregate(function, word, noun, range(from: start))
    }
    if at(.days), at(.between, 1) {
      take()
      take()
      let first = date()
      expect(.and)
      let last = date()
      return .daysBetween(first, last, range(from: start))
    }
    if take(sign: "-") {
      let operand = nested(TermSyntax.missing(range)) { $0.factor() }
      return .negative(operand, range(from: start))
    }
    if take(sign: "(") {
      let inside = term()
      expect(sign: ")")
      return inside
    }
    if atName(), !atPossessive(1) { return .text(takeName()) }
    if atName() || atVariable() || at(anyOf: [.it, .they, .its, .their]) {
      return .possessive(possessive())
    }
    let article = at(.the) ? 1 : 0
    guard atTerm([.attribute, .relationNoun], article) else {
      fail()
      return .missing(range)
    }
    if article == 1 { take() }
    let word = takeWord()
    let owner = take(.of) ? nounPhrase() : nil
    return .attribute(word, of: owner, range(from: start))
  }

  /// possessive = ( VAR | NAME | "it" | "they" ) { "'s" step } | ( "its" | "their" ) step { "'s" step } ;
  mutating func possessive() -> ReferenceSyntax { reference() }
}
