// SPDX-License-Identifier: Apache-2.0

/// Enters declarations into a model: the schema, and every form of every word.
///
/// A declaration is all or nothing: with a diagnostic, the model given back is
/// to be dropped.
struct Declarer {
  var model: Model
  var diagnostics: [Diagnostic] = []

  init(_ model: Model) {
    self.model = model
    self.model.version = ModelVersion()
  }

  // MARK: Words

  /// Enters a form, unless it is reserved or has another role.
  ///
  /// A value of an attribute gives way: it is then read only beside the
  /// attribute.
  mutating func insert(
    _ form: String, base: String, _ classes: TermClasses, as wanted: String, at range: SourceRange,
    besideEvent: Bool = false
  ) {
    let isPlain = form.split(separator: " ").allSatisfy { word in
      word.unicodeScalars.allSatisfy {
        ($0.properties.isAlphabetic && !$0.properties.isUppercase) || $0 == "-" || $0 == "_"
      }
    }
    guard isPlain, !form.isEmpty else {
      diagnostics.append(BindingMessages.badWord(form, at: range))
      return
    }
    if let latin = Lookalikes.latin(form) {
      // Its plural and its other forms have the letter too.
      guard diagnostics.last?.id != "mixed-letters" else { return }
      diagnostics.append(BindingMessages.deceptiveWord(form, looksLike: latin, at: range))
      return
    }
    if let keyword = Keyword(word: form), keyword.isReserved || form.count < 2 {
      diagnostics.append(BindingMessages.reservedWord(form, at: range))
      return
    }
    if let standing = model.vocabulary.terms[form], model.choiceAdjectives.contains(form),
      classes.isDisjoint(with: [.adjective, .value]), standing.classes.contains(.adjective)
    {
      model.choiceAdjectives.remove(form)
      model.adjectives[form] = nil
      model.vocabulary.demoteToValue(form)
    }
    if let standing = model.vocabulary.conflict(
      of: form, base: base, classes: classes, besideEvent: besideEvent)
    {
      diagnostics.append(
        BindingMessages.wordTaken(form, by: standing, wanted: wanted, at: range))
      return
    }
    model.vocabulary.insert(form, base: base, classes: classes)
  }

  /// Enters a value of an attribute: an adjective while its word is free.
  private mutating func insertChoice(
    _ value: String, rank: Int, of attribute: AttributeID, at range: SourceRange
  ) {
    let isWord = value.unicodeScalars.allSatisfy {
      ($0.properties.isAlphabetic && !$0.properties.isUppercase) || $0 == "-" || $0 == " "
    }
    // A capitalised or numeric value is written as a name or number.
    guard isWord, Keyword(word: value)?.isReserved != true else { return }
    let kind = model.schema[attribute].kind
    let standing = model.adjectives[value] ?? []
    let isShared = standing.contains { meaning in
      if case .choice(let other, _) = meaning { return model.schema[other].kind == kind }
      return true
    }
    let isFree =
      model.vocabulary.terms[value].map {
        $0.classes.isSubset(of: [.adjective, .fitting, .value]) && $0.classes.contains(.adjective)
      } ?? true
    if isShared {
      model.adjectives[value]?.removeAll { meaning in
        if case .choice(let other, _) = meaning { return model.schema[other].kind == kind }
        return false
      }
      model.vocabulary.insert(value, base: value, classes: .value)
    } else if isFree {
      model.vocabulary.insert(value, base: value, classes: [.adjective, .value])
      model.adjectives[value, default: []].append(
        .choice(attribute, .choice(value, rank: rank)))
      model.choiceAdjectives.insert(value)
      model.vocabulary.suggest(
        "\(value) \(model.schema[kind].plural)", for: Inflection.plural(value))
    } else {
      model.vocabulary.insert(value, base: value, classes: .value)
    }
  }

  // MARK: Kinds

  /// kind person (people) with its attributes
  mutating func declare(_ syntax: KindSyntax) -> KindID? {
    let kind = declareKind(
      syntax.name.text, plural: syntax.plural?.text, at: syntax.name.range)
    guard let kind else { return nil }
    for attribute in syntax.attributes { declare(attribute, of: kind, on: nil) }
    return kind
  }

  private mutating func declareKind(_ name: String, plural: String?, at range: SourceRange)
    -> KindID?
  {
    if model.schema.kind(named: name) != nil || model.definedNouns[name] != nil {
      diagnostics.append(BindingMessages.alreadyDeclared(name, as: "a kind", at: range))
      return nil
    }
    let plural = plural ?? Inflection.plural(name)
    insert(name, base: name, .kind, as: "kind", at: range)
    if plural != name { insert(plural, base: name, .kind, as: "kind", at: range) }
    return model.schema.addKind(singular: name, plural: plural)
  }

  /// The kinds that words name; a defined noun that is a union of kinds counts
  /// for all of them.
  mutating func kinds(_ words: [WordSyntax]) -> [KindID] {
    var result: Set<KindID> = []
    for word in words {
      if let kind = model.schema.kind(named: word.base) {
        result.insert(kind)
      } else if let noun = model.definedNouns[word.base] {
        let definition = model[noun]
        result.formUnion(definition.variables[definition.parameters[0].index].kinds)
      }
    }
    return result.sorted()
  }

  // MARK: Attributes

  /// Declares attributes of a kind, or of a relation's links and their record.
  private mutating func declare(
    _ syntax: AttributeSyntax, of kind: KindID, on relation: RelationID?
  ) {
    for name in syntax.names {
      switch syntax.type {
      case .value(let type):
        guard declareAttribute(name, type, isKey: syntax.isKey, of: kind, on: relation) != nil
        else { continue }
      case .kinds(let words):
        guard let relation else {
          diagnostics.append(BindingMessages.linkTypeNeedsRecord(name.text, at: name.range))
          continue
        }
        let targets = kinds(words)
        // As with attributes, several relations with one record kind may share a part.
        let standing = model.schema.relations.first {
          $0.name == name.text && $0.left == [kind] && $0.right == targets && $0.origin == .stored
        }
        if let standing {
          model.schema.addPart(standing.id, to: relation)
          continue
        }
        let part = model.schema.addRelation(
          name.text, left: [kind], right: targets, rightNoun: name.text)
        model.schema.addPart(part, to: relation)
        declareNoun(name.text, plural: nil, part, .right, at: name.range)
      }
    }
  }

  private mutating func declareAttribute(
    _ name: RawWords, _ type: ValueType, isKey: Bool, of kind: KindID, on relation: RelationID?,
    source: Attribute.Source = .stored
  ) -> AttributeID? {
    if model.schema.attribute(named: name.text, of: kind) != nil {
      // Several relations with one record kind may share an attribute.
      if let relation, let standing = model.schema.attribute(named: name.text, of: kind),
        model.schema[standing].type == type
      {
        model.schema.addLinkAttribute(standing, to: relation)
        return standing
      }
      diagnostics.append(
        BindingMessages.alreadyDeclared(
          name.text, as: "an attribute of '\(model.schema[kind].singular)'", at: name.range))
      return nil
    }
    if type == .flag {
      insert(name.text, base: name.text, .adjective, as: "flag", at: name.range)
    } else {
      insert(name.text, base: name.text, .attribute, as: "attribute", at: name.range)
    }
    let attribute = model.schema.addAttribute(
      name.text, of: kind, type: type, isKey: isKey, source: source)
    model.attributes[name.text, default: []].append(attribute)
    if type == .date { model.vocabulary.note(date: name.text, of: model.schema[kind].singular) }
    if type == .flag { model.adjectives[name.text, default: []].append(.flag(attribute)) }
    for (rank, value) in (type.choices ?? []).enumerated() {
      insertChoice(value, rank: rank, of: attribute, at: name.range)
    }
    if let relation { model.schema.addLinkAttribute(attribute, to: relation) }
    return attribute
  }

  /// Declares an attribute that a function of the host tells.
  mutating func declareHostAttribute(
    _ name: RawWords, _ type: ValueType, of kind: KindID
  ) -> AttributeID? {
    declareAttribute(name, type, isKey: false, of: kind, on: nil, source: .host)
  }

  // MARK: Relations

  /// relation person holds role as holder / role, dated, recorded as appointment
  mutating func declare(_ syntax: RelationSyntax) -> RelationID? {
    let left = kinds(syntax.left)
    let right = kinds(syntax.right)
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let name = syntax.name.text
    guard declareVerb(syntax, name) else { return nil }
    for standing in model.verbs[name]?.relations ?? [] {
      let other = RelationReference.stored(standing)
      if model.kinds(other, at: .left).overlaps(left),
        model.kinds(other, at: .right).overlaps(right)
      {
        diagnostics.append(
          BindingMessages.overlappingSignatures(
            name, model.signature(standing), at: syntax.name.range))
        return nil
      }
    }
    var dating = Dating.undated
    var isSymmetric = false
    var cardinalities: [Cardinality] = []
    var record: (noun: RawWords, plural: RawWords?, ends: [RelationSyntax.End?])?
    for option in syntax.options {
      switch option {
      case .dated(let onDay): dating = onDay ? .day : .interval
      case .symmetric(let range):
        isSymmetric = true
        if left != right { diagnostics.append(BindingMessages.symmetricKinds(at: range)) }
      case .recorded(let noun, let plural, let ends): record = (noun, plural, ends)
      case .dateName: break
      case .cardinality(let quantity, let noun):
        if let end = end(noun.text, of: syntax) {
          if let declared = cardinality(quantity, end) { cardinalities.append(declared) }
        } else {
          diagnostics.append(BindingMessages.cardinalityNoun(noun.text, at: noun.range))
        }
      case .forms, .passive: break
      }
    }
    let relation = model.schema.addRelation(
      name, left: left, right: right, leftNoun: syntax.leftEnd?.noun.text,
      rightNoun: syntax.rightEnd?.noun.text, dating: dating, isSymmetric: isSymmetric,
      cardinalities: cardinalities)
    model.verbs[name]?.relations.append(relation)
    for (end, side) in [(syntax.leftEnd, LinkEnd.left), (syntax.rightEnd, .right)] {
      guard let end else { continue }
      declareNoun(
        end.noun.text, plural: end.plural?.text, relation, side, at: end.noun.range)
    }
    if let record {
      if isSymmetric { diagnostics.append(BindingMessages.symmetricRecord(at: record.noun.range)) }
      declareRecord(record.noun, plural: record.plural, record.ends, of: relation, syntax)
    } else if !syntax.attributes.isEmpty {
      // Attributes need a kind to belong to: the links are then things of a
      // kind named after the relation.
      let noun = RawWords(text: name + " link", range: syntax.name.range)
      declareRecord(noun, plural: nil, [], of: relation, syntax)
    }
    return relation
  }

  private func end(_ noun: String, of syntax: RelationSyntax) -> LinkEnd? {
    func names(_ end: RelationSyntax.End?) -> Bool {
      guard let end else { return false }
      return end.noun.text == noun || (end.plural?.text ?? Inflection.plural(end.noun.text)) == noun
    }
    return names(syntax.leftEnd) ? .left : names(syntax.rightEnd) ? .right : nil
  }

  private mutating func cardinality(_ quantity: QuantitySyntax, _ end: LinkEnd) -> Cardinality? {
    let side: Cardinality.End = end == .left ? .left : .right
    guard case .number(let number) = quantity.number else {
      diagnostics.append(BindingMessages.declaredNumber(at: quantity.range))
      return nil
    }
    return switch quantity.comparison {
    case .atLeast: Cardinality(end: side, least: number, most: nil)
    case .atMost: Cardinality(end: side, least: 0, most: number)
    case .exactly: Cardinality(end: side, least: number, most: number)
    case .moreThan: Cardinality(end: side, least: number + 1, most: nil)
    case .fewerThan: Cardinality(end: side, least: 0, most: max(0, number - 1))
    }
  }

  /// Enters the forms of a verb or link phrase, once for all its signatures.
  private mutating func declareVerb(_ syntax: RelationSyntax, _ name: String) -> Bool {
    var forms = Inflection.verb(name)
    for option in syntax.options {
      switch option {
      case .forms(let names):
        let texts = names.map(\.text)
        if texts.count > 0 { forms.plural = texts[0] }
        if texts.count > 1 { forms.singular = texts[1] }
        if texts.count > 2 {
          forms.past = texts[2]
          forms.participle = texts[2]
        }
        if texts.count > 3 {
          forms.passive = texts[3]
          forms.participle =
            texts[3].hasSuffix(" by") ? String(texts[3].dropLast(3)) : forms.participle
        }
      case .passive(let name):
        forms.passive = name.text
        forms.participle =
          name.text.hasSuffix(" by") ? String(name.text.dropLast(3)) : forms.participle
      default: break
      }
    }
    return enterVerb(name, forms: forms, isLink: syntax.isLink, at: syntax.name.range)
  }

  /// Enters the forms of a verb; false when one of them is taken.
  mutating func enterVerb(
    _ name: String, forms: Inflection.Verb, isLink: Bool, isAction: Bool = false,
    at range: SourceRange
  ) -> Bool {
    let before = diagnostics.count
    if !isAction, model.events[name] != nil, let standing = model.vocabulary.terms[name] {
      diagnostics.append(
        BindingMessages.wordTaken(name, by: standing, wanted: "verb", at: range))
      return false
    }
    if model.verbs[name] == nil {
      model.verbs[name] = Model.Verb(isLink: isLink, forms: forms)
      if isLink {
        insert(name, base: name, .link, as: "link phrase", at: range)
      } else {
        let all: [(String, TermClasses)] = [
          (forms.singular, .singularVerb), (forms.plural, .pluralVerb), (forms.past, .pastVerb),
          (forms.participle, .participle), (forms.passive, .passive),
        ]
        for (form, classes) in all where diagnostics.count == before {
          insert(form, base: name, classes, as: "verb", at: range, besideEvent: isAction)
        }
      }
    }
    return diagnostics.count == before
  }

  /// Enters a noun for an end of a relation.
  mutating func declareNoun(
    _ noun: String, plural: String?, _ relation: RelationID, _ end: LinkEnd, at range: SourceRange
  ) {
    declareNoun(
      noun, plural: plural, Model.EndNoun(relation: .stored(relation), end: end), at: range)
  }

  mutating func declareNoun(
    _ noun: String, plural: String?, _ meaning: Model.EndNoun, at range: SourceRange
  ) {
    for standing in model.endNouns[noun] ?? [] {
      let sameOwner = !Set(model.kinds(standing.relation, at: standing.end.opposite))
        .isDisjoint(with: model.kinds(meaning.relation, at: meaning.end.opposite))
      let sameThing = !Set(model.kinds(standing.relation, at: standing.end))
        .isDisjoint(with: model.kinds(meaning.relation, at: meaning.end))
      guard sameOwner, sameThing else { continue }
      // The noun of a stored relation is that of the definition with its verb.
      if case .stored(let id) = standing.relation, case .defined(let defined) = meaning.relation,
        model.schema[id].name == model[defined].name
      {
        continue
      }
      // Records of one kind made by several relations are asked for by one noun.
      if model.areOfOneRecord(standing, meaning) { continue }
      let signature =
        if case .stored(let id) = standing.relation { model.signature(id) } else { noun }
      diagnostics.append(BindingMessages.nounTaken(noun, signature, at: range))
      return
    }
    let kind = model.schema.kind(named: noun).map { model.schema[$0] }
    let base = kind?.singular ?? noun
    let plural = plural ?? kind?.plural ?? Inflection.plural(noun)
    insert(noun, base: base, .relationNoun, as: "noun for an end", at: range)
    if plural != noun {
      insert(plural, base: base, .relationNoun, as: "noun for an end", at: range)
    }
    model.endNouns[base, default: []].append(meaning)
  }

  /// Makes the links of a relation things of a kind, with their own relations
  /// to both ends, dates and attributes.
  private mutating func declareRecord(
    _ noun: RawWords, plural: RawWords?, _ ownEnds: [RelationSyntax.End?],
    of relation: RelationID, _ syntax: RelationSyntax
  ) {
    let kind: KindID
    if let standing = model.schema.kind(named: noun.text), model.schema[standing].isRecord {
      kind = standing
    } else {
      guard let made = declareKind(noun.text, plural: plural?.text, at: noun.range) else { return }
      kind = made
      declareRecordAttributes(of: kind, at: noun.range)
    }
    model.schema.record(relation, as: kind)
    let stored = model.schema[relation]
    let record = model.schema[kind].singular
    let left = ownEnds.isEmpty ? stored.leftNoun : ownEnds[0]?.noun.text
    let right = ownEnds.isEmpty ? stored.rightNoun : ownEnds[1]?.noun.text
    if left == right, left != nil || stored.left.overlaps(stored.right) {
      let end = left ?? model.phrase(stored.left.filter(stored.right.contains))
      diagnostics.append(
        BindingMessages.recordEndsAlike(record, end: end, at: noun.range))
      return
    }
    let ends: [(LinkEnd, [KindID], String?)] = [
      (.left, stored.left, left), (.right, stored.right, right),
    ]
    for (end, kinds, declaredNoun) in ends {
      let link = model.schema.addRelation(
        "\(record)'s \(declaredNoun ?? model.phrase(kinds))", left: [kind], right: kinds,
        leftNoun: record, rightNoun: declaredNoun,
        origin: end == .left ? .recordLeft(relation) : .recordRight(relation))
      // Where both ends are of one kind, the record's name is read from the left:
      // `Ann's delegations` are those she makes.
      if end == .left || !stored.left.overlaps(stored.right) {
        declareNoun(record, plural: model.schema[kind].plural, link, .left, at: noun.range)
      }
      if let declaredNoun {
        declareNoun(declaredNoun, plural: nil, link, .right, at: noun.range)
      } else {
        for target in kinds {
          declareNoun(
            model.schema[target].singular, plural: model.schema[target].plural, link, .right,
            at: noun.range)
        }
      }
    }
    for attribute in syntax.attributes { declare(attribute, of: kind, on: relation) }
    for case .dateName(let isEnd, let name) in syntax.options {
      insert(name.text, base: name.text, .attribute, as: "attribute", at: name.range)
      guard model.schema.attribute(named: name.text, of: kind) == nil else { continue }
      let attribute = model.schema.addAttribute(
        name.text, of: kind, type: .date, source: isEnd ? .linkEnd : .linkStart)
      model.vocabulary.note(date: name.text, of: model.schema[kind].singular)
      model.attributes[name.text, default: []].append(attribute)
    }
  }

  private mutating func declareRecordAttributes(of kind: KindID, at range: SourceRange) {
    let all: [(String, ValueType, Attribute.Source)] = [
      ("start date", .date, .linkStart), ("end date", .date, .linkEnd),
      ("relation", .text, .linkRelation),
    ]
    for (name, type, source) in all {
      // `relation` begins a declaration too, but only at the start of a statement.
      model.vocabulary.insert(name, base: name, classes: .attribute)
      let attribute = model.schema.addAttribute(name, of: kind, type: type, source: source)
      model.attributes[name, default: []].append(attribute)
      if type == .date { model.vocabulary.note(date: name, of: model.schema[kind].singular) }
    }
  }
}

extension Model {
  /// Whether two nouns are for the same end of the records of one kind.
  fileprivate func areOfOneRecord(_ one: EndNoun, _ other: EndNoun) -> Bool {
    guard case .stored(let first) = one.relation, case .stored(let second) = other.relation,
      one.end == other.end, schema[first].left == schema[second].left
    else { return false }
    switch (schema[first].origin, schema[second].origin) {
    case (.recordLeft(let one), .recordLeft(let other)),
      (.recordRight(let one), .recordRight(let other)):
      return one != other
    default: return false
    }
  }

  /// A relation in words: `person or role owns asset or control`.
  func signature(_ relation: RelationID) -> String {
    let stored = schema[relation]
    let verb = verbs[stored.name]?.isLink == true ? "is \(stored.name)" : stored.name
    return "\(phrase(stored.left)) \(verb) \(phrase(stored.right))"
  }

  /// A relation or definition in words.
  func signature(_ reference: RelationReference) -> String {
    switch reference {
    case .stored(let id): signature(id)
    case .defined(let id):
      "\(phrase(kinds(reference, at: .left))) \(self[id].name) \(phrase(kinds(reference, at: .right)))"
    }
  }
}
