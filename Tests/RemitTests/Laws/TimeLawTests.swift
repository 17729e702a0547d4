// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Ways to say one time that have to mean the same.
struct TimeLawTests {
  /// Verbs with an object of random depth, and a day near the dates of the model.
  private static func sentences(_ seed: UInt64) -> [(phrase: String, day: Day)] {
    var random = RandomSource(seed: seed)
    let days = [
      "2022-01-01", "2023-01-01", "2024-01-01", "2025-01-01", "2025-02-01", "2025-02-02",
      "2025-07-15", "2026-03-01", "2026-03-02", "2026-04-01", "2026-04-02", "2026-05-01",
    ]
    return (0..<max(60, LawWorld.count / 2)).compactMap { _ in
      let verbs = [
        ("people who audited", "control"), ("people who audited", "asset"),
        ("people who directly owned", "control"), ("people who directly owned", "risk"),
        ("people who held", "role"), ("people who held", "competence"),
        ("people who approved", "right"),
      ]
      guard let (verb, kind) = random.pick(verbs), let text = random.pick(days),
        let day = Day(text)
      else { return nil }
      let near = Day(number: day.number - 1 + Int32(random.below(3)))
      let object = kind == "right" ? "access right" : kind
      let article = "aeiou".contains(object.prefix(1)) ? "an" : "a"
      // What is said of the object would take the time to itself.
      let noun = random.oneIn(2) ? object : "\(adjective(kind, &random))\(object)"
      let start = noun.hasPrefix("not") || noun.hasPrefix("critical") ? "a" : article
      return ("\(verb) \(start) \(noun)", near)
    }
  }

  private static func adjective(_ kind: String, _ random: inout RandomSource) -> String {
    kind == "control" ? random.oneIn(2) ? "critical " : "not critical " : ""
  }

  private func check(
    _ one: (String, Day) -> String, _ other: (String, Day) -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var tried = 0
    for (phrase, day) in Self.sentences(3) {
      let (first, second) = (one(phrase, day), other(phrase, day))
      guard let left = LawWorld.rows(first), let right = LawWorld.rows(second) else { continue }
      tried += 1
      if left != right {
        Issue.record(
          "\(first)\n\(LawWorld.text(left))\nbut \(second)\n\(LawWorld.text(right))",
          sourceLocation: sourceLocation)
        return
      }
    }
    #expect(tried >= 40, sourceLocation: sourceLocation)
  }

  private static func moved(_ day: Day, _ days: Int32) -> Day { Day(number: day.number + days) }

  @Test func `before a day is up to the day before`() {
    check({ "\($0) before \($1)" }, { "\($0) on or before \(Self.moved($1, -1))" })
  }

  @Test func `after a day is from the next day on`() {
    check({ "\($0) after \($1)" }, { "\($0) on or after \(Self.moved($1, 1))" })
  }

  @Test func `on a day is between it and itself`() {
    check({ "\($0) on \($1)" }, { "\($0) between \($1) and \($1)" })
  }

  @Test func `the past goes up to today`() {
    check({ phrase, _ in phrase }, { phrase, _ in "\(phrase) on or before today" })
  }

  @Test func `a year is between its first and its last day`() {
    check(
      { "\($0) in \("\($1)".prefix(4))" },
      { "\($0) between \("\($1)".prefix(4))-01-01 and \("\($1)".prefix(4))-12-31" })
  }

  @Test func `the last days are between then and today`() {
    check(
      { phrase, day in "\(phrase) in the last \(day.number % 900) days" },
      { phrase, day in "\(phrase) between today minus \(day.number % 900) days and today" })
  }

  @Test func `what was so on a day is so as of that day`() {
    let present = ["directly owned": "directly own", "held": "hold"]
    check(
      { "\($0) on \($1)" },
      { phrase, day in
        var text = phrase
        for (past, now) in present { text = text.replacing(" \(past) ", with: " \(now) ") }
        // What happens on a day has happened ever since.
        return text == phrase ? "\(phrase) on \(day)" : "as of \(day): \(text)"
      })
  }

  @Test func `before a day or from it on is at some time`() {
    check(
      { "\($0), or \($0) before \($1)".replacing(", or people who", with: ", or who") },
      { phrase, _ in phrase })
    for (phrase, day) in Self.sentences(3) {
      guard let all = LawWorld.rows(phrase), let before = LawWorld.rows("\(phrase) before \(day)"),
        let later = LawWorld.rows("\(phrase) between \(day) and today")
      else { continue }
      #expect(all.filter { before.contains($0) || later.contains($0) } == all, "\(phrase) \(day)")
      #expect((before + later).allSatisfy(all.contains), "\(phrase) \(day)")
    }
  }
}
