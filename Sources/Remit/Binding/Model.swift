// SPDX-License-Identifier: Apache-2.0

/// One end of a relation.
enum LinkEnd: Hashable, Sendable {
  case left, right

  var opposite: LinkEnd { self == .left ? .right : .left }
}

/// What tells one model from another: what was bound with the one may mean something
/// else in the other.
final class ModelVersion: Sendable {}

/// Everything declared so far: the schema, the words for it, the definitions.
///
/// A value: a declaration makes a new model, and what was bound against the old
/// one stays as it was.
struct Model: Sendable {
  /// What a verb or link phrase means.
  struct Verb: Sendable {
    /// Whether it is a link phrase, read after a form of `be`.
    var isLink: Bool
    var forms: Inflection.Verb
    /// The stored relations with this verb.
    var relations: [RelationID] = []
    /// The definitions with this verb: the verb as read.
    var definitions: [DefinitionID] = []
    /// The definitions of the verb without an object: `a person leaves`.
    var actions: [DefinitionID] = []
  }

  /// A noun for an end of a relation: `owner` is the left end of `owns`.
  struct EndNoun: Hashable, Sendable {
    var relation: RelationReference
    var end: LinkEnd
  }

  /// What an adjective says of a thing.
  enum AdjectiveMeaning: Hashable, Sendable {
    case flag(AttributeID)
    case choice(AttributeID, Value)
    /// A definition with one parameter, or with a slot for a second thing.
    case definition(DefinitionID)
  }

  /// What a `let` has named.
  enum Let: Sendable {
    case value
    /// A set: a defined noun, and the attribute that marks the things of a kind.
    case set(DefinitionID, marks: [KindID: AttributeID])
    /// A table: a kind of which each row is a thing.
    case table(KindID, columns: [TableColumn])
  }

  /// A column of a table that `let` has named.
  enum TableColumn: Sendable {
    /// The things at the other end of a relation of the row.
    case things(String, RelationID)
    case value(String, AttributeID)
  }

  /// The value of a word of `let`.
  struct Constant: Sendable {
    let value: Value
    /// The type of the value; of a choice, that of its attribute.
    let type: ValueType?
  }

  /// What happens to a thing by one word: `Bob leaves`.
  struct Event: Sendable {
    /// The word in its base form.
    let name: String
    /// The things it can happen to.
    let kinds: [KindID]
    /// The letter the thing has in the effects.
    let letter: String?
    let effects: [EffectSyntax]
    /// Where it was declared, for what is wrong with an effect.
    let source: SourceText
    let range: SourceRange

    /// The declaration on one line.
    var text: String {
      source.text(in: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Another object for each model that something has been declared in.
  var version = ModelVersion()
  var schema = Schema()
  var vocabulary = Vocabulary()
  var definitions: [Definition] = [] {
    didSet {
      keptStrata = KeptStratification()
      deepestDefinition = max(deepestDefinition, definitions.last?.depth ?? 0)
    }
  }
  /// The nesting of the deepest definition there has been.
  private(set) var deepestDefinition = 0
  /// The order in which the definitions can be computed.
  var strata: Stratification { keptStrata.order(of: definitions) }
  /// Another object after each change of the definitions.
  private(set) var keptStrata = KeptStratification()
  /// Verbs and link phrases by base form.
  var verbs: [String: Verb] = [:]
  /// Nouns for ends of relations by base form.
  var endNouns: [String: [EndNoun]] = [:]
  /// Adjectives by form.
  var adjectives: [String: [AdjectiveMeaning]] = [:]
  /// Nouns made by `define` by base form.
  var definedNouns: [String: DefinitionID] = [:]
  /// Adjectives that are only values of attributes: they give way to other words.
  var choiceAdjectives: Set<String> = []
  /// Events by base form.
  var events: [String: [Event]] = [:]
  /// What `let` gave a meaning, by base form.
  var lets: [String: Let] = [:]
  /// The statement of each `let`, by base form.
  var letTexts: [String: String] = [:]
  /// Words that `let` gave a value.
  var constants: [String: Constant] = [:]
  /// Values of `$name` parameters, for numbers that have to be known when a
  /// question is bound.
  var parameters: [String: Value] = [:]
  /// Definitions that whoever asks may not know of.
  var hiddenDefinitions: Set<DefinitionID> = []
  /// Attributes by name.
  var attributes: [String: [AttributeID]] = [:]

  subscript(definition: DefinitionID) -> Definition { definitions[definition.index] }

  /// The kinds at an end of a relation.
  func kinds(_ reference: RelationReference, at end: LinkEnd) -> [KindID] {
    switch reference {
    case .stored(let id): end == .left ? schema[id].left : schema[id].right
    case .defined(let id):
      self[id].variables[self[id].parameters[end == .left ? 0 : 1].index].kinds
    }
  }

  /// How the links of a relation are dated; a definition has no dates of its own.
  func dating(_ reference: RelationReference) -> Dating {
    if case .stored(let id) = reference { schema[id].dating } else { .undated }
  }

  /// The kinds in words: `person or role`.
  func phrase(_ kinds: [KindID], plural: Bool = false) -> String {
    if kinds.count == 1 { return plural ? schema[kinds[0]].plural : schema[kinds[0]].singular }
    return kinds.map { plural ? schema[$0].plural : schema[$0].singular }.joined(separator: " or ")
  }

  /// The relations a verb means: as read, its definitions and the stored
  /// relations they do not stand for; directly, the stored ones alone.
  func relations(of verb: Verb, directly: Bool) -> [RelationReference] {
    let stored = verb.relations.map(RelationReference.stored)
    if directly { return stored }
    let defined = verb.definitions.map(RelationReference.defined)
    return defined
      + stored.filter { one in
        !defined.contains { overlaps(one, $0) }
      }
  }

  /// Whether two relations can hold between the same two things.
  func overlaps(_ one: RelationReference, _ other: RelationReference) -> Bool {
    [LinkEnd.left, .right].allSatisfy { end in
      kinds(one, at: end).overlaps(kinds(other, at: end))
    }
  }

  /// The verb a stored relation or a definition belongs to.
  func verb(of reference: RelationReference) -> Verb? {
    switch reference {
    case .stored(let id): verbs[schema[id].name]
    case .defined(let id): verbs[self[id].name]
    }
  }

  /// The ends a noun can name, seen from things of `owner` kinds.
  ///
  /// As read, an end of a stored relation is that of the definition with its
  /// verb, where there is one.
  func ends(named noun: String, from owner: [KindID], directly: Bool) -> [EndNoun] {
    var found: [EndNoun] = []
    func add(_ noun: EndNoun) {
      guard kinds(noun.relation, at: noun.end.opposite).overlaps(owner), !found.contains(noun)
      else { return }
      found.append(noun)
    }
    for meaning in endNouns[noun] ?? [] {
      guard case .stored = meaning.relation, !directly, let verb = verb(of: meaning.relation),
        verb.definitions.count + verb.relations.count > 1
      else {
        add(meaning)
        continue
      }
      for relation in relations(of: verb, directly: false)
      where relation == meaning.relation || overlaps(relation, meaning.relation) {
        add(EndNoun(relation: relation, end: meaning.end))
      }
    }
    return found
  }

  /// The attributes with a name that belong to one of the kinds.
  func attributes(named name: String, of kinds: [KindID]) -> [AttributeID] {
    schema.attributes(attributes[name], of: kinds)
  }

  var allKinds: [KindID] { schema.kinds.lazy.filter { !$0.isHidden }.map(\.id) }

  /// The kinds that facts are about: all but the rows of tables.
  var factKinds: [KindID] { schema.kinds.lazy.filter { !$0.isTable && !$0.isHidden }.map(\.id) }
}
