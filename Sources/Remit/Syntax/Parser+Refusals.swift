// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a statement as a whole, and what was probably meant.
extension Parser {
  /// Reports what stands after a whole statement.
  mutating func failAtLeftover() {
    if refuseJoinedKeys() || refuseNounForVerb() || refuseJoinedKinds() || refuseUncounted() {
      return
    }
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
    if refuseSentence() || refuseTime() || refuseArticle() { return }
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

  /// Refuses `people who control a role` and `who own and risk a control`: what has an
  /// object there is meant as a verb.
  mutating func refuseNounForVerb() -> Bool {
    var place = 0
    if at(.and) || at(.or) {
      guard position > 0, let verb = tokens[position - 1].term,
        !verb.classes.isDisjoint(with: .verb)
      else { return false }
      place = 1
    }
    guard !hasFailed, !isTrial, let noun = token(place).term, noun.classes.isDisjoint(with: .verb),
      let object = token(place + 1).keyword,
      [.a, .an, .the, .no, .every, .some, .each, .all, .any].contains(object)
    else { return false }
    position += place
    fail(SyntaxMessages.nounForVerb(token()))
    return true
  }

  /// Refuses `reviews this year`: behind a noun a time is of nothing.
  private mutating func refuseTime() -> Bool {
    guard position > 0, !hasFailed, let noun = tokens[position - 1].term,
      noun.classes.contains(.kind)
    else { return false }
    var trial = self
    trial.isTrial = true
    let start = range
    guard trial.when() != nil, !trial.hasFailed else { return false }
    let said = SourceRange(start.start, trial.tokens[trial.position - 1].range.end)
    let place = SourceRange(start.start, start.start)
    let dates = vocabulary.dates(of: noun.base).filter {
      canRead(with: Diagnostic.Edit(range: place, replacement: "whose \($0) is "))
    }
    fail(SyntaxMessages.timeBehindNoun(said, noun.text, dates: Array(dates.prefix(3))))
    return true
  }

  /// Refuses `as of 30 June 2025`, which is written 2025-06-30.
  mutating func refuseDate() -> Bool {
    guard !hasFailed, !isTrial else { return false }
    for start in max(0, position - 3)...position {
      for count in 3...5 where start + count < tokens.count {
        let range = SourceRange(tokens[start].range.start, tokens[start + count - 1].range.end)
        let days = ForeignDate.days(source.text(in: range))
        guard !days.isEmpty, range.end > token().range.start else { continue }
        fail(SyntaxMessages.foreignDate(source.text(in: range), days, at: range))
        return true
      }
    }
    return false
  }

  /// Refuses `is more than 3`, which is said of days alone: `more than 3 days ago`.
  mutating func refuseComparative() -> Bool {
    // A number that no unit follows has been read when that is missed.
    let place = token().kind == .end ? position - 3 : position
    guard place > 0, place + 2 < tokens.count, !hasFailed, !isTrial,
      let word = tokens[place].keyword, [.more, .less, .fewer].contains(word),
      tokens[place + 1].keyword == .than
    else { return false }
    let words = SourceRange(tokens[place].range.start, tokens[place + 1].range.end)
    let edit = Diagnostic.Edit(range: words, replacement: word == .more ? "above" : "below")
    guard canRead(with: edit) else { return false }
    position = place
    fail(SyntaxMessages.almost(source.text(in: words), at: words, edit: edit))
    return true
  }

  /// Refuses `showing risk's level`: of the row it is `its level`.
  mutating func refusePossessiveKind() -> Bool {
    // The noun may have been read already, or be what could not be read.
    let place = token().kind == .possessive ? position - 1 : position
    guard place > 0, place + 1 < tokens.count, tokens[place + 1].kind == .possessive, !hasFailed,
      !isTrial, let noun = tokens[place].term, noun.classes.contains(.kind),
      tokens[..<place].contains(where: { $0.term?.base == noun.base })
    else { return false }
    let words = SourceRange(tokens[place].range.start, tokens[place + 1].range.end)
    let edit = Diagnostic.Edit(range: words, replacement: "its")
    guard canRead(with: edit) else { return false }
    fail(SyntaxMessages.almost(source.text(in: words), at: words, edit: edit))
    return true
  }

  /// Refuses `how many people are there`.
  mutating func refuseThere() -> Bool {
    guard token().keyword == .there, position > 1,
      [.is, .are].contains(tokens[position - 1].keyword),
      !hasFailed, !isTrial
    else { return false }
    let words = SourceRange(tokens[position - 2].range.end, range.end)
    let edit = Diagnostic.Edit(range: words, replacement: "")
    guard canRead(with: edit) else { return false }
    let said = SourceRange(tokens[position - 1].range.start, range.end)
    fail(SyntaxMessages.almost(source.text(in: said), at: said, edit: edit))
    return true
  }

  /// Refuses `risks with high level`, which are those whose level is high.
  mutating func refuseValueFirst() -> Bool {
    guard !hasFailed, !isTrial, position > 1,
      token().term?.classes.contains(.attribute) == true,
      let value = tokens[position - 1].term, !value.classes.isDisjoint(with: [.adjective, .value])
    else { return false }
    let isArticle = [.a, .an].contains(tokens[position - 2].keyword)
    let place = position - (isArticle ? 3 : 2)
    guard place > 0, tokens[place].keyword == .with else { return false }
    let words = SourceRange(tokens[place].range.start, range.end)
    let edit = Diagnostic.Edit(
      range: words, replacement: "whose \(token().text) is \(value.text)")
    guard canRead(with: edit) else { return false }
    fail(SyntaxMessages.almost(source.text(in: words), at: words, edit: edit))
    return true
  }

  /// Refuses `status of A.5.7` and `what is the status of A.5.7`: a question asks for the
  /// thing, and shows its status.
  mutating func refuseAttributeFirst() -> Bool {
    guard !hasFailed, !isTrial, let first = tokens.first?.range.start else { return false }
    let place = tokens.firstIndex { ![.what, .is, .are, .the].contains($0.keyword) } ?? 0
    guard place + 2 < tokens.count, let attribute = tokens[place].term,
      attribute.classes.contains(.attribute), tokens[place + 1].keyword == .of
    else { return false }
    let last = tokens.dropLast().last { ![".", "?"].contains($0.text) } ?? tokens[place]
    let start = tokens[place + 2].range.start
    let thing = source.text(in: SourceRange(start, max(start, last.range.end)))
    let edit = Diagnostic.Edit(
      range: SourceRange(first, last.range.end),
      replacement: "\(thing), showing \(attribute.text)")
    guard canRead(with: edit) else { return false }
    let words = SourceRange(first, tokens[place + 1].range.end)
    fail(SyntaxMessages.almost(source.text(in: words), at: words, edit: edit))
    return true
  }

  /// Refuses `which controls does Ann own`.
  mutating func refuseInversion() -> Bool {
    guard [.do, .does, .did].contains(token().keyword), position > 0, !hasFailed, !isTrial else {
      return false
    }
    var trial = self
    trial.isTrial = true
    guard let (statement, whole) = trial.inversion() else { return false }
    let edit = Diagnostic.Edit(range: whole, replacement: "that \(statement)")
    guard canRead(with: edit) else { return false }
    var message = SyntaxMessages.questionWord(token(), edits: [[edit]])
    message.range = whole
    fail(message)
    return true
  }

  /// Refuses `why is A.5.1 orphaned` and `why does Ann own A.5.1`.
  mutating func refuseInvertedReason() -> Bool {
    let first = token()
    guard !hasFailed, !isTrial else { return false }
    var trial = self
    trial.isTrial = true
    let edit: Diagnostic.Edit
    if [.do, .does, .did].contains(first.keyword) {
      guard let (statement, whole) = trial.inversion() else { return false }
      edit = Diagnostic.Edit(range: whole, replacement: statement)
    } else {
      guard [.is, .are].contains(first.keyword) else { return false }
      trial.take()
      let start = trial.range.start
      _ = trial.thing()
      guard !trial.hasFailed, trial.position > 0 else { return false }
      let subject = SourceRange(start, trial.tokens[trial.position - 1].range.end)
      edit = Diagnostic.Edit(
        range: SourceRange(first.range.start, subject.end),
        replacement: "\(source.text(in: subject)) \(first.text)")
    }
    guard canRead(with: edit) else { return false }
    fail(SyntaxMessages.almost(source.text(in: edit.range), at: edit.range, edit: edit))
    return true
  }

  /// Reads `does Ann own`, and says it as a statement: `Ann owns`.
  private mutating func inversion() -> (statement: String, range: SourceRange)? {
    let auxiliary = take()
    let subject = nounPhrase()
    guard !hasFailed, atTerm(.verb) else { return nil }
    let verb = take()
    let form = auxiliary.keyword == .does ? verb.term?.base ?? verb.text : verb.text
    return (
      "\(source.text(in: subject.range)) \(form)",
      SourceRange(auxiliary.range.start, verb.range.end)
    )
  }

  /// Refuses `with a high level`: a value is no thing.
  private mutating func refuseArticle() -> Bool {
    guard !hasFailed else { return false }
    let article = tokens[..<position].suffix(3).last { [.a, .an].contains($0.keyword) }
    guard let article, let next = tokens.first(where: { $0.range.start >= article.range.end })
    else {
      return false
    }
    let words = SourceRange(article.range.start, next.range.start)
    guard canRead(with: Diagnostic.Edit(range: words, replacement: "")) else { return false }
    fail(SyntaxMessages.superfluous(words, article.text))
    return true
  }

  /// Refuses `people per department`: `per` divides a number.
  private mutating func refuseUncounted() -> Bool {
    guard token().keyword == .per, !hasFailed, !isTrial else { return false }
    let starts =
      [0]
      + tokens[..<position].indices.filter { tokens[$0].kind == .sign && tokens[$0].text == ":" }
      .map { $0 + 1 }
    for start in starts.reversed() where start < position {
      let place = tokens[start].range.start
      let edit = Diagnostic.Edit(range: SourceRange(place, place), replacement: "number of ")
      guard canRead(with: edit) else { continue }
      fail(SyntaxMessages.almost(token().text, at: range, edit: edit))
      return true
    }
    return false
  }

  /// Refuses `per status and owner`: keys are separated by commas.
  private mutating func refuseJoinedKeys() -> Bool {
    guard token().keyword == .and, position > 0, !hasFailed, !isTrial,
      tokens[..<position].contains(where: { $0.keyword == .per })
    else { return false }
    let gap = SourceRange(tokens[position - 1].range.end, range.end)
    let comma = Diagnostic.Edit(range: gap, replacement: ",")
    guard canRead(with: comma) else { return false }
    fail(SyntaxMessages.almost(token().text, at: range, edit: comma))
    return true
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
  mutating func refuseQuestionWord() -> Bool {
    let first = token()
    if refuseYesOrNo(first) || refuseOfEach() || refuseOnDay(first) { return true }
    guard [.what, .whom].contains(first.keyword) else { return false }
    if refuseAttributeFirst() || refuseWhatThere() { return true }
    var trial = self
    trial.take()
    guard [.do, .does, .did].contains(trial.token().keyword) else {
      fail(SyntaxMessages.questionWord(first, edits: []))
      return true
    }
    guard let (statement, range) = trial.inversion() else {
      fail(SyntaxMessages.questionWord(first, edits: []))
      return true
    }
    let head = first.keyword == .whom ? "everyone" : "everything"
    let whole = SourceRange(first.range.start, range.end)
    fail(
      SyntaxMessages.questionWord(
        first, edits: [[Diagnostic.Edit(range: whole, replacement: "\(head) that \(statement)")]]))
    diagnostics[diagnostics.count - 1].reading = "\(head) [that \(statement)]"
    return true
  }

  /// Refuses `what roles are there`, which asks for roles.
  private mutating func refuseWhatThere() -> Bool {
    let words = tokens.dropLast().filter { $0.text != "?" }
    guard let first = words.first, let last = words.last, words.count > 3, !hasFailed, !isTrial,
      last.keyword == .there, [.is, .are].contains(words[words.count - 2].keyword)
    else { return false }
    let things = SourceRange(words[1].range.start, words[words.count - 3].range.end)
    let edit = Diagnostic.Edit(
      range: SourceRange(first.range.start, last.range.end), replacement: source.text(in: things))
    guard canRead(with: edit) else { return false }
    fail(SyntaxMessages.questionWord(first, edits: [[edit]]))
    return true
  }

  /// Refuses `on 2025-03-01: who owns A.5.1`, which is said `as of`.
  private mutating func refuseOnDay(_ first: Token) -> Bool {
    guard at(anyOf: [.on, .in, .since]), at(sign: ":", 2) else { return false }
    fail(SyntaxMessages.almost(first, write: "as of"))
    return true
  }

  /// Refuses `deputy of each role`: read as of every role, it asks for one deputy
  /// of all of them.
  private mutating func refuseOfEach() -> Bool {
    let place = at(.the) ? 1 : 0
    guard atTerm(.relationNoun, place), at(.of, place + 1), at(.each, place + 2) else {
      return false
    }
    let (end, each) = (token(place), token(place + 2))
    var trial = self
    for _ in 0..<(place + 3) { trial.take() }
    let noun = trial.nounPhrase()
    guard !trial.hasFailed, case .kinds(let words) = noun.head, words.count == 1,
      noun.variable == nil, noun.name == nil
    else { return false }
    let before = source.text(in: SourceRange(noun.range.start, words[0].range.start))
    let behind = source.text(in: SourceRange(words[0].range.end, noun.range.end))
    let things = "\(before)\(Inflection.plural(words[0].base)) x\(behind)"
    let whole = SourceRange(range.start, noun.range.end)
    fail(
      SyntaxMessages.ofEach(
        each,
        edits: [
          Diagnostic.Edit(range: whole, replacement: "\(things), showing x, x's \(end.text)"),
          Diagnostic.Edit(range: each.range, replacement: "every"),
        ]))
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
    if at(.is) || at(.are) {
      var trial = self
      trial.isTrial = true
      let be = trial.take()
      let subject = source.text(in: trial.nounPhrase().range)
      let words = SourceRange(first.range.start, trial.range.start)
      let edit = Diagnostic.Edit(range: words, replacement: "check: \(subject) \(be.text) ")
      guard !trial.hasFailed, canRead(with: edit) else { return false }
      fail(SyntaxMessages.questionWord(first, edits: [[edit]]))
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
    guard let (statement, whole) = trial.inversion() else { return false }
    fail(
      SyntaxMessages.questionWord(
        first, edits: [[Diagnostic.Edit(range: whole, replacement: "check: \(statement)")]]))
    return true
  }
}
