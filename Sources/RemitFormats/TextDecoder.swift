// SPDX-License-Identifier: Apache-2.0

import Remit

/// Makes UTF-8 of the bytes of a text file in another encoding.
struct TextDecoder {
  private let name: String
  private let encoding: TextEncoding?

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - encoding: What was said of it; `nil` for UTF-8, or UTF-16 if it begins so.
  init(name: String, encoding: TextEncoding?) {
    (self.name, self.encoding) = (name, encoding)
  }

  /// The bytes as UTF-8, and whether all are ASCII.
  ///
  /// - Throws: ``LoadError`` with the first byte that is wrong and its line; with the
  ///   encoding that the file may have, if none was said.
  /// - Complexity: O(*bytes*).
  func decode(
    _ bytes: consuming [UInt8]
  ) throws(LoadError) -> (bytes: [UInt8], isASCII: Bool) {
    if let mark = TextDecoder.mark(of: bytes) {
      if let encoding, encoding != mark { throw contradiction(mark) }
      if mark == .utf16 { return (try utf16(bytes[2...], isBig: bytes[0] == 0xFE), false) }
    }
    // In UTF-16, separators and line breaks have a zero beside them.
    let hasZero = (0..<min(256, bytes.count)).contains { bytes[$0] == 0 }
    if encoding == .utf16, bytes.count > 2, !hasZero { throw contradiction(.utf8) }
    switch encoding {
    case nil, .utf8:
      if encoding == nil, TextDecoder.looksLikeUTF16(bytes) {
        throw LoadError(
          "'\(name)' is UTF-16 and does not say so in its first bytes", encoding: .utf16)
      }
      do {
        return (bytes, try UTF8Check.check(bytes, name: name))
      } catch {
        var error = error
        if encoding == nil { error.encoding = EncodingGuess(bytes).encoding }
        throw error
      }
    case .utf16: return (try utf16(bytes[...], isBig: bytes.first == 0), false)
    case .some(let encoding):
      var isASCII = true
      if UTF8Check.firstInvalidByte(bytes, isASCII: &isASCII) == nil {
        // Letters of another encoding next to each other are UTF-8 by no accident.
        guard isASCII else { throw contradiction(.utf8) }
        return (bytes, true)
      }
      return (try single(bytes, encoding), false)
    }
  }

  /// What the first bytes say: they are a byte order mark.
  private static func mark(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8 : nil
  }

  /// Whether every other of the first bytes is zero, as in UTF-16 without a mark.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    let start = bytes.prefix(4).map { $0 == 0 }
    return start == [true, false, true, false] || start == [false, true, false, true]
  }

  private func contradiction(_ found: TextEncoding) -> LoadError {
    LoadError(
      "'\(name)' is \(found.rawValue.uppercased()), not \(encoding?.rawValue ?? ""): "
        + "leave out 'in \"\(encoding?.rawValue ?? "")\"'")
  }

  // MARK: One byte for a character

  private func single(
    _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(LoadError) -> [UInt8] {
    let table = encoding.upperHalf ?? []
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for (place, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let number = table.isEmpty ? 0 : table[Int(byte) - 0x80]
      guard number > 0, let scalar = UnicodeScalar(number) else {
        throw LoadError(
          "'\(name)' is not \(encoding.rawValue)",
          problems: [
            (
              UTF8Check.lineNumber(of: place, in: bytes),
              "byte \(place) is \(String(byte, radix: 16, uppercase: true)), which means "
                + "nothing in \(encoding.rawValue)"
            )
          ])
      }
      result.append(contentsOf: scalar.utf8)
    }
    return result
  }

  // MARK: Two bytes for a character

  private func utf16(
    _ bytes: ArraySlice<UInt8>, isBig: Bool
  ) throws(LoadError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var line = 1
    var place = bytes.startIndex
    func unit(_ place: Int) -> UInt16? {
      guard place + 1 < bytes.endIndex else { return nil }
      let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBig ? one << 8 | other : other << 8 | one
    }
    while place < bytes.endIndex {
      guard let first = unit(place) else { throw damaged(line, "it ends within a character") }
      place += 2
      if first < 0x80 {
        result.append(UInt8(truncatingIfNeeded: first))
        if first == 0x0A || first == 0x0D && unit(place) != 0x0A { line += 1 }
        continue
      }
      var number = UInt32(first)
      if UTF16.isLeadSurrogate(first) {
        guard let second = unit(place), UTF16.isTrailSurrogate(second) else {
          throw damaged(line, "byte \(place - 2) begins a character that does not go on")
        }
        place += 2
        number = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      }
      guard let scalar = UnicodeScalar(number) else {
        throw damaged(line, "byte \(place - 2) does not belong to a UTF-16 character")
      }
      result.append(contentsOf: scalar.utf8)
    }
    return result
  }

  private func damaged(_ line: Int, _ reason: String) -> LoadError {
    LoadError("'\(name)' is damaged UTF-16", problems: [(line, reason)])
  }
}

/// The encoding in which a file that is not UTF-8 was probably saved.
struct EncodingGuess {
  /// The encoding; `nil` for what is no text, or UTF-8 with some damage.
  let encoding: TextEncoding?

  /// Guesses.
  ///
  /// Western and Central European letters share their bytes: it is the one in which
  /// fewer signs stand behind a letter.
  init(_ bytes: [UInt8]) {
    var isText = true
    var strange = [0, 0]
    let candidates: [TextEncoding] = [.windows1252, .windows1250]
    let tables = candidates.map { $0.upperHalf ?? [] }
    var isBehindLetter = [false, false]
    var wellFormed = 0
    var others = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { isText = false }
      if byte >= 0x80, let length = UTF8Check.lengthOfCharacter(bytes, at: place), length > 1 {
        wellFormed += 1
        place += length
        continue
      }
      for index in candidates.indices {
        let number = byte < 0x80 ? UInt16(byte) : tables[index][Int(byte) - 0x80]
        let scalar = UnicodeScalar(number) ?? " "
        if byte >= 0x80, number == 0 || isBehindLetter[index] && !EncodingGuess.fits(scalar) {
          strange[index] += 1
        }
        isBehindLetter[index] = scalar.properties.isAlphabetic
      }
      if byte >= 0x80 { others += 1 }
      place += 1
    }
    encoding =
      isText && others > wellFormed ? candidates[strange[1] < strange[0] ? 1 : 0] : nil
  }

  /// Whether a character is likely behind a letter: another, or what ends a word.
  private static func fits(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.isAlphabetic || "’‘“”»…–—®™€\u{A0}".unicodeScalars.contains(scalar)
  }
}
