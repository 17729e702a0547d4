// SPDX-License-Identifier: Apache-2.0

import Remit

/// Checks that bytes are UTF-8.
///
/// - SeeAlso: The Unicode Standard, table 3-7, Well-Formed UTF-8 Byte Sequences.
enum UTF8Check {
  /// Refuses the content of a file that is not UTF-8.
  ///
  /// - Returns: Whether all of it is ASCII.
  /// - Throws: ``LoadError`` with the first byte that is wrong and its line.
  @discardableResult
  static func check(_ bytes: borrowing [UInt8], name: String) throws(LoadError) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw LoadError("'\(name)' is UTF-16, it has to be saved as UTF-8")
    }
    var isASCII = true
    guard let offset = firstInvalidByte(bytes, isASCII: &isASCII) else { return isASCII }
    throw LoadError(
      "'\(name)' is not UTF-8",
      problems: [
        (lineNumber(of: offset, in: bytes), "byte \(offset) does not belong to a UTF-8 character")
      ])
  }

  /// The bytes with each no-break space, wide or narrow, as a blank: a name with one
  /// looks like a name without, and is meant to be the same.
  static func withPlainBlanks(_ bytes: consuming [UInt8]) -> [UInt8] {
    var bytes = bytes
    var size = 0
    var place = 0
    while place < bytes.count {
      var length = 0
      if bytes[place] == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xA0 {
        length = 2
      } else if bytes[place] == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80,
        bytes[place + 2] == 0xAF
      {
        length = 3
      }
      bytes[size] = length == 0 ? bytes[place] : 0x20
      size += 1
      place += max(1, length)
    }
    bytes.removeLast(bytes.count - size)
    return bytes
  }

  /// The bytes without a byte order mark.
  static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  /// The line a byte is on; lines end in LF, CR LF or CR.
  static func lineNumber(of offset: Int, in bytes: borrowing [UInt8]) -> Int {
    var line = 1
    for place in 0..<offset {
      let isBreak =
        bytes[place] == 0x0A
        || bytes[place] == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)
      if isBreak { line += 1 }
    }
    return line
  }

  /// The offset of the first byte that does not begin a well-formed character,
  /// or `nil` if all do.
  ///
  /// `isASCII` becomes false where a byte is none.
  static func firstInvalidByte(_ bytes: [UInt8], isASCII: inout Bool) -> Int? {
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
        if length > 1 { isASCII = false }
        if length == 0 { return place }
        place += length
      }
      return nil
    }
  }

  /// The length of the character at a place; `nil` if it is not well formed.
  static func lengthOfCharacter(_ bytes: [UInt8], at place: Int) -> Int? {
    let length = bytes.withUnsafeBytes { characterLength($0, at: place) }
    return length == 0 ? nil : length
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
