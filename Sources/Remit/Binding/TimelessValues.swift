// SPDX-License-Identifier: Apache-2.0

/// The values an answer depends on that have no past: as of another day they
/// are read as they are now.
///
/// Dates are not among them, for they say themselves when they hold; nor are
/// the names of things, nor the values of links, which end with the link.
struct TimelessValues {
  let model: Model
  private(set) var attributes: Set<AttributeID> = []
  private var seen: Set<DefinitionID> = []

  init(of query: BoundQuery, in model: Model) {
    self.model = model
    note(query.condition)
    switch query.shape {
    case .rows(let columns, _, _), .top(let columns, _, _, _):
      for column in columns { note(column.term) }
    case .measure(let measure, let keys, _, _):
      if case .share(let condition, _) = measure { note(condition) }
      if case .aggregate(_, let term, _) = measure { note(term) }
      for case .term(let term, _) in keys { note(term) }
    case .periods(let periods): note(periods.when)
    }
  }

  /// The words for them, in order.
  var words: [String] { Set(attributes.map { model.schema[$0].name }).sorted() }

  private mutating func note(_ condition: BoundCondition) {
    switch condition {
    case .definition(let id, _): note(id)
    case .link(let link, _, _): for case .defined(let id) in link.relations { note(id) }
    default: break
    }
    var inner = self
    condition.forEachPart(condition: { inner.note($0) }, term: { inner.note($0) })
    self = inner
  }

  private mutating func note(_ term: BoundTerm) {
    if case .attribute(let ids, _) = term { attributes.formUnion(ids.filter(isTimeless)) }
    var inner = self
    term.forEachPart(condition: { inner.note($0) }, term: { inner.note($0) })
    self = inner
  }

  private mutating func note(_ id: DefinitionID) {
    guard id.index < model.definitions.count, seen.insert(id).inserted else { return }
    note(model[id].body)
  }

  private func isTimeless(_ id: AttributeID) -> Bool {
    let attribute = model.schema[id]
    guard attribute.source == .stored, !model.schema[attribute.kind].isRecord else { return false }
    guard ![.date, .duration].contains(attribute.type), !attribute.isKey else { return false }
    return !model.schema.namingAttributes(of: attribute.kind).contains(id)
  }
}
