// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitTestSupport
import Testing

@testable import Remit

/// The small model with random phrases over it, for laws that hold whatever is
/// asked.
///
/// `REMIT_LAWS=10000` tries each law as often.
enum LawWorld {
  static let count = ProcessInfo.processInfo.environment["REMIT_LAWS"].flatMap(Int.init) ?? 200

  /// A kind and what is said of its things: `people`, `who own a control`.
  struct Phrase: Hashable {
    var kind: String
    var post: String

    var text: String { "\(kind) \(post)" }
  }

  static let engine: Engine = {
    var engine = SampleEngine.engine("Tests/Specs/models/small.remit")
    engine.parameters = ["place": .text("Bob")]
    _ = engine.currentGraph()
    return engine
  }()

  /// Phrases that can be answered: two of three make sense, the others are
  /// words as the grammar allows them.
  static let phrases: [Phrase] = {
    var found: [Phrase] = []
    var seen: Set<Phrase> = []
    var maker = LawPhrases(random: RandomSource(seed: 4))
    let often = LawPhrases.kinds + ["person", "person", "person", "control", "control", "control"]
    func add(_ phrase: Phrase) {
      if seen.insert(phrase).inserted, rows(phrase.text) != nil { found.append(phrase) }
    }
    for seed in 0..<UInt64(count * 20) where found.count < count {
      var random = RandomSource(seed: seed)
      if !random.oneIn(3), let kind = random.pick(often) {
        let post = maker.post(kind, depth: 1 + random.below(3))
        add(Phrase(kind: LawPhrases.plural(kind), post: post))
        continue
      }
      let production = random.pick(["clause", "with", "past", "fit", "post"]) ?? "post"
      let kind = LawPhrases.plural(random.pick(LawPhrases.kinds) ?? "")
      let posts = GeneratedSentences.make(
        production, count: 3, seed: 500_000 &+ seed * 40, depth: 4 + random.below(4),
        fixture: .small)
      // A letter would be introduced twice where a phrase is repeated, and a
      // pronoun would mean another thing.
      for post in posts where post.text.split(separator: " ").allSatisfy(isRepeatable) {
        add(Phrase(kind: kind, post: post.text))
      }
    }
    return Array(found.prefix(count))
  }()

  private static func isRepeatable(_ word: Substring) -> Bool {
    let pronouns = ["it", "its", "they", "them", "their"]
    let isLetter = word.wholeMatch(of: #/[b-hj-z][0-9]?(\W.*)?/#) != nil
    return !isLetter && !pronouns.contains { word == $0 || word.hasPrefix($0 + "'") }
  }

  /// The rows of a question; `nil` where it is refused.
  static func rows(_ text: String, _ engine: Engine = engine) -> [[Value?]]? {
    var engine = engine
    guard case .answer(let answer)? = try? engine.run(text).last else { return nil }
    return answer.rows
  }

  /// Checks a law for every phrase, of which at least so many in a hundred
  /// have to be fit for it: `sides` is `nil` where a question is refused.
  static func check(
    _ least: Int = 80, sourceLocation: SourceLocation = #_sourceLocation,
    _ sides: (Phrase) -> (one: [[Value?]], other: [[Value?]])?
  ) {
    var tried = 0
    var failures = 0
    for phrase in phrases where failures < 3 {
      guard let (one, other) = sides(phrase) else { continue }
      tried += 1
      guard one != other else { continue }
      failures += 1
      Issue.record(
        """
        \(phrase.text)
        \(text(one))
        but
        \(text(other))
        """, sourceLocation: sourceLocation)
    }
    #expect(
      failures > 0 || tried * 100 >= phrases.count * least,
      "only \(tried) of \(phrases.count) phrases fit", sourceLocation: sourceLocation)
  }

  static func text(_ rows: [[Value?]]) -> String {
    rows.map { $0.map { $0?.description ?? "" }.joined(separator: " | ") }
      .joined(separator: "\n")
  }

  /// The rows in an order of their own, for sets that are compared.
  static func sorted(_ rows: [[Value?]]) -> [[Value?]] {
    rows.sorted { text([$0]) < text([$1]) }
  }
}
