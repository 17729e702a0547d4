// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Reads tables in CSV form: comma, semicolon or tab separated.
///
/// Records follow RFC 4180: a field in double quotes may hold separators, line
/// breaks and doubled quotes. The separator is the one that occurs most in the
/// header. Titles above the header, in one cell each, are left out. A byte order mark is skipped, lines may end in LF, CR LF or CR, rows
/// without any text are left out, and cells are trimmed of blanks and no-break
/// spaces.
///
///     let table = try CSVReader.read(Array("name;age\nAnn;41\n".utf8), name: "people.csv")
///     table.columns  // ["name", "age"]
///
/// - SeeAlso: RFC 4180, Common Format and MIME Type for CSV Files.
public enum CSVReader {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: The file's name, for messages and as the source of facts.
  ///   - encoding: How its letters are written; `nil` for UTF-8, or for UTF-16 where
  ///     the file begins with its byte order mark.
  /// - Returns: The header and the rows.
  /// - Throws: ``LoadError`` with every problem's line, a hundred at most.
  /// - Complexity: O(*bytes*).
  public static func read(
    _ bytes: consuming [UInt8], name: String, encoding: TextEncoding? = nil
  ) throws(LoadError) -> DataTable {
    guard bytes.count <= TableFile.sizeLimit else {
      throw LoadError("'\(name)' is larger than \(TableFile.sizeLimit >> 20) MiB")
    }
    let text = try TextDecoder(name: name, encoding: encoding).decode(consume bytes)
    let isASCII = text.isASCII
    var cells = text.bytes
    if !isASCII { cells = UTF8Check.withPlainBlanks(consume cells) }
    var found = try cells.withUnsafeMutableBufferPointer { (buffer) throws(LoadError) in
      var scanner = CSVScanner(buffer)
      return try scanner.scan(name: name)
    }
    cells.removeLast(cells.count - found.size)
    // The table is given its bytes last, so that they have one owner.
    found.table.bytes = consume cells
    return found.table
  }
}

/// Finds the fields of a table in its bytes.
///
/// The cells are moved to the front of the same bytes: what is written never
/// overtakes what is read.
private struct CSVScanner {
  private static let columnLimit = 10_000
  private static let cellLimit = 1 << 20
  private static let newline: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  private static let quote: UInt8 = 0x22
  private static let noBreakSpace: (UInt8, UInt8) = (0xC2, 0xA0)

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Where the next byte is read.
  private var place: Int
  /// How many bytes of cells there are.
  // INVARIANT: at most `place`.
  private var size = 0
  private var line = 1
  private var separator: UInt8 = 0x2C
  private var ends: [UInt32] = []
  private var lines: [UInt32] = []
  private var problems: [(line: Int, message: String)] = []

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = CSVScanner.separator(of: bytes, from: place)
    skipTitles()
  }

  /// Finds the fields.
  ///
  /// - Returns: The table without its bytes, and how many of them are cells.
  mutating func scan(name: String) throws(LoadError) -> (table: DataTable, size: Int) {
    let columns = readHeader()
    guard let columns else { throw LoadError("'\(name)' is empty: it needs a line of headings") }
    reserve(columns.count)
    while place < bytes.count, problems.count < LoadError.problemLimit {
      readRow(columns.count)
    }
    guard problems.isEmpty else { throw LoadError(problemsIn: name, problems) }
    return (DataTable(name: name, columns: columns, bytes: [], ends: ends, lines: lines), size)
  }

  /// Makes room for the rows, if the file goes on as it begins.
  private mutating func reserve(_ columnCount: Int) {
    let sample = bytes[place..<min(bytes.count, place + 4096)]
    let breaks = sample.count { $0 == CSVScanner.newline }
    guard breaks > 0 else { return }
    let rows = (bytes.count - place) / (sample.count / breaks + 1)
    lines.reserveCapacity(rows + rows / 8)
    // A cell takes a byte at least, with what stands behind it.
    ends.reserveCapacity(min((rows + rows / 8) * columnCount, bytes.count - place + 1))
  }

  private mutating func report(_ line: Int, _ message: String) {
    if problems.count < LoadError.problemLimit { problems.append((line, message)) }
  }

  // MARK: Header

  /// Goes on to the header where titles stand above it.
  ///
  /// A spreadsheet saves a title with further, empty cells; a line of one cell is the
  /// header of a table with one column.
  private mutating func skipTitles() {
    var (next, nextLine) = (place, line)
    var widths: [Int] = []
    while next < bytes.count, widths.count < TitleRows.limit {
      let start = (place: next, line: nextLine)
      let (width, texts) = record(&next, &nextLine)
      guard !texts.isEmpty else { continue }
      guard texts.count >= 2 else {
        widths.append(width)
        continue
      }
      if !widths.isEmpty, widths.allSatisfy({ (2...width).contains($0) }),
        TitleRows.areHeadings(texts)
      {
        (place, line) = start
      }
      return
    }
  }

  /// How many cells a record has, and the texts in them; nothing is moved.
  private func record(_ next: inout Int, _ nextLine: inout Int) -> (width: Int, texts: [String]) {
    var texts: [String] = []
    var width = 1
    var cell: [UInt8] = []
    var isQuoted = false
    func text() -> String? {
      let text = String(decoding: cell, as: UTF8.self)
      let isBlank = text.allSatisfy { $0.isWhitespace || $0 == "\"" }
      return isBlank ? nil : text.filter { $0 != "\"" }
    }
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      let isBreak = byte == CSVScanner.newline || byte == CSVScanner.carriageReturn
      if byte == CSVScanner.quote { isQuoted.toggle() }
      if isBreak {
        if byte == CSVScanner.carriageReturn, next < bytes.count, bytes[next] == CSVScanner.newline
        {
          next += 1
        }
        nextLine += 1
      }
      if !isQuoted, isBreak || byte == separator {
        if let text = text() { texts.append(text) }
        cell = []
        if isBreak { return (width, texts) }
        width += 1
      } else if cell.count < CSVScanner.cellLimit {
        cell.append(byte)
      }
    }
    if let text = text() { texts.append(text) }
    return (width, texts)
  }

  /// The separator that occurs most in the first line with text, outside quotes.
  private static func separator(
    of bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> UInt8 {
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
        size = 0
        ends.removeAll()
      }
      if size == 0 { continue }
      guard count <= CSVScanner.columnLimit else {
        report(start, "the header has \(count) columns, \(CSVScanner.columnLimit) are allowed")
        return []
      }
      var columns: [String] = []
      var known: Set<String> = []
      for index in 0..<count {
        let title = String(
          decoding: bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])],
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
    let (start, firstCell, firstByte) = (line, ends.count, size)
    let count = readFields()
    if size == firstByte {
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
    size = firstByte
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
    let firstByte = size
    var next = place
    while true {
      next += copyPlain(from: next)
      guard next < bytes.count else { break }
      let byte = bytes[next]
      // Most bytes stand above all that mean something.
      if byte <= 0x2C || byte == separator {
        if byte == separator || byte == CSVScanner.newline || byte == CSVScanner.carriageReturn {
          break
        }
        if byte == CSVScanner.quote, isBlank(from: place, to: next) {
          return readQuotedField(from: next + 1)
        }
      }
      bytes[size] = byte
      size += 1
      next += 1
    }
    place = next
    // Most fields begin and end with a byte that is never trimmed.
    if size > firstByte {
      let (first, last) = (bytes[firstByte], bytes[size - 1])
      if first <= 0x20 || last <= 0x20 || first == CSVScanner.noBreakSpace.0
        || last == CSVScanner.noBreakSpace.1
      {
        trim(from: firstByte)
      }
    }
    endField(from: firstByte)
  }

  /// Takes bytes that mean nothing for those of the cell, eight at a time.
  ///
  /// - Returns: How many; of the last few of a cell, or of a file, perhaps none.
  private mutating func copyPlain(from start: Int) -> Int {
    let raw = UnsafeMutableRawBufferPointer(bytes)
    let separators = UInt64(separator) &* CSVScanner.ones
    var next = start
    // What is written must not come upon what is to be read.
    while next &- size >= 8, raw.count &- next >= 8 {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      let special = CSVScanner.below(word, 0x2D) | CSVScanner.below(word ^ separators, 1)
      raw.storeBytes(of: word.littleEndian, toByteOffset: size, as: UInt64.self)
      let count = special.trailingZeroBitCount / 8
      next &+= count
      size &+= count
      guard special == 0 else { break }
    }
    return next &- start
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Marks the bytes of a word that are below a limit of at most 128 in their highest
  /// bit; above the first of them others may be marked too.
  ///
  /// - SeeAlso: Sean Eron Anderson, Bit Twiddling Hacks, "hasless".
  private static func below(_ word: UInt64, _ limit: UInt64) -> UInt64 {
    (word &- ones &* limit) & ~word & (ones << 7)
  }

  private mutating func endField(from firstByte: Int) {
    if size - firstByte > CSVScanner.cellLimit {
      report(line, "a cell is larger than \(CSVScanner.cellLimit >> 20) MiB")
    }
    ends.append(UInt32(truncatingIfNeeded: size))
  }

  /// Whether there are only spaces before a quotation mark.
  private func isBlank(from start: Int, to end: Int) -> Bool {
    bytes[start..<end].allSatisfy { $0 == 0x20 }
  }

  /// Reads a field whose opening quote has been read.
  private mutating func readQuotedField(from start: Int) {
    // Spaces before the quote may have been taken for text.
    size -= start - 1 - place
    place = start
    let firstByte = size
    readQuoted()
    let quotedEnd = size
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator || byte == CSVScanner.newline || byte == CSVScanner.carriageReturn {
        break
      }
      append(byte)
      place += 1
    }
    trim(from: quotedEnd)
    if size > quotedEnd {
      report(line, "there is text after the quotation mark that closes a cell")
    }
    trim(from: firstByte)
    endField(from: firstByte)
  }

  private mutating func append(_ byte: UInt8) {
    bytes[size] = byte
    size += 1
  }

  /// Reads on after an opening quote until after the closing one.
  private mutating func readQuoted() {
    let opening = line
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == CSVScanner.quote {
        guard place < bytes.count, bytes[place] == CSVScanner.quote else { return }
        place += 1
      }
      append(byte)
      let isBreak =
        byte == CSVScanner.newline
        || byte == CSVScanner.carriageReturn
          && !(place < bytes.count && bytes[place] == CSVScanner.newline)
      if isBreak { line += 1 }
    }
    report(opening, "the quotation mark that opens a cell is never closed")
  }

  /// Takes blanks, line breaks and no-break spaces off the ends of the last cell.
  private mutating func trim(from firstByte: Int) {
    let (lead, trail) = CSVScanner.noBreakSpace
    while size > firstByte {
      let last = bytes[size - 1]
      if CSVScanner.isBlank(last) {
        size -= 1
      } else if last == trail, size - firstByte >= 2, bytes[size - 2] == lead {
        size -= 2
      } else {
        break
      }
    }
    var start = firstByte
    while start < size {
      if CSVScanner.isBlank(bytes[start]) {
        start += 1
      } else if bytes[start] == lead, start + 1 < size, bytes[start + 1] == trail {
        start += 2
      } else {
        break
      }
    }
    guard start > firstByte else { return }
    for index in start..<size { bytes[firstByte + index - start] = bytes[index] }
    size -= start - firstByte
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == newline || byte == carriageReturn
  }
}
