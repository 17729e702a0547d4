// SPDX-License-Identifier: Apache-2.0

/// Finds what in a statement runs but probably does not mean what was wanted.
///
/// Needs the model and no data. Each finding has an edit that was tried: the
/// statement with it can be read, and the finding is gone.
struct Linter {
  let model: Model
  let source: SourceText
  let statement: StatementSyntax
  let range: SourceRange
  let tokens: [Token]
  let vocabulary: Vocabulary

  /// Makes a linter for a statement.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - range: Where it stands.
  ///   - source: The text it stands in.
  ///   - vocabulary: The declared forms it was read with.
  ///   - model: The model.
  init(
    _ statement: StatementSyntax, in range: SourceRange, of source: SourceText,
    vocabulary: Vocabulary, model: Model
  ) {
    self.model = model
    self.source = source
    self.statement = statement
    self.range = range
    self.vocabulary = vocabulary
    tokens = Lexer.lex(source, in: range, vocabulary: vocabulary).tokens
      .filter { $0.kind != .end }
  }

  /// The findings in the order of their places.
  var diagnostics: [Diagnostic] {
    let found =
      verbNumbers() + negatedObjects() + commas() + contradictions() + pastsWithoutTime()
    return found.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  // MARK: Trying edits

  /// The statement's text with edits.
  func text(applying edits: [Diagnostic.Edit]) -> String {
    let moved = edits.map { edit in
      let place = SourceRange(edit.range.start - range.start, edit.range.end - range.start)
      return Diagnostic.Edit(range: place, replacement: edit.replacement)
    }
    let text = SourceText(source.text(in: range))
    return Diagnostic("", "", at: range, edits: [moved]).applyingEdit(to: text) ?? text.string
  }

  /// A linter of the statement with edits, if it can be read then.
  func applying(_ edits: [Diagnostic.Edit]) -> Linter? {
    let text = SourceText(text(applying: edits))
    guard let (statement, range) = Parser.soleStatement(of: text, vocabulary) else { return nil }
    if case .question(let question) = statement,
      !Binder.bind(question, model: model).diagnostics.isEmpty
    {
      return nil
    }
    return Linter(statement, in: range, of: text, vocabulary: vocabulary, model: model)
  }

  /// The first of some edits after which the statement can be read and fulfils a
  /// condition.
  func firstWorking(
    _ edits: [[Diagnostic.Edit]], _ condition: (Linter) -> Bool
  ) -> [[Diagnostic.Edit]] {
    edits.first { applying($0).map(condition) == true }.map { [$0] } ?? []
  }

  // MARK: Looking

  /// The tokens of a range.
  func tokens(in range: SourceRange) -> [Token] {
    tokens.filter { $0.range.start >= range.start && $0.range.end <= range.end }
  }

  /// What a phrase asks for, if it means something on its own.
  func query(_ phrase: PhraseSyntax) -> BoundQuery? {
    var phrase = phrase
    phrase.noun.determiner = nil
    let question = QuestionSyntax(
      subject: .set(SetSyntax(first: phrase)), subjectRange: phrase.range, range: phrase.range)
    let (query, diagnostics) = Binder.bind(
      question, model: model, letters: letters(at: phrase.range))
    return diagnostics.isEmpty ? query : nil
  }

  /// What the letters of blocks mean at a place: some thing of the kind, as no
  /// data is looked at.
  func letters(at place: SourceRange) -> Letters {
    TreeSearch.nodes(of: ForEachSyntax.self, in: statement)
      .filter { loop in loop.body.contains { $0.range.contains(place) } }
      .reduce(Letters()) { letters, loop in
        var binder = Binder(model, letters: letters)
        let variable = binder.headNoun(loop.noun).variable
        guard let kind = binder.variables[variable.index].kinds.first else { return letters }
        return letters.adding(loop.noun.variable?.text, Entity(kind: kind, node: 0))
      }
  }
}

extension NounPhraseSyntax {
  /// The words of the noun itself.
  var headWords: [WordSyntax] {
    switch head {
    case .kinds(let words): words
    case .relation(let noun, _): noun.words
    case .indefinite, .reference, .missing: []
    }
  }
}
