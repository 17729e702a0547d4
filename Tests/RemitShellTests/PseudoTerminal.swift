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
  /// What an instrumented build is told by.
  private static let kept: Set = ["ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"]

  /// How long something may take to appear: far more than it does, because other tests
  /// keep the same cores busy meanwhile. It ends a test that hangs.
  static let patience = Duration.seconds(120)

  /// Control characters as they are typed.
  enum Key {
    static let controlC = "\u{03}"
    static let controlD = "\u{04}"
    static let controlR = "\u{12}"
    static let tab = "\t"
    static let enter = "\r"
    static let backspace = "\u{7F}"
    static let up = "\u{1B}[A"
    static let down = "\u{1B}[B"
    static let left = "\u{1B}[D"
    static let home = "\u{1B}[H"
    static let end = "\u{1B}[F"
    static let altEnter = "\u{1B}\r"
    static let controlL = "\u{0C}"
    static let controlZ = "\u{1A}"
    static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
  }

  fileprivate let master: Int32
  private let process = Process()
  private let folder: TemporaryFolder
  private var seen: [UInt8] = []
  /// The place in what was seen up to which it has been waited for.
  private var mark = 0
  /// What has come so far, as a person sees it.
  private(set) var screen: TerminalScreen

  /// Starts `remit`.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - folder: Where it runs and keeps its state.
  ///   - environment: Changes to a bare environment without any locale.
  ///   - columns: The width of the terminal.
  ///   - rows: The height of the terminal.
  /// - Throws: When there is no terminal or no `remit`.
  init(
    _ arguments: [String] = [],
    in folder: TemporaryFolder,
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen = TerminalScreen(width: columns, height: rows)
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
      // A text that is waited for has no colours in it, unless a test asks for them.
      "NO_COLOR": "1",
    ]
    .merging(ProcessInfo.processInfo.environment.filter { Self.kept.contains($0.key) }) { $1 }
    .merging(environment) { $1 }
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
    within limit: Duration = PseudoTerminal.patience,
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
    within limit: Duration = PseudoTerminal.patience,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(for: "remit> ", within: limit, sourceLocation: sourceLocation)
  }

  /// Waits until `remit` ends.
  ///
  /// - Returns: Its exit status, or the number of the signal that ended it.
  func exitStatus() -> Int32 {
    let deadline = ContinuousClock.now + Self.patience
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
  fileprivate func fill(until deadline: ContinuousClock.Instant) -> Bool {
    let left = deadline - .now
    let milliseconds = max(0, Int(left / .milliseconds(1)))
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(clamping: milliseconds)) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    // Linux reports an error instead of an end when the last user has gone.
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    seen += chunk.prefix(count)
    screen.feed(chunk.prefix(count))
    return true
  }
}

extension PseudoTerminal {
  /// Waits until the screen is as wanted.
  ///
  /// - Returns: The screen.
  /// - Throws: When it does not become so, which is also recorded.
  @discardableResult
  func look(
    within limit: Duration = PseudoTerminal.patience,
    sourceLocation: SourceLocation = #_sourceLocation,
    until isWanted: (TerminalScreen) -> Bool
  ) throws -> TerminalScreen {
    let deadline = ContinuousClock.now + limit
    while !isWanted(screen) {
      guard ContinuousClock.now < deadline, fill(until: deadline) else {
        Issue.record(
          "the screen stays\n\(screen.description)\ncursor: \(screen.row), \(screen.column)",
          sourceLocation: sourceLocation)
        throw CancellationError()
      }
    }
    return screen
  }

  /// Waits until the rows that are not empty end with some.
  @discardableResult
  func look(
    for rows: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> TerminalScreen {
    try look(sourceLocation: sourceLocation) { screen in
      let shown = screen.rows[...(screen.rows.lastIndex { !$0.isEmpty } ?? 0)]
      return shown.suffix(rows.count) == rows[...]
    }
  }

  /// Changes the size of the terminal.
  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    if columns > 1 { screen.resize(width: columns) }
  }

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
