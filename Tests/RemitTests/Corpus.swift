// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// A question that has to be read, with the words it is read with.
struct CorpusQuestion: CustomTestStringConvertible, Sendable {
  /// Where it stands: `Q07`, `example 12`, `ownership`.
  var name: String
  var text: String
  var vocabulary: Vocabulary

  var testDescription: String { "\(name): \(text)" }
  var source: SourceText { SourceText(text) }

  /// The tokens, the last of kind `end`.
  var tokens: [Token] {
    Lexer.lex(source, in: SourceRange(0, text.utf8.count), vocabulary: vocabulary).tokens
  }

  func parse() -> (statement: StatementSyntax?, diagnostics: [Diagnostic], parser: Parser) {
    Parser.parse(tokens, source: source, vocabulary: vocabulary)
  }
}

/// Every question of the samples and of the language's worked examples.
enum Corpus {
  static let questions: [CorpusQuestion] = examples + acme + scripts

  /// The worked examples of the reference.
  static let examples: [CorpusQuestion] = [
    (1, "critical controls"),
    (2, "controls owned by Alice or Bob"),
    (3, "people who own controls"),
    (4, "controls with no owner"),
    (5, "controls with no competent owner"),
    (6, "people who hold every competence that A.5.3 requires"),
    (7, "people who own only critical controls"),
    (8, "people who do not own a critical control"),
    (9, "assets whose classification is not \"public\""),
    (10, "people who implement and audit a control"),
    (11, "people who implement a control and audit a control"),
    (12, "people p who implement a control c and audit c"),
    (13, "people who report to+ Alice"),
    (14, "controls with at least 2 owners who are not contractors"),
    (15, "controls with an owner who is a contractor and with no review date"),
    (16, "people who own a control implemented by a person and audited by Carol"),
    (17, "people p who hold a role that conflicts with a role held by p"),
    (
      18,
      """
      people p who hold a role r that requires a competence c that p does not hold, \
      showing p's name, r's name, c's name
      """
    ),
    (19, "access rights d that cover an asset with no owner who approved d"),
    (22, "number of open risks per owner"),
    (
      25,
      """
      as of 2025-06-30: risks r where every control that mitigates r has no competent owner, \
      and there is a control that mitigates r
      """
    ),
  ].map { number, text in
    CorpusQuestion(
      name: "example \(number)",
      text: text,
      vocabulary: VocabularyFixture.small.vocabulary
    )
  }

  /// The questions of `samples/acme`.
  static let acme: [CorpusQuestion] = {
    let lines = (try? ProjectFiles.text("samples/acme/questions.tsv"))?.split(separator: "\n") ?? []
    return lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", maxSplits: 2).map(String.init)
      return CorpusQuestion(
        name: cells[0],
        text: cells[1],
        vocabulary: VocabularyFixture.iso27001.vocabulary
      )
    }
  }()

  /// The questions of `samples/questions`.
  static let scripts: [CorpusQuestion] = ProjectFiles.paths(
    below: "samples/questions",
    suffix: ".remit"
  ).flatMap { path -> [CorpusQuestion] in
    let source = SourceText((try? ProjectFiles.text(path)) ?? "")
    return StatementSplitter.split(source).map(source.text(in:))
      .filter { text in
        !["remit ", "use ", "param ", "check "].contains { text.hasPrefix($0) }
      }
      .map { text in
        CorpusQuestion(
          name: String(path.split(separator: "/").last ?? ""),
          text: text,
          vocabulary: VocabularyFixture.iso27001.vocabulary
        )
      }
  }
}
