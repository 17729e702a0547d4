// SPDX-License-Identifier: Apache-2.0

extension Graph {
  /// The things of the given kinds that a name, title or key finds.
  ///
  /// - Returns: In ascending order, each once.
  func find(_ name: String, kinds: [KindID]) -> [Entity] {
    var found: [Entity] = []
    forEachThing(named: name, kinds) { found.append($0) }
    return found.count > 1 ? Set(found).sorted() : found
  }

  /// The only thing of some kinds that has a name; `nil` if none has it, or several.
  func only(named name: String, kinds: [KindID]) -> Entity? {
    var found: Entity?
    var areSeveral = false
    forEachThing(named: name, kinds) { thing in
      areSeveral = areSeveral || found ?? thing != thing
      found = thing
    }
    return areSeveral ? nil : found
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

  /// Calls a closure with each thing that has a name, once for each attribute it has it by.
  @inline(__always)
  private func forEachThing(named name: String, _ kinds: [KindID], _ body: (Entity) -> Void) {
    for kind in kinds where kind.index < things.count {
      for attribute in namingAttributes(of: kind) {
        forEachNode(named: name, by: attribute) { body(Entity(kind: kind, node: $0)) }
      }
    }
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
