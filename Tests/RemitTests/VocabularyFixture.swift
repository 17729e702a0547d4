// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// The words of a model, for tests of lexer, grammar and parser.
struct VocabularyFixture {
  private var engine = Engine(today: Day("2026-06-30") ?? .earliest)
  /// The statements of the model, each lexed with the words declared before.
  private(set) var statements: [Statement] = []

  /// A statement of a model with its tokens.
  struct Statement: Sendable, CustomTestStringConvertible {
    var text: String
    var tokens: [Token]
    /// What is wrong with it.
    var problems: [String]

    var testDescription: String { text }
  }

  var vocabulary: Vocabulary { engine.model.vocabulary }

  /// The words of `samples/iso27001`.
  static let iso27001 = VocabularyFixture(
    reading: ["model", "notions", "iso27001"].map { "samples/iso27001/\($0).remit" })
  /// The words of the worked examples of the language.
  static let small = VocabularyFixture(reading: ["Tests/Specs/models/small.remit"])

  private init(reading paths: [String]) {
    defer { _ = try? engine.run("let few be 2") }
    for path in paths { read(path) }
  }

  private mutating func read(_ path: String) {
    let source = SourceText((try? ProjectFiles.text(path)) ?? "", name: path)
    for range in StatementSplitter.split(source) {
      let text = source.text(in: range)
      let before = vocabulary
      var problems: [String] = []
      do {
        // Only words matter here: no data is loaded.
        if !text.hasPrefix("load "), !text.hasPrefix("use ") { try engine.run(text) }
      } catch {
        problems = error.diagnostics.map(\.message)
      }
      // A definition may mention itself.
      let words = text.hasPrefix("define ") ? vocabulary : before
      statements.append(
        Statement(
          text: text,
          tokens: Lexer.lex(source, in: range, vocabulary: words).tokens,
          problems: problems
        )
      )
    }
  }
}
