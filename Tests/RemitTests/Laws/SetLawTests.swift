// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Laws of sets and words: what has to be the same, whatever the question.
struct SetLawTests {
  private typealias World = LawWorld

  @Test func `those that do and those that do not are all, and none is both`() {
    World.check { phrase in
      guard let with = World.rows(phrase.text), let all = World.rows(phrase.kind),
        let without = World.rows("\(phrase.kind) that are not (\(phrase.text))")
      else { return nil }
      return (World.sorted(with + without), World.sorted(all))
    }
  }

  @Test func `'except' leaves those that do not`() {
    World.check { phrase in
      guard let without = World.rows("\(phrase.kind) that are not (\(phrase.text))"),
        let except = World.rows("\(phrase.kind) except (\(phrase.text))")
      else { return nil }
      return (without, except)
    }
  }

  @Test func `'plus' the rest is all`() {
    World.check { phrase in
      guard let all = World.rows(phrase.kind),
        let plus = World.rows("(\(phrase.text)) plus (\(phrase.kind) except (\(phrase.text)))")
      else { return nil }
      return (World.sorted(plus), World.sorted(all))
    }
  }

  @Test func `to say a thing twice is to say it once`() {
    World.check { phrase in
      guard let once = World.rows(phrase.text),
        let twice = World.rows("\(phrase.kind) that are (\(phrase.text)), \(phrase.post)")
      else { return nil }
      return (once, twice)
    }
  }

  @Test func `what is said first and what second is the same`() {
    var random = RandomSource(seed: 6)
    World.check(40) { phrase in
      let others = World.phrases.filter { $0.kind == phrase.kind && $0 != phrase }
      guard let other = random.pick(others),
        let one = World.rows("\(phrase.kind) that are (\(phrase.text)), \(other.post)"),
        let two = World.rows("\(phrase.kind) that are (\(other.text)), \(phrase.post)")
      else { return nil }
      return (one, two)
    }
  }

  @Test func `those of one and of another are those of both`() {
    var random = RandomSource(seed: 7)
    World.check { phrase in
      let others = World.phrases.filter { $0.kind == phrase.kind && $0 != phrase }
      guard let other = random.pick(others), let one = World.rows(phrase.text),
        let two = World.rows(other.text),
        let either = World.rows("\(phrase.text) plus \(other.text)"),
        let both = World.rows(
          "\(phrase.kind) that are (\(phrase.text)) and that are (\(other.text))")
      else { return nil }
      // As many as of both sets, with what is common counted twice.
      return (World.sorted(one + two), World.sorted(either + both))
    }
  }

  @Test func `a word made of a phrase means the phrase`() {
    World.check { phrase in
      var engine = World.engine
      guard (try? engine.run("define \"odd one\" as \(phrase.text)")) != nil,
        let plain = World.rows(phrase.text), let named = World.rows("odd ones", engine)
      else { return nil }
      return (plain, named)
    }
  }

  @Test func `a definition split in two means the same`() {
    var random = RandomSource(seed: 8)
    World.check(60) { phrase in
      let others = World.phrases.filter { $0.kind == phrase.kind && $0 != phrase }
      guard let other = random.pick(others) else { return nil }
      var engine = World.engine
      let whole = "\(phrase.kind) that are (\(phrase.text)) and that are (\(other.text))"
      guard (try? engine.run("define \"odd one\" as \(phrase.text)")) != nil,
        (try? engine.run("define \"odder one\" as odd ones that are (\(other.text))")) != nil,
        let plain = World.rows(whole), let named = World.rows("odder ones", engine)
      else { return nil }
      return (plain, named)
    }
  }

  @Test func `the day that is today changes nothing`() {
    World.check(100) { phrase in
      guard let plain = World.rows(phrase.text),
        let today = World.rows("as of today: \(phrase.text)"),
        let dated = World.rows("as of 2026-06-30: \(phrase.text)"), today == dated
      else { return ([], [[]]) }
      return (plain, dated)
    }
  }

  @Test func `the innermost of two days counts`() {
    World.check(90) { phrase in
      guard let plain = World.rows("as of 2024-03-01: \(phrase.text)"),
        let inner = World.rows("as of 2021-01-01: as of 2024-03-01: \(phrase.text)")
      else { return nil }
      return (plain, inner)
    }
  }

  @Test func `the canonical form asks the same, and is its own canonical form`() throws {
    let vocabulary = World.engine.model.vocabulary
    func canonical(_ text: String) -> String? {
      let question = CorpusQuestion(name: "", text: text, vocabulary: vocabulary)
      guard case .question(let syntax)? = question.parse().statement else { return nil }
      return SyntaxPrinter().print(syntax)
    }
    World.check(100) { phrase in
      guard let printed = canonical(phrase.text), canonical(printed) == printed,
        let plain = World.rows(phrase.text), let again = World.rows(printed)
      else { return ([], [[]]) }
      return (plain, again)
    }
  }
}
