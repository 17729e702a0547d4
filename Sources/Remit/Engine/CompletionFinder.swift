// SPDX-License-Identifier: Apache-2.0

/// Finds completions by asking the parser what it expects and the binder what
/// it would refuse.
struct CompletionFinder {
  /// How many names are found.
  static let mostNames = 100

  let engine: Engine
  let source: SourceText
  let statement: SourceRange
  let tokens: [Token]
  /// Whether the last token could still be going on.
  let hasPartialWord: Bool
  /// The graph with every change made so far; nothing is built for it.
  let builder: GraphBuilder

  init(engine: Engine, text: String) {
    self.engine = engine
    source = SourceText(text)
    builder = engine.builder()
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

  func completions() -> Completions {
    let end = source.bytes.count
    guard hasPartialWord, let partial = tokens.last else {
      let found = candidates(after: tokens, typed: "")
      return Completions(range: SourceRange(end, end), completions: found.all, more: found.more)
    }
    var start = partial.range.start
    var all = candidates(after: Array(tokens.dropLast()), typed: typed(from: start))
    // The words of a form or a name of several may have been read one by one.
    for extra in 1..<min(6, max(1, tokens.count)) {
      let first = tokens[tokens.count - 1 - extra]
      guard first.kind != .sign, !first.isQuoted, !partial.isQuoted else { break }
      let typed = typed(from: first.range.start)
      var longer = candidates(after: Array(tokens.dropLast(extra + 1)), typed: typed)
      longer.all.removeAll { !CompletionFinder.goesOn($0, typed) }
      guard !longer.all.isEmpty else { continue }
      // What was found for the last word alone goes on from there too.
      let between = source.text(in: SourceRange(first.range.start, start))
      for var completion in all.all {
        completion.text = between + completion.text
        if !longer.all.contains(where: { $0.text == completion.text }) {
          longer.all.append(completion)
        }
      }
      (all, start) = ((longer.all, all.more + longer.more), first.range.start)
    }
    return Completions(range: SourceRange(start, end), completions: all.all, more: all.more)
  }

  private func typed(from start: Int) -> String {
    source.text(in: SourceRange(start, source.bytes.count))
  }

  /// Whether a completion of several words begins with those typed.
  private static func goesOn(_ completion: Completion, _ typed: String) -> Bool {
    let bare = completion.text.first == "\"" ? completion.text.dropFirst() : completion.text[...]
    return bare.lowercased().hasPrefix(typed.lowercased())
  }

  /// The words and names that can follow some tokens and begin as something typed.
  private func candidates(after kept: [Token], typed: String) -> (all: [Completion], more: Int) {
    let parser = parse(kept)
    guard parser.furthest == kept.count else { return ([], 0) }
    let expected = parser.expected
    let prefix = typed.lowercased()
    var found: [Completion] = []
    for keyword in expected.keywords.members where keyword.text.hasPrefix(prefix) {
      guard keyword != .any else { continue }
      found.append(
        Completion(
          text: keyword.text, category: "keyword", detail: nil,
          purpose: CompletionWords.purpose(of: keyword, isFirst: kept.isEmpty)))
    }
    var words = CompletionWords(engine.model, after: kept, expected: expected.classes)
    let fitting = engine.model.vocabulary.terms.values.filter {
      !$0.classes.isDisjoint(with: expected.classes) && $0.text.hasPrefix(prefix)
        && words.agrees($0)
    }
    var refusal = Refusals(self, kept)
    for term in fitting {
      let token = Token(term, at: statement.end)
      guard words.isRead(term, { parse(kept + [token]).failure == kept.count }),
        !refusal.refuses(term, words)
      else { continue }
      found.append(words.completion(of: term, count: { builder.count(of: $0) }))
    }
    found = words.ordered(found, after: kept)
    var more = 0
    if expected.text || expected.name {
      let values = values(after: kept, typed: typed)
      found = values.all + found
      more = values.more
    }
    let isNamed = expected.text && kept.last?.keyword == .named
    guard expected.name || isNamed else { return (found, more) }
    let names = names(after: kept, prefix: typed)
    return (found + names.all, more + names.more)
  }

  private func parse(_ kept: [Token]) -> Parser {
    let end = Token(
      kind: .end, text: "", range: SourceRange(statement.end, statement.end), keyword: nil,
      startsLine: false)
    return Parser.parse(kept + [end], source: source, vocabulary: engine.model.vocabulary).parser
  }

  // MARK: Refusing

  /// What the binder refuses behind some tokens; it is asked once for terms that are to
  /// it the same.
  private struct Refusals {
    private let finder: CompletionFinder
    private let kept: [Token]
    private lazy var baseline = finder.refusals(kept)
    private var known: [CompletionWords.Sort: Bool] = [:]
    /// The nouns that an adjective could stand before.
    private var nouns: [(noun: Term, kinds: Set<KindID>)]?
    /// Whether something is said already that another word could contradict.
    private let hasAdjective: Bool

    init(_ finder: CompletionFinder, _ kept: [Token]) {
      self.finder = finder
      self.kept = kept
      hasAdjective = kept.contains { $0.term?.classes.contains(.adjective) == true }
    }

    mutating func refuses(_ term: Term, _ words: CompletionWords) -> Bool {
      // A word alone contradicts nothing.
      guard !kept.isEmpty else { return false }
      let sort = words.sort(of: term)
      if !hasAdjective, let known = known[sort] { return known }
      var refuses = refuses([term])
      if !refuses, words.isBeforeNoun(term) {
        let nouns = self.nouns ?? words.nouns
        self.nouns = nouns
        let said = words.kinds(ofAdjective: term.base)
        refuses = !nouns.contains {
          !$0.kinds.isDisjoint(with: said) && !self.refuses([term, $0.noun])
        }
      }
      known[sort] = refuses
      return refuses
    }

    private mutating func refuses(_ terms: [Term]) -> Bool {
      let tokens = terms.map { Token($0, at: finder.statement.end) }
      return finder.refusals(kept + tokens) > baseline
    }
  }

  /// How many things the binder finds impossible in a statement so far.
  private func refusals(_ tokens: [Token]) -> Int {
    bind(tokens)?.diagnostics.filter { CompletionFinder.impossible.contains($0.id) }.count ?? 0
  }

  static let impossible: Set<String> = [
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

  // MARK: Names

  private func kind(saidBy token: Token?) -> KindID? {
    token?.term.flatMap { engine.model.schema.kind(named: $0.base) }
  }

  /// Names of the kinds that the place takes.
  private func names(after kept: [Token], prefix: String) -> (all: [Completion], more: Int) {
    let placeholder = Token(
      kind: .name(isQuoted: true), text: "\u{1}", range: SourceRange(statement.end, statement.end),
      keyword: nil, startsLine: false)
    let place = kept + [placeholder]
    var kinds = engine.model.schema.kinds.filter { !$0.isRecord && !$0.isTable && !$0.isHidden }
      .map(\.id)
    if let bound = bind(place) {
      let refused = bound.diagnostics.contains { CompletionFinder.impossible.contains($0.id) }
      guard !refused else { return ([], 0) }
      if let name = bound.query.names.last(where: { $0.text == "\u{1}" }) {
        kinds = name.kinds
      } else if kept.last?.keyword == .named, let kind = kind(saidBy: kept.dropLast().last) {
        // Compared as a text, but the name of such a thing all the same.
        kinds = [kind]
      } else {
        return ([], 0)
      }
    } else if let kind = kind(saidBy: kept.last) {
      kinds = [kind]
    }
    let bare =
      prefix.hasPrefix("\"")
      ? String(prefix.dropFirst()).replacing("\"\"", with: "\"") : prefix
    let schema = engine.model.schema
    let found = NameResolver(builder, kinds: kinds)
      .completions(of: bare, schema: schema, limit: CompletionFinder.mostNames)
    let all = found.names.map { found in
      let title = schema.displayAttributes(of: found.entity.kind).dropFirst().first
        .flatMap { builder.value(of: $0, at: found.entity.node)?.description }
      let kind = schema[found.entity.kind]
      return Completion(
        text: BindingMessages.quotedName(found.name), category: "name",
        detail: title ?? kind.singular, purpose: .name, kind: kind.plural)
    }
    return (all, found.count - all.count)
  }
}

extension Token {
  /// A term that nobody has typed.
  fileprivate init(_ term: Term, at place: Int) {
    self.init(
      kind: .term(term), text: term.text, range: SourceRange(place, place),
      keyword: Keyword(word: term.text), startsLine: false)
  }
}
