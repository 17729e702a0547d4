// SPDX-License-Identifier: Apache-2.0

import Remit
import Testing

@testable import RemitShell

/// What the painter sends is judged by what a terminal makes of it.
struct LinePainterTests {
  private func line(_ text: String, cursor: Int? = nil, isStyled: Bool = false) -> EditedLine {
    let bytes = Array(text.utf8)
    return EditedLine(
      prompt: "remit> ", text: bytes, cursor: cursor ?? bytes.count, isStyled: isStyled)
  }

  @Test func `a statement stands behind its prompt, further lines behind theirs`() {
    var screen = TerminalScreen(width: 40, height: 10)
    var painter = LinePainter()
    screen.feed(painter.paint(line("people who\n  own (\n  a control"), width: 40, height: 10))
    #expect(screen.rows == ["remit> people who", "  ...>   own (", "  ..(>   a control"])
    #expect((screen.row, screen.column) == (2, 18))
    screen.feed(painter.paint(line("people who\n  own", cursor: 3), width: 40, height: 10))
    #expect(screen.rows == ["remit> people who", "  ...>   own", ""])
    #expect((screen.row, screen.column) == (0, 10))
  }

  @Test func `only what changed is sent`() {
    var painter = LinePainter()
    _ = painter.paint(line("people\n  who\n  own"), width: 80, height: 24)
    let sent = painter.paint(line("people\n  who\n  own a"), width: 80, height: 24)
    #expect(!sent.contains("people") && !sent.contains("who"))
    #expect(sent == " a")
    #expect(painter.paint(line("people\n  who\n  own a"), width: 80, height: 24).isEmpty)
  }

  @Test func `a row that is full has the cursor in the next`() {
    var screen = TerminalScreen(width: 10, height: 5)
    var painter = LinePainter()
    screen.feed(painter.paint(line("abc"), width: 10, height: 5))
    #expect(screen.rows == ["remit> abc", ""])
    #expect((screen.row, screen.column) == (1, 0))
    screen.feed(painter.paint(line("abcd"), width: 10, height: 5))
    #expect(screen.rows == ["remit> abc", "d"])
    screen.feed(painter.paint(line("ab"), width: 10, height: 5))
    #expect(screen.rows == ["remit> ab", ""])
  }

  @Test(arguments: [
    ("漢字漢字漢字", ["remit> 漢", "字漢字漢字", ""]),
    ("e\u{301}e\u{301}e\u{301}e\u{301}", ["remit> e\u{301}e\u{301}e\u{301}", "e\u{301}"]),
    ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", ["remit> 👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
    ("🇨🇭🇩🇪", ["remit> 🇨🇭", "🇩🇪"]),
    ("a\tb", ["remit> a", "b"]),
    ("a\u{1B}[2Jb", ["remit> a\\x", "1B[2Jb"]),
    ("\u{202E}ab", ["remit> \\u{", "202E}ab"]),
  ])
  func `characters take the columns a terminal gives them`(text: String, rows: [String]) {
    var screen = TerminalScreen(width: 10, height: 5)
    var painter = LinePainter()
    screen.feed(painter.paint(line(text), width: 10, height: 5))
    #expect(screen.rows == rows)
  }

  @Test func `bytes that are no text are shown by their number, the rest as it is`() {
    let bytes: [UInt8] = Array("é".utf8) + [0xFF, 0xC3] + Array("x漢".utf8)
    var screen = TerminalScreen(width: 40, height: 5)
    var painter = LinePainter()
    let line = EditedLine(prompt: "> ", text: bytes, cursor: 4, isStyled: false)
    screen.feed(painter.paint(line, width: 40, height: 5))
    #expect(screen.rows == ["> é\\xFF\\xC3x漢"])
    #expect(screen.column == 11)
  }

  // MARK: Taller than the screen

  private let tall = (1...60).map { "line \($0)" }.joined(separator: "\n")

  @Test func `of a statement taller than the screen the rows around the cursor are shown`() {
    var screen = TerminalScreen(width: 40, height: 10)
    var painter = LinePainter()
    screen.feed(painter.paint(line(tall), width: 40, height: 10))
    #expect(screen.rows.last == "  ...> line 60" && screen.rows.count == 10)
    #expect(screen.scrolled.isEmpty)
    var seen: [String] = []
    // Up to the first line, the view following only where it has to.
    var place = tall.utf8.count
    while place > 0 {
      place = EditedText(Array(tall.utf8), cursor: place).above(column: 3) ?? 0
      screen.feed(painter.paint(line(tall, cursor: place), width: 40, height: 10))
      seen.append(screen.rows[0])
      let number = tall.utf8.prefix(place).count { $0 == 10 } + 1
      #expect(screen.cursorRow.hasSuffix("> line \(number)"))
    }
    #expect(seen[..<9].allSatisfy { $0 == "  ...> line 51" })
    #expect(screen.rows[0] == "remit> line 1" && screen.rows[9] == "  ...> line 10")
    #expect(screen.scrolled.isEmpty)
  }

  @Test func `what is entered stays to be seen in full`() {
    var screen = TerminalScreen(width: 40, height: 10)
    var painter = LinePainter()
    screen.feed("before\r\n")
    screen.feed(painter.paint(line(tall, cursor: 100), width: 40, height: 10))
    screen.feed(painter.finish(line(tall), width: 40, height: 10))
    let all = screen.scrolled + screen.rows
    #expect(all.filter { $0.contains("line") }.count == 60)
    #expect(all.first == "before" && screen.cursorRow.isEmpty)
  }

  @Test func `of a very long text only what can be seen is laid out`() {
    let long = String(repeating: "people who own a control\n", count: 40_000)
    let layout = ScreenLayout(line(long, cursor: 500_000), width: 80, height: 24)
    #expect(layout.rows.count < 200)
    let row = layout.rows[layout.cursor.row]
    #expect(row.start <= 500_000 && row.start + 25 > 500_000)
    let one = String(repeating: "漢", count: 300_000)
    let wide = ScreenLayout(line(one, cursor: 300_000), width: 80, height: 24)
    #expect(wide.rows.count < 2_000 && wide.rows[wide.cursor.row].start <= 300_000)
  }

  // MARK: Odd sizes

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (7, 1), (0, 0)])
  func `D3-34: a screen of hardly any size is no trap`(width: Int, height: Int) {
    var painter = LinePainter()
    for text in ["", "a", "漢字", "a\tb\n👩‍👩‍👧‍👦", "\u{1B}"] {
      for cursor in 0...text.utf8.count {
        _ = painter.paint(line(text, cursor: cursor), width: width, height: height)
      }
    }
    #expect(painter.rowCount == 1 || painter.rowCount <= height)
  }

  @Test func `D3-34: what is shown is replaced when the width changes`() {
    for (old, new) in [(80, 20), (40, 13), (20, 60), (30, 7)] {
      var screen = TerminalScreen(width: old, height: 30)
      var painter = LinePainter()
      screen.feed("before\r\n")
      let text = "people who own a control\n  and hold a role that needs a competence"
      screen.feed(painter.paint(line(text, cursor: 45), width: old, height: 30))
      screen.resize(width: new)
      screen.feed(painter.clear(newWidth: new))
      screen.feed(painter.paint(line(text, cursor: 45), width: new, height: 30))
      var fresh = TerminalScreen(width: new, height: 30)
      var again = LinePainter()
      fresh.feed("before\r\n")
      fresh.feed(again.paint(line(text, cursor: 45), width: new, height: 30))
      let rows = screen.rows
      #expect(Array(rows.prefix { !$0.isEmpty }) == Array(fresh.rows.prefix { !$0.isEmpty }))
      #expect((screen.row, screen.column) == (fresh.row, fresh.column), "\(old) to \(new)")
    }
  }

  // MARK: Any sequence of changes

  @Test func `U21: after any changes the screen is as if painted at once`() {
    var random = SplitMix(seed: 7)
    let pieces = [
      "a", "owner ", "漢", "é", "e\u{301}", "👩‍👩‍👧‍👦", "🇨🇭", "\t", "\n", "\n  ", "(", "\u{1B}", "\u{7F}",
      "controls with no competent owner ",
    ]
    for _ in 0..<60 {
      let width = [2, 9, 20, 33, 80].randomElement(using: &random) ?? 80
      let height = Int.random(in: 1...12, using: &random)
      var screen = TerminalScreen(width: width, height: height)
      var painter = LinePainter()
      for number in 0..<height { screen.feed("\(number % 10)\r\n") }
      var text: [Character] = []
      for _ in 0..<40 {
        if Int.random(in: 0..<4, using: &random) == 0, !text.isEmpty {
          let start = Int.random(in: 0..<text.count, using: &random)
          text.removeSubrange(start..<min(text.count, start + 5))
        } else {
          let place = Int.random(in: 0...text.count, using: &random)
          text.insert(contentsOf: Array(pieces.randomElement(using: &random) ?? ""), at: place)
        }
        let string = String(text)
        let cursor = String(text.prefix(Int.random(in: 0...text.count, using: &random))).utf8.count
        let wanted = line(string, cursor: cursor)
        screen.feed(painter.paint(wanted, width: width, height: height))
        let layout = ScreenLayout(wanted, width: width)
        let shown = layout.rows[layout.cursor.row].plain
        #expect(screen.cursorRow == shown, "width \(width), height \(height)")
        #expect(screen.column == min(layout.cursor.column, width - 1))
        // All rows above and below the cursor's that are in view.
        for distance in 1...max(1, height) {
          let (above, row) = (screen.row - distance, layout.cursor.row - distance)
          if above >= 0, row >= 0 { #expect(screen.rows[above] == layout.rows[row].plain) }
          let (below, next) = (screen.row + distance, layout.cursor.row + distance)
          if below < screen.rows.count {
            let wanted = next < layout.rows.count ? layout.rows[next].plain : ""
            #expect(screen.rows[below] == wanted)
          }
        }
      }
    }
  }

  // MARK: Colours

  @Test func `U21: of sixteen colours only those are used that light and dark show`() {
    for style in LineStyle.allCases {
      for code in style.codes.split(separator: ";").compactMap({ Int($0) }) {
        #expect([1, 2, 4, 7, 31, 32, 34, 35, 36].contains(code))
      }
    }
  }

  @Test func `U21: a style ends with its row and colours can be off`() {
    let text = Array("people people".utf8)
    let spans = [StyledSpan(range: 0..<13, style: .kind)]
    var painter = LinePainter()
    let sent = painter.paint(
      EditedLine(prompt: "> ", text: text, cursor: 0, spans: spans), width: 8, height: 9)
    var screen = TerminalScreen(width: 8, height: 9)
    screen.feed(sent)
    #expect(screen.cells[1].allSatisfy { $0.style == "1;35" })
    #expect(sent.contains("people\u{1B}[0m"))
    var plain = LinePainter()
    let line = EditedLine(prompt: "> ", text: text, cursor: 0, spans: spans, isStyled: false)
    #expect(!plain.paint(line, width: 80, height: 9).contains("m"))
  }
}

extension ScreenLayout.Row {
  /// The text without the blanks at its end.
  fileprivate var plain: String {
    var text = cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A random source that is the same each time.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
