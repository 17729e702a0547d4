// SPDX-License-Identifier: Apache-2.0

@testable import RemitShell
import Testing

struct CompletionListTests {
  private func candidate(
    _ text: String,
    _ category: String = "word",
    _ detail: String? = nil
  ) -> CompletionList.Candidate {
    CompletionList.Candidate(text: text, category: category, detail: detail)
  }

  private func list(_ text: String, from start: Int, _ candidates: String...) -> CompletionList {
    CompletionList(
      text,
      from: start,
      candidates.map { candidate($0) }
    )
  }

  @Test func `the only candidate is put in`() {
    #expect(list("controls wi", from: 9, "with").replacement == "controls with")
  }

  @Test func `several candidates go in as far as they agree`() {
    #expect(
      list("with no com", from: 8, "competent", "competence").replacement == "with no competen"
    )
  }

  @Test func `a name of several words is one candidate`() {
    let list = list("owned by \"Head o", from: 9, "\"Head of IT\"", "\"Head of HR\"")
    #expect(list.replacement == "owned by \"Head of ")
  }

  @Test func `what was typed stays while several candidates disagree with it`() {
    #expect(
      list("owned by hea", from: 9, "\"Head of IT\"", "Heather").replacement == "owned by hea"
    )
    #expect(list("x", from: 0).replacement == "x")
  }

  @Test func `a word that continues the letters goes in before a quoted name`() {
    #expect(list("peo", from: 0, "people", "\"People controls\"").replacement == "people")
  }

  @Test func `the case of a name is put right`() {
    #expect(list("owned by ann", from: 9, "Ann Lee", "Ann Moe").replacement == "owned by Ann ")
  }

  @Test func `candidates are listed by category within the width`() {
    let candidates =
      ["and", "or", "who"].map { candidate($0) }
      + ["Ann\u{1B}", "Bob"].map { candidate($0, "name") }
    #expect(
      CompletionList("is ", from: 3, candidates).listing(width: 18) == """
        word  and  or
              who
        name  Ann\\x1B
              Bob

        """
    )
  }

  @Test func `candidates are listed with what is known of them while there is room`() {
    let candidates = [
      candidate("A.5.1", "control", "Policies for information security"),
      candidate("A.5.2", "control"),
    ]
    #expect(
      CompletionList("", from: 0, candidates).listing(width: 30) == """
        control  A.5.1  Policies for…
                 A.5.2

        """
    )
    let wide = CompletionList("", from: 0, candidates + candidates).listing(width: 120)
    #expect(wide.split(separator: "\n").count == 2, "in columns where there are columns")
    let low = CompletionList("", from: 0, candidates + candidates + candidates)
    #expect(!low.listing(width: 80, height: 9).contains("Policies"))
  }

  @Test func `words are listed by what they do, forms of one word as one`() {
    func verb(_ text: String, _ base: String) -> CompletionList.Candidate {
      CompletionList.Candidate(
        text: text, category: "verb", detail: "a person does", group: "link it", base: base)
    }
    let words = [
      verb("own", "owns"), verb("owned", "owns"), verb("hold", "holds"), verb("held", "holds"),
      CompletionList.Candidate(text: "who", category: "word", detail: nil, group: "narrow it"),
    ]
    #expect(
      CompletionList("", from: 0, words).listing(width: 30, height: 6) == """
        link it    own(ed)  hold/held
        narrow it  who

        """)
  }

  @Test func `where nothing is typed names are counted and not listed`() {
    let candidates = [candidate("people", "kind"), candidate("A.5.1", "name", "Policies")]
    #expect(
      CompletionList("  ", from: 2, candidates).listing(width: 40) == """
        kind  people
        1 more; a letter or two narrows them

        """)
    #expect(CompletionList("who owns ", from: 9, candidates).listing(width: 40).contains("A.5.1"))
    let names = CompletionList("", from: 0, [candidates[1], candidates[1]]).listing(width: 40)
    #expect(names.contains("A.5.1"), "with nothing else there is, they are listed")
  }

  @Test func `the forms of a word count as one of a hundred`() {
    let words = (100...199).flatMap { number in
      ["thing\(number)", "thing\(number)s"].map {
        CompletionList.Candidate(
          text: $0, category: "kind", detail: nil, group: "things", base: "thing\(number)")
      }
    }
    let text = CompletionList("", from: 0, words).listing(width: 80)
    #expect(text.contains("thing199(s)") && !text.contains("more"))
  }

  @Test func `what a name says itself is not said of it again`() {
    let candidates = ["\"People controls\"", "Boardroom", "A.5.1"].map {
      candidate($0, "name", $0 == "A.5.1" ? "Policies" : $0.filter { $0 != "\"" })
    }
    #expect(
      CompletionList("x", from: 0, candidates).listing(width: 60) == """
        name  "People controls"
              Boardroom
              A.5.1              Policies

        """)
  }

  @Test func `U11: the first hundred are listed, then how many more there are`() {
    let candidates = (1...100).map { candidate("A.\($0)", "name") }
    let list = CompletionList("", from: 0, candidates, more: 12_245)
    #expect(list.listing(width: 80).hasSuffix("\n12,245 more; a letter or two narrows them\n"))
  }

  @Test func `U7: nothing in a list is obeyed by the terminal`() {
    let evil = "\u{1B}]0;x\u{07}\u{9B}2J\r\n\u{202E}"
    let candidates = (1...3).map {
      CompletionList.Candidate(
        text: evil + "\($0)", category: "name", detail: evil, group: evil)
    }
    for width in [1, 8, 40, 200] {
      for height in [1, 24] {
        let text = CompletionList("", from: 0, candidates).listing(width: width, height: height)
        #expect(
          text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 32 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E
          })
      }
    }
  }

  @Test(arguments: [
    // The only candidate goes in with a blank.
    ("controls wi|", 9, ["with"], "controls with |"),
    ("controls wi| no", 9, ["with"], "controls with |no"),
    ("controls wi|, x", 9, ["with"], "controls with|, x"),
    // The rest of the word stands behind the cursor already.
    ("contr|ols with", 0, ["controls"], "controls |with"),
    ("ow|ner and", 0, ["owner", "owners"], "owner| and"),
    ("contr|ol", 0, ["control"], "control |"),
    // Only as far as several agree.
    ("co|x", 0, ["competent", "competence"], "competen|x"),
    (".read sam|", 6, ["samples/"], ".read samples/|"),
    ("people|", 0, ["people"], "people |"),
  ])
  func `a completion in the middle leaves what follows`(
    marked: String, start: Int, texts: [String], expected: String
  ) {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let list = CompletionList(parts[0], from: start, texts.map { candidate($0) })
    let (change, cursor) = list.change(before: parts[1])
    var bytes = Array((parts[0] + parts[1]).utf8)
    bytes.replaceSubrange(change.range, with: Array(change.replacement.utf8))
    bytes.insert(UInt8(ascii: "|"), at: cursor)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `only the first hundred candidates are listed`() {
    let candidates = (1...1_000).map { candidate("A.\($0)", "name") }
    let text = CompletionList("", from: 0, candidates).listing(width: 80)
    #expect(text.contains("900 more;"))
    #expect(text.contains("A.100"))
    #expect(!text.contains("A.101"))
    let words = ["who", "with"].map { candidate($0) }
    let both = CompletionList("is ", from: 3, candidates + words).listing(width: 80)
    #expect(both.contains("who  with") && both.contains("902 more;"))
  }
}
