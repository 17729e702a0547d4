// SPDX-License-Identifier: Apache-2.0

/// A query with every word resolved against the schema: what it means, apart
/// from how it was written and from how it will be run.
struct BoundQuery: Hashable, Sendable {
  /// The variables, by number.
  var variables: [BoundVariable]
  /// The names written in it, by number.
  var names: [BoundName]
  /// The thing asked for; the first variable of every row.
  var head: Variable
  /// Named variables that are part of the row, in order of mention.
  var rowVariables: [Variable]
  /// What has to hold; its free variables are ``head`` and ``rowVariables``.
  var condition: BoundCondition
  /// What is made of the bindings that fulfil the condition.
  var shape: BoundShape
  /// The day set by `as of`, if any: a term without variables.
  var asOf: BoundTerm?
  /// The comparisons and definitions under a negation, written in this query,
  /// through which missing data can let a row in (language rule 7).
  var missing: [MissingCause]
  /// The parameters whose values have become numbers of it.
  var fixedParameters: [String: Value] = [:]
  /// Where the day of ``asOf`` is written.
  var asOfRange = SourceRange(0, 0)
}

/// What a query makes of its bindings.
enum BoundShape: Hashable, Sendable {
  /// Distinct rows of columns. Without columns, the head is shown by its key
  /// and its name or title, with the kind where kinds are mixed.
  case rows([BoundColumn], sort: [BoundSort], limit: Int?)
  /// A number over the distinct heads, one for each group: `number of open
  /// risks per owner`. Rows are the keys and the number.
  case measure(BoundMeasure, keys: [BoundKey], sort: [BoundSort], limit: Int?)
  /// Distinct rows of columns, of which the first are kept among those alike in
  /// the first `keys` columns: `top 3 risks by residual level per owner`.
  case top([BoundColumn], sort: [BoundSort], keys: Int, count: Int)
  /// The spans of days on which something holds: of each head its own, or of
  /// what is about no head.
  case periods(BoundPeriods)
}

/// The longest spans of days, within one, on each day of which a condition
/// holds as of that day: `periods in 2025 per role when it had no holder`.
struct BoundPeriods: Hashable, Sendable {
  /// The first and the last day looked at: terms without variables.
  var first: BoundTerm
  var last: BoundTerm
  /// Whether each head has periods of its own; else the head stands for nothing.
  var isOfThings: Bool
  /// What holds on the days of a period; the head alone can be free in it.
  var when: BoundCondition
  /// What is shown of the head; without columns, its key and name or title.
  var columns: [BoundColumn]
  var sort: [Sort]
  var limit: Int?

  /// A key to sort by.
  struct Sort: Hashable, Sendable {
    var key: Key
    var descending: Bool
  }

  /// What periods are sorted by.
  enum Key: Hashable, Sendable {
    case column(PeriodColumn)
    case term(BoundTerm)
  }
}

/// A column of an answer.
struct BoundColumn: Hashable, Sendable {
  /// The heading.
  var title: String
  var term: BoundTerm
}

/// A key to sort by.
struct BoundSort: Hashable, Sendable {
  /// In a measure: `nil` sorts by the measured number.
  var term: BoundTerm?
  var descending: Bool
}

/// What is computed over the things of a group.
enum BoundMeasure: Hashable, Sendable {
  /// How many there are.
  case count(title: String)
  /// A value made of a term of each.
  case aggregate(Aggregate, BoundTerm, title: String)
  /// How many of a hundred fulfil a condition; missing where there is none.
  case share(BoundCondition, title: String)
}

/// What things are grouped by.
enum BoundKey: Hashable, Sendable {
  /// The value of a term: `per department`; of a list, each of its values: `per
  /// owner's department`. Things without a value form a group of their own,
  /// shown empty.
  case term(BoundTerm, title: String)
  /// The things at the other end of a relation: `per owner`. `groups` tells
  /// which things make a group even when nothing falls in it; `member` links
  /// a group to the head. Both have `variable` free.
  case things(Variable, groups: BoundCondition, member: BoundCondition, title: String)
}

/// A reason why missing data may have let a row into an answer.
enum MissingCause: Hashable, Sendable {
  /// A comparison with an attribute that may have no value.
  case attribute([AttributeID], name: String)
  /// A definition whose `undetermined if` may hold.
  case undetermined(DefinitionID)
  /// Definitions that are said of some of the kinds that a variable ranges over,
  /// and so hold of no thing of the others.
  case unsaid([DefinitionID], of: Variable, beyond: [KindID])
  /// An `every` that may range over nothing.
  case vacuous
}

/// A word made by `define`, with its meaning.
struct Definition: Hashable, Sendable {
  /// What part of speech the word is.
  enum Form: Hashable, Sendable {
    /// `define a control is orphaned if …`: one parameter.
    case adjective
    /// `define a person p is competent for a control c if …`: two parameters,
    /// the second being the slot.
    case relationalAdjective
    /// `define "weak spot" as …`: one parameter.
    case noun
    /// `define a person p owns a control c if …`: two parameters.
    case verb
    /// `define a person leaves if …`: one parameter.
    case action
  }

  let id: DefinitionID
  /// The word in its base form.
  let name: String
  let form: Form
  /// The parameters; they are variables of the body.
  var parameters: [Variable]
  /// The variables of the body, by number.
  var variables: [BoundVariable]
  /// The names written in the body, by number.
  var names: [BoundName]
  /// What has to hold; its free variables are the parameters.
  var body: BoundCondition
  /// When it is neither true nor false: then it counts as false, and the row
  /// as missing data. Its free variables are the parameters.
  var undetermined: BoundCondition?
  /// The phrase after `undetermined if`, to be quoted in a note.
  var undeterminedPhrase: String?
  /// What `they` in that phrase are.
  var undeterminedKinds: [KindID] = []
  /// The text of the definition, for `.schema` and proofs.
  var text: String
  /// What a relational adjective is said with: `for`, `of`.
  var preposition = "for"
  /// Whether it is the set that a `let` has named.
  var isLet = false
  /// How deep it is nested, with the definitions that it uses.
  var depth = 0

  /// Whether it says something of other days than the one it is read on.
  var isAboutOtherDays: Bool {
    body.isAboutOtherDays || undetermined?.isAboutOtherDays ?? false
  }

  /// The definitions its body and its `undetermined` mention.
  var references: Set<DefinitionID> {
    var found: Set<DefinitionID> = []
    body.collectDefinitions(into: &found)
    undetermined?.collectDefinitions(into: &found)
    return found
  }
}

extension BoundCondition {
  /// Adds every definition mentioned, also as a verb and inside terms.
  func collectDefinitions(into found: inout Set<DefinitionID>) {
    switch self {
    case .all(let parts), .any(let parts):
      for part in parts { part.collectDefinitions(into: &found) }
    case .not(let part): part.collectDefinitions(into: &found)
    case .isOf, .same: break
    case .compare(let lhs, _, let rhs):
      lhs.collectDefinitions(into: &found)
      rhs.collectDefinitions(into: &found)
    case .known(let term): term.collectDefinitions(into: &found)
    case .link(let link, _, _): link.collectDefinitions(into: &found)
    case .definition(let id, _): found.insert(id)
    case .quantified(_, _, let among, let holds):
      among.collectDefinitions(into: &found)
      holds.collectDefinitions(into: &found)
    case .during(let time, let inner):
      for term in time.terms { term.collectDefinitions(into: &found) }
      inner.collectDefinitions(into: &found)
    }
  }

  /// Whether anything is said of other days.
  var isAboutOtherDays: Bool {
    if case .during = self { return true }
    return hasPart(condition: \.isAboutOtherDays, term: \.isAboutOtherDays)
  }
}

extension BoundTerm {
  /// Whether anything in it is said of other days.
  fileprivate var isAboutOtherDays: Bool {
    hasPart(condition: \.isAboutOtherDays, term: \.isAboutOtherDays)
  }
}

extension BoundLink {
  /// Adds the verbs it can be and every definition its dates depend on.
  func collectDefinitions(into found: inout Set<DefinitionID>) {
    for case .defined(let id) in relations { found.insert(id) }
    for term in time.terms { term.collectDefinitions(into: &found) }
  }
}

extension BoundTerm {
  /// Adds every definition mentioned in the conditions of the term.
  func collectDefinitions(into found: inout Set<DefinitionID>) {
    switch self {
    case .value, .parameter, .today, .calendar, .attribute, .entity: break
    case .walk(_, from: _, to: _, let hops):
      for hop in hops { hop.link.collectDefinitions(into: &found) }
    case .count(_, let condition): condition.collectDefinitions(into: &found)
    case .aggregate(_, let term, _, let condition), .list(let term, _, let condition):
      term.collectDefinitions(into: &found)
      condition.collectDefinitions(into: &found)
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.collectDefinitions(into: &found)
      rhs.collectDefinitions(into: &found)
    }
  }
}
