// SPDX-License-Identifier: Apache-2.0

extension SnapshotWriter {
  /// Writes a graph, whose schema is known otherwise.
  mutating func write(_ graph: Graph) {
    write(graph.sources.allBlocks) { writer, block in
      writer.write(block.file)
      writer.write(block.firstLine)
    }
    for kind in graph.schema.kinds { write(graph.things[kind.id.index]) }
    for attribute in graph.schema.attributes {
      let column = graph.columns[attribute.id.index]
      write(column != nil)
      if let column { write(column) }
    }
    for relation in graph.schema.relations {
      write(graph.linkTables(of: relation.id)) { $0.write($1) }
    }
  }

  private mutating func write(_ things: ThingTable) {
    write(things.capacity)
    section(things.alive.allWords)
    write(things.unknown.sorted()) { $0.write(Int($1)) }
    write(things.sources)
    write(things.ranks)
  }

  private mutating func write(_ table: LinkTable) {
    write(table.left.index)
    write(table.right.index)
    write(table.forward.nodeCount)
    write(table.backward.nodeCount)
    write(table.count)
    section(table.forward.offsets)
    section(table.forward.targets)
    for days in [table.from, table.until] {
      write(days != nil)
      if let days { section(days) }
    }
    write(!table.sources.isEmpty)
    if !table.sources.isEmpty { write(table.sources) }
    let attributes = table.attributes.sorted { $0.key.index < $1.key.index }
    write(attributes) { writer, attribute in
      writer.write(attribute.key.index)
      writer.write(attribute.value)
    }
  }

  // MARK: Columns

  private mutating func write(_ column: PropertyColumn) {
    switch column {
    case .flags(let set): section(set.allWords)
    case .bytes(let codes, _): section(codes)
    case .words(let codes, _): section(codes)
    case .days(let days): section(days)
    case .numbers(let numbers): write(numbers)
    case .periods(let periods): section(periods.flatMap { [$0.months, $0.days] })
    case .texts(let column): write(column)
    }
  }

  /// Small whole numbers take a byte each.
  private mutating func write(_ numbers: [Double]) {
    let small = numbers.compactMap { number -> UInt8? in
      number.isNaN ? .max : UInt8(exactly: number).flatMap { $0 < .max ? $0 : nil }
    }
    // Of the two zeros only one is a small number.
    let isSmall =
      small.count == numbers.count && !numbers.contains { $0 == 0 && $0.sign == .minus }
    write(isSmall)
    if isSmall { section(small) } else { section(numbers.map(\.bitPattern)) }
  }

  private mutating func write(_ column: TextColumn) {
    write(column.isIndexed)
    write(column.dictionary)
    write(column.codes)
  }

  private mutating func write(_ dictionary: TextDictionary) {
    let parts = dictionary.parts
    write(parts.ends.count)
    write(parts.bytes.count)
    section(parts.bytes)
    var last: UInt32 = 0
    let lengths = parts.ends.map { end -> UInt32 in
      defer { last = end }
      return end - last
    }
    let isShort = lengths.allSatisfy { $0 <= UInt8.max }
    write(isShort)
    if isShort { section(lengths.map(UInt8.init)) } else { section(parts.ends) }
    write(parts.numbers != nil)
    if let numbers = parts.numbers { write(numbers) }
  }

  private mutating func write(_ numbers: TextNumbers) {
    let parts = numbers.parts
    write(parts.lowest)
    write(parts.codes)
    write(parts.prefix.count)
    section(parts.prefix)
    write(parts.hasOnePrefix)
    write(parts.isPlain)
    write(parts.width)
    write(parts.firsts.low)
    write(parts.firsts.high)
  }
}
