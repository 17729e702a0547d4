// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// A small graph made at random from a seed: a few kinds, relations of every
/// sort between them, values missing here and there, things and links that
/// were changed later.
struct RandomGraph {
  private(set) var schema = Schema()
  private(set) var graph = GraphBuilder(schema: Schema()).build()
  /// What the graph was made of.
  private(set) var steps: [GraphStep] = []
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
    declareRecords(&random)
    addThings(&random)
    addLinks(&random)
    for _ in 0..<random.below(3) {
      steps.append(.build)
      for _ in 0..<(1 + random.below(4)) { change(&random) }
    }
    graph = GraphStep.graph(steps, schema)
  }

  /// The same graph made of other steps.
  func made(of steps: [GraphStep]) -> RandomGraph {
    var other = self
    other.steps = steps
    other.graph = GraphStep.graph(steps, schema)
    return other
  }

  /// A value of a type, out of few, so that comparisons hold now and then.
  static func value(of type: ValueType, _ random: inout RandomSource) -> Value {
    switch type {
    case .text: return .text(colors[random.below(colors.count)])
    case .number: return .number(Double(random.below(5)))
    case .date: return .day(day(&random))
    case .duration: return .period(Period(days: Int32(random.below(4))))
    case .flag: return .flag(random.oneIn(2))
    case .enumeration(let choices), .levels(let choices):
      let rank = random.below(choices.count)
      return .choice(choices[rank], rank: rank)
    }
  }

  /// A day near today.
  static func day(_ random: inout RandomSource) -> Day {
    Day(number: today.number - 6 + Int32(random.below(12)))
  }
}

// MARK: The schema

extension RandomGraph {
  private mutating func declareKinds(_ random: inout RandomSource) {
    let types: [(String, ValueType)] = [
      ("color", .text), ("size", .number), ("birthday", .date), ("review every", .duration),
      ("marked", .flag), ("grade", .levels(RandomGraph.grades)),
      ("state", .enumeration(["open", "closed"])),
    ]
    for index in 0..<(2 + random.below(3)) {
      let words = [
        ("apple", "apples"), ("berry", "berries"), ("cherry", "cherries"), ("damson", "damsons"),
      ][index]
      let kind = schema.addKind(singular: words.0, plural: words.1)
      kinds.append(kind)
      _ = schema.addAttribute("name", of: kind, type: .text)
      for (name, type) in types where index == 0 || random.oneIn(2) {
        _ = schema.addAttribute(name, of: kind, type: type)
      }
    }
  }

  /// One kind, or two.
  private func ends(_ random: inout RandomSource) -> [KindID] {
    let first = kinds[random.below(kinds.count)]
    guard random.oneIn(3) else { return [first] }
    return Set([first, kinds[random.below(kinds.count)]]).sorted()
  }

  private mutating func declareRelations(_ random: inout RandomSource) {
    for index in 0..<(2 + random.below(4)) {
      let dating: Dating =
        switch random.below(4) {
        case 0, 1: .interval
        case 2: .day
        default: .undated
        }
      let left = ends(&random)
      let isSymmetric = random.oneIn(4)
      _ = schema.addRelation(
        ["likes", "owns", "meets", "sees", "feeds"][index],
        left: left,
        right: isSymmetric || random.oneIn(4) ? left : ends(&random),
        dating: dating,
        isSymmetric: isSymmetric
      )
    }
  }

  /// Relations whose links are things too, sometimes two of one kind, with
  /// attributes, third parts, and links of their own.
  private mutating func declareRecords(_ random: inout RandomSource) {
    guard !random.oneIn(3) else { return }
    let record = schema.addKind(singular: "ticket", plural: "tickets")
    let score = schema.addAttribute("score", of: record, type: .number)
    let note = schema.addAttribute("note", of: record, type: .text)
    _ = schema.addAttribute("start date", of: record, type: .date, source: .linkStart)
    _ = schema.addAttribute("end date", of: record, type: .date, source: .linkEnd)
    _ = schema.addAttribute("relation", of: record, type: .text, source: .linkRelation)
    for relation in schema.relations.prefix(random.oneIn(2) ? 2 : 1) {
      schema.record(relation.id, as: record)
      schema.addLinkAttribute(score, to: relation.id)
      if random.oneIn(2) { schema.addLinkAttribute(note, to: relation.id) }
      _ = schema.addRelation(
        "from", left: [record], right: relation.left, origin: .recordLeft(relation.id))
      _ = schema.addRelation(
        "to", left: [record], right: relation.right, origin: .recordRight(relation.id))
    }
    if random.oneIn(2) {
      let part = schema.addRelation("about", left: [record], right: ends(&random))
      schema.addPart(part, to: schema.relations[0].id)
    }
    if random.oneIn(2) {
      _ = schema.addRelation(
        "examines", left: [kinds[0]], right: [record], dating: random.oneIn(2) ? .day : .undated)
    }
  }
}

// MARK: Things and links

extension RandomGraph {
  private mutating func addThings(_ random: inout RandomSource) {
    for kind in kinds {
      var count = kind.index == 0 ? 2 + random.below(4) : random.below(6)
      // Of many things, few are looked at from the other side.
      if random.oneIn(12) { count += 7 }
      let letter = ["A", "B", "C", "D"][kind.index % 4]
      for number in 0..<count {
        var values: [(AttributeID, Value)] = []
        for attribute in schema[kind].attributes {
          if schema[attribute].name == "name" {
            values.append((attribute, .text("\(letter)\(number)")))
          } else if !random.oneIn(3) {
            values.append((attribute, RandomGraph.value(of: schema[attribute].type, &random)))
          }
        }
        steps.append(.add(GraphStep.Thing(kind: kind, number: number), values))
      }
    }
  }

  private mutating func addLinks(_ random: inout RandomSource) {
    for relation in schema.relations where isWritten(relation) {
      // What leads to a record has to wait until there are some.
      if relation.right.contains(where: { schema[$0].isRecord }) { steps.append(.build) }
      for _ in 0..<random.below(14) {
        guard let link = link(relation, &random) else { continue }
        steps.append(.link(link))
        if random.oneIn(8) { steps.append(.link(link)) }
      }
    }
  }

  /// Whether links of a relation are written by themselves.
  private func isWritten(_ relation: Relation) -> Bool {
    relation.origin == .stored && !schema.relations.contains { $0.parts.contains(relation.id) }
  }

  private func thing(_ kinds: [KindID], _ random: inout RandomSource) -> GraphStep.Thing? {
    let added = steps.compactMap { step -> GraphStep.Thing? in
      if case .add(let thing, _) = step, kinds.contains(thing.kind) { thing } else { nil }
    }
    let records = kinds.filter { schema[$0].isRecord }
    if let record = records.first { return GraphStep.Thing(kind: record, number: random.below(9)) }
    return random.pick(added)
  }

  private func link(_ relation: Relation, _ random: inout RandomSource) -> GraphStep.Link? {
    guard let left = thing(relation.left, &random), let right = thing(relation.right, &random)
    else { return nil }
    var link = GraphStep.Link(relation: relation.id, left: left, right: right)
    for attribute in relation.attributes where !random.oneIn(3) {
      link.attributes.append((attribute, RandomGraph.value(of: schema[attribute].type, &random)))
    }
    for part in relation.parts {
      for _ in 0..<random.below(3) {
        if let thing = thing(schema[part].right, &random) { link.parts.append((part, thing)) }
      }
    }
    if relation.dating != .undated, !random.oneIn(4) { link.from = RandomGraph.day(&random) }
    if relation.dating == .interval, !random.oneIn(4) {
      link.until = RandomGraph.day(&random)
      // Ends that lie before the start would be refused.
      if let from = link.from, let until = link.until, until <= from {
        link.until = from.adding(Period(days: 1 + Int32(random.below(4))))
      }
    }
    return link
  }

  /// Changes something that is in the graph by now.
  private mutating func change(_ random: inout RandomSource) {
    let all = schema.kinds.map(\.id).filter { kind in
      steps.contains { if case .add(let thing, _) = $0 { thing.kind == kind } else { false } }
    }
    let links = steps.compactMap { if case .link(let link) = $0 { link } else { nil } }
    let record = schema.kinds.first(where: \.isRecord)
    switch random.below(8) {
    case 0, 1:
      guard let relation = random.pick(schema.relations.filter(isWritten)),
        let link = link(relation, &random)
      else { return }
      steps.append(.link(link))
    case 2:
      guard let link = random.pick(links) else { return }
      steps.append(.removeLinks(link.relation, link.left, link.right))
    case 3:
      guard let link = random.pick(links) else { return }
      steps.append(.endLinks(link.relation, link.left, link.right, RandomGraph.day(&random)))
    case 4:
      // The first thing of the first kind stays: parameters name it.
      guard let thing = thing(all, &random), thing.kind != kinds[0] || thing.number > 0 else {
        return
      }
      steps.append(
        random.oneIn(3) ? .endAllLinks(thing, RandomGraph.day(&random)) : .remove(thing))
    case 5:
      guard let record else { return }
      steps.append(.remove(GraphStep.Thing(kind: record.id, number: random.below(9))))
    default:
      let kind = random.oneIn(2) ? record?.id : random.pick(all)
      guard let kind, let thing = thing([kind], &random),
        let attribute = random.pick(schema[kind].attributes.filter { schema[$0].name != "name" })
      else { return }
      let value = RandomGraph.value(of: schema[attribute].type, &random)
      steps.append(.set(attribute, thing, random.oneIn(4) ? nil : value))
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
