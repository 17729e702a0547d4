// SPDX-License-Identifier: Apache-2.0

/// The attributes an answer depends on or shows, also through definitions.
struct AttributesRead {
  private let definitions: [Definition]
  private(set) var all: Set<AttributeID> = []
  private var seen: Set<DefinitionID> = []

  init(by query: BoundQuery, definitions: [Definition]) {
    self.definitions = definitions
    note(query.condition)
    switch query.shape {
    case .rows(let columns, let sort, _), .top(let columns, let sort, _, _):
      for column in columns { note(column.term) }
      for term in sort.compactMap(\.term) { note(term) }
    case .measure(let measure, let keys, _, _):
      if case .share(let condition, _) = measure { note(condition) }
      if case .aggregate(_, let term, _) = measure { note(term) }
      for case .term(let term, _) in keys { note(term) }
    case .periods(let periods): note(periods.when)
    }
  }

  private mutating func note(_ condition: BoundCondition) {
    switch condition {
    case .definition(let id, _): note(id)
    case .link(let link, _, _): for case .defined(let id) in link.relations { note(id) }
    default: break
    }
    var inner = self
    condition.forEachPart(condition: { inner.note($0) }, term: { inner.note($0) })
    self = inner
  }

  private mutating func note(_ term: BoundTerm) {
    if case .attribute(let ids, _) = term { all.formUnion(ids) }
    var inner = self
    term.forEachPart(condition: { inner.note($0) }, term: { inner.note($0) })
    self = inner
  }

  private mutating func note(_ id: DefinitionID) {
    guard id.index < definitions.count, seen.insert(id).inserted else { return }
    note(definitions[id.index].body)
  }
}

extension Schema {
  /// Whether an attribute has no past: as of another day it is read as it is now.
  ///
  /// Dates are not among these, for they say themselves when they hold; nor are
  /// the names of things, nor the values of links, which end with the link.
  func isTimeless(_ id: AttributeID) -> Bool {
    let attribute = self[id]
    guard attribute.source == .stored, !self[attribute.kind].isRecord else { return false }
    guard ![.date, .duration].contains(attribute.type), !attribute.isKey else { return false }
    return !namingAttributes(of: attribute.kind).contains(id)
  }
}
