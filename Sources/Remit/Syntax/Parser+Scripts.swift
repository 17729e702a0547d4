// SPDX-License-Identifier: Apache-2.0

/// Statements of scripts: blocks, text, checks, expectations.
extension Parser {
  // MARK: Blocks

  /// for-each = "for" "each" np ":" block ;
  mutating func forEach() -> StatementSyntax? {
    take()
    take()
    var noun = nounPhrase()
    noun.determiner = noun.determiner ?? .every
    expect(sign: ":")
    return .forEach(ForEachSyntax(noun: noun, body: block()))
  }

  /// if = "if" props ":" block [ LINE "otherwise" ":" block ] ;
  mutating func choice() -> StatementSyntax? {
    let column = column(of: take())
    let condition = propositions()
    expect(sign: ":")
    let body = block()
    var otherwise: [BlockStatementSyntax] = []
    if at(.otherwise), self.column(of: token()) == column || !token().startsLine {
      take()
      expect(sign: ":")
      otherwise = block()
    }
    return .choice(IfSyntax(condition: condition, body: body, otherwise: otherwise))
  }

  /// block = statement | LINE statement { LINE statement } ;
  ///
  /// Lines that are indented alike are its statements; a deeper line belongs to
  /// the one above it.
  mutating func block() -> [BlockStatementSyntax] {
    guard !hasFailed else { return [] }
    guard !isAtEnd else {
      fail()
      return []
    }
    let isIndented = token().startsLine
    let indent = column(of: token())
    var statements: [BlockStatementSyntax] = []
    repeat {
      let start = position
      var end = position + 1
      while !isEnd(end - position),
        !token(end - position).startsLine
          || column(of: token(end - position)) > indent || isIndented && isOtherwise(end, indent)
      { end += 1 }
      // On the line of the colon only what stands on it belongs to the block.
      statements += nestedStatement(from: start, to: end)
    } while isIndented && !hasFailed && !isAtEnd && token().startsLine
      && column(of: token()) == indent
    return statements
  }

  /// Whether `otherwise` goes on with an `if` of the same block.
  private func isOtherwise(_ place: Int, _ indent: Int) -> Bool {
    let token = tokens[min(place, tokens.count - 1)]
    return token.keyword == .otherwise && column(of: token) == indent
  }

  /// Reads the tokens of one statement of a block on their own.
  private mutating func nestedStatement(from start: Int, to end: Int) -> [BlockStatementSyntax] {
    nested([]) { parser in
      let last = parser.tokens[end - 1].range.end
      let stop = Token(
        kind: .end, text: "", range: SourceRange(last, last), keyword: nil, startsLine: false)
      var inner = Parser(
        Array(parser.tokens[start..<end]) + [stop], source: parser.source,
        vocabulary: parser.vocabulary, depthLimit: parser.depthLimit)
      inner.depth = parser.depth
      inner.isInBlock = true
      let first = inner.range
      let statement = inner.statement()
      if !inner.hasFailed, !inner.isAtEnd { inner.failAtLeftover() }
      if inner.hasFailed {
        parser.fail(inner.diagnostics[0])
        parser.expected = inner.expected
        parser.furthest = start + inner.furthest
        return []
      }
      parser.position = end
      if parser.position == parser.tokens.count - 1 {
        parser.expected = inner.expected
        parser.furthest = start + inner.furthest
      }
      return statement.map {
        [BlockStatementSyntax(statement: $0, range: SourceRange(first.start, last))]
      } ?? []
    }
  }

  /// How far a token is from the beginning of its line.
  private func column(of token: Token) -> Int {
    var place = token.range.start
    while place > 0, source.bytes[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    return token.range.start - place
  }

  // MARK: Text

  /// print = ( "print" | "heading" ) STRING ;
  ///
  /// `{TERM}` in the text is the value of the term, `{{` a brace.
  mutating func print() -> StatementSyntax? {
    let isHeading = take().keyword == .heading
    let text = expectText()
    guard !hasFailed else { return nil }
    return .print(
      PrintSyntax(isHeading: isHeading, pieces: pieces(of: text), text: text))
  }

  private mutating func pieces(of text: NameSyntax) -> [PrintSyntax.Piece] {
    var pieces: [PrintSyntax.Piece] = []
    var plain: [UInt8] = []
    var place = text.range.start
    while place < text.range.end, !hasFailed {
      let inside = quotedPart(from: place)
      self.pieces(in: inside, &pieces, &plain)
      // Typographic quotes take three bytes.
      place = inside.end + (inside.start - place)
      let next = marks(from: place, to: text.range.end)
      plain += next.marks
      place = next.end
    }
    flush(&plain, into: &pieces)
    return pieces
  }

  private func flush(_ plain: inout [UInt8], into pieces: inout [PrintSyntax.Piece]) {
    if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
    plain = []
  }

  /// What stands within the quotes that open at a place.
  private func quotedPart(from start: Int) -> SourceRange {
    let quote = UInt8(ascii: "\"")
    let isStraight = source.bytes[start] == quote
    var end = start + (isStraight ? 1 : 3)
    let inside = end
    while end < source.bytes.count {
      let byte = source.bytes[end]
      if isStraight, byte == quote {
        guard end + 1 < source.bytes.count, source.bytes[end + 1] == quote else { break }
        end += 2
      } else if !isStraight, byte == 0xE2, end + 2 < source.bytes.count,
        source.bytes[end + 1] == 0x80,
        [0x98, 0x99, 0x9C, 0x9D, 0x9E].contains(source.bytes[end + 2])
      {
        break
      } else {
        end += 1
      }
    }
    return SourceRange(inside, end)
  }

  /// The characters of the marks between two quoted parts, and where the next opens.
  private func marks(from start: Int, to limit: Int) -> (marks: [UInt8], end: Int) {
    var bytes: [UInt8] = []
    var place = start
    while place < limit {
      let word = place
      while place < limit, source.bytes[place] &- 97 < 26 { place += 1 }
      if place > word {
        let mark = HiddenMark(rawValue: source.text(in: SourceRange(word, place)))
        if let mark { bytes.append(contentsOf: mark.scalar.utf8) }
      } else if source.bytes[place] == UInt8(ascii: "#") {
        while place < limit, source.bytes[place] != UInt8(ascii: "\n") { place += 1 }
      } else if source.bytes[place] == UInt8(ascii: "\"") || source.bytes[place] == 0xE2 {
        break
      } else {
        place += 1
      }
    }
    return (bytes, place)
  }

  private mutating func pieces(
    in inside: SourceRange, _ pieces: inout [PrintSyntax.Piece], _ plain: inout [UInt8]
  ) {
    let quote = UInt8(ascii: "\"")
    let isStraight = source.bytes[inside.start - 1] == quote
    var place = inside.start
    let end = inside.end
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    while place < end, !hasFailed {
      let byte = source.bytes[place]
      if byte == open || byte == close, place + 1 < end, source.bytes[place + 1] == byte {
        plain.append(byte)
        place += 2
      } else if byte == open {
        let start = place + 1
        while place < end, source.bytes[place] != close { place += 1 }
        guard place < end else {
          fail(SyntaxMessages.openBrace(at: SourceRange(start - 1, end)))
          break
        }
        flush(&plain, into: &pieces)
        let range = SourceRange(start, place)
        pieces.append(.term(term(in: range, of: isStraight ? singled(range) : source), range))
        place += 1
      } else if isStraight, byte == quote {
        // It is written twice.
        plain.append(byte)
        place += 2
      } else {
        plain.append(byte)
        place += 1
      }
    }
  }

  /// The source with the quotes of a term that stands in a quoted text as they
  /// stand elsewhere: `""Ann""` as ` "Ann" `, every byte at its place.
  private func singled(_ range: SourceRange) -> SourceText {
    let quote = UInt8(ascii: "\"")
    var bytes = source.bytes
    var isOpen = false
    var place = range.start
    while place + 1 < range.end {
      guard bytes[place] == quote, bytes[place + 1] == quote else {
        place += 1
        continue
      }
      bytes[isOpen ? place + 1 : place] = UInt8(ascii: " ")
      isOpen.toggle()
      place += 2
    }
    return SourceText(bytes: bytes, name: source.name)
  }

  /// Reads a term that stands in a text.
  private mutating func term(in range: SourceRange, of source: SourceText) -> TermSyntax {
    let lexed = Lexer.lex(source, in: range, vocabulary: vocabulary)
    if let diagnostic = lexed.diagnostics.first { fail(diagnostic) }
    var inner = Parser(
      lexed.tokens, source: source, vocabulary: vocabulary, depthLimit: depthLimit)
    inner.depth = depth
    let term = inner.term()
    if !inner.hasFailed, !inner.isAtEnd { inner.fail() }
    if inner.hasFailed { fail(inner.diagnostics[0]) }
    return term
  }

  // MARK: Parameters and files

  /// param = "param" words ":" type [ "=" value ] ;
  mutating func param() -> StatementSyntax? {
    take()
    let name = words { $0.token().kind == .sign }
    expect(sign: ":")
    guard case .value(let type) = type() else {
      fail()
      return nil
    }
    return .param(ParamSyntax(name: name, type: type, value: take(sign: "=") ? value() : nil))
  }

  /// export = "export" question "to" STRING ;
  mutating func export() -> StatementSyntax? {
    take()
    guard let question = question() else { return nil }
    expect(.to)
    return .export(ExportSyntax(question: question, file: expectText()))
  }

  /// save = "save" STRING ;
  mutating func save() -> StatementSyntax? {
    take()
    if at(.to), !hasFailed {
      fail(SyntaxMessages.superfluous(range, "to"))
    }
    return .save(expectText())
  }

  // MARK: Expectations

  /// expect = "expect" question { LINE row-of-expect } ;
  mutating func expectation() -> StatementSyntax? {
    take()
    isInExpectation = true
    let read = question()
    isInExpectation = false
    guard let question = read else { return nil }
    var rows: [[NameSyntax]] = []
    while !hasFailed, !isAtEnd, at(sign: "=") {
      guard let row = expectedRow() else { break }
      if !row.isEmpty { rows.append(row) }
    }
    return .expect(ExpectSyntax(question: question, rows: rows))
  }

  /// row-of-expect = "=" ( "nothing" | cell { "," cell } ) ;
  private mutating func expectedRow() -> [NameSyntax]? {
    take()
    if take(.nothing) { return [] }
    var row: [NameSyntax] = []
    repeat { row.append(cell()) } while take(sign: ",") && !hasFailed
    return hasFailed ? nil : row
  }

  /// cell = NAME | NUMBER | DATE | "unknown" | words ;
  ///
  /// A cell is compared as it is shown; `unknown` is an empty one.
  private mutating func cell() -> NameSyntax {
    let start = range.start
    if atName() || atNumber() || atDate() { return takeName() }
    if take(.unknown) { return NameSyntax(text: "", range: range(from: start)) }
    let words = words {
      $0.token().kind == .sign || $0.token().startsLine && $0.range.start != start
    }
    return NameSyntax(text: words.text, range: words.range)
  }
}
