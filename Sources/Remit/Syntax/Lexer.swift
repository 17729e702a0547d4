// SPDX-License-Identifier: Apache-2.0

/// Turns the text of one statement into tokens.
///
/// Works on bytes. A run of lower-case words is read as the longest declared
/// form of the vocabulary that begins there; capitalised words in a row are one
/// name. The lexer never fails: what it cannot read is reported and skipped.
///
/// - Complexity: O(*n*) in the bytes of the statement.
struct Lexer {
  private let source: SourceText
  private let vocabulary: Vocabulary
  private let range: SourceRange
  private var place: Int
  private var line = true
  private var tokens: [Token] = []
  private var diagnostics: [Diagnostic] = []

  private init(_ source: SourceText, _ range: SourceRange, _ vocabulary: Vocabulary) {
    self.source = source
    self.vocabulary = vocabulary
    self.range = range
    self.place = range.start
  }

  /// Reads the tokens of a statement.
  ///
  /// - Parameters:
  ///   - source: The text the statement stands in.
  ///   - range: The bytes of the statement.
  ///   - vocabulary: The declared forms.
  ///   - limit: The most tokens to read; one more is an error.
  /// - Returns: The tokens, the last of kind `end`, and what could not be read.
  static func lex(
    _ source: SourceText,
    in range: SourceRange,
    vocabulary: Vocabulary,
    limit: Int = 200_000
  ) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(source, range, vocabulary)
    lexer.scan(limit: limit)
    let end = SourceRange(lexer.place, lexer.place)
    lexer.tokens.append(Token(kind: .end, text: "", range: end, keyword: nil, startsLine: false))
    return (lexer.tokens, lexer.diagnostics.asTold())
  }

  // MARK: Scanning

  private mutating func scan(limit: Int) {
    while skipBlanks() {
      if tokens.count >= limit {
        diagnostics.append(SyntaxMessages.tooManyTokens(limit, at: SourceRange(place, range.end)))
        place = range.end
        return
      }
      let start = place
      let byte = source.bytes[place]
      switch byte {
      case UInt8(ascii: "\""): quoted(start)
      case UInt8(ascii: "$"): parameter(start)
      case UInt8(ascii: "'"): apostrophe(start)
      case 0xE2 where isTypographicQuote(): typographicQuote(start)
      case _ where byte.isWordByte: word(start)
      default: sign(start)
      }
    }
    trimEnd()
  }

  /// Moves to the next byte that means something; false at the end.
  private mutating func skipBlanks() -> Bool {
    while place < range.end {
      switch source.bytes[place] {
      case UInt8(ascii: "\n"):
        line = true
        place += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): place += 1
      case UInt8(ascii: "\r"):
        // Alone it would hide what stands before it on a terminal.
        if !endsLine(place) {
          let range = SourceRange(place, place + 1)
          diagnostics.append(SyntaxMessages.deceptiveCharacter("\r", at: range))
        }
        place += 1
      case 0xC2 where at(1) == 0xA0: place += 2
      case UInt8(ascii: "#"):
        let start = place
        while place < range.end, source.bytes[place] != UInt8(ascii: "\n") { place += 1 }
        diagnostics += Lexer.hidden(inComment: SourceRange(start, place), of: source)
      default: return true
      }
    }
    return false
  }

  /// Whether a carriage return is one of a line's end.
  private func endsLine(_ place: Int) -> Bool {
    place + 1 >= source.bytes.count || source.bytes[place + 1] == UInt8(ascii: "\n")
  }

  /// What in a comment a reader does not see, or sees in another order.
  static func hidden(inComment range: SourceRange, of source: SourceText) -> [Diagnostic] {
    let bytes = source.bytes[range.start..<range.end]
    guard bytes.contains(where: { $0 >= 0x7F || $0 < 0x20 && $0 != 9 && $0 != 13 }) else {
      return []
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return [SyntaxMessages.invalidEncoding(at: range)]
    }
    return text.unicodeScalars.first { $0 != "\t" && $0 != "\r" && Sanitizer.isHidden($0) }
      .map { [SyntaxMessages.deceptiveCharacter($0, at: range)] } ?? []
  }

  /// A statement may end with a full stop or a question mark.
  private mutating func trimEnd() {
    while let last = tokens.last, last.isStop { tokens.removeLast() }
    if let stray = tokens.first(where: \.isStop) {
      let command = tokens.first == stray && stray.text == "." ? tokens.dropFirst().first : nil
      if let command, command.kind == .word, command.range.start == stray.range.end {
        diagnostics.append(SyntaxMessages.promptCommand(stray, command))
      } else {
        diagnostics.append(SyntaxMessages.strayStop(stray))
      }
      tokens.removeAll(where: \.isStop)
    }
  }

  private func at(_ distance: Int) -> UInt8? {
    place + distance < range.end ? source.bytes[place + distance] : nil
  }

  private mutating func append(_ kind: Token.Kind, _ text: String, from start: Int) {
    tokens.append(
      Token(
        kind: kind,
        text: text,
        range: SourceRange(start, place),
        keyword: nil,
        startsLine: line
      )
    )
    line = false
  }

  // MARK: Words and names

  /// The end of the word that begins at `start`.
  ///
  /// `. - @ &` belong to a word when a letter or digit follows, and so does an
  /// apostrophe inside a capitalised word, as in `O'Neill`, unless it is `'s`.
  private func endOfWord(_ start: Int) -> Int {
    var end = start
    let isCapitalised = source.bytes[start].isCapital
    while end < range.end {
      let byte = source.bytes[end]
      if byte.isWordByte, !(byte == 0xE2 && isQuoteMark(end)), !(byte == 0xC2 && nbsp(end)) {
        end += 1
        continue
      }
      let next = end + 1 < range.end ? source.bytes[end + 1] : 0
      if end > start, byte.joinsWords, next.isWordByte {
        end += 1
      } else if end > start, byte == UInt8(ascii: "'"), isCapitalised, next.isLetter,
        !isPossessive(end)
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func nbsp(_ place: Int) -> Bool {
    place + 1 < range.end && source.bytes[place + 1] == 0xA0
  }

  private mutating func word(_ start: Int) {
    let end = endOfWord(start)
    guard let text = validated(SourceRange(start, end)) else {
      place = end
      return
    }
    place = end
    let first = source.bytes[start]
    if first.isDigit, numeric(text, start) { return }
    if !isName(text) || (end - start == 2 && first &- 97 < 26) {
      if isVariable(SourceRange(start, end)) {
        append(.variable, text, from: start)
      } else {
        term(text, start)
      }
      return
    }
    // The first word of a statement may be a capitalised word of the language.
    if tokens.isEmpty || isAfterColon {
      let lower = text.lowercased()
      if Keyword(word: lower) != nil || vocabulary.step(from: 0, word: lower) != nil,
        term(lower, start, mustMatch: true)
      {
        return
      }
    }
    name(text, start)
  }

  private var isAfterColon: Bool { tokens.last.map { $0.kind == .sign && $0.text == ":" } ?? false }

  /// Whether a word has something that only names have: a digit, a capital, an `@`.
  private func isName(_ word: String) -> Bool {
    var isASCII = true
    for byte in word.utf8 {
      if byte.isDigit || byte.isCapital || byte == UInt8(ascii: "@") { return true }
      if byte >= 0x80 { isASCII = false }
    }
    return !isASCII && word.unicodeScalars.contains(where: \.properties.isUppercase)
  }

  private func isVariable(_ range: SourceRange) -> Bool {
    let (length, first) = (range.end - range.start, source.bytes[range.start])
    guard length <= 2, first &- 97 < 26, first != UInt8(ascii: "a"), first != UInt8(ascii: "i")
    else { return false }
    return length == 1 || source.bytes[range.start + 1].isDigit
  }

  /// Reads the longest declared form that begins with `word`, or the word alone.
  ///
  /// With `mustMatch`, nothing is read unless it is a declared form or a
  /// keyword; then the answer is false.
  @discardableResult
  private mutating func term(_ word: String, _ start: Int, mustMatch: Bool = false) -> Bool {
    let afterWord = place
    var longest: (term: Term, end: Int)?
    var node = 0
    // `at least holders`: no form such as `least holders` begins behind `at`.
    let isBound = tokens.last?.keyword == .at && (word == "least" || word == "most")
    var next: String? = isBound ? nil : word
    var end = afterWord
    while let current = next, let step = vocabulary.step(from: node, word: current) {
      if let term = step.term { longest = (term, end) }
      node = step.node
      next = lowercaseWord(after: &end)
    }
    if let longest {
      place = longest.end
      append(.term(longest.term), longest.term.text, from: start)
    } else {
      place = afterWord
      if mustMatch, Keyword(word: word) == nil { return false }
      append(.word, word, from: start)
    }
    tokens[tokens.count - 1].keyword = Keyword(word: tokens[tokens.count - 1].text)
    return true
  }

  /// The word that follows `end` after blanks, with `end` moved behind it.
  private func lowercaseWord(after end: inout Int) -> String? {
    var start = end
    while start < range.end {
      let byte = source.bytes[start]
      if byte == 32 || byte == 9 || byte == 10 || byte == 13 && endsLine(start) {
        start += 1
      } else if byte == 0xC2, nbsp(start) {
        start += 2
      } else {
        break
      }
    }
    guard start > end, start < range.end, source.bytes[start].isWordByte else { return nil }
    let stop = endOfWord(start)
    end = stop
    return source.text(in: SourceRange(start, stop))
  }

  /// Appends a name; capitalised words in a row are one.
  private mutating func name(_ text: String, _ start: Int) {
    let isCapitalised = text.unicodeScalars.first?.properties.isUppercase == true
    if isCapitalised, !line, let last = tokens.last, last.kind == .name(isQuoted: false),
      source.text(in: SourceRange(last.range.end, start)).utf8.allSatisfy({ $0 == 32 || $0 == 9 }),
      last.text.unicodeScalars.first?.properties.isUppercase == true
    {
      tokens[tokens.count - 1].text += " " + text
      tokens[tokens.count - 1].range.end = place
      return
    }
    append(.name(isQuoted: false), text, from: start)
  }

  // MARK: Numbers and dates

  /// Reads a number or a date; false when the text is a name such as `6.1.2`.
  private mutating func numeric(_ text: String, _ start: Int) -> Bool {
    let bytes = source.bytes[start..<place]
    if bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"), bytes.count(where: \.isDigit) == 8
    {
      guard let day = Day(text) else {
        diagnostics.append(SyntaxMessages.noSuchDay(text, at: SourceRange(start, place)))
        append(.date(Day.earliest), text, from: start)
        return true
      }
      append(.date(day), text, from: start)
      return true
    }
    guard bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
      bytes.count(where: { $0 == UInt8(ascii: ".") }) <= 1, let number = Double(text),
      number.isFinite
    else { return false }
    append(.number(number), text, from: start)
    return true
  }

  // MARK: Signs, quotes, parameters

  /// Reads a text in straight quotes, in which `""` is one of them.
  private mutating func quoted(_ start: Int) {
    let mark = UInt8(ascii: "\"")
    place += 1
    let from = place
    var isDoubled = false
    while place < range.end, source.bytes[place] != UInt8(ascii: "\n") {
      if source.bytes[place] == mark {
        guard at(1) == mark else { break }
        isDoubled = true
        place += 1
      }
      place += 1
    }
    let inside = SourceRange(from, place)
    if place < range.end, source.bytes[place] == UInt8(ascii: "\"") {
      place += 1
    } else {
      diagnostics.append(SyntaxMessages.unclosedQuote(at: SourceRange(start, place)))
    }
    guard var text = validated(inside, quoted: true) else { return }
    if isDoubled { text = text.replacing("\"\"", with: "\"") }
    appendQuoted(text, from: start)
  }

  /// Appends a quoted text; with only marks before it, it goes on with the one before
  /// those: `"one" newline "two"`.
  private mutating func appendQuoted(_ text: String, from start: Int) {
    var marks: [HiddenMark] = []
    while let token = tokens.dropLast(marks.count).last, !token.isQuoted,
      let mark = HiddenMark(rawValue: token.text)
    {
      marks.insert(mark, at: 0)
    }
    guard !marks.isEmpty, let first = tokens.dropLast(marks.count).last, first.isQuoted else {
      append(.name(isQuoted: true), text, from: start)
      return
    }
    tokens.removeLast(marks.count)
    var joined = first.text
    for mark in marks { joined.unicodeScalars.append(mark.scalar) }
    tokens[tokens.count - 1].text = joined + text
    tokens[tokens.count - 1].range.end = place
  }

  private mutating func parameter(_ start: Int) {
    place += 1
    guard place < range.end, source.bytes[place].isWordByte else {
      diagnostics.append(SyntaxMessages.strayCharacter("$", at: SourceRange(start, place)))
      return
    }
    place = endOfWord(place)
    guard let text = validated(SourceRange(start + 1, place)) else { return }
    append(.parameter, text, from: start)
  }

  private func isPossessive(_ place: Int) -> Bool {
    guard place + 1 < range.end, source.bytes[place + 1] | 32 == UInt8(ascii: "s") else {
      return false
    }
    return place + 2 >= range.end || !source.bytes[place + 2].isWordByte
  }

  private mutating func apostrophe(_ start: Int) {
    if isPossessive(start) {
      place += 2
      append(.possessive, "'s", from: start)
    } else if let last = tokens.last, last.range.end == start, last.text.hasSuffix("s") {
      // The plural possessive: `the owners' names`.
      place += 1
      append(.possessive, "'s", from: start)
    } else {
      place += 1
      diagnostics.append(SyntaxMessages.singleQuote(at: SourceRange(start, place)))
    }
  }

  private func isQuoteMark(_ place: Int) -> Bool {
    guard place + 2 < range.end, source.bytes[place + 1] == 0x80 else { return false }
    return [0x98, 0x99, 0x9C, 0x9D, 0x9E].contains(source.bytes[place + 2])
  }

  private func isTypographicQuote() -> Bool { isQuoteMark(place) }

  /// Reads `’s` as `'s`, and text in typographic double quotes as quoted.
  private mutating func typographicQuote(_ start: Int) {
    let mark = source.bytes[place + 2]
    place += 3
    if mark == 0x99, place < range.end, source.bytes[place] == UInt8(ascii: "s") {
      place += 1
      append(.possessive, "'s", from: start)
      return
    }
    let from = place
    while place < range.end, source.bytes[place] != UInt8(ascii: "\n") {
      if source.bytes[place] == 0xE2, isQuoteMark(place) { break }
      place += 1
    }
    guard place < range.end, source.bytes[place] == 0xE2, mark == 0x9C || mark == 0x9E else {
      diagnostics.append(SyntaxMessages.unclosedQuote(at: SourceRange(start, place)))
      return
    }
    let inside = SourceRange(from, place)
    place += 3
    guard let text = validated(inside, quoted: true) else { return }
    appendQuoted(text, from: start)
  }

  private mutating func sign(_ start: Int) {
    let byte = source.bytes[start]
    if at(1) == UInt8(ascii: "="), "<>!".utf8.contains(byte) {
      place += 2
      append(.sign, String(UnicodeScalar(byte)) + "=", from: start)
      return
    }
    place += 1
    if ",:()+*-/=<>.?".utf8.contains(byte) {
      append(.sign, String(UnicodeScalar(byte)), from: start)
    } else {
      let (scalar, range) = (UnicodeScalar(byte), SourceRange(start, place))
      diagnostics.append(
        byte < 32 || byte == 127
          ? SyntaxMessages.deceptiveCharacter(scalar, at: range)
          : SyntaxMessages.strayCharacter(String(scalar), at: range, isLast: isRestBlank))
    }
  }

  /// Whether nothing but blanks follows in the statement.
  private var isRestBlank: Bool {
    source.bytes[place..<range.end].allSatisfy { $0 == 32 || $0 == 10 || $0 == 9 || $0 == 13 }
  }

  // MARK: Text

  /// The text of a range if it is valid UTF-8 without characters that deceive.
  private mutating func validated(_ range: SourceRange, quoted: Bool = false) -> String? {
    let bytes = source.bytes[range.start..<range.end]
    if bytes.allSatisfy({ $0 >= 32 && $0 < 127 }) { return source.text(in: range) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      diagnostics.append(SyntaxMessages.invalidEncoding(at: range))
      return nil
    }
    for scalar in text.unicodeScalars where scalar.isDeceptive(quoted: quoted) {
      diagnostics.append(SyntaxMessages.deceptiveCharacter(scalar, at: range))
      return nil
    }
    return text
  }
}

extension Token {
  /// Whether it is the sign that ends a statement.
  fileprivate var isStop: Bool { isSign && (text == "." || text == "?") }
}
