// SPDX-License-Identifier: Apache-2.0

/// The values of one column of an answer, a row each.
///
/// What can be read from the graph is read when it is asked for: of the rows of
/// a large answer most are never looked at as values.
enum AnswerColumn: Sendable {
  /// An attribute of things of one kind.
  case property(PropertyColumn, [NodeID])
  /// What is made of the number of the row.
  case made(@Sendable (Int) -> Value?)
  /// Numbers; one that is not a number is missing.
  case numbers([Double])
  /// Any values.
  case values([Value?])

  /// The value in a row.
  func value(at row: Int) -> Value? {
    switch self {
    case .property(let column, let nodes): return column.value(at: Int(nodes[row]))
    case .made(let value): return value(row)
    case .numbers(let numbers): return numbers[row].isNaN ? nil : .number(numbers[row])
    case .values(let values): return values[row]
    }
  }

  /// The rows at some places, in their order.
  func picked(_ places: [Int]) -> AnswerColumn {
    switch self {
    case .property(let column, let nodes): .property(column, places.map { nodes[$0] })
    case .made(let value): .made { value(places[$0]) }
    case .numbers(let numbers): .numbers(places.map { numbers[$0] })
    case .values(let values): .values(places.map { values[$0] })
    }
  }

  /// A number for each row, the same for equal values and for them alone.
  func codes(count: Int) -> [UInt32] {
    if case .property(.texts(let column), let nodes) = self {
      // Texts are kept once each.
      return nodes.map(column.code)
    }
    var known: [Value?: UInt32] = [:]
    return (0..<count).map { row in
      let value = value(at: row)
      if let code = known[value] { return code }
      let code = UInt32(truncatingIfNeeded: known.count)
      known[value] = code
      return code
    }
  }

  /// Whether a value is missing in any row.
  func hasMissing(count: Int) -> Bool {
    if case .property(.texts(let column), let nodes) = self {
      return nodes.contains { column.code(of: $0) == TextColumn.missing }
    }
    return (0..<count).contains { value(at: $0) == nil }
  }
}
