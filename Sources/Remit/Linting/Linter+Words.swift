// SPDX-License-Identifier: Apache-2.0

/// Verbs that do not agree, and negations that mean none.
extension Linter {
  // MARK: Numbers

  /// `a control that treat a risk`: the reader joins it to another noun.
  func verbNumbers() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for noun in TreeSearch.nodes(of: NounPhraseSyntax.self, in: statement) {
      guard let isPlural = isPlural(noun) else { continue }
      for group in noun.posts {
        for case .clause(let verbs, _) in group.posts {
          found += disagreements(verbs, with: noun, isPlural)
        }
      }
    }
    for case .statement(let noun, let verbs) in TreeSearch.nodes(
      of: PropositionSyntax.self, in: statement)
    {
      if let isPlural = isPlural(noun) { found += disagreements(verbs, with: noun, isPlural) }
    }
    return found
  }

  /// Whether a noun is plural; `nil` where its form does not say.
  private func isPlural(_ noun: NounPhraseSyntax) -> Bool? {
    if case .indefinite = noun.head { return false }
    guard let word = noun.headWords.last else { return nil }
    let forms = forms(of: word.base)
    guard forms.singular != forms.plural else { return nil }
    // `no owner` and a bare `owner` go with both in speech; an article does not.
    if word.text == forms.plural { return true }
    switch noun.determiner {
    case .indefinite, .every: return word.text == forms.singular ? false : nil
    case nil, .the, .no, .only, .quantity:
      return word.text == forms.singular && noun.determiner != .no ? false : nil
    }
  }

  private func forms(of base: String) -> (singular: String, plural: String) {
    if let kind = model.schema.kind(named: base) {
      return (model.schema[kind].singular, model.schema[kind].plural)
    }
    let plurals = vocabulary.terms.values.filter { term in
      term.base == base && term.text != base && term.classes.contains(.relationNoun)
    }
    return (base, plurals.first?.text ?? base)
  }

  private func disagreements(
    _ verbs: VerbPhraseSyntax, with noun: NounPhraseSyntax, _ isPlural: Bool
  ) -> [Diagnostic] {
    let heads = TreeSearch.nodes(of: PhraseSyntax.self, in: statement).map(\.noun.range)
    return verbs.terms.compactMap { term in
      guard let verb = conjugated(term), verb.isPlural != isPlural else { return nil }
      let written = tokens(in: verb.range).map(\.text).joined(separator: " ")
      var edits = [[Diagnostic.Edit(range: verb.range, replacement: verb.other)]]
      // It may have been meant of the head of the phrase.
      if verb.isPlural, !heads.contains(noun.range), let comma = comma(before: verbs) {
        edits.append([comma])
      }
      return LintMessages.verbNumber(
        written, isPlural: verb.isPlural, noun: noun.headWords.last?.text ?? headText(noun),
        at: verb.range, edits: edits.filter { applying($0) != nil })
    }
  }

  /// A comma before the clause that a verb is in, and before its `and`.
  private func comma(before verbs: VerbPhraseSyntax) -> Diagnostic.Edit? {
    guard let place = tokens.lastIndex(where: { $0.range.end <= verbs.range.start }),
      [.who, .that, .which].contains(tokens[place].keyword), place > 0
    else { return nil }
    let isJoined = tokens[place - 1].keyword == .and && place > 1
    let end = tokens[isJoined ? place - 2 : place - 1].range.end
    return Diagnostic.Edit(range: SourceRange(end, end), replacement: ",")
  }

  private func headText(_ noun: NounPhraseSyntax) -> String {
    if case .indefinite(let word) = noun.head { word.text } else { "it" }
  }

  /// The form that shows a verb's number, and the one of the other number.
  private func conjugated(
    _ term: VerbTermSyntax
  ) -> (range: SourceRange, isPlural: Bool, other: String)? {
    switch term {
    case .verb(let clause):
      if let auxiliary = clause.auxiliary {
        return conjugated(firstTokenOf: auxiliary.range)
      }
      guard clause.verbs.count == 1, let verb = clause.verbs.first, verb.number != .either,
        let forms = model.verbs[verb.word.base]?.forms
      else { return nil }
      let isPlural = verb.number == .plural
      return (verb.word.range, isPlural, isPlural ? forms.singular : forms.plural)
    case .be(_, _, _, let range), .have(_, _, _, _, let range):
      return conjugated(firstTokenOf: range)
    case .missing: return nil
    }
  }

  private func conjugated(
    firstTokenOf range: SourceRange
  ) -> (range: SourceRange, isPlural: Bool, other: String)? {
    guard let token = tokens(in: range).first else { return nil }
    let pairs: [(Keyword, Keyword)] = [(.is, .are), (.was, .were), (.has, .have), (.does, .do)]
    for (singular, plural) in pairs {
      if token.keyword == singular { return (token.range, false, plural.text) }
      if token.keyword == plural { return (token.range, true, singular.text) }
    }
    return nil
  }

  // MARK: Negated objects

  /// `have not completed a training that …`: none of them, where one that is
  /// missing may have been meant.
  func negatedObjects() -> [Diagnostic] {
    TreeSearch.nodes(of: VerbTermSyntax.self, in: statement).compactMap { term in
      switch term {
      case .verb(let clause):
        guard let auxiliary = clause.auxiliary, auxiliary.isNegated,
          let noun = clause.objects?.nouns.first, isDescribed(noun)
        else { return nil }
        let verb = clause.verbs.first?.word
        return meansNone(noun, auxiliary.range, verb: verb, auxiliary)
      case .have(.relation(let noun), true, let form, _, let range):
        guard isDescribed(noun), let having = having(in: range) else { return nil }
        let place = SourceRange(range.start, having.end)
        return meansNone(noun, place, replacement: form.text)
      default: return nil
      }
    }
  }

  /// Whether a noun is some thing of those that modifiers describe; who names
  /// things with letters has said which are meant.
  private func isDescribed(_ noun: NounPhraseSyntax) -> Bool {
    guard noun.determiner == nil || noun.determiner == .indefinite, noun.name == nil,
      !noun.headWords.isEmpty, TreeSearch.nodes(of: VariableSyntax.self, in: noun).isEmpty
    else { return false }
    return noun.posts.contains { group in
      group.posts.contains { [.who, .with, .passive].contains($0.postClass) }
    }
  }

  private func having(in range: SourceRange) -> SourceRange? {
    tokens(in: range).first { [.has, .have].contains($0.keyword) }?.range
  }

  private func meansNone(
    _ noun: NounPhraseSyntax, _ negation: SourceRange, verb: WordSyntax?,
    _ auxiliary: AuxiliarySyntax
  ) -> Diagnostic? {
    guard let verb else { return nil }
    let forms = model.verbs[verb.base]?.forms
    let positive: String =
      if auxiliary.isPerfect {
        (auxiliary.isSingular ? "has " : "have ") + verb.text
      } else if auxiliary.isPast {
        forms?.past ?? verb.text
      } else {
        auxiliary.isSingular ? forms?.singular ?? verb.text : verb.text
      }
    return meansNone(noun, SourceRange(negation.start, verb.range.end), replacement: positive)
  }

  private func meansNone(
    _ noun: NounPhraseSyntax, _ range: SourceRange, replacement: String
  ) -> Diagnostic {
    let words = noun.headWords.map { forms(of: $0.base).plural }.joined(separator: " or ")
    var edits = [Diagnostic.Edit(range: range, replacement: replacement)]
    if noun.determiner == .indefinite, let article = noun.determinerRange {
      edits.append(Diagnostic.Edit(range: article, replacement: "no"))
    } else {
      edits.append(
        Diagnostic.Edit(
          range: SourceRange(noun.range.start, noun.range.start), replacement: "no "))
    }
    let place = SourceRange(range.start, noun.headEnd ?? noun.range.end)
    return LintMessages.meansNone(words, at: place, edits: firstWorking([edits]) { _ in true })
  }

  // MARK: Commas

  /// A modifier behind a comma that would be said of a nearer noun without it.
  func commas() -> [Diagnostic] {
    TreeSearch.nodes(of: PhraseSyntax.self, in: statement).flatMap { phrase in
      phrase.commaPosts.enumerated().compactMap { number, post in
        comma(post, number, of: phrase)
      }
    }
  }

  private func comma(
    _ post: PhraseSyntax.CommaPost, _ number: Int, of phrase: PhraseSyntax
  ) -> Diagnostic? {
    // `, or` and a comma behind another one have no form without it.
    let edit = [Diagnostic.Edit(range: post.comma, replacement: "")]
    guard let reading = readingWithout(edit, in: phrase) else { return nil }
    let next =
      number + 1 < phrase.commaPosts.count
      ? phrase.commaPosts[number + 1].comma.start
      : phrase.condition?.range.start ?? phrase.range.end
    let words = tokens(in: SourceRange(post.comma.end, next))
    guard let first = words.first, let last = words.last else { return nil }
    let modifier = SourceRange(first.range.start, last.range.end)
    return LintMessages.comma(
      source.text(in: modifier).split(whereSeparator: \.isWhitespace).joined(separator: " "),
      of: phrase.noun.headWords.first?.text ?? "the head",
      other: reading, at: post.comma.union(modifier), edits: [edit])
  }

  /// How a phrase is read without a comma, if that means something else.
  private func readingWithout(
    _ comma: [Diagnostic.Edit], in phrase: PhraseSyntax
  ) -> String? {
    guard let other = applying(comma) else { return nil }
    switch (statement, other.statement) {
    case (.question(let question), .question(let changed)):
      let isSame =
        Binder.bind(question, model: model).query.condition
        == Binder.bind(changed, model: model).query.condition
      return isSame ? nil : SyntaxPrinter(brackets: true).print(changed)
    case (.forEach, .forEach), (.choice, .choice):
      // In a block it is the phrase alone that changes.
      let start = phrase.range.start - range.start
      let changed = TreeSearch.nodes(of: PhraseSyntax.self, in: other.statement).first {
        $0.range.start - other.range.start == start
      }
      guard let changed, let query = query(phrase), let without = other.query(changed),
        query.condition != without.condition
      else { return nil }
      return SyntaxPrinter(brackets: true).print(changed)
    default: return nil
    }
  }

  // MARK: The past

  /// `had no owner` without a day.
  func pastsWithoutTime() -> [Diagnostic] {
    // There the past forms mean each day.
    let periods = TreeSearch.nodes(of: QuestionSyntax.self, in: statement).filter {
      if case .periods = $0.subject { true } else { false }
    }
    return TreeSearch.nodes(of: VerbTermSyntax.self, in: statement).compactMap { term in
      guard
        case .have(.relation(let noun), isNegated: false, form: .had, let times, let range) = term,
        times.isEmpty, !periods.contains(where: { $0.range.contains(range) }),
        noun.determiner == .no, let word = noun.headWords.first,
        isDated(word.base), let verb = tokens(in: range).first(where: { $0.keyword == .had })
      else { return nil }
      let edits = ["have", "has"].map { [Diagnostic.Edit(range: verb.range, replacement: $0)] }
      let place = SourceRange(range.start, noun.headEnd ?? noun.range.end)
      return LintMessages.pastWithoutTime(
        word.text, at: place, edits: firstWorking(edits) { $0.verbNumbers().isEmpty })
    }
  }

  /// Whether a noun is for an end of links that begin and end.
  private func isDated(_ noun: String) -> Bool {
    model.schema.relations.contains {
      ($0.leftNoun == noun || $0.rightNoun == noun) && $0.dating == .interval
    }
  }
}
