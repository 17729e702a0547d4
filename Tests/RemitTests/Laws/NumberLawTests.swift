// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// Laws of numbers, orders and ways.
struct NumberLawTests {
  private typealias World = LawWorld

  /// An attribute of each kind by which its things can be grouped and sorted.
  private static let attributes: [String: [String]] = [
    "people": ["department", "contract", "start date"], "controls": ["review date", "title"],
    "assets": ["classification"], "risks": ["status"], "certificates": ["level", "start date"],
  ]

  @Test func `the number of things is the number of rows`() {
    World.check(95) { phrase in
      guard let rows = World.rows(phrase.text), let number = World.rows("number of \(phrase.text)")
      else { return nil }
      return ([[.number(Double(rows.count))]], number)
    }
  }

  @Test func `the numbers of the groups add up`() {
    var random = RandomSource(seed: 1)
    World.check(50) { phrase in
      guard let key = random.pick(Self.attributes[phrase.kind] ?? []),
        let number = World.rows("number of \(phrase.text)"),
        let groups = World.rows("number of \(phrase.text) per \(key)")
      else { return nil }
      return (number, [[.number(groups.reduce(0) { $0 + Self.number($1.last ?? nil) })]])
    }
  }

  @Test func `a share is the quotient of two numbers`() {
    World.check(80) { phrase in
      guard let part = World.rows(phrase.text), let all = World.rows(phrase.kind), !all.isEmpty,
        let share = World.rows("share of \(phrase.text)")
      else { return nil }
      let percent = (1000 * Double(part.count) / Double(all.count)).rounded() / 10
      return ([[.number(percent)]], share)
    }
  }

  @Test func `sorting keeps the rows and puts the missing last`() {
    var random = RandomSource(seed: 2)
    World.check(50) { phrase in
      guard let key = random.pick(Self.attributes[phrase.kind] ?? []),
        let rows = World.rows("\(phrase.text), showing name, \(key)".for(phrase)),
        let sorted = World.rows(
          "\(phrase.text), showing name, \(key), sorted by \(key) descending".for(phrase))
      else { return nil }
      let keys = sorted.map { $0.last ?? nil }
      for (one, other) in zip(keys, keys.dropFirst()) {
        guard let other else { continue }
        guard let one, Value.order(one, other) >= 0 else { return ([], sorted) }
      }
      return (World.sorted(rows), World.sorted(sorted))
    }
  }

  @Test func `the first rows are the beginning of all`() {
    var random = RandomSource(seed: 3)
    World.check(40) { phrase in
      let count = random.below(4)
      guard let key = random.pick(Self.attributes[phrase.kind] ?? []),
        let all = World.rows("\(phrase.text), sorted by \(key)"),
        let first = World.rows("\(phrase.text), sorted by \(key), first \(count)")
      else { return nil }
      return (Array(all.prefix(count)), first)
    }
  }

  @Test func `the top are the first of the sorted`() {
    var random = RandomSource(seed: 4)
    World.check(30) { phrase in
      let count = 1 + random.below(3)
      let (word, order) = random.oneIn(2) ? ("top", "descending") : ("bottom", "ascending")
      guard let key = random.pick(Self.attributes[phrase.kind] ?? []),
        let sorted = World.rows(
          "\(phrase.kind) that are (\(phrase.text)), whose \(key) is known"
            + ", sorted by \(key) \(order), first \(count)"),
        let top = World.rows("\(word) \(count) \(phrase.text) by \(key)")
      else { return nil }
      return (sorted, top.map { Array($0.dropLast()) })
    }
  }

  @Test func `the median lies between the lowest and the highest`() {
    World.check(1) { phrase in
      guard phrase.kind == "certificates" else { return nil }
      let values = ["lowest", "median", "highest", "average", "total"].compactMap {
        World.rows("\($0) level of \(phrase.text)")?.first?.first ?? nil
      }
      let rows =
        World.rows("certificates that are (\(phrase.text)), whose level is known")?.count ?? 0
      guard values.count == 5 else { return rows == 0 ? ([], []) : ([], [values]) }
      let (low, high) = (Self.number(values[0]), Self.number(values[2]))
      let isBetween = low <= Self.number(values[1]) && Self.number(values[1]) <= high
      let total = Self.number(values[3]) * Double(rows)
      return isBetween && abs(total - Self.number(values[4])) < 0.001 ? ([], []) : ([], [values])
    }
  }

  @Test func `steps, distances and paths agree`() {
    let people = ["Alice", "Bob", "Carol", "Ann", "Dan"]
    var random = RandomSource(seed: 5)
    var met = 0
    for _ in 0..<max(20, LawWorld.count / 5) {
      var engine = World.engine
      for _ in 0..<random.below(6) {
        let one = random.pick(people) ?? ""
        let other = random.pick(people) ?? ""
        let isNew = random.oneIn(2)
        _ = try? engine.run(
          isNew ? "\(one) reports to \(other)" : "\(one) no longer reports to \(other)")
      }
      let goal = random.pick(people) ?? ""
      let steps = 1 + random.below(4)
      let within =
        World.rows("people who report to within \(steps) steps \(goal)", engine) ?? []
      let near =
        World.rows(
          "people p, where distance from p to \(goal) via reports to is at most \(steps)",
          engine) ?? []
      // A distance to itself is nothing, though steps may lead back to it.
      let isOther: ([Value?]) -> Bool = { $0 != [.text(goal)] }
      #expect(within.filter(isOther) == near.filter(isOther), "\(goal) within \(steps)")
      let reported =
        World.rows("people reported to by within \(steps) steps \(goal)", engine) ?? []
      let below =
        World.rows(
          "people p, where distance from \(goal) to p via reports to is at most \(steps)",
          engine) ?? []
      #expect(reported.filter(isOther) == below.filter(isOther), "\(steps) steps from \(goal)")
      met += reported.count
      let paths = World.rows("path from people to \(goal) via reports to", engine) ?? []
      met += paths.count
      for path in paths {
        let text = path[3]?.description ?? ""
        let things = text.split(separator: " → ").map(String.init)
        #expect(things.count - 1 == Int(Self.number(path[2])))
        #expect(things.last == goal)
        #expect(things.first == path[0]?.description)
        for (one, other) in zip(things, things.dropFirst()) {
          let managers = World.rows("people that \(one) reports to", engine)
          #expect(managers?.contains([.text(other)]) == true, "\(text)")
        }
      }
      #expect(
        paths.map { $0[0] }.count
          == World.rows("people who report to+ \(goal)", engine)?.filter(isOther).count)
    }
    #expect(met > LawWorld.count / 2)
  }

  private static func number(_ value: Value?) -> Double {
    if case .number(let number)? = value { number } else { 0 }
  }
}

extension String {
  /// With the attribute by which the things of a phrase are called.
  fileprivate func `for`(_ phrase: LawWorld.Phrase) -> String {
    let name = ["controls": "ref", "certificates": "start date"][phrase.kind] ?? "name"
    return replacing("showing name", with: "showing \(name)")
  }
}
