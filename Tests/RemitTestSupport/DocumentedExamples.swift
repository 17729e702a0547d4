// SPDX-License-Identifier: Apache-2.0

/// A page of the documents with the examples on it.
///
/// An example is a fenced block of the language, followed by what it gives:
///
///     ```remit
///     roles with no holder
///     ```
///     ```logic                  <- a stage, by the name of its dot-command; may be left out
///     {r ∈ role : ¬∃p ∈ person (holds(p, r))}
///     ```
///     ```answer
///     | role |
///     …
///     ```
///
/// A block ` ```remit FILE ` shows a part of that file instead, and has no answer.
package struct DocumentedPage {
  /// One example of a page.
  package struct Example {
    /// The line of the page on which the block begins, from 1.
    package let line: Int
    /// The statements.
    package let text: String
    /// The file the block is a part of, for a block that names one.
    package let file: String?
    /// The stages that follow.
    package fileprivate(set) var stages: [(name: String, block: Block)] = []
    /// The answer that follows; it may be left out after a stage.
    package fileprivate(set) var answer: Block?
  }

  /// The inside of a fenced block.
  package struct Block {
    /// What follows the backticks.
    package let info: String
    /// The lines inside, from 0.
    package let lines: Range<Int>
    /// The text inside, each line with its line break.
    package let text: String
  }

  /// The path from the root of the checkout.
  package let path: String
  /// All fenced blocks.
  package let blocks: [Block]
  /// The examples.
  package let examples: [Example]
  private var lines: [Substring]

  /// Reads a page of the checkout.
  package init(_ path: String) throws {
    self.path = path
    lines = try ProjectFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    blocks = DocumentedPage.blocks(of: lines)
    var examples: [Example] = []
    for block in blocks {
      let words = block.info.split(separator: " ")
      switch words.first {
      case "remit":
        examples.append(
          Example(
            line: block.lines.lowerBound,
            text: block.text,
            file: words.count > 1 ? String(words[1]) : nil
          )
        )
      case "logic", "reading", "explain":
        examples[examples.count - 1].stages.append((block.info, block))
      case "answer": examples[examples.count - 1].answer = block
      default: break
      }
    }
    self.examples = examples
  }

  private static func blocks(of lines: [Substring]) -> [Block] {
    var blocks: [Block] = []
    var open: (info: String, first: Int)?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let start = open {
        let inside = start.first..<number
        let text = lines[inside].map { $0 + "\n" }.joined()
        blocks.append(Block(info: start.info, lines: inside, text: text))
        open = nil
      } else {
        open = (String(line.drop { $0 == "`" }), number + 1)
      }
    }
    return blocks
  }

  /// Writes the page with other text in some of its blocks.
  package func write(replacing changes: [(block: Block, text: String)]) throws {
    var lines = lines
    for (block, text) in changes.sorted(by: {
      $0.block.lines.lowerBound > $1.block.lines.lowerBound
    }) {
      lines.replaceSubrange(
        block.lines,
        with: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      )
    }
    try ProjectFiles.write(lines.joined(separator: "\n"), to: path)
  }
}
