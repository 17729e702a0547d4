// SPDX-License-Identifier: Apache-2.0

import Remit

/// What was entered before: shown, and changed in an editor.
extension Session {
  /// The most entries that `.history` alone lists.
  private static let mostListed = 20

  /// Lists what was entered, each with its number.
  ///
  /// - Parameter filter: A piece of the entries, in any case; or `all`; empty for
  ///   the last ones.
  /// - Returns: Success.
  func listHistory(_ filter: String) -> RunStatus {
    let entries = entered.enumerated().map { (number: $0 + 1, text: $1) }
    var found = entries
    if !filter.isEmpty, filter != "all" {
      found = entries.filter { $0.text.lowercased().contains(filter.lowercased()) }
    } else if filter.isEmpty {
      found = entries.suffix(Session.mostListed)
    }
    guard !found.isEmpty else {
      return show(
        entries.isEmpty
          ? "Nothing has been entered yet." : "Nothing that was entered has '\(filter)' in it.")
    }
    let width = String(found.last?.number ?? 0).count
    let hidden = entries.count - found.count
    let lines = found.map { number, text in
      let digits = String(number)
      let blanks = String(repeating: " ", count: width - digits.count)
      let rest = text.replacing("\n", with: "\n" + String(repeating: " ", count: width + 2))
      return "\(blanks)\(digits)  \(rest)"
    }
    let note = filter.isEmpty && hidden > 0 ? ["\(hidden) before them; .history all lists all"] : []
    return show((lines + note).joined(separator: "\n"))
  }

  /// Lets the user change a statement in an editor, and runs what came of it.
  ///
  /// - Parameter argument: The number of an entry; empty for the last one.
  /// - Returns: The status of what was run.
  mutating func edit(_ argument: String) -> RunStatus {
    guard let edit = host.edit else { return fail("there is no editor here") }
    let entries = entered
    var before = ""
    if argument.isEmpty {
      before = entries.last ?? ""
    } else if let number = Int(argument), entries.indices.contains(number - 1) {
      before = entries[number - 1]
    } else {
      return fail(
        entries.isEmpty
          ? "nothing has been entered yet that could be edited"
          : ".edit needs the number of an entry, 1 to \(entries.count); .history lists them")
    }
    switch edit(before) {
    case .failure(let failure): return fail(failure.sentence)
    case .success(let text):
      let text = text.trimmed
      guard !text.isEmpty, text != before else {
        return show("Nothing was changed, and nothing is run.")
      }
      edited.append(text)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let echo = lines.enumerated().map { index, line in
        (index == 0 ? Prompt.statement : .continuation).rawValue + line
      }
      output.write(Sanitizer.block(echo.joined(separator: "\n")) + "\n")
      let runner = ScriptRunner(allowsCommands: true, checksAhead: false)
      return runner.run(SourceText(text), in: &self).status
    }
  }

  /// What was entered, without the commands that ask for it.
  private var entered: [String] {
    host.history().filter { !$0.hasPrefix(".edit") && !$0.hasPrefix(".history") }
  }
}
