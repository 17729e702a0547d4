// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Remit
import Synchronization

/// Reads tables on a thread of its own before they are asked for.
///
/// What a table is read as does not depend on when it is read: who asks for one
/// that is not ready waits for it, and errors are told to who asks. A few tables
/// at a time are kept.
final class ReadAhead: Sendable {
  /// How many tables may lie ready at a time.
  private static let most = 2

  /// One table to be read.
  struct Job: Sendable {
    let path: String
    let read: @Sendable () -> Result<DataTable, LoadError>
  }

  private struct State {
    /// What is to be read, in the order in which it will be asked for.
    var jobs: [Job] = []
    /// What has been read, or is being read, in the same order.
    var tables: [(path: String, result: Result<DataTable, LoadError>?)] = []
    /// Whether the thread is at work.
    var isReading = false
    /// Tells the jobs of one list from those of the next.
    var list = 0
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "remit.read-ahead")

  /// Begins to read some tables, and forgets those of the last time.
  func begin(_ jobs: [Job]) {
    state.withLock { state in
      state.jobs = jobs
      state.tables = []
      state.list += 1
    }
    goOn()
  }

  /// Takes the table of a path, if it is the next that was to be read.
  ///
  /// - Returns: `nil` if it was not: then nothing more is read ahead.
  func take(_ path: String) -> Result<DataTable, LoadError>? {
    while true {
      let found = state.withLock { state -> Result<DataTable, LoadError>?? in
        guard let first = state.tables.first else {
          state.jobs = []
          return .some(nil)
        }
        guard first.path == path else {
          state.jobs = []
          state.tables = []
          state.list += 1
          return .some(nil)
        }
        guard let result = first.result else { return .none }
        state.tables.removeFirst()
        return .some(result)
      }
      if let found {
        if found != nil { goOn() }
        return found
      }
      ready.wait()
    }
  }

  /// Reads the next table on the thread, if there is room for it.
  private func goOn() {
    let next = state.withLock { state -> (job: Job, list: Int)? in
      guard !state.isReading, !state.jobs.isEmpty, state.tables.count < ReadAhead.most else {
        return nil
      }
      state.isReading = true
      let job = state.jobs.removeFirst()
      state.tables.append((job.path, nil))
      return (job, state.list)
    }
    guard let next else { return }
    queue.async {
      let result = next.job.read()
      self.state.withLock { state in
        state.isReading = false
        if state.list == next.list, let place = state.tables.firstIndex(where: { $0.result == nil })
        {
          state.tables[place].result = result
        }
      }
      self.ready.signal()
      self.goOn()
    }
  }
}
