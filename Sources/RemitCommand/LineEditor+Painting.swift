// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
import Remit
import RemitShell

/// What readline shows is shown by us: in colours, on several lines.
extension LineEditor {
  /// Shows the statement as it is now, or later if more has already been typed.
  static func paint() {
    guard !isHoldingPaint, engine != nil else { return }
    isPaintDue = hasInput
    guard !isPaintDue else { return }
    let size = screenSize
    show(painter.paint(line(cursor: Int(rl_point)), width: size.width, height: size.height))
  }

  /// Shows what has been put off.
  static func paintIfDue() {
    if isPaintDue { paint() }
  }

  /// Shows all of the statement as it is entered, and goes to the row below.
  static func finishPainting() {
    let size = screenSize
    isPaintDue = false
    show(painter.finish(line(cursor: nil), width: size.width, height: size.height))
  }

  /// Shows a text below the statement, and the statement once more below that.
  static func showBelow(_ text: String) {
    show(painter.leave() + text)
    paint()
  }

  /// Goes below the statement, for others to write there.
  static func leavePainting() {
    if isPainting, painter.rowCount > 0 { show(painter.leave()) }
  }

  /// Shows the statement on a terminal of another size.
  static func resize() {
    isHoldingPaint = true
    rl_resize_terminal()
    isHoldingPaint = false
    guard isPainting else { return }
    show(painter.clear(newWidth: screenSize.width))
    paint()
  }

  /// Shows the statement alone on the screen.
  static func clearScreen(_ count: Int32, _ key: Int32) -> Int32 {
    painter.forget()
    show("\u{1B}[H\u{1B}[2J")
    paint()
    return 0
  }

  private static func line(cursor: Int?) -> EditedLine {
    let text = bytes
    let prompt = remit_shown_prompt().map { shown(prompt: String(cString: $0)) } ?? ""
    guard usesColor, let engine else {
      return EditedLine(prompt: prompt, text: text, cursor: cursor, isStyled: false)
    }
    let spans = highlighter.spans(of: text, cursor: cursor, in: engine)
    return EditedLine(prompt: prompt, text: text, cursor: cursor, spans: spans)
  }

  /// A prompt without the parts that readline takes for sequences of the terminal.
  private static func shown(prompt: String) -> String {
    guard prompt.contains("\u{01}") else { return prompt }
    var shown = ""
    var isHidden = false
    for character in prompt {
      switch character {
      case "\u{01}": isHidden = true
      case "\u{02}": isHidden = false
      default: if !isHidden { shown.append(character) }
      }
    }
    return shown
  }

  static var screenSize: (width: Int, height: Int) {
    var (rows, columns): (Int32, Int32) = (0, 0)
    rl_get_screen_size(&rows, &columns)
    return (columns > 1 ? Int(columns) : 80, rows > 1 ? Int(rows) : 24)
  }
}
#endif
