// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitShell

/// The terminal's output, by way of a pager where a text is higher than the screen.
///
/// The pager is `$REMIT_PAGER`, else `$PAGER`, else `less`; an empty one, or `cat`,
/// means none. That it is left early is no error.
final class Pager: TextSink {
  /// Whether long texts go through it.
  var isOn = true

  private let terminal: StandardStream
  private let command: String

  /// Makes a pager; `nil` when none is wanted.
  ///
  /// - Parameters:
  ///   - terminal: Where text goes that fits the screen.
  ///   - environment: Tells which pager it is.
  init?(before terminal: StandardStream, _ environment: [String: String]) {
    self.terminal = terminal
    command = environment["REMIT_PAGER"] ?? environment["PAGER"] ?? "less"
    guard !command.allSatisfy(\.isWhitespace), command != "cat", environment["TERM"] != "dumb"
    else { return nil }
    // As git has it: coloured, cut at the margin, left alone if it fits one screen.
    setenv("LESS", "-RSFX -PsSpace shows more\\, q goes back", 0)
    setenv("LESSCHARSET", "utf-8", 0)
  }

  func write(_ text: String) {
    guard isOn, let size = Terminal.size(), Pager.rows(of: text, width: size.columns) >= size.rows
    else { return terminal.write(text) }
    terminal.whileQuiet { isOn = show(text) }
    if !isOn { terminal.write(text) }
  }

  /// How many rows of the screen a text takes; it stops counting at a thousand.
  private static func rows(of text: String, width: Int) -> Int {
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(1000) {
      rows += max(1, (DisplayWidth.of(String(line)) + width - 1) / width)
    }
    return rows - 1
  }

  /// Runs the pager on a text.
  ///
  /// - Returns: Whether there is one.
  private func show(_ text: String) -> Bool {
    guard let pipe = popen(command, "w") else { return false }
    // Ctrl-C in the pager is the pager's.
    let interrupt = signal(SIGINT, SIG_IGN)
    let broken = signal(SIGPIPE, SIG_IGN)
    fputs(text, pipe)
    let status = pclose(pipe)
    signal(SIGPIPE, broken)
    signal(SIGINT, interrupt)
    // The shell says by 127 that there is no such command.
    return status >> 8 & 0xFF != 127
  }
}
