// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Those of a set that have a partner.
  func semiJoin(_ input: EntitySet, _ partners: Partners) throws(Stop) -> EntitySet {
    guard !input.isEmpty else { return input }
    if partners.hops.count == 1, partners.condition == .always {
      return try semiJoin(input, partners, along: partners.hops[0])
    }
    if let found = try covered(input, partners, CountThreshold(.greaterOrEqual, 1)) {
      return found
    }
    let test = try partnerTest(partners, input, counting: nil)
    let needed = try links(among: partners.links + partners.condition.necessaryParts)
    return try keep(
      try linked(input, partners.own, by: needed), partners.own, test,
      reading: RowsAhead(of: .variable(partners.own), needed))
  }

  /// Those of a set that one hop joins to a partner.
  private func semiJoin(
    _ input: EntitySet,
    _ partners: Partners,
    along hop: Hop
  ) throws(Stop) -> EntitySet {
    if hop.link.repetition != nil {
      return input.intersection(try closure(try set(partners.among), hop.reversed))
    }
    let view = try view(hop.link)
    if case .scan(let kinds) = partners.among {
      return try withNeighbors(input, view, hop.isForward, of: kinds)
    }
    let among = try candidates(partners, view, hop.isForward, input)
    // From the side that has fewer things to look at.
    if among.count <= input.count {
      let kinds = input.parts.map(\.kind)
      return input.intersection(
        try image(of: among, view, isForward: !hop.isForward, of: kinds))
    }
    var found = EntitySet()
    for part in view.parts {
      let kind = part.source(isForward: hop.isForward)
      guard let sources = input[kind],
        let wanted = among[part.target(isForward: hop.isForward)]
      else { continue }
      let adjacency = part.adjacency(isForward: hop.isForward)
      let (offsets, targets) = (adjacency.offsets, adjacency.targets)
      let nodes = try sources.filtered { (node) throws(Stop) in
        let (start, end) = (Int(offsets[node]), Int(offsets[node &+ 1]))
        try budget.spend(end &- start &+ 1)
        for place in start..<end where wanted.contains(targets[place]) { return true }
        return false
      }
      found.formUnion(kind, nodes)
    }
    return found
  }

  /// Those of a set that have any neighbour of some kinds.
  private func withNeighbors(
    _ input: EntitySet,
    _ view: LinkView,
    _ isForward: Bool,
    of kinds: [KindID]
  ) throws(Stop) -> EntitySet {
    var found = EntitySet()
    for part in view.parts where kinds.contains(part.target(isForward: isForward)) {
      let kind = part.source(isForward: isForward)
      guard let sources = input[kind] else { continue }
      let offsets = part.adjacency(isForward: isForward).offsets
      try budget.spend(sources.count)
      found.formUnion(kind, sources.filtered { offsets[$0] != offsets[$0 &+ 1] })
    }
    return found
  }

  /// The links that conditions ask for.
  func links(among conditions: [BoundCondition]) throws(Stop) -> [AskedLink] {
    var links: [AskedLink] = []
    for condition in conditions {
      if let (ends, view) = try ends(of: condition) {
        links.append(AskedLink(ends: ends, view: view))
      }
    }
    return links
  }

  /// Those of a set that have every link that is asked of a variable.
  func linked(
    _ input: EntitySet,
    _ variable: Variable,
    by links: [AskedLink]
  ) throws(Stop) -> EntitySet {
    var found = input
    for link in links {
      guard let (end, isForward) = link.way(from: .variable(variable)) else { continue }
      found = try withNeighbors(found, link.view, isForward, of: kinds(end))
    }
    return found
  }

  /// The things that can be partners; only those near the input where it is small.
  func candidates(
    _ partners: Partners,
    _ view: LinkView,
    _ isForward: Bool,
    _ input: EntitySet
  ) throws(Stop) -> EntitySet {
    guard isSmall(input, of: partners.own) else { return try set(partners.among) }
    return try set(
      partners.among,
      within: try image(
        of: input, view, isForward: isForward, of: kinds(partners.partner))
    )
  }

  /// Whether a set has few of the things that a variable ranges over.
  func isSmall(_ input: EntitySet, of variable: Variable) -> Bool {
    input.count < kinds(variable).reduce(0) { $0 + graph.capacity(of: $1) } / 4
  }

  /// A test that a thing has a partner; with a sink, each of its partners is
  /// handed to that instead.
  func partnerTest(
    _ partners: Partners,
    _ input: EntitySet,
    counting sink: Test?
  ) throws(Stop) -> Test {
    let hop = partners.hops[0]
    let among = try candidates(partners, try view(hop.link), hop.isForward, input)
    return try enumeration(
      of: [partners.partner],
      candidates: [partners.partner: among],
      partners.links + partners.condition.conjuncts,
      bound: [partners.own],
      meeting: sink == nil ? .any : .once,
      then: sink ?? constant(true)
    )
  }

  /// Those of a set that pass a test, which may look at rows that are read before.
  func keep(
    _ input: EntitySet, _ variable: Variable, _ test: Test, reading ahead: RowsAhead? = nil
  ) throws(Stop) -> EntitySet {
    var frame = frame()
    var found = EntitySet()
    for part in input.parts {
      let words = part.nodes.words
      // The number of the word for whose things has been read ahead.
      var read = -1
      let nodes = try part.nodes.filtered { (node) throws(Stop) in
        try budget.spend()
        if let ahead, node >> 6 != read, !words.isEmpty {
          read = node >> 6
          if words[read].nonzeroBitCount >= RowsAhead.fewThings,
            ahead.fetch(part.kind, from: read &* 64) == .max
          {
            try budget.spend()
          }
        }
        frame.slots[variable.index] = Entity(
          kind: part.kind, node: NodeID(truncatingIfNeeded: node))
        return try test(&frame)
      }
      found.formUnion(part.kind, nodes)
    }
    return found
  }
}

/// A link that a condition asks for.
struct AskedLink {
  let ends: (Operand, Operand)
  let view: LinkView

  /// The other end, and whether it is the right one; `nil` if the link is not one from a
  /// thing to another.
  func way(from own: Operand) -> (end: Operand, isForward: Bool)? {
    if ends.0 == own { return ends.1 == own ? nil : (ends.1, true) }
    return ends.1 == own ? (ends.0, false) : nil
  }
}

extension Partners {
  /// The hops as conditions on the thing and its partner.
  var links: [BoundCondition] {
    hops.map { hop in
      .link(
        hop.link,
        from: .variable(hop.isForward ? own : partner),
        to: .variable(hop.isForward ? partner : own)
      )
    }
  }
}

extension BoundCondition {
  /// The conditions that hold wherever it does, those inside "there is" included.
  var necessaryParts: [BoundCondition] {
    conjuncts.flatMap { part in
      guard case .quantified(.some, _, let among, let holds) = part else { return [part] }
      return among.necessaryParts + holds.necessaryParts
    }
  }
}
