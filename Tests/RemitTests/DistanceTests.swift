// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport
import Testing

@testable import Remit

/// Numbers made of distances are those made of the distances one by one.
struct DistanceTests {
  /// People of whom each reports to so many at most, circles included.
  private static func snapshot(managers most: Int, seed: UInt64) throws -> Snapshot {
    var random = RandomSource(seed: seed)
    let count = 40
    var script = """
      kind person (people)
        name: text
        department: text
      relation person reports to person as report / manager

      """
    for number in 0..<count {
      let department = random.oneIn(3) ? "Law" : "Sales"
      script += "add person P\(number) with department \"\(department)\"\n"
    }
    for number in 0..<count {
      let wanted = random.oneIn(8) ? 0 : 1 + random.below(most)
      let managers = Set((0..<wanted).map { _ in random.below(count) })
      for manager in managers.sorted() { script += "P\(number) reports to P\(manager)\n" }
    }
    // Not all numbers belong to somebody.
    script += "remove person P7\n"
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(script)
    return engine.frozen()
  }

  @Test(arguments: [1, 3])
  func `a number made of distances is that of their column`(managers: Int) throws {
    var counted = 0
    for seed in 0..<UInt64(20) {
      let snapshot = try Self.snapshot(managers: managers, seed: seed)
      for goal in ["P0", "P11", "P39"] {
        for people in ["people", "people whose department is \"Sales\""] {
          for (ends, column) in [
            ("from \(people) to \(goal)", "from it to \(goal)"),
            ("from \(goal) to \(people)", "from \(goal) to it"),
          ] {
            let way = "via reports to"
            let rows = try snapshot.answer(
              Question(text: "\(people), showing name, distance \(column) \(way)")
            ).rows
            let distances = rows.compactMap { row -> Double? in
              if case .number(let number)? = row[1] { number } else { nil }
            }
            counted += distances.count
            var expected: [String: Double] = [:]
            if let least = distances.min(), let most = distances.max() {
              let total = distances.reduce(0, +)
              expected = [
                "lowest": least, "highest": most, "total": total,
                "average": total / Double(distances.count),
              ]
            }
            for aggregate in ["lowest", "highest", "total", "average"] {
              let question = "\(aggregate) distance \(ends) \(way)"
              let found = try snapshot.answer(Question(text: question)).rows.first?[0]
              #expect(found == expected[aggregate].map { .number($0) }, "\(seed): \(question)")
            }
          }
        }
      }
    }
    #expect(counted > 500)
  }

  @Test func `roots may be of several kinds, of which one has fewer things`() throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(
      """
      kind apple
        name: text
      kind cherry (cherries)
        name: text
      relation apple or cherry likes apple or cherry
      add apple A1
      add apple A2
      A2 likes A1
      add cherry C1
      """)
    for number in 2...9 {
      try engine.run("add cherry C\(number)\nC\(number) likes C\(max(1, number - 3))")
    }
    let snapshot = engine.frozen()
    let question = """
      apples or cherries, showing name, highest distance from apples or cherries to it via likes
      """
    let rows = try snapshot.answer(Question(text: question)).rows
    let found = rows.map { $0.map { $0?.description ?? "" } }
    #expect(found.prefix(4) == [["A1", "1"], ["A2", "0"], ["C1", "3"], ["C2", "2"]])
  }

  @Test func `an edit and the end of a link are seen`() throws {
    var engine = Engine(today: try #require(Day("2026-06-30")))
    try engine.run(
      """
      kind person (people)
        name: text
      relation person reports to person as report / manager, dated
      add person Ann
      add person Bob
      add person Cem
      Bob reports to Ann
      Cem reports to Bob
      """)
    let question: Question = "highest distance from people to Ann via reports to"
    func answer() throws -> String? {
      try engine.frozen().answer(question).rows.first?[0]?.description
    }
    #expect(try answer() == "2")
    try engine.run("add person Dan\nDan reports to Cem until 2026-07-15")
    #expect(try answer() == "3")
    // Two ways lead to Dan, of which the shorter counts.
    try engine.run("Dan reports to Ann")
    #expect(try answer() == "2")
    engine.today = try #require(Day("2026-08-01"))
    #expect(try answer() == "2")
    try engine.run("remove person Bob")
    #expect(try answer() == "1")
  }
}
