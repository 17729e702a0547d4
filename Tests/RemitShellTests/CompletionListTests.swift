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
      CompletionList("", from: 0, candidates).listing(width: 18) == """
        word  and  or
              who
        name  Ann\\x1B
              Bob

        """
    )
  }

  @Test func `few candidates are listed with what is known of them`() {
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
  }

  @Test func `only the first hundred candidates are listed`() {
    let candidates = (1...1_000).map { candidate("A.\($0)", "name") }
    let text = CompletionList("", from: 0, candidates).listing(width: 80)
    #expect(text.hasSuffix("900 more\n"))
    #expect(text.contains("A.100"))
    #expect(!text.contains("A.101"))
    let words = ["who", "with"].map { candidate($0) }
    let both = CompletionList("", from: 0, candidates + words).listing(width: 80)
    #expect(both.contains("who  with") && both.hasSuffix("902 more\n"))
  }
}
