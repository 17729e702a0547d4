// SPDX-License-Identifier: Apache-2.0

/// A word of the language as `.help WORD` explains it.
///
/// The examples are questions to a model after ISO/IEC 27001; the tests ask them all.
struct HelpTopic {
  /// The words explained together.
  let words: [String]
  /// What they do, in a clause.
  let summary: String
  /// A question that uses one of them.
  let example: String

  /// What a word does, if there is help for it.
  static func summary(of word: String) -> String? {
    all.first { $0.words.contains(word) }?.summary
  }

  /// The topics in the order of `.help`.
  static let all: [HelpTopic] = [
    HelpTopic(
      words: ["who", "that", "which"],
      summary: "the things that do or are something",
      example: "people who own a control"
    ),
    HelpTopic(
      words: ["with", "has", "have"],
      summary: "the things that have another, or a value",
      example: "controls with an active owner"
    ),
    HelpTopic(
      words: ["no", "without", "nobody"],
      summary: "the things for which there is none",
      example: "controls with no competent owner"
    ),
    HelpTopic(
      words: ["whose"],
      summary: "compares a value of the thing",
      example: "controls whose review date is before today"
    ),
    HelpTopic(
      words: ["every", "each", "all"],
      summary: "true if it holds for all of them",
      example: "people who hold every competence that A.5.2 requires"
    ),
    HelpTopic(
      words: ["only"],
      summary: "true if there are some, and no others",
      example: "people who own only controls"
    ),
    HelpTopic(
      words: ["not"],
      summary: "the opposite of the verb or adjective after it",
      example: "people who do not own a control"
    ),
    HelpTopic(
      words: ["and", "or"],
      summary: "join like with like; mixing them needs parentheses",
      example: "people who own a control and hold a role"
    ),
    HelpTopic(
      words: ["at least", "at most", "exactly", "more than", "fewer than"],
      summary: "how many there must be",
      example: "people who own at least 2 controls"
    ),
    HelpTopic(
      words: ["showing"],
      summary: "the columns of the answer",
      example: "controls with an owner, showing ref, title"
    ),
    HelpTopic(
      words: ["across"],
      summary: "a matrix: the values of a column stand at its top",
      example: "number of controls per theme, across status"
    ),
    HelpTopic(
      words: ["sorted", "first"],
      summary: "the order of the rows, and how many of them",
      example: "people sorted by name, first 5"
    ),
    HelpTopic(
      words: ["number", "per"],
      summary: "counts, for each of something",
      example: "number of controls per owner"
    ),
    HelpTopic(
      words: ["share"],
      summary: "how many of a hundred",
      example: "share of controls with no owner per theme"
    ),
    HelpTopic(
      words: ["top", "bottom"],
      summary: "the greatest or the least by a value",
      example: "top 3 people by number of controls owned by them"
    ),
    HelpTopic(
      words: ["periods", "when"],
      summary: "the spans of days on which something holds",
      example: "periods since 2025-01-01 per critical asset when it had no owner"
    ),
    HelpTopic(
      words: ["distance", "path"],
      summary: "a shortest way along links",
      example: "path from assets to AS004 via depends on, first 3"
    ),
    HelpTopic(
      words: ["except", "plus"],
      summary: "takes one answer from another, or adds it",
      example: "people except people who own a control"
    ),
    HelpTopic(
      words: ["where"],
      summary: "a condition in whole sentences, with letters for things",
      example: "controls c where every person who owns c is active"
    ),
    HelpTopic(
      words: ["as of"],
      summary: "asks about another day than today",
      example: "as of 2025-06-30: controls with no owner"
    ),
    HelpTopic(
      words: ["suppose"],
      summary: "answers as if facts held, and changes nothing",
      example: "suppose set status of A.5.7 to in place: planned controls"
    ),
    HelpTopic(
      words: ["why"],
      summary: "what an answer rests on, down to the facts",
      example: "why A.5.2 in controls with an owner"
    ),
    HelpTopic(
      words: ["check"],
      summary: "a sentence that should hold, and what offends it",
      example: "check: every critical asset has an owner"
    ),
    HelpTopic(
      words: ["question"],
      summary: "gives a question a name; .ask asks it",
      example: "question \"Who leads nobody?\": active people with no report"
    ),
    HelpTopic(
      words: ["changes"],
      summary: "what entered an answer and what left it",
      example: "since 2025-06-30: changes in controls with no owner"
    ),
    HelpTopic(
      words: ["before", "after", "since", "until", "in"],
      summary: "when it was: a day, a span, a year, a month",
      example: "people who completed a training in 2026-03"
    ),
    HelpTopic(
      words: ["+", "*", "within"],
      summary: "follows a relation any number of steps",
      example: "people who report to+ a person"
    ),
    HelpTopic(
      words: ["let"],
      summary: "names a value, a set of things, or a table of numbers",
      example: "let quiet people be people who own no control"
    ),
    HelpTopic(
      words: ["known", "unknown"],
      summary: "whether a value is there at all",
      example: "people whose department is unknown"
    ),
    HelpTopic(
      words: ["total", "average", "median", "lowest", "highest"],
      summary: "one number made of many",
      example: "average least holders of essential roles"
    ),
    HelpTopic(
      words: ["add"],
      summary: "states a thing, or a link, from now on",
      example: "add \"Ann Li\" owns A.5.37 since 2026-06-15"
    ),
    HelpTopic(
      words: ["set"],
      summary: "changes a value of a thing",
      example: "set status of A.5.7 to in place"
    ),
    HelpTopic(
      words: ["no longer"],
      summary: "ends a link; what was stays known",
      example: "\"Marek Zieliński\" no longer holds role \"Incident Lead\""
    ),
    HelpTopic(
      words: ["remove"],
      summary: "takes a thing away with its links, as if it had never been",
      example: "remove team \"Archive Group\""
    ),
    HelpTopic(
      words: ["load"],
      summary: "makes things or links of the rows of a spreadsheet",
      example: "load belongs to from \"members.csv\""
    ),
    HelpTopic(
      words: ["define"],
      summary: "gives a notion of your own a name",
      example: "define a control is neglected if it has no owner"
    ),
  ]
}
