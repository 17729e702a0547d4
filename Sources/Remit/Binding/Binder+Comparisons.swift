// SPDX-License-Identifier: Apache-2.0

extension Binder {
  // MARK: Attributes

  /// An attribute of a thing, or an error that lists what there is.
  mutating func attribute(_ word: WordSyntax, of operand: Operand) -> TypedTerm? {
    let kinds = self.kinds(of: operand)
    // Of the parts of the model, for all of it would be copied to be asked.
    let found = model.schema.attributes(model.attributes[word.base], of: kinds)
    guard let first = found.first else {
      let all = Set(
        kinds.flatMap { model.schema[$0].attributes }.map { model.schema[$0] }
          .filter { $0.source != .membership && $0.source != .rowName && !$0.isHidden }.map(\.name))
      report(
        BindingMessages.noSuchAttribute(
          word.text, of: kinds.count > 4 ? "such things" : model.phrase(kinds, plural: true),
          candidates: all.sorted(), further: nouns(towards: word.base, from: kinds), at: word.range)
      )
      return nil
    }
    return TypedTerm(
      term: .attribute(found, operand), type: model.schema[first].type, name: word.base)
  }

  /// The nouns for things that have an attribute, at the other end of links of
  /// things that have not; a few of them.
  func nouns(towards attribute: String, from kinds: [KindID]) -> [String] {
    guard kinds.count < 5 else { return [] }
    let nouns = endNouns(from: kinds).filter { noun in
      let ends = model.ends(named: noun, from: kinds, directly: false)
      return ends.contains { end in
        !model.attributes(named: attribute, of: model.kinds(end.relation, at: end.end)).isEmpty
      }
    }
    return Array(nouns.prefix(3))
  }

  /// `whose status is planned`, `with classification secret`
  mutating func attributeComparison(
    _ word: WordSyntax, _ comparison: ComparisonSyntax, on operand: Operand
  ) -> BoundCondition {
    guard let term = attribute(word, of: operand) else { return .always }
    return compare(term, comparison)
  }

  mutating func comparison(
    _ term: TermSyntax, _ comparison: ComparisonSyntax
  ) -> BoundCondition {
    compare(self.term(term), comparison)
  }

  // MARK: Comparisons

  /// The condition that a term compares so; things on the way to it are some
  /// thing, and `not` stands before all of it.
  private mutating func compare(
    _ term: TypedTerm, _ syntax: ComparisonSyntax
  ) -> BoundCondition {
    let inside = compareBody(term, syntax)
    let condition = term.steps.reversed().reduce(inside) { $1.wrap($0) }
    return syntax.isNegated ? .not(condition) : condition
  }

  private mutating func compareBody(
    _ term: TypedTerm, _ syntax: ComparisonSyntax
  ) -> BoundCondition {
    switch syntax.body {
    case .known: return .known(term.term)
    case .unknown: return .not(.known(term.term))
    case .when(let when): return dateComparison(term, when)
    case .text(let comparison, let name):
      if let type = term.type, type != .text, type.choices == nil {
        report(
          BindingMessages.incomparable(term.name, "a text", at: syntax.range))
      }
      return .compare(
        term.term, Comparison(rawValue: comparison.rawValue) ?? .containsText,
        name.isParameter ? .parameter(name.text, name.range) : .value(.text(name.text)))
    case .oneOf(let values):
      return .disjunction(values.map { equal(term, .equal, $0, at: syntax.range) })
    case .compare(let comparison, let value):
      return equal(
        term, Comparison(rawValue: comparison.rawValue) ?? .equal, value, at: syntax.range)
    }
  }

  private mutating func equal(
    _ term: TypedTerm, _ comparison: Comparison, _ value: ValueSyntax, at range: SourceRange
  ) -> BoundCondition {
    let other = self.value(value, beside: term)
    if let one = term.type, let two = other.type, !one.isComparable(with: two) {
      report(
        BindingMessages.incomparable(
          "\(term.name), which is \(one.article),", other.type?.article ?? "that", at: range,
          isDate: one == .date && [.text, .number].contains(two)))
    }
    if [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(comparison),
      case .enumeration = term.type
    {
      report(
        Diagnostic(
          "no-order", "the values of \(term.name) have no order", at: range,
          help: ["declare them with 'levels', from the lowest to the highest"]))
    }
    let inside = BoundCondition.compare(term.term, comparison, other.term)
    return other.steps.reversed().reduce(inside) { $1.wrap($0) }
  }

  /// A value beside an attribute: one of its choices, or a term.
  private mutating func value(_ syntax: ValueSyntax, beside term: TypedTerm) -> TypedTerm {
    switch syntax {
    case .word(let word): return choice(word.text, of: term, at: word.range)
    case .period(let length, _):
      let period = period(length)
      return TypedTerm(term: .value(.period(period)), type: .duration, name: period.description)
    case .term(.text(let name)) where !name.isParameter:
      if term.type?.choices != nil { return choice(name.text, of: term, at: name.range) }
      return TypedTerm(term: .value(.text(name.text)), type: .text, name: name.text)
    case .term(let syntax): return self.term(syntax)
    }
  }

  private mutating func choice(
    _ text: String, of term: TypedTerm, at range: SourceRange
  ) -> TypedTerm {
    guard let choices = term.type?.choices else {
      report(BindingMessages.wrongType(text, wanted: "a value of \(term.name)", at: range))
      return TypedTerm(term: .value(.text(text)), type: nil, name: text)
    }
    guard case .choice(let name, let rank)? = term.type?.value(from: text) else {
      report(
        BindingMessages.unknownValue(
          text, of: term.name, choices: choices,
          nearest: NearestName.nearest(to: text, among: choices), at: range))
      return TypedTerm(term: .value(.text(text)), type: nil, name: text)
    }
    return TypedTerm(term: .value(.choice(name, rank: rank)), type: term.type, name: name)
  }

  /// `before 2026-01-01`, `in the last 12 months` said of a date.
  private mutating func dateComparison(_ term: TypedTerm, _ when: WhenSyntax) -> BoundCondition {
    if let type = term.type, type != .date {
      report(BindingMessages.incomparable(term.name, "a date", at: when.range))
    }
    func test(_ comparison: Comparison, _ date: BoundTerm) -> BoundCondition {
      .compare(term.term, comparison, date)
    }
    func moved(_ length: PeriodSyntax, later: Bool) -> BoundTerm {
      .shifted(.today, by: .value(.period(period(length))), later: later)
    }
    switch when.body {
    case .before(let date): return withDate(date) { test(.less, $0) }
    case .after(let date): return withDate(date) { test(.greater, $0) }
    case .on(let date): return withDate(date) { test(.equal, $0) }
    case .onOrBefore(let date), .until(let date):
      return withDate(date) { test(.lessOrEqual, $0) }
    case .onOrAfter(let date), .since(let date):
      return withDate(date) { test(.greaterOrEqual, $0) }
    case .between(let first, let last):
      return .conjunction([
        withDate(first) { test(.greaterOrEqual, $0) }, withDate(last) { test(.lessOrEqual, $0) },
      ])
    case .inYear(let year):
      let (first, last) = days(of: year, at: when.range)
      return .conjunction([test(.greaterOrEqual, first), test(.lessOrEqual, last)])
    case .inMonth(let month):
      return .conjunction([
        test(.greaterOrEqual, .value(.day(month.first))),
        test(.lessOrEqual, .value(.day(month.last))),
      ])
    case .inNamed(let count):
      let (first, last) = span(count, at: when.range)
      return .conjunction([test(.greaterOrEqual, first), test(.lessOrEqual, last)])
    case .calendar(let span):
      return .conjunction([
        test(.greaterOrEqual, .calendar(span, isLast: false)),
        test(.lessOrEqual, .calendar(span, isLast: true)),
      ])
    case .inLast(let period):
      return .conjunction([
        test(.greaterOrEqual, moved(period, later: false)), test(.lessOrEqual, .today),
      ])
    case .inNext(let period):
      return .conjunction([
        test(.greaterOrEqual, .today), test(.lessOrEqual, moved(period, later: true)),
      ])
    case .moreThanAgo(let period): return test(.less, moved(period, later: false))
    case .lessThanAgo(let period):
      return .conjunction([
        test(.greater, moved(period, later: false)), test(.lessOrEqual, .today),
      ])
    }
  }
}

extension ValueType {
  /// Whether values of the two types can be compared.
  func isComparable(with other: ValueType) -> Bool {
    switch (self, other) {
    case (.enumeration, .enumeration), (.levels, .levels): self.choices == other.choices
    case (.enumeration, .text), (.levels, .text), (.text, .enumeration), (.text, .levels): true
    default: self == other
    }
  }

  /// The type with its article: `a number`.
  var article: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .date: "a date"
    case .duration: "a duration"
    case .flag: "a flag"
    case .enumeration, .levels: "one of " + (choices ?? []).joined(separator: ", ")
    }
  }
}
