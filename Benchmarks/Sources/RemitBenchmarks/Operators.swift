// SPDX-License-Identifier: Apache-2.0

import CReference
import Remit
import RemitFormats

/// A question that is mostly the work of one operator, with the same work by hand.
struct Operator {
  let name: String
  /// What a line of the plan begins with: were the question planned otherwise, it
  /// would not be this operator that is measured.
  let step: String
  let question: String
  /// What is done by hand.
  let reference: String
  /// Does it, and returns the number that the question has as its answer.
  let byHand: () -> UInt64
  /// Whether each run is on a day of its own, so that nothing has been kept for it.
  var isNewDay = false

  /// The number that an answer consists of, or that of its rows.
  static func number(_ result: QueryResult) -> UInt64 {
    if result.rowCount == 1, result.columns.count == 1, case .number(let number)? = result.row(0)[0]
    {
      return UInt64(number)
    }
    return UInt64(result.rowCount)
  }
}

/// Times the operators on an organisation of so many thousand people; only those whose
/// name begins with a text, if it is given.
func measureOperators(
  thousands: Int, rounds: Int, only name: String? = nil
) throws -> [Measurement] {
  let organisation = Organisation(thousands: thousands)
  var limits = Limits.script
  (limits.steps, limits.rows, limits.bytes) = (nil, 100_000_000, 8 << 30)
  var engine = Engine(today: Organisation.today, loader: organisation, limits: limits)
  var load = Measurement(
    name: "load", detail: "all `load` statements, from cells in memory",
    reference: "counting sort of the links both ways")
  load.remit.time {
    do {
      try engine.run(Organisation.model)
      try engine.run("number of people")
    } catch { fatalError("\(error)") }
  }
  for links in organisation.all {
    load.byHand.time {
      _ = Links.Rows(links.from, links.to, nodes: links.forward.count)
      _ = Links.Rows(links.to, links.from, nodes: links.backward.count)
    }
  }

  let operators = organisation.operators.filter { $0.name.hasPrefix(name ?? "") }
  var results = [memoryBandwidth(rounds)]
  results.append(load.summed())
  let start = results.count
  var prepared: [PreparedQuery] = []
  for one in operators {
    let plan = try engine.explain(one.question, stage: .plan)
    precondition(
      plan.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix(one.step) },
      "\(one.name) is planned without '\(one.step)':\n\(plan)")
    let query = try engine.prepare(one.question)
    let (found, expected) = (Operator.number(try engine.answer(query)), one.byHand())
    precondition(found == expected, "\(one.name): Remit finds \(found), by hand it is \(expected)")
    prepared.append(query)
    results.append(
      Measurement(name: one.name, detail: "`\(one.question)`", reference: one.reference))
  }
  // Rounds go over all, so that a slow moment of the machine meets all of them.
  for round in 0..<rounds {
    for (place, one) in operators.enumerated() {
      let query = prepared[place]
      if one.isNewDay {
        var other = engine
        other.today = Day(number: Organisation.today.number + 1 + Int32(round))
        try results[start + place].remit.time { _ = try other.answer(query) }
      } else {
        try results[start + place].remit.time(atLeast: 50) { _ = try engine.answer(query) }
      }
      results[start + place].byHand.time(atLeast: 50) { _ = one.byHand() }
    }
  }
  if name.map("1000 look-ups".hasPrefix) ?? true {
    results += try measureLookUps(engine, organisation, rounds: rounds)
  }
  guard name.map("write".hasPrefix) ?? true else { return results }
  return results + (try measureWriters(&engine, rounds: max(3, rounds / 3)))
}

/// Times writing an answer in each format: what is compared is copying as many bytes.
private func measureWriters(_ engine: inout Engine, rounds: Int) throws -> [Measurement] {
  let question =
    "people p, showing p's id, p's department, number of (controls owned by p) as \"n\""
  let query = try engine.prepare(question)
  var results: [Measurement] = []
  for format in ResultFormat.allCases {
    guard let size = format.render(try engine.answer(query))?.text.utf8.count else { continue }
    var result = Measurement(
      name: "write \(format.rawValue)", detail: "`\(question)`: \(size) bytes",
      reference: "memcpy of as many bytes")
    let from = [UInt8](repeating: 1, count: size)
    var to = from
    for _ in 0..<rounds {
      // A new answer each time: the rows of one are made once and kept.
      let answer = try engine.answer(query)
      result.remit.time { _ = format.render(answer) }
      result.byHand.time(atLeast: 50) { _ = reference_copy(&to, from, size) }
    }
    results.append(result)
  }
  return results
}

/// Times reading 256 MB, so that the speed of the memory stands beside the rest.
private func memoryBandwidth(_ rounds: Int) -> Measurement {
  let words = [UInt64](repeating: 1, count: 1 << 25)
  var result = Measurement(
    name: "memory", detail: "256 MB read by Swift, one word after another",
    reference: "the same in C")
  for _ in 0..<min(rounds, 5) {
    result.remit.time {
      var sum: UInt64 = 0
      for word in words { sum &+= word }
      precondition(sum == 1 << 25)
    }
    result.byHand.time { precondition(reference_sum(words, words.count) == 1 << 25) }
  }
  return result
}

extension Measurement {
  /// The same with the times by hand taken together: they are of parts.
  fileprivate func summed() -> Measurement {
    var result = self
    result.byHand = Stopwatch()
    result.byHand.add(.nanoseconds(Int64(byHand.times.reduce(0, +) * 1000)))
    return result
  }
}
