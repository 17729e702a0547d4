// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Compiles the walk over the neighbours of a bound thing that are candidates.
  ///
  /// - Parameters:
  ///   - neighbors: The link.
  ///   - candidates: The things wanted.
  ///   - index: The slot that each of them is put in.
  ///   - then: What is done with each, until it returns true.
  /// - Returns: A test that is true as soon as `then` is.
  func walk(
    _ neighbors: Neighbors,
    _ candidates: EntitySet,
    _ index: Int,
    _ then: @escaping Test
  ) -> Test {
    let (slot, isForward) = (neighbors.slot, neighbors.isForward)
    var walks: [(source: KindID, walk: ListedTest)] = []
    for part in neighbors.view.parts {
      guard let wanted = candidates[part.target(isForward: isForward)] else { continue }
      let test = row(of: part, isForward, slot, wanted, index, then)
      walks.append((part.source(isForward: isForward), ListedTest(test: test)))
    }
    if walks.count == 1 {
      let source = walks[0].source
      let test = walks[0].walk.test
      return { (frame: inout Frame) throws(Stop) -> Bool in
        frame.slots[slot].kind == source ? try test(&frame) : false
      }
    }
    let all = walks
    return { (frame: inout Frame) throws(Stop) -> Bool in
      let kind = frame.slots[slot].kind
      for (source, walk) in all where source == kind {
        if try walk.test(&frame) { return true }
      }
      return false
    }
  }

  /// The walk over one row, its kind being right.
  private func row(
    of part: LinkPart,
    _ isForward: Bool,
    _ slot: Int,
    _ wanted: NodeSet,
    _ index: Int,
    _ then: @escaping Test
  ) -> Test {
    let adjacency = part.adjacency(isForward: isForward)
    let (offsets, targets) = (adjacency.offsets, adjacency.targets)
    let kind = part.target(isForward: isForward)
    let isAll = wanted == graph.nodes(of: kind)
    let budget = budget
    return { (frame: inout Frame) throws(Stop) -> Bool in
      let node = Int(frame.slots[slot].node)
      let (start, end) = (Int(offsets[node]), Int(offsets[node &+ 1]))
      for place in start..<end {
        try budget.spend()
        let target = targets[place]
        guard isAll || wanted.contains(target) else { continue }
        frame.slots[index] = Entity(kind: kind, node: target)
        if try then(&frame) { return true }
      }
      return false
    }
  }
}
