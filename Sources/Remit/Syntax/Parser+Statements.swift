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

  /// statement = version | use | load | kind | relation | event | define | param | let | fact | for-each | if | print | export | save | check | expect | question ;
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
    if at(.save), atText(1) || token(1).kind == .end { return save() }
    if at(.check), at(sign: ":", 1) || atName(1) { return check() }
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

  /// load = "load" ( KIND | VERB | LINK ) "from" STRING [ "with" mapping { "," mapping } ] ;
  mutating func load() -> StatementSyntax? {
    take()
    let isKind = atTerm(.kind)
    guard isKind || atTerm([.verb, .link]) else {
      fail()
      return nil
    }
    let what = takeWord()
    expect(.from)
    let file = expectText()
    var mappings: [LoadSyntax.Mapping] = []
    if take(.with) {
      repeat {
        guard let mapping = mapping() else { break }
        mappings.append(mapping)
      } while take(sign: ",")
    }
    return .load(LoadSyntax(what: what, isKind: isKind, file: file, mappings: mappings))
  }

  /// mapping = ( ATTR | ADJ | RELNOUN | KIND | VERB | PASSIVE | LINK | "since" | "until" | "on" ) "from" STRING ;
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
    return LoadSyntax.Mapping(target: target, column: expectText())
  }

  // MARK: Questions

  /// question = { context } [ "changes" "in" ] ( why | set | measure | top | path | measured-distance | periods | "who" vp | "which" np [ vp ] | "how" "many" np [ vp ] ) tail ;
  mutating func question() -> QuestionSyntax? {
    let start = range.start
    var contexts: [ContextSyntax] = []
    while !hasFailed, let context = context() { contexts.append(context) }
    let isChanges = at(.changes) && at(.in, 1)
    if isChanges {
      take()
      take()
    }
    if refuseQuestionWord() { return nil }
    let subjectStart = range.start
    let subject: QuestionSyntax.Subject
    if at(.who) {
      let who = take()
      relativeWord = nil
      subject = .who(verbPhrase(), who.range)
    } else if take(.which) {
      let noun = self.subject()
      subject = .which(noun, atVerbTerm() ? verbPhrase() : nil, counts: false)
    } else if at(.how), at(.many, 1) {
      take()
      take()
      let noun = self.subject()
      subject = .which(noun, atVerbTerm() ? verbPhrase() : nil, counts: true)
    } else if at(.why), token().term == nil {
      subject = .why(why())
    } else if atMeasure() {
      subject = .measure(measure())
    } else if at(anyOf: [.top, .bottom]), atCount(1) {
      subject = .top(top())
    } else if at(.path), at(.from, 1) {
      subject = path()
    } else if atPeriods() {
      subject = periods()
    } else if atDistance() {
      let (function, walk, range) = measuredDistance()
      subject = .distance(function, walk, range)
    } else {
      subject = .set(set())
    }
    var question = QuestionSyntax(
      contexts: contexts, isChanges: isChanges, subject: subject,
      subjectRange: range(from: subjectStart), range: range(from: start))
    tail(&question)
    question.range = range(from: start)
    return question
  }

  /// context = ( "as" "of" | "since" ) date ":" | "suppose" fact { "," [ "and" ] fact } ":" ;
  mutating func context() -> ContextSyntax? {
    let start = range.start
    let isAsOf = at(.as) && at(.of, 1)
    if isAsOf || at(.since) {
      take()
      if isAsOf { take() }
      let date = date()
      expect(sign: ":")
      let whole = range(from: start)
      return isAsOf ? .asOf(date, whole) : .since(date, whole)
    }
    guard take(.suppose) else { return nil }
    var facts: [FactSyntax] = []
    repeat {
      if !facts.isEmpty { _ = take(.and) }
      if let fact = fact() { facts.append(fact) }
    } while take(sign: ",") && !hasFailed
    expect(sign: ":")
    return .suppose(facts, range(from: start))
  }

  /// set = phrase { ( "plus" | "except" ) phrase } ;
  mutating func set() -> SetSyntax {
    var result = SetSyntax(first: phrase())
    while at(.plus) || at(.except) {
      let operation: SetSyntax.Operation = take().keyword == .plus ? .plus : .except
      result.rest.append(SetSyntax.Part(operation: operation, phrase: phrase()))
    }
    return result
  }

  mutating func atMeasure() -> Bool {
    if at(anyOf: [.number, .share]), at(.of, 1) { return true }
    return atAggregate() != nil
  }

  /// measure = ( "number" | "share" | agg amounts ) "of" set [ [ "," ] "per" key { "," key } ] ;
  mutating func measure() -> MeasureSyntax {
    var aggregate: (function: AggregateSyntax, term: TermSyntax)?
    let isShare = at(.share)
    if let function = atAggregate() {
      take()
      aggregate = (function, amounts())
    } else {
      take()
    }
    expect(.of)
    let set = set()
    return MeasureSyntax(aggregate: aggregate, isShare: isShare, set: set, keys: keys())
  }

  private mutating func keys() -> [KeySyntax] {
    var keys: [KeySyntax] = []
    if at(sign: ","), at(.per, 1) { take() }
    if take(.per) {
      repeat { keys.append(key()) } while at(sign: ",") && !atTail(1) && take(sign: ",")
    }
    return keys
  }

  /// why = "why" [ "not" ] ( thing "in" set | props ) ;
  mutating func why() -> WhySyntax {
    take()
    let isNegated = take(.not)
    var trial = self
    let thing = trial.thing()
    if !trial.hasFailed, trial.at(.in) {
      self = trial
      take()
      return WhySyntax(isNegated: isNegated, subject: .member(thing, set()))
    }
    (furthest, expected) = (trial.furthest, trial.expected)
    return WhySyntax(isNegated: isNegated, subject: .propositions(propositions()))
  }

  /// top = ( "top" | "bottom" ) count phrase "by" term [ [ "," ] "per" key { "," key } ] ;
  mutating func top() -> TopSyntax {
    let isTop = take().keyword == .top
    let count = expectCount()
    let phrase = phrase()
    expect(.by)
    let term = term()
    return TopSyntax(isTop: isTop, count: count, phrase: phrase, term: term, keys: keys())
  }

  /// path = "path" walk ;
  mutating func path() -> QuestionSyntax.Subject {
    let start = take().range.start
    return .path(walk(), range(from: start))
  }

  /// walk = "from" np "to" np "via" way { "or" way } ;
  mutating func walk() -> WalkSyntax {
    expect(.from)
    let from = nounPhrase()
    expect(.to)
    let to = nounPhrase()
    expect(.via)
    var links: [LinkSyntax] = []
    repeat {
      if let link = way() { links.append(link) }
    } while at(.or) && atWay(1) && take(.or)
    return WalkSyntax(from: from, to: to, links: links)
  }

  private mutating func atWay(_ ahead: Int) -> Bool {
    atTerm([.verb, .passive, .link], at(.directly, ahead) ? ahead + 1 : ahead)
  }

  /// way = [ "directly" ] ( VERB | PASSIVE | LINK ) ;
  private mutating func way() -> LinkSyntax? {
    guard atWay(0) else {
      fail()
      return nil
    }
    let isDirect = take(.directly)
    let isPassive = !atTerm([.verb, .link])
    return LinkSyntax(word: takeWord(), isDirect: isDirect, isPassive: isPassive)
  }

  /// Whether a distance begins here, or the highest of several.
  mutating func atDistance(_ ahead: Int = 0) -> Bool {
    if at(.distance, ahead) { return at(.from, ahead + 1) }
    let isAggregate = AggregateSyntax.allCases.contains {
      $0.rawValue == token(ahead).keyword?.text
    }
    return isAggregate && at(.distance, ahead + 1) && at(.from, ahead + 2)
  }

  /// measured-distance = [ agg ] "distance" walk ;
  mutating func measuredDistance() -> (AggregateSyntax?, WalkSyntax, SourceRange) {
    let start = range.start
    let function =
      at(.distance) ? nil : AggregateSyntax(rawValue: take().text)
    take()
    let walk = walk()
    return (function, walk, range(from: start))
  }

  /// agg = "total" | "average" | "median" | "lowest" | "highest" | "earliest" | "latest" ;
  mutating func atAggregate() -> AggregateSyntax? {
    for function in AggregateSyntax.allCases {
      if let keyword = Keyword(word: function.rawValue), at(keyword), atAmount(1) {
        return function
      }
    }
    return nil
  }

  /// key = ( ATTR | [ "direct" ] RELNOUN ) { "'s" ( ATTR | RELNOUN ) } ;
  mutating func key() -> KeySyntax {
    var steps: [WordSyntax] = []
    let isDirect = take(.direct)
    repeat {
      if !steps.isEmpty { take() }
      let isFirstDirect = isDirect && steps.isEmpty
      guard atTerm(isFirstDirect ? .relationNoun : [.attribute, .relationNoun]) else {
        fail()
        break
      }
      steps.append(takeWord())
    } while atPossessive()
    let missing = WordSyntax(text: "", base: "", range: range)
    return KeySyntax(isDirect: isDirect, steps: steps.isEmpty ? [missing] : steps)
  }

  mutating func atTail(_ ahead: Int) -> Bool {
    let showing = at(.showing, ahead)
    let sorted = at(.sorted, ahead)
    let first = at(.first, ahead)
    return showing || sorted || first
  }

  /// tail = [ [ "," ] "showing" column { "," column } ] [ [ "," ] "sorted" "by" sort { "," sort } ] [ [ "," ] "first" count ] ;
  mutating func tail(_ question: inout QuestionSyntax) {
    question.columns = showing()
    if skipComma(before: .sorted) {
      take()
      expect(.by)
      repeat { question.sort.append(sort()) } while at(sign: ",") && !atTail(1) && take(sign: ",")
    }
    if skipComma(before: .first) {
      take()
      question.first = expectCount()
    }
  }

  private mutating func skipComma(before keyword: Keyword) -> Bool {
    if at(keyword) { return true }
    guard at(sign: ","), at(keyword, 1) else { return false }
    take()
    return true
  }

  /// The columns behind `showing`; none where nothing is said of them.
  mutating func showing() -> [ColumnSyntax] {
    guard skipComma(before: .showing) else { return [] }
    take()
    var columns: [ColumnSyntax] = []
    repeat { columns.append(column()) } while at(sign: ",") && !atTail(1) && take(sign: ",")
    return columns
  }

  /// column = ( term | "direct" RELNOUN ) [ "as" STRING ] ;
  mutating func column() -> ColumnSyntax {
    let start = range.start
    let term: TermSyntax
    if at(.direct), atTerm(.relationNoun, 1) {
      take()
      term = .directEnd(takeWord(), range(from: start))
    } else {
      term = self.term()
    }
    return ColumnSyntax(term: term, title: take(.as) ? expectText().text : nil)
  }

  /// sort = ( "number" | "from" | "until" | "days" | term ) [ "descending" | "ascending" ] ;
  mutating func sort() -> SortSyntax {
    var sort = SortSyntax(term: nil, descending: false)
    if at(.number), !at(.of, 1) {
      sort.wordRange = take().range
    } else if at(.from) || at(.until) || at(.days) && !at(.between, 1) {
      let word = take()
      (sort.column, sort.wordRange) = (PeriodColumn(rawValue: word.text), word.range)
    } else {
      sort.term = term()
    }
    sort.descending = take(.descending)
    if !sort.descending { _ = take(.ascending) }
    return sort
  }

  // MARK: What is wrong with a statement as a whole

  /// Reports what stands after a whole statement.
  mutating func failAtLeftover() {
    if refuseJoinedKinds() { return }
    if token().keyword == .in, token(1).keyword == .the, token(2).keyword == .same, !hasFailed {
      fail(SyntaxMessages.almost(token(), write: "with"))
      return
    }
    if token().keyword == .in, atTerm(.attribute, 1), !hasFailed {
      fail(SyntaxMessages.almost(token(), write: "with"))
      return
    }
    if token().keyword == .by, atTerm([.attribute, .relationNoun], 1), !hasFailed,
      [.number, .share, .total, .average, .median, .lowest, .highest].contains(tokens[0].keyword)
    {
      fail(SyntaxMessages.almost(token(), write: "per"))
      return
    }
    // `owned by Ann or by Bob`
    if at(.or) || at(.and), !hasFailed {
      let gap = SourceRange(token(1).range.start, token(2).range.start)
      if canRead(with: Diagnostic.Edit(range: gap, replacement: "")) {
        fail(SyntaxMessages.superfluous(gap, token(1).text))
        return
      }
    }
    if refuseSentence() { return }
    var trial = self
    if trial.atNounPhrase() {
      let start = trial.range.start
      let noun = trial.nounPhrase()
      if !trial.hasFailed, trial.atTerm(.verb) || trial.atBe() || trial.atAuxiliary() {
        let subject = source.text(in: noun.range)
        fail(
          SyntaxMessages.missingThat(
            SourceRange(start, trial.range.end), subject: subject))
        return
      }
    }
    // In `people Ann manages` the name was read with the kind.
    if atTerm(.verb), position >= 2, tokens[position - 1].isName,
      tokens[position - 2].term?.classes.contains(.kind) == true
    {
      let name = tokens[position - 1]
      fail(
        SyntaxMessages.missingThat(
          name.range.union(range), subject: name.text))
      return
    }
    fail()
  }

  /// Refuses `assets and controls`: nothing is both, so `or` or `plus` was meant.
  private mutating func refuseJoinedKinds() -> Bool {
    guard at(.and) || at(.or), position > 0, !hasFailed else { return false }
    let word = token()
    var trial = self
    trial.take()
    guard trial.atNounPhrase() else { return false }
    func isBareKind(_ token: Token) -> Bool { token.term?.classes.contains(.kind) == true }
    // `with no role and no team`: the second needs a `with` of its own.
    let place = token(1).range.start
    let with = Diagnostic.Edit(range: SourceRange(place, place), replacement: "with ")
    if canRead(with: with) {
      fail(SyntaxMessages.joinedKinds(word, edit: with))
      return true
    }
    let areBare = isBareKind(tokens[position - 1]) && isBareKind(tokens[position + 1])
    let better = areBare && word.keyword == .and ? "or" : "plus"
    fail(
      SyntaxMessages.joinedKinds(
        word, edit: Diagnostic.Edit(range: word.range, replacement: better)))
    return true
  }

  /// Refuses `what does Ann own` with the phrase that asks it.
  private mutating func refuseQuestionWord() -> Bool {
    let first = token()
    if refuseYesOrNo(first) { return true }
    guard [.what, .whom].contains(first.keyword) else { return false }
    var trial = self
    trial.take()
    guard [.do, .does, .did].contains(trial.token().keyword) else {
      fail(SyntaxMessages.questionWord(first, edits: []))
      return true
    }
    let auxiliary = trial.take()
    let subjectStart = trial.range.start
    let subject = trial.nounPhrase()
    guard !trial.hasFailed, trial.atTerm(.verb) else {
      fail(SyntaxMessages.questionWord(first, edits: []))
      return true
    }
    let verb = trial.take()
    let form = auxiliary.keyword == .does ? verb.term?.base ?? verb.text : verb.text
    let head = first.keyword == .whom ? "everyone" : "everything"
    let text =
      "\(head) that \(source.text(in: SourceRange(subjectStart, subject.range.end))) \(form)"
    let whole = SourceRange(first.range.start, verb.range.end)
    fail(
      SyntaxMessages.questionWord(
        first, edits: [[Diagnostic.Edit(range: whole, replacement: text)]]))
    let clause = "that \(source.text(in: SourceRange(subjectStart, subject.range.end))) \(form)"
    diagnostics[diagnostics.count - 1].reading = "\(head) [\(clause)]"
    return true
  }

  /// Refuses `every control has an owner`: that is a check.
  private mutating func refuseSentence() -> Bool {
    // A copy: what is looked at here is not what could stand here.
    var probe = self
    guard let first = tokens.first, !hasFailed, probe.atVerbTerm() else { return false }
    var trial = Parser(tokens, source: source, vocabulary: vocabulary, depthLimit: depthLimit)
    trial.isTrial = true
    _ = trial.propositions()
    guard !trial.hasFailed, trial.isAtEnd else { return false }
    fail(SyntaxMessages.sentence(first.range))
    return true
  }

  /// Refuses `is there a control with no owner`, and `does Ann own A.5.1`.
  private mutating func refuseYesOrNo(_ first: Token) -> Bool {
    if at(.is) || at(.are), at(.there, 1) {
      let words = SourceRange(first.range.start, token(2).range.start)
      fail(
        SyntaxMessages.questionWord(
          first, edits: [[Diagnostic.Edit(range: words, replacement: "")]]))
      return true
    }
    let isArticle = at(.the) && at(anyOf: [.number, .share], 1)
    if isArticle || at(.total) && at(.number, 1), at(.of, 2) {
      let word = SourceRange(first.range.start, token(1).range.start)
      guard canRead(with: Diagnostic.Edit(range: word, replacement: "")) else { return false }
      fail(SyntaxMessages.superfluous(word, first.text))
      return true
    }
    guard [.do, .does].contains(first.keyword) else { return false }
    var trial = self
    trial.take()
    let subject = trial.nounPhrase()
    guard !trial.hasFailed, trial.atTerm(.verb) else { return false }
    let verb = trial.take()
    let form = first.keyword == .does ? verb.term?.base ?? verb.text : verb.text
    let text = "check: \(source.text(in: subject.range)) \(form)"
    let whole = SourceRange(first.range.start, verb.range.end)
    fail(
      SyntaxMessages.questionWord(
        first, edits: [[Diagnostic.Edit(range: whole, replacement: text)]]))
    return true
  }

  /// Notes what a statement can begin with, for completion on an empty line.
  private mutating func noteStatementStarts() {
    _ = at(anyOf: [
      .remit, .use, .load, .kind, .relation, .event, .define, .add, .remove, .set, .param, .let,
      .for,
      .if,
    ])
    _ = at(anyOf: [.print, .heading, .export, .save, .check, .expect])
    _ = at(anyOf: [
      .who, .which, .how, .why, .as, .since, .suppose, .number, .share, .top, .bottom, .periods,
    ])
    _ = atNounPhrase()
  }
}
