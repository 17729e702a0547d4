// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitShell
import Synchronization

/// What signals do: Ctrl-C cancels a query or drops a line, never more.
///
/// The handlers touch atomics and a pipe only. A prompt waits on the pipe beside
/// the keyboard, so that a signal wakes it whichever thread it lands on.
enum Signals {
  /// Whether Ctrl-C was pressed with nothing to cancel.
  private static let interrupted = Atomic<Bool>(false)
  /// Whether the terminal has changed its size.
  private static let resized = Atomic<Bool>(false)
  /// Whether Ctrl-Z was pressed.
  private static let suspended = Atomic<Bool>(false)
  /// SIGTERM or SIGHUP, once it came.
  private static let ending = Atomic<Int32>(0)
  /// The running evaluation's `Cancellation`, as an address.
  private static let evaluation = Atomic<UInt>(0)
  /// When Ctrl-C last cancelled something, in milliseconds.
  private static let cancelledAt = Atomic<Int>(0)
  private static let wakeInput = Atomic<Int32>(-1)
  private static let wakeOutput = Atomic<Int32>(-1)

  /// What happened since it was last asked.
  struct Events {
    var isInterrupted = false
    var isResized = false
    var isSuspended = false
    var isEnding = false
  }

  /// Makes Ctrl-C cancel what runs instead of ending the program.
  static func catchInterrupt() {
    // Static atomics are made at first use: not in a handler.
    _ = take()
    _ = evaluation.load(ordering: .relaxed) + UInt(cancelledAt.load(ordering: .relaxed))
    var descriptors: [Int32] = [-1, -1]
    guard pipe(&descriptors) == 0 else { return }
    for descriptor in descriptors {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    wakeOutput.store(descriptors[0], ordering: .relaxed)
    wakeInput.store(descriptors[1], ordering: .relaxed)
    handle(SIGINT) { _ in Signals.interrupt() }
  }

  /// Makes a prompt see the other signals too, to leave the terminal in order.
  static func catchTerminalSignals() {
    handle(SIGWINCH) { _ in
      Signals.resized.store(true, ordering: .relaxed)
      Signals.wake()
    }
    for signal in [SIGTERM, SIGHUP] {
      handle(signal) { number in
        if Signals.ending.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        Signals.cancelEvaluation()
        Signals.wake()
      }
    }
  }

  /// Makes Ctrl-Z wait until the prompt has restored the terminal, or not.
  static func holdSuspension(_ isHeld: Bool) {
    guard isHeld else {
      signal(SIGTSTP, SIG_DFL)
      return
    }
    handle(SIGTSTP) { _ in
      Signals.suspended.store(true, ordering: .relaxed)
      Signals.wake()
    }
  }

  /// Waits some time, or until Ctrl-C or a signal that ends the program.
  ///
  /// - Returns: Whether the time has passed without either.
  static func pause(milliseconds: Int) -> Bool {
    var source = pollfd(
      fd: wakeOutput.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0)
    poll(&source, 1, Int32(clamping: milliseconds))
    let events = take()
    return !events.isInterrupted && !events.isEnding
  }

  /// Waits until there is input or a signal.
  ///
  /// - Parameter descriptor: Where input comes from.
  /// - Returns: Whether there is input to read.
  static func wait(for descriptor: Int32) -> Bool {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeOutput.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    return poll(&sources, nfds_t(sources.count), -1) > 0 && sources[0].revents != 0
  }

  /// Returns what happened since the last call.
  static func take() -> Events {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(wakeOutput.load(ordering: .relaxed), &bytes, 16) > 0 {}
    return Events(
      isInterrupted: interrupted.exchange(false, ordering: .relaxed),
      isResized: resized.exchange(false, ordering: .relaxed),
      isSuspended: suspended.exchange(false, ordering: .relaxed),
      isEnding: ending.load(ordering: .relaxed) != 0
    )
  }

  /// Whether an evaluation has been cancelled since the last call.
  static func takeCancellation() -> Bool {
    cancelledAt.exchange(0, ordering: .relaxed) != 0
  }

  /// Ends the process by the signal that asked for it, if one did.
  static func endIfAsked() {
    let number = ending.load(ordering: .relaxed)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    raise(number)
  }

  // MARK: In the handlers

  private static func handle(_ number: Int32, by handler: @escaping @convention(c) (Int32) -> Void)
  {
    var action = sigaction()
    #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = handler
    #else
    action.__sigaction_handler.sa_handler = handler
    #endif
    sigaction(number, &action, nil)
    // A program started from a thread pool may have inherited signals blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// A query that ignores Ctrl-C for a while is left by a second one.
  private static func interrupt() {
    let milliseconds = milliseconds()
    guard cancelEvaluation() else {
      interrupted.store(true, ordering: .relaxed)
      return wake()
    }
    let ago = milliseconds - cancelledAt.exchange(milliseconds, ordering: .relaxed)
    if ago >= 200, ago <= 2000 { _exit(RunStatus.interrupted.rawValue) }
  }

  @discardableResult
  private static func cancelEvaluation() -> Bool {
    let address = evaluation.load(ordering: .acquiring)
    guard let pointer = UnsafeRawPointer(bitPattern: address) else { return false }
    Unmanaged<Cancellation>.fromOpaque(pointer).takeUnretainedValue().cancel()
    return true
  }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  private static func wake() {
    let before = errno
    var byte: UInt8 = 1
    _ = write(wakeInput.load(ordering: .relaxed), &byte, 1)
    errno = before
  }
}

extension Signals {
  /// Hands the running evaluation to the handlers.
  final class EvaluationInterrupter: Interrupter {
    /// Kept until the next one, in case a handler has just read its address.
    private var current: Cancellation?

    func willEvaluate(_ cancellation: Cancellation) {
      current = cancellation
      StandardStream.progress?.begin()
      cancelledAt.store(0, ordering: .relaxed)
      let address = UInt(bitPattern: Unmanaged.passUnretained(cancellation).toOpaque())
      evaluation.store(address, ordering: .releasing)
      // Ctrl-C came just before, when there was nothing to cancel yet.
      if interrupted.exchange(false, ordering: .relaxed) { cancellation.cancel() }
    }

    func didEvaluate() {
      evaluation.store(0, ordering: .releasing)
      StandardStream.progress?.end()
    }
  }
}
