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
  private var resolvedNames: [BoundName: Entity] = [:]
  /// Rows as bits of parts that only this run has.
  private var matrices: [MatrixKey: RowMatrix] = [:]
  /// The parts those are of: kept, so that their identity stays theirs.
  private var parts: [LinkPart] = []
  /// The parts that the cache keeps.
  private var cachedParts: Set<ObjectIdentifier> = []
  /// What definitions of one parameter hold of.
  var definitionSets: [DefinitionKey: EntitySet] = [:]
  /// What definitions of two parameters hold of.
  var definitionViews: [DefinitionKey: LinkView] = [:]
  /// The groups of definitions that are being computed from nothing upwards.
  var openGroups: Set<[DefinitionID]> = []
  /// What a definition of an open group is taken to hold of; never complete.
  var approximations: [DefinitionKey: Extent] = [:]
  /// The definitions of the innermost open group in the order in which they
  /// were met.
  var openKeys: [DefinitionKey] = []

  private struct MatrixKey: Hashable {
    let part: ObjectIdentifier
    let isForward: Bool
  }

  private struct ViewKey: Hashable {
    let relations: [RelationReference]
    let time: ResolvedTime
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

  /// Makes the same run as of another day, with nothing found out about it.
  init(_ other: Execution, on day: Day) {
    graph = other.graph
    plan = other.plan
    today = day
    parameters = other.parameters
    budget = other.budget
    cache = ExecutionCache()
    resolvedNames = other.resolvedNames
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
        case .thing(let entity): resolvedNames[name] = entity
        case .problem(let problem): if !problems.contains(problem) { problems.append(problem) }
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
    let dating = graph.schema[table.relation].dating
    // Where all links hold, one day is like another.
    let isAll = LinkViewBuilder.holdsEverywhere(table, dating: dating, at: time)
    let time = isAll ? ResolvedTime.always : time
    if let part = cache.part(of: table, at: time) {
      cachedParts.insert(ObjectIdentifier(part))
      return part
    }
    let part = try LinkViewBuilder.part(table, dating: dating, at: time, in: graph, budget)
    cache.store(part, of: table, at: time)
    cachedParts.insert(ObjectIdentifier(part))
    return part
  }

  /// The rows of a part as bits, made once and kept, if that is worth while.
  func matrix(of part: LinkPart, isForward: Bool) throws(Stop) -> RowMatrix? {
    let key = MatrixKey(part: ObjectIdentifier(part), isForward: isForward)
    if let matrix = matrices[key] { return matrix }
    let isCached = cachedParts.contains(key.part)
    if isCached, let matrix = cache.matrix(of: part, isForward: isForward) { return matrix }
    let adjacency = part.adjacency(isForward: isForward)
    let columns = graph.capacity(of: part.target(isForward: isForward))
    guard let size = RowMatrix.size(of: adjacency, columns: columns) else { return nil }
    try budget.keep(bytes: size)
    try budget.spend(part.count)
    let matrix = RowMatrix(adjacency, columns: columns)
    if isCached {
      cache.store(matrix, of: part, isForward: isForward)
    } else {
      parts.append(part)
      matrices[key] = matrix
    }
    return matrix
  }
}
