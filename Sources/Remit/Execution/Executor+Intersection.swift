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
    if walks.count == 1 { return walks[0].test }
    let all = walks
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for walk in all where try walk.test(&frame) { return true }
      return false
    }
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
