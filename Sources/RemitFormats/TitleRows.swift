// SPDX-License-Identifier: Apache-2.0

import Remit

/// Tells the row of headings from titles above it.
///
/// A sheet often begins with what it is and when it was saved, in one cell each. Such
/// rows are left out where a row below them, soon, has texts in two cells or more and
/// nothing else: that one has the headings.
enum TitleRows {
  /// How many rows with text are looked at.
  static let limit = 20

  /// Whether cells can be headings below a title: two or more, and none is a number or a day.
  static func areHeadings(_ cells: [String]) -> Bool {
    cells.count >= 2
      && cells.allSatisfy { cell in
        ValueType.number.value(from: cell) == nil && Day(cell) == nil
          && DateForm.forms(of: cell).isEmpty
      }
  }
}
