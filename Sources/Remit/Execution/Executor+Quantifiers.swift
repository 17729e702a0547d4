// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Compiles a quantified condition to the enumeration of its things.
  func quantified(
    _ quantifier: Quantifier,
    _ variable: Variable,
    _ among: BoundCondition,
    _ holds: BoundCondition,
    _ bound: [Variable]
  ) throws(Stop) -> Test {
    switch quantifier {
    case .some: return try exists(variable, [among, holds], bound)
    case .no:
      let some = try exists(variable, [among, holds], bound)
      return { (frame: inout Frame) throws(Stop) -> Bool in !(try some(&frame)) }
    case .every:
      if let covering = try covering(variable, among, holds) { return test(covering) }
      let offends = try exists(variable, [among, holds.negated], bound)
      return { (frame: inout Frame) throws(Stop) -> Bool in !(try offends(&frame)) }
    case .only:
      let some = try exists(variable, [among], bound)
      let offends = try exists(variable, [among, holds.negated], bound)
      return { (frame: inout Frame) throws(Stop) -> Bool in
        guard try some(&frame) else { return false }
        return !(try offends(&frame))
      }
    case .count(let comparison, let count):
      let threshold = CountThreshold(comparison, count)
      let counted = try counting(
        variable,
        [among, holds],
        bound,
        upTo: threshold.decided
      )
      return { (frame: inout Frame) throws(Stop) -> Bool in
        threshold.holds(try counted(&frame))
      }
    }
  }

  /// Compiles the test that there is a thing for which all conditions hold.
  func exists(
    _ variable: Variable,
    _ conditions: [BoundCondition],
    _ bound: [Variable]
  ) throws(Stop) -> Test {
    try enumeration(
      of: [variable],
      candidates: [:],
      conditions.flatMap(\.conjuncts),
      bound: bound,
      meeting: .any,
      then: constant(true)
    )
  }

  /// Compiles the counting, up to a number, of the things for which all
  /// conditions hold.
  func counting(
    _ variable: Variable,
    _ conditions: [BoundCondition],
    _ bound: [Variable],
    upTo most: Int
  ) throws(Stop) -> (inout Frame) throws(Stop) -> Int {
    let index = variable.index
    let each = try enumeration(
      of: [variable],
      candidates: [:],
      conditions.flatMap(\.conjuncts),
      bound: bound,
      meeting: .once,
      then: { (frame: inout Frame) throws(Stop) -> Bool in
        frame.counters[index] &+= 1
        return frame.counters[index] >= most
      }
    )
    return { (frame: inout Frame) throws(Stop) -> Int in
      frame.counters[index] = 0
      _ = try each(&frame)
      return frame.counters[index]
    }
  }

  /// Compiles the gathering of the things for which a condition holds, in order.
  func gathering(
    _ variable: Variable,
    _ condition: BoundCondition,
    _ bound: [Variable]
  ) throws(Stop) -> (inout Frame) throws(Stop) -> [Entity] {
    let index = variable.index
    let each = try enumeration(
      of: [variable],
      candidates: [:],
      condition.conjuncts,
      bound: bound,
      meeting: .once,
      then: { (frame: inout Frame) throws(Stop) -> Bool in
        frame.lists[index].append(frame.slots[index])
        return false
      }
    )
    return { (frame: inout Frame) throws(Stop) -> [Entity] in
      frame.lists[index].removeAll(keepingCapacity: true)
      _ = try each(&frame)
      frame.lists[index].sort()
      return frame.lists[index]
    }
  }
}
