// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct DiagnosticRendererTests {
  /// Renders a diagnostic about a part of a text.
  private func render(
    _ text: String,
    at part: String,
    name: String? = nil,
    reading: String? = nil,
    help: [String] = [],
    edits: [String] = []
  ) throws -> String {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: wanted) },
      "'\(part)' is in the text"
    )
    let range = SourceRange(start, start + wanted.count)
    let diagnostic = Diagnostic(
      "some-id",
      "something is wrong",
      at: range,
      reading: reading,
      help: help,
      edits: edits.map { [Diagnostic.Edit(range: range, replacement: $0)] }
    )
    return DiagnosticRenderer(SourceText(text, name: name)).render(diagnostic)
  }

  @Test func `message, line, marks, reading, help and edits stand in this order`() throws {
    let text = try render(
      "controls onwed by Bob",
      at: "onwed",
      reading: "controls",
      help: ["look again"],
      edits: ["owned", "own"]
    )
    #expect(
      text == """
        error[some-id]: something is wrong
          1 | controls onwed by Bob
            |          ^^^^^
            = reading: controls
            = help: look again
            = help: write: controls owned by Bob
            =          or: controls own by Bob

        """
    )
  }

  @Test func `a named source is shown with line and column`() throws {
    let text = try render("a\nb\n  foo bar", at: "bar", name: "model.remit")
    #expect(
      text == """
        error[some-id]: something is wrong
          --> model.remit:3:7
          3 |   foo bar
            |       ^^^

        """
    )
  }

  @Test func `the margin fits the number of the line`() throws {
    let text = try render(String(repeating: "\n", count: 99) + "foo bar", at: "bar")
    #expect(text.contains("  100 | foo bar\n      |     ^^^\n"))
  }

  @Test(arguments: [
    ("wide characters", "人 bar", "   ^^^"), ("combining marks", "e\u{301}e\u{301} bar", "   ^^^"),
    ("a tab", "\tbar", "    ^^^"), ("an emoji of several parts", "👩‍💻 bar", "   ^^^"),
  ])
  func `marks stand under their words behind`(_ what: String, _ text: String, _ marks: String)
    throws
  {
    let lines = try render(text, at: "bar").split(separator: "\n")
    #expect(lines[2].drop { $0 != "|" }.dropFirst(2) == marks, "\(what)")
  }

  @Test func `what a terminal would act on is shown escaped`() throws {
    let text = try render("foo \u{1B}[31m\u{202E} bar", at: "bar", help: ["\u{7}"])
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
    #expect(!text.contains("\u{7}"))
  }

  @Test func `a long line is cut around the place`() throws {
    let words = (0..<2_000).map { "word\($0)" }.joined(separator: " ")
    let lines = try render(words, at: "word1000 ").split(separator: "\n")
    #expect(lines[1].contains("word1000 "))
    #expect(lines[1].count < 200)
    let column = lines[2].prefix { $0 != "^" }.count
    #expect(lines[1].dropFirst(column).hasPrefix("word1000 "))
  }

  @Test func `an end that is missing is marked behind the text`() {
    let diagnostic = Diagnostic("some-id", "more is missing", at: SourceRange(8, 8))
    let text = DiagnosticRenderer(SourceText("controls")).render(diagnostic)
    #expect(text.contains("  1 | controls\n    |         ^\n"))
  }

  @Test func `a range over several lines is marked on its first`() throws {
    let text = try render("foo bar\nbaz", at: "bar\nbaz")
    #expect(text.contains("  1 | foo bar\n    |     ^^^\n"))
  }

  @Test func `an edit shows the statement it is in alone`() throws {
    let text = try render("a\ncontrols\n  onwed by Bob\nb", at: "onwed", edits: ["owned"])
    #expect(text.contains("= help: write: controls owned by Bob\n"))
  }

  @Test func `an empty text has no line to show`() {
    let diagnostic = Diagnostic("some-id", "nothing is there", at: SourceRange(0, 0))
    #expect(
      DiagnosticRenderer(SourceText("")).render(diagnostic)
        == "error[some-id]: nothing is there\n"
    )
  }
}
