// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What the parser says could come next: the source of every completion.
struct ExpectationTests {
  @Test(arguments: Corpus.questions)
  func `at every place of a question its next word is expected`(_ question: CorpusQuestion) {
    check(question)
  }

  @Test func `at every place of a generated question its next word is expected`() {
    for question in GeneratedSentences.make("question", count: 300, seed: 70_000, depth: 7)
    where question.parse().diagnostics.isEmpty {
      check(question)
    }
  }

  @Test(arguments: VocabularyFixture.small.statements + VocabularyFixture.iso27001.statements)
  func `at every place of a statement its next word is expected`(
    _ statement: VocabularyFixture.Statement
  ) {
    check(statement.tokens, of: statement.text, VocabularyFixture.iso27001.vocabulary)
  }

  private func check(_ question: CorpusQuestion) {
    check(question.tokens, of: question.text, question.vocabulary)
  }

  private func check(_ tokens: [Token], of text: String, _ vocabulary: Vocabulary) {
    for count in 0..<(tokens.count - 1) {
      let place = count > 0 ? tokens[count - 1].range.end : 0
      let end = Token(
        kind: .end,
        text: "",
        range: SourceRange(place, place),
        keyword: nil,
        startsLine: false
      )
      let parser = Parser.parse(
        tokens[..<count] + [end],
        source: SourceText(text),
        vocabulary: vocabulary
      ).parser
      let next = tokens[count]
      guard parser.furthest == count, parser.expected.allows(next) else {
        let read = tokens[..<count].map(\.text).joined(separator: " ")
        Issue.record("'\(next.text)' is not expected after '\(read)' of \(text)")
        return
      }
    }
  }
}

extension Expected {
  /// Whether a token is one of those that could stand here.
  func allows(_ token: Token) -> Bool {
    if newWord || token.keyword.map(keywords.contains) == true { return true }
    switch token.kind {
    case .term(let term): return !term.classes.isDisjoint(with: classes)
    case .word: return number && Parser.numberWords.contains(token.text)
    case .name(let isQuoted):
      return name || (isQuoted ? text : month && Month(token.text) != nil)
    case .parameter: return name || text || number
    case .variable: return variable
    case .number: return number
    case .date: return date
    case .possessive: return signs.contains("'s")
    case .sign: return signs.contains(token.text)
    case .end: return false
    }
  }
}
