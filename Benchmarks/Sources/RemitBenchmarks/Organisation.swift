// SPDX-License-Identifier: Apache-2.0

import Remit

/// An invented organisation in memory, in the forms that the engine and the loops it
/// is compared with take it.
struct Organisation: Loader {
  /// The kinds and links.
  static let model = """
    kind person (people)
      id: text, key
      department: text
      active: flag
    kind competence
      id: text, key
    kind asset
      id: text, key
      secret: flag
      critical: flag
      score: number
    kind control
      id: text, key
    relation person owns control or asset as owner
    relation person operates control as operator
    relation person audits control as auditor
    relation person holds competence as holder, dated
    relation control requires competence
    relation asset depends on asset as dependent / dependency
    define a person p is competent for a control c if p holds every competence that c requires
    define an asset is vital if it is secret
    define an asset is hot if it is critical
    load people from "people.csv"
    load competences from "competences.csv"
    load assets from "assets.csv"
    load controls from "controls.csv"
    load owns from "controls-owned.csv" with owner from "from", control from "to"
    load owns from "assets-owned.csv" with owner from "from", asset from "to"
    load operates from "operates.csv" with operator from "from", control from "to"
    load audits from "audits.csv" with auditor from "from", control from "to"
    load holds from "holds.csv" with holder from "from", competence from "to", until from "until"
    load requires from "requires.csv" with control from "from", competence from "to"
    load depends on from "depends.csv" with dependent from "from", dependency from "to"
    """
  /// The day of the questions.
  static let today = Day(year: 2026, month: 1, day: 1) ?? .latest
  static let departments = 120
  static let competences = 200

  let people: Int
  let assets: Int
  let controls: Int
  let department: [UInt16]
  let isActive: [Bool]
  let secret: [UInt8]
  let critical: [UInt8]
  let score: [UInt32]
  let controlsOwned: Links
  let assetsOwned: Links
  let operates: Links
  let audits: Links
  let holds: Links
  /// The first day on which each link of `holds` is over.
  let until: [Int32]
  let requires: Links
  let depends: Links

  /// Makes an organisation of so many thousand people.
  init(thousands: Int) {
    (people, assets, controls) = (1000 * thousands, 10_000 * thousands, 1000 * thousands)
    let (people, assets, controls) = (people, assets, controls)
    var numbers = Numbers(seed: 1)
    department = (0..<people).map { _ in UInt16(numbers.below(Organisation.departments)) }
    isActive = (0..<people).map { _ in numbers.happens(92) }
    secret = (0..<assets).map { _ in numbers.happens(10) ? 1 : 0 }
    critical = (0..<assets).map { _ in numbers.happens(30) ? 1 : 0 }
    score = (0..<assets).map { _ in UInt32(numbers.below(1 << 30)) }

    /// For each of some things up to so many partners, in so many of a hundred cases.
    func partners(of things: Int, most: Int, percent: Int, among count: Int) -> [(Int, Int)] {
      (0..<things).flatMap { thing in
        (0..<most).compactMap { _ in
          numbers.happens(percent) ? (numbers.below(count), thing) : nil
        }
      }
    }
    controlsOwned = Links(
      partners(of: controls, most: 2, percent: 55, among: people), sources: people,
      targets: controls)
    assetsOwned = Links(
      partners(of: assets, most: 1, percent: 90, among: people), sources: people, targets: assets)
    operates = Links(
      partners(of: controls, most: 2, percent: 50, among: people), sources: people,
      targets: controls)
    // Some audit what they operate.
    let both = zip(operates.from, operates.to).compactMap { from, to in
      numbers.happens(1) ? (Int(from), Int(to)) : nil
    }
    audits = Links(
      partners(of: controls, most: 1, percent: 50, among: people) + both, sources: people,
      targets: controls)
    /// One of the competences, of which the first are much more frequent.
    func competence() -> Int {
      numbers.below(1 + numbers.below(Organisation.competences))
    }
    holds = Links(
      (0..<people).flatMap { person in
        (0..<1 + numbers.below(8)).map { _ in (person, competence()) }
      }, sources: people, targets: Organisation.competences)
    until = holds.from.indices.map { _ in
      Organisation.today.number + Int32(numbers.below(1500)) - 350
    }
    requires = Links(
      (0..<controls).flatMap { control in
        (0..<numbers.below(3)).map { _ in (control, competence()) }
      }, sources: controls, targets: Organisation.competences)
    depends = Links(
      (0..<assets).flatMap { asset in
        (0..<numbers.below(5)).compactMap { _ in
          // Assets of the same system, the first assets of all, and now and then one after it.
          let block = asset / 50 * 50
          let other =
            numbers.happens(4)
            ? numbers.below(max(1, assets / 1000))
            : numbers.below(200) == 0
              ? min(asset + 1, assets - 1) : max(block, asset - 1 - numbers.below(12))
          return other == asset ? nil : (asset, other)
        }
      }, sources: assets, targets: assets)
  }

  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    throw LoadError("there is no '\(name)'")
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    func links(_ links: Links) -> DataTable {
      Organisation.table(name, ["from", "to"], count: links.from.count) { row, cells in
        cells.add(Int(links.from[row]))
        cells.add(Int(links.to[row]))
      }
    }
    func things(_ count: Int) -> DataTable {
      Organisation.table(name, ["id"], count: count) { row, cells in cells.add(row) }
    }
    switch name {
    case "people.csv":
      return Organisation.table(name, ["id", "department", "active"], count: people) { row, cells in
        cells.add(row)
        cells.add("dept-\(department[row])")
        cells.add(isActive[row] ? "yes" : "no")
      }
    case "competences.csv": return things(Organisation.competences)
    case "controls.csv": return things(controls)
    case "assets.csv":
      return Organisation.table(name, ["id", "secret", "critical", "score"], count: assets) {
        row, cells in
        cells.add(row)
        cells.add(secret[row] == 1 ? "yes" : "no")
        cells.add(critical[row] == 1 ? "yes" : "no")
        cells.add(Int(score[row]))
      }
    case "holds.csv":
      return Organisation.table(name, ["from", "to", "until"], count: until.count) { row, cells in
        cells.add(Int(holds.from[row]))
        cells.add(Int(holds.to[row]))
        cells.add(Day(number: until[row]).description)
      }
    case "controls-owned.csv": return links(controlsOwned)
    case "assets-owned.csv": return links(assetsOwned)
    case "operates.csv": return links(operates)
    case "audits.csv": return links(audits)
    case "requires.csv": return links(requires)
    case "depends.csv": return links(depends)
    default: throw LoadError("there is no '\(name)'")
    }
  }

  /// The cells of a table while it is written.
  struct Cells {
    fileprivate var bytes: [UInt8] = []
    fileprivate var ends: [UInt32] = []

    mutating func add(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      ends.append(UInt32(bytes.count))
    }

    mutating func add(_ number: Int) {
      let start = bytes.count
      var rest = number
      repeat {
        bytes.append(0x30 + UInt8(rest % 10))
        rest /= 10
      } while rest > 0
      bytes[start...].reverse()
      ends.append(UInt32(bytes.count))
    }
  }

  private static func table(
    _ name: String, _ columns: [String], count: Int, _ write: (Int, inout Cells) -> Void
  ) -> DataTable {
    var cells = Cells()
    for row in 0..<count { write(row, &cells) }
    return DataTable(
      name: name, columns: columns, bytes: cells.bytes, ends: cells.ends,
      lines: (0..<count).map { UInt32($0 + 2) })
  }
}
