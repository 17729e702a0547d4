// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Those of a set whose number of partners compares so with a number.
  func countThreshold(
    _ input: EntitySet,
    _ partners: Partners,
    _ comparison: Comparison,
    _ count: Int
  ) throws(Stop) -> EntitySet {
    guard !input.isEmpty else { return input }
    let threshold = CountThreshold(comparison, count)
    if let found = try covered(input, partners, threshold) { return found }
    let index = partners.partner.index
    let sink: Test = { (frame: inout Frame) throws(Stop) -> Bool in
      frame.counters[index] &+= 1
      return frame.counters[index] >= threshold.decided
    }
    let each = try partnerTest(partners, input, counting: sink)
    return try keep(input, partners.own) { (frame: inout Frame) throws(Stop) -> Bool in
      frame.counters[index] = 0
      _ = try each(&frame)
      return threshold.holds(frame.counters[index])
    }
  }
}

/// A comparison of a count with a number.
struct CountThreshold {
  private let comparison: Comparison
  private let count: Int
  /// The count from which on more does not change the answer.
  let decided: Int

  init(_ comparison: Comparison, _ count: Int) {
    self.comparison = comparison
    self.count = count
    decided = comparison == .greaterOrEqual ? max(1, count) : max(1, count &+ 1)
  }

  func holds(_ number: Int) -> Bool {
    switch comparison {
    case .equal: number == count
    case .notEqual: number != count
    case .less: number < count
    case .lessOrEqual: number <= count
    case .greater: number > count
    case .greaterOrEqual: number >= count
    case .containsText, .startsWith, .endsWith: false
    }
  }
}
