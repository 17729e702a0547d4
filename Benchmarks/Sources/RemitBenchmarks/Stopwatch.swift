// SPDX-License-Identifier: Apache-2.0

/// Takes times of the same work and keeps them, in microseconds.
struct Stopwatch {
  private(set) var times: [Double] = []

  /// Does some work and takes its time.
  mutating func time<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try work()
    times.append(Stopwatch.microseconds(start.duration(to: .now)))
    return result
  }

  /// Does short work again and again for at least so many microseconds, and takes the
  /// time of one of them.
  mutating func time<Result>(atLeast least: Double, _ work: () throws -> Result) rethrows -> Result
  {
    let start = ContinuousClock.now
    var result = try work()
    var count = 1
    while Stopwatch.microseconds(start.duration(to: .now)) < least {
      // Twice as many as before between two looks at the clock.
      for _ in 0..<count { result = try work() }
      count *= 2
    }
    times.append(Stopwatch.microseconds(start.duration(to: .now)) / Double(count))
    return result
  }

  /// Notes a time that was taken elsewhere.
  mutating func add(_ duration: Duration, dividedBy count: Int = 1) {
    times.append(Stopwatch.microseconds(duration) / Double(count))
  }

  /// The median.
  var median: Double {
    let sorted = times.sorted()
    guard let last = sorted.indices.last else { return 0 }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }

  /// The shortest time: what is left when nobody else uses the computer.
  var minimum: Double { times.min() ?? 0 }

  private static func microseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}
