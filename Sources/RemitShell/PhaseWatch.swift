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

  /// The sum and the parts that took place, to the microsecond: in milliseconds, or in
  /// seconds if all took one or more.
  var description: String {
    let total = durations.compactMap(\.self).reduce(.zero, +)
    let parts: [(PhaseWatch.Part, String)] =
      Phase.allCases.map { (.engine($0), "\($0)") } + [(.writing, "writing")]
    let isLong = total >= .seconds(1)
    func figure(_ time: Duration) -> String {
      let (seconds, attoseconds) = time.components
      let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
      let unit: Int64 = isLong ? 1_000_000 : 1_000
      return "\(microseconds / unit).\(String(unit + microseconds % unit).dropFirst())"
    }
    let shown = parts.compactMap { part, name in
      durations[part.number].map { "\(name) \(figure($0))" }
    }
    return "\(figure(total)) \(isLong ? "s" : "ms"): \(shown.joined(separator: ", "))"
  }
}
