// SPDX-License-Identifier: Apache-2.0

/// The texts that things have, where one of them is compared: `whose department is "Finance"`.
extension CompletionFinder {
  /// The texts that begin so and are had by the attribute compared behind some tokens.
  ///
  /// - Parameters:
  ///   - kept: The tokens before the place.
  ///   - typed: What has been typed there, with or without its quote.
  /// - Returns: The first of them in natural order, in quotes, and how many more there are.
  ///   A text that things of several kinds have may be counted for each.
  /// - Complexity: O(*n*) in the things of the kind, and for each text that begins so a
  ///   place among the first.
  func values(after kept: [Token], typed: String) -> (all: [Completion], more: Int) {
    let prefix = Array((typed.first == "\"" ? typed.dropFirst() : typed[...]).lowercased().utf8)
    var first: [String] = []
    var count = 0
    for id in attributes(comparedBy: kept) {
      guard case .texts(let column)? = builder.columns[id.index] else { continue }
      let alive = builder.things[engine.model.schema[id].kind.index].alive
      var isSeen = [Bool](repeating: false, count: column.dictionary.count)
      for (node, code) in column.codes.enumerated() where code != TextColumn.missing {
        guard !isSeen[Int(code)], alive.contains(NodeID(truncatingIfNeeded: node)) else { continue }
        isSeen[Int(code)] = true
        column.dictionary.withUTF8(of: code) { text in
          guard NameResolver.begins(text, prefix) else { return }
          count += CompletionFinder.insert(text, into: &first) ? 1 : 0
        }
      }
    }
    let all = first.map {
      Completion(
        text: SyntaxPrinter().quote($0), category: "value", detail: nil, purpose: .value)
    }
    return (all, count - all.count)
  }

  /// Puts a text among the first in natural order.
  ///
  /// - Returns: `false` if it is one of them already.
  private static func insert(
    _ text: UnsafeBufferPointer<UInt8>, into first: inout [String]
  ) -> Bool {
    if first.count == mostNames {
      guard let last = first.last, NameResolver.precedes(text, last) else { return true }
    }
    var (low, high) = (0, first.count)
    while low < high {
      let middle = (low + high) / 2
      if NameResolver.precedes(text, first[middle]) { high = middle } else { low = middle + 1 }
    }
    let text = String(decoding: text, as: UTF8.self)
    guard low == 0 || first[low - 1] != text else { return false }
    first.insert(text, at: low)
    if first.count > mostNames { first.removeLast() }
    return true
  }

  /// The attributes whose text is compared next: those of the kind before `whose`, or of
  /// any kind where none is named.
  private func attributes(comparedBy kept: [Token]) -> [AttributeID] {
    let said = kept.last?.keyword == .not ? kept.dropLast() : kept[...]
    let schema = engine.model.schema
    guard [.is, .are].contains(said.last?.keyword), let word = said.dropLast().last?.term,
      word.classes.contains(.attribute)
    else { return [] }
    let kind = said.last { $0.term?.classes.contains(.kind) == true }?.term
      .flatMap { schema.kind(named: $0.base) }
    let all = (engine.model.attributes[word.base] ?? []).filter {
      schema[$0].type == .text && schema[$0].source == .stored && !schema[$0].isHidden
        && builder.records[schema[$0].kind.index] == nil
    }
    let own = all.filter { schema[$0].kind == kind }
    return own.isEmpty ? all : own
  }
}
