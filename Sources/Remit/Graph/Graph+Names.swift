// SPDX-License-Identifier: Apache-2.0

extension Graph {
  /// The things of the given kinds that a name, title or key finds.
  ///
  /// - Returns: In ascending order, each once.
  func find(_ name: String, kinds: [KindID]) -> [Entity] {
    var found: Set<Entity> = []
    for kind in kinds where kind.index < things.count {
      for attribute in schema.namingAttributes(of: kind) {
        found.formUnion(nodes(named: name, by: attribute).map { Entity(kind: kind, node: $0) })
      }
    }
    return found.sorted()
  }

  /// Names that were probably meant by one that nothing has, best first.
  func names(meantBy name: String, kinds: [KindID], limit: Int) -> [String] {
    GraphBuilder(self).names(meantBy: name, kinds: kinds, limit: limit)
  }

  /// Names that begin so, in natural order, for completion.
  ///
  /// Case is ignored in ASCII letters.
  func names(
    startingWith prefix: String,
    kinds: [KindID],
    limit: Int
  ) -> [(name: String, entity: Entity)] {
    NameResolver(GraphBuilder(self), kinds: kinds).names(startingWith: prefix, limit: limit)
  }

  private func nodes(named name: String, by attribute: AttributeID) -> [NodeID] {
    let kind = schema[attribute].kind.index
    guard let layout = records[kind] else {
      guard case .texts(let column)? = columns[attribute.index] else { return [] }
      return column.nodes(of: name).filter { things[kind].alive.contains($0) }
    }
    return layout.nodes(named: name, by: attribute)
  }
}
