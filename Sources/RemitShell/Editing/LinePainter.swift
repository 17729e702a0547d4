// SPDX-License-Identifier: Apache-2.0

import Remit

/// Shows the statement being typed on a terminal, and remembers what is there.
///
/// It writes nothing itself: each call returns what is to be sent, and that is only what
/// has changed. Of a statement taller than the screen the rows around the
/// cursor are shown.
///
///     var painter = LinePainter()
///     send(painter.paint(line, width: 80, height: 24))
///     send(painter.finish(line, width: 80, height: 24))
package struct LinePainter {
  /// The rows on the screen, the first where the statement begins.
  private var shown: [ScreenLayout.Row] = []
  /// Where the terminal's cursor is in them.
  private var cursor = (row: 0, column: 0)
  /// The byte of the statement with which the first row shown begins.
  private var top = 0

  /// Makes a painter; the terminal's cursor stands at the beginning of a row.
  package init() {}

  /// The rows that are shown.
  package var rowCount: Int { shown.count }

  /// Shows a statement in place of what is shown.
  package mutating func paint(_ line: EditedLine, width: Int, height: Int) -> String {
    let height = max(1, height)
    let layout = ScreenLayout(line, width: width, height: height)
    // The view stays where it is as long as the cursor is in it.
    var first = layout.rows.lastIndex { $0.start <= top } ?? 0
    first = min(first, layout.cursor.row, max(0, layout.rows.count - height))
    first = max(first, layout.cursor.row - height + 1)
    let rows = layout.rows[first..<min(first + height, layout.rows.count)]
    top = rows.first?.start ?? 0
    let place = (layout.cursor.row - first, layout.cursor.column)
    return show(Array(rows), cursor: place, width: width)
  }

  /// Shows the whole statement a last time and goes to the row below it.
  ///
  /// What did not fit the screen is then above it, where a terminal scrolls.
  package mutating func finish(_ line: EditedLine, width: Int, height: Int) -> String {
    let isLong = line.text.count > LineHighlighter.longestText
    let layout = ScreenLayout(line, width: width, height: isLong ? height : nil)
    var output = ""
    if layout.rows.count > height {
      let skipped = isLong ? max(0, layout.rows.count - max(1, height)) : 0
      output = move(to: (0, 0)) + "\u{1B}[J"
      output += layout.rows[skipped...].map { $0.sent() }.joined(separator: "\r\n")
    } else {
      let place = (layout.rows.count - 1, layout.rows.last?.width ?? 0)
      output = show(layout.rows, cursor: place, width: width)
    }
    forget()
    return output + "\r\n"
  }

  /// Goes below what is shown, for text that is to stand there.
  package mutating func leave() -> String {
    let output = move(to: (max(0, shown.count - 1), 0)) + "\r\n"
    forget()
    return output
  }

  /// Takes away what is shown after the width of the terminal has changed.
  ///
  /// A terminal breaks rows that have become too long, so what was shown takes more
  /// rows than were written.
  package mutating func clear(newWidth: Int) -> String {
    let width = max(1, newWidth)
    var above = cursor.column / width
    for row in shown.prefix(cursor.row) { above += max(1, (row.width + width - 1) / width) }
    forget()
    return (above > 0 ? "\u{1B}[\(above)A" : "") + "\r\u{1B}[J"
  }

  /// Notes that the terminal's cursor stands at the beginning of a row that is empty.
  package mutating func forget() {
    shown = []
    cursor = (0, 0)
    top = 0
  }

  // MARK: Sending

  private mutating func show(
    _ rows: [ScreenLayout.Row], cursor place: (row: Int, column: Int), width: Int
  ) -> String {
    var output = ""
    for (index, row) in rows.enumerated() {
      var (same, column) = (0, 0)
      if index < shown.count {
        let old = shown[index].cells
        guard old != row.cells else { continue }
        while same < min(old.count, row.cells.count), old[same] == row.cells[same] {
          column += row.cells[same].width
          same += 1
        }
      }
      if index > 0, index >= shown.count {
        // A line feed makes the screen scroll where it has no more rows.
        if cursor.row != index - 1 { output += move(to: (index - 1, 0)) }
        output += "\r\n"
        cursor = (index, 0)
      } else {
        // A full row has no column behind it: its last cell is sent again.
        while column >= width, same > 0 {
          same -= 1
          column -= row.cells[same].width
        }
        output += move(to: (index, column))
      }
      output += row.sent(from: same)
      cursor.column = row.width
      // At the right margin, erasing would take the last character away.
      if row.width < width, index < shown.count, shown[index].width > row.width {
        output += "\u{1B}[K"
      }
    }
    if rows.count < shown.count {
      output += move(to: (rows.count, 0)) + "\u{1B}[J"
    }
    shown = rows
    return output + move(to: place)
  }

  /// Moves the terminal's cursor within the rows shown.
  private mutating func move(to place: (row: Int, column: Int)) -> String {
    guard place != cursor else { return "" }
    var output = ""
    if place.column < cursor.column || cursor.column > 0 && place.row != cursor.row {
      output += "\r"
      cursor.column = 0
    }
    if place.row < cursor.row { output += "\u{1B}[\(cursor.row - place.row)A" }
    if place.row > cursor.row { output += "\u{1B}[\(place.row - cursor.row)B" }
    if place.column > cursor.column { output += "\u{1B}[\(place.column - cursor.column)C" }
    cursor = place
    return output
  }
}
