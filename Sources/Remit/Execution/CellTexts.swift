// SPDX-License-Identifier: Apache-2.0

/// Some cells of a column as text, one after another, for who writes an answer
/// without making its values.
public struct CellTexts: Sendable {
  /// The UTF-8 of all cells; a cell without a value has none.
  public private(set) var bytes: [UInt8] = []
  /// Where the text of each cell ends: it starts where the one before ends.
  public private(set) var ends: [Int] = []
  /// Whether each cell is a number.
  public private(set) var isNumber: [Bool] = []

  init() {}

  mutating func append(_ value: Value?, _ listSeparator: String) {
    var isNumber = false
    switch value {
    case nil: break
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .list?:
      bytes.append(contentsOf: CellTexts.text(of: value, listSeparator).utf8)
    case .number(let number):
      isNumber = true
      append(number)
    case let value?: bytes.append(contentsOf: value.description.utf8)
    }
    ends.append(bytes.count)
    self.isNumber.append(isNumber)
  }

  mutating func append(numbers: ArraySlice<Double>) {
    for number in numbers {
      if !number.isNaN { append(number) }
      ends.append(bytes.count)
      isNumber.append(!number.isNaN)
    }
  }

  mutating func append(_ column: TextColumn, _ nodes: ArraySlice<NodeID>) {
    column.dictionary.append(codes: nodes.lazy.map(column.code), to: &bytes, &ends)
    isNumber += repeatElement(false, count: nodes.count)
  }

  private mutating func append(_ number: Double) {
    if number >= 0, number < 10, number == number.rounded() {
      bytes.append(0x30 &+ UInt8(number))
    } else {
      bytes.append(contentsOf: Value.number(number).description.utf8)
    }
  }

  private static func text(of value: Value?, _ separator: String) -> String {
    guard case .list(let values)? = value else { return value?.description ?? "" }
    return values.map { text(of: $0, separator) }.joined(separator: separator)
  }
}

extension QueryResult {
  /// Some cells of a column as text, without making the values of the answer.
  ///
  /// - Parameters:
  ///   - column: The number of the column, from 0.
  ///   - rows: The rows.
  ///   - listSeparator: What stands between the values of a list.
  /// - Returns: The texts of the cells.
  /// - Complexity: O(rows + bytes).
  public func texts(
    ofColumn column: Int, rows: Range<Int>, listSeparator: String = ", "
  ) -> CellTexts {
    var texts = CellTexts()
    if case .columns(let answer) = answer {
      switch answer.columns[column] {
      case .texts(let values, let nodes):
        texts.append(values, nodes[rows])
        return texts
      case .numbers(let numbers):
        texts.append(numbers: numbers[rows])
        return texts
      default: break
      }
    }
    for row in rows { texts.append(answer.value(row: row, column: column), listSeparator) }
    return texts
  }
}
