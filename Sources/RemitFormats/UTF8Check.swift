// SPDX-License-Identifier: Apache-2.0

/// Checks that bytes are UTF-8.
///
/// - SeeAlso: The Unicode Standard, table 3-7, Well-Formed UTF-8 Byte Sequences.
enum UTF8Check {
  /// The offset of the first byte that does not begin a well-formed character,
  /// or `nil` if all do.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { raw in
      var place = 0
      while place < raw.count {
        while place + 8 <= raw.count,
          raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          place += 8
        }
        guard place < raw.count else { return nil }
        let length = characterLength(raw, at: place)
        if length == 0 { return place }
        place += length
      }
      return nil
    }
  }

  /// The length of the character at a place, 0 if it is not well formed.
  private static func characterLength(_ raw: UnsafeRawBufferPointer, at place: Int) -> Int {
    let lead = raw[place]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard place + length <= raw.count, second.contains(raw[place + 1]) else { return 0 }
    for offset in 2..<max(2, length) where raw[place + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
