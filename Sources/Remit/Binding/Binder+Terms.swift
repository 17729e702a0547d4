// SPDX-License-Identifier: Apache-2.0

/// A term with what is known of its values.
struct TypedTerm {
  var term: BoundTerm
  /// `nil` where any type may come: a parameter.
  var type: ValueType?
  /// What it is called in messages.
  var name: String
  /// The things it is reached through, outermost first.
  var steps: [Binder.ChainStep] = []
  /// Whether it stands for things, shown by their names.
  var isThing = false
}

extension Binder {
  // MARK: Attributes

  /// An attribute of a thing, or an error that lists what there is.
  mutating func attribute(_ word: WordSyntax, of operand: Operand) -> TypedTerm? {
    let kinds = self.kinds(of: operand)
    let found = model.attributes(named: word.base, of: kinds)
    guard let first = found.first else {
      let all = Set(kinds.flatMap { model.schema[$0].attributes }.map { model.schema[$0].name })
      report(
        BindingMessages.noSuchAttribute(
          word.text, of: kinds.count > 4 ? "such things" : model.phrase(kinds, plural: true),
          candidates: all.sorted(), at: word.range))
      return nil
    }
    return TypedTerm(
      term: .attribute(found, operand), type: model.schema[first].type, name: word.base)
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
        .value(.text(name.text)))
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
          "\(term.name), which is \(one.article)", other.type?.article ?? "that", at: range))
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
    case .period(let period, _):
      return TypedTerm(term: .value(.period(period)), type: .duration, name: period.description)
    case .term(.text(let name)) where !name.isParameter:
      if term.type?.choices != nil { return choice(name.text, of: term, at: name.range) }
      return TypedTerm(term: .value(.text(name.text)), type: .text, name: "'\(name.text)'")
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
    func moved(_ period: Period, later: Bool) -> BoundTerm {
      .shifted(.today, by: .value(.period(period)), later: later)
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

  // MARK: Dates

  private mutating func withDate(
    _ syntax: DateSyntax, _ made: (BoundTerm) -> BoundCondition
  ) -> BoundCondition {
    let date = date(syntax)
    return date.steps.reversed().reduce(made(date.term)) { $1.wrap($0) }
  }

  private mutating func date(_ syntax: DateSyntax) -> TypedTerm {
    var base = term(syntax.base)
    if let type = base.type, type != .date {
      report(BindingMessages.wrongType(base.name, wanted: "a date", at: syntax.range))
    }
    guard let shift = syntax.shift else { return base }
    switch shift.amount {
    case .period(let period):
      base.term = .shifted(base.term, by: .value(.period(period)), later: shift.later)
    case .term(let amount):
      let amount = term(amount)
      if let type = amount.type, type != .duration {
        report(BindingMessages.wrongType(amount.name, wanted: "a duration", at: syntax.range))
      }
      base.term = .shifted(base.term, by: amount.term, later: shift.later)
      base.steps += amount.steps
    }
    return base
  }

  /// A date that must not go through several things: it stands on a verb.
  mutating func closedDate(_ syntax: DateSyntax) -> BoundTerm {
    let date = date(syntax)
    if !date.steps.isEmpty {
      report(
        Diagnostic(
          "date-of-many", "a verb's date must be one date, and this could be several",
          at: syntax.range, help: ["name the thing with a variable and take its date"]))
    }
    return date.term
  }

  /// The day of `as of`, which cannot depend on any thing.
  mutating func constantDate(_ syntax: DateSyntax) -> BoundTerm {
    let term = closedDate(syntax)
    guard !term.isConstant else { return term }
    report(
      BindingMessages.wrongType(
        SyntaxPrinter().print(syntax), wanted: "a day that is the same for all things",
        at: syntax.range))
    return .today
  }

  // MARK: Terms

  /// Binds a term.
  mutating func term(_ syntax: TermSyntax) -> TypedTerm {
    switch syntax {
    case .number(let number, _):
      return TypedTerm(
        term: .value(.number(number)), type: .number, name: Value.number(number).description)
    case .text(let name):
      if name.isParameter {
        return TypedTerm(
          term: .parameter(name.text, name.range), type: nil, name: "$\(name.text)")
      }
      if name.isQuoted {
        return TypedTerm(term: .value(.text(name.text)), type: .text, name: "'\(name.text)'")
      }
      return TypedTerm(
        term: .entity(self.name(name, kinds: ordinaryKinds)), type: nil, name: name.text,
        isThing: true)
    case .date(let day, _):
      return TypedTerm(term: .value(.day(day)), type: .date, name: day.description)
    case .today: return TypedTerm(term: .today, type: .date, name: "today")
    case .count(let noun, _):
      let (variable, condition) = counted(noun)
      return TypedTerm(
        term: .count(variable, condition), type: .number, name: "a number of things")
    case .aggregate(let function, let word, let noun, _):
      return aggregate(function, word, noun)
    case .daysBetween(let first, let last, _):
      let (first, last) = (date(first), date(last))
      return TypedTerm(
        term: .daysBetween(first.term, last.term), type: .number, name: "a number of days",
        steps: first.steps + last.steps)
    case .arithmetic(let first, let operations): return arithmetic(first, operations)
    case .negative(let operand, let range):
      var term = numeric(operand, at: range)
      term.term = .arithmetic(.subtract, .value(.number(0)), term.term)
      return term
    case .possessive(let reference): return possessive(reference)
    case .attribute(let word, let owner, let range): return bareAttribute(word, owner, range)
    case .missing: return TypedTerm(term: .value(.text("")), type: nil, name: "…")
    }
  }

  /// The things of `number of NP`, closed off from the outside.
  private mutating func counted(_ noun: NounPhraseSyntax) -> (Variable, BoundCondition) {
    let outer = (head, headRange)
    defer { (head, headRange) = outer }
    scope.open()
    let bound = self.noun(noun, reachedFrom: nil)
    let condition = scope.close().reversed().reduce(bound.condition) { $0.binding($1) }
    return (bound.variable, condition)
  }

  private mutating func aggregate(
    _ function: AggregateSyntax, _ word: WordSyntax, _ noun: NounPhraseSyntax
  ) -> TypedTerm {
    let (variable, condition) = counted(noun)
    let term = attribute(word, of: .variable(variable))
    let type = term?.type
    if [.total, .average, .median].contains(function), let type, type != .number {
      report(BindingMessages.notNumeric(word.text, at: word.range))
    }
    return TypedTerm(
      term: .aggregate(
        Aggregate(rawValue: function.rawValue) ?? .total, term?.term ?? .today, variable,
        condition),
      type: type, name: "\(function.rawValue) \(word.text)")
  }

  private mutating func numeric(_ syntax: TermSyntax, at range: SourceRange) -> TypedTerm {
    let term = self.term(syntax)
    let isOther = term.type.map { $0 != .number } ?? term.isThing
    if isOther { report(BindingMessages.notNumeric(term.name, at: range)) }
    return term
  }

  /// `*` and `/` before `+` and `-`, each from left to right.
  private mutating func arithmetic(
    _ first: TermSyntax, _ operations: [TermSyntax.Operation]
  ) -> TypedTerm {
    let range = first.range
    var result = numeric(first, at: range)
    var pending: (Arithmetic, TypedTerm)?
    func joined(_ lhs: TypedTerm, _ operation: Arithmetic, _ rhs: TypedTerm) -> TypedTerm {
      TypedTerm(
        term: .arithmetic(operation, lhs.term, rhs.term), type: .number, name: "a number",
        steps: lhs.steps + rhs.steps)
    }
    for operation in operations {
      let factor = numeric(operation.factor, at: operation.factor.range)
      let sign = Arithmetic(rawValue: operation.sign) ?? .add
      if sign == .multiply || sign == .divide {
        if let (outer, last) = pending {
          pending = (outer, joined(last, sign, factor))
        } else {
          result = joined(result, sign, factor)
        }
      } else {
        if let (outer, last) = pending { result = joined(result, outer, last) }
        pending = (sign, factor)
      }
    }
    if let (outer, last) = pending { result = joined(result, outer, last) }
    return result
  }

  /// `p`, `p's owner's email`
  private mutating func possessive(_ reference: ReferenceSyntax) -> TypedTerm {
    let steps = chain(reference)
    let end: Operand
    if let last = steps.last {
      end = .variable(last.variable)
    } else {
      end = operand(reference)
    }
    if case .attribute(let word)? = reference.steps.last {
      var term =
        attribute(word, of: end)
        ?? TypedTerm(term: .entity(end), type: nil, name: word.text)
      term.steps = steps
      return term
    }
    return TypedTerm(term: .entity(end), type: nil, name: "that", steps: steps, isThing: true)
  }

  /// `status`, `owner`: of the head of the row, or of what follows `of`.
  private mutating func bareAttribute(
    _ word: WordSyntax, _ owner: NounPhraseSyntax?, _ range: SourceRange
  ) -> TypedTerm {
    var steps: [ChainStep] = []
    let operand: Operand
    if let owner {
      let (variable, condition) = counted(owner)
      steps.append(ChainStep(variable: variable, condition: condition))
      operand = .variable(variable)
    } else if let subject = pronounSubject {
      operand = subject
    } else if let head {
      operand = .variable(head)
    } else {
      report(BindingMessages.pronounWithoutNoun(word.text, at: range))
      return TypedTerm(term: .value(.text("")), type: nil, name: word.text)
    }
    let kinds = self.kinds(of: operand)
    let noun = RelationNounSyntax(
      isDirect: false, words: [word], repetition: nil, range: word.range)
    let isNoun =
      model.attributes(named: word.base, of: kinds).isEmpty
      && model.endNouns[word.base] != nil
    if isNoun {
      let step = chainStep(noun, [], from: operand)
      return TypedTerm(
        term: .entity(.variable(step.variable)), type: nil, name: word.text,
        steps: steps + [step], isThing: true)
    }
    var term =
      attribute(word, of: operand) ?? TypedTerm(term: .entity(operand), type: nil, name: word.text)
    term.steps = steps
    return term
  }

  // MARK: Columns, keys, measures

  mutating func column(_ syntax: ColumnSyntax) -> BoundColumn {
    pronounSubject = head.map(Operand.variable)
    defer { pronounSubject = nil }
    let term = term(syntax.term)
    return BoundColumn(
      title: syntax.title ?? SyntaxPrinter().print(syntax.term),
      term: listed(term, at: syntax.term.range))
  }

  /// A term over several things is the list of its values.
  private mutating func listed(_ term: TypedTerm, at range: SourceRange) -> BoundTerm {
    guard let last = term.steps.last else { return term.term }
    if term.steps.dropLast().contains(where: { term.term.mentions($0.variable) }) {
      report(BindingMessages.severalOfSeveral(at: range))
      return .today
    }
    let condition = term.steps.dropLast().reversed().reduce(last.condition) { $1.wrap($0) }
    return .list(term.term, last.variable, condition)
  }

  mutating func sortKey(_ syntax: SortSyntax, isMeasure: Bool) -> BoundSort {
    pronounSubject = head.map(Operand.variable)
    defer { pronounSubject = nil }
    let term = syntax.term.map { listed(self.term($0), at: $0.range) }
    return BoundSort(term: term, descending: syntax.descending)
  }

  mutating func measure(
    _ syntax: MeasureSyntax, sort: [BoundSort], limit: Int?
  ) -> BoundShape {
    let head = self.head ?? Variable(0)
    var measure = BoundMeasure.count(title: "number")
    if let (function, word) = syntax.aggregate,
      let term = attribute(word, of: .variable(head))
    {
      if [.total, .average, .median].contains(function), term.type != .number {
        report(BindingMessages.notNumeric(word.text, at: word.range))
      }
      measure = .aggregate(
        Aggregate(rawValue: function.rawValue) ?? .total, term.term,
        title: "\(function.rawValue) \(word.text)")
    }
    return .measure(measure, keys: syntax.keys.map { key($0, head) }, sort: sort, limit: limit)
  }

  /// `per department`, `per owner`
  private mutating func key(_ syntax: KeySyntax, _ head: Variable) -> BoundKey {
    let word = syntax.steps[0]
    let title = syntax.steps.map(\.text).joined(separator: "'s ")
    let kinds = variables[head.index].kinds
    if !model.attributes(named: word.base, of: kinds).isEmpty {
      let term = attribute(word, of: .variable(head))
      return .term(term?.term ?? .today, title: title)
    }
    let noun = RelationNounSyntax(
      isDirect: false, words: [word], repetition: nil, range: word.range)
    let group = variable(endKinds(noun, from: kinds))
    let member = endLink(noun, thing: .variable(group), owner: .variable(head))
    // All of a kind make groups when the key is the kind's own word; else those
    // at that end of any thing of the counted kinds.
    if model.schema.kind(named: word.base).map({ [$0] }) == variables[group.index].kinds {
      return .things(group, groups: .always, member: member, title: title)
    }
    let any = variable(kinds)
    let link = endLink(noun, thing: .variable(group), owner: .variable(any))
    return .things(
      group, groups: .quantified(.some, any, among: link, holds: .always), member: member,
      title: title)
  }
}

extension TermSyntax {
  /// Where the term stands, as far as it keeps that.
  var range: SourceRange {
    switch self {
    case .number(_, let range), .date(_, let range), .today(let range), .count(_, let range),
      .aggregate(_, _, _, let range), .daysBetween(_, _, let range), .negative(_, let range),
      .attribute(_, _, let range), .missing(let range):
      range
    case .text(let name): name.range
    case .possessive(let reference): reference.range
    case .arithmetic(let first, let rest):
      rest.reduce(first.range) { $0.union($1.factor.range) }
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
