// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Reads a text that is one statement without a mistake, else nothing.
  static func soleStatement(
    of text: SourceText, _ vocabulary: Vocabulary
  ) -> (statement: StatementSyntax, range: SourceRange)? {
    let ranges = StatementSplitter.split(text)
    guard ranges.count == 1 else { return nil }
    let lexed = Lexer.lex(text, in: ranges[0], vocabulary: vocabulary)
    guard lexed.diagnostics.isEmpty else { return nil }
    let parsed = parse(lexed.tokens, source: text, vocabulary: vocabulary)
    guard parsed.diagnostics.isEmpty, let statement = parsed.statement else { return nil }
    return (statement, ranges[0])
  }

  /// Parses one statement.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the statement, the last of kind `end`.
  ///   - source: The text they were read from.
  ///   - vocabulary: The declared forms, for suggestions.
  ///   - depthLimit: The deepest nesting that is read.
  /// - Returns: The tree, `nil` when not even its kind could be told, what is
  ///   wrong, and what could stand at the furthest place looked at.
  static func parse(
    _ tokens: [Token], source: SourceText, vocabulary: Vocabulary, depthLimit: Int = 200
  ) -> (statement: StatementSyntax?, diagnostics: [Diagnostic], parser: Parser) {
    var parser = Parser(tokens, source: source, vocabulary: vocabulary, depthLimit: depthLimit)
    let statement = parser.statement()
    if !parser.hasFailed, !parser.isAtEnd { parser.failAtLeftover() }
    if parser.hasFailed, parser.diagnostics[0].id != SyntaxMessages.numberTooLarge,
      case .question(let question)? = statement
    {
      parser.diagnostics[0].reading = SyntaxPrinter.reading(of: question)
    }
    return (statement, parser.diagnostics, parser)
  }

  /// statement = version | use | load | kind | relation | event | define | param | let | fact | for-each | if | print | export | save | check | exception | named-question | expect | question ;
  mutating func statement() -> StatementSyntax? {
    if isAtEnd, tokens.count == 1 { noteStatementStarts() }
    if isInBlock, refuseDeclaration() { return nil }
    if at(.remit) { return version() }
    if at(.use) { return use() }
    if at(.load), isLoad() { return load() }
    if at(.kind) { return kind() }
    if at(.relation) { return relation() }
    if at(.event) { return event() }
    if at(.define) { return define() }
    if at(.param), token(1).kind != .end { return param() }
    if at(.let), token(1).kind != .end { return letStatement() }
    if at(.for), at(.each, 1) { return forEach() }
    if at(.if) { return choice() }
    if at(.print) || at(.heading), atText(1) { return print() }
    if at(.export) { return export() }
    if at(.save), atText(1) || token(1).kind == .end || at(.to, 1) && atText(2) { return save() }
    if at(.check), at(sign: ":", 1) || atName(1) { return check() }
    if at(.except) { return exception() }
    if isNamedQuestion() { return namedQuestion() }
    if at(.expect) { return expectation() }
    if atFact() { return fact().map(StatementSyntax.fact) }
    return question().map(StatementSyntax.question)
  }

  /// Whether `load` begins the statement of this name, and is no word that `let`
  /// has given a meaning.
  private mutating func isLoad() -> Bool {
    token().term == nil || atTerm([.kind, .verb, .link], 1) && at(.from, 2)
  }

  /// Refuses what changes the words of the model inside a block: the rest of
  /// the block has been read already.
  private mutating func refuseDeclaration() -> Bool {
    let declarations: [Keyword] = [
      .remit, .use, .load, .kind, .relation, .event, .define, .param, .let, .check,
      .except, .question,
    ]
    guard let keyword = token().keyword, declarations.contains(keyword), token().term == nil
    else { return false }
    fail(SyntaxMessages.declarationInBlock(token()))
    return true
  }

  /// version = "remit" INT ;
  mutating func version() -> StatementSyntax? {
    let start = take()
    let number = expectInteger()
    return .version(number, start.range.union(SourceRange(lastEnd, lastEnd)))
  }

  /// use = "use" STRING ;
  mutating func use() -> StatementSyntax? {
    take()
    return .use(expectText())
  }

  /// load = "load" ( KIND | VERB | LINK | marked { "," marked } ) "from" STRING [ "sheet" STRING | "in" STRING ] [ "with" mapping { "," mapping } ] [ omitting ] [ leaving ] [ [ "," ] "each" "once" ] ;
  mutating func load() -> StatementSyntax? {
    take()
    let isKind = atTerm(.kind)
    guard isKind || atTerm([.verb, .link]) else {
      fail()
      return nil
    }
    let what = takeWord()
    let marked = isKind ? [] : marked(what)
    expect(.from)
    let file = expectText()
    let sheet = take(.sheet) ? expectText() : nil
    let encoding = sheet == nil && take(.in) ? expectText() : nil
    var mappings: [LoadSyntax.Mapping] = []
    if take(.with) {
      repeat {
        guard let mapping = mapping() else { break }
        mappings.append(mapping)
      } while !atLoadOption(1) && take(sign: ",")
    }
    let unwanted = omitting()
    let omitted = leaving()
    if at(.each, 1) { _ = take(sign: ",") }
    var once: SourceRange?
    if at(.each) {
      let start = range
      take()
      once = start.union(range)
      expect(.once)
    }
    return .load(
      LoadSyntax(
        what: what, isKind: isKind, marked: marked, file: file, sheet: sheet, encoding: encoding,
        mappings: mappings,
        unwanted: unwanted, omitted: omitted, once: once))
  }

  /// marked = ( VERB | LINK ) "where" STRING { "or" STRING } ;
  private mutating func marked(_ first: WordSyntax) -> [LoadSyntax.Marked] {
    guard at(.where) else { return [] }
    var marked: [LoadSyntax.Marked] = []
    var verb = first
    while take(.where) {
      var texts = [expectText()]
      while take(.or) { texts.append(expectText()) }
      marked.append(LoadSyntax.Marked(verb: verb, texts: texts))
      guard take(sign: ",") else { break }
      guard atTerm([.verb, .link]) else {
        fail()
        break
      }
      verb = takeWord()
      if !at(.where) { fail() }
    }
    return marked
  }

  /// omitting = [ "," ] "without" STRING { ( "," | "and" | "or" ) STRING } ;
  mutating func omitting() -> [NameSyntax] {
    if at(.without, 1) { _ = take(sign: ",") }
    return take(.without) ? texts() : []
  }

  /// leaving = [ "," ] "leaving" "out" STRING { ( "," | "and" | "or" ) STRING } ;
  mutating func leaving() -> [NameSyntax] {
    if at(.leaving, 1) { _ = take(sign: ",") }
    guard take(.leaving) else { return [] }
    expect(.out)
    return texts()
  }

  private mutating func texts() -> [NameSyntax] {
    var texts: [NameSyntax] = []
    repeat {
      texts.append(expectText())
    } while !atLoadOption(1) && take(sign: ",") || take(.and) || take(.or)
    return texts
  }

  /// Whether what comes says how the file is read as a whole.
  private mutating func atLoadOption(_ ahead: Int) -> Bool {
    at(anyOf: [.without, .leaving, .each], ahead)
  }

  /// mapping = ( ATTR | ADJ | RELNOUN | KIND | VERB | PASSIVE | LINK | "since" | "until" | "on" ) "from" ( [ "the" "day" "after" ] STRING { "and" STRING } | "each" "heading" ) [ "by" ATTR ] [ "as" STRING ] { [ "," ] reading } [ "separated" "by" STRING ] ;
  mutating func mapping() -> LoadSyntax.Mapping? {
    let target: LoadSyntax.Target
    if take(.since) {
      target = .since
    } else if take(.until) {
      target = .until
    } else if take(.on) {
      target = .on
    } else if atTerm([.attribute, .adjective, .relationNoun, .kind, .verb, .passive, .link]) {
      target = .word(takeWord())
    } else {
      fail()
      return nil
    }
    expect(.from)
    let isDayAfter = take(.the)
    if isDayAfter {
      expect(.day)
      expect(.after)
    }
    let headings = isDayAfter ? nil : eachHeading()
    let column = headings ?? expectText()
    var further: [NameSyntax] = []
    while headings == nil, take(.and) { further.append(expectText()) }
    let finding = SourceRange(tokens[position - 1].range.end, tokens[position - 1].range.end)
    let property = take(.by) ? expectAttribute() : nil
    var form: NameSyntax?
    var readings: [LoadSyntax.Reading] = []
    while at(.as) || at(.as, 1) && take(sign: ",") {
      take()
      let text = expectText()
      if let texts = reading() {
        readings.append(LoadSyntax.Reading(value: text, texts: texts))
      } else if form == nil, readings.isEmpty {
        form = text
      } else {
        expect(.for)
        break
      }
    }
    var separator: NameSyntax?
    if take(.separated) {
      expect(.by)
      separator = expectText()
    }
    if at(.by), atTerm(.attribute, 1), property == nil, !hasFailed {
      let words = SourceRange(tokens[position - 1].range.end, token(1).range.end)
      fail(SyntaxMessages.lateFinding(words, "by \(token(1).text)", behind: finding))
    }
    return LoadSyntax.Mapping(
      target: target, isDayAfter: isDayAfter, column: column,
      isEachHeading: headings != nil, further: further,
      property: property, form: form, readings: readings, separator: separator)
  }

  /// `each heading`, as the name of the columns.
  private mutating func eachHeading() -> NameSyntax? {
    guard at(.each) else { return nil }
    let start = range
    take()
    let words = start.union(range)
    expect(.heading)
    return NameSyntax(text: LoadSyntax.headings, range: words)
  }

  private mutating func expectAttribute() -> WordSyntax? {
    guard atTerm(.attribute) else {
      fail()
      return nil
    }
    return takeWord()
  }

  /// reading = "as" STRING "for" STRING { "or" STRING } ;
  private mutating func reading() -> [NameSyntax]? {
    guard take(.for) else { return nil }
    var texts = [expectText()]
    while take(.or) { texts.append(expectText()) }
    return texts
  }

  /// Notes what a statement can begin with, for completion on an empty line.
  private mutating func noteStatementStarts() {
    _ = at(anyOf: [
      .remit, .use, .load, .kind, .relation, .event, .define, .add, .remove, .set, .param, .let,
      .for,
      .if,
    ])
    _ = at(anyOf: [.print, .heading, .export, .save, .check, .except, .question, .expect])
    _ = at(anyOf: [
      .who, .which, .how, .why, .as, .since, .suppose, .number, .share, .top, .bottom, .periods,
    ])
    _ = atNounPhrase()
  }
}
