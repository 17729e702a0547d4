// SPDX-License-Identifier: Apache-2.0

/// What was probably meant by a statement that cannot be read, where the words of the
/// model alone do not tell: other languages, capitals, and what things are called.
extension Engine {
  /// The mistakes of a statement's form, with what was probably meant.
  func suggesting(
    _ mistakes: [Diagnostic], _ range: SourceRange, of source: SourceText,
    _ vocabulary: Vocabulary
  ) -> [Diagnostic] {
    if let foreign = refusingForeign(range, of: source, vocabulary) { return [foreign] }
    let mending = mendingAll(range, of: source, vocabulary)
    let suggested = mistakes.map { mistake in
      var mistake = suggesting(mistake, range, of: source, vocabulary)
      if let mending { mistake.edits = [[mending]] }
      return mistake
    }
    guard suggested.allSatisfy(\.edits.isEmpty) else { return suggested }
    return refusingCapitals(range, of: source, vocabulary).map { [$0] } ?? suggested
  }

  /// The mistakes of a statement that was read, with what was meant by a name of nothing
  /// in capitals.
  func suggesting(_ mistakes: [Diagnostic], _ context: Context) -> [Diagnostic] {
    let (range, source) = (context.range, context.source)
    guard
      let mistake = mistakes.first(where: {
        $0.id == "unknown-name" && $0.edits.isEmpty
          && source.bytes[$0.range.start] != UInt8(ascii: "\"")
      })
    else { return mistakes }
    if mistake.range.start == range.start,
      let foreign = refusingForeign(range, of: source, model.vocabulary)
    {
      return [foreign]
    }
    return refusingCapitals(range, of: source, model.vocabulary).map { [$0] } ?? mistakes
  }

  private func refusingForeign(
    _ range: SourceRange, of source: SourceText, _ vocabulary: Vocabulary
  ) -> Diagnostic? {
    let kind = model.schema.kinds.first { !$0.isRecord && !$0.isTable && !$0.isHidden }
    return ForeignQuery.refusal(of: range, in: source, vocabulary, example: kind?.plural)
  }

  /// Refuses words in capitals where the statement can be read with them in small letters,
  /// as they are or with what is suggested then.
  private func refusingCapitals(
    _ range: SourceRange, of source: SourceText, _ vocabulary: Vocabulary
  ) -> Diagnostic? {
    let names = builder()
    for isOtherName in [true, false] {
      let words = CapitalWords(range, of: source, vocabulary) { name in
        names.names(like: name, kinds: model.factKinds).first.map(NameLookup.quoted)
          ?? (isOtherName ? name : name.lowercased())
      }
      guard let words else { return nil }
      let small = SourceText(words.small)
      let whole = SourceRange(0, small.bytes.count)
      let edited = syntax(whole, of: small, vocabulary).1.first.map {
        suggesting($0, whole, of: small, vocabulary).applyingEdit(to: small)
      }
      guard let text = edited ?? words.small,
        syntax(SourceRange(0, text.utf8.count), of: SourceText(text), vocabulary).1.isEmpty
      else { continue }
      return SyntaxMessages.capitalWords(
        source.text(in: words.place), at: words.place,
        edit: Diagnostic.Edit(range: range, replacement: text))
    }
    return nil
  }

  /// How many misspelt words of a statement are mended together.
  private static let mostMended = 5

  /// An edit that mends several misspelt words, each of which alone is not enough.
  private func mendingAll(
    _ range: SourceRange, of source: SourceText, _ vocabulary: Vocabulary
  ) -> Diagnostic.Edit? {
    var text = SourceText(source.text(in: range))
    for round in 0...Engine.mostMended {
      let whole = SourceRange(0, text.bytes.count)
      guard let mistake = syntax(whole, of: text, vocabulary).1.first else {
        return round > 1 ? Diagnostic.Edit(range: range, replacement: text.string) : nil
      }
      guard mistake.id == "unknown-word",
        let mended = suggesting(mistake, whole, of: text, vocabulary).applyingEdit(to: text)
      else { return nil }
      text = SourceText(mended)
    }
    return nil
  }

  /// A mistake with a name that was probably meant.
  private func suggesting(
    _ mistake: Diagnostic, _ range: SourceRange, of source: SourceText, _ vocabulary: Vocabulary
  ) -> Diagnostic {
    guard ["unknown-word", "unexpected-word"].contains(mistake.id) else { return mistake }
    if let denied = deniedWord(at: mistake.range.start, in: source) {
      return EngineMessages.deniedWord(source.line(in: denied), at: denied)
    }
    func read(_ edit: Diagnostic.Edit) -> StatementSyntax? {
      let text = SourceText(
        source.text(in: SourceRange(range.start, edit.range.start)) + edit.replacement
          + source.text(in: SourceRange(edit.range.end, range.end)))
      let (statement, mistakes) = syntax(
        SourceRange(0, text.bytes.count), of: text, vocabulary)
      return mistakes.isEmpty ? statement : nil
    }
    func works(_ edit: Diagnostic.Edit) -> Bool { read(edit) != nil }
    func hasMeaning(_ edit: Diagnostic.Edit) -> Bool {
      guard case .question(let question)? = read(edit) else { return false }
      var binder = Binder(sharedModel)
      _ = binder.bind(question)
      return binder.diagnostics.isEmpty
    }
    var mistake = mistake
    if let edit = PlainNames(builder: builder()).edit(at: mistake.range, in: source), works(edit) {
      (mistake.help, mistake.edits) = ([], [[edit]])
      return mistake
    }
    let tokens = Lexer.lex(source, in: range, vocabulary: vocabulary).tokens
    let readings = Whereabouts.readings(around: mistake.range, in: tokens, vocabulary)
    let found = readings.lazy.map { $0.edits(in: self).filter(works) }.first { !$0.isEmpty }
    if let found {
      (mistake.help, mistake.edits) = ([], found.prefix(Engine.mostWhereabouts).map { [$0] })
    } else if mistake.edits.isEmpty,
      let help = readings.lazy.compactMap({ $0.help(in: model) }).first
    {
      mistake.help = [help]
    } else if mistake.edits.isEmpty,
      let values = ValueWords(at: mistake.range, in: tokens, builder(), model)
    {
      if let edit = values.edits(in: source, today: today).first(where: works) {
        (mistake.help, mistake.edits) = ([], [[edit]])
      } else if let help = values.help {
        mistake.help = [help]
      }
    } else if mistake.edits.isEmpty, range.end - range.start <= Engine.mostVerbBytes,
      let verbs = VerbWords(at: mistake.range, in: tokens, vocabulary)
    {
      mistake.edits = verbs.edits.lazy.filter(hasMeaning)
        .prefix(Engine.mostWhereabouts).map { [$0] }
    }
    return mistake
  }

  /// How many meanings of `in`, and verbs, are told.
  private static let mostWhereabouts = 3
  /// Verbs are tried in no longer statement: each has it read and bound.
  private static let mostVerbBytes = 2000
}
