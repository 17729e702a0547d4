// SPDX-License-Identifier: Apache-2.0

/// The checksum that archives and journals hold; any single changed bit changes it.
///
/// - SeeAlso: ISO 3309; W. Peterson, D. Brown, "Cyclic codes for error detection" (1961).
package enum Checksum {
  /// The cyclic redundancy check of 32 bits of some bytes.
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
