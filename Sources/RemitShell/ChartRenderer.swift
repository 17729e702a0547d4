// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Draws the numbers of an answer as bars.
///
///     Engineering       ████████████████████████████  26
///     Human Resources   ████████▌                      8
///
/// A row that has several numbers, as those of a matrix, has a bar for each. Bars
/// start at zero, so their lengths compare as the numbers do.
public struct ChartRenderer: Sendable {
  /// The most columns of a bar: the eye has to find the number behind it.
  private static let longestBar = 72

  /// The columns of the terminal.
  public var width: Int
  /// The most rows drawn, or `nil` for all.
  public var rowLimit: Int?

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; fewer than 20 are taken as 20.
  ///   - rowLimit: The most rows drawn, or `nil` for all.
  public init(width: Int = 80, rowLimit: Int? = nil) {
    self.width = max(20, width)
    self.rowLimit = rowLimit
  }

  /// A bar with what stands beside it.
  private struct Bar {
    var label: String
    var number: Double?
    var text: String
  }

  /// Draws an answer.
  ///
  /// - Returns: The lines, each ended by a line feed; `nil` if no column is numeric.
  /// - Complexity: O(cells drawn).
  public func render(_ result: QueryResult) -> String? {
    let numeric = result.columns.indices.filter { result.columns[$0].isNumeric }
    guard !numeric.isEmpty else { return nil }
    let shown = min(result.rowCount, rowLimit ?? .max)
    let groups = (0..<shown).map { bars(of: result.row($0), numeric, result.columns) }
    let all = groups.flatMap { $0 }
    let values = all.compactMap(\.number)
    // Negative numbers go to the left of zero.
    let (least, most) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    let numberWidth = all.map { DisplayWidth.of($0.text) }.max() ?? 0
    let longest = all.map { DisplayWidth.of($0.label) }.max() ?? 0
    let labelWidth = min(longest, max(8, (width - numberWidth) * 2 / 5))
    let room = max(1, min(ChartRenderer.longestBar, width - labelWidth - numberWidth - 4))
    let scale = most - least > 0 ? Double(room) / (most - least) : 0
    var text = ""
    for bar in all {
      let label = DisplayWidth.shorten(bar.label, to: labelWidth)
      let drawn = ChartRenderer.draw(bar.number, from: least, scale, in: room)
      text += ChartRenderer.pad(label, to: labelWidth) + "  "
      if bar.number != nil || !bar.text.isEmpty {
        let blanks = numberWidth - DisplayWidth.of(bar.text)
        text += drawn + String(repeating: " ", count: max(0, blanks) + 2) + bar.text
      }
      while text.last == " " { text.removeLast() }
      text += "\n"
    }
    if shown < result.rowCount {
      text += "\(shown) of \(TableRenderer.grouped(result.rowCount)) rows\n"
    }
    return text
  }

  /// The bars of a row: one named by its other columns, or below that name one for
  /// each number.
  private func bars(
    of row: [Value?], _ numeric: [Int], _ columns: [QueryResult.Column]
  ) -> [Bar] {
    let names = row.indices.filter { !columns[$0].isNumeric }.compactMap { row[$0]?.description }
    let name = Sanitizer.line(names.joined(separator: ", "))
    func bar(_ column: Int, _ label: String) -> Bar {
      let value = row[column]
      var number: Double?
      if case .number(let found)? = value, found.isFinite { number = found }
      return Bar(label: label, number: number, text: Sanitizer.line(value?.description ?? "-"))
    }
    guard numeric.count > 1 else {
      return [bar(numeric[0], name.isEmpty ? columns[numeric[0]].title : name)]
    }
    let heading = name.isEmpty ? [] : [Bar(label: name, number: nil, text: "")]
    let indent = name.isEmpty ? "" : "  "
    return heading + numeric.map { bar($0, indent + Sanitizer.line(columns[$0].title)) }
  }

  /// Draws a bar from zero to a number, in eighths of a column to the right.
  private static func draw(
    _ number: Double?, from least: Double, _ scale: Double, in room: Int
  ) -> String {
    let number = number ?? 0
    let zero = Int((-least * scale).rounded())
    var bar: String
    if number < 0 {
      let length = min(zero, max(1, Int((-number * scale).rounded())))
      bar = String(repeating: " ", count: zero - length) + String(repeating: "█", count: length)
    } else {
      var eighths = Int((number * scale * 8).rounded())
      // What is there at all is seen.
      if number > 0 { eighths = max(1, eighths) }
      let whole = min(eighths / 8, room - zero)
      bar = String(repeating: " ", count: zero) + String(repeating: "█", count: whole)
      let rest = eighths - whole * 8
      if rest > 0, zero + whole < room, let part = Unicode.Scalar(0x2590 - min(rest, 7)) {
        bar.unicodeScalars.append(part)
      }
    }
    return pad(bar, to: room)
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }
}
