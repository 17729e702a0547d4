// SPDX-License-Identifier: Apache-2.0

@testable import Remit

/// Writes a graph as statements that make it again: to be put into a spec.
///
/// Links to records are left out, for no statement can name a record.
struct GraphStatements {
  let graph: Graph
  private var schema: Schema { graph.schema }

  init(_ graph: Graph) { self.graph = graph }

  /// Whether the declarations can be made: ends of recorded links have names
  /// of their own.
  var isComplete: Bool {
    !schema.relations.contains { $0.isSymmetric && $0.record != nil }
      && schema.kinds.allSatisfy { $0.recordOf.count < 2 }
  }

  /// The declarations.
  var declarations: [String] {
    schema.kinds.filter { !$0.isRecord }.map { kind in
      (["kind \(kind.singular) (\(kind.plural))"]
        + kind.attributes.map { "  \(schema[$0].name): \(type($0))" })
        .joined(separator: "\n")
    } + schema.relations.filter(isWritten).map(declaration)
  }

  /// The things and the links, in the order of their numbers.
  var facts: [String] {
    var lines: [String] = []
    for kind in schema.kinds where !kind.isRecord {
      for node in graph.nodes(of: kind.id) {
        let settings = kind.attributes.compactMap { attribute in
          graph.value(of: attribute, for: node).flatMap { setting(attribute, $0) }
        }
        let thing = "add \(kind.singular) \(graph.label(of: Entity(kind: kind.id, node: node)))"
        lines.append(
          settings.isEmpty ? thing : "\(thing) with \(settings.joined(separator: ", "))")
      }
    }
    for relation in schema.relations where isWritten(relation) {
      var links: [String] = []
      for table in graph.linkTables(of: relation.id) {
        links += (0..<UInt32(table.count)).compactMap { fact(relation, table, $0) }
      }
      lines += links.sorted()
    }
    return lines
  }

  private func isWritten(_ relation: Relation) -> Bool {
    relation.origin == .stored && !relation.right.contains { schema[$0].isRecord }
      && !schema.relations.contains { $0.parts.contains(relation.id) }
  }

  private func declaration(_ relation: Relation) -> String {
    func words(_ kinds: [KindID]) -> String {
      kinds.map { schema[$0].singular }.joined(separator: " or ")
    }
    var line = "relation \(words(relation.left)) \(relation.name) \(words(relation.right))"
    if relation.record != nil { line += " as \(relation.name) giver / \(relation.name) taker" }
    switch relation.dating {
    case .interval: line += ", dated"
    case .day: line += ", dated on day"
    case .undated: break
    }
    if relation.isSymmetric { line += ", symmetric" }
    if let record = relation.record { line += ", recorded as \(schema[record].singular)" }
    var lines = [line]
    for attribute in relation.attributes {
      lines.append("  \(schema[attribute].name): \(type(attribute))")
    }
    for part in relation.parts {
      lines.append("  \(schema[part].name): \(words(schema[part].right))")
    }
    return lines.joined(separator: "\n")
  }

  private func type(_ attribute: AttributeID) -> String {
    switch schema[attribute].type {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .duration: "duration"
    case .flag: "flag"
    case .enumeration(let choices): "one of \(choices.joined(separator: ", "))"
    case .levels(let choices): "levels \(choices.joined(separator: " < "))"
    }
  }

  /// How a value is set; its name is in the `add` already.
  private func setting(_ attribute: AttributeID, _ value: Value) -> String? {
    let name = schema[attribute].name
    switch value {
    case .text(let text): return name == "name" ? nil : "\(name) \"\(text)\""
    case .flag(let isSet): return isSet ? name : "not \(name)"
    default: return "\(name) \(value)"
    }
  }

  private func fact(_ relation: Relation, _ table: LinkTable, _ link: UInt32) -> String? {
    let left = Entity(kind: table.left, node: table.source(ofLink: link))
    let right = Entity(kind: table.right, node: table.target(ofLink: link))
    // A symmetric link is stored both ways round.
    if relation.isSymmetric, right < left { return nil }
    var line = "add \(graph.label(of: left)) \(relation.name) \(graph.label(of: right))"
    let (from, until) = (table.from?[Int(link)] ?? .min, table.until?[Int(link)] ?? .max)
    if from > .min { line += " \(relation.dating == .day ? "on" : "since") \(Day(number: from))" }
    if until < .max, relation.dating == .interval { line += " until \(Day(number: until))" }
    var settings = relation.attributes.compactMap { attribute in
      table.attributes[attribute]?.value(at: Int(link)).flatMap { setting(attribute, $0) }
    }
    if let record = graph.record(of: link, in: table) {
      for part in relation.parts {
        for parts in graph.linkTables(of: part) where parts.left == record.kind {
          settings += parts.forward.neighbors(of: record.node).map {
            "\(schema[part].name) \(graph.label(of: Entity(kind: parts.right, node: $0)))"
          }.sorted()
        }
      }
    }
    return settings.isEmpty ? line : "\(line) with \(settings.joined(separator: ", "))"
  }
}
