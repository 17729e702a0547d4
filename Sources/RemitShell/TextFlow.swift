// SPDX-License-Identifier: Apache-2.0

import Remit

/// Breaks lists of words into lines.
public enum TextFlow {
  /// Fills lines with words.
  ///
  /// - Parameters:
  ///   - words: Words that are not broken.
  ///   - separator: What stands between two words of a line; its blanks at the
  ///     end of a line are left out.
  ///   - width: The columns of a line.
  /// - Returns: Lines no wider than `width`, unless a word alone is.
  static func fill(_ words: [String], separator: String, width: Int) -> [String] {
    let gap = DisplayWidth.of(separator)
    let end = String(separator.prefix { !$0.isWhitespace })
    var lines: [String] = []
    var used = 0
    for word in words {
      let size = DisplayWidth.of(word)
      if let last = lines.indices.last, used + gap + size + end.count <= width {
        lines[last] += separator + word
        used += gap + size
      } else {
        if let last = lines.indices.last { lines[last] += end }
        lines.append(word)
        used = size
      }
    }
    return lines
  }

  /// Writes what to type, indented, with what it does behind it, or below where a line
  /// would be too long.
  ///
  /// - Parameters:
  ///   - rows: What to type, and what it does.
  ///   - width: The columns of a line.
  /// - Returns: The lines, with line feeds between.
  static func list(_ rows: [(text: String, meaning: String)], width: Int) -> String {
    func isShort(_ text: String) -> Bool { DisplayWidth.of(text) <= width * 9 / 16 }
    let longest = rows.map(\.text).filter(isShort).map(DisplayWidth.of).max() ?? 0
    return rows.map { text, meaning in
      guard isShort(text) else { return "  \(text)\n      \(meaning)" }
      let blanks = String(repeating: " ", count: longest - DisplayWidth.of(text) + 2)
      return "  " + text + blanks + meaning
    }.joined(separator: "\n")
  }

  /// Breaks a line at its blanks, the rest indented more deeply.
  ///
  /// - Parameters:
  ///   - line: A line without line breaks.
  ///   - width: The columns of a line.
  /// - Returns: One line, or several with line feeds between.
  static func wrap(_ line: String, width: Int) -> String {
    guard line.utf8.count > width, DisplayWidth.of(line) > width, width > 0 else { return line }
    let indent = String(line.prefix { $0 == " " })
    let words = line.split(separator: " ").map(String.init)
    let hanging = indent + "    "
    let lines = fill(words, separator: " ", width: max(20, width - hanging.count))
    return indent + lines.joined(separator: "\n" + hanging)
  }

  /// Breaks each line of a text at its blanks.
  ///
  /// - Parameters:
  ///   - text: Lines, each ended by a line feed or the last one not.
  ///   - width: The columns of a line.
  ///   - isKept: Whether a line stays as it is.
  /// - Returns: The lines; no line feed more or less at the end.
  public static func wrapLines(
    _ text: String, width: Int, keeping isKept: (Substring) -> Bool = { _ in false }
  ) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      isKept(line) ? String(line) : wrap(String(line), width: width)
    }.joined(separator: "\n")
  }
}
