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
  ///   - errors: Where a warning about the history goes.
  init(history: HistoryFile?, errors: any TextSink) {
    self.history = history
    self.errors = errors
    // readline keeps the pointers.
    rl_readline_name = UnsafePointer(strdup("remit"))
    if !Terminal.isTerminal(StandardStream.output) { rl_outstream = fdopen(2, "w") }
    rl_initialize()
    remit_configure()
    Self.setUpCompletion()
    remit_bind_keys(
      { count, key in LineEditor.pressEnter(count, key) },
      { count, key in LineEditor.moveUp(count, key) },
      { count, key in LineEditor.moveDown(count, key) }
    )
    using_history()
    do {
      for entry in try history?.load() ?? [] { add_history(entry) }
    } catch {
      warn(error)
    }
  }

  mutating func next(_ prompt: Prompt, in engine: Engine) -> InputLine {
    LineEditor.engine = engine
    LineEditor.result = nil
    // The engine grows in place only while nobody else holds it.
    defer { LineEditor.engine = nil }
    Signals.holdSuspension(true)
    defer { Signals.holdSuspension(false) }
    rl_callback_handler_install(prompt.rawValue) { line in
      defer { free(line) }
      LineEditor.result = line.map { .line(String(cString: $0)) } ?? .endOfFile
      rl_callback_handler_remove()
    }
    while true {
      if let result = LineEditor.result {
        if result == .endOfFile, remit_ends_line_at_end_of_input() == 0 { LineEditor.show("\n") }
        return result
      }
      let hasInput = Signals.wait(for: 0)
      let events = Signals.take()
      if events.isEnding {
        rl_callback_handler_remove()
        return .endOfFile
      }
      if events.isInterrupted {
        LineEditor.abandonLine()
        return .interrupt
      }
      if events.isResized { rl_resize_terminal() }
      if events.isSuspended { LineEditor.suspend() }
      if hasInput, !events.isSuspended { rl_callback_read_char() }
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

  /// The text being edited.
  static var text: String { rl_line_buffer.map { String(cString: $0) } ?? "" }

  /// Writes to where readline writes.
  static func show(_ text: String) {
    fputs(text, rl_outstream)
    fflush(rl_outstream)
  }

  /// Drops the line, leaving it to be seen with `^C` behind it.
  static func abandonLine() {
    remit_leave_search()
    rl_point = rl_end
    rl_redisplay()
    show("^C\n")
    remit_forget_line()
    rl_callback_handler_remove()
  }

  /// Gives the terminal back, stops the process, and goes on after `fg`.
  static func suspend() {
    rl_deprep_term_function?()
    raise(SIGSTOP)
    rl_prep_term_function?(1)
    rl_forced_update_display()
  }
}
#endif
