// SPDX-License-Identifier: Apache-2.0
@testable import Remit

/// A small schema with everything a graph has to cope with.
struct GraphModel {
  var schema = Schema()
  let person, asset, role, certificate, delegation: KindID
  let personName, email, department, active, assetReference, title, level: AttributeID
  let classification, startDate, endDate, relationName: AttributeID
  let owns, holds, knows, needs, delegates, subject, examines: RelationID
  let certified, certifies: RelationID

  init() {
    person = schema.addKind(singular: "person", plural: "people")
    asset = schema.addKind(singular: "asset", plural: "assets")
    role = schema.addKind(singular: "role", plural: "roles")
    certificate = schema.addKind(singular: "certificate", plural: "certificates")
    delegation = schema.addKind(singular: "delegation", plural: "delegations")
    personName = schema.addAttribute("name", of: person, type: .text)
    email = schema.addAttribute("email", of: person, type: .text, isKey: true)
    department = schema.addAttribute("department", of: person, type: .text)
    active = schema.addAttribute("active", of: person, type: .flag)
    assetReference = schema.addAttribute("ref", of: asset, type: .text, isKey: true)
    classification = schema.addAttribute(
      "classification",
      of: asset,
      type: .levels(["public", "internal", "secret"])
    )
    title = schema.addAttribute("title", of: role, type: .text)
    level = schema.addAttribute("level", of: certificate, type: .number)
    startDate = schema.addAttribute(
      "start date",
      of: certificate,
      type: .date,
      source: .linkStart
    )
    endDate = schema.addAttribute("end date", of: certificate, type: .date, source: .linkEnd)
    relationName = schema.addAttribute(
      "relation",
      of: certificate,
      type: .text,
      source: .linkRelation
    )
    owns = schema.addRelation(
      "owns",
      left: [person, role],
      right: [asset],
      dating: .interval
    )
    holds = schema.addRelation("holds", left: [person], right: [role], dating: .interval)
    knows = schema.addRelation(
      "knows",
      left: [person, role],
      right: [person, role],
      isSymmetric: true
    )
    needs = schema.addRelation("needs", left: [asset], right: [asset])
    delegates = schema.addRelation(
      "delegates to",
      left: [person],
      right: [person],
      dating: .interval
    )
    subject = schema.addRelation("subject", left: [delegation], right: [asset, role])
    examines = schema.addRelation("examines", left: [person], right: [certificate])
    schema.record(holds, as: certificate)
    schema.record(knows, as: certificate)
    schema.addLinkAttribute(level, to: holds)
    schema.addLinkAttribute(level, to: knows)
    schema.record(delegates, as: delegation)
    schema.addPart(subject, to: delegates)
    certified = schema.addRelation(
      "holder",
      left: [certificate],
      right: [person],
      origin: .recordLeft(holds)
    )
    certifies = schema.addRelation(
      "competence",
      left: [certificate],
      right: [role],
      origin: .recordRight(holds)
    )
  }
}

/// A link as the reference keeps it: things by name, everything else plain.
struct PlainLink: Hashable {
  var relation: RelationID
  var left: String
  var right: String
  var from: Int32 = .min
  var until: Int32 = .max
  var level: Double?
  var subjects: [String] = []
}

extension Graph {
  /// The thing with a name among all kinds of the model.
  func entity(_ name: String, _ model: GraphModel) -> Entity? {
    find(name, kinds: [model.person, model.asset, model.role]).first
  }

  /// Every link of a stored relation that leads from thing to thing.
  func plainLinks(_ model: GraphModel) -> [PlainLink] {
    var found: [PlainLink] = []
    for relation in [
      model.owns, model.holds, model.knows, model.needs, model.delegates,
    ] {
      for table in linkTables(of: relation) {
        let lefts = table.lefts()
        for link in 0..<UInt32(table.count) {
          let left = Entity(kind: table.left, node: lefts[Int(link)])
          let right = Entity(kind: table.right, node: table.target(ofLink: link))
          if schema[relation].isSymmetric, right < left { continue }
          var plain = PlainLink(
            relation: relation,
            left: label(of: left),
            right: label(of: right),
            from: table.from?[Int(link)] ?? .min,
            until: table.until?[Int(link)] ?? .max
          )
          if case .number(let level)? = table.attributes[model.level]?.value(at: Int(link)) {
            plain.level = level
          }
          if let record = record(of: link, in: table) {
            for part in linkTables(of: model.subject) where part.left == record.kind {
              plain.subjects += part.forward.neighbors(of: record.node).map {
                label(of: Entity(kind: part.right, node: $0))
              }
            }
          }
          plain.subjects.sort()
          found.append(plain)
        }
      }
    }
    return found
  }
}
