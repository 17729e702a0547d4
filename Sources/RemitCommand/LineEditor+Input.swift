// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
import Foundation
import Remit
import RemitShell

/// What has been typed and not yet been looked at.
///
/// It is read in one piece, not byte by byte, so that a paste is quick, the statement
/// is shown once for all of it, and a paste is seen as a whole.
extension LineEditor {
  /// Whether something has been typed already.
  static var hasInput: Bool { inputPlace < input.count }

  /// Reads what there is, without waiting where it is a terminal.
  ///
  /// - Returns: Whether there may be more; not at the end of the input.
  @discardableResult
  static func readInput() -> Bool {
    if inputPlace == input.count { (input, inputPlace) = ([], 0) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(0, &chunk, chunk.count)
    if count > 0 { input += chunk.prefix(count) }
    isInputOpen =
      count > 0 || count == 0 && isTerminalOpen || count < 0 && (errno == EINTR || errno == EAGAIN)
    return isInputOpen
  }

  /// Whether the input is a terminal that nobody has closed, so that nothing to read
  /// means nothing typed.
  private static var isTerminalOpen: Bool {
    guard isatty(0) == 1 else { return false }
    var source = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) >= 0 && Int32(source.revents) & (POLLHUP | POLLERR | POLLNVAL) == 0
  }

  /// Prepares the terminal as readline does, but that reading never waits.
  ///
  /// Ctrl-C empties the terminal's queue: what was there when it was looked at may be
  /// gone when it is read, and a read that waited then would not see the signal.
  static func prepareTerminal(_ meta: Int32) {
    rl_prep_terminal(meta)
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else { return }
    withUnsafeMutableBytes(of: &settings.c_cc) { $0[Int(VMIN)] = 0 }
    tcsetattr(0, TCSADRAIN, &settings)
  }

  /// Forgets what has been typed.
  static func dropInput() { (input, inputPlace) = ([], 0) }

  /// The next byte for readline.
  ///
  /// It waits only within a letter of several bytes. A signal that comes then breaks
  /// the letter off, as Ctrl-G does, so that it can be seen to.
  static func nextByte() -> Int32 {
    while !hasInput {
      guard isInputOpen else { return EOF }
      guard Signals.wait(for: 0) else { return abortKey }
      readInput()
    }
    defer { inputPlace += 1 }
    return Int32(input[inputPlace])
  }

  /// Ctrl-G.
  private static let abortKey: Int32 = 7

  /// Whether readline would get a byte at once.
  ///
  /// With the keys of vi, Escape alone means something, so the rest of what an arrow
  /// sends is given a moment to come; readline asks after every key.
  static func isInputReady() -> Int32 {
    hasInput || isReadable(within: remit_has_keys_of_vi() != 0 ? 10 : 0) ? 1 : 0
  }

  private static func isReadable(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, milliseconds) > 0
  }

  // MARK: Pasting

  /// Puts a pasted text in, which may be of several lines; nothing of it is a key.
  ///
  /// A text may hold the very sequence that ends a paste, to have what follows it
  /// taken for typed: so all that came with the paste up to the last such sequence
  /// belongs to it.
  static func paste(_ count: Int32, _ key: Int32) -> Int32 {
    let limit = (engine?.limits.sourceBytes ?? 0) + 1
    var text = PastedText(limit: limit)
    var isAtEnd = false
    while true {
      text.take(&input, from: &inputPlace)
      // Behind the end of a paste the terminal has nothing more to send at once.
      guard !text.isComplete || isReadable(within: text.isEndSuspicious ? 50 : 2) else { break }
      guard Signals.wait(for: 0), readInput() else {
        isAtEnd = true
        break
      }
    }
    // Without an end it was broken off.
    guard !isAtEnd || text.isComplete else { return 0 }
    input = text.rest
    inputPlace = 0
    rl_insert_text(text.text)
    return 0
  }
}
#endif
