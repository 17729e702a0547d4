// SPDX-License-Identifier: Apache-2.0

/// A word or name that could come next.
public struct Completion: Sendable, Hashable {
  /// What it does for the statement: completions are listed by that.
  public enum Purpose: Int, Sendable, Hashable, CaseIterable {
    /// What is asked about: a kind of thing.
    case thing
    /// Leaves fewer things: an adjective, an attribute, `who`, `no`.
    case narrow
    /// Leads to other things: a verb, a noun for the end of a link.
    case link
    /// Makes a number of things, or compares one: `number`, `at least`.
    case count
    /// Says when: `before`, `last`.
    case time
    /// A value of an attribute, or a word for one.
    case value
    /// Goes on with more of the same: `and`, `except`.
    case join
    /// Arranges the answer: `showing`, `sorted`.
    case finish
    /// Declares, states or checks something instead of asking.
    case tell
    /// The name of a thing.
    case name
  }

  /// What to insert, in quotes if it must be.
  public var text: String
  /// What it is, in a word: verb, attribute, adjective, noun, kind, keyword, name.
  public var category: String
  /// More about it: a name's title, what a verb links, the type of an attribute.
  public var detail: String?
  /// What it does for the statement.
  public var purpose: Purpose
  /// For a word of the model, the declared word it is a form of: `own` for `owned`.
  public var base: String?
  /// For a name, the kinds of things it stands among, in the plural: `people`.
  public var kind: String?
}

/// What could stand at the end of a text.
public struct Completions: Sendable {
  /// The part of the text that is replaced.
  public var range: SourceRange
  /// What could stand there: all words, and the first of the names.
  public var completions: [Completion]
  /// How many names have been left out.
  public var more: Int
}

extension Engine {
  /// Whether a text typed so far is not yet a whole statement.
  ///
  /// It is when its last statement is well-formed as far as it goes and stops
  /// where more has to come.
  public func isIncomplete(_ text: String) -> Bool {
    let source = SourceText(text)
    return DeepStack.run(levels: levels(of: source)) { isIncomplete(source) }
  }

  private func isIncomplete(_ source: SourceText) -> Bool {
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
  /// names of a fitting kind. Letters may be typed in any case, and the words of a
  /// name without quotes.
  ///
  /// - Parameter text: A statement so far, or a script with one at its end.
  /// - Returns: The part of the text the completions replace, and the completions: words
  ///   by what they do, then up to 100 names; none of a text that is longer than is read.
  /// - Complexity: One look at each word of the model that fits the place, and at each
  ///   name of the kinds that do.
  public func completions(for text: String) -> Completions {
    let end = text.utf8.count
    guard end <= limits.sourceBytes else {
      return Completions(range: SourceRange(end, end), completions: [], more: 0)
    }
    let finder = CompletionFinder(engine: self, text: text)
    return DeepStack.run(levels: levels(of: SourceRange(0, end))) { finder.completions() }
  }
}
