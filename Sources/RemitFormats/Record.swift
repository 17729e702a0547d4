// SPDX-License-Identifier: Apache-2.0

import Remit

/// A value in a file of records, as JSON and YAML hold them, with the line it
/// begins on.
///
/// What it is of is left to the attribute it fills: `no`, `1.0` and `2026-06-30`
/// are texts here.
struct Record {
  enum Value {
    /// A text, number or truth as it is written; empty for `null`.
    case text(String)
    /// Values one after the other.
    case list([Record])
    /// Values with names, in the order in which they are written.
    case object([(name: String, value: Record)])
  }

  var line: Int
  var value: Value

  init(line: Int, _ value: Value) { (self.line, self.value) = (line, value) }

  /// What it is, for messages.
  var phrase: String {
    switch value {
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  private var isListOfObjects: Bool {
    guard case .list(let values) = value, !values.isEmpty else { return false }
    return values.allSatisfy { if case .object = $0.value { true } else { false } }
  }

  /// The names of the lists of records that it holds.
  var listNames: [String] {
    guard case .object(let fields) = value else { return [] }
    return fields.filter { $0.value.isListOfObjects }.map(\.name)
  }

  /// The records of a file: its outermost list, or one that an object holds.
  ///
  /// - Parameters:
  ///   - list: The name of the list; `nil` for the only one.
  ///   - name: The file's name, for messages.
  /// - Returns: The records, each with its line.
  /// - Throws: ``LoadError`` when there is no such list, or more than one.
  func records(list: String?, name: String) throws(LoadError) -> [Record] {
    switch value {
    case .list(let records):
      guard let list else { return records }
      throw LoadError("'\(name)' is one list of records and has none with the name '\(list)'")
    case .text: throw LoadError("'\(name)' should hold a list of records")
    case .object(let fields):
      let lists = fields.filter { $0.value.isListOfObjects }
      let names = lists.map { "'\($0.name)'" }.joined(separator: ", ")
      guard let list else {
        guard let only = lists.first else { return [self] }
        guard lists.count == 1, case .list(let records) = only.value.value else {
          throw LoadError("'\(name)' has several lists: say which with 'sheet', one of \(names)")
        }
        return records
      }
      guard let found = fields.first(where: { $0.name == list }),
        case .list(let records) = found.value.value
      else {
        throw LoadError(
          "'\(name)' has no list '\(list)'" + (lists.isEmpty ? "" : ", but \(names)"))
      }
      return records
    }
  }
}

/// What cannot be read in a file of records, and where.
struct RecordFailure: Error {
  let line: Int
  let message: String
}

/// Makes a table of records: a row for each, a column for each name in them.
///
/// An object inside a record gives a column for each of its names, with a dot
/// between: `manager.email`. A list of texts is one cell, with `;` between them.
struct RecordTable {
  /// The largest number of columns.
  static let columnLimit = 10_000

  private let name: String
  private var columns: [String] = []
  private var places: [String: Int] = [:]
  /// The cells of all rows, one row after the other.
  private var cells: [(column: Int, text: String)] = []
  /// The line of each row, and where its cells end.
  private var rows: [(line: UInt32, end: Int)] = []
  /// The row, from 1, that last had a cell in each column.
  private var lastRows: [Int] = []
  private var problems: [(line: Int, message: String)] = []

  init(name: String) { self.name = name }

  /// The table of some records.
  ///
  /// - Throws: ``LoadError`` with every record that is no row, a hundred at most.
  static func table(
    of records: [Record], name: String, sizeLimit: Int
  ) throws(LoadError) -> DataTable {
    var maker = RecordTable(name: name)
    for record in records where maker.problems.count < LoadError.problemLimit {
      maker.add(record)
    }
    return try maker.table(sizeLimit: sizeLimit)
  }

  private mutating func add(_ record: Record) {
    guard case .object(let fields) = record.value else {
      problems.append((record.line, "\(record.phrase) stands where a record should"))
      return
    }
    for (name, value) in fields { add(value, named: name, line: record.line) }
    rows.append((UInt32(clamping: record.line), cells.count))
  }

  private mutating func add(_ value: Record, named name: String, line: Int) {
    switch value.value {
    case .text(let text): set(text, named: name, line: line)
    case .object(let fields):
      for (inner, value) in fields { add(value, named: "\(name).\(inner)", line: line) }
    case .list(let values):
      var texts: [String] = []
      for value in values {
        guard case .text(let text) = value.value else {
          problems.append((line, "'\(name)' is a list with \(value.phrase) in it, not of texts"))
          return
        }
        guard !text.contains(";") else {
          problems.append(
            (line, "'\(text)' in the list '\(name)' holds ';', which stands between values"))
          return
        }
        texts.append(text)
      }
      set(texts.joined(separator: ";"), named: name, line: line)
    }
  }

  private mutating func set(_ text: String, named name: String, line: Int) {
    let place: Int
    if let known = places[name] {
      place = known
    } else {
      guard columns.count < RecordTable.columnLimit else {
        problems.append((line, "there are more than \(RecordTable.columnLimit) names"))
        return
      }
      place = columns.count
      columns.append(name)
      places[name] = place
      lastRows.append(0)
    }
    if lastRows[place] == rows.count + 1 {
      problems.append((line, "'\(name)' is given twice"))
    }
    lastRows[place] = rows.count + 1
    cells.append((place, text))
  }

  private func table(sizeLimit: Int) throws(LoadError) -> DataTable {
    guard problems.isEmpty else { throw LoadError(problemsIn: name, problems) }
    var maker = TableMaker(name: name, columns: columns, sizeLimit: sizeLimit)
    try maker.append(rows, of: cells[...])
    return maker.table
  }
}

/// Puts the cells of a table one after the other.
///
/// A small file can stand for a large table: records that have no name in common, a
/// text that many cells share. So what it grows to is counted.
struct TableMaker {
  /// What there is so far.
  private(set) var table: DataTable
  private let sizeLimit: Int

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - columns: The headings.
  ///   - sizeLimit: How large the file may be: its table takes no more than twice that.
  init(name: String, columns: [String], sizeLimit: Int) {
    table = DataTable(name: name, columns: columns, bytes: [], ends: [], lines: [])
    self.sizeLimit = min(sizeLimit, TableFile.sizeLimit)
  }

  /// Adds rows that have a cell in some of the columns.
  ///
  /// - Parameters:
  ///   - rows: The line of each row, and where its cells end.
  ///   - cells: The cells of all rows, one row after the other.
  ///   - place: Where the cells of a column stand in the table.
  /// - Throws: ``LoadError`` when the table grows too large.
  mutating func append(
    _ rows: some Sequence<(line: UInt32, end: Int)>,
    of cells: ArraySlice<(column: Int, text: String)>, at place: (Int) -> Int? = { $0 }
  ) throws(LoadError) {
    var row = [String](repeating: "", count: table.columns.count)
    var start = cells.startIndex
    for (line, end) in rows {
      for (column, text) in cells[start..<end] { place(column).map { row[$0] = text } }
      try append(line: line, row)
      for (column, _) in cells[start..<end] { place(column).map { row[$0] = "" } }
      start = end
    }
  }

  private mutating func append(line: UInt32, _ row: [String]) throws(LoadError) {
    for text in row {
      table.bytes.append(
        contentsOf: text.utf8.contains(0xA0) || text.utf8.contains(0xAF)
          ? UTF8Check.withPlainBlanks(Array(text.utf8)) : Array(text.utf8))
      guard table.bytes.count + 4 * table.ends.count <= 2 * sizeLimit,
        let end = UInt32(exactly: table.bytes.count)
      else { throw LoadError(tooManyCellsIn: table.name, sizeLimit: sizeLimit) }
      table.ends.append(end)
    }
    table.lines.append(line)
  }
}

extension LoadError {
  /// How many problems of a file are told.
  static let problemLimit = 100

  /// The error of a file with some problems.
  init(problemsIn name: String, _ problems: [(line: Int, message: String)]) {
    let isAll = problems.count < LoadError.problemLimit
    let count = isAll ? "\(problems.count)" : "at least \(problems.count)"
    self.init(
      "'\(name)' has \(count) problem\(problems.count == 1 ? "" : "s")", problems: problems)
  }

  /// The error of a file that stands for a larger table than it may.
  init(tooManyCellsIn name: String, sizeLimit: Int) {
    self.init("the cells of '\(name)' take more than \(2 * sizeLimit >> 20) MiB")
  }
}
