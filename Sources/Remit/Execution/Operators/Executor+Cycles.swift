// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// The things from which a link, followed once or more often, leads back to
  /// them: `people p who delegate to+ p`.
  ///
  /// They are those in a strongly connected component of several things, and
  /// those linked to themselves. Components are found as Tarjan does, with a
  /// stack of its own instead of recursion.
  ///
  /// - Complexity: O(*things* + *links*).
  func onCycles(_ link: BoundLink) throws(Stop) -> EntitySet {
    let view = try view(link)
    let graph = JoinedKinds(view, in: self.graph)
    try budget.keep(bytes: graph.count &* 24)
    var search = ComponentSearch(count: graph.count)
    try budget.spend(bitmap: graph.count)
    for root in 0..<graph.count where search.isNew(root) {
      try search.run(from: root, graph, budget)
    }
    var found = EntitySet()
    for (kind, base, capacity) in graph.kinds {
      found.formUnion(
        kind, NodeSet(capacity: capacity, full: true).filtered { search.isCyclic[base &+ $0] })
    }
    return found
  }
}

/// The things of several kinds numbered through, with the links between them.
private struct JoinedKinds {
  /// Each kind with the number of its first thing, and how many it may have.
  private(set) var kinds: [(kind: KindID, base: Int, capacity: Int)] = []
  private(set) var count = 0
  /// For each kind the links that lead on, each with the number of the first
  /// thing they lead to.
  private var ways: [[(adjacency: Adjacency, base: Int)]] = []

  init(_ view: LinkView, in graph: Graph) {
    for kind in Set(view.parts.flatMap { [$0.left, $0.right] }).sorted() {
      kinds.append((kind, count, graph.capacity(of: kind)))
      count += graph.capacity(of: kind)
    }
    for (kind, _, _) in kinds {
      ways.append(
        view.parts.filter { $0.left == kind }.map { part in
          (part.forward, kinds.first { $0.kind == part.right }?.base ?? 0)
        })
    }
  }

  /// How far the links of a thing were followed: which links, and which of them.
  struct Progress {
    var way = 0
    var place: UInt32 = 0
  }

  /// The next thing a thing is linked to.
  @inline(__always)
  func next(of thing: Int, _ progress: inout Progress) -> Int? {
    var number = 0
    while number &+ 1 < kinds.count, kinds[number &+ 1].base <= thing { number &+= 1 }
    let own = ways[number]
    let node = thing &- kinds[number].base
    while progress.way < own.count {
      let (adjacency, base) = own[progress.way]
      let place = adjacency.offsets[node] &+ progress.place
      if place < adjacency.offsets[node &+ 1] {
        progress.place &+= 1
        return base &+ Int(adjacency.targets[Int(place)])
      }
      progress = Progress(way: progress.way &+ 1)
    }
    return nil
  }
}

/// A depth-first search that finds strongly connected components.
private struct ComponentSearch {
  /// One thing on the way from the root.
  private struct Step {
    let thing: Int
    var progress = JoinedKinds.Progress()
  }

  /// The things of which a way leads back to themselves.
  private(set) var isCyclic: [Bool]
  /// When a thing was met, from 1; 0 if it was not.
  private var met: [UInt32]
  /// The earliest thing that is reached from it and not in a finished component.
  private var low: [UInt32]
  private var isOpen: [Bool]
  /// The things met that are in no finished component.
  private var open: [Int] = []
  private var clock: UInt32 = 0

  init(count: Int) {
    isCyclic = [Bool](repeating: false, count: count)
    met = [UInt32](repeating: 0, count: count)
    low = met
    isOpen = isCyclic
  }

  func isNew(_ thing: Int) -> Bool { met[thing] == 0 }

  private mutating func meet(_ thing: Int) {
    clock &+= 1
    met[thing] = clock
    low[thing] = clock
    isOpen[thing] = true
    open.append(thing)
  }

  mutating func run(
    from root: Int, _ graph: JoinedKinds, _ budget: Budget
  ) throws(Stop) {
    var way = [Step(thing: root)]
    meet(root)
    while let last = way.indices.last {
      try budget.spend()
      let thing = way[last].thing
      if let next = graph.next(of: thing, &way[last].progress) {
        if next == thing { isCyclic[thing] = true }
        if isNew(next) {
          meet(next)
          way.append(Step(thing: next))
        } else if isOpen[next] {
          low[thing] = min(low[thing], met[next])
        }
        continue
      }
      way.removeLast()
      if let before = way.last?.thing { low[before] = min(low[before], low[thing]) }
      if low[thing] == met[thing] { close(thing) }
    }
  }

  /// Takes the component of a thing that was met first of it out of what is open.
  private mutating func close(_ thing: Int) {
    let isSeveral = open.last != thing
    while let member = open.popLast() {
      isOpen[member] = false
      if isSeveral { isCyclic[member] = true }
      if member == thing { break }
    }
  }
}
