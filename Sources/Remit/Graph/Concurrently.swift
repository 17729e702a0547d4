// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Calls a closure with each number below a count, on several threads if it can, and
/// returns when all calls have.
public typealias Concurrently =
  @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

/// What is done at the same time as something else, where there is enough of it.
enum Concurrency {
  /// How many rows are worth a thread.
  static let worthAThread = 20_000

  /// Makes two values, at the same time if there is a way to.
  static func both<First: Sendable, Second: Sendable>(
    _ concurrently: Concurrently?,
    _ first: @Sendable () -> First,
    _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard let concurrently else { return (first(), second()) }
    let made = Mutex<(first: First?, second: Second?)>((nil, nil))
    concurrently(2) { place in
      if place == 0 {
        let value = first()
        made.withLock { $0.first = value }
      } else {
        let value = second()
        made.withLock { $0.second = value }
      }
    }
    let (one, other) = made.withLock { $0 }
    // A host that left a call out has its work done here.
    return (one ?? first(), other ?? second())
  }
}
