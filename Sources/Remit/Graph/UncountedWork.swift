// SPDX-License-Identifier: Apache-2.0

#if DEBUG
import Synchronization

/// Counts work too cheap for each piece of it to spend budget: the words of
/// bitmaps that are gone through, and the comparisons of sorts.
///
/// Done once in a question it is nothing; done for each thing it is quadratic.
/// Only tests look: a release build does not count it.
final class UncountedWork: Sendable {
  /// Where the work of the present task is counted, if anywhere.
  @TaskLocal static var current: UncountedWork?

  private let sum = Atomic(0)

  /// What has been counted so far.
  var count: Int { sum.load(ordering: .relaxed) }

  /// Counts some work.
  static func note(_ count: Int) {
    current?.sum.wrappingAdd(count, ordering: .relaxed)
  }

  /// Counts the comparisons of sorting some things.
  static func note(sorting count: Int) {
    note(count &* max(1, Int.bitWidth &- count.leadingZeroBitCount))
  }
}
#else
/// Counts nothing in a release build.
enum UncountedWork {
  @inline(__always)
  static func note(_ count: Int) {}

  @inline(__always)
  static func note(sorting count: Int) {}
}
#endif
