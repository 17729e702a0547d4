// SPDX-License-Identifier: Apache-2.0

/// Prints trees back as text: the canonical form of a phrase.
///
/// With brackets it shows how a phrase was read, each modifier in its own
/// pair: `controls [with no [competent owner]]`. Without brackets, printing and
/// parsing again gives the same tree.
struct SyntaxPrinter {
  /// Whether modifiers and nouns with modifiers stand in brackets.
  let brackets: Bool
  /// The words the tree was read from; without them it is printed in the words
  /// the language prefers.
  let spelling: Spelling?

  init(brackets: Bool = false, spelling: Spelling? = nil) {
    self.brackets = brackets
    self.spelling = spelling
  }

  /// How a question was read so far; `nil` when nothing was.
  static func reading(of question: QuestionSyntax) -> String? {
    let text = SyntaxPrinter(brackets: true).print(question)
    return text.hasPrefix("…") ? nil : text
  }

  func bracket(_ text: String) -> String { brackets ? "[\(text)]" : text }

  func join(_ parts: String?...) -> String {
    var text = ""
    for case .some(let part) in parts where !part.isEmpty {
      text += text.isEmpty ? part : " " + part
    }
    return text
  }

  // MARK: Questions

  func print(_ question: QuestionSyntax) -> String {
    var text = question.contexts.map { print($0) + ": " }.joined()
    if question.isChanges { text += "changes in " }
    switch question.subject {
    case .set(let set): text += print(set)
    case .measure(let measure): text += print(measure)
    case .top(let top): text += print(top)
    case .why(let why): text += print(why)
    case .path(let walk, _): text += "path \(print(walk))"
    case .distance(let function, let walk, _):
      text += join(function?.rawValue, "distance", print(walk))
    case .periods(let periods, _): text += print(periods)
    case .who(let verbs, _): text += "who \(print(verbs))"
    case .which(let noun, let verbs, let counts):
      text += join(counts ? "how many" : "which", print(noun), verbs.map(print))
    }
    if !question.columns.isEmpty {
      text += ", showing " + question.columns.map(print).joined(separator: ", ")
    }
    if !question.sort.isEmpty {
      text += ", sorted by " + question.sort.map(print).joined(separator: ", ")
    }
    if let first = question.first { text += ", first \(print(first))" }
    return text
  }

  func print(_ set: SetSyntax) -> String {
    set.rest.reduce(print(set.first)) { "\($0) \($1.operation.rawValue) \(print($1.phrase))" }
  }

  func print(_ measure: MeasureSyntax) -> String {
    let what =
      measure.aggregate.map { "\($0.function.rawValue) \(amounts($0.term))" }
      ?? (measure.isShare ? "share" : "number")
    return "\(what) of \(print(measure.set))" + print(measure.keys)
  }

  private func print(_ keys: [KeySyntax]) -> String {
    let texts = keys.map { ($0.across == nil ? "" : "across ") + $0.title }
    return texts.isEmpty ? "" : " per " + texts.joined(separator: ", ")
  }

  func print(_ top: TopSyntax) -> String {
    "\(top.isTop ? "top" : "bottom") \(print(top.count)) \(print(top.phrase)) by \(print(top.term))"
      + print(top.keys)
  }

  private func print(_ why: WhySyntax) -> String {
    let head = why.isNegated ? "why not" : "why"
    switch why.subject {
    case .member(let thing, let set): return "\(head) \(print(thing)) in \(print(set))"
    case .propositions(let propositions): return "\(head) \(print(propositions))"
    }
  }

  func print(_ walk: WalkSyntax) -> String {
    let links = walk.links.map { ($0.isDirect ? "directly " : "") + $0.word.text }
    return
      "from \(inner(walk.from)) to \(inner(walk.to)) via \(links.joined(separator: " or "))"
  }

  func print(_ periods: PeriodsSyntax) -> String {
    join(
      "periods", print([periods.span]), periods.noun.map { "per " + inner($0) }, "when",
      print(periods.propositions))
  }

  func print(_ column: ColumnSyntax) -> String {
    (column.across == nil ? "" : "across ") + print(column.term)
      + (column.title.map { " as \(quote($0))" } ?? "")
  }

  func print(_ sort: SortSyntax) -> String {
    (sort.column?.rawValue ?? sort.term.map(print) ?? "number")
      + (sort.descending ? " descending" : "")
  }

  // MARK: Noun phrases

  func print(_ phrase: PhraseSyntax) -> String {
    var text = print(phrase.noun)
    for comma in phrase.commaPosts {
      let joined = comma.conjunction == .or ? "or " : ""
      text += ", " + bracket(joined + print(comma.post))
    }
    if let condition = phrase.condition { text += " " + bracket("where \(print(condition))") }
    return text
  }

  func print(_ noun: NounPhraseSyntax) -> String {
    var text = join(
      noun.isOther ? "other" : nil,
      noun.adjectives.map(print).joined(separator: " "),
      printHead(noun)
    )
    if let determiner = noun.determiner {
      text = print(determiner, noun.determinerRange, before: text)
    }
    for group in noun.posts {
      text += group.isBetweenCommas ? ", \(print(group))," : " " + print(group)
    }
    return text
  }

  /// A noun phrase inside another: in brackets when it has modifiers.
  func inner(_ noun: NounPhraseSyntax) -> String {
    guard brackets, !noun.adjectives.isEmpty || !noun.posts.isEmpty else { return print(noun) }
    var bare = noun
    bare.determiner = nil
    let inside = print(bare)
    guard let determiner = noun.determiner else { return "[\(inside)]" }
    let whole = print(determiner, noun.determinerRange, before: inside)
    return whole.dropLast(inside.count) + "[\(inside)]"
  }

  func print(_ group: PostGroupSyntax) -> String {
    var text = ""
    for (index, post) in group.posts.enumerated() {
      let printed = index == 0 ? print(post) : "\(group.conjunction.rawValue) \(print(post))"
      text += (index == 0 ? "" : " ") + bracket(printed)
    }
    return text
  }

  func print(
    _ determiner: DeterminerSyntax, _ range: SourceRange?, before text: String
  ) -> String {
    if let word = spelling?.words(in: range) { return "\(word) \(text)" }
    let word =
      switch determiner {
      case .indefinite:
        Inflection.article(before: text)
      case .the: "the"
      case .no: "no"
      case .every: "every"
      case .only: "only"
      case .quantity(let quantity): "\(quantity.comparison.rawValue) \(print(quantity.number))"
      }
    return "\(word) \(text)"
  }

  func print(_ adjective: AdjectiveSyntax) -> String {
    join(
      adjective.isNegated ? "not" : nil,
      adjective.words.map(\.text).joined(separator: " or ")
    )
  }

  func printHead(_ noun: NounPhraseSyntax) -> String {
    let head: String
    switch noun.head {
    case .kinds(let words): head = words.map(\.text).joined(separator: " or ")
    case .relation(let word, let owner):
      return join(
        print(word),
        noun.variable?.text,
        noun.name.map(print),
        owner.map { "of " + inner($0) }
      )
    case .indefinite(let keyword): head = keyword.text
    case .reference(let reference): head = print(reference)
    case .missing: head = "…"
    }
    return join(head, noun.variable?.text, noun.name.map(print))
  }

  func print(_ noun: RelationNounSyntax) -> String {
    join(noun.isDirect ? "direct" : nil, noun.words.map(\.text).joined(separator: " or "))
      + print(noun.repetition)
  }

  func print(_ repetition: RepetitionSyntax?) -> String {
    switch repetition {
    case nil: ""
    case .oneOrMore: "+"
    case .zeroOrMore: "*"
    case .within(let count): " within \(print(count)) steps"
    }
  }

  func print(_ reference: ReferenceSyntax) -> String {
    var text: String
    switch reference.base {
    case .name(let name): text = print(name)
    case .variable(let variable): text = variable.text
    case .pronoun(let word, _): text = word
    case .definite(let word, _): text = "the \(word.text)"
    case .group(let set): text = "(\(print(set)))"
    }
    for (index, step) in reference.steps.enumerated() {
      let possessive = text == "its" || text == "their" ? " " : "'s "
      text += (index == 0 ? possessive : "'s ") + print(step)
    }
    return text
  }

  func print(_ step: StepSyntax) -> String {
    switch step {
    case .relation(let adjectives, let noun):
      join(adjectives.map(print).joined(separator: " "), print(noun))
    case .attribute(let word): word.text
    }
  }

  func print(_ name: NameSyntax) -> String {
    let kind = name.kind.map { $0.text + " " } ?? ""
    if name.isParameter { return kind + "$" + name.text }
    return kind + (name.isQuoted ? quote(name.text) : name.text)
  }

  /// A text in quotes, with each of its own written twice, and what would not be
  /// seen in them as words between two: `"one" newline "two"`.
  func quote(_ text: String) -> String { HiddenMark.quoted(text) }

  // MARK: Modifiers

  func print(_ post: PostSyntax) -> String {
    switch post {
    case .clause(let verbs, let relative): return "\(relative.text) \(print(verbs))"
    case .objectClause(let clause, let relative):
      let auxiliary =
        clause.isLink || clause.auxiliary?.range == clause.verb.range
        ? nil : clause.auxiliary.map(print)
      let be = clause.isLink ? be(clause.auxiliary) : nil
      return join(
        relative.text,
        inner(clause.subject),
        be,
        auxiliary,
        clause.isDirect ? "directly" : nil,
        clause.verb.text + print(clause.repetition),
        clause.isFit && clause.verb.text == clause.verb.base ? "for" : nil,
        print(clause.times)
      )
    case .whoseAttribute(let word, let comparison, _):
      return "whose \(value(of: word, comparison))"
    case .whoseRelation(let noun, let said): return "whose \(inner(noun))\(print(said))"
    case .having(let having, let isNegated, _):
      return "\(isNegated ? "without" : "with") \(print(having))"
    case .passive(let passive, let isNegated):
      return join(isNegated ? "not" : nil, print(passive))
    case .adjective(let word, let slot, let isNegated, let times):
      return join(isNegated ? "not" : nil, print(fit: word, slot), print(times))
    case .named(let name): return "named \(print(name))"
    case .otherThan(let noun, _): return "other than \(inner(noun))"
    }
  }

  private func print(_ said: WhoseSyntax) -> String {
    switch said {
    case .verbs(let verbs): " " + print(verbs)
    case .attribute(let word, let comparison): "'s " + value(of: word, comparison)
    case .step(let adjectives, let noun, let rest):
      "'s " + print(StepSyntax.relation(adjectives, noun)) + print(rest)
    }
  }

  private func value(of word: WordSyntax, _ comparison: ComparisonSyntax) -> String {
    "\(word.text) \(lacking(comparison) ?? predicate(comparison))"
  }

  /// The form of `be` before a link phrase.
  private func be(_ auxiliary: AuxiliarySyntax?) -> String {
    if let words = spelling?.words(in: auxiliary?.range) { return words }
    let not = auxiliary?.isNegated == true ? "not" : nil
    guard let auxiliary, auxiliary.isPerfect else {
      let isSingular = auxiliary?.isSingular ?? true
      guard auxiliary?.isPast == true else { return join(isSingular ? "is" : "are", not) }
      return join(isSingular ? "was" : "were", not)
    }
    return join(auxiliary.isSingular ? "has" : "have", not, "been")
  }

  func print(_ having: HavingSyntax) -> String {
    switch having {
    case .attribute(let word, let isNo, let comparison):
      join(isNo ? "no" : nil, word.text, comparison.map(print))
    case .relation(let noun): inner(noun)
    case .alike(let word, true, let noun): "the same \(word.text) as \(inner(noun))"
    case .alike(let word, false, let noun): "a different \(word.text) from \(inner(noun))"
    }
  }

  func print(_ passive: PassiveSyntax) -> String {
    if let objects = passive.objects, objects.nouns.count == 1, passive.repetition == nil,
      objects.nouns[0].determiner == .only, passive.word.text.hasSuffix(" by")
    {
      var noun = objects.nouns[0]
      noun.determiner = nil
      return join(
        passive.isDirect ? "directly" : nil,
        passive.word.text.dropLast(3) + " only by",
        inner(noun),
        print(passive.times)
      )
    }
    return join(
      passive.isDirect ? "directly" : nil,
      passive.word.text + print(passive.repetition),
      passive.objects.map(print),
      print(passive.times)
    )
  }

  /// `competent for a control`, `independent of it`
  private func print(fit word: WordSyntax, _ slot: NounPhraseSyntax) -> String {
    join(word.text, word.text == word.base ? "for" : nil, inner(slot))
  }

  func print(_ objects: ObjectsSyntax) -> String {
    objects.nouns.map(inner).joined(separator: " \(objects.conjunction.rawValue) ")
  }

  // MARK: Verb phrases

  func print(_ verbs: VerbPhraseSyntax) -> String {
    verbs.terms.map(print).joined(separator: " \(verbs.conjunction.rawValue) ")
  }

  func print(_ auxiliary: AuxiliarySyntax) -> String {
    if let words = spelling?.words(in: auxiliary.range) { return words }
    return switch (auxiliary.isNegated, auxiliary.isPerfect, auxiliary.isPast) {
    case (true, true, _): auxiliary.isSingular ? "has not" : "have not"
    case (true, false, true): "did not"
    case (true, false, false): auxiliary.isSingular ? "does not" : "do not"
    case (false, _, _): auxiliary.isSingular ? "has" : "have"
    }
  }

  func print(_ term: VerbTermSyntax) -> String {
    switch term {
    case .verb(let clause):
      return join(
        clause.auxiliary.map(print),
        clause.isDirect ? "directly" : nil,
        clause.verbs.map { $0.word.text + print($0.repetition) }
          .joined(separator: " \(clause.conjunction.rawValue) "),
        clause.objects.map(print),
        print(clause.times)
      )
    case .be(let form, let conjunction, let predicates, _):
      return join(
        form.text,
        predicates.map(print).joined(separator: " \(conjunction.rawValue) ")
      )
    case .have(let having, let isNegated, let form, let times, _):
      guard isNegated else { return join(form.text, print(having), print(times)) }
      let auxiliary = form == .had ? "did" : form == .has ? "does" : "do"
      return join(auxiliary, "not have", print(having), print(times))
    case .missing: return "…"
    }
  }

  func print(_ predicate: PredicateSyntax) -> String {
    let body: String
    switch predicate.body {
    case .adjective(let word, let slot, let times):
      body = join(slot.map { print(fit: word, $0) } ?? word.text, print(times))
    case .passive(let passive): body = print(passive)
    case .otherThan(let noun), .noun(let noun):
      body = join(predicate.wording?.rawValue, inner(noun))
    }
    return join(predicate.isNegated ? "not" : nil, body)
  }

  func print(_ propositions: PropositionsSyntax) -> String {
    propositions.parts.map(print)
      .joined(separator: ", \(propositions.conjunction.rawValue) ")
  }

  func print(_ proposition: PropositionSyntax) -> String {
    switch proposition {
    case .exists(let phrase):
      "there \(form(before: phrase.range.start)) \(print(phrase))"
    case .comparison(let term, let comparison):
      "\(measured(term)) \(predicate(comparison, needsBe: !term.isPlain))"
    case .statement(let noun, let verbs): "\(inner(noun)) \(print(verbs))"
    }
  }
  /// The form of `be` before a place.
  private func form(before place: Int) -> String {
    let word = spelling?.word(before: place)
    return [.are, .was, .were].contains(word?.keyword) ? word?.text ?? "is" : "is"
  }
}
