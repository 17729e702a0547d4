// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Remit
import Synchronization

/// A line that tells what goes on while something takes long, and how long already.
///
/// It comes after a second and is gone before anything else is written: whoever
/// writes to the same terminal does so within ``writing(_:)``.
///
///     loading depends_on.csv, file 17; 3 s, Ctrl-C cancels
package final class ProgressLine: Sendable {
  private struct State {
    /// When what goes on began; `nil` when nothing does.
    var start: ContinuousClock.Instant?
    /// Tells one evaluation from the next.
    var evaluation = 0
    var file: String?
    var fileCount = 0
    var isShown = false
  }

  /// The time, as far as the line needs it.
  package struct Clock: Sendable {
    /// What time it is.
    var now: @Sendable () -> ContinuousClock.Instant
    /// Does something once a while has passed, on any thread.
    var wait: @Sendable (Duration, @escaping @Sendable () -> Void) -> Void

    package init(
      now: @escaping @Sendable () -> ContinuousClock.Instant,
      wait: @escaping @Sendable (Duration, @escaping @Sendable () -> Void) -> Void
    ) {
      (self.now, self.wait) = (now, wait)
    }

    /// The clock of the system.
    package static let system = Clock(now: { .now }) { time, action in
      let (seconds, attoseconds) = time.components
      let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
      DispatchQueue.global().asyncAfter(
        deadline: .now() + .nanoseconds(nanoseconds), execute: action)
    }
  }

  private let delay: Duration
  private let interval: Duration
  private let width: Int
  private let clock: Clock
  private let write: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - delay: After how long it is shown.
  ///   - interval: How often it is written anew.
  ///   - width: The most columns it may take.
  ///   - clock: Tells how long something goes on.
  ///   - write: Writes to the terminal.
  package init(
    delay: Duration = .seconds(1), interval: Duration = .milliseconds(500), width: Int = 79,
    clock: Clock = .system, write: @escaping @Sendable (String) -> Void
  ) {
    (self.delay, self.interval, self.width) = (delay, interval, width)
    (self.clock, self.write) = (clock, write)
  }

  /// Something begins that may take long.
  package func begin() {
    let evaluation = state.withLock { state in
      state.evaluation += 1
      (state.start, state.file, state.fileCount) = (clock.now(), nil, 0)
      return state.evaluation
    }
    wait(delay, for: evaluation)
  }

  /// What began has ended.
  package func end() {
    state.withLock { state in
      state.start = nil
      hide(&state)
    }
  }

  /// A file is being loaded, or no more.
  package func note(file: String?) {
    state.withLock { state in
      state.file = file.map(Sanitizer.line)
      if file != nil { state.fileCount += 1 }
    }
  }

  /// Writes something else to the terminal.
  package func writing(_ body: () -> Void) {
    state.withLock { state in
      hide(&state)
      body()
    }
  }

  private func wait(_ time: Duration, for evaluation: Int) {
    clock.wait(time) { [weak self] in self?.show(evaluation) }
  }

  private func show(_ evaluation: Int) {
    let goesOn = state.withLock { state in
      guard let start = state.start, state.evaluation == evaluation else { return false }
      let seconds = start.duration(to: clock.now()).components.seconds
      let what = state.file.map { file in
        "loading \(file)" + (state.fileCount > 1 ? ", file \(state.fileCount)" : "")
      }
      var line = "\(what ?? "working"); \(seconds) s, Ctrl-C cancels"
      while DisplayWidth.of(line) > width { line.removeFirst() }
      write("\r\u{1B}[K\(line)")
      state.isShown = true
      return true
    }
    if goesOn { wait(interval, for: evaluation) }
  }

  private func hide(_ state: inout State) {
    guard state.isShown else { return }
    state.isShown = false
    write("\r\u{1B}[K")
  }
}
