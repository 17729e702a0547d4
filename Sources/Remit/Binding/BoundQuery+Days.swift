// SPDX-License-Identifier: Apache-2.0

extension BoundQuery {
  /// Whether the answer can be another on another day, over the same data:
  /// through dated links or through `today`, also inside definitions.
  func dependsOnDay(definitions: [Definition], schema: Schema) -> Bool {
    var isFound = false
    func note(_ link: BoundLink) {
      for case .stored(let id) in link.relations
      where schema[id].origin == .stored && schema[id].dating != .undated && link.time != .always {
        isFound = true
      }
    }
    var hops: [Hop] = []
    let walk = DefinitionWalk(
      definitions,
      onCondition: { condition in
        switch condition {
        case .link(let link, _, _): note(link)
        case .during: isFound = true
        default: break
        }
      },
      onTerm: { term in
        switch term {
        case .today, .calendar: isFound = true
        case .walk(_, from: _, to: _, let steps): hops += steps
        default: break
        }
      })
    walk.look(at: condition)
    switch shape {
    case .rows(let columns, _, _), .top(let columns, _, _, _):
      for column in columns { walk.look(at: column.term) }
    case .measure(let measure, let keys, _, _):
      if case .share(let condition, _) = measure { walk.look(at: condition) }
      if case .aggregate(_, let term, _) = measure { walk.look(at: term) }
      for key in keys {
        switch key {
        case .term(let term, _): walk.look(at: term)
        case .things(_, groups: let groups, member: let member, _):
          walk.look(at: groups)
          walk.look(at: member)
        }
      }
    case .periods: return true
    }
    while let hop = hops.popLast() {
      note(hop.link)
      walk.look(at: hop.link)
    }
    return isFound
  }
}
