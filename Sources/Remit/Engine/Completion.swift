// SPDX-License-Identifier: Apache-2.0

/// A word or name that could come next.
public struct Completion: Sendable, Hashable {
  /// What to insert, in quotes if it must be.
  public var text: String
  /// What it is, in a word: verb, attribute, adjective, noun, kind, keyword, name.
  public var category: String
  /// More about it: a name's title, the word a form belongs to.
  public var detail: String?
}

extension Engine {
  /// Whether a text typed so far is not yet a whole statement.
  ///
  /// It is when its last statement is well-formed as far as it goes and stops
  /// where more has to come.
  public func isIncomplete(_ text: String) -> Bool {
    let source = SourceText(text)
    guard let range = StatementSplitter.split(source).last else { return false }
    let lexed = Lexer.lex(source, in: range, vocabulary: model.vocabulary, limit: limits.tokens)
    guard lexed.diagnostics.isEmpty, lexed.tokens.count > 1 else { return false }
    var parsed = Parser.parse(
      lexed.tokens, source: source, vocabulary: model.vocabulary, depthLimit: limits.depth)
    if case .define(let define)? = parsed.statement {
      var declarer = Declarer(model)
      declarer.declareWord(of: define)
      if declarer.diagnostics.isEmpty {
        let vocabulary = declarer.model.vocabulary
        let again = Lexer.lex(source, in: range, vocabulary: vocabulary, limit: limits.tokens)
        parsed = Parser.parse(again.tokens, source: source, vocabulary: vocabulary)
      }
    }
    // A block goes on until a blank line.
    switch parsed.statement {
    case .forEach, .choice, .check, .named, .expect:
      if source.position(of: range.start).line < source.lineCount { return true }
    default: break
    }
    return parsed.diagnostics.first?.id == "incomplete-statement"
  }

  /// What could stand at the end of a text: words and names that continue it.
  ///
  /// The words are those the parser would take there, narrowed to the ones the
  /// binder finds possible: verbs the noun can take, values of the attribute,
  /// names of a fitting kind.
  ///
  /// - Parameter text: A statement so far, or a script with one at its end.
  /// - Returns: The part of the text the completions replace, and up to 200 of
  ///   them, words before names; none of a text that is longer than is read.
  public func completions(
    for text: String
  ) -> (range: SourceRange, completions: [Completion]) {
    let end = text.utf8.count
    guard end <= limits.sourceBytes else { return (SourceRange(end, end), []) }
    return Completer(engine: self, text: text).completions()
  }
}

/// Finds completions by asking the parser what it expects and the binder what
/// it would refuse.
private struct Completer {
  static let limit = 200

  let engine: Engine
  let source: SourceText
  let statement: SourceRange
  let tokens: [Token]
  /// Whether the last token could still be going on.
  let hasPartialWord: Bool

  init(engine: Engine, text: String) {
    self.engine = engine
    source = SourceText(text)
    let end = source.bytes.count
    statement = StatementSplitter.split(source).last ?? SourceRange(end, end)
    let lexed = Lexer.lex(
      source, in: SourceRange(statement.start, end), vocabulary: engine.model.vocabulary)
    tokens = Array(lexed.tokens.dropLast())
    // A text that is still open goes on behind a blank.
    let isOpenText = lexed.diagnostics.contains { $0.id == "unclosed-quote" }
    let last = source.bytes.last
    hasPartialWord =
      isOpenText && tokens.last?.isQuoted == true
      || last.map { $0 != 32 && $0 != 10 && $0 != 9 && $0 != UInt8(ascii: "(") } ?? false
        && tokens.last.map { $0.kind != .sign && $0.kind != .possessive } == true
  }

  func completions() -> (range: SourceRange, completions: [Completion]) {
    let end = source.bytes.count
    guard hasPartialWord, let partial = tokens.last else {
      let found = candidates(after: tokens, prefix: "", typed: "")
      return (SourceRange(end, end), found)
    }
    // The words of a form of several words may have been read one by one.
    let start = partialStart(partial)
    var found: [Completion] = []
    for extra in 0...min(2, tokens.count - 1) {
      let kept = Array(tokens.dropLast(extra + 1))
      let from = extra == 0 ? start : tokens[tokens.count - 1 - extra].range.start
      let typed = source.text(in: SourceRange(from, end))
      let before = source.text(in: SourceRange(from, start))
      for candidate in candidates(after: kept, prefix: typed.lowercased(), typed: typed)
      where extra == 0 || candidate.text.hasPrefix(before) {
        var completion = candidate
        if extra > 0 { completion.text = String(candidate.text.dropFirst(before.count)) }
        if !found.contains(completion) { found.append(completion) }
      }
    }
    return (SourceRange(start, end), found)
  }

  private func partialStart(_ token: Token) -> Int {
    // Of a declared form with several words only the last is being typed.
    let text = source.text(in: token.range)
    guard !token.isName, let blank = text.utf8.lastIndex(of: 32) else { return token.range.start }
    return token.range.start + text.utf8.distance(from: text.utf8.startIndex, to: blank) + 1
  }

  /// The words and names that can follow some tokens and begin with a prefix.
  private func candidates(after kept: [Token], prefix: String, typed: String) -> [Completion] {
    let parser = parse(kept)
    guard parser.furthest == kept.count else { return [] }
    let expected = parser.expected
    var found: [Completion] = []
    for keyword in expected.keywords.members where keyword.text.hasPrefix(prefix) {
      guard keyword != .any else { continue }
      found.append(Completion(text: keyword.text, category: "keyword", detail: nil))
    }
    let baseline = refusals(kept)
    let unfit = disagreeing(kept)
    for term in engine.model.vocabulary.terms.values
    where !term.classes.isDisjoint(with: expected.classes) && term.text.hasPrefix(prefix)
      && term.classes.intersection([.singularVerb, .pluralVerb]) != unfit
    {
      let token = Token(
        kind: .term(term), text: term.text, range: SourceRange(statement.end, statement.end),
        keyword: Keyword(word: term.text), startsLine: false)
      guard isRead(term, after: kept, token), refusals(kept + [token]) <= baseline else {
        continue
      }
      found.append(describe(term, expected.classes))
    }
    found.sort { (Completer.rank($0), $0.text) < (Completer.rank($1), $1.text) }
    if expected.name { found += names(after: kept, prefix: typed) }
    return Array(found.prefix(Completer.limit))
  }

  private func parse(_ kept: [Token]) -> Parser {
    let end = Token(
      kind: .end, text: "", range: SourceRange(statement.end, statement.end), keyword: nil,
      startsLine: false)
    return Parser.parse(kept + [end], source: source, vocabulary: engine.model.vocabulary).parser
  }

  /// The verb forms that do not agree with the noun before `who`.
  private func disagreeing(_ kept: [Token]) -> TermClasses? {
    guard kept.count > 1, [.who, .that, .which].contains(kept[kept.count - 1].keyword),
      let noun = kept[kept.count - 2].term, noun.classes.contains(.kind)
    else { return nil }
    return noun.text == noun.base ? .pluralVerb : .singularVerb
  }

  /// Whether the parser takes the term there. It looks further than an adjective
  /// behind a noun: only one that takes a slot can stand there.
  private func isRead(_ term: Term, after kept: [Token], _ token: Token) -> Bool {
    guard parse(kept + [token]).failure == kept.count else { return true }
    return (engine.model.adjectives[term.base] ?? []).contains { meaning in
      guard case .definition(let id) = meaning else { return false }
      return engine.model[id].form == .relationalAdjective
    }
  }

  /// How many things the binder finds impossible in a statement so far.
  private func refusals(_ tokens: [Token]) -> Int {
    bind(tokens)?.diagnostics.filter { Completer.impossible.contains($0.id) }.count ?? 0
  }

  private static let impossible: Set<String> = [
    "impossible-link", "no-such-relation", "no-such-attribute", "impossible-adjective",
    "always-empty", "unknown-value", "wrong-type", "no-slot", "not-dated", "no-history",
  ]

  private func bind(_ tokens: [Token]) -> (query: BoundQuery, diagnostics: [Diagnostic])? {
    let end = Token(
      kind: .end, text: "", range: SourceRange(statement.end, statement.end), keyword: nil,
      startsLine: false)
    let parsed = Parser.parse(
      tokens + [end], source: source, vocabulary: engine.model.vocabulary)
    let asked: QuestionSyntax?
    switch parsed.statement {
    case .question(let question): asked = question
    case .let(let naming): asked = naming.question
    case .named(let named): asked = named.question
    default: asked = nil
    }
    guard let question = asked else { return nil }
    return Binder.bind(question, model: engine.model)
  }

  private func describe(_ term: Term, _ expected: TermClasses) -> Completion {
    let shown = term.classes.intersection(expected)
    let category =
      if shown.contains(.kind) {
        "kind"
      } else if !shown.isDisjoint(with: [.adjective, .value]) {
        "adjective"
      } else if shown.contains(.attribute) {
        "attribute"
      } else if shown.contains(.relationNoun) {
        "noun"
      } else if shown.contains(.constant) {
        "value"
      } else {
        "verb"
      }
    return Completion(
      text: term.text, category: category, detail: term.base == term.text ? nil : term.base)
  }

  /// The place of a category in the list: what narrows a phrase comes first.
  private static func rank(_ completion: Completion) -> Int {
    ["verb", "attribute", "adjective", "noun", "kind", "keyword"]
      .firstIndex(of: completion.category) ?? 6
  }

  /// Names of the kinds that the place takes.
  private func names(after kept: [Token], prefix: String) -> [Completion] {
    let placeholder = Token(
      kind: .name(isQuoted: true), text: "\u{1}", range: SourceRange(statement.end, statement.end),
      keyword: nil, startsLine: false)
    let place = kept + [placeholder]
    var kinds = engine.model.schema.kinds.filter { !$0.isRecord && !$0.isTable && !$0.isHidden }
      .map(\.id)
    if let bound = bind(place) {
      let refused = bound.diagnostics.contains { Completer.impossible.contains($0.id) }
      guard !refused, let name = bound.query.names.last(where: { $0.text == "\u{1}" }) else {
        return []
      }
      kinds = name.kinds
    }
    let bare =
      prefix.hasPrefix("\"")
      ? String(prefix.dropFirst()).replacing("\"\"", with: "\"") : prefix
    var engine = engine
    let graph = engine.currentGraph()
    return graph.names(startingWith: bare, kinds: kinds, limit: Completer.limit).map { found in
      let title = graph.schema.displayAttributes(of: found.entity.kind).dropFirst().first
        .flatMap { graph.value(of: $0, for: found.entity.node)?.description }
      return Completion(
        text: BindingMessages.quotedName(found.name), category: "name",
        detail: title ?? graph.schema[found.entity.kind].singular)
    }
  }
}
