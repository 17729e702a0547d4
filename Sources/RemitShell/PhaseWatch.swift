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
  }

  fileprivate struct State {
    var part = Part.engine(.reading)
    var start: ContinuousClock.Instant
    /// Since the last lap, and since the watch was started.
    var lap = PhaseTimes()
    var total = PhaseTimes()
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
      return state.lap
    }
  }

  /// What has been measured since the start.
  func total() -> PhaseTimes {
    state.withLock { state in
      state.begin(state.part, at: now())
      return state.total
    }
  }
}

extension PhaseWatch.State {
  fileprivate mutating func begin(_ part: PhaseWatch.Part, at instant: ContinuousClock.Instant) {
    let time = start.duration(to: instant)
    lap.add(time, to: self.part)
    total.add(time, to: self.part)
    (self.part, start) = (part, instant)
  }
}

/// How long each part of a statement took.
///
///     3.512 ms: reading 0.021, planning 0.035, running 3.400, writing 0.056
struct PhaseTimes: CustomStringConvertible {
  private var durations: [PhaseWatch.Part: Duration] = [:]

  /// Adds time to a part.
  mutating func add(_ time: Duration, to part: PhaseWatch.Part) {
    durations[part, default: .zero] += time
  }

  /// The sum and the parts that took place, to the microsecond: in milliseconds, or in
  /// seconds if all took one or more.
  var description: String {
    let total = durations.values.reduce(.zero, +)
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
      durations[part].map { "\(name) \(figure($0))" }
    }
    return "\(figure(total)) \(isLong ? "s" : "ms"): \(shown.joined(separator: ", "))"
  }
}
