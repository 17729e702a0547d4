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

  /// Names near to a misspelt one, best first.
  func names(near name: String, kinds: [KindID], limit: Int) -> [String] {
    NameResolver(GraphBuilder(self), kinds: kinds).names(near: name, limit: limit)
  }

  /// Names that begin so, in natural order, for completion.
  ///
  /// Case is ignored in ASCII letters.
  func names(
    startingWith prefix: String,
    kinds: [KindID],
    limit: Int
  ) -> [(name: String, entity: Entity)] {
    let prefix = ComposedText.composed(prefix).utf8.map(Graph.fold)
    var found: [(name: String, entity: Entity)] = []
    forEachName(kinds: kinds) { text, entity in
      guard text.utf8.count >= prefix.count,
        zip(text.utf8, prefix).allSatisfy({ Graph.fold($0) == $1 })
      else { return }
      found.append((text, entity))
    }
    found.sort {
      let order = NaturalOrder.compare($0.name, $1.name)
      return order == 0 ? $0.entity < $1.entity : order < 0
    }
    return Array(found.prefix(limit))
  }

  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  private func nodes(named name: String, by attribute: AttributeID) -> [NodeID] {
    let kind = schema[attribute].kind.index
    guard let layout = records[kind] else {
      guard case .texts(let column)? = columns[attribute.index] else { return [] }
      return column.nodes(of: name).filter { things[kind].alive.contains($0) }
    }
    return layout.nodes(named: name, by: attribute)
  }

  /// Calls a closure with every name, title and key of the things of some kinds.
  private func forEachName(kinds: [KindID], _ body: (inout String, Entity) -> Void) {
    for kind in kinds {
      for attribute in schema.namingAttributes(of: kind) {
        for node in nodes(of: kind) {
          guard case .text(var text)? = value(of: attribute, for: node) else { continue }
          body(&text, Entity(kind: kind, node: node))
        }
      }
    }
  }
}
