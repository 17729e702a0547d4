// SPDX-License-Identifier: Apache-2.0

/// Draws what a question asks for: the things of its rows, and all that its
/// conditions and columns tie them to.
struct QuestionDrawing {
  let query: BoundQuery
  let walk: TieWalk
  let scope: Prover.Scope
  /// The first cell of each row of a measure of which only some groups are shown.
  var shownGroups: Set<Value?>?

  init(_ query: BoundQuery, _ prover: Prover, _ drawn: DrawnGraph, today: Day) {
    self.query = query
    walk = TieWalk(prover, drawn)
    scope = prover.scope(nil, at: .on(today.number))
  }

  private var drawn: DrawnGraph { walk.drawn }

  /// The conditions and terms that a drawing looks at, as conditions.
  static func parts(of query: BoundQuery) -> [BoundCondition] {
    var parts = [query.condition]
    switch query.shape {
    case .rows(let columns, sort: _, limit: _), .top(let columns, sort: _, keys: _, count: _):
      parts += columns.map { .known($0.term) }
    case .measure(let measure, keys: let keys, sort: _, limit: _):
      if case .aggregate(_, let term, title: _) = measure { parts.append(.known(term)) }
      if case .share(let condition, title: _) = measure { parts.append(condition) }
      for key in keys {
        switch key {
        case .term(let term, title: _): parts.append(.known(term))
        case .things(_, groups: let groups, member: let member, title: _):
          parts += [groups, member]
        }
      }
    case .periods(let periods):
      parts.append(periods.when)
      parts += periods.columns.map { .known($0.term) }
    }
    return parts
  }

  /// Draws the rows.
  mutating func draw(_ rows: OrderedRows) throws(Stop) {
    for row in 0..<rows.count {
      var things: TieWalk.Things = [:]
      for (variable, column) in zip(rows.variables, rows.columns) {
        let thing = column[row]
        guard thing != Frame.nothing else { continue }
        things[variable.index] = thing
      }
      try draw(things, rows.variables)
    }
  }

  private mutating func draw(
    _ things: TieWalk.Things, _ variables: [Variable]
  ) throws(Stop) {
    var isCounted = false
    if case .measure(_, keys: let keys, sort: _, limit: _) = query.shape {
      guard try isShown(things, keys) else { return }
      // The groups are the answer, before what falls into them.
      for case .things(let variable, _, member: let member, title: _) in keys {
        isCounted = true
        for group in try walk.found(variable, member, things, in: scope) where isShown(group) {
          drawn.add(answer: group)
        }
      }
    }
    for variable in variables {
      guard let thing = things[variable.index] else { continue }
      if isCounted { drawn.add(thing) } else { drawn.add(answer: thing) }
    }
    try walk.collect(query.condition, things, in: scope)
    switch query.shape {
    case .rows(let columns, sort: _, limit: _), .top(let columns, sort: _, keys: _, count: _):
      for column in columns { try walk.collect(column.term, things, in: scope) }
    case .measure(let measure, keys: let keys, sort: _, limit: _):
      if case .aggregate(_, let term, title: _) = measure {
        try walk.collect(term, things, in: scope)
      }
      if case .share(let condition, title: _) = measure, try scope.holds(condition, things) {
        try walk.collect(condition, things, in: scope)
      }
      for key in keys { try draw(key, things) }
    case .periods(let periods):
      let span = BoundTime.within(first: periods.first, last: periods.last)
      try walk.collect(periods.when, during: span, things, in: scope)
      for column in periods.columns { try walk.collect(column.term, things, in: scope) }
    }
  }

  // MARK: Groups

  private func draw(_ key: BoundKey, _ things: TieWalk.Things) throws(Stop) {
    switch key {
    case .term(let term, title: _): try walk.collect(term, things, in: scope)
    case .things(let variable, groups: _, member: let member, title: _):
      for group in try walk.found(variable, member, things, in: scope) where isShown(group) {
        var inner = things
        inner[variable.index] = group
        try walk.collect(member, inner, in: scope)
      }
    }
  }

  private func isShown(_ group: Entity) -> Bool {
    shownGroups?.contains(.text(drawn.graph.label(of: group))) ?? true
  }

  /// Whether a thing falls into a group that is shown.
  private func isShown(_ things: TieWalk.Things, _ keys: [BoundKey]) throws(Stop) -> Bool {
    guard shownGroups != nil,
      case .things(let variable, _, member: let member, title: _)? = keys.first
    else { return true }
    return try walk.found(variable, member, things, in: scope).contains { isShown($0) }
  }
}
