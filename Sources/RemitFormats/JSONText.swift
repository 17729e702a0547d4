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

  /// A text in quotes, with control characters escaped.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
