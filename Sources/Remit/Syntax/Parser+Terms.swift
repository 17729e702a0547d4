// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// unit = "day" | "days" | "week" | "weeks" | "month" | "months" | "quarter" | "quarters" | "year" | "years" ;
  static let units: [Keyword] = [
    .day, .days, .week, .weeks, .month, .months, .quarter, .quarters, .year, .years,
  ]

  /// calendar-unit = "week" | "month" | "quarter" | "year" ;
  private static let calendarUnits: [Keyword] = [.week, .month, .quarter, .year]

  /// Whether `this year` or its like begins here.
  mutating func atCalendar(_ ahead: Int = 0) -> Bool {
    at(anyOf: [.last, .this, .next], ahead) && at(anyOf: Parser.calendarUnits, ahead + 1)
  }

  /// period = count unit ;
  mutating func expectPeriod() -> PeriodSyntax {
    let start = range.start
    let count = expectCount()
    guard at(anyOf: Parser.units), let unit = Period.Unit(word: token().text) else {
      fail()
      return .fixed(Period())
    }
    take()
    guard case .number(let count) = count else { return .counted(count, unit) }
    guard let small = Int32(exactly: count), let period = Period(count: small, unit: unit) else {
      fail(
        SyntaxMessages.periodTooLong(source.text(in: range(from: start)), at: range(from: start)))
      return .fixed(Period())
    }
    return .fixed(period)
  }

  mutating func atPeriod(_ ahead: Int = 0) -> Bool {
    atCount(ahead) && at(anyOf: Parser.units, ahead + 1)
  }

  // MARK: Comparisons

  /// Whether a comparison begins here, for `with ATTR [ cmp ]`.
  mutating func atComparison(_ ahead: Int = 0) -> Bool {
    if at(.not, ahead) { return !at(.not, ahead + 1) && atComparison(ahead + 1) }
    if atBound(ahead) || at(anyOf: [.known, .unknown, .different], ahead) { return true }
    if at(.one, ahead), at(.of, ahead + 1) { return true }
    if at(anyOf: [.before, .after, .on, .since, .until, .between], ahead) { return true }
    if at(.the, ahead), at(.same, ahead + 1) { return true }
    if at(anyOf: [.more, .less], ahead), at(.than, ahead + 1) { return true }
    if atCalendar(ahead) { return true }
    if at(.in, ahead) {
      if atCount(ahead + 1) || atMonth(ahead + 1) || atCalendar(ahead + 1) { return true }
      if at(.the, ahead + 1) { return at(anyOf: [.last, .next], ahead + 2) }
    }
    return atValue(ahead)
  }

  /// Whether a comparison begins here that needs no form of `be`.
  mutating func atBound(_ ahead: Int = 0) -> Bool {
    if at(anyOf: [.above, .below], ahead) { return true }
    if at(.at, ahead) { return at(anyOf: [.least, .most], ahead + 1) }
    if at(.contains, ahead) { return at(.text, ahead + 1) }
    if at(.starts, ahead) || at(.ends, ahead) { return at(.with, ahead + 1) }
    // Below an expectation a line that begins with `=` is a row.
    if isInExpectation, token(ahead).startsLine, token(ahead).text == "=" { return false }
    return at(anyOf: ["=", "!=", "<", "<=", ">", ">="], ahead)
  }

  /// Whether a value begins here.
  mutating func atValue(_ ahead: Int = 0) -> Bool {
    let word = atTerm([.adjective, .value, .attribute, .relationNoun], ahead)
    let constant = atTerm(.constant, ahead)
    let literal =
      atNumber(ahead) || atDate(ahead) || atName(ahead) || at(.today, ahead) || constant
    let reference = atVariable(ahead) || at(anyOf: [.it, .they, .them, .its, .their], ahead)
    let sign = at(sign: "-", ahead) || at(sign: "(", ahead)
    if literal || reference || sign { return true }
    if word { return !at(.for, ahead + 1) }
    if atInteger(ahead) != nil { return at(anyOf: Parser.units, ahead + 1) }
    if at(anyOf: [.number, .share], ahead) { return at(.of, ahead + 1) }
    if at(.days, ahead) { return at(.between, ahead + 1) }
    if atDistance(ahead) { return true }
    if at(.the, ahead) {
      return atTerm([.attribute, .relationNoun], ahead + 1) || atDefinite(ahead)
    }
    return at(anyOf: Parser.aggregates, ahead) && atAmount(ahead + 1)
  }

  private static let aggregates = AggregateSyntax.allCases.compactMap { Keyword(word: $0.rawValue) }

  /// bound = ( "above" | "below" | "at" "least" | "at" "most" | "=" | "!=" | "<" | "<=" | ">" | ">=" ) value | ( "contains" "text" | "starts" "with" | "ends" "with" ) STRING ;
  /// cmp = [ "not" ] ( bound | "one" "of" value { "," value } { "or" value } | when | "known" | "unknown" | ( "the" "same" "as" | "different" "from" ) value | value | VALUE "or" VALUE { "or" VALUE } ) ;
  mutating func comparison() -> ComparisonSyntax {
    let start = range.start
    let isNegated = take(.not)
    let body = comparisonBody()
    return ComparisonSyntax(isNegated: isNegated, body: body, range: range(from: start))
  }

  /// lacking = ( "does" | "do" ) "not" ( "contain" "text" | "start" "with" | "end" "with" ) STRING ;
  mutating func lacking() -> ComparisonSyntax? {
    guard at(.does) || at(.do), at(.not, 1) else { return nil }
    let start = range.start
    take()
    take()
    let test: ComparisonSyntax.Comparison
    if take(.contain) {
      expect(.text)
      test = .containsText
    } else {
      test = at(.start) ? .startsWith : .endsWith
      if !take(.start) { expect(.end) }
      expect(.with)
    }
    let body = ComparisonSyntax.Body.text(test, expectText())
    return ComparisonSyntax(isNegated: true, body: body, range: range(from: start))
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
      while !hasFailed, at(sign: ","), atValue(1) {
        take()
        values.append(value())
      }
      while !hasFailed, at(.or), atValue(1) {
        take()
        values.append(value())
      }
      return .oneOf(values)
    }
    if token().keyword == .contains, token().term == nil, token(1).isName {
      let text = NameSyntax(text: token(1).text, isQuoted: true, range: token(1).range)
      fail(SyntaxMessages.almost(token(), write: "contains text"))
      return .text(.containsText, text)
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
    var values = [value()]
    while case .word? = values.last, at(.or), atValueWord(1), !hasFailed {
      take()
      values.append(value())
    }
    return values.count > 1 ? .oneOf(values) : .compare(.equal, values[0])
  }

  /// Whether a value stands here that is a word: `confidential`.
  private mutating func atValueWord(_ ahead: Int = 0) -> Bool {
    atTerm([.adjective, .value], ahead) && !atTerm([.attribute, .relationNoun], ahead)
  }

  /// value = VALUE | period | term ;
  mutating func value() -> ValueSyntax {
    if atValueWord() { return .word(takeWord()) }
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

  /// when = ( "before" | "after" | "on" [ "or" ( "before" | "after" ) ] | "since" | "until" ) date | "between" date "and" date | "in" ( count | MONTH ) | "in" "the" ( "last" | "next" ) period | [ "in" ] ( "last" | "this" | "next" ) calendar-unit | ( "more" | "less" ) "than" period "ago" ;
  mutating func when() -> WhenSyntax? {
    let start = range.start
    guard let body = whenBody() else { return nil }
    return WhenSyntax(body: body, range: range(from: start))
  }

  private mutating func whenBody() -> WhenSyntax.Body? {
    let start = range.start
    if take(.before) { return .before(date()) }
    if take(.after) { return .after(date()) }
    if take(.since) { return .since(date()) }
    if take(.until) { return .until(date()) }
    if take(.on) {
      guard at(.or), at(anyOf: [.before, .after], 1) else { return .on(date()) }
      take()
      return take().keyword == .before ? .onOrBefore(date()) : .onOrAfter(date())
    }
    if take(.between) {
      let first = date()
      expect(.and)
      return .between(first, date())
    }
    if at(.in), at(.the, 1), at(anyOf: [.last, .next], 2) {
      take()
      take()
      let turn = take()
      if at(anyOf: Parser.calendarUnits) {
        let words = SourceRange(start, range.end)
        fail(SyntaxMessages.whichSpan(turn.text, token().text, at: words))
        return nil
      }
      return turn.keyword == .last ? .inLast(expectPeriod()) : .inNext(expectPeriod())
    }
    if atCalendar() || (at(.in) && atCalendar(1)) {
      if at(.in) { take() }
      let turn = CalendarSpan.Turn(rawValue: take().text) ?? .this
      let unit = Period.Unit(word: take().text) ?? .days
      return .calendar(CalendarSpan(turn: turn, unit: unit))
    }
    if at(.in), atCount(1) {
      take()
      let count = expectCount()
      if case .number(let year) = count { return .inYear(year) }
      return .inNamed(count)
    }
    if at(.in), atMonth(1) {
      take()
      guard let month = Month(token().text) else {
        fail(SyntaxMessages.noSuchMonth(token().text, at: range))
        return nil
      }
      take()
      return .inMonth(month)
    }
    if at(anyOf: [.more, .less]), at(.than, 1), atPeriod(2) {
      let isMore = take().keyword == .more
      take()
      let period = expectPeriod()
      expect(.ago)
      return isMore ? .moreThanAgo(period) : .lessThanAgo(period)
    }
    return nil
  }

  /// date = factor [ ( "plus" | "minus" ) ( period | CONSTANT | property | [ "the" ] ATTR ) ] ;
  mutating func date() -> DateSyntax {
    let start = range.start
    let base = factor()
    guard at(.minus) || (at(.plus) && atShift(1)) else {
      return DateSyntax(base: base, shift: nil, range: range(from: start))
    }
    let later = take().keyword == .plus
    guard atShift() else {
      fail()
      return DateSyntax(base: base, shift: nil, range: range(from: start))
    }
    let amount: DateSyntax.Shift.Amount =
      atPeriod() ? .period(expectPeriod()) : .term(factor())
    return DateSyntax(
      base: base,
      shift: .init(later: later, amount: amount),
      range: range(from: start)
    )
  }

  /// Whether a duration begins here. `plus` before anything else adds a set.
  private mutating func atShift(_ ahead: Int = 0) -> Bool {
    if atPeriod(ahead) || atTerm(.constant, ahead) || isPropertyAhead(ahead) { return true }
    let article = at(.the, ahead) ? ahead + 1 : ahead
    return atTerm(.attribute, article) && !atTerm(.relationNoun, article)
  }

  /// Whether a possessive that ends in an attribute begins here: `its email`,
  /// `p's manager's email`.
  mutating func isPropertyAhead(_ ahead: Int = 0) -> Bool {
    var place = ahead
    let isNamed = atName(ahead) || atVariable(ahead)
    if isNamed || at(anyOf: [.it, .they, .them], ahead) || atDefinite(ahead) {
      place += atDefinite(ahead) ? 2 : 1
      guard atPossessive(place) else { return false }
    } else if !at(anyOf: [.its, .their], ahead) {
      return false
    }
    repeat {
      place += 1
      if atTerm(.attribute, place), !atTerm(.relationNoun, place) { return true }
      place = endOfStep(place)
    } while atPossessive(place)
    return false
  }

  /// The place behind the adjectives, nouns and repetition of a step.
  private mutating func endOfStep(_ start: Int) -> Int {
    var place = start
    while atAdjective(place) || (at(.not, place) && atAdjective(place + 1)) {
      place += at(.not, place) ? 2 : 1
      while at(.or, place), atAdjective(place + 1) { place += 2 }
    }
    if at(.direct, place) { place += 1 }
    guard atTerm(.relationNoun, place) else { return place }
    place += 1
    while at(.or, place), atTerm(.relationNoun, place + 1) { place += 2 }
    guard atRepetition(place) else { return place }
    guard at(.within, place) else { return place + 1 }
    return atCount(place + 1) && at(anyOf: [.steps, .step], place + 2) ? place + 3 : place
  }

  // MARK: Terms

  /// term = factor { operator factor } ;
  ///
  /// `*` and `/` bind before `+` and `-`, as in arithmetic.
  mutating func term() -> TermSyntax {
    nested(.missing(range)) { parser in
      let first = parser.factor()
      var operations: [TermSyntax.Operation] = []
      while !parser.hasFailed, let sign = parser.takeOperator() {
        // A sum is as deep as it is long: each term is added to what those before come to.
        guard parser.countOperator("'+', '-', '*' and '/'") else { break }
        operations.append(.init(sign: sign, factor: parser.factor()))
      }
      return operations.isEmpty ? first : .arithmetic(first, operations)
    }
  }

  /// operator = "+" | "-" | "*" | "/" | "times" ;
  mutating func takeOperator() -> String? {
    if take(.times) { return "*" }
    return ["+", "-", "*", "/"].first { take(sign: $0) }
  }

  /// factor = measured | possessive | [ "the" ] RELNOUN [ "of" np ] | "(" term ")" ;
  /// measured = NUMBER | DATE | "today" | CONSTANT | ( "number" | "share" ) "of" np | agg amounts "of" np | "days" "between" date "and" date | measured-distance | "-" factor | property | [ "the" ] ATTR [ "of" np ] ;
  mutating func factor() -> TermSyntax {
    let start = range.start
    if atNumber(), case .number(let value) = token().kind {
      take()
      return .number(value, range(from: start))
    }
    if atDate(), case .date(let day) = token().kind {
      take()
      return .date(day, range(from: start))
    }
    if take(.today) { return .today(range(from: start)) }
    if atTerm(.constant) { return .constant(takeWord()) }
    if at(.number), at(.of, 1) {
      take()
      take()
      let noun = nounPhrase()
      return .count(noun, range(from: start))
    }
    if at(.share), at(.of, 1) {
      take()
      take()
      let noun = nounPhrase()
      return .share(noun, range(from: start))
    }
    if let function = atAggregate() {
      take()
      let amounts = amounts()
      expect(.of)
      let noun = nounPhrase()
      return .aggregate(function, amounts, noun, range(from: start))
    }
    if at(.days), at(.between, 1) {
      take()
      take()
      let first = date()
      expect(.and)
      let last = date()
      return .daysBetween(first, last, range(from: start))
    }
    if atDistance() {
      let (function, walk, range) = measuredDistance()
      return .distance(function, walk, range)
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
    if atName() || atVariable() || at(anyOf: [.it, .they, .them, .its, .their]) || atDefinite() {
      return .possessive(reference())
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
}
