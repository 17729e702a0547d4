// SPDX-License-Identifier: Apache-2.0

extension BoundQuery {
  /// The attributes the answer depends on or shows, also through definitions.
  func attributesRead(definitions: [Definition]) -> Set<AttributeID> {
    var all: Set<AttributeID> = []
    look(
      by: DefinitionWalk(definitions) { term in
        if case .attribute(let ids, _) = term { all.formUnion(ids) }
      })
    return all
  }

  /// Looks at all conditions and terms that the answer depends on or shows.
  func look(by walk: DefinitionWalk) {
    walk.look(at: condition)
    switch shape {
    case .rows(let columns, let sort, _), .top(let columns, let sort, _, _):
      for column in columns { walk.look(at: column.term) }
      for term in sort.compactMap(\.term) { walk.look(at: term) }
    case .measure(let measure, let keys, _, _):
      if case .share(let condition, _) = measure { walk.look(at: condition) }
      if case .aggregate(_, let term, _) = measure { walk.look(at: term) }
      for key in keys {
        switch key {
        case .term(let term, _): walk.look(at: term)
        case .things(_, _, let member, _): walk.look(at: member)
        }
      }
    case .periods(let periods): walk.look(at: periods.when)
    }
  }
}

extension Schema {
  /// Whether an attribute has no past: as of another day it is read as it is now.
  ///
  /// Dates are not among these, for they say themselves when they hold; nor are
  /// the names of things, nor the values of links, which end with the link.
  func isTimeless(_ id: AttributeID) -> Bool {
    let attribute = self[id]
    guard [.stored, .host].contains(attribute.source), !self[attribute.kind].isRecord else {
      return false
    }
    guard ![.date, .duration].contains(attribute.type), !attribute.isKey else { return false }
    return !namingAttributes(of: attribute.kind).contains(id)
  }
}
