// SPDX-License-Identifier: Apache-2.0

/// Changes a query so that missing data count as fulfilling what is asked of
/// them: the rows that leave by it were let in by missing data.
///
/// Only what is written in the query itself changes; definitions stay.
struct MissingVariant {
  /// The query with the cause taken away.
  private(set) var query: BoundQuery
  /// The definitions, with one more for a word that can be undetermined.
  private(set) var definitions: [Definition]
  /// Whether the cause occurs only in comparisons with the head's own attribute.
  private(set) var isAboutHead = true
  /// The kinds of the things whose attribute is compared.
  private(set) var kinds: Set<KindID> = []

  private let cause: MissingCause
  private let replacement: DefinitionID

  /// Makes the variant of a query for one of its causes.
  init(_ query: BoundQuery, _ cause: MissingCause, definitions: [Definition]) {
    self.query = query
    self.definitions = definitions
    self.cause = cause
    self.replacement = DefinitionID(definitions.count)
    if case .undetermined(let id) = cause, id.index < definitions.count {
      self.definitions.append(lenient(definitions[id.index]))
    }
    self.query.condition = .conjunction(query.condition.conjuncts.map { changedConjunct($0) })
  }

  /// Changes a part of what is asked of every row.
  ///
  /// Of the rows in question all of a conjunct `every` holds already: what is
  /// left to ask is that there is one.
  private mutating func changedConjunct(_ condition: BoundCondition) -> BoundCondition {
    if case .quantified(.every, let variable, let among, let holds) = condition,
      cause == .vacuous, changed(among) == among, changed(holds) == holds
    {
      return .quantified(.some, variable, among: among, holds: .always)
    }
    return changed(condition)
  }

  /// A word that also holds where the original is undetermined.
  private func lenient(_ original: Definition) -> Definition {
    let arguments = original.parameters.map(Operand.variable)
    return Definition(
      id: replacement,
      name: "\(original.name) or undetermined",
      form: original.form,
      parameters: original.parameters,
      variables: original.variables,
      names: original.names,
      body: .any(
        [.definition(original.id, arguments)] + (original.undetermined.map { [$0] } ?? [])
      ),
      undetermined: nil,
      undeterminedPhrase: nil,
      text: original.text
    )
  }

  private mutating func changed(_ condition: BoundCondition) -> BoundCondition {
    switch (condition, cause) {
    case (.compare(let lhs, let comparison, let rhs), .attribute(let attributes, _)):
      var gaps: [BoundCondition] = []
      for term in lhs.attributeTerms + rhs.attributeTerms {
        guard case .attribute(let list, let operand) = term,
          list.contains(where: attributes.contains)
        else { continue }
        gaps.append(.not(.known(term)))
        switch operand {
        case .variable(let variable): kinds.formUnion(query.variables[variable.index].kinds)
        case .name(let name): kinds.formUnion(query.names[name.index].kinds)
        }
        if operand != .variable(query.head) { isAboutHead = false }
      }
      let inner = BoundCondition.compare(changed(lhs), comparison, changed(rhs))
      return gaps.isEmpty ? inner : .any([inner] + gaps)
    case (.definition(let id, let operands), .undetermined(let other)) where id == other:
      return .definition(replacement, operands)
    case (.link(var link, let from, let to), .undetermined(let id)):
      link.relations = link.relations.map { $0 == .defined(id) ? .defined(replacement) : $0 }
      return .link(link, from: from, to: to)
    case (.definition(let id, let operands), .unsaid(let ids, of: let variable, let beyond))
    where ids.contains(id) && operands.contains(.variable(variable)):
      return .any([condition, .isOf(.variable(variable), beyond)])
    case (.quantified(.every, let variable, let among, let holds), .vacuous):
      return .quantified(.only, variable, among: changed(among), holds: changed(holds))
    default: break
    }
    var copy = self
    let result = condition.mapParts(
      condition: { copy.changed($0) },
      term: { copy.changed($0) }
    )
    self = copy
    return result
  }

  private mutating func changed(_ term: BoundTerm) -> BoundTerm {
    var copy = self
    let result = term.mapParts(condition: { copy.changed($0) }, term: { copy.changed($0) })
    self = copy
    return result
  }
}

extension BoundTerm {
  /// The attributes whose absence makes the term missing, as terms.
  fileprivate var attributeTerms: [BoundTerm] {
    switch self {
    case .attribute: [self]
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.attributeTerms + rhs.attributeTerms
    case .value, .parameter, .today, .calendar, .entity, .count, .aggregate, .list, .walk: []
    }
  }
}
