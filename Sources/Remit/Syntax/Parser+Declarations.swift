// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// words = WORD { WORD } ;
  ///
  /// Declared words count too: what may not be declared is for the binder to
  /// say, with the reason. A keyword stops the words only where `stop` says so.
  mutating func words(until stop: (Parser) -> Bool) -> RawWords {
    let start = range.start
    var parts: [String] = []
    noteNewWord()
    while !isAtEnd, !stop(self) {
      switch token().kind {
      case .word, .term, .variable:
        newWords.insert(position)
        parts.append(take().text)
        noteNewWord()
      default:
        if parts.isEmpty { fail() }
        return RawWords(text: parts.joined(separator: " "), range: range(from: start))
      }
    }
    if parts.isEmpty { fail() }
    return RawWords(text: parts.joined(separator: " "), range: range(from: start))
  }

  private func isSign(_ texts: String...) -> Bool {
    token().kind == .sign && texts.contains(token().text)
  }

  /// kind = "kind" words [ "(" words ")" ] { LINE attribute } ;
  mutating func kind() -> StatementSyntax? {
    take()
    let name = words { $0.isSign("(") || $0.token().startsLine }
    let plural = pluralInParentheses()
    return .kind(KindSyntax(name: name, plural: plural, attributes: attributes()))
  }

  private mutating func pluralInParentheses() -> RawWords? {
    guard take(sign: "(") else { return nil }
    let plural = words { $0.isSign(")") }
    expect(sign: ")")
    return plural
  }

  private mutating func attributes() -> [AttributeSyntax] {
    var attributes: [AttributeSyntax] = []
    noteNewWord()
    while !isAtEnd, token().startsLine {
      attributes.append(attribute())
      noteNewWord()
    }
    return attributes
  }

  /// attribute = words { "," words } ":" type [ "," "key" ] ;
  mutating func attribute() -> AttributeSyntax {
    var names: [RawWords] = []
    repeat { names.append(words { $0.isSign(",", ":") }) } while take(sign: ",")
    expect(sign: ":")
    let type = type()
    var isKey = false
    if at(sign: ","), at(.key, 1) {
      take()
      take()
      isKey = true
    }
    return AttributeSyntax(names: names, type: type, isKey: isKey)
  }

  /// type = "text" | "number" | "date" | "duration" | "flag" | "one" "of" words { "," words } | "levels" words { "<" words } | kinds ;
  mutating func type() -> AttributeSyntax.TypeSyntax {
    if take(.text) { return .value(.text) }
    if take(.number) { return .value(.number) }
    if take(.date) { return .value(.date) }
    if take(.duration) { return .value(.duration) }
    if take(.flag) { return .value(.flag) }
    if take(.one) {
      expect(.of)
      return .value(.enumeration(choices(separator: ",")))
    }
    if take(.levels) { return .value(.levels(choices(separator: "<"))) }
    guard atTerm(.kind) else {
      fail()
      return .value(.text)
    }
    return .kinds(kinds())
  }

  private mutating func choices(separator: String) -> [String] {
    var values: [String] = []
    repeat {
      if token().isName || token().kind == .parameter {
        values.append(take().text)
      } else if case .number = token().kind {
        values.append(take().text)
      } else {
        values.append(words { $0.isSign(",", "<") || $0.token().startsLine }.text)
      }
    } while !token().startsLine && take(sign: separator)
    return values
  }

  /// kinds = KIND { "or" KIND } ;
  mutating func kinds() -> [WordSyntax] {
    guard atTerm(.kind) else {
      fail()
      return []
    }
    var kinds = [takeWord()]
    while at(.or), atTerm(.kind, 1) {
      take()
      kinds.append(takeWord())
    }
    return kinds
  }

  /// relation = "relation" kinds [ "is" ] words kinds [ "as" end [ "/" end ] ] { "," option } { LINE attribute } ;
  ///
  /// A verb may contain declared words, so the kinds at the right are the last
  /// ones before `as`, a comma or the end of the line.
  mutating func relation() -> StatementSyntax? {
    let start = take().range.start
    let left = kinds()
    let isLink = take(.is)
    let rightStart = startOfRightKinds()
    let name = words { $0.position >= rightStart }
    let right = kinds()
    var ends: [RelationSyntax.End?] = []
    if take(.as) {
      repeat { ends.append(end()) } while ends.count < 2 && take(sign: "/")
    }
    var options: [RelationSyntax.Option] = []
    while take(sign: ",") { if let option = option() { options.append(option) } }
    return .relation(
      RelationSyntax(
        left: left,
        isLink: isLink,
        name: name,
        right: right,
        leftEnd: ends.first ?? nil,
        rightEnd: ends.count > 1 ? ends[1] : nil,
        options: options,
        attributes: attributes(),
        range: range(from: start)
      )
    )
  }

  /// The position of the first of the kinds before `as`, a comma or a new line
  /// that does not go on with `or`.
  private func startOfRightKinds() -> Int {
    var end = position
    while end < tokens.count - 1, tokens[end].keyword != .as, tokens[end].kind != .sign,
      end == position || !tokens[end].startsLine || tokens[end].keyword == .or
    {
      end += 1
    }
    var start = end
    func isKind(_ place: Int) -> Bool {
      place > position && tokens[place].term?.classes.contains(.kind) == true
    }
    while isKind(start - 1) {
      start -= 1
      guard start - 1 > position, tokens[start - 1].keyword == .or, isKind(start - 2) else { break }
      start -= 1
    }
    return start
  }

  /// end = "-" | words [ "(" words ")" ] ;
  mutating func end() -> RelationSyntax.End? {
    if take(sign: "-") { return nil }
    let noun = words { $0.isSign("/", ",", "(") || $0.token().startsLine }
    return RelationSyntax.End(noun: noun, plural: pluralInParentheses())
  }

  /// option = "dated" [ "on" "day" ] | "symmetric" | "recorded" "as" words [ "(" words ")" ] [ "of" end "/" end ] | ( "since" | "until" ) "as" words | quantity words | "forms" STRING { "," STRING } | "passive" STRING ;
  mutating func option() -> RelationSyntax.Option? {
    if take(.dated) {
      guard at(.on), at(.day, 1) else { return .dated(onDay: false) }
      take()
      take()
      return .dated(onDay: true)
    }
    if at(.symmetric) { return .symmetric(take().range) }
    if take(.recorded) {
      expect(.as)
      let noun = words {
        $0.isSign("(", ",") || $0.token().startsLine || $0.token().keyword == .of
      }
      let plural = pluralInParentheses()
      var ends: [RelationSyntax.End?] = []
      if take(.of) {
        ends.append(end())
        expect(sign: "/")
        ends.append(end())
      }
      return .recorded(noun, plural: plural, ends: ends)
    }
    if at(.since) || at(.until) {
      let isEnd = take().keyword == .until
      expect(.as)
      return .dateName(isEnd: isEnd, words { $0.isSign(",") || $0.token().startsLine })
    }
    if take(.forms) {
      var forms = [expectText()]
      while at(sign: ","), atText(1) {
        take()
        forms.append(takeName())
      }
      return .forms(forms)
    }
    if take(.passive) { return .passive(expectText()) }
    if let quantity = quantity() {
      return .cardinality(quantity, words { $0.isSign(",") || $0.token().startsLine })
    }
    fail()
    return nil
  }

  /// define = "define" ( STRING "as" phrase | np0 be ( words [ preposition np0 ] | FITTING np0 ) rule | np0 words [ np0 ] rule ) ;
  mutating func define() -> StatementSyntax? {
    let start = take().range.start
    let head: DefineSyntax.Head
    if atText() {
      let name = takeName()
      expect(.as)
      head = .noun(name, phrase())
      return .define(
        DefineSyntax(head: head, body: nil, undetermined: nil, range: range(from: start))
      )
    }
    let subject = simpleNounPhrase()
    if atBe() {
      take()
      head = adjective(subject)
    } else {
      let first = position
      let word = words {
        let isAction =
          $0.token().keyword == .if && $0.position > first
          && $0.tokens[first..<$0.position].allSatisfy { $0.keyword?.isReserved != true }
        return isAction || ($0.position > first && $0.isSimpleNounStart())
      }
      head = .verb(subject, word, at(.if) ? nil : simpleNounPhrase())
    }
    let (body, undetermined) = rule()
    return .define(
      DefineSyntax(
        head: head,
        body: body,
        undetermined: undetermined,
        range: range(from: start)
      )
    )
  }

  /// rule = "if" props [ "," "undetermined" "if" props ] ;
  mutating func rule() -> (body: PropositionsSyntax, undetermined: PropositionsSyntax?) {
    expect(.if)
    let body = propositions()
    guard at(sign: ","), at(.undetermined, 1) else { return (body, nil) }
    take()
    take()
    expect(.if)
    return (body, propositions())
  }

  /// `competent for a control`; of an adjective that has its preposition already
  /// the two are one word.
  private mutating func adjective(_ subject: NounPhraseSyntax) -> DefineSyntax.Head {
    if let term = token().term, term.classes.contains(.fittingPhrase),
      let preposition = term.text.split(separator: " ").last.flatMap({ Keyword(word: String($0)) })
    {
      let word = takeWord()
      let slot = DefineSyntax.Slot(preposition: preposition, noun: simpleNounPhrase())
      return .adjective(subject, RawWords(text: word.base, range: word.range), slot: slot)
    }
    let word = words { $0.token().keyword == .if || $0.isPreposition() }
    let isPreposition = at(anyOf: Parser.prepositions) && isPreposition()
    let preposition = isPreposition ? take().keyword : nil
    let slot = preposition.map { DefineSyntax.Slot(preposition: $0, noun: simpleNounPhrase()) }
    return .adjective(subject, word, slot: slot)
  }

  private static let prepositions: [Keyword] = [.for, .of, .from, .to, .with, .on]

  /// preposition = "for" | "of" | "from" | "to" | "with" | "on" ;
  ///
  /// Whether it begins the slot of an adjective: `for a control c`.
  private func isPreposition() -> Bool {
    guard let word = token().keyword else { return false }
    return Parser.prepositions.contains(word) && [.a, .an, .the].contains(token(1).keyword)
  }

  private func isSimpleNounStart() -> Bool {
    if [.a, .an, .the].contains(token().keyword) { return true }
    return token().term?.classes.contains(.kind) == true
  }
}
