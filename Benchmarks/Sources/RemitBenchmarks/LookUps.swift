// SPDX-License-Identifier: Apache-2.0

import CReference
import Remit

/// Names as C takes them: their bytes one after another, and where each ends.
private struct Names {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []

  init(_ names: some Sequence<Int>) {
    for name in names {
      bytes += "\(name)".utf8
      ends.append(UInt32(bytes.count))
    }
  }
}

/// Times a thousand questions for one thing each: one prepared question with other values,
/// which is the fixed cost of an answer; preparing as many texts, each as if it were the
/// first; and asking as many texts, which differ in the name alone and share a plan.
func measureLookUps(
  _ engine: Engine, _ organisation: Organisation, rounds: Int
) throws -> [Measurement] {
  let question = "owners of asset $asset, showing id"
  let wanted = (0..<1000).map { $0 * (organisation.assets / 1000) }
  var result = Measurement(
    name: "1000 look-ups", detail: "`\(question)`, prepared once",
    reference: "a table of hashes")
  var preparing = Measurement(
    name: "1000 look-ups, preparing", detail: "`owners of asset 17, showing id`, each another",
    reference: "the same")
  var asText = Measurement(
    name: "1000 look-ups, as text", detail: "`owners of asset 17, showing id`, each another",
    reference: "the same")
  let (names, all) = (Names(wanted), Names(0..<organisation.assets))
  var slotCount = 2
  while slotCount < 2 * organisation.assets { slotCount *= 2 }
  var slots = [UInt32](repeating: 0, count: slotCount)
  reference_enter(all.bytes, all.ends, all.ends.count, &slots, slotCount)
  func byHand() -> UInt64 {
    reference_look_up(
      names.bytes, names.ends, wanted.count, all.bytes, all.ends, slots, slotCount,
      organisation.assetsOwned.backward.starts)
  }

  let texts = wanted.map { Value.text("\($0)") }
  var engine = engine
  let snapshot = engine.frozen()
  let query = try snapshot.prepare(Question(text: question, values: ["asset": texts[0]]))
  func asked() throws -> UInt64 {
    var rows = 0
    for text in texts { rows += try snapshot.answer(query, ["asset": text]).rowCount }
    return UInt64(rows)
  }
  let (found, expected) = (try asked(), byHand())
  precondition(found == expected, "Remit finds \(found), by hand it is \(expected)")
  let questions = wanted.map { Question(text: "owners of asset \($0), showing id") }
  // Who is told of the stages has every text read.
  engine.onStage = { _ in }
  let watched = engine.frozen()
  for _ in 0..<rounds {
    try result.remit.time(atLeast: 50) { _ = try asked() }
    result.byHand.time(atLeast: 50) { _ = byHand() }
    try preparing.remit.time { for question in questions { _ = try watched.prepare(question) } }
    preparing.byHand.time(atLeast: 50) { _ = byHand() }
    try asText.remit.time(atLeast: 50) {
      for question in questions { _ = try snapshot.answer(question) }
    }
    asText.byHand.time(atLeast: 50) { _ = byHand() }
  }
  return [result, preparing, asText]
}
