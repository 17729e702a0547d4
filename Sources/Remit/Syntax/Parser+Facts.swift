// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Whether a statement that changes the graph begins here.
  mutating func atFact() -> Bool {
    if at(.add) || at(.remove) { return true }
    if at(.set), atTerm([.attribute, .adjective], 1) { return true }
    var ahead = 0
    if token().term?.classes.contains(.kind) == true { ahead = 1 }
    guard token(ahead).isName || token(ahead).kind == .parameter else { return false }
    ahead += 1
    if atTerm(Parser.present, ahead) || (at(.no, ahead) && at(.longer, ahead + 1)) { return true }
    guard at(anyOf: [.is, .are, .was, .were], ahead) else { return false }
    return atTerm(.link, ahead + 1) || (at(.no, ahead + 1) && at(.longer, ahead + 2))
  }

  /// fact = "add" KIND [ NAME | NUMBER ] [ "with" setting { "," setting } ] | "remove" thing | "set" ( ATTR | ADJ ) "of" thing "to" value | [ "add" ] link-fact ;
  mutating func fact() -> FactSyntax? {
    let start = range.start
    if take(.remove) { return .remove(thing(), range(from: start)) }
    if at(.set), atTerm([.attribute, .adjective], 1) {
      take()
      let word = takeWord()
      expect(.of)
      let reference = thing()
      expect(.to)
      return .set(word, of: reference, to: value(), range(from: start))
    }
    if take(.add), atTerm(.kind), !isLinkStatement() {
      let kind = takeWord()
      let name = atName() || atNumber() ? takeName() : nil
      let settings = settings()
      return .add(kind: kind, name: name, settings: settings, range(from: start))
    }
    return linkFact(from: start)
  }

  private static let present: TermClasses = [.singularVerb, .pluralVerb]

  /// Whether `add KIND NAME …` goes on with a verb: the kind then only narrows
  /// the name.
  private mutating func isLinkStatement() -> Bool {
    guard token(1).isName else { return false }
    return atTerm(Parser.present, 2) || at(.no, 2) || at(anyOf: [.is, .are], 2)
  }

  /// link-fact = thing ( [ "no" "longer" ] PRESENT | be [ "no" "longer" ] LINK ) thing { "and" thing } { when } [ "with" setting { "," setting } ] ;
  mutating func linkFact(from start: Int) -> FactSyntax? {
    let subject = thing()
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
    let times = whens()
    let settings = settings()
    return .link(
      LinkFactSyntax(
        subject: subject,
        ends: ends,
        verb: verb,
        objects: objects,
        times: times,
        settings: settings,
        range: range(from: start)
      )
    )
  }

  private mutating func settings() -> [SettingSyntax] {
    guard take(.with) else { return [] }
    var settings: [SettingSyntax] = []
    repeat {
      guard let setting = setting() else { break }
      settings.append(setting)
    } while take(sign: ",")
    return settings
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
      return SettingSyntax(word: word, value: .term(.text(answer)))
    }
    guard atTerm([.attribute, .relationNoun]) else {
      fail()
      return nil
    }
    let word = takeWord()
    return SettingSyntax(word: word, value: value())
  }

  /// thing = [ KIND ] NAME | KIND NUMBER ;
  private mutating func thing() -> ReferenceSyntax {
    let start = range.start
    var kind: WordSyntax?
    if atTerm(.kind) { kind = takeWord() }
    if kind != nil, !atName(), atNumber() {
      var name = takeName()
      name.kind = kind
      return ReferenceSyntax(base: .name(name), steps: [], range: range(from: start))
    }
    guard atName() else {
      fail()
      return ReferenceSyntax(
        base: .name(NameSyntax(text: "", range: range)),
        steps: [],
        range: range
      )
    }
    var name = takeName()
    name.kind = kind
    return ReferenceSyntax(base: .name(name), steps: [], range: range(from: start))
  }
}
