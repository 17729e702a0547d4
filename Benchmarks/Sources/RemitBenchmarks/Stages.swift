// SPDX-License-Identifier: Apache-2.0

import CReference
import Remit
import Synchronization

/// Takes the time at which each stage of preparing a question is done.
private final class StageClock: Sendable {
  private let times = Mutex<[Stage: Duration]>([:])
  private let last = Mutex(ContinuousClock.now)

  func start() { last.withLock { $0 = .now } }

  func note(_ stage: Stage) {
    let now = ContinuousClock.now
    let time = last.withLock { last in
      defer { last = now }
      return last.duration(to: now)
    }
    times.withLock { $0[stage, default: .zero] += time }
  }

  /// The times since the last call.
  func take() -> [Stage: Duration] {
    times.withLock { times in
      defer { times = [:] }
      return times
    }
  }
}

/// Times the stages from the text of the questions about the sample to their plans:
/// for each stage all of the questions together.
func measureStages(rounds: Int) throws -> [Measurement] {
  let stages: [(stage: Stage, name: String)] = [
    (.tokens, "lex"), (.tree, "parse"), (.bound, "bind"), (.plan, "plan"),
  ]
  var results = stages.map {
    Measurement(
      name: $0.name, detail: "the ten questions about the sample, each once",
      reference: "one pass over their texts, byte after byte")
  }
  var whole = Measurement(
    name: "prepare", detail: "all of it", reference: "the same")
  let texts = questions.joined().utf8.map { $0 }
  var engine = try loaded()
  let clock = StageClock()
  let often = 20
  for _ in 0..<rounds {
    engine.onStage = { clock.note($0) }
    for _ in 0..<often {
      for question in questions {
        clock.start()
        _ = try engine.prepare(question)
      }
    }
    let times = clock.take()
    for (place, one) in stages.enumerated() {
      results[place].remit.add(times[one.stage] ?? .zero, dividedBy: often)
      results[place].byHand.time(atLeast: 20) { _ = reference_hash(texts, texts.count) }
    }
    // Who is told of the stages has the text read, though it was read before.
    engine.onStage = { _ in }
    try whole.remit.time(atLeast: 500) {
      for question in questions { _ = try engine.prepare(question) }
    }
    whole.byHand.time(atLeast: 20) { _ = reference_hash(texts, texts.count) }
  }
  return results + [whole]
}
