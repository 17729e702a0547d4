// SPDX-License-Identifier: Apache-2.0

/// The links of one relation between two kinds while they are being changed:
/// one row for each, those of the start first.
struct LinkDraft {
  /// Which links a draft is of.
  ///
  /// Of a symmetric relation there is one draft for both directions, with the
  /// lower kind at the left.
  struct Key: Hashable {
    let relation: RelationID
    let left: KindID
    let right: KindID
  }

  /// The two ends of a link.
  struct Pair: Hashable {
    let left: NodeID
    let right: NodeID
  }

  /// A further end of a new record.
  struct Part {
    let row: UInt32
    let relation: RelationID
    let entity: Entity
  }

  /// Which links these are.
  let key: Key
  /// The left node of each row.
  var lefts: [NodeID] = []
  /// The right node of each row.
  var rights: [NodeID] = []
  /// The first day of each row, `Int32.min` if open; `nil` while all are.
  var from: [Int32]?
  /// The day after the last of each row, `Int32.max` if open; `nil` while all are.
  var until: [Int32]?
  /// The attributes; may be shorter than the rows.
  var attributes: [AttributeID: PropertyColumn] = [:]
  /// The fact number of each row.
  var sources: [UInt32] = []
  /// The further ends of rows added.
  var parts: [Part] = []
  /// The rows that are no more.
  var removed = NodeSet(capacity: 0)
  /// How many rows were there at the start; they are sorted by left node.
  let baseCount: Int
  /// The link of the start that each of the first rows is; `nil` if its number
  /// is the row's.
  let baseLinks: [UInt32]?
  /// The added rows of a left node, once they have been asked for.
  private var addedRows: [NodeID: [UInt32]]?

  /// Starts with the links of a table.
  init(key: Key, base: LinkTable?, isSymmetric: Bool) {
    self.key = key
    guard let base else {
      baseCount = 0
      baseLinks = nil
      return
    }
    let lefts = base.lefts()
    guard isSymmetric, key.left == key.right else {
      self.lefts = lefts
      rights = base.forward.targets
      from = base.from
      until = base.until
      attributes = base.attributes
      sources = base.sources
      baseCount = base.count
      baseLinks = nil
      return
    }
    let chosen = lefts.indices.filter { lefts[$0] <= base.forward.targets[$0] }.map(UInt32.init)
    self.lefts = chosen.map { lefts[Int($0)] }
    rights = chosen.map { base.forward.targets[Int($0)] }
    from = base.from.map { from in chosen.map { from[Int($0)] } }
    until = base.until.map { until in chosen.map { until[Int($0)] } }
    attributes = base.attributes.mapValues { $0.gathered(chosen) }
    sources = chosen.map { base.sources[Int($0)] }
    baseCount = chosen.count
    baseLinks = chosen
  }

  /// The number of rows, removed ones included.
  var count: Int { lefts.count }

  /// Adds a row.
  mutating func append(left: NodeID, right: NodeID, from: Int32, until: Int32, source: UInt32) {
    let row = count
    lefts.append(left)
    rights.append(right)
    setStart(from, at: row)
    setEnd(until, at: row)
    sources.append(source)
    addedRows?[left, default: []].append(UInt32(row))
  }

  /// Adds rows; days that are not given are open.
  mutating func append(
    lefts: [NodeID], rights: [NodeID], from: [Int32]?, until: [Int32]?, sources: [UInt32]
  ) {
    addedRows = nil
    LinkDraft.append(from, to: &self.from, count: count, more: lefts.count, open: .min)
    LinkDraft.append(until, to: &self.until, count: count, more: lefts.count, open: .max)
    LinkDraft.append(lefts, to: &self.lefts)
    LinkDraft.append(rights, to: &self.rights)
    LinkDraft.append(sources, to: &self.sources)
  }

  private static func append<T>(_ more: [T], to array: inout [T]) {
    if array.isEmpty { array = more } else { array += more }
  }

  private static func append(
    _ days: [Int32]?, to column: inout [Int32]?, count: Int, more: Int, open: Int32
  ) {
    guard column != nil || days != nil else { return }
    var all = column ?? []
    column = nil
    all.append(contentsOf: repeatElement(open, count: count - all.count))
    append(days ?? [Int32](repeating: open, count: more), to: &all)
    column = all
  }

  /// Sets the first day of a row.
  mutating func setStart(_ day: Int32, at row: Int) {
    LinkDraft.set(day, at: row, of: &from, count: count, open: .min)
  }

  /// Sets the day after the last of a row.
  mutating func setEnd(_ day: Int32, at row: Int) {
    LinkDraft.set(day, at: row, of: &until, count: count, open: .max)
  }

  /// The first day of a row, `Int32.min` if open.
  func start(of row: UInt32) -> Int32 {
    guard let from, Int(row) < from.count else { return .min }
    return from[Int(row)]
  }

  /// The day after the last day of a row, `Int32.max` if open.
  func end(of row: UInt32) -> Int32 {
    guard let until, Int(row) < until.count else { return .max }
    return until[Int(row)]
  }

  private static func set(
    _ day: Int32,
    at row: Int,
    of column: inout [Int32]?,
    count: Int,
    open: Int32
  ) {
    guard column != nil || day != open else { return }
    var days = column ?? []
    column = nil
    while days.count < count { days.append(open) }
    days[row] = day
    column = days
  }

  /// Marks a row as removed.
  mutating func remove(_ row: UInt32) {
    removed.grow(to: count)
    removed.insert(row)
  }

  /// The rows between two things that have not been removed.
  ///
  /// - Complexity: O(log *links* + links of the left thing), after a first
  ///   call of O(added rows).
  mutating func rows(left: NodeID, right: NodeID) -> [UInt32] {
    if addedRows == nil {
      var rows: [NodeID: [UInt32]] = [:]
      for row in baseCount..<count { rows[lefts[row], default: []].append(UInt32(row)) }
      addedRows = rows
    }
    var low = 0
    var high = baseCount
    while low < high {
      let middle = (low + high) / 2
      if lefts[middle] < left { low = middle + 1 } else { high = middle }
    }
    var found: [UInt32] = []
    while low < baseCount, lefts[low] == left {
      if rights[low] == right { found.append(UInt32(low)) }
      low += 1
    }
    found += (addedRows?[left] ?? []).filter { rights[Int($0)] == right }
    return found.filter { !removed.contains($0) }
  }

  /// The row that a link of the start is.
  func row(ofLink link: UInt32) -> UInt32? {
    guard let baseLinks else { return link }
    var low = 0
    var high = baseLinks.count
    while low < high {
      let middle = (low + high) / 2
      if baseLinks[middle] < link { low = middle + 1 } else { high = middle }
    }
    return low < baseLinks.count && baseLinks[low] == link ? UInt32(low) : nil
  }
}
