// SPDX-License-Identifier: Apache-2.0

extension SnapshotReader {
  /// Reads a graph of a schema.
  ///
  /// All numbers are checked now; the arrays are made when a question needs them.
  mutating func graph(_ schema: Schema) throws(SnapshotError) -> Graph {
    let sources = FactSourceTable(
      try list { (reader) throws(SnapshotError) in
        (file: try reader.text(), firstLine: try reader.count(upTo: Int(UInt32.max)))
      })
    var things: [ThingTable] = []
    for _ in schema.kinds { things.append(try self.things(sources.limit)) }
    var columns: [Deferred<PropertyColumn?>] = []
    for attribute in schema.attributes {
      guard try flag() else {
        columns.append(Deferred(nil))
        continue
      }
      let count = things[attribute.kind.index].capacity
      let column = try self.column(of: attribute.type, count: count)
      columns.append(Deferred { column() })
    }
    var links: [[LinkTable]] = []
    for relation in schema.relations {
      let tables = try list { (reader) throws(SnapshotError) in
        try reader.table(of: relation, schema, sources.limit)
      }
      let isInOrder = zip(tables, tables.dropFirst()).allSatisfy {
        ($0.left, $0.right) < ($1.left, $1.right)
      }
      guard isInOrder else { throw .damaged("links in it are out of order") }
      links.append(tables)
    }
    let records = schema.kinds.map { kind in
      kind.isRecord
        ? RecordLayout(tables: kind.recordOf.flatMap { links[$0.index] }, schema: schema) : nil
    }
    for table in links.joined() {
      let left = records[table.left.index]?.capacity ?? things[table.left.index].capacity
      let right = records[table.right.index]?.capacity ?? things[table.right.index].capacity
      guard table.nodeCounts == (left, right) else {
        throw .damaged("links in it are of other things")
      }
    }
    return Graph(
      schema: schema, things: things, columns: PropertyColumns(columns), links: links,
      records: records, sources: sources)
  }

  private mutating func things(_ sourceLimit: Int) throws(SnapshotError) -> ThingTable {
    let capacity = try count(upTo: Int(UInt32.max))
    let words = try section(of: UInt64.self, count: (capacity + 63) / 64).array()
    var things = ThingTable()
    things.alive = NodeSet(words: words, capacity: capacity)
    let unknown = try list { (reader) throws(SnapshotError) in
      NodeID(try reader.count(upTo: max(0, capacity - 1)))
    }
    things.unknown = Set(unknown.filter { things.alive.contains($0) })
    let sources = try list(count: capacity, below: sourceLimit)
    let ranks = try list(count: capacity, below: capacity, isPermutation: true)
    things.defer(sources: { sources.array() }, ranks: { ranks.array() })
    return things
  }

  private mutating func table(
    of relation: Relation, _ schema: Schema, _ sourceLimit: Int
  ) throws(SnapshotError) -> LinkTable {
    let (left, right) = (try kind(in: schema), try kind(in: schema))
    let isTurned = relation.left.contains(right) && relation.right.contains(left)
    guard
      relation.left.contains(left) && relation.right.contains(right)
        || relation.isSymmetric && isTurned
    else { throw .damaged("links in it are of other things") }
    let (leftCount, rightCount) = (try count(upTo: .max - 1), try count(upTo: .max - 1))
    let count = try count(upTo: Int(UInt32.max) - 1)
    let offsets = try ascending(count: leftCount + 1, to: count)
    let targets = try numbers(count: count, below: rightCount)
    let from = try flag() ? try days(count: count, open: .min) : nil
    let until = try flag() ? try days(count: count, open: .max) : nil
    let sources = try flag() ? try list(count: count, below: sourceLimit) : nil
    let attributes = try list { (reader) throws(SnapshotError) in
      let attribute = AttributeID(try reader.count(upTo: schema.attributes.count - 1))
      return (attribute, try reader.column(of: schema[attribute].type, count: count))
    }
    return LinkTable(
      relation: relation.id, left: left, right: right, count: count,
      nodeCounts: (leftCount, rightCount), latestStart: from?.most, earliestEnd: until?.least
    ) {
      LinkTable.Content(
        forward: Adjacency(offsets: offsets.array(), targets: targets.array()),
        rightCount: rightCount, from: from?.numbers.array(), until: until?.numbers.array(),
        attributes: Dictionary(attributes.map { ($0, $1()) }) { first, _ in first },
        sources: sources?.array() ?? [])
    }
  }

  private mutating func kind(in schema: Schema) throws(SnapshotError) -> KindID {
    KindID(try count(upTo: schema.kinds.count - 1))
  }

  // MARK: Columns

  /// Reads a column; what makes it is returned.
  private mutating func column(
    of type: ValueType, count: Int
  ) throws(SnapshotError) -> @Sendable () -> PropertyColumn {
    switch type {
    case .flag:
      let words = try section(of: UInt64.self, count: (count + 63) / 64)
      return { .flags(NodeSet(words: words.array(), capacity: count)) }
    case .enumeration(let choices), .levels(let choices):
      if choices.count <= 255 {
        let most = UInt8(choices.count)
        let codes = try section(of: UInt8.self, count: count) { codes in
          // Bits are gathered, so that many numbers are looked at at a time.
          var wrong: UInt8 = 0
          for code in codes { wrong |= code >= most && code != .max ? 1 : 0 }
          return wrong == 0
        }
        return { .bytes(codes.array(), choices: choices) }
      }
      let most = UInt16(min(choices.count, Int(UInt16.max)))
      let codes = try section(of: UInt16.self, count: count) { codes in
        codes.allSatisfy { $0 < most || $0 == .max }
      }
      return { .words(codes.array(), choices: choices) }
    case .date:
      let days = try days(count: count, open: PropertyColumn.missingDay)
      return { .days(days.numbers.array()) }
    case .number:
      if try flag() {
        let bytes = try section(of: UInt8.self, count: count)
        return { .numbers(bytes.array().map { $0 == .max ? .nan : Double($0) }) }
      }
      let bits = try section(of: UInt64.self, count: count)
      return { .numbers(bits.array().map(Double.init(bitPattern:))) }
    case .duration:
      let parts = try section(of: Int32.self, count: 2 * count)
      return {
        let parts = parts.array()
        return .periods(
          (0..<count).map { Period(months: parts[2 * $0], days: parts[2 * $0 + 1]) })
      }
    case .text:
      let isIndexed = try flag()
      let dictionary = try dictionary()
      let codes = try list(count: count, below: dictionary.count, allowsMissing: true)
      return {
        .texts(
          TextColumn(
            codes: codes.array(), dictionary: dictionary.make(), isIndexed: isIndexed))
      }
    }
  }

  private mutating func dictionary() throws(SnapshotError) -> (
    count: Int, make: @Sendable () -> TextDictionary
  ) {
    let count = try count(upTo: Int(UInt32.max) - 1)
    let byteCount = try self.count(upTo: Int(UInt32.max))
    let bytes = try section(of: UInt8.self, count: byteCount)
    let ends: @Sendable () -> [UInt32]
    if try flag() {
      var sum = 0
      let lengths = try section(of: UInt8.self, count: count) { lengths in
        for length in lengths { sum &+= Int(length) }
        return true
      }
      guard sum == byteCount else { throw .damaged("texts in it have another length") }
      ends = {
        var end: UInt32 = 0
        return lengths.array().map { length in
          end += UInt32(length)
          return end
        }
      }
    } else {
      let stored = try ascending(count: count, to: byteCount, from: nil)
      ends = { stored.array() }
    }
    let numbers = try flag() ? try textNumbers(count) : nil
    return (
      count,
      {
        TextDictionary(
          TextDictionary.Parts(bytes: bytes.array(), ends: ends(), numbers: numbers?()))
      }
    )
  }

  private mutating func textNumbers(
    _ textCount: Int
  ) throws(SnapshotError) -> @Sendable () -> TextNumbers {
    let lowest = try count(upTo: 999_999_999)
    let codeCount = try integer()
    guard codeCount >= 0 else { throw .damaged("a number in it is out of range") }
    let codes = try list(counted: codeCount, below: textCount + 1)
    let prefixCount = try count(upTo: Int(UInt32.max))
    let prefix = try section(of: UInt8.self, count: prefixCount).array()
    let (hasOnePrefix, isPlain) = (try flag(), try flag())
    let width = try count(upTo: TextNumber.mostDigits)
    let firsts = (low: try number(), high: try number())
    return {
      TextNumbers(
        TextNumbers.Parts(
          lowest: lowest, codes: codes.array(), count: textCount, prefix: prefix,
          hasOnePrefix: hasOnePrefix, isPlain: isPlain, width: width, firsts: firsts))
    }
  }

  // MARK: Numbers

  private mutating func numbers(
    count: Int, below limit: Int
  ) throws(SnapshotError) -> SnapshotNumbers<UInt32> {
    try section(of: UInt32.self, count: count) { numbers in
      var most: UInt32 = 0
      for number in numbers { most = max(most, number) }
      return Int(most) < limit || numbers.isEmpty
    }
  }

  /// Numbers that never go down, from a first to a last one.
  private mutating func ascending(
    count: Int, to last: Int, from first: UInt32? = 0
  ) throws(SnapshotError) -> SnapshotNumbers<UInt32> {
    var latest: UInt32 = first ?? 0
    var isFirst = true
    let numbers = try section(of: UInt32.self, count: count) { numbers in
      if isFirst, let first, numbers.first != first { return false }
      isFirst = false
      var wrong: UInt32 = latest <= numbers[0] ? 0 : 1
      for place in 1..<numbers.count {
        wrong |= numbers[place &- 1] > numbers[place] ? 1 : 0
      }
      latest = numbers[numbers.count - 1]
      return wrong == 0
    }
    guard latest == last else { throw .damaged("a number in it is out of range") }
    return numbers
  }

  /// Days that can be written, or are open.
  private mutating func days(
    count: Int, open: Int32
  ) throws(SnapshotError) -> (numbers: SnapshotNumbers<Int32>, least: Int32, most: Int32) {
    let (earliest, latest) = (Day.earliest.number, Day.latest.number + 1)
    var (least, most) = (Int32.max, Int32.min)
    let numbers = try section(of: Int32.self, count: count) { days in
      var wrong: Int32 = 0
      var (low, high) = (Int32.max, Int32.min)
      for day in days {
        wrong |= (day < earliest || day > latest) && day != open ? 1 : 0
        low = min(low, day)
        high = max(high, day)
      }
      (least, most) = (min(least, low), max(most, high))
      return wrong == 0
    }
    return (numbers, least, most)
  }
}
