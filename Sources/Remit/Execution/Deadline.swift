// SPDX-License-Identifier: Apache-2.0

/// When a run has to end, by a clock that only tells how long things take.
///
/// It decides whether there is an answer, never which.
struct Deadline: Sendable {
  private let start: ContinuousClock.Instant
  private let length: Duration

  /// Makes the deadline of a run that begins now.
  init(_ length: Duration) {
    start = .now
    self.length = length
  }

  /// Whether the time is over.
  var isOver: Bool { start.duration(to: .now) > length }

  /// How many milliseconds the run has taken.
  var milliseconds: Int { Deadline.milliseconds(start.duration(to: .now)) }

  /// How many it may take.
  var allowed: Int { Deadline.milliseconds(length) }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1000)
    guard !overflows else { return .max }
    return Int(
      clamping: whole.addingReportingOverflow(attoseconds / 1_000_000_000_000_000).partialValue)
  }
}
