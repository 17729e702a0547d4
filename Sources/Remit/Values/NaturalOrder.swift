// SPDX-License-Identifier: Apache-2.0

/// The order people expect of references: `A.5.9` before `A.5.10`.
///
/// Runs of ASCII digits compare as numbers, everything else by Unicode scalar
/// with ASCII letters folded; equal texts under folding are told apart by their
/// bytes, so the order is total. It depends on no locale.
package enum NaturalOrder {
  /// Compares two texts.
  ///
  /// - Returns: A negative number, zero or a positive number.
  /// - Complexity: O(*n*) in the length of the shorter text, without allocation.
  package static func compare(_ lhs: String, _ rhs: String) -> Int {
    var lhs = lhs
    var rhs = rhs
    return lhs.withUTF8 { left in rhs.withUTF8 { right in compare(left, right) } }
  }

  /// Compares two texts given as UTF-8.
  static func compare(_ lhs: UnsafeBufferPointer<UInt8>, _ rhs: UnsafeBufferPointer<UInt8>) -> Int {
    var left = 0
    var right = 0
    var tie = 0
    while left < lhs.count, right < rhs.count {
      if isDigit(lhs[left]), isDigit(rhs[right]) {
        let leftRun = run(lhs, &left)
        let rightRun = run(rhs, &right)
        if leftRun.count != rightRun.count { return leftRun.count < rightRun.count ? -1 : 1 }
        for offset in 0..<leftRun.count {
          let (one, other) = (lhs[leftRun.lowerBound + offset], rhs[rightRun.lowerBound + offset])
          if one != other { return one < other ? -1 : 1 }
        }
      } else {
        let (one, other) = (fold(lhs[left]), fold(rhs[right]))
        if one != other { return one < other ? -1 : 1 }
        if tie == 0, lhs[left] != rhs[right] { tie = lhs[left] < rhs[right] ? -1 : 1 }
        left += 1
        right += 1
      }
    }
    if left < lhs.count { return 1 }
    if right < rhs.count { return -1 }
    if tie != 0 { return tie }
    return lhs.count == rhs.count ? 0 : lhs.count < rhs.count ? -1 : 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  /// Takes a run of digits and returns its range without leading zeros.
  private static func run(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Range<Int> {
    var start = place
    while place < text.count, isDigit(text[place]) { place += 1 }
    while start < place - 1, text[start] == 48 { start += 1 }
    return start..<place
  }
}
