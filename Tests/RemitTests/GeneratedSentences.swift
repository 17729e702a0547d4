// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitTestSupport

@testable import Remit

/// Random questions of the grammar, in the words of a model.
enum GeneratedSentences {
  /// How many times more sentences to make than usual: `REMIT_SENTENCES=20`.
  static let factor =
    ProcessInfo.processInfo.environment["REMIT_SENTENCES"].flatMap { Int($0) } ?? 1

  /// Makes sentences; the seed of each is its number added to `seed`.
  ///
  /// A sentence whose words the lexer would group otherwise, such as two
  /// capitalised names in a row, is left out.
  static func make(
    _ production: String,
    count: Int,
    seed: UInt64,
    depth: Int = 9,
    fixture: VocabularyFixture = .iso27001
  ) -> [CorpusQuestion] {
    guard let grammar = TestGrammar.file else { return [] }
    let count = count * factor
    let words = Words(fixture.vocabulary)
    var found: [CorpusQuestion] = []
    var number = seed
    var generator = SentenceGenerator(grammar, seed: seed)
    while found.count < count, number < seed + UInt64(count * 10) {
      generator.random = RandomSource(seed: number)
      let symbols = generator.sentence(production, depth: depth)
      var random = RandomSource(seed: ~number)
      let text = SentenceWriter.text(symbols) { words.pick($0, &random) }
      let question = CorpusQuestion(
        name: "seed \(number)",
        text: text,
        vocabulary: fixture.vocabulary
      )
      number += 1
      let tokens = question.tokens
      let plain = symbols.filter { $0 != .tokenClass("JOINED") }
      let isAsMeant =
        plain.count == tokens.count - 1
        && plain.enumerated().allSatisfy { $1.matches(tokens, $0) == 1 }
      if isAsMeant, plain.count <= 60 { found.append(question) }
    }
    return found
  }

  /// Words of a vocabulary for each class of tokens.
  private struct Words {
    var byClass: [String: [String]] = [
      "NAME": ["Bob", "A.5.3", "\"Head of IT\"", "$place"],
      "STRING": ["\"Ann Lee\"", "\"Ann\" newline \"Lee\""],
      "VAR": ["p", "c", "r2"], "NUMBER": ["3", "2.5"], "INT": ["2", "12", "three"],
      "DATE": ["2026-01-31"], "MONTH": ["2026-03"], "PARAMETER": ["$count"],
    ]

    init(_ vocabulary: Vocabulary) {
      for (name, classes) in GrammarSymbol.termClasses {
        byClass[name] = vocabulary.terms.values.filter { term in
          guard !term.classes.isDisjoint(with: classes) else { return false }
          switch name {
          case "ATTR", "VALUE": return !term.classes.contains(.relationNoun)
          case "BARE": return term.classes.isDisjoint(with: .verb)
          default: return true
          }
        }.map(\.text).sorted()
      }
    }

    func pick(_ symbol: GrammarSymbol, _ random: inout RandomSource) -> String {
      switch symbol {
      case .tokenClass(let name):
        let words = byClass[name] ?? []
        return words.isEmpty ? name : words[random.below(words.count)]
      case .literal(let text), .production(let text): return text
      }
    }
  }
}
