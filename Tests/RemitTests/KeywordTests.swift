// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

struct KeywordTests {
  @Test func `the list of words is that of the lexer`() throws {
    var listed: [String: Bool] = [:]
    for line in try ProjectFiles.text("Grammar/words.txt").split(separator: "\n")
    where !line.hasPrefix("#") {
      let cells = line.split(separator: " ", maxSplits: 2).map(String.init)
      try #require(cells.count == 3, "'\(line)' has a word, whether it is reserved, and its use")
      #expect(["reserved", "free"].contains(cells[1]), "\(line)")
      #expect(listed[cells[0]] == nil, "'\(cells[0])' is listed twice")
      listed[cells[0]] = cells[1] == "reserved"
    }
    for keyword in Keyword.allCases {
      #expect(listed[keyword.text] == keyword.isReserved, "'\(keyword.text)'")
    }
    #expect(listed.count == Keyword.allCases.count)
  }

  @Test func `every word of the language is in the grammar or refused by it`() throws {
    let grammar = try GrammarFile(ProjectFiles.text("Grammar/remit.ebnf"))
    let symbols = grammar.symbols
    let refused: Set<Keyword> = [.any, .what, .whom]
    for keyword in Keyword.allCases where !refused.contains(keyword) {
      #expect(
        symbols[.literal(keyword.text)] != nil,
        "no production has '\(keyword.text)'"
      )
    }
  }

  @Test func `a set of words holds what was put into it`() {
    var set = KeywordSet()
    for keyword in [Keyword.a, .kind, .flag, .today] { set.insert(keyword) }
    #expect(set.members == [.a, .today, .kind, .flag])
    #expect(!set.contains(.an))
  }
}
