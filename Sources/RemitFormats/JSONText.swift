// SPDX-License-Identifier: Apache-2.0

import Remit

/// Values as JSON.
enum JSONText {
  /// The quoted keys of columns, each different from the others.
  static func keys(of columns: [QueryResult.Column]) -> [String] {
    var used: Set<String> = []
    return columns.map { column in
      var key = column.title
      var number = 2
      while !used.insert(key).inserted {
        key = "\(column.title) \(number)"
        number += 1
      }
      return string(key)
    }
  }

  /// A row as an object on one line.
  static func object(_ keys: [String], _ row: [Value?]) -> String {
    "{" + zip(keys, row).map { "\($0): \(text(of: $1))" }.joined(separator: ", ") + "}"
  }

  /// Adds the rows of an answer to a buffer, each as an object.
  ///
  /// - Parameters:
  ///   - result: The answer.
  ///   - start: What stands before each object.
  ///   - separator: What stands between two of them.
  ///   - bytes: The buffer.
  static func append(
    objectsOf result: QueryResult, startingWith start: String = "", separatedBy separator: String,
    to bytes: inout [UInt8]
  ) {
    let keys = keys(of: result.columns).enumerated().map { place, key in
      Array(((place == 0 ? start + "{" : ", ") + "\(key): ").utf8)
    }
    let separator = Array(separator.utf8)
    let escapes = escapes
    CellBlock.each(of: result, listSeparator: ", ") { block in
      for (row, number) in block.rows.enumerated() {
        if number > 0 { bytes += separator }
        for column in 0..<block.columns {
          bytes += keys[column]
          append(block, row, column, escapes, of: result, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
      }
    }
  }

  private static func append(
    _ block: CellBlock, _ row: Int, _ column: Int, _ escapes: ByteSet, of result: QueryResult,
    to bytes: inout [UInt8]
  ) {
    switch block.kind(row, column) {
    case .text:
      bytes.append(UInt8(ascii: "\""))
      guard !block.append(row, column, unless: escapes, to: &bytes) else {
        return bytes.append(UInt8(ascii: "\""))
      }
      bytes.removeLast()
      bytes += string(block.text(row, column)).utf8
    case .number:
      if block.append(row, column, unless: noWholeNumber, to: &bytes) { return }
      bytes += text(of: result.row(block.rows.lowerBound + row)[column]).utf8
    case .missing: bytes += text(of: nil).utf8
    case .flag:
      bytes += text(of: .flag(block.text(row, column) == Value.flag(true).description)).utf8
    case .list:
      bytes += text(of: result.row(block.rows.lowerBound + row)[column]).utf8
    }
  }

  /// What has to be escaped; characters that are not seen begin with one of the last.
  private static let escapes = ByteSet { byte in
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
      || [0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3].contains(byte)
  }
  /// What is in no whole number. Of others a cell shows fewer digits.
  private static let noWholeNumber = ByteSet { byte in
    !(0x30...0x39).contains(byte) && byte != 0x2D
  }

  /// A value; `null` if it is missing or no finite number.
  static func text(of value: Value?) -> String {
    switch value {
    case nil: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): text(of: number)
    case .list(let values): "[" + values.map { text(of: $0) }.joined(separator: ", ") + "]"
    case .some(let value): string(value.description)
    }
  }

  private static func text(of number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    return number.isFinite ? "\(number)" : "null"
  }

  /// A text in quotes. What a terminal would obey, or a reader not see, is escaped: to
  /// a program it is the same text.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where Sanitizer.isHidden(scalar):
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
