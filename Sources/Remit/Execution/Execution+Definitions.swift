// SPDX-License-Identifier: Apache-2.0

/// A definition read at a time.
struct DefinitionKey: Hashable {
  let definition: DefinitionID
  let time: ResolvedTime
}

/// What a definition holds of.
enum Extent {
  /// Things, for one parameter.
  case set(EntitySet)
  /// Pairs, for two.
  case view(LinkView)

  func isSame(as other: Extent) -> Bool {
    switch (self, other) {
    case (.set(let lhs), .set(let rhs)): lhs == rhs
    case (.view(let lhs), .view(let rhs)): lhs.hasSamePairs(as: rhs)
    default: false
    }
  }
}

extension Execution {
  /// The things a definition of one parameter holds of, read at a time.
  func set(of id: DefinitionID, at time: ResolvedTime) throws(Stop) -> EntitySet {
    let key = DefinitionKey(definition: id, time: time)
    if let set = definitionSets[key] { return set }
    guard let definition = plan.definitions[id] else { return EntitySet() }
    if isOpen(id) {
      if case .set(let set) = approximation(key, definition) { return set }
      return EntitySet()
    }
    if definition.isCacheable, let set = cache.set(cacheKey(key)) {
      definitionSets[key] = set
      return set
    }
    try solve(definition, at: time)
    return definitionSets[key] ?? EntitySet()
  }

  /// The pairs a definition of two parameters holds of, read at a time.
  func view(of id: DefinitionID, at time: ResolvedTime) throws(Stop) -> LinkView {
    let key = DefinitionKey(definition: id, time: time)
    if let view = definitionViews[key] { return view }
    guard let definition = plan.definitions[id] else { return LinkView(parts: []) }
    if isOpen(id) {
      if case .view(let view) = approximation(key, definition) { return view }
      return LinkView(parts: [])
    }
    if definition.isCacheable, let view = cache.view(cacheKey(key)) {
      definitionViews[key] = view
      return view
    }
    try solve(definition, at: time)
    return definitionViews[key] ?? LinkView(parts: [])
  }

  /// Whether a definition is being computed, so that what is known of it now
  /// is not all.
  func isOpen(_ id: DefinitionID) -> Bool {
    guard !openGroups.isEmpty, let definition = plan.definitions[id] else { return false }
    return openGroups.contains(definition.group)
  }

  private func cacheKey(_ key: DefinitionKey) -> ExecutionCache.DefinitionKey {
    ExecutionCache.DefinitionKey(
      definition: key.definition,
      time: key.time,
      today: today.number
    )
  }

  /// What a definition of an open group is taken to hold of; nothing when it
  /// is first met.
  private func approximation(_ key: DefinitionKey, _ definition: DefinitionPlan) -> Extent {
    if let known = approximations[key] { return known }
    let nothing: Extent =
      definition.parameterKinds.count == 1 ? .set(EntitySet()) : .view(LinkView(parts: []))
    approximations[key] = nothing
    openKeys.append(key)
    return nothing
  }

  // MARK: Solving

  /// Computes a definition, together with those that it uses and, if it is
  /// recursive, with those that use it.
  private func solve(_ definition: DefinitionPlan, at time: ResolvedTime) throws(Stop) {
    let key = DefinitionKey(definition: definition.definition, time: time)
    guard definition.isRecursive else {
      let executor = Executor(self, definition.unit, at: time)
      return finish(key, try executor.extent(of: definition), definition)
    }
    let outerKeys = openKeys
    openKeys = []
    openGroups.insert(definition.group)
    defer {
      openGroups.remove(definition.group)
      openKeys = outerKeys
    }
    let members = definition.group.compactMap { plan.definitions[$0] }
    if members.count == 1, let set = try spread(definition, at: time) {
      finish(key, .set(set), definition)
    } else if members.allSatisfy(\.isLinear) {
      try solveByDifferences(members, at: time)
    } else {
      try solveByRepetition(definition, at: time)
    }
  }

  private func finish(_ key: DefinitionKey, _ result: Extent, _ definition: DefinitionPlan) {
    switch result {
    case .set(let set):
      definitionSets[key] = set
      if definition.isCacheable { cache.store(set, cacheKey(key)) }
    case .view(let view):
      definitionViews[key] = view
      if definition.isCacheable { cache.store(view, cacheKey(key)) }
    }
  }

  /// Evaluates the definitions of a group again and again, each with all that
  /// is known of the others, until nothing is new.
  ///
  /// A definition of the group that is met read at another time joins in.
  private func solveByRepetition(
    _ definition: DefinitionPlan,
    at time: ResolvedTime
  ) throws(Stop) {
    _ = approximation(DefinitionKey(definition: definition.definition, time: time), definition)
    var changes = true
    while changes {
      changes = false
      var place = 0
      while place < openKeys.count {
        let key = openKeys[place]
        place += 1
        guard let member = plan.definitions[key.definition] else { continue }
        let next = try Executor(self, member.unit, at: key.time).extent(of: member)
        if let before = approximations[key], before.isSame(as: next) { continue }
        approximations[key] = next
        changes = true
      }
    }
    for key in openKeys {
      guard let result = approximations.removeValue(forKey: key),
        let member = plan.definitions[key.definition]
      else { continue }
      finish(key, result, member)
    }
  }

  /// Evaluates the definitions of a group with only what the last round found
  /// (semi-naive evaluation), for each uses the group once in any alternative.
  private func solveByDifferences(
    _ members: [DefinitionPlan],
    at time: ResolvedTime
  ) throws(Stop) {
    var known = members.map { member in
      GrowingExtent(isSet: member.parameterKinds.count == 1)
    }
    let keys = members.map { DefinitionKey(definition: $0.definition, time: time) }
    for (key, extent) in zip(keys, known) { approximations[key] = extent.nothing }
    defer { for key in keys { approximations[key] = nil } }
    var isFirst = true
    var changes = true
    while changes {
      changes = false
      var news: [Extent] = []
      for (place, member) in members.enumerated() {
        let executor = Executor(self, member.unit, at: time)
        executor.differenceGroup = isFirst ? [] : Set(member.group)
        let new = try known[place].add(executor, member)
        if !new.isEmpty { changes = true }
        news.append(new)
      }
      for (key, new) in zip(keys, news) { approximations[key] = new }
      isFirst = false
    }
    for (place, member) in members.enumerated() {
      finish(keys[place], known[place].all(in: graph), member)
    }
  }
}

extension Extent {
  var isEmpty: Bool {
    switch self {
    case .set(let set): set.isEmpty
    case .view(let view): view.count == 0
    }
  }
}

/// What has been found so far of a definition, to tell what is new.
private struct GrowingExtent {
  private var set = EntitySet()
  private var pairs = PairSet()
  private let isSet: Bool

  init(isSet: Bool) { self.isSet = isSet }

  var nothing: Extent { isSet ? .set(EntitySet()) : .view(LinkView(parts: [])) }

  /// Adds what a round finds and returns what of it is new.
  mutating func add(_ executor: Executor, _ definition: DefinitionPlan) throws(Stop) -> Extent {
    if isSet {
      let new = try executor.set(definition.unit.root).subtracting(set)
      set.formUnion(new)
      return .set(new)
    }
    let cells = try executor.pairCells(definition.unit.root)
    var new = PairSet()
    for place in stride(from: 0, to: cells.count - 1, by: 2) {
      try executor.budget.spend()
      if pairs.insert(cells[place], cells[place + 1]) {
        try executor.budget.keep(bytes: 32)
        new.append(cells[place], cells[place + 1])
      }
    }
    return .view(new.view(in: executor.graph))
  }

  func all(in graph: Graph) -> Extent { isSet ? .set(set) : .view(pairs.view(in: graph)) }
}
