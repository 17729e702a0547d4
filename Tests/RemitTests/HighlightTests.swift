// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

struct HighlightTests {
  /// The parts of a text, each with what it is.
  private func parts(_ text: String) -> [String] {
    let source = SourceText(text)
    return AcmeAnswersTests.acme.engine.highlights(text)
      .map { "\(source.text(in: $0.range)):\($0.kind)" }
  }

  @Test func `each part of a question is told`() {
    #expect(
      parts("controls with 2 owners, showing title # why?") == [
        "controls:kind", "with:keyword", "2:number", "owners:relation", ",:sign",
        "showing:keyword", "title:attribute", "# why?:comment",
      ])
    #expect(
      parts("people who joined before 2026-01-01 and own \"A.5.1\" or $x") == [
        "people:kind", "who:keyword", "joined:unknownWord", "before:keyword", "2026-01-01:date",
        "and:keyword", "own:relation", "\"A.5.1\":name", "or:keyword", "$x:parameter",
      ])
  }

  @Test func `a word that begins a form is unknown only when something else follows`() {
    let form = AcmeAnswersTests.acme.engine.model.vocabulary.terms.keys.sorted().first {
      let word = String($0.split(separator: " ")[0])
      return $0.contains(" ") && Keyword(word: word) == nil
        && AcmeAnswersTests.acme.engine.model.vocabulary.terms[word] == nil
    }
    let word = String((form ?? "").split(separator: " ")[0])
    #expect(parts("controls \(word) ").last == "\(word):declared")
    #expect(parts("controls \(word) with").contains("\(word):unknownWord"))
  }

  @Test func `a name of nothing is told where a thing is looked up by it`() {
    #expect(parts("controls owned by Nobody42").last == "Nobody42:unknownName")
    #expect(parts("controls owned by Nobody42 and").contains("Nobody42:unknownName"))
    #expect(parts("controls whose title contains Nobody42").last != "Nobody42:unknownName")
    #expect(parts("add person Nobody42").last == "Nobody42:name")
    #expect(parts("controls owned by \"no such\"").last == "\"no such\":text")
  }

  @Test func `words that are being declared are not unknown, here or below`() {
    let text = """
      kind gizmo (gizmos)
        colour: text
      relation person mends gizmo as mender
      gizmos whose colour is "red"
      people who mend a gizmo
      people who brake a gizmo
      """
    let unknown = parts(text).filter { $0.hasSuffix(":unknownWord") }
    #expect(unknown == ["brake:unknownWord"])
    #expect(
      parts("define a person p is quiet if p owns no contrl").filter { $0.hasSuffix("unknownWord") }
        == ["contrl:unknownWord"])
  }

  @Test func `what cannot be read is told, and an open quote is a text`() {
    #expect(parts("controls named \"no such").last == "\"no such:text")
    #expect(parts("controls ; x").contains(";:unreadable"))
    #expect(parts("controls \u{202E}x").contains("\u{202E}x:unreadable"))
    #expect(parts("controls.") == ["controls:kind", ".:sign"])
    #expect(parts("").isEmpty && parts("  \n ").isEmpty)
  }

  @Test func `parts come in order and cover all that is no blank`() {
    for question in AcmeAnswersTests.cases.map(\.question) {
      let source = SourceText(question)
      var place = 0
      for part in AcmeAnswersTests.acme.engine.highlights(question) {
        #expect(part.range.start >= place && part.range.end > part.range.start)
        let between = source.text(in: SourceRange(place, part.range.start))
        #expect(between.allSatisfy { $0.isWhitespace })
        #expect(![.unknownWord, .unknownName, .unreadable].contains(part.kind), "\(question)")
        place = part.range.end
      }
      let rest = source.text(in: SourceRange(place, source.bytes.count))
      #expect(rest.allSatisfy { $0.isWhitespace })
    }
  }
}
