// SPDX-License-Identifier: Apache-2.0

/// A term that mentions no thing and whose value follows from the day.
struct Clock {
  private let term: BoundTerm
  private let parameters: [String: Value]
  /// Whether a later day never makes it earlier, and it is a day.
  let isSteady: Bool

  /// Makes the clock of a term, if it is one.
  init?(_ term: BoundTerm, _ executor: Executor) {
    guard term.isConstant else { return nil }
    self.term = term
    parameters = executor.execution.parameters
    isSteady = Clock.isSteady(term)
  }

  /// Whether a term is today, moved by fixed periods.
  private static func isSteady(_ term: BoundTerm) -> Bool {
    switch term {
    case .today: true
    case .shifted(let day, by: let period, later: _): isSteady(day) && !period.followsToday
    default: false
    }
  }

  /// Whether steady clocks never overtake each other: today and a day some time
  /// before or after it.
  static func keepTheirOrder(_ clocks: [Clock]) -> Bool {
    guard clocks.count == 2 else { return clocks.count < 2 }
    let terms = clocks.map(\.term)
    guard let other = terms.first(where: { $0 != .today }) else { return true }
    guard terms.contains(.today),
      case .shifted(.today, by: .value(.period(let length)), later: _) = other
    else { return false }
    return length.months >= 0 && length.days >= 0 || length.months <= 0 && length.days <= 0
  }

  /// The value on a day, as an evaluation gives it.
  func value(on day: Int32) -> Value? { value(of: term, on: Day(number: day)) }

  private func value(of term: BoundTerm, on day: Day) -> Value? {
    switch term {
    case .value(let value): return value
    case .parameter(let name, _): return parameters[name]
    case .today: return .day(day)
    case .calendar(let span, isLast: let isLast): return span.day(isLast, on: day).map(Value.day)
    case .shifted(let base, by: let period, later: let later):
      guard case .day(let start)? = value(of: base, on: day),
        case .period(let length)? = value(of: period, on: day)
      else { return nil }
      return start.adding(later ? length : length.negated).map(Value.day)
    case .arithmetic(let operation, let lhs, let rhs):
      guard let left = value(of: lhs, on: day), let right = value(of: rhs, on: day) else {
        return nil
      }
      return operation.value(of: left, right)
    case .daysBetween(let lhs, let rhs):
      guard case .day(let first)? = value(of: lhs, on: day),
        case .day(let last)? = value(of: rhs, on: day)
      else { return nil }
      return .number(Double(Int(last.number) - Int(first.number)))
    case .attribute, .entity, .count, .aggregate, .list, .walk: return nil
    }
  }

  // MARK: Passing days

  /// Whether the days on which there is a value are the first or the last ones
  /// of a span, or all of them.
  func hasValue(on first: Int32, or last: Int32) -> Bool {
    value(on: first) != nil || value(on: last) != nil
  }

  /// Finds the days on which a steady clock reaches or leaves one of some days,
  /// or comes to have a value or loses it. It has one at one of the ends.
  ///
  /// - Complexity: O(bounds · log days).
  func passing(
    _ bounds: [Int32], from first: Int32, to last: Int32, _ budget: Budget,
    _ mark: (Int32) -> Void
  ) throws(Stop) {
    /// The first day of a range for which something holds that goes on holding.
    func start(
      _ low: Int32, _ high: Int32, _ holds: (Int32?) -> Bool
    ) throws(Stop) -> Int32 {
      var (low, high) = (low, high)
      while low < high {
        try budget.spend()
        let middle = low + (high - low) / 2
        if holds(number(on: middle)) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    var (begin, end) = (first, last + 1)
    if number(on: first) == nil {
      begin = try start(first, end) { $0 != nil }
      mark(begin)
    } else if number(on: last) == nil {
      end = try start(first, end) { $0 == nil }
      mark(end)
    }
    for bound in bounds {
      mark(try start(begin, end) { $0.map { $0 >= bound } ?? true })
      mark(try start(begin, end) { $0.map { $0 > bound } ?? true })
    }
  }

  private func number(on day: Int32) -> Int32? {
    guard case .day(let day)? = value(on: day) else { return nil }
    return day.number
  }

  /// Where a value stands among others.
  enum Place: Equatable {
    case missing
    /// So many of the others come before it, and whether it is one of them.
    case day(after: Int, isOne: Bool)
    case order(Int)
    case value(Value)

    init(_ value: Value?, among bounds: [Int32]) {
      switch value {
      case nil: self = .missing
      case .day(let day)?:
        var (low, high) = (0, bounds.count)
        while low < high {
          let middle = (low + high) / 2
          if bounds[middle] < day.number { low = middle + 1 } else { high = middle }
        }
        self = .day(after: low, isOne: low < bounds.count && bounds[low] == day.number)
      case let value?: self = .value(value)
      }
    }

    init(_ lhs: Value?, _ rhs: Value?) {
      guard let lhs, let rhs else {
        self = .missing
        return
      }
      self = .order(Value.order(lhs, rhs))
    }
  }
}

extension BoundTerm {
  /// Whether the value follows from today itself, not only through conditions.
  var followsToday: Bool {
    switch self {
    case .today, .calendar: true
    case .value, .parameter, .attribute, .entity, .count, .walk: false
    case .aggregate(_, let value, _, _), .list(let value, _, _): value.followsToday
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.followsToday || rhs.followsToday
    }
  }
}
