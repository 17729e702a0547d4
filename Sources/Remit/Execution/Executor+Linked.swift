// SPDX-License-Identifier: Apache-2.0

/// A condition on two things that says that a link joins them.
struct LinkedCondition {
  /// The link.
  let view: LinkView
  /// Whether the link leads from the first thing to the second.
  let isForward: Bool
  /// What else is said of the second thing alone.
  var own: [BoundCondition]
  /// What else is said of both.
  var both: [BoundCondition]
}

extension Executor {
  /// Takes a condition apart that says that a link joins two things.
  ///
  /// - Parameters:
  ///   - first: The first thing.
  ///   - second: The second thing; it alone is bound by the condition.
  ///   - condition: The condition.
  /// - Returns: The condition by the link with the fewest pairs; `nil` if it names
  ///   no link that is the same for all things.
  /// - Throws: ``Stop``, if the links cost too much to look at.
  func linked(
    _ first: Variable, _ second: Variable, _ condition: BoundCondition
  ) throws(Stop) -> LinkedCondition? {
    let conditions = condition.conjuncts
    var best: (place: Int, view: LinkView, isForward: Bool)?
    for (place, part) in conditions.enumerated() {
      guard let (view, isForward) = try link(first, second, part) else { continue }
      if best.map({ view.count < $0.view.count }) ?? true { best = (place, view, isForward) }
    }
    guard let best else { return nil }
    var linked = LinkedCondition(
      view: best.view, isForward: best.isForward, own: [], both: [])
    for (place, part) in conditions.enumerated() where place != best.place {
      if part.freeVariables.contains(first) {
        linked.both.append(part)
      } else {
        linked.own.append(part)
      }
    }
    return linked
  }

  /// The pairs of a link, if that is what a condition on two things says.
  private func link(
    _ first: Variable, _ second: Variable, _ condition: BoundCondition
  ) throws(Stop) -> (view: LinkView, isForward: Bool)? {
    let ends = [Operand.variable(first), .variable(second)]
    switch condition {
    case .link(let link, let from, let to)
    where link.repetition == nil && link.time.isClosed:
      if ends == [from, to] { return (try view(link), true) }
      if ends == [to, from] { return (try view(link), false) }
    case .definition(let id, let operands) where operands.count == 2:
      if ends == operands { return (try execution.view(of: id, at: time), true) }
      if ends == operands.reversed() { return (try execution.view(of: id, at: time), false) }
    default: break
    }
    return nil
  }
}
