// SPDX-License-Identifier: Apache-2.0

/// What a manual says of the prompt.
package enum ShellReference {
  /// The commands in groups, each with how it is written and what it does.
  package static var commands: [(group: String, commands: [(usage: String, summary: String)])] {
    ShellCommand.Group.allCases.map { group in
      (
        group.rawValue,
        ShellCommand.all.filter { $0.group == group }.map { ($0.usage, $0.summary) }
      )
    }
  }
}
