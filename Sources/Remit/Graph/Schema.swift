// SPDX-License-Identifier: Apache-2.0

/// The number of a kind in its schema.
package struct KindID: Hashable, Comparable, Sendable {
  /// The place of the kind in ``Schema/kinds``.
  package let index: Int
  /// Makes a kind number.
  package init(_ index: Int) { self.index = index }
  /// Orders kinds by declaration.
  package static func < (lhs: KindID, rhs: KindID) -> Bool { lhs.index < rhs.index }
}

extension Collection<KindID> {
  /// Whether some kind is among these and among others: few are compared sooner than hashed.
  func overlaps(_ others: some Collection<KindID>) -> Bool { contains { others.contains($0) } }
}

extension Array {
  /// The kinds that are told of all elements, each once, in order.
  func distinctKinds(_ kinds: (Element) -> [KindID]) -> [KindID] {
    let found = count == 1 ? kinds(self[0]) : flatMap(kinds)
    let isAscending = zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
    return isAscending ? found : Set(found).sorted()
  }
}

/// The number of an attribute in its schema.
package struct AttributeID: Hashable, Sendable {
  /// The place of the attribute in ``Schema/attributes``.
  package let index: Int
  /// Makes an attribute number.
  package init(_ index: Int) { self.index = index }
}

/// The number of a relation signature in its schema.
package struct RelationID: Hashable, Comparable, Sendable {
  /// The place of the relation in ``Schema/relations``.
  package let index: Int
  /// Makes a relation number.
  package init(_ index: Int) { self.index = index }
  /// Orders relations by declaration.
  package static func < (lhs: RelationID, rhs: RelationID) -> Bool { lhs.index < rhs.index }
}

/// A kind of thing, such as person or control.
package struct Kind: Hashable, Sendable {
  /// The kind's number.
  package let id: KindID
  /// The declared word for one: `person`.
  package let singular: String
  /// The declared word for several: `people`.
  package let plural: String
  /// The attributes of the kind, in declaration order.
  package internal(set) var attributes: [AttributeID] = []
  /// The relations whose links are the things of this kind; empty for a kind
  /// whose things are added or loaded.
  package internal(set) var recordOf: [RelationID] = []
  /// Whether the things of this kind are rows that a `let` has named.
  package internal(set) var isTable = false
  /// Whether its word has been given to something else.
  var isRetired = false
  /// Whether whoever asks may not know of it.
  var isHidden = false

  /// Whether the things of this kind are links (`recorded as certificate`).
  package var isRecord: Bool { !recordOf.isEmpty }
}

/// An attribute of a kind, such as a control's title.
package struct Attribute: Hashable, Sendable {
  /// What an attribute of a record reads, besides those declared on the link.
  package enum Source: Hashable, Sendable {
    /// A column of its own.
    case stored
    /// The first day of the link.
    case linkStart
    /// The day after the last day of the link.
    case linkEnd
    /// The name of the relation the link is of.
    case linkRelation
    /// Whether the thing is in a set that a `let` has named; not to be asked for
    /// by itself.
    case membership
    /// What a row of a table is called.
    case rowName
    /// What a function of the host says of the thing.
    case host
  }

  /// The attribute's number.
  package let id: AttributeID
  /// The kind it belongs to.
  package let kind: KindID
  /// The declared name, such as `end date`.
  package let name: String
  /// The declared type.
  package let type: ValueType
  /// Whether its value finds a thing, as a name does, and is unique.
  package let isKey: Bool
  /// Where the value comes from.
  package let source: Source
  /// Whether whoever asks may not know of it.
  var isHidden = false
}

/// How the links of a relation are dated.
package enum Dating: Hashable, Sendable {
  /// The links have no dates.
  case undated
  /// Each link holds from a day until, and excluding, another day.
  case interval
  /// Each link happened on a day.
  case day
}

/// How many links a thing may have at one end of a relation.
package struct Cardinality: Hashable, Sendable {
  /// The end that is counted: the right one in `at most one manager`.
  package enum End: Hashable, Sendable { case left, right }
  /// Which end is counted.
  package let end: End
  /// The least number, 0 if none is asked.
  package let least: Int
  /// The greatest number, `nil` if there is none.
  package let most: Int?
}

/// One signature of a relation: a verb with the kinds it joins.
///
/// A verb may have several signatures (`holds` a role, `holds` a competence);
/// each is a relation with its own links, dates and attributes.
package struct Relation: Hashable, Sendable {
  /// What the relation's links are.
  package enum Origin: Hashable, Sendable {
    /// Links that are added or loaded.
    case stored
    /// From each record to the left end of its link.
    case recordLeft(RelationID)
    /// From each record to the right end of its link.
    case recordRight(RelationID)
  }

  /// The relation's number.
  package let id: RelationID
  /// The declared word, in the third person: `owns`, `part of`.
  package let name: String
  /// The kinds at the left end.
  package internal(set) var left: [KindID]
  /// The kinds at the right end.
  package internal(set) var right: [KindID]
  /// The noun for the left end, such as `owner`.
  package let leftNoun: String?
  /// The noun for the right end, such as `manager`.
  package let rightNoun: String?
  /// How the links are dated.
  package let dating: Dating
  /// Whether a link also holds the other way round.
  package let isSymmetric: Bool
  /// The declared limits, checked by `check model`.
  package let cardinalities: [Cardinality]
  /// What the links are.
  package let origin: Origin
  /// The kind whose things are the links, if the relation is recorded.
  package internal(set) var record: KindID?
  /// The attributes of the links, which are attributes of the record kind.
  package internal(set) var attributes: [AttributeID] = []
  /// Relations of the record set with the link, such as a delegation's subject.
  package internal(set) var parts: [RelationID] = []
  /// Whether whoever asks may not know of it.
  var isHidden = false
}

/// What may be asked about: kinds, attributes and relations.
///
/// A schema only grows; a number given once stays good.
package struct Schema: Sendable {
  /// The kinds, by number.
  package private(set) var kinds: [Kind] = []
  /// The attributes, by number.
  package private(set) var attributes: [Attribute] = []
  /// The relations, by number.
  package private(set) var relations: [Relation] = []

  /// Makes an empty schema.
  package init() {}

  /// The kind with a number.
  package subscript(kind: KindID) -> Kind { kinds[kind.index] }
  /// The attribute with a number.
  package subscript(attribute: AttributeID) -> Attribute { attributes[attribute.index] }
  /// The relation with a number.
  package subscript(relation: RelationID) -> Relation { relations[relation.index] }

  /// The kind whose singular or plural is `word`.
  package func kind(named word: String) -> KindID? {
    kinds.first { !$0.isRetired && ($0.singular == word || $0.plural == word) }?.id
  }

  /// The attribute of a kind with a name.
  package func attribute(named name: String, of kind: KindID) -> AttributeID? {
    self[kind].attributes.first { self[$0].name == name && !self[$0].isHidden }
  }

  /// Those of some attributes that belong to one of some kinds.
  func attributes(_ ids: [AttributeID]?, of kinds: [KindID]) -> [AttributeID] {
    ids?.filter { kinds.contains(self[$0].kind) } ?? []
  }

  /// The attribute of a kind with a name, if its values are stored texts.
  func textAttribute(named name: String?, of kind: KindID) -> AttributeID? {
    guard let name, let id = attribute(named: name, of: kind) else { return nil }
    return self[id].type == .text && self[id].source != .host ? id : nil
  }

  /// The names of the attributes of some kinds whose values are stored texts.
  func textAttributes(of kinds: some Sequence<KindID>) -> [String] {
    kinds.flatMap { self[$0].attributes }.map { self[$0] }
      .filter { textAttribute(named: $0.name, of: $0.kind) != nil }.map(\.name)
  }

  /// The attributes whose values find a thing of a kind: keys, name, title.
  package func namingAttributes(of kind: KindID) -> [AttributeID] {
    if self[kind].isTable { return self[kind].attributes.filter { self[$0].source == .rowName } }
    let all = self[kind].attributes.filter {
      self[$0].type == .text && !self[$0].isHidden && self[$0].source != .host
    }
    return all.filter { self[$0].isKey }
      + all.filter { !self[$0].isKey && ["name", "title"].contains(self[$0].name) }
  }

  /// The attributes shown for a thing of a kind: its key, and its name or title.
  ///
  /// A key is shown before a title, but a name stands alone: `A.5.2` is shown
  /// beside its title, `ann@acme.example` is not shown beside `Ann Lee`.
  package func displayAttributes(of kind: KindID) -> [AttributeID] {
    let naming = namingAttributes(of: kind)
    if self[kind].isTable { return naming }
    if let name = naming.first(where: { self[$0].name == "name" }) {
      let ref = naming.first { self[$0].isKey && self[$0].name == "ref" }
      return (ref.map { [$0] } ?? []) + [name]
    }
    let title = naming.first { self[$0].name == "title" }
    let key = naming.first { self[$0].isKey }
    return [key, title].compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The noun that the records of a relation have for an end of its links.
  package func recordNoun(of relation: RelationID, atLeft: Bool) -> String? {
    let origin: Relation.Origin = atLeft ? .recordLeft(relation) : .recordRight(relation)
    return relations.first { $0.origin == origin }?.rightNoun
  }

  // MARK: Growing

  mutating func addKind(singular: String, plural: String, isTable: Bool = false) -> KindID {
    let id = KindID(kinds.count)
    kinds.append(Kind(id: id, singular: singular, plural: plural, isTable: isTable))
    return id
  }

  /// Takes what may not be known of from all who look for words.
  mutating func hide(_ hidden: HiddenParts) {
    for kind in hidden.kinds {
      kinds[kind.index].isHidden = true
      kinds[kind.index].isRetired = true
    }
    for attribute in hidden.attributes { attributes[attribute.index].isHidden = true }
    for relation in hidden.relations { relations[relation.index].isHidden = true }
    guard !hidden.kinds.isEmpty else { return }
    for index in relations.indices where !relations[index].isHidden {
      relations[index].left.removeAll(where: hidden.kinds.contains)
      relations[index].right.removeAll(where: hidden.kinds.contains)
      relations[index].parts.removeAll(where: hidden.relations.contains)
      if let record = relations[index].record, hidden.kinds.contains(record) {
        relations[index].record = nil
      }
    }
  }

  /// Takes its word from a kind; its things and what mentions them stay.
  mutating func retire(_ kind: KindID) { kinds[kind.index].isRetired = true }

  mutating func addAttribute(
    _ name: String,
    of kind: KindID,
    type: ValueType,
    isKey: Bool = false,
    source: Attribute.Source = .stored
  ) -> AttributeID {
    let id = AttributeID(attributes.count)
    attributes.append(
      Attribute(id: id, kind: kind, name: name, type: type, isKey: isKey, source: source)
    )
    kinds[kind.index].attributes.append(id)
    return id
  }

  mutating func addRelation(
    _ name: String,
    left: [KindID],
    right: [KindID],
    leftNoun: String? = nil,
    rightNoun: String? = nil,
    dating: Dating = .undated,
    isSymmetric: Bool = false,
    cardinalities: [Cardinality] = [],
    origin: Relation.Origin = .stored
  ) -> RelationID {
    let id = RelationID(relations.count)
    relations.append(
      Relation(
        id: id,
        name: name,
        left: left,
        right: right,
        leftNoun: leftNoun,
        rightNoun: rightNoun,
        dating: dating,
        isSymmetric: isSymmetric,
        cardinalities: cardinalities,
        origin: origin
      )
    )
    return id
  }

  /// Makes the links of a relation things of a kind.
  mutating func record(_ relation: RelationID, as kind: KindID) {
    relations[relation.index].record = kind
    kinds[kind.index].recordOf.append(relation)
  }

  mutating func addLinkAttribute(_ attribute: AttributeID, to relation: RelationID) {
    relations[relation.index].attributes.append(attribute)
  }

  mutating func addPart(_ part: RelationID, to relation: RelationID) {
    relations[relation.index].parts.append(part)
  }
}
