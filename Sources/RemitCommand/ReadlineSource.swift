// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
import Foundation
import Remit
import RemitShell

/// Reads statements with GNU readline, or BSD libedit in its place.
///
/// readline is never asked to wait: its callback interface is fed whenever there
/// is input, so that a signal is seen at once. With GNU readline a whole
/// statement is edited at a time, Enter adding a line while it is incomplete;
/// with libedit the shell asks for each further line.
struct ReadlineSource: LineSource {
  private let history: HistoryFile?
  private let errors: any TextSink
  private var isHistoryBroken = false

  /// Sets the editor up.
  ///
  /// - Parameters:
  ///   - history: Where entries are kept, or `nil` to keep none.
  ///   - color: Whether what is typed may have colours where it is shown.
  ///   - errors: Where a warning about the history goes.
  init(history: HistoryFile?, color: ColorChoice, errors: any TextSink) {
    self.history = history
    self.errors = errors
    // readline keeps the pointers.
    rl_readline_name = UnsafePointer(strdup("remit"))
    let isShown = Terminal.isTerminal(StandardStream.output)
    if !isShown { rl_outstream = fdopen(2, "w") }
    LineEditor.usesColor = Terminal.allowsColor(
      color, on: isShown ? StandardStream.output : StandardStream.errors)
    remit_initialize()
    Self.setUpCompletion()
    LineEditor.isPainting = remit_edits_several_lines() != 0 && !Terminal.isDumb
    if LineEditor.isPainting {
      remit_show_by { LineEditor.paint() }
      LineEditor.bindKeys()
    }
    LineEditor.isReading = remit_is_gnu_readline() != 0
    if LineEditor.isReading {
      remit_read_by(
        { _ in LineEditor.nextByte() }, { LineEditor.isInputReady() },
        { LineEditor.prepareTerminal($0) })
    }
    using_history()
    do {
      for entry in try history?.load() ?? [] { add_history(entry) }
    } catch {
      warn(error)
    }
  }

  mutating func next(_ prompt: Prompt, in engine: Engine) -> InputLine {
    LineEditor.engine = engine
    LineEditor.begin()
    // Who ends a question does not want what was typed behind it, as a terminal has it.
    if Signals.takeCancellation() { LineEditor.dropInput() }
    // The engine grows in place only while nobody else holds it.
    defer { LineEditor.engine = nil }
    Signals.holdSuspension(true)
    defer { Signals.holdSuspension(false) }
    rl_callback_handler_install(prompt.rawValue) { line in
      defer { free(line) }
      LineEditor.result = line.map { .line(String(cString: $0)) } ?? .endOfFile
      // Some function of readline may have entered it without a word to us.
      if line != nil { LineEditor.leavePainting() }
      rl_callback_handler_remove()
    }
    while true {
      if let result = LineEditor.result {
        if result == .endOfFile, remit_ends_line_at_end_of_input() == 0 { LineEditor.show("\n") }
        return result
      }
      LineEditor.paintIfDue()
      let hasInput = LineEditor.hasInput || Signals.wait(for: 0)
      let events = Signals.take()
      if events.isEnding {
        LineEditor.leavePainting()
        rl_callback_handler_remove()
        return .endOfFile
      }
      if events.isInterrupted {
        LineEditor.abandonLine()
        return .interrupt
      }
      if events.isResized { LineEditor.resize() }
      if events.isSuspended { LineEditor.suspend() }
      guard hasInput, !events.isSuspended else { continue }
      if LineEditor.isReading, !LineEditor.hasInput, LineEditor.readInput() {
        // Ctrl-C may have emptied the terminal's queue since.
        guard LineEditor.hasInput else { continue }
      }
      rl_callback_read_char()
    }
  }

  mutating func remember(_ statement: String) {
    guard HistoryFile.keeps(statement) else { return }
    forgetRepetitions(of: statement)
    add_history(statement)
    guard let history, !isHistoryBroken else { return }
    do {
      try history.append(statement)
    } catch {
      warn(error)
    }
  }

  /// Warns that the history is not kept, once.
  private mutating func warn(_ problem: HistoryFile.Problem) {
    guard !isHistoryBroken else { return }
    isHistoryBroken = true
    let message = Sanitizer.line(problem.message)
    errors.write("warning: the history is not kept: \(message)\n")
  }

  /// What was entered, the oldest first.
  static var entries: [String] {
    (0..<history_length).compactMap { index in
      history_get(history_base + index)?.pointee.line.map { String(cString: $0) }
    }
  }

  private func forgetRepetitions(of statement: String) {
    for index in stride(from: history_length - 1, through: 0, by: -1) {
      guard let entry = history_get(history_base + index), let line = entry.pointee.line else {
        continue
      }
      if strcmp(line, statement) == 0 { remit_forget_history(index) }
    }
  }
}

/// The state readline's functions need, which take no context of ours.
///
/// Touched by the main thread alone: readline is called from nowhere else.
enum LineEditor {
  /// What the line being edited became.
  nonisolated(unsafe) static var result: InputLine?
  /// The engine whose words are completed, while a line is edited.
  nonisolated(unsafe) static var engine: Engine?
  /// What the last Tab found.
  nonisolated(unsafe) static var completions: CompletionList?
  /// The text before the cursor that candidates were last shown for, and whether they
  /// were listed and not explained.
  nonisolated(unsafe) static var listed: (text: String, isList: Bool)?
  /// Whether statements are shown by us, and edited whole.
  nonisolated(unsafe) static var isPainting = false
  /// Whether what is typed is read by us.
  nonisolated(unsafe) static var isReading = false
  /// Whether what is typed has colours.
  nonisolated(unsafe) static var usesColor = false
  /// What is on the screen.
  nonisolated(unsafe) static var painter = LinePainter()
  /// What the words typed are.
  nonisolated(unsafe) static var highlighter = LineHighlighter()
  /// Whether there is something to show once all that was typed has been looked at.
  nonisolated(unsafe) static var isPaintDue = false
  /// Whether readline asks for the line to be shown when it cannot be.
  nonisolated(unsafe) static var isHoldingPaint = false
  /// What has been typed.
  nonisolated(unsafe) static var input: [UInt8] = []
  /// Up to where it has been looked at.
  nonisolated(unsafe) static var inputPlace = 0
  /// Whether more can come.
  nonisolated(unsafe) static var isInputOpen = true
  /// The column that moving between lines keeps to, and where that led.
  nonisolated(unsafe) static var wanted: (column: Int, place: Int)?

  /// Begins a statement, at the beginning of an empty row.
  static func begin() {
    result = nil
    wanted = nil
    listed = nil
    isPaintDue = false
    painter.forget()
    highlighter.forget()
  }

  /// The text being edited, in UTF-8.
  static var bytes: [UInt8] {
    guard let buffer = rl_line_buffer else { return [] }
    return Array(UnsafeRawBufferPointer(start: buffer, count: max(0, Int(rl_end))))
  }

  /// The text being edited.
  static var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes to where readline writes.
  static func show(_ text: String) {
    guard !text.isEmpty else { return }
    fputs(text, rl_outstream)
    fflush(rl_outstream)
  }

  /// Drops the line, leaving it to be seen with `^C` behind it.
  static func abandonLine() {
    dropInput()
    // readline shows the line once more each time it leaves something.
    isHoldingPaint = true
    remit_leave_search()
    isHoldingPaint = false
    if isPainting {
      rl_point = rl_end
      paint()
    }
    show("^C\n")
    isHoldingPaint = true
    remit_forget_line()
    rl_callback_handler_remove()
    isHoldingPaint = false
  }

  /// Gives the terminal back, stops the process, and goes on after `fg`.
  static func suspend() {
    leavePainting()
    rl_deprep_terminal()
    raise(SIGSTOP)
    if isReading { prepareTerminal(1) } else { rl_prep_terminal(1) }
    rl_forced_update_display()
  }
}
#endif
