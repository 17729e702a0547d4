// SPDX-License-Identifier: Apache-2.0

import Remit

/// What a sheet with marks below its headings probably says: a RACI matrix.
struct MatrixGuess {
  /// The columns with marks.
  let columns: [Int]
  /// The verbs of the model, and the marks that mean each, as they are written.
  private(set) var marked: [(verb: String, texts: [String])] = []
  /// The column that names the rows, and the kind of what it names.
  private(set) var rows: (column: Int, kind: KindID)?
  /// The columns that the rows' things are made of, if no other file has them.
  private(set) var things: [ColumnGuess] = []
  /// The columns that they must not be made of.
  private(set) var left: [(column: Int, reason: String)] = []
  /// The texts of rows without a mark, which are titles.
  private(set) var titles: [String] = []
  /// The word for what the headings name.
  private(set) var word = ""
  /// The headings that no file has the names of.
  private(set) var unknown: [String] = []
  /// What a person should look at.
  private(set) var doubts: [String] = []

  /// What a letter means, by the name of the relation.
  private static let letters: [Character: String] = [
    "a": "owns", "r": "responsible for", "s": "supports", "c": "consulted on", "i": "informed of",
  ]

  private static let words = [
    "accountable": "a", "responsible": "r", "support": "s", "supports": "s", "supporting": "s",
    "consulted": "c", "informed": "i",
  ]

  /// How many of a hundred cells of a column have to be marks.
  private static let share = 80

  /// The letters of a mark; `nil` if it is none. Letters may stand side by side.
  private static func letters(of mark: String) -> [Character]? {
    let text = words[mark.lowercased()] ?? mark.lowercased()
    let said = Set(text)
    return text.count == said.count && said.isSubset(of: letters.keys) ? Array(text) : nil
  }

  /// The marks of a cell; `nil` if it has something else.
  private static func marks(of cell: String) -> [String]? {
    let parts = cell.split { "/,;+&|".contains($0) || $0.isWhitespace }.map(String.init)
    return parts.allSatisfy { letters(of: $0) != nil } ? parts : nil
  }

  /// Looks whether the cells of a sheet are marks: in two columns at least, with one
  /// who does something among them.
  init?(_ guess: TableGuess, schema: Schema) {
    columns = guess.profiles.indices.filter { place in
      let profile = guess.profiles[place]
      return !profile.isEmpty && profile.canBeNamed && !profile.heading.isEmpty
        && profile.percent { MatrixGuess.marks(of: $0) != nil } >= MatrixGuess.share
    }
    var texts: [Character: [String]] = [:]
    for column in columns {
      for mark in guess.profiles[column].cells.flatMap({ MatrixGuess.marks(of: $0.text) ?? [] }) {
        for letter in MatrixGuess.letters(of: mark) ?? [] {
          let isKnown = texts[letter]?.contains { $0.lowercased() == mark.lowercased() } ?? false
          if !isKnown { texts[letter, default: []].append(mark) }
        }
      }
    }
    guard columns.count > 1, texts.count > 1, texts["a"] != nil || texts["r"] != nil else {
      return nil
    }
    for letter in "arsci" {
      guard let texts = texts[letter], let verb = MatrixGuess.letters[letter] else { continue }
      guard schema.relations.contains(where: { $0.name == verb && $0.origin == .stored }) else {
        return nil
      }
      marked.append((verb, texts.sorted { ($0.count, $0) < ($1.count, $1) }))
    }
  }

  /// Finds out what rows and headings name.
  ///
  /// - Returns: Whether a column names the rows.
  mutating func read(_ guess: TableGuess, schema: Schema, known: KnownNames) -> Bool {
    let verbs = marked.map(\.verb)
    let relations = schema.relations.filter { $0.origin == .stored && verbs.contains($0.name) }
    func common(_ kinds: (Relation) -> [KindID]) -> [KindID] {
      relations.dropFirst().reduce(relations.first.map(kinds) ?? []) { found, relation in
        found.filter(kinds(relation).contains)
      }
    }
    let marks = Set(columns.flatMap { guess.profiles[$0].cells.map(\.row) })
    readRows(guess, schema, known, among: common(\.right), marks)
    guard let rows else { return false }
    titles = guess.profiles[rows.column].cells.filter { !marks.contains($0.row) }.map(\.text)
    readHeadings(guess, schema, known, among: common(\.left), of: relations[0])
    return true
  }

  private mutating func readRows(
    _ guess: TableGuess, _ schema: Schema, _ known: KnownNames, among kinds: [KindID],
    _ marks: Set<Int>
  ) {
    let others = guess.profiles.indices.filter { place in
      !columns.contains(place) && guess.profiles[place].canBeNamed
        && marks.isSubset(of: guess.profiles[place].cells.map(\.row))
    }
    var best: (column: Int, kind: KindID, missing: [String])?
    for column in others {
      let texts = guess.profiles[column].cells.filter { marks.contains($0.row) }.map(\.text)
      for kind in kinds {
        let missing = texts.filter { !known.contains($0, kinds: [kind]) }
        guard missing.count * 2 <= texts.count, missing.count < best?.missing.count ?? .max else {
          continue
        }
        best = (column, kind, missing)
      }
    }
    if let best {
      rows = (best.column, best.kind)
      doubts += known.doubts(about: best.missing, kinds: [best.kind])
      return
    }
    // No file has them: this one says what there is.
    guard let column = others.first(where: { guess.profiles[$0].isUnique }) else { return }
    let isOfAnnex = guess.profiles[column].cells.filter { marks.contains($0.row) }
      .allSatisfy { $0.text.wholeMatch(of: /[Aa]\.[5-8]\.[0-9]+/) != nil }
    let words = isOfAnnex ? ["control"] : HeadingWords.kinds(guess.table.columns[column])
    guard
      let kind = (words + ["area"]).compactMap(schema.kind(named:)).first(where: kinds.contains)
    else { return }
    var made = guess
    KindReader(schema: schema, kind: kind).read(&made, known: known)
    let naming = schema.namingAttributes(of: kind).map { schema[$0].name }
    let name = (isOfAnnex ? naming.first : naming.last) ?? "name"
    made.columns.removeAll {
      columns.contains($0.column) || $0.column == column || $0.word == name
    }
    made.columns.insert(ColumnGuess(column: column, word: name, confidence: .likely), at: 0)
    (things, left, rows) = (made.columns, made.left, (column, kind))
  }

  private mutating func readHeadings(
    _ guess: TableGuess, _ schema: Schema, _ known: KnownNames, among kinds: [KindID],
    of relation: Relation
  ) {
    var met: Set<KindID> = []
    for heading in columns.map({ guess.table.columns[$0] }) {
      let named = known.kinds(of: heading, among: kinds)
      met.formUnion(named)
      if named.isEmpty { unknown.append(heading) }
    }
    let role = schema.kind(named: "role")
    if !unknown.isEmpty, let role { met.insert(role) }
    word =
      met.count == 1
      ? met.first.map { schema[$0].singular } ?? ""
      : schema.recordNoun(of: relation.id, atLeft: true) ?? relation.leftNoun ?? ""
    for heading in unknown {
      doubts += known.doubts(about: [heading], kinds: kinds).map { $0 + "; taken for a role" }
    }
  }
}
