// SPDX-License-Identifier: Apache-2.0

/// Collects the things and links of a drawing, each once.
final class DrawnGraph {
  let graph: Graph
  private(set) var things: [Entity] = []
  private(set) var links: [Link] = []
  private var places: [Entity: Int] = [:]
  private var seen: Set<Link> = []
  private var answers: Set<Entity> = []

  /// A link on record.
  struct Link: Hashable {
    var relation: RelationID
    var left: Entity
    var right: Entity
    var from: Int32
    var until: Int32
  }

  init(_ graph: Graph) { self.graph = graph }

  /// Adds a thing that was asked for.
  func add(answer thing: Entity) {
    guard isShown(thing) else { return }
    answers.insert(thing)
    add(thing)
  }

  /// Adds a thing; a link that is a thing comes with its two ends, without which
  /// it would say nothing.
  func add(_ thing: Entity) {
    guard places[thing] == nil, isShown(thing) else { return }
    places[thing] = things.count
    things.append(thing)
    guard let (table, link) = graph.link(of: thing), let ends = graph.ends(of: thing) else {
      return
    }
    let from = table.from?[Int(link)] ?? .min
    let until = table.until?[Int(link)] ?? .max
    for relation in graph.schema.relations where !relation.isHidden {
      switch relation.origin {
      case .recordLeft(table.relation):
        insert(Link(relation: relation.id, left: thing, right: ends.left, from: from, until: until))
      case .recordRight(table.relation):
        insert(
          Link(relation: relation.id, left: thing, right: ends.right, from: from, until: until))
      default: break
      }
    }
  }

  /// Adds a link and its two things.
  func add(_ link: Link) {
    switch graph.schema[link.relation].origin {
    // A record brings its ends, with its own dates.
    case .recordLeft, .recordRight: return add(link.left)
    case .stored: insert(link)
    }
  }

  private func insert(_ link: Link) {
    var link = link
    // A symmetric link is stored both ways round, and drawn once.
    if graph.schema[link.relation].isSymmetric, link.right < link.left {
      swap(&link.left, &link.right)
    }
    guard isShown(link.left), isShown(link.right), seen.insert(link).inserted else { return }
    add(link.left)
    add(link.right)
    links.append(link)
  }

  /// Whether a thing is there, and may be read.
  private func isShown(_ thing: Entity) -> Bool {
    graph.contains(thing) && !graph.schema[thing.kind].isHidden
  }

  /// The drawing of what has been collected.
  ///
  /// - Parameter title: What it is a drawing of.
  /// - Returns: The drawing, without notes.
  func drawing(titled title: String) -> GraphDrawing {
    GraphDrawing(
      title: title,
      nodes: things.enumerated().map { place, thing in node(thing, place) },
      edges: links.compactMap(edge))
  }

  private func node(_ thing: Entity, _ place: Int) -> GraphDrawing.Node {
    let shown = graph.schema.displayAttributes(of: thing.kind)
    var title: String?
    if shown.count > 1, case .text(let text)? = graph.value(of: shown[1], for: thing.node) {
      title = text
    }
    let label = graph.label(of: thing)
    return GraphDrawing.Node(
      id: "n\(place + 1)", label: label, kind: graph.schema[thing.kind].singular,
      title: title == label ? nil : title, isAnswer: answers.contains(thing),
      isUnknown: graph.isUnknown(thing))
  }

  private func edge(_ link: Link) -> GraphDrawing.Edge? {
    guard let source = places[link.left], let target = places[link.right] else { return nil }
    let relation = graph.schema[link.relation]
    return GraphDrawing.Edge(
      source: source, target: target, relation: DrawnGraph.word(of: relation),
      backward: DrawnGraph.backward(of: relation),
      from: link.from == .min ? nil : Day(number: link.from),
      until: link.until == .max || relation.dating == .day ? nil : Day(number: link.until),
      isSymmetric: relation.isSymmetric)
  }

  /// The word of a relation; of what a record is linked to, its noun.
  private static func word(of relation: Relation) -> String {
    guard relation.origin != .stored else { return relation.name }
    let own = relation.name.split(separator: "'").last.map { String($0.dropFirst(2)) }
    return relation.rightNoun ?? own ?? relation.name
  }

  /// The word of a relation as read from its right end; a link phrase has none.
  private static func backward(of relation: Relation) -> String? {
    if relation.isSymmetric { return relation.name }
    guard relation.origin == .stored, relation.name != relation.rightNoun else {
      return "\(word(of: relation)) of"
    }
    let first = relation.name.prefix { $0 != " " }
    return first.hasSuffix("s") && first != "is" ? Inflection.verb(relation.name).passive : nil
  }
}

extension DrawnGraph {
  /// Adds all things, and all links that hold on a day, or at any time.
  ///
  /// A link that says more than its two ends and dates, because further things
  /// belong to it, is drawn as a thing.
  func addEverything(on day: Day?, _ budget: Budget) throws(Stop) {
    let schema = graph.schema
    for kind in schema.kinds where !kind.isRecord && !kind.isTable && !kind.isHidden {
      let nodes = graph.nodes(of: kind.id)
      try budget.keep(rows: nodes.count, bytes: nodes.count &* DrawnGraph.bytesOfThing)
      for thing in graph.sorted(nodes.map { Entity(kind: kind.id, node: $0) }) {
        try budget.spend()
        add(answer: thing)
      }
    }
    let parts = Set(schema.relations.flatMap(\.parts))
    for relation in schema.relations where relation.origin == .stored && !relation.isHidden {
      for table in graph.linkTables(of: relation.id)
      where !schema[table.left].isTable && !parts.contains(relation.id) {
        try budget.keep(bytes: table.count &* DrawnGraph.bytesOfThing)
        for (place, left) in table.lefts().enumerated() {
          try budget.spend()
          let from = table.from?[place] ?? .min
          let until = table.until?[place] ?? .max
          if let day {
            let time = ResolvedTime.on(day.number)
            guard time.holds(from: from, until: until, dating: relation.dating) else { continue }
          }
          if let record = graph.record(of: UInt32(place), in: table), hasParts(record, relation) {
            add(record)
            addParts(of: record, relation)
            continue
          }
          add(
            Link(
              relation: relation.id, left: Entity(kind: table.left, node: left),
              right: Entity(kind: table.right, node: table.forward.targets[place]), from: from,
              until: until))
        }
      }
    }
  }

  /// What a thing or a link takes up, roughly.
  static let bytesOfThing = 200

  private func parts(of record: Entity, _ part: RelationID) -> [Entity] {
    graph.linkTables(of: part).flatMap { table -> [Entity] in
      guard table.left == record.kind, Int(record.node) < table.forward.nodeCount else { return [] }
      return table.forward.neighbors(of: record.node).map {
        Entity(kind: table.right, node: $0)
      }
    }
  }

  private func hasParts(_ record: Entity, _ relation: Relation) -> Bool {
    relation.parts.contains { !parts(of: record, $0).isEmpty }
  }

  private func addParts(of record: Entity, _ relation: Relation) {
    for part in relation.parts {
      for thing in graph.sorted(parts(of: record, part)) {
        add(Link(relation: part, left: record, right: thing, from: .min, until: .max))
      }
    }
  }
}
