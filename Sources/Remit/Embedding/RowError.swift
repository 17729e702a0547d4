// SPDX-License-Identifier: Apache-2.0

/// Why a row of an answer is not what a program takes it for.
///
///     row 3: the column 'review date' holds a date, and 'Int' takes a whole number
///     there is no column 'ownr': did you mean 'owner'? the columns are 'control' and 'owner'
public struct RowError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Problem: Sendable, Hashable {
    /// There is no such column; the nearest headings, best first.
    case noColumn(nearest: [String])
    /// The value is of one sort, and the type takes another: in words.
    case wrongType(found: String, wanted: String)
    /// There is no value, and the type has no place for that.
    case noValue(wanted: String)
    /// So many columns are wanted, and there are others.
    case columns(wanted: Int)
  }

  /// What is wrong.
  public var problem: Problem
  /// The number of the row, from 0; `nil` where it is not about one.
  public var row: Int?
  /// The heading of the column, or the name that finds none.
  public var column: String
  /// The headings of the answer.
  public var columns: [String]
}

extension RowError: CustomStringConvertible {
  /// The error as a person reads it; rows are counted from 1.
  public var description: String {
    let place = row.map { "row \($0 + 1): " } ?? ""
    switch problem {
    case .noColumn(let nearest):
      let hint = nearest.first.map { ": did you mean '\($0)'? the columns are " } ?? "; there are "
      return "there is no column '\(column)'\(hint)\(list)"
    case .wrongType(let found, let wanted):
      return "\(place)the column '\(column)' holds \(found), and \(wanted) is wanted"
    case .noValue(let wanted):
      return
        "\(place)the column '\(column)' has no value, and \(wanted) is wanted: an optional takes none"
    case .columns(let wanted):
      return "\(wanted) columns are wanted, and there are \(columns.count): \(list)"
    }
  }

  private var list: String { columns.map { "'\($0)'" }.joined(separator: ", ") }
}
