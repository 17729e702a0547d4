// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats

/// What `.help` prints.
enum ShellHelp {
  /// Explains the shell, or one word.
  ///
  /// - Parameters:
  ///   - word: A command with or without its dot, a word of the language, or a
  ///     word of the model; empty for the list.
  ///   - engine: The engine whose model is asked last.
  /// - Returns: The list of commands, or the help for the word.
  static func text(for word: String, in engine: Engine) -> String {
    let name = word.first == "." ? String(word.dropFirst()) : word
    if name.isEmpty { return overview }
    if name == "commands" { return commands }
    if let command = ShellCommand.all.first(where: { $0.name == name }) {
      return text(for: command)
    }
    if word.first != ".", let topic = HelpTopic.all.first(where: { $0.words.contains(name) }) {
      return "\(topic.words.joined(separator: ", ")): \(topic.summary)\n  \(topic.example)"
    }
    let text = engine.describeSchema(name)
    guard text == engine.nothingCalled(name) else { return text }
    let words =
      HelpTopic.all.flatMap(\.words) + ShellCommand.all.map(\.name)
    return engine.nothingCalled(name, besides: words)
  }

  private static func text(for command: ShellCommand) -> String {
    var text = "\(command.usage): \(command.summary)\n  \(command.example)"
    if command.action == .mode {
      text += "\nformats: " + ResultFormat.allCases.map(\.rawValue).joined(separator: ", ")
    }
    return text
  }

  /// What `.help` alone prints: it fits a screen of 80 columns and 24 lines.
  private static var overview: String {
    func flow(_ words: [String]) -> String {
      TextFlow.fill(words, separator: ", ", width: 76).joined(separator: "\n  ")
    }
    let commands = ShellCommand.Group.allCases.map { group in
      let names = ShellCommand.all.filter { $0.group == group }.map { "." + $0.name }
      return "  \(group.rawValue): \(names.joined(separator: " "))"
    }
    return """
      Type a question: a phrase that says what you look for. Tab completes it.
        controls with no competent owner
        people who own at least 2 controls, sorted by name
        number of controls per owner

      .lesson teaches the language in ten short steps. .help WORD explains a word:
        \(flow(HelpTopic.all.map { $0.words[0] }))

      .help COMMAND explains a command, .help commands lists all of them:
      \(commands.joined(separator: "\n"))
      """
  }

  /// The commands, each with what it does.
  private static var commands: String {
    let width = ShellCommand.all.map(\.usage.count).max() ?? 0
    return ShellReference.commands.map { group, commands in
      let lines = commands.map { usage, summary in
        "  " + usage + String(repeating: " ", count: width - usage.count + 2) + summary
      }
      return group + ":\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
