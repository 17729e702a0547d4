// SPDX-License-Identifier: Apache-2.0

/// Finds things by name for a whole column of names.
///
/// It holds the name columns of the builder it was made from, so it should be
/// gone before the builder changes them.
struct NameResolver {
  /// What a name finds.
  enum Finding: Equatable {
    case one(Entity)
    case several([Entity])
    case none
  }

  private struct Source {
    let kind: KindID
    let column: TextColumn
    let alive: NodeSet
    let offset: NodeID
  }

  private let sources: [Source]

  /// Makes a resolver of the names of some kinds.
  init(_ builder: GraphBuilder, kinds: [KindID]) {
    var sources: [Source] = []
    for kind in kinds.sorted() {
      for attribute in builder.schema.namingAttributes(of: kind) {
        guard let layout = builder.records[kind.index] else {
          guard case .texts(let column)? = builder.columns[attribute.index] else { continue }
          sources.append(
            Source(
              kind: kind,
              column: column,
              alive: builder.things[kind.index].alive,
              offset: 0
            )
          )
          continue
        }
        for part in layout.parts {
          guard case .texts(let column)? = part.table.attributes[attribute] else { continue }
          sources.append(
            Source(
              kind: kind,
              column: column,
              alive: layout.alive,
              offset: NodeID(part.offset)
            )
          )
        }
      }
    }
    self.sources = sources
  }

  /// The things that a name finds, the name being given as trimmed UTF-8.
  func find(_ name: UnsafeBufferPointer<UInt8>) -> Finding {
    if ComposedText.isComposed(name) { return find(composed: name) }
    var text = ComposedText.composed(String(decoding: name, as: UTF8.self))
    return text.withUTF8 { find(composed: $0) }
  }

  private func find(composed name: UnsafeBufferPointer<UInt8>) -> Finding {
    let hash = TextHash.hash(name)
    var first: Entity?
    var others: [Entity] = []
    for source in sources {
      guard let code = source.column.dictionary.code(ofComposed: name, hash: hash) else {
        continue
      }
      source.column.forEachNode(of: code) { node in
        let entity = Entity(kind: source.kind, node: source.offset + node)
        guard source.alive.contains(entity.node), entity != first else { return }
        if first == nil { first = entity } else { others.append(entity) }
      }
    }
    guard let first else { return .none }
    return others.isEmpty ? .one(first) : .several(Set(others + [first]).sorted())
  }

  /// Names near to a misspelt one, best first.
  func names(near name: String, limit: Int = 3) -> [String] {
    let sieve = NearNameSieve(name)
    var candidates: [String] = []
    for source in sources {
      for (node, code) in source.column.codes.enumerated()
      where code != TextColumn.missing && source.alive.contains(source.offset + NodeID(node)) {
        if source.column.dictionary.withUTF8(of: code, sieve.admits) {
          candidates.append(source.column.dictionary[code])
        }
      }
    }
    return NearestName.nearest(to: name, among: candidates, limit: limit)
  }
}
