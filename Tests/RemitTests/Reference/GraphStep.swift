// SPDX-License-Identifier: Apache-2.0

@testable import Remit

/// One change of a random graph.
///
/// Steps name things by number, so that a graph can be made again without some
/// of them; a step whose things are not there does nothing.
enum GraphStep {
  /// A thing of a kind by the number in its name, or a record by its place.
  struct Thing: Hashable {
    var kind: KindID
    var number: Int
  }

  struct Link {
    var relation: RelationID
    var left, right: Thing
    var from, until: Day?
    var attributes: [(AttributeID, Value)] = []
    var parts: [(RelationID, Thing)] = []
  }

  case add(Thing, [(AttributeID, Value)])
  case link(Link)
  case set(AttributeID, Thing, Value?)
  case remove(Thing)
  case removeLinks(RelationID, Thing, Thing)
  case endLinks(RelationID, Thing, Thing, Day)
  case endAllLinks(Thing, Day)
  /// All that was changed so far goes into the graph; what follows changes that.
  case build
}

extension GraphStep {
  /// Makes a graph of steps.
  static func graph(_ steps: [GraphStep], _ schema: Schema) -> Graph {
    var builder = GraphBuilder(schema: schema)
    var built = builder.build()
    var things: [Thing: Entity] = [:]
    func find(_ thing: Thing) -> Entity? {
      guard schema[thing.kind].isRecord else { return things[thing] }
      let records = Array(built.nodes(of: thing.kind))
      guard !records.isEmpty else { return nil }
      return Entity(kind: thing.kind, node: records[thing.number % records.count])
    }
    for step in steps {
      switch step {
      case .add(let thing, let values):
        things[thing] = try? builder.addThing(thing.kind, attributes: values)
      case .link(let link):
        guard let left = find(link.left), let right = find(link.right) else { continue }
        try? builder.addLink(
          link.relation, left: left, right: right, from: link.from, until: link.until,
          attributes: link.attributes,
          parts: link.parts.compactMap { part in find(part.1).map { (part.0, $0) } })
      case .set(let attribute, let thing, let value):
        guard let entity = find(thing) else { continue }
        try? builder.setAttribute(attribute, of: entity, to: value)
      case .remove(let thing):
        guard let entity = find(thing) else { continue }
        try? builder.removeThing(entity)
      case .removeLinks(let relation, let left, let right):
        guard let left = find(left), let right = find(right) else { continue }
        builder.removeLinks(relation, left: left, right: right)
      case .endLinks(let relation, let left, let right, let day):
        guard let left = find(left), let right = find(right) else { continue }
        builder.endLinks(relation, left: left, right: right, on: day)
      case .endAllLinks(let thing, let day):
        guard let entity = find(thing) else { continue }
        builder.endLinks(of: entity, recordedAs: nil, on: day)
      case .build:
        built = builder.build()
        builder = GraphBuilder(built)
      }
    }
    return builder.build()
  }
}
