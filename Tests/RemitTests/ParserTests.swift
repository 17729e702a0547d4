// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What the parser does with text that is wrong; what it makes of text that is
/// right stands in `Tests/Specs`.
struct ParserTests {
  private func parse(_ text: String) -> [Diagnostic] {
    let question = CorpusQuestion(
      name: "",
      text: text,
      vocabulary: VocabularyFixture.small.vocabulary
    )
    return question.parse().diagnostics
  }

  @Test(arguments: Corpus.questions)
  func `a question cut anywhere has one mistake at most, at its end`(_ question: CorpusQuestion) {
    let tokens = question.tokens
    for count in 1..<tokens.count {
      let place = tokens[count - 1].range.end
      let end = Token(
        kind: .end,
        text: "",
        range: SourceRange(place, place),
        keyword: nil,
        startsLine: false
      )
      let diagnostics = Parser.parse(
        tokens[..<count] + [end],
        source: question.source,
        vocabulary: question.vocabulary
      ).diagnostics
      #expect(diagnostics.count <= 1)
      for diagnostic in diagnostics where diagnostic.id == "unexpected-word" {
        Issue.record(
          "\(diagnostic.message) in '\(question.source.text(in: SourceRange(0, place)))'"
        )
      }
    }
  }

  @Test(arguments: Corpus.questions)
  func `a question without one of its words is read or has one mistake`(
    _ question: CorpusQuestion
  ) {
    let tokens = question.tokens
    for left in 0..<(tokens.count - 1) {
      var rest = tokens
      rest.remove(at: left)
      let parsed = Parser.parse(rest, source: question.source, vocabulary: question.vocabulary)
      #expect(parsed.diagnostics.count <= 1)
    }
  }

  @Test func `an edit of a misspelt word lets the rest be read`() {
    let source = "controls onwed by Bob"
    let edits = parse(source).first?.edits ?? []
    #expect(!edits.isEmpty)
    for index in edits.indices {
      let text = parse(source).first?.applyingEdit(index, to: SourceText(source)) ?? ""
      #expect(parse(text).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    "people who own any control",
    "people who own a control and audit an asset or manage a team",
    "people who own a control that covers a risk and audit an asset",
    "controls onwed by Bob", "controls with two owners", "people who do not own every control",
    "controls nobody owns", "what does Ann own",
  ])
  func `each edit of a refused question can be read`(_ text: String) throws {
    let diagnostic = try #require(parse(text).first)
    #expect(!diagnostic.edits.isEmpty)
    for index in diagnostic.edits.indices {
      let edited = try #require(diagnostic.applyingEdit(index, to: SourceText(text)))
      #expect(parse(edited).isEmpty, "\(edited)")
    }
  }

  @Test func `deep nesting is refused, not followed`() {
    let open = String(repeating: "(", count: 50_000)
    #expect(parse(open + "controls").first?.id == "nested-too-deep")
    let chain = String(repeating: "that covers a risk mitigated by a control ", count: 5_000)
    #expect(parse("controls " + chain).first?.id == "nested-too-deep")
    let sum = "people p where 1" + String(repeating: " + 1", count: 20_000) + " is 2"
    #expect(parse(sum).first?.id == "nested-too-deep")
  }

  // What looks at every word again for each would take many minutes.
  @Test(.timeLimit(.minutes(3)))
  func `a question of many words is read in a moment`() {
    let many = (0..<5_000).map { "A\($0)" }.joined(separator: " or ")
    #expect(parse("people who own \(many)").isEmpty)
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `random words never stop the parser`(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    let vocabulary = VocabularyFixture.small.vocabulary
    let words =
      vocabulary.terms.keys.sorted() + Keyword.allCases.map(\.text)
      + ["Bob", "A.5.3", "p", "2", "2026-01-01", ",", ":", "(", ")", "+", "'s", "\"x\"", "=", "-"]
    for _ in 0..<1_000 {
      let text = (0..<(1 + random.below(14))).map { _ in words[random.below(words.count)] }
        .joined(separator: " ")
      #expect(parse(text).count <= 1)
    }
  }
}
