// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// phrase = np { "," [ "and" | "or" ] post } [ [ "," ] "where" props ] ;
  ///
  /// A comma goes back to the head noun of the whole phrase: reading rule 1c.
  mutating func phrase() -> PhraseSyntax {
    let start = range.start
    var phrase = PhraseSyntax(noun: nounPhrase(), range: range)
    while at(sign: ","), !hasFailed {
      let joined = at(.and, 1) || at(.or, 1)
      guard atPost(joined ? 2 : 1) != nil else { break }
      let comma = take().range
      let conjunction: Conjunction = joined && take().keyword == .or ? .or : .and
      guard let post = post() else { break }
      phrase.commaPosts.append(.init(conjunction: conjunction, post: post, comma: comma))
    }
    if at(.where) || (at(sign: ",") && at(.where, 1)) {
      _ = take(sign: ",")
      take()
      phrase.condition = propositions()
    }
    phrase.range = range(from: start)
    return phrase
  }

  /// sole = [ "a" | "an" | "the" ] [ "other" ] { adj } noun posts | [ "the" ] ref posts ;
  ///
  /// `owned only by X` is `owned by only X`.
  mutating func soleNounPhrase() -> NounPhraseSyntax {
    let start = range
    var noun = nounPhrase()
    switch noun.determiner {
    case nil, .indefinite, .the:
      noun.determiner = .only
      noun.determinerRange = noun.determinerRange ?? SourceRange(start.start, start.start)
    default: fail(SyntaxMessages.twoDeterminers(noun.determinerRange ?? start))
    }
    return noun
  }

  /// Whether a noun phrase begins here.
  mutating func atNounPhrase(_ ahead: Int = 0) -> Bool {
    let determiner = at(
      anyOf: [.a, .an, .some, .the, .no, .every, .each, .all, .only, .exactly, .any],
      ahead
    )
    let quantity =
      (at(.at, ahead) && at(anyOf: [.least, .most], ahead + 1))
      || (at(anyOf: [.more, .fewer], ahead) && at(.than, ahead + 1)
        && !at(anyOf: Parser.units, ahead + 3))
    let other = at(.other, ahead) && !at(.than, ahead + 1)
    let indefinite = at(anyOf: Parser.indefinites, ahead)
    let pronoun = at(anyOf: [.it, .they, .them, .its, .their], ahead)
    let noun = atTerm([.kind, .relationNoun], ahead) || at(.direct, ahead)
    let reference = atName(ahead) || atVariable(ahead) || at(sign: "(", ahead)
    if determiner || quantity || other || indefinite || pronoun || noun || reference { return true }
    return isNounAhead(ahead) || isBareNumber(ahead)
  }

  /// Whether a number stands where a determiner could: `two owners`.
  private func isBareNumber(_ ahead: Int) -> Bool {
    let isNumber: Bool
    switch token(ahead).kind {
    case .number: isNumber = true
    case .word:
      isNumber = token(ahead).keyword == nil && Parser.numberWords.contains(token(ahead).text)
    default: isNumber = false
    }
    guard isNumber, let next = token(ahead + 1).term else { return false }
    return !next.classes.isDisjoint(with: [.kind, .relationNoun, .adjective])
  }

  /// indef = "someone" | "something" | "nobody" | "nothing" | "everyone" | "everything" ;
  static let indefinites: [Keyword] = [
    .someone, .something, .nobody, .nothing, .everyone, .everything,
  ]

  /// np = [ det ] [ "other" ] { adj } noun posts | indef posts | [ "the" | "only" ] ref posts ;
  mutating func nounPhrase() -> NounPhraseSyntax {
    nested(NounPhraseSyntax(head: .missing, range: range)) { parser in
      var noun = parser.simpleNounPhrase(allowsOf: true)
      parser.posts(&noun)
      return noun
    }
  }

  /// np0 = [ det ] { adj } noun0 | indef | [ "the" ] ref ;
  mutating func simpleNounPhrase(allowsOf: Bool = false) -> NounPhraseSyntax {
    let start = range.start
    var noun = NounPhraseSyntax(head: .missing, range: range)
    if !atDefinite() { determiner(&noun) }
    if at(.other), !at(.than, 1) {
      take()
      noun.isOther = true
    }
    adjectives(&noun)
    head(&noun, allowsOf: allowsOf)
    noun.range = range(from: start)
    return noun
  }

  /// det = "a" | "an" | "some" | "the" | "no" | "every" | "each" | "all" | "only" | quantity ;
  mutating func determiner(_ noun: inout NounPhraseSyntax) {
    let start = range
    if at(.any) {
      fail(SyntaxMessages.ambiguousAny(token(), before: token(1)))
      return
    }
    if isBareNumber(0) {
      fail(SyntaxMessages.bareNumber(token()))
      return
    }
    if at(anyOf: [.a, .an, .some]) {
      take()
      noun.determiner = .indefinite
    } else if take(.the) {
      noun.determiner = .the
    } else if take(.no) {
      noun.determiner = .no
    } else if at(anyOf: [.every, .each, .all]) {
      take()
      noun.determiner = .every
    } else if at(.only), isBareNumber(1) || at(.one, 1) {
      fail(SyntaxMessages.almost(token(), write: "exactly"))
    } else if take(.only) {
      noun.determiner = .only
    } else if let quantity = quantity() {
      noun.determiner = .quantity(quantity)
    } else {
      return
    }
    noun.determinerRange = range(from: start.start)
  }

  /// quantity = ( "at" "least" | "at" "most" | "exactly" | "more" "than" | "fewer" "than" ) count ;
  mutating func quantity() -> QuantitySyntax? {
    let start = range.start
    let comparison: QuantitySyntax.Comparison
    if at(.at), at(.least, 1) || at(.most, 1) {
      take()
      comparison = take().keyword == .least ? .atLeast : .atMost
    } else if take(.exactly) {
      comparison = .exactly
    } else if at(.more) || at(.fewer), at(.than, 1) {
      comparison = take().keyword == .more ? .moreThan : .fewerThan
      take()
    } else {
      return nil
    }
    let number = expectCount()
    return QuantitySyntax(comparison: comparison, number: number, range: range(from: start))
  }

  /// adj = [ "not" ] quality { "or" quality } ;
  /// quality = ADJ | "current" | "known" | "unknown" ;
  mutating func adjectives(_ noun: inout NounPhraseSyntax) {
    while !hasFailed {
      let start = range.start
      let isNegated = at(.not)
      guard atAdjective(isNegated ? 1 : 0) else { return }
      if isNegated { take() }
      var words = [takeWord()]
      while at(.or), atAdjective(1) {
        take()
        words.append(takeWord())
      }
      noun.adjectives.append(
        AdjectiveSyntax(isNegated: isNegated, words: words, range: range(from: start))
      )
      if !noun.words.isEmpty { return }
    }
  }

  mutating func atAdjective(_ ahead: Int = 0) -> Bool {
    let declared = atTerm(.adjective, ahead)
    let current = at(anyOf: [.current, .known, .unknown], ahead)
    return declared || current
  }

  /// noun = KIND { "or" KIND } [ VAR | NAME | NUMBER ] | relnoun [ VAR ] [ "of" np ] ;
  /// noun0 = KIND { "or" KIND } [ VAR | NAME | NUMBER ] | relnoun [ VAR ] [ "of" np0 ] ;
  ///
  /// The word of a kind that an end of a relation claims is the kind, unless a
  /// repetition or `of` follows.
  mutating func head(_ noun: inout NounPhraseSyntax, allowsOf: Bool) {
    if atTerm(.kind), !isEndAhead() {
      var kinds = [takeWord()]
      while at(.or), atTerm(.kind, 1), !at(.of, 2) {
        take()
        kinds.append(takeWord())
      }
      noun.head = .kinds(kinds)
      if atVariable() {
        noun.variable = takeVariable()
      } else if atName() || atNumber() {
        noun.name = takeName()
      }
    } else if atTerm(.relationNoun) || at(.direct) {
      let word = relationNoun()
      if atVariable() { noun.variable = takeVariable() }
      var owner: NounPhraseSyntax?
      if at(.of) {
        take()
        owner = allowsOf ? nounPhrase() : simpleNounPhrase()
      }
      noun.head = .relation(word, of: owner)
    } else if at(anyOf: Parser.indefinites), noun.determiner == nil, noun.adjectives.isEmpty {
      noun.head = .indefinite(take().keyword ?? .something)
    } else if atReference(), noun.adjectives.isEmpty {
      noun.head = .reference(reference())
    } else {
      fail()
    }
  }

  /// relnoun = [ "direct" ] RELNOUN { "or" RELNOUN } [ repetition ] ;
  ///
  /// A step behind a possessive takes no variable or name, so a kind with one
  /// begins another noun phrase.
  mutating func relationNoun(isStep: Bool = false) -> RelationNounSyntax {
    let start = range.start
    let isDirect = take(.direct)
    guard atTerm(.relationNoun) || isAtUnclaimedKind else {
      fail()
      return RelationNounSyntax(isDirect: isDirect, words: [], repetition: nil, range: range)
    }
    var words = [takeWord()]
    while at(.or), atTerm(.relationNoun, 1) {
      if isStep, atTerm(.kind, 1), atVariable(2) || atName(2) || atNumber(2) { break }
      take()
      words.append(takeWord())
    }
    let repetition = repetition()
    return RelationNounSyntax(
      isDirect: isDirect,
      words: words,
      repetition: repetition,
      range: range(from: start)
    )
  }

  /// Whether a kind's word stands where an end's noun should: no relation
  /// claims it, and the binder says which ones there are to choose from.
  var isAtUnclaimedKind: Bool { token().term?.classes.contains(.kind) == true }

  /// Whether a kind's word here is the noun of an end: `role+`, `role r of Ann`.
  mutating func isEndAhead() -> Bool {
    guard atTerm(.relationNoun) else { return false }
    var ahead = 1
    while at(.or, ahead), atTerm(.relationNoun, ahead + 1) {
      if !atTerm(.kind, ahead + 1) { return true }
      ahead += 2
    }
    if atRepetition(ahead) { return true }
    if atVariable(ahead) { return at(.of, ahead + 1) }
    return at(.of, ahead)
  }

  /// repetition = JOINED ( "+" | "*" ) | "within" count ( "steps" | "step" ) ;
  mutating func repetition() -> RepetitionSyntax? {
    guard atRepetition() else { return nil }
    if take(sign: "+") { return .oneOrMore }
    if take(sign: "*") { return .zeroOrMore }
    take()
    let count = expectCount()
    if !take(.step) { expect(.steps) }
    return .within(count)
  }

  /// Whether a repetition begins here: `+` and `*` stand close to their word.
  mutating func atRepetition(_ ahead: Int = 0) -> Bool {
    if at(.within, ahead) { return true }
    guard at(sign: "+", ahead) || at(sign: "*", ahead), position + ahead > 0 else { return false }
    return tokens[position + ahead - 1].range.end == token(ahead).range.start
  }

  // MARK: References

  mutating func atReference() -> Bool {
    let name = atName()
    let variable = atVariable()
    let pronoun = at(anyOf: [.it, .they, .them, .its, .their])
    let group = at(sign: "(")
    return name || variable || pronoun || group || atDefinite()
  }

  /// Whether `the KIND's` stands here.
  mutating func atDefinite(_ ahead: Int = 0) -> Bool {
    at(.the, ahead) && atTerm(.kind, ahead + 1) && atPossessive(ahead + 2)
  }

  /// ref = possessive | "(" set ")" ;
  /// possessive = ( NAME | VAR | "it" | "they" | "them" ) { "'s" step } | ( "its" | "their" | "the" KIND "'s" ) step { "'s" step } ;
  /// property = ( NAME | VAR | "it" | "they" | "them" | "the" KIND ) "'s" { step "'s" } ATTR | ( "its" | "their" ) { step "'s" } ATTR ;
  mutating func reference() -> ReferenceSyntax {
    let start = range.start
    let base: ReferenceSyntax.Base
    var steps: [StepSyntax] = []
    if take(sign: "(") {
      let group = nested(nil) { parser -> SetSyntax? in
        let outer = parser.isInSubject
        parser.isInSubject = false
        defer { parser.isInSubject = outer }
        return parser.set()
      }
      expect(sign: ")")
      guard let group else {
        return ReferenceSyntax(
          base: .name(NameSyntax(text: "", range: range)),
          steps: [],
          range: range
        )
      }
      return ReferenceSyntax(base: .group(group), steps: [], range: range(from: start))
    }
    if atVariable() {
      base = .variable(takeVariable())
    } else if atDefinite() {
      take()
      base = .definite(takeWord(), range(from: start))
    } else if at(anyOf: [.its, .their]) {
      let word = take()
      base = .pronoun(word.text, word.range)
      if let step = step() { steps.append(step) }
    } else if at(anyOf: [.it, .they, .them]) {
      let word = take()
      base = .pronoun(word.text, word.range)
    } else {
      base = .name(takeName())
    }
    while atPossessive(), countStep(steps.count) {
      take()
      if let step = step() { steps.append(step) }
    }
    return ReferenceSyntax(base: base, steps: steps, range: range(from: start))
  }

  /// step = { adj } relnoun ;
  mutating func step() -> StepSyntax? {
    if atTerm(.attribute), !atTerm([.adjective, .relationNoun]) { return .attribute(takeWord()) }
    var noun = NounPhraseSyntax(head: .missing, range: range)
    adjectives(&noun)
    guard atTerm(.relationNoun) || at(.direct) else {
      fail()
      return nil
    }
    return .relation(noun.adjectives, relationNoun(isStep: true))
  }
}

extension NounPhraseSyntax {
  /// The words of the head noun, if it is a declared noun.
  var words: [WordSyntax] {
    switch head {
    case .kinds(let words): words
    case .relation(let noun, _): noun.words
    default: []
    }
  }
}
