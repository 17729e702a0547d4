// SPDX-License-Identifier: Apache-2.0

/// The values of a key to sort by, in a form that is compared quickly.
enum SortColumn {
  /// Numbers; one that is not a number is missing.
  case numbers([Double])
  /// The places of values among all of them; the greatest number is missing.
  case places([UInt32])
  /// The places of values, looked up when two rows are compared: for few comparisons.
  case placesAsked((Int) -> UInt32)
  /// Texts by their codes, for few comparisons.
  case texts(TextDictionary, [TextDictionary.Code])
  case values([Value?])

  /// Takes the values of a column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - count: How many rows it has.
  ///   - isLimited: Whether few rows will be compared with one another.
  init(_ column: AnswerColumn, count: Int, isLimited: Bool = false) {
    switch column {
    case .numbers(let numbers): self = .numbers(numbers)
    case .property(.texts(let texts), let nodes):
      self =
        isLimited
        ? .texts(texts.dictionary, column.codes(count: count)) : .places(texts.places(of: nodes))
    case .property(let values, let nodes):
      self =
        values.sortNumbers(of: nodes).map(SortColumn.numbers)
        ?? .values((0..<count).map { column.value(at: $0) })
    case .made, .values: self = .values((0..<count).map { column.value(at: $0) })
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
    case .placesAsked(let place):
      let (one, other) = (place(left), place(right))
      return one == other ? 0 : (one < other) != isDescending ? -1 : 1
    case .texts(let dictionary, let codes):
      let (one, other) = (codes[left], codes[right])
      if one == other { return 0 }
      if one == .max || other == .max { return one == .max ? 1 : -1 }
      let order = dictionary.order(one, other)
      return isDescending ? -order : order
    case .values(let values): return SortOrder.compare(values[left], values[right], isDescending)
    }
  }

  /// A number for each row that is less where the row comes earlier, if the values
  /// have such numbers.
  func keys(isDescending: Bool) -> [UInt64]? {
    switch self {
    case .numbers(let numbers):
      return numbers.map { number in
        guard !number.isNaN else { return .max }
        // As Zero has two forms, and negative numbers have their bits the other way.
        let bits = (number + 0).bitPattern
        let key = bits >> 63 == 1 ? ~bits : bits | 1 << 63
        return isDescending ? ~key : key
      }
    case .places(let places):
      return places.map { place in
        guard place != .max else { return .max }
        return isDescending ? UInt64(UInt32.max &- place) : UInt64(place)
      }
    case .placesAsked, .texts, .values: return nil
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
    let keys = columns.first.flatMap { $0.0.keys(isDescending: $0.isDescending) } ?? []
    let rest = keys.isEmpty ? columns : Array(columns.dropFirst())
    func precedes(_ left: Int, _ right: Int) -> Bool {
      if !keys.isEmpty, keys[left] != keys[right] { return keys[left] < keys[right] }
      for (column, isDescending) in rest {
        let order = column.order(left, right, isDescending)
        if order != 0 { return order < 0 }
      }
      return left < right
    }
    guard let limit, limit < count / 2 else {
      let order =
        keys.isEmpty
        ? (0..<count).sorted(by: precedes)
        : placesInOrder(of: keys, precedes)
      return limit.map { Array(order.prefix($0)) } ?? order
    }
    guard limit > 0 else { return [] }
    var first = FirstInOrder(limit: limit, precedes)
    for row in 0..<count {
      // Most rows come after the last of those kept, as is seen at once.
      if !keys.isEmpty, let last = first.last, keys[row] > keys[last] { continue }
      first.offer(row)
    }
    return first.places.sorted(by: precedes)
  }

  /// The places of keys in ascending order; those of equal keys in another order.
  private static func placesInOrder(
    of keys: [UInt64], _ precedes: (Int, Int) -> Bool
  ) -> [Int] {
    var places = RadixSort.places(of: keys)
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, keys[places[end]] == keys[places[start]] { end += 1 }
      if end - start > 1 { places[start..<end].sort(by: precedes) }
      start = end
    }
    return places
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

  /// The last of those kept, once there are as many as are wanted.
  var last: Int? { places.count < limit ? nil : places[0] }

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
