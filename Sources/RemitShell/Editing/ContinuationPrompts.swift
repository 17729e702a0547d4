// SPDX-License-Identifier: Apache-2.0

/// What stands before the further lines of a statement: why it goes on.
struct ContinuationPrompts {
  private var prompts: [Prompt] = []

  /// Finds the prompt of each line of a statement.
  ///
  /// - Complexity: O(*n*) in its bytes; a text that nobody types gets plain ones.
  init(_ text: [UInt8]) {
    guard text.count <= LineHighlighter.longestText else { return }
    var depth = 0
    var isQuoted = false
    var isComment = false
    prompts = [.statement]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\n"):
        prompts.append(isQuoted ? .quote : depth > 0 ? .bracket : .continuation)
        (isQuoted, isComment) = (false, false)
      case _ where isComment: break
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: "#"): isComment = true
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      default: break
      }
    }
  }

  /// The prompt before a line, counted from 0.
  func prompt(ofLine line: Int) -> String {
    (prompts.indices.contains(line) ? prompts[line] : Prompt.continuation).rawValue
  }

  /// What to ask with for the line behind a text.
  static func prompt(behind text: String) -> Prompt {
    ContinuationPrompts(Array((text + "\n").utf8)).prompts.last ?? .continuation
  }
}
