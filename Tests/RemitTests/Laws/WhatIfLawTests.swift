// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Laws of other days and of facts taken for granted.
struct WhatIfLawTests {
  private typealias World = LawWorld

  /// Facts of every sort about the small model, as statements.
  private struct Facts {
    var random: RandomSource

    mutating func next() -> String {
      func one(_ words: [String]) -> String { random.pick(words) ?? "" }
      let person = one(["Alice", "Bob", "Carol", "Ann", "Dan"])
      let other = one(["Alice", "Bob", "Carol", "Ann", "Dan"])
      let control = one(["A.5.1", "A.5.2", "A.5.3", "A.8.1", "A.8.2"])
      let risk = one(["Fraud", "Outage", "Theft", "Phishing"])
      let competence = one(["Risk Analysis", "Python", "Law"])
      let day = one(["2024-05-01", "2025-01-01", "2026-06-30"])
      return one([
        "\(person) owns \(control)", "\(person) owns \(control) since \(day)",
        "\(person) no longer owns \(control)", "\(person) implements \(control)",
        "\(person) no longer implements \(control)", "\(person) audits \(control) on \(day)",
        "\(person) reports to \(other)", "\(person) no longer reports to \(other)",
        "control \(control) mitigates risk \"\(risk)\"",
        "control \(control) requires competence \"\(competence)\"",
        "\(person) holds competence \"\(competence)\" since \(day) with level 2",
        "\(person) no longer holds competence \"\(competence)\"",
        "set review date of \(control) to \(day)", "set department of \(person) to \"Audit\"",
        "set contract of \(person) to external", "set end date of \(person) to \(day)",
        "remove control \(control)", "remove \(person)", "remove risk \"\(risk)\"",
        "add person \"Eve\" with department \"Audit\"", "add control A.9.1 with title \"New\"",
        "\(person) owns every control owned by \(other)",
        "every person who implements a control audits \(control) on \(day)",
        "role Auditor owns \(control)", "\(person) holds role CISO",
      ])
    }

    /// The next one that can be said in a world.
    mutating func next(in engine: Engine) -> (text: String, after: Engine)? {
      for _ in 0..<8 {
        var engine = engine
        let text = next()
        if (try? engine.run(text)) != nil { return (text, engine) }
      }
      return nil
    }
  }

  @Test func `what is supposed is as if it were so`() {
    var facts = Facts(random: RandomSource(seed: 1))
    World.check(90) { phrase in
      guard let fact = facts.next(in: World.engine),
        let real = World.rows(phrase.text, fact.after),
        let supposed = World.rows("suppose \(fact.text): \(phrase.text)")
      else { return nil }
      return (real, supposed)
    }
  }

  @Test func `one supposed after the other is both supposed`() {
    var facts = Facts(random: RandomSource(seed: 2))
    World.check(80) { phrase in
      guard let one = facts.next(in: World.engine), let two = facts.next(in: one.after),
        let real = World.rows(phrase.text, two.after),
        let nested = World.rows("suppose \(one.text): suppose \(two.text): \(phrase.text)"),
        let listed = World.rows("suppose \(one.text), and \(two.text): \(phrase.text)")
      else { return nil }
      return nested == listed ? (real, nested) : (listed, nested)
    }
  }

  @Test func `nothing of what was supposed is left behind`() throws {
    var facts = Facts(random: RandomSource(seed: 3))
    var engine = World.engine
    World.check(90) { phrase in
      guard let fact = facts.next(in: World.engine),
        (try? engine.run("suppose \(fact.text): \(phrase.text)")) != nil,
        case .answer(let after)? = try? engine.run(phrase.text).last,
        let before = World.rows(phrase.text)
      else { return nil }
      return (before, after.rows)
    }
  }

  @Test func `to suppose what is so changes nothing`() {
    let facts = [
      "set department of Bob to \"Security\"", "set contract of Ann to external",
      "set review date of A.5.1 to 2026-01-15", "set title of A.5.1 to \"Policies\"",
      "set classification of asset \"Backup\" to secret",
    ]
    var random = RandomSource(seed: 4)
    World.check(90) { phrase in
      guard let fact = random.pick(facts), let plain = World.rows(phrase.text),
        let supposed = World.rows("suppose \(fact): \(phrase.text)"),
        let changes = World.rows("suppose \(fact): changes in \(phrase.text)")
      else { return nil }
      return changes.isEmpty ? (plain, supposed) : ([], changes)
    }
  }

  @Test func `what is supposed and taken back changes nothing`() {
    let pairs = [
      ("add person \"Zoe\" with department \"Audit\"", "remove Zoe"),
      ("Ann implements A.5.1", "Ann no longer implements A.5.1"),
      ("Carol owns A.8.1 since 2026-06-30", "Carol no longer owns A.8.1"),
      ("set department of Carol to \"Audit\"", "set department of Carol to \"Board\""),
    ]
    var random = RandomSource(seed: 5)
    World.check(90) { phrase in
      guard let (done, undone) = random.pick(pairs), let plain = World.rows(phrase.text),
        let supposed = World.rows("suppose \(done): suppose \(undone): \(phrase.text)")
      else { return nil }
      return (plain, supposed)
    }
  }

  @Test func `changes are the difference of two answers`() {
    var facts = Facts(random: RandomSource(seed: 6))
    World.check(90) { phrase in
      guard let fact = facts.next(in: World.engine), let before = World.rows(phrase.text),
        let after = World.rows("suppose \(fact.text): \(phrase.text)"),
        let changes = World.rows("suppose \(fact.text): changes in \(phrase.text)")
      else { return nil }
      return (Self.difference(before, after), changes)
    }
  }

  @Test func `changes since a day are the difference of two days`() {
    var random = RandomSource(seed: 7)
    World.check(90) { phrase in
      let day = random.pick(["2023-06-01", "2024-07-01", "2025-06-30", "2026-04-01"]) ?? ""
      guard let before = World.rows("as of \(day): \(phrase.text)"),
        let after = World.rows(phrase.text),
        let changes = World.rows("since \(day): changes in \(phrase.text)")
      else { return nil }
      return (Self.difference(before, after), changes)
    }
  }

  @Test func `what is supposed is so on other days too`() {
    var facts = Facts(random: RandomSource(seed: 8))
    World.check(80) { phrase in
      guard let fact = facts.next(in: World.engine),
        let real = World.rows("as of 2025-03-01: \(phrase.text)", fact.after),
        let supposed = World.rows("suppose \(fact.text): as of 2025-03-01: \(phrase.text)")
      else { return nil }
      return (real, supposed)
    }
  }

  @Test func `where nothing is denied, more facts give no fewer rows`() {
    var facts = Facts(random: RandomSource(seed: 9))
    World.check(20) { phrase in
      let question = CorpusQuestion(
        name: "", text: phrase.text, vocabulary: World.engine.model.vocabulary)
      guard case .question(let syntax)? = question.parse().statement else { return nil }
      let query = Binder.bind(syntax, model: World.engine.model).0
      guard query.condition.isPositive(World.engine.model.definitions, depth: 4) else { return nil }
      var after = World.engine
      for _ in 0..<4 {
        let fact = facts.next()
        // Only what adds a link.
        guard !fact.contains("no longer"), !fact.hasPrefix("set"), !fact.hasPrefix("remove")
        else { continue }
        _ = try? after.run(fact)
      }
      guard let few = World.rows(phrase.text), let many = World.rows(phrase.text, after) else {
        return nil
      }
      // Two things may look alike, so that what is left over is what counts.
      var missing = few
      for row in many { missing.firstIndex(of: row).map { _ = missing.remove(at: $0) } }
      return ([], missing)
    }
  }

  /// The rows as `changes in` tells them.
  private static func difference(_ before: [[Value?]], _ after: [[Value?]]) -> [[Value?]] {
    after.filter { !before.contains($0) }.map { [.text("entered")] + $0 }
      + before.filter { !after.contains($0) }.map { [.text("left")] + $0 }
  }
}

extension BoundCondition {
  /// Whether more links can only make it hold of more.
  fileprivate func isPositive(_ definitions: [Definition], depth: Int) -> Bool {
    switch self {
    case .all(let parts), .any(let parts):
      parts.allSatisfy { $0.isPositive(definitions, depth: depth) }
    case .link(let link, _, _):
      link.relations.allSatisfy { relation in
        guard case .defined(let id) = relation else { return true }
        return definitions[id.index].undetermined == nil && depth > 0
          && definitions[id.index].body.isPositive(definitions, depth: depth - 1)
      }
    case .definition(let id, _):
      definitions[id.index].undetermined == nil && depth > 0
        && definitions[id.index].body.isPositive(definitions, depth: depth - 1)
    case .quantified(let quantifier, _, let among, let holds):
      switch quantifier {
      case .some, .count(.greater, _), .count(.greaterOrEqual, _):
        among.isPositive(definitions, depth: depth) && holds.isPositive(definitions, depth: depth)
      default: false
      }
    case .isOf, .same: true
    case .compare(let one, _, let other): !one.hasCondition && !other.hasCondition
    case .known(let term): !term.hasCondition
    case .during(_, let inner): inner.isPositive(definitions, depth: depth)
    case .not: false
    }
  }
}
