// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Reads tables in CSV form: comma, semicolon or tab separated.
///
/// Records follow RFC 4180: a field in double quotes may hold separators, line
/// breaks and doubled quotes. The separator is the one that occurs most in the
/// header. A byte order mark is skipped, lines may end in LF, CR LF or CR, rows
/// without any text are left out, and cells are trimmed of blanks and no-break
/// spaces.
///
///     let table = try CSVReader.read(Array("name;age\nAnn;41\n".utf8), name: "people.csv")
///     table.columns  // ["name", "age"]
///
/// - SeeAlso: RFC 4180, Common Format and MIME Type for CSV Files.
public enum CSVReader {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 512 << 20

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's content, which should be UTF-8.
  ///   - name: The file's name, for messages and as the source of facts.
  /// - Returns: The header and the rows.
  /// - Throws: ``LoadError`` with every problem's line, a hundred at most.
  /// - Complexity: O(*bytes*).
  public static func read(_ bytes: [UInt8], name: String) throws(LoadError) -> DataTable {
    guard bytes.count <= sizeLimit else {
      throw LoadError("'\(name)' is larger than \(sizeLimit >> 20) MiB")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw LoadError("'\(name)' is UTF-16, it has to be saved as UTF-8")
    }
    if let offset = UTF8Check.firstInvalidByte(bytes) {
      let line = lineNumber(of: offset, in: bytes)
      throw LoadError(
        "'\(name)' is not UTF-8",
        problems: [(line, "byte \(offset) does not belong to a UTF-8 character")]
      )
    }
    return try bytes.withUnsafeBufferPointer { (buffer) throws(LoadError) in
      var scanner = CSVScanner(buffer)
      return try scanner.table(name: name)
    }
  }

  /// The line a byte is on, counting as the scanner does.
  private static func lineNumber(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for place in 0..<offset {
      let isBreak =
        bytes[place] == 0x0A
        || bytes[place] == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)
      if isBreak { line += 1 }
    }
    return line
  }
}

/// Finds the fields of a table in its bytes.
private struct CSVScanner {
  private static let problemLimit = 100
  private static let columnLimit = 10_000
  private static let cellLimit = 1 << 20
  private static let newline: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  private static let quote: UInt8 = 0x22

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place: Int
  private var line = 1
  private var separator: UInt8 = 0x2C
  private var cells: [UInt8] = []
  private var ends: [UInt32] = []
  private var lines: [UInt32] = []
  private var problems: [(line: Int, message: String)] = []
  private var problemCount = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = CSVScanner.separator(of: bytes, from: place)
  }

  mutating func table(name: String) throws(LoadError) -> DataTable {
    let columns = readHeader()
    guard let columns else { throw LoadError("'\(name)' is empty: it needs a line of headings") }
    cells.reserveCapacity(bytes.count - place)
    while place < bytes.count, problemCount < CSVScanner.problemLimit {
      readRow(columns.count)
    }
    guard problemCount == 0 else {
      let count =
        problemCount < CSVScanner.problemLimit ? "\(problemCount)" : "at least \(problemCount)"
      throw LoadError(
        "'\(name)' has \(count) problem\(problemCount == 1 ? "" : "s")",
        problems: problems
      )
    }
    return DataTable(name: name, columns: columns, bytes: cells, ends: ends, lines: lines)
  }

  private mutating func report(_ line: Int, _ message: String) {
    problemCount += 1
    if problems.count < CSVScanner.problemLimit { problems.append((line, message)) }
  }

  // MARK: Header

  /// The separator that occurs most in the first line with text, outside quotes.
  private static func separator(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    var hasText = false
    for byte in bytes[start...] {
      if byte == quote { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == newline || byte == carriageReturn {
        if hasText { break }
        counts = [0, 0, 0]
        continue
      }
      if let index = candidates.firstIndex(of: byte) {
        counts[index] += 1
      } else if byte != 0x20 {
        hasText = true
      }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The headings, or `nil` when there is no line with text.
  private mutating func readHeader() -> [String]? {
    while place < bytes.count {
      let start = line
      let count = readFields()
      defer {
        cells.removeAll()
        ends.removeAll()
      }
      if cells.isEmpty { continue }
      guard count <= CSVScanner.columnLimit else {
        report(start, "the header has \(count) columns, \(CSVScanner.columnLimit) are allowed")
        return []
      }
      var columns: [String] = []
      var known: Set<String> = []
      for index in 0..<count {
        let title = String(
          decoding: cells[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])],
          as: UTF8.self
        )
        if title.isEmpty {
          report(start, "column \(index + 1) has no heading")
        } else if !known.insert(title).inserted {
          report(start, "two columns have the heading '\(title)'")
        }
        columns.append(title)
      }
      return columns
    }
    return nil
  }

  // MARK: Rows

  private mutating func readRow(_ columnCount: Int) {
    let (start, firstCell, firstByte) = (line, ends.count, cells.count)
    let count = readFields()
    if cells.count == firstByte {
      drop(from: firstCell, firstByte)
      return
    }
    guard count == columnCount else {
      report(
        start,
        "the row has \(count) cell\(count == 1 ? "" : "s"), the header has \(columnCount)"
      )
      drop(from: firstCell, firstByte)
      return
    }
    lines.append(UInt32(start))
  }

  private mutating func drop(from firstCell: Int, _ firstByte: Int) {
    ends.removeLast(ends.count - firstCell)
    cells.removeLast(cells.count - firstByte)
  }

  /// Reads the fields up to the end of the record, and returns their number.
  private mutating func readFields() -> Int {
    var count = 0
    while true {
      readField()
      count += 1
      guard place < bytes.count else { return count }
      let byte = bytes[place]
      place += 1
      if byte == separator { continue }
      if byte == CSVScanner.carriageReturn, place < bytes.count,
        bytes[place] == CSVScanner.newline
      {
        place += 1
      }
      line += 1
      return count
    }
  }

  /// Reads one field up to its separator or line break.
  private mutating func readField() {
    let firstByte = cells.count
    var start = place
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    let isQuoted = start < bytes.count && bytes[start] == CSVScanner.quote
    if isQuoted {
      place = start + 1
      readQuoted()
    }
    let rest = place
    let quotedCount = cells.count
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator || byte == CSVScanner.newline || byte == CSVScanner.carriageReturn {
        break
      }
      place += 1
    }
    if rest < place {
      cells.append(contentsOf: bytes[rest..<place])
      trim(from: quotedCount)
      if isQuoted, cells.count > quotedCount {
        report(line, "there is text after the quotation mark that closes a cell")
      }
    }
    if isQuoted { trim(from: firstByte) }
    if cells.count - firstByte > CSVScanner.cellLimit {
      report(line, "a cell is larger than \(CSVScanner.cellLimit >> 20) MiB")
    }
    ends.append(UInt32(cells.count))
  }

  /// Reads on after an opening quote until after the closing one.
  private mutating func readQuoted() {
    let opening = line
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] != CSVScanner.quote {
        let byte = bytes[place]
        place += 1
        let isBreak =
          byte == CSVScanner.newline
          || byte == CSVScanner.carriageReturn
            && !(place < bytes.count && bytes[place] == CSVScanner.newline)
        if isBreak { line += 1 }
      }
      cells.append(contentsOf: bytes[start..<place])
      guard place < bytes.count else { break }
      place += 1
      guard place < bytes.count, bytes[place] == CSVScanner.quote else { return }
      cells.append(CSVScanner.quote)
      place += 1
    }
    report(opening, "the quotation mark that opens a cell is never closed")
  }

  /// Takes blanks, line breaks and no-break spaces off the ends of the last cell.
  private mutating func trim(from firstByte: Int) {
    while cells.count > firstByte {
      let last = cells[cells.count - 1]
      if CSVScanner.isBlank(last) {
        cells.removeLast()
      } else if last == 0xA0, cells.count - firstByte >= 2, cells[cells.count - 2] == 0xC2 {
        cells.removeLast(2)
      } else {
        break
      }
    }
    var start = firstByte
    while start < cells.count {
      if CSVScanner.isBlank(cells[start]) {
        start += 1
      } else if cells[start] == 0xC2, start + 1 < cells.count, cells[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    if start > firstByte { cells.removeSubrange(firstByte..<start) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == newline || byte == carriageReturn
  }
}
