// SPDX-License-Identifier: Apache-2.0

/// A declared word as it stands in a statement.
struct WordSyntax: Hashable, Sendable {
  /// The form that was written: `people`, `owned by`.
  var text: String
  /// The word it is a form of: `person`, `owns`.
  var base: String
  var range: SourceRange
}

/// A name or quoted text: `Bob`, `A.5.3`, `"Head of IT"`, `$department`.
struct NameSyntax: Hashable, Sendable {
  var text: String
  /// The kind before it that narrows what it may be: `role CISO`.
  var kind: WordSyntax?
  var isParameter = false
  var isQuoted = false
  var range: SourceRange
}

/// A variable: `p`, `c2`.
struct VariableSyntax: Hashable, Sendable {
  var text: String
  var range: SourceRange
}

/// A whole number, or what stands for one.
enum CountSyntax: Hashable, Sendable {
  case number(Int)
  /// `$n`
  case parameter(NameSyntax)
  /// A word that `let` gave a value.
  case constant(WordSyntax)
}

/// `30 days`, `$n weeks`
enum PeriodSyntax: Hashable, Sendable {
  case fixed(Period)
  case counted(CountSyntax, Period.Unit)
}

/// How the parts of a list are joined.
enum Conjunction: String, Hashable, Sendable { case and, or }

/// One statement.
enum StatementSyntax: Hashable, Sendable {
  case version(Int, SourceRange)
  case use(NameSyntax)
  case load(LoadSyntax)
  case kind(KindSyntax)
  case relation(RelationSyntax)
  case event(EventSyntax)
  case define(DefineSyntax)
  case fact(FactSyntax)
  case question(QuestionSyntax)
  case param(ParamSyntax)
  case `let`(LetSyntax)
  case forEach(ForEachSyntax)
  case choice(IfSyntax)
  case print(PrintSyntax)
  case export(ExportSyntax)
  /// `save "register.remit"`
  case save(NameSyntax)
  case check(CheckSyntax)
  case exception(ExceptionSyntax)
  case named(NamedQuestionSyntax)
  case expect(ExpectSyntax)
}

/// `as of DATE: set | measure | who … tail`
struct QuestionSyntax: Hashable, Sendable {
  /// What is said before the question, from left to right.
  var contexts: [ContextSyntax] = []
  /// Whether what entered and left is asked for: `changes in …`.
  var isChanges = false
  var subject: Subject
  var columns: [ColumnSyntax] = []
  var sort: [SortSyntax] = []
  var first: CountSyntax?
  /// Where the subject stands, without context and tail.
  var subjectRange: SourceRange
  var range: SourceRange

  /// Where `across` stands first, if the answer is to be a matrix.
  var across: SourceRange? {
    if strayAcross != nil { return nil }
    if case .measure(let measure) = subject { return measure.keys.lazy.compactMap(\.across).first }
    return columns.lazy.compactMap(\.across).first
  }

  /// Where `across` stands in a question whose answer cannot be a matrix.
  var strayAcross: SourceRange? {
    let inColumns = columns.lazy.compactMap(\.across).first
    return switch subject {
    case .set, .who, .which(_, _, counts: false): nil
    case .measure: inColumns
    case .top(let top): top.keys.lazy.compactMap(\.across).first ?? inColumns
    case .path, .why, .distance, .periods, .which: inColumns
    }
  }

  /// Whether it asks for an explanation.
  var isWhy: Bool { if case .why = subject { true } else { false } }

  /// Whether it asks why a sentence holds, which is about no set of things.
  var isWhyOfSentence: Bool {
    guard case .why(let why) = subject, case .propositions = why.subject else { return false }
    return true
  }

  /// Whether it is asked of another graph or compares two answers; `as of`
  /// alone only asks about another day.
  var needsWorld: Bool {
    isChanges
      || contexts.contains { context in
        if case .asOf = context { false } else { true }
      }
  }

  /// What is asked for.
  enum Subject: Hashable, Sendable {
    /// `controls with no owner`
    case set(SetSyntax)
    /// `number of controls per status`
    case measure(MeasureSyntax)
    /// `top 5 risks by residual level`
    case top(TopSyntax)
    /// `path from Ann to AS004 via owns or depends on`
    case path(WalkSyntax, SourceRange)
    /// `why A.5.3 in controls with no owner`
    case why(WhySyntax)
    /// `highest distance from AS001 to an asset via depends on`
    case distance(AggregateSyntax?, WalkSyntax, SourceRange)
    /// `periods in 2025 per role when it had no holder`
    case periods(PeriodsSyntax, SourceRange)
    /// `who owns A.5.3`: the head is a variable over everything.
    case who(VerbPhraseSyntax, SourceRange)
    /// `which controls have no owner`; `how many` counts them.
    case which(NounPhraseSyntax, VerbPhraseSyntax?, counts: Bool)
  }
}

/// What a question takes for granted: another day, or facts.
enum ContextSyntax: Hashable, Sendable {
  /// `as of 2025-06-30:`
  case asOf(DateSyntax, SourceRange)
  /// `since 2025-06-30:`, the day changes are counted from.
  case since(DateSyntax, SourceRange)
  /// `suppose Bob leaves, and Carol owns A.5.3:`
  case suppose([FactSyntax], SourceRange)
}

/// `phrase plus phrase except phrase`, read from left to right.
struct SetSyntax: Hashable, Sendable {
  /// How a phrase changes the set made so far.
  enum Operation: String, Hashable, Sendable { case plus, except }

  var first: PhraseSyntax
  var rest: [Part] = []

  /// One more phrase.
  struct Part: Hashable, Sendable {
    var operation: Operation
    var phrase: PhraseSyntax
  }

  var range: SourceRange { rest.reduce(first.range) { $0.union($1.phrase.range) } }
}

/// `why not A.5.3 in controls with no owner`
struct WhySyntax: Hashable, Sendable {
  /// What is to be explained.
  enum Subject: Hashable, Sendable {
    /// That a thing is in a set.
    case member(ThingSyntax, SetSyntax)
    case propositions(PropositionsSyntax)
  }

  /// Whether it asks why something is not so.
  var isNegated: Bool
  var subject: Subject
}

/// `top 5 risks by residual level per owner`
struct TopSyntax: Hashable, Sendable {
  /// Whether the greatest come first; else the least.
  var isTop: Bool
  var count: CountSyntax
  var phrase: PhraseSyntax
  var term: TermSyntax
  var keys: [KeySyntax]
}

/// `in 2025 per role when it had no holder`
struct PeriodsSyntax: Hashable, Sendable {
  var span: WhenSyntax
  /// The things of which each has its own periods; none for one sentence.
  var noun: NounPhraseSyntax?
  /// What has to hold on a day.
  var propositions: PropositionsSyntax
}

/// A column that periods have of themselves.
enum PeriodColumn: String, Hashable, Sendable, CaseIterable { case from, until, days }

/// `from Ann to AS004 via owns or depends on`
struct WalkSyntax: Hashable, Sendable {
  var from: NounPhraseSyntax
  var to: NounPhraseSyntax
  var links: [LinkSyntax]
}

/// A verb as a way to go: forwards, and backwards if it is passive.
struct LinkSyntax: Hashable, Sendable {
  var word: WordSyntax
  var isDirect: Bool
  var isPassive: Bool
}

/// `number of open risks per owner`
struct MeasureSyntax: Hashable, Sendable {
  /// Whether it asks which part of the noun the rest of the phrase leaves.
  var isShare = false
  /// `nil` counts; else what is made of which term.
  var aggregate: (function: AggregateSyntax, term: TermSyntax)? {
    get { function.flatMap { function in term.map { (function, $0) } } }
    set {
      function = newValue?.function
      term = newValue?.term
    }
  }
  private var function: AggregateSyntax?
  private var term: TermSyntax?
  var set: SetSyntax
  var keys: [KeySyntax]

  init(
    aggregate: (function: AggregateSyntax, term: TermSyntax)?,
    isShare: Bool = false,
    set: SetSyntax,
    keys: [KeySyntax]
  ) {
    self.isShare = isShare
    self.set = set
    self.keys = keys
    self.function = aggregate?.function
    self.term = aggregate?.term
  }
}

/// `total`, `average`, …
enum AggregateSyntax: String, Hashable, Sendable, CaseIterable {
  case total, average, median, lowest, highest, earliest, latest

  /// The word for it.
  var keyword: Keyword {
    switch self {
    case .total: .total
    case .average: .average
    case .median: .median
    case .lowest: .lowest
    case .highest: .highest
    case .earliest: .earliest
    case .latest: .latest
    }
  }
}

/// `owner`, `direct owner`, `owner's department`
struct KeySyntax: Hashable, Sendable {
  /// Whether the first step is the link as written.
  var isDirect = false
  var steps: [WordSyntax]
  /// Where `across` stands, which lets its values head columns of a matrix.
  var across: SourceRange?
  /// The heading of the column.
  var title: String {
    (isDirect ? "direct " : "")
      + steps.map { $0.text.isEmpty ? "…" : $0.text }.joined(separator: "'s ")
  }
  var range: SourceRange { steps.dropFirst().reduce(steps[0].range) { $0.union($1.range) } }
}

/// `p's name as "Holder"`
struct ColumnSyntax: Hashable, Sendable {
  var term: TermSyntax
  var title: String?
  /// Where `across` stands, which lets its values head columns of a matrix.
  var across: SourceRange?
}

/// `criticality descending`; without a term it sorts by the measured number.
struct SortSyntax: Hashable, Sendable {
  var term: TermSyntax?
  /// The column of periods that is sorted by.
  var column: PeriodColumn?
  /// Where the word of a column or of the number is written.
  var wordRange = SourceRange(0, 0)
  var descending: Bool
}

/// `load people from "people.csv" with name from "Full name"`
struct LoadSyntax: Hashable, Sendable {
  /// What a column fills.
  enum Target: Hashable, Sendable {
    case word(WordSyntax)
    case since, until, on
  }

  /// One `X from "Column"`.
  struct Mapping: Hashable, Sendable {
    var target: Target
    /// `from the day after "Column"`: the file has the last day.
    var isDayAfter = false
    var column: NameSyntax
    /// `from each heading`: what is filled is what the columns of a matrix are called.
    var isEachHeading = false
    /// `"First name" and "Last name"`: what follows the first in one name.
    var further: [NameSyntax] = []
    /// `by email`: the attribute of the named things that the cells hold.
    var property: WordSyntax?
    /// `as "DD.MM.YYYY"`
    var form: NameSyntax?
    /// `as "critical" for "high" or "5"`: what cells stand for.
    var readings: [Reading] = []
    /// `separated by ","`
    var separator: NameSyntax?

    /// Whether the cells of the column are taken as they stand.
    var isPlain: Bool {
      further.isEmpty && form == nil && !isDayAfter && readings.isEmpty && separator == nil
    }

    /// What each text of the readings, in small letters, is in the words of the model.
    var values: [String: String] {
      var values: [String: String] = [:]
      for reading in readings {
        for text in reading.texts { values[text.text.lowercased()] = reading.value.text }
      }
      return values
    }
  }

  /// What some texts of a file are in the words of the model.
  struct Reading: Hashable, Sendable {
    var value: NameSyntax
    var texts: [NameSyntax]
  }

  /// `owns where "A"`: what a mark in a cell of a matrix says.
  struct Marked: Hashable, Sendable {
    var verb: WordSyntax
    var texts: [NameSyntax]
  }

  /// What the columns of a matrix are called together.
  static let headings = "each heading"

  var what: WordSyntax
  /// Whether `what` is a kind; else it is a relation's verb or link phrase.
  var isKind: Bool
  /// What the marks of a matrix say; none where each row is a link.
  var marked: [Marked] = []
  var file: NameSyntax
  /// The sheet of a workbook, or the list of a file that has several.
  var sheet: NameSyntax?
  /// How the letters of the file are written: `in "windows-1252"`.
  var encoding: NameSyntax?
  var mappings: [Mapping]
  /// Columns that are not loaded: `without "Owner"`.
  var unwanted: [NameSyntax] = []
  /// Texts that stand for nothing: `leaving out "TBD"`.
  var omitted: [NameSyntax] = []
  /// The same texts in small letters.
  var omittedTexts: Set<String> { Set(omitted.map { $0.text.lowercased() }) }
  /// `each once`: rows with the same name are one thing.
  var once: SourceRange?
}

/// Raw words of a declaration, not looked up in the vocabulary.
struct RawWords: Hashable, Sendable {
  var text: String
  var range: SourceRange
}

/// `name, title: text, key`
struct AttributeSyntax: Hashable, Sendable {
  /// A declared type; a kind makes a relation of a record.
  enum TypeSyntax: Hashable, Sendable {
    case value(ValueType)
    case kinds([WordSyntax])
  }

  var names: [RawWords]
  var type: TypeSyntax
  var isKey: Bool
}

/// `kind person (people)` with its attributes.
struct KindSyntax: Hashable, Sendable {
  var name: RawWords
  var plural: RawWords?
  var attributes: [AttributeSyntax]
}

/// `relation person holds role as holder / role, dated`
struct RelationSyntax: Hashable, Sendable {
  /// A noun for an end.
  struct End: Hashable, Sendable {
    var noun: RawWords
    var plural: RawWords?
  }

  /// What follows a comma.
  enum Option: Hashable, Sendable {
    case dated(onDay: Bool)
    case symmetric(SourceRange)
    /// `recorded as assignment of assignee / subject`
    case recorded(RawWords, plural: RawWords?, ends: [End?])
    /// `until as expiry date`: what the record's first day or end is called.
    case dateName(isEnd: Bool, RawWords)
    case cardinality(QuantitySyntax, RawWords)
    /// Plural, singular, past, passive, in this order; fewer may be given.
    case forms([NameSyntax])
    case passive(NameSyntax)
  }

  var left: [WordSyntax]
  /// Whether it is a link phrase: `asset is part of asset`.
  var isLink: Bool
  var name: RawWords
  var right: [WordSyntax]
  var leftEnd: End?
  var rightEnd: End?
  var options: [Option]
  var attributes: [AttributeSyntax]
  var range: SourceRange
}

/// `define …`
struct DefineSyntax: Hashable, Sendable {
  /// `for a control c`, `of a control c`
  struct Slot: Hashable, Sendable {
    var preposition: Keyword
    var noun: NounPhraseSyntax
  }

  /// What is defined.
  enum Head: Hashable, Sendable {
    case noun(NameSyntax, PhraseSyntax)
    case adjective(NounPhraseSyntax, RawWords, slot: Slot?)
    /// `a person p owns an asset x`; without the second noun, `a person leaves`.
    case verb(NounPhraseSyntax, RawWords, NounPhraseSyntax?)
  }

  var head: Head
  /// The conditions after `if`; empty for a noun.
  var body: PropositionsSyntax?
  var undetermined: PropositionsSyntax?
  var range: SourceRange
}

/// `event a person leaves: end the person's links`
struct EventSyntax: Hashable, Sendable {
  /// Whom it happens to.
  var subject: NounPhraseSyntax
  var word: RawWords
  var effects: [EffectSyntax]
  var range: SourceRange
}

/// What happens in an event.
enum EffectSyntax: Hashable, Sendable {
  /// `end the person's links`, `end its appointments`: the links with these records.
  case endLinks(of: ThingSyntax, records: WordSyntax?, SourceRange)
  case fact(FactSyntax)
}

/// A statement that changes the graph.
enum FactSyntax: Hashable, Sendable {
  /// `add person Ann`; with `isUnknown` one that is named and not defined
  case add(
    kind: WordSyntax, name: NameSyntax?, isUnknown: Bool, settings: [SettingSyntax], SourceRange)
  case remove(ThingSyntax, SourceRange)
  case set(WordSyntax, of: ThingSyntax, to: ValueSyntax, SourceRange)
  case link(LinkFactSyntax)
  /// `Bob leaves`
  case event(ThingSyntax, WordSyntax, SourceRange)
}

/// What a fact is about.
enum ThingSyntax: Hashable, Sendable {
  /// `Bob`, `role CISO`, `requirement 5.3`
  case name(NameSyntax)
  /// `p`: a letter given a thing outside the fact.
  case variable(VariableSyntax)
  /// `it`, `the person`: whom an event or a block is about.
  case subject(String, SourceRange)
  /// `every control owned by Bob`: each of them.
  case every(NounPhraseSyntax, SourceRange)

  var range: SourceRange {
    switch self {
    case .name(let name): name.kind.map { $0.range.union(name.range) } ?? name.range
    case .variable(let variable): variable.range
    case .subject(_, let range), .every(_, let range): range
    }
  }

  /// Whether each thing of a set is meant.
  var isSet: Bool {
    if case .every = self { true } else { false }
  }
}

/// `status planned`
struct SettingSyntax: Hashable, Sendable {
  var word: WordSyntax
  var value: ValueSyntax
  /// Whether it was written as its word alone: `with critical`.
  var isFlag = false
}

/// `Bob no longer owns A.5.2`
struct LinkFactSyntax: Hashable, Sendable {
  var subject: ThingSyntax
  var ends: Bool
  var verb: WordSyntax
  /// Whether `verb` is a link phrase after a form of `be`.
  var isLink = false
  var objects: [ThingSyntax]
  var times: [WhenSyntax]
  var settings: [SettingSyntax]
  var range: SourceRange
}
