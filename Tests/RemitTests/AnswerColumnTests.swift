// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// Answers whose values are made when they are read, and what is evaluated of
/// many rows at a time.
struct AnswerColumnTests {
  private static let count = 40

  /// A person by number: some have no site, no age and no manager.
  private static func site(_ number: Int) -> String? {
    number % 7 == 0 ? nil : "s\(number * 11 % 13)"
  }
  private static func age(_ number: Int) -> Int? { number % 5 == 0 ? nil : number * 7 % 4 }
  private static func manager(_ number: Int) -> Int? { number % 9 == 8 ? nil : number / 2 }
  private static func owners(ofAsset number: Int) -> [Int] {
    number % 6 == 0 ? [] : Array(Set([number % 10, number * 3 % 10, number % 4])).sorted()
  }
  private static func isHigh(_ asset: Int) -> Bool { asset % 3 == 0 }

  private static func engine() throws -> Engine {
    var text = """
      kind person (people)
        name: text, key
        site: text
        age: number
        active: flag
      kind asset
        name: text, key
        level: levels low < high
      relation person owns asset as owner
      relation person reports to person as report / manager

      """
    for number in 0..<count {
      var parts = number % 2 == 0 ? ["active"] : []
      if let site = site(number) { parts.append("site \"\(site)\"") }
      if let age = age(number) { parts.append("age \(age)") }
      text += "add person \"p\(number)\"" + (parts.isEmpty ? "" : " with ")
      text += parts.joined(separator: ", ") + "\n"
      text += "add asset \"a\(number)\" with level \(isHigh(number) ? "high" : "low")\n"
    }
    for number in 0..<count {
      if number > 0, let manager = manager(number) {
        text += "add \"p\(number)\" reports to \"p\(manager)\"\n"
      }
      for owner in owners(ofAsset: number) { text += "add \"p\(owner)\" owns \"a\(number)\"\n" }
    }
    var engine = Engine(today: Day(number: 20_000))
    try engine.run(text)
    return engine
  }

  private func answer(_ question: String, _ engine: inout Engine) throws -> QueryResult {
    let outcomes = try engine.run(question)
    for case .answer(let answer) in outcomes { return answer }
    throw QueryError(code: .invalid, diagnostics: [], source: SourceText(question))
  }

  private func texts(_ rows: [[Value?]]) -> [[String]] {
    rows.map { $0.map { $0?.description ?? "" } }
  }

  @Test func `rows, single rows and texts are the same, whichever is read first`() throws {
    var engine = try Self.engine()
    for question in [
      "people, showing name, site, age", "people or assets", "people",
      "assets, showing level",
      "people p who own an asset x, showing p's site, x's level, x's name",
      "assets, showing name, owner, level",
      "people p, showing p's name, number of (assets that p owns), sorted by age descending",
    ] {
      let answer = try answer(question, &engine)
      let single = (0..<answer.rowCount).map(answer.row)
      let columns = answer.columns.indices.map { column -> [String] in
        let texts = answer.texts(ofColumn: column, rows: 0..<answer.rowCount)
        return texts.ends.indices.map { row in
          let start = row == 0 ? 0 : texts.ends[row - 1]
          return String(decoding: texts.bytes[start..<texts.ends[row]], as: UTF8.self)
        }
      }
      #expect(answer.rowCount > 0)
      #expect(answer.rows == single)
      for (row, cells) in self.texts(answer.rows).enumerated() {
        #expect(columns.map { $0[row] } == cells)
      }
    }
  }

  @Test func `what is written of columns is what is written of their values`() throws {
    var engine = try Self.engine()
    let lazy = try answer("assets, showing name, owner, level", &engine)
    let made = QueryResult(columns: lazy.columns, rows: lazy.rows)
    #expect(ResultFormat.tsv.render(lazy)?.text == ResultFormat.tsv.render(made)?.text)
    #expect(ResultFormat.tsv.render(lazy)?.text.split(separator: "\n").count == Self.count + 1)
  }

  @Test func `distinct rows are those first met`() throws {
    var engine = try Self.engine()
    let all = texts(try answer("people, showing name, site, age", &engine).rows)
    let some = texts(try answer("people, showing site, age", &engine).rows)
    var expected: [[String]] = []
    for row in all.map({ Array($0.dropFirst()) }) where !expected.contains(row) {
      expected.append(row)
    }
    #expect(some == expected)
    let first = try answer("people, showing site, age, first 5", &engine)
    #expect(texts(first.rows) == Array(expected.prefix(5)))
  }

  @Test func `the first rows of an order are those of the whole order`() throws {
    var engine = try Self.engine()
    for keys in [
      "age", "age descending", "site, age", "site descending, name", "number of reports",
    ] {
      let question = "people, showing name, sorted by \(keys)"
      let all = try answer(question, &engine).rows
      for count in [1, 2, 3, 7, 19, 20, 39, 40, 50] {
        #expect(
          try answer("\(question), first \(count)", &engine).rows == Array(all.prefix(count)))
      }
    }
  }

  @Test func `groups are counted as one by one`() throws {
    var engine = try Self.engine()
    var counts: [String: Int] = [:]
    var pairs: [[String]: Int] = [:]
    for asset in 0..<Self.count {
      let sites = Set(Self.owners(ofAsset: asset).compactMap(Self.site))
      for site in sites.isEmpty ? [""] : Array(sites) {
        counts[site, default: 0] += 1
        pairs[[Self.isHigh(asset) ? "high" : "low", site], default: 0] += 1
      }
    }
    let one = texts(try answer("number of assets per owner's site", &engine).rows)
    #expect(one.count == counts.count)
    for row in one { #expect(counts[row[0]].map(String.init) == row[1]) }
    let two = texts(try answer("number of assets per level, owner's site", &engine).rows)
    #expect(two.count == pairs.count)
    for row in two { #expect(pairs[[row[0], row[1]]].map(String.init) == row[2]) }
    let sorted = texts(
      try answer("number of assets per owner's site, sorted by number descending", &engine).rows)
    for count in 1...counts.count {
      let first = try answer(
        "number of assets per owner's site, sorted by number descending, first \(count)", &engine)
      #expect(texts(first.rows) == Array(sorted.prefix(count)))
    }
    let owners = texts(try answer("number of high assets per owner", &engine).rows)
    #expect(!owners.isEmpty)
    for row in owners {
      let number = try #require(Int(row[0].dropFirst()))
      let owned = (0..<Self.count).filter {
        Self.isHigh($0) && Self.owners(ofAsset: $0).contains(number)
      }
      #expect(row[1] == "\(owned.count)")
    }
  }

  @Test func `what is counted of all rows at once is what is counted of each`() throws {
    var engine = try Self.engine()
    for counted in [
      "assets that p owns", "high assets that p owns", "assets with exactly 2 owners, that p owns",
      "assets that p owns, and that are owned by p's manager", "people who report to+ p",
    ] {
      let all = texts(
        try answer("people p, showing p's name, number of (\(counted))", &engine).rows)
      #expect(all.count == Self.count)
      for row in all {
        let one = try answer(
          "people p, where p is \"\(row[0])\", showing p's name, number of (\(counted))", &engine)
        #expect(texts(one.rows) == [row])
      }
    }
  }

  @Test func `distances to one thing are the steps of each way`() throws {
    var engine = try Self.engine()
    let rows = texts(
      try answer("people p, showing p's name, distance from p to \"p0\" via reports to", &engine)
        .rows)
    var distances: [String] = []
    for number in 0..<Self.count {
      var (steps, place): (Int, Int?) = (0, number)
      while let at = place, at > 0 { (steps, place) = (steps + 1, Self.manager(at)) }
      distances.append(place == nil ? "" : "\(steps)")
    }
    #expect(rows.map { $0[1] } == distances)
    let known = distances.compactMap(Int.init)
    for (word, steps) in [("highest", known.max()), ("lowest", known.min())] {
      for way in [
        "from people to \"p0\" via reports to", "from \"p0\" to people via reported to by",
      ] {
        let fold = try answer("\(word) distance \(way)", &engine)
        #expect(texts(fold.rows) == [["\(steps ?? -1)"]])
      }
    }
    let sum = zip(0..., distances).filter { $0.0 % 2 == 0 }.compactMap { Int($0.1) }.reduce(0, +)
    let some = try answer("total distance from active people to \"p0\" via reports to", &engine)
    #expect(texts(some.rows) == [["\(sum)"]])
  }

  @Test func `the only one who can is found for all rows as for each`() throws {
    let (people, controls) = (20, 60)
    func owners(_ control: Int) -> [Int] { [control * 7 % people, control * 13 % 19].sorted() }
    func held(_ person: Int) -> Set<Int> { [person % 4, person * 3 % 5] }
    func required(_ control: Int) -> Set<Int> {
      control % 8 == 0 ? [] : [control % 3, control % 5]
    }
    var text = """
      kind person (people)
        name: text, key
      kind competence
        name: text, key
      kind skill
        name: text, key
      kind control
        name: text, key
      relation person owns control as owner
      relation person holds competence or skill as holder
      relation control requires competence or skill
      define a person p is competent for a control c if p holds every competence that c requires
      define a person p is skilled for a control c if p holds every skill that c requires

      """
    for number in 0..<5 { text += "add competence \"k\(number)\"\nadd skill \"s\(number)\"\n" }
    for person in 0..<people {
      text += "add person \"p\(person)\"\n"
      for number in held(person).sorted() { text += "add \"p\(person)\" holds \"k\(number)\"\n" }
      text += "add \"p\(person)\" holds \"s\(person % 5)\"\n"
    }
    for control in 0..<controls {
      text += "add control \"c\(control)\"\n"
      for owner in Set(owners(control)).sorted() {
        text += "add \"p\(owner)\" owns \"c\(control)\"\n"
      }
      for number in required(control).sorted() {
        text += "add \"c\(control)\" requires \"k\(number)\"\n"
      }
      text += "add \"c\(control)\" requires \"s\(control % 2)\"\n"
    }
    var engine = Engine(today: Day(number: 20_000))
    try engine.run(text)
    var alone = [Int](repeating: 0, count: people)
    for control in 0..<controls {
      let able = Set(owners(control)).filter { required(control).isSubset(of: held($0)) }
      if able.count == 1, let one = able.first { alone[one] += 1 }
    }
    #expect(alone.contains { $0 > 0 })
    for counted in [
      "controls with exactly 1 competent owner, whose competent owner is p",
      "controls with exactly 1 competent owner, whose skilled owner is p",
      "controls with exactly 1 skilled owner, whose competent owner is p",
      "controls with exactly 1 owner, whose competent owner is p",
      "controls with exactly 2 competent owners, whose competent owner is p",
      "controls other than \"c1\" with exactly 1 competent owner, whose competent owner is p",
    ] {
      let all = texts(
        try answer("people p, showing p's name, number of (\(counted))", &engine).rows)
      for row in all {
        let one = try answer(
          "people p, where p is \"\(row[0])\", showing p's name, number of (\(counted))", &engine)
        #expect(texts(one.rows) == [row])
      }
      if counted.hasPrefix("controls with exactly 1 competent owner, whose competent") {
        #expect(all.map { $0[1] } == alone.map(String.init))
      }
    }
  }
}
