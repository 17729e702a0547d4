// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
import Remit
import RemitShell

/// The keys that treat a statement of several lines as one text.
extension LineEditor {
  /// Gives keys their meaning: what readline's functions do with a line, ours do with
  /// a line of the statement.
  static func bindKeys() {
    remit_replace(REMIT_ENTER) { LineEditor.pressEnter($0, $1) }
    remit_replace(REMIT_PREVIOUS) { LineEditor.moveUp($0, $1) }
    remit_replace(REMIT_NEXT) { LineEditor.moveDown($0, $1) }
    remit_replace(REMIT_LINE_START) { _, _ in LineEditor.move(to: LineEditor.edited.lineStart) }
    remit_replace(REMIT_LINE_END) { _, _ in LineEditor.move(to: LineEditor.edited.lineEnd) }
    remit_replace(REMIT_RIGHT) { count, _ in LineEditor.move(by: Int(count)) }
    remit_replace(REMIT_LEFT) { count, _ in LineEditor.move(by: -Int(count)) }
    remit_replace(REMIT_ERASE) { count, _ in
      LineEditor.change(LineEditor.edited.erasing(Int(count)))
    }
    remit_replace(REMIT_ERASE_AFTER) { count, _ in
      LineEditor.change(LineEditor.edited.erasingAfter(Int(count)))
    }
    remit_replace(REMIT_CUT_AFTER) { _, _ in LineEditor.cut(LineEditor.edited.rangeToLineEnd) }
    remit_replace(REMIT_CUT_BEFORE) { _, _ in
      LineEditor.cut(LineEditor.edited.rangeToLineStart)
    }
    remit_replace(REMIT_COMPLETE) { LineEditor.pressTab($0, $1) }
    remit_replace(REMIT_LIST) { LineEditor.listCompletions($0, $1) }
    remit_replace(REMIT_CLEAR) { LineEditor.clearScreen($0, $1) }
    remit_replace(REMIT_CLEAR_ALL) { LineEditor.clearScreen($0, $1) }
    remit_replace(REMIT_PASTE) { LineEditor.paste($0, $1) }
    // Alt-Enter, and a key for keyboards without Alt.
    for keys in ["\\e\\C-m", "\\e\\C-j", "\\C-o"] {
      remit_bind(keys) { _, _ in LineEditor.change(LineEditor.edited.newLine()) }
    }
  }

  /// The statement and the cursor in it.
  static var edited: EditedText { EditedText(bytes, cursor: Int(rl_point)) }

  /// Enter: adds a line while the statement is incomplete, else runs it.
  static func pressEnter(_ count: Int32, _ key: Int32) -> Int32 {
    if let engine, Shell.continues(text, in: engine) { return change(edited.newLine()) }
    rl_point = rl_end
    finishPainting()
    return remit_accept_line(count, key)
  }

  // MARK: Moving

  /// Up: the line above, or the entry before.
  static func moveUp(_ count: Int32, _ key: Int32) -> Int32 {
    let text = edited
    let column = wantedColumn(of: text)
    guard let place = text.above(column: column) else { return rl_get_previous_history(count, key) }
    _ = move(to: place)
    wanted = (column, place)
    return 0
  }

  /// Down: the line below, or the entry after.
  static func moveDown(_ count: Int32, _ key: Int32) -> Int32 {
    let text = edited
    let column = wantedColumn(of: text)
    guard let place = text.below(column: column) else { return remit_next_history(count, key) }
    _ = move(to: place)
    wanted = (column, place)
    return 0
  }

  /// The column that moving up and down keeps to, also over shorter lines.
  private static func wantedColumn(of text: EditedText) -> Int {
    if let wanted, wanted.place == text.cursor { return wanted.column }
    return text.column
  }

  private static func move(by count: Int) -> Int32 {
    move(to: count < 0 ? edited.before(-count) : edited.after(count))
  }

  private static func move(to place: Int) -> Int32 {
    wanted = nil
    rl_point = Int32(place)
    return 0
  }

  // MARK: Changing

  /// Makes a change that can be undone in one step.
  static func change(_ change: EditedText.Change?) -> Int32 {
    guard let change else { return remit_ring() }
    wanted = nil
    remit_change(
      Int32(change.range.lowerBound), Int32(change.range.upperBound), change.replacement)
    return 0
  }

  private static func cut(_ range: Range<Int>) -> Int32 {
    wanted = nil
    remit_cut(Int32(range.lowerBound), Int32(range.upperBound))
    rl_point = Int32(range.lowerBound)
    return 0
  }
}
#endif
