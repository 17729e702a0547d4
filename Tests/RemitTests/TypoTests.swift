// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Misspelt words get the word that was meant.
struct TypoTests {
  /// A question of the corpus with one word misspelt.
  private struct Typo {
    let text: String
    let meant: String
    let word: String
    let wrong: String
  }

  @Test func `an empty word is near to a single letter only`() {
    #expect(NearestName.nearest(to: "", among: ["", "a", "ab"]) == ["", "a"])
    #expect(NearestName.nearest(to: "a", among: [""]) == [""])
  }

  @Test func `nine misspelt words in ten get the word that was meant`() throws {
    let engine = try SpecModel.engine(model: "samples/acme")
    let questions = Corpus.acme.map(\.text) + Corpus.scripts.map(\.text)
    var random = RandomSource(seed: 2026)
    var made = 0
    var first = 0
    var missed: [String] = []
    while made < 300 {
      guard let question = random.pick(questions),
        let typo = Self.typo(in: question, engine, &random)
      else { continue }
      made += 1
      let edits = Self.suggestions(for: typo.text, engine)
      if edits.first == typo.meant {
        first += 1
      } else {
        let offers = edits.isEmpty ? "nothing" : edits.joined(separator: " | ")
        missed.append("\(typo.word) as \(typo.wrong) in '\(typo.text)': \(offers)")
      }
    }
    #expect(first >= 270, "\(first) of 300, missed:\n\(missed.joined(separator: "\n"))")
  }

  /// The texts that the error about a question suggests.
  private static func suggestions(for text: String, _ engine: Engine) -> [String] {
    var engine = engine
    do {
      try engine.run(text)
      return []
    } catch {
      guard let diagnostic = error.diagnostics.first else { return [] }
      return diagnostic.edits.indices.compactMap {
        diagnostic.applyingEdit($0, to: SourceText(text))
      }
    }
  }

  /// Misspells a word: a letter left out, put in, changed, or two swapped.
  private static func typo(
    in question: String, _ engine: Engine, _ random: inout RandomSource
  ) -> Typo? {
    let words = question.matches(of: #/[A-Za-z]{3,}/#).map(\.range)
    guard let range = random.pick(words) else { return nil }
    let word = String(question[range])
    var letters = Array(word)
    let place = random.below(letters.count)
    let letter = Character(UnicodeScalar(UInt8(97 + random.below(26))))
    switch random.below(4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default:
      guard place + 1 < letters.count else { return nil }
      letters.swapAt(place, place + 1)
    }
    let wrong = String(letters)
    let text = question.replacingCharacters(in: range, with: wrong)
    // What says something else now is no mistake that can be seen.
    var trial = engine
    guard wrong != word, (try? trial.run(text)) == nil else { return nil }
    return Typo(text: text, meant: question, word: word, wrong: wrong)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
