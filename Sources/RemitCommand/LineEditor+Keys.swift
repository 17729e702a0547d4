// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
import Remit
import RemitShell

/// The keys that treat a statement of several lines as one text.
extension LineEditor {
  /// Enter: adds a line while the statement is incomplete, else runs it.
  static func pressEnter(_ count: Int32, _ key: Int32) -> Int32 {
    if let engine, Shell.continues(text, in: engine) {
      rl_insert_text("\n  ")
      return 0
    }
    rl_point = rl_end
    return remit_accept_line(count, key)
  }

  /// Up: the line above, or the entry before.
  static func moveUp(_ count: Int32, _ key: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    let start = lineStart(in: bytes, before: Int(rl_point))
    guard start > 0 else { return rl_get_previous_history(count, key) }
    moveCursor(in: bytes, from: start, toLineAt: lineStart(in: bytes, before: start - 1))
    return 0
  }

  /// Down: the line below, or the entry after.
  static func moveDown(_ count: Int32, _ key: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    let point = Int(rl_point)
    guard let end = bytes[point...].firstIndex(of: lineFeed) else {
      return rl_get_next_history(count, key)
    }
    moveCursor(in: bytes, from: lineStart(in: bytes, before: point), toLineAt: end + 1)
    return 0
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func lineStart(in bytes: [UInt8], before point: Int) -> Int {
    bytes[..<point].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
  }

  /// Puts the cursor into another line, as many columns in as it was.
  private static func moveCursor(in bytes: [UInt8], from start: Int, toLineAt target: Int) {
    let column = DisplayWidth.of(String(decoding: bytes[start..<Int(rl_point)], as: UTF8.self))
    let line = String(decoding: bytes[target...].prefix { $0 != lineFeed }, as: UTF8.self)
    var used = 0
    let passed = line.prefix {
      used += DisplayWidth.of($0)
      return used <= column
    }
    rl_point = Int32(target + passed.utf8.count)
  }
}
#endif
