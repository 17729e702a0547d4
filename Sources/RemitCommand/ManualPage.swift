// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Remit
import RemitShell

/// The page that `man remit` shows, made from what the help of the commands says.
///
/// - SeeAlso: man-pages(7) and groff_man(7).
struct ManualPage {
  private var text = ""

  /// The page in the language of `troff`; `nil` if the help cannot be read.
  static func text() -> String? {
    guard let root = CommandTree.description() else { return nil }
    var page = ManualPage()
    page.write(root)
    return page.text
  }

  private mutating func write(_ root: CommandTree.Description) {
    text += ".TH REMIT 1 \"\" \"Remit \(LineEditorVersion.remit)\" \"User Commands\"\n"
    section("NAME")
    line("remit - ask a model of people, roles, assets and controls who is responsible for what")
    section("SYNOPSIS")
    synopsis("remit", "[FILE|FOLDER ...] [-c STATEMENT] ... [OPTIONS]")
    let commands = (root.subcommands ?? []).filter { $0.commandName != "help" }
    for command in commands { synopsis("remit \(command.commandName)", usage(of: command)) }
    section("DESCRIPTION")
    paragraph(
      "Remit answers questions in a small English-shaped language about who owns, may do, can do "
        + "and answers for what, on any day. Without -c it opens a prompt, or reads statements "
        + "from a pipe. The same engine runs scripts, makes checks and writes reports.")
    paragraph(CommandLineArguments.configuration.discussion)
    section("OPTIONS")
    options(of: root, except: [])
    section("COMMANDS")
    let shared = Set((root.arguments ?? []).map { ManualPage.key($0) })
    for command in commands {
      text += ".SS \"remit \(command.commandName)\"\n"
      paragraph(command.abstract ?? "")
      paragraph(command.discussion ?? "")
      options(of: command, except: shared)
    }
    section("AT THE PROMPT")
    paragraph(
      "A statement ends with its line if it is complete; Enter inside an incomplete one begins "
        + "another line, and a blank line ends it. Tab completes words and names. Ctrl-C drops the "
        + "line or stops a question, Ctrl-D leaves. Each command may be shortened while it is clear."
    )
    for (group, commands) in ShellReference.commands {
      text += ".SS \"Commands \(group)\"\n"
      for (usage, summary) in commands { entry(usage, summary) }
    }
    closing()
  }

  private mutating func closing() {
    section("EXIT STATUS")
    for (status, meaning) in [
      ("0", "It ran, and no check found anything."),
      ("1", "A check found rows, or a question did against --fail-if-any or --fail-if-none."),
      ("2", "A statement, the model or the usage is wrong, or a check could not be evaluated."),
      ("3", "Data could not be read, or output not written."), ("4", "A limit was reached."),
      ("130", "Interrupted."),
    ] {
      entry(status, meaning)
    }
    section("ENVIRONMENT")
    for (name, meaning) in [
      ("NO_COLOR", "If it is not empty, no colours are used unless --color always is given."),
      ("REMIT_PAGER, PAGER", "What shows texts longer than the screen; else less. Empty: nothing."),
      ("VISUAL, EDITOR", "The editor of .edit."),
      ("XDG_CONFIG_HOME, XDG_STATE_HOME", "Where the files below are; else in the home folder."),
    ] {
      entry(name, meaning)
    }
    section("FILES")
    entry(
      "~/.config/remit/init.remit",
      "Statements and commands run before the first prompt, if nobody else can write them.")
    entry("~/.local/state/remit/history", "What was entered at the prompt.")
    entry("~/.inputrc", "Keys of the line editor; lines for Remit stand behind '$if remit'.")
    section("EXAMPLES")
    for example in [
      "remit --demo", "remit samples/acme/ -c 'controls with no competent owner'",
      "remit init firm/", "remit check firm/",
      "remit report firm/ --output report.html",
      "remit firm/ --fail-if-any -c 'critical assets with no active owner'",
    ] {
      text += ".PP\n.EX\n\(ManualPage.escaped(example))\n.EE\n"
    }
    section("SEE ALSO")
    line("duckdb(1), sqlite3(1), psql(1), readline(3)")
  }

  // MARK: Parts

  private mutating func section(_ title: String) { text += ".SH \"\(title)\"\n" }

  private mutating func line(_ line: String) { text += ManualPage.escaped(line) + "\n" }

  private mutating func synopsis(_ command: String, _ usage: String) {
    text += ".PP\n.B \(ManualPage.escaped(command))\n\(ManualPage.escaped(usage))\n"
  }

  private mutating func entry(_ term: String, _ text: String) {
    self.text += ".TP\n.B \(ManualPage.escaped(term))\n\(ManualPage.escaped(text))\n"
  }

  /// Paragraphs as the help has them: a blank line between, examples indented.
  private mutating func paragraph(_ text: String) {
    for block in text.split(separator: "\n\n") {
      let lines = block.split(separator: "\n")
      let isExample =
        lines.allSatisfy { $0.hasPrefix("  ") }
        || lines.allSatisfy {
          $0.prefix { $0.isLetter || $0 == "-" }.count > 1 && $0.contains(": ")
        }
      self.text += isExample ? ".PP\n.EX\n" : ".PP\n"
      for line in lines { self.line(String(line)) }
      if isExample { self.text += ".EE\n" }
    }
  }

  private mutating func options(of command: CommandTree.Description, except known: Set<String>) {
    for argument in command.arguments ?? []
    where argument.shouldDisplay && !known.contains(ManualPage.key(argument)) {
      var meaning = argument.abstract ?? ""
      if let values = argument.allValues, !values.isEmpty {
        meaning += " One of: \(values.joined(separator: ", "))."
      }
      entry(ManualPage.term(argument), meaning)
    }
  }

  private static func key(_ argument: CommandTree.Argument) -> String {
    term(argument) + (argument.abstract ?? "")
  }

  /// How an option is written: `-c STATEMENT`.
  private static func term(_ argument: CommandTree.Argument) -> String {
    let value = argument.valueName.map { $0.uppercased() } ?? "VALUE"
    guard argument.kind != "positional" else {
      return value + (argument.isRepeating && !value.contains("...") ? " ..." : "")
    }
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    return names.joined(separator: ", ") + (argument.kind == "flag" ? "" : " \(value)")
  }

  private func usage(of command: CommandTree.Description) -> String {
    let operands = (command.arguments ?? []).filter { $0.kind == "positional" }
    return operands.map { ManualPage.term($0) + " " }.joined() + "[OPTIONS]"
  }

  /// Text that `troff` takes for text: no line begins a request, and hyphens, quotes
  /// and backslashes can be copied.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
