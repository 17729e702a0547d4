// SPDX-License-Identifier: Apache-2.0

/// Takes times of the same work and keeps their median.
struct Stopwatch {
  private var times: [Double] = []

  /// Does some work and takes its time.
  mutating func time<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try work()
    let (seconds, attoseconds) = start.duration(to: .now).components
    times.append(Double(seconds) * 1e6 + Double(attoseconds) / 1e12)
    return result
  }

  /// The median, in microseconds.
  var median: Double {
    let sorted = times.sorted()
    guard let last = sorted.indices.last else { return 0 }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }
}
