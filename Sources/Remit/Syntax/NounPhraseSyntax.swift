// SPDX-License-Identifier: Apache-2.0

/// `np { "," [ "and" | "or" ] post } [ "where" props ]`: the comma goes back to
/// the head noun of the whole phrase (reading rule 1c).
struct PhraseSyntax: Hashable, Sendable {
  var noun: NounPhraseSyntax
  /// The modifiers after commas, which belong to `noun`.
  var commaPosts: [CommaPost] = []
  var condition: PropositionsSyntax?
  var range: SourceRange

  /// `, and owned by Ann`
  struct CommaPost: Hashable, Sendable {
    var conjunction: Conjunction
    var post: PostSyntax
    /// Where the comma stands.
    var comma: SourceRange
  }
}

/// `at least 2`
struct QuantitySyntax: Hashable, Sendable {
  /// The comparison in words.
  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = "at least"
    case atMost = "at most"
    case exactly
    case moreThan = "more than"
    case fewerThan = "fewer than"
  }

  var comparison: Comparison
  var number: CountSyntax
  var range: SourceRange
}

/// `a`, `no`, `every`, `at least 2`
enum DeterminerSyntax: Hashable, Sendable {
  /// `a`, `an`, `some`
  case indefinite
  case the
  case no
  /// `every`, `each`, `all`
  case every
  case only
  case quantity(QuantitySyntax)
}

/// `not critical or secret`
struct AdjectiveSyntax: Hashable, Sendable {
  var isNegated: Bool
  /// Joined by `or`; `current` is the word of the language.
  var words: [WordSyntax]
  var range: SourceRange
}

/// A noun with what stands before and behind it.
struct NounPhraseSyntax: Hashable, Sendable {
  /// The noun itself.
  indirect enum Head: Hashable, Sendable {
    /// `people or roles`
    case kinds([WordSyntax])
    /// `owner`, `direct owner of A.5.3`
    case relation(RelationNounSyntax, of: NounPhraseSyntax?)
    /// `someone`, `everything`
    case indefinite(Keyword)
    /// `Ann`, `p`, `Ann's roles`, `(controls plus assets)`
    case reference(ReferenceSyntax)
    /// What is not there: the error has been reported.
    case missing
  }

  var determiner: DeterminerSyntax?
  var determinerRange: SourceRange?
  var isOther = false
  var adjectives: [AdjectiveSyntax] = []
  var head: Head
  /// The letter after the noun: `a person p`.
  var variable: VariableSyntax?
  /// The name after a kind: `role CISO`, `requirement 5.3`.
  var name: NameSyntax?
  var posts: [PostGroupSyntax] = []
  var range: SourceRange
}

/// `direct owner+ p`
struct RelationNounSyntax: Hashable, Sendable {
  var isDirect: Bool
  /// Joined by `or`.
  var words: [WordSyntax]
  var repetition: RepetitionSyntax?
  var range: SourceRange
}

/// `+`, `*`, `within 3 steps`
enum RepetitionSyntax: Hashable, Sendable {
  case oneOrMore
  case zeroOrMore
  case within(CountSyntax)
}

/// Something that is one thing, or a set in parentheses, with steps from it.
struct ReferenceSyntax: Hashable, Sendable {
  /// Where the steps start.
  indirect enum Base: Hashable, Sendable {
    case name(NameSyntax)
    case variable(VariableSyntax)
    /// `it`, `they`, `its`, `their`
    case pronoun(String, SourceRange)
    /// `the person`, before `'s`
    case definite(WordSyntax, SourceRange)
    case group(SetSyntax)
  }

  var base: Base
  /// `'s active owner's department`
  var steps: [StepSyntax]
  var range: SourceRange
}

/// `'s active owner`
enum StepSyntax: Hashable, Sendable {
  case relation([AdjectiveSyntax], RelationNounSyntax)
  case attribute(WordSyntax)
}

/// Modifiers of one class joined by `and` or `or`.
struct PostGroupSyntax: Hashable, Sendable {
  var conjunction: Conjunction
  var posts: [PostSyntax]
  /// Whether it stands between commas, before the verb of a proposition.
  var isBetweenCommas = false
}

/// A modifier behind a noun.
indirect enum PostSyntax: Hashable, Sendable {
  /// `who own a control`
  case clause(VerbPhraseSyntax, relative: Keyword)
  /// `that Ann owns`
  case objectClause(ObjectClauseSyntax, relative: Keyword)
  /// `whose status is planned`
  case whoseAttribute(WordSyntax, ComparisonSyntax, SourceRange)
  /// `whose owner is active`, `whose owner's department is "IT"`
  case whoseRelation(NounPhraseSyntax, WhoseSyntax)
  /// `with no owner`, `without an owner`
  case having(HavingSyntax, isNegated: Bool, SourceRange)
  /// `not owned by Ann`, `owned`
  case passive(PassiveSyntax, isNegated: Bool)
  /// `competent for A.5.3`
  case adjective(
    WordSyntax, slot: NounPhraseSyntax, isNegated: Bool, times: [WhenSyntax])
  /// `named "Ann Lee"`
  case named(NameSyntax)
  /// `other than Ann`
  case otherThan(NounPhraseSyntax, SourceRange)

  /// What joins what after `and` and `or` (reading rule 1b).
  enum Class: Hashable, Sendable { case who, with, passive, adjective, named, otherThan }

  var postClass: Class {
    switch self {
    case .clause, .objectClause, .whoseAttribute, .whoseRelation: .who
    case .having: .with
    case .passive: .passive
    case .adjective: .adjective
    case .named: .named
    case .otherThan: .otherThan
    }
  }
}

/// What is said of the noun behind `whose`, or of what it has.
indirect enum WhoseSyntax: Hashable, Sendable {
  /// `is active`
  case verbs(VerbPhraseSyntax)
  /// `'s department is "IT"`
  case attribute(WordSyntax, ComparisonSyntax)
  /// `'s active manager`, and what is said of that
  case step([AdjectiveSyntax], RelationNounSyntax, WhoseSyntax)
}

/// `Ann does not own` in `controls that Ann does not own`
struct ObjectClauseSyntax: Hashable, Sendable {
  var subject: NounPhraseSyntax
  var auxiliary: AuxiliarySyntax?
  var isDirect: Bool
  var verb: WordSyntax
  /// Whether `verb` stands behind a form of `be`.
  var isLink: Bool
  /// Whether it is an adjective with its preposition: `they are competent for`.
  var isFit = false
  var repetition: RepetitionSyntax?
  var times: [WhenSyntax]
}

/// What `with` and `has` take.
enum HavingSyntax: Hashable, Sendable {
  /// `no classification`, `classification secret`
  case attribute(WordSyntax, isNo: Bool, ComparisonSyntax?)
  /// `no competent owner`
  case relation(NounPhraseSyntax)
  /// `the same department as Ann`, `a different department from Ann`
  case alike(WordSyntax, isSame: Bool, NounPhraseSyntax)
}

/// `directly owned by Ann or Bob since 2024-01-01`
struct PassiveSyntax: Hashable, Sendable {
  var isDirect: Bool
  var word: WordSyntax
  /// Whether it is a link phrase, which reads forwards: `part of`.
  var isLink: Bool
  var repetition: RepetitionSyntax?
  /// `nil` for a participle: by somebody.
  var objects: ObjectsSyntax?
  var times: [WhenSyntax]
  var range: SourceRange
}

/// `A and B`, `only critical controls`
struct ObjectsSyntax: Hashable, Sendable {
  var conjunction: Conjunction
  var nouns: [NounPhraseSyntax]
}
