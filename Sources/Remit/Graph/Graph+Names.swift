// SPDX-License-Identifier: Apache-2.0

extension Graph {
  /// The things of the given kinds that a name, title or key finds.
  ///
  /// - Returns: In ascending order, each once.
  func find(_ name: String, kinds: [KindID]) -> [Entity] {
    var found: [Entity] = []
    for kind in kinds where kind.index < things.count {
      for attribute in namingAttributes(of: kind) {
        forEachNode(named: name, by: attribute) { node in
          found.append(Entity(kind: kind, node: node))
        }
      }
    }
    return found.count > 1 ? Set(found).sorted() : found
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

  private func forEachNode(
    named name: String, by attribute: AttributeID, _ body: (NodeID) -> Void
  ) {
    let kind = schema[attribute].kind.index
    if let layout = records[kind] {
      return layout.nodes(named: name, by: attribute).forEach(body)
    }
    // INVARIANT: what was removed may still have its texts.
    columns[attribute.index]?.forEachNode(of: name) { node in
      if things[kind].alive.contains(node) { body(node) }
    }
  }
}
