// SPDX-License-Identifier: Apache-2.0

/// Whether the answer of a query can be another on another day, over the same
/// data: through dated links or through `today`, also inside definitions.
struct DayDependence {
  private let definitions: [Definition]
  private let schema: Schema
  private(set) var isFound = false
  private var seen: Set<DefinitionID> = []

  init(of query: BoundQuery, definitions: [Definition], schema: Schema) {
    self.definitions = definitions
    self.schema = schema
    look(at: query.condition)
    switch query.shape {
    case .rows(let columns, _, _), .top(let columns, _, _, _):
      for column in columns { look(at: column.term) }
    case .measure(let measure, let keys, _, _):
      if case .share(let condition, _) = measure { look(at: condition) }
      if case .aggregate(_, let term, _) = measure { look(at: term) }
      for key in keys {
        switch key {
        case .term(let term, _): look(at: term)
        case .things(_, groups: let groups, member: let member, _):
          look(at: groups)
          look(at: member)
        }
      }
    case .periods: isFound = true
    }
  }

  private mutating func look(at condition: BoundCondition) {
    switch condition {
    case .link(let link, _, _): look(at: link)
    case .definition(let id, _): look(at: id)
    case .during: isFound = true
    default: break
    }
    guard !isFound else { return }
    var inner = self
    condition.forEachPart(condition: { inner.look(at: $0) }, term: { inner.look(at: $0) })
    self = inner
  }

  private mutating func look(at term: BoundTerm) {
    switch term {
    case .today, .calendar: isFound = true
    case .walk(_, from: _, to: _, let hops): for hop in hops { look(at: hop.link) }
    default: break
    }
    guard !isFound else { return }
    var inner = self
    term.forEachPart(condition: { inner.look(at: $0) }, term: { inner.look(at: $0) })
    self = inner
  }

  private mutating func look(at link: BoundLink) {
    for relation in link.relations {
      switch relation {
      case .stored(let id):
        if schema[id].origin == .stored, schema[id].dating != .undated, link.time != .always {
          isFound = true
        }
      case .defined(let id): look(at: id)
      }
    }
  }

  private mutating func look(at id: DefinitionID) {
    guard id.index < definitions.count, seen.insert(id).inserted else { return }
    look(at: definitions[id.index].body)
  }
}
