// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import Synchronization

/// How soon questions end once they are cancelled, at moments spread over their time.
struct Cancellations {
  /// How long a question may go on, in microseconds.
  private static let longest = 50_000.0

  let question: String
  /// What the question takes when nobody cancels it.
  private var whole = Stopwatch()
  /// From the moment of cancelling to the error.
  private(set) var delays = Stopwatch()

  /// Cancels a question so many times.
  ///
  /// Each time is on a day of its own, so that nothing has been kept for it.
  private init(_ question: String, of engine: Engine, times: Int) throws {
    self.question = question
    var engine = engine
    func nextDay() -> Snapshot {
      engine.today = Day(number: engine.today.number + 1)
      return engine.frozen()
    }
    let query = try nextDay().prepare(Question(text: question))
    for _ in 0..<3 {
      let snapshot = nextDay()
      try whole.time { _ = try snapshot.answer(query) }
    }
    for round in 0..<times {
      let moment = whole.minimum * (Double(round) + 0.5) / Double(times)
      let delay = try Cancellations.delay(of: query, in: nextDay(), after: .microseconds(moment))
      if let delay {
        delays.add(delay)
      }
    }
  }

  /// How long an answer still takes when it is cancelled a while after it began, or `nil` when
  /// it was there by then.
  private static func delay(
    of query: PreparedQuery, in snapshot: Snapshot, after moment: Duration
  ) throws(QueryError) -> Duration? {
    let cancellation = Cancellation()
    let cancelled = Mutex<ContinuousClock.Instant?>(nil)
    let (isReady, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      isReady.signal()
      let end = ContinuousClock.now + moment
      // Sleeping may take longer than asked for, and what is short is over by then.
      while ContinuousClock.now < end { sched_yield() }
      cancelled.withLock { $0 = .now }
      cancellation.cancel()
      isOver.signal()
    }
    isReady.wait()
    var ended: ContinuousClock.Instant?
    do throws(QueryError) {
      _ = try snapshot.answer(query, cancellation: cancellation)
    } catch {
      guard error.code == .cancelled else { throw error }
      ended = .now
    }
    isOver.wait()
    guard let ended else { return nil }
    return cancelled.withLock { $0 }?.duration(to: ended)
  }

  /// Cancels the questions of all shapes and of all operators, and prints how soon they ended.
  ///
  /// - Returns: Whether 99 of 100 ended soon enough.
  static func run(links: Int, times: Int) throws -> Bool {
    var limits = Limits.script
    (limits.steps, limits.rows, limits.bytes) = (nil, 100_000_000, 8 << 30)
    print("Each question is cancelled \(times) times; about \(links) links.\n")
    print("| of | question | whole, ms | cancelled | in the middle, µs | at most, µs |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    var all: [Double] = []
    var overTooSoon = 0
    func measure(_ name: String, _ questions: [String], of engine: Engine) throws {
      for question in questions {
        let one = try Cancellations(question, of: engine, times: times)
        guard !one.delays.times.isEmpty else {
          overTooSoon += 1
          continue
        }
        all += one.delays.times
        let figures = [
          threeDigits(one.whole.minimum / 1000), "\(one.delays.times.count)",
          threeDigits(one.delays.median), threeDigits(one.delays.times.max() ?? 0),
        ]
        print("| \(name) | `\(question)` | \(figures.joined(separator: " | ")) |")
      }
    }
    for shape in Shape.all(links) {
      var engine = Engine(today: Organisation.today, loader: shape, limits: limits)
      try engine.run(Shape.model)
      try measure(shape.name, shape.questions, of: engine)
    }
    let organisation = Organisation(thousands: max(1, links / 45_000))
    var engine = Engine(today: Organisation.today, loader: organisation, limits: limits)
    try engine.run(Organisation.model)
    for one in organisation.operators { try measure(one.name, [one.question], of: engine) }
    all.sort()
    let late = all.isEmpty ? 0 : all[min(all.count - 1, all.count * 99 / 100)]
    print("\n\(all.count) in all: 99 of 100 end within \(threeDigits(late)) µs")
    print("\(overTooSoon) questions were over before they could be cancelled")
    return late <= longest
  }
}
