// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// The words of a model, for tests of lexer, grammar and parser.
///
/// Kinds and relations are declared as the engine does it; of a definition only
/// its word is entered, so that these tests need no binder.
struct VocabularyFixture {
  private var declarer = Declarer(Model())
  /// The statements of the scripts, each lexed with the words declared before.
  private(set) var statements: [Statement] = []

  /// A statement of a model with its tokens.
  struct Statement: Sendable, CustomTestStringConvertible {
    var text: String
    var tokens: [Token]
    var syntax: StatementSyntax?
    var diagnostics: [Diagnostic]

    var testDescription: String { text }
  }

  var vocabulary: Vocabulary { declarer.model.vocabulary }

  /// The words of `samples/iso27001`.
  static let iso27001 = VocabularyFixture(reading: "samples/iso27001/iso27001.remit")
  /// The words of the worked examples of the language.
  static let small = VocabularyFixture(reading: "Tests/Specs/models/small.remit")

  private init(reading path: String) {
    let source = SourceText((try? ProjectFiles.text(path)) ?? "", name: path)
    for range in StatementSplitter.split(source) {
      let tokens = Lexer.lex(source, in: range, vocabulary: vocabulary).tokens
      let parsed = Parser.parse(tokens, source: source, vocabulary: vocabulary)
      declarer.diagnostics = []
      switch parsed.statement {
      case .kind(let kind): _ = declarer.declare(kind)
      case .relation(let relation): _ = declarer.declare(relation)
      case .define(let definition): declare(definition)
      default: break
      }
      statements.append(
        Statement(
          text: source.text(in: range), tokens: tokens, syntax: parsed.statement,
          diagnostics: parsed.diagnostics + declarer.diagnostics))
    }
  }

  private mutating func declare(_ definition: DefineSyntax) {
    switch definition.head {
    case .noun(let name, _):
      for form in [name.text, Inflection.plural(name.text)] {
        declarer.insert(form, base: name.text, .kind, as: "noun", at: name.range)
      }
    case .adjective(_, let word, _):
      declarer.insert(word.text, base: word.text, .adjective, as: "adjective", at: word.range)
    case .verb(_, let word, _):
      let forms = Inflection.verb(word.text)
      let known = declarer.model.verbs.values.contains { $0.forms.singular == word.text }
      if !known {
        _ = declarer.enterVerb(word.text, forms: forms, isLink: false, at: word.range)
      }
    }
  }
}
