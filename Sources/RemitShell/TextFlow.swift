// SPDX-License-Identifier: Apache-2.0

/// Breaks lists of words into lines.
enum TextFlow {
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
}
