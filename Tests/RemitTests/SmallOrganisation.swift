// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// An organisation of any size whose numbers of links per thing do not depend on
/// it: the files that the model of the benchmark loads.
struct SmallOrganisation: Loader {
  let people: Int
  private var tables: [String: DataTable] = [:]
  private(set) var links = 0

  /// Makes an organisation of some people, ten times as many assets, and as
  /// many controls.
  init(people: Int) {
    self.people = people
    var random = RandomSource(seed: 7)
    let (assets, controls, roles, competences) = (people * 10, people, people / 10, 40)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    add("person", ["id", "name", "department", "active"], count: people) { number in
      ["\(number)", "Person \(number)", "dept-00\(pick(8))", pick(10) > 0 ? "yes" : "no"]
    }
    add("role", ["id", "name"], count: roles) { ["\($0)", "role \($0)"] }
    add("competence", ["id", "name"], count: competences) { ["\($0)", "competence \($0)"] }
    let classes = ["public", "internal", "confidential", "secret"]
    add("asset", ["id", "name", "classification", "criticality"], count: assets) { number in
      ["\(number)", "asset \(number)", classes[pick(4)], "\(1 + pick(5))"]
    }
    let states = ["planned", "implemented", "retired"]
    add("control", ["id", "ref", "title", "status"], count: controls) { number in
      ["\(number)", "C-\(number)", "control \(number)", states[pick(3)]]
    }
    add("reports_to", ["src", "dst"], count: people - 1) { number in
      ["\(number + 1)", "\(pick(number + 1))"]
    }
    let ties: [(String, from: Int, to: Int, links: Int)] = [
      ("delegates", people, people, people / 5), ("holds", people, roles, people * 3 / 2),
      ("role_requires", roles, competences, roles * 2),
      ("control_requires", controls, competences, controls * 2),
      ("owns_asset", people, assets, people * 9), ("owns_control", people, controls, people),
      ("implements", people, controls, people), ("audits", people, controls, people / 2),
      ("protects", controls, assets, controls * 4), ("depends_on", assets, assets, assets * 2),
    ]
    for (name, from, to, count) in ties {
      add(name, ["src", "dst"], count: count) { _ in ["\(pick(from))", "\(pick(to))"] }
      links += count
    }
    add("has", ["src", "dst", "until"], count: people * 5) { _ in
      ["\(pick(people))", "\(pick(competences))", pick(4) > 0 ? "2027-01-01" : "2025-01-01"]
    }
    links += people * 6
  }

  private mutating func add(
    _ name: String, _ columns: [String], count: Int, _ row: (Int) -> [String]
  ) {
    tables["\(name).csv"] = DataTable(
      name: "\(name).csv", columns: columns, rows: (0..<count).map(row))
  }

  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    throw LoadError("there is no '\(name)'")
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    guard let table = tables[name] else {
      throw LoadError("there is no '\(name)'")
    }
    return table
  }
}

extension DataTable {
  /// Makes a table of cells, as a file with a header has them.
  init(name: String, columns: [String], rows: [[String]]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for cell in rows.joined() {
      bytes += Array(cell.utf8)
      ends.append(UInt32(bytes.count))
    }
    self.init(
      name: name, columns: columns, bytes: bytes, ends: ends,
      lines: rows.indices.map { UInt32($0 + 2) })
  }
}
