// SPDX-License-Identifier: Apache-2.0

/// The comments of a script that allow what a lint would report.
///
///     # lint: allow comma-attachment
///     people who own an asset, with no manager
///
/// A comment on its own line is about the statement below it, one behind words
/// about the statement it stands in.
struct LintAllowances {
  /// What is allowed, by the number of the statement.
  private var allowed: [Int: Set<String>] = [:]
  /// What is wrong with the comments.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the comments of a script.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - statements: Where its statements stand.
  /// - Complexity: O(*n*) in the bytes of the script.
  init(_ source: SourceText, _ statements: [SourceRange]) {
    for line in 1...source.lineCount {
      let range = source.range(ofLine: line)
      guard let comment = LintAllowances.comment(source, range) else { continue }
      let text = source.text(in: SourceRange(comment, range.end))
      guard let match = text.prefixMatch(of: #/#\s*lint:\s*allow\s+/#) else { continue }
      // The statement it stands in, or else the next one.
      guard let statement = statements.firstIndex(where: { $0.end > comment }) else { continue }
      var place = comment + match.output.utf8.count
      for name in text[match.range.upperBound...].split(
        separator: ",", omittingEmptySubsequences: false)
      {
        let blanks = name.prefix { $0.isWhitespace }
        let word = name.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        let start = place + blanks.utf8.count
        if Lint(rawValue: word) == nil {
          let range = SourceRange(start, start + word.utf8.count)
          diagnostics.append(LintMessages.unknownLint(word, at: range))
        }
        allowed[statement, default: []].insert(word)
        place += name.utf8.count + 1
      }
    }
  }

  /// Whether a lint is allowed in a statement.
  func allow(_ id: String, in statement: Int) -> Bool { allowed[statement]?.contains(id) == true }

  /// Where the comment of a line begins.
  private static func comment(_ source: SourceText, _ range: SourceRange) -> Int? {
    var isQuoted = false
    for place in range.start..<range.end {
      switch source.bytes[place] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "#") where !isQuoted: return place
      default: break
      }
    }
    return nil
  }
}
