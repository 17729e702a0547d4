// SPDX-License-Identifier: Apache-2.0

/// The blocks of code of a document.
package struct MarkdownFile: Sendable {
  /// A block between two fences.
  package struct Block: Sendable {
    /// What follows the opening fence: `remit small`.
    package var info: [String]
    package var text: String
    /// The line of the opening fence, from 1.
    package var line: Int
  }

  package let blocks: [Block]

  package init(_ text: String) {
    var blocks: [Block] = []
    var open: (block: Block, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if var (block, lines) = open {
        block.text = lines.joined(separator: "\n")
        blocks.append(block)
        open = nil
        lines = []
      } else {
        let info = line.dropFirst(3).split(separator: " ").map(String.init)
        open = (Block(info: info, text: "", line: index + 1), [])
      }
    }
    self.blocks = blocks
  }
}
