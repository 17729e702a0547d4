// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What the readable tests exercise: all of the grammar, and every message.
struct SpecCoverageTests {
  /// Longer statements show limits, and nothing of the grammar.
  private static let longest = 120

  /// A symbol beside the production that reads it: `("tail", "sorted")`.
  private struct Use: Hashable, Comparable, CustomStringConvertible {
    var production: String
    var symbol: GrammarSymbol

    var description: String { "'\(symbol)' of '\(production)'" }

    static func < (lhs: Use, rhs: Use) -> Bool {
      (lhs.production, lhs.symbol.description) < (rhs.production, rhs.symbol.description)
    }
  }

  @Test func `the specs use every symbol of every production`() throws {
    let grammar = try GrammarFile(ProjectFiles.text("Grammar/remit.ebnf"))
    var unused: Set<Use> = []
    for production in grammar.productions {
      for symbol in production.expression.symbols {
        unused.insert(Use(production: production.name, symbol: symbol))
      }
    }
    var statements = VocabularyFixture.small.statements.map(\.tokens)
    statements += VocabularyFixture.iso27001.statements.map(\.tokens)
    statements += try SpecCoverageTests.statements("samples/acme/acme.remit")
    for path in SpecTests.paths { statements += try SpecCoverageTests.statements(of: path) }
    for tokens in statements where tokens.count < SpecCoverageTests.longest {
      guard var earley = TestGrammar.read(tokens, as: "statement"), earley.accepts("statement")
      else { continue }
      let tree = earley.tree("statement", 0..<(tokens.count - 1)) { _, lists in
        // Where the rules of questions say nothing, words of the grammar are none of the user's.
        ReadingRule.choice(among: lists)?.index
          ?? lists.indices.max { words(in: lists[$0]) < words(in: lists[$1]) } ?? 0
      }
      for node in tree?.all ?? [] {
        for part in node.parts {
          unused.remove(Use(production: node.name, symbol: part.symbol))
        }
      }
    }
    for use in unused.sorted() { Issue.record("no spec uses \(use)") }
  }

  private func words(in parts: [ParseTree.Part]) -> Int {
    parts.count { part in
      switch part.symbol {
      case .literal, .tokenClass("FITTING"), .production("preposition"): true
      default: false
      }
    }
  }

  /// The tokens of the statements of a file over the sample's model.
  private static func statements(_ path: String) throws -> [[Token]] {
    let source = SourceText(try ProjectFiles.text(path))
    return StatementSplitter.split(source).map {
      Lexer.lex(source, in: $0, vocabulary: VocabularyFixture.iso27001.vocabulary).tokens
    }
  }

  /// The tokens of all statements of a spec that is read, with the words it has
  /// declared before.
  private static func statements(of path: String) throws -> [[Token]] {
    let file = SpecFile(try ProjectFiles.text(path), path: path)
    let base = try SpecModel.engine(for: file)
    var all: [[Token]] = []
    for one in file.cases {
      var engine = base
      let source = SourceText(one.statements)
      for range in StatementSplitter.split(source) {
        let words = engine.model.vocabulary
        _ = try? engine.run(source.text(in: range))
        all.append(Lexer.lex(source, in: range, vocabulary: words).tokens)
        // A definition may mention itself.
        guard source.text(in: range).hasPrefix("define ") else { continue }
        all.append(Lexer.lex(source, in: range, vocabulary: engine.model.vocabulary).tokens)
      }
    }
    return all
  }

  @Test func `a readable test shows every message`() throws {
    var shown: Set<Substring> = []
    let paths =
      SpecTests.paths + ProjectFiles.paths(below: "Tests/Transcripts", suffix: ".transcript")
      + ProjectFiles.paths(below: "Grammar", suffix: ".md")
    for path in paths {
      for match in try ProjectFiles.text(path).matches(of: #/\[([a-z-]+)\]/#) {
        shown.insert(match.1)
      }
    }
    // What needs a host that cancels, or files that lead in circles.
    for path in ProjectFiles.paths(below: "Tests", suffix: ".swift") {
      for match in try ProjectFiles.text(path).matches(of: #/["\[]([a-z-]+)["\]]/#) {
        shown.insert(match.1)
      }
    }
    for path in ProjectFiles.paths(below: "Sources", suffix: ".swift") {
      for match in try ProjectFiles.text(path).matches(of: #/Diagnostic\(\s*"([a-z-]+)"/#)
      where !shown.contains(match.1) {
        Issue.record("no test shows '\(match.1)' of \(path)")
      }
    }
  }
}
