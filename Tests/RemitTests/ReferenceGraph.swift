// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

/// A graph as sets and dictionaries, to compare the real one with.
struct ReferenceGraph {
  let model: GraphModel
  private var names: [KindID: [String]] = [:]
  private var departments: [String: String] = [:]
  private var links: Set<PlainLink> = []
  /// Which person examines the records of which `holds` links.
  private var examined: Set<Examination> = []
  private var counter = 0

  private struct Examination: Hashable {
    let person: String
    let link: PlainLink
  }

  init(_ model: GraphModel) { self.model = model }

  private func kind(of name: String) -> KindID? { names.first { $0.value.contains(name) }?.key }

  /// Makes one random change to the builder and to the reference.
  mutating func change(
    _ builder: inout GraphBuilder,
    _ graph: Graph,
    _ random: inout SeededRandom
  ) throws {
    let (person, role, asset) = (model.person, model.role, model.asset)
    func pick(_ kinds: [KindID]) -> String? {
      kinds.flatMap { names[$0] ?? [] }.randomElement(using: &random)
    }
    func find(_ name: String) -> Entity? {
      builder.find(name, kinds: [person, role, asset]).first
    }
    let levels: [Double?] = [nil, 1, 2]
    switch random.next() % 12 {
    case 0, 1, 2:
      counter += 1
      let kind = [person, role, asset].randomElement(using: &random) ?? person
      let name = "\(["x", "Y", "item"][Int(random.next() % 3)]) \(random.next() % 20).\(counter)"
      let attribute =
        kind == person ? model.personName : kind == role ? model.title : model.assetReference
      try builder.addThing(kind, attributes: [(attribute, .text(name))])
      names[kind, default: []].append(name)
    case 3:
      guard let name = pick([person, role, asset]), random.next() % 3 == 0,
        let entity = find(name)
      else { return }
      try builder.removeThing(entity)
      names[entity.kind]?.removeAll { $0 == name }
      departments[name] = nil
      for link in links {
        if [link.left, link.right].contains(name) {
          forget(link)
        } else if link.subjects.contains(name) {
          // The record stays and loses its part.
          links.remove(link)
          var other = link
          other.subjects.removeAll { $0 == name }
          links.insert(other)
        }
      }
      examined = examined.filter { $0.person != name }
    case 4:
      guard let name = pick([person]), let entity = find(name) else { return }
      let value = ["IT", "HR", nil][Int(random.next() % 3)]
      try builder.setAttribute(model.department, of: entity, to: value.map(Value.text))
      departments[name] = value
    case 5:
      guard
        let link = links.filter({ $0.relation != model.knows }).sortedByText()
          .randomElement(using: &random), let left = find(link.left), let right = find(link.right)
      else { return }
      builder.removeLinks(link.relation, left: left, right: right)
      for other in links
      where (other.relation, other.left, other.right) == (link.relation, link.left, link.right) {
        forget(other)
      }
    case 6:
      // Only links of the start have records that can be examined.
      guard let table = graph.linkTables(of: model.holds).first, let name = pick([person]),
        let examiner = find(name)
      else { return }
      let link = UInt32(random.next() % UInt64(table.count))
      guard let record = graph.record(of: link, in: table) else { return }
      let plain = graph.plainLinks(model).filter { $0.relation == model.holds }[Int(link)]
      guard links.contains(plain) else { return }
      try builder.addLink(model.examines, left: examiner, right: record)
      examined.insert(Examination(person: name, link: plain))
    default:
      let relation =
        [model.owns, model.holds, model.knows, model.needs, model.delegates]
        .randomElement(using: &random) ?? model.owns
      let declaration = model.schema[relation]
      guard let leftName = pick(declaration.left), let rightName = pick(declaration.right),
        let left = find(leftName), let right = find(rightName)
      else { return }
      var link = PlainLink(relation: relation, left: leftName, right: rightName)
      if declaration.isSymmetric, right < left { (link.left, link.right) = (rightName, leftName) }
      if declaration.dating == .interval {
        link.from = [.min, 5, 6][Int(random.next() % 3)]
        link.until = [.max, 8, 9][Int(random.next() % 3)]
      }
      if declaration.attributes.contains(model.level) {
        link.level = levels[Int(random.next() % 3)]
      }
      var parts: [(RelationID, Entity)] = []
      if declaration.parts.contains(model.subject) {
        for _ in 0..<random.next() % 3 {
          guard let name = pick([asset, role]), !link.subjects.contains(name),
            let entity = find(name)
          else { continue }
          link.subjects.append(name)
          parts.append((model.subject, entity))
        }
        link.subjects.sort()
      }
      try builder.addLink(
        relation,
        left: left,
        right: right,
        from: link.from == .min ? nil : Day(number: link.from),
        until: link.until == .max ? nil : Day(number: link.until),
        attributes: link.level.map { [(model.level, .number($0))] } ?? [],
        parts: parts
      )
      links.insert(link)
    }
  }

  private mutating func forget(_ link: PlainLink) {
    links.remove(link)
    examined = examined.filter { $0.link != link }
  }

  /// Compares a graph with the reference in all that can be asked of it.
  func compare(_ graph: Graph, _ note: Comment) throws {
    let built = graph.plainLinks(model)
    #expect(Set(built) == links, note)
    #expect(built.count == links.count, note)
    for (kind, names) in names {
      let entities = graph.sorted(graph.nodes(of: kind).map { Entity(kind: kind, node: $0) })
      let sorted = names.sorted { NaturalOrder.compare($0, $1) < 0 }
      #expect(entities.map { graph.label(of: $0) } == sorted, note)
      for name in names {
        let found = graph.find(name, kinds: [model.person, model.role, model.asset])
        #expect(found.map { graph.label(of: $0) } == [name], note)
      }
      let matches = graph.names(startingWith: "ITEM 1", kinds: [kind], limit: 3).map(\.name)
      #expect(matches == Array(sorted.filter { $0.hasPrefix("item 1") }.prefix(3)), note)
    }
    for name in names[model.person] ?? [] {
      let person = try #require(graph.entity(name, model))
      let value = graph.value(of: model.department, for: person.node)
      #expect(value == departments[name].map(Value.text), note)
    }
    let unit = graph.nodes(with: model.department) { $0 == .text("IT") }
    #expect(unit.count == departments.filter { $0.value == "IT" }.count, note)
    compareTables(graph, note)
    compareRecords(graph, note)
  }

  /// Checks that tables fit the kinds, both ways round, and mirror symmetric links.
  private func compareTables(_ graph: Graph, _ note: Comment) {
    for relation in graph.schema.relations {
      for table in graph.linkTables(of: relation.id) {
        #expect(table.count > 0, note)
        #expect(table.forward.nodeCount == graph.capacity(of: table.left), note)
        #expect(table.backward.nodeCount == graph.capacity(of: table.right), note)
        #expect(table.sources.isEmpty || table.sources.count == table.count, note)
        let lefts = table.lefts()
        for link in 0..<table.count {
          let place = table.backwardLinks.firstIndex(of: UInt32(link)) ?? 0
          #expect(table.backward.targets[place] == lefts[link], note)
          #expect(
            table.backward.source(of: place) == table.forward.targets[link],
            note
          )
          if relation.isSymmetric {
            let mirror = graph.linkTable(
              of: relation.id,
              left: table.right,
              right: table.left
            )
            #expect(
              mirror?.forward.neighbors(of: table.forward.targets[link])
                .contains(lefts[link]) == true,
              note
            )
          }
        }
      }
    }
  }

  private func compareRecords(_ graph: Graph, _ note: Comment) {
    let recorded = links.filter { [model.holds, model.knows].contains($0.relation) }
    #expect(graph.nodes(of: model.certificate).count == recorded.count, note)
    #expect(
      graph.nodes(of: model.delegation).count
        == links.count { $0.relation == model.delegates },
      note
    )
    for node in graph.nodes(of: model.certificate) {
      let record = Entity(kind: model.certificate, node: node)
      guard let (table, link) = graph.link(of: record) else { continue }
      #expect(graph.record(of: link, in: table) == record, note)
    }
    var pairs: Set<[String]> = []
    for relation in [model.certified, model.certifies] {
      for table in graph.linkTables(of: relation) {
        for (record, node) in zip(table.lefts(), table.forward.targets) {
          let ends = graph.ends(of: Entity(kind: table.left, node: record))
          let end = relation == model.certified ? ends?.left : ends?.right
          #expect(end == Entity(kind: table.right, node: node), note)
          if relation == model.certified, let ends {
            pairs.insert([graph.label(of: ends.left), graph.label(of: ends.right)])
          }
        }
      }
    }
    let held = links.filter { $0.relation == model.holds }
    #expect(pairs == Set(held.map { [$0.left, $0.right] }), note)
    let plain = graph.plainLinks(model).filter { $0.relation == model.holds }
    var found: Set<Examination> = []
    for table in graph.linkTables(of: model.examines) {
      for (examiner, record) in zip(table.lefts(), table.forward.targets) {
        guard let (_, link) = graph.link(of: Entity(kind: table.right, node: record)) else {
          continue
        }
        let name = graph.label(of: Entity(kind: table.left, node: examiner))
        found.insert(Examination(person: name, link: plain[Int(link)]))
      }
    }
    #expect(found == examined, note)
  }
}

extension Set<PlainLink> {
  /// The links in an order that does not depend on hashing.
  func sortedByText() -> [PlainLink] { sorted { "\($0)" < "\($1)" } }
}
