// SPDX-License-Identifier: Apache-2.0

/// What people say for which the language has another phrase: `older than 1
/// year`, `that expire next month`, `unowned`.
extension Parser {
  /// Edits that say what an undeclared word was meant to say; with each of them
  /// the whole statement can be read.
  func phrasings(_ unknown: Token) -> [Diagnostic.Edit] {
    guard let place = tokens.firstIndex(where: { $0.range == unknown.range }) else { return [] }
    let edits =
      age(at: place) + indirection(at: place) + pastNoun(at: place) + dates(at: place)
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

  /// `certificates that expire next month`: a verb made of the name of a date.
  private func dates(at place: Int) -> [Diagnostic.Edit] {
    let word = tokens[place].text
    guard let stem = Parser.stem(of: word) else { return [] }
    let dates = vocabulary.allDates.filter { $0.hasPrefix(stem) }
    return dates.flatMap { date -> [Diagnostic.Edit] in
      var isNot = ""
      var start = place
      while start > 0, let keyword = tokens[start - 1].keyword,
        Parser.betweenNounAndVerb.contains(keyword)
      {
        if keyword == .not { isNot = "not " }
        start -= 1
      }
      var edits = [edit(start, place, "whose \(date) is" + (isNot.isEmpty ? "" : " not"))]
      if place > 1, tokens[place - 2].keyword == .whose {
        edits.append(edit(place - 1, place, "\(tokens[place - 1].text)'s \(date) is"))
      }
      if word.hasSuffix("ed") {
        let state = isNot.isEmpty ? "before today" : "unknown"
        edits.append(edit(start, place, "whose \(date) is \(state)"))
      }
      return edits
    }
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
    var isNot = false
    var start = place
    while start > 0, let keyword = tokens[start - 1].keyword,
      Parser.betweenNounAndVerb.contains(keyword)
    {
      if keyword == .not { isNot = true }
      start -= 1
    }
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
