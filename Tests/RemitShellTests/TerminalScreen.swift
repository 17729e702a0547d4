// SPDX-License-Identifier: Apache-2.0

import Remit

/// What a terminal shows after some bytes: enough of one to see what a person sees.
///
/// It knows the sequences a line editor uses, wraps at its margin as xterm does, only
/// when the next character comes, and keeps what has scrolled away.
struct TerminalScreen {
  /// A place of the screen.
  struct Cell: Equatable {
    /// The character; empty in the second column of a wide one.
    var text = " "
    /// The parameters of the styles that are on.
    var style = ""
  }

  private(set) var width: Int
  private(set) var height: Int
  private(set) var cells: [[Cell]] = [[]]
  /// The lines that have scrolled off the top.
  private(set) var scrolled: [String] = []
  private(set) var row = 0
  private(set) var column = 0
  private(set) var bells = 0
  private var isWrapPending = false
  private var style = ""
  private var sequence: [UInt8]?
  private var text: [UInt8] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The rows as text, without the blanks at their ends.
  var rows: [String] { cells.map(TerminalScreen.string) }

  /// The rows, one below the other.
  var description: String { rows.joined(separator: "\n") }

  /// The row with the cursor.
  var cursorRow: String { rows[row] }

  private static func string(_ row: [Cell]) -> String {
    var text = row.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The styles of a text that is shown in one row, or `nil` where it is not.
  func style(of wanted: String) -> String? {
    for row in cells.reversed() {
      let line = row.map(\.text).joined()
      guard let range = line.firstRange(of: wanted) else { continue }
      var left = line.distance(from: line.startIndex, to: range.lowerBound)
      for cell in row {
        if left == 0, !cell.text.isEmpty { return cell.style }
        left -= cell.text.count
      }
    }
    return nil
  }

  mutating func feed(_ text: String) { feed(Array(text.utf8)) }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if var sequence {
        sequence.append(byte)
        self.sequence = sequence
        if isEnd(of: sequence) { obey(sequence) }
      } else if byte >= 0x20, byte != 0x7F {
        text.append(byte)
      } else {
        flush()
        control(byte)
      }
    }
    // The end of a character may still be on its way.
    if String(validating: text, as: UTF8.self) != nil { flush() }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x1B: sequence = []
    case 0x0D:
      column = 0
      isWrapPending = false
    case 0x0A: lineFeed()
    case 0x08:
      column = max(0, column - 1)
      isWrapPending = false
    case 0x07: bells += 1
    default: break
    }
  }

  private mutating func lineFeed() {
    isWrapPending = false
    row += 1
    if row == cells.count { cells.append([]) }
    if row == height {
      scrolled.append(TerminalScreen.string(cells.removeFirst()))
      row -= 1
    }
  }

  // MARK: Text

  private mutating func flush() {
    for character in String(decoding: text, as: UTF8.self) { put(character) }
    text = []
  }

  private mutating func put(_ character: Character) {
    let columns = DisplayWidth.of(character)
    if columns == 0 {
      if column > 0 { cells[row][column - 1].text.append(character) }
      return
    }
    if isWrapPending || column + columns > width {
      column = 0
      lineFeed()
    }
    while cells[row].count < column + columns { cells[row].append(Cell()) }
    cells[row][column] = Cell(text: String(character), style: style)
    if columns == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    column += columns
    if column >= width {
      column = width - 1
      isWrapPending = true
    }
  }

  // MARK: Sequences

  private func isEnd(of sequence: [UInt8]) -> Bool {
    switch sequence[0] {
    case UInt8(ascii: "["):
      sequence.count > 1 && (0x40...0x7E).contains(sequence[sequence.count - 1])
    case UInt8(ascii: "]"): sequence.last == 0x07
    default: true
    }
  }

  private mutating func obey(_ bytes: [UInt8]) {
    sequence = nil
    guard bytes[0] == UInt8(ascii: "["), let final = bytes.last else { return }
    let parameters = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    let number = Int(parameters.split(separator: ";").first ?? "") ?? 0
    let wasPending = isWrapPending
    if final != UInt8(ascii: "m") { isWrapPending = false }
    switch final {
    case UInt8(ascii: "A"): row = max(0, row - max(1, number))
    case UInt8(ascii: "B"): row = min(cells.count - 1, row + max(1, number))
    case UInt8(ascii: "C"): column = min(width - 1, column + max(1, number))
    case UInt8(ascii: "D"): column = max(0, column - max(1, number))
    case UInt8(ascii: "H"): (row, column) = (0, 0)
    case UInt8(ascii: "K"): eraseRow()
    case UInt8(ascii: "J"):
      if number == 2 {
        cells = Array(repeating: [], count: cells.count)
      } else {
        eraseRow()
        for below in cells.indices.dropFirst(row + 1) { cells[below] = [] }
      }
    case UInt8(ascii: "m"):
      style = parameters == "0" || parameters.isEmpty ? "" : parameters
    default: isWrapPending = wasPending
    }
  }

  private mutating func eraseRow() {
    if cells[row].count > column { cells[row].removeSubrange(column...) }
  }

  // MARK: Another size

  /// Makes the screen narrower or wider as most terminals do: what no longer fits a
  /// row goes on in the next.
  mutating func resize(width newWidth: Int) {
    var rows: [[Cell]] = []
    var place = (row: 0, column: 0)
    for (index, cells) in cells.enumerated() {
      let used = max(1, cells.count)
      if index == row { place = (rows.count + column / newWidth, column % newWidth) }
      for start in stride(from: 0, to: used, by: newWidth) {
        rows.append(Array(cells.dropFirst(start).prefix(newWidth)))
      }
      while rows.count <= place.row, index == row { rows.append([]) }
    }
    while rows.count > height {
      scrolled.append(TerminalScreen.string(rows.removeFirst()))
      place.row -= 1
    }
    (cells, width) = (rows, newWidth)
    (row, column) = (max(0, place.row), place.column)
    isWrapPending = false
  }
}
