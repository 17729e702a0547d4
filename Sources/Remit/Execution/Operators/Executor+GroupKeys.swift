// SPDX-License-Identifier: Apache-2.0

/// What a thing is counted under by one key.
enum GroupKey: Hashable {
  case value(Value?)
  case thing(Entity)
}

/// The values of an attribute of the things of one kind as small numbers: equal
/// for equal values alone.
struct CodedValues {
  let kind: KindID
  /// By node; one beyond ``last`` is missing, as is that of a node beyond the end.
  private let codes: [UInt32]
  /// The number that stands for a missing value, greater than all others.
  let missing: Int
  /// The value with a number.
  let value: (Int) -> Value?

  /// Takes the values of a column; `nil` if they are no codes.
  init?(_ kind: KindID, _ column: PropertyColumn) {
    self.kind = kind
    switch column {
    case .texts(let texts):
      codes = texts.codes
      missing = texts.dictionary.count
      value = { .text(texts.dictionary[TextDictionary.Code($0)]) }
    case .bytes(let ranks, let choices):
      codes = ranks.map(UInt32.init)
      missing = choices.count
      value = { .choice(choices[$0], rank: $0) }
    case .words(let ranks, let choices):
      codes = ranks.map(UInt32.init)
      missing = choices.count
      value = { .choice(choices[$0], rank: $0) }
    case .flags, .days, .numbers, .periods: return nil
    }
  }

  /// The number for the value of a node.
  @inline(__always)
  func code(of node: NodeID) -> Int {
    guard Int(node) < codes.count else { return missing }
    return min(Int(codes[Int(node)]), missing)
  }

  /// What is counted under a number.
  func key(_ code: Int) -> GroupKey { .value(code == missing ? nil : value(code)) }
}

/// The neighbours of the things of one kind along a link.
struct NeighborRows {
  let source: KindID
  let target: KindID
  let offsets: [UInt32]
  let targets: [NodeID]
  /// The neighbours that count; all, if there is no set.
  let wanted: NodeSet?
}

/// What the heads of an answer are counted under by one key, as numbers.
enum GroupCodes {
  /// An attribute of the head itself.
  case own(CodedValues)
  /// An attribute of its neighbours, each value once.
  case values(CodedValues, [NeighborRows])
  /// Its neighbours: the number of a thing comes after those of the kinds before.
  case things([NeighborRows], starts: [Int?], count: Int)
  /// What has been evaluated: pairs of the place of a head and a number.
  case pairs(heads: [Int], codes: [Int], keys: [GroupKey])

  /// How many numbers there are.
  var count: Int {
    switch self {
    case .own(let values), .values(let values, _): values.missing + 1
    case .things(_, starts: _, let count): count
    case .pairs(_, _, let keys): keys.count
    }
  }

  /// What a number stands for.
  func key(_ code: Int) -> GroupKey {
    switch self {
    case .own(let values), .values(let values, _): return values.key(code)
    case .pairs(_, _, let keys): return keys[code]
    case .things(_, let starts, _):
      var found = (kind: 0, start: 0)
      for (kind, start) in starts.enumerated() {
        if let start, start <= code, start >= found.start { found = (kind, start) }
      }
      return .thing(
        Entity(kind: KindID(found.kind), node: NodeID(truncatingIfNeeded: code - found.start)))
    }
  }

  /// The number of a thing that is counted under, if it has one.
  func code(of thing: Entity) -> Int? {
    switch self {
    case .things(_, let starts, _): starts[thing.kind.index].map { $0 + Int(thing.node) }
    case .pairs(_, _, let keys): keys.firstIndex(of: .thing(thing))
    case .own, .values: nil
    }
  }

  /// Calls a closure with the place of each head among all, and each number it is
  /// counted under.
  @inline(__always)
  func forEach(
    of heads: EntitySet, _ budget: Budget, _ body: (Int, Int) throws(Stop) -> Void
  ) throws(Stop) {
    switch self {
    case .own(let values):
      var place = 0
      for (kind, nodes) in heads.parts {
        for node in nodes {
          try budget.spend()
          try body(place, kind == values.kind ? values.code(of: node) : values.missing)
          place &+= 1
        }
      }
    case .values(let values, let rows):
      try forEachValue(of: heads, values, rows, budget, body)
    case .things(let rows, let starts, _):
      try forEachNeighbor(
        of: heads, rows, budget,
        alone: { (place, kind, target) throws(Stop) in
          try body(place, (starts[kind.index] ?? 0) &+ Int(target))
        },
        { (place, kind, target) throws(Stop) in
          if let target { try body(place, (starts[kind.index] ?? 0) &+ Int(target)) }
        })
    case .pairs(let heads, let codes, _):
      try budget.spend(heads.count)
      for index in heads.indices { try body(heads[index], codes[index]) }
    }
  }

  /// Calls a closure with the place of each head, and each value of its neighbours once;
  /// with what is missing for those of none.
  @inline(__always)
  private func forEachValue(
    of heads: EntitySet, _ values: CodedValues, _ rows: [NeighborRows], _ budget: Budget,
    _ body: (Int, Int) throws(Stop) -> Void
  ) throws(Stop) {
    // By number, the head that was last counted under it; for what is missing,
    // the head that was counted under anything.
    var lastHeads = [Int](repeating: -1, count: values.missing &+ 1)
    var last = lastHeads.mutableSpan
    try forEachNeighbor(
      of: heads, rows, budget,
      alone: { (place, _, target) throws(Stop) in try body(place, values.code(of: target)) },
      { (place, _, target) throws(Stop) in
        guard let target else {
          if last[values.missing] != place { try body(place, values.missing) }
          return
        }
        let code = values.code(of: target)
        guard code < values.missing, last[code] != place else { return }
        last[code] = place
        last[values.missing] = place
        try body(place, code)
      })
  }

  /// Calls a closure with the place of each head, and each of its neighbours that
  /// count; and with no neighbour after those of a head.
  ///
  /// A head with exactly one neighbour may go to `alone` instead: `body` is not called for
  /// it then, not even with no neighbour.
  @inline(__always)
  private func forEachNeighbor(
    of heads: EntitySet, _ rows: [NeighborRows], _ budget: Budget,
    alone: (Int, KindID, NodeID) throws(Stop) -> Void,
    _ body: (Int, KindID, NodeID?) throws(Stop) -> Void
  ) throws(Stop) {
    var place = 0
    for (kind, nodes) in heads.parts {
      let rows = rows.filter { $0.source == kind }
      // What a loop reads of an array of structs would be counted for each head.
      if rows.count == 1, rows[0].wanted == nil {
        let (target, offsets, targets) = (rows[0].target, rows[0].offsets, rows[0].targets)
        var steps = StepBatch()
        try nodes.forEach { (node) throws(Stop) in
          let (start, end) = (Int(offsets[Int(node)]), Int(offsets[Int(node) &+ 1]))
          try steps.add(end &- start &+ 1, to: budget)
          if start &+ 1 == end {
            try alone(place, target, targets[start])
          } else {
            for index in start..<end { try body(place, target, targets[index]) }
            try body(place, target, nil)
          }
          place &+= 1
        }
        try steps.settle(with: budget)
        continue
      }
      for node in nodes {
        for row in rows {
          let (start, end) = (Int(row.offsets[Int(node)]), Int(row.offsets[Int(node) &+ 1]))
          try budget.spend(end &- start &+ 1)
          for index in start..<end {
            let target = row.targets[index]
            if let wanted = row.wanted, !wanted.contains(target) { continue }
            try body(place, row.target, target)
          }
        }
        try body(place, kind, nil)
        place &+= 1
      }
    }
  }
}

extension Executor {
  /// What heads are counted under by a key.
  func codes(
    _ key: BoundKey, _ head: Variable, _ heads: EntitySet
  ) throws(Stop) -> GroupCodes {
    switch key {
    case .term(.attribute(let attributes, .variable(head)), _):
      if let values = coded(attributes, kinds(head)) { return .own(values) }
    case .term(.list(.attribute(let attributes, let operand), let variable, let condition), _)
    where operand == .variable(variable):
      if let values = coded(attributes, kinds(variable)),
        let rows = try neighborRows(of: head, variable, condition)
      {
        return .values(values, rows)
      }
    case .things(let variable, _, let member, _):
      if let rows = try neighborRows(of: head, variable, member) {
        var starts = [Int?](repeating: nil, count: graph.schema.kinds.count)
        var count = 0
        for kind in kinds(variable) {
          starts[kind.index] = count
          count += graph.capacity(of: kind)
        }
        try budget.keep(bytes: count &* 8)
        return .things(rows, starts: starts, count: count)
      }
    default: break
    }
    return try evaluated(key, head, heads)
  }

  /// The values of the attribute of a list that belongs to the only kind.
  private func coded(_ attributes: [AttributeID], _ kinds: [KindID]) -> CodedValues? {
    guard kinds.count == 1, graph.records[kinds[0].index] == nil,
      let attribute = attributes.first(where: { graph.schema[$0].kind == kinds[0] })
    else { return nil }
    return graph.column(of: attribute).flatMap { CodedValues(kinds[0], $0) }
  }

  /// The neighbours of things for which a condition holds, where it says that a
  /// link leads to them, and perhaps something of the neighbour alone.
  private func neighborRows(
    of head: Variable, _ variable: Variable, _ condition: BoundCondition
  ) throws(Stop) -> [NeighborRows]? {
    guard let linked = try linked(head, variable, condition), linked.both.isEmpty else {
      return nil
    }
    var wanted: EntitySet?
    if !linked.own.isEmpty {
      wanted = try filter(
        EntitySet(all: kinds(variable), in: graph), variable, .conjunction(linked.own))
    }
    let kinds = kinds(variable)
    return linked.view.parts.compactMap { part in
      let target = part.target(isForward: linked.isForward)
      guard kinds.contains(target), wanted == nil || wanted?[target] != nil else { return nil }
      let adjacency = part.adjacency(isForward: linked.isForward)
      return NeighborRows(
        source: part.source(isForward: linked.isForward), target: target,
        offsets: adjacency.offsets, targets: adjacency.targets, wanted: wanted?[target])
    }
  }

  /// What heads are counted under by a key that is evaluated of each of them.
  private func evaluated(
    _ key: BoundKey, _ head: Variable, _ heads: EntitySet
  ) throws(Stop) -> GroupCodes {
    let members = try grouping(key, head)
    var frame = frame()
    var numbers: [GroupKey: Int] = [:]
    var keys: [GroupKey] = []
    var (places, codes): ([Int], [Int]) = ([], [])
    for (place, entity) in heads.entities.enumerated() {
      frame.slots[head.index] = entity
      let found = try members(&frame)
      try budget.spend(found.count &+ 1)
      for key in found {
        let number = numbers[key] ?? keys.count
        if number == keys.count {
          numbers[key] = number
          keys.append(key)
        }
        places.append(place)
        codes.append(number)
      }
    }
    return .pairs(heads: places, codes: codes, keys: keys)
  }

  /// Compiles the finding of what a head counts under.
  private func grouping(
    _ key: BoundKey, _ head: Variable
  ) throws(Stop) -> (inout Frame) throws(Stop) -> [GroupKey] {
    switch key {
    case .term(let term, _):
      let evaluation = try evaluation(term, bound: [head])
      return { (frame: inout Frame) throws(Stop) -> [GroupKey] in
        let value = try evaluation(&frame)
        if case .list(let values)? = value { return values.map { .value($0) } }
        return [.value(value)]
      }
    case .things(let variable, _, let member, _):
      let gathering = try gathering(variable, member, [head])
      return { (frame: inout Frame) throws(Stop) -> [GroupKey] in
        let things = try gathering(&frame)
        return things.map { GroupKey.thing($0) }
      }
    }
  }
}
