// SPDX-License-Identifier: Apache-2.0

/// A lesson of the prompt: what to know, and what to type.
///
/// What is typed is asked of the sample of `remit --demo`; the tests ask it all.
struct Lesson {
  /// What it is about, in a few words.
  let title: String
  /// What to know.
  let text: String
  /// What to type, each with what it shows.
  let tries: [(statement: String, meaning: String)]

  /// The lessons in the order in which they build on one another.
  static let all: [Lesson] = [
    Lesson(
      title: "Ask for things",
      text: """
        A question is a phrase that says what you look for: no verb is needed before it, and \
        no question mark behind it. Press Tab at any place: it shows which words can come \
        next, and writes the rest of a word or a name you began.
        """,
      tries: [
        ("controls", "all of them"),
        ("critical assets", "an adjective of the model stands before"),
        ("people whose department is \"Finance\"", "text stands in quotes"),
      ]),
    Lesson(
      title: "What is missing",
      text: """
        'with' asks for things that have another, 'with no' for those that have none. The \
        model says what a control or an asset can have; '.schema control' lists it.
        """,
      tries: [
        ("controls with no owner", "nobody is named"),
        ("critical assets with no active owner", "nobody, or somebody who has left"),
        ("controls with no competent owner", "nobody who can do it"),
      ]),
    Lesson(
      title: "Who does what",
      text: """
        'who' and 'that' join things by a verb of the model, and 'by' turns it round. Names \
        are written as they are; Tab completes them.
        """,
      tries: [
        ("people who own a control", "from the person"),
        ("controls owned by Carla Mendes", "from the control"),
        ("everything that Carla Mendes owns", "of any kind"),
      ]),
    Lesson(
      title: "How many there must be",
      text: """
        'a' means at least one. 'at least 5', 'exactly 1', 'more than 2', 'every' and 'only' \
        ask for others. 'every' is true of all there are.
        """,
      tries: [
        ("people who own at least 5 controls", "many on one pair of shoulders"),
        ("critical assets that have exactly 1 owner", "one at a time"),
        ("people who hold every competence that A.5.2 requires", "who could do it"),
      ]),
    Lesson(
      title: "Join and turn round",
      text: """
        'and' and 'or' join like with like; 'not' turns the verb or adjective behind it round. \
        Where 'and' meets 'or', parentheses say which goes first. '.reading' shows with \
        brackets how a question is read.
        """,
      tries: [
        ("people who own a control and hold a role", "both"),
        ("active people who do not own a control", "the opposite of one part"),
        (".reading controls with an owner who is not active", "the reading of it"),
      ]),
    Lesson(
      title: "When it was",
      text: """
        Questions are about today. 'as of' and a day before a question asks about that day; \
        'in 2026-03', 'since' and 'before' stand behind what has a date. 'periods' tells how \
        long something was so.
        """,
      tries: [
        ("as of 2025-06-30: controls with no owner", "a year ago"),
        ("people who completed a training in 2026-03", "in one month"),
        ("periods in 2026 per critical asset when it had no owner", "from when until when"),
      ]),
    Lesson(
      title: "Columns and order",
      text: """
        'showing' names the columns, 'sorted by' the order, 'first 5' how many rows. \
        '.output owners.csv' writes the next answers to a file for a spreadsheet, and \
        '.output' alone shows them here again.
        """,
      tries: [
        (
          "controls with an owner, showing ref, title, owner, sorted by title, first 5",
          "commas part them"
        ),
        ("people sorted by name, first 3", "a few of many"),
      ]),
    Lesson(
      title: "Count",
      text: """
        'number of', with 'per' and what to count for; 'share of' in a hundred; 'top 5 … by'. \
        '.chart' draws the numbers of the last answer as bars.
        """,
      tries: [
        ("number of people per department", "then type .chart"),
        ("share of controls with no owner per theme", "of a hundred"),
        ("top 5 people by number of controls owned by them", "the most first"),
      ]),
    Lesson(
      title: "Why, and what if",
      text: """
        '.why 1' tells what the first row of the last answer rests on, down to the line of the \
        file. 'suppose' answers as if something were so, and changes nothing.
        """,
      tries: [
        ("why A.5.4 in controls with no competent owner", "down to the facts"),
        (
          "suppose Carla Mendes leaves: changes in controls with no owner",
          "what falls if she leaves"
        ),
      ]),
    Lesson(
      title: "Check, and go on",
      text: """
        A check says what should hold, and finds what offends it. The questions on each clause \
        of ISO/IEC 27001 are there already: '.questions' lists them, '.ask 5.3' asks them. \
        'remit init FOLDER' makes a model of your own spreadsheets, 'remit report' the documents.
        """,
      tries: [
        ("check: every critical asset has an owner", "what should hold"),
        (".ask A.5.2", "what an auditor asks about A.5.2"),
      ]),
  ]

  /// Lists the lessons, or shows one.
  ///
  /// - Parameter argument: Its number; empty for the list.
  /// - Returns: The text, or the sentence that says why there is none.
  static func text(for argument: String) -> Result<String, ShellCommand.Problem> {
    if argument.isEmpty {
      let lines = all.enumerated().map { index, lesson in
        "  \(index < 9 ? " " : "")\(index + 1)  \(lesson.title)"
      }
      return .success(
        "Ten short lessons, on the sample that 'remit --demo' opens:\n"
          + lines.joined(separator: "\n") + "\nType .lesson 1 to begin.")
    }
    guard let number = Int(argument), all.indices.contains(number - 1) else {
      return .failure(ShellCommand.Problem(".lesson needs a number, 1 to \(all.count)"))
    }
    let lesson = all[number - 1]
    let paragraphs = TextFlow.fill(
      lesson.text.split(separator: " ").map(String.init), separator: " ", width: 76)
    let next = number < all.count ? "Next: .lesson \(number + 1)" : "That was the last one."
    return .success(
      """
      Lesson \(number): \(lesson.title)
      \(paragraphs.joined(separator: "\n"))

      Type:
      \(lesson.lines)

      \(next)
      """)
  }

  /// What to type, with what it shows.
  private var lines: String { TextFlow.list(tries.map { ($0.statement, $0.meaning) }, width: 80) }
}
