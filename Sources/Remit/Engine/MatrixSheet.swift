// SPDX-License-Identifier: Apache-2.0

/// A sheet whose rows are things, whose headings are others, and whose cells have
/// marks: a RACI matrix.
///
///     | Control | CISO | IT Lead |
///     | A.5.2   | A    | R       |
///     | A.8.1   | A/R  | C       |
///
/// It is read as one table for each verb, with a row for each mark that says it:
/// what is in the other columns, and what the column of the mark is called.
struct MatrixSheet {
  /// A column whose cells have marks, and what it is called in the model.
  struct Heading {
    let column: Int
    let name: String
  }

  let table: DataTable
  /// The columns that say something of each row.
  let fixed: [Int]
  let headings: [Heading]
  /// The verbs, by their numbers, that a mark in small letters says.
  let verbs: [String: [Int]]
  /// The marks as they were said, for messages: `'A', 'R'`.
  let said: String
  /// What stands between the marks of a cell, if one sign is said.
  let separator: String?
  /// The texts that stand for nothing, in small letters.
  let omitted: Set<String>

  /// A mark in a cell.
  struct Mark {
    let row: Int
    /// The place of its column among the headings.
    let heading: Int
    /// The verbs it says.
    let verbs: [Int]
  }

  /// What stands between the marks of a cell where no sign is said: `A/R`, `C, I`.
  private static let separators: Set<Character> = ["/", ",", ";", "+", "&", "|"]

  /// The marks, row by row.
  ///
  /// - Parameter report: Takes down the cells that have something else.
  /// - Returns: Where they stand, and what they say.
  func marks(_ report: inout LoadReport) -> [Mark] {
    var marks: [Mark] = []
    var others = [[(row: Int, text: String)]](repeating: [], count: headings.count)
    for row in 0..<table.rowCount {
      for (place, heading) in headings.enumerated() {
        let cell = table.cell(row: row, column: heading.column)
        for text in texts(of: cell) where !omitted.contains(text.lowercased()) {
          if let said = verbs[text.lowercased()] {
            marks.append(Mark(row: row, heading: place, verbs: said))
          } else {
            others[place].append((row, text))
          }
        }
      }
    }
    let marked = Set(marks.map(\.heading))
    for (place, heading) in headings.enumerated() {
      let column = table.columns[heading.column]
      if marked.contains(place), heading.name.isEmpty {
        report.add(line: Int(table.lines[0]), column: nil, "a column with marks has no heading")
      }
      guard let first = others[place].first else { continue }
      guard marked.contains(place) else {
        report.add(
          line: Int(table.lines[first.row]), column: column,
          "the column has no mark: 'without \"\(column)\"' leaves it out")
        continue
      }
      for (row, text) in others[place] {
        report.add(
          line: Int(table.lines[row]), column: column,
          "'\(text)' is none of the marks \(said)")
      }
    }
    return marks
  }

  /// The marks of a cell: the whole of it, if that is one.
  private func texts(of cell: String) -> [String] {
    if cell.isEmpty || verbs[cell.lowercased()] != nil || omitted.contains(cell.lowercased()) {
      return cell.isEmpty ? [] : [cell]
    }
    let parts =
      separator.map { cell.split(separator: $0) }
      ?? cell.split { MatrixSheet.separators.contains($0) || $0.isWhitespace }
    return parts.map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  /// A table with a row for each of some marks: the name of its column first, then
  /// what the other columns have.
  ///
  /// - Returns: `nil` if its texts would be larger than a file may be.
  func rows(of marks: some Sequence<Mark>, limit: Int) -> DataTable? {
    var rows = DataTable(
      name: table.name, columns: [LoadSyntax.headings] + fixed.map { table.columns[$0] },
      bytes: [], ends: [], lines: [])
    for mark in marks {
      rows.lines.append(table.lines[mark.row])
      rows.append(headings[mark.heading].name)
      for column in fixed { rows.append(table.cell(row: mark.row, column: column)) }
      guard rows.bytes.count <= limit else { return nil }
    }
    return rows
  }
}

extension DataTable {
  /// Adds the next cell of the last row.
  fileprivate mutating func append(_ cell: String) {
    bytes.append(contentsOf: cell.utf8)
    ends.append(UInt32(clamping: bytes.count))
  }
}
