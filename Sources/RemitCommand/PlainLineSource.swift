// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitShell

/// Reads lines as the terminal itself edits them: without history or completion.
///
/// For builds without a line editor, and for anything that is a terminal by
/// name only.
struct PlainLineSource: LineSource {
  private var buffer: [UInt8] = []
  private let prompts: any TextSink

  /// Makes a source.
  ///
  /// - Parameter prompts: Where the prompts are shown.
  init(prompts: any TextSink) { self.prompts = prompts }

  mutating func next(_ prompt: Prompt, in engine: Engine) -> InputLine {
    prompts.write(prompt.rawValue)
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return .line(line)
      }
      let hasInput = Signals.wait(for: 0)
      let events = Signals.take()
      if events.isEnding { return .endOfFile }
      if events.isInterrupted {
        buffer = []
        prompts.write("\n")
        return .interrupt
      }
      if hasInput, !fill() {
        prompts.write("\n")
        return .endOfFile
      }
    }
  }

  /// Reads what there is, without waiting: Ctrl-C empties the terminal's queue, and a read
  /// that waited for what was there before would not see the signal.
  ///
  /// - Returns: Whether there may be more.
  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    // Who else has the terminal open is to find it as it was.
    let flags = fcntl(0, F_GETFL)
    _ = fcntl(0, F_SETFL, flags | O_NONBLOCK)
    let count = read(0, &chunk, chunk.count)
    let problem = errno
    _ = fcntl(0, F_SETFL, flags)
    if count > 0 { buffer += chunk.prefix(count) }
    return count > 0 || count < 0 && (problem == EINTR || problem == EAGAIN)
  }
}
