// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
@testable import RemitShell
import Testing

struct ShellTests {
  /// Types lines at a prompt and returns what was seen.
  private func type(
    _ lines: InputLine...,
    settings: ShellSettings = ShellSettings()
  ) throws -> (output: String, errors: String, source: ScriptedSource) {
    let (session, output, errors) = try makeSession(settings: settings)
    var shell = Shell(session: session)
    var source = ScriptedSource(lines)
    #expect(shell.run(&source) == .success)
    return (output.text, errors.text, source)
  }

  @Test func `a question is answered below it`() throws {
    let seen = try type(.line("controls with no owner"))
    #expect(seen.output.contains("A.5.2"))
    #expect(seen.output.contains("1 row"))
    #expect(seen.errors.isEmpty)
  }

  @Test func `what probably does not mean what was wanted is told before the answer`() throws {
    var settings = ShellSettings()
    settings.isInteractive = true
    let seen = try type(
      .line("people who owns a control"), .line("people who own a control"),
      .line("people who owns a control  # lint: allow verb-number"), settings: settings)
    #expect(
      seen.errors == """
        warning[verb-number]: 'owns' is singular, but is said of 'people', which is plural
          write: people who own a control

        """)
    #expect(seen.output.components(separatedBy: "Ann").count == 4)
  }

  @Test func `a script is not told so`() throws {
    let seen = try type(.line("people who owns a control"))
    #expect(seen.errors.isEmpty)
  }

  @Test func `an incomplete statement is continued and kept whole`() throws {
    let seen = try type(.line("controls with"), .line("  no owner"), .line("controls"))
    #expect(seen.source.prompts == [.statement, .continuation, .statement, .statement])
    #expect(seen.source.remembered == ["controls with\n  no owner", "controls"])
    #expect(seen.errors.isEmpty)
  }

  @Test func `a blank line ends a statement that is still incomplete`() throws {
    let seen = try type(.line("controls with"), .line(""))
    #expect(seen.source.prompts == [.statement, .continuation, .statement])
    #expect(!seen.errors.isEmpty)
  }

  @Test func `Ctrl-C drops what was typed`() throws {
    let seen = try type(.line("controls with"), .interrupt, .line("controls with no owner"))
    #expect(seen.source.remembered == ["controls with no owner"])
    #expect(seen.errors.isEmpty)
  }

  @Test func `the end of the input runs what is incomplete, to show its error`() throws {
    let seen = try type(.line("controls with"))
    #expect(seen.source.remembered == ["controls with"])
    #expect(!seen.errors.isEmpty)
  }

  @Test func `an error does not end the session`() throws {
    let seen = try type(.line("contrls"), .line("controls with no owner"))
    #expect(seen.errors.contains("error[unknown-word]"))
    #expect(seen.output.contains("A.5.2"))
  }

  @Test func `blank lines do nothing`() throws {
    let seen = try type(.line(""), .line("   "))
    #expect(seen.output.isEmpty && seen.errors.isEmpty && seen.source.remembered.isEmpty)
  }

  @Test(arguments: [".quit", ".exit", ".q"])
  func `.quit leaves`(command: String) throws {
    let seen = try type(.line(command), .line("controls"))
    #expect(seen.output.isEmpty)
  }

  @Test func `facts are confirmed at the prompt only`() throws {
    var settings = ShellSettings()
    #expect(try type(.line("add person Carol"), settings: settings).output.isEmpty)
    settings.isInteractive = true
    #expect(try !type(.line("add person Carol"), settings: settings).output.isEmpty)
  }

  @Test func `an empty answer is a sentence, beside the output of a program`() throws {
    var settings = ShellSettings()
    let table = try type(.line("people named \"Zoe\" who own a control"), settings: settings)
    #expect(table.output.split(separator: "\n").count == 1)
    #expect(table.errors.isEmpty)
    settings.format = .tsv
    let machine = try type(.line("people named \"Zoe\" who own a control"), settings: settings)
    #expect(machine.errors == table.output)
    #expect(machine.output.split(separator: "\n").count == 1, "the header alone")
  }

  @Test func `the time is shown when asked for`() throws {
    let seen = try type(.line(".timer on"), .line("controls"), .line(".timer off"), .line("people"))
    #expect(seen.errors.matches(of: /[0-9]+\.[0-9]{3} s\n/).count == 1)
  }
}
