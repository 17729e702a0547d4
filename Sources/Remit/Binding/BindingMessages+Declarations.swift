// SPDX-License-Identifier: Apache-2.0

/// Messages about declarations: kinds, relations, definitions and their words.
extension BindingMessages {
  static func alreadyDeclared(_ word: String, as role: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic("already-declared", "'\(word)' is already \(role)", at: range)
  }

  /// `соntrol`, of which the first two letters are Cyrillic.
  static func deceptiveWord(_ word: String, looksLike latin: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      "mixed-letters", "'\(word)' has letters of two alphabets that look alike", at: range,
      help: Lookalikes.note(on: word).map { [$0] } ?? [],
      edits: [[Diagnostic.Edit(range: range, replacement: latin)]])
  }

  static func wordTaken(
    _ word: String, by term: Term, wanted: String, at range: SourceRange
  ) -> Diagnostic {
    let standing = term.classes.phrase
    let other = term.base == term.text ? "" : " of '\(term.base)'"
    return Diagnostic(
      "word-taken",
      "'\(word)' is already \(article(standing))\(other), so it cannot be \(article(wanted)) too",
      at: range,
      help: ["one form has one role: choose another word\(example(word, for: wanted))"])
  }

  /// A word that may be free, of the form that a role needs.
  private static func example(_ word: String, for role: String) -> String {
    switch role {
    case "event": ", or say more, such as 'leaves the company'"
    case "verb": ", such as 'can \(Inflection.verb(word).plural)'"
    default: ""
    }
  }

  static func letTaken(
    _ word: String, by term: Term, other: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "word-taken", "'\(word)' is already \(article(term.classes.phrase)) of the model", at: range,
      edits: other.map { [[Diagnostic.Edit(range: range, replacement: $0)]] } ?? [])
  }

  static func statementWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "reserved-word", "'\(word)' begins statements and cannot be given another meaning", at: range,
      edits: [[Diagnostic.Edit(range: range, replacement: "my \(word)")]])
  }

  static func letterAsWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-word", "'\(word)' has a letter that stands alone, and such letters are for things",
      at: range, help: ["'let' gives a meaning to a word"])
  }

  static func sameColumn(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("same-column", "two columns would be called '\(word)'", at: range)
  }

  static func amountOfSeveral(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "amount-of-several", "an aggregate is made of one value for each thing", at: range,
      help: ["'number of', 'highest' and 'lowest' make one value of several"])
  }

  static func unknownParameter(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-parameter", "there is no value for the parameter '$\(name)'", at: range)
  }

  static func notASpan(_ name: String, _ text: String, at range: SourceRange) -> Diagnostic {
    let isDay = Day(text) != nil
    var diagnostic = Diagnostic(
      "not-a-year-or-month",
      "'\(name)' is \(text), and behind 'in' belongs a year or a month, as 2026 or 2026-03",
      at: range,
      help: isDay ? ["a day stands behind 'on', 'before', 'after', 'since' or 'until'"] : [])
    diagnostic.discreetMessage =
      name.hasPrefix("$")
      ? "the value of '\(name)' is no year or month, as 2026 or 2026-03" : nil
    return diagnostic
  }

  static func notWhole(_ name: String, _ value: Value, at range: SourceRange) -> Diagnostic {
    let isText = if case .text = value { true } else { false }
    let isDeclarable = isText && name.hasPrefix("$")
    var diagnostic = Diagnostic(
      "not-a-whole-number",
      "'\(name)' is \(isText ? "the text \"\(value)\"" : "\(value)"), and here belongs a whole number",
      at: range,
      help: isDeclarable
        ? ["'param \(name.dropFirst()): number' before it makes a number of what is given"] : [])
    diagnostic.discreetMessage =
      name.hasPrefix("$") ? "the value of '\(name)' is no whole number" : nil
    return diagnostic
  }

  static func declaredNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "number-not-written", "how many there should be is declared in digits", at: range)
  }

  static func reservedWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "reserved-word", "'\(word)' is a word of the language and cannot be declared", at: range)
  }

  static func badWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-word", "'\(word)' cannot be declared: words are lower-case letters", at: range)
  }

  static func nounTaken(
    _ noun: String, _ signature: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "noun-taken", "'\(noun)' already names an end of '\(signature)' between the same kinds",
      at: range)
  }

  static func recordEndsAlike(
    _ record: String, end: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "record-ends-alike", "both ends of \(article(record)) would be called '\(end)'", at: range,
      help: ["name them, as in 'recorded as \(record) of giver / receiver'"])
  }

  static func overlappingSignatures(
    _ verb: String, _ signature: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "overlapping-signatures", "'\(verb)' is already declared for some of these kinds",
      at: range, help: ["it stands as '\(signature)'"])
  }

  static func cardinalityNoun(_ noun: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-noun", "'\(noun)' is not a noun for an end of this relation", at: range,
      help: ["the nouns are given after 'as', as in 'as report / manager, at most one manager'"])
  }

  static func unsupportedVersion(_ version: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unsupported-version", "version \(version) of the language is not known here", at: range,
      edits: [[Diagnostic.Edit(range: range, replacement: "remit 1")]])
  }

  static func symmetricKinds(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "symmetric-kinds", "a symmetric relation joins the same kinds at both ends", at: range)
  }

  static func symmetricRecord(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "symmetric-record", "a symmetric relation cannot be recorded, for its ends have one name",
      at: range)
  }

  static func linkTypeNeedsRecord(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "kind-as-type", "the type of '\(name)' is a kind, which only a recorded link can have",
      at: range,
      help: ["declare a relation for it, or add 'recorded as …' to this one"])
  }
}
