// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What is asked again is answered as if it had been asked for the first time.
struct PlanCacheTests {
  /// Makes an engine in which nothing has been asked.
  private func engine() throws -> Engine {
    var engine = Engine(today: EmbeddingRegister.today)
    try engine.run(EmbeddingRegister.script)
    for number in 10...29 {
      try engine.run("add control A.5.\(number)\nadd person \"P\(number)\"")
      try engine.run("add \"P\(number)\" owns A.5.\(number) since 2025-01-01")
    }
    return engine
  }

  private func isKnown(_ text: String, in engine: Engine) -> Bool {
    engine.knownQuestion(Array(text.utf8)[...]) != nil
  }

  private func rows(_ text: String, in engine: inout Engine) throws -> [[Value?]] {
    guard case .answer(let answer)? = try engine.run(text).last else {
      Issue.record("\(text) is no question")
      return []
    }
    return answer.rows
  }

  private func error(_ text: String, in engine: Engine) -> QueryError? {
    var engine = engine
    do throws(QueryError) {
      try engine.run(text)
      return nil
    } catch {
      return error
    }
  }

  // MARK: When a plan is known

  @Test func `a question is planned for the next times when it has come twice`() throws {
    var engine = try engine()
    let text = "owners of A.5.1"
    var known: [Bool] = []
    for _ in 0..<3 {
      known.append(isKnown(text, in: engine))
      #expect(try rows(text, in: &engine).count == 2)
    }
    #expect(known == [false, false, true])
  }

  @Test func `texts that differ in names share a plan when two have been planned`() throws {
    var engine = try engine()
    for number in [11, 12] { _ = try rows("owners of A.5.\(number)", in: &engine) }
    for number in 13...29 {
      #expect(isKnown("owners of A.5.\(number)", in: engine))
      let rows = try rows("owners of A.5.\(number)", in: &engine)
      #expect(rows == [[.text("P\(number)")]])
    }
    #expect(!isKnown("owners of A.5.1", in: engine), "a name of another length is another text")
    #expect(!isKnown("owners of \"A.51\"", in: engine), "nor is one in quotation marks the same")
    #expect(!isKnown("owners of Alicia", in: engine), "and one without a digit may be a word")
  }

  @Test func `a name that was never another is not open`() throws {
    var engine = try engine()
    for number in [11, 12] {
      _ = try rows("people who own A.5.\(number) and are not \"P29\"", in: &engine)
    }
    #expect(isKnown("people who own A.5.15 and are not \"P29\"", in: engine))
    #expect(!isKnown("people who own A.5.15 and are not \"P15\"", in: engine))
    #expect(try rows("people who own A.5.15 and are not \"P15\"", in: &engine).isEmpty)
    #expect(isKnown("people who own A.5.16 and are not \"P16\"", in: engine))
    #expect(try rows("people who own A.5.16 and are not \"P17\"", in: &engine).count == 1)
  }

  @Test(arguments: [
    // A value, a heading, a number, a limit, a day, a comment.
    ("people whose department is \"Audit\"", "people whose department is \"Legal\""),
    (
      "people showing name, number of A.5.11 or A.5.12 they own",
      "people showing name, number of A.5.11 or A.5.13 they own"
    ),
    ("controls with score above 3", "controls with score above 2"),
    ("top 3 controls by score", "top 2 controls by score"),
    ("as of 2025-06-01: owners of A.5.11", "as of 2024-06-01: owners of A.5.11"),
    ("owners of A.5.11 # of P11", "owners of A.5.11 # of P12"),
    ("people named \"P11\"", "people named \"P12\""),
  ])
  func `texts that differ in more than names have plans of their own`(
    _ one: String, _ other: String
  ) throws {
    var engine = try engine()
    let fresh = engine
    for text in [one, other, one, other, one, other] {
      var alone = fresh
      alone.onStage = { _ in }
      let answer = try? rows(text, in: &engine)
      #expect(answer == (try? rows(text, in: &alone)), "\(text)")
    }
  }

  @Test func `an apostrophe behind a name that ends with s is read with it`() throws {
    var engine = try engine()
    try engine.run("add control \"B1s\"\nadd control \"B2s\"\nadd control \"B2x\"")
    for text in ["B1s' owners", "B2s' owners", "B2s' owners"] {
      _ = error(text, in: engine)
    }
    #expect(!isKnown("B2x' owners", in: engine))
  }

  @Test func `a text that means something else leaves the plan that others share`() throws {
    var engine = try engine()
    for number in [11, 12] {
      _ = try rows("controls owned by \"P\(number)\", first 5", in: &engine)
    }
    for count in [6, 7, 8, 9, 6, 7, 8, 9] {
      _ = try rows("controls owned by \"P13\", first \(count)", in: &engine)
    }
    for count in 5...9 {
      #expect(isKnown("controls owned by \"P13\", first \(count)", in: engine), "\(count)")
    }
    #expect(isKnown("controls owned by \"P27\", first 5", in: engine))
  }

  @Test func `what cannot be kept, or is known, is not planned for the next time`() throws {
    var engine = try engine()
    engine.parameters = ["least": .number(1)]
    let texts = [
      "controls that protect \"Payroll\" and have at least $least owners",
      "controls whose status is \"Planned\"", "controls whose status is \"planned\"",
      "controls with score above 3", "controls with score above 4",
    ]
    for _ in 0..<4 { for text in texts { _ = try rows(text, in: &engine) } }
    for text in texts {
      let left = engine.planCache.noteAsked(
        text, in: engine.model.version, depthLimit: engine.limits.depth)
      #expect(left.isEmpty, "\(text)")
      #expect(isKnown(text, in: engine) == !text.contains("$"), "\(text)")
    }
  }

  @Test func `what was used long ago is forgotten`() {
    var kept = RecentlyUsed<Int, Int>(capacity: 10)
    for key in 0..<100 {
      kept.store(key, for: key)
      #expect(kept.value(of: 0) == 0, "what is used stays")
    }
    #expect((0..<100).count { kept.value(of: $0) != nil } <= 20)
    #expect((91..<100).allSatisfy { kept.value(of: $0) == $0 })
  }

  // MARK: What must not be seen of it

  @Test func `a mistake is told of the text in which it is`() throws {
    var engine = try engine()
    let fresh = engine
    for number in [11, 12] { _ = try rows("owners of A.5.\(number)", in: &engine) }
    let script = "people\n\ncontrols\nowners of A.5.99\ncontrols"
    for text in ["owners of A.5.99", script, "  owners of A.5.99 ?"] {
      let (known, unknown) = (error(text, in: engine), error(text, in: fresh))
      #expect(known == unknown && known != nil, "\(text)")
      #expect(known?.rendered == unknown?.rendered)
    }
    let (known, unknown) = (engine.frozen(), fresh)
    do throws(QueryError) {
      _ = try known.answer("owners of A.5.99")
      Issue.record("nobody owns A.5.99")
    } catch {
      #expect(error == self.error("owners of A.5.99", in: unknown))
    }
  }

  @Test func `missing data is looked for with the names of the question`() throws {
    var engine = try engine()
    try engine.run("set score of A.5.13 to 2")
    func answer(_ number: Int, _ engine: inout Engine) throws -> QueryResult? {
      let text = "controls that \"P\(number)\" owns whose score is not above 3"
      guard case .answer(let answer)? = try engine.run(text).last else { return nil }
      return answer
    }
    var fresh = engine
    for number in [11, 12] { _ = try answer(number, &engine) }
    #expect(isKnown("controls that \"P13\" owns whose score is not above 3", in: engine))
    #expect(try answer(13, &engine) == answer(13, &fresh))
    #expect(try answer(14, &engine) == answer(14, &fresh))
    #expect(try answer(14, &engine)?.notes.isEmpty == false)
    // Nobody is told who was asked about before.
    try engine.run("remove \"P11\"")
    #expect(try answer(13, &engine)?.rowCount == 1)
    let snapshot = engine.frozen()
    let text = "controls that \"P13\" owns whose score is not above 3"
    #expect(try snapshot.answer(Question(text: text)).rowCount == 1)
  }

  @Test func `a definition with the name that stood there keeps it`() throws {
    var engine = try engine()
    try engine.run(
      """
      add control B1
      add control B2
      add Ann owns B1 since 2025-01-01
      add Bob owns B2 since 2025-01-01
      """)
    // The name stands at the same place of its text.
    try engine.run("define a person is hot if they own B1")
    for number in [1, 2] {
      _ = try engine.prepare("people who are not hot and who own B\(number)")
    }
    let text = "people who are not hot and who own B2"
    #expect(isKnown(text, in: engine))
    #expect(try rows(text, in: &engine) == [[.text("Bob")]])
    #expect(try rows("people who are hot", in: &engine) == [[.text("Ann")]])
  }

  @Test func `the reading of a mistake has the names of its text`() throws {
    var engine = try engine()
    let snapshot = engine.frozen()
    for number in [11, 12] { _ = try snapshot.prepare(Question(text: "owners of A.5.\(number)")) }
    do throws(QueryError) {
      _ = try snapshot.answer("owners of A.5.99")
      Issue.record("A.5.99 is no control")
    } catch {
      #expect(error.rendered.contains("A.5.99") && !error.rendered.contains("A.5.11"))
    }
  }

  @Test func `who may know less shares no plans with others`() throws {
    var engine = try engine()
    for number in [11, 12] { _ = try rows("owners of A.5.\(number)", in: &engine) }
    let all = engine.frozen()
    let less = all.restricted { $0 == .attribute("salary", of: "person") ? .hidden : .allowed }
    #expect(isKnown("owners of A.5.13", in: all.engine))
    #expect(!isKnown("owners of A.5.13", in: less.engine))
    #expect(try less.answer("owners of A.5.13").rowCount == 1)
  }

  @Test func `an empty answer tells of the name that was asked about`() throws {
    var engine = try engine()
    try engine.run("add control A.5.31\nadd control A.5.32\nadd control A.5.33")
    let sentences = try [31, 32, 33].map { number -> String in
      guard case .answer(let answer)? = try engine.run("owners of A.5.\(number)").last else {
        return ""
      }
      #expect(answer.question == "owners of A.5.\(number)")
      return answer.emptySentence
    }
    #expect(sentences[2] == sentences[0].replacing("A.5.31", with: "A.5.33"))
    #expect(sentences[0].contains("A.5.31"))
  }

  @Test func `limits are those of who asks`() throws {
    var engine = try engine()
    for number in [11, 12, 13] { _ = try rows("owners of A.5.\(number)", in: &engine) }
    let known = engine
    func limit(_ change: (inout Limits) -> Void) -> ReachedLimit.Kind? {
      var engine = known
      change(&engine.limits)
      let error = error("\n\nowners of A.5.14", in: engine)
      if let error {
        #expect(error.source.position(of: error.diagnostics[0].range.start).line != 2)
      }
      return error?.limit?.kind
    }
    #expect(limit { $0.tokens = 2 } == .tokens)
    #expect(limit { $0.sourceBytes = 5 } == .sourceBytes)
    #expect(limit { $0.textBytes = 4 } == .textBytes)
    #expect(limit { $0.rows = 0 } == .rows)
    #expect(limit { $0.steps = 0 } == .steps)
    #expect(limit { _ in } == nil)
  }

  @Test func `the error of a limit stands where the question does`() throws {
    var engine = try engine()
    let fresh = engine
    for number in [11, 12] { _ = try rows("owners of A.5.\(number)", in: &engine) }
    var (known, unknown) = (engine, fresh)
    known.limits.rows = 0
    unknown.limits.rows = 0
    let text = "# two lines\n\nowners of A.5.14"
    #expect(error(text, in: known) == error(text, in: unknown))
    #expect(error(text, in: known)?.rendered.contains("3 | owners of A.5.14") == true)
  }

  @Test func `another model has other plans`() throws {
    var engine = try engine()
    let text = "people who are busy"
    try engine.run("define a person is busy if they own a control")
    for _ in 0..<3 { #expect(try rows(text, in: &engine).count == 22) }
    #expect(isKnown(text, in: engine))
    var other = engine
    try other.run("define a person is idle if they own no control")
    #expect(isKnown(text, in: engine) && !isKnown(text, in: other))
    #expect(try rows("people who are not idle", in: &other).count == 22)
  }

  @Test func `facts that come later count`() throws {
    var engine = try engine()
    for _ in 0..<3 { #expect(try rows("owners of A.5.11", in: &engine).count == 1) }
    try engine.run("add Ann owns A.5.11 since 2026-01-01")
    #expect(isKnown("owners of A.5.11", in: engine))
    #expect(try rows("owners of A.5.11", in: &engine).count == 2)
  }

  @Test func `a number that is given from outside is looked at each time`() throws {
    var engine = try engine()
    let text = "controls with at least $least owners"
    for (least, count) in [(1, 22), (2, 1), (1, 22), (2, 1), (3, 0), (1, 22)] {
      engine.parameters = ["least": .number(Double(least))]
      #expect(try rows(text, in: &engine).count == count)
    }
  }

  @Test func `what is given as a parameter may be another each time`() throws {
    var engine = try engine()
    for number in 11...15 {
      engine.parameters = ["which": .text("A.5.\(number)")]
      #expect(try rows("owners of $which", in: &engine) == [[.text("P\(number)")]])
    }
    engine.parameters = [:]
    #expect(error("owners of $which", in: engine)?.diagnostics.map(\.id) == ["unknown-parameter"])
    let snapshot = engine.frozen()
    for number in 11...15 {
      let control = "A.5.\(number)"
      let answer = try snapshot.answer("owners of \(control)")
      #expect(answer.rows == [[.text("P\(number)")]])
    }
  }

  @Test func `many threads may ask alike questions at a time`() async throws {
    var engine = try engine()
    let snapshot = engine.frozen()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for start in 0..<8 {
        group.addTask {
          try (0..<200).allSatisfy { turn in
            let number = 10 + (start * 7 + turn) % 20
            let answer = try snapshot.answer(Question(text: "owners of A.5.\(number)"))
            return answer.rows == [[.text("P\(number)")]]
          }
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  // MARK: The law

  @Test func `what a pattern marks is a name to the lexer, whatever stands there`() {
    let parts = [
      "owners", "of", "A.5.11", "P12", "17", "\"P 3\"", "\"Ann\"", "3x", "X'", "'s", "'", ".", ",",
      "-", "@", "A", "b2", "2026-01-31", "1.5", "\"", "\"\"", "$P1", "May", "(", ":", "_", "&",
    ]
    var marked = 0
    for seed in 0..<UInt64(3000) {
      var random = RandomSource(seed: seed)
      var text = ""
      for _ in 0..<(1 + random.below(7)) {
        text += (random.pick(parts) ?? "") + (random.oneIn(3) ? "" : " ")
      }
      let bytes = Array(text.utf8)
      guard let pattern = QuestionPattern(bytes[...]) else { continue }
      var other = bytes
      var places: [SourceRange] = []
      for start in bytes.indices {
        for end in (start + 1)..<(bytes.count + 1) where pattern.isName(SourceRange(start, end)) {
          places.append(SourceRange(start, end))
          for place in start..<end where bytes[place].isDigit {
            other[place] = UInt8(ascii: "0") + UInt8(random.below(10))
          }
        }
      }
      marked += places.count
      let (one, two) = (tokens(bytes), tokens(other))
      #expect(one.map(\.range) == two.map(\.range), "\(text)")
      let names = Set(
        one.filter { $0.isName || $0.isNumber || $0.kind == .parameter }.map(\.range))
      for place in places {
        let quoted = SourceRange(place.start - 1, place.end + 1)
        let joined = names.contains { $0.start <= place.start && place.end <= $0.end }
        #expect(names.contains(place) || names.contains(quoted) || joined, "\(text)")
      }
      #expect(
        zip(one, two).allSatisfy { $0.isName == $1.isName && $0.isNumber == $1.isNumber }, "\(text)"
      )
    }
    #expect(marked > 2000)
  }

  private func tokens(_ bytes: [UInt8]) -> [Token] {
    let source = SourceText(bytes: bytes)
    return Lexer.lex(
      source, in: SourceRange(0, bytes.count), vocabulary: VocabularyFixture.small.vocabulary
    ).tokens
  }

  /// All questions that there are, and random ones.
  private static let questions: [(question: CorpusQuestion, engine: Engine)] = {
    let generated = (0..<UInt64(LawWorld.count)).flatMap { seed in
      GeneratedSentences.make(
        "question", count: 1, seed: 1_700_000 + seed * 100, depth: 7, fixture: .small)
    }
    let acme = SampleEngine.acme()
    return (Corpus.examples + generated).map { ($0, LawWorld.engine) }
      + (Corpus.acme + Corpus.scripts).map { ($0, acme) }
  }()

  @Test func `a question asked again, and with other names, is answered as at first`() {
    var (shared, tried) = (0, 0)
    for (number, (question, engine)) in Self.questions.enumerated() {
      var random = RandomSource(seed: UInt64(number))
      let hasNames = question.tokens.contains { $0.isName || $0.isQuoted }
      let variants = (0..<(hasNames ? 6 : 0)).map { _ in Self.variant(of: question, &random) }
      var plain = engine
      plain.onStage = { _ in }
      for text in [question.text, question.text] + variants {
        tried += 1
        if isKnown(text, in: engine), text != question.text { shared += 1 }
        #expect(Self.outcome(of: text, engine) == Self.outcome(of: text, plain), "\(text)")
      }
    }
    #expect(tried > 1000)
    #expect(shared > 20, "\(shared) of \(tried) texts shared the plan of another")
  }

  /// The names in all questions, as they are written, by their length.
  private static let names = Dictionary(
    grouping: Set(
      questions.flatMap { question, _ in
        question.tokens.filter { $0.isName || $0.isQuoted }.map {
          question.source.text(in: $0.range)
        }
      }
    ).sorted(), by: \.utf8.count)

  /// A question with other names of the same length: those of other questions, or such as
  /// nothing has.
  private static func variant(of question: CorpusQuestion, _ random: inout RandomSource) -> String {
    var bytes = Array(question.text.utf8)
    for token in question.tokens where token.isName || token.isQuoted {
      let (start, length) = (token.range.start, token.range.end - token.range.start)
      var name = Array((random.pick(names[length] ?? []) ?? "").utf8)
      guard name.count == length, !random.oneIn(4) else { continue }
      if random.oneIn(8), let place = name.lastIndex(where: { $0 &- 48 < 10 }) {
        name[place] = UInt8(ascii: "0") + UInt8(random.below(10))
      }
      bytes.replaceSubrange(start..<(start + length), with: name)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func outcome(
    of text: String, _ engine: Engine
  ) -> Result<[QueryResult], QueryError> {
    var engine = engine
    do throws(QueryError) {
      return .success(
        try engine.run(text).compactMap { if case .answer(let answer) = $0 { answer } else { nil } }
      )
    } catch {
      return .failure(error)
    }
  }
}

extension Token {
  fileprivate var isNumber: Bool { if case .number = kind { true } else { false } }
}
