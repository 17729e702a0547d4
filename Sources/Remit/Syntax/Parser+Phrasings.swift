// SPDX-License-Identifier: Apache-2.0

/// What people say for which the language has another phrase: `older than 1
/// year`, `that expire next month`, `unowned`.
extension Parser {
  /// Edits that say what an undeclared word was meant to say; with each of them
  /// the whole statement can be read.
  func phrasings(_ unknown: Token) -> [Diagnostic.Edit] {
    guard let place = tokens.firstIndex(where: { $0.range == unknown.range }) else { return [] }
    let edits =
      day(at: place) + filler(at: place) + count(at: place) + comparative(at: place)
      + age(at: place)
      + indirection(at: place)
      + pastNoun(at: place)
      + dates(at: place)
      + opposite(at: place)
    return edits.filter { canRead(with: $0) }
  }

  private func edit(_ first: Int, _ last: Int, _ text: String) -> Diagnostic.Edit {
    let range = SourceRange(tokens[first].range.start, tokens[last].range.end)
    return Diagnostic.Edit(range: range, replacement: text)
  }

  private func classes(_ place: Int) -> TermClasses {
    tokens.indices.contains(place) ? tokens[place].term?.classes ?? [] : []
  }

  /// `tomorrow`.
  private func day(at place: Int) -> [Diagnostic.Edit] {
    Synonyms.days[tokens[place].text].map {
      [edit(place, place, "today \($0 < 0 ? "minus" : "plus") 1 day")]
    } ?? []
  }

  /// `count people`, which is their number.
  private func count(at place: Int) -> [Diagnostic.Edit] {
    guard place == 0, tokens[0].text.lowercased() == "count", tokens.count > 2 else { return [] }
    return [edit(0, 0, tokens[1].keyword == .of ? "number" : "number of")]
  }

  /// `is greater than 3`, `is over 3`, `exceeds 3`, `is equal to 3`.
  private func comparative(at place: Int) -> [Diagnostic.Edit] {
    guard let meant = Synonyms.comparatives[tokens[place].text], place + 1 < tokens.count else {
      return []
    }
    let value = ["than", "to"].contains(tokens[place + 1].text) ? place + 2 : place + 1
    guard value < tokens.count else { return [] }
    let range = SourceRange(tokens[place].range.start, tokens[value].range.start)
    return [Diagnostic.Edit(range: range, replacement: meant.isEmpty ? "" : meant + " ")]
  }

  /// `documents older than 1 year`: of the dates that documents have.
  private func age(at place: Int) -> [Diagnostic.Edit] {
    let isOlder = tokens[place].text == "older"
    guard isOlder || ["newer", "younger"].contains(tokens[place].text), place > 0,
      place + 3 < tokens.count, tokens[place + 1].keyword == .than,
      let noun = tokens[place - 1].term
    else { return [] }
    let range = SourceRange(tokens[place + 2].range.start, tokens[place + 3].range.end)
    let period = source.text(in: range)
    return vocabulary.dates(of: noun.base).map { date in
      edit(place, place + 3, "whose \(date) is \(isOlder ? "more" : "less") than \(period) ago")
    }
  }

  /// `report indirectly to`, which is `report to+`.
  private func indirection(at place: Int) -> [Diagnostic.Edit] {
    guard tokens[place].text == "indirectly", place + 1 < tokens.count else { return [] }
    if let verb = tokens[place + 1].term { return [edit(place, place + 1, verb.text + "+")] }
    guard place > 0 else { return [] }
    let verb = "\(tokens[place - 1].text) \(tokens[place + 1].text)"
    return vocabulary.terms[verb] == nil ? [] : [edit(place - 1, place + 1, verb + "+")]
  }

  /// `certificates that expire next month`, `expired certificates`: a verb made of
  /// the name of a date.
  private func dates(at place: Int) -> [Diagnostic.Edit] {
    let word = tokens[place].text
    guard let stem = Parser.stem(of: word) else { return [] }
    let (start, isNot) = clause(before: place)
    let isBefore = classes(place + 1).contains(.kind)
    guard let noun = isBefore ? tokens[place + 1].term : noun(before: start) else { return [] }
    func named(_ stem: String, of noun: Term) -> [String] {
      vocabulary.dates(of: noun.base).filter { $0.hasPrefix(stem) }
    }
    func meant(of noun: Term) -> [String] {
      let own = named(stem, of: noun)
      // What has no date of expiry ends.
      return own.isEmpty && stem == "expir" ? named("end date", of: noun) : own
    }
    let isOver = word.hasSuffix("ed")
    if isBefore {
      return isOver
        ? meant(of: noun).map {
          edit(place, place + 1, "\(tokens[place + 1].text) whose \($0) is on or before today")
        } : []
    }
    var edits = meant(of: noun).flatMap { date -> [Diagnostic.Edit] in
      let state = isNot ? "unknown" : "on or before today"
      return [edit(start, place, "whose \(date) is" + (isNot ? " not" : ""))]
        + (isOver ? [edit(start, place, "whose \(date) is \(state)")] : [])
    }
    if start > 1, tokens[start - 2].keyword == .whose, let end = tokens[start - 1].term {
      for date in meant(of: end) {
        edits.append(edit(start - 1, place, "\(tokens[start - 1].text)'s \(date) is"))
        edits.append(
          edit(start - 1, place, "\(tokens[start - 1].text)'s \(date) is on or before today"))
      }
    }
    return edits
  }

  /// Where the words between a noun and the verb at a place begin, and whether
  /// they say no.
  private func clause(before place: Int) -> (start: Int, isNot: Bool) {
    var start = place
    var isNot = false
    while start > 0, let keyword = tokens[start - 1].keyword,
      Parser.betweenNounAndVerb.contains(keyword)
    {
      if keyword == .not { isNot = true }
      start -= 1
    }
    return (start, isNot)
  }

  /// The last kind that is named before a place.
  private func noun(before place: Int) -> Term? {
    tokens[..<place].last { $0.term?.classes.contains(.kind) == true }?.term
  }

  /// `people who still own an asset`: words that say nothing here.
  private func filler(at place: Int) -> [Diagnostic.Edit] {
    guard Synonyms.fillers.contains(tokens[place].text), place + 1 < tokens.count else { return [] }
    let range = SourceRange(tokens[place].range.start, tokens[place + 1].range.start)
    return [Diagnostic.Edit(range: range, replacement: "")]
  }

  /// `controls that are not reviewed`: those with no review.
  private func pastNoun(at place: Int) -> [Diagnostic.Edit] {
    guard tokens[place].text.hasSuffix("ed"), let stem = Parser.stem(of: tokens[place].text) else {
      return []
    }
    let nouns = vocabulary.terms.values.filter { term in
      term.classes.contains(.relationNoun) && term.text == term.base
        && (term.text == stem || term.text == stem + "e")
    }
    let (start, isNot) = clause(before: place)
    return nouns.map { noun in
      let some = isNot ? "no" : Inflection.article(before: noun.text)
      return edit(start, place, "with \(some) \(noun.text)")
    }
  }

  /// `unowned assets`, `assets that are unowned`.
  private func opposite(at place: Int) -> [Diagnostic.Edit] {
    let word = tokens[place].text
    let prefix = ["un", "non-", "in", "non"].first { prefix in
      word.hasPrefix(prefix) && vocabulary.terms[String(word.dropFirst(prefix.count))] != nil
    }
    guard let prefix else { return [] }
    let rest = word.dropFirst(prefix.count)
    var edits = [edit(place, place, "not \(rest)")]
    if classes(place + 1).contains(.kind) {
      edits.append(edit(place, place + 1, "\(tokens[place + 1].text) that are not \(rest)"))
    }
    return edits
  }

  private static let betweenNounAndVerb: Set<Keyword> = [
    .that, .who, .which, .is, .are, .was, .were, .do, .does, .did, .not, .has, .have, .been,
  ]

  /// What a word is a form of, as far as its letters tell, without a last `e`;
  /// `nil` if it is too short to tell.
  private static func stem(of word: String) -> String? {
    var stem = word
    if let ending = ["ing", "ed", "es", "s"].first(where: word.hasSuffix) {
      stem = String(word.dropLast(ending.count))
    } else if stem.hasSuffix("e") {
      stem = String(stem.dropLast())
    }
    return stem.count > 3 ? stem : nil
  }
}
