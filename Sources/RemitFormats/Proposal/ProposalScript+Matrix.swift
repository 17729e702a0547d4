// SPDX-License-Identifier: Apache-2.0

import Remit

/// Sheets with marks below their headings.
extension Proposal {
  /// `raci.csv: 12 rows of a matrix, area by role`
  func summary(of matrix: MatrixGuess, _ guess: TableGuess) -> String {
    let kind = matrix.rows.map { schema[$0.kind].singular } ?? ""
    let rows = guess.table.rowCount - matrix.titles.count
    let look = matrix.doubts.isEmpty ? "" : ", \(matrix.doubts.count) to look at"
    return
      "\(guess.place): \(rows) row\(rows == 1 ? "" : "s") of a matrix, \(kind) by \(matrix.word)\(look)"
  }

  /// The statements that load a matrix, with what it was taken for.
  func text(of matrix: MatrixGuess, _ guess: TableGuess) -> [String] {
    guard let rows = matrix.rows else { return [] }
    let said = matrix.marked.map { "\($0.texts.joined(separator: " and ")): \($0.verb)" }
    var lines = ["#   Taken for a matrix. \(said.joined(separator: "; "))."]
    lines += matrix.doubts.map { "# ? " + $0 }
    if !matrix.titles.isEmpty {
      let titles = matrix.titles.map { "'\($0)'" }.joined(separator: ", ")
      lines.append("#   Taken for titles between the rows: \(titles).")
    }
    let role = schema.kind(named: "role").map { schema[$0].singular }
    lines += matrix.unknown.compactMap { heading in role.map { "add \($0) \(quoted(heading))" } }
    if !matrix.things.isEmpty {
      var made = guess
      (made.kind, made.columns, made.left) = (rows.kind, matrix.things, matrix.left)
      made.titles = matrix.titles
      lines += load(schema[rows.kind].plural, made, made.columns)
      lines += unsaid(in: made) + requirements(in: made)
    }
    let verbs = matrix.marked.map { verb, texts in
      "\(verb) where \(texts.map(quoted).joined(separator: " or "))"
    }
    lines.append("load \(verbs.joined(separator: ", ")) from \(quoted(guess.file))\(part(guess))")
    let heading = guess.table.columns[rows.column]
    lines.append(
      "  with \(schema[rows.kind].singular) from \(quoted(heading)), \(matrix.word) from each heading"
    )
    let others = guess.table.columns.indices.filter {
      $0 != rows.column && !matrix.columns.contains($0) && !guess.profiles[$0].isEmpty
        && guess.profiles[$0].canBeNamed
    }
    if !others.isEmpty {
      let names = others.map { quoted(guess.table.columns[$0]) }.joined(separator: ", ")
      lines.append("  without \(names)")
    }
    let markers = Set(matrix.columns.flatMap { guess.profiles[$0].markers }).sorted()
    if !markers.isEmpty {
      lines.append("  leaving out \(markers.map(quoted).joined(separator: ", "))")
    }
    return lines
  }
}
