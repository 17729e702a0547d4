// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// The grammar of `Grammar/remit.ebnf`, the parser and the reading rules.
struct GrammarTests {
  @Test func `the grammar is well formed`() throws {
    let grammar = try GrammarFile(ProjectFiles.text("Grammar/remit.ebnf"))
    let names = Set(grammar.productions.map(\.name))
    for (symbol, user) in grammar.symbols {
      switch symbol {
      case .production(let name):
        #expect(names.contains(name), "'\(user)' uses '\(name)', which no production defines")
      case .literal(let text):
        let isKnown =
          text == "'s" || Keyword(word: text) != nil || text.allSatisfy { !$0.isLetter }
        #expect(isKnown, "'\(user)' uses \"\(text)\", which is no keyword")
      case .tokenClass: break
      }
    }
    let used = Set(grammar.symbols.keys.map(\.description))
    for name in names where name != "statement" {
      #expect(used.contains(name), "no production uses '\(name)'")
    }
  }

  @Test func `each production stands beside the function that reads it`() throws {
    let grammar = try GrammarFile(ProjectFiles.text("Grammar/remit.ebnf"))
    var inGrammar: [String: String] = [:]
    for production in grammar.productions { inGrammar[production.name] = production.text }
    var inParser: Set<String> = []
    for path in ProjectFiles.paths(below: "Sources/Remit/Syntax", suffix: ".swift") {
      for line in try ProjectFiles.text(path).split(separator: "\n") {
        guard let match = line.firstMatch(of: #/^ *\/\/\/ ([a-z][a-z0-9-]*) = (.*) ;$/#) else {
          continue
        }
        let name = String(match.1)
        inParser.insert(name)
        let text = "\(name) = \(match.2) ;"
        #expect(inGrammar[name] == text, "\(path) and the grammar differ")
      }
    }
    for name in inGrammar.keys where !inParser.contains(name) {
      Issue.record("no function of the parser carries the production '\(name)'")
    }
  }

  @Test(arguments: VocabularyFixture.small.statements + VocabularyFixture.iso27001.statements)
  func `every statement of the models is a sentence`(
    _ statement: VocabularyFixture.Statement
  ) throws {
    #expect(statement.problems.isEmpty)
    let earley = try #require(TestGrammar.read(statement.tokens, as: "statement"))
    #expect(earley.accepts("statement"), "read up to token \(earley.reached)")
  }

  @Test(arguments: Corpus.questions)
  func `every question of the corpus is a sentence`(_ question: CorpusQuestion) throws {
    #expect(question.parse().diagnostics.isEmpty)
    let tokens = question.tokens
    let earley = try #require(TestGrammar.read(tokens, as: "question"))
    #expect(earley.accepts("question"), "read up to '\(tokens[earley.reached].text)'")
  }

  @Test(arguments: Corpus.questions)
  func `where the grammar allows several readings, a rule chooses the parser's`(
    _ question: CorpusQuestion
  ) throws {
    try Readings.check(question)
  }

  @Test func `the rules choose the parser's reading of generated questions too`() throws {
    for question in GeneratedSentences.make("question", count: 300, seed: 90_000, depth: 7)
    where question.parse().diagnostics.isEmpty {
      try Readings.check(question)
    }
  }

  @Test func `every reading rule chooses in some example, and is stated`() throws {
    let path = "Tests/Specs/attachment.spec"
    let examples = SpecFile(try ProjectFiles.text(path), path: path).cases
    var used: Set<ReadingRule> = []
    for example in examples {
      used.formUnion(
        try Readings.check(
          CorpusQuestion(
            name: example.name, text: example.statements,
            vocabulary: VocabularyFixture.small.vocabulary)))
    }
    let readings = try ProjectFiles.text("Grammar/language.md").lowercased()
    for rule in ReadingRule.allCases {
      #expect(used.contains(rule), "no example of \(path) needs '\(rule.rawValue)'")
      #expect(
        readings.contains("**\(rule.rawValue)"), "language.md does not state '\(rule.rawValue)'")
    }
  }

  /// What may be wrong with a sentence of the grammar: the rules refuse it.
  private static let refusals: Set<String> = [
    "mixed-and-or", "verbs-disagree", "ambiguous-not-every", "double-negation", "nested-too-deep",
  ]

  @Test(arguments: ["question", "phrase"])
  func `sentences made from the grammar are read or refused by a rule`(_ production: String) {
    let sentences = GeneratedSentences.make(production, count: 2_000, seed: 1)
    #expect(sentences.count >= 2_000)
    var refused = 0
    for sentence in sentences {
      guard let diagnostic = sentence.parse().diagnostics.first else { continue }
      refused += 1
      if !GrammarTests.refusals.contains(diagnostic.id) {
        let place = sentence.source.text(in: diagnostic.range)
        Issue.record("\(diagnostic.id) at '\(place)' in \(sentence.name): \(sentence.text)")
      }
    }
    #expect(refused < sentences.count / 5, "\(refused) of \(sentences.count) are refused")
  }
}
