// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A flag that stops a running evaluation from another thread or a signal handler.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Makes a flag that is not set.
  public init() {}

  /// Stops the evaluation at its next look at the flag, a few thousand steps on.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether ``cancel()`` was called.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
