// SPDX-License-Identifier: Apache-2.0

/// Where things are said to be, by a word that has no meaning of its own: `people in
/// Finance`, `how many people work in Finance`, `who is at the Leeds Campus`, `Finance
/// people`.
///
/// It may be a text that they have, or a thing that they are linked to.
struct Whereabouts {
  /// Words that may have been meant as the place.
  private struct Place {
    var name: String
    /// What the phrase with a meaning stands for.
    var range: SourceRange
  }

  /// The noun of what is said to be there; `nil` in `who works in Finance`.
  private let noun: Term?
  /// Whether the noun stands before what is replaced, and is kept.
  private let keepsNoun: Bool
  /// The longest first.
  private let places: [Place]

  private static let prepositions: Set<String> = ["in", "from", "of", "at", "within", "for"]
  /// The ends of verbs that are said of a place: `belong to`, `located at`.
  private static let placing: Set<Substring> = ["to", "at", "in", "inside", "within"]
  private static let between: Set<Keyword> = [.who, .that, .which, .is, .are]
  /// How many words are looked at for a preposition, and for a place behind it.
  private static let mostWords = 4
  /// How many words are listed for what a place may be.
  private static let mostListed = 8

  /// What may be said around a mistake, likely readings first.
  static func readings(
    around mistake: SourceRange, in tokens: [Token], _ vocabulary: Vocabulary
  ) -> [Whereabouts] {
    guard let place = tokens.firstIndex(where: { $0.range.start == mistake.start }) else {
      return []
    }
    let near = tokens.indices.filter { abs($0 - place) < mostWords }
    let behind = near.compactMap { preposition -> Whereabouts? in
      guard prepositions.contains(tokens[preposition].text) else { return nil }
      return Whereabouts(preposition, in: tokens, place, vocabulary)
    }
    return behind + [place, place - 1].compactMap { Whereabouts(beforeNoun: $0, in: tokens) }
  }

  /// `people who work in Finance`, as far as it stands around a mistake.
  private init?(
    _ preposition: Int, in tokens: [Token], _ mistake: Int, _ vocabulary: Vocabulary
  ) {
    var first = preposition
    while first > 0, Whereabouts.isBetween(tokens[first - 1]) { first -= 1 }
    noun = Whereabouts.kind(first - 1, in: tokens)
    keepsNoun = noun != nil
    guard mistake >= first, keepsNoun || first == 0 && tokens[0].keyword == .who else {
      return nil
    }
    let begin = keepsNoun ? tokens[first - 1].range.end : tokens[0].range.start
    let start = preposition + (tokens[preposition + 1].keyword == .the ? 2 : 1)
    let words = tokens[start...].prefix(Whereabouts.mostWords).prefix {
      $0.isName || $0.term != nil || Whereabouts.isUnknown($0)
    }
    guard mistake < words.endIndex, !words.isEmpty else { return nil }
    places = words.indices.reversed().flatMap { last in
      let name = tokens[start...last].map(\.text).joined(separator: " ")
      // What it is may be said behind it, and be a part of a name in capitals then: `the
      // Finance department`, `the Finance Department`.
      let behind = tokens[last + 1].term?.classes ?? []
      let end = behind.isDisjoint(with: [.kind, .attribute]) ? last : last + 1
      let whole = Place(name: name, range: SourceRange(begin, tokens[end].range.end))
      let parts = name.split(separator: " ")
      guard tokens[last].isName, parts.count > 1,
        vocabulary.knows(word: parts[parts.count - 1].lowercased())
      else { return [whole] }
      let shorter = parts.dropLast().joined(separator: " ")
      return [
        whole, Place(name: shorter, range: SourceRange(begin, tokens[last].range.end)),
      ]
    }
  }

  /// `Finance people`
  private init?(beforeNoun place: Int, in tokens: [Token]) {
    guard place >= 0, let noun = Whereabouts.kind(place + 1, in: tokens),
      tokens[place].isName || Whereabouts.isUnknown(tokens[place])
    else { return nil }
    self.noun = noun
    keepsNoun = false
    places = [
      Place(name: tokens[place].text, range: tokens[place].range.union(tokens[place + 1].range))
    ]
  }

  private static func kind(_ place: Int, in tokens: [Token]) -> Term? {
    guard tokens.indices.contains(place), let term = tokens[place].term,
      term.classes.contains(.kind)
    else { return nil }
    return term
  }

  private static func isUnknown(_ token: Token) -> Bool {
    token.kind == .word && token.keyword == nil
  }

  private static func isBetween(_ token: Token) -> Bool {
    isUnknown(token) || token.keyword.map(between.contains) == true
  }

  // MARK: What is meant

  /// The phrases for what the things may be to the place: by a verb of place to what is
  /// called so, or else to what has such a name, or by any verb.
  ///
  /// - Complexity: O(*n*) in the things that may be meant, and the names of all things.
  func edits(in engine: Engine) -> [Diagnostic.Edit] {
    let builder = engine.builder()
    let readings: [(verbs: Verbs, isNear: Bool)] =
      [(.ofPlace, false), (.ofPlace, true)] + (noun == nil ? [] : [(.all, false)])
    for (verbs, isNear) in readings {
      for place in places {
        for kind in kinds(in: engine.model) {
          let phrases =
            values(place.name, of: kind, in: builder)
            + links(of: kind, to: place.name, by: verbs, isNear, engine.model, builder)
          guard phrases.isEmpty else {
            let before = keepsNoun ? "" : engine.model.schema[kind].plural
            return phrases.map {
              Diagnostic.Edit(range: place.range, replacement: before + " " + $0)
            }
          }
        }
      }
    }
    return []
  }

  /// Which verbs are tried.
  private enum Verbs { case ofPlace, all }

  /// What to do where nothing that is known is meant.
  func help(in model: Model) -> String? {
    guard let noun, keepsNoun, let place = places.last else { return nil }
    let kinds = kinds(in: model)
    let attributes = kinds.flatMap { model.schema[$0].attributes }.filter {
      model.schema[$0].type == .text && !model.schema[$0].isHidden
        && !model.schema.namingAttributes(of: model.schema[$0].kind).contains($0)
    }
    let had = attributes.map { model.schema[$0].name } + Binder(model).endNouns(from: kinds)
    guard !had.isEmpty else { return nil }
    return "say what '\(place.name)' is to \(noun.text): they have "
      + had.listed(most: Whereabouts.mostListed)
  }

  private func kinds(in model: Model) -> [KindID] {
    guard let noun else { return model.factKinds }
    return model.schema.kind(named: noun.base).map { [$0] } ?? []
  }

  /// `whose department is "Finance"`, for each attribute of which that is a value.
  private func values(_ name: String, of kind: KindID, in builder: GraphBuilder) -> [String] {
    let schema = builder.schema
    let naming = schema.namingAttributes(of: kind)
    guard builder.records[kind.index] == nil else { return [] }
    return schema[kind].attributes.compactMap { id in
      guard schema[id].type == .text, schema[id].source == .stored, !schema[id].isHidden,
        !naming.contains(id), case .texts(let column)? = builder.columns[id.index],
        let text = text(like: name, in: column, builder.things[kind.index].alive)
      else { return nil }
      return "whose \(schema[id].name) is \(SyntaxPrinter().quote(text))"
    }
  }

  /// The text that is the same but for capitals and accents.
  private func text(like name: String, in column: TextColumn, _ alive: NodeSet) -> String? {
    let folded = FoldedText.folded(name)
    var isSeen = [Bool](repeating: false, count: column.dictionary.count)
    for (node, code) in column.codes.enumerated() where code != TextColumn.missing {
      guard !isSeen[Int(code)], alive.contains(NodeID(truncatingIfNeeded: node)) else { continue }
      isSeen[Int(code)] = true
      let text = column.dictionary[code]
      if FoldedText.folded(text) == folded { return text }
    }
    return nil
  }

  /// `that belong to Finance`, `owned by Finance`, for each of some verbs that links things
  /// to one of that name, or of names near to it.
  private func links(
    of kind: KindID, to name: String, by verbs: Verbs, _ isNear: Bool, _ model: Model,
    _ builder: GraphBuilder
  ) -> [String] {
    let links = model.schema.relations.filter { $0.origin == .stored && !$0.isHidden }
      .compactMap { link(of: kind, $0, by: verbs, model) }
    let ends = Set(links.flatMap(\.ends)).sorted()
    let names =
      isNear
      ? builder.names(meantBy: name, kinds: ends, limit: 3)
      : Array(builder.names(like: name, kinds: ends).prefix(1))
    return names.flatMap { called in
      let found = Set(builder.find(called, kinds: ends).map(\.kind))
      return links.filter { !found.isDisjoint(with: $0.ends) }
        .map { "\($0.phrase) \(NameLookup.quoted(called))" }.removingRepetitions { _ in false }
    }
  }

  /// How a relation is said of things of a kind, and the kinds at its other end.
  private func link(
    of kind: KindID, _ relation: Relation, by verbs: Verbs, _ model: Model
  ) -> (phrase: String, ends: [KindID])? {
    guard let verb = model.verbs[relation.name] else { return nil }
    guard relation.left.contains(kind) else {
      guard verbs == .all, relation.right.contains(kind), !verb.isLink else { return nil }
      return (verb.forms.passive, relation.left)
    }
    let last = verb.forms.plural.split(separator: " ").last ?? ""
    guard verbs == .all || Whereabouts.placing.contains(last) || verb.forms.plural == "part of"
    else { return nil }
    return (verb.isLink ? verb.forms.singular : "that \(verb.forms.plural)", relation.right)
  }
}
