// SPDX-License-Identifier: Apache-2.0

/// One row of an answer.
public struct Row: Sendable {
  /// The values: one or none per column.
  public let values: [Value?]
  /// The number of the row in its answer, from 0.
  public let number: Int
  let titles: ColumnTitles

  /// The columns of the answer.
  public var columns: [QueryResult.Column] { titles.columns }

  /// The value in a column.
  ///
  /// - Parameter title: The heading as it is shown.
  /// - Returns: The value; `nil` if there is none, or no such column.
  /// - Complexity: O(1).
  public subscript(title: String) -> Value? {
    titles.place(of: title).flatMap { values[$0] }
  }

  /// Makes a value of the row, column by column.
  ///
  /// A property takes the column whose heading has the same words: `reviewDate`,
  /// `review_date` and `review date` are one. An optional takes a missing value, an array
  /// a cell with any number of values; `Day`, `Period` and enumerations by their raw text
  /// are read as such.
  ///
  /// - Parameter type: What to make.
  /// - Returns: The value.
  /// - Throws: ``RowError`` with the column and both types; or what the type itself throws.
  /// - Complexity: O(columns).
  public func decode<Element: Decodable>(as type: Element.Type = Element.self) throws -> Element {
    try Element(from: RowDecoder(row: self))
  }
}

/// The headings of an answer, to be found by their words.
final class ColumnTitles: Sendable {
  let columns: [QueryResult.Column]
  private let exact: [String: Int]
  /// By words; `nil` for words that several headings have.
  private let byWords: [String: Int?]

  init(_ columns: [QueryResult.Column]) {
    self.columns = columns
    let titles = columns.enumerated().map { ($1.title, $0) }
    exact = Dictionary(titles) { first, _ in first }
    byWords = Dictionary(titles.map { (ColumnTitles.words($0), $1) }) { _, _ in nil }
  }

  /// The place of the column with a heading, or with one of the same words.
  func place(of name: String) -> Int? {
    exact[name] ?? byWords[ColumnTitles.words(name)].flatMap { $0 }
  }

  /// The words of a name as it is written in a program or in a heading.
  ///
  ///     ColumnTitles.words("reviewDate")  // "review date"
  static func words(_ name: String) -> String {
    var words: [Character] = []
    var wasLower = false
    for character in name {
      if character == "_" || character == "-" || character.isWhitespace {
        if words.last != " ", !words.isEmpty { words.append(" ") }
        wasLower = false
        continue
      }
      if character.isUppercase, wasLower { words.append(" ") }
      words += character.lowercased()
      wasLower = character.isLowercase || character.isNumber
    }
    return String(words)
  }
}

extension QueryResult {
  /// Makes a value of each row, column by column, as ``Row/decode(as:)`` does.
  ///
  ///     struct Review: Decodable {
  ///       var control: String
  ///       var owners: [String]
  ///       var reviewDate: Day?
  ///     }
  ///     let reviews = try answer.decode(as: Review.self)
  ///
  /// - Parameter type: What to make.
  /// - Returns: A value for each row.
  /// - Throws: ``RowError`` with the row, the column and both types; or what the type
  ///   itself throws.
  /// - Complexity: O(rows · columns).
  public func decode<Element: Decodable>(as type: Element.Type = Element.self) throws -> [Element] {
    let titles = ColumnTitles(columns)
    return try (0..<rowCount).map { number in
      try Row(values: row(number), number: number, titles: titles).decode(as: type)
    }
  }

  /// The rows with a type for each column, in their order.
  ///
  ///     for (owner, count) in try answer.rows(String.self, Int.self) { … }
  ///
  /// - Parameter types: A type for each column.
  /// - Returns: A tuple for each row.
  /// - Throws: ``RowError`` when there are not as many columns, or a value is of another
  ///   type; or what a type itself throws.
  /// - Complexity: O(rows · columns).
  public func rows<each Cell: Decodable>(
    _ types: repeat (each Cell).Type
  ) throws -> [(repeat each Cell)] {
    var count = 0
    for _ in repeat each types { count += 1 }
    guard count == columns.count else {
      throw RowError(
        problem: .columns(wanted: count), row: nil, column: "", columns: columns.map(\.title))
    }
    let titles = ColumnTitles(columns)
    return try (0..<rowCount).map { number in
      let row = Row(values: row(number), number: number, titles: titles)
      var place = -1
      func cell<T: Decodable>(_ type: T.Type) throws -> T {
        place += 1
        return try CellDecoder(row: row, place: place, codingPath: []).value(as: type)
      }
      return (repeat try cell(each types))
    }
  }
}
