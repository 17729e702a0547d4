// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Compiles `every k that c requires is held by p`, the division of two rows,
  /// to one leaf: each neighbour of the one thing is looked up among those of
  /// the other.
  ///
  /// - Parameters:
  ///   - variable: What is quantified: `k`.
  ///   - among: A link between it and one thing.
  ///   - holds: A link between it and another thing.
  /// - Returns: `nil` if the condition has another form, or the links lead from
  ///   or to things of several kinds.
  /// - Throws: ``Stop``, if the links cost too much to look at.
  func covering(
    _ variable: Variable,
    _ among: BoundCondition,
    _ holds: BoundCondition
  ) throws(Stop) -> Test? {
    guard among.conjuncts.count == 1, holds.conjuncts.count == 1,
      let needs = try row(among.conjuncts[0], to: variable),
      let has = try row(holds.conjuncts[0], to: variable)
    else { return nil }
    let kind = needs.part.target(isForward: needs.isForward)
    guard has.part.target(isForward: has.isForward) == kind, kinds(variable).contains(kind)
    else { return nil }
    let wanted = needs.part.adjacency(isForward: needs.isForward)
    let (offsets, targets) = (wanted.offsets, wanted.targets)
    let needsKind = needs.part.source(isForward: needs.isForward)
    let hasKind = has.part.source(isForward: has.isForward)
    let (needsSlot, hasSlot, budget) = (needs.slot, has.slot, budget)
    let part = has.part
    let isForward = has.isForward
    let matrix = try execution.matrix(of: part, isForward: isForward)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      guard frame.slots[needsSlot].kind == needsKind else { return true }
      let node = Int(frame.slots[needsSlot].node)
      let (start, end) = (Int(offsets[node]), Int(offsets[node &+ 1]))
      guard start < end else { return true }
      guard frame.slots[hasSlot].kind == hasKind else { return false }
      let holder = frame.slots[hasSlot].node
      try budget.spend(end &- start)
      if let matrix {
        for place in start..<end where !matrix.contains(holder, targets[place]) {
          return false
        }
        return true
      }
      for place in start..<end {
        let target = targets[place]
        let holds = isForward ? part.contains(holder, target) : part.contains(target, holder)
        if !holds { return false }
      }
      return true
    }
  }

  /// The pairs of a link between a thing that is bound and a variable.
  private func row(
    _ condition: BoundCondition,
    to variable: Variable
  ) throws(Stop) -> (part: LinkPart, slot: Int, isForward: Bool)? {
    guard case .link(let link, let from, let to) = condition, from != to,
      link.repetition == nil, link.time.isClosed
    else { return nil }
    let end = Operand.variable(variable)
    guard from == end || to == end else { return nil }
    let (other, isForward) = to == end ? (from, true) : (to, false)
    let (sources, targets) = (kinds(other), kinds(variable))
    // A verb may join more kinds than those that can come here.
    let parts = try view(link).parts.filter {
      sources.contains($0.source(isForward: isForward))
        && targets.contains($0.target(isForward: isForward))
    }
    guard parts.count == 1 else { return nil }
    return (parts[0], slot(other), isForward)
  }
}
