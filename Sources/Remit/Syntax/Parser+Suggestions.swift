// SPDX-License-Identifier: Apache-2.0

/// What was probably meant by a word nobody declared.
extension Parser {
  /// A word in the place of the unknown one.
  private struct Suggestion {
    var edit: Diagnostic.Edit
    /// How unlikely it is, by its letters.
    var cost: Double
    /// How far the statement can be read with it.
    var reach: Reach = .no
  }

  /// How far a statement can be read with a suggestion.
  private enum Reach: Int, Comparable {
    /// To its end.
    case whole
    /// Past the word.
    case further
    /// Not past the word.
    case no

    static func < (lhs: Reach, rhs: Reach) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// How many suggestions are tried.
  private static let mostTrials = 16
  /// How many tokens a statement may have for suggestions to be tried.
  private static let longestTrial = 2_000

  /// A word nobody declared, with the nearest words that could stand there.
  func unknownWord(_ token: Token) -> Diagnostic {
    guard !isTrial else { return SyntaxMessages.unknownWord(token, edits: []) }
    if let request = request(token) {
      return SyntaxMessages.unknownWord(
        token, edits: [Diagnostic.Edit(range: request, replacement: "")])
    }
    if let command = command(token) { return SyntaxMessages.unknownWord(token, edits: [command]) }
    let phrasings = phrasings(token)
    if !phrasings.isEmpty {
      return SyntaxMessages.unknownWord(token, edits: Array(phrasings.prefix(3)))
    }
    if Synonyms.modals.contains(token.text) { return SyntaxMessages.modal(token) }
    var edits: [Diagnostic.Edit] = []
    if let phrase = vocabulary.valueNouns[token.text] {
      edits.append(Diagnostic.Edit(range: token.range, replacement: phrase))
    }
    if let synonym = Synonyms.word(for: token.text, in: vocabulary) {
      let edit = Diagnostic.Edit(range: token.range, replacement: synonym)
      if reach(with: edit) != .no { edits.append(edit) }
    }
    // A form of which only the first words are there comes last.
    let near = tried(misspeltForms(token) + nearWords(token))
    let isLast = tokens.dropLast().last?.range == token.range
    let longer = vocabulary.terms.keys.filter { $0.hasPrefix(token.text + " ") }.sorted()
      .map { form -> Diagnostic.Edit in
        let edit = Diagnostic.Edit(range: token.range, replacement: form)
        let whole = Diagnostic.Edit(range: token.range, replacement: form + " something")
        return isLast && canRead(with: whole) ? whole : edit
      }
    edits += near.map(\.edit) + longer
    var seen: Set<Diagnostic.Edit> = []
    return SyntaxMessages.unknownWord(
      token, edits: Array(edits.filter { seen.insert($0).inserted }.prefix(3)))
  }

  /// The words of `show me`, up to what is asked for.
  private func request(_ token: Token) -> SourceRange? {
    guard token.range == tokens.first?.range, Synonyms.requests.contains(token.text.lowercased())
    else { return nil }
    let rest = tokens.dropFirst().first { !["me", "us", "about"].contains($0.text) }
    guard let rest, rest.kind != .end else { return nil }
    return SourceRange(token.range.start, rest.range.start)
  }

  /// The word that begins a statement in the place of another tool's: `remove` for `delete`.
  private func command(_ token: Token) -> Diagnostic.Edit? {
    guard token.range == tokens.first?.range,
      let word = Synonyms.commands[token.text.lowercased()]
    else { return nil }
    let edit = Diagnostic.Edit(range: token.range, replacement: word)
    return reach(with: edit) == .no ? nil : edit
  }

  // MARK: Candidates

  /// The words nearest to the unknown one.
  private func nearWords(_ token: Token) -> [Suggestion] {
    let words = Array(vocabulary.allWords) + Keyword.allCases.filter(isOffered).map(\.text)
    let letters = Array(token.text.unicodeScalars)
    // `reviewed` is no misspelt `reviewer`.
    let isParticiple = ["ed", "ing"].contains(where: token.text.hasSuffix)
    return NearestName.nearest(to: token.text, among: words, limit: Parser.mostTrials).compactMap {
      word in
      if isParticiple, isOnlyNoun(word) { return nil }
      return Suggestion(
        edit: Diagnostic.Edit(range: token.range, replacement: word),
        cost: NearestName.cost(letters, Array(word.unicodeScalars)) + handicap(word))
    }
  }

  private func isOnlyNoun(_ word: String) -> Bool {
    vocabulary.terms[word]?.classes.isSubset(of: [.kind, .relationNoun]) == true
  }

  /// A short negation offered for a likely spelling would turn the question
  /// round; a longer one is not hit by chance where the rest can be read with it.
  private func isOffered(_ keyword: Keyword) -> Bool {
    !Parser.turning.contains(keyword) || keyword.text.utf8.count > 3
  }

  private static let turning: Set<Keyword> = [
    .no, .nobody, .nothing, .every, .each, .all, .everyone, .everything, .not, .without, .only,
    .fewer, .except,
  ]

  /// Of words as near, a present verb is likelier than a past one.
  private func handicap(_ word: String) -> Double {
    guard let classes = vocabulary.terms[word]?.classes,
      !classes.isDisjoint(with: [.pastVerb, .participle]),
      classes.isDisjoint(with: [.singularVerb, .pluralVerb])
    else { return 0 }
    return 0.01
  }

  /// Forms that begin with the unknown word and go on nearly as the text does:
  /// `start dte` is `start date`.
  private func misspeltForms(_ token: Token) -> [Suggestion] {
    let forms = vocabulary.terms.keys.filter { $0.hasPrefix(token.text + " ") }
    return forms.compactMap { form in
      let rest = form.dropFirst(token.text.count + 1)
      guard let end = end(ofWords: rest.split(separator: " ").count, after: token.range.end)
      else { return nil }
      let written = source.text(in: SourceRange(token.range.end, end))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !NearestName.nearest(to: written, among: [String(rest)], limit: 1).isEmpty else {
        return nil
      }
      let cost = NearestName.cost(Array(written.unicodeScalars), Array(rest.unicodeScalars))
      let range = SourceRange(token.range.start, end)
      return Suggestion(edit: Diagnostic.Edit(range: range, replacement: form), cost: cost)
    }
  }

  /// Where so many words of small letters end that follow a place on its line.
  private func end(ofWords count: Int, after place: Int) -> Int? {
    var place = place
    let bytes = source.bytes
    for _ in 0..<count {
      let start = place
      while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
      guard place > start else { return nil }
      let word = place
      while place < bytes.count, bytes[place] &- 97 < 26 { place += 1 }
      guard place > word else { return nil }
    }
    return place
  }

  // MARK: Trying

  /// The suggestions with which the statement can be read furthest, likely ones
  /// first; none with which it can be read no further than the word.
  private func tried(_ suggestions: [Suggestion]) -> [Suggestion] {
    guard tokens.count <= Parser.longestTrial else { return suggestions }
    let tried = suggestions.prefix(Parser.mostTrials).map { suggestion in
      var suggestion = suggestion
      suggestion.reach = reach(with: suggestion.edit)
      let isTurning = Keyword(word: suggestion.edit.replacement).map(Parser.turning.contains)
      if isTurning == true, suggestion.reach != .whole { suggestion.reach = .no }
      return suggestion
    }
    let best = tried.map(\.reach).min() ?? .no
    guard best != .no else { return [] }
    return tried.filter { $0.reach == best }.sorted { $0.cost < $1.cost }
  }

  /// Whether the whole statement can be read with an edit.
  func canRead(with edit: Diagnostic.Edit) -> Bool {
    !isTrial && tokens.count <= Parser.longestTrial && reach(with: edit) == .whole
  }

  private func reach(with edit: Diagnostic.Edit) -> Reach {
    guard let first = tokens.first, let last = tokens.dropLast().last else { return .no }
    let before = source.text(in: SourceRange(first.range.start, edit.range.start))
    let after = source.text(in: SourceRange(edit.range.end, last.range.end))
    let text = SourceText(before + edit.replacement + after)
    let lexed = Lexer.lex(text, in: SourceRange(0, text.bytes.count), vocabulary: vocabulary)
    guard lexed.diagnostics.isEmpty else { return .no }
    var trial = Parser(
      lexed.tokens, source: text, vocabulary: vocabulary, depthLimit: depthLimit)
    trial.isTrial = true
    trial.isInBlock = isInBlock
    _ = trial.statement()
    if !trial.hasFailed, !trial.isAtEnd { trial.failAtLeftover() }
    guard let mistake = trial.diagnostics.first else { return .whole }
    // Told may be an undeclared word further on, while the trial ended before it.
    let failure = trial.failure.map { trial.tokens[$0].range.start } ?? mistake.range.start
    let place = min(mistake.range.start, failure)
    let end = before.utf8.count + edit.replacement.utf8.count
    return place >= end ? .further : .no
  }
}
