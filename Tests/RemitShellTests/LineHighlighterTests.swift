// SPDX-License-Identifier: Apache-2.0

import Remit
import Testing

@testable import RemitShell

struct LineHighlighterTests {
  /// Marks each span of a text: `[word people]`.
  private func marked(_ text: String) throws -> String {
    let cursor = text.firstIndex(of: "|").map { text.utf8.distance(from: text.startIndex, to: $0) }
    let plain = Array(text.replacing("|", with: "").utf8)
    let engine = try makeSession().session.engine
    var highlighter = LineHighlighter()
    var result = ""
    var place = 0
    for span in highlighter.spans(of: plain, cursor: cursor, in: engine) {
      result += String(decoding: plain[place..<span.range.lowerBound], as: UTF8.self)
      result += "[\(span.style) \(String(decoding: plain[span.range], as: UTF8.self))]"
      place = span.range.upperBound
    }
    return result + String(decoding: plain[place...], as: UTF8.self)
  }

  @Test(arguments: [
    ("people who own A.5.1|", "[kind people] [keyword who] [word own] [name A.5.1]"),
    ("people who onw |", "[kind people] [keyword who] [mistake onw] "),
    // The word the cursor is in is not finished.
    ("people who onw|", "[kind people] [keyword who] onw"),
    ("people who o|nw", "[kind people] [keyword who] onw"),
    ("people who |onw", "[kind people] [keyword who] [mistake onw]"),
    ("people who onw", "[kind people] [keyword who] [mistake onw]"),
    (
      "people who (own A.5.1)|",
      "[kind people] [keyword who] [match (][word own] [name A.5.1][match )]"
    ),
    (
      "people who |(own A.5.1)",
      "[kind people] [keyword who] [match (][word own] [name A.5.1][match )]"
    ),
    ("people who (own|", "[kind people] [keyword who] [open (][word own]"),
    ("people who own)|", "[kind people] [keyword who] [word own][mistake )]"),
    (".logic people|", "[keyword .logic] [kind people]"),
    (".read people|", "[keyword .read] people"),
    ("# people|", "[comment # people]"),
  ])
  func `parts of a statement have the style of what they are`(text: String, expected: String) throws
  {
    #expect(try marked(text) == expected)
  }

  @Test func `a text that nobody types is shown plainly`() throws {
    let engine = try makeSession().session.engine
    var highlighter = LineHighlighter()
    let long = Array(String(repeating: "people ", count: 10_000).utf8)
    #expect(highlighter.spans(of: long, cursor: 0, in: engine).isEmpty)
    let longest = Array(long.prefix(LineHighlighter.longestText))
    #expect(!highlighter.spans(of: longest, cursor: 0, in: engine).isEmpty)
  }
}
