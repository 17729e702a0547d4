// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

struct GrammarTests {
  @Test(arguments: Corpus.questions)
  func `every question of the corpus is a sentence of the grammar`(_ question: CorpusQuestion) throws {
    let tokens = question.tokens
    var earley = try #require(TestGrammar.read(tokens, as: "question"))
    let count = earley.count("question", 0..<(tokens.count - 1))
    print("COUNT", count, question.name, question.text, count == 0 ? "reached \(tokens[earley.reached].text)" : "")
    #expect(count > 0)
    let parsed = question.parse()
    #expect(parsed.diagnostics.isEmpty)
    if count > 1 {
      _ = earley.tree("question", 0..<(tokens.count - 1)) { name, lists in
        for list in lists {
          print("   ", name, list.map { "\($0.symbol)[\(tokens[$0.range].map(\.text).joined(separator: " "))]" }.joined(separator: " "))
        }
        return 0
      }
    }
  }

  @Test func `every statement of the models is a sentence of the grammar`() throws {
    for fixture in [VocabularyFixture.small, .iso27001] {
      for (text, statement) in fixture.statements {
        if statement == nil { print("PARSER FAILS", text) }
        let source = SourceText(text)
        let tokens = Lexer.lex(source, in: SourceRange(0, source.bytes.count), vocabulary: fixture.vocabulary).tokens
        var earley = try #require(TestGrammar.read(tokens, as: "statement"))
        let count = earley.count("statement", 0..<(tokens.count - 1))
        if count != 1 { print("STATEMENT", count, text, "reached", tokens[earley.reached].text) }
      }
    }
  }
}
