// SPDX-License-Identifier: Apache-2.0

public import Remit

/// A form an answer can be written in.
public enum ResultFormat: String, CaseIterable, Hashable, Sendable {
  /// Columns with lines between them, for reading; drawn by the shell.
  case table
  /// A line for each value.
  case line
  /// Tab-separated values.
  case tsv
  /// Comma-separated values.
  case csv
  /// One JSON array of objects.
  case json
  /// One JSON object for each line.
  case jsonLines = "jsonl"
  /// A Markdown table.
  case markdown
  /// An HTML table.
  case html

  /// Writes an answer in this form.
  ///
  /// - Parameters:
  ///   - result: The answer.
  ///   - keepsFormulas: Whether cells that a spreadsheet would run as formulas
  ///     stay as they are.
  /// - Returns: The text, or `nil` for ``table``, which only a shell can draw.
  public func render(_ result: QueryResult, keepsFormulas: Bool = false) -> RenderedResult? {
    switch self {
    case .table: nil
    case .line: RenderedResult(text: LineWriter().render(result))
    case .tsv: TSVWriter(keepsFormulas: keepsFormulas).render(result)
    case .csv: CSVWriter(keepsFormulas: keepsFormulas).render(result)
    case .json: RenderedResult(text: JSONWriter().render(result))
    case .jsonLines: RenderedResult(text: JSONLinesWriter().render(result))
    case .markdown: RenderedResult(text: MarkdownWriter().render(result))
    case .html: RenderedResult(text: HTMLTableWriter().render(result))
    }
  }
}

/// An answer as text.
public struct RenderedResult: Hashable, Sendable {
  /// The text, which ends with a line break.
  public let text: String
  /// How many cells got a `'` so that no spreadsheet runs them as formulas.
  public let neutralizedCells: Int

  /// What should be known about the text, in sentences.
  public var notes: [String] {
    guard neutralizedCells > 0 else { return [] }
    let cells = neutralizedCells == 1 ? "1 cell" : "\(neutralizedCells) cells"
    return ["\(cells) got a leading ' so that no spreadsheet runs them"]
  }

  init(text: String, neutralizedCells: Int = 0) {
    self.text = text
    self.neutralizedCells = neutralizedCells
  }
}
