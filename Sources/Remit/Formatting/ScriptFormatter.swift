// SPDX-License-Identifier: Apache-2.0

/// Writes a script in canonical form, statement by statement.
///
/// Comments stay beside the words they stood beside, and of several empty lines
/// one. Each statement is read again before it is taken over: one that would
/// then mean something else is left as it was written.
struct ScriptFormatter {
  private let source: SourceText
  private var lines: [LaidOutLine] = []
  /// Where the part of the source not yet written begins.
  private var place: Int
  private var isBlank = false
  /// Whether comments may belong to the parts of the statement above them.
  private var isBelowParts = false
  /// How many statements the canonical form would not have said the same.
  private(set) var leftAsWritten = 0

  /// Makes a formatter.
  ///
  /// - Parameter source: The text, in valid UTF-8.
  init(_ source: SourceText) {
    self.source = source
    place = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Adds a statement and what stands before it.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - range: Where it stands.
  ///   - tokens: Its tokens without the `end`.
  ///   - vocabulary: The declared forms it was read with.
  ///   - isLastOnLine: Whether the next statement begins on another line.
  mutating func add(
    _ statement: StatementSyntax, in range: SourceRange, tokens: [Token], vocabulary: Vocabulary,
    isLastOnLine: Bool
  ) {
    addGap(to: range.start)
    let end = isLastOnLine ? endOfLine(range.end) : range.end
    let comments = StatementComments(source, tokens: tokens, end: end)
    let canonical = StatementPrinter(Spelling(tokens)).lines(statement, in: range)
    let layout = StatementLayout(canonical, vocabulary: vocabulary)
    let attempts = [false, true].lazy.map { layout.laidOut(comments, of: tokens, hoists: $0) }
    let tree = TreePrinter.print(statement)
    var new: [LaidOutLine]
    if let lines = attempts.first(where: { reads($0, as: tree, vocabulary) }) {
      new = lines
    } else {
      new = verbatim(SourceRange(range.start, end))
      leftAsWritten += 1
    }
    if isBlank, !lines.isEmpty, !new.isEmpty { new[0].followsBlank = true }
    lines += new
    isBlank = false
    isBelowParts = canonical.count > 1
    place = end
  }

  /// The whole text.
  mutating func text() -> String {
    addGap(to: source.bytes.count)
    return ScriptFormatter.text(lines)
  }

  // MARK: Between statements

  /// Adds the comments before a place.
  private mutating func addGap(to end: Int) {
    guard place < end else { return }
    let gap = source.bytes[place..<end]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in gap.enumerated() {
      if let mark = line.firstIndex(of: UInt8(ascii: "#")) {
        let isIndented = mark > line.startIndex && !isBlank && isBelowParts
        isBelowParts = isIndented
        lines.append(
          LaidOutLine(
            indent: isIndented ? 2 : 0, text: "",
            comment: StatementComments.trimmed(source, mark, line.endIndex),
            followsBlank: isBlank && !lines.isEmpty))
        isBlank = false
      } else if number > 0 || lines.isEmpty, number < gap.count - 1 {
        isBlank = true
      }
    }
    place = end
  }

  private func endOfLine(_ start: Int) -> Int {
    source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
  }

  /// The statement as it stands.
  private func verbatim(_ range: SourceRange) -> [LaidOutLine] {
    let text = StatementComments.trimmed(source, range.start, range.end)
    return [LaidOutLine(indent: 0, text: text.replacing("\r\n", with: "\n"))]
  }

  /// Whether lines are one statement with this tree.
  private func reads(_ lines: [LaidOutLine], as tree: String, _ vocabulary: Vocabulary) -> Bool {
    let text = SourceText(ScriptFormatter.text(lines))
    return Parser.soleStatement(of: text, vocabulary).map { TreePrinter.print($0.statement) }
      == tree
  }

  // MARK: Lines

  /// Lines as text; comments behind lines that follow each other are aligned.
  private static func text(_ lines: [LaidOutLine]) -> String {
    var text = ""
    var column = 0
    for (index, line) in lines.enumerated() {
      let indent = String(repeating: " ", count: line.indent)
      if line.followsBlank { text += "\n" }
      guard let comment = line.comment, !line.text.isEmpty else {
        text += indent + line.text + (line.comment ?? "") + "\n"
        continue
      }
      let continues = index > 0 && !line.followsBlank && isCommented(lines[index - 1])
      if !continues {
        let run = lines[index...].enumerated().prefix { number, other in
          isCommented(other) && (number == 0 || !other.followsBlank)
        }
        column = run.map { $0.element.indent + DisplayWidth.of($0.element.text) }.max() ?? 0
      }
      let width = line.indent + DisplayWidth.of(line.text)
      text += indent + line.text
      text += String(repeating: " ", count: max(0, column - width) + 2) + comment + "\n"
    }
    return text
  }

  private static func isCommented(_ line: LaidOutLine) -> Bool {
    line.comment != nil && !line.text.isEmpty
  }
}
