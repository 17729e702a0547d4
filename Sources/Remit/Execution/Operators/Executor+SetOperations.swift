// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The things in all, in any, or in the first only of several sets.
  ///
  /// What is known already narrows what is asked of the sets that follow.
  func combine(_ plan: LogicalPlan, within limit: EntitySet?) throws(Stop) -> EntitySet {
    switch plan {
    case .intersection(let parts):
      var result = limit
      // That a thing is of some kind narrows the least.
      for part in parts where !part.isScan { result = try set(part, within: result) }
      for part in parts where part.isScan { result = try set(part, within: result) }
      return result ?? EntitySet()
    case .union(let parts):
      var result = EntitySet()
      for part in changing(parts) { result.formUnion(try set(part, within: limit)) }
      return result
    case .difference(let input, let other):
      let all = try set(input, within: limit)
      return all.subtracting(try set(other, within: all))
    default: return EntitySet()
    }
  }

  /// The alternatives that can have something new: in a later round of a
  /// recursive definition, those that use it, if any of them does.
  func changing(_ parts: [LogicalPlan]) -> [LogicalPlan] {
    guard !differenceGroup.isEmpty else { return parts }
    let using = parts.filter { Linearity.uses($0, anyOf: differenceGroup) }
    return using.isEmpty ? parts : using
  }
}

extension LogicalPlan {
  fileprivate var isScan: Bool { if case .scan = self { true } else { false } }
}
