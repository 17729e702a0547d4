// SPDX-License-Identifier: Apache-2.0

/// What all parts of one run share: the graph, the day, what has been found
/// out about links and definitions.
final class Execution {
  let graph: Graph
  let plan: QueryPlan
  /// The as-of day.
  let today: Day
  let parameters: [String: Value]
  /// Names that stand in the place of those of the query.
  let givenNames: [GivenName]
  let budget: Budget
  let cache: ExecutionCache

  /// The views that follow from definitions; the cache has the others.
  private var views: [ExecutionCache.ViewKey: LinkView] = [:]
  /// What the names of the query mean.
  private var queryThings: [Entity] = []
  /// What the names of definitions mean.
  private var definitionThings: [BoundName: Entity] = [:]
  /// Rows as bits of parts that only this run has.
  private var matrices: [MatrixKey: RowMatrix] = [:]
  /// The parts those are of: kept, so that their identity stays theirs.
  private var parts: [LinkPart] = []
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

  init(
    graph: Graph,
    plan: QueryPlan,
    today: Day,
    parameters: [String: Value],
    givenNames: [GivenName] = [],
    cache: ExecutionCache,
    budget: Budget
  ) {
    self.graph = graph
    self.plan = plan
    self.today = today
    self.parameters = parameters
    self.givenNames = givenNames
    self.cache = cache
    self.budget = budget
  }

  /// Makes the same run as of another day, with nothing found out about it.
  init(_ other: Execution, on day: Day) {
    graph = other.graph
    plan = other.plan
    today = day
    parameters = other.parameters
    givenNames = other.givenNames
    budget = other.budget
    cache = ExecutionCache()
    queryThings = other.queryThings
    definitionThings = other.definitionThings
  }

  // MARK: Names

  /// Finds the things that all names of the plan mean.
  ///
  /// - Throws: All names that find no thing, or several.
  func resolveNames() throws(Stop) {
    var problems: [Diagnostic] = []
    let lookup = NameLookup(graph: graph, parameters: parameters)
    func thing(_ name: BoundName, as text: String? = nil) -> Entity {
      switch lookup.resolve(name, as: text) {
      case .thing(let entity): return entity
      case .problem(let problem):
        if !problems.contains(problem) { problems.append(problem) }
        return Frame.nothing
      }
    }
    queryThings.reserveCapacity(plan.unit.names.count)
    for (index, name) in plan.unit.names.enumerated() {
      let given = givenNames.first { $0.index == index }
      queryThings.append(thing(name, as: given?.text))
    }
    if !plan.definitions.isEmpty {
      for (_, definition) in plan.definitions.sorted(by: { $0.key < $1.key }) {
        for name in definition.unit.names where definitionThings[name] == nil {
          definitionThings[name] = thing(name)
        }
      }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// The things that the names of the query, or of one of its definitions, mean.
  func things(of unit: PlanUnit) -> [Entity] {
    // A definition may have the name that stands in the query where another is given.
    if unit === plan.unit || givenNames.isEmpty && unit.names == plan.unit.names {
      return queryThings
    }
    return unit.names.map { definitionThings[$0] ?? Frame.nothing }
  }

  // MARK: Links

  /// The pairs that links of any of some relations join at a time.
  func view(_ relations: [RelationReference], at time: ResolvedTime) throws(Stop) -> LinkView {
    let key = ExecutionCache.ViewKey(relations: relations, time: time)
    let isStored = relations.allSatisfy { if case .stored = $0 { true } else { false } }
    if let view = isStored ? cache.view(key) : views[key] { return view }
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
    let view = try LinkViewBuilder.view(parts, in: graph, isKept: isStored, budget)
    if isStored {
      cache.store(view, key)
    } else if isFinal {
      views[key] = view
    }
    return view
  }

  private func part(_ table: LinkTable, at time: ResolvedTime) throws(Stop) -> LinkPart {
    let dating = graph.schema[table.relation].dating
    // Where all links hold, one day is like another.
    let isAll = LinkViewBuilder.holdsEverywhere(table, dating: dating, at: time)
    let time = isAll ? ResolvedTime.always : time
    if let part = cache.part(of: table, at: time) { return part }
    let part = try LinkViewBuilder.part(table, dating: dating, at: time, in: graph, budget)
    cache.store(part, of: table, at: time)
    return part
  }

  /// The rows of a part as bits, made once and kept, if that is worth while.
  func matrix(of part: LinkPart, isForward: Bool) throws(Stop) -> RowMatrix? {
    let key = MatrixKey(part: ObjectIdentifier(part), isForward: isForward)
    if let matrix = matrices[key] { return matrix }
    if part.isKept, let matrix = cache.matrix(of: part, isForward: isForward) { return matrix }
    let adjacency = part.adjacency(isForward: isForward)
    let columns = graph.capacity(of: part.target(isForward: isForward))
    guard let size = RowMatrix.size(of: adjacency, columns: columns) else { return nil }
    try budget.keep(bytes: size)
    try budget.spend(part.count)
    let matrix = RowMatrix(adjacency, columns: columns)
    if part.isKept {
      cache.store(matrix, of: part, isForward: isForward)
    } else {
      parts.append(part)
      matrices[key] = matrix
    }
    return matrix
  }
}
