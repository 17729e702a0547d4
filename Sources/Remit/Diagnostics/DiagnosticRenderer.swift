// SPDX-License-Identifier: Apache-2.0

/// Turns diagnostics into text: the message, the line with the place marked,
/// how the phrase was read, and what to do.
///
///     error[unknown-word]: the word 'onwed' has not been declared
///       1 | controls onwed by Bob
///         |          ^^^^^
///         = help: write: controls owned by Bob
///
/// The marks stand right under wide, combining and invisible characters; what a
/// terminal would act on is shown escaped.
public struct DiagnosticRenderer: Sendable {
  /// The most columns of a line that are shown on either side of the marked place, where
  /// nobody says how many there are.
  private static let excerptSide = 51

  private let source: SourceText
  private let width: Int?

  /// Makes a renderer for the diagnostics of one text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - width: The columns that a line of the text is to fit into, with what stands
  ///     before it; `nil` shows some fifty on either side of the marked place.
  public init(_ source: SourceText, width: Int? = nil) {
    self.source = source
    self.width = width
  }

  /// Returns the text of a diagnostic, ending in a line break.
  ///
  /// - Complexity: O(*n*) in the length of the lines the diagnostic marks.
  public func render(_ diagnostic: Diagnostic) -> String {
    let message = Sanitizer.line(diagnostic.message)
    var lines = ["\(diagnostic.severity.rawValue)[\(diagnostic.id)]: \(message)"]
    let position = source.position(of: diagnostic.range.start)
    if let name = source.name {
      lines.append("  --> \(name):\(position.line):\(position.column)")
    }
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.count + 3)
    if !source.bytes.isEmpty {
      let room = width.map { max(20, $0 - margin.count - 2) }
      let (text, marks) = excerpt(line: position.line, diagnostic.range, room)
      lines.append("  \(number) | \(text)")
      lines.append("\(margin)| \(marks)")
    }
    if let reading = diagnostic.reading {
      lines.append("\(margin)= reading: \(Sanitizer.line(reading))")
    }
    for help in diagnostic.help { lines.append("\(margin)= help: \(Sanitizer.line(help))") }
    for (index, text) in suggestions(diagnostic).enumerated() {
      lines.append("\(margin)= \(index == 0 ? "help: write" : "         or"): \(text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The statement with each edit applied, on one line; at most three.
  private func suggestions(_ diagnostic: Diagnostic) -> [String] {
    let statement =
      StatementSplitter.split(source).first {
        $0.start <= diagnostic.range.start && diagnostic.range.start <= $0.end
      } ?? SourceRange(0, source.bytes.count)
    return diagnostic.edits.prefix(3).map { edits in
      let shown = hasLayout(statement) ? lines(of: edits, in: statement) : statement
      var bytes = Array(source.bytes[shown.start..<shown.end])
      for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
        let start = min(max(0, edit.range.start - shown.start), bytes.count)
        let end = min(max(start, edit.range.end - shown.start), bytes.count)
        bytes.replaceSubrange(start..<end, with: Array(edit.replacement.utf8))
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return Sanitizer.line(words)
    }
  }

  /// Words that begin statements whose lines cannot be put on one.
  private static let layoutWords: Set<Substring> = [
    "for", "if", "check", "expect", "kind", "relation",
  ]

  /// Whether a statement would mean something else on one line.
  private func hasLayout(_ statement: SourceRange) -> Bool {
    let text = source.text(in: statement)
    guard text.contains(where: \.isNewline) else { return false }
    let first = text.prefix { $0.isLetter }
    return DiagnosticRenderer.layoutWords.contains(first)
  }

  /// The lines that some edits change.
  private func lines(
    of edits: [Diagnostic.Edit], in statement: SourceRange
  ) -> SourceRange {
    let starts = edits.map { source.range(ofLine: source.position(of: $0.range.start).line) }
    let first = starts.map(\.start).min() ?? statement.start
    let last = starts.map(\.end).max() ?? statement.end
    return SourceRange(max(statement.start, first), min(statement.end, max(first, last)))
  }

  /// A line with the columns to mark, cut around the place when it is long.
  private func excerpt(
    line: Int, _ range: SourceRange, _ room: Int?
  ) -> (text: String, marks: String) {
    let whole = source.range(ofLine: line)
    let start = min(max(range.start, whole.start), whole.end)
    let end = min(max(range.end, start), whole.end)
    func shown(_ from: Int, _ to: Int) -> String {
      Sanitizer.line(source.text(in: SourceRange(from, to)).replacing("\t", with: "    "))
    }
    var before = shown(whole.start, start)
    var marked = shown(start, end)
    var after = shown(end, whole.end)
    var (left, middle, right) = (
      DisplayWidth.of(before), DisplayWidth.of(marked), DisplayWidth.of(after)
    )
    if let room {
      // The marked place comes first; what one side does not need the other gets.
      middle = min(middle, room)
      let rest = room - middle
      (left, right) = (
        min(left, max(rest / 2, rest - right)), min(right, max(rest - rest / 2, rest - left))
      )
    } else {
      let side = DiagnosticRenderer.excerptSide
      (left, middle, right) = (min(left, side), min(middle, side), min(right, side))
    }
    before = String(DisplayWidth.shorten(String(before.reversed()), to: left).reversed())
    marked = DisplayWidth.shorten(marked, to: middle)
    after = DisplayWidth.shorten(after, to: right)
    let marks =
      String(repeating: " ", count: DisplayWidth.of(before))
      + String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
    return (before + marked + after, marks)
  }
}
