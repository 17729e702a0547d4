// SPDX-License-Identifier: Apache-2.0

extension NameResolver {
  /// The first names, in natural order, that begin so, each thing once.
  ///
  /// Of the names of a thing the one is taken that it is shown by, if it begins so and
  /// nothing else is called the same. Case is ignored in ASCII letters.
  ///
  /// - Parameters:
  ///   - prefix: The beginning; empty for any.
  ///   - schema: Tells which names things are shown by.
  ///   - limit: The most names.
  /// - Returns: The names, and how many there are without the limit.
  /// - Complexity: O(*n* log *limit*) in the names of the kinds.
  func completions(
    of prefix: String, schema: Schema, limit: Int
  ) -> (names: [(name: String, entity: Entity)], count: Int) {
    let folded = ComposedText.composed(prefix).utf8.map(NameResolver.fold)
    var first: [(name: String, entity: Entity)] = []
    var count = 0
    for source in sources {
      let better = preferred(to: source, schema)
      forEachName(in: source) { text, node, _ in
        guard NameResolver.begins(text, folded),
          !better.contains(where: { $0.isFound(node, by: folded) })
        else { return }
        count += 1
        if first.count == limit {
          guard let last = first.last, NameResolver.precedes(text, last.name) else { return }
          first.removeLast()
        }
        var (low, high) = (0, first.count)
        while low < high {
          let middle = (low + high) / 2
          if NameResolver.precedes(text, first[middle].name) {
            high = middle
          } else {
            low = middle + 1
          }
        }
        let entity = Entity(kind: source.kind, node: node)
        first.insert((String(decoding: text, as: UTF8.self), entity), at: low)
      }
    }
    return (first, count)
  }

  /// The columns of the same things that are shown rather than this one.
  private func preferred(to source: Source, _ schema: Schema) -> [Source] {
    let shown = schema.displayAttributes(of: source.kind)
    let order = shown + schema.namingAttributes(of: source.kind).filter { !shown.contains($0) }
    guard let place = order.firstIndex(of: source.attribute) else { return [] }
    return sources.filter {
      $0.kind == source.kind && $0.offset == source.offset && order[..<place].contains($0.attribute)
    }
  }
}

extension NameResolver.Source {
  /// Whether a thing has a name in this column that begins so and is its alone.
  fileprivate func isFound(_ node: NodeID, by prefix: [UInt8]) -> Bool {
    let row = Int(node - offset)
    guard column.codes.indices.contains(row) else { return false }
    let code = column.codes[row]
    guard code != TextColumn.missing, column.onlyNode(of: code) != nil else { return false }
    return column.dictionary.withUTF8(of: code) { NameResolver.begins($0, prefix) }
  }
}
