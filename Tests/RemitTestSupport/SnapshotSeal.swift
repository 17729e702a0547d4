// SPDX-License-Identifier: Apache-2.0

import Remit

/// Makes bytes into a snapshot whose checksums are right, whatever else is wrong.
package enum SnapshotSeal {
  /// The same bytes with checksums that fit, as somebody might write them who means
  /// no good.
  package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    guard bytes.count >= 40 else { return bytes }
    func number(_ place: Int) -> UInt64 {
      (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) }
    }
    func put(_ number: UInt64, at place: Int) {
      for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
    }
    func sum(_ range: Range<Int>) -> UInt64 {
      bytes[range].withUnsafeBytes { SnapshotChecksum($0).value }
    }
    let count = Int(number(8) >> 32)
    guard count <= (bytes.count - 40) / 24 else { return bytes }
    for entry in 0..<count {
      let place = 40 + 24 * entry
      let (offset, length) = (number(place), number(place + 8))
      guard offset < bytes.count, length <= bytes.count - Int(offset) else { continue }
      put(sum(Int(offset)..<Int(offset + length)), at: place + 16)
    }
    put(sum(40..<40 + 24 * count), at: 24)
    put(sum(0..<32), at: 32)
    return bytes
  }
}
