// SPDX-License-Identifier: Apache-2.0

/// Every message about the meaning of a statement, in one place.
///
/// Same style as ``SyntaxMessages``.
enum BindingMessages {
  // MARK: Words in questions

  static func unknownName(
    _ name: BoundName, nearest: [String], kinds: [String], otherKinds: [String]
  ) -> Diagnostic {
    let message =
      kinds.count > 4
      ? "nothing is called '\(name.text)'"
      : "there is no \(kinds.joined(separator: " or ")) called '\(name.text)'"
    var help: [String] = []
    if let other = otherKinds.first {
      help.append("'\(name.text)' is \(article(other)), which cannot stand here")
    }
    return Diagnostic(
      "unknown-name", message, at: name.range, help: help,
      edits: nearest.map { [Diagnostic.Edit(range: name.range, replacement: $0)] })
  }

  /// A name given as a parameter that finds nothing or several things, without the name.
  static func discreetName(_ parameter: String, kinds: [String], isUnknown: Bool) -> String {
    guard isUnknown else { return "the name in '$\(parameter)' could be that of several things" }
    return kinds.count > 4
      ? "nothing has the name in '$\(parameter)'"
      : "no \(kinds.joined(separator: " or ")) has the name in '$\(parameter)'"
  }

  /// The same for a name behind `who is` that nobody has.
  static func discreetWhoIs(_ parameter: String) -> String {
    "the name in '$\(parameter)' is not somebody's"
  }

  /// Several things have the name; an edit helps where their kinds differ.
  static func ambiguousName(
    _ name: BoundName, choices: [String], areEdits: Bool = true
  ) -> Diagnostic {
    Diagnostic(
      "ambiguous-name", "'\(name.text)' could be \(choices.joined(separator: " or "))",
      at: name.range,
      edits: areEdits
        ? choices.map { [Diagnostic.Edit(range: name.range, replacement: $0)] } : [])
  }

  /// `who is CISO`, which nobody is: people hold the role.
  static func whoIsThing(
    _ name: String, _ kinds: [String], verbs: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "who-is-thing", "\(name) is \(kinds.map(article).joined(separator: " or ")), not somebody",
      at: range,
      edits: verbs.map { [Diagnostic.Edit(range: range, replacement: "\($0) \(name)")] })
  }

  /// A noun with its article: `an asset`.
  static func article(_ noun: String) -> String {
    "\(noun.first.map { "aeiou".contains($0) } == true ? "an" : "a") \(noun)"
  }

  /// A name as a statement writes it: in quotes unless it reads as a name.
  static func quotedName(_ name: String) -> String {
    let words = name.split(separator: " ", omittingEmptySubsequences: false)
    let plain = words.allSatisfy { word in
      guard let first = word.unicodeScalars.first else { return false }
      return first.properties.isUppercase
        && word.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "." || $0 == "-"
        }
        && word.last != "." && word.last != "-"
    }
    return plain && !name.isEmpty ? name : SyntaxPrinter().quote(name)
  }

  static func impossibleLink(
    _ verb: String, subject: String, object: String, signatures: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "impossible-link", "'\(verb)' does not join \(subject) to \(object)", at: range,
      help: signatures.map { "it joins \($0)" })
  }

  static func noSuchEnd(
    _ noun: String, of owner: String, candidates: [String], phrases: [String],
    at range: SourceRange
  ) -> Diagnostic {
    var help: [String] = []
    if !phrases.isEmpty { help.append("say which: \(phrases.listed(most: mostListed))") }
    if !candidates.isEmpty { help.append("they have: \(candidates.listed(most: mostListed))") }
    return Diagnostic(
      "no-such-relation", "\(owner) have no '\(noun)' of their own", at: range, help: help)
  }

  /// How many words are listed; more would hide them all.
  private static let mostListed = 24

  static func noSuchAttribute(
    _ name: String, of owner: String, candidates: [String], further: [String],
    at range: SourceRange
  ) -> Diagnostic {
    var help: [String] = []
    if !further.isEmpty {
      let steps = further.map { "\($0)'s \(name)" }
      help.append("there is \(steps.joined(separator: ", or "))")
    }
    if !candidates.isEmpty { help.append("they have: \(candidates.joined(separator: ", "))") }
    return Diagnostic("no-such-attribute", "\(owner) have no \(name)", at: range, help: help)
  }

  /// `number of controls per department`: that of their owners.
  static func keyFurtherOn(
    _ name: String, of owner: String, through nouns: [String], at range: SourceRange
  ) -> Diagnostic {
    let place = SourceRange(range.start, range.start)
    return Diagnostic(
      "no-such-attribute", "\(owner) have no \(name)", at: range,
      edits: nouns.map { [Diagnostic.Edit(range: place, replacement: "\($0)'s ")] })
  }

  static func notAnAdjective(
    _ word: String, of owner: String, valueOf attributes: [String], dates: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let phrases =
      attributes.map { "with \($0) \(word)" } + dates.map { "whose \($0) is before today" }
    return Diagnostic(
      "impossible-adjective", "\(owner) cannot be '\(word)'", at: range,
      help: phrases.isEmpty ? [] : ["say of what: '\(phrases.joined(separator: "', or '"))'"])
  }

  static func unfilledSlot(
    _ word: WordSyntax, _ preposition: String, slots: [String], after end: Int?
  ) -> Diagnostic {
    let question = slots.joined(separator: " or which ")
    let edits = slots.map { slot -> [Diagnostic.Edit] in
      guard let end else {
        let place = SourceRange(word.range.end, word.range.end)
        return [Diagnostic.Edit(range: place, replacement: " \(preposition) \(article(slot))")]
      }
      // Before its noun the adjective moves behind it: `people competent for a control`.
      let gap = SourceRange(word.range.start, word.range.end + 1)
      return [
        Diagnostic.Edit(range: gap, replacement: ""),
        Diagnostic.Edit(
          range: SourceRange(end, end), replacement: " \(word.text) \(preposition) \(article(slot))"
        ),
      ]
    }
    return Diagnostic(
      "unfilled-slot", "'\(word.text)' \(preposition) which \(question)?", at: word.range,
      edits: edits)
  }

  static func slotNotTaken(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("no-slot", "'\(word)' is not said for something", at: range)
  }

  static func notSaidAbout(
    _ word: String, _ preposition: String, _ things: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("no-slot", "'\(word)' is not said \(preposition) \(things)", at: range)
  }

  static func openPreposition(_ word: WordSyntax) -> Diagnostic {
    let end = SourceRange(word.range.end, word.range.end)
    return Diagnostic(
      "open-preposition", "'\(word.text)' leaves open what follows it", at: word.range,
      edits: [[Diagnostic.Edit(range: end, replacement: " something")]])
  }

  static func otherPreposition(
    _ word: String, _ preposition: String, replacing place: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "other-preposition", "'\(word)' is said with '\(preposition)'", at: range,
      edits: [[Diagnostic.Edit(range: place, replacement: "\(word) \(preposition) ")]])
  }

  static func unknownVariable(
    _ name: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unknown-variable", "no noun to the left is called '\(name)'", at: range,
      help: known.isEmpty
        ? ["a variable is introduced after a noun, as in 'people \(name)'"]
        : ["the variables here are \(known.joined(separator: ", "))"],
      edits: known.map { [Diagnostic.Edit(range: range, replacement: $0)] })
  }

  static func variableTaken(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("variable-taken", "'\(name)' already stands for another noun", at: range)
  }

  static func variableHidden(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "variable-hidden",
      "'\(name)' cannot be used here: it was introduced under 'no', 'every', 'not', 'or' or 'per'",
      at: range)
  }

  static func pronounWithoutNoun(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("pronoun", "'\(word)' has no noun to stand for", at: range)
  }

  static func otherSubject(_ word: String, actual: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "other-subject", "'\(word)' is not what this is about, which is a \(actual)", at: range,
      edits: [[Diagnostic.Edit(range: range, replacement: "the \(actual)")]])
  }

  static func severalDefinites(_ word: String, _ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "the-what", "'the \(word)' could be each of \(count) that are spoken of", at: range,
      help: ["put a letter behind each, and say the letter: 'a \(word) p'"])
  }

  static func definiteWithoutNoun(_ word: WordSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "the-what", "no \(word.text) has been spoken of before", at: range,
      help: ["a name says which is meant: '\(word.text) \"NAME\"'s'"])
  }

  static func definiteNoun(
    _ word: WordSyntax, article: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "the-what", "'the \(word.text)' could be the one before, or any", at: range,
      help: ["put a letter behind the noun before, and say the letter here, if it is the same"],
      edits: [[Diagnostic.Edit(range: article, replacement: Inflection.article(before: word.text))]]
    )
  }

  static func sameForAll(
    _ term: String, of things: String, links: [String], behind end: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "same-for-all", "'\(term)' is the same number for all \(things)", at: range,
      help: links.isEmpty ? ["say behind the noun what links it to 'them'"] : [],
      edits: links.map {
        [Diagnostic.Edit(range: SourceRange(end, end), replacement: " \($0)")]
      })
  }

  static func ambiguousPronoun(
    _ word: String, edits: [[Diagnostic.Edit]], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "ambiguous-pronoun", "'\(word)' could stand for more than one noun to its left", at: range,
      edits: edits)
  }

  static func wrongType(
    _ value: String, wanted: String, at range: SourceRange
  ) -> Diagnostic {
    let days = wanted == "a date" ? ForeignDate.days(value) : []
    return Diagnostic(
      "wrong-type", "'\(value)' is not \(wanted)", at: range,
      edits: days.map { [Diagnostic.Edit(range: range, replacement: $0.description)] })
  }

  static func incomparable(
    _ one: String, _ other: String, at range: SourceRange, isDate: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      "wrong-type", "\(one) cannot be compared with \(other)", at: range,
      help: isDate ? ["dates are written year-month-day, as in 2026-06-30"] : [])
  }

  static func unknownValue(
    _ value: String, of attribute: String, choices: [String], nearest: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unknown-value", "'\(value)' is not a value of \(attribute)", at: range,
      help: ["the values are \(choices.joined(separator: ", "))"],
      edits: nearest.map { [Diagnostic.Edit(range: range, replacement: $0)] })
  }

  static func notDated(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("not-dated", "'\(verb)' has no dates", at: range)
  }

  static func mixedKinds(_ one: String, _ other: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "always-empty", "nothing is both \(one) and \(other)", at: range)
  }

  static func notOneThing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-one-thing", "a fact is about things with names", at: range,
      help: ["write the name, or the kind and the name: 'role CISO'"])
  }

  static func endsReadLink(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "link-only-as-read", "there is no written link to end here", at: range,
      help: ["'\(verb)' holds through a definition: end the link it goes through"])
  }

  static func otherThanWhat(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "other-than-what", "'other' has no noun to its left it could differ from", at: range,
      help: ["say 'other than' and a name"])
  }

  static func severalOfSeveral(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "several-of-several", "each side of this can have several values", at: range,
      help: ["name the things with variables, as in 'with an owner p', and use p's values"])
  }

  static func attributeAsThing(
    _ attribute: String, edit: Diagnostic.Edit, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "attribute-as-thing", "'\(attribute)' is a value, and a question asks for things",
      at: range, edits: [[edit]])
  }

  static func nobodyAsked(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "determiner-on-question", "a question asks for all that fit", at: range,
      edits: [[Diagnostic.Edit(range: range, replacement: "everything")]])
  }

  static func unknownHeading(
    _ heading: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    let edits = NearestName.nearest(to: heading, among: known, limit: 2).map {
      [Diagnostic.Edit(range: range, replacement: quotedName($0))]
    }
    return Diagnostic(
      "unknown-heading", "no column has the heading '\(heading)'", at: range,
      help: edits.isEmpty ? ["'as' gives a column a heading: 'showing name as \"who\"'"] : [],
      edits: edits)
  }

  static func sortedByOther(_ title: String, keys: [String], at range: SourceRange) -> Diagnostic {
    let all = ["number"] + keys
    return Diagnostic(
      "sorted-by-other", "an answer of numbers cannot be sorted by '\(title)'", at: range,
      help: ["it can be sorted by \(all.map { "'\($0)'" }.joined(separator: ", "))"],
      edits: all.map { [Diagnostic.Edit(range: range, replacement: $0)] })
  }

  static func strayAcross(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "stray-across", "what is asked here cannot be arranged as a matrix", at: range,
      help: ["'across' stands behind 'showing' in a question for things, and behind 'per'"])
  }

  static func firstNone(at range: SourceRange) -> Diagnostic {
    Diagnostic("first-none", "'first 0' asks for nothing", at: range)
  }

  static func articleInWord(_ word: RawWords) -> Diagnostic {
    let words = word.text.split(separator: " ")
    let rest = words.dropFirst()
    let isFirst = !rest.contains { ["a", "an", "the"].contains($0) }
    return Diagnostic(
      "article-in-word", "a defined word has no article", at: word.range,
      help: isFirst
        ? [] : ["what it is said for comes after 'for', as in 'is fit for a control c'"],
      edits: isFirst
        ? [[Diagnostic.Edit(range: word.range, replacement: rest.joined(separator: " "))]] : [])
  }

  static func ofWhat(
    _ noun: String, article: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "of-what", "'the \(noun)' leaves open whose it is", at: range,
      edits: ["their", "a"].map { [Diagnostic.Edit(range: article, replacement: $0)] })
  }

  static func pastOfTimeless(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-history", "only links and what is defined by them have a past", at: range,
      help: ["'as of DATE:' before the question asks about another day"])
  }

  static func notNumeric(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("wrong-type", "\(what) is not a number", at: range)
  }

  static func negationThroughCycle(_ names: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "cycle-through-negation",
      "'\(names.first ?? "")' would be defined by its own absence", at: range,
      help: ["the cycle is \((names + names.prefix(1)).map { "'\($0)'" }.joined(separator: " → "))"]
    )
  }

  static func definedTooDeep(_ name: String, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nested-too-deep",
      "'\(name)' is nested deeper than \(limit), with the definitions that it uses", at: range,
      help: ["a definition may use others that use others, but not without end"])
  }

  static func cycleThroughTime(_ names: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "cycle-through-time",
      "'\(names.first ?? "")' would be defined by what it is on other days", at: range,
      help: ["the cycle is \((names + names.prefix(1)).map { "'\($0)'" }.joined(separator: " → "))"]
    )
  }

  static func whyOfMany(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "why-of-many", "'why' explains one thing at a time", at: range,
      help: ["name one, as in 'why A.5.3 in controls with no owner'"])
  }

  // MARK: Ways and shares

  static func walkOfTwoSets(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "distance-of-two-sets", "the \(function) distance needs one thing at one of its ends",
      at: range, help: ["'lowest' and 'highest' can have several at both"])
  }

  static func impossibleWalk(_ word: WordSyntax, from: String, starts: String) -> Diagnostic {
    Diagnostic(
      "impossible-way", "no way leads from \(from) by '\(word.text)'", at: word.range,
      help: ["it leads from \(starts)"])
  }

  static func tailOfTop(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "tail-of-top", "'top' and 'bottom' say themselves what is shown, in which order", at: range,
      help: ["use 'showing …, sorted by … descending, first N' for other columns"])
  }

  static func shareOfAll(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "share-of-all", "a share needs a condition behind the noun, to compare with all of them",
      at: range, help: ["as in 'share of controls with no owner'"])
  }

  static func shareOfSets(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "share-of-sets", "a share is of one phrase, without 'plus' and 'except'", at: range)
  }

  // MARK: Periods

  static func noPeriods(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "sorted-by-other", "only periods have a first day, an end and days to sort by", at: range)
  }

  static func periodsSortedByOther(_ columns: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "sorted-by-other", "these periods can only be sorted by a column of theirs", at: range,
      help: ["it can be sorted by \(columns.map { "'\($0)'" }.joined(separator: ", "))"],
      edits: columns.map { [Diagnostic.Edit(range: range, replacement: $0)] })
  }

  static func openSpan(_ span: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "open-span", "'\(span)' has no first or no last day", at: range,
      help: ["periods are asked for in a span such as 'in 2025', 'since 2025-01-01'"])
  }

  static func columnsOfNothing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "columns-of-nothing", "there is nothing to show but the periods", at: range,
      help: ["'per' and a noun asks for the periods of each thing"])
  }

  // MARK: Events

  static func eventOfNoKind(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "event-of-no-kind", "an event happens to a thing of a kind, as in 'event a person leaves: …'",
      at: range)
  }

  static func noRecords(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-such-records", "'\(word)' names no records of links, and only links can be ended",
      at: range,
      help: ["'end its links' ends all that last"])
  }

  static func impossibleEvent(_ word: WordSyntax, of kind: String, takes: String) -> Diagnostic {
    Diagnostic(
      "impossible-event", "'\(word.text)' is said of \(takes), not of \(kind)", at: word.range)
  }
}
