// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The things reached from a set by repeating a hop.
  func closure(_ input: EntitySet, _ hop: Hop) throws(Stop) -> EntitySet {
    guard let repetition = hop.link.repetition else { return try extend(input, hop) }
    return try reached(
      from: input,
      try view(hop.link),
      isForward: hop.isForward,
      repetition,
      ends: endKinds(of: hop.link)
    )
  }

  /// The kinds that can stand at either end of a link.
  func endKinds(of link: BoundLink) -> [KindID] {
    var kinds: Set<KindID> = []
    for relation in link.relations {
      switch relation {
      case .stored(let id):
        kinds.formUnion(graph.schema[id].left + graph.schema[id].right)
      case .defined(let id):
        guard let definition = execution.plan.definitions[id] else { continue }
        kinds.formUnion(definition.parameterKinds.joined())
      }
    }
    return kinds.sorted()
  }

  /// The things reached from a set in so many steps; in no step only things
  /// of the kinds that can stand at an end.
  func reached(
    from input: EntitySet,
    _ view: LinkView,
    isForward: Bool,
    _ repetition: Repetition,
    ends: [KindID]
  ) throws(Stop) -> EntitySet {
    let start =
      repetition.least <= 0 ? input.intersection(EntitySet(all: ends, in: graph)) : EntitySet()
    if repetition.most == nil, repetition.least <= 1 {
      if view.parts.count == 1, view.parts[0].left == view.parts[0].right {
        // In no step also things are reached that have none of the links.
        var found = start
        found.formUnion(try hybrid(from: input, start, view.parts[0], isForward))
        return found
      }
      return try queued(from: input, start, view, isForward)
    }
    var frontier = input
    for _ in 0..<max(0, repetition.least) {
      if frontier.isEmpty { return EntitySet() }
      try budget.spend()
      frontier = try image(of: frontier, view, isForward: isForward)
    }
    if let most = repetition.most, most < repetition.least { return EntitySet() }
    var found = repetition.least <= 0 ? start : frontier
    var step = max(0, repetition.least)
    while !frontier.isEmpty, repetition.most.map({ step < $0 }) ?? true {
      step += 1
      try budget.spend()
      frontier = try image(of: frontier, view, isForward: isForward).subtracting(found)
      found.formUnion(frontier)
    }
    return found
  }

  /// Reachability between several kinds, with a queue.
  private func queued(
    from input: EntitySet,
    _ start: EntitySet,
    _ view: LinkView,
    _ isForward: Bool
  ) throws(Stop) -> EntitySet {
    var found = start
    // By kind, to be changed in place.
    var sets = graph.schema.kinds.map { NodeSet(capacity: graph.capacity(of: $0.id)) }
    for part in start.parts { sets[part.kind.index] = part.nodes }
    let ways = view.parts.map { part in
      (
        source: part.source(isForward: isForward), target: part.target(isForward: isForward),
        adjacency: part.adjacency(isForward: isForward)
      )
    }
    var queue = input.entities
    var place = 0
    while place < queue.count {
      let entity = queue[place]
      place &+= 1
      for (source, kind, adjacency) in ways where source == entity.kind {
        let range = adjacency.range(of: entity.node)
        try budget.spend(range.count &+ 1)
        for next in range {
          let target = adjacency.targets[next]
          if sets[kind.index].insert(target) { queue.append(Entity(kind: kind, node: target)) }
        }
      }
    }
    for kind in graph.schema.kinds { found.formUnion(kind.id, sets[kind.id.index]) }
    return found
  }

  /// Reachability within one kind: a queue while little is pending, sweeps in
  /// ascending order over all that is pending when it is much.
  ///
  /// - Complexity: O(*V* / 64 + links from what is reached).
  private func hybrid(
    from input: EntitySet,
    _ start: EntitySet,
    _ part: LinkPart,
    _ isForward: Bool
  ) throws(Stop) -> EntitySet {
    let adjacency = part.adjacency(isForward: isForward)
    let (offsets, targets) = (adjacency.offsets, adjacency.targets)
    let count = adjacency.nodeCount
    var reached = start[part.left] ?? NodeSet(capacity: count)
    var queue = input[part.left].map(Array.init) ?? []
    // Members of the input that are not reached are expanded, but not found: only
    // the queue does that.
    let unswept = start.isEmpty ? queue.count : 0
    var place = 0
    let (many, few) = (max(1024, count / 256), max(512, count / 1024))
    while place < queue.count {
      if queue.count &- place > many, place >= unswept {
        var done = reached
        for index in place..<queue.count { done.remove(queue[index]) }
        queue.removeAll(keepingCapacity: true)
        place = 0
        try sweep(&reached, &done, offsets, targets, few)
        for index in reached.words.indices {
          var pending = reached.words[index] & ~done.words[index]
          while pending != 0 {
            queue.append(
              NodeID(truncatingIfNeeded: index &* 64 &+ pending.trailingZeroBitCount)
            )
            pending &= pending &- 1
          }
        }
        guard !queue.isEmpty else { break }
      }
      let node = queue[place]
      place &+= 1
      let (first, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
      try budget.spend(end &- first &+ 1)
      for next in first..<end where reached.insert(targets[next]) { queue.append(targets[next]) }
    }
    return EntitySet(part.left, reached)
  }

  /// Expands all that is reached and not done, in ascending order, again and
  /// again until a sweep finds little to expand.
  private func sweep(
    _ reached: inout NodeSet,
    _ done: inout NodeSet,
    _ offsets: [UInt32],
    _ targets: [NodeID],
    _ few: Int
  ) throws(Stop) {
    try reached.withBits { (reached) throws(Stop) in
      try done.withBits { (done) throws(Stop) in
        var expanded = Int.max
        while expanded >= few {
          expanded = 0
          for index in reached.indices {
            try budget.spend()
            var pending = reached[index] & ~done[index]
            while pending != 0 {
              let node = index &* 64 &+ pending.trailingZeroBitCount
              done[index] |= pending & (0 &- pending)
              expanded &+= 1
              let (first, end) = (Int(offsets[node]), Int(offsets[node &+ 1]))
              try budget.spend(end &- first &+ 1)
              for next in first..<end { reached.insert(targets[next]) }
              pending = reached[index] & ~done[index]
            }
          }
        }
      }
    }
  }
}
