// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import Remit
import Synchronization

/// Has questions answered on threads of their own, and only as many at a time as can be
/// answered soon.
///
/// A question computes and never waits: on the threads that serve requests, a few heavy
/// ones would keep all others from being read.
final class Desk: Sendable {
  /// Nobody is let in while so many wait that the last would wait for long.
  struct Full: Error {}

  private let threads: NIOThreadPool
  private let most: Int
  private let inside = Mutex(0)

  /// Makes a desk with some threads, and two places to wait for each.
  init(threads count: Int) {
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
    most = count * 3
  }

  /// Answers a question; a caller who goes away is not answered any more.
  ///
  /// - Throws: ``Full``; `QueryError` with what is wrong.
  func answer(
    _ question: Question, of snapshot: Snapshot
  ) async throws -> QueryResult {
    let isLetIn = inside.withLock { inside in
      guard inside < most else { return false }
      inside += 1
      return true
    }
    guard isLetIn else { throw Full() }
    defer { inside.withLock { $0 -= 1 } }
    let cancellation = Cancellation()
    return try await withTaskCancellationHandler {
      try await threads.runIfActive {
        try snapshot.answer(question, cancellation: cancellation)
      }
    } onCancel: {
      cancellation.cancel()
    }
  }
}
