// SPDX-License-Identifier: Apache-2.0

/// What `let` gives a meaning: a word for a value, a noun for a set, a kind for
/// the rows of a table.
extension Declarer {
  /// A column of a table before it is declared.
  struct TableColumnDraft {
    var title: String
    /// The word of the column: a single noun.
    var word: WordSyntax
    /// What is in it: things of some kinds, or values of a type.
    var content: Content

    enum Content {
      case things([KindID])
      case value(ValueType)
    }
  }

  // MARK: Words

  /// Makes a word free that another `let` has used, and refuses one of the model.
  mutating func freeWord(of syntax: LetSyntax) {
    let name = syntax.name
    let parts = name.text.split(separator: " ").map(String.init)
    if let reserved = parts.first(where: { Keyword(word: $0)?.isReserved == true }) {
      diagnostics.append(BindingMessages.reservedWord(reserved, at: name.range))
      return
    }
    if let keyword = Keyword(word: name.text), Declarer.statementWords.contains(keyword) {
      diagnostics.append(BindingMessages.statementWord(name.text, at: name.range))
      return
    }
    if parts.contains(where: { $0.utf8.count == 1 }) {
      diagnostics.append(BindingMessages.letterAsWord(name.text, at: name.range))
      return
    }
    guard let standing = model.vocabulary.terms[name.text] else { return }
    if model.lets[standing.base] != nil {
      release(standing.base)
      return
    }
    let other = ["my ", "our ", "these ", "those "].map { $0 + name.text }
      .first { model.vocabulary.terms[$0] == nil }
    diagnostics.append(
      BindingMessages.letTaken(name.text, by: standing, other: other, at: name.range))
  }

  /// Words that would be read as the beginning of another statement.
  private static let statementWords: Set<Keyword> = [
    .remit, .use, .kind, .relation, .event, .define, .param, .let, .add, .set, .remove, .suppose,
    .print, .heading, .export, .check, .expect, .question, .why, .changes, .number, .share, .top,
    .bottom,
    .path, .distance, .periods,
  ]

  /// Takes a word from what a `let` has named. What mentions it keeps its meaning.
  private mutating func release(_ base: String) {
    switch model.lets[base] {
    case nil: return
    case .value: model.constants[base] = nil
    case .set: model.definedNouns[base] = nil
    case .table(let kind, _):
      model.schema.retire(kind)
      for (word, ids) in model.attributes {
        model.attributes[word] = ids.filter { model.schema[$0].kind != kind }
      }
      for (word, nouns) in model.endNouns {
        model.endNouns[word] = nouns.filter { noun in
          guard case .stored(let relation) = noun.relation else { return true }
          return !model.schema[relation].left.contains(kind)
        }
      }
    }
    for form in model.vocabulary.terms.values where form.base == base {
      model.vocabulary.remove(form.text)
    }
    model.lets[base] = nil
    model.letTexts[base] = nil
  }

  /// Enters the forms of a noun; the base is the singular, if that is free.
  private mutating func insertNoun(_ name: RawWords) -> (singular: String, plural: String) {
    var (singular, plural) = Inflection.noun(from: name.text)
    let other = singular == name.text ? plural : singular
    let isFree =
      model.vocabulary.terms[other] == nil && Keyword(word: other)?.isReserved != true
    if !isFree { (singular, plural) = (name.text, name.text) }
    insert(singular, base: singular, .kind, as: "noun", at: name.range)
    if plural != singular { insert(plural, base: singular, .kind, as: "noun", at: name.range) }
    return (singular, plural)
  }

  // MARK: Values

  mutating func declare(_ syntax: LetSyntax, value: Value, type: ValueType?, text: String) {
    let word = syntax.name.text
    insert(word, base: word, .constant, as: "word for a value", at: syntax.name.range)
    model.constants[word] = Model.Constant(value: value, type: type)
    model.lets[word] = .value
    model.letTexts[word] = text
  }

  // MARK: Sets

  /// Makes a noun for a set, and for each kind an attribute that marks its things.
  mutating func declare(
    _ syntax: LetSyntax, setOf kinds: [KindID], text: String
  ) -> [KindID: AttributeID] {
    let (singular, _) = insertNoun(syntax.name)
    var marks: [KindID: AttributeID] = [:]
    for kind in kinds {
      let mark = model.schema.addAttribute(
        "let \(syntax.name.text)", of: kind, type: .flag, source: .membership)
      for relation in model.schema[kind].recordOf {
        model.schema.addLinkAttribute(mark, to: relation)
      }
      marks[kind] = mark
    }
    let id = DefinitionID(model.definitions.count)
    let thing = Variable(0)
    model.definitions.append(
      Definition(
        id: id, name: singular, form: .noun, parameters: [thing],
        variables: [BoundVariable(name: nil, kinds: kinds)], names: [],
        body: .compare(
          .attribute(kinds.compactMap { marks[$0] }, .variable(thing)), .equal,
          .value(.flag(true))),
        undetermined: nil, undeterminedPhrase: nil, text: text, isLet: true))
    model.definedNouns[singular] = id
    model.lets[singular] = .set(id, marks: marks)
    model.letTexts[singular] = text
    return marks
  }

  // MARK: Tables

  /// Makes a kind for the rows of a table: what the things of a column are is a
  /// relation of the row, and a value an attribute.
  mutating func declare(
    _ syntax: LetSyntax, table drafts: [TableColumnDraft], text: String
  ) -> (kind: KindID, title: AttributeID, columns: [Model.TableColumn]) {
    let (singular, plural) = insertNoun(syntax.name)
    let kind = model.schema.addKind(singular: singular, plural: plural, isTable: true)
    let title = model.schema.addAttribute("row", of: kind, type: .text, source: .rowName)
    var columns: [Model.TableColumn] = []
    var reached: Set<KindID> = []
    for draft in drafts {
      let word = draft.word.base
      switch draft.content {
      case .value(let type):
        if model.schema.attribute(named: word, of: kind) != nil {
          diagnostics.append(BindingMessages.sameColumn(word, at: draft.word.range))
        }
        insert(word, base: word, .attribute, as: "attribute", at: draft.word.range)
        let attribute = model.schema.addAttribute(word, of: kind, type: type)
        model.attributes[word, default: []].append(attribute)
        columns.append(.value(draft.title, attribute))
      case .things(let kinds):
        let relation = model.schema.addRelation(
          "\(singular)'s \(word)", left: [kind], right: kinds, leftNoun: singular, rightNoun: word)
        declareNoun(word, plural: nil, relation, .right, at: draft.word.range)
        // `Ann's load` is that of the first column that Ann can stand in.
        if reached.isDisjoint(with: kinds) {
          declareNoun(singular, plural: plural, relation, .left, at: draft.word.range)
        }
        reached.formUnion(kinds)
        columns.append(.things(draft.title, relation))
      }
    }
    model.lets[singular] = .table(kind, columns: columns)
    model.letTexts[singular] = text
    return (kind, title, columns)
  }
}

extension Binder {
  /// The columns of a table that `let` has named; none for other things.
  mutating func tableColumns(_ head: Variable) -> [BoundColumn] {
    let kinds = variables[head.index].kinds
    guard kinds.count == 1, model.schema[kinds[0]].isTable,
      case .table(let kind, let columns)? = model.lets[model.schema[kinds[0]].singular],
      kind == kinds[0]
    else { return [] }
    return columns.map { column in
      switch column {
      case .value(let title, let attribute):
        return BoundColumn(title: title, term: .attribute([attribute], .variable(head)))
      case .things(let title, let relation):
        let thing = variable(model.schema[relation].right)
        let link = BoundLink(relations: [.stored(relation)], repetition: nil, time: .asOf)
        return BoundColumn(
          title: title,
          term: .list(
            .entity(.variable(thing)), thing,
            .link(link, from: .variable(head), to: .variable(thing))))
      }
    }
  }
}
