// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Reads records in JSON: a list of objects, an object that holds one, or one
/// object on each line.
///
/// A name given twice in an object, anything behind the end and nesting deeper
/// than 64 are refused. Numbers and `true` are kept as they are written, `null` is
/// an empty cell.
///
///     let text = Array(#"[{"name": "Ann", "manager": {"email": "bob@example.org"}}]"#.utf8)
///     try JSONReader.read(text, name: "people.json").columns  // ["name", "manager.email"]
///
/// - SeeAlso: RFC 8259, The JavaScript Object Notation Data Interchange Format;
///   JSON Lines.
public enum JSONReader {
  /// How deep lists and objects may be nested.
  public static let depthLimit = 64

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's content, which should be UTF-8.
  ///   - name: The file's name, for messages and as the source of facts.
  ///   - list: The name of the list of records in the outermost object; without
  ///     it the only list of objects there.
  ///   - depthLimit: How deep it may be nested, if that is less than ``depthLimit``.
  ///   - sizeLimit: How large a file may be: the cells take no more than twice that.
  /// - Returns: A row for each record and a column for each name in them.
  /// - Throws: ``LoadError`` with the line of the problem.
  /// - Complexity: O(*bytes*).
  public static func read(
    _ bytes: [UInt8], name: String, list: String? = nil, depthLimit: Int = .max,
    sizeLimit: Int = TableFile.sizeLimit
  ) throws(LoadError) -> DataTable {
    let records = try file(bytes, name: name, depthLimit: depthLimit).records(
      list: list, name: name)
    return try RecordTable.table(of: records, name: name, sizeLimit: sizeLimit)
  }

  /// Reads all of a file.
  static func file(
    _ bytes: [UInt8], name: String, depthLimit: Int = .max
  ) throws(LoadError) -> Record {
    let depthLimit = min(depthLimit, Self.depthLimit)
    try UTF8Check.check(bytes, name: name)
    do throws(RecordFailure) {
      var scanner = JSONScanner(UTF8Check.withoutMark(bytes), depthLimit: depthLimit)
      return try scanner.file()
    } catch {
      throw LoadError("'\(name)' is not JSON", problems: [(error.line, error.message)])
    }
  }
}

/// Reads JSON text from its first byte to its last.
private struct JSONScanner {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var line = 1
  private var depth = 0
  private let depthLimit: Int

  init(_ bytes: ArraySlice<UInt8>, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    place = bytes.startIndex
  }

  /// One value, or a list of the objects that stand one after the other.
  mutating func file() throws(RecordFailure) -> Record {
    let first = try value()
    skipBlanks()
    guard byte != nil else { return first }
    var records = [first]
    while byte != nil {
      guard case .object = first.value, byte == UInt8(ascii: "{") else { throw failure("the end") }
      records.append(try value())
      skipBlanks()
    }
    return Record(line: 1, .list(records))
  }

  // MARK: Values

  private mutating func value() throws(RecordFailure) -> Record {
    skipBlanks()
    let first = line
    switch byte {
    case UInt8(ascii: "{"): return Record(line: first, .object(try object()))
    case UInt8(ascii: "["): return Record(line: first, .list(try list()))
    case UInt8(ascii: "\""): return Record(line: first, .text(try string()))
    case nil: throw failure("a value")
    default: return Record(line: first, .text(try literal()))
    }
  }

  private mutating func object() throws(RecordFailure) -> [(name: String, value: Record)] {
    try enter()
    var fields: [(name: String, value: Record)] = []
    var names: Set<String> = []
    skipBlanks()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return fields
    }
    repeat {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else { throw failure("a name in double quotes") }
      let first = line
      let name = try string()
      guard names.insert(name).inserted else {
        throw RecordFailure(line: first, message: "'\(name)' is given twice in one object")
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw failure("':' behind the name") }
      fields.append((name, try value()))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("',' or '}'") }
    depth -= 1
    return fields
  }

  private mutating func list() throws(RecordFailure) -> [Record] {
    try enter()
    var items: [Record] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return items
    }
    repeat {
      items.append(try value())
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("',' or ']'") }
    depth -= 1
    return items
  }

  private mutating func enter() throws(RecordFailure) {
    place += 1
    depth += 1
    guard depth <= depthLimit else {
      throw RecordFailure(line: line, message: "it is nested deeper than \(depthLimit)")
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func literal() throws(RecordFailure) -> String {
    let start = place
    while let byte, JSONScanner.isLiteral(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    switch text {
    case "null": return ""
    case "true", "false": return text
    default:
      guard JSONScanner.isNumber(text), let number = Double(text), number.isFinite else {
        place = start
        throw failure("a value")
      }
      return text
    }
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  /// Whether a text is a number as JSON writes them: no `01`, `.5`, `1.` or `inf`.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    if rest.first == 0x2D { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30 else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == 0x2E {
      rest.removeFirst()
      let part = rest.prefix(while: isDigit)
      guard !part.isEmpty else { return false }
      rest = rest.dropFirst(part.count)
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      let power = rest.prefix(while: isDigit)
      guard !power.isEmpty else { return false }
      rest = rest.dropFirst(power.count)
    }
    return rest.isEmpty
  }

  private mutating func string() throws(RecordFailure) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw failure("no control character in a text")
      default: text.append(byte)
      }
    }
    throw failure("'\"' at the end of the text")
  }

  private mutating func escape() throws(RecordFailure) -> Character {
    guard let letter = byte else { throw failure("a letter of an escape behind '\\'") }
    place += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try scalar())
    default: throw failure("a letter of an escape behind '\\'")
    }
  }

  private mutating func scalar() throws(RecordFailure) -> Unicode.Scalar {
    let high = try unit()
    guard high &- 0xD800 < 0x800 else {
      guard let scalar = Unicode.Scalar(high) else { throw failure("a character") }
      return scalar
    }
    guard high < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw failure("both halves of a character")
    }
    let low = try unit()
    guard low &- 0xDC00 < 0x400,
      let scalar = Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw failure("both halves of a character") }
    return scalar
  }

  private mutating func unit() throws(RecordFailure) -> UInt32 {
    guard place + 4 <= bytes.endIndex,
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
      bytes[place] != 0x2B, bytes[place] != 0x2D
    else { throw failure("four digits behind '\\u'") }
    place += 4
    return unit
  }

  // MARK: Bytes

  private var byte: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte {
      switch byte {
      case 0x0A:
        line += 1
        place += 1
      case 0x20, 0x09, 0x0D: place += 1
      default: return
      }
    }
  }

  private func failure(_ wanted: String) -> RecordFailure {
    let rest = String(decoding: bytes[place...].prefix(16), as: UTF8.self)
    let found = rest.first.map { "'\($0)'" } ?? "the end"
    return RecordFailure(line: line, message: "\(wanted) should stand where \(found) is")
  }
}
