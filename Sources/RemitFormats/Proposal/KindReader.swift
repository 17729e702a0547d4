// SPDX-License-Identifier: Apache-2.0

import Remit

/// Guesses what the columns of a table say of things of a kind.
struct KindReader {
  let schema: Schema
  let kind: KindID

  /// A word that a column may mean.
  private struct Candidate {
    let word: String
    var attribute: AttributeID?
    var targets: [KindID] = []
    /// Whether a thing has one of them at most.
    var isOne = false
  }

  private var candidates: [Candidate] {
    var found = schema[kind].attributes.map { schema[$0] }.filter { $0.source == .stored }.map {
      Candidate(word: $0.name, attribute: $0.id)
    }
    for relation in schema.relations where relation.origin == .stored {
      if relation.right.contains(kind), let noun = relation.leftNoun {
        found.append(Candidate(word: noun, targets: relation.left))
      }
      guard relation.left.contains(kind) else { continue }
      found.append(
        Candidate(
          word: relation.rightNoun ?? relation.name, targets: relation.right,
          isOne: relation.cardinalities.contains { $0.end == .right && $0.most == 1 }))
      if relation.rightNoun != nil {
        found.append(Candidate(word: relation.name, targets: relation.right))
      }
    }
    // One noun may name the ends of several relations.
    var merged: [Candidate] = []
    for one in found {
      if let place = merged.firstIndex(where: { $0.word == one.word }) {
        merged[place].targets += one.targets.filter { !merged[place].targets.contains($0) }
      } else {
        merged.append(one)
      }
    }
    return merged
  }

  /// Fills in the columns of a guess.
  ///
  /// `known` has the names of things; while they are not known, columns that name
  /// things are believed by their headings.
  func read(_ guess: inout TableGuess, known: KnownNames?) {
    (guess.columns, guess.left) = ([], [])
    let candidates = self.candidates
    var pairs: [(score: Int, column: Int, candidate: Candidate)] = []
    for (column, profile) in guess.profiles.enumerated() where profile.canBeNamed {
      for candidate in candidates {
        let score = score(profile, candidate)
        if score > 0 { pairs.append((score, column, candidate)) }
      }
    }
    pairs.sort { ($0.score, -$0.column) > ($1.score, -$1.column) }
    var usedColumns: Set<Int> = []
    var usedWords: Set<String> = []
    var refusals: [Int: String] = [:]
    if schema[kind].singular == "person", let (given, family) = namesApart(guess) {
      var name = ColumnGuess(column: given, word: "name", confidence: .sure)
      name.second = family
      guess.columns.append(name)
      usedColumns = [given, family]
      usedWords = ["name"]
    }
    for (score, column, candidate) in pairs
    where !usedColumns.contains(column) && !usedWords.contains(candidate.word) {
      var made = ColumnGuess(
        column: column, word: candidate.word, confidence: score >= 90 ? .sure : .likely,
        targets: candidate.targets)
      if score < 50 { made.confidence = .possible }
      let profile = guess.profiles[column]
      let refusal =
        candidate.attribute.map { fit(profile, schema[$0], &made) }
        ?? fit(profile, candidate, known, &made)
      if let refusal {
        if score >= 50, refusals[column] == nil { refusals[column] = refusal }
        continue
      }
      usedColumns.insert(column)
      usedWords.insert(candidate.word)
      guess.columns.append(made)
    }
    guess.columns.sort { $0.column < $1.column }
    // Another meaning may have fitted.
    guess.left = refusals.filter { !usedColumns.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// The columns with the given and the family name, where a register has them apart.
  private func namesApart(_ guess: TableGuess) -> (given: Int, family: Int)? {
    func column(_ headings: Set<String>, except used: Int?) -> Int? {
      guess.profiles.indices.first { place in
        let profile = guess.profiles[place]
        return place != used && profile.canBeNamed && !profile.isEmpty
          && headings.contains(HeadingWords.folded(profile.heading))
      }
    }
    guard let given = column(HeadingWords.givenNames, except: nil),
      let family = column(HeadingWords.familyNames, except: given)
    else { return nil }
    return (given, family)
  }

  /// How well a heading fits a word, of a hundred.
  private func score(_ profile: ColumnProfile, _ candidate: Candidate) -> Int {
    let heading = HeadingWords.folded(profile.heading)
    let word = candidate.word
    let kindWord = schema[kind].singular
    if heading == word || heading == "\(kindWord) \(word)" { return 100 }
    if let attribute = candidate.attribute, schema[attribute].name == "email",
      !profile.isEmpty, profile.mailCount == profile.cells.count, profile.isUnique,
      HeadingWords.meanings(heading).contains("email")
    {
      return 95
    }
    if heading == kindWord, word == "name" || word == "title" { return 85 }
    let short =
      heading.hasPrefix(kindWord + " ") ? String(heading.dropFirst(kindWord.count + 1)) : heading
    for form in [heading, short] {
      if let place = HeadingWords.meanings(form).firstIndex(of: word) {
        return 80 - 3 * min(place, 8)
      }
    }
    if heading.split(separator: " ").last.map(String.init) == word { return 60 }
    return 0
  }

  /// Fits the cells to an attribute.
  ///
  /// - Returns: Why they do not fit, or `nil`.
  private func fit(
    _ profile: ColumnProfile, _ attribute: Attribute, _ guess: inout ColumnGuess
  ) -> String? {
    guard !profile.isEmpty else { return nil }
    if attribute.type == .date {
      guard let forms = profile.dateForms else {
        let wrong = profile.cells.first {
          Day($0.text) == nil && DateForm.forms(of: $0.text).isEmpty
        }
        return "its days are written in several ways"
          + (wrong.map { ", such as '\($0.text)'" } ?? "")
      }
      guess.note(dateForms: forms)
      let heading = HeadingWords.folded(profile.heading)
      if attribute.name == "end date" || heading.contains("last day") || heading.contains("until") {
        guess.isDayAfter = HeadingWords.saysLastDay(heading)
      }
      return nil
    }
    guard attribute.type != .text else {
      guard attribute.isKey, !profile.isUnique else { return nil }
      return "it would be the key '\(attribute.name)', and some of its cells are the same"
    }
    var wrong = Set(profile.cells.map(\.text).filter { attribute.type.value(from: $0) == nil })
    for text in wrong.sorted() {
      guard let value = ValueWords.meaning(of: text, in: attribute.type) else { continue }
      guess.note(text, means: value)
      wrong.remove(text)
    }
    guard !wrong.isEmpty else { return nil }
    let some = wrong.sorted().prefix(4).map { "'\($0)'" }.joined(separator: ", ")
    return "it would be '\(attribute.name)', which is \(attribute.type.phrase); not so \(some)"
  }

  /// Fits the cells to the names of things.
  private func fit(
    _ profile: ColumnProfile, _ candidate: Candidate, _ known: KnownNames?,
    _ guess: inout ColumnGuess
  ) -> String? {
    guard let known, !profile.isEmpty else { return nil }
    let names = candidate.targets.map { schema[$0].plural }.joined(separator: " or ")
    let kinds = candidate.targets
    guard known.hasAny(of: kinds) else { return "it names \(names), of which no file has a list" }
    func isName(_ text: String) -> Bool { known.contains(text, kinds: kinds) }
    guess.separator = profile.separator(isName)
    var missing: [String] = []
    var met: Set<KindID> = []
    var (count, missingCount) = (0, 0)
    for (_, text) in profile.cells {
      for part in ColumnProfile.parts(of: text, at: guess.separator ?? ";") {
        count += 1
        met.formUnion(known.kinds(of: part, among: kinds))
        guard !isName(part) else { continue }
        missingCount += 1
        if !missing.contains(part) { missing.append(part) }
      }
    }
    guard missingCount * 2 <= count else {
      return "it would name \(names), but most of its cells are no such names, as '\(missing[0])'"
    }
    guess.targets = met.sorted()
    if guess.separator == ";" { guess.separator = nil }
    guess.doubts += known.doubts(about: missing, kinds: kinds)
    if missing.count > 5 { guess.doubts.append("and \(missing.count - 5) more") }
    return nil
  }
}

extension HeadingWords {
  /// Whether a column under a heading has the last day of something, as people
  /// mean it, rather than the first day after it.
  static func saysLastDay(_ heading: String) -> Bool {
    [
      "last day", "until", "valid to", "valid till", "expir", "end", "left", "exit", "to",
      "leaving",
    ]
    .contains { heading == $0 || heading.contains($0) && $0.count > 2 }
      || heading.split(separator: " ").contains { has(lastDays, String($0)) }
  }
}
