// SPDX-License-Identifier: Apache-2.0

/// Every message about the form of a statement, in one place.
///
/// Messages start in lower case, end without a full stop and put the user's
/// words in single quotes; what to do about it is an edit or a help line.
enum SyntaxMessages {
  // MARK: Lexing

  static func deceptiveCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "hidden-character", "the invisible character \(scalar.codePoint) cannot stand here",
      at: range)
  }

  static func invalidEncoding(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "invalid-encoding", "the text is not valid UTF-8 at byte \(range.start)", at: range)
  }

  static func noSuchDay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-such-day", "there is no day '\(text)'", at: range,
      help: ["dates are written year-month-day, as in 2026-06-30"])
  }

  static func noSuchMonth(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-such-month", "there is no month '\(text)'", at: range,
      help: ["months are written year-month, as in 2026-03"])
  }

  static func singleQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "stray-character", "a single quote does not begin a text", at: range,
      help: ["put names and texts in double quotes, as in \"Head of IT\""])
  }

  static func strayCharacter(
    _ text: String, at range: SourceRange, isLast: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      "stray-character", "'\(text)' has no meaning here", at: range,
      edits: isLast ? [[Diagnostic.Edit(range: range, replacement: "")]] : [])
  }

  static func strayStop(_ token: Token) -> Diagnostic {
    Diagnostic(
      "stray-character", "'\(token.text)' can only stand at the end of a statement",
      at: token.range, edits: [[Diagnostic.Edit(range: token.range, replacement: "")]])
  }

  static func promptCommand(_ stop: Token, _ word: Token) -> Diagnostic {
    Diagnostic(
      "stray-character", "'.\(word.text)' is for the prompt and cannot stand in a script",
      at: SourceRange(stop.range.start, word.range.end),
      help: ["type it at the prompt, or give it beside the script with -c '.\(word.text) …'"])
  }

  static func tooManyTokens(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("too-long", "the statement has more than \(limit) words", at: range)
  }

  static func unclosedQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-quote", "the quoted text has no closing quote on its line", at: range,
      edits: [[Diagnostic.Edit(range: SourceRange(range.end, range.end), replacement: "\"")]])
  }

  // MARK: Parsing

  static func ambiguousAny(_ token: Token, before next: Token) -> Diagnostic {
    Diagnostic(
      "ambiguous-any", "'any' can mean 'at least one' or 'every'", at: token.range,
      edits: [Inflection.article(before: next.text), "every"].map {
        [Diagnostic.Edit(range: token.range, replacement: $0)]
      })
  }

  static func bareNumber(_ token: Token) -> Diagnostic {
    Diagnostic(
      "bare-number", "'\(token.text)' leaves open whether more would do", at: token.range,
      edits: ["at least", "exactly", "at most"].map {
        [Diagnostic.Edit(range: token.range, replacement: "\($0) \(token.text)")]
      })
  }

  static func incomplete(at range: SourceRange, expected: [String]) -> Diagnostic {
    Diagnostic(
      "incomplete-statement", "the statement is not finished", at: range,
      help: expected.isEmpty ? [] : ["what can follow: \(expected.joined(separator: ", "))"])
  }

  static func mixedAndOr(_ token: Token, edits: [[Diagnostic.Edit]]) -> Diagnostic {
    Diagnostic(
      "mixed-and-or", "'and' and 'or' are mixed without saying which binds first",
      at: token.range,
      help: edits.isEmpty ? ["put one of them in parentheses, or ask two questions"] : [],
      edits: edits)
  }

  static func joinedKinds(_ token: Token, edit: Diagnostic.Edit) -> Diagnostic {
    Diagnostic(
      "joined-kinds", "'\(token.text)' cannot join two things that are asked for",
      at: token.range, edits: [[edit]])
  }

  static func ofEach(_ token: Token, edits: [Diagnostic.Edit]) -> Diagnostic {
    Diagnostic(
      "of-each", "'of each' can mean one after the other, or all of them together",
      at: token.range, edits: edits.map { [$0] })
  }

  static func sentence(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "sentence", "a sentence is true or not: it is checked, not asked", at: range,
      edits: [
        [Diagnostic.Edit(range: SourceRange(range.start, range.start), replacement: "check: ")]
      ]
    )
  }

  static func superfluous(_ range: SourceRange, _ text: String) -> Diagnostic {
    almost(text, at: range, edit: Diagnostic.Edit(range: range, replacement: ""))
  }

  static func lateFinding(
    _ range: SourceRange, _ text: String, behind column: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "almost-said", "'\(text)' is said right behind the column", at: range,
      edits: [
        [
          Diagnostic.Edit(range: column, replacement: " \(text)"),
          Diagnostic.Edit(range: range, replacement: ""),
        ]
      ])
  }

  static func missingThat(
    _ range: SourceRange, subject: String
  ) -> Diagnostic {
    Diagnostic(
      "missing-that", "'that' is missing before '\(subject)'", at: range,
      edits: [[Diagnostic.Edit(range: SourceRange(range.start, range.start), replacement: "that ")]]
    )
  }

  static func tooMany(_ words: String, _ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("nested-too-deep", "the statement has more than \(limit) of \(words)", at: range)
  }

  static func nestedTooDeep(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("nested-too-deep", "the statement is nested deeper than \(limit)", at: range)
  }

  static func notEvery(
    _ range: SourceRange, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    Diagnostic(
      "ambiguous-not-every", "'not … every' can mean 'none' or 'not all'", at: range, edits: edits)
  }

  static func doubleNegation(
    _ range: SourceRange, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    Diagnostic(
      "double-negation", "two negations in one clause are hard to read the same way", at: range,
      edits: edits)
  }

  static func questionWord(
    _ token: Token, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    Diagnostic(
      "question-word", "a question is asked as a phrase, without '\(token.text)'",
      at: token.range,
      help: edits.isEmpty ? ["write what you look for, as in 'everything that Ann owns'"] : [],
      edits: edits)
  }

  static func twoDeterminers(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "two-determiners", "'only' has said already which ones are meant", at: range,
      edits: [[Diagnostic.Edit(range: range, replacement: "")]])
  }

  static func unexpected(
    _ token: Token, expected: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unexpected-word", "'\(token.text)' cannot stand here", at: token.range,
      help: expected.isEmpty ? [] : ["what can stand here: \(expected.joined(separator: ", "))"])
  }

  static func nounForVerb(_ token: Token) -> Diagnostic {
    Diagnostic("unexpected-word", "'\(token.text)' is no verb", at: token.range)
  }

  static func adjectiveBehind(_ noun: Term, _ adjective: Token) -> Diagnostic {
    let be = noun.text == noun.base ? "that is" : "that are"
    return Diagnostic(
      "unexpected-word", "'\(adjective.text)' cannot stand behind its noun",
      at: adjective.range,
      edits: [[Diagnostic.Edit(range: adjective.range, replacement: "\(be) \(adjective.text)")]])
  }

  static func unknownWord(_ token: Token, edits: [Diagnostic.Edit]) -> Diagnostic {
    Diagnostic(
      "unknown-word", "the word '\(token.text)' has not been declared", at: token.range,
      help: Lookalikes.note(on: token.text).map { [$0] }
        ?? (edits.isEmpty ? ["'.schema' lists the words there are"] : []),
      edits: edits.map { [$0] })
  }

  /// `in the last month`: the month before this one, or the days up to today?
  static func whichSpan(_ turn: String, _ unit: String, at range: SourceRange) -> Diagnostic {
    let edits = ["\(turn) \(unit)", "in the \(turn) 1 \(unit)"]
    return Diagnostic(
      "which-span",
      "'the \(turn) \(unit)' can be a \(unit) of the calendar, or one that \(turn == "last" ? "ends" : "begins") today",
      at: range, edits: edits.map { [Diagnostic.Edit(range: range, replacement: $0)] })
  }

  /// `reviews this year`: by which of their dates?
  static func timeBehindNoun(_ range: SourceRange, _ noun: String, dates: [String]) -> Diagnostic {
    let place = SourceRange(range.start, range.start)
    return Diagnostic(
      "time-of-what", "'\(noun)' does not say what happened then", at: range,
      help: dates.isEmpty ? ["put a verb before it that has dates"] : [],
      edits: dates.map { [Diagnostic.Edit(range: place, replacement: "whose \($0) is ")] })
  }

  /// `number of assets per person`
  static func kindAsKey(_ token: Token) -> Diagnostic {
    Diagnostic(
      "kind-as-key", "'\(token.text)' does not say how they are joined", at: token.range,
      help: ["write what the \(token.term?.base ?? token.text) is to them, as in 'per owner'"])
  }

  /// `top 10 risks`
  static func topByWhat(_ range: SourceRange, _ phrase: String) -> Diagnostic {
    Diagnostic(
      "top-by-what", "'\(phrase)' does not say by what they are ranked", at: range,
      help: ["write what counts, as in '\(phrase) by number of findings'"])
  }

  /// `showing across status`
  static func acrossFirst(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "across-first", "nothing is left to stand at the left of the matrix", at: range,
      help: ["write what makes its rows before 'across', as in 'showing ref, across owner'"])
  }

  /// `SELECT * FROM people`
  static func foreignQuery(
    _ word: String, _ language: String, at range: SourceRange, edits: [[Diagnostic.Edit]],
    isWhole: Bool, example: String?
  ) -> Diagnostic {
    let begin = example.map { ["begin with what you look for, as in '\($0)'"] } ?? []
    let schema = edits.isEmpty ? begin + ["'.schema' lists the words there are"] : []
    let rest = isWhole ? [] : ["that asks for more than your query: say the rest of it behind it"]
    return Diagnostic(
      "foreign-query",
      "'\(word)' begins a query in \(language); here a question is a phrase for what you look for",
      at: range, help: schema + rest, edits: edits)
  }

  /// `people WHERE department = "Security"`
  static func capitalWords(_ text: String, at range: SourceRange, edit: Diagnostic.Edit)
    -> Diagnostic
  {
    Diagnostic(
      "capital-words", "'\(text)' is read as a name: the words of the language have small letters",
      at: range, edits: [[edit]])
  }

  /// `30 June 2025`
  static func foreignDate(_ text: String, _ days: [Day], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "foreign-date", "'\(text)' is not how a date is written here", at: range,
      edits: days.map { [Diagnostic.Edit(range: range, replacement: $0.description)] })
  }

  /// `who can approve payments`
  static func modal(_ token: Token) -> Diagnostic {
    Diagnostic(
      "unknown-word", "the word '\(token.text)' has not been declared", at: token.range,
      help: ["questions are about what is recorded: '.schema' lists the verbs for it"])
  }

  static func verbsDisagree(
    _ verb: WordSyntax, first: WordSyntax, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    Diagnostic(
      "verbs-disagree",
      "'\(verb.text)' joins '\(first.text)', but one is singular and the other plural",
      at: verb.range, edits: edits)
  }

  static func periodTooLong(_ period: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      numberTooLarge, "'\(period)' is longer than the 10000 years that dates have room for",
      at: range)
  }

  /// The number that is meant is not in the tree, so a reading would show another.
  static let numberTooLarge = "number-too-large"

  // MARK: Scripts

  static func openBrace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "open-brace", "the brace is not closed", at: range,
      help: ["'{TERM}' shows the value of a term, '{{' is a brace"])
  }

  static func declarationInBlock(_ token: Token) -> Diagnostic {
    Diagnostic(
      "declaration-in-block", "'\(token.text)' cannot stand in a block", at: token.range,
      help: ["a block asks, prints and states facts; put this before it"])
  }

  /// `number of assets owned of people`: those owned by each of them.
  static func linkedToWhom(_ token: Token) -> Diagnostic {
    Diagnostic(
      "linked-to-whom", "'\(token.text)' leaves open by whom", at: token.range,
      edits: [[Diagnostic.Edit(range: token.range, replacement: token.text + " by them")]])
  }

  /// `contains "x"`, `people in the same department as Ann`
  static func almost(_ token: Token, write replacement: String) -> Diagnostic {
    almost(
      token.text, at: token.range,
      edit: Diagnostic.Edit(range: token.range, replacement: replacement))
  }

  static func almost(_ text: String, at range: SourceRange, edit: Diagnostic.Edit) -> Diagnostic {
    Diagnostic("almost-said", "'\(text)' is not said so here", at: range, edits: [[edit]])
  }

  static func capitalInLet(_ token: Token) -> Diagnostic {
    Diagnostic(
      "capital-in-let", "a word that 'let' gives a meaning has small letters", at: token.range,
      help: ["words with a capital letter are names of things"],
      edits: [[Diagnostic.Edit(range: token.range, replacement: token.text.lowercased())]])
  }

  static func noSeverity(_ token: Token, _ all: [String]) -> Diagnostic {
    Diagnostic(
      "no-such-severity", "'\(token.text)' is no severity", at: token.range,
      help: ["there are \(all.joined(separator: ", "))"])
  }
}
