// SPDX-License-Identifier: Apache-2.0

/// What could stand at a place: the source of completions and of the help of
/// errors alike.
struct Expected: Hashable, Sendable {
  var keywords = KeywordSet()
  var classes: TermClasses = []
  var name = false
  var variable = false
  var number = false
  var date = false
  var month = false
  var text = false
  var signs = SignSet()
  /// Whether the words of a declaration go on: anything may be written.
  var newWord = false

  /// Adds what could stand at the same place under another reading.
  mutating func formUnion(_ other: Expected) {
    for keyword in other.keywords.members { keywords.insert(keyword) }
    classes.formUnion(other.classes)
    name = name || other.name
    variable = variable || other.variable
    number = number || other.number
    date = date || other.date
    month = month || other.month
    text = text || other.text
    signs.formUnion(other.signs)
    newWord = newWord || other.newWord
  }
}

/// Reads the tokens of one statement into its tree.
///
/// Recursive descent with at most four tokens of look-ahead. Each function
/// repeats its production of `Grammar/remit.ebnf`; where the grammar allows
/// several readings, the function applies the reading rule it names.
///
/// The parser never throws. At the first mistake it reports one diagnostic and
/// stops reading: the tree it returns then ends in `missing` nodes.
///
/// - Complexity: O(*n*) in the number of tokens.
struct Parser {
  let tokens: [Token]
  let vocabulary: Vocabulary
  let source: SourceText
  let depthLimit: Int
  /// How many signs of arithmetic, and words that join sets, have been read.
  private var operators = 0
  var position = 0
  var depth = 0
  var diagnostics: [Diagnostic] = []
  /// What could stand at the token with number `furthest`.
  var expected = Expected()
  var furthest = 0
  /// The number of the token at which reading stopped, if it did.
  var failure: Int?
  /// `who`, `that` or `which` while the clause it opens is read: what an edit
  /// repeats behind a comma.
  var relativeWord: String?
  /// Whether the subject of a clause is read: its verb is still to come.
  var isInSubject = false
  /// The numbers of the tokens that a declaration makes words of, or that stand for
  /// any text.
  var newWords: Set<Int> = []
  /// Whether a statement of a block is read.
  var isInBlock = false
  /// Whether a suggestion is tried: its own mistakes get none.
  var isTrial = false
  /// Whether the sentence of a check is read: a line with an option ends it, also
  /// where a model has an attribute of that name.
  var isInCheck = false
  /// Whether the question of an expectation is read: a line that begins with `=`
  /// ends it, also where a comparison could go on.
  var isInExpectation = false
  /// Whether the time of a fact is read: its flags may follow.
  var isInFactTime = false

  init(_ tokens: [Token], source: SourceText, vocabulary: Vocabulary, depthLimit: Int = 200) {
    self.tokens = tokens
    self.source = source
    self.vocabulary = vocabulary
    self.depthLimit = depthLimit
  }

  var hasFailed: Bool { !diagnostics.isEmpty }

  // MARK: Looking

  func token(_ ahead: Int = 0) -> Token { tokens[min(position + ahead, tokens.count - 1)] }

  var range: SourceRange { token().range }

  /// The end of the last token read.
  var lastEnd: Int { position > 0 ? tokens[position - 1].range.end : token().range.start }

  /// The range from a start to the last token read.
  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, lastEnd)) }

  /// Notes that something could stand at a place ahead; only the furthest
  /// place is kept.
  private mutating func note(_ ahead: Int, _ change: (inout Expected) -> Void) {
    let place = position + ahead
    if hasFailed || place < furthest || place >= tokens.count { return }
    if place > furthest {
      furthest = place
      expected = Expected()
    }
    change(&expected)
  }

  mutating func at(_ keyword: Keyword, _ ahead: Int = 0) -> Bool {
    note(ahead) { $0.keywords.insert(keyword) }
    return token(ahead).keyword == keyword
  }

  mutating func at(anyOf keywords: [Keyword], _ ahead: Int = 0) -> Bool {
    var found = false
    for keyword in keywords where at(keyword, ahead) { found = true }
    return found
  }

  mutating func atTerm(_ classes: TermClasses, _ ahead: Int = 0) -> Bool {
    note(ahead) { $0.classes.formUnion(classes) }
    guard let term = token(ahead).term else { return false }
    if isInCheck, token(ahead).startsLine, isCheckOption(token(ahead)) { return false }
    return !term.classes.isDisjoint(with: classes)
  }

  mutating func at(sign: String, _ ahead: Int = 0) -> Bool {
    note(ahead) { $0.signs.insert(sign) }
    return token(ahead).isSign && token(ahead).text == sign
  }

  mutating func at(anyOf signs: [String], _ ahead: Int = 0) -> Bool {
    var found = false
    for sign in signs where at(sign: sign, ahead) { found = true }
    return found
  }

  mutating func atName(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.name = true }
    switch token(ahead).kind {
    case .name, .parameter: return true
    default: return false
    }
  }

  mutating func atText(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.text = true }
    return token(ahead).isQuoted
  }

  mutating func atVariable(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.variable = true }
    if case .variable = token(ahead).kind { return true }
    return false
  }

  mutating func atNumber(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.number = true }
    if case .number = token(ahead).kind { return true }
    return false
  }

  /// At a whole number, in digits or as `one` to `twelve`.
  mutating func atInteger(_ ahead: Int = 0) -> Int? {
    note(ahead) { $0.number = true }
    if case .number(let value) = token(ahead).kind { return Int(exactly: value) }
    guard case .word = token(ahead).kind else { return nil }
    return Parser.numberWords.firstIndex(of: token(ahead).text).map { $0 + 1 }
  }

  mutating func atDate(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.date = true }
    if case .date = token(ahead).kind { return true }
    return false
  }

  /// At a name that is read as a month where a month can stand.
  mutating func atMonth(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.month = true }
    return token(ahead).kind == .name(isQuoted: false) && Month.isMeant(by: token(ahead).text)
  }

  mutating func atPossessive(_ ahead: Int = 0) -> Bool {
    note(ahead) { $0.signs.insert("'s") }
    if case .possessive = token(ahead).kind { return true }
    return false
  }

  /// Notes that a new word could stand here.
  mutating func noteNewWord() { note(0) { $0.newWord = true } }

  func isEnd(_ ahead: Int) -> Bool {
    if case .end = token(ahead).kind { true } else { false }
  }

  var isAtEnd: Bool { isEnd(0) }

  static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  // MARK: Taking

  @discardableResult
  mutating func take() -> Token {
    let taken = token()
    if position < tokens.count - 1 { position += 1 }
    return taken
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    take()
    return true
  }

  mutating func take(sign: String) -> Bool {
    guard at(sign: sign) else { return false }
    take()
    return true
  }

  mutating func takeWord() -> WordSyntax {
    let token = take()
    return WordSyntax(
      text: token.text, base: token.term?.base ?? token.text, range: token.range)
  }

  mutating func takeName() -> NameSyntax {
    let token = take()
    return NameSyntax(
      text: token.text, isParameter: token.kind == .parameter, isQuoted: token.isQuoted,
      range: token.range)
  }

  mutating func takeVariable() -> VariableSyntax {
    let token = take()
    return VariableSyntax(text: token.text, range: token.range)
  }

  /// Takes what has to stand here, or fails.
  mutating func expect(_ keyword: Keyword) {
    if !take(keyword) { fail() }
  }

  mutating func expect(sign: String) {
    if !take(sign: sign) { fail() }
  }

  mutating func expectText() -> NameSyntax {
    if atText() || token().kind == .parameter { return takeName() }
    fail()
    return NameSyntax(text: "", range: range)
  }

  /// Whether a number begins here, or what stands for one.
  mutating func atCount(_ ahead: Int = 0) -> Bool {
    let isNumber = atInteger(ahead) != nil
    let isConstant = atTerm(.constant, ahead)
    return isNumber || isConstant || token(ahead).kind == .parameter
  }

  /// count = INT | PARAMETER | CONSTANT ;
  mutating func expectCount() -> CountSyntax {
    guard atInteger() == nil else { return .number(expectInteger()) }
    if atTerm(.constant) { return .constant(takeWord()) }
    if token().kind == .parameter { return .parameter(takeName()) }
    return .number(expectInteger())
  }

  mutating func expectInteger() -> Int {
    if let number = atInteger() {
      take()
      return number
    }
    fail()
    return 0
  }

  // MARK: Failing

  /// Reports what is wrong at the current token and stops reading.
  mutating func fail() {
    guard !hasFailed else { return }
    if isCutShort { position = furthest }
    let token = token()
    let words = furthest == position ? describe(expected) : []
    if refuseInversion() || refusePossessiveKind() || refuseDate() || refuseThere()
      || refuseValueFirst() || refuseAttributeFirst() || refuseComparative()
    {
      return
    }
    if token.kind == .end {
      fail(SyntaxMessages.incomplete(at: token.range, expected: words))
    } else if let unknown = tokens[position...].first(where: isUnknown) {
      // An undeclared word further on is why the words before it do not fit.
      fail(unknownWord(unknown))
    } else if let noun = nounBeforeAdjective {
      fail(SyntaxMessages.adjectiveBehind(noun, token))
    } else {
      fail(SyntaxMessages.unexpected(token, expected: words))
    }
  }

  /// The noun that the adjective here stands right behind: `controls in place`.
  private var nounBeforeAdjective: Term? {
    guard position > 0, token().term?.classes.contains(.adjective) == true,
      let noun = tokens[position - 1].term,
      !noun.classes.isDisjoint(with: [.kind, .relationNoun]),
      furthest > position || !expected.keywords.contains(.is)
    else { return nil }
    return noun
  }

  func isUnknown(_ token: Token) -> Bool {
    token.kind == .word && token.keyword == nil && !Parser.numberWords.contains(token.text)
  }

  /// Whether the statement breaks off behind a word that only more words give a
  /// meaning: `controls owned by Ann or`, `people competent`.
  private var isCutShort: Bool {
    guard furthest == tokens.count - 1, position < furthest, let last = tokens.dropLast().last
    else { return false }
    let isUnfinished =
      switch last.kind {
      case .word: last.keyword != nil
      case .number: expected.keywords.contains(.days)
      case .term(let term): term.classes.contains(.fitting) && expected.keywords.contains(.for)
      default: last.kind == .sign
      }
    return isUnfinished && !tokens[position..<furthest].contains(where: isUnknown)
  }

  mutating func fail(_ diagnostic: Diagnostic) {
    guard !hasFailed else { return }
    failure = position
    diagnostics.append(diagnostic)
    position = tokens.count - 1
  }

  /// Counts a sign or word of which a statement may have only so many.
  ///
  /// - Returns: `false` when it is one too many, which is then refused.
  mutating func countOperator(_ words: String) -> Bool {
    let limit = 5 * depthLimit
    operators += 1
    if operators > limit { fail(SyntaxMessages.tooMany(words, limit, at: range)) }
    return operators <= limit
  }

  /// Counts one level of nesting around a function of the grammar.
  mutating func nested<T>(_ placeholder: T, _ read: (inout Parser) -> T) -> T {
    guard depth < depthLimit else {
      fail(SyntaxMessages.nestedTooDeep(depthLimit, at: range))
      return placeholder
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// Counts the steps of `p's manager's manager`: what each is of is one level deeper.
  ///
  /// - Returns: `false` when there is one too many, which is then refused.
  mutating func countStep(_ steps: Int) -> Bool {
    if depth + steps >= depthLimit {
      fail(SyntaxMessages.nestedTooDeep(depthLimit, at: range))
    }
    return !hasFailed
  }

  /// Reads the subject of a clause: the verb that follows is not its modifier.
  mutating func subject() -> NounPhraseSyntax {
    let outer = isInSubject
    isInSubject = true
    defer { isInSubject = outer }
    return nounPhrase()
  }

  /// The expected words for the help of an error: what an author could type.
  func describe(_ expected: Expected) -> [String] {
    var words: [String] = []
    for (part, name) in TermClasses.names
    where part != .constant && part != .fittingPhrase && expected.classes.contains(part) {
      let group = name.hasPrefix("verb") ? "a verb" : "a \(name)"
      if !words.contains(group) { words.append(group) }
    }
    if expected.name { words.append("a name") }
    if expected.number { words.append("a number") }
    if expected.date { words.append("a date") }
    if expected.month { words.append("a month") }
    if expected.text { words.append("a text in quotes") }
    let keywords = expected.keywords.members.map { "'\($0.text)'" }
    let all =
      words.map { $0.hasPrefix("a a") || $0.hasPrefix("a e") ? "an" + $0.dropFirst() : $0 }
      + keywords
    return all.count > 12 ? Array(all.prefix(12)) + ["…"] : all
  }
}
