// SPDX-License-Identifier: Apache-2.0

/// The links of a table whose rows are alike: each names one thing at either end,
/// always of the same kinds, and its days can be read.
struct LinkColumns {
  /// The kind of the left ends.
  let left: KindID
  /// The kind of the right ends.
  let right: KindID
  /// The left node of each row.
  let lefts: [NodeID]
  /// The right node of each row.
  let rights: [NodeID]
  /// The first day of each row, `nil` where none is given; empty without such a column.
  private let starts: [Int32?]
  private let ends: [Int32?]

  /// Reads the links of a table; `nil` if its rows are not alike.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - lefts: The names at the left ends.
  ///   - rights: The names at the right ends.
  ///   - start: The column of the first days.
  ///   - end: The column of the days after the last.
  ///   - concurrently: Does several things at a time, if the host can.
  init?(
    _ table: DataTable, _ lefts: CellNames, _ rights: CellNames, start: Int?, end: Int?,
    _ concurrently: Concurrently?
  ) {
    let (first, second) = Concurrency.both(
      concurrently,
      { (things: lefts.things(), days: LinkColumns.days(table, start)) },
      { (things: rights.things(), days: LinkColumns.days(table, end)) })
    guard let left = first.things, let right = second.things, let starts = first.days,
      let ends = second.days
    else { return nil }
    (self.left, self.lefts) = left
    (self.right, self.rights) = right
    self.starts = starts
    self.ends = ends
  }

  /// The days of all rows as they are stored; `nil` if those of one do not fit.
  func spans(_ dating: Dating) -> (from: [Int32]?, until: [Int32]?)? {
    guard !starts.isEmpty || !ends.isEmpty else { return (nil, nil) }
    var (from, until): ([Int32], [Int32]) = ([], [])
    from.reserveCapacity(lefts.count)
    until.reserveCapacity(lefts.count)
    for row in lefts.indices {
      let start = starts.isEmpty ? nil : starts[row].map(Day.init(number:))
      let end = ends.isEmpty ? nil : ends[row].map(Day.init(number:))
      guard let span = dating.span(from: start, until: end) else { return nil }
      from.append(span.from)
      until.append(span.until)
    }
    return (
      from.contains { $0 != .min } ? from : nil, until.contains { $0 != .max } ? until : nil
    )
  }

  private static func days(_ table: DataTable, _ column: Int?) -> [Int32?]? {
    guard let column else { return [] }
    return table.withCells(of: column) { cells in
      var days: [Int32?] = []
      days.reserveCapacity(table.rowCount)
      for row in 0..<table.rowCount {
        let cell = cells[row]
        guard !cell.isEmpty else {
          days.append(nil)
          continue
        }
        guard let day = CellReader.day(cell) else { return nil }
        days.append(day.number)
      }
      return days
    }
  }
}
