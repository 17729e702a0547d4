// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Completion comes from the grammar: whatever a valid question says next is
/// offered there.
struct CompletionTests {
  static let questions = AcmeAnswersTests.cases.map(\.question)

  @Test(arguments: questions)
  func `at every place of a question its next word is offered`(_ question: String) {
    let engine = AcmeAnswersTests.acme.engine
    let source = SourceText(question)
    let tokens = Lexer.lex(
      source, in: SourceRange(0, source.bytes.count), vocabulary: engine.model.vocabulary
    ).tokens
    for (previous, token) in zip(tokens, tokens.dropFirst()) {
      // A text to look for can be anything.
      if token.isQuoted, previous.keyword == .text { continue }
      switch token.kind {
      case .term, .word, .name: break
      default: continue
      }
      // One letter of the word is typed.
      let typed = token.isQuoted ? 2 : 1
      let prefix = source.text(in: SourceRange(0, token.range.start + typed))
      let (range, completions) = engine.completions(for: prefix)
      let wanted = source.text(in: SourceRange(range.start, token.range.end))
      let offered = completions.map(\.text)
      #expect(
        offered.contains(wanted)
          || offered.contains { $0 == "\"\(token.text)\"" || $0 == token.text },
        "'\(wanted)' after '\(source.text(in: SourceRange(0, range.start)))'")
    }
  }

  @Test func `only values of the attribute are offered beside it`() {
    let engine = AcmeAnswersTests.acme.engine
    let offered = engine.completions(for: "assets whose classification is ").completions
    let adjectives = offered.filter { $0.category == "adjective" }.map(\.text)
    #expect(adjectives == ["confidential", "internal", "public", "secret"])
  }

  @Test func `names of a fitting kind are offered with their titles`() {
    let engine = AcmeAnswersTests.acme.engine
    let offered = engine.completions(for: "people responsible for A.5.1").completions
    #expect(offered.contains { $0.text == "A.5.1" && $0.category == "name" && $0.detail != nil })
    let people = engine.completions(for: "controls owned by Ann").completions
    #expect(people.allSatisfy { $0.category != "name" || $0.text.lowercased().contains("ann") })
    #expect(people.contains { $0.category == "name" })
  }

  @Test func `verbs a noun cannot take are not offered`() {
    let engine = AcmeAnswersTests.acme.engine
    let verbs = engine.completions(for: "people who ").completions
      .filter { $0.category == "verb" }.map(\.text)
    #expect(verbs.contains("own"))
    #expect(!verbs.contains("treat"))
  }
}
