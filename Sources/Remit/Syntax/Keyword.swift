// SPDX-License-Identifier: Apache-2.0

/// The words the language itself gives a meaning.
///
/// Reserved words cannot be declared; the others mean something only at the
/// beginning of a statement or inside a declaration. `Grammar/words.txt` lists
/// the same words with their use, and a test compares the two.
enum Keyword: UInt8, CaseIterable, Sendable {
  // Determiners and numbers of things.
  case a, an, some, the, no, every, each, all, only, other
  case at, least, most, exactly, more, fewer, less, than, any
  // Joining and bounding phrases.
  case and, or, not, with, without, whose, who, whom, that, which, what, of, `for`, per, by
  case plus, except, named, `where`, there, `if`
  // Verbs of the language.
  case `is`, are, was, were, been, has, have, had, does, `do`, did, directly, direct, within, steps,
    step
  // Time.
  case `as`, today, on, before, after, since, until, between, `in`, last, this, next, ago
  case days, day, weeks, week, months, month, quarters, quarter, years, year
  // Pronouns and indefinites.
  case it, its, they, their, them
  case someone, something, nobody, nothing, everyone, everything
  // Numbers and order.
  case number, total, average, median, lowest, highest, earliest, latest
  case how, many, showing, sorted, descending, ascending, first, from, to
  case known, unknown, current, minus, times, above, below, one, contains, starts, ends, contain,
    start, same,
    different
  // Statements and declarations: free inside phrases.
  case kind, relation, define, undetermined, load, use, remit, add, set, remove, longer
  case event, end, links, suppose, changes
  case why
  case `let`, be, param, otherwise, print, heading, export, save, check, severity, clause, because,
    expect, question
  case share, top, bottom, path, distance, via, periods, when, across
  case sheet, leaving, out, separated, once
  case key, dated, symmetric, recorded, forms, passive, levels, text, date, duration, flag

  /// The word as it is written.
  var text: String { Keyword.texts[Int(rawValue)] }

  /// Whether the word cannot be declared as anything else.
  var isReserved: Bool { rawValue < Keyword.kind.rawValue && !Keyword.free.contains(self) }

  /// The keyword a word is, if it is one.
  init?(word: String) {
    guard let keyword = Keyword.byText[word] else { return nil }
    self = keyword
  }

  /// Words of phrases that are recognised by their neighbours alone.
  private static let free: Set<Keyword> = [
    .last, .this, .next, .ago, .first, .times, .steps, .step, .number, .day, .week, .month,
    .quarter, .quarters, .year, .above, .below,
    .contains, .starts, .ends, .contain, .start, .same, .different, .current, .least, .most, .many,
    .total,
    .average, .median, .lowest, .highest, .earliest, .latest, .longer, .other, .been,
  ]

  private static let texts: [String] = allCases.map { "\($0)" }
  private static let byText: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.text, $0) }
  )
}

/// A set of keywords, for what could stand at a place.
struct KeywordSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var top: UInt64 = 0

  mutating func insert(_ keyword: Keyword) {
    let bit = UInt64(1) << UInt64(keyword.rawValue & 63)
    switch keyword.rawValue >> 6 {
    case 0: low |= bit
    case 1: high |= bit
    default: top |= bit
    }
  }

  func contains(_ keyword: Keyword) -> Bool {
    let bit = UInt64(1) << UInt64(keyword.rawValue & 63)
    return switch keyword.rawValue >> 6 {
    case 0: low & bit != 0
    case 1: high & bit != 0
    default: top & bit != 0
    }
  }

  /// The keywords of the set, in declaration order.
  var members: [Keyword] { Keyword.allCases.filter(contains) }
}
