// SPDX-License-Identifier: Apache-2.0

/// Collects a bracketed paste: the bytes up to the sequence `ESC [ 201 ~`.
///
/// What a web page puts on a clipboard may hold that sequence, so that the rest is
/// taken for keys and an Enter in it runs a statement nobody has seen. A terminal
/// sends a paste at once: all bytes that came with it, up to the last end in them,
/// are the paste.
package struct PastedText {
  private var bytes: [UInt8] = []
  /// Where the last end begins.
  private var end: Int?
  /// Up to where ends have been looked for.
  private var searched = 0
  private let limit: Int

  /// Makes an empty one.
  ///
  /// - Parameter limit: The most bytes of text that are kept.
  package init(limit: Int) { self.limit = limit }

  private static let mark = Array("\u{1B}[201~".utf8)
  private static let start = Array("\u{1B}[200~".utf8)

  /// Takes what has been typed.
  package mutating func take(_ input: inout [UInt8], from place: inout Int) {
    bytes += input[place...]
    (input, place) = ([], 0)
    var next = max(searched, 0)
    while let escape = bytes[next...].firstIndex(of: PastedText.mark[0]) {
      guard escape + PastedText.mark.count <= bytes.count else { break }
      if bytes[escape...].starts(with: PastedText.mark) { end = escape }
      next = escape + 1
    }
    searched = max(0, bytes.count - PastedText.mark.count + 1)
    shorten()
  }

  /// Of a text without end only as much is kept as is needed to refuse it.
  private mutating func shorten() {
    guard end == nil, bytes.count > limit + 4 * PastedText.mark.count else { return }
    bytes.removeSubrange(limit..<(bytes.count - PastedText.mark.count))
    searched = limit
  }

  /// Whether the end has been seen.
  package var isComplete: Bool { end != nil }

  /// Whether something follows the end, as it does where the end was in the text.
  package var isEndSuspicious: Bool {
    end.map { $0 + PastedText.mark.count < bytes.count } ?? false
  }

  /// What was typed behind the paste.
  package var rest: [UInt8] {
    end.map { Array(bytes[($0 + PastedText.mark.count)...]) } ?? []
  }

  /// The text: its line breaks are line feeds, the last of them are left out, and so
  /// are the marks of a paste in it.
  package var text: String {
    var text: [UInt8] = []
    var place = 0
    let stop = min(end ?? bytes.count, limit)
    while place < stop {
      let byte = bytes[place]
      let tail = bytes[place...]
      if byte == PastedText.mark[0],
        tail.starts(with: PastedText.mark) || tail.starts(with: PastedText.start)
      {
        place += PastedText.mark.count
        continue
      }
      if byte == UInt8(ascii: "\r") {
        text.append(UInt8(ascii: "\n"))
        if place + 1 < stop, bytes[place + 1] == UInt8(ascii: "\n") { place += 1 }
      } else if byte != 0 {
        text.append(byte)
      }
      place += 1
    }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
