// SPDX-License-Identifier: Apache-2.0

/// A set of things of one kind or of several: one ``NodeSet`` for each kind.
struct EntitySet: Hashable, Sendable {
  /// The sets by kind; a kind that is not listed has no member.
  // INVARIANT: kinds ascend, and no set is listed that has no member.
  private(set) var parts: [(kind: KindID, nodes: NodeSet)] = []

  /// Makes an empty set.
  init() {}

  /// Makes a set of the things of one kind.
  init(_ kind: KindID, _ nodes: NodeSet) {
    if !nodes.isEmpty { parts = [(kind, nodes)] }
  }

  /// All things of some kinds.
  init(all kinds: [KindID], in graph: Graph) {
    for kind in kinds.sorted() where parts.last?.kind != kind {
      let nodes = graph.nodes(of: kind)
      if !nodes.isEmpty { parts.append((kind, nodes)) }
    }
  }

  /// Makes a set of some things.
  init(of entities: some Sequence<Entity>, in graph: Graph) {
    for entity in entities { insert(entity, in: graph) }
  }

  var isEmpty: Bool { parts.isEmpty }

  /// Whether there may be more than one thing, as far as that is seen at once.
  var mayBeSeveral: Bool {
    parts.count > 1 || parts.contains { !$0.nodes.isList || $0.nodes.count > 1 }
  }

  /// The number of things.
  ///
  /// - Complexity: O(capacity / 64).
  var count: Int { parts.reduce(0) { $0 + $1.nodes.count } }

  /// The things of one kind, or `nil` if there is none.
  subscript(kind: KindID) -> NodeSet? {
    for part in parts where part.kind == kind { return part.nodes }
    return nil
  }

  func contains(_ entity: Entity) -> Bool { self[entity.kind]?.contains(entity.node) ?? false }

  /// The things, by kind and number.
  var entities: [Entity] {
    var found: [Entity] = []
    found.reserveCapacity(count)
    for part in parts {
      for node in part.nodes { found.append(Entity(kind: part.kind, node: node)) }
    }
    return found
  }

  mutating func insert(_ entity: Entity, in graph: Graph) {
    let place = parts.firstIndex { $0.kind >= entity.kind } ?? parts.count
    if place == parts.count || parts[place].kind != entity.kind {
      parts.insert(
        (entity.kind, NodeSet(capacity: graph.capacity(of: entity.kind))),
        at: place
      )
    }
    parts[place].nodes.insert(entity.node)
  }

  /// Adds things of one kind.
  mutating func formUnion(_ kind: KindID, _ nodes: NodeSet) {
    guard !nodes.isEmpty else { return }
    guard !parts.isEmpty else { return parts = [(kind, nodes)] }
    let place = parts.firstIndex { $0.kind >= kind } ?? parts.count
    if place < parts.count, parts[place].kind == kind {
      parts[place].nodes.formUnion(nodes)
    } else {
      parts.insert((kind, nodes), at: place)
    }
  }

  mutating func formUnion(_ other: EntitySet) {
    for part in other.parts { formUnion(part.kind, part.nodes) }
  }

  mutating func formIntersection(_ other: EntitySet) {
    combine { kind, nodes in
      guard let others = other[kind] else { return false }
      nodes.formIntersection(others)
      return true
    }
  }

  mutating func subtract(_ other: EntitySet) {
    combine { kind, nodes in
      if let others = other[kind] { nodes.subtract(others) }
      return true
    }
  }

  func intersection(_ other: EntitySet?) -> EntitySet {
    guard let other else { return self }
    var result = self
    result.formIntersection(other)
    return result
  }

  func subtracting(_ other: EntitySet) -> EntitySet {
    var result = self
    result.subtract(other)
    return result
  }

  /// The things of some kinds.
  func only(_ kinds: [KindID]) -> EntitySet {
    guard parts.contains(where: { !kinds.contains($0.kind) }) else { return self }
    var result = EntitySet()
    result.parts = parts.filter { kinds.contains($0.kind) }
    return result
  }

  func isSubset(of other: EntitySet) -> Bool {
    parts.allSatisfy { part in other[part.kind].map(part.nodes.isSubset(of:)) ?? false }
  }

  /// Changes each part; one for which `change` returns false goes.
  private mutating func combine(_ change: (KindID, inout NodeSet) -> Bool) {
    var kept: [(kind: KindID, nodes: NodeSet)] = []
    for var part in parts where change(part.kind, &part.nodes) && !part.nodes.isEmpty {
      kept.append(part)
    }
    parts = kept
  }

  static func == (lhs: EntitySet, rhs: EntitySet) -> Bool {
    lhs.parts.count == rhs.parts.count
      && zip(lhs.parts, rhs.parts).allSatisfy { $0.kind == $1.kind && $0.nodes == $1.nodes }
  }

  func hash(into hasher: inout Hasher) {
    for part in parts {
      hasher.combine(part.kind)
      hasher.combine(part.nodes)
    }
  }
}
