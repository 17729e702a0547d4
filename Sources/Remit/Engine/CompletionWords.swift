// SPDX-License-Identifier: Apache-2.0

/// The words of the model as completions: which of them fit, and what each is for.
struct CompletionWords {
  private let model: Model
  private let expected: TermClasses
  /// The verb forms that do not agree with the noun before `who`.
  private let unfit: TermClasses?
  /// The attributes by which what a column of a file names can be found.
  private var finding: Set<String>?
  /// What the parser has said to terms of the same classes.
  private var isReadByClasses: [TermClasses: Bool] = [:]

  init(_ model: Model, after kept: [Token], expected: TermClasses) {
    self.model = model
    self.expected = expected
    if kept.count > 1, [.who, .that, .which].contains(kept[kept.count - 1].keyword),
      let noun = kept[kept.count - 2].term, noun.classes.contains(.kind)
    {
      unfit = noun.text == noun.base ? .pluralVerb : .singularVerb
    } else {
      unfit = nil
    }
    finding = attributesThatFind(after: kept)
  }

  /// The texts of the things that a column of a `load` names, where one is to be said:
  /// `manager from "Boss" by`.
  private func attributesThatFind(after kept: [Token]) -> Set<String>? {
    guard kept.first?.keyword == .load, kept.last?.keyword == .by,
      let from = kept.lastIndex(where: { $0.keyword == .from }), from > 0,
      let word = kept[from - 1].term?.base
    else { return nil }
    let verbs = (model.verbs[word]?.relations ?? []).map { model.schema[$0] }
    let kinds = kinds(of: word).union(verbs.flatMap { $0.left + $0.right })
    let texts = Set(model.schema.textAttributes(of: kinds))
    return texts.isEmpty ? nil : texts
  }

  /// Whether a verb agrees with the noun before it, and an attribute can find what is
  /// named; other words do.
  func agrees(_ term: Term) -> Bool {
    if let finding, !finding.contains(term.base) { return false }
    return term.classes.intersection([.singularVerb, .pluralVerb]) != unfit
  }

  /// Whether the parser takes a term there. It looks further than an adjective
  /// behind a noun: only one that takes a slot can stand there.
  ///
  /// The parser looks at nothing but the classes of a term, unless its text is also a
  /// keyword, so it is asked once for each of them.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - isRefused: Asks the parser.
  /// - Returns: Whether it takes the term.
  mutating func isRead(_ term: Term, _ isRefused: () -> Bool) -> Bool {
    let isKeyword = Keyword(word: term.text) != nil
    let isTaken: Bool
    if !isKeyword, let known = isReadByClasses[term.classes] {
      isTaken = known
    } else {
      isTaken = !isRefused()
      if !isKeyword { isReadByClasses[term.classes] = isTaken }
    }
    return isTaken
      || (model.adjectives[term.base] ?? []).contains { meaning in
        guard case .definition(let id) = meaning else { return false }
        return model[id].form == .relationalAdjective
      }
  }

  /// The completion for a term.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - count: Tells how many things of a kind there are.
  /// - Returns: The completion, with what is known of the term.
  func completion(of term: Term, count: (KindID) -> Int) -> Completion {
    let shown = term.classes.intersection(expected)
    let (category, purpose): (String, Completion.Purpose) =
      if shown.contains(.kind) {
        ("kind", .thing)
      } else if !shown.isDisjoint(with: [.adjective, .value, .fittingPhrase]) {
        ("adjective", shown.contains(.value) ? .value : .narrow)
      } else if shown.contains(.attribute) {
        ("attribute", .narrow)
      } else if shown.contains(.relationNoun) {
        ("noun", .link)
      } else if shown.contains(.constant) {
        ("value", .value)
      } else {
        ("verb", .link)
      }
    return Completion(
      text: term.text, category: category, detail: detail(of: term, category, count),
      purpose: purpose, base: term.base)
  }

  /// The nouns that may stand at the place, one form of each, with the kinds of the
  /// things they can mean.
  var nouns: [(noun: Term, kinds: Set<KindID>)] {
    let classes = expected.intersection([.kind, .relationNoun])
    return model.vocabulary.terms.values
      .filter { $0.text == $0.base && !$0.classes.isDisjoint(with: classes) }
      .map { ($0, kinds(of: $0.base)) }
  }

  /// Whether a term is an adjective in front of a noun that is still to come.
  func isBeforeNoun(_ term: Term) -> Bool {
    !expected.isDisjoint(with: [.kind, .relationNoun])
      && term.classes.intersection(expected).isSubset(of: [.adjective, .fitting])
      && !kinds(ofAdjective: term.base).isEmpty
  }

  /// What terms have in common of which the binder says the same, unless something
  /// said before is of the same attribute.
  struct Sort: Hashable {
    let classes: TermClasses
    let base: String?
    let attributes: Set<AttributeID>
    let kinds: Set<KindID>
  }

  /// The sort of a term.
  func sort(of term: Term) -> Sort {
    let meanings = model.adjectives[term.base] ?? []
    guard term.classes.contains(.adjective), !meanings.isEmpty else {
      return Sort(classes: term.classes, base: term.base, attributes: [], kinds: [])
    }
    let attributes = meanings.compactMap { meaning in
      switch meaning {
      case .flag(let id), .choice(let id, _): id
      case .definition: nil
      }
    }
    return Sort(
      classes: term.classes, base: nil, attributes: Set(attributes),
      kinds: kinds(ofAdjective: term.base))
  }

  /// The kinds of the things that a noun can mean.
  private func kinds(of noun: String) -> Set<KindID> {
    var kinds = Set(model.schema.kind(named: noun).map { [$0] } ?? [])
    for end in model.endNouns[noun] ?? [] {
      kinds.formUnion(model.kinds(end.relation, at: end.end))
    }
    if let id = model.definedNouns[noun] {
      for variable in model[id].parameters {
        kinds.formUnion(model[id].variables[variable.index].kinds)
      }
    }
    return kinds
  }

  /// The kinds of the things that an adjective is said of.
  func kinds(ofAdjective word: String) -> Set<KindID> {
    var kinds: Set<KindID> = []
    for meaning in model.adjectives[word] ?? [] {
      switch meaning {
      case .flag(let id), .choice(let id, _): kinds.insert(model.schema[id].kind)
      case .definition(let id):
        if let variable = model[id].parameters.first {
          kinds.formUnion(model[id].variables[variable.index].kinds)
        }
      }
    }
    return kinds
  }

  // MARK: Order

  /// The completions as they are to be listed: what is likeliest meant at the place first.
  func ordered(_ completions: [Completion], after kept: [Token]) -> [Completion] {
    let first: [Completion.Purpose] =
      switch kept.last?.keyword {
      case nil where kept.isEmpty: [.thing, .count]
      case .who, .that, .which, .whom: [.link]
      case .is, .are, .was, .were: [.value, .narrow]
      case .by: [.name, .thing]
      default: []
      }
    let purposes = first + Completion.Purpose.allCases.filter { !first.contains($0) }
    let keys = completions.map { completion in
      (
        purposes.firstIndex(of: completion.purpose) ?? 0,
        2 * model.schema.kinds.count * unlikeliness(of: completion) + place(of: completion),
        completion.base ?? completion.text, completion.text.utf8.count, completion.text
      )
    }
    return completions.indices.sorted { keys[$0] < keys[$1] }.map { completions[$0] }
  }

  /// Where the kind of a word stands among the kinds: those declared first are what a
  /// model is about.
  private func place(of completion: Completion) -> Int {
    guard completion.category == "kind" else { return 0 }
    return model.schema.kind(named: completion.base ?? "")?.index ?? model.schema.kinds.count
  }

  /// Among words for the same purpose, what is rather not meant has a greater number.
  private func unlikeliness(of completion: Completion) -> Int {
    switch completion.category {
    case "verb", "attribute": 0
    case "kind":
      model.schema.kind(named: completion.base ?? "").map { model.schema[$0].isRecord } == false
        ? 0 : 2
    case "keyword":
      // `everyone` is looked for less than the kinds there are.
      max(
        completion.purpose == .thing ? 1 : -1, CompletionWords.unlikeliness(of: completion.text))
    default: 1
    }
  }

  private static func unlikeliness(of keyword: String) -> Int {
    if determiners.contains(keyword) { return 3 }
    // The words of the language are few, and with them questions are made.
    return bounds.contains(keyword) ? 1 : -1
  }

  /// Words that begin a bound: `at least`, `how many`.
  private static let bounds: Set<String> = ["at", "exactly", "fewer", "more", "less", "how"]

  /// Words that may stand before any noun, and are rarely looked for.
  private static let determiners: Set<String> = [
    "the", "some", "all", "each", "other", "any", "is", "are", "was", "were", "it", "its", "they",
    "their", "them", "there", "known", "unknown",
  ]

  // MARK: Details

  private func detail(of term: Term, _ category: String, _ count: (KindID) -> Int) -> String? {
    switch category {
    case "kind":
      guard let kind = model.schema.kind(named: term.base) else { return meaning(of: term.base) }
      return "\(count(kind))"
    case "attribute":
      return model.attributes[term.base]?.first { !model.schema[$0].isHidden }.map {
        model.schema[$0].type.phrase
      }
    case "adjective": return adjective(term.base)
    case "noun":
      return model.endNouns[term.base]?.first { isShown($0.relation) }
        .map { signature(ofNoun: $0.relation) }
    case "verb":
      let verb = model.verbs[term.base]
      return verb?.relations.first { isShown(.stored($0)) }.map { model.signature($0) }
        ?? (verb?.definitions.first ?? verb?.actions.first).map(definition)
    default: return nil
    }
  }

  /// What the noun for an end of a relation belongs to: for that of a record, the record.
  private func signature(ofNoun relation: RelationReference) -> String {
    guard case .stored(let id) = relation, model.schema[id].origin != .stored else {
      return model.signature(relation)
    }
    return "of " + model.schema[id].left.map { model.schema[$0].plural }.joined(separator: ", ")
  }

  /// Whether a relation, with the kinds it links, is hidden from nobody.
  private func isShown(_ relation: RelationReference) -> Bool {
    if case .stored(let id) = relation, model.schema[id].isHidden { return false }
    let kinds = model.kinds(relation, at: .left) + model.kinds(relation, at: .right)
    return !kinds.contains { model.schema[$0].isHidden }
  }

  private func meaning(of noun: String) -> String? { model.definedNouns[noun].map(definition) }

  private func adjective(_ word: String) -> String? {
    switch model.adjectives[word]?.first {
    case .flag(let id): return "of \(model.schema[model.schema[id].kind].plural)"
    case .choice(let id, _):
      return "\(model.schema[id].name) of \(model.schema[model.schema[id].kind].plural)"
    case .definition(let id): return definition(id)
    case nil: return nil
    }
  }

  /// What a definition is about, without its condition.
  private func definition(_ id: DefinitionID) -> String {
    let text = model[id].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let bare = text.hasPrefix("define ") ? text.dropFirst(7) : text[...]
    return bare.firstRange(of: " if ").map { String(bare[..<$0.lowerBound]) } ?? String(bare)
  }

  // MARK: Keywords

  /// What a word of the language does for a statement.
  static func purpose(of keyword: Keyword, isFirst: Bool) -> Completion.Purpose {
    if isFirst, starting.contains(keyword) { return .tell }
    return purposes[keyword] ?? .narrow
  }

  /// What begins a statement that is no question.
  private static let starting: Set<Keyword> = [
    .kind, .relation, .define, .event, .load, .use, .remit, .add, .set, .remove, .let, .param,
    .print, .heading, .export, .save, .check, .except, .question, .expect, .for, .if, .why,
    .suppose,
  ]

  private static let purposes: [Keyword: Completion.Purpose] = {
    let groups: [Completion.Purpose: [Keyword]] = [
      .count: [
        .at, .least, .most, .exactly, .more, .fewer, .less, .than, .number, .total, .average,
        .median, .lowest, .highest, .earliest, .latest, .how, .many, .share, .top, .bottom, .minus,
        .times, .above, .below, .per, .distance, .path, .first, .one,
      ],
      .time: [
        .as, .today, .on, .before, .after, .since, .until, .between, .in, .last, .this, .next,
        .ago, .days, .day, .weeks, .week, .months, .month, .quarters, .quarter, .years, .year,
        .longer, .changes, .periods, .when, .suppose, .current,
      ],
      .value: [.known, .unknown],
      .join: [.and, .or, .plus, .except, .for, .of, .to, .from, .via, .by, .be, .otherwise],
      .finish: [.showing, .sorted, .descending, .ascending, .across],
      .thing: [
        .someone, .something, .nobody, .nothing, .everyone, .everything, .it, .its, .they, .their,
        .them,
      ],
      .tell: [
        .severity, .clause, .because, .key, .dated, .symmetric, .recorded, .forms, .passive,
        .levels, .text, .date, .duration, .flag, .sheet, .leaving, .out, .separated, .once,
      ],
    ]
    var purposes: [Keyword: Completion.Purpose] = [:]
    for (purpose, keywords) in groups {
      for keyword in keywords { purposes[keyword] = purpose }
    }
    return purposes
  }()
}
