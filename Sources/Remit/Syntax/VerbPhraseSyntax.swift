// SPDX-License-Identifier: Apache-2.0

/// Verbs with their objects, joined by `and` or `or`.
struct VerbPhraseSyntax: Hashable, Sendable {
  var conjunction: Conjunction
  var terms: [VerbTermSyntax]
  var range: SourceRange
}

/// `not`, `has`, `does not`
struct AuxiliarySyntax: Hashable, Sendable {
  var isNegated: Bool
  /// `has owned`: at some time up to the day.
  var isPerfect: Bool
  /// `did not own`
  var isPast: Bool
  /// `does not own`, `has owned`: the form beside a singular subject.
  var isSingular = false
  var range: SourceRange
}

/// `is`, `were`, `has not been`
struct BeSyntax: Hashable, Sendable {
  /// The form of `be`, or of `have` before `been`.
  var word: Keyword
  /// Whether it is `has not been`, which turns round all that follows.
  var isNegated = false

  /// Whether it is `has been`.
  var isPerfect: Bool { [.has, .have, .had].contains(word) }
  /// At some time up to the day.
  var isPast: Bool { isPerfect || word == .was || word == .were }

  /// The form as it is written.
  var text: String { word.text + (isNegated ? " not" : "") + (isPerfect ? " been" : "") }
}

/// One verb phrase without `and`.
indirect enum VerbTermSyntax: Hashable, Sendable {
  /// `own a control`, `implement and audit a control`
  case verb(VerbClauseSyntax)
  /// `is active and owned by Ann`
  case be(form: BeSyntax, Conjunction, [PredicateSyntax], SourceRange)
  /// `has no owner`, `do not have an owner`
  case have(
    HavingSyntax, isNegated: Bool, form: Keyword, times: [WhenSyntax], SourceRange)
  /// What is not there: the error has been reported.
  case missing
}

/// A verb, or several that share their objects.
struct VerbClauseSyntax: Hashable, Sendable {
  /// A verb's number, for agreement.
  enum Number: Hashable, Sendable { case singular, plural, either }

  /// One verb form.
  struct Verb: Hashable, Sendable {
    var word: WordSyntax
    var number: Number
    var isPast: Bool
    var repetition: RepetitionSyntax?
  }

  var auxiliary: AuxiliarySyntax?
  var isDirect: Bool
  var verbs: [Verb]
  var conjunction: Conjunction
  /// `nil`: anything at all.
  var objects: ObjectsSyntax?
  var times: [WhenSyntax]
  var range: SourceRange
}

/// What follows a form of `be`.
struct PredicateSyntax: Hashable, Sendable {
  /// The predicate without its `not`.
  enum Body: Hashable, Sendable {
    case adjective(WordSyntax, slot: NounPhraseSyntax?, times: [WhenSyntax])
    case passive(PassiveSyntax)
    case otherThan(NounPhraseSyntax)
    /// `is Ann`, `is a person`, `is one of (…)`
    case noun(NounPhraseSyntax)
  }

  var isNegated: Bool
  /// Other words for the same.
  enum Wording: String, Hashable, Sendable {
    case oneOf = "one of"
    case sameAs = "the same as"
    case otherThan = "other than"
    case differentFrom = "different from"
  }

  /// The words before the noun, if there are any.
  var wording: Wording?
  var body: Body
}

/// Propositions joined by `, and` or `, or`.
struct PropositionsSyntax: Hashable, Sendable {
  var conjunction: Conjunction
  var parts: [PropositionSyntax]
  var range: SourceRange
}

/// Something that is true or false.
indirect enum PropositionSyntax: Hashable, Sendable {
  /// `there is a control with no owner`
  case exists(PhraseSyntax)
  /// `p's end date is before today`
  case comparison(TermSyntax, ComparisonSyntax)
  /// `every control has an owner`
  case statement(NounPhraseSyntax, VerbPhraseSyntax)
}

/// `is not before today`, `at least confidential`
struct ComparisonSyntax: Hashable, Sendable {
  /// The comparison without its `not`.
  indirect enum Body: Hashable, Sendable {
    case compare(Comparison, ValueSyntax)
    case oneOf([ValueSyntax])
    case text(Comparison, NameSyntax)
    case when(WhenSyntax)
    case known
    case unknown
  }

  /// The comparisons by sign.
  enum Comparison: String, Hashable, Sendable {
    case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<="
    case greater = ">", greaterOrEqual = ">="
    case containsText = "contains text", startsWith = "starts with", endsWith = "ends with"
  }

  var isNegated: Bool
  var body: Body
  var range: SourceRange
}

/// A value beside an attribute, before it is known which attribute's.
indirect enum ValueSyntax: Hashable, Sendable {
  /// An enumeration's or level's value.
  case word(WordSyntax)
  case period(PeriodSyntax, SourceRange)
  case term(TermSyntax)
}

/// A day: a term, moved by a duration if asked.
struct DateSyntax: Hashable, Sendable {
  var base: TermSyntax
  var shift: Shift?
  var range: SourceRange

  /// `plus 7 days`, `minus its notice period`
  struct Shift: Hashable, Sendable {
    /// By how much.
    enum Amount: Hashable, Sendable {
      case period(PeriodSyntax)
      case term(TermSyntax)
    }

    var later: Bool
    var amount: Amount
  }
}

/// When a dated verb has to hold, or where a date has to lie.
struct WhenSyntax: Hashable, Sendable {
  /// The span.
  enum Body: Hashable, Sendable {
    case before(DateSyntax), after(DateSyntax), on(DateSyntax)
    case onOrBefore(DateSyntax), onOrAfter(DateSyntax)
    case since(DateSyntax), until(DateSyntax)
    case between(DateSyntax, DateSyntax)
    case inYear(Int), inMonth(Month)
    /// The year or the month that a parameter or a word of `let` stands for.
    case inNamed(CountSyntax)
    case inLast(PeriodSyntax), inNext(PeriodSyntax)
    /// `this year`
    case calendar(CalendarSpan)
    case moreThanAgo(PeriodSyntax), lessThanAgo(PeriodSyntax)
  }

  var body: Body
  var range: SourceRange
}

/// A term: something with a value.
indirect enum TermSyntax: Hashable, Sendable {
  case number(Double, SourceRange)
  case text(NameSyntax)
  case date(Day, SourceRange)
  case today(SourceRange)
  /// A word that `let` gave a value.
  case constant(WordSyntax)
  /// `number of controls owned by p`
  case count(NounPhraseSyntax, SourceRange)
  /// `share of controls with no owner`
  case share(NounPhraseSyntax, SourceRange)
  /// `highest level of its certificates`
  case aggregate(AggregateSyntax, TermSyntax, NounPhraseSyntax, SourceRange)
  case daysBetween(DateSyntax, DateSyntax, SourceRange)
  /// `distance from Ann to it via reports to`; `highest` over all of them.
  case distance(AggregateSyntax?, WalkSyntax, SourceRange)
  case arithmetic(TermSyntax, [Operation])
  case negative(TermSyntax, SourceRange)
  /// `p's owner's email`, `its status`, `p`
  case possessive(ReferenceSyntax)
  /// `status`, `the owner of c`: of the head of the row when nothing is said.
  case attribute(WordSyntax, of: NounPhraseSyntax?, SourceRange)
  /// `direct owner`, in a column: what is written, of the head of the row.
  case directEnd(WordSyntax, SourceRange)
  /// What is not there: the error has been reported.
  case missing(SourceRange)

  /// Whether it is one short term that no comparison can be read into.
  var isPlain: Bool {
    switch self {
    case .number, .date, .today, .constant, .possessive, .attribute(_, of: nil, _): true
    default: false
    }
  }

  /// Whether words behind it could be read as a part of it.
  var isOpenEnded: Bool {
    func isOpen(_ noun: NounPhraseSyntax) -> Bool {
      if case .relation(_, of: .some) = noun.head { return true }
      return !noun.posts.isEmpty
    }
    return switch self {
    case .daysBetween, .distance: true
    case .count(let noun, _), .share(let noun, _), .aggregate(_, _, let noun, _),
      .attribute(_, of: let noun?, _):
      isOpen(noun)
    case .negative(let operand, _): operand.isOpenEnded
    default: false
    }
  }

  /// `+ factor`
  struct Operation: Hashable, Sendable {
    var sign: String
    var factor: TermSyntax
  }
}
