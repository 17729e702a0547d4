// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// be = "is" | "are" | "was" | "were" ;
  mutating func atBe(_ ahead: Int = 0) -> Bool { at(anyOf: [.is, .are, .was, .were], ahead) }

  /// Whether `has been` or `has not been` begins here.
  mutating func atBeen() -> Bool {
    guard at(anyOf: [.has, .have, .had]) else { return false }
    return at(.been, 1) || (!at(.had) && at(.not, 1) && at(.been, 2))
  }

  /// Takes a form of `be`.
  mutating func takeBe() -> BeSyntax {
    var form = BeSyntax(word: take().keyword ?? .is)
    guard ![.is, .are, .was, .were].contains(form.word) else { return form }
    form.isNegated = take(.not)
    expect(.been)
    return form
  }

  /// Whether a verb phrase begins here.
  mutating func atVerbTerm(_ ahead: Int = 0) -> Bool {
    if atTerm(.verb, ahead) || atBe(ahead) { return true }
    if at(.directly, ahead) { return atTerm(.verb, ahead + 1) }
    return at(anyOf: [.has, .have, .had, .do, .does, .did], ahead)
  }

  mutating func atAuxiliary() -> Bool {
    at(anyOf: [.do, .does, .did, .has, .have, .had])
  }

  /// vp = vterm { "and" vterm } | vterm { "or" vterm } ;
  ///
  /// A verb joins the nearest verb: reading rule 1b. That verb's number can
  /// only refuse the reading, never choose another.
  mutating func verbPhrase() -> VerbPhraseSyntax {
    nested(VerbPhraseSyntax(conjunction: .and, terms: [.missing], range: range)) { parser in
      let start = parser.range.start
      let relative = parser.relativeWord
      var phrase = VerbPhraseSyntax(
        conjunction: .and,
        terms: [parser.verbTerm()],
        range: parser.range
      )
      while !parser.hasFailed, parser.at(.and) || parser.at(.or), parser.atVerbTerm(1) {
        let conjunction: Conjunction = parser.token().keyword == .or ? .or : .and
        let word = parser.token()
        let place = SourceRange(parser.lastEnd, word.range.end)
        let edits = relative.map {
          [[Diagnostic.Edit(range: place, replacement: ", \(conjunction.rawValue) \($0)")]]
        }
        if phrase.terms.count > 1, conjunction != phrase.conjunction {
          parser.fail(
            SyntaxMessages.mixedAndOr(word, edits: edits ?? []))
          break
        }
        parser.take()
        phrase.conjunction = conjunction
        let term = parser.verbTerm()
        parser.refuseDisagreement(term, with: phrase.terms, edits: edits ?? [])
        phrase.terms.append(term)
      }
      phrase.range = parser.range(from: start)
      return phrase
    }
  }

  /// vterm = ( [ neg ] [ "directly" ] verbs | perfect [ "directly" ] participles ) [ objects ] { when } | ( be | perfect "been" ) ( pred { "and" pred } | pred { "or" pred } ) | [ neg ] ( "has" | "have" | "had" ) having { when } ;
  /// verbs = verb { "and" verb } | verb { "or" verb } ;
  /// verb = VERB [ repetition ] ;
  /// participles = participle { "and" participle } | participle { "or" participle } ;
  /// participle = PARTICIPLE [ repetition ] ;
  mutating func verbTerm() -> VerbTermSyntax {
    let start = range.start
    if atBe() || atBeen() { return be() }
    let auxiliary = auxiliary()
    let isNegated = auxiliary?.isNegated == true
    if at(anyOf: [.has, .have, .had]) {
      var form = take().keyword ?? .have
      if let auxiliary { form = auxiliary.isPast ? .had : auxiliary.isSingular ? .has : .have }
      guard let having = having() else { return .missing }
      return .have(
        having, isNegated: isNegated, form: form, times: whens(), range(from: start))
    }
    let isDirect = take(.directly)
    let classes: TermClasses = auxiliary?.isPerfect == true ? .participle : .verb
    guard atTerm(classes) else {
      fail()
      return .missing
    }
    let first = verb(after: auxiliary)
    var clause = VerbClauseSyntax(
      auxiliary: auxiliary,
      isDirect: isDirect,
      verbs: [first],
      conjunction: .and,
      objects: nil,
      times: [],
      range: range
    )
    while at(.and) || at(.or), atTerm(classes, 1), !hasFailed {
      let conjunction: Conjunction = token().keyword == .or ? .or : .and
      if clause.verbs.count > 1, conjunction != clause.conjunction {
        fail(SyntaxMessages.mixedAndOr(token(), edits: []))
        break
      }
      take()
      clause.conjunction = conjunction
      clause.verbs.append(verb(after: auxiliary))
    }
    if atNounPhrase() {
      let words = [relativeWord, first.word.text].compactMap { $0 }.joined(separator: " ")
      let objects = objects(joining: relativeWord == nil ? nil : words)
      if isNegated { refuseNotEvery(objects, from: start) }
      clause.objects = objects
    }
    clause.times = whens()
    clause.range = range(from: start)
    return .verb(clause)
  }

  /// perfect = ( "has" | "have" ) [ "not" ] | "had" ;
  /// neg = ( "do" | "does" | "did" ) "not" ;
  mutating func auxiliary() -> AuxiliarySyntax? {
    let start = range.start
    let isNegated =
      (at(anyOf: [.do, .does, .did]) && at(.not, 1))
      || (at(anyOf: [.has, .have]) && at(.not, 1)
        && (atTerm(.participle, 2) || (at(.directly, 2) && atTerm(.participle, 3))))
    if isNegated {
      let word = take()
      take()
      return AuxiliarySyntax(
        isNegated: true,
        isPerfect: [.has, .have].contains(word.keyword),
        isPast: word.keyword == .did,
        isSingular: [.does, .has].contains(word.keyword),
        range: range(from: start)
      )
    }
    if at(anyOf: [.has, .have, .had]),
      atTerm(.participle, 1) || (at(.directly, 1) && atTerm(.participle, 2))
    {
      let word = take()
      return AuxiliarySyntax(
        isNegated: false,
        isPerfect: true,
        isPast: false,
        isSingular: word.keyword == .has,
        range: range(from: start)
      )
    }
    return nil
  }

  private mutating func verb(after auxiliary: AuxiliarySyntax?) -> VerbClauseSyntax.Verb {
    let token = token()
    let classes = token.term?.classes ?? []
    let number: VerbClauseSyntax.Number
    if auxiliary != nil || classes.isSuperset(of: [.singularVerb, .pluralVerb]) {
      number = .either
    } else if classes.contains(.singularVerb) {
      number = .singular
    } else {
      number = classes.contains(.pluralVerb) ? .plural : .either
    }
    let isPast = isPastVerb(token, after: auxiliary)
    let word = takeWord()
    return VerbClauseSyntax.Verb(
      word: word,
      number: number,
      isPast: isPast,
      repetition: repetition()
    )
  }

  /// Whether a verb form says "at some time up to the day".
  func isPastVerb(_ token: Token, after auxiliary: AuxiliarySyntax?) -> Bool {
    if let auxiliary { return auxiliary.isPerfect || auxiliary.isPast }
    let classes = token.term?.classes ?? []
    return !classes.isDisjoint(with: [.pastVerb, .participle])
      && classes.isDisjoint(with: [.singularVerb, .pluralVerb])
  }

  /// Refuses a verb whose number differs from the verb it joins.
  private mutating func refuseDisagreement(
    _ term: VerbTermSyntax,
    with terms: [VerbTermSyntax],
    edits: [[Diagnostic.Edit]]
  ) {
    guard case .verb(let clause) = term, let verb = clause.verbs.first, verb.number != .either
    else { return }
    for case .verb(let other) in terms {
      guard let first = other.verbs.first, first.number != .either, first.number != verb.number
      else { continue }
      var all = edits
      if verb.number == .plural, clause.auxiliary == nil {
        all.append([Diagnostic.Edit(range: verb.word.range, replacement: verb.word.base)])
      }
      fail(
        SyntaxMessages.verbsDisagree(verb.word, first: first.word, edits: all))
      return
    }
  }

  /// pred = [ "not" ] ( ADJ [ "for" np ] { when } | FITTING np { when } | "current" | "known" | "unknown" | passive | [ "directly" ] PARTICIPLE { when } | other | "different" "from" np0 | ( "one" "of" | "the" "same" "as" ) np | np ) ;
  private mutating func be() -> VerbTermSyntax {
    let start = range.start
    let form = takeBe()
    var conjunction = Conjunction.and
    var predicates: [PredicateSyntax] = []
    guard let first = predicate() else { return .missing }
    predicates.append(first)
    while !hasFailed, at(.and) || at(.or), atPredicate(1) {
      let next: Conjunction = token().keyword == .or ? .or : .and
      if predicates.count > 1, next != conjunction {
        fail(SyntaxMessages.mixedAndOr(token(), edits: []))
        break
      }
      take()
      conjunction = next
      guard let predicate = predicate() else { break }
      predicates.append(predicate)
    }
    return .be(form: form, conjunction, predicates, range(from: start))
  }

  private mutating func atPredicate(_ ahead: Int) -> Bool {
    let bare = at(.not, ahead) ? ahead + 1 : ahead
    if atAdjective(bare) || atTerm([.passive, .link, .fittingPhrase], bare) { return true }
    let word = at(.directly, bare) ? bare + 1 : bare
    if atTerm(.participle, word) { return !isVerbAhead(word) }
    if word > bare { return atTerm([.passive, .link], word) }
    return wording(bare) != nil || atNounPhrase(bare)
  }

  /// Whether a word that could be a participle is a verb: it has an object or
  /// is repeated, as in `are active and owned a control`.
  mutating func isVerbAhead(_ ahead: Int) -> Bool {
    guard atTerm(.verb, ahead) else { return false }
    // `owned more than 2` is unfinished: a time or an object may follow.
    if at(.more, ahead + 1), at(.than, ahead + 2), !atCount(ahead + 3) || isEnd(ahead + 4) {
      _ = atTerm([.kind, .relationNoun, .adjective], ahead + 4)
      _ = at(anyOf: Parser.units, ahead + 4)
      return false
    }
    return atRepetition(ahead + 1)
      || (atNounPhrase(ahead + 1) && !(at(.only, ahead + 1) && at(.by, ahead + 2)))
  }

  private mutating func predicate() -> PredicateSyntax? {
    let start = range.start
    let isNegated = take(.not)
    if let wording = takeWording() {
      let isOther = wording == .otherThan || wording == .differentFrom
      return PredicateSyntax(
        isNegated: isNegated, wording: wording,
        body: isOther ? .otherThan(simpleNounPhrase()) : .noun(nounPhrase()))
    }
    if atTerm([.passive, .link, .participle]) || at(.directly) {
      return passive(isNegated: isNegated).map {
        PredicateSyntax(isNegated: isNegated, body: .passive($0))
      }
    }
    if atFit() {
      let word = takeFit()
      let slot = nounPhrase()
      return PredicateSyntax(
        isNegated: isNegated, body: .adjective(word, slot: slot, times: whens()))
    }
    if atAdjective(), !isNounAhead() {
      let isCurrent = atTerm(.adjective) == false
      let word = takeWord()
      let times = isCurrent ? [] : whens()
      return PredicateSyntax(isNegated: isNegated, body: .adjective(word, slot: nil, times: times))
    }
    guard atNounPhrase() else {
      fail()
      return nil
    }
    let noun = nounPhrase()
    if isNegated {
      refuseNotEvery(ObjectsSyntax(conjunction: .and, nouns: [noun]), from: start)
    }
    return PredicateSyntax(isNegated: isNegated, body: .noun(noun))
  }

  /// Takes `one of`, `other than` and their like.
  private mutating func takeWording() -> PredicateSyntax.Wording? {
    guard let (wording, count) = wording(0) else { return nil }
    for _ in 0..<count { take() }
    return wording
  }

  /// The words of that sort that stand at a place, and how many they are.
  private mutating func wording(_ ahead: Int) -> (PredicateSyntax.Wording, Int)? {
    if at(.other, ahead), at(.than, ahead + 1) { return (.otherThan, 2) }
    if at(.different, ahead), at(.from, ahead + 1) { return (.differentFrom, 2) }
    if at(.one, ahead), at(.of, ahead + 1) { return (.oneOf, 2) }
    if at(.the, ahead), at(.same, ahead + 1), at(.as, ahead + 2) { return (.sameAs, 3) }
    return nil
  }

  /// Whether adjectives here stand before a noun: `is competent staff`.
  mutating func isNounAhead(_ ahead: Int = 0) -> Bool {
    var place = at(.not, ahead) ? ahead + 1 : ahead
    guard atAdjective(place) else { return false }
    while atAdjective(place) {
      place += 1
      if at(.or, place) || at(.not, place), atAdjective(place + 1) { place += 1 }
    }
    return atTerm([.kind, .relationNoun], place) || at(.direct, place)
  }

  // MARK: Propositions

  /// props = prop { "," "and" prop } | prop { "," "or" prop } ;
  mutating func propositions() -> PropositionsSyntax {
    let start = range.start
    var result = PropositionsSyntax(conjunction: .and, parts: [], range: range)
    if let first = proposition() { result.parts.append(first) }
    while !hasFailed, at(sign: ","), at(.and, 1) || at(.or, 1) {
      let conjunction: Conjunction = token(1).keyword == .or ? .or : .and
      if result.parts.count > 1, conjunction != result.conjunction {
        fail(SyntaxMessages.mixedAndOr(token(1), edits: []))
        break
      }
      take()
      take()
      result.conjunction = conjunction
      if let next = proposition() { result.parts.append(next) }
    }
    result.range = range(from: start)
    return result
  }

  /// prop = "there" be phrase | measured { operator factor } be cmp | ( NUMBER | DATE | "today" | CONSTANT | property | [ "the" ] ATTR ) bound | np [ "," post "," ] vp ;
  ///
  /// It is a comparison when it begins with a term that is no thing: a number,
  /// an attribute, a possessive that ends in an attribute.
  mutating func proposition() -> PropositionSyntax? {
    if take(.there) {
      if atBe() { take() } else { fail() }
      return .exists(phrase())
    }
    if isComparisonAhead() {
      let term = term()
      guard atBe() || (term.isPlain && atBound()) else {
        fail()
        return nil
      }
      if atBe() { take() }
      return .comparison(term, comparison())
    }
    var noun = subject()
    if at(sign: ","), atPost(1) != nil {
      take()
      if let post = post() {
        noun.posts.append(
          PostGroupSyntax(conjunction: .and, posts: [post], isBetweenCommas: true)
        )
      }
      expect(sign: ",")
    }
    guard atVerbTerm() else {
      fail()
      return nil
    }
    relativeWord = nil
    return .statement(noun, verbPhrase())
  }

  private mutating func isComparisonAhead() -> Bool {
    if atNumber() || atDate() || at(.today) || atTerm(.constant) { return true }
    if at(.days) || atDistance() { return true }
    if at(.share), at(.of, 1) { return true }
    if at(.number), at(.of, 1) { return true }
    if atAggregate() != nil || at(sign: "-") { return true }
    let article = at(.the) ? 1 : 0
    if atTerm(.attribute, article), !atTerm(.relationNoun, article) { return true }
    return isPropertyAhead()
  }
}
