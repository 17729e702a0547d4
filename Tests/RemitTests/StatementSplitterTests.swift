// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct StatementSplitterTests {
  private func split(_ text: String) -> [String] {
    let source = SourceText(text)
    return StatementSplitter.split(source).map(source.text(in:))
  }

  @Test func `each line is a statement`() { #expect(split("a\nb\n\nc") == ["a", "b", "c"]) }

  @Test func `deeper lines go on, over blank lines and comments too`() {
    #expect(
      split("kind role\n  name: text\n\n  # more\n  size: number\nb")
        == ["kind role\n  name: text\n\n  # more\n  size: number", "b"]
    )
  }

  @Test func `a full stop ends a statement within a line`() {
    #expect(split("add role A. add role B.") == ["add role A.", "add role B."])
  }

  @Test func `a stop in a name, a number or a text does not`() {
    #expect(split("who owns A.5.3 with level 2.5 named \"Dr. No\"").count == 1)
  }

  @Test func `a stop in a comment does not`() {
    #expect(split("a # b. c\nd") == ["a # b. c", "d"])
  }

  @Test func `line breaks of other systems and a byte order mark`() {
    #expect(split("\u{FEFF}a\r\nb\r\n") == ["a", "b"])
  }

  @Test func `an empty text has no statements`() {
    #expect(split("").isEmpty)
    #expect(split("  \n# nothing\n").isEmpty)
  }
}
