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
  // MARK: Dates

  mutating func withDate(
    _ syntax: DateSyntax, _ made: (BoundTerm) -> BoundCondition
  ) -> BoundCondition {
    let date = date(syntax)
    return date.steps.reversed().reduce(made(date.term)) { $1.wrap($0) }
  }

  private mutating func date(_ syntax: DateSyntax) -> TypedTerm {
    var base = term(syntax.base)
    if base.isThing {
      let thing = SyntaxPrinter().print(syntax.base)
      report(BindingMessages.wrongType(thing, wanted: "a date", at: syntax.range))
      base.steps = []
    } else if let type = base.type, type != .date {
      report(BindingMessages.wrongType(base.name, wanted: "a date", at: syntax.range))
    }
    guard let shift = syntax.shift else { return base }
    switch shift.amount {
    case .period(let length):
      base.term = .shifted(base.term, by: .value(.period(period(length))), later: shift.later)
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
        return TypedTerm(term: .value(.text(name.text)), type: .text, name: name.text)
      }
      return TypedTerm(
        term: .entity(self.name(name, kinds: ordinaryKinds)), type: nil, name: name.text,
        isThing: true)
    case .date(let day, _):
      return TypedTerm(term: .value(.day(day)), type: .date, name: day.description)
    case .today: return TypedTerm(term: .today, type: .date, name: "today")
    case .constant(let word): return constant(word)
    case .count(let noun, _):
      let (variable, condition) = counted(noun)
      return TypedTerm(
        term: .count(variable, condition), type: .number, name: "a number of things")
    case .share(let noun, let range):
      return TypedTerm(term: share(of: noun, at: range), type: .number, name: "a share")
    case .aggregate(let function, let amounts, let noun, _):
      return aggregate(function, amounts, noun)
    case .daysBetween(let first, let last, _):
      let (first, last) = (date(first), date(last))
      return TypedTerm(
        term: .daysBetween(first.term, last.term), type: .number, name: "a number of days",
        steps: first.steps + last.steps)
    case .distance(let function, let walk, let range):
      return TypedTerm(
        term: distance(function, walk, at: range), type: .number, name: "a distance")
    case .arithmetic(let first, let operations): return arithmetic(first, operations)
    case .negative(let operand, let range):
      var term = numeric(operand, at: range)
      term.term = .arithmetic(.subtract, .value(.number(0)), term.term)
      return term
    case .possessive(let reference): return possessive(reference)
    case .attribute(let word, let owner, let range): return bareAttribute(word, owner, range)
    case .directEnd(let word, let range): return directEnd(word, at: range)
    case .missing: return TypedTerm(term: .value(.text("")), type: nil, name: "…")
    }
  }

  /// The things of `number of NP`, closed off from the outside.
  mutating func counted(_ noun: NounPhraseSyntax) -> (Variable, BoundCondition) {
    let outer = (head, headRange)
    defer { (head, headRange) = outer }
    scope.open()
    let bound = self.noun(ofHead(noun), reachedFrom: nil)
    let condition = scope.close().reversed().reduce(bound.condition) { $0.binding($1) }
    return (bound.variable, condition)
  }

  /// `share of NP`: of a hundred of the noun with its adjectives, those for
  /// which the rest of the phrase holds.
  private mutating func share(of noun: NounPhraseSyntax, at range: SourceRange) -> BoundTerm {
    if noun.posts.isEmpty { report(BindingMessages.shareOfAll(at: range)) }
    var bare = noun
    bare.posts = []
    let (one, part) = counted(noun)
    let (other, whole) = counted(bare)
    return .arithmetic(
      .divide, .arithmetic(.multiply, .value(.number(100)), .count(one, part)),
      .count(other, whole))
  }

  private mutating func aggregate(
    _ function: AggregateSyntax, _ amounts: TermSyntax, _ noun: NounPhraseSyntax
  ) -> TypedTerm {
    let (variable, condition) = counted(noun)
    let term = amount(amounts, of: variable, by: function)
    let type = term?.type
    return TypedTerm(
      term: .aggregate(
        Aggregate(rawValue: function.rawValue) ?? .total, term?.term ?? .today, variable,
        condition),
      type: type, name: "\(function.rawValue) \(SyntaxPrinter().print(amounts))")
  }

  /// What an aggregate is made of: a term about each of the things that
  /// `variable` stands for.
  mutating func amount(
    _ syntax: TermSyntax, of variable: Variable, by function: AggregateSyntax
  ) -> TypedTerm? {
    let term: TypedTerm?
    if case .attribute(let word, of: nil, _) = syntax {
      term = attribute(word, of: .variable(variable))
    } else {
      let outer = (pronounSubject, head)
      pronounSubject = .variable(variable)
      head = variable
      term = self.term(syntax)
      (pronounSubject, head) = outer
    }
    guard let term else { return nil }
    if term.isThing || !term.steps.isEmpty {
      report(BindingMessages.amountOfSeveral(at: syntax.range))
    } else if [.total, .average, .median].contains(function), let type = term.type,
      type != .number
    {
      report(BindingMessages.notNumeric(term.name, at: syntax.range))
    }
    return term
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
      model.schema.attributes(model.attributes[word.base], of: kinds).isEmpty
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
}

extension Binder {
  /// `direct owner`: the things at an end of the head's links as written.
  private mutating func directEnd(_ word: WordSyntax, at range: SourceRange) -> TypedTerm {
    guard let operand = pronounSubject ?? head.map(Operand.variable) else {
      report(BindingMessages.pronounWithoutNoun(word.text, at: range))
      return TypedTerm(term: .value(.text("")), type: nil, name: word.text)
    }
    let noun = RelationNounSyntax(isDirect: true, words: [word], repetition: nil, range: range)
    let step = chainStep(noun, [], from: operand)
    return TypedTerm(
      term: .entity(.variable(step.variable)), type: nil, name: "direct \(word.text)",
      steps: [step], isThing: true)
  }
}

extension TermSyntax {
  /// Where the term stands, as far as it keeps that.
  var range: SourceRange {
    switch self {
    case .number(_, let range), .date(_, let range), .today(let range), .count(_, let range),
      .share(_, let range),
      .aggregate(_, _, _, let range), .daysBetween(_, _, let range), .distance(_, _, let range),
      .negative(_, let range),
      .attribute(_, _, let range), .directEnd(_, let range), .missing(let range):
      range
    case .text(let name): name.range
    case .constant(let word): word.range
    case .possessive(let reference): reference.range
    case .arithmetic(let first, let rest):
      rest.reduce(first.range) { $0.union($1.factor.range) }
    }
  }
}
