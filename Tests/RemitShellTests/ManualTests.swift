// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
@testable import RemitShell
import Testing

/// `man remit` and the completion of shells.
struct ManualTests {
  private static let commands = [
    "check", "explain", "fmt", "init", "lint", "logic", "reading", "report", "snapshot", "test",
    "watch",
  ]

  @Test func `the manual has every command, option and command of the prompt`() throws {
    let page = try RemitProcess.run(["--man"])
    #expect(page.status == 0 && page.errors.isEmpty)
    let text = page.output.replacing("\\-", with: "-")
    for command in Self.commands { #expect(text.contains(".SS \"remit \(command)\"")) }
    for command in ShellCommand.all { #expect(text.contains("\n.B \\&.\(command.name)")) }
    let help = try RemitProcess.run(["--help"]).output
    for match in help.matches(of: /(?m)^  (--[a-z-]+)/) {
      #expect(text.contains("\(match.1)"), "\(match.1)")
    }
    let requests = Set(
      text.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
    #expect(requests == [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".EX", ".EE"])
  }

  private static let groff = "/usr/bin/groff"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: groff)))
  func `groff has nothing to say against the manual`() throws {
    let page = try RemitProcess.run(["--man"]).output
    let folder = try TemporaryFolder(["remit.1": page])
    let outcome = try run(
      Self.groff, ["-k", "-man", "-ww", "-z", "-Tutf8", folder.path + "/remit.1"])
    #expect(outcome == "")
  }

  @Test(arguments: [
    ("re", "reading report"), ("wat", "watch"), ("--format j", "json jsonl"),
    ("check --severity h", "high"), ("report --form", "--format"), ("--dem", "--demo"),
  ])
  func `bash completes commands, options and their values`(typed: String, found: String) throws {
    let script = try RemitProcess.run(["--completions", "bash"])
    let folder = try TemporaryFolder(["remit.bash": script.output])
    let words = (["remit"] + typed.split(separator: " ").map(String.init))
    let test = """
      source \(folder.path)/remit.bash
      COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      $(complete -p remit | sed -E 's/.*-F ([^ ]+).*/\\1/') remit '\(words[words.count - 1])' '\(words[words.count - 2])'
      echo "${COMPREPLY[*]}"
      """
    #expect(try run("/bin/bash", ["-c", test]) == found + "\n")
  }

  /// What is typed behind `remit` in the folder of the project, and what Tab makes of its end.
  private static let completed = [
    ("fm", "fmt"), ("samples/ac", "samples/acme/"), ("--output Gram", "Grammar/"),
    ("init Sou", "Sources/"), ("check --severity h", "high"),
  ]

  private static let fish = "/usr/bin/fish"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: fish)),
    arguments: completed)
  func `fish completes commands, options, files and folders`(typed: String, found: String) throws {
    let script = try RemitProcess.run(["--completions", "fish"])
    let folder = try TemporaryFolder(["remit.fish": script.output])
    let test = """
      cd '\(ProjectFiles.path(""))'; source \(folder.path)/remit.fish
      complete -C 'remit \(typed)'
      """
    let words = try run(Self.fish, ["--no-config", "-c", test])
      .split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(words == [found[...]])
  }

  /// zsh completes at a terminal only: the script is driven in one of its own.
  private static let zsh = "/usr/bin/zsh"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: zsh)),
    arguments: completed)
  func `zsh completes commands, options, files and folders`(typed: String, found: String) throws {
    let script = try RemitProcess.run(["--completions", "zsh"])
    let folder = try TemporaryFolder(["_remit": script.output])
    let test = """
      zmodload zsh/zpty; cd '\(ProjectFiles.path(""))'
      zpty shell zsh -f -i
      zpty -w shell 'fpath=(\(folder.path) $fpath); autoload -U compinit; compinit -D -u'
      zpty -w shell 'tell() { print -r -- "$BUFFER" > \(folder.path)/line }; zle -N tell'
      zpty -w shell 'bindkey "^X" tell; print rea""dy'
      zpty -r shell answer '*ready*'
      zpty -n -w shell $'remit \(typed)\\t\\x18'
      until [[ -s \(folder.path)/line ]]; do sleep 0.1; done
      cat \(folder.path)/line
      """
    let line = try run("/usr/bin/timeout", ["60", Self.zsh, "-f", "-c", test])
    let kept = typed.split(separator: " ").dropLast().joined(separator: " ")
    #expect(
      line.trimmingCharacters(in: .whitespacesAndNewlines)
        == ["remit", kept, found].filter { !$0.isEmpty }.joined(separator: " "))
  }

  @Test(arguments: ["zsh", "fish"])
  func `the other shells have a script too`(shell: String) throws {
    let script = try RemitProcess.run(["--completions", shell])
    #expect(script.status == 0)
    for command in Self.commands { #expect(script.output.contains(command)) }
  }

  @Test func `a shell that is not known is refused with those that are`() throws {
    let outcome = try RemitProcess.run(["--completions", "tcsh"])
    #expect(outcome.status == 2 && outcome.errors.contains("'bash', 'zsh' or 'fish'"))
  }

  /// Runs a program; what it writes, to the errors too.
  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let text = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
