// SPDX-License-Identifier: Apache-2.0

/// The distinct bindings of the variables a query asks for.
enum Bindings {
  /// Those of one variable.
  case things(Variable, EntitySet)
  /// Those of several, by the numbers of the things.
  case rows(Rows)

  /// The number of bindings.
  var count: Int {
    switch self {
    case .things(_, let set): set.count
    case .rows(let rows): rows.count
    }
  }

  /// Whether there may be more than one binding, as far as that is seen at once.
  var mayBeSeveral: Bool {
    switch self {
    case .things(_, let set): set.mayBeSeveral
    case .rows(let rows): rows.count > 1
    }
  }

  /// The variables.
  var variables: [Variable] {
    switch self {
    case .things(let variable, _): [variable]
    case .rows(let rows): rows.variables
    }
  }

  /// The variable that every binding begins with.
  var head: Variable { variables[0] }

  /// Whether a binding is of the head alone.
  var isOfOneVariable: Bool { variables.count == 1 }

  /// The distinct things of the head.
  func heads(in graph: Graph) -> EntitySet {
    switch self {
    case .things(_, let set): return set
    case .rows(let rows):
      let width = rows.variables.count
      return EntitySet(
        of: stride(from: 0, to: rows.cells.count, by: width).lazy.map { rows.cells[$0] },
        in: graph)
    }
  }

  /// The number of bindings that others of the same variables do not have.
  func count(notIn other: Bindings) -> Int {
    switch (self, other) {
    case (.things(_, let set), .things(_, let others)): set.subtracting(others).count
    case (.rows(let rows), .rows(let others)): rows.count(notIn: others)
    // INVARIANT: both are of the same variables.
    case (.things, .rows), (.rows, .things): count
    }
  }
}

/// The things of one variable, one for each row.
struct ThingColumn: Sendable {
  /// The number of each thing within its kind.
  private(set) var nodes: [NodeID] = []
  /// The kind of all things, as long as they are of one kind.
  private var common: KindID?
  /// The kind of each thing, if they are of several.
  private var kinds: [KindID] = []

  /// Makes an empty column.
  init() {}

  /// Makes a column of things of one kind.
  init(_ kind: KindID, _ nodes: [NodeID]) {
    (self.nodes, common) = (nodes, kind)
  }

  /// Makes a column of things.
  init(_ things: some Sequence<Entity>) {
    for thing in things { append(thing) }
  }

  /// The number of rows.
  var count: Int { nodes.count }

  /// The kind of all things; `nil` if they are of several, or there are none.
  var kind: KindID? { kinds.isEmpty ? common : nil }

  subscript(row: Int) -> Entity {
    Entity(kind: kinds.isEmpty ? common ?? Frame.nothing.kind : kinds[row], node: nodes[row])
  }

  /// The things, one after another.
  var entities: [Entity] { nodes.indices.map { self[$0] } }

  /// Adds a row.
  mutating func append(_ thing: Entity) {
    if nodes.isEmpty { common = thing.kind }
    if !kinds.isEmpty {
      kinds.append(thing.kind)
    } else if thing.kind != common, let common {
      kinds = [KindID](repeating: common, count: nodes.count) + [thing.kind]
    }
    nodes.append(thing.node)
  }

  /// Adds rows of one kind.
  mutating func append(_ kind: KindID, _ more: [NodeID]) {
    guard !more.isEmpty else { return }
    guard !nodes.isEmpty else { return self = ThingColumn(kind, more) }
    for node in more { append(Entity(kind: kind, node: node)) }
  }

  /// The rows at some places, in their order.
  func picked(_ places: [Int]) -> ThingColumn {
    guard kinds.isEmpty else { return ThingColumn(places.map { self[$0] }) }
    var result = self
    result.nodes = places.map { nodes[$0] }
    return result
  }
}

/// Bindings of some variables in the order of an answer, a column for each variable.
struct OrderedRows: Sendable {
  let variables: [Variable]
  var columns: [ThingColumn]

  /// The number of rows.
  var count: Int { columns.first?.count ?? 0 }

  /// The rows at some places, in their order.
  func picked(_ places: [Int]) -> OrderedRows {
    OrderedRows(variables: variables, columns: columns.map { $0.picked(places) })
  }

  /// The first rows.
  func prefix(_ limit: Int?) -> OrderedRows {
    guard let limit, limit < count else { return self }
    return picked(Array(0..<limit))
  }

  /// Puts the things of a row into their slots.
  func bind(_ row: Int, in frame: inout Frame) {
    for (variable, column) in zip(variables, columns) {
      frame.slots[variable.index] = column[row]
    }
  }
}
