// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Reads records in YAML: a list of mappings, or a mapping that holds one.
///
/// It reads the part of YAML that registers are written in: block and flow lists
/// and mappings, plain and quoted texts, texts over several lines after `|` or
/// `>`, and comments. Every value is a text, so that `no` stays `no` and `1.10`
/// stays `1.10`. Anchors, aliases, tags and several documents are refused, with
/// their line: an alias can make a small file expand without end.
///
///     let text = Array("- name: Ann\n  teams: [IT, Audit]\n".utf8)
///     try YAMLReader.read(text, name: "people.yaml").columns  // ["name", "teams"]
///
/// - SeeAlso: YAML 1.2.2; StrictYAML, which draws the same line.
public enum YAMLReader {
  /// How deep lists and mappings may be nested.
  public static let depthLimit = 64

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's content, which should be UTF-8.
  ///   - name: The file's name, for messages and as the source of facts.
  ///   - list: The name of the list of records in the outermost mapping; without
  ///     it the only list of mappings there.
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
    let text = String(decoding: UTF8Check.withoutMark(bytes), as: UTF8.self)
    do throws(RecordFailure) {
      return try YAMLBlocks.read(text, depthLimit: depthLimit)
    } catch {
      throw LoadError("'\(name)' cannot be read as YAML", problems: [(error.line, error.message)])
    }
  }
}

/// Reads the blocks of a YAML text, line by line.
struct YAMLBlocks {
  private struct Line {
    let number: Int
    var indent: Int
    var text: Substring
  }

  private var lines: [Line] = []
  private var place = 0
  private var depth = 0
  private let depthLimit: Int

  static func read(_ text: String, depthLimit: Int) throws(RecordFailure) -> Record {
    var blocks = try YAMLBlocks(text, depthLimit: depthLimit)
    guard blocks.skipEmpty() else { return Record(line: 1, .list([])) }
    let element = try blocks.block(indent: blocks.lines[blocks.place].indent)
    if blocks.skipEmpty() { throw blocks.failure("is not indented as the lines before it") }
    return element
  }

  private init(_ text: String, depthLimit: Int) throws(RecordFailure) {
    self.depthLimit = depthLimit
    var isStarted = false
    for (index, whole) in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    ).enumerated() {
      let number = index + 1
      let body = whole.drop { $0 == " " }
      let line = Line(number: number, indent: whole.count - body.count, text: body)
      if body.hasPrefix("\t") {
        throw RecordFailure(line: number, message: "a tab cannot indent a line: use blanks")
      }
      if whole == "---" || whole.hasPrefix("--- ") {
        guard !isStarted else {
          throw RecordFailure(line: number, message: "a second document begins: one is read")
        }
        isStarted = true
        continue
      }
      if whole == "..." { break }
      if whole.hasPrefix("%"), !isStarted {
        throw RecordFailure(line: number, message: "directives are not read")
      }
      if !body.isEmpty, !body.hasPrefix("#") { isStarted = true }
      lines.append(line)
    }
  }

  /// Goes to the next line that is neither empty nor a comment.
  private mutating func skipEmpty() -> Bool {
    while place < lines.count,
      lines[place].text.allSatisfy(\.isWhitespace)
        || lines[place].text.hasPrefix("#")
    {
      place += 1
    }
    return place < lines.count
  }

  private func failure(_ what: String) -> RecordFailure {
    let line = lines[min(place, lines.count - 1)]
    return RecordFailure(line: line.number, message: "'\(line.text.prefix(40))' \(what)")
  }

  // MARK: Blocks

  private mutating func block(indent: Int) throws(RecordFailure) -> Record {
    depth += 1
    defer { depth -= 1 }
    guard depth <= depthLimit else {
      throw failure("is nested deeper than \(depthLimit)")
    }
    let line = lines[place]
    if line.text == "-" || line.text.hasPrefix("- ") { return try list(indent: indent) }
    if YAMLBlocks.key(of: line.text) != nil { return try mapping(indent: indent) }
    return try value(line.text, indent: indent - 1)
  }

  private mutating func list(indent: Int) throws(RecordFailure) -> Record {
    let first = lines[place].number
    var items: [Record] = []
    while skipEmpty(), lines[place].indent == indent,
      lines[place].text == "-" || lines[place].text.hasPrefix("- ")
    {
      let rest = lines[place].text.dropFirst().drop { $0 == " " }
      if rest.isEmpty || rest.hasPrefix("#") {
        let number = lines[place].number
        place += 1
        items.append(try nested(below: indent, line: number))
      } else {
        // What stands behind the dash is a block of its own, further in.
        let inner = indent + lines[place].text.count - rest.count
        lines[place].indent = inner
        lines[place].text = rest
        items.append(try block(indent: inner))
      }
    }
    try checkIndent(indent)
    return Record(line: first, .list(items))
  }

  private mutating func mapping(indent: Int) throws(RecordFailure) -> Record {
    let first = lines[place].number
    var fields: [(name: String, value: Record)] = []
    var names: Set<String> = []
    while skipEmpty(), lines[place].indent == indent {
      guard let (written, rest) = YAMLBlocks.key(of: lines[place].text) else {
        throw failure("is no 'name: value'")
      }
      let name = try text(written)
      guard names.insert(name).inserted else { throw failure("names '\(name)' a second time") }
      let number = lines[place].number
      if rest.isEmpty || rest.hasPrefix("#") {
        place += 1
        fields.append((name, try below(indent, line: number)))
      } else {
        fields.append((name, try value(rest, indent: indent)))
      }
    }
    try checkIndent(indent)
    return Record(line: first, .object(fields))
  }

  /// What stands below a name: a list may be as far in as the name is.
  private mutating func below(_ indent: Int, line: Int) throws(RecordFailure) -> Record {
    if skipEmpty(), lines[place].indent == indent,
      lines[place].text == "-" || lines[place].text.hasPrefix("- ")
    {
      return try list(indent: indent)
    }
    return try nested(below: indent, line: line)
  }

  private mutating func nested(below indent: Int, line: Int) throws(RecordFailure) -> Record {
    guard skipEmpty(), lines[place].indent > indent else {
      return Record(line: line, .text(""))
    }
    return try block(indent: lines[place].indent)
  }

  private mutating func checkIndent(_ indent: Int) throws(RecordFailure) {
    guard skipEmpty(), lines[place].indent > indent else { return }
    throw failure("is indented further than the lines before it")
  }

  // MARK: Values

  /// The value that begins on the present line.
  private mutating func value(_ written: Substring, indent: Int) throws(RecordFailure) -> Record {
    let number = lines[place].number
    switch written.first {
    case "|", ">":
      return Record(line: number, .text(try longText(written, indent: indent)))
    case "[", "{":
      let flow = try flowText(written, indent: indent)
      var reader = YAMLFlow(flow, line: number, depthLimit: depthLimit)
      return try reader.whole(depth: depth)
    default:
      let text = try text(YAMLBlocks.withoutComment(written))
      place += 1
      if skipEmpty(), lines[place].indent > indent {
        throw failure(
          "goes on from the line before: quote a text over several lines, or begin it with '|' or '>'"
        )
      }
      return Record(line: number, .text(text))
    }
  }

  /// The lines of a list in brackets, up to where they close.
  private mutating func flowText(_ start: Substring, indent: Int) throws(RecordFailure) -> String {
    var text = ""
    var open = 0
    var quote: Character?
    var rest = start
    while true {
      var previous: Character = " "
      var kept = rest
      for index in rest.indices {
        let character = rest[index]
        if let mark = quote {
          if character == mark, !(mark == "\"" && previous == "\\") { quote = nil }
        } else if character == "#", previous == " " {
          kept = rest[..<index]
          break
        } else if character == "\"" || character == "'" {
          quote = character
        } else if character == "[" || character == "{" {
          open += 1
        } else if character == "]" || character == "}" {
          open -= 1
        }
        previous = character
      }
      text += kept
      place += 1
      guard open > 0 || quote != nil else { return text }
      guard place < lines.count, lines[place].indent > indent || lines[place].text.isEmpty else {
        place -= 1
        throw failure("opens a bracket that is not closed")
      }
      text += " "
      rest = lines[place].text
    }
  }

  /// A text over several lines: `|` keeps the ends of lines, `>` makes them blanks.
  private mutating func longText(_ mark: Substring, indent: Int) throws(RecordFailure) -> String {
    let sign = YAMLBlocks.withoutComment(mark)
    guard ["|", ">", "|-", ">-", "|+", ">+"].contains(sign) else {
      throw failure("begins a text over several lines in a way that is not read")
    }
    place += 1
    var found: [Substring] = []
    var inner: Int?
    while place < lines.count {
      let line = lines[place]
      if line.text.allSatisfy(\.isWhitespace) {
        found.append("")
      } else {
        guard line.indent > indent else { break }
        let margin = inner ?? line.indent
        inner = margin
        guard line.indent >= margin else { throw failure("is indented less than its text") }
        found.append(Substring(String(repeating: " ", count: line.indent - margin)) + line.text)
      }
      place += 1
    }
    while found.last?.isEmpty == true { found.removeLast() }
    return found.joined(separator: sign.hasPrefix("|") ? "\n" : " ")
  }

  private func text(_ written: Substring) throws(RecordFailure) -> String {
    var flow = YAMLFlow(
      String(written), line: lines[min(place, lines.count - 1)].number, depthLimit: depthLimit)
    return try flow.wholeText()
  }

  // MARK: Pieces of lines

  /// The name before the first `:` that a blank or the end follows, and the rest.
  private static func key(of line: Substring) -> (name: Substring, rest: Substring)? {
    var quote: Character?
    var isFirst = true
    for index in line.indices {
      let character = line[index]
      if let mark = quote {
        if character == mark { quote = nil }
      } else if isFirst, character == "\"" || character == "'" {
        quote = character
      } else if isFirst,
        character == "[" || character == "{" || character == "|" || character == ">"
      {
        return nil
      } else if character == "#", index > line.startIndex, line[line.index(before: index)] == " " {
        return nil
      } else if character == ":" {
        let next = line.index(after: index)
        if next == line.endIndex || line[next] == " " {
          return (withoutBlanks(line[..<index]), line[next...].drop { $0 == " " })
        }
      }
      isFirst = false
    }
    return nil
  }

  /// A value without the comment behind it.
  private static func withoutComment(_ text: Substring) -> Substring {
    var quote: Character?
    var previous: Character = " "
    var end = text.endIndex
    for index in text.indices {
      let character = text[index]
      if let mark = quote {
        if character == mark, !(mark == "\"" && previous == "\\") { quote = nil }
      } else if index == text.startIndex, character == "\"" || character == "'" {
        quote = character
      } else if character == "#", previous == " " {
        end = index
        break
      }
      previous = character
    }
    return withoutBlanks(text[..<end])
  }

  /// A text without the blanks at its end.
  private static func withoutBlanks(_ text: Substring) -> Substring {
    var kept = text
    while kept.last == " " || kept.last == "\t" { kept.removeLast() }
    return kept
  }
}
