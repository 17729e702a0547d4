// SPDX-License-Identifier: Apache-2.0

/// Things that others name and nothing defines.
extension GraphBuilder {
  /// Adds an unknown thing for each name that a data file mentions and nothing
  /// defines. It is of the first kind that its place takes and that has a name.
  ///
  /// - Returns: The things, once each.
  /// - Throws: ``GraphError`` when one cannot be added; then nothing has changed.
  mutating func addUnknown(
    _ names: [UnresolvedName], from file: String
  ) throws(GraphError) -> [Entity] {
    var draft = self
    var added: [Entity] = []
    var seen: Set<UnresolvedName.Value> = []
    for name in names
    where
      name.property == nil
      ? draft.find(name.text, kinds: name.kinds).isEmpty : seen.insert(name.value).inserted
    {
      guard let (kind, attribute) = namedKind(of: name.kinds) else {
        throw .noSuchThing(schema[name.kinds.first ?? KindID(0)])
      }
      let said = schema.textAttribute(named: name.property, of: kind)
      let isNaming = said.map(schema.namingAttributes(of: kind).contains) ?? false
      let attributes = isNaming ? [said] : [attribute, said]
      let thing = try draft.addThing(
        kind, attributes: attributes.compactMap { $0.map { ($0, .text(name.text)) } },
        source: FactSource(file: file, line: name.line), isUnknown: true)
      added.append(thing)
    }
    self = draft
    return added
  }

  private func namedKind(of kinds: [KindID]) -> (KindID, AttributeID)? {
    for kind in kinds where !schema[kind].isRecord && !schema[kind].isTable {
      let naming = schema.namingAttributes(of: kind)
      let shown = schema.displayAttributes(of: kind).first
      if let attribute = shown ?? naming.first { return (kind, attribute) }
    }
    return nil
  }

  /// The unknown thing that a statement defines after all, by one of its names.
  func unknownThing(_ kind: KindID, named values: [(AttributeID, Value)]) -> Entity? {
    guard !things[kind.index].unknown.isEmpty else { return nil }
    let naming = schema.namingAttributes(of: kind)
    for (attribute, value) in values where naming.contains(attribute) {
      guard case .text(let text) = value else { continue }
      let found = find(text, kinds: [kind]).filter { things[kind.index].unknown.contains($0.node) }
      if found.count == 1 { return found[0] }
    }
    return nil
  }

  /// Makes an unknown thing one that is defined.
  mutating func define(
    _ entity: Entity, attributes: [(AttributeID, Value)]
  ) throws(GraphError) {
    var draft = self
    for (attribute, value) in attributes {
      try draft.setAttribute(attribute, of: entity, to: value)
    }
    draft.things[entity.kind.index].unknown.remove(entity.node)
    self = draft
  }
}
