// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport
import Testing

@testable import Remit

/// Reading ahead is tried only where there are many links, so here are many.
struct RowsAheadTests {
  /// Files of links between things with numbers for names, the same each time.
  private struct Files: Loader {
    private(set) var links: [String: [[Int]]] = [:]

    init() {
      var random = RandomSource(seed: 11)
      let ties: [(String, from: Int, to: Int, links: Int)] = [
        ("operates", 700, 9000, 2500), ("audits", 700, 9000, 1200), ("protects", 9000, 900, 80_000),
      ]
      for (name, from, to, count) in ties {
        links[name] = (0..<count).map { _ in
          [Int(random.next() % UInt64(from)), Int(random.next() % UInt64(to))]
        }
      }
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

  @Test func `what is read ahead changes no answer`() throws {
    let files = Files()
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
      load people from "700"
      load controls from "9000"
      load assets from "900"
      load operates from "operates" with operator from "src", control from "dst"
      load audits from "audits" with auditor from "src", control from "dst"
      load protects from "protects" with protection from "src", asset from "dst"
      """)
    var protected: [Int: Set<Int>] = [:]
    for link in files.links["protects"] ?? [] { protected[link[0], default: []].insert(link[1]) }
    var audited: [Int: [Int]] = [:]
    for link in files.links["audits"] ?? [] { audited[link[0], default: []].append(link[1]) }
    var expected: Set<Int> = []
    for operated in files.links["operates"] ?? [] {
      let assets = protected[operated[1]] ?? []
      for control in audited[operated[0]] ?? [] where control != operated[1] {
        if !assets.isDisjoint(with: protected[control] ?? []) { expected.insert(operated[0]) }
      }
    }
    let found = try engine.answer(
      try engine.prepare(
        """
        people p who operate a control c that protects an asset protected by a control other than c \
        audited by p, showing p's id
        """))
    #expect(!expected.isEmpty && expected.count < 700)
    #expect(found.rows.map { $0[0]?.description ?? "" } == expected.sorted().map { "\($0)" })
  }
}
