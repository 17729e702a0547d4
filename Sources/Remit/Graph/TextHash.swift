// SPDX-License-Identifier: Apache-2.0

/// Hashing and equality of UTF-8 texts up to canonical equivalence.
///
/// ASCII is hashed and compared as bytes. Everything else goes through
/// `String`, whose equality is canonical equivalence.
///
/// - SeeAlso: Wang Yi, wyhash, whose mixing step is used here.
enum TextHash {
  /// Differs from run to run, so that data cannot be made to collide.
  private static let seed = UInt64.random(in: .min ... .max)

  /// The hash of a text.
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var place = 0
    var seen: UInt64 = 0
    while place + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      seen |= word
      hash = mix(hash ^ word, 0x9E37_79B9_7F4A_7C15)
      place += 8
    }
    var tail: UInt64 = 0
    while place < raw.count {
      tail = tail << 8 | UInt64(raw[place])
      place += 1
    }
    seen |= tail
    guard seen & 0x8080_8080_8080_8080 == 0 else { return hashString(text) }
    return mix(hash ^ tail, 0xD6E8_FEB8_6659_FD93)
  }

  /// Tells whether two texts are canonically equivalent.
  static func equal(
    _ lhs: UnsafeBufferPointer<UInt8>,
    _ rhs: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if sameBytes(UnsafeRawBufferPointer(lhs), UnsafeRawBufferPointer(rhs)) { return true }
    guard lhs.contains(where: { $0 > 127 }), rhs.contains(where: { $0 > 127 })
    else { return false }
    return String(decoding: lhs, as: UTF8.self) == String(decoding: rhs, as: UTF8.self)
  }

  private static func sameBytes(
    _ lhs: UnsafeRawBufferPointer,
    _ rhs: UnsafeRawBufferPointer
  ) -> Bool {
    guard lhs.count == rhs.count else { return false }
    var place = 0
    while place + 8 <= lhs.count {
      guard
        lhs.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          == rhs.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      else { return false }
      place += 8
    }
    while place < lhs.count {
      guard lhs[place] == rhs[place] else { return false }
      place += 1
    }
    return true
  }

  private static func hashString(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(String(decoding: text, as: UTF8.self))
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  private static func mix(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
    let product = lhs.multipliedFullWidth(by: rhs)
    return product.high ^ product.low
  }
}
