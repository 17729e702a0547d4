// SPDX-License-Identifier: Apache-2.0

/// Counts what an evaluation uses and stops it when that is too much.
///
/// Every loop over things or links spends a step for each; the cancellation
/// flag and the clock are looked at every ``interval`` steps. What is kept is
/// counted before it is allocated.
///
/// A budget belongs to one run on one thread.
final class Budget {
  /// How many steps there are between two looks at the flag; a ``StepBatch`` may add some
  /// hundreds.
  static let interval = 4096

  private let cancellation: Cancellation?
  private let deadline: Deadline?
  private let mostSteps: Int
  private let mostRows: Int
  private let mostBytes: Int
  /// Steps left until the flag is looked at.
  private var left: Int
  /// Steps counted when `left` was last filled, `left` included.
  private var granted: Int
  /// Rows kept for the answer.
  private(set) var rows = 0
  /// Bytes kept at the same time.
  private(set) var bytes = 0

  /// Makes a budget.
  ///
  /// - Parameters:
  ///   - steps: How many steps are allowed, or `nil` for any number.
  ///   - rows: How many rows may be kept at a time.
  ///   - bytes: How many bytes sets, tables and rows may take, roughly.
  ///   - deadline: When the run ends at the latest.
  ///   - cancellation: A flag that ends the run.
  init(
    steps: Int? = nil,
    rows: Int = .max,
    bytes: Int = .max,
    deadline: Deadline? = nil,
    cancellation: Cancellation? = nil
  ) {
    mostSteps = steps ?? .max
    mostRows = rows
    mostBytes = bytes
    self.deadline = deadline
    self.cancellation = cancellation
    left = min(Budget.interval, max(0, mostSteps))
    granted = left
  }

  /// The steps counted so far.
  var steps: Int { granted &- left }

  /// Counts steps that are about to be made.
  @inline(__always)
  func spend(_ count: Int = 1) throws(Stop) {
    left &-= count
    if left < 0 { try refill() }
  }

  /// Counts the steps of sorting a number of things.
  func spend(sorting count: Int) throws(Stop) {
    try spend(count &* max(1, Int.bitWidth &- count.leadingZeroBitCount))
  }

  /// Counts the steps of going once through bitmaps for so many things, 64 at a time.
  func spend(bitmap capacity: Int) throws(Stop) { try spend(capacity / 64 &+ 1) }

  /// Looks at the flag and the clock and grants the next steps.
  @inline(never)
  private func refill() throws(Stop) {
    let used = steps
    if let cancellation, cancellation.isCancelled { throw .cancelled }
    if let deadline, deadline.isOver {
      throw .limit(.deadline, used: deadline.milliseconds, allowed: deadline.allowed)
    }
    guard used <= mostSteps else { throw .limit(.steps, used: used, allowed: mostSteps) }
    left = min(Budget.interval, mostSteps &- used)
    granted = used &+ left
  }

  /// Counts rows, and their bytes, that are about to be kept.
  func keep(rows count: Int, bytes size: Int = 0) throws(Stop) {
    rows &+= count
    guard rows <= mostRows else { throw .limit(.rows, used: rows, allowed: mostRows) }
    try keep(bytes: size)
  }

  /// Gives back what has been kept since there were so many bytes.
  func release(to count: Int) { bytes = min(bytes, count) }

  /// Counts bytes that are about to be allocated.
  func keep(bytes size: Int) throws(Stop) {
    bytes &+= size
    guard bytes <= mostBytes else { throw .limit(.bytes, used: bytes, allowed: mostBytes) }
  }
}

/// Steps of a loop that are spent some hundreds at a time.
///
/// A count of its own stays in a register, where that of a budget would be written to
/// memory and read back for every thing.
struct StepBatch {
  private static let most = 512

  private var count = 0

  /// Counts steps that are about to be made.
  @inline(__always)
  mutating func add(_ steps: Int, to budget: Budget) throws(Stop) {
    count &+= steps
    if count >= StepBatch.most { try settle(with: budget) }
  }

  /// Spends what was counted since it was last spent.
  mutating func settle(with budget: Budget) throws(Stop) {
    try budget.spend(count)
    count = 0
  }
}
