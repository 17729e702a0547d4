// SPDX-License-Identifier: Apache-2.0

/// Links of one verb while they are loaded: each goes to the signature that
/// joins the kinds of its two ends.
struct LinkBatch {
  /// One signature between two kinds.
  private struct Lane {
    let relation: Relation
    let dating: Dating
    let isSymmetric: Bool
    let key: LinkDraft.Key
    var draft: LinkDraft
  }

  /// Where a link was put.
  struct Place {
    fileprivate let lane: Int
    fileprivate let row: Int
  }

  private let schema: Schema
  private let builder: GraphBuilder
  private let relations: [Relation]
  private var lanes: [Lane] = []
  private var latest = 0
  /// How many links were added.
  private(set) var count = 0

  /// Starts with the links a builder has.
  init(_ builder: GraphBuilder, relations: [RelationID]) {
    self.builder = builder
    schema = builder.schema
    self.relations = relations.map { builder.schema[$0] }
  }

  /// Adds a link, or takes down why it cannot be one.
  @discardableResult
  mutating func append(
    _ left: Entity,
    _ right: Entity,
    from: Day? = nil,
    until: Day? = nil,
    source: UInt32,
    line: Int,
    column: String?,
    _ report: inout LoadReport
  ) -> Place? {
    guard let lane = lane(left.kind, right.kind) else {
      let name = relations.first?.name ?? ""
      report.add(
        line: line,
        column: column,
        GraphError.notLinkable(schema[left.kind], schema[right.kind], name).message
      )
      return nil
    }
    guard let span = lanes[lane].dating.span(from: from, until: until),
      lanes[lane].draft.count < Int(UInt32.max) - 1
    else {
      report.add(
        line: line,
        column: nil,
        message(lanes[lane].relation, from: from, until: until)
      )
      return nil
    }
    let isTurned = lanes[lane].isSymmetric && right < left
    lanes[lane].draft.append(
      left: isTurned ? right.node : left.node,
      right: isTurned ? left.node : right.node,
      from: span.from,
      until: span.until,
      source: source
    )
    count += 1
    return Place(lane: lane, row: lanes[lane].draft.count - 1)
  }

  /// Adds the links of all rows of a table, if there is nothing to say about them.
  ///
  /// - Returns: `false` when they have to be added one by one; then none was.
  mutating func append(_ links: LinkColumns, sources: [UInt32]) -> Bool {
    guard let lane = lane(links.left, links.right), !lanes[lane].isSymmetric,
      lanes[lane].draft.count + links.lefts.count < Int(UInt32.max) - 1,
      let span = links.spans(lanes[lane].dating)
    else { return false }
    lanes[lane].draft.append(
      lefts: links.lefts, rights: links.rights, from: span.from, until: span.until,
      sources: sources)
    count += links.lefts.count
    return true
  }

  private func message(_ relation: Relation, from: Day?, until: Day?) -> String {
    do throws(GraphError) {
      _ = try builder.span(of: relation, from: from, until: until)
      return GraphError.full().message
    } catch {
      return error.message
    }
  }

  /// The relation of a link that was added.
  func relation(at place: Place) -> Relation { lanes[place.lane].relation }

  /// Gives a link a value of an attribute of its relation.
  ///
  /// - Returns: `false` when it is of another type.
  mutating func set(_ value: Value, of attribute: AttributeID, at place: Place) -> Bool {
    if lanes[place.lane].draft.attributes[attribute] == nil {
      let declaration = schema[attribute]
      let isNaming = schema.namingAttributes(of: declaration.kind).contains(attribute)
      lanes[place.lane].draft.attributes[attribute] = PropertyColumn(
        type: declaration.type,
        isIndexed: isNaming
      )
    }
    return lanes[place.lane].draft.attributes[attribute]?.set(value, at: place.row) == true
  }

  /// Gives the record of a link a further end.
  mutating func add(part: RelationID, _ entity: Entity, at place: Place) {
    lanes[place.lane].draft.parts.append(
      LinkDraft.Part(row: UInt32(place.row), relation: part, entity: entity)
    )
  }

  /// Puts the links into a builder, which has not changed in these relations.
  mutating func commit(to builder: inout GraphBuilder) {
    for lane in lanes { builder.drafts[lane.key] = lane.draft }
    lanes = []
  }

  private mutating func lane(_ left: KindID, _ right: KindID) -> Int? {
    func fits(_ relation: Relation, _ left: KindID, _ right: KindID) -> Bool {
      relation.left.contains(left) && relation.right.contains(right)
    }
    func isLane(_ lane: Lane) -> Bool {
      (lane.key.left, lane.key.right) == (left, right)
        || lane.relation.isSymmetric && (lane.key.left, lane.key.right) == (right, left)
    }
    if latest < lanes.count, isLane(lanes[latest]) { return latest }
    if let known = lanes.firstIndex(where: isLane) {
      latest = known
      return known
    }
    guard
      let relation = relations.first(where: {
        $0.origin == .stored
          && (fits($0, left, right) || $0.isSymmetric && fits($0, right, left))
      })
    else { return nil }
    var copy = builder
    let key = copy.touch(relation.id, left: left, right: right)
    guard let draft = copy.drafts[key] else { return nil }
    lanes.append(
      Lane(
        relation: relation,
        dating: relation.dating,
        isSymmetric: relation.isSymmetric,
        key: key,
        draft: draft
      )
    )
    latest = lanes.count - 1
    return latest
  }
}
