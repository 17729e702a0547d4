// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// The class of the modifier that begins here, if one does.
  mutating func atPost(_ ahead: Int = 0) -> PostSyntax.Class? {
    if at(anyOf: [.who, .that, .which, .whose], ahead) { return .who }
    if at(anyOf: [.with, .without], ahead) {
      return isInFactTime && atSettings(ahead) ? nil : .with
    }
    let bare = at(.not, ahead) ? ahead + 1 : ahead
    if atPassive(bare) { return .passive }
    if atFit(bare) { return .adjective }
    if at(.named, ahead) { return .named }
    if at(.other, ahead), at(.than, ahead + 1) { return .otherThan }
    return nil
  }

  /// Whether `with level 3`, `with critical` or `with not critical` is here,
  /// which a fact's link has, and not what its date mentions.
  private mutating func atSettings(_ ahead: Int) -> Bool {
    guard at(.with, ahead) else { return false }
    if atTerm([.attribute, .relationNoun], ahead + 1) { return atValue(ahead + 2) }
    let word = at(.not, ahead + 1) ? ahead + 2 : ahead + 1
    guard atTerm(.adjective, word) else { return false }
    let end = word + 1
    return at(sign: ",", end) || at(sign: ":", end) || token(end).kind == .end
  }

  /// Whether an adjective and its preposition are here.
  mutating func atFit(_ ahead: Int = 0) -> Bool {
    atTerm(.fittingPhrase, ahead) || (atTerm(.adjective, ahead) && at(.for, ahead + 1))
  }

  /// Takes an adjective and the `for` behind it; of another preposition it is one
  /// word with it.
  mutating func takeFit() -> WordSyntax {
    let isPhrase = atTerm(.fittingPhrase)
    let word = takeWord()
    if !isPhrase { take() }
    return word
  }

  /// Whether a passive begins here. In a subject a word that can be the verb is
  /// no modifier: `documents that Ann approved`.
  private mutating func atPassive(_ ahead: Int) -> Bool {
    let word = at(.directly, ahead) ? ahead + 1 : ahead
    if atTerm([.passive, .link], word) { return true }
    guard atTerm(.participle, word) else { return false }
    if at(.only, word + 1), at(.by, word + 2) { return true }
    return !(isInSubject && atTerm(.verb, word)) && !isVerbAhead(word)
  }

  /// posts = { clauses | havings | passives | fits | names | others } ;
  /// clauses = clause { "and" clause } | clause { "or" clause } ;
  /// havings = with { "and" with } | with { "or" with } ;
  /// passives = past { "and" past } | past { "or" past } ;
  /// fits = fit { "and" fit } | fit { "or" fit } ;
  /// names = named { "and" named } | named { "or" named } ;
  /// others = other { "and" other } | other { "or" other } ;
  ///
  /// After `and` and `or` like joins like, nearest first: reading rule 1b. A
  /// modifier of another class is left to a noun further out.
  mutating func posts(_ noun: inout NounPhraseSyntax) {
    while !hasFailed, let kind = atPost() {
      guard let first = post() else { return }
      var group = PostGroupSyntax(conjunction: .and, posts: [first])
      noun.posts.append(group)
      while !hasFailed, at(.and) || at(.or), atPost(1) == kind {
        let conjunction: Conjunction = token().keyword == .or ? .or : .and
        if group.posts.count > 1, conjunction != group.conjunction {
          let edit = Diagnostic.Edit(
            range: SourceRange(lastEnd, range.start), replacement: ", ")
          fail(SyntaxMessages.mixedAndOr(token(), edits: [[edit]]))
          return
        }
        take()
        guard let next = post() else { return }
        group.conjunction = conjunction
        group.posts.append(next)
        noun.posts[noun.posts.count - 1] = group
      }
      noun.range = range(from: noun.range.start)
    }
  }

  /// post = clause | with | past | fit | named | other ;
  /// clause = ( "who" | "that" | "which" ) ( vp | object-clause ) | "whose" whose ;
  /// with = ( "with" | "without" ) having ;
  /// past = [ "not" ] ( passive | done ) ;
  /// fit = [ "not" ] ( ADJ "for" | FITTING ) np { when } ;
  /// named = "named" STRING ;
  /// other = "other" "than" np0 ;
  mutating func post() -> PostSyntax? {
    let start = range.start
    if at(anyOf: [.who, .that, .which]) {
      let relative = take().keyword ?? .that
      relativeWord = relative.text
      if atVerbTerm() { return .clause(verbPhrase(), relative: relative) }
      if refuseNounForVerb() { return nil }
      return .objectClause(objectClause(), relative: relative)
    }
    if take(.whose) { return whose(from: start) }
    if at(anyOf: [.with, .without]) {
      let isNegated = take().keyword == .without
      guard let having = having() else { return nil }
      if isNegated { refuseDoubleNegation(having, from: start) }
      return .having(having, isNegated: isNegated, range(from: start))
    }
    if take(.named) { return .named(expectText()) }
    if at(.other), at(.than, 1) {
      take()
      take()
      return .otherThan(simpleNounPhrase(), range(from: start))
    }
    let isNegated = take(.not)
    if atFit() {
      let word = takeFit()
      let slot = nounPhrase()
      return .adjective(word, slot: slot, isNegated: isNegated, times: whens())
    }
    return passive(isNegated: isNegated).map { .passive($0, isNegated: isNegated) }
  }

  /// object-clause = np ( [ neg ] [ "directly" ] verb | perfect [ "directly" ] participle | ( be [ "not" ] | perfect "been" ) ( LINK [ repetition ] | ADJ "for" | FITTING ) ) { when } ;
  mutating func objectClause() -> ObjectClauseSyntax {
    let subject = subject()
    // Without its verb the clause still says which kinds its subject can have.
    let unfinished = ObjectClauseSyntax(
      subject: subject, auxiliary: nil, isDirect: false,
      verb: WordSyntax(text: "…", base: "", range: range), isLink: false, repetition: nil,
      times: [])
    if atBe() || atBeen() {
      let start = range.start
      let form = takeBe()
      let isNegated = form.isPerfect ? form.isNegated : take(.not)
      let isFit = atFit()
      guard isFit || atTerm(.link) else {
        fail()
        return unfinished
      }
      let auxiliary = AuxiliarySyntax(
        isNegated: isNegated, isPerfect: form.isPerfect, isPast: form.isPast,
        isSingular: [.is, .was, .has].contains(form.word), range: range(from: start))
      if isFit {
        return ObjectClauseSyntax(
          subject: subject, auxiliary: auxiliary, isDirect: false, verb: takeFit(), isLink: true,
          isFit: true, repetition: nil, times: whens())
      }
      let verb = takeWord()
      let repetition = repetition()
      return ObjectClauseSyntax(
        subject: subject, auxiliary: auxiliary, isDirect: false, verb: verb, isLink: true,
        repetition: repetition, times: whens())
    }
    let auxiliary = auxiliary()
    let isDirect = take(.directly)
    guard atTerm(auxiliary?.isPerfect == true ? .participle : .verb) else {
      fail()
      return unfinished
    }
    let isPast = isPastVerb(token(), after: auxiliary)
    let verb = takeWord()
    let repetition = repetition()
    var effective = auxiliary
    if isPast, effective == nil {
      effective = AuxiliarySyntax(
        isNegated: false, isPerfect: false, isPast: true, range: verb.range)
    }
    return ObjectClauseSyntax(
      subject: subject, auxiliary: effective, isDirect: isDirect, verb: verb, isLink: false,
      repetition: repetition, times: whens())
  }

  /// whose = value-of | [ det ] { adj } relnoun [ VAR ] ( vp | { "'s" step } "'s" ( value-of | step vp ) ) ;
  mutating func whose(from start: Int) -> PostSyntax? {
    if atTerm(.attribute), !atTerm(.relationNoun) {
      let (word, comparison) = valueOf()
      return .whoseAttribute(word, comparison, range(from: start))
    }
    let from = range.start
    var noun = NounPhraseSyntax(head: .missing, range: range)
    determiner(&noun)
    adjectives(&noun)
    guard atTerm(.relationNoun) || at(.direct) else {
      fail()
      return nil
    }
    noun.head = .relation(relationNoun(), of: nil)
    if atVariable() { noun.variable = takeVariable() }
    noun.range = range(from: from)
    relativeWord = nil
    return .whoseRelation(noun, whoseEnd())
  }

  /// What follows a noun behind `whose`: its verb, or a step further.
  private mutating func whoseEnd() -> WhoseSyntax {
    guard atPossessive() else { return .verbs(verbPhrase()) }
    take()
    if atTerm(.attribute), !atTerm([.adjective, .relationNoun]) {
      let (word, comparison) = valueOf()
      return .attribute(word, comparison)
    }
    guard case .relation(let adjectives, let noun)? = step() else {
      return .verbs(VerbPhraseSyntax(conjunction: .and, terms: [.missing], range: range))
    }
    return .step(adjectives, noun, whoseEnd())
  }

  /// value-of = ATTR ( [ be ] cmp | lacking ) ;
  private mutating func valueOf() -> (WordSyntax, ComparisonSyntax) {
    let word = takeWord()
    let negative = lacking()
    if negative == nil, atBe() { take() }
    return (word, negative ?? comparison())
  }

  /// having = "no" ATTR | [ "a" | "an" | "the" ] ATTR [ cmp ] | alike | [ det ] [ "other" ] { adj } relnoun [ VAR | NAME ] posts ;
  mutating func having() -> HavingSyntax? {
    if let alike = alike() { return alike }
    let skip = at(anyOf: [.a, .an, .the, .no]) ? 1 : 0
    if atTerm(.attribute, skip), !atTerm(.relationNoun, skip) {
      let isNo = skip == 1 && take().keyword == .no
      let word = takeWord()
      let comparison = !isNo && atComparison() ? comparison() : nil
      return .attribute(word, isNo: isNo, comparison)
    }
    return nested(nil) { parser in
      let start = parser.range.start
      var noun = NounPhraseSyntax(head: .missing, range: parser.range)
      parser.determiner(&noun)
      if parser.take(.other) { noun.isOther = true }
      parser.adjectives(&noun)
      guard parser.atTerm(.relationNoun) || parser.at(.direct) || parser.isAtUnclaimedKind else {
        parser.fail()
        return nil
      }
      noun.head = .relation(parser.relationNoun(), of: nil)
      if parser.atVariable() {
        noun.variable = parser.takeVariable()
      } else if parser.atName() {
        noun.name = parser.takeName()
      }
      noun.range = parser.range(from: start)
      parser.posts(&noun)
      noun.range = parser.range(from: start)
      return .relation(noun)
    }
  }

  /// alike = "the" "same" ( ATTR | RELNOUN ) "as" np | [ "a" ] "different" ATTR "from" np ;
  private mutating func alike() -> HavingSyntax? {
    if at(.the), at(.same, 1), atTerm([.attribute, .relationNoun], 2) {
      take()
      take()
      let word = takeWord()
      expect(.as)
      return .alike(word, isSame: true, nounPhrase())
    }
    let article = at(.a) ? 1 : 0
    guard at(.different, article), atTerm(.attribute, article + 1),
      !atTerm(.relationNoun, article + 1)
    else { return nil }
    if article == 1 { take() }
    take()
    let word = takeWord()
    expect(.from)
    return .alike(word, isSame: false, nounPhrase())
  }

  /// done = [ "directly" ] BARE { when } ;
  /// passive = [ "directly" ] ( PASSIVE | LINK ) [ repetition ] objects { when } | [ "directly" ] PARTICIPLE "only" "by" sole { when } ;
  mutating func passive(isNegated: Bool) -> PassiveSyntax? {
    let start = range.start
    let isDirect = take(.directly)
    guard atTerm([.passive, .link]) || atTerm(.participle) else {
      fail()
      return nil
    }
    if atTerm(.participle), at(.only, 1), at(.by, 2) {
      let word = takePassiveAroundOnly()
      let objects = ObjectsSyntax(conjunction: .and, nouns: [soleNounPhrase()])
      let times = whens()
      return PassiveSyntax(
        isDirect: isDirect, word: word, isLink: false, repetition: nil, objects: objects,
        times: times, range: range(from: start))
    }
    let isParticiple = !atTerm([.passive, .link])
    let isLink = atTerm(.link)
    let word = takeWord()
    let repetition = isParticiple ? nil : repetition()
    var objects: ObjectsSyntax?
    if !isParticiple {
      objects = self.objects(joining: word.text)
      if isNegated, let objects { refuseNotEvery(objects, from: start) }
    }
    let times = whens()
    return PassiveSyntax(
      isDirect: isDirect, word: word, isLink: isLink, repetition: repetition, objects: objects,
      times: times, range: range(from: start))
  }

  /// Takes `owned only by` as the passive `owned by`.
  private mutating func takePassiveAroundOnly() -> WordSyntax {
    var word = takeWord()
    take()
    take()
    let passive = vocabulary.terms[word.text + " by"]
    word.text = passive?.text ?? word.text + " by"
    word.range.end = lastEnd
    return word
  }

  /// objects = np { "and" np } | np { "or" np } ;
  ///
  /// `joining` gives the words that would repeat the verb behind a comma.
  mutating func objects(joining verb: String?) -> ObjectsSyntax {
    var result = ObjectsSyntax(conjunction: .and, nouns: [nounPhrase()])
    while !hasFailed, at(.and) || at(.or), atNounPhrase(1) {
      let conjunction: Conjunction = token().keyword == .or ? .or : .and
      if result.nouns.count > 1, conjunction != result.conjunction {
        var edits: [[Diagnostic.Edit]] = []
        if let verb {
          let place = SourceRange(lastEnd, range.end)
          edits = [
            [Diagnostic.Edit(range: place, replacement: ", \(conjunction.rawValue) \(verb)")]
          ]
        }
        fail(SyntaxMessages.mixedAndOr(token(), edits: edits))
        return result
      }
      take()
      result.conjunction = conjunction
      result.nouns.append(nounPhrase())
    }
    return result
  }

  // MARK: Refused negations

  /// Refuses `not … every`, which means none to some and not all to others.
  mutating func refuseNotEvery(_ objects: ObjectsSyntax, from start: Int) {
    for noun in objects.nouns {
      if case .indefinite(let word) = noun.head, let some = word.positive {
        let range = SourceRange(noun.range.start, noun.range.start + word.text.utf8.count)
        let edits = [[Diagnostic.Edit(range: range, replacement: some.text)]]
        let place = SourceRange(start, range.end)
        fail(
          word == .nobody || word == .nothing
            ? SyntaxMessages.doubleNegation(place, edits: edits)
            : SyntaxMessages.notEvery(place, edits: edits))
        return
      }
      if noun.determiner == .every, let word = noun.determinerRange {
        fail(
          SyntaxMessages.notEvery(
            SourceRange(start, word.end),
            edits: [[Diagnostic.Edit(range: word, replacement: "a")]]))
        diagnostics[diagnostics.count - 1].help.append(
          "the edit asks for none; for 'not all' say what there is, "
            + "as in 'people x where there is a training that x has not completed'")
        return
      }
      if noun.determiner == .no, let word = noun.determinerRange {
        fail(
          SyntaxMessages.doubleNegation(
            SourceRange(start, word.end),
            edits: [[Diagnostic.Edit(range: word, replacement: "a")]]))
        return
      }
    }
  }

  private mutating func refuseDoubleNegation(_ having: HavingSyntax, from start: Int) {
    switch having {
    case .attribute(let word, isNo: true, _):
      let place = SourceRange(start, word.range.start)
      fail(
        SyntaxMessages.doubleNegation(
          place,
          edits: [[Diagnostic.Edit(range: place, replacement: "with ")]]))
    case .relation(let noun) where noun.determiner == .no:
      let place = SourceRange(start, noun.determinerRange?.end ?? start)
      fail(
        SyntaxMessages.doubleNegation(
          place,
          edits: [[Diagnostic.Edit(range: place, replacement: "with a")]]))
    default: break
    }
  }
}

extension Keyword {
  /// The indefinite word without its `no` or `every`.
  fileprivate var positive: Keyword? {
    switch self {
    case .nobody, .everyone: .someone
    case .nothing, .everything: .something
    default: nil
    }
  }
}
