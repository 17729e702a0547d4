// SPDX-License-Identifier: Apache-2.0

public import Remit

/// A script that loads the files of a folder, made by looking at them.
///
/// What the rows of a file are is told by its name, its headings and whether its
/// cells are names of things in other files. All is written down with the reason,
/// for a person to read and change: a guess that is wrong should cost one edit.
public struct Proposal {
  /// A file that was looked at.
  public struct File {
    /// Its name as the script will give it.
    public var name: String
    /// The sheet of a workbook, or the list of a JSON or YAML file.
    public var sheet: String?
    /// How its letters are written, if it is not UTF-8.
    public var encoding: TextEncoding?
    /// Its rows, or why it could not be read.
    public var content: Result<DataTable, LoadError>

    /// Makes a file.
    ///
    /// - Parameters:
    ///   - name: Its name as the script will give it.
    ///   - sheet: The sheet of a workbook, or the list of another file.
    ///   - encoding: How its letters are written, if it is not UTF-8.
    ///   - content: Its rows, or why it could not be read.
    public init(
      name: String, sheet: String? = nil, encoding: TextEncoding? = nil,
      content: Result<DataTable, LoadError>
    ) {
      (self.name, self.sheet, self.content) = (name, sheet, content)
      self.encoding = encoding
    }
  }

  let schema: Schema
  private(set) var guesses: [TableGuess] = []
  /// The files nobody could tell the meaning of, with the reason.
  private(set) var unread: [(file: String, reason: String)] = []

  /// Looks at some files.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - engine: An engine with the model that they are to fill.
  /// - Complexity: O(*cells*) for each kind of the model.
  public init(_ files: [File], model engine: Engine) {
    schema = engine.schema
    for file in files {
      let title = TableGuess.place(file.name, file.sheet)
      switch file.content {
      case .failure(let error):
        let first = error.problems.first.map { ": line \($0.line): \($0.message)" } ?? ""
        unread.append((title, error.message + first))
      case .success(let table):
        guard table.rowCount > 0 else {
          unread.append((title, "it has no rows"))
          continue
        }
        var guess = TableGuess(file: file.name, sheet: file.sheet, table: table)
        guess.encoding = file.encoding
        guess.matrix = MatrixGuess(guess, schema: schema)
        guesses.append(guess)
      }
    }
    guessKinds()
    var known = KnownNames()
    for guess in guesses { if let kind = guess.kind { add(guess, kind, to: &known) } }
    for index in guesses.indices where guesses[index].kind == nil {
      guard guesses[index].matrix == nil else { continue }
      guessRelation(&guesses[index], &known)
    }
    for index in guesses.indices {
      guard var matrix = guesses[index].matrix else { continue }
      if matrix.read(guesses[index], schema: schema, known: known) {
        guesses[index].matrix = matrix
        guesses[index].relation = schema.relations.first { $0.name == matrix.marked[0].verb }?.id
      }
    }
    for index in guesses.indices {
      guard let kind = guesses[index].kind else { continue }
      KindReader(schema: schema, kind: kind).read(&guesses[index], known: known)
    }
    for guess in guesses where guess.kind == nil && guess.relation == nil {
      unread.append(
        (
          guess.place,
          "its name and headings say neither what its rows are nor what they link"
        ))
    }
    guesses.removeAll { $0.kind == nil && $0.relation == nil }
    order()
  }

  // MARK: What rows are

  private func guessKinds(_ index: Int) -> (kind: KindID, score: Int, guess: TableGuess)? {
    let guess = guesses[index]
    let named = HeadingWords.kinds(guess.title)
    var best: (kind: KindID, score: Int, guess: TableGuess)?
    for kind in schema.kinds where !kind.isRecord && !kind.isTable && !kind.attributes.isEmpty {
      var trial = guess
      KindReader(schema: schema, kind: kind.id).read(&trial, known: nil)
      let naming = schema.namingAttributes(of: kind.id).map { schema[$0].name }
      let names = trial.columns.filter { naming.contains($0.word) }
      // A column that names the rows has a name in every row, once.
      guard
        names.contains(where: { column in
          let texts = guess.texts(of: column)
          return texts.count == guess.table.rowCount
            && Set(texts.map { $0.lowercased() }).count == texts.count
        })
      else { continue }
      let fitting = trial.columns.reduce(0) { $0 + $1.confidence.rawValue }
      let place = named.firstIndex(of: kind.singular)
      let score = fitting + (place.map { 12 - $0 } ?? 0)
      if score > (best?.score ?? 0) { best = (kind.id, score, trial) }
    }
    return best
  }

  private mutating func guessKinds() {
    for index in guesses.indices where guesses[index].matrix == nil {
      // Who only has names and a few dates may be anything: the name of the file decides.
      guard let best = guessKinds(index), best.score >= 8,
        !looksLikeLinks(guesses[index], instead: best.score)
      else { continue }
      guesses[index] = best.guess
      guesses[index].kind = best.kind
    }
  }

  private func looksLikeLinks(_ guess: TableGuess, instead score: Int) -> Bool {
    let title = guess.title
    return HeadingWords.kinds(title).isEmpty && !HeadingWords.relations(title).isEmpty && score < 14
  }

  private func add(_ guess: TableGuess, _ kind: KindID, to known: inout KnownNames) {
    let naming = schema.namingAttributes(of: kind).map { schema[$0].name }
    for column in guess.columns where naming.contains(column.word) {
      for text in guess.texts(of: column) { known.add(text, kind: kind) }
    }
  }

  // MARK: What rows link

  private struct End {
    var column: Int
    var kinds: [KindID]
    var word: String
    var score: Int
    var missing: [String]
  }

  private func guessRelation(_ guess: inout TableGuess, _ known: inout KnownNames) {
    let named = HeadingWords.relations(guess.title)
    var best: (score: Int, relation: Relation, left: End, right: End)?
    for relation in schema.relations where relation.origin == .stored {
      let leftWords = words(relation.leftNoun, relation.left)
      let rightWords = words(relation.rightNoun, relation.right)
      guard let left = end(guess, relation.left, leftWords, known, except: nil),
        let right = end(guess, relation.right, rightWords, known, except: left.column)
      else { continue }
      let place = named.firstIndex(of: relation.name)
      let score = left.score + right.score + (place.map { 60 - 5 * $0 } ?? 0)
      if score > (best?.score ?? 99) { best = (score, relation, left, right) }
    }
    guard let best else { return }
    guess.relation = best.relation.id
    guess.columns = [best.left, best.right].map { end in
      var column = ColumnGuess(
        column: end.column, word: end.word, confidence: end.score >= 90 ? .sure : .likely,
        targets: end.kinds)
      column.doubts = known.doubts(about: end.missing, kinds: end.kinds)
      return column
    }
    guessRest(&guess, best.relation)
  }

  private func words(_ noun: String?, _ kinds: [KindID]) -> [String] {
    (noun.map { [$0] } ?? []) + kinds.map { schema[$0].singular }
  }

  /// The column that names one end of the links.
  private func end(
    _ guess: TableGuess, _ kinds: [KindID], _ words: [String], _ known: KnownNames,
    except used: Int?
  ) -> End? {
    var best: End?
    for (column, profile) in guess.profiles.enumerated()
    where column != used && !profile.isEmpty && profile.canBeNamed {
      let heading = HeadingWords.folded(profile.heading)
      let place = words.firstIndex(of: heading)
      let meant = words.firstIndex { HeadingWords.meanings(heading).contains($0) }
      let isKnown = { (text: String) in known.contains(text, kinds: kinds) }
      let fitting = profile.percent(where: isKnown)
      // The things of the end may be named in this file alone.
      let isOpen = !known.hasAny(of: kinds) && kinds.count == 1
      guard fitting >= 50 || isOpen && (place != nil || meant != nil) else { continue }
      let score =
        (place != nil ? 60 : meant != nil ? 45 : 10) + (isOpen ? 15 : fitting * 2 / 5)
      guard score > (best?.score ?? 0) else { continue }
      let missing =
        isOpen ? [] : Array(Set(profile.cells.map(\.text).filter { !isKnown($0) })).sorted()
      best = End(
        column: column, kinds: kinds,
        word: place.map { words[$0] } ?? meant.map { words[$0] } ?? words[0],
        score: score, missing: missing)
    }
    return best
  }

  /// The dates and attributes of links.
  private func guessRest(_ guess: inout TableGuess, _ relation: Relation) {
    for (column, profile) in guess.profiles.enumerated()
    where profile.canBeNamed && !guess.columns.contains(where: { $0.column == column }) {
      let heading = HeadingWords.folded(profile.heading)
      let meanings = [heading] + HeadingWords.meanings(heading)
      func isFree(_ word: String) -> Bool { !guess.columns.contains { $0.word == word } }
      if let attribute = relation.attributes.map({ schema[$0] })
        .first(where: { $0.source == .stored && meanings.contains($0.name) && isFree($0.name) }),
        profile.percent(where: { attribute.type.value(from: $0) != nil }) == 100
      {
        guess.columns.append(
          ColumnGuess(column: column, word: attribute.name, confidence: .likely))
        continue
      }
      let start = relation.dating == .day ? "on" : "since"
      let word =
        meanings.contains("until") && relation.dating == .interval
        ? "until" : meanings.contains("since") && relation.dating != .undated ? start : nil
      guard let word, isFree(word) else { continue }
      guard let forms = profile.dateForms else {
        guess.left.append((column, "its days are written in several ways"))
        continue
      }
      var made = ColumnGuess(column: column, word: word, confidence: .likely)
      made.note(dateForms: forms)
      made.isDayAfter = word == "until" && HeadingWords.saysLastDay(heading)
      guess.columns.append(made)
    }
  }

  // MARK: Order

  /// Puts what others name before those others, and links last.
  private mutating func order() {
    var rest = guesses
    var sorted: [TableGuess] = []
    while !rest.isEmpty {
      let made = Set(rest.compactMap(\.kind))
      let next = rest.firstIndex { guess in
        guard guess.relation == nil else { return made.isEmpty }
        let named = Set(guess.columns.flatMap(\.targets)).subtracting(
          [guess.kind].compactMap { $0 })
        return named.isDisjoint(with: made)
      }
      sorted.append(rest.remove(at: next ?? rest.firstIndex { $0.relation == nil } ?? 0))
    }
    guesses = sorted
  }
}
