// SPDX-License-Identifier: Apache-2.0

/// Reads an XML text piece by piece, without a tree.
///
/// It reads what office documents are made of: elements, attributes, text,
/// comments and CDATA. A document type is refused, so there are no entities but
/// the five that XML has.
///
/// - SeeAlso: Extensible Markup Language (XML) 1.0.
struct XMLScanner {
  /// One piece of the text; prefixes of names are left out.
  enum Piece {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  /// The text is not well formed, or holds a document type.
  struct Failure: Error {}

  private let bytes: [UInt8]
  private var place = 0
  /// The name of an element that was closed where it was opened: `<v/>`.
  private var closed: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece, or `nil` at the end.
  mutating func next() throws(Failure) -> Piece? {
    if let name = closed {
      closed = nil
      return .end(name)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return .text(try text()) }
      if skip("<!--") {
        try skip(past: "-->")
      } else if skip("<![CDATA[") {
        let start = place
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<place - 3], as: UTF8.self))
      } else if skip("<?") {
        try skip(past: "?>")
      } else if skip("</") {
        let name = try name()
        skipBlanks()
        guard skip(">") else { throw Failure() }
        return .end(name)
      } else {
        return try element()
      }
    }
    return nil
  }

  private mutating func element() throws(Failure) -> Piece {
    place += 1
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      skipBlanks()
      if skip("/>") {
        closed = name
        return .start(name, attributes)
      }
      if skip(">") { return .start(name, attributes) }
      let key = try self.name()
      skipBlanks()
      guard skip("=") else { throw Failure() }
      skipBlanks()
      guard place < bytes.count, bytes[place] == 0x22 || bytes[place] == 0x27 else {
        throw Failure()
      }
      let quote = bytes[place]
      place += 1
      let start = place
      while place < bytes.count, bytes[place] != quote { place += 1 }
      guard place < bytes.count else { throw Failure() }
      attributes[key] = try XMLScanner.unescaped(bytes[start..<place])
      place += 1
    }
  }

  /// A name without its prefix.
  private mutating func name() throws(Failure) -> String {
    var start = place
    let first = place
    loop: while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: ":"): start = place + 1
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: break
      default: break loop
      }
      place += 1
    }
    guard place > first, start < place else { throw Failure() }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func text() throws(Failure) -> String {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return try XMLScanner.unescaped(bytes[start..<place])
  }

  /// A text with its references replaced by what they mean.
  private static func unescaped(_ text: ArraySlice<UInt8>) throws(Failure) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    var found = ""
    var rest = text
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      found += String(decoding: rest[..<mark], as: UTF8.self)
      guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw Failure()
      }
      let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
      found.unicodeScalars.append(try meaning(of: name))
      rest = rest[(end + 1)...]
    }
    return found + String(decoding: rest, as: UTF8.self)
  }

  private static func meaning(of name: String) throws(Failure) -> Unicode.Scalar {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHex = name.hasPrefix("#x")
      guard name.hasPrefix("#"),
        let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), code > 0,
        let scalar = Unicode.Scalar(code)
      else { throw Failure() }
      return scalar
    }
  }

  // MARK: Bytes

  private mutating func skip(_ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    let isThere = wanted.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + count]) }
    if isThere { place += count }
    return isThere
  }

  private mutating func skip(past end: StaticString) throws(Failure) {
    while !skip(end) {
      guard place < bytes.count else { throw Failure() }
      place += 1
    }
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }
}
