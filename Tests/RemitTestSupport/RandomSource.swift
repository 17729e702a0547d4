// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are the same for the same seed, everywhere.
///
/// - SeeAlso: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
///   generators" (2014): splitmix64.
package struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound, 0 if there is none.
  package mutating func below(_ bound: Int) -> Int {
    bound <= 0 ? 0 : Int(next() % UInt64(bound))
  }

  /// True with a chance of one in so many.
  package mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// One of some elements.
  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }
}
