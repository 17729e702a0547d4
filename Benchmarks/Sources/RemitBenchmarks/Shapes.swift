// SPDX-License-Identifier: Apache-2.0

import Remit

/// A graph of a shape that is easily slow, and questions that follow it.
struct Shape: Loader {
  let name: String
  let questions: [String]
  private var tables: [String: DataTable] = [:]

  /// The kinds and links of all shapes; those of a shape that has none stay empty.
  static let model = """
    kind person (people)
      id: text, key
    kind competence
      id: text, key
    kind asset
      id: text, key
      critical: flag
    kind control
      id: text, key
    relation person owns control as owner
    relation person holds competence as holder
    relation control requires competence
    relation person delegates to person as delegator / delegate
    relation asset depends on asset as dependent / dependency
    define a person p is competent for a control c if p holds every competence that c requires
    define an asset x is exposed if x is critical, or x depends on an exposed asset
    load people from "people.csv"
    load competences from "competences.csv"
    load assets from "assets.csv"
    load controls from "controls.csv"
    load owns from "owns.csv" with owner from "from", control from "to"
    load holds from "holds.csv" with holder from "from", competence from "to"
    load requires from "requires.csv" with control from "from", competence from "to"
    load delegates to from "delegates.csv" with delegator from "from", delegate from "to"
    load depends on from "depends.csv" with dependent from "from", dependency from "to"
    """

  init(_ name: String, _ questions: [String]) {
    self.name = name
    self.questions = questions
    for kind in ["people", "competences", "controls"] { add(kind, ["id"], count: 0) { _ in [] } }
    add("assets", ["id", "critical"], count: 0) { _ in [] }
    for relation in ["owns", "holds", "requires", "delegates", "depends"] {
      add(relation, ["from", "to"], count: 0) { _ in [] }
    }
  }

  /// Gives a file so many rows.
  mutating func add(
    _ file: String, _ columns: [String], count: Int, _ row: (Int) -> [String]
  ) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for number in 0..<count {
      for cell in row(number) {
        bytes += cell.utf8
        ends.append(UInt32(bytes.count))
      }
    }
    tables["\(file).csv"] = DataTable(
      name: "\(file).csv", columns: columns, bytes: bytes, ends: ends,
      lines: (0..<count).map { UInt32($0 + 2) })
  }

  mutating func things(_ file: String, count: Int) {
    add(file, ["id"], count: count) { ["\($0)"] }
  }

  mutating func links(_ file: String, count: Int, _ ends: (Int) -> (Int, Int)) {
    add(file, ["from", "to"], count: count) { number in
      let (from, to) = ends(number)
      return ["\(from)", "\(to)"]
    }
  }

  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    throw LoadError("there is no '\(name)'")
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    guard let table = tables[name] else { throw LoadError("there is no '\(name)'") }
    return table
  }

  /// The shapes, with about so many links each.
  static func all(_ size: Int) -> [Shape] {
    var chain = Shape(
      "a chain",
      [
        "number of assets that depend on+ asset 0",
        "number of assets that depend on* asset \(size / 2)",
        "number of exposed assets", "distance from asset \(size - 1) to asset 0 via depends on",
      ])
    chain.add("assets", ["id", "critical"], count: size) { ["\($0)", $0 == 0 ? "yes" : "no"] }
    chain.links("depends", count: size - 1) { ($0 + 1, $0) }

    let competent = [
      "number of controls with no competent owner", "number of people who own at least 3 controls",
      "number of people p who own a control owned by a person other than p",
      "number of controls with exactly 1 competent owner",
    ]
    var star = Shape("a star", competent)
    star.things("people", count: 2)
    star.things("competences", count: 2)
    star.things("controls", count: size)
    star.links("owns", count: size) { (0, $0) }
    star.links("holds", count: 1) { _ in (0, 1) }
    star.links("requires", count: size) { ($0, $0 % 3 == 0 ? 0 : 1) }

    let side = Int(Double(size).squareRoot())
    var dense = Shape(
      "dense",
      competent + [
        "number of people p who own a control owned by a person who delegates to p"
      ])
    dense.things("people", count: side)
    dense.things("competences", count: 4)
    dense.things("controls", count: side)
    dense.links("owns", count: side * side) { ($0 / side, $0 % side) }
    dense.links("holds", count: side * 4) { ($0 / 4, $0 % 4 == 0 ? 1 : $0 % 4) }
    dense.links("requires", count: side * 4) { ($0 / 4, $0 % 4) }
    dense.links("delegates", count: side) { ($0, ($0 + 1) % side) }

    var component = Shape(
      "one component",
      [
        "number of assets that depend on+ asset 0", "number of assets s that depend on+ s",
        "number of exposed assets",
      ])
    component.add("assets", ["id", "critical"], count: size) { ["\($0)", $0 == 0 ? "yes" : "no"] }
    component.links("depends", count: size * 2) { number in
      // A cycle through all, and as many links across it.
      let from = number % size
      return (from, number < size ? (from + 1) % size : from * 7919 % size)
    }

    var cycles = Shape(
      "all in cycles",
      [
        "number of people p who delegate to+ p", "number of people who delegate to+ person 0",
        "number of people p who delegate to a person who delegates to p",
      ])
    cycles.things("people", count: size)
    cycles.links("delegates", count: size) { number in
      // Cycles of two to nine people.
      let block = number / 44 * 44
      let starts = [0, 2, 5, 9, 14, 20, 27, 35, 44]
      let place = starts.lastIndex { $0 <= number - block } ?? 0
      let (first, end) = (block + starts[place], min(size, block + starts[place + 1]))
      return (number, number + 1 < end ? number + 1 : first)
    }
    return [chain, star, dense, component, cycles]
  }

  /// Asks all questions of all shapes within the limits of a script, and prints
  /// how long they took.
  static func run(_ size: Int) throws {
    print("Milliseconds; each shape has about \(size) links.\n")
    print("| shape | question | first | again | answer |")
    print("| --- | --- | ---: | ---: | ---: |")
    for shape in all(size) {
      var engine = Engine(
        today: Day(year: 2026, month: 1, day: 1) ?? .latest, loader: shape, limits: .script)
      var load = Stopwatch()
      try load.time {
        try engine.run(model)
        try engine.run("number of people")
      }
      print("| \(shape.name) | loading | \(milliseconds(load)) | | |")
      for question in shape.questions {
        var (first, again) = (Stopwatch(), Stopwatch())
        var answer = ""
        do {
          let prepared = try engine.prepare(question)
          answer = try first.time { text(try engine.answer(prepared)) }
          for _ in 0..<3 { _ = try again.time { try engine.answer(prepared) } }
        } catch let error as QueryError {
          answer = error.diagnostics.first?.message ?? "\(error.code)"
        }
        print(
          "| \(shape.name) | \(question) | \(milliseconds(first)) | \(milliseconds(again)) | \(answer) |"
        )
      }
    }
  }

  private static func milliseconds(_ watch: Stopwatch) -> String {
    let tenths = Int((watch.median / 100).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func text(_ result: QueryResult) -> String {
    result.rows.first?.first?.map(\.description) ?? "nothing"
  }
}
