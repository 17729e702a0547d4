// SPDX-License-Identifier: Apache-2.0

/// Sorts numbers digit by digit, without comparing them with one another.
enum RadixSort {
  /// The places of keys in ascending order; equal keys keep their order.
  ///
  /// A digit is a byte. Those that are alike in all keys are left out, so small numbers
  /// take as many passes as they have bytes.
  ///
  /// - Complexity: O(*n*).
  static func places(of keys: [UInt64]) -> [Int] {
    // Below this, clearing the counts takes longer than comparing.
    guard keys.count > 128 else {
      return keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    }
    var differing: UInt64 = 0
    for key in keys { differing |= key ^ keys[0] }
    var places = Array(keys.indices)
    var next = places
    for shift in stride(from: 0, to: UInt64(UInt64.bitWidth), by: 8)
    where (differing >> shift) & 0xFF != 0 {
      var starts = [Int](repeating: 0, count: 257)
      for key in keys { starts[Int((key >> shift) & 0xFF) &+ 1] &+= 1 }
      for digit in 0..<256 { starts[digit &+ 1] &+= starts[digit] }
      for place in places {
        let digit = Int((keys[place] >> shift) & 0xFF)
        next[starts[digit]] = place
        starts[digit] &+= 1
      }
      swap(&places, &next)
    }
    return places
  }
}
