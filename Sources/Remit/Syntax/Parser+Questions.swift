// SPDX-License-Identifier: Apache-2.0

extension Parser {
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
      // A plan is gone through once for each of its sets.
      guard countOperator("'plus' and 'except'") else { break }
      let operation: SetSyntax.Operation = take().keyword == .plus ? .plus : .except
      result.rest.append(SetSyntax.Part(operation: operation, phrase: phrase()))
    }
    return result
  }

  mutating func atMeasure() -> Bool {
    if at(anyOf: [.number, .share]), at(.of, 1) { return true }
    return atAggregate() != nil
  }

  /// measure = ( "number" | "share" | agg amounts ) "of" set [ [ "," ] "per" key { "," [ "across" ] key } ] ;
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

  /// The keys behind `per`; of a ranking none can go across.
  private mutating func keys(offersAcross: Bool = true) -> [KeySyntax] {
    var keys: [KeySyntax] = []
    if at(sign: ","), at(.per, 1) { take() }
    if take(.per) {
      repeat {
        let across = takeAcross(isFirst: keys.isEmpty, isOffered: offersAcross)
        keys.append(key())
        keys[keys.count - 1].across = across
      } while at(sign: ",") && !atTail(1) && take(sign: ",")
    }
    return keys
  }

  /// why = "why" [ "not" ] ( thing "in" set | props ) ;
  mutating func why() -> WhySyntax {
    take()
    let isNegated = take(.not)
    _ = refuseInvertedReason()
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
    let start = range.start
    let isTop = take().keyword == .top
    let count = expectCount()
    let phrase = phrase()
    if !at(.by), token().kind == .end, !hasFailed {
      let said = SourceRange(start, tokens[position - 1].range.end)
      fail(SyntaxMessages.topByWhat(said, source.text(in: said)))
    }
    expect(.by)
    let term = term()
    return TopSyntax(
      isTop: isTop, count: count, phrase: phrase, term: term, keys: keys(offersAcross: false))
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
    for function in AggregateSyntax.allCases where at(function.keyword) && atAmount(1) {
      return function
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
        if token().term?.classes.contains(.kind) == true {
          fail(SyntaxMessages.kindAsKey(token()))
        }
        fail()
        break
      }
      steps.append(takeWord())
    } while atPossessive() && countStep(steps.count)
    let missing = WordSyntax(text: "", base: "", range: range)
    return KeySyntax(isDirect: isDirect, steps: steps.isEmpty ? [missing] : steps)
  }

  mutating func atTail(_ ahead: Int) -> Bool {
    let showing = at(.showing, ahead)
    let sorted = at(.sorted, ahead)
    let first = at(.first, ahead)
    return showing || sorted || first
  }

  /// tail = [ [ "," ] "showing" column { "," [ "across" ] column } ] [ [ "," ] "sorted" "by" sort { "," sort } ] [ [ "," ] "first" count ] ;
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
    repeat {
      let across = takeAcross(isFirst: columns.isEmpty, isOffered: !isInCheck)
      columns.append(column())
      columns[columns.count - 1].across = across
    } while at(sign: ",") && !atTail(1) && take(sign: ",")
    return columns
  }

  /// Takes the word that lets the values of a column head columns of a matrix.
  ///
  /// - Parameters:
  ///   - isFirst: Whether there is nothing to its left, where it is refused.
  ///   - isOffered: Whether it may stand here; the binder refuses it elsewhere.
  /// - Returns: Where it stands; `nil` if it does not.
  private mutating func takeAcross(isFirst: Bool, isOffered: Bool) -> SourceRange? {
    let isHere = isOffered && !isFirst ? at(.across) : token().keyword == .across
    // A model may have the word for something of its own.
    guard isHere, token().term == nil else { return nil }
    let word = take()
    if isFirst { fail(SyntaxMessages.acrossFirst(at: word.range)) }
    return word.range
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
}
