// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitShell

/// The user's own editor: `$VISUAL`, else `$EDITOR`, else the first that is there.
enum ExternalEditor {
  private static let usual = ["sensible-editor", "nano", "vim", "vi"]

  /// Lets the user change a text.
  ///
  /// The text stands in a file of a folder that only the user can open.
  ///
  /// - Returns: The text as the editor left it, or why there is none.
  static func edit(
    _ text: String, _ environment: [String: String]
  ) -> Result<String, ShellHost.Failure> {
    guard let command = command(environment) else {
      return .failure(ShellHost.Failure("there is no editor; set EDITOR to one, such as nano"))
    }
    var template = Array((NSTemporaryDirectory() + "remit-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      return .failure(ShellHost.Failure("no file can be made to edit: \(reason())"))
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/statement.remit"
    do {
      try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: file))
    } catch {
      return .failure(ShellHost.Failure("no file can be made to edit: \(reason())"))
    }
    // The editor may be a command with arguments, so a shell runs it.
    let interrupt = signal(SIGINT, SIG_IGN)
    let status = system("\(command) \(FileNames.inShell(file))")
    signal(SIGINT, interrupt)
    guard status == 0 else {
      return .failure(ShellHost.Failure("the editor '\(command)' did not end well; nothing is run"))
    }
    let limit = 1 << 20
    guard let data = FileManager.default.contents(atPath: file), data.count <= limit,
      let changed = String(validating: data, as: UTF8.self)
    else { return .failure(ShellHost.Failure("what the editor left is no text in UTF-8")) }
    return .success(changed)
  }

  private static func command(_ environment: [String: String]) -> String? {
    for name in ["VISUAL", "EDITOR"] {
      if let command = environment[name], !command.isEmpty { return command }
    }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return usual.first { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
