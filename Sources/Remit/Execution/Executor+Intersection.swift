// SPDX-License-Identifier: Apache-2.0

extension SlotRows {
  /// The places of the row of the thing in the slot; none if it is of another kind.
  @inline(__always)
  fileprivate func range(_ frame: borrowing Frame) -> (start: Int, end: Int) {
    let entity = frame.slots[slot]
    return entity.kind == kind ? range(of: entity.node) : (0, 0)
  }
}

/// Rows this many times as long as others are searched instead of walked.
private let searchedRatio = 8

/// Rows of so many things at most are compared all with all before they are walked.
private let shortRow = 8

extension [NodeID] {
  /// Whether two short rows may have a thing in common; some that have none may pass.
  ///
  /// Which of two things is less cannot be foretold, and each wrong guess takes as long as
  /// to compare four with four: here nothing is guessed. What stands behind a shorter row
  /// is compared with it.
  ///
  /// - SeeAlso: B. Schlegel et al., "Fast sorted-set intersection using SIMD instructions"
  ///   (2011).
  @inline(__always)
  fileprivate func mayMeet(from left: Int, _ other: [NodeID], from right: Int) -> Bool {
    guard left <= count - shortRow, right <= other.count - shortRow else { return true }
    let (a, b) = (four(left), four(left &+ 4))
    let (c, d) = (other.four(right), other.four(right &+ 4))
    return any(meets(a, c) .| meets(a, d) .| meets(b, c) .| meets(b, d))
  }

  /// Four things from a place on.
  @inline(__always)
  private func four(_ place: Int) -> SIMD4<NodeID> {
    SIMD4(self[place], self[place &+ 1], self[place &+ 2], self[place &+ 3])
  }
}

/// Which of four things are among four others.
@inline(__always)
private func meets(_ some: SIMD4<NodeID>, _ others: SIMD4<NodeID>) -> SIMDMask<SIMD4<Int32>> {
  let second = SIMD4(others[1], others[2], others[3], others[0])
  let third = SIMD4(others[2], others[3], others[0], others[1])
  let fourth = SIMD4(others[3], others[0], others[1], others[2])
  return (some .== others) .| (some .== second) .| (some .== third) .| (some .== fourth)
}

extension Executor {
  /// Compiles the walk over the things that are candidates and neighbours of
  /// several bound things at once, by intersecting their ascending rows.
  ///
  /// - Parameters:
  ///   - neighbors: The links, at least two.
  ///   - candidates: The things wanted.
  ///   - index: The slot that each of them is put in.
  ///   - then: What is done with each, until it returns true.
  /// - Returns: A test that is true as soon as `then` is.
  func commonNeighbors(
    _ neighbors: [Neighbors],
    _ candidates: EntitySet,
    _ index: Int,
    _ then: @escaping Test
  ) -> Test {
    var walks: [ListedTest] = []
    for part in candidates.parts {
      let all = part.nodes == graph.nodes(of: part.kind)
      for rows in combinations(neighbors, leadingTo: part.kind) {
        let found = CommonThings(
          kind: part.kind, wanted: all ? nil : part.nodes, index: index, budget: budget)
        let test = rows.count == 2 ? found.of(rows[0], rows[1], then) : found.of(rows, then)
        walks.append(ListedTest(test: test))
      }
    }
    return anyOf(walks)
  }

  /// The rows to intersect, for each combination of kinds that the bound things
  /// can have: a verb may join several.
  private func combinations(
    _ neighbors: [Neighbors], leadingTo kind: KindID
  ) -> [[SlotRows]] {
    var found: [[SlotRows]] = [[]]
    for neighbor in neighbors {
      let parts = neighbor.view.parts.filter { $0.target(isForward: neighbor.isForward) == kind }
      found = found.flatMap { rows in
        parts.map { rows + [SlotRows($0, slot: neighbor.slot, isForward: neighbor.isForward)] }
      }
    }
    return found
  }
}

/// The things that rows have in common: where they are put, and which are wanted.
private struct CommonThings {
  let kind: KindID
  /// The wanted ones, or `nil` for all.
  let wanted: NodeSet?
  let index: Int
  let budget: Budget

  /// Those of two rows: walked side by side if they are about as long.
  func of(_ one: SlotRows, _ other: SlotRows, _ then: @escaping Test) -> Test {
    let (kind, wanted, index, budget) = (kind, wanted, index, budget)
    let many = of([one, other], then)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      var (left, leftEnd) = one.range(frame)
      guard left < leftEnd else { return false }
      var (right, rightEnd) = other.range(frame)
      guard right < rightEnd else { return false }
      let (leftCount, rightCount) = (leftEnd &- left, rightEnd &- right)
      if leftCount > rightCount &* searchedRatio || rightCount > leftCount &* searchedRatio {
        return try many(&frame)
      }
      try budget.spend(leftCount &+ rightCount)
      if leftCount <= shortRow, rightCount <= shortRow,
        !one.targets.mayMeet(from: left, other.targets, from: right)
      {
        return false
      }
      while left < leftEnd, right < rightEnd {
        let (node, candidate) = (one.targets[left], other.targets[right])
        if node < candidate {
          left &+= 1
        } else if node > candidate {
          right &+= 1
        } else {
          left &+= 1
          right &+= 1
          if let wanted, !wanted.contains(node) { continue }
          frame.slots[index] = Entity(kind: kind, node: node)
          if try then(&frame) { return true }
        }
      }
      return false
    }
  }

  /// Those of any number of rows: each thing of the shortest is searched in the
  /// others, from where the one before it was found.
  func of(_ rows: [SlotRows], _ then: @escaping Test) -> Test {
    let (kind, wanted, index, budget) = (kind, wanted, index, budget)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      var ranges: [(start: Int, end: Int)] = []
      var shortest = 0
      for (place, row) in rows.enumerated() {
        let range = row.range(frame)
        guard range.start < range.end else { return false }
        ranges.append(range)
        if range.end &- range.start < ranges[shortest].end &- ranges[shortest].start {
          shortest = place
        }
      }
      let (start, end) = ranges[shortest]
      let leading = rows[shortest].targets
      candidates: for place in start..<end {
        try budget.spend(rows.count)
        let node = leading[place]
        if let wanted, !wanted.contains(node) { continue }
        for other in rows.indices where other != shortest {
          let targets = rows[other].targets
          let found = targets.firstPlace(
            notBelow: node, from: ranges[other].start, to: ranges[other].end)
          guard found < ranges[other].end else { return false }
          ranges[other].start = found
          if targets[found] != node { continue candidates }
        }
        frame.slots[index] = Entity(kind: kind, node: node)
        if try then(&frame) { return true }
      }
      return false
    }
  }
}
