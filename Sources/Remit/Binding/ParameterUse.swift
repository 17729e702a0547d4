// SPDX-License-Identifier: Apache-2.0

/// A place where a query takes a value of the host.
struct ParameterUse: Hashable, Sendable {
  /// What can stand in the place.
  enum Place: Hashable, Sendable {
    /// The name of a thing of some kinds.
    case name([KindID])
    /// A value of a type.
    case value(ValueType)
    /// A value that is only shown, or compared with what has no type.
    case any
    /// How many there should be.
    case count
    /// A year or a month.
    case span
  }

  /// The name behind `$`.
  var name: String
  var place: Place
  /// Where it stands; `nil` within a definition, which has another text.
  var range: SourceRange?
}

/// Finds the places of a query, and of what it is defined by, that take values of the
/// host.
struct ParameterFinder {
  private var schema: Schema
  private(set) var uses: [ParameterUse] = []
  /// What is being looked at: of the query itself, or of a definition.
  private var isOfQuery = true

  /// Looks at all of a query.
  ///
  /// - Complexity: O(*n*) in the query with its definitions.
  init(_ query: BoundQuery, definitions: [Definition], schema: Schema) {
    self.schema = schema
    note(query.names)
    for name in query.fixedParameters.keys.sorted() {
      add(name, .count, nil)
    }
    if let day = query.asOf { look(at: day, as: .date) }
    var used: Set<DefinitionID> = []
    var found = self
    query.look(by: DefinitionWalk([], onCondition: { found.note($0, &used) }) { found.note($0) })
    self = found
    isOfQuery = false
    var open = used
    while let id = open.popFirst() {
      guard definitions.indices.contains(id.index) else { continue }
      let definition = definitions[id.index]
      note(definition.names)
      var inner: Set<DefinitionID> = []
      found = self
      let walk = DefinitionWalk([], onCondition: { found.note($0, &inner) }) { found.note($0) }
      walk.look(at: definition.body)
      if let undetermined = definition.undetermined { walk.look(at: undetermined) }
      self = found
      open.formUnion(inner.subtracting(used))
      used.formUnion(inner)
    }
  }

  private mutating func add(_ name: String, _ place: ParameterUse.Place, _ range: SourceRange?) {
    let use = ParameterUse(name: name, place: place, range: isOfQuery ? range : nil)
    // A term that is compared is met again as a term.
    if place == .any, uses.contains(where: { $0.name == name }) { return }
    uses.removeAll { $0.name == name && $0.place == .any }
    if !uses.contains(use) { uses.append(use) }
  }

  private mutating func note(_ names: [BoundName]) {
    for name in names where name.isParameter { add(name.text, .name(name.kinds), name.range) }
  }

  private mutating func note(_ condition: BoundCondition, _ used: inout Set<DefinitionID>) {
    switch condition {
    case .compare(let lhs, let comparison, let rhs):
      let isPartOfText = [.containsText, .startsWith, .endsWith].contains(comparison)
      look(at: lhs, as: isPartOfText ? .text : type(of: rhs))
      look(at: rhs, as: isPartOfText ? .text : type(of: lhs))
    case .link(let link, _, _):
      for case .defined(let id) in link.relations { used.insert(id) }
      for term in link.time.terms { look(at: term, as: .date) }
    case .definition(let id, _): used.insert(id)
    case .during(let time, _): for term in time.terms { look(at: term, as: .date) }
    default: break
    }
  }

  private mutating func note(_ term: BoundTerm) {
    switch term {
    case .parameter: look(at: term, as: nil)
    case .arithmetic(_, let lhs, let rhs):
      look(at: lhs, as: .number)
      look(at: rhs, as: .number)
    case .shifted(let day, by: let length, later: _):
      look(at: day, as: .date)
      look(at: length, as: .duration)
    case .daysBetween(let first, let last):
      look(at: first, as: .date)
      look(at: last, as: .date)
    default: break
    }
  }

  private mutating func look(at term: BoundTerm, as type: ValueType?) {
    guard case .parameter(let name, let range) = term else { return }
    add(name, type.map { .value($0) } ?? .any, range)
  }

  /// The type of the values of a term, if it has one.
  private func type(of term: BoundTerm) -> ValueType? {
    switch term {
    case .value(let value): value.type
    case .today, .calendar, .shifted: .date
    case .attribute(let ids, _): ids.first.map { schema[$0].type }
    case .count, .daysBetween, .walk, .arithmetic: .number
    case .aggregate(let aggregate, let term, _, _):
      [.total, .average, .median].contains(aggregate) ? .number : type(of: term)
    case .list(let inner, _, _): type(of: inner)
    case .entity: .text
    case .parameter: nil
    }
  }
}
