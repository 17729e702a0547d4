// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// Those of a set whose number of partners compares so with a number.
  func countThreshold(
    _ input: EntitySet,
    _ partners: Partners,
    _ comparison: Comparison,
    _ count: Int
  ) throws(Stop) -> EntitySet {
    guard !input.isEmpty else { return input }
    let threshold = CountThreshold(comparison, count)
    if partners.hops.count == 1, partners.condition == .always {
      return try countThreshold(input, partners, along: partners.hops[0], threshold)
    }
    if let found = try covered(input, partners, threshold) { return found }
    let index = partners.partner.index
    let sink: Test = { (frame: inout Frame) throws(Stop) -> Bool in
      frame.counters[index] &+= 1
      return frame.counters[index] >= threshold.decided
    }
    let each = try partnerTest(partners, input, counting: sink)
    return try keep(input, partners.own) { (frame: inout Frame) throws(Stop) -> Bool in
      frame.counters[index] = 0
      _ = try each(&frame)
      return threshold.holds(frame.counters[index])
    }
  }
}

/// The neighbours of things along a part of a link that are to be counted.
private struct CountedWay {
  /// Which of them count.
  enum Wanted {
    case all
    case members(NodeSet)
    /// Those for whose code of a value this holds.
    case coded([UInt8], passes: [Bool])
  }

  let offsets: [UInt32]
  let targets: [NodeID]
  let wanted: Wanted
}

extension Executor {
  /// Those of a set whose number of partners along one hop compares so.
  private func countThreshold(
    _ input: EntitySet,
    _ partners: Partners,
    along hop: Hop,
    _ threshold: CountThreshold
  ) throws(Stop) -> EntitySet {
    let view = try view(hop.link)
    let wanted = try wanted(partners, view, hop.isForward, input)
    var found = EntitySet()
    for source in input.parts {
      var ways: [CountedWay] = []
      for part in view.parts where part.source(isForward: hop.isForward) == source.kind {
        guard let wanted = wanted[part.target(isForward: hop.isForward)] else { continue }
        let adjacency = part.adjacency(isForward: hop.isForward)
        ways.append(
          CountedWay(offsets: adjacency.offsets, targets: adjacency.targets, wanted: wanted))
      }
      found.formUnion(source.kind, try counted(source.nodes, ways, threshold))
    }
    return found
  }

  /// Those of some nodes that have a number of neighbours along some ways.
  private func counted(
    _ nodes: NodeSet, _ ways: [CountedWay], _ threshold: CountThreshold
  ) throws(Stop) -> NodeSet {
    let most = threshold.decided
    guard let way = ways.first else {
      return threshold.holds(0) ? nodes : NodeSet(capacity: nodes.capacity)
    }
    guard ways.count == 1 else {
      return try keep(nodes, threshold) { (node: NodeID) throws(Stop) -> Int in
        var met = 0
        for way in ways where met < most {
          switch way.wanted {
          case .all: met &+= try count(node, way)
          case .members(let set):
            met &+= try count(node, way, upTo: most) { set.contains($0) }
          case .coded(let codes, let passes):
            met &+= try count(node, way, upTo: most) { passes[Int(codes[Int($0)])] }
          }
        }
        return met
      }
    }
    // Asked here once, not in the loop for each node.
    switch way.wanted {
    case .all:
      return try keep(nodes, threshold) { (node: NodeID) throws(Stop) -> Int in
        try count(node, way)
      }
    case .members(let set):
      return try keep(nodes, threshold) { (node: NodeID) throws(Stop) -> Int in
        try count(node, way, upTo: most) { set.contains($0) }
      }
    case .coded(let codes, let passes):
      return try keep(nodes, threshold) { (node: NodeID) throws(Stop) -> Int in
        try count(node, way, upTo: most) { passes[Int(codes[Int($0)])] }
      }
    }
  }

  /// Which partners count, by kind; a kind that is not there has none.
  private func wanted(
    _ partners: Partners, _ view: LinkView, _ isForward: Bool, _ input: EntitySet
  ) throws(Stop) -> [KindID: CountedWay.Wanted] {
    // Of few things the partners are looked at where they are met, not gathered before.
    if isSmall(input, of: partners.own), let coded = try codedPartners(partners) { return coded }
    var wanted: [KindID: CountedWay.Wanted] = [:]
    for part in try candidates(partners, view, isForward, input).parts {
      wanted[part.kind] = part.nodes == graph.nodes(of: part.kind) ? .all : .members(part.nodes)
    }
    return wanted
  }

  /// The codes of those that can be partners, if all that is said of them is how a choice
  /// compares with something fixed.
  private func codedPartners(
    _ partners: Partners
  ) throws(Stop) -> [KindID: CountedWay.Wanted]? {
    guard case .filter(.scan(let kinds), partners.partner, let condition) = partners.among,
      let compared = FixedComparison(condition, of: partners.partner)
    else { return nil }
    guard let value = try value(of: compared) else { return [:] }
    var wanted: [KindID: CountedWay.Wanted] = [:]
    for kind in kinds {
      guard let attribute = compared.attribute(of: kind, in: graph.schema) else { continue }
      guard case .bytes(let codes, let choices)? = graph.column(of: attribute),
        codes.count >= graph.capacity(of: kind)
      else { return nil }
      try budget.spend(choices.count)
      let test = compared.test(of: attribute, in: graph.schema)
      wanted[kind] = .coded(
        codes, passes: PropertyColumn.passes(choices) { compared.holds(test, $0, value) })
    }
    return wanted
  }

  /// Those of some nodes for which a number compares so.
  @inline(__always)
  private func keep(
    _ nodes: NodeSet,
    _ threshold: CountThreshold,
    _ number: (NodeID) throws(Stop) -> Int
  ) throws(Stop) -> NodeSet {
    try nodes.filtered { (node) throws(Stop) in
      threshold.holds(try number(NodeID(truncatingIfNeeded: node)))
    }
  }

  /// How many neighbours a node has.
  @inline(__always)
  private func count(_ node: NodeID, _ way: CountedWay) throws(Stop) -> Int {
    try budget.spend()
    return Int(way.offsets[Int(node) &+ 1]) &- Int(way.offsets[Int(node)])
  }

  /// How many neighbours of a node are wanted, counted up to a number.
  @inline(__always)
  private func count(
    _ node: NodeID, _ way: CountedWay, upTo most: Int, where isWanted: (NodeID) -> Bool
  ) throws(Stop) -> Int {
    let (start, end) = (Int(way.offsets[Int(node)]), Int(way.offsets[Int(node) &+ 1]))
    try budget.spend(end &- start &+ 1)
    var met = 0
    for place in start..<end where isWanted(way.targets[place]) {
      met &+= 1
      if met >= most { break }
    }
    return met
  }
}

/// A comparison of a count with a number.
struct CountThreshold {
  private let comparison: Comparison
  private let count: Int
  /// The count from which on more does not change the answer.
  let decided: Int

  init(_ comparison: Comparison, _ count: Int) {
    self.comparison = comparison
    self.count = count
    decided = comparison == .greaterOrEqual ? max(1, count) : max(1, count &+ 1)
  }

  func holds(_ number: Int) -> Bool {
    switch comparison {
    case .equal: number == count
    case .notEqual: number != count
    case .less: number < count
    case .lessOrEqual: number <= count
    case .greater: number > count
    case .greaterOrEqual: number >= count
    case .containsText, .startsWith, .endsWith: false
    }
  }
}
