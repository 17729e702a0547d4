// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The order in which definitions can be computed.
///
/// Definitions that use one another form a group, computed together from
/// nothing upwards. That has a meaning only if none uses another of its group
/// in a place where more of the one makes less of the other: below a negation,
/// in a count that is bounded above, among what `every` asks for, in a term.
struct Stratification: Sendable {
  /// The groups, those first that use no later one.
  let groups: [[DefinitionID]]
  /// The place of each definition's group in ``groups``.
  private let places: [Int]
  /// Whether the definitions of each group use one another or themselves.
  private let recursive: [Bool]

  /// The group of a definition.
  func group(of id: DefinitionID) -> Int { places[id.index] }

  /// Whether a definition uses itself, at once or through others.
  func isRecursive(_ id: DefinitionID) -> Bool { recursive[places[id.index]] }

  /// Returns a cycle through a negation, first definition not repeated, or `nil`.
  ///
  /// The definitions are all there are, by number.
  static func check(_ definitions: [Definition]) -> [DefinitionID]? {
    let uses = definitions.map(Uses.init)
    let order = Stratification(uses)
    for definition in definitions {
      let id = definition.id
      for other in uses[id.index].negative where order.group(of: other) == order.group(of: id) {
        return path(from: other, to: id, uses).map { [id] + $0.dropLast() } ?? [id]
      }
    }
    return nil
  }

  init(_ definitions: [Definition]) { self.init(definitions.map(Uses.init)) }

  /// Groups the definitions: strongly connected components by Tarjan's
  /// algorithm, with a stack of its own.
  private init(_ uses: [Uses]) {
    var index = [Int](repeating: -1, count: uses.count)
    var low = index
    var places = index
    var onStack = [Bool](repeating: false, count: uses.count)
    var stack: [Int] = []
    var groups: [[DefinitionID]] = []
    var next = 0
    let targets = uses.map { $0.all.map(\.index).filter { $0 < uses.count }.sorted() }
    for root in uses.indices where index[root] < 0 {
      var calls: [(node: Int, place: Int)] = [(root, 0)]
      while let (node, place) = calls.popLast() {
        if place == 0 {
          index[node] = next
          low[node] = next
          next += 1
          stack.append(node)
          onStack[node] = true
        } else {
          low[node] = min(low[node], low[targets[node][place - 1]])
        }
        var place = place
        var descends = false
        while place < targets[node].count {
          let target = targets[node][place]
          place += 1
          if index[target] < 0 {
            calls.append((node, place))
            calls.append((target, 0))
            descends = true
            break
          }
          if onStack[target] { low[node] = min(low[node], index[target]) }
        }
        guard !descends, low[node] == index[node] else { continue }
        var group: [DefinitionID] = []
        while let member = stack.popLast() {
          onStack[member] = false
          places[member] = groups.count
          group.append(DefinitionID(member))
          if member == node { break }
        }
        groups.append(group.sorted())
      }
    }
    self.groups = groups
    self.places = places
    self.recursive = groups.map { group in
      group.count > 1 || group.contains { uses[$0.index].all.contains($0) }
    }
  }

  /// The shortest way from one definition to another along uses.
  private static func path(
    from start: DefinitionID,
    to goal: DefinitionID,
    _ uses: [Uses]
  ) -> [DefinitionID]? {
    var previous: [DefinitionID: DefinitionID] = [start: start]
    var queue = [start]
    var place = 0
    while place < queue.count {
      let node = queue[place]
      place += 1
      if node == goal {
        var path = [node]
        while let last = path.last, let before = previous[last], before != last {
          path.append(before)
        }
        return path.reversed()
      }
      for other in uses[node.index].all.sorted() where previous[other] == nil {
        previous[other] = node
        queue.append(other)
      }
    }
    return nil
  }
}

/// The definitions one definition uses, by the sign of the place.
private struct Uses {
  /// All of them.
  var all: Set<DefinitionID> = []
  /// Those used where more of them can make less of it.
  var negative: Set<DefinitionID> = []

  init(_ definition: Definition) {
    add(definition.body, positive: true, negative: false)
    if let undetermined = definition.undetermined {
      add(undetermined, positive: false, negative: true)
    }
  }

  private mutating func add(_ id: DefinitionID, negative: Bool) {
    all.insert(id)
    if negative { self.negative.insert(id) }
  }

  /// Adds what a condition uses; both signs are set where the place has no sign.
  private mutating func add(_ condition: BoundCondition, positive: Bool, negative: Bool) {
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { add(part, positive: positive, negative: negative) }
    case .not(let part): add(part, positive: negative, negative: positive)
    case .isOf, .same: break
    case .compare(let lhs, _, let rhs):
      add(lhs)
      add(rhs)
    case .known(let term): add(term)
    case .link(let link, _, _):
      for case .defined(let id) in link.relations { add(id, negative: negative) }
      for term in link.time.terms { add(term) }
    case .definition(let id, _): add(id, negative: negative)
    case .quantified(let quantifier, _, let among, let holds):
      let same = (positive, negative)
      let opposite = (negative, positive)
      let both = (true, true)
      let signs: (among: (Bool, Bool), holds: (Bool, Bool)) =
        switch quantifier {
        case .some: (same, same)
        case .no: (opposite, opposite)
        case .every: (opposite, same)
        case .only: (both, same)
        case .count(.greater, _), .count(.greaterOrEqual, _): (same, same)
        case .count(.less, _), .count(.lessOrEqual, _): (opposite, opposite)
        case .count: (both, both)
        }
      add(among, positive: signs.among.0, negative: signs.among.1)
      add(holds, positive: signs.holds.0, negative: signs.holds.1)
    case .during(let time, let inner):
      // What a word means on a day cannot rest on what it means on others.
      for term in time.terms { add(term) }
      add(inner, positive: true, negative: true)
    }
  }

  /// Adds what a term uses: a number has no sign.
  private mutating func add(_ term: BoundTerm) {
    switch term {
    case .value, .parameter, .today, .calendar, .attribute, .entity: break
    case .walk(_, from: _, to: _, let hops):
      for hop in hops {
        for case .defined(let id) in hop.link.relations { add(id, negative: true) }
      }
    case .count(_, let condition): add(condition, positive: true, negative: true)
    case .aggregate(_, let value, _, let condition), .list(let value, _, let condition):
      add(value)
      add(condition, positive: true, negative: true)
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      add(lhs)
      add(rhs)
    }
  }
}

/// The order of the definitions of a model, found when it is first asked for: every
/// plan asks for it, and it takes a look at all of them.
final class KeptStratification: Sendable {
  private let found = Mutex<Stratification?>(nil)

  /// The order of definitions, which are the same in every call.
  func order(of definitions: [Definition]) -> Stratification {
    found.withLock { found in
      if let found { return found }
      let order = Stratification(definitions)
      found = order
      return order
    }
  }
}
