// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Remit
import Synchronization

/// Reads tables on a thread of its own before they are asked for.
///
/// What a table is read as does not depend on when it is read, nor on which thread: who
/// asks for one that is not ready reads the one behind it meanwhile, and errors are told
/// to who asks. So much is read ahead as there is room for.
final class ReadAhead: Sendable {
  /// How many bytes may lie ready in tables, so that what is read ahead of a slow engine
  /// does not fill the memory.
  private static let room = 64 << 20
  /// How many tables may lie ready whatever their size.
  private static let least = 2

  /// One table to be read.
  struct Job: Sendable {
    let path: String
    let read: @Sendable () -> Result<DataTable, LoadError>
  }

  /// A table that has been read, or is being read.
  private struct Place {
    let job: Job
    /// Tells it from those of other lists.
    let number: Int
    var result: Result<DataTable, LoadError>?

    var size: Int { (try? result?.get().bytes.count) ?? 0 }
  }

  private struct State {
    /// What is to be read, in the order in which it will be asked for.
    var jobs: ArraySlice<Job> = []
    /// What has been begun, in the same order.
    var places: [Place] = []
    /// Whether the thread is at work.
    var isReading = false
    /// How many tables have been begun.
    var begun = 0

    /// Begins with the next table, if there is room for it.
    mutating func begin() -> Place? {
      let size = places.reduce(0) { $0 + $1.size }
      guard places.count < ReadAhead.least || size < ReadAhead.room, let job = jobs.popFirst()
      else { return nil }
      let place = Place(job: job, number: begun)
      begun += 1
      places.append(place)
      return place
    }

    mutating func end(_ place: Place, _ result: Result<DataTable, LoadError>) {
      guard let index = places.firstIndex(where: { $0.number == place.number }) else { return }
      places[index].result = result
    }

    mutating func forget() {
      jobs = []
      places = []
    }
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "remit.read-ahead")

  /// Begins to read some tables, and forgets those of the last time.
  func begin(_ jobs: [Job]) {
    state.withLock { state in
      state.forget()
      state.jobs = jobs[...]
    }
    goOn()
  }

  /// Takes the table of a path, if it is the next that was to be read.
  ///
  /// - Returns: `nil` if it was not: then nothing more is read ahead.
  func take(_ path: String) -> Result<DataTable, LoadError>? {
    /// What is done about a table.
    enum Step {
      case give(Result<DataTable, LoadError>?)
      case read(Place)
      case wait
    }
    while true {
      let step = state.withLock { state -> Step in
        guard let first = state.places.first, first.job.path == path else {
          state.forget()
          return .give(nil)
        }
        guard let result = first.result else { return state.begin().map(Step.read) ?? .wait }
        state.places.removeFirst()
        return .give(result)
      }
      switch step {
      case .give(let result):
        // Another engine with the same loader may wait for what is no longer there.
        ready.signal()
        goOn()
        return result
      case .read(let place):
        let result = place.job.read()
        state.withLock { $0.end(place, result) }
        ready.signal()
      case .wait:
        ready.wait()
      }
    }
  }

  /// Reads the next table on the thread, if there is room for it.
  private func goOn() {
    let next = state.withLock { state -> Place? in
      guard !state.isReading, let place = state.begin() else { return nil }
      state.isReading = true
      return place
    }
    guard let next else { return }
    queue.async {
      let result = next.job.read()
      self.state.withLock { state in
        state.isReading = false
        state.end(next, result)
      }
      self.ready.signal()
      self.goOn()
    }
  }
}
