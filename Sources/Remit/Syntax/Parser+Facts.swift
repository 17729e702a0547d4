// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Whether a statement that changes the graph begins here.
  mutating func atFact() -> Bool {
    if at(.add) || at(.remove) { return true }
    if at(.set), atTerm([.attribute, .adjective], 1) { return true }
    if let every = everySubject() { return every }
    if at(anyOf: [.it, .they]) { return atPredicateOfFact(1) }
    if at(.the), atTerm(.kind, 1) { return atPredicateOfFact(2) }
    var ahead = 0
    if token().term?.classes.contains(.kind) == true { ahead = 1 }
    let isNamed = token(ahead).isName || token(ahead).kind == .parameter
    let isLetter = ahead == 0 && token().kind == .variable
    guard isNamed || isLetter else { return false }
    return atPredicateOfFact(ahead + 1)
  }

  /// Whether what follows a subject makes a fact of it.
  private mutating func atPredicateOfFact(_ ahead: Int) -> Bool {
    if atTerm(Parser.present, ahead) || atTerm(.event, ahead) { return true }
    if at(.no, ahead), at(.longer, ahead + 1) { return true }
    guard at(anyOf: [.is, .are, .was, .were], ahead) else { return false }
    return atTerm(.link, ahead + 1) || (at(.no, ahead + 1) && at(.longer, ahead + 2))
  }

  /// Whether `every …` is the subject of a fact, `nil` if the statement does
  /// not begin with it: as a question it ends with the phrase.
  private mutating func everySubject() -> Bool? {
    guard token().keyword == .every else { return nil }
    var trial = self
    _ = trial.subject()
    return !trial.hasFailed && trial.atPredicateOfFact(0)
  }

  /// fact = "add" [ "unknown" ] KIND [ NAME | NUMBER ] [ "with" setting { "," setting } ] | "remove" thing | "set" ( ATTR | ADJ ) "of" thing "to" value | thing EVENT | [ "add" ] link-fact ;
  mutating func fact() -> FactSyntax? {
    let start = range.start
    if take(.remove) { return .remove(thing(), range(from: start)) }
    if at(.set), atTerm([.attribute, .adjective], 1) {
      take()
      let word = takeWord()
      expect(.of)
      let thing = thing()
      expect(.to)
      return .set(word, of: thing, to: value(), range(from: start))
    }
    let adds = take(.add)
    let isUnknown = adds && take(.unknown)
    if isUnknown, !atTerm(.kind) { fail() }
    if isUnknown || (adds && atTerm(.kind) && !isLinkStatement()) {
      let kind = takeWord()
      let name = atName() || atNumber() ? takeName() : nil
      let settings = settings()
      return .add(
        kind: kind, name: name, isUnknown: isUnknown, settings: settings, range(from: start))
    }
    return linkFact(from: start, adds: adds)
  }

  private static let present: TermClasses = [.singularVerb, .pluralVerb]

  /// Whether `add KIND NAME …` goes on with a verb: the kind then only narrows
  /// the name.
  private mutating func isLinkStatement() -> Bool {
    guard token(1).isName || atNumber(1) else { return false }
    return atTerm(Parser.present, 2) || at(.no, 2) || at(anyOf: [.is, .are, .was, .were], 2)
  }

  /// link-fact = thing ( [ "no" "longer" ] PRESENT | be [ "no" "longer" ] LINK ) ( thing { "and" thing } { when } | single { "and" single } { when } "with" setting { "," setting } ) ;
  mutating func linkFact(from start: Int, adds: Bool) -> FactSyntax? {
    let subject = thing(isSubject: true)
    // `leaves` may be an event and a verb: what stands behind it tells which.
    let isVerb = atTerm(Parser.present) && beginsThing(token(1))
    if !adds, !isVerb, atTerm(.event) {
      return .event(subject, takeWord(), range(from: start))
    }
    let needsLink = atBe()
    if needsLink { take() }
    let ends = at(.no)
    if ends {
      take()
      expect(.longer)
    }
    guard atTerm(needsLink ? .link : Parser.present) else {
      fail()
      return nil
    }
    let verb = takeWord()
    var objects = [thing()]
    while at(.and), !hasFailed {
      take()
      objects.append(thing())
    }
    isInFactTime = true
    let times = whens()
    isInFactTime = false
    // What a set is said to have stands behind it: `with` is the set's own.
    let settings = objects.contains(where: \.isSet) ? [] : settings()
    return .link(
      LinkFactSyntax(
        subject: subject,
        ends: ends,
        verb: verb,
        isLink: needsLink,
        objects: objects,
        times: times,
        settings: settings,
        range: range(from: start)
      )
    )
  }

  private func beginsThing(_ token: Token) -> Bool {
    if token.isName || [.variable, .parameter].contains(token.kind) { return true }
    if let keyword = token.keyword { return [.every, .the, .it, .they, .them].contains(keyword) }
    return token.term?.classes.contains(.kind) == true
  }

  private mutating func settings() -> [SettingSyntax] {
    guard take(.with) else { return [] }
    var settings: [SettingSyntax] = []
    repeat {
      guard let setting = setting() else { break }
      settings.append(setting)
    } while at(sign: ",") && atSetting(1) && take(sign: ",")
    return settings
  }

  /// Whether a setting can begin at a place: behind a comma another fact may.
  private mutating func atSetting(_ ahead: Int) -> Bool {
    if at(.not, ahead) { return true }
    if at(.and, ahead) { return false }
    guard atTerm([.attribute, .relationNoun, .adjective], ahead) else {
      // A word nobody declared was meant as a setting: the error is about it.
      return token(ahead).kind == .word && token(ahead).keyword == nil
    }
    // `role CISO` begins another fact unless its word is followed by its value.
    return token(ahead).term?.classes.contains(.kind) != true
      || !atPredicateOfFact(ahead + 2)
  }

  /// setting = ( ATTR | RELNOUN ) value | [ "not" ] ADJ ;
  ///
  /// A flag is set by its own word: `with critical` is `yes`, `not critical`
  /// is `no`.
  mutating func setting() -> SettingSyntax? {
    let isNegated = at(.not) && atTerm(.adjective, 1)
    if isNegated { take() }
    if atTerm(.adjective) {
      let word = takeWord()
      let answer = NameSyntax(text: isNegated ? "no" : "yes", isQuoted: true, range: word.range)
      return SettingSyntax(word: word, value: .term(.text(answer)), isFlag: true)
    }
    guard atTerm([.attribute, .relationNoun]) else {
      fail()
      return nil
    }
    let word = takeWord()
    return SettingSyntax(word: word, value: value())
  }

  /// thing = single | "every" { adj } noun posts ;
  /// single = [ KIND ] NAME | KIND NUMBER | VAR | "it" | "they" | "them" | "the" KIND ;
  mutating func thing(isSubject: Bool = false) -> ThingSyntax {
    let start = range.start
    if at(.every) {
      // The determiner is the fact's own: what is meant is each thing of the set.
      take()
      guard
        atTerm([.kind, .relationNoun, .adjective])
          || at(anyOf: [.not, .current, .known, .unknown, .direct])
      else {
        fail()
        return .subject("every", range(from: start))
      }
      let noun = isSubject ? subject() : nounPhrase()
      return .every(noun, range(from: start))
    }
    if atVariable() { return .variable(takeVariable()) }
    if at(anyOf: [.it, .they, .them]) {
      let token = take()
      return .subject(token.text, token.range)
    }
    if at(.the), atTerm(.kind, 1) {
      take()
      let word = takeWord()
      return .subject("the \(word.text)", range(from: start))
    }
    var kind: WordSyntax?
    if atTerm(.kind) { kind = takeWord() }
    guard atName() || kind != nil && atNumber() else {
      fail()
      return .name(NameSyntax(text: "", range: range))
    }
    var name = takeName()
    name.kind = kind
    return .name(name)
  }

  // MARK: Events

  /// event = "event" np0 words ":" effect { "," [ "and" ] effect } ;
  mutating func event() -> StatementSyntax? {
    let start = range.start
    take()
    let subject = simpleNounPhrase()
    let word = words { $0.token().kind == .sign }
    expect(sign: ":")
    var effects: [EffectSyntax] = []
    repeat {
      if !effects.isEmpty { _ = take(.and) }
      if let effect = effect() { effects.append(effect) }
    } while take(sign: ",") && !hasFailed
    return .event(
      EventSyntax(subject: subject, word: word, effects: effects, range: range(from: start)))
  }

  /// effect = "end" thing "'s" ( "links" | RELNOUN ) | "end" ( "its" | "their" ) ( "links" | RELNOUN ) | fact ;
  mutating func effect() -> EffectSyntax? {
    let start = range.start
    guard take(.end) else { return fact().map(EffectSyntax.fact) }
    let owner: ThingSyntax
    if at(anyOf: [.its, .their]) {
      let token = take()
      owner = .subject(token.text, token.range)
    } else {
      owner = thing()
      if atPossessive() { take() } else { fail() }
    }
    if take(.links) { return .endLinks(of: owner, records: nil, range(from: start)) }
    guard atTerm(.relationNoun) else {
      fail()
      return nil
    }
    return .endLinks(of: owner, records: takeWord(), range(from: start))
  }
}
