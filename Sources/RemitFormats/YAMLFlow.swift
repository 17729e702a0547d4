// SPDX-License-Identifier: Apache-2.0

/// Reads what YAML writes within a line: texts, and lists and mappings in brackets.
struct YAMLFlow {
  private let text: String
  private let line: Int
  private var place: String.Index

  private let depthLimit: Int

  init(_ text: String, line: Int, depthLimit: Int) {
    self.depthLimit = depthLimit
    (self.text, self.line) = (text, line)
    place = text.startIndex
  }

  /// Reads a list or mapping that fills the text.
  mutating func whole(depth: Int) throws(RecordFailure) -> Record {
    let record = try value(depth: depth, until: [])
    skipBlanks()
    guard character == nil else { throw failure("the end") }
    return record
  }

  /// Reads a plain or quoted text that fills the text.
  mutating func wholeText() throws(RecordFailure) -> String {
    let found = try scalar(until: [])
    skipBlanks()
    guard character == nil else { throw failure("the end") }
    return found
  }

  private mutating func value(
    depth: Int, until ends: Set<Character>
  ) throws(RecordFailure) -> Record {
    skipBlanks()
    guard depth < depthLimit else {
      throw RecordFailure(
        line: line, message: "it is nested deeper than \(depthLimit)")
    }
    switch character {
    case "[":
      var records: [Record] = []
      try items(closedBy: "]") { (reader) throws(RecordFailure) in
        records.append(try reader.value(depth: depth + 1, until: [",", "]"]))
      }
      return Record(line: line, .list(records))
    case "{":
      var fields: [(name: String, value: Record)] = []
      try items(closedBy: "}") { (reader) throws(RecordFailure) in
        let name = try reader.scalar(until: [":", ",", "}"])
        reader.skipBlanks()
        guard reader.take(":") else { throw reader.failure("':' behind the name") }
        guard !fields.contains(where: { $0.name == name }) else {
          throw RecordFailure(
            line: reader.line, message: "'\(name)' is given twice in one mapping")
        }
        fields.append((name, try reader.value(depth: depth + 1, until: [",", "}"])))
      }
      return Record(line: line, .object(fields))
    default: return Record(line: line, .text(try scalar(until: ends)))
    }
  }

  /// What stands between brackets, with commas between.
  private mutating func items(
    closedBy end: Character,
    _ item: (inout YAMLFlow) throws(RecordFailure) -> Void
  ) throws(RecordFailure) {
    advance()
    skipBlanks()
    while !take(end) {
      try item(&self)
      skipBlanks()
      if take(end) { return }
      guard take(",") else { throw failure("',' or '\(end)'") }
      skipBlanks()
    }
  }

  private mutating func scalar(until ends: Set<Character>) throws(RecordFailure) -> String {
    skipBlanks()
    switch character {
    case "\"": return try doubleQuoted()
    case "'": return try singleQuoted()
    case "&", "*":
      throw RecordFailure(
        line: line, message: "anchors and aliases are not read: write it out")
    case "!":
      throw RecordFailure(line: line, message: "tags are not read: every value is a text")
    case "@", "`":
      throw RecordFailure(
        line: line, message: "a text cannot begin with '\(text[place])': quote it")
    default: break
    }
    let start = place
    while let found = character, !ends.contains(found) { advance() }
    var plain = text[start..<place]
    while plain.last == " " { plain.removeLast() }
    return plain == "~" || plain == "null" ? "" : String(plain)
  }

  private mutating func singleQuoted() throws(RecordFailure) -> String {
    advance()
    var found = ""
    while let next = character {
      advance()
      guard next == "'" else {
        found.append(next)
        continue
      }
      guard take("'") else { return found }
      found.append("'")
    }
    throw failure("\"'\" at the end of the text")
  }

  private mutating func doubleQuoted() throws(RecordFailure) -> String {
    advance()
    var found = ""
    while let next = character {
      advance()
      switch next {
      case "\"": return found
      case "\\": found.append(try escape())
      default: found.append(next)
      }
    }
    throw failure("'\"' at the end of the text")
  }

  private mutating func escape() throws(RecordFailure) -> Character {
    let letter = character
    if letter != nil { advance() }
    switch letter {
    case "\"", "\\", "/", " ": return letter ?? " "
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return "\0"
    case "x": return try scalar(digits: 2)
    case "u": return try scalar(digits: 4)
    case "U": return try scalar(digits: 8)
    default: throw failure("a letter of an escape behind '\\'")
    }
  }

  private mutating func scalar(digits: Int) throws(RecordFailure) -> Character {
    let end = text.index(place, offsetBy: digits, limitedBy: text.endIndex) ?? place
    let written = text[place..<end]
    guard !written.isEmpty, written.allSatisfy(\.isHexDigit), let code = UInt32(written, radix: 16),
      let scalar = Unicode.Scalar(code)
    else { throw failure("\(digits) digits of a character") }
    place = end
    return Character(scalar)
  }

  // MARK: Characters

  private var character: Character? { place < text.endIndex ? text[place] : nil }

  private mutating func advance() { text.formIndex(after: &place) }

  private mutating func take(_ wanted: Character) -> Bool {
    guard character == wanted else { return false }
    advance()
    return true
  }

  private mutating func skipBlanks() {
    while let found = character, found == " " || found == "\t" { advance() }
  }

  private func failure(_ wanted: String) -> RecordFailure {
    let found = character.map { "'\($0)'" } ?? "the end"
    return RecordFailure(line: line, message: "\(wanted) should stand where \(found) is")
  }
}
