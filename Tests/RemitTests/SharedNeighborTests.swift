// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport
import Testing

@testable import Remit

/// Things that two others lead to, found by intersecting their rows.
struct SharedNeighborTests {
  /// Links between things with numbers for names, the same each time.
  private struct Files: Loader {
    private(set) var links: [String: [[Int]]] = [:]

    /// Makes links at random, so many of each name between so many things.
    init(_ ties: [(name: String, from: Int, to: Int, count: Int)]) {
      var random = RandomSource(seed: 11)
      for (name, from, to, count) in ties {
        links[name] = (0..<count).map { _ in
          [Int(random.next() % UInt64(from)), Int(random.next() % UInt64(to))]
        }
      }
    }

    /// What each thing leads to along a link.
    func rows(_ name: String) -> [Int: Set<Int>] {
      (links[name] ?? []).reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
    }

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there is no '\(name)'")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      let rows: [[Int]] = links[name] ?? (0..<(Int(name) ?? 0)).map { [$0] }
      return DataTable(
        name: name, columns: links[name] == nil ? ["id"] : ["src", "dst"],
        rows: rows.map { $0.map(String.init) })
    }
  }

  /// What a question is answered of so many people, controls and assets, and such links.
  private func rows(
    of question: String, people: Int, controls: Int, assets: Int, _ files: Files
  ) throws -> [[Int]] {
    var engine = Engine(today: .latest, loader: files, limits: .script)
    try engine.run(
      """
      kind person (people)
        id: text, key
      kind control
        id: text, key
      kind asset
        id: text, key
      relation person operates control as operator
      relation person audits control as auditor
      relation control protects asset as protection
      load people from "\(people)"
      load controls from "\(controls)"
      load assets from "\(assets)"
      load operates from "operates" with operator from "src", control from "dst"
      load audits from "audits" with auditor from "src", control from "dst"
      load protects from "protects" with protection from "src", asset from "dst"
      """)
    return try engine.answer(engine.prepare(question)).rows.map { row in
      row.compactMap { $0.flatMap { Int($0.description) } }
    }
  }

  /// Short rows are compared all with all, what stands behind them included; the last ones
  /// have nothing behind them.
  @Test(arguments: [150, 250, 400, 900, 1500])
  func `rows of any length share what they have in common`(count: Int) throws {
    let files = Files([
      ("operates", 150, 40, count), ("audits", 150, 40, count), ("protects", 40, 1, 0),
    ])
    let (operated, audited) = (files.rows("operates"), files.rows("audits"))
    let expected = (0..<150).flatMap { person in
      (operated[person] ?? []).intersection(audited[person] ?? []).sorted().map { [person, $0] }
    }
    let found = try rows(
      of: "people p who operate a control c audited by p, showing p's id, c's id",
      people: 150, controls: 40, assets: 0, files)
    #expect(!expected.isEmpty && found == expected)
  }

  /// Reading ahead is tried only where there are many links, so here are many.
  @Test func `what is read ahead changes no answer`() throws {
    let files = Files([
      ("operates", 700, 9000, 2500), ("audits", 700, 9000, 1200), ("protects", 9000, 900, 80_000),
    ])
    let (protected, audited) = (files.rows("protects"), files.rows("audits"))
    var expected: Set<Int> = []
    for (person, controls) in files.rows("operates") {
      for (one, other) in controls.flatMap({ one in (audited[person] ?? []).map { (one, $0) } })
      where one != other && !(protected[one] ?? []).isDisjoint(with: protected[other] ?? []) {
        expected.insert(person)
      }
    }
    let found = try rows(
      of: """
        people p who operate a control c that protects an asset protected by a control other than c \
        audited by p, showing p's id
        """, people: 700, controls: 9000, assets: 900, files)
    #expect(!expected.isEmpty && expected.count < 700)
    #expect(found == expected.sorted().map { [$0] })
  }
}
