// SPDX-License-Identifier: Apache-2.0

import Remit

/// What the cells of a column look like.
struct ColumnProfile {
  let heading: String
  /// The cells that hold something, with their rows.
  private(set) var cells: [(row: Int, text: String)] = []
  /// The texts that stand for nothing, as they are written.
  private(set) var markers: Set<String> = []
  /// How many cells are e-mail addresses.
  private(set) var mailCount = 0

  init(_ table: DataTable, column: Int) {
    heading = table.columns[column]
    for row in 0..<table.rowCount {
      let text = table.cell(row: row, column: column)
      guard !text.isEmpty else { continue }
      if ColumnProfile.nothing.contains(text.lowercased()) {
        markers.insert(text)
        continue
      }
      cells.append((row, text))
      if text.contains("@"), text.contains("."), !text.contains(" ") { mailCount += 1 }
    }
  }

  /// What people write where they have nothing to write.
  private static let nothing: Set<String> = [
    "tbd", "tba", "tbc", "a definir", "à définir", "a determinar", "por definir", "da definire",
    "offen",
    "nn", "n.n.", "nvt", "n.v.t.", "brak", "néant", "aucun", "keine", "keiner", "ninguno",
    "nessuno", "nenhum", "geen", "n/a", "na", "n.a.", "-", "–", "—", "?", "??", "none", "nil",
    "null",
    "unknown", "not known", "open", "k.a.", "#n/a", "x/x", "to be defined", "to be determined",
  ]

  /// Whether a script can name the column.
  var canBeNamed: Bool { !heading.contains("\"") && !heading.contains(where: \.isNewline) }

  var isEmpty: Bool { cells.isEmpty }

  /// Whether no two cells are the same.
  var isUnique: Bool { Set(cells.map { $0.text.lowercased() }).count == cells.count }

  /// How many of a hundred cells fulfil a condition; none where there are no cells.
  func percent(where fits: (String) -> Bool) -> Int {
    isEmpty ? 0 : cells.count { fits($0.text) } * 100 / cells.count
  }

  /// The forms in which every cell is a day; empty for days as Remit writes them.
  var dateForms: [String]? {
    var forms: Set<String>?
    for (_, text) in cells where Day(text) == nil {
      let fitting = Set(DateForm.forms(of: text).map(\.text))
      forms = forms?.intersection(fitting) ?? fitting
      if forms?.isEmpty == true { return nil }
    }
    guard let forms else { return [] }
    return forms.sorted()
  }

  /// The sign between the values of a cell, where cells hold several.
  ///
  /// `isName` tells which texts are known; a sign that cuts none of them is none.
  func separator(_ isName: (String) -> Bool) -> String? {
    func score(_ sign: String?) -> Int {
      cells.reduce(0) { count, cell in
        let parts = sign.map { ColumnProfile.parts(of: cell.text, at: $0) } ?? [cell.text]
        return count + (parts.allSatisfy(isName) ? 1 : 0)
      }
    }
    let whole = score(nil)
    let best = [";", ",", "/", "\n", "|", "+"].map { ($0, score($0)) }
      .filter { sign, count in count > whole }
      .max { $0.1 < $1.1 }
    return best?.0
  }

  /// The values of a cell.
  static func parts(of cell: String, at sign: String) -> [String] {
    cell.split(separator: Character(sign)).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }
}
