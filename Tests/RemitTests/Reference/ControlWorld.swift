// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// People, controls, competences and assets, and queries over them made by
/// hand: the conditions of the headline questions.
struct ControlWorld {
  private(set) var schema = Schema()
  let person, control, competence, asset: KindID
  let name, department, critical, level, size: AttributeID
  let owns, requires, holds, dependsOn, reportsTo: RelationID
  var builder: GraphBuilder

  init() {
    person = schema.addKind(singular: "person", plural: "people")
    control = schema.addKind(singular: "control", plural: "controls")
    competence = schema.addKind(singular: "competence", plural: "competences")
    asset = schema.addKind(singular: "asset", plural: "assets")
    name = schema.addAttribute("name", of: person, type: .text)
    department = schema.addAttribute("department", of: person, type: .text)
    _ = schema.addAttribute("ref", of: control, type: .text, isKey: true)
    critical = schema.addAttribute("critical", of: control, type: .flag)
    level = schema.addAttribute("level", of: control, type: .levels(["low", "high"]))
    _ = schema.addAttribute("name", of: competence, type: .text)
    _ = schema.addAttribute("name", of: asset, type: .text)
    size = schema.addAttribute("size", of: asset, type: .number)
    owns = schema.addRelation("owns", left: [person], right: [control])
    requires = schema.addRelation("requires", left: [control], right: [competence])
    holds = schema.addRelation(
      "holds",
      left: [person],
      right: [competence],
      dating: .interval
    )
    dependsOn = schema.addRelation("depends on", left: [asset], right: [asset])
    reportsTo = schema.addRelation("reports to", left: [person], right: [person])
    builder = GraphBuilder(schema: schema)
  }

  // MARK: Things

  /// Adds a thing whose name or reference is a text.
  @discardableResult
  mutating func add(
    _ kind: KindID,
    _ text: String,
    _ values: [(AttributeID, Value)] = []
  ) throws -> Entity {
    let naming = schema.namingAttributes(of: kind)[0]
    return try builder.addThing(kind, attributes: [(naming, .text(text))] + values)
  }

  /// Adds a number of things called by a letter and their number.
  mutating func add(_ kind: KindID, _ letter: String, count: Int) throws -> [Entity] {
    var things: [Entity] = []
    for number in 0..<count { things.append(try add(kind, "\(letter)\(number)")) }
    return things
  }

  mutating func link(
    _ relation: RelationID,
    _ left: Entity,
    _ right: Entity,
    from: Day? = nil,
    until: Day? = nil
  ) throws {
    try builder.addLink(relation, left: left, right: right, from: from, until: until)
  }

  /// The things and links added so far.
  mutating func build() -> Graph { builder.build() }

  // MARK: Conditions

  /// A link between two variables, on the as-of day unless told.
  static func link(
    _ relation: RelationID,
    _ from: Int,
    _ to: Int,
    _ repetition: Repetition? = nil,
    _ time: BoundTime = .asOf
  ) -> BoundCondition {
    .link(
      BoundLink(relations: [.stored(relation)], repetition: repetition, time: time),
      from: .variable(Variable(from)),
      to: .variable(Variable(to))
    )
  }

  /// `define a person p is competent for a control c if p holds every
  /// competence that c requires`, perhaps undetermined.
  func competent(undetermined: Bool = false) -> Definition {
    Definition(
      id: DefinitionID(0),
      name: "competent",
      form: .relationalAdjective,
      parameters: [Variable(0), Variable(1)],
      variables: [
        BoundVariable(name: "p", kinds: [person]), BoundVariable(name: "c", kinds: [control]),
        BoundVariable(name: "k", kinds: [competence]),
        BoundVariable(name: "n", kinds: [competence]),
      ],
      names: [],
      body: .quantified(
        .every,
        Variable(2),
        among: ControlWorld.link(requires, 1, 2),
        holds: ControlWorld.link(holds, 0, 2)
      ),
      undetermined: undetermined
        ? .quantified(
          .no,
          Variable(3),
          among: ControlWorld.link(requires, 1, 3),
          holds: .always
        ) : nil,
      undeterminedPhrase: undetermined ? "they require no competence" : nil,
      text: ""
    )
  }

  /// A query for things of one kind, its other variables being of given kinds.
  func query(
    _ kind: KindID,
    with others: [KindID] = [],
    names: [BoundName] = [],
    row: [Int] = [],
    columns: [BoundColumn] = [],
    missing: [MissingCause] = [],
    _ condition: BoundCondition
  ) -> BoundQuery {
    BoundQuery(
      variables: ([kind] + others).enumerated().map {
        BoundVariable(name: "v\($0)", kinds: [$1])
      },
      names: names,
      head: Variable(0),
      rowVariables: row.map { Variable($0) },
      condition: condition,
      shape: .rows(columns, sort: [], limit: nil),
      asOf: nil,
      missing: missing
    )
  }

  /// `controls with no competent owner`.
  func noCompetentOwner(missing: [MissingCause] = []) -> BoundQuery {
    query(
      control,
      with: [person],
      missing: missing,
      .quantified(
        .no,
        Variable(1),
        among: ControlWorld.link(owns, 1, 0),
        holds: .definition(DefinitionID(0), [.variable(Variable(1)), .variable(Variable(0))])
      )
    )
  }

  /// A name in a query.
  static func name(_ text: String, _ kind: KindID) -> BoundName {
    BoundName(text: text, isParameter: false, kinds: [kind], range: SourceRange(0, 0))
  }
}
