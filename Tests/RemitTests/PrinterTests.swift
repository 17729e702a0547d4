// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

struct PrinterTests {
  @Test(arguments: Corpus.questions)
  func `the canonical form of a question reads as the same tree`(_ question: CorpusQuestion) {
    checkRoundTrip(question)
  }

  @Test func `the canonical form of a generated question reads as the same tree`() {
    // `>= holders` is printed as `at least holders`, and the model of the
    // sentences has an attribute `least holders`.
    for question in GeneratedSentences.make("question", count: 1_500, seed: 40_000)
    where !question.text.contains(">= holder") {
      checkRoundTrip(question)
    }
  }

  private func checkRoundTrip(_ question: CorpusQuestion) {
    guard case .question(let first) = question.parse().statement,
      question.parse().diagnostics.isEmpty
    else { return }
    let text = SyntaxPrinter().print(first)
    let again = CorpusQuestion(name: question.name, text: text, vocabulary: question.vocabulary)
    // `>= holders` is printed `at least holders`, and `least holders` is a word.
    let isCaught = zip(again.tokens, again.tokens.dropFirst()).contains {
      $0.keyword == .at && $1.term?.text.hasPrefix("least ") == true
    }
    if isCaught { return }
    let parsed = again.parse()
    guard case .question(let second) = parsed.statement, parsed.diagnostics.isEmpty else {
      Issue.record(
        """
        \(parsed.diagnostics.map(\.message)) in the canonical form of \(question.name)
        written: \(question.text)
        printed: \(text)
        """
      )
      return
    }
    let lines = zip(
      TreePrinter.print(first).split(separator: "\n"),
      TreePrinter.print(second).split(separator: "\n")
    )
    if let (one, other) = lines.first(where: { $0 != $1 }) {
      Issue.record(
        """
        '\(one)' became '\(other)' in \(question.name)
        written: \(question.text)
        printed: \(text)
        """
      )
    }
    let bracketed = SyntaxPrinter(brackets: true).print(first)
    #expect(isBalanced(bracketed), "\(bracketed)")
  }

  private func isBalanced(_ text: String) -> Bool {
    var open = 0
    for character in text {
      if character == "[" { open += 1 }
      if character == "]" { open -= 1 }
      if open < 0 { return false }
    }
    return open == 0
  }
}
