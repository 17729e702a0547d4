// SPDX-License-Identifier: Apache-2.0

/// What an aggregate is made of: terms about each thing of the set that follows
/// `of`. An attribute or a noun in them takes no `of` of its own.
extension Parser {
  /// Whether an amount begins here.
  mutating func atAmount(_ ahead: Int) -> Bool {
    let article = at(.the, ahead) ? 1 : 0
    let word = atTerm([.attribute, .relationNoun], ahead + article)
    let value = atNumber(ahead) || atTerm(.constant, ahead) || at(sign: "(", ahead)
    let days = at(.days, ahead) && at(.between, ahead + 1)
    let count = at(.number, ahead) && at(.of, ahead + 1)
    return word || value || days || count || isPropertyAhead(ahead)
  }

  /// amounts = amount { operator amount } ;
  mutating func amounts() -> TermSyntax {
    let first = amount()
    var operations: [TermSyntax.Operation] = []
    while !hasFailed, let sign = takeOperator() {
      operations.append(.init(sign: sign, factor: amount()))
    }
    return operations.isEmpty ? first : .arithmetic(first, operations)
  }

  /// amount = NUMBER | CONSTANT | "number" "of" counted | "days" "between" moment "and" moment | "(" term ")" | property | [ "the" ] ( ATTR | RELNOUN ) ;
  private mutating func amount() -> TermSyntax {
    let start = range.start
    if at(.number), at(.of, 1), !isNumberColumn() {
      take()
      take()
      let noun = counted()
      return .count(noun, range(from: start))
    }
    if at(.days), at(.between, 1) {
      take()
      take()
      let first = moment()
      expect(.and)
      let last = moment()
      return .daysBetween(first, last, range(from: start))
    }
    if at(sign: "(") || atNumber() || atTerm(.constant) { return factor() }
    return attribute()
  }

  /// Whether `number` is the column of a table that `let` has named, and the
  /// `of` behind it goes with the aggregate.
  private func isNumberColumn() -> Bool {
    guard token().term != nil else { return false }
    var trial = self
    trial.take()
    trial.take()
    _ = trial.counted()
    return trial.hasFailed || !trial.at(.of) && trial.takeOperator() == nil
  }

  /// An attribute of each thing, or of what it is linked to.
  private mutating func attribute() -> TermSyntax {
    let start = range.start
    if isPropertyAhead() { return .possessive(reference()) }
    _ = take(.the)
    guard atTerm([.attribute, .relationNoun]) else {
      fail()
      return .missing(range)
    }
    return .attribute(takeWord(), of: nil, range(from: start))
  }

  /// moment = ( DATE | "today" | CONSTANT | property | [ "the" ] ( ATTR | RELNOUN ) ) [ ( "plus" | "minus" ) period ] ;
  private mutating func moment() -> DateSyntax {
    let start = range.start
    let isPlain = atDate() || at(.today) || atTerm(.constant)
    let base = isPlain ? factor() : attribute()
    guard at(.plus) || at(.minus), atPeriod(1) else {
      return DateSyntax(base: base, shift: nil, range: range(from: start))
    }
    let later = take().keyword == .plus
    let period = expectPeriod()
    return DateSyntax(
      base: base, shift: .init(later: later, amount: .period(period)), range: range(from: start))
  }

  /// counted = { adj } ( KIND { "or" KIND } | relnoun ) [ [ "directly" ] ( PASSIVE | LINK ) ( "it" | "they" | "them" ) | ( "who" | "that" | "which" ) ( "it" | "they" ) [ "directly" ] VERB ] | "(" set ")" ;
  ///
  /// What is counted for each thing: those at an end of a relation of it, or
  /// those that are linked to it.
  private mutating func counted() -> NounPhraseSyntax {
    nested(NounPhraseSyntax(head: .missing, range: range)) { parser in
      let start = parser.range.start
      var noun = NounPhraseSyntax(head: .missing, range: parser.range)
      if parser.at(sign: "(") {
        noun.head = .reference(parser.reference())
      } else {
        parser.adjectives(&noun)
        parser.countedHead(&noun)
        if let post = parser.countedPost() {
          noun.posts = [PostGroupSyntax(conjunction: .and, posts: [post])]
        }
      }
      noun.range = parser.range(from: start)
      return noun
    }
  }

  private mutating func countedHead(_ noun: inout NounPhraseSyntax) {
    if !atTerm(.kind) || isEndAhead(), atTerm(.relationNoun) || at(.direct) {
      noun.head = .relation(relationNoun(), of: nil)
    } else if atTerm(.kind) {
      var kinds = [takeWord()]
      while at(.or), atTerm(.kind, 1) {
        take()
        kinds.append(takeWord())
      }
      noun.head = .kinds(kinds)
    } else {
      fail()
    }
  }

  private mutating func countedPost() -> PostSyntax? {
    if token().term?.classes.contains(.participle) == true, token(1).keyword == .of {
      fail(SyntaxMessages.linkedToWhom(token()))
      return nil
    }
    let isDirect = at(.directly)
    let link: TermClasses = [.passive, .link]
    if atTerm(link, isDirect ? 1 : 0), at(anyOf: [.it, .they, .them], isDirect ? 2 : 1) {
      let start = range.start
      if isDirect { take() }
      let isLink = atTerm(.link)
      let word = takeWord()
      let object = pronounPhrase()
      return .passive(
        PassiveSyntax(
          isDirect: isDirect, word: word, isLink: isLink, repetition: nil,
          objects: ObjectsSyntax(conjunction: .and, nouns: [object]), times: [],
          range: range(from: start)), isNegated: false)
    }
    guard at(anyOf: [.who, .that, .which]), at(anyOf: [.it, .they], 1) else { return nil }
    let relative = take().keyword ?? .that
    let subject = pronounPhrase()
    let isDirectly = take(.directly)
    guard atTerm(.verb) else {
      fail()
      return nil
    }
    let verb = takeWord()
    return .objectClause(
      ObjectClauseSyntax(
        subject: subject, auxiliary: nil, isDirect: isDirectly, verb: verb, isLink: false,
        repetition: nil, times: []), relative: relative)
  }

  private mutating func pronounPhrase() -> NounPhraseSyntax {
    let word = take()
    let reference = ReferenceSyntax(
      base: .pronoun(word.text, word.range), steps: [], range: word.range)
    return NounPhraseSyntax(head: .reference(reference), range: word.range)
  }
}
