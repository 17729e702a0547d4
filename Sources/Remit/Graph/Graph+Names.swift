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
      if let found, found != thing { areSeveral = true }
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
      for column in namingColumns(of: kind) {
        if let layout = records[kind.index] {
          for node in layout.nodes(named: name, by: column.attribute) {
            body(Entity(kind: kind, node: node))
          }
        } else {
          // INVARIANT: what was removed may still have its texts.
          let isWhole = count(of: kind) == capacity(of: kind)
          column.forEachNode(named: name) { node in
            guard isWhole || things[kind.index].alive.contains(node) else { return }
            body(Entity(kind: kind, node: node))
          }
        }
      }
    }
  }
}

/// A column whose texts find things.
///
/// It is looked into where it is: a column of texts has many parts, and a copy of it counts
/// references to all of them.
final class NamingColumn: Sendable {
  let attribute: AttributeID
  private let texts: Lazy<TextColumn>

  init(_ attribute: AttributeID, of columns: PropertyColumns) {
    self.attribute = attribute
    texts = Lazy {
      if case .texts(let column)? = columns[attribute.index] { return column }
      return TextColumn(isIndexed: false)
    }
  }

  /// Calls a closure with the nodes that have a text, in any order.
  @inline(__always)
  func forEachNode(named text: String, _ body: (NodeID) -> Void) {
    texts.with { $0.forEachNode(named: text, body) }
  }
}
