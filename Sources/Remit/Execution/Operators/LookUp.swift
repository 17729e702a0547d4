// SPDX-License-Identifier: Apache-2.0

/// A question for what the links of one named thing lead to, of which attributes are shown:
/// `owners of A.5.15`.
///
/// It is answered from the links of that thing alone, where the operators of its plan would
/// take longer to set up than to run. TiDB answers such queries with its *PointGet*.
final class LookUp: Sendable {
  /// What a look-up takes from where it is asked.
  struct Asked {
    let graph: Graph
    let today: Day
    let parameters: [String: Value]
    let givenNames: [GivenName]
    let budget: Budget
  }

  /// How many links the thing has at most: what more lead to is better gathered in sets.
  private static let mostLinks = 32

  private let name: BoundName
  private let relations: [RelationID]
  private let time: BoundTime
  /// Whether the links lead from the left to the right.
  private let isForward: Bool
  /// The kind of what is asked for.
  private let kind: KindID
  /// Whether it is shown as what it is; else each row of columns comes once.
  private let showsThings: Bool
  private let attributes: [AttributeID]
  private let headings: [QueryResult.Column]

  /// Makes the look-up that does what a plan does; `nil` if that is more.
  init?(_ plan: QueryPlan, _ schema: Schema) {
    let (query, unit) = (plan.query, plan.unit)
    let kinds = unit.variables[query.head.index].kinds
    guard query.asOf == nil, query.missing.isEmpty, unit.names.count == 1, kinds.count == 1,
      query.rowVariables.allSatisfy({ $0 == query.head }), !schema[kinds[0]].isRecord,
      case .project(let input, let columns) = unit.root,
      case .extend(.thing(let name), let hop)? = LookUp.links(input, to: kinds),
      let relations = hop.link.plainRelations,
      hop.link.time.fixed(asOf: .always, today: 0) != nil
    else { return nil }
    let kind = kinds[0]
    (self.name, self.relations, time) = (unit.names[name.index], relations, hop.link.time)
    (isForward, self.kind) = (hop.isForward, kind)
    showsThings = columns.isEmpty
    attributes =
      showsThings
      ? schema.displayAttributes(of: kind)
      : columns.compactMap { column in
        guard case .attribute(let attributes, .variable(query.head)) = column.term,
          attributes.count == 1, schema[attributes[0]].kind == kind
        else { return nil }
        return attributes[0]
      }
    let titles = showsThings ? attributes.map { schema[$0].name } : columns.map(\.title)
    guard !attributes.isEmpty, attributes.count == titles.count else { return nil }
    headings = zip(titles, attributes).map {
      QueryResult.Column(title: $0, isNumeric: schema[$1].type == .number)
    }
  }

  /// A plan without the scan that makes sure of some kinds.
  private static func links(_ plan: LogicalPlan, to kinds: [KindID]) -> LogicalPlan? {
    guard case .intersection(let parts) = plan else { return plan }
    let others = parts.filter { $0 != .scan(kinds) }
    return others.count == 1 ? others[0] : nil
  }

  /// Answers the question.
  ///
  /// - Returns: The answer; `nil` if the plan has to be run, as where something has to be
  ///   said of the answer or of the name.
  /// - Throws: ``Stop``, if it costs too much.
  /// - Complexity: O(*l* log *l*) in the links of the thing, apart from finding the name.
  func table(_ asked: Asked) throws(Stop) -> AnswerTable? {
    let graph = asked.graph
    guard kind.index < graph.things.count, graph.things[kind.index].unknown.isEmpty,
      let found = try found(asked)
    else { return nil }
    var columns: [AnswerColumn] = []
    columns.reserveCapacity(attributes.count)
    for attribute in attributes {
      guard let values = graph.column(of: attribute) else { return nil }
      columns.append(.property(values, found))
    }
    var rows = AnswerRows(columns, count: found.count)
    try asked.budget.spend(found.count &* headings.count)
    if !showsThings, found.count > 1 { rows = rows.distinct(byFirst: headings.count) }
    let bytes = showsThings ? 96 : headings.count &* 48
    try asked.budget.keep(rows: rows.count, bytes: rows.count &* bytes)
    return AnswerTable(columns: headings, rows: rows)
  }

  /// What the links of the thing lead to, in natural order; `nil` if there are many, or no
  /// such thing, or several.
  private func found(_ asked: Asked) throws(Stop) -> [NodeID]? {
    let (graph, today) = (asked.graph, asked.today.number)
    let lookup = NameLookup(graph: graph, parameters: asked.parameters)
    guard let thing = lookup.only(name, as: asked.givenNames.first?.text),
      let time = time.fixed(asOf: .on(today), today: today)
    else { return nil }
    var found: [NodeID] = []
    for relation in relations {
      let dating = graph.schema[relation].dating
      for table in graph.linkTables(of: relation)
      where table.source(isForward: isForward) == thing.kind
        && table.target(isForward: isForward) == kind
      {
        let count = table.linkCount(of: thing.node, isForward: isForward)
        guard count <= LookUp.mostLinks else { return nil }
        try asked.budget.spend(count &+ 1)
        table.forEachLink(of: thing.node, isForward: isForward) { node, from, until in
          if time.holds(from: from, until: until, dating: dating) { found.append(node) }
        }
      }
    }
    guard found.count > 1 else { return found }
    found.sort()
    return graph.sorted(kind, found.removingRepetitionsInRow())
  }
}

extension BoundLink {
  /// The relations it is of, if its links are those that were written, once each.
  fileprivate var plainRelations: [RelationID]? {
    guard repetition == nil else { return nil }
    let stored = relations.compactMap {
      if case .stored(let relation) = $0 { relation } else { nil }
    }
    return stored.count == relations.count ? stored : nil
  }
}
