// SPDX-License-Identifier: Apache-2.0

/// Eight-byte keys that sort texts as ``NaturalOrder`` does, as far as they go.
///
/// A text is written as bytes that compare as it does: with letters folded, and every
/// run of digits as `0`, its length and its digits. A key holds eight of them, from
/// where the texts of the set begin to differ. Equal keys say nothing of what follows:
/// then the texts are compared, or given keys of what comes after ``known``.
struct NaturalSortKeys {
  private var keys: [UInt64]
  /// How many bytes are alike in two texts with equal keys.
  let known: Int

  /// How often the texts may be alike in all that was looked at, before they count as
  /// equal.
  private static let longest = 8

  /// Makes the keys of `count` texts.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - known: In how many bytes they are known to be alike.
  ///   - withText: Calls its closure with the text of a number and returns
  ///     `true`, or returns `false` if it has no text; such a one sorts last.
  init(
    count: Int, known: Int = 0,
    withText: (NodeID, (UnsafeBufferPointer<UInt8>) -> Void) -> Bool
  ) {
    var known = known
    keys = [UInt64](repeating: .max, count: count)
    var lows = keys
    for _ in 0..<NaturalSortKeys.longest {
      var differing = Word(high: 0, low: 0)
      var first: Word?
      for node in 0..<count {
        var word = Word(high: .max, low: .max)
        guard withText(NodeID(truncatingIfNeeded: node), { word = Word($0, from: known) })
        else { continue }
        (keys[node], lows[node]) = (word.high, word.low)
        let other = first ?? word
        first = other
        differing.high |= word.high ^ other.high
        differing.low |= word.low ^ other.low
      }
      let alike = differing.leadingZeroBytes
      if alike == Word.size {
        known += Word.size
        continue
      }
      if alike > 0 {
        let shift = UInt64(alike * 8)
        for node in 0..<count where keys[node] != .max {
          keys[node] = keys[node] << shift | lows[node] >> (64 &- shift)
        }
      }
      known += min(alike + 8, Word.size)
      break
    }
    self.known = known
  }

  /// The key of a text.
  subscript(index: Int) -> UInt64 { keys[index] }

  /// Sixteen bytes of a text, the first being the highest.
  private struct Word {
    static let size = 16

    var high: UInt64
    var low: UInt64
    /// How many bytes are to be left out, and how many are there.
    private var (rest, count) = (0, 0)

    init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The bytes from a place on, with zeros behind the end.
    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
      self.init(high: 0, low: 0)
      rest = start
      var place = 0
      while place < text.count, count < Word.size {
        let byte = text[place]
        guard byte &- 48 < 10 else {
          append(byte &- 65 < 26 ? byte | 32 : byte)
          place &+= 1
          continue
        }
        var end = place &+ 1
        while end < text.count, text[end] &- 48 < 10 { end &+= 1 }
        while place < end &- 1, text[place] == 48 { place &+= 1 }
        append(48)
        append(UInt8(min(end &- place, 255)))
        // The digits of so long a number do not fit: the key ends here.
        guard end &- place < 255 else { break }
        while place < end, count < Word.size {
          append(text[place])
          place &+= 1
        }
        place = end
      }
      if count < 8 { high <<= UInt64(64 &- 8 &* count) }
      if count < Word.size { low <<= UInt64(count <= 8 ? 0 : 128 &- 8 &* count) }
    }

    private mutating func append(_ byte: UInt8) {
      guard rest == 0 else {
        rest &-= 1
        return
      }
      if count < 8 {
        high = high << 8 | UInt64(byte)
      } else if count < Word.size {
        low = low << 8 | UInt64(byte)
      }
      count &+= 1
    }

    /// How many bytes from the first on are zero.
    var leadingZeroBytes: Int {
      high != 0 ? high.leadingZeroBitCount / 8 : 8 + low.leadingZeroBitCount / 8
    }
  }
}
