// SPDX-License-Identifier: Apache-2.0

/// Eight-byte keys that sort texts as ``NaturalOrder`` does, as far as they go.
///
/// A key holds the text from where the texts of the set begin to differ, with
/// letters folded and every run of digits written as `0`, its length and its
/// digits. Equal keys say nothing: then the texts have to be compared.
struct NaturalSortKeys {
  private static let longestPrefix = 64
  private var keys: [UInt64]

  /// Makes the keys of `count` texts.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - withText: Calls its closure with the text of a number and returns
  ///     `true`, or returns `false` if it has no text; such a one sorts last.
  init(
    count: Int,
    withText: (NodeID, (UnsafeBufferPointer<UInt8>) -> Void) -> Bool
  ) {
    var prefix: [UInt8] = []
    var isFirst = true
    for node in 0..<count where isFirst || !prefix.isEmpty {
      _ = withText(NodeID(node)) { text in
        var encoding = Encoding(text)
        if isFirst {
          isFirst = false
          while prefix.count < NaturalSortKeys.longestPrefix, let byte = encoding.next() {
            prefix.append(byte)
          }
        } else {
          var same = 0
          while same < prefix.count, encoding.next() == prefix[same] { same += 1 }
          if same < prefix.count { prefix.removeLast(prefix.count - same) }
        }
      }
    }
    keys = [UInt64](repeating: .max, count: count)
    for node in 0..<count {
      var key: UInt64 = 0
      let hasText = withText(NodeID(node)) { text in
        var encoding = Encoding(text)
        for _ in prefix { _ = encoding.next() }
        for _ in 0..<8 { key = key << 8 | UInt64(encoding.next() ?? 0) }
      }
      if hasText { keys[node] = key }
    }
  }

  /// The key of a text.
  subscript(index: Int) -> UInt64 { keys[index] }

  /// Writes a text as bytes that compare as the text does.
  private struct Encoding {
    private let text: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// The digits still to be written, and whether their number is.
    private var digitsEnd = 0
    private var pendingLength: Int?
    private var isOver = false

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func next() -> UInt8? {
      guard !isOver else { return nil }
      if let length = pendingLength {
        pendingLength = nil
        // The digits of so long a number do not fit: the key ends here.
        if length >= 255 { isOver = true }
        return UInt8(min(length, 255))
      }
      guard place < text.count else { return nil }
      let byte = text[place]
      if place < digitsEnd {
        place += 1
        return byte
      }
      guard byte &- 48 < 10 else {
        place += 1
        return byte &- 65 < 26 ? byte | 32 : byte
      }
      var end = place
      while end < text.count, text[end] &- 48 < 10 { end += 1 }
      while place < end - 1, text[place] == 48 { place += 1 }
      digitsEnd = end
      pendingLength = end - place
      return 48
    }
  }
}
