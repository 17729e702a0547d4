// SPDX-License-Identifier: Apache-2.0

/// The files that an answer rests on.
extension Engine {
  /// The files that the things and links a query looks at are from, in order.
  ///
  /// - Complexity: O(things and links of the kinds and relations it mentions).
  func sources(of query: BoundQuery, in graph: Graph) -> [String] {
    var relations: Set<RelationID> = []
    // What can be anything, as in `who owns A.5.3`, is told by the links alone.
    var kinds = Set(query.variables.map(\.kinds).filter { $0.count <= 2 }.joined())
    query.look(
      by: DefinitionWalk(
        model.definitions,
        onCondition: { condition in
          guard case .link(let link, _, _) = condition else { return }
          for case .stored(let id) in link.relations { relations.insert(id) }
        },
        onTerm: { term in
          guard case .attribute(let ids, _) = term else { return }
          if ids.count <= 2 { kinds.formUnion(ids.map { model.schema[$0].kind }) }
        }))
    for kind in kinds { relations.formUnion(model.schema[kind].recordOf) }
    for id in relations {
      switch model.schema[id].origin {
      case .recordLeft(let stored), .recordRight(let stored): relations.insert(stored)
      default: break
      }
    }
    // `something owned by Ann` looks at the links of all that can be owned.
    let isAsked = query.variables.indices.contains(query.head.index)
    let asked = isAsked ? Set(query.variables[query.head.index].kinds) : []
    var files: Set<String> = []
    for kind in kinds where kind.index < graph.things.count {
      files.formUnion(graph.sources.files(of: graph.things[kind.index].sources))
    }
    func concerns(_ kind: KindID, among possible: [KindID]) -> Bool {
      // Where nearly anything can stand, as at the right of 'owns', only what is
      // asked about counts.
      possible.count <= 4 || kinds.contains(kind) || asked.contains(kind)
    }
    for table in relations.flatMap(graph.linkTables) {
      let relation = model.schema[table.relation]
      guard concerns(table.left, among: relation.left),
        concerns(table.right, among: relation.right)
      else { continue }
      files.formUnion(graph.sources.files(of: table.sources))
    }
    return files.sorted { NaturalOrder.compare($0, $1) < 0 }
  }
}
