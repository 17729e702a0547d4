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
    let isForward = neighbors.isForward
    var walks: [ListedTest] = []
    for part in neighbors.view.parts {
      guard let wanted = candidates[part.target(isForward: isForward)] else { continue }
      walks.append(
        ListedTest(test: row(of: part, isForward, neighbors.slot, wanted, index, then)))
    }
    return anyOf(walks)
  }

  /// The walk over one row; there is none for a thing of another kind.
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
    let (source, kind) = (part.source(isForward: isForward), part.target(isForward: isForward))
    let isAll = wanted == graph.nodes(of: kind)
    let budget = budget
    return { (frame: inout Frame) throws(Stop) -> Bool in
      let entity = frame.slots[slot]
      guard entity.kind == source else { return false }
      let node = Int(entity.node)
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
