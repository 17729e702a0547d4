// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import RemitShell

/// Editing a statement of several lines; `|` is the cursor.
struct EditedTextTests {
  private func text(_ marked: String) -> EditedText {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    return EditedText(Array((parts[0] + parts[1]).utf8), cursor: parts[0].utf8.count)
  }

  private func show(_ bytes: [UInt8], _ cursor: Int) -> String {
    String(decoding: bytes[..<cursor], as: UTF8.self) + "|"
      + String(decoding: bytes[cursor...], as: UTF8.self)
  }

  private func after(_ change: EditedText.Change?, _ text: EditedText) -> String? {
    change.map { change in
      var bytes = text.bytes
      bytes.replaceSubrange(change.range, with: Array(change.replacement.utf8))
      return show(bytes, change.range.lowerBound + change.replacement.utf8.count)
    }
  }

  @Test(arguments: [
    ("people who|", "people who\n  |"),
    ("people who |", "people who\n  |"),
    ("people |who own", "people\n  |who own"),
    ("people| who own", "people\n  |who own"),
    ("people who\n    own|", "people who\n    own\n    |"),
    ("for each control:|", "for each control:\n  |"),
    ("for each control:\n  if it is done:|", "for each control:\n  if it is done:\n    |"),
    ("people who\n  |", "people who\n  \n  |"),
  ])
  func `U10: a new line is indented as the one above`(before: String, expected: String) {
    let text = text(before)
    #expect(after(text.newLine(), text) == expected)
  }

  @Test(arguments: [
    ("people|", "peopl|"),
    ("people with\n  |no owner", "people with |no owner"),
    ("people with\n|no owner", "people with |no owner"),
    ("people with\n  |", "people with |"),
    ("people with \n  |no", "people with |no"),
    ("a:\n    |b", "a:\n  |b"),
    ("a:\n     |b", "a:\n    |b"),
    ("\n|b", "|b"),
    ("e\u{301}|", "|"),
    ("🇨🇭🇩🇪|", "🇨🇭|"),
    ("👩‍👩‍👧‍👦|", "|"),
  ])
  func `Backspace takes a character, and joins a line to the one above`(
    before: String, expected: String
  ) {
    let text = text(before)
    #expect(after(text.erasing(), text) == expected)
  }

  @Test func `there is nothing to erase at the ends`() {
    #expect(text("|people").erasing() == nil)
    #expect(text("people|").erasingAfter() == nil)
    #expect(after(text("|🇨🇭x").erasingAfter(), text("|🇨🇭x")) == "|x")
  }

  @Test func `moving between lines keeps the column over shorter ones`() throws {
    let lines = "people who own\nx\n漢字漢字漢字漢字"
    let end = lines.utf8.count
    let last = EditedText(Array(lines.utf8), cursor: end)
    #expect(last.column == 16)
    let middle = try #require(last.above(column: 16))
    #expect(show(last.bytes, middle) == "people who own\nx|\n漢字漢字漢字漢字")
    let first = try #require(EditedText(last.bytes, cursor: middle).above(column: 9))
    #expect(show(last.bytes, first) == "people wh|o own\nx\n漢字漢字漢字漢字")
    #expect(EditedText(last.bytes, cursor: first).above(column: 9) == nil)
    // Not into a wide character.
    let third = try #require(EditedText(last.bytes, cursor: middle).below(column: 9))
    #expect(show(last.bytes, third) == "people who own\nx\n漢字漢字|漢字漢字")
    #expect(last.below(column: 9) == nil)
  }

  @Test func `the cursor moves over characters and line breaks`() {
    let text = text("a\n|🇨🇭é")
    #expect(show(text.bytes, text.before(1)) == "a|\n🇨🇭é")
    #expect(show(text.bytes, text.before(9)) == "|a\n🇨🇭é")
    #expect(show(text.bytes, text.after(1)) == "a\n🇨🇭|é")
    #expect(show(text.bytes, text.after(9)) == "a\n🇨🇭é|")
  }

  @Test func `cutting stays in the line`() {
    let middle = text("abc\nde|f\nghi")
    #expect(middle.rangeToLineEnd == 6..<7)
    #expect(middle.rangeToLineStart == 4..<6)
    #expect(text("abc|\ndef").rangeToLineEnd == 3..<4)
    #expect(text("abc|").rangeToLineEnd == 3..<3)
  }
}

struct PastedTextTests {
  private func paste(_ chunks: String..., limit: Int = 1_000) -> PastedText {
    var text = PastedText(limit: limit)
    for chunk in chunks {
      var bytes = Array(chunk.utf8)
      var place = 0
      text.take(&bytes, from: &place)
    }
    return text
  }

  @Test func `a paste is the text up to its end`() {
    #expect(!paste("people\r").isComplete)
    let text = paste("people\r\nwho\rown\n\n\u{1B}[20", "1~\r")
    #expect(text.isComplete && text.text == "people\nwho\nown")
    #expect(text.rest == [13])
  }

  @Test func `D3-36: an end in the text ends no paste`() {
    let text = paste("people\u{1B}[201~\r.quit\r", "x\u{1B}[200~y\u{1B}[201~")
    #expect(text.text == "people\n.quit\nxy")
    #expect(text.rest.isEmpty)
    #expect(paste("a\u{1B}[201~\r").isEndSuspicious && !paste("a\u{1B}[201~").isEndSuspicious)
  }

  @Test func `D3-36: of a paste without measure only the beginning is kept`() {
    var text = PastedText(limit: 100)
    for _ in 0..<1_000 {
      var chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 50)
      var place = 0
      text.take(&chunk, from: &place)
    }
    var end = Array("\u{1B}[201~\r".utf8)
    var place = 0
    text.take(&end, from: &place)
    #expect(text.isComplete && text.text.utf8.count == 100 && text.rest == [13])
  }
}
