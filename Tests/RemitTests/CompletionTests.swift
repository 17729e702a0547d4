// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// Completion comes from the grammar: whatever a valid question says next is
/// offered there.
struct CompletionTests {
  static let questions = AcmeAnswersTests.cases.map(\.question)

  @Test(arguments: questions)
  func `U11: at every place the words the parser expects are offered, and the next one`(
    _ question: String
  ) {
    let engine = AcmeAnswersTests.acme.engine
    let vocabulary = engine.model.vocabulary
    let source = SourceText(question)
    let tokens = Lexer.lex(
      source, in: SourceRange(0, source.bytes.count), vocabulary: vocabulary
    ).tokens
    for (place, token) in tokens.enumerated().dropFirst() {
      // A text to look for can be anything.
      if token.isQuoted, tokens[place - 1].keyword == .text { continue }
      switch token.kind {
      case .term, .word, .name: break
      default: continue
      }
      // One letter of the word is typed.
      let typed = token.isQuoted ? 2 : 1
      let prefix = source.text(in: SourceRange(0, token.range.start + typed))
      var found = engine.completions(for: prefix)
      if found.more > 0 {
        // Of very many names with a letter the first are offered.
        found = engine.completions(for: source.text(in: SourceRange(0, token.range.end - 1)))
      }
      let wanted = source.text(in: SourceRange(found.range.start, token.range.end))
      let offered = found.completions.map(\.text)
      #expect(
        offered.contains(wanted)
          || offered.contains { $0 == "\"\(token.text)\"" || $0 == token.text },
        "'\(wanted)' after '\(source.text(in: SourceRange(0, found.range.start)))'")
      guard found.range.start == token.range.start, found.range.end == token.range.start + 1
      else { continue }
      let letter = String(prefix.suffix(1)).lowercased()
      let expected = expected(after: Array(tokens[..<place]), in: engine).expected
      let keywords = expected.keywords.members.filter { $0 != .any }.map(\.text)
      #expect(
        Set(found.completions.filter { $0.category == "keyword" }.map(\.text))
          == Set(keywords.filter { $0.hasPrefix(letter) }), "'\(prefix)'")
      for completion in found.completions where completion.base != nil {
        let classes = vocabulary.terms[completion.text]?.classes ?? []
        #expect(!classes.isDisjoint(with: expected.classes), "'\(prefix)' \(completion.text)")
      }
      let takesName = expected.name || tokens[place - 1].keyword == .named
      #expect(takesName || !found.completions.contains { $0.category == "name" })
    }
  }

  /// Gives one text for any file.
  private struct OneFileLoader: Loader {
    let text: String

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there is no '\(name)'")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      try TableFile.read(Array(text.utf8), name: name, sheet: nil)
    }
  }

  /// What the parser says could stand at the end of some tokens.
  private func expected(
    after kept: [Token], in engine: Engine
  ) -> (expected: Expected, end: Token) {
    let end = Token(
      kind: .end, text: "", range: SourceRange(0, 0), keyword: nil, startsLine: false)
    let parser = Parser.parse(
      kept + [end], source: SourceText(""), vocabulary: engine.model.vocabulary
    ).parser
    return (parser.furthest == kept.count ? parser.expected : Expected(), end)
  }

  /// Whether a statement so far has something that can never be right.
  private func isRefused(_ tokens: [Token], _ end: Token, in engine: Engine) -> Bool {
    let parsed = Parser.parse(
      tokens + [end], source: SourceText(""), vocabulary: engine.model.vocabulary)
    if let failure = parsed.parser.failure, failure < tokens.count { return true }
    guard case .question(let question)? = parsed.statement else { return false }
    let found = Binder.bind(question, model: engine.model).diagnostics
    return found.contains { CompletionFinder.impossible.contains($0.id) }
  }

  @Test func `U11: what is left out where nothing is typed could not be right`() {
    let engine = AcmeAnswersTests.acme.engine
    var (count, checked) = (0, 0)
    for question in CompletionTests.questions {
      let source = SourceText(question)
      let tokens = Lexer.lex(
        source, in: SourceRange(0, source.bytes.count), vocabulary: engine.model.vocabulary
      ).tokens
      for place in 1..<tokens.count {
        let before = source.text(in: SourceRange(0, tokens[place].range.start))
        guard before.hasSuffix(" ") else { continue }
        // Each takes hundreds of sentences to be read.
        count += 1
        guard count % 300 == 0 else { continue }
        checked += 1
        let kept = Array(tokens[..<place])
        let (expected, end) = expected(after: kept, in: engine)
        let offered = engine.completions(for: before).completions
        checkLeftOut(kept, expected, offered, end, in: engine)
      }
    }
    #expect(checked >= 3)
  }

  private func checkLeftOut(
    _ kept: [Token], _ expected: Expected, _ offered: [Completion], _ end: Token, in engine: Engine
  ) {
    let texts = Set(offered.map(\.text))
    let nouns = engine.model.vocabulary.terms.values.filter {
      $0.text == $0.base && !$0.classes.isDisjoint(with: [.kind, .relationNoun])
        && !$0.classes.isDisjoint(with: expected.classes)
    }
    func token(_ term: Term) -> Token {
      Token(
        kind: .term(term), text: term.text, range: SourceRange(0, 0),
        keyword: Keyword(word: term.text), startsLine: false)
    }
    let words = CompletionWords(engine.model, after: kept, expected: expected.classes)
    for term in engine.model.vocabulary.terms.values
    where !term.classes.isDisjoint(with: expected.classes) && !texts.contains(term.text) {
      guard words.agrees(term), !isRefused(kept + [token(term)], end, in: engine) else { continue }
      // An adjective in front of a noun has to fit one of those that may follow.
      let fitsNone =
        term.classes.contains(.adjective) && !nouns.isEmpty
        && nouns.allSatisfy { isRefused(kept + [token(term), token($0)], end, in: engine) }
      #expect(fitsNone, "'\(kept.map(\.text).joined(separator: " "))' lacks '\(term.text)'")
    }
  }

  @Test func `each word has a purpose, and what is likely comes first`() {
    let engine = AcmeAnswersTests.acme.engine
    func first(_ text: String, _ purpose: Completion.Purpose) -> [String] {
      engine.completions(for: text).completions.filter { $0.purpose == purpose }.map(\.text)
    }
    let start = engine.completions(for: "").completions
    #expect(start.first?.purpose == .thing && first("", .count).first == "average")
    #expect(first("", .tell).contains("check"))
    #expect(first("", .thing).prefix(3) == ["people", "person", "team"])
    let narrowing = first("critical assets with ", .narrow)
    #expect(narrowing.prefix(3) == ["a", "an", "different"] && narrowing.prefix(10).contains("no"))
    #expect(engine.completions(for: "people who ").completions.first?.purpose == .link)
    #expect(first("controls ", .finish) == ["showing", "sorted"])
    #expect(first("controls whose status is ", .value).contains("planned"))
    #expect(start.filter { $0.purpose == .name }.allSatisfy { $0.kind != nil })
    #expect(start.contains { $0.text == "people" && $0.detail == "150" })
    let owned = engine.completions(for: "controls owned").completions.first
    #expect(owned?.base == "owns" && owned?.detail?.contains("person") == true)
  }

  @Test func `letters may be in any case, and names without quotes or capitals`() {
    let engine = AcmeAnswersTests.acme.engine
    func texts(_ text: String) -> [String] { engine.completions(for: text).completions.map(\.text) }
    #expect(texts("CONTROLS WI").contains("with"))
    #expect(texts("controls owned by ann l") == ["Ann Li", "Ann Lindqvist"])
    #expect(texts("controls owned by \"Ann L") == ["Ann Li", "Ann Lindqvist"])
    let long = engine.completions(for: "people responsible for policies for")
    #expect(long.completions.first?.text.hasPrefix("\"Policies for") == true)
    #expect(long.range.start == "people responsible for ".utf8.count)
  }

  @Test func `each thing is named once, by the name it is shown by`() {
    let engine = AcmeAnswersTests.acme.engine
    let people = engine.completions(for: "controls owned by ")
    let names = people.completions.filter { $0.category == "name" }
    #expect(names.count == 100 && people.more == 50)
    #expect(!names.contains { $0.text.contains("@") })
    let mail = engine.completions(for: "controls owned by \"ann.li@").completions
    #expect(mail.map(\.text) == ["\"ann.li@acme.example\""])
  }

  // Without optimization it takes a second; each of the names put in its place among
  // all of them would take minutes.
  @Test(.timeLimit(.minutes(3)))
  func `U11: names in the worst order are found as quickly as others`() throws {
    var engine = Engine(today: .earliest)
    try engine.run("kind part\n  ref: text, key")
    let count = 100_000
    var rows = "Ref\n"
    for number in (0..<count).reversed() { rows += "P\(number + count)\n" }
    engine.loader = OneFileLoader(text: rows)
    try engine.run("load parts from \"parts.csv\" with ref from \"Ref\"")
    let found = engine.completions(for: "parts named P")
    #expect(found.completions.filter { $0.category == "name" }.map(\.text).first == "P100000")
    #expect(found.more == count - 100)
  }

  @Test func `only values of the attribute are offered beside it`() {
    let engine = AcmeAnswersTests.acme.engine
    let offered = engine.completions(for: "assets whose classification is ").completions
    let adjectives = offered.filter { $0.category == "adjective" }.map(\.text)
    #expect(adjectives == ["confidential", "internal", "public", "secret"])
  }

  @Test func `texts that things have are offered where one is compared`() throws {
    let engine = AcmeAnswersTests.acme.engine
    func values(_ text: String) -> [String] {
      engine.completions(for: text).completions.filter { $0.category == "value" }.map(\.text)
    }
    #expect(
      values("people whose department is ").prefix(2) == [
        "\"Customer Support\"", "\"Engineering\"",
      ])
    #expect(values("people whose department is not \"fin") == ["\"Finance\""])
    #expect(values("people whose department is fin") == ["\"Finance\""])
    #expect(values("people whose department is \"xyz").isEmpty)
    #expect(values("people whose start date is ").isEmpty)
    #expect(values("people named ").isEmpty)
    var many = Engine(today: .earliest)
    try many.run("kind part\n  name: text\n  place: text\nkind shop\n  name: text\n  place: text")
    for number in 1...120 { try many.run("add part P\(number) with place \"Hall \(number)\"") }
    try many.run("add shop S1 with place \"Town\"\nremove P7")
    let found = many.completions(for: "parts whose place is \"")
    #expect(found.completions.count == 100 && found.more == 19)
    #expect(found.completions.map(\.text).prefix(2) == ["\"Hall 1\"", "\"Hall 2\""])
    #expect(!found.completions.contains { $0.text == "\"Hall 7\"" || $0.text == "\"Town\"" })
    #expect(
      many.completions(for: "everything whose place is \"T").completions.map(\.text) == ["\"Town\""]
    )
  }

  @Test func `names of a fitting kind are offered with their titles`() {
    let engine = AcmeAnswersTests.acme.engine
    let offered = engine.completions(for: "people responsible for A.5.1").completions
    #expect(offered.contains { $0.text == "A.5.1" && $0.category == "name" && $0.detail != nil })
    let people = engine.completions(for: "controls owned by Ann").completions
    #expect(people.allSatisfy { $0.category != "name" || $0.text.lowercased().contains("ann") })
    #expect(people.contains { $0.category == "name" })
  }

  @Test func `verbs a noun cannot take are not offered`() {
    let engine = AcmeAnswersTests.acme.engine
    let verbs = engine.completions(for: "people who ").completions
      .filter { $0.category == "verb" }.map(\.text)
    #expect(verbs.contains("own"))
    #expect(!verbs.contains("treat"))
  }

  @Test func `a noun that was defined is followed by what its things have`() throws {
    var engine = Engine(today: .earliest)
    try engine.run(
      """
      kind person (people)
        name: text, key
        department: text
      kind control
        ref: text, key
        status: one of planned, done
      relation person owns control as owner
      define "orphan" as control with no owner
      """)
    func offered(_ text: String) -> [String] {
      engine.completions(for: text).completions.map(\.text)
    }
    #expect(offered("orphans whose ").contains("status"))
    #expect(!offered("orphans whose ").contains("department"))
    #expect(!offered("orphans that ").contains("own"))
  }

  @Test func `texts of what a column names are offered to find it by, and the rest of a matrix`() {
    let engine = AcmeAnswersTests.acme.engine
    func offered(_ text: String) -> [String] {
      engine.completions(for: text).completions.map(\.text).sorted()
    }
    #expect(
      offered("load people from \"hr.csv\" with manager from \"Boss\" by ")
        == ["department", "email", "job title", "name", "staff number", "user name"])
    #expect(
      offered("load people from \"hr.csv\" with name from \"Who\", fixes from \"What\" by ")
        == ["name", "ref", "title"])
    #expect(offered("load owns ") == ["from", "where"])
    #expect(offered("load owns where \"A\" from \"raci.csv\" with role from each ") == ["heading"])
  }
}
