// SPDX-License-Identifier: Apache-2.0

import Remit

extension Proposal {
  /// What each file was taken for, one line each: `hr.csv: 12 people`; with the columns that
  /// mean something and could not be taken.
  public var summary: [String] {
    guesses.map { guess in
      let sums = guess.totals.count
      let count = guess.table.rowCount - sums
      if let matrix = guess.matrix { return summary(of: matrix, guess) }
      let what =
        guess.kind.map { count == 1 ? schema[$0].singular : schema[$0].plural }
        ?? "links, \(guess.relation.map(signature) ?? "")"
      let doubts =
        guess.columns.count { $0.confidence == .possible || !$0.doubts.isEmpty }
        + guess.left.count
      let look = doubts == 0 ? "" : ", \(doubts) column\(doubts == 1 ? "" : "s") to look at"
      let encoding = guess.encoding.map { ", taken for \($0.rawValue)" } ?? ""
      let sum = sums == 0 ? "" : ", \(sums) row\(sums == 1 ? "" : "s") to look at"
      let left = guess.left.map { "'\(guess.table.columns[$0.column])'" }.joined(separator: ", ")
      let without = left.isEmpty ? "" : "; not loaded: \(left)"
      return "\(guess.place): \(count) \(what)\(encoding)\(look)\(sum)\(without)"
    } + unread.map { "\($0.file): not loaded, \($0.reason)" }
  }

  /// The script, with what each line was guessed from.
  ///
  /// - Parameters:
  ///   - title: What the script is about, for its first line.
  ///   - library: The library whose model the files fill.
  /// - Returns: The text of the script.
  public func script(title: String, library: String) -> String {
    var lines = [
      "remit 1", "",
      "# \(title): proposed by `remit init` from the files in this folder. Read it, and change what is wrong.",
      "# A line with '?' is a guess that wants a look; what is not loaded is named with the reason.",
      "", "use \(quoted(library))",
    ]
    for guess in guesses { lines += [""] + text(of: guess) }
    let links = guesses.flatMap(laterLinks)
    if !links.isEmpty {
      lines +=
        ["", "# Columns of the files above that name things which are loaded after theirs."] + links
    }
    if !unread.isEmpty {
      lines += ["", "# Not loaded:"] + unread.map { "#   \($0.file): \($0.reason)" }
    }
    return lines.map(withoutBreaks).joined(separator: "\n") + "\n"
  }

  /// `person holds competence`
  private func signature(_ id: RelationID) -> String {
    let relation = schema[id]
    func names(_ kinds: [KindID]) -> String {
      kinds.map { schema[$0].singular }.joined(separator: " or ")
    }
    return "\(names(relation.left)) \(relation.name) \(names(relation.right))"
  }

  // MARK: Loads

  private func text(of guess: TableGuess) -> [String] {
    let rows = guess.table.rowCount
    var lines = ["# \(guess.place): \(rows) row\(rows == 1 ? "" : "s")."]
    if let encoding = guess.encoding {
      let texts = guess.foreignTexts.map { "'\($0)'" }.joined(separator: ", ")
      lines.append(
        "# ? It is not UTF-8 and was taken for \(encoding.rawValue), in which it has \(texts)")
    }
    if let matrix = guess.matrix { return lines + text(of: matrix, guess) }
    let (now, later) = split(guess)
    for column in now + later.map(\.column) {
      let heading = guess.table.columns[column.column]
      var remarks = column.doubts
      for (value, texts) in column.readings {
        let some = texts.map { "'\($0)'" }.joined(separator: " and ")
        remarks.append("\(some) taken for \(value)")
      }
      if column.isDayAfter { remarks.append("taken for the last day, so it is over the day after") }
      guard column.confidence < .sure || !remarks.isEmpty else { continue }
      let isDoubtful = column.confidence < .likely || !column.doubts.isEmpty
      lines.append(
        "# \(isDoubtful ? "?" : " ") '\(heading)' as \(column.word)"
          + (remarks.isEmpty ? "" : ": " + remarks.joined(separator: "; ")))
    }
    for (line, text) in guess.totals {
      lines.append("# ? Line \(line) has '\(text)' alone: taken for no row, and left out")
    }
    for (column, reason) in guess.left {
      lines.append("# ? '\(guess.table.columns[column])' is not loaded: \(reason)")
    }
    let used = Set(
      guess.columns.map(\.column) + guess.columns.compactMap(\.second)
        + guess.left.map(\.column))
    let rest = guess.table.columns.indices.filter { !used.contains($0) }
      .map { "'\(guess.table.columns[$0])'" }
    if !rest.isEmpty { lines.append("#   Not used: \(rest.joined(separator: ", ")).") }
    lines += things(namedOnlyIn: guess)
    lines += load(what(of: guess), guess, now)
    return lines + unsaid(in: guess) + requirements(in: guess)
  }

  /// The requirements that the rows of a Statement of Applicability meet: a control
  /// that is called by the number of one in Annex A meets that one.
  func requirements(in guess: TableGuess) -> [String] {
    guard let kind = guess.kind, schema[kind].singular == "control",
      schema.relations.contains(where: { $0.name == "meets" && $0.left.contains(kind) }),
      !guess.columns.contains(where: { $0.word == "meets" }),
      let ref = guess.columns.first(where: { $0.word == "ref" }),
      guess.texts(of: ref).allSatisfy({ $0.wholeMatch(of: /[Aa]\.[5-8]\.[0-9]+/) != nil })
    else { return [] }
    let heading = quoted(guess.table.columns[ref.column])
    return [
      "# Each of them is called by the number of what it meets in Annex A.",
      "load meets from \(quoted(guess.file))\(part(guess)) with control from \(heading), requirement from \(heading)",
    ]
  }

  /// What the checks need to know of things, and no column of theirs says.
  func unsaid(in guess: TableGuess) -> [String] {
    guard let kind = guess.kind.map({ schema[$0] }) else { return [] }
    func isSaid(_ word: String) -> Bool {
      schema.attribute(named: word, of: kind.id) == nil
        || guess.columns.contains { $0.word == word }
    }
    let usual = [
      "risk": ("status", "open"), "document": ("status", "in force"),
      "control": ("applicable", "\"yes\""),
    ]
    if let (word, value) = usual[kind.singular], !isSaid(word) {
      return [
        "# ? No column says '\(word)' of them: \(value.hasPrefix("\"") ? value : "'\(value)'") is taken for each. Change it where that is wrong.",
        "set \(word) of every \(kind.singular) to \(value)",
      ]
    }
    if kind.singular == "role", !isSaid("essential"),
      let name = guess.columns.first(where: { $0.word == "name" }),
      let role = guess.texts(of: name).first
    {
      return [
        "# ? No column says which roles must be filled, so no check looks for their holders. Say it of each:",
        "#   set essential of role \(quoted(role)) to \"yes\"",
      ]
    }
    return []
  }

  private func what(of guess: TableGuess) -> String {
    if let kind = guess.kind { return schema[kind].plural }
    return guess.relation.map { schema[$0].name } ?? ""
  }

  func load(_ what: String, _ guess: TableGuess, _ columns: [ColumnGuess]) -> [String] {
    var lines = ["load \(what) from \(quoted(guess.file))" + part(guess)]
    let mappings = columns.compactMap { mapping($0, guess) }
    let markers = guess.markers
    for (place, mapping) in mappings.enumerated() {
      let isLast = place == mappings.count - 1
      lines.append((place == 0 ? "  with " : "    ") + mapping + (isLast ? "" : ","))
    }
    let unwanted = guess.left.map { guess.table.columns[$0.column] }.filter { !$0.contains("\"") }
    if !unwanted.isEmpty {
      lines.append("  without \(unwanted.map(quoted).joined(separator: ", "))")
    }
    if !markers.isEmpty {
      lines.append("  leaving out \(markers.map(quoted).joined(separator: ", "))")
    }
    return lines
  }

  /// Which table of the file is meant, or how its letters are written.
  func part(_ guess: TableGuess) -> String {
    if let sheet = guess.sheet { return " sheet \(quoted(sheet))" }
    return guess.encoding.map { " in \(quoted($0.rawValue))" } ?? ""
  }

  /// `name from "Full name"`; nothing where the heading says it by itself.
  private func mapping(_ column: ColumnGuess, _ guess: TableGuess) -> String? {
    let heading = guess.table.columns[column.column]
    let isPlain =
      column.dateForm == nil && !column.isDayAfter && column.separator == nil
      && column.readings.isEmpty && column.second == nil
    if isPlain, DataTable.word(ofHeading: heading) == column.word { return nil }
    var text =
      "\(column.word) from " + (column.isDayAfter ? "the day after " : "") + quoted(heading)
    if let second = column.second { text += " and \(quoted(guess.table.columns[second]))" }
    if let form = column.dateForm { text += " as \(quoted(form))" }
    text += column.readings.enumerated().map { place, reading in
      (place == 0 ? "" : ",") + " as \(quoted(reading.value)) for "
        + reading.texts.map(quoted).joined(separator: " or ")
    }.joined()
    if let separator = column.separator { text += " separated by \(quoted(separator))" }
    return text
  }

  /// Columns that can be loaded with the things, and those that name things which
  /// are loaded later, with the verb and the word of the row's end.
  private func split(
    _ guess: TableGuess
  ) -> (now: [ColumnGuess], later: [(verb: String, word: String, column: ColumnGuess)]) {
    guard let kind = guess.kind, let place = guesses.firstIndex(where: { $0.isSame(as: guess) })
    else { return (guess.columns, []) }
    let following = Set(guesses[(place + 1)...].compactMap(\.kind))
    let before = Set(guesses[...place].compactMap(\.kind))
    var now: [ColumnGuess] = []
    var later: [(verb: String, word: String, column: ColumnGuess)] = []
    for column in guess.columns {
      let isLater = column.targets.contains { following.contains($0) && !before.contains($0) }
      if isLater, let (verb, word) = link(column.word, of: kind, to: column.targets) {
        later.append((verb, word, column))
      } else {
        now.append(column)
      }
    }
    return (now, later)
  }

  /// The verb of the links that a noun or verb names, and the word of the end
  /// where the row's thing stands.
  private func link(
    _ word: String, of kind: KindID, to targets: [KindID]
  ) -> (verb: String, word: String)? {
    for relation in schema.relations where relation.origin == .stored {
      if relation.leftNoun == word, relation.right.contains(kind),
        !Set(relation.left).isDisjoint(with: targets)
      {
        return (relation.name, relation.rightNoun ?? schema[kind].singular)
      }
      if relation.rightNoun == word || relation.name == word, relation.left.contains(kind),
        !Set(relation.right).isDisjoint(with: targets)
      {
        return (relation.name, relation.leftNoun ?? schema[kind].singular)
      }
    }
    return nil
  }

  /// Links that the rows of things name, once those they lead to are there.
  private func laterLinks(_ guess: TableGuess) -> [String] {
    guard let kind = guess.kind else { return [] }
    let naming = schema.namingAttributes(of: kind).map { schema[$0].name }
    guard let name = guess.columns.first(where: { naming.contains($0.word) }) else { return [] }
    return split(guess).later.map { verb, word, column in
      let heading = quoted(guess.table.columns[column.column])
      return "load \(verb) from \(quoted(guess.file))\(part(guess))"
        + " with \(word) from \(quoted(guess.table.columns[name.column]))"
        + (name.second.map { " and \(quoted(guess.table.columns[$0]))" } ?? "") + ", "
        + (mapping(column, guess) ?? "\(column.word) from \(heading)")
    }
  }

  /// The things that only a file of links names: the courses of a training list.
  private func things(namedOnlyIn guess: TableGuess) -> [String] {
    guard guess.relation != nil else { return [] }
    return guess.columns.compactMap { column -> String? in
      guard column.targets.count == 1, let kind = column.targets.first,
        !guesses.contains(where: { $0.kind == kind }),
        let name = naming(kind)
      else { return nil }
      return "load \(schema[kind].plural) from \(quoted(guess.file))\(part(guess))"
        + " with \(name) from \(quoted(guess.table.columns[column.column])), each once"
    }
  }

  /// What things of a kind are called by: their name or title, else a key.
  private func naming(_ kind: KindID) -> String? {
    let names = schema.namingAttributes(of: kind).map { schema[$0].name }
    return ["name", "title"].first(where: names.contains) ?? names.first
  }

  // MARK: Checks

  /// A script of checks: those of the library, and what should hold of anything
  /// that the files have things of, whatever else they say about them.
  ///
  /// - Parameter library: The script with the checks of the library.
  /// - Returns: The text of the script.
  public func checks(library: String) -> String {
    let kinds = Set(guesses.compactMap(\.kind).map { schema[$0].singular })
    let relations = Set(guesses.compactMap(\.relation).map { schema[$0].name })
    var lines = [
      "remit 1", "", "# What should hold: the checks of the library, then those of this folder.",
      "",
      "use \(quoted(library))", "",
    ]
    for kind in ["asset", "risk", "control", "document"] where kinds.contains(kind) {
      lines.append(
        "check \"\(kind) owners\": every \(kind) has an active owner, showing "
          + (schema.kind(named: kind).flatMap(naming) ?? "name") + ", direct owner")
    }
    if kinds.contains("role"), relations.contains("holds") {
      lines.append("check \"role holders\": every role has an active holder")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Texts

  func quoted(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// A line in which nothing from a file begins another.
  private func withoutBreaks(_ line: String) -> String {
    String(line.map { $0.isNewline ? " " : $0 })
  }
}
