// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// A small graph made at random from a seed: a few kinds, relations of every
/// sort between them, values missing here and there.
struct RandomGraph {
  private(set) var schema = Schema()
  private(set) var graph = Graph()
  /// The kinds whose things are not links.
  private(set) var kinds: [KindID] = []
  /// The day everything happens around.
  static let today = Day(number: 20_000)
  static let parameters: [String: Value] = [
    "number": .number(2), "text": .text("red"), "day": .day(today), "name": .text("A0"),
  ]

  private static let colors = ["red", "green", "blue", "Green"]
  private static let grades = ["low", "middle", "high"]

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    declareKinds(&random)
    declareRelations(&random)
    var builder = GraphBuilder(schema: schema)
    var things: [Entity] = []
    for kind in kinds {
      let count = kind.index == 0 ? 2 + random.below(4) : random.below(6)
      for number in 0..<count {
        let letter = ["A", "B", "C", "D"][kind.index % 4]
        var values: [(AttributeID, Value)] = []
        for attribute in schema[kind].attributes {
          if schema[attribute].name == "name" {
            values.append((attribute, .text("\(letter)\(number)")))
          } else if !random.oneIn(3) {
            values.append((attribute, RandomGraph.value(of: schema[attribute].type, &random)))
          }
        }
        if let entity = try? builder.addThing(kind, attributes: values) { things.append(entity) }
      }
    }
    addLinks(things, to: &builder, &random)
    if random.oneIn(3), let gone = random.pick(things.filter { $0.node > 0 }) {
      try? builder.removeThing(gone)
    }
    graph = builder.build()
  }

  /// A value of a type, out of few, so that comparisons hold now and then.
  static func value(of type: ValueType, _ random: inout RandomSource) -> Value {
    switch type {
    case .text: .text(colors[random.below(colors.count)])
    case .number: .number(Double(random.below(5)))
    case .date: .day(Day(number: today.number - 6 + Int32(random.below(12))))
    case .duration: .period(Period(days: Int32(random.below(4))))
    case .flag: .flag(random.oneIn(2))
    case .enumeration(let choices), .levels(let choices):
      {
        let rank = random.below(choices.count)
        return .choice(choices[rank], rank: rank)
      }()
    }
  }

  private mutating func declareKinds(_ random: inout RandomSource) {
    let types: [(String, ValueType)] = [
      ("color", .text), ("size", .number), ("birthday", .date), ("review every", .duration),
      ("marked", .flag), ("grade", .levels(RandomGraph.grades)),
      ("state", .enumeration(["open", "closed"])),
    ]
    for index in 0..<(2 + random.below(3)) {
      let word = ["apple", "berry", "cherry", "date"][index]
      let kind = schema.addKind(singular: word, plural: word + "s")
      kinds.append(kind)
      _ = schema.addAttribute("name", of: kind, type: .text)
      for (name, type) in types where index == 0 || random.oneIn(2) {
        _ = schema.addAttribute(name, of: kind, type: type)
      }
    }
  }

  private mutating func declareRelations(_ random: inout RandomSource) {
    func ends() -> [KindID] {
      let first = kinds[random.below(kinds.count)]
      guard random.oneIn(3) else { return [first] }
      return Set([first, kinds[random.below(kinds.count)]]).sorted()
    }
    for index in 0..<(2 + random.below(4)) {
      let dating: Dating =
        switch random.below(4) {
        case 0: .interval
        case 1: .day
        default: .undated
        }
      let left = ends()
      let isSymmetric = random.oneIn(5)
      _ = schema.addRelation(
        ["likes", "owns", "meets", "sees", "feeds"][index],
        left: left,
        right: isSymmetric ? left : ends(),
        dating: dating,
        isSymmetric: isSymmetric
      )
    }
    guard random.oneIn(2) else { return }
    // One relation whose links are things too.
    let relation = schema.relations[0]
    let record = schema.addKind(singular: "ticket", plural: "tickets")
    let score = schema.addAttribute("score", of: record, type: .number)
    _ = schema.addAttribute("start date", of: record, type: .date, source: .linkStart)
    schema.record(relation.id, as: record)
    schema.addLinkAttribute(score, to: relation.id)
    _ = schema.addRelation(
      "from",
      left: [record],
      right: relation.left,
      origin: .recordLeft(relation.id)
    )
    _ = schema.addRelation(
      "to",
      left: [record],
      right: relation.right,
      origin: .recordRight(relation.id)
    )
  }

  private func addLinks(
    _ things: [Entity],
    to builder: inout GraphBuilder,
    _ random: inout RandomSource
  ) {
    func day() -> Day? {
      random.oneIn(4) ? nil : Day(number: RandomGraph.today.number - 6 + Int32(random.below(12)))
    }
    for relation in schema.relations where relation.origin == .stored {
      let lefts = things.filter { relation.left.contains($0.kind) }
      let rights = things.filter { relation.right.contains($0.kind) }
      for _ in 0..<random.below(14) {
        guard let left = random.pick(lefts), let right = random.pick(rights) else { continue }
        var values: [(AttributeID, Value)] = []
        for attribute in relation.attributes where !random.oneIn(3) {
          values.append((attribute, .number(Double(random.below(4)))))
        }
        let from = relation.dating == .undated ? nil : day()
        let until = relation.dating == .interval ? day() : nil
        try? builder.addLink(
          relation.id,
          left: left,
          right: right,
          from: from,
          until: until,
          attributes: values
        )
      }
    }
  }
}

extension RandomGraph: CustomStringConvertible {
  /// All things and links, to be printed beside a seed that fails.
  var description: String {
    var lines: [String] = []
    for kind in schema.kinds {
      for node in graph.nodes(of: kind.id) {
        let values = kind.attributes.compactMap { attribute -> String? in
          graph.value(of: attribute, for: node).map { "\(schema[attribute].name) \($0)" }
        }
        lines.append("\(kind.singular) \(node): \(values.joined(separator: ", "))")
      }
    }
    for relation in schema.relations {
      for table in graph.linkTables(of: relation.id) {
        for link in 0..<table.count {
          let left = Entity(kind: table.left, node: table.source(ofLink: UInt32(link)))
          let right = Entity(kind: table.right, node: table.target(ofLink: UInt32(link)))
          lines.append(
            "\(graph.label(of: left)) \(relation.name) \(graph.label(of: right))"
              + " \(table.from?[link] ?? .min)..<\(table.until?[link] ?? .max) \(relation.dating)"
          )
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
