// SPDX-License-Identifier: Apache-2.0

extension PropertyColumn {
  /// Puts a value at a node, or takes it away; the column grows as needed.
  ///
  /// - Returns: `false` when the value is not of the column's type.
  mutating func set(_ value: Value?, at node: Int) -> Bool {
    if node >= count { grow(to: node + 1) }
    // Each case is emptied while its array is changed, so that the array has
    // one owner and is not copied.
    switch self {
    case .flags(var set):
      self = .days([])
      defer { self = .flags(set) }
      switch value {
      case .flag(true): set.insert(NodeID(node))
      case .flag(false), nil: set.remove(NodeID(node))
      default: return false
      }
    case .bytes(var codes, let choices):
      self = .days([])
      defer { self = .bytes(codes, choices: choices) }
      guard let code = PropertyColumn.code(of: value, in: choices) else { return false }
      codes[node] = code.map(UInt8.init) ?? .max
    case .words(var codes, let choices):
      self = .days([])
      defer { self = .words(codes, choices: choices) }
      guard let code = PropertyColumn.code(of: value, in: choices) else { return false }
      codes[node] = code.map(UInt16.init) ?? .max
    case .days(var days):
      self = .days([])
      defer { self = .days(days) }
      switch value {
      case .day(let day): days[node] = day.number
      case nil: days[node] = PropertyColumn.missingDay
      default: return false
      }
    case .numbers(var numbers):
      self = .days([])
      defer { self = .numbers(numbers) }
      switch value {
      case .number(let number): numbers[node] = number
      case nil: numbers[node] = .nan
      default: return false
      }
    case .periods(var periods):
      self = .days([])
      defer { self = .periods(periods) }
      switch value {
      case .period(let period): periods[node] = period
      case nil: periods[node] = Period(months: PropertyColumn.missingDay)
      default: return false
      }
    case .texts(var column):
      self = .days([])
      defer { self = .texts(column) }
      switch value {
      case .text(let text): return column.set(text, at: node)
      case nil: return column.set(nil, at: node)
      default: return false
      }
    }
    return true
  }

  /// The rank of a choice: `.some(nil)` for a missing value, `nil` for a value
  /// that is no choice of the column.
  private static func code(of value: Value?, in choices: [String]) -> Int?? {
    switch value {
    case nil: .some(nil)
    case .choice(let name, let rank)
    where rank < min(choices.count, largestChoiceCount) && rank >= 0 && choices[rank] == name:
      .some(rank)
    default: nil
    }
  }

  /// Adds nodes without a value.
  mutating func grow(to count: Int) {
    let more = count - self.count
    guard more > 0 else { return }
    switch self {
    case .flags(var set):
      self = .days([])
      set.grow(to: count)
      self = .flags(set)
    case .bytes(var codes, let choices):
      self = .days([])
      PropertyColumn.append(.max, more, to: &codes)
      self = .bytes(codes, choices: choices)
    case .words(var codes, let choices):
      self = .days([])
      PropertyColumn.append(.max, more, to: &codes)
      self = .words(codes, choices: choices)
    case .days(var days):
      self = .days([])
      PropertyColumn.append(PropertyColumn.missingDay, more, to: &days)
      self = .days(days)
    case .numbers(var numbers):
      self = .days([])
      PropertyColumn.append(.nan, more, to: &numbers)
      self = .numbers(numbers)
    case .periods(var periods):
      self = .days([])
      PropertyColumn.append(Period(months: PropertyColumn.missingDay), more, to: &periods)
      self = .periods(periods)
    case .texts(var column):
      self = .days([])
      column.grow(to: count)
      self = .texts(column)
    }
  }

  private static func append<T>(_ value: T, _ count: Int, to array: inout [T]) {
    if count == 1 {
      array.append(value)
    } else {
      array.append(contentsOf: repeatElement(value, count: count))
    }
  }

  /// The column of the rows given, in their order.
  func gathered(_ rows: [UInt32]) -> PropertyColumn {
    switch self {
    case .flags(let set):
      var gathered = NodeSet(capacity: rows.count)
      for (place, row) in rows.enumerated() where set.contains(row) {
        gathered.insert(NodeID(place))
      }
      return .flags(gathered)
    case .bytes(let codes, let choices):
      return .bytes(rows.map { codes[Int($0)] }, choices: choices)
    case .words(let codes, let choices):
      return .words(rows.map { codes[Int($0)] }, choices: choices)
    case .days(let days): return .days(rows.map { days[Int($0)] })
    case .numbers(let numbers): return .numbers(rows.map { numbers[Int($0)] })
    case .periods(let periods): return .periods(rows.map { periods[Int($0)] })
    case .texts(let column): return .texts(column.gathered(rows))
    }
  }
}
