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

  /// Reads what there is, waiting for it if there is nothing.
  ///
  /// - Returns: Whether there may be more; not at the end of the input.
  static func readInput() -> Bool {
    if inputPlace == input.count { (input, inputPlace) = ([], 0) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(0, &chunk, chunk.count)
    if count > 0 { input += chunk.prefix(count) }
    return count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
  }

  /// Forgets what has been typed.
  static func dropInput() { (input, inputPlace) = ([], 0) }

  /// The next byte for readline.
  static func nextByte() -> Int32 {
    while !hasInput {
      guard readInput() else { return EOF }
    }
    defer { inputPlace += 1 }
    return Int32(input[inputPlace])
  }

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
