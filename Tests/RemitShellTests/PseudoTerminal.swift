// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A `remit` at a terminal of its own, where a test types and looks.
///
/// `setsid --ctty` makes the terminal the controlling one, so that the byte of
/// Ctrl-C becomes a signal as it does at a keyboard.
final class PseudoTerminal {
  /// Whether this system can make one.
  static let isAvailable = FileManager.default.isExecutableFile(atPath: setsid)
  private static let setsid = "/usr/bin/setsid"

  /// Control characters as they are typed.
  enum Key {
    static let controlC = "\u{03}"
    static let controlD = "\u{04}"
    static let controlR = "\u{12}"
    static let tab = "\t"
    static let enter = "\r"
    static let backspace = "\u{7F}"
    static let up = "\u{1B}[A"
  }

  fileprivate let master: Int32
  private let process = Process()
  private let folder: TemporaryFolder
  private var seen: [UInt8] = []
  /// The place in what was seen up to which it has been waited for.
  private var mark = 0

  /// Starts `remit`.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - folder: Where it runs and keeps its state.
  ///   - environment: Changes to a bare environment without any locale.
  /// - Throws: When there is no terminal or no `remit`.
  init(
    _ arguments: [String] = [],
    in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&master, &slave, nil, nil, &size) == 0)
    self.master = master
    self.folder = folder
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: Self.setsid)
    process.arguments = ["--ctty", "--wait", RemitProcess.path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm", "HOME": folder.path, "INPUTRC": "/dev/null",
      "PAGER": "",
    ].merging(environment) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) =
      (terminal, terminal, terminal)
    try process.run()
    try terminal.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(master)
  }

  /// Types a text.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Waits until a text is shown after the last one waited for.
  ///
  /// - Parameters:
  ///   - text: What to look for.
  ///   - limit: How long to wait.
  ///   - sourceLocation: Where a failure is reported.
  /// - Returns: What was shown up to the end of the text.
  /// - Throws: When it does not appear, which is also recorded.
  @discardableResult
  func wait(
    for text: String,
    within limit: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let deadline = ContinuousClock.now + limit
    let wanted = Array(text.utf8)
    while true {
      if let end = place(of: wanted) {
        defer { mark = end }
        return String(decoding: seen[mark..<end], as: UTF8.self)
      }
      guard ContinuousClock.now < deadline, fill(until: deadline) else {
        let shown = String(decoding: seen[mark...], as: UTF8.self)
        Issue.record(
          "'\(text)' did not appear in \(shown.debugDescription)",
          sourceLocation: sourceLocation
        )
        throw CancellationError()
      }
    }
  }

  /// Waits for the prompt.
  @discardableResult
  func waitForPrompt(
    within limit: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(for: "remit> ", within: limit, sourceLocation: sourceLocation)
  }

  /// Waits until `remit` ends.
  ///
  /// - Returns: Its exit status, or the number of the signal that ended it.
  func exitStatus() -> Int32 {
    let deadline = ContinuousClock.now + .seconds(20)
    while process.isRunning, ContinuousClock.now < deadline {
      if !fill(until: .now + .milliseconds(50)) { Thread.sleep(forTimeInterval: 0.005) }
    }
    if process.isRunning {
      Issue.record("it did not end after \(String(decoding: seen[mark...], as: UTF8.self))")
      end(by: SIGKILL)
      return -1
    }
    return process.terminationStatus
  }

  /// The place after the first occurrence of a text behind the mark.
  private func place(of wanted: [UInt8]) -> Int? {
    guard seen.count - mark >= wanted.count else { return nil }
    return (mark...seen.count - wanted.count).first { seen[$0...].starts(with: wanted) }
      .map { $0 + wanted.count }
  }

  /// Reads what is shown next.
  ///
  /// - Returns: Whether anything came before the deadline.
  private func fill(until deadline: ContinuousClock.Instant) -> Bool {
    let left = deadline - .now
    let milliseconds = max(0, Int(left / .milliseconds(1)))
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(clamping: milliseconds)) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    // Linux reports an error instead of an end when the last user has gone.
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    seen += chunk.prefix(count)
    return true
  }
}

extension PseudoTerminal {
  /// Whether the terminal shows what is typed by itself, as it does outside a prompt.
  var echoes: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Sends a signal to `remit`, the only child of the process that was started.
  func end(by signal: Int32) {
    // A signal to the terminal's foreground group reaches `remit` alone.
    let group = tcgetpgrp(master)
    if group > 0 { kill(-group, signal) }
  }
}
