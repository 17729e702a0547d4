// SPDX-License-Identifier: Apache-2.0

import CReference

/// Numbers that look random and are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of the numbers below a limit.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(limit)) >> 32)
  }

  /// Whether something happens that does so in so many of a hundred cases.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
}

/// The links of a relation, as pairs and in the order of either end.
struct Links {
  let from: [UInt32]
  let to: [UInt32]
  let forward: Rows
  let backward: Rows

  /// Links in the order of one end.
  struct Rows {
    let starts: [UInt32]
    let targets: [UInt32]
    var count: Int { starts.count - 1 }

    init(_ keys: [UInt32], _ values: [UInt32], nodes: Int) {
      var starts = [UInt32](repeating: 0, count: nodes + 1)
      var targets = [UInt32](repeating: 0, count: values.count)
      reference_build(keys, values, values.count, nodes, &starts, &targets)
      self.starts = starts
      self.targets = targets
    }
  }

  /// Sorts pairs and drops those that are there twice.
  init(_ pairs: [(Int, Int)], sources: Int, targets: Int) {
    var keys: [UInt64] = []
    for key in pairs.map({ UInt64($0.0) << 32 | UInt64($0.1) }).sorted() where key != keys.last {
      keys.append(key)
    }
    from = keys.map { UInt32($0 >> 32) }
    to = keys.map { UInt32(truncatingIfNeeded: $0) }
    forward = Rows(from, to, nodes: sources)
    backward = Rows(to, from, nodes: targets)
  }
}

/// A set of numbers as bits.
struct Bits {
  var words: [UInt64]
  /// How many numbers can be in it.
  let size: Int

  init(size: Int, _ isMember: (Int) -> Bool = { _ in false }) {
    self.size = size
    words = Array(repeating: 0, count: size / 64 + 1)
    for place in 0..<size where isMember(place) { words[place >> 6] |= 1 << UInt64(place & 63) }
  }
}
