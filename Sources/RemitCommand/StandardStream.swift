// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitShell
import Synchronization

/// Standard output or standard error, written without a buffer between.
///
/// A reader that has gone away (`remit … | head -1`) ends the program quietly;
/// a full disk ends it with a message and status 3.
final class StandardStream: TextSink, Sendable {
  private let descriptor: Int32

  static let output = 1
  static let errors = 2

  private static let isUsed = Atomic(false)
  /// Whether anything was written so far.
  static var hasWritten: Bool { isUsed.load(ordering: .relaxed) }

  init(_ descriptor: Int) { self.descriptor = Int32(descriptor) }

  /// What is shown on the errors while something takes long; `nil` where they do not
  /// go to a terminal that can take a line back.
  static let progress: ProgressLine? = {
    guard Terminal.isTerminal(errors), ProcessInfo.processInfo.environment["TERM"] != "dumb"
    else { return nil }
    let terminal = StandardStream(errors)
    return ProgressLine(width: (Terminal.width(of: errors) ?? 80) - 1) { terminal.put($0) }
  }()

  func write(_ text: String) {
    Self.isUsed.store(true, ordering: .relaxed)
    guard let progress = Self.progress, Terminal.isTerminal(Int(descriptor)) else {
      return put(text)
    }
    progress.writing { put(text) }
  }

  /// Lets another program have the terminal meanwhile.
  func whileQuiet(_ body: () -> Void) {
    guard let progress = Self.progress else { return body() }
    progress.writing(body)
  }

  private func put(_ text: String) {
    var text = text
    let failure = text.withUTF8 { bytes -> Int32 in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard failure != 0 else { return }
    if failure == EPIPE { exit(128 + SIGPIPE) }
    if descriptor != Int32(Self.errors) {
      let reason = String(cString: strerror(failure))
      StandardStream(Self.errors).write("error: the output could not be written: \(reason)\n")
    }
    exit(RunStatus.data.rawValue)
  }
}
