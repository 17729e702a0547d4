// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
@testable import RemitShell
import Synchronization
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

  @Test func `the prompt says what is open, and what to open where nothing is`() throws {
    let (session, _, _) = try makeSession()
    #expect(
      session.greeting(width: 80)
        == "2 controls, 2 people. .schema shows the words.\n")
    let kinds = ["apple", "bolt", "cup", "desk"].map { "kind \($0)\n  name: text\nadd \($0) A1" }
    let many = try makeSession(model: kinds.joined(separator: "\n") + "\nadd desk A2").session
    #expect(many.greeting(width: 80).hasPrefix("2 desks, 1 apple, 1 bolt, … "))
    let words = try makeSession(model: "kind lamp\n  name: text").session
    #expect(words.greeting(width: 80).hasPrefix("There is nothing in it yet."))
    let nothing = try makeSession(model: "").session.greeting(width: 40)
    #expect(nothing.contains("'remit --demo'"))
    #expect(nothing.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test(arguments: [
    ("help", ".help"), ("help owner", ".help owner"), ("?", ".help"), ("Quit", ".quit"),
    ("exit", ".exit"), ("\\q", ".quit"), ("describe Ann", ".describe Ann"),
  ])
  func `a command without its dot is told from a question`(line: String, command: String) throws {
    var settings = ShellSettings()
    settings.isInteractive = true
    let seen = try type(.line(line), settings: settings)
    #expect(seen.errors == "error: a command begins with a dot; write: \(command)\n")
    #expect(try type(.line(line)).errors.hasPrefix("error["), "a script has a place in its file")
  }

  @Test func `a statement whose first word is that of a command is told its own mistake`() throws {
    var settings = ShellSettings()
    settings.isInteractive = true
    let seen = try type(.line("save \"a.remit\""), settings: settings)
    #expect(seen.errors.hasPrefix("error[no-writing]"))
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

  @Test func `each answer is followed by its time when asked for`() throws {
    let seen = try type(
      .line("people"), .line(".timer on"), .line("controls"), .line(".timer off"), .line("people"))
    let line =
      /[0-9]+\.[0-9]{2,3} [mµ]s: reading [0-9.]+, planning [0-9.]+, running [0-9.]+, writing [0-9.]+\n/
    #expect(seen.errors.matches(of: line).count == 1)
    #expect(!seen.errors.contains("building"), "the graph was there")
  }

  @Test func `the times of the phases add up, answer by answer`() throws {
    var (session, _, errors) = try makeSession()
    session.settings.showsTime = true
    let ticks = Mutex(0)
    let epoch = ContinuousClock.now
    session.now = {
      ticks.withLock { ticks in
        ticks += 1
        return epoch + .milliseconds(ticks)
      }
    }
    _ = session.run(SourceText("controls\npeople"))
    let lines = errors.text.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let figures = line.matches(of: /[0-9]+\.[0-9]{3}/).compactMap { Double($0.output) }
      #expect(abs(figures[0] - figures.dropFirst().reduce(0, +)) < 1e-9, "\(line)")
      #expect(figures[0] > 0)
    }
  }

  @Test func `times of a second or more are in seconds`() {
    var times = PhaseTimes()
    times.add(.microseconds(21), to: .engine(.reading))
    times.add(.microseconds(999_978), to: .engine(.running))
    #expect(times.description == "999.999 ms: reading 0.021, running 999.978")
    times.add(.microseconds(1), to: .writing)
    #expect(times.description == "1.000000 s: reading 0.000021, running 0.999978, writing 0.000001")
  }

  @Test func `times of less than a tenth of a millisecond are in microseconds`() {
    var times = PhaseTimes()
    times.add(.nanoseconds(994), to: .engine(.reading))
    times.add(.nanoseconds(98_996), to: .engine(.running))
    #expect(times.description == "99.99 µs: reading 0.99, running 99.00")
    times.add(.nanoseconds(10), to: .writing)
    #expect(times.description == "0.100 ms: reading 0.001, running 0.099, writing 0.000")
  }

  @Test func `what answers nothing is timed as a whole`() throws {
    var (session, _, errors) = try makeSession()
    session.settings.showsTime = true
    _ = session.run(SourceText("add person Carol\nadd person Dave"))
    #expect(errors.text.matches(of: /[mµ]s: reading/).count == 1)
  }
}
