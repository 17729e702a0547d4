// SPDX-License-Identifier: Apache-2.0

/// The number of a variable within one bound query or definition.
///
/// It is also the variable's slot in the environment of an evaluation.
struct Variable: Hashable, Sendable {
  let index: Int
  init(_ index: Int) { self.index = index }
}

/// A variable of a bound query: every noun phrase has one, named or not.
struct BoundVariable: Hashable, Sendable {
  /// The letter the user gave it, if any.
  var name: String?
  /// The kinds its things may have, in ascending order; never empty.
  var kinds: [KindID]
}

/// The number of a name in ``BoundQuery/names``.
struct NameID: Hashable, Sendable {
  let index: Int
  init(_ index: Int) { self.index = index }
}

/// A name written in a query, with the kinds its place allows.
///
/// Binding looks at the schema only: which thing is meant is decided when the
/// query meets a graph, before anything else is evaluated.
struct BoundName: Hashable, Sendable {
  /// The name as written, without quotes; or the parameter's name after `$`.
  var text: String
  /// Whether the text is a parameter whose value is the name.
  var isParameter: Bool
  /// The kinds the thing may have.
  var kinds: [KindID]
  /// Where it was written.
  var range: SourceRange
  /// The thing it means, where that is known before any graph is looked at: a
  /// letter from outside the statement.
  var thing: Entity?
  /// In `who is CISO`, the words from `is` on.
  var whoIs: SourceRange?
}

/// What stands at the end of a link: a variable, or a thing named outright.
enum Operand: Hashable, Sendable {
  case variable(Variable)
  case name(NameID)
}

/// The number of a definition in ``Model/definitions``.
struct DefinitionID: Hashable, Comparable, Sendable {
  let index: Int
  init(_ index: Int) { self.index = index }
  static func < (lhs: DefinitionID, rhs: DefinitionID) -> Bool { lhs.index < rhs.index }
}

/// One relation a link may be of.
enum RelationReference: Hashable, Sendable {
  /// Links as written.
  case stored(RelationID)
  /// A verb made by `define`: links as read. It has two parameters.
  case defined(DefinitionID)
}

/// How often a link is followed: `+` is 1 or more, `*` 0 or more.
struct Repetition: Hashable, Sendable {
  /// The least number of steps.
  var least: Int
  /// The greatest number of steps, or `nil` for any.
  var most: Int?
}

/// The days on which a dated link has to hold.
///
/// A link that happened on a day counts as holding on that day alone; a link
/// without a start has always held, one without an end holds for ever.
enum BoundTime: Hashable, Sendable {
  /// On the as-of day; for a relation dated on a day, on or before it.
  case asOf
  /// On some day up to the as-of day: the past forms.
  case past
  /// On some day of a span; both ends included, `nil` is unbounded.
  case within(first: BoundTerm?, last: BoundTerm?)
  /// On every day of a span; both ends included.
  case throughout(first: BoundTerm?, last: BoundTerm?)
  /// On any day at all: for records, which range over all days.
  case always
}

/// A link between two things, as a verb, passive or relation noun says it.
///
/// Direction is in the order of the ends: `from` is the left end of the
/// relation as declared, also where the sentence was passive. A symmetric
/// relation holds both ways.
struct BoundLink: Hashable, Sendable {
  /// The relations it may be of; a link of any of them counts.
  var relations: [RelationReference]
  var repetition: Repetition?
  var time: BoundTime
}

/// One step along a link: the link and the end it starts from.
struct Hop: Hashable, Sendable {
  /// The link that is followed; its time has no free variables.
  var link: BoundLink
  /// Whether the step goes from the left end to the right one.
  var isForward: Bool

  /// The same link followed the other way.
  var reversed: Hop { Hop(link: link, isForward: !isForward) }
}

/// What is asked of the shortest way from one thing to another.
enum Walk: Hashable, Sendable {
  /// How many steps it has.
  case distance
  /// The things on it, in order.
  case path
}

/// How many things a quantified condition asks for.
enum Quantifier: Hashable, Sendable {
  /// At least one among them for which it holds.
  case some
  /// None.
  case no
  /// All of them, be there any or not.
  case every
  /// At least one among them, and all of them.
  case only
  /// A number of them that compares with the given one.
  case count(Comparison, Int)
}

/// A comparison of two values.
enum Comparison: String, Hashable, Sendable {
  case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<="
  case greater = ">", greaterOrEqual = ">="
  case containsText = "contains text", startsWith = "starts with", endsWith = "ends with"
}

/// A condition over variables: first-order logic with counting quantifiers.
///
/// This is what a phrase means. It is true or false: a comparison with a
/// missing value is false, whatever the comparison (language rule 7).
indirect enum BoundCondition: Hashable, Sendable {
  /// All of them hold; `all([])` is always true.
  case all([BoundCondition])
  /// At least one holds; `any([])` is never true.
  case any([BoundCondition])
  /// It does not hold.
  case not(BoundCondition)
  /// The thing is of one of the kinds.
  case isOf(Operand, [KindID])
  /// Both are the same thing.
  case same(Operand, Operand)
  /// The two values compare so, and neither is missing.
  case compare(BoundTerm, Comparison, BoundTerm)
  /// The term has a value.
  case known(BoundTerm)
  /// A link leads from one to the other.
  case link(BoundLink, from: Operand, to: Operand)
  /// A definition holds of its arguments, one for each parameter.
  case definition(DefinitionID, [Operand])
  /// So many things that fulfil `among` also fulfil `holds`.
  case quantified(Quantifier, Variable, among: BoundCondition, holds: BoundCondition)
  /// It holds as of some day, or as of every day of a span with days; `today` in
  /// it is that day. The span is of the day it stands in.
  case during(BoundTime, BoundCondition)

  /// Always true.
  static let always = BoundCondition.all([])
}

/// A term: something with at most one value.
indirect enum BoundTerm: Hashable, Sendable {
  /// A literal.
  case value(Value)
  /// A value given by the host: `$department`.
  case parameter(String, SourceRange)
  /// The as-of day.
  case today
  /// The first or the last day of a week, month, quarter or year, told from the
  /// as-of day.
  case calendar(CalendarSpan, isLast: Bool)
  /// An attribute of a thing: the one of the list that belongs to its kind.
  case attribute([AttributeID], Operand)
  /// The thing itself, shown by its key or name.
  case entity(Operand)
  /// The number of things that fulfil a condition.
  case count(Variable, BoundCondition)
  /// A value made of those of a term over the things that fulfil a condition;
  /// missing when no thing has a value.
  case aggregate(Aggregate, BoundTerm, Variable, BoundCondition)
  /// All values of a term over the things that fulfil a condition, in natural
  /// order without repetition; missing when there is none. Only in columns.
  case list(BoundTerm, Variable, BoundCondition)
  /// Arithmetic on numbers; missing when a side is, or on division by zero.
  case arithmetic(Arithmetic, BoundTerm, BoundTerm)
  /// A day moved by a duration; `later` is false for `minus`.
  case shifted(BoundTerm, by: BoundTerm, later: Bool)
  /// The number of days from one day to another.
  case daysBetween(BoundTerm, BoundTerm)
  /// The shortest way from one thing to another along any of some hops; missing
  /// when none leads there.
  case walk(Walk, from: Operand, to: Operand, [Hop])
}

/// A way to make one value of many.
enum Aggregate: String, Hashable, Sendable, CaseIterable {
  case total, average, median, lowest, highest, earliest, latest
}

/// The four operations on numbers.
enum Arithmetic: String, Hashable, Sendable {
  case add = "+", subtract = "-", multiply = "*", divide = "/"
}
