// SPDX-License-Identifier: Apache-2.0

/// Bindings of some variables, one after another.
struct Rows {
  let variables: [Variable]
  /// The things of the first row, then those of the second, and so on.
  var cells: [Entity]

  var count: Int { variables.isEmpty ? 0 : cells.count / variables.count }

  func row(_ index: Int) -> ArraySlice<Entity> {
    cells[(index * variables.count)..<((index + 1) * variables.count)]
  }

  /// Sorts the rows by the numbers of their things and takes repetitions out.
  mutating func makeDistinct() {
    let width = variables.count
    guard width > 0, !ascends else { return }
    UncountedWork.note(sorting: count)
    let keys = cells.map { UInt64(truncatingIfNeeded: $0.kind.index) << 32 | UInt64($0.node) }
    let order = Rows.order(keys, width: width)
    var kept: [Entity] = []
    kept.reserveCapacity(cells.count)
    for index in order {
      let row = row(index)
      if kept.count >= width, kept.suffix(width).elementsEqual(row) { continue }
      kept += row
    }
    cells = kept
  }

  /// Whether every row comes after the one before it, so that there is nothing to
  /// sort and no repetition.
  private var ascends: Bool {
    let width = variables.count
    for start in stride(from: width, to: cells.count, by: width) {
      var place = start
      while place < start &+ width, cells[place] == cells[place &- width] { place &+= 1 }
      guard place < start &+ width, cells[place &- width] < cells[place] else { return false }
    }
    return true
  }

  /// The places of rows of numbers, in the order of the numbers.
  static func order(_ keys: [UInt64], width: Int) -> [Int] {
    guard width > 0 else { return [] }
    return (0..<(keys.count / width)).sorted { left, right in
      var (one, other) = (left &* width, right &* width)
      for _ in 0..<width {
        if keys[one] != keys[other] { return keys[one] < keys[other] }
        one &+= 1
        other &+= 1
      }
      return false
    }
  }

  /// The number of rows that another list of the same variables does not have.
  ///
  /// Both are distinct and in the order of ``makeDistinct()``.
  func count(notIn other: Rows) -> Int {
    var found = 0
    var place = 0
    for index in 0..<count {
      let row = row(index)
      while place < other.count, other.row(place).lexicographicallyPrecedes(row) { place += 1 }
      if place == other.count || !other.row(place).elementsEqual(row) { found += 1 }
    }
    return found
  }
}

extension Executor {
  /// The distinct bindings of some variables that a plan makes, by the numbers
  /// of the things.
  func rows(_ plan: LogicalPlan, _ variables: [Variable]) throws(Stop) -> Rows {
    var rows = Rows(variables: variables, cells: [])
    if variables.count == 1 {
      rows.cells = try set(plan).entities
      return rows
    }
    try collect(plan, into: &rows)
    rows.makeDistinct()
    return rows
  }

  private func collect(_ plan: LogicalPlan, into rows: inout Rows) throws(Stop) {
    switch plan {
    case .union(let parts):
      for part in changing(parts) { try collect(part, into: &rows) }
    case .join(let inputs, on: let conditions):
      try join(inputs, conditions, into: &rows)
    default: break
    }
  }

  /// Adds the bindings of several variables that fulfil all conditions.
  private func join(
    _ inputs: [JoinInput],
    _ conditions: [BoundCondition],
    into rows: inout Rows
  ) throws(Stop) {
    var candidates: [Variable: EntitySet] = [:]
    for input in inputs {
      let set = try set(input.plan)
      if set.isEmpty { return }
      candidates[input.variable] = set
    }
    let slots = rows.variables.map(\.index)
    let budget = budget
    let size = slots.count &* 16
    let each = try enumeration(
      of: inputs.map(\.variable),
      candidates: candidates,
      conditions,
      bound: [],
      meeting: .all,
      then: { (frame: inout Frame) throws(Stop) -> Bool in
        try budget.keep(bytes: size)
        for slot in slots { frame.rows.append(frame.slots[slot]) }
        return false
      }
    )
    var frame = frame()
    _ = try each(&frame)
    rows.cells += frame.rows
  }

  /// The pairs a plan of two variables makes, as a view.
  func pairs(_ plan: LogicalPlan) throws(Stop) -> LinkView {
    let cells = try pairCells(plan)
    try budget.spend(cells.count / 2)
    var pairs = PairSet()
    for place in stride(from: 0, to: cells.count - 1, by: 2) {
      pairs.append(cells[place], cells[place + 1])
    }
    return pairs.view(in: graph)
  }

  /// The pairs a plan of two variables makes, one after another, some of them
  /// perhaps several times.
  func pairCells(_ plan: LogicalPlan) throws(Stop) -> [Entity] {
    var rows = Rows(variables: plan.joinedVariables, cells: [])
    if rows.variables.count == 2 { try collect(plan, into: &rows) }
    return rows.cells
  }

  /// What a definition holds of, by its plan.
  func extent(of definition: DefinitionPlan) throws(Stop) -> Extent {
    definition.parameterKinds.count == 2
      ? .view(try pairs(definition.unit.root)) : .set(try set(definition.unit.root))
  }
}

extension LogicalPlan {
  /// The variables that a join, or each join of a union, binds.
  fileprivate var joinedVariables: [Variable] {
    switch self {
    case .join(let inputs, on: _): inputs.map(\.variable)
    case .union(let parts): parts.first?.joinedVariables ?? []
    default: []
    }
  }
}
