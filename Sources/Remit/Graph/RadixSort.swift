// SPDX-License-Identifier: Apache-2.0

/// Sorts numbers by the numbers of their digits, the last digit first.
///
/// - SeeAlso: Knuth, *The Art of Computer Programming*, volume 3, section 5.2.5.
enum RadixSort {
  /// The width of a digit in bits.
  private static let digit = 11
  /// Below this many numbers comparing them is quicker.
  private static let few = 2048

  /// Sorts numbers by some of their bits; those that are alike in them may change
  /// places.
  ///
  /// - Complexity: O(*n* · bits).
  static func sort(_ keys: inout [UInt64], bits: Range<Int>) {
    guard keys.count > few else {
      let shift = UInt64(bits.lowerBound)
      return keys.sort { $0 >> shift < $1 >> shift }
    }
    var from = keys
    var to = [UInt64](repeating: 0, count: keys.count)
    let mask: UInt64 = 1 << UInt64(digit) &- 1
    for start in stride(from: bits.lowerBound, to: bits.upperBound, by: digit) {
      let shift = UInt64(start)
      var places = [Int](repeating: 0, count: 1 << digit)
      for key in from { places[Int(truncatingIfNeeded: key >> shift & mask)] &+= 1 }
      var place = 0
      for value in places.indices {
        let count = places[value]
        places[value] = place
        place &+= count
      }
      for key in from {
        let value = Int(truncatingIfNeeded: key >> shift & mask)
        to[places[value]] = key
        places[value] &+= 1
      }
      swap(&from, &to)
    }
    keys = from
  }
}
