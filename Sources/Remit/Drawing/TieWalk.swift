// SPDX-License-Identifier: Apache-2.0

/// Finds what ties the things of an answer: walks a condition that holds, and
/// collects every link that makes it hold.
///
/// A proof shows one of several reasons, a drawing all of them: of `people who own
/// a control` each control that a person owns. What is denied ties nothing.
final class TieWalk {
  let prover: Prover
  let drawn: DrawnGraph
  /// The definitions that have been walked, with their things: what is said by
  /// several conditions, or by itself, is walked once.
  private var walked: Set<Goal> = []
  private var searches: [SearchKey: Search] = [:]
  private var depth = 0
  /// The walks as of other days.
  private var others: [Int32: TieWalk] = [:]

  typealias Things = [Int: Entity]

  private struct Goal: Hashable {
    let definition: DefinitionID
    let things: [Entity]
    let time: ResolvedTime
  }

  private struct SearchKey: Hashable {
    let scope: DefinitionID?
    let time: ResolvedTime
    let variable: Variable
    let condition: BoundCondition
    let bound: [Int]
  }

  /// A search for the things of a variable, compiled once.
  private final class Search {
    var found: [Entity] = []
    var test: ListedTest?
  }

  init(_ prover: Prover, _ drawn: DrawnGraph) {
    self.prover = prover
    self.drawn = drawn
  }

  private var graph: Graph { prover.graph }

  // MARK: Conditions

  /// Collects the links that make a condition hold of some things.
  ///
  /// - Parameters:
  ///   - condition: What holds.
  ///   - things: What its free variables stand for.
  ///   - scope: Where it stands.
  /// - Throws: ``Stop``: cancelled, or too costly.
  func collect(
    _ condition: BoundCondition, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) {
    try prover.execution.budget.spend()
    depth += 1
    defer { depth -= 1 }
    guard depth < Prover.mostSteps else {
      throw .limit(.depth, used: depth, allowed: Prover.mostSteps)
    }
    switch condition {
    case .all(let parts):
      for part in parts { try collect(part, things, in: scope) }
    case .any(let parts):
      for part in parts where try scope.holds(part, things) {
        try collect(part, things, in: scope)
      }
    case .not(let inner): try collect(denied: inner, things, in: scope)
    case .isOf, .same: break
    case .compare(let lhs, _, let rhs):
      try collect(lhs, things, in: scope)
      try collect(rhs, things, in: scope)
    case .known(let term): try collect(term, things, in: scope)
    case .link(let link, let from, let to):
      try collect(link, scope.thing(from, things), scope.thing(to, things), things, in: scope)
    case .definition(let id, let operands):
      try collect(id, operands.map { scope.thing($0, things) }, at: scope.executor.time)
    case .quantified(.no, _, _, _): break
    case .quantified(_, let variable, let among, let inside):
      // Of an `every` that holds, all that are asked about fulfil both.
      try collect(each: variable, .conjunction([among, inside]), things, in: scope)
    case .during(let time, let inner): try collect(inner, during: time, things, in: scope)
    }
  }

  /// What is not so can be that there is something after all.
  private func collect(
    denied condition: BoundCondition, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) {
    switch condition {
    case .not(let inner): try collect(inner, things, in: scope)
    case .any(let parts):
      for part in parts { try collect(denied: part, things, in: scope) }
    case .quantified(.no, let variable, let among, let inside):
      try collect(each: variable, .conjunction([among, inside]), things, in: scope)
    case .quantified(.every, let variable, let among, let inside):
      try collect(each: variable, .conjunction([among, .not(inside)]), things, in: scope)
    default: break
    }
  }

  /// Collects what ties each thing for which a condition holds.
  func collect(
    each variable: Variable, _ condition: BoundCondition, _ things: Things,
    in scope: Prover.Scope
  ) throws(Stop) {
    for thing in try found(variable, condition, things, in: scope) {
      var inner = things
      inner[variable.index] = thing
      try collect(condition, inner, in: scope)
    }
  }

  /// The things for which a condition holds, found along its links.
  func found(
    _ variable: Variable, _ condition: BoundCondition, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) -> [Entity] {
    let bound = things.keys.filter { $0 != variable.index }.sorted()
    let key = SearchKey(
      scope: scope.id, time: scope.executor.time, variable: variable, condition: condition,
      bound: bound)
    let search = searches[key] ?? Search()
    if search.test == nil {
      search.test = ListedTest(
        test: try scope.executor.enumeration(
          of: [variable], candidates: [:], [condition], bound: bound.map(Variable.init),
          meeting: .all,
          then: { [unowned search] frame in
            search.found.append(frame.slots[variable.index])
            return false
          }))
      searches[key] = search
    }
    search.found = []
    var frame = scope.frame(things)
    _ = try search.test?.test(&frame)
    return graph.sorted(Array(Set(search.found)))
  }

  private func collect(
    _ id: DefinitionID, _ arguments: [Entity], at time: ResolvedTime
  ) throws(Stop) {
    guard walked.insert(Goal(definition: id, things: arguments, time: time)).inserted else {
      return
    }
    let definition = prover.execution.plan.declared[id.index]
    var own: Things = [:]
    for (parameter, thing) in zip(definition.parameters, arguments) {
      guard definition.variables[parameter.index].kinds.contains(thing.kind) else { return }
      own[parameter.index] = thing
    }
    try collect(definition.meaning, own, in: prover.scope(id, at: time))
  }

  /// Collects what ties things on the days of a span on which a condition holds.
  func collect(
    _ inner: BoundCondition, during time: BoundTime, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) {
    let span = DaySpan(try scope.resolved(time, things))
    guard span.first <= span.last else { return }
    let days = try ChangeDays.find(
      of: inner, in: scope.executor, from: span.first, to: span.last)
    for day in days {
      let walk = others[day] ?? TieWalk(prover.prover(on: day), drawn)
      others[day] = walk
      let there = walk.prover.scope(scope.id, at: .on(day))
      if try there.holds(inner, things) { try walk.collect(inner, things, in: there) }
    }
  }

  // MARK: Links

  private func collect(
    _ link: BoundLink, _ left: Entity, _ right: Entity, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) {
    let time = try scope.resolved(link.time, things)
    guard link.repetition != nil else {
      return try collect(link.relations, left, right, at: time)
    }
    let way = try prover.shortestWay(along: link, left, right, at: time)
    for (one, other) in zip(way, way.dropFirst()) {
      try collect(link.relations, one, other, at: time)
    }
  }

  /// Collects the links on record between two things, and what a verb goes by
  /// that a definition has made.
  func collect(
    _ relations: [RelationReference], _ left: Entity, _ right: Entity, at time: ResolvedTime
  ) throws(Stop) {
    for relation in relations {
      switch relation {
      case .stored(let id): try collect(id, left, right, at: time)
      case .defined(let id):
        if try prover.execution.view(of: id, at: time).contains(left, right) {
          try collect(id, [left, right], at: time)
        }
      }
    }
  }

  private func collect(
    _ id: RelationID, _ left: Entity, _ right: Entity, at time: ResolvedTime
  ) throws(Stop) {
    let dating = graph.schema[id].dating
    for table in graph.linkTables(of: id)
    where table.left == left.kind && table.right == right.kind {
      guard Int(left.node) < table.forward.nodeCount else { continue }
      for place in table.forward.range(of: left.node)
      where table.forward.targets[place] == right.node {
        try prover.execution.budget.spend()
        let from = table.from?[place] ?? .min
        let until = table.until?[place] ?? .max
        guard time.holds(from: from, until: until, dating: dating) else { continue }
        try prover.execution.budget.keep(bytes: DrawnGraph.bytesOfThing)
        drawn.add(
          DrawnGraph.Link(relation: id, left: left, right: right, from: from, until: until))
      }
    }
  }

  // MARK: Terms

  /// Collects what a term looks at: the things it counts, lists or leads over.
  func collect(
    _ term: BoundTerm, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) {
    switch term {
    case .value, .parameter, .today, .calendar: break
    case .attribute(_, let operand), .entity(let operand):
      drawn.add(scope.thing(operand, things))
    case .count(let variable, let condition):
      try collect(each: variable, condition, things, in: scope)
    case .aggregate(_, let value, let variable, let condition),
      .list(let value, let variable, let condition):
      for thing in try found(variable, condition, things, in: scope) {
        var inner = things
        inner[variable.index] = thing
        try collect(condition, inner, in: scope)
        try collect(value, inner, in: scope)
      }
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      try collect(lhs, things, in: scope)
      try collect(rhs, things, in: scope)
    case .walk(_, from: let from, to: let to, let hops):
      try collect(hops, scope.thing(from, things), scope.thing(to, things), things, in: scope)
    }
  }

  /// Collects the shortest way along any of some hops.
  private func collect(
    _ hops: [Hop], _ from: Entity, _ to: Entity, _ things: Things, in scope: Prover.Scope
  ) throws(Stop) {
    var views: [(view: LinkView, isForward: Bool)] = []
    var times: [ResolvedTime] = []
    for hop in hops {
      let time = try scope.resolved(hop.link.time, things)
      times.append(time)
      views.append((try prover.execution.view(hop.link.relations, at: time), hop.isForward))
    }
    let way = try ShortestWays(graph, views, keepsPaths: true, prover.execution.budget)
      .path(from: from, to: to)
    for (one, other) in zip(way, way.dropFirst()) {
      for (hop, time) in zip(hops, times) {
        let (left, right) = hop.isForward ? (one, other) : (other, one)
        try collect(hop.link.relations, left, right, at: time)
      }
    }
  }
}
