// SPDX-License-Identifier: Apache-2.0

import RemitFormats

/// Makes bytes into a journal whose records have checksums that fit.
package enum JournalSeal {
  /// A journal of the same bytes, in records as long as two bytes before each tell.
  package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var journal = Array("remit journal 1\n".utf8)
    var rest = bytes[...]
    while rest.count > 2 {
      let length = min(Int(rest.removeFirst()) | Int(rest.removeFirst()) << 8, rest.count)
      let number = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
      let content = rest.prefix(length)
      rest = rest.dropFirst(length)
      let sum = Checksum.crc32(number + content)
      journal += number
      journal += (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
      journal += content
    }
    return journal
  }
}
