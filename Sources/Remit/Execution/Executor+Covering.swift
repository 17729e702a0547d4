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
    guard partners.hops.count == 1, partners.hops[0].link.repetition == nil,
      case .quantified(.every, let variable, let among, let holds) = partners.condition
    else { return nil }
    let hop = partners.hops[0]
    let view = try view(hop.link)
    let (sources, targets) = (kinds(partners.own), kinds(partners.partner))
    let parts = view.parts.filter {
      sources.contains($0.source(isForward: hop.isForward))
        && targets.contains($0.target(isForward: hop.isForward))
    }
    guard parts.count == 1, let covering = try covering(variable, among, holds) else { return nil }
    let rows = SlotRows(parts[0], slot: partners.own.index, isForward: hop.isForward)
    let ownNeeds = covering.needs.slot == partners.own.index
    let (own, other) =
      ownNeeds ? (covering.needs, covering.has) : (covering.has, covering.needs)
    let partnerKind = parts[0].target(isForward: hop.isForward)
    guard own.slot == partners.own.index, own.kind == rows.kind,
      other.slot == partners.partner.index, other.kind == partnerKind
    else { return nil }
    let wanted = try candidates(partners, view, hop.isForward, input)[partnerKind]
    let some = wanted == graph.nodes(of: partnerKind) ? nil : wanted
    var found = EntitySet()
    for part in input.parts {
      if part.kind == rows.kind, wanted != nil {
        let kept = try keep(part.nodes, rows, among: some, threshold, covering, ownNeeds: ownNeeds)
        found.formUnion(part.kind, kept)
      } else if threshold.holds(0) {
        found.formUnion(part.kind, part.nodes)
      }
    }
    return found
  }

  /// Those of some nodes whose number of neighbours that they cover, or that
  /// cover what they need, compares so.
  private func keep(
    _ nodes: NodeSet,
    _ rows: SlotRows,
    among wanted: NodeSet?,
    _ threshold: CountThreshold,
    _ covering: Covering,
    ownNeeds: Bool
  ) throws(Stop) -> NodeSet {
    guard let matrix = covering.matrix else {
      let covers = covers(covering)
      return try keep(nodes, rows, among: wanted, threshold) {
        (node: NodeID, partner: NodeID) throws(Stop) -> Bool in
        try ownNeeds ? covers(node, partner) : covers(partner, node)
      }
    }
    // What the loop looks at stands beside it: a closure would hold on to each
    // array anew for every pair.
    let budget = budget
    let (offsets, targets) = (covering.needs.offsets, covering.needs.targets)
    return try keep(nodes, rows, among: wanted, threshold) {
      (node: NodeID, partner: NodeID) throws(Stop) -> Bool in
      let (needing, holder) = ownNeeds ? (node, partner) : (partner, node)
      let (start, end) = (Int(offsets[Int(needing)]), Int(offsets[Int(needing) &+ 1]))
      try budget.spend(end &- start)
      for place in start..<end where !matrix.contains(holder, targets[place]) { return false }
      return true
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
    var kept = NodeSet(capacity: nodes.capacity)
    for node in nodes {
      let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
      try budget.spend(end &- start &+ 1)
      var met = 0
      for place in start..<end {
        let partner = targets[place]
        if let wanted, !wanted.contains(partner) { continue }
        guard try test(node, partner) else { continue }
        met &+= 1
        if met >= decided { break }
      }
      if threshold.holds(met) { kept.insert(node) }
    }
    return kept
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
