// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats

/// Questions of different sorts, the simplest first: the others are compared with it.
let questions = [
  "critical assets",
  "controls with no owner",
  "controls with no competent owner",
  "people p who hold a role that conflicts with a role held by p",
  "people who hold every competence that role \"Incident Lead\" requires",
  "assets that depend on+ AS004",
  "people who own only critical assets",
  "active people who have not completed training \"Security Awareness\" in the last 12 months",
  "number of open risks per owner",
  "people p who hold a role r that requires a competence c that p does not hold,"
    + " showing p's name, r's name, c's name",
]

/// The folder of the checkout this was built from.
let checkout = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()

/// Returns an engine that has loaded the sample and answered one question: a
/// graph is put together when it is first asked.
func loaded() throws -> Engine {
  let folder = checkout + "/samples/acme"
  let loader = FileLoader(folder: folder, libraries: [checkout + "/samples"])
  var engine = Engine(
    today: Day(year: 2026, month: 6, day: 30) ?? .latest,
    loader: loader,
    limits: .script
  )
  let text = try loader.source(named: folder + "/acme.remit", from: nil)
  try engine.run(text) { _ in }
  try engine.run("number of duties")
  return engine
}

func column(_ time: Double, _ reference: Double) -> String {
  let ratio = Int((time / max(reference, 0.01) * 10).rounded())
  return "\(Int(time.rounded())) | \(ratio / 10).\(ratio % 10)"
}

/// Times the questions on the sample.
func timeSample(_ rounds: Int) throws {
  var load = Stopwatch()
  var prepare = questions.map { _ in Stopwatch() }
  var first = prepare
  var again = prepare
  // Rounds go over all questions, so that a slow moment of the machine meets all of them.
  for _ in 0..<rounds {
    let fresh = try load.time { try loaded() }
    for (index, question) in questions.enumerated() {
      // What earlier questions found out is kept with an engine: each begins with its own.
      var engine = index == 0 ? fresh : try load.time { try loaded() }
      let prepared = try prepare[index].time { try engine.prepare(question) }
      _ = try first[index].time { try engine.answer(prepared) }
      _ = try again[index].time { try engine.answer(prepared) }
    }
  }

  print("Load: \(Int(load.median.rounded())) µs. Medians of \(rounds) rounds, in microseconds.\n")
  print("| question | prepare | ratio | first run | ratio | run again | ratio |")
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
  for (index, question) in questions.enumerated() {
    let cells = [prepare, first, again].map { column($0[index].median, $0[0].median) }
    print("| \(question) | \(cells.joined(separator: " | ")) |")
  }
}
