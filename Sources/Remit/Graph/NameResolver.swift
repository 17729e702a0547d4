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

  /// A column of names.
  struct Source {
    let kind: KindID
    let attribute: AttributeID
    let column: TextColumn
    let alive: NodeSet
    let offset: NodeID
  }

  let sources: [Source]

  /// Makes a resolver of the names of some kinds, or of the texts of an attribute
  /// that some of them have.
  ///
  /// - Complexity: O(1); O(*n*) for *n* things if the attribute names none.
  init(_ builder: GraphBuilder, kinds: [KindID], by property: String? = nil) {
    var sources: [Source] = []
    for kind in kinds.sorted() {
      let said = builder.schema.textAttribute(named: property, of: kind).map { [$0] } ?? []
      let attributes = property == nil ? builder.schema.namingAttributes(of: kind) : said
      for attribute in attributes {
        guard let layout = builder.records[kind.index] else {
          guard case .texts(let texts)? = builder.columns[attribute.index] else { continue }
          let column = texts.indexed()
          sources.append(
            Source(
              kind: kind,
              attribute: attribute,
              column: column,
              alive: builder.things[kind.index].alive,
              offset: 0
            )
          )
          continue
        }
        for part in layout.parts {
          guard case .texts(let texts)? = part.table.attributes[attribute] else { continue }
          let column = texts.indexed()
          sources.append(
            Source(
              kind: kind,
              attribute: attribute,
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
    var first: Entity?
    var others: [Entity] = []
    for source in sources {
      guard let code = source.column.dictionary.code(ofComposed: name) else {
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

  /// The things that alone are found by the names in a column.
  ///
  /// Cells that are empty, find nothing or several things, or hold several
  /// names, are left out: they have to be looked at one by one.
  func findAll(in table: DataTable, column: Int) -> [NamedThing] {
    var found = [NamedThing](repeating: NamedThing(), count: table.rowCount)
    let isASCII = table.isASCII
    table.bytes.withUnsafeBufferPointer { bytes in
      table.withCells(of: column) { cells in
        var batch = TextBatch(bytes: bytes)
        var rows: [Int] = []
        rows.reserveCapacity(TextBatch.size)
        for row in 0..<table.rowCount {
          let range = cells.range(row)
          if !range.isEmpty, isASCII || ComposedText.isComposed(cells[row]) {
            batch.append(range)
            rows.append(row)
          }
          if rows.count == TextBatch.size || row == table.rowCount - 1 {
            find(&batch, rows, &found)
            batch.removeAll()
            rows.removeAll(keepingCapacity: true)
          }
        }
      }
    }
    return found
  }

  private func find(_ batch: inout TextBatch, _ rows: [Int], _ found: inout [NamedThing]) {
    var codes: [TextDictionary.Code] = []
    codes.reserveCapacity(batch.count)
    for source in sources {
      source.column.dictionary.codes(of: &batch, into: &codes)
      for (index, code) in codes.enumerated() where code != TextColumn.missing {
        guard let node = source.column.onlyNode(of: code) else {
          found[rows[index]].isSeveral = true
          continue
        }
        let number = source.offset + node
        guard source.alive.contains(number) else { continue }
        let old = found[rows[index]]
        if old.kind == NamedThing.none {
          found[rows[index]].kind = Int32(source.kind.index)
          found[rows[index]].node = number
        } else if old.node != number || old.kind != Int32(source.kind.index) {
          found[rows[index]].isSeveral = true
        }
      }
    }
  }

  /// Names near to a misspelt one, best first.
  ///
  /// Of very many names that look alike only the likeliest are measured.
  func names(near name: String, limit: Int = 3) -> [String] {
    let sieve = NearNameSieve(name)
    var candidates = [[(source: Int, code: TextDictionary.Code)]](
      repeating: [],
      count: NearNameSieve.scores
    )
    for (index, source) in sources.enumerated() {
      forEachName(in: source) { text, _, code in
        guard let score = sieve.score(of: text), candidates[score].count < NearNameSieve.most
        else { return }
        candidates[score].append((index, code))
      }
    }
    let names = candidates.joined().prefix(NearNameSieve.most).map {
      sources[$0.source].column.dictionary[$0.code]
    }
    return NearestName.nearest(to: name, among: names, limit: limit)
  }

  /// Names that were probably meant by one that nothing has: those of which it is a word,
  /// those near to it, or else those of which it begins a word: `rosa`, `Rosa Delgdo` or
  /// `del` for `Rosa Delgado`. Of the names of a thing there is one.
  ///
  /// - Complexity: O(*n*) in the bytes of all names.
  func names(meantBy name: String, limit: Int) -> [String] {
    let part = Array(FoldedText.folded(name).utf8)
    guard part.count > 1 else { return names(near: name, limit: limit) }
    let whole = names(limit) { NameResolver.hasWord(part, isWhole: true, in: $0) }
    let near = names(near: name, limit: limit).filter { !whole.contains($0) }
    let found = Array((whole + near).prefix(limit))
    return found.isEmpty
      ? names(limit) { NameResolver.hasWord(part, isWhole: false, in: $0) } : found
  }

  /// The first names, in natural order, that a test lets through, each thing once.
  private func names(
    _ limit: Int, where isMeant: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [String] {
    var first: [String] = []
    var seen: Set<Entity> = []
    for source in sources {
      forEachName(in: source) { text, node, _ in
        guard isMeant(text), seen.insert(Entity(kind: source.kind, node: node)).inserted else {
          return
        }
        var place = first.count
        while place > 0, NameResolver.precedes(text, first[place - 1]) { place -= 1 }
        let name = String(decoding: text, as: UTF8.self)
        guard place < limit, place == 0 || first[place - 1] != name else { return }
        first.insert(name, at: place)
        if first.count > limit { first.removeLast() }
      }
    }
    return first
  }

  /// Whether a word of a name is, or begins as, one in small letters without accents.
  private static func hasWord(
    _ word: [UInt8], isWhole: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      let folded = FoldedText.folded(String(decoding: text, as: UTF8.self))
      return Array(folded.utf8).withUnsafeBufferPointer {
        hasWord(word, isWhole: isWhole, inFolded: $0)
      }
    }
    return hasWord(word, isWhole: isWhole, inFolded: text)
  }

  private static func hasWord(
    _ word: [UInt8], isWhole: Bool, inFolded text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let signs = " '-(".utf8
    guard text.count >= word.count else { return false }
    for start in 0...(text.count - word.count)
    where start == 0 || signs.contains(text[start - 1]) {
      let end = start + word.count
      guard !isWhole || end == text.count || " '-),".utf8.contains(text[end]) else { continue }
      if begins(UnsafeBufferPointer(rebasing: text[start...]), word) { return true }
    }
    return false
  }

  /// The first names, in natural order, that begin so; case is ignored in
  /// ASCII letters.
  func names(startingWith prefix: String, limit: Int) -> [(name: String, entity: Entity)] {
    guard limit > 0 else { return [] }
    let folded = ComposedText.composed(prefix).utf8.map(NameResolver.fold)
    var first: [(name: String, entity: Entity)] = []
    for source in sources {
      forEachName(in: source) { text, node, _ in
        guard NameResolver.begins(text, folded) else { return }
        var place = first.count
        while place > 0, NameResolver.precedes(text, first[place - 1].name) { place -= 1 }
        guard place < limit else { return }
        let entity = Entity(kind: source.kind, node: node)
        first.insert((String(decoding: text, as: UTF8.self), entity), at: place)
        if first.count > limit { first.removeLast() }
      }
    }
    return first
  }

  func forEachName(
    in source: Source,
    _ body: (UnsafeBufferPointer<UInt8>, NodeID, TextDictionary.Code) -> Void
  ) {
    for (node, code) in source.column.codes.enumerated() where code != TextColumn.missing {
      let number = source.offset + NodeID(truncatingIfNeeded: node)
      guard source.alive.contains(number) else { continue }
      source.column.dictionary.withUTF8(of: code) { body($0, number, code) }
    }
  }

  static func begins(_ text: UnsafeBufferPointer<UInt8>, _ prefix: [UInt8]) -> Bool {
    guard text.count >= prefix.count else { return false }
    for (place, byte) in prefix.enumerated() where fold(text[place]) != byte { return false }
    return true
  }

  static func precedes(_ text: UnsafeBufferPointer<UInt8>, _ other: String) -> Bool {
    var other = other
    return other.withUTF8 { NaturalOrder.compare(text, $0) } < 0
  }

  static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}

/// What a name in a column finds, if it finds one thing.
struct NamedThing {
  fileprivate static let none: Int32 = -1
  fileprivate var kind = none
  fileprivate var node: NodeID = 0
  fileprivate var isSeveral = false

  /// The thing, or `nil` if there is not exactly one.
  var entity: Entity? {
    kind == NamedThing.none || isSeveral
      ? nil : Entity(kind: KindID(Int(kind)), node: node)
  }
}
