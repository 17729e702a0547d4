// SPDX-License-Identifier: Apache-2.0

import Remit

/// What a column probably says, and how sure that is.
struct ColumnGuess {
  enum Confidence: Int, Comparable {
    case possible, likely, sure
    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  let column: Int
  /// The column with the second part of a name, if a register has the parts apart.
  var second: Int?
  /// The word of the model: an attribute, a noun or a verb.
  let word: String
  var confidence: Confidence
  /// Why it was guessed, in words.
  var reasons: [String] = []
  /// How the column writes days, if not as Remit does.
  var dateForm: String?
  /// Whether the column has last days.
  var isDayAfter = false
  /// What texts of the column stand for in the words of the model.
  private(set) var readings: [(value: String, texts: [String])] = []
  /// The sign between the values of a cell, if it is not `;`.
  var separator: String?
  /// The kinds of the things it names; none for an attribute.
  var targets: [KindID] = []
  /// What in its cells will not be read as it stands.
  var doubts: [String] = []

  /// Notes what a text of the column is taken for.
  mutating func note(_ text: String, means value: String) {
    confidence = .possible
    if let place = readings.firstIndex(where: { $0.value == value }) {
      let isKnown = readings[place].texts.contains { $0.lowercased() == text.lowercased() }
      if !isKnown { readings[place].texts.append(text) }
    } else {
      readings.append((value, [text]))
    }
  }

  /// Notes the forms in which all days of the column could be written.
  mutating func note(dateForms forms: [String]) {
    dateForm = forms.first
    guard forms.count > 1 else { return }
    confidence = .possible
    let others = forms.dropFirst().joined(separator: " or ")
    doubts.append("the days could also be written \(others): look at one")
  }
}

/// What a file, or a sheet of one, probably holds.
struct TableGuess {
  let file: String
  let sheet: String?
  /// How the letters of the file are written, if it is not UTF-8.
  var encoding: TextEncoding?
  let table: DataTable
  let profiles: [ColumnProfile]
  /// The kind of its rows, or the relation that they are links of.
  var kind: KindID?
  var relation: RelationID?
  /// What its cells say, if they are marks below headings.
  var matrix: MatrixGuess?
  var columns: [ColumnGuess] = []
  /// Columns that seem to mean something and cannot be loaded, with the reason.
  var left: [(column: Int, reason: String)] = []
  /// The names of rows that are titles between others.
  var titles: [String] = []

  init(file: String, sheet: String?, table: DataTable) {
    (self.file, self.sheet, self.table) = (file, sheet, table)
    profiles = table.columns.indices.map { ColumnProfile(table, column: $0) }
  }

  /// The file, with the sheet if one is meant.
  var place: String { TableGuess.place(file, sheet) }

  static func place(_ file: String, _ sheet: String?) -> String {
    file + (sheet.map { ", sheet \($0)" } ?? "")
  }

  /// The rows that hold one text alone, which says that it is a sum.
  var totals: [(line: Int, text: String)] {
    guard profiles.count >= 3 else { return [] }
    var rows: [Int: [String]] = [:]
    for profile in profiles {
      for cell in profile.cells { rows[cell.row, default: []].append(cell.text) }
    }
    return rows.sorted { $0.key < $1.key }.compactMap { row, texts in
      guard texts.count == 1, let word = HeadingWords.folded(texts[0]).split(separator: " ").first,
        HeadingWords.has(
          "total, totals, totaux, sum, summe, gesamt, totale, totaal, suma, razem", String(word))
      else { return nil }
      return (Int(table.lines[row]), texts[0])
    }
  }

  /// Whether it is of the same file and sheet.
  func isSame(as other: TableGuess) -> Bool { file == other.file && sheet == other.sheet }

  /// What the file's name and sheet say it is.
  var title: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let base = name.split(separator: ".").dropLast().joined(separator: " ")
    return HeadingWords.folded(base + " " + (sheet ?? ""))
  }

  /// The texts of a column in each row that has one, the parts of a name put together.
  func texts(of guess: ColumnGuess) -> [String] {
    guard let second = guess.second else { return profiles[guess.column].cells.map(\.text) }
    let parts = [guess.column, second].map { column in
      Dictionary(profiles[column].cells.map { ($0.row, $0.text) }) { first, _ in first }
    }
    return (0..<table.rowCount).compactMap { row in
      let text = parts.compactMap { $0[row] }.joined(separator: " ")
      return text.isEmpty ? nil : text
    }
  }

  /// Some of its texts that have other letters than those of ASCII.
  var foreignTexts: [String] {
    var found: [String] = []
    for text in table.columns + profiles.flatMap({ $0.cells.map(\.text) })
    where found.count < 3 && !found.contains(text) && !text.utf8.allSatisfy({ $0 < 0x80 }) {
      found.append(text)
    }
    return found
  }

  /// The texts in it that stand for nothing, each once whatever its capitals.
  var markers: [String] {
    let used = Set(columns.map(\.column))
    let found =
      profiles.indices.filter(used.contains).flatMap { profiles[$0].markers.sorted() }
      + totals.map(\.text) + titles
    var seen: Set<String> = []
    return found.filter { seen.insert($0.lowercased()).inserted }
  }
}

/// The names of things that the files will make.
struct KnownNames {
  private var names: [KindID: [String: Int]] = [:]
  private var texts: [KindID: [String]] = [:]

  private static func folded(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").lowercased()
  }

  mutating func add(_ text: String, kind: KindID) {
    names[kind, default: [:]][KnownNames.folded(text), default: 0] += 1
    texts[kind, default: []].append(text)
  }

  /// Whether a text names one thing of some kinds.
  func contains(_ text: String, kinds: [KindID]) -> Bool {
    kinds.contains { names[$0]?[KnownNames.folded(text)] != nil }
  }

  /// The kinds of the things that a text names.
  func kinds(of text: String, among kinds: [KindID]) -> [KindID] {
    kinds.filter { names[$0]?[KnownNames.folded(text)] != nil }
  }

  /// Whether there are any things of some kinds.
  func hasAny(of kinds: [KindID]) -> Bool { kinds.contains { names[$0] != nil } }

  /// What is said of the first names that nothing has, each with a name that may
  /// have been meant.
  func doubts(about missing: [String], kinds: [KindID]) -> [String] {
    let names = kinds.flatMap { texts[$0] ?? [] }
    return missing.prefix(5).map { name in
      let near = NearestName.nearest(to: name, among: names, limit: 1).first
      return "nobody and nothing is called '\(name)'"
        + (near.map { ", perhaps '\($0)': as \"\($0)\" for \"\(name)\" says so" } ?? "")
    }
  }
}
