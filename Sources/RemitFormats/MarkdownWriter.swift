// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes an answer as a Markdown table; numbers are aligned right.
///
///     | control | open risks |
///     | --- | ---: |
///     | A.5.2 | 3 |
///
/// What Markdown or HTML would read as markup is escaped, a line break becomes
/// `<br>`, and other control characters are shown as `\u{1B}`.
///
/// - SeeAlso: GitHub Flavored Markdown, Tables (extension).
public struct MarkdownWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes an answer.
  ///
  /// - Parameter result: The answer.
  /// - Returns: The text.
  public func render(_ result: QueryResult) -> String {
    var text = MarkdownWriter.line(result.columns.map { MarkdownWriter.escaped($0.title) })
    text += MarkdownWriter.line(result.columns.map { $0.isNumeric ? "---:" : "---" })
    var bytes = Array(text.utf8)
    let (start, border, end) = (Array("| ".utf8), Array(" | ".utf8), Array(" |\n".utf8))
    let special = MarkdownWriter.special
    CellBlock.each(of: result, listSeparator: ", ") { block in
      for row in 0..<block.rows.count {
        for column in 0..<block.columns {
          bytes += column == 0 ? start : border
          if block.append(row, column, unless: special, to: &bytes) { continue }
          bytes += MarkdownWriter.escaped(block.text(row, column)).utf8
        }
        bytes += end
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What may have to be escaped; characters that are not seen begin with one of seven.
  private static let special = ByteSet { byte in
    byte < 0x20 || byte == 0x7F || [0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3].contains(byte)
      || "<&|`\\[]*_".utf8.contains(byte)
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  static func escaped(_ cell: String) -> String {
    var result = ""
    for scalar in cell.unicodeScalars where scalar != "\r" {
      switch scalar {
      case "\n": result += "<br>"
      case "\t": result += " "
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|", "`", "\\", "[", "]", "*", "_":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // What is not seen, or turns round what is.
      case _ where Sanitizer.isHidden(scalar):
        result += "\\\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
