// SPDX-License-Identifier: Apache-2.0

/// What a linter has to say of a script.
public struct LintReport: Sendable {
  /// The script.
  public var source: SourceText
  /// What probably does not mean what was wanted, in the order of the places.
  public var findings: [Diagnostic]
  /// The statements that cannot be run at all.
  public var errors: [QueryError]
}

extension Engine {
  /// Reports what in a script runs but probably does not mean what was wanted.
  ///
  /// The model and the facts of the script are taken over; nothing else of it is
  /// run. A comment `# lint: allow ID` silences a lint in the statement it stands
  /// in or above.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - cancellation: Stops it from another thread.
  /// - Returns: The findings, and the mistakes of statements that cannot be run.
  public mutating func lint(
    _ source: SourceText, cancellation: Cancellation? = nil
  ) -> LintReport {
    var report = LintReport(source: source, findings: [], errors: [])
    do {
      try checkText(of: source)
    } catch {
      report.errors.append(error)
      return report
    }
    let outer = running
    running = .model
    defer { running = outer }
    DeepStack.run(levels: levels(of: source)) { lint(source, cancellation, &report) }
    return report
  }

  private mutating func lint(
    _ source: SourceText, _ cancellation: Cancellation?, _ report: inout LintReport
  ) {
    let ranges = StatementSplitter.split(source)
    let allowances = LintAllowances(source, ranges)
    report.findings = allowances.diagnostics
    for (number, range) in ranges.enumerated() {
      do {
        let context = Context(source: source, range: range, cancellation: cancellation)
        let (statement, vocabulary) = try read(range, of: source)
        if case .question(let question) = statement {
          let mistakes = Binder.bind(question, model: model).diagnostics
          guard mistakes.isEmpty else {
            report.errors.append(
              QueryError(code: .invalid, diagnostics: mistakes, source: source))
            continue
          }
        }
        let linter = Linter(
          statement, in: range, of: source, vocabulary: vocabulary, model: model)
        let found = linter.diagnostics + emptyEvery(linter, context)
        report.findings += found.filter { !allowances.allow($0.id, in: number) }.map {
          $0.reading(statement)
        }
        try perform(statement, context) { _ in }
      } catch {
        report.errors.append(error)
        if error.code == .cancelled { break }
      }
    }
    report.findings.sort { $0.range.start < $1.range.start }
  }

  /// What the statements of a text probably do not mean, for a prompt: nothing is
  /// run, no data is looked at, and what cannot be read says nothing here.
  ///
  /// - Parameter source: The text.
  /// - Returns: The findings in the order of their places.
  public func warnings(_ source: SourceText) -> [Diagnostic] {
    let ranges = StatementSplitter.split(source)
    let allowances = LintAllowances(source, ranges)
    return ranges.enumerated().flatMap { number, range -> [Diagnostic] in
      DeepStack.run(levels: levels(of: range)) {
        guard let (statement, vocabulary) = try? read(range, of: source) else { return [] }
        let linter = Linter(
          statement, in: range, of: source, vocabulary: vocabulary, model: model)
        return linter.diagnostics.filter { !allowances.allow($0.id, in: number) }.map {
          $0.reading(statement)
        }
      }
    }
  }

  // MARK: Every of none

  /// `every X` where the graph has no X.
  private func emptyEvery(_ linter: Linter, _ context: Context) -> [Diagnostic] {
    let nouns = TreeSearch.nodes(of: NounPhraseSyntax.self, in: linter.statement).filter {
      $0.determiner == .every && $0.determinerRange != nil
    }
    guard !nouns.isEmpty else { return [] }
    var engine = self
    var contexts: [ContextSyntax] = []
    if case .question(let question) = linter.statement { contexts = question.contexts }
    return nouns.compactMap { noun in
      var asked = noun
      asked.determiner = nil
      let phrase = PhraseSyntax(noun: asked, range: noun.range)
      var question = QuestionSyntax(
        contexts: contexts, subject: .set(SetSyntax(first: phrase)), subjectRange: noun.range,
        range: noun.range)
      question.first = .number(1)
      // What depends on the rest of the statement has no answer of its own.
      guard let answer = try? engine.answer(question, context), answer.isEmpty else {
        return nil
      }
      return emptyEvery(noun, linter)
    }
  }

  private func emptyEvery(_ noun: NounPhraseSyntax, _ linter: Linter) -> Diagnostic {
    let start = noun.determinerRange?.end ?? noun.range.start
    let words = linter.tokens(in: SourceRange(start, noun.range.end))
    let place = SourceRange(words.first?.range.start ?? start, noun.range.end)
    let phrase = linter.source.line(in: place)
    let phrases = TreeSearch.nodes(of: PhraseSyntax.self, in: linter.statement)
    let propositions = TreeSearch.nodes(of: PropositionsSyntax.self, in: linter.statement)
    let article = phrase.first.map("aeiou".contains) == true ? "an" : "a"
    var edits: [[Diagnostic.Edit]] = []
    func insert(_ text: String, at place: Int) {
      let range = SourceRange(place, place)
      edits.append([
        Diagnostic.Edit(range: range, replacement: "\(text) there is \(article) \(phrase)")
      ])
    }
    if let phrase = phrases.first(where: { $0.range.contains(noun.range) }) {
      insert(phrase.condition == nil ? ", where" : ", and", at: phrase.range.end)
    }
    if let whole = propositions.first(where: { $0.range.contains(noun.range) }) {
      insert(", and", at: whole.range.end)
    }
    return LintMessages.vacuousEvery(
      phrase, at: noun.range, edits: linter.firstWorking(edits) { _ in true })
  }
}

extension Diagnostic {
  /// The same with how a question was read.
  fileprivate func reading(_ statement: StatementSyntax) -> Diagnostic {
    guard case .question(let question) = statement else { return self }
    var diagnostic = self
    diagnostic.reading = SyntaxPrinter.reading(of: question)
    return diagnostic
  }
}
