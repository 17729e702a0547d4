// SPDX-License-Identifier: Apache-2.0

/// What all parts of one run share: the graph, the day, what has been found
/// out about links and definitions.
final class Execution {
  let graph: Graph
  let plan: QueryPlan
  /// The as-of day.
  let today: Day
  let parameters: [String: Value]
  let budget: Budget
  let cache: ExecutionCache

  private var views: [ViewKey: LinkView] = [:]
  private var definitionViews: [DefinitionKey: LinkView] = [:]
  private var definitionSets: [DefinitionKey: EntitySet] = [:]
  private var resolvedNames: [BoundName: Entity] = [:]
  /// The groups of definitions that are being computed from nothing upwards.
  private var openGroups: Set<[DefinitionID]> = []
  /// How far each definition of an open group has come; never complete.
  private var approximations: [DefinitionKey: Approximation] = [:]
  /// The definitions of open groups in the order in which they were met.
  private var openKeys: [DefinitionKey] = []

  private struct ViewKey: Hashable {
    let relations: [RelationReference]
    let time: ResolvedTime
  }

  private struct DefinitionKey: Hashable {
    let definition: DefinitionID
    let time: ResolvedTime
  }

  private enum Approximation {
    case set(EntitySet)
    case view(LinkView)
  }

  init(
    graph: Graph,
    plan: QueryPlan,
    today: Day,
    parameters: [String: Value],
    cache: ExecutionCache,
    budget: Budget
  ) {
    self.graph = graph
    self.plan = plan
    self.today = today
    self.parameters = parameters
    self.cache = cache
    self.budget = budget
  }

  // MARK: Names

  /// Finds the things that all names of the plan mean.
  ///
  /// - Throws: All names that find no thing, or several.
  func resolveNames() throws(Stop) {
    var problems: [Diagnostic] = []
    let units = [plan.unit] + plan.definitions.sorted { $0.key < $1.key }.map(\.value.unit)
    for unit in units {
      for name in unit.names where resolvedNames[name] == nil {
        switch NameLookup(graph: graph, parameters: parameters).resolve(name) {
        case .success(let entity): resolvedNames[name] = entity
        case .failure(let problem): if !problems.contains(problem) { problems.append(problem) }
        }
      }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  func things(_ names: [BoundName]) -> [Entity] {
    names.map { resolvedNames[$0] ?? Frame.nothing }
  }

  // MARK: Links

  /// The pairs that links of any of some relations join at a time.
  func view(_ relations: [RelationReference], at time: ResolvedTime) throws(Stop) -> LinkView {
    let key = ViewKey(relations: relations, time: time)
    if let view = views[key] { return view }
    var parts: [LinkPart] = []
    var isFinal = true
    for relation in relations {
      switch relation {
      case .stored(let id):
        for table in graph.linkTables(of: id) where table.count > 0 {
          parts.append(try part(table, at: time))
        }
      case .defined(let id):
        if isOpen(id) { isFinal = false }
        parts += try view(of: id, at: time).parts
      }
    }
    let view = try LinkViewBuilder.view(parts, in: graph, budget)
    if isFinal { views[key] = view }
    return view
  }

  private func part(_ table: LinkTable, at time: ResolvedTime) throws(Stop) -> LinkPart {
    if let part = cache.part(of: table, at: time) { return part }
    let dating = graph.schema[table.relation].dating
    let part = try LinkViewBuilder.part(table, dating: dating, at: time, in: graph, budget)
    cache.store(part, of: table, at: time)
    return part
  }

  // MARK: Definitions

  /// The things a definition of one parameter holds of, read at a time.
  func set(of id: DefinitionID, at time: ResolvedTime) throws(Stop) -> EntitySet {
    let key = DefinitionKey(definition: id, time: time)
    if let set = definitionSets[key] { return set }
    if isOpen(id) {
      if case .set(let set)? = approximation(key, orElse: .set(EntitySet())) { return set }
      return EntitySet()
    }
    guard let definition = plan.definitions[id] else { return EntitySet() }
    let shared = ExecutionCache.DefinitionKey(definition: id, time: time, today: today.number)
    if definition.isCacheable, let set = cache.set(shared) {
      definitionSets[key] = set
      return set
    }
    try solve(definition, at: time)
    let set = definitionSets[key] ?? EntitySet()
    return set
  }

  /// The pairs a definition of two parameters holds of, read at a time.
  func view(of id: DefinitionID, at time: ResolvedTime) throws(Stop) -> LinkView {
    let key = DefinitionKey(definition: id, time: time)
    if let view = definitionViews[key] { return view }
    let nothing = LinkView(parts: [])
    if isOpen(id) {
      if case .view(let view)? = approximation(key, orElse: .view(nothing)) { return view }
      return nothing
    }
    guard let definition = plan.definitions[id] else { return nothing }
    let shared = ExecutionCache.DefinitionKey(definition: id, time: time, today: today.number)
    if definition.isCacheable, let view = cache.view(shared) {
      definitionViews[key] = view
      return view
    }
    try solve(definition, at: time)
    return definitionViews[key] ?? nothing
  }

  /// Whether a definition is being computed, so that what is known of it now
  /// is not all.
  func isOpen(_ id: DefinitionID) -> Bool {
    guard !openGroups.isEmpty, let definition = plan.definitions[id] else { return false }
    return openGroups.contains(definition.group)
  }

  private func approximation(
    _ key: DefinitionKey,
    orElse start: Approximation
  ) -> Approximation? {
    if let known = approximations[key] { return known }
    approximations[key] = start
    openKeys.append(key)
    return start
  }

  /// Computes a definition, together with those that use it and that it uses.
  private func solve(_ definition: DefinitionPlan, at time: ResolvedTime) throws(Stop) {
    let key = DefinitionKey(definition: definition.definition, time: time)
    guard definition.isRecursive else {
      return finish(key, try evaluate(definition, at: time), definition)
    }
    // A group met at another time while it is open joins the same iteration.
    let outerKeys = openKeys
    openKeys = []
    openGroups.insert(definition.group)
    defer {
      openGroups.remove(definition.group)
      openKeys = outerKeys
    }
    let isSet = definition.parameterKinds.count == 1
    _ = approximation(key, orElse: isSet ? .set(EntitySet()) : .view(LinkView(parts: [])))
    var changes = true
    while changes {
      changes = false
      var place = 0
      while place < openKeys.count {
        let key = openKeys[place]
        place += 1
        guard let member = plan.definitions[key.definition] else { continue }
        let next = try evaluate(member, at: key.time)
        if let before = approximations[key], isSame(before, next) { continue }
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

  private func finish(_ key: DefinitionKey, _ result: Approximation, _ definition: DefinitionPlan) {
    let shared = ExecutionCache.DefinitionKey(
      definition: key.definition,
      time: key.time,
      today: today.number
    )
    switch result {
    case .set(let set):
      definitionSets[key] = set
      if definition.isCacheable { cache.store(set, shared) }
    case .view(let view):
      definitionViews[key] = view
      if definition.isCacheable { cache.store(view, shared) }
    }
  }

  private func isSame(_ lhs: Approximation, _ rhs: Approximation) -> Bool {
    switch (lhs, rhs) {
    case (.set(let lhs), .set(let rhs)): lhs == rhs
    case (.view(let lhs), .view(let rhs)): lhs.hasSamePairs(as: rhs)
    default: false
    }
  }

  private func evaluate(
    _ definition: DefinitionPlan,
    at time: ResolvedTime
  ) throws(Stop) -> Approximation {
    let executor = Executor(self, definition.unit, at: time)
    guard definition.parameterKinds.count == 2 else {
      return .set(try executor.set(definition.unit.root))
    }
    return .view(try executor.pairs(definition.unit.root))
  }
}
