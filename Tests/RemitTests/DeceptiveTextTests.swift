// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

/// Text that people read as something else than it is: rows 4, 6, 7 and 14 of the bad inputs.
struct DeceptiveTextTests {
  private static let model = """
    kind person (people)
      name: text
    kind control
      ref: text, key
    relation person owns control as owner
    add person Ann

    """

  /// The ids and messages of what is wrong.
  private func mistakes(_ text: String) -> [String] {
    var engine = Engine(today: .earliest)
    do {
      try engine.run(Self.model)
      try engine.run(text)
      return []
    } catch {
      return error.diagnostics.flatMap { ["\($0.id): \($0.message)"] + $0.help }
    }
  }

  @Test(arguments: [
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{1B}", "\u{E0041}",
  ])
  func `D3-6: what is hidden is refused in code and comments and allowed in quotes`(
    hidden: String
  ) throws {
    let code = "hidden-character: the invisible character U+"
    for text in [
      "people # who \(hidden) own", "# note \(hidden)\npeople", "people\n# \(hidden)\n",
      "peo\(hidden)ple",
    ] {
      #expect(mistakes(text).first?.hasPrefix(code) == true, "\(text.debugDescription)")
    }
    guard hidden != "\u{1B}" else { return }
    var engine = Engine(today: .earliest)
    try engine.run(Self.model + "add person \"A\(hidden)b\"")
    #expect(try engine.run("people").count == 1)
  }

  @Test func `emoji and letters of every script stand in comments`() {
    #expect(mistakes("# 👩‍👩‍👧 می‌خواهم, Łukasz, 漢字\npeople # é").isEmpty)
  }

  @Test func `D3-4: CRLF ends a line, and a carriage return alone is refused`() {
    #expect(mistakes("people # all\r\ncontrols\r\n").isEmpty)
    #expect(mistakes("\u{FEFF}people").isEmpty, "a mark at the start is skipped")
    #expect(
      mistakes("people\rwho own a control")
        == ["hidden-character: the invisible character U+000D cannot stand here"])
    #expect(mistakes("people\u{2028}").first?.contains("U+2028") == true)
    #expect(mistakes("people\u{0}").first?.contains("U+0000") == true)
  }

  @Test(arguments: [
    ("controls with no оwner", "'о' in it is the Cyrillic letter U+043E"),
    ("cοntrols", "'ο' in it is the Greek letter U+03BF"),
    ("ｐeople", "'ｐ' in it is the wide letter U+FF50"),
  ])
  func `D3-7: a letter that looks like another is named`(text: String, note: String) {
    let found = mistakes(text)
    #expect(found.first?.hasPrefix("unknown-word") == true && found.contains(note), "\(found)")
  }

  @Test func `D3-7: a word that looks like another cannot be declared`() {
    let found = mistakes("kind соntrol\n  ref: text, key")
    #expect(
      found == [
        "mixed-letters: 'соntrol' has letters of two alphabets that look alike",
        "'с' in it is the Cyrillic letter U+0441",
      ])
    #expect(mistakes("kind контроль (контроли)\n  name: text").isEmpty, "all of one alphabet")
  }

  @Test(arguments: ["\"\"", "\" \"", "\"\u{A0}\""])
  func `D3-14: a name of blanks is refused`(name: String) {
    #expect(mistakes("add person \(name)").first?.contains("cannot be empty") == true)
    #expect(!mistakes("set name of Ann to \(name)").isEmpty)
  }

  @Test(arguments: [".quit", "--help", "a\"\"b", "two  blanks", "# no comment", "控制"])
  func `D3-14: odd names are added, asked for and shown`(name: String) throws {
    var engine = Engine(today: .earliest)
    try engine.run(Self.model + "add person \"\(name)\"\nadd control C1")
    try engine.run("\"\(name)\" owns C1")
    guard case .answer(let answer)? = try engine.run("owners of C1").last else { return }
    #expect(answer.rows == [[.text(name.replacing("\"\"", with: "\""))]])
  }
}
