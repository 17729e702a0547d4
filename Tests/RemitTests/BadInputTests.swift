// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// Bad inputs that no other suite is about: letters with two cases, days that are none,
/// circles, and chains of definitions without end.
struct BadInputTests {
  private static let day = Day("2026-06-30") ?? .earliest

  private func engine(_ script: String) throws -> Engine {
    var engine = Engine(today: Self.day)
    try engine.run(script)
    return engine
  }

  private func names(_ question: String, _ engine: inout Engine) throws -> [String] {
    guard case .answer(let answer)? = try engine.run(question).last else { return [] }
    return answer.rows.map { $0[0]?.description ?? "" }
  }

  private func failure(_ text: String, _ engine: Engine) -> String {
    var engine = engine
    do throws(QueryError) {
      try engine.run(text)
      return "no error"
    } catch {
      return error.diagnostics.map(\.id).joined(separator: " ")
    }
  }

  @Test func `of many mistakes in one statement the first are told`() throws {
    let engine = try engine(
      "kind person (people)\n  name: text\nkind asset\n  name: text\n"
        + "relation person reports to person")
    let days = String(repeating: " in 2026-02-30", count: 3_000)
    let words = String(repeating: " who report to an asset", count: 40)
    for question in ["people" + days, "people" + words] {
      let ids = failure(question, engine).split(separator: " ")
      #expect(ids.count == 21)
      #expect(ids.last == "more-mistakes")
    }
  }

  // MARK: Row 2

  @Test func `D3-2: a chain of as many sets as there may be is asked, and one more refused`() throws
  {
    var engine = try engine("kind item\n  name: text\nadd item \"x\"")
    func question(_ count: Int) -> String {
      "items" + String(repeating: " plus items", count: count)
    }
    #expect(try names(question(1000), &engine) == ["x"])
    for count in [1001, 90_000] { #expect(failure(question(count), engine) == "nested-too-deep") }
  }

  @Test func `D3-2: a sum of as many terms as there may be is asked, and one more refused`() throws
  {
    var engine = try engine("kind item\n  name: text\n  price: number\nadd item \"x\" with price 7")
    func question(_ count: Int) -> String {
      "items whose price is below 1" + String(repeating: " + 1", count: count)
    }
    #expect(try names(question(1000), &engine) == ["x"])
    for stage in Stage.allCases { _ = try engine.explain(question(1000), stage: stage) }
    #expect(try engine.why("x", in: question(1000)).holds)
    for count in [1001, 60_000] { #expect(failure(question(count), engine) == "nested-too-deep") }
    // In brackets it is no less deep.
    let bracketed =
      "items whose price is below " + String(repeating: "(1 + ", count: 190)
      + String(repeating: "1 + ", count: 900) + "1" + String(repeating: ")", count: 190)
    #expect(failure(bracketed, engine) == "nested-too-deep")
  }

  // MARK: Row 10

  @Test(arguments: [
    // The two letters i of Turkish, with a point and without.
    ("istanbul", ["istanbul", "ISTANBUL", "İstanbul", "ıstanbul"]),
    ("İSTANBUL", ["istanbul", "ISTANBUL", "İstanbul", "ıstanbul"]),
    ("ISTANBUL", ["istanbul", "ISTANBUL", "İstanbul", "ıstanbul"]),
    // A letter that is two in capitals, and has a capital of its own too.
    ("strasse", ["Straße", "STRASSE", "STRAẞE"]),
    ("straße", ["Straße", "STRASSE", "STRAẞE"]),
    ("STRAẞE", ["Straße", "STRASSE", "STRAẞE"]),
    // A letter that has another form at the end of a word.
    ("οδυσσευς", ["Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"]),
    ("ΟΔΥΣΣΕΎΣ", ["Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"]),
    // A mark without a letter is found where it stands, and not everywhere.
    ("\u{301}", []),
  ])
  func `D3-10: capitals are told from small letters by one rule, in every country`(
    part: String, found: [String]
  ) throws {
    let all = [
      "istanbul", "ISTANBUL", "İstanbul", "ıstanbul", "Straße", "STRASSE", "STRAẞE", "Ὀδυσσεύς",
      "ΟΔΥΣΣΕΥΣ",
    ]
    let facts = all.map { "add town \"\($0)\"\n" }.joined()
    var engine = try engine("kind town\n  name: text\n" + facts)
    #expect(
      try names("towns whose name contains text \"\(part)\"", &engine).sorted() == found.sorted())
    // As a whole a name is the letters that it is written with.
    for name in all { #expect(try names("towns whose name is \"\(name)\"", &engine) == [name]) }
  }

  @Test func `D3-10: words of the language are words in small letters alone`() throws {
    var engine = try engine("kind item\n  name: text\nadd item \"x\"")
    #expect(try names("Items", &engine) == ["x"])
    // A Turkish capital is no capital of the English letter.
    #expect(failure("İtems", engine) != "no error")
  }

  // MARK: Row 20

  private func reading(_ bytes: [UInt8], _ name: String, limit: Int = 1 << 20) -> String {
    do throws(LoadError) {
      let table = try TableFile.read(bytes, name: name, sizeLimit: limit)
      return "\(table.rowCount) rows"
    } catch {
      return error.message
    }
  }

  @Test func `D3-20: a small file stands for no table without end`() throws {
    // Records with no name in common: as many columns as records.
    let records = (0..<5000).map { "{\"n\($0)\": 1}" }
    let refusal = "take more than 2 MiB"
    #expect(reading(Array("[\(records.joined(separator: ","))]".utf8), "a.json").contains(refusal))
    let lines = (0..<2000).map { "- n\($0): 1\n" }.joined()
    #expect(reading(Array(lines.utf8), "a.yaml").contains(refusal))
    // One long text in all cells of a sheet, and a row of many headings.
    let head = "<worksheet><sheetData><row><c t=\"str\"><v>name</v></c></row>"
    let shared = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 200)
    let long = "<sst><si><t>" + String(repeating: "A", count: 60_000) + "</t></si></sst>"
    let sheet = WorkbookMaker.workbook(
      sheet: Array("\(head)\(shared)</sheetData></worksheet>".utf8), texts: Array(long.utf8))
    #expect(reading(sheet, "a.xlsx").contains(refusal))
    let headings = (0..<16_000).map { "<c t=\"str\"><v>h\($0)</v></c>" }.joined()
    let short = String(repeating: "<row><c><v>1</v></c></row>", count: 200)
    let wide = "<worksheet><row>\(headings)</row>\(short)</worksheet>"
    #expect(
      reading(WorkbookMaker.workbook(sheet: Array(wide.utf8)), "a.xlsx").contains(refusal))
    // A part is as large as a file may be.
    #expect(
      reading(WorkbookMaker.workbook(sheet: Array(wide.utf8)), "a.xlsx", limit: 1000)
        .contains("is larger than"))
  }

  @Test func `D3-20: no room is made for rows that a header only promises`() throws {
    let header = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
    let blank = [UInt8](repeating: 0x0A, count: 1_000_000)
    #expect(reading(Array(header.utf8) + blank, "a.csv", limit: 8 << 20) == "0 rows")
  }

  @Test func `D3-20: the number of a row may be any`() throws {
    let sheet = """
      <worksheet><row r="9223372036854775807"><c t="str"><v>name</v></c></row>\
      <row><c t="str"><v>x</v></c></row><row r="-5"><c t="str"><v>y</v></c></row></worksheet>
      """
    let book = WorkbookMaker.workbook(sheet: Array(sheet.utf8))
    #expect(reading(book, "a.xlsx") == "2 rows")
  }

  // MARK: Row 22

  private static let circle: String = {
    let count = 10_000
    var script = """
      kind person (people)
        name: text
      kind role
        name: text
      relation role includes role as part / whole
      relation person delegates to person as delegate / delegator

      """
    for number in 0..<count { script += "add role \"R \(number)\"\nadd person \"P \(number)\"\n" }
    for number in 0..<count {
      let next = (number + 1) % count
      script += "add \"R \(number)\" includes \"R \(next)\"\n"
      script += "add \"P \(number)\" delegates to \"P \(next)\"\n"
    }
    return script
  }()

  @Test func `D3-22: a circle of ten thousand has an answer, and a reason with an end`() throws {
    var engine = try engine(Self.circle)
    engine.limits = .script
    for question in [
      "roles that \"R 0\" includes+", "roles r that include+ r",
      "people who delegate to+ \"P 0\"", "people p who delegate to+ p",
    ] {
      #expect(try names(question, &engine).count == 10_000, "\(question)")
    }
    let near = try engine.why("P 9990", in: "people who delegate to+ \"P 0\"")
    #expect(near.holds && near.parts.count + near.facts.count > 0)
    let far = try engine.why("P 1", in: "people who delegate to+ \"P 0\"")
    #expect(far.holds)
    #expect(ProofText().render(far).split(separator: "\n").count < 100)
    #expect(try names("path from \"P 1\" to \"P 0\" via delegates to", &engine).count > 0)
  }

  // MARK: Row 25

  private static let dates = """
    kind event record
      name: text
      happened: date
    add event record "first" with happened 0001-01-01
    add event record "leap" with happened 2024-02-29
    add event record "last" with happened 9999-12-31
    add event record "none"
    """

  @Test(arguments: [
    ("event records whose happened is 2026-02-31", "no-such-day"),
    ("event records whose happened is 2025-02-29", "no-such-day"),
    ("event records whose happened is 1900-02-29", "no-such-day"),
    ("event records whose happened is 0000-01-01", "no-such-day"),
    ("event records whose happened is 2026-13-01", "no-such-day"),
    ("event records whose happened is 2026-00-10", "no-such-day"),
    ("event records whose happened is in 2026-13", "no-such-month"),
    ("event records whose happened is 10000-01-01", "wrong-type"),
    ("event records whose happened is 26-06-30", "wrong-type"),
    ("event records whose happened is 30.06.26", "wrong-type"),
    ("event records whose happened is before 30.06.2026", "wrong-type"),
    ("event records whose happened is 2016-12-31T23:59:60", "unexpected-word"),
    ("event records whose happened is before today plus 99999999999 years", "number-too-large"),
  ])
  func `D3-25: a day that is none is refused`(_ question: String, id: String) throws {
    #expect(failure(question, try engine(Self.dates)) == id)
  }

  @Test(arguments: [
    // A day beyond the calendar is no day, and nothing is before or after it.
    ("event records whose happened is before 9999-12-31 plus 1 day", []),
    ("event records whose happened is after 0001-01-01 minus 1 day", []),
    ("event records whose happened is before 9999-12-31 plus 9999 years", []),
    // The last day of a shorter month stands for one that it does not have.
    ("event records whose happened is on 2023-01-31 plus 13 months", ["leap"]),
    ("event records whose happened is on 2020-02-29 plus 4 years", ["leap"]),
    ("event records whose happened is on or after 9999-12-31", ["last"]),
    ("event records whose happened is in 9999", ["last"]),
    ("event records whose happened is in 0001-01", ["first"]),
    ("event records with no happened", ["none"]),
  ])
  func `D3-25: a day that is one is counted right up to the ends of the calendar`(
    _ question: String, found: [String]
  ) throws {
    var engine = try engine(Self.dates)
    #expect(try names(question, &engine) == found)
  }

  @Test func `D3-25: today may be any day, and nothing overflows`() throws {
    let questions = [
      "event records whose happened is in the last 10000 years",
      "event records whose happened is in the next 10000 years",
      "event records whose happened is before today plus 1 day",
      "event records showing name, days between happened and today",
      "periods since 0001-01-01 when number of event records whose happened is before today is above 1",
      "event records whose happened is last year", "event records whose happened is next month",
    ]
    for day in [Day.earliest, .latest, Self.day] {
      var engine = try engine(Self.dates)
      engine.today = day
      for question in questions {
        #expect(failure(question, engine) == "no error", "\(question)")
      }
      #expect(try names("event records", &engine).count == 4)
    }
  }

  @Test(arguments: [
    ("2026-02-31", false), ("31.02.2026", false), ("01.02.26", false), ("2026-06-30", true),
    ("30.06.2026", true), ("29.02.2024", true), ("29.02.2023", false), ("00.01.2024", false),
  ])
  func `D3-25: a cell with a day that is none is told with its line`(
    cell: String, isDay: Bool
  ) throws {
    let form = try #require(DateForm("DD.MM.YYYY"))
    #expect((form.day(cell) != nil) == isDay)
    #expect(try #require(DateForm("YYYY-MM-DDThh:mm:ss")).day("2016-12-31T23:59:60") != nil)
  }

  // MARK: Long texts

  @Test func `a long part that begins like itself is found wherever it stands`() throws {
    var random = SeededRandom(seed: 12)
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in random.next() % 4 == 0 ? "b" : "a" })
    }
    let texts = (0..<40).map { _ in text(300) }
    var engine = try engine(
      "kind note\n  name: text\n" + texts.map { "add note \"\($0)\"\n" }.joined())
    var found = 0
    for round in 0..<60 {
      let whole = texts[round % texts.count]
      let start = whole.index(whole.startIndex, offsetBy: Int(random.next() % 270))
      var part = String(whole[start...].prefix(17 + round % 12))
      // Every third part ends in another way.
      if round % 3 == 0 { part = String(part.dropLast()) + (part.hasSuffix("a") ? "b" : "a") }
      let expected = Set(texts.filter { $0.contains(part) })
      let answer = try Set(names("notes whose name contains text \"\(part)\"", &engine))
      #expect(answer == expected)
      found += answer.count
    }
    #expect(found >= 40)
  }

  @Test func `a long part of long texts is looked for in steps that are counted`() throws {
    let long = String(repeating: "a", count: 20_000)
    let facts = (0..<50).map { "add note \"\(long)\($0)\"\n" }.joined()
    var engine = try engine("kind note\n  name: text\n" + facts)
    let half = String(repeating: "a", count: 10_000)
    #expect(try names("notes whose name contains text \"\(half)b\"", &engine) == [])
    #expect(try names("notes whose name contains text \"\(half)49\"", &engine).count == 1)
    engine.limits.steps = 10_000
    for test in ["contains text", "starts with", "ends with"] {
      let failure = failure("notes whose name \(test) \"\(half)b\"", engine)
      #expect(failure == "limit-reached")
    }
  }

  // MARK: Chains

  private static func word(_ number: Int) -> String {
    let letters = Array("bcdfghjklm")
    var (word, rest) = ("", number)
    for _ in 0..<4 {
      word = "\(letters[rest % 10])u" + word
      rest /= 10
    }
    return "q" + word
  }

  @Test(arguments: [
    "it is PREVIOUS", "it is not PREVIOUS", "it manages someone who is PREVIOUS",
    "it manages nobody who is PREVIOUS", "number of people who are PREVIOUS is above 1",
  ])
  func `a chain of definitions is refused where it gets deeper than a statement may be`(
    body: String
  ) throws {
    for limits in [Limits.script, .untrusted] {
      var engine = try engine(
        """
        kind person (people)
          name: text
          active: flag
        relation person manages person as manager
        add person "Ann" with active
        define a person is \(Self.word(0)) if it is active
        """)
      engine.limits = limits
      var last = 0
      var error: QueryError?
      while error == nil, last < 3000 {
        let definition =
          "define a person is \(Self.word(last + 1)) if "
          + body.replacing("PREVIOUS", with: Self.word(last))
        do throws(QueryError) {
          try engine.run(definition)
          last += 1
        } catch let found {
          error = found
        }
      }
      #expect(error?.diagnostics.map(\.id) == ["nested-too-deep"])
      #expect(
        error?.limit == ReachedLimit(.depth, used: limits.depth + 1, allowed: limits.depth))
      // What is deep enough for every use is deep enough for none to be missed.
      #expect(last >= limits.depth / 8)
      // The deepest that may be is planned, run and proved.
      let question = "people who are \(Self.word(last))"
      _ = try names(question, &engine)
      _ = try engine.why("Ann", in: question)
      for stage in Stage.allCases { _ = try engine.explain(question, stage: stage) }
    }
  }
}
