// SPDX-License-Identifier: Apache-2.0

/// The neighbours of the things of one kind that a slot can hold.
struct SlotRows {
  let slot: Int
  let kind: KindID
  let offsets: [UInt32]
  let targets: [NodeID]

  init(_ part: LinkPart, slot: Int, isForward: Bool) {
    self.slot = slot
    kind = part.source(isForward: isForward)
    offsets = part.adjacency(isForward: isForward).offsets
    targets = part.adjacency(isForward: isForward).targets
  }

  /// The places of a thing's neighbours in the targets.
  @inline(__always)
  func range(of node: NodeID) -> (start: Int, end: Int) {
    (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
  }
}

/// `every k that c requires is held by p`: the division of one row by another.
struct Covering {
  /// What has to be covered: what `c` requires.
  let needs: SlotRows
  /// What covers it: what `p` holds.
  let has: SlotRows
  /// The second rows as bits, where that is worth while.
  let matrix: RowMatrix?
}

/// The neighbours of things along a link of which it matters whether they cover what
/// the things need, or need what the things cover: `competent owners`.
struct CoveredNeighbors {
  /// The neighbours of each thing.
  let rows: SlotRows
  /// The kind of the neighbours.
  let kind: KindID
  let covering: Covering
  /// Whether the things need something, and not their neighbours.
  let ownNeeds: Bool
}

extension Executor {
  /// Recognises `every k that c requires is held by p`, where the links lead
  /// between things of one kind each.
  ///
  /// - Parameters:
  ///   - variable: What is quantified: `k`.
  ///   - among: A link between it and one thing.
  ///   - holds: A link between it and another thing.
  /// - Returns: `nil` if the condition has another form.
  /// - Throws: ``Stop``, if the links cost too much to look at.
  func covering(
    _ variable: Variable,
    _ among: BoundCondition,
    _ holds: BoundCondition
  ) throws(Stop) -> Covering? {
    guard among.conjuncts.count == 1, holds.conjuncts.count == 1,
      let needs = try row(among.conjuncts[0], to: variable),
      let has = try row(holds.conjuncts[0], to: variable)
    else { return nil }
    let kind = needs.part.target(isForward: needs.isForward)
    guard has.part.target(isForward: has.isForward) == kind, kinds(variable).contains(kind)
    else { return nil }
    return Covering(
      needs: SlotRows(needs.part, slot: needs.slot, isForward: needs.isForward),
      has: SlotRows(has.part, slot: has.slot, isForward: has.isForward),
      matrix: try execution.matrix(of: has.part, isForward: has.isForward)
    )
  }

  /// Compiles a division of rows to one leaf.
  func test(_ covering: Covering) -> Test {
    let (needs, has) = (covering.needs, covering.has)
    let covers = covers(covering)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      let (needing, holder) = (frame.slots[needs.slot], frame.slots[has.slot])
      guard needing.kind == needs.kind else { return true }
      guard holder.kind == has.kind else {
        let (start, end) = needs.range(of: needing.node)
        return start == end
      }
      return try covers(needing.node, holder.node)
    }
  }

  /// Whether the row of one thing is covered by that of another, both being of
  /// the kinds that have rows.
  func covers(_ covering: Covering) -> (NodeID, NodeID) throws(Stop) -> Bool {
    let budget = budget
    let (offsets, targets) = (covering.needs.offsets, covering.needs.targets)
    if let matrix = covering.matrix {
      return { (node: NodeID, holder: NodeID) throws(Stop) -> Bool in
        let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
        try budget.spend(end &- start)
        for place in start..<end where !matrix.contains(holder, targets[place]) { return false }
        return true
      }
    }
    let has = covering.has
    return { (node: NodeID, holder: NodeID) throws(Stop) -> Bool in
      let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
      try budget.spend(end &- start)
      // Both rows ascend: each is looked for from where the one before was found.
      var (low, high) = has.range(of: holder)
      for place in start..<end {
        let wanted = targets[place]
        low = has.targets.firstPlace(notBelow: wanted, from: low, to: high)
        guard low < high, has.targets[low] == wanted else { return false }
      }
      return true
    }
  }

  /// Those of a set whose number of partners compares so, where what else has
  /// to hold of the pair is a division of rows: `with no competent owner`.
  ///
  /// - Returns: `nil` if the partners are of another form.
  func covered(
    _ input: EntitySet,
    _ partners: Partners,
    _ threshold: CountThreshold
  ) throws(Stop) -> EntitySet? {
    guard partners.hops.count == 1, partners.hops[0].link.repetition == nil else { return nil }
    let hop = partners.hops[0]
    let view = try view(hop.link)
    guard
      let neighbors = try coveredNeighbors(
        of: partners.own, partners.partner, view, isForward: hop.isForward, partners.condition)
    else { return nil }
    let wanted = try candidates(partners, view, hop.isForward, input)[neighbors.kind]
    let some = wanted == graph.nodes(of: neighbors.kind) ? nil : wanted
    var found = EntitySet()
    for part in input.parts {
      if part.kind == neighbors.rows.kind, wanted != nil {
        let kept = try keep(part.nodes, neighbors, among: some, threshold)
        found.formUnion(part.kind, kept)
      } else if threshold.holds(0) {
        found.formUnion(part.kind, part.nodes)
      }
    }
    return found
  }

  /// Recognises what else is said of a thing and its neighbour as a division of rows,
  /// where the link leads between things of one kind each.
  ///
  /// - Parameters:
  ///   - own: The thing.
  ///   - neighbor: The neighbour.
  ///   - view: The link between them.
  ///   - isForward: Whether it leads from the thing to the neighbour.
  ///   - condition: What else is said of both.
  /// - Returns: `nil` if that has another form.
  /// - Throws: ``Stop``, if the links cost too much to look at.
  func coveredNeighbors(
    of own: Variable, _ neighbor: Variable, _ view: LinkView, isForward: Bool,
    _ condition: BoundCondition
  ) throws(Stop) -> CoveredNeighbors? {
    guard case .quantified(.every, let variable, let among, let holds) = condition else {
      return nil
    }
    let (sources, targets) = (kinds(own), kinds(neighbor))
    let parts = view.parts.filter {
      sources.contains($0.source(isForward: isForward))
        && targets.contains($0.target(isForward: isForward))
    }
    guard parts.count == 1, let covering = try covering(variable, among, holds) else { return nil }
    let rows = SlotRows(parts[0], slot: own.index, isForward: isForward)
    let kind = parts[0].target(isForward: isForward)
    let ownNeeds = covering.needs.slot == own.index
    let (mine, other) =
      ownNeeds ? (covering.needs, covering.has) : (covering.has, covering.needs)
    guard mine.slot == own.index, mine.kind == rows.kind, other.slot == neighbor.index,
      other.kind == kind
    else { return nil }
    return CoveredNeighbors(rows: rows, kind: kind, covering: covering, ownNeeds: ownNeeds)
  }

  /// Those of some nodes whose number of neighbours that they cover, or that
  /// cover what they need, compares so.
  private func keep(
    _ nodes: NodeSet,
    _ neighbors: CoveredNeighbors,
    among wanted: NodeSet?,
    _ threshold: CountThreshold
  ) throws(Stop) -> NodeSet {
    guard let matrix = neighbors.covering.matrix else {
      let (covers, ownNeeds) = (covers(neighbors.covering), neighbors.ownNeeds)
      return try keep(nodes, neighbors.rows, among: wanted, threshold) {
        (node: NodeID, partner: NodeID) throws(Stop) -> Bool in
        try ownNeeds ? covers(node, partner) : covers(partner, node)
      }
    }
    return try filtered(nodes, neighbors, among: wanted, matrix, upTo: threshold.decided) {
      count, _ in threshold.holds(count)
    }
  }

  /// Leaves those of some nodes for which a test of the neighbours is true that they
  /// cover, or that cover what they need.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - neighbors: Their neighbours.
  ///   - wanted: The neighbours to count, or `nil` for all.
  ///   - matrix: What covers, as bits.
  ///   - most: The number up to which neighbours are counted.
  ///   - test: Is given the count for a node, and the last neighbour that was counted.
  /// - Returns: The nodes that are left.
  /// - Throws: ``Stop``, if there are too many.
  @inline(__always)
  func filtered(
    _ nodes: NodeSet, _ neighbors: CoveredNeighbors, among wanted: NodeSet?,
    _ matrix: RowMatrix, upTo most: Int,
    by test: (_ count: Int, _ last: NodeID) -> Bool
  ) throws(Stop) -> NodeSet {
    // What the loop looks at stands beside it: a closure would hold on to each
    // array anew for every pair.
    let (budget, ownNeeds) = (budget, neighbors.ownNeeds)
    let (offsets, targets) = (neighbors.rows.offsets, neighbors.rows.targets)
    let needs = neighbors.covering.needs
    let (needOffsets, needed) = (needs.offsets, needs.targets)
    let nodeCount = offsets.count &- 1
    // Rows of neighbours lie anywhere: those of several nodes are fetched at a time,
    // unless so many of them are that they would be in each other's way.
    var unfetched = ownNeeds && nodes.count > nodeCount / 4 ? 0 : nodeCount
    return try nodes.filtered { (node) throws(Stop) in
      if node >= unfetched {
        unfetched = min(node &+ 64, nodeCount)
        let (first, last) = (Int(offsets[node]), Int(offsets[unfetched]))
        if last &- first <= 128, matrix.fetch(targets, from: first, to: last) == .max {
          try budget.spend()
        }
      }
      let (start, end) = (Int(offsets[node]), Int(offsets[node &+ 1]))
      try budget.spend(end &- start &+ 1)
      let node = NodeID(truncatingIfNeeded: node)
      var (count, last) = (0, node)
      for place in start..<end {
        let partner = targets[place]
        if let wanted, !wanted.contains(partner) { continue }
        let (needing, holder) = ownNeeds ? (node, partner) : (partner, node)
        var need = Int(needOffsets[Int(needing)])
        let needEnd = Int(needOffsets[Int(needing) &+ 1])
        try budget.spend(needEnd &- need)
        while need < needEnd, matrix.contains(holder, needed[need]) { need &+= 1 }
        guard need == needEnd else { continue }
        (count, last) = (count &+ 1, partner)
        if count >= most { break }
      }
      return test(count, last)
    }
  }

  /// Those of some nodes whose number of neighbours that pass a test compares so.
  @inline(__always)
  private func keep(
    _ nodes: NodeSet,
    _ rows: SlotRows,
    among wanted: NodeSet?,
    _ threshold: CountThreshold,
    _ test: (NodeID, NodeID) throws(Stop) -> Bool
  ) throws(Stop) -> NodeSet {
    let budget = budget
    let (offsets, targets) = (rows.offsets, rows.targets)
    let decided = threshold.decided
    return try nodes.filtered { (node) throws(Stop) in
      let (start, end) = (Int(offsets[node]), Int(offsets[node &+ 1]))
      try budget.spend(end &- start &+ 1)
      var met = 0
      for place in start..<end {
        let partner = targets[place]
        if let wanted, !wanted.contains(partner) { continue }
        guard try test(NodeID(truncatingIfNeeded: node), partner) else { continue }
        met &+= 1
        if met >= decided { break }
      }
      return threshold.holds(met)
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

extension [NodeID] {
  /// The first place of an ascending row whose node is not below another, looked
  /// for in steps that double.
  func firstPlace(notBelow node: NodeID, from start: Int, to end: Int) -> Int {
    var (low, step) = (start, 1)
    while low &+ step < end, self[low &+ step] < node {
      low &+= step
      step &*= 2
    }
    var high = Swift.min(end, low &+ step &+ 1)
    while low < high {
      let middle = (low &+ high) / 2
      if self[middle] < node { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
