// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What things are called does not matter.
struct RenamingLawTests {
  private typealias World = LawWorld

  private static let acme = SampleEngine.acme()

  /// Questions with letters: those of the samples and examples, and random ones.
  private static let lettered: [(question: CorpusQuestion, engine: Engine)] = {
    let generated = (0..<UInt64(LawWorld.count)).flatMap { seed in
      GeneratedSentences.make(
        "question", count: 10, seed: 900_000 + seed * 100, depth: 7, fixture: .small)
    }
    let small = (Corpus.examples + generated).map { ($0, World.engine) }
    let samples = (Corpus.acme + Corpus.scripts).map { ($0, acme) }
    return (small + samples).filter { question, engine in
      question.tokens.contains { $0.kind == .variable } && World.rows(question.text, engine) != nil
    }
  }()

  @Test func `letters may be called otherwise`() {
    let letters = "bcdefghjklmnopqrstuvwxyz".map(String.init)
    #expect(Self.lettered.count > 15)
    for (number, (question, engine)) in Self.lettered.enumerated() {
      var random = RandomSource(seed: UInt64(number))
      var names: [String: String] = [:]
      var text = ""
      var place = 0
      let bytes = Array(question.text.utf8)
      for token in question.tokens where token.kind == .variable {
        if names[token.text] == nil {
          let free = letters.filter { letter in
            !names.values.contains { $0.hasPrefix(letter) }
          }
          names[token.text] = (random.pick(free) ?? "x") + (random.oneIn(2) ? "7" : "")
        }
        text += String(decoding: bytes[place..<token.range.start], as: UTF8.self)
        text += names[token.text] ?? ""
        place = token.range.end
      }
      text += String(decoding: bytes[place...], as: UTF8.self)
      #expect(
        World.rows(question.text, engine) == World.rows(text, engine),
        "\(question.text) and \(text)")
    }
  }

  /// Words of the small model with others that are inflected in the same way.
  private static let others = [
    "control": "gadget", "controls": "gadgets", "person": "gnome", "people": "gnomes",
    "risk": "hazard", "risks": "hazards", "asset": "estate", "assets": "estates",
    "competence": "skill", "competences": "skills", "certificate": "diploma",
    "certificates": "diplomas", "team": "band", "teams": "bands", "role": "office",
    "roles": "offices", "own": "claim", "owns": "claims", "owned": "claimed", "owner": "claimer",
    "owners": "claimers", "implement": "install", "implements": "installs",
    "implemented": "installed", "implementer": "installer", "implementers": "installers",
    "audit": "visit", "audits": "visits",
    "audited": "visited", "auditor": "visitor", "auditors": "visitors", "hold": "keep",
    "holds": "keeps", "held": "kept", "mitigate": "soften", "mitigates": "softens",
    "mitigated": "softened", "department": "desk", "critical": "grave",
    "competent": "able", "active": "alive", "contractor": "outsider",
    "contractors": "outsiders", "manager": "boss", "managers": "bosses",
    "report": "answer", "reports": "answers",
    "reported": "answered", "classification": "class", "public": "common", "external": "foreign",
  ]

  private static func renamed(_ text: String) -> String {
    // What stands in quotes is a name.
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().map { place, part in
      guard place.isMultiple(of: 2) || part == "contractor" else { return String(part) }
      return String(part).replacing(#/[A-Za-z]+/#) {
        others[String($0.output)] ?? String($0.output)
      }
    }.joined(separator: "\"")
  }

  @Test func `declared words may be called otherwise`() throws {
    let source = try ProjectFiles.text("Tests/Specs/models/small.remit")
    var other = Engine(today: World.engine.today, parameters: World.engine.parameters)
    try other.run(Self.renamed(source))
    _ = other.currentGraph()
    World.check(97) { phrase in
      let text = Self.renamed(phrase.text)
      guard text != phrase.text, let one = World.rows(phrase.text) else { return ([], []) }
      guard let two = World.rows(text, other) else { return (one, [[.text("refused: \(text)")]]) }
      // A record is called by its kind.
      let words = one.map { row in row.map { Value.text(Self.renamed($0?.description ?? "")) } }
      return (words, two.map { row in row.map { .text($0?.description ?? "") } })
    }
  }
}
