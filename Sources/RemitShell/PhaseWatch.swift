// SPDX-License-Identifier: Apache-2.0

import Remit
import Synchronization

/// Measures the phases of statements, for `.timer`.
final class PhaseWatch: Sendable {
  /// What time is spent on.
  enum Part: Hashable {
    case engine(Phase)
    /// Putting what was found on the screen or into a file.
    case writing

    /// Its place among all parts.
    fileprivate var number: Int {
      switch self {
      case .engine(.reading): 0
      case .engine(.planning): 1
      case .engine(.building): 2
      case .engine(.running): 3
      case .writing: 4
      }
    }

    /// How many there are.
    fileprivate static let count = Phase.allCases.count + 1
  }

  fileprivate struct State {
    var part = Part.engine(.reading)
    var start: ContinuousClock.Instant
    /// Since the last lap, and up to that.
    var lap = PhaseTimes()
    var before = PhaseTimes()
  }

  private let now: @Sendable () -> ContinuousClock.Instant
  private let state: Mutex<State>

  /// Starts a watch.
  init(now: @escaping @Sendable () -> ContinuousClock.Instant) {
    self.now = now
    state = Mutex(State(start: now()))
  }

  /// Ends the part that was going on and begins another.
  func begin(_ part: Part) {
    state.withLock { $0.begin(part, at: now()) }
  }

  /// What has been measured since the last call.
  func lap() -> PhaseTimes {
    state.withLock { state in
      state.begin(.engine(.reading), at: now())
      defer { state.lap = PhaseTimes() }
      state.before.add(state.lap)
      return state.lap
    }
  }

  /// What has been measured since the start.
  func total() -> PhaseTimes {
    state.withLock { state in
      state.begin(state.part, at: now())
      var total = state.before
      total.add(state.lap)
      return total
    }
  }
}

extension PhaseWatch.State {
  fileprivate mutating func begin(_ part: PhaseWatch.Part, at instant: ContinuousClock.Instant) {
    lap.add(start.duration(to: instant), to: self.part)
    (self.part, start) = (part, instant)
  }
}

/// How long each part of a statement took.
///
///     3.512 ms: reading 0.021, planning 0.035, running 3.400, writing 0.056
///     6.31 µs: reading 0.94, running 1.93, writing 3.44
struct PhaseTimes: CustomStringConvertible {
  /// By the numbers of the parts: a watch is read several times in a microsecond, and a
  /// dictionary would be what it measures. None of a part that did not take place.
  private var durations = [Duration?](repeating: nil, count: PhaseWatch.Part.count)

  /// Adds time to a part.
  mutating func add(_ time: Duration, to part: PhaseWatch.Part) {
    durations[part.number] = (durations[part.number] ?? .zero) + time
  }

  /// Adds the times of all parts.
  mutating func add(_ others: PhaseTimes) {
    for (number, time) in others.durations.enumerated() {
      if let time { durations[number] = (durations[number] ?? .zero) + time }
    }
  }

  /// The sum and the parts that took place: in milliseconds to the microsecond, in seconds
  /// if all took one or more, in microseconds to the hundredth if all took less than a
  /// tenth of a millisecond.
  var description: String {
    let unit = Unit(of: durations.compactMap(\.self).reduce(.zero, +))
    let parts: [(PhaseWatch.Part, String)] =
      Phase.allCases.map { (.engine($0), "\($0)") } + [(.writing, "writing")]
    let shown = parts.compactMap { part, name in
      durations[part.number].map { (name, unit.counts(in: $0)) }
    }
    // Rounded parts may add up to another number than the rounded sum.
    let total = unit.figure(shown.reduce(0) { $0 + $1.1 })
    let figures = shown.map { "\($0) \(unit.figure($1))" }
    return "\(total) \(unit.name): \(figures.joined(separator: ", "))"
  }

  /// What times are told in.
  private struct Unit {
    let name: String
    /// How many nanoseconds the last place is.
    let last: Int64
    let places: Int

    init(of total: Duration) {
      (name, last, places) =
        total >= .seconds(1)
        ? ("s", 1000, 6) : total >= .microseconds(100) ? ("ms", 1000, 3) : ("µs", 10, 2)
    }

    /// A time in units of the last place.
    func counts(in time: Duration) -> Int64 {
      let (seconds, attoseconds) = time.components
      let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
      return (nanoseconds + last / 2) / last
    }

    func figure(_ count: Int64) -> String {
      let digits = String(count)
      let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      return "\(padded.dropLast(places)).\(padded.suffix(places))"
    }
  }
}
