// SPDX-License-Identifier: Apache-2.0

/// Some cells of a column as text, one after another, for who writes an answer
/// without making its values.
public struct CellTexts: Sendable {
  /// What a cell is, for formats that tell it apart.
  public enum Kind: Sendable {
    /// There is no value, and no text.
    case missing
    /// Text, a day, a length of time or a choice.
    case text
    case number
    /// A flag: `yes` or `no`.
    case flag
    /// Several values in one cell.
    case list
  }

  /// The UTF-8 of all cells; a cell without a value has none.
  public private(set) var bytes: [UInt8] = []
  /// Where the text of each cell ends: it starts where the one before ends.
  public private(set) var ends: [Int] = []
  /// What each cell is.
  public private(set) var kinds: [Kind] = []

  init() {}

  mutating func append(_ value: Value?, _ listSeparator: String) {
    switch value {
    case nil: end(.missing)
    case .text(let text)?, .choice(let text, rank: _)?:
      bytes.append(contentsOf: text.utf8)
      end(.text)
    case .number(let number)?: append(number)
    case .flag?:
      bytes.append(contentsOf: (value?.description ?? "").utf8)
      end(.flag)
    case .list?:
      bytes.append(contentsOf: CellTexts.text(of: value, listSeparator).utf8)
      end(.list)
    case .day?, .period?:
      bytes.append(contentsOf: (value?.description ?? "").utf8)
      end(.text)
    }
  }

  mutating func append(numbers: ArraySlice<Double>) {
    for number in numbers { append(number) }
  }

  mutating func append(_ column: TextColumn, _ nodes: ArraySlice<NodeID>) {
    column.dictionary.append(codes: nodes.lazy.map(column.code), to: &bytes, &ends)
    for node in nodes {
      kinds.append(column.code(of: node) == TextColumn.missing ? .missing : .text)
    }
  }

  mutating func append(_ column: PropertyColumn, _ nodes: ArraySlice<NodeID>, _ separator: String) {
    switch column {
    case .numbers(let numbers):
      for node in nodes {
        append(Int(node) < numbers.count ? numbers[Int(node)] : .nan)
      }
    case .bytes(let codes, let choices):
      let texts = choices.map { Array($0.utf8) }
      for node in nodes {
        let code = Int(node) < codes.count ? Int(codes[Int(node)]) : 255
        guard code < texts.count else {
          end(.missing)
          continue
        }
        for byte in texts[code] { bytes.append(byte) }
        end(.text)
      }
    case .days(let days):
      for node in nodes {
        let day = Int(node) < days.count ? days[Int(node)] : PropertyColumn.missingDay
        guard day != PropertyColumn.missingDay else {
          end(.missing)
          continue
        }
        append(Day(number: day))
        end(.text)
      }
    case .flags, .words, .periods, .texts:
      for node in nodes { append(column.value(at: Int(node)), separator) }
    }
  }

  private mutating func end(_ kind: Kind) {
    ends.append(bytes.count)
    kinds.append(kind)
  }

  /// Adds a number; one that is not a number is missing.
  private mutating func append(_ number: Double) {
    guard !number.isNaN else { return end(.missing) }
    if number.magnitude < 1e15, number == number.rounded(.towardZero) {
      if number < 0 { bytes.append(0x2D) }
      append(digitsOf: Int(number.magnitude), atLeast: 1)
    } else {
      bytes.append(contentsOf: Value.number(number).description.utf8)
    }
    end(.number)
  }

  /// Adds a day as `2026-06-30`.
  private mutating func append(_ date: Day) {
    let (year, month, day) = date.components
    append(digitsOf: max(0, year), atLeast: 4)
    bytes.append(0x2D)
    append(digitsOf: month, atLeast: 2)
    bytes.append(0x2D)
    append(digitsOf: day, atLeast: 2)
  }

  private mutating func append(digitsOf number: Int, atLeast width: Int) {
    var (power, digits) = (1, 1)
    while digits < width || number / power >= 10 {
      power &*= 10
      digits &+= 1
    }
    var rest = number
    while power > 0 {
      bytes.append(0x30 &+ UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
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
      case .property(.texts(let values), let nodes): texts.append(values, nodes[rows])
      case .property(let values, let nodes): texts.append(values, nodes[rows], listSeparator)
      case .numbers(let numbers): texts.append(numbers: numbers[rows])
      case .made, .values:
        for row in rows { texts.append(answer.columns[column].value(at: row), listSeparator) }
      }
      return texts
    }
    for row in rows { texts.append(answer.value(row: row, column: column), listSeparator) }
    return texts
  }
}
