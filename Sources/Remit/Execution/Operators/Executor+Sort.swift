// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The rows in natural order: by the head, then by the other variables.
  func naturallySorted(_ bindings: Bindings) -> OrderedRows {
    switch bindings {
    case .things(let variable, let set):
      return OrderedRows(variables: [variable], columns: [naturallySorted(set)])
    case .rows(let rows):
      let width = rows.variables.count
      let columns = (0..<width).map { column in
        ThingColumn(
          stride(from: column, to: rows.cells.count, by: width).lazy.map { rows.cells[$0] })
      }
      let ordered = OrderedRows(variables: rows.variables, columns: columns)
      guard let order = naturalOrder(of: columns) else { return ordered }
      return ordered.picked(order)
    }
  }

  private func naturallySorted(_ set: EntitySet) -> ThingColumn {
    var column = ThingColumn()
    for (kind, nodes) in set.parts {
      if graph.records[kind.index] == nil {
        column.append(kind, graph.sorted(kind, Array(nodes)))
      } else {
        let things = nodes.map { Entity(kind: kind, node: $0) }
        column.append(kind, graph.sorted(things).map(\.node))
      }
    }
    return column
  }

  /// The place of each thing of a column among those that are there.
  private func places(of column: ThingColumn) -> [UInt32] {
    if let kind = column.kind, graph.records[kind.index] == nil {
      return column.nodes.map { graph.rank(of: Entity(kind: kind, node: $0)) }
    }
    var places: [Entity: UInt32] = [:]
    for (place, thing) in graph.sorted(Set(column.entities).sorted()).enumerated() {
      places[thing] = UInt32(truncatingIfNeeded: place)
    }
    return column.entities.map { places[$0] ?? 0 }
  }

  /// The places of rows in natural order; `nil` if they stand in it.
  private func naturalOrder(of columns: [ThingColumn]) -> [Int]? {
    let count = columns.first?.count ?? 0
    let places = columns.map(places)
    var keys = [UInt64](repeating: 0, count: count)
    if places.count == 2 {
      for row in 0..<count { keys[row] = UInt64(places[0][row]) << 32 | UInt64(places[1][row]) }
      guard !keys.isAscending else { return nil }
      return (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
    let order = (0..<count).sorted { left, right in
      for column in places where column[left] != column[right] {
        return column[left] < column[right]
      }
      return left < right
    }
    return order
  }

  /// The rows in the order of keys; rows that are equal by them stay in order.
  ///
  /// - Parameters:
  ///   - rows: The rows in natural order.
  ///   - keys: The keys.
  ///   - limit: How many rows are wanted.
  ///   - known: The columns evaluated of the rows so far: those of the keys are
  ///     added, and all are put in order.
  /// - Returns: The rows, or the first of them.
  /// - Throws: ``Stop``, if evaluating the keys costs too much.
  func sort(
    _ rows: OrderedRows, by keys: [BoundSort], limit: Int? = nil, _ known: inout KnownColumns
  ) throws(Stop) -> OrderedRows {
    var sorting: [(SortColumn, isDescending: Bool)] = []
    for key in keys {
      guard let term = key.term else { continue }
      let column = try column(of: term, rows, &known)
      sorting.append((SortColumn(column, count: rows.count), key.descending))
    }
    try budget.spend(rows.count)
    let order = SortOrder.order(sorting, count: rows.count, limit: limit)
    known.pick(order)
    return rows.picked(order)
  }
}

extension [UInt64] {
  /// Whether no number is less than the one before.
  fileprivate var isAscending: Bool {
    for place in indices.dropFirst() where self[place] < self[place &- 1] { return false }
    return true
  }
}

/// The values of a key to sort by, in a form that is compared quickly.
enum SortColumn {
  /// Numbers; one that is not a number is missing.
  case numbers([Double])
  /// The places of values among all of them; the greatest number is missing.
  case places([UInt32])
  case values([Value?])

  /// Takes the values of a column.
  init(_ column: AnswerColumn, count: Int) {
    switch column {
    case .numbers(let numbers): self = .numbers(numbers)
    case .texts(let texts, let nodes): self = .places(texts.places(of: nodes))
    default: self = .values((0..<count).map { column.value(at: $0) })
    }
  }

  /// Compares two rows, a missing value always being last.
  func order(_ left: Int, _ right: Int, _ isDescending: Bool) -> Int {
    switch self {
    case .numbers(let numbers):
      let (one, other) = (numbers[left], numbers[right])
      if one.isNaN || other.isNaN { return (one.isNaN ? 1 : 0) - (other.isNaN ? 1 : 0) }
      return one == other ? 0 : (one < other) != isDescending ? -1 : 1
    case .places(let places):
      let (one, other) = (places[left], places[right])
      if one == other { return 0 }
      if one == .max || other == .max { return one == .max ? 1 : -1 }
      return (one < other) != isDescending ? -1 : 1
    case .values(let values): return SortOrder.compare(values[left], values[right], isDescending)
    }
  }
}

/// The order of rows by values, a missing value always being last.
enum SortOrder {
  /// The places of the rows in order; equal rows keep theirs.
  ///
  /// - Parameters:
  ///   - columns: What they are ordered by.
  ///   - count: How many rows there are.
  ///   - limit: How many of them are wanted.
  /// - Returns: The places of all rows, or of the first.
  /// - Complexity: O(*n* log *limit*).
  static func order(
    _ columns: [(SortColumn, isDescending: Bool)], count: Int, limit: Int?
  ) -> [Int] {
    func precedes(_ left: Int, _ right: Int) -> Bool {
      for (column, isDescending) in columns {
        let order = column.order(left, right, isDescending)
        if order != 0 { return order < 0 }
      }
      return left < right
    }
    guard let limit, limit < count / 2 else { return (0..<count).sorted(by: precedes) }
    guard limit > 0 else { return [] }
    var first = FirstInOrder(limit: limit, precedes)
    for row in 0..<count { first.offer(row) }
    return first.places.sorted(by: precedes)
  }

  static func compare(_ lhs: Value?, _ rhs: Value?, _ isDescending: Bool = false) -> Int {
    switch (lhs, rhs) {
    case (nil, nil): return 0
    case (nil, _): return 1
    case (_, nil): return -1
    case (let lhs?, let rhs?):
      let order = Value.order(lhs, rhs)
      return isDescending ? -order : order
    }
  }
}

/// The places that come first in an order, of all that are offered.
///
/// A heap with the last of them on top: most of what is offered comes after it.
private struct FirstInOrder {
  private let limit: Int
  private let precedes: (Int, Int) -> Bool
  private(set) var places: [Int] = []

  init(limit: Int, _ precedes: @escaping (Int, Int) -> Bool) {
    (self.limit, self.precedes) = (limit, precedes)
    places.reserveCapacity(limit)
  }

  mutating func offer(_ place: Int) {
    if places.count < limit {
      places.append(place)
      var child = places.count - 1
      while child > 0, precedes(places[(child - 1) / 2], places[child]) {
        places.swapAt((child - 1) / 2, child)
        child = (child - 1) / 2
      }
    } else if precedes(place, places[0]) {
      places[0] = place
      var parent = 0
      while 2 * parent + 1 < limit {
        var child = 2 * parent + 1
        if child + 1 < limit, precedes(places[child], places[child + 1]) { child += 1 }
        guard precedes(places[parent], places[child]) else { break }
        places.swapAt(parent, child)
        parent = child
      }
    }
  }
}
