// SPDX-License-Identifier: Apache-2.0

/// A part of a text and what it is, for who shows the text in colours.
public struct Highlight: Sendable, Hashable {
  /// What a part of a text is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A word of the language: `who`, `no`.
    case keyword
    /// The word of a kind: `people`.
    case kind
    /// A verb, a noun or a phrase of a link: `own`, `owner`, `part of`.
    case relation
    /// The name of an attribute: `review date`.
    case attribute
    /// A word that is said of a thing, or a value: `competent`, `planned`.
    case adjective
    /// A word that is being declared.
    case declared
    /// The name of a thing: `Ann`, `A.5.3`, `"Head of IT"`.
    case name
    /// A text in quotes that is no name.
    case text
    /// A number, in digits or as a word.
    case number
    /// A day.
    case date
    /// A letter for a thing.
    case variable
    /// A value of the host: `$department`.
    case parameter
    /// A comment, from its `#` on.
    case comment
    /// A bracket, a comma or another sign.
    case sign
    /// A word nobody declared.
    case unknownWord
    /// A name of nothing where a thing is to be named.
    case unknownName
    /// What cannot be read at all.
    case unreadable
  }

  /// Where it stands, in UTF-8 bytes.
  public var range: SourceRange
  /// What it is.
  public var kind: Kind
}

extension Engine {
  /// What the parts of a text are, for an editor that shows it in colours.
  ///
  /// The text need not be whole: what is being written is read as far as it goes. A
  /// word of which a declared form could still begin at the end of the text is no
  /// unknown word, and neither is one that a statement before it in the text declares.
  ///
  ///     engine.highlights("controls with no onwer").last?.kind   // unknownWord
  ///
  /// - Parameter text: Statements, the last of them perhaps unfinished.
  /// - Returns: The parts in their order, none overlapping another; blanks are left out.
  /// - Complexity: O(*n*) in the bytes of the text, and a look-up for each name.
  public func highlights(_ text: String) -> [Highlight] {
    let source = SourceText(text)
    return DeepStack.run(levels: levels(of: source)) {
      Highlighter(engine: self, source: source).highlights()
    }
  }
}

/// Tells the parts of a text by its tokens, and by how the parser takes them.
private struct Highlighter {
  let engine: Engine
  let source: SourceText
  /// Words that the statements passed so far declare, in all their forms.
  private var declared: Set<String> = []
  private var result: [Highlight] = []
  /// Finds names of any kind; made when the first one is seen.
  private lazy var resolver = NameResolver(
    engine.builder(), kinds: engine.model.schema.kinds.map(\.id))

  init(engine: Engine, source: SourceText) {
    self.engine = engine
    self.source = source
  }

  consuming func highlights() -> [Highlight] {
    for range in StatementSplitter.split(source) { mark(range) }
    return withGaps()
  }

  // MARK: Statements

  /// The first words of statements that make words instead of using them.
  private static let declaring: Set<Keyword> = [.kind, .relation, .event, .define, .let, .param]
  /// The first words of statements that ask for things by name.
  private static let stating: Set<Keyword> = [
    .add, .set, .remove, .load, .use, .remit, .kind, .relation, .event, .param,
  ]

  private mutating func mark(_ range: SourceRange) {
    let tokens = Lexer.lex(
      source, in: range, vocabulary: engine.model.vocabulary, limit: engine.limits.tokens
    ).tokens
    var parser = Parser(
      tokens, source: source, vocabulary: engine.model.vocabulary, depthLimit: engine.limits.depth)
    // Nobody sees the mistakes, so no suggestions are looked for.
    parser.isTrial = true
    _ = parser.statement()
    let start = tokens[0].keyword
    let isDeclaration = start.map(Highlighter.declaring.contains) ?? false
    let body = bodyStart(of: start, tokens, parser)
    if isDeclaration { declare(tokens, parser.newWords, before: body) }
    for (place, token) in tokens.enumerated() where token.kind != .end {
      var kind = kind(of: token)
      if kind == .unknownWord {
        let isNew =
          parser.newWords.contains(place) || place < body || declared.contains(token.text)
        if isNew || isBeginning(place, of: tokens) { kind = .declared }
      } else if token.kind == .name(isQuoted: false), kind == .text {
        let isAsked = !(start.map(Highlighter.stating.contains) ?? false)
        kind = isAsked && isNameOfNothing(place, of: tokens) ? .unknownName : .name
      }
      result.append(Highlight(range: token.range, kind: kind))
    }
  }

  /// The first token that uses words: behind `as`, `be` or `if`.
  private func bodyStart(of start: Keyword?, _ tokens: [Token], _ parser: Parser) -> Int {
    switch start {
    case .define, .let:
      tokens.firstIndex { [.as, .be, .if].contains($0.keyword) } ?? tokens.count
    case .kind, .relation, .event, .param: tokens.count
    default: 0
    }
  }

  /// Notes the words of a declaration with the forms they may take.
  private mutating func declare(_ tokens: [Token], _ new: Set<Int>, before body: Int) {
    for (place, token) in tokens.enumerated()
    where (place < body || new.contains(place)) && token.kind == .word && token.keyword == nil {
      let verb = Inflection.verb(token.text)
      declared.formUnion([
        token.text, Inflection.plural(token.text), verb.plural, verb.past, verb.participle,
      ])
    }
  }

  // MARK: Tokens

  private mutating func kind(of token: Token) -> Highlight.Kind {
    switch token.kind {
    case .term(let term): kind(of: term)
    case .word:
      if Parser.numberWords.contains(token.text) {
        .number
      } else {
        token.keyword == nil ? .unknownWord : .keyword
      }
    case .name: isKnown(token.text) ? .name : .text
    case .variable: .variable
    case .parameter: .parameter
    case .number: .number
    case .date: .date
    case .possessive: .keyword
    case .sign, .end: .sign
    }
  }

  private func kind(of term: Term) -> Highlight.Kind {
    if term.classes.contains(.kind) { return .kind }
    if !term.classes.isDisjoint(with: [.adjective, .fittingPhrase, .constant]) {
      return .adjective
    }
    if term.classes.contains(.attribute) { return .attribute }
    return term.classes.isSubset(of: .value) ? .adjective : .relation
  }

  private mutating func isKnown(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { resolver.find($0) } != .none
  }

  /// Whether a word ends the text so far and begins a form of several words.
  private func isBeginning(_ place: Int, of tokens: [Token]) -> Bool {
    let rest = tokens[(place + 1)...]
    guard rest.first?.kind == .end, tokens[place].range.end <= source.bytes.count else {
      return false
    }
    let isLast = source.bytes[tokens[place].range.end...].allSatisfy { $0 == 32 || $0 == 10 }
    return isLast && engine.model.vocabulary.step(from: 0, word: tokens[place].text) != nil
  }

  /// Whether the statement up to a name would look a thing up by it.
  ///
  /// What is written behind the name changes nothing, so a mark once made stays.
  private func isNameOfNothing(_ place: Int, of tokens: [Token]) -> Bool {
    let name = tokens[place]
    let end = Token(
      kind: .end, text: "", range: SourceRange(name.range.end, name.range.end), keyword: nil,
      startsLine: false)
    var parser = Parser(
      Array(tokens[...place]) + [end], source: source, vocabulary: engine.model.vocabulary,
      depthLimit: engine.limits.depth)
    parser.isTrial = true
    guard case .question(let question)? = parser.statement(), !parser.hasFailed, parser.isAtEnd
    else { return false }
    let bound = Binder.bind(question, model: engine.model)
    return bound.query.names.contains { $0.range == name.range && !$0.isParameter }
  }

  // MARK: Between tokens

  /// The parts with the comments between them, and with what is no token.
  private consuming func withGaps() -> [Highlight] {
    var all: [Highlight] = []
    var place = 0
    for highlight in result {
      gap(SourceRange(place, highlight.range.start), into: &all)
      all.append(highlight)
      place = highlight.range.end
    }
    gap(SourceRange(place, source.bytes.count), into: &all)
    return all
  }

  private func gap(_ range: SourceRange, into all: inout [Highlight]) {
    var place = range.start
    /// Moves over the bytes up to one that ends what begins here.
    func pass(while isInside: (UInt8) -> Bool) -> SourceRange {
      let start = place
      while place < range.end, isInside(source.bytes[place]) { place += 1 }
      return SourceRange(start, place)
    }
    while place < range.end {
      _ = pass { $0 <= 32 && $0 != 27 }
      guard place < range.end else { return }
      switch source.bytes[place] {
      case UInt8(ascii: "#"):
        all.append(Highlight(range: pass { $0 != 10 }, kind: .comment))
      case UInt8(ascii: "."), UInt8(ascii: "?"):
        all.append(
          Highlight(
            range: pass { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "?") }, kind: .sign))
      case 0xC2, 0xEF:
        // A no-break space, or the mark some editors put before a text.
        _ = pass { $0 >= 0x80 }
      default:
        let range = pass { $0 > 32 && $0 != UInt8(ascii: "#") }
        all.append(Highlight(range: range, kind: .unreadable))
      }
    }
  }
}
