// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// All commands under one name: for what has to know them all, the completion of
/// shells and the manual. What is run is found by ``Subcommands``.
struct CommandTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit", version: LineEditorVersion.text,
    subcommands: Subcommands.all.sorted { $0.key < $1.key }.map(\.value))

  // Not the scripts as well: a shell would take the name of a command for one.
  @OptionGroup
  var options: ProgramOptions

  /// A command as its help describes it.
  struct Description: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Description]?
  }

  /// An argument, option or flag of a command.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let shouldDisplay: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let allValues: [String]?
  }

  /// What the help of all commands says.
  ///
  /// - Returns: `nil` if the parser describes itself in another way than is known.
  static func description() -> Description? {
    struct Tool: Decodable { let command: Description }
    return try? JSONDecoder().decode(Tool.self, from: Data(_dumpHelp().utf8)).command
  }
}

/// A shell whose completion can be set up.
enum ShellName: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish

  /// The script that sets it up.
  var completionScript: String {
    // The generator knows commands or files as the first word, not both: what is
    // no command is the name of a script.
    switch self {
    case .bash:
      CommandTree.completionScript(for: .bash)
        .replacing("complete -o filenames", with: "complete -o default -o filenames")
    case .zsh:
      CommandTree.completionScript(for: .zsh)
        .replacing(
          "_describe -V subcommand subcommands && ret=0",
          with: "_describe -V subcommand subcommands && ret=0\n        _files && ret=0",
          maxReplacements: 1
        )
        .replacing(
          "\"_remit_${words[1]}\" && ret=0\n            ;;",
          with: "\"_remit_${words[1]}\" && ret=0\n            ;;\n        *) _files && ret=0 ;;",
          maxReplacements: 1)
    case .fish:
      CommandTree.completionScript(for: .fish) + """

        complete -c 'remit' \
            -n 'not __fish_seen_subcommand_from \(Subcommands.all.keys.sorted().joined(separator: " "))' \
            -F

        """
    }
  }
}
