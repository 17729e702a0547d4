// SPDX-License-Identifier: Apache-2.0
import Remit

/// The small register that the tests of embedding ask about.
enum EmbeddingRegister {
  static let today = Day("2026-06-30") ?? .earliest

  static let script = """
    kind person (people)
      name: text
      department: text
      salary: number
      active: flag
    kind asset
      name: text
      classification: levels public < internal < secret
    kind control
      ref: text, key
      title: text
      score: number
      status: one of planned, implemented, retired
      review date: date
    kind case file
      name: text
    relation person owns control as owner, dated
    relation control protects asset
    relation person handles case file

    add person "Ann" with department "Audit", salary 90000, active
    add person "Bob" with department "IT", salary 70000
    add person "Cem" with department "IT"
    add asset "Payroll" with classification secret
    add asset "Website" with classification public
    add control A.5.1 with title "Policies", score 3, status implemented, review date 2026-01-31
    add control A.5.2 with title "Roles", score 2.5, status planned
    add control A.5.3 with title "Duties", score 7, status planned, review date 2026-09-30
    add case file "Leak 7"
    add Ann owns A.5.1 since 2024-01-01
    add Bob owns A.5.1 since 2024-01-01
    add Bob owns A.5.3 since 2025-01-01
    add A.5.1 protects "Payroll"
    add A.5.3 protects "Website"
    add Cem handles "Leak 7"
    define a control is risky if its score is above 2.6
    """

  /// The register as of ``today``.
  static func snapshot(limits: Limits = .script) throws -> Snapshot {
    try Snapshot(script, today: today, limits: limits)
  }

  /// A question that takes the square of the number of people in ``chain(_:limits:)``.
  static let endless = "people p where number of people who report to+ p is above 70000"

  /// A long chain of people, each of whom reports to the one before.
  static func chain(_ count: Int = 20_000, limits: Limits = .script) throws -> Snapshot {
    let script = """
      kind person (people)
        name: text
      relation person reports to person as report / manager
      load people from "people.csv"
      """
    return try Snapshot(script, today: today, loader: Chain(count: count), limits: limits)
  }

  private struct Chain: Loader {
    let count: Int

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there are no scripts")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      var table = DataTable(
        name: name, columns: ["name", "manager"], bytes: [], ends: [], lines: [])
      for number in 1...count {
        table.bytes += Array("P\(number)".utf8)
        table.ends.append(UInt32(table.bytes.count))
        if number > 1 { table.bytes += Array("P\(number - 1)".utf8) }
        table.ends.append(UInt32(table.bytes.count))
        table.lines.append(UInt32(number + 1))
      }
      return table
    }
  }
}
